import ArticleModel
import QueryLanguage

let testFields: [QueryField] = [
  QueryField(name: "speaker", aliases: ["who"], syntax: .name, example: "speaker:putin", knowsNone: true),
  QueryField(name: "said", syntax: .words, example: "said:\"set goals\""),
  QueryField(name: "about", syntax: .name, example: "about:nato"),
  QueryField(name: "kind", syntax: .choice(["direct", "mixed", "indirect"]), example: "kind:direct"),
  QueryField(name: "conf", syntax: .number, example: "conf:>=0.8"),
  QueryField(name: "region", syntax: .region, example: "region:ukraine", knowsNone: true),
  QueryField(name: "date", syntax: .date, example: "date:2024-11", knowsNone: true),
  QueryField(name: "said-on", syntax: .date, example: "said-on:2024-11-19", knowsNone: true),
  QueryField(name: "lang", syntax: .language, example: "lang:en"),
  QueryField(name: "id", syntax: .identifier, example: "id:a#q1"),
]

let testNow = CalendarDay(year: 2024, month: 12, day: 15)

func parsed(_ text: String, matchesAny: Bool = false) -> ParsedQuery {
  QueryParser.parse(text, fields: testFields, now: testNow, options: .init(matchesAny: matchesAny))
}

/// The tree, or `column code` of each diagnostic.
func outcome(_ text: String, matchesAny: Bool = false) -> String {
  let query = parsed(text, matchesAny: matchesAny)
  if query.diagnostics.isEmpty { return query.tree.description }
  return query.diagnostics.map { "\($0.column) \($0.code)" }.joined(separator: ", ")
}

/// SplitMix64 (Steele, Lea and Flood 2014): a seed that is printed can be used again.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
