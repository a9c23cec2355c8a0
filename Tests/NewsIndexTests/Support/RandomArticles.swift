import ArticleModel

/// SplitMix64: the same numbers for the same seed everywhere, so that a failing seed can be tried again.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<max(1, limit), using: &self) }
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
  mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }
}

/// Values that need not make sense, only be of the right type.
extension SeededGenerator {
  mutating func text() -> String {
    let pieces = ["Kyiv", " said ", "“", "”", "\n\n", "é", "Зеленський", "東京", "a", "#", "🕊", "\u{0}", "x\t"]
    return (0..<below(12)).map { _ in pick(pieces) }.joined()
  }

  mutating func optionalText() -> String? { chance(50) ? text() : nil }
  mutating func span() -> TextSpan {
    let start = below(10_000)
    return TextSpan(start, start + below(500))
  }
  mutating func day() -> CalendarDay { CalendarDay(dayNumber: below(60_000) - 30_000) }

  mutating func dateValue() -> DateValue {
    switch below(7) {
    case 0: return .day(day())
    case 1: return .month(year: 1900 + below(200), month: 1 + below(12)) ?? .day(day())
    case 2: return .quarter(year: 1900 + below(200), quarter: 1 + below(4)) ?? .day(day())
    case 3: return .year(1900 + below(200)) ?? .day(day())
    case 4: return .week(holding: day())
    case 5: return .range(day(), day())
    default: return .yearless(month: 1 + below(12), day: chance(50) ? 1 + below(28) : nil)
    }
  }

  mutating func list<Element>(_ element: (inout SeededGenerator) -> Element) -> [Element] {
    (0..<below(4)).map { _ in element(&self) }
  }

  mutating func block() -> Block {
    let kind = pick([Block.Kind.headline, .paragraph, .caption, .boilerplate(reason: text())])
    return Block(kind: kind, span: chance(80) ? span() : nil)
  }

  mutating func article() -> Article {
    let published = PublicationDate(
      value: chance(70) ? dateValue() : nil, provenance: pick([.given, .found, .inferred, .unknown]))
    return Article(
      id: text(), source: text(), title: optionalText(), byline: optionalText(), publisher: optionalText(),
      published: published, language: pick(["en", "uk", "de"]), text: text(), blocks: list { $0.block() })
  }

  mutating func speaker() -> Speaker {
    Speaker(
      mention: chance(50) ? span() : nil, text: text(), name: text(), kind: pick(Speaker.Kind.allCases),
      role: optionalText())
  }

  mutating func statement() -> Statement {
    Statement(
      number: below(300), kind: pick(Statement.Kind.allCases), spans: list { $0.span() },
      cue: chance(50) ? span() : nil,
      speaker: chance(50) ? speaker() : nil, method: text(), confidence: Double.random(in: 0...1, using: &self),
      date: chance(30) ? StatementDate(value: dateValue(), inferred: optionalText()) : nil, regions: list { $0.text() },
      people: list { $0.text() }, organisations: list { $0.text() }, segments: list { $0.below(100) })
  }

  mutating func annotatedArticle() -> AnnotatedArticle {
    AnnotatedArticle(
      article: article(), statements: list { $0.statement() },
      people: list { NameMention(span: $0.span(), name: $0.text()) },
      organisations: list { NameMention(span: $0.span(), name: $0.text()) },
      regions: list {
        RegionMention(span: $0.span(), region: Region(id: $0.text(), name: $0.text(), country: $0.text()))
      },
      allusions: list { RegionAllusion(span: $0.span(), id: $0.text()) },
      dates: list {
        DateMention(span: $0.span(), value: $0.chance(80) ? $0.dateValue() : nil, inferred: $0.optionalText())
      })
  }
}
