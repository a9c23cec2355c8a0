/// The one table of fields. It drives indexing, the lowering of queries, help, facets, completion and documentation:
/// a field that is not here does not exist.
public enum FieldTable {
  private static let everywhere = Set(IndexUnit.allCases)

  public static let fields: [IndexField] = [
    IndexField(
      name: "speaker", aliases: ["who", "by"], meaning: "who said it: name, any part of it, alias, unknown, any",
      units: [.statement], syntax: .name, prefix: "S", partPrefix: "SP", facet: .speaker,
      noneTerm: IndexTerms.noSpeaker,
      example: "speaker:\"vladimir putin\""),
    IndexField(
      name: "said", aliases: ["quote"], meaning: "words inside one speaker's statement",
      units: [.statement], syntax: .words, example: "said:\"set goals\""),
    IndexField(
      name: "about", aliases: ["names"], meaning: "a person or organisation named inside the statement",
      units: everywhere, syntax: .name, prefix: "N", partPrefix: "NP", included: "org", facet: .about,
      example: "about:nato"),
    IndexField(
      name: "kind", aliases: [], meaning: "direct, mixed or indirect speech",
      units: [.statement, .segment],
      syntax: .choice(["direct", "mixed", "indirect", "headline", "paragraph", "caption"]), prefix: "XK", facet: .kind,
      example: "kind:direct"),
    IndexField(
      name: "conf", aliases: ["confidence"], meaning: "how sure the attribution is, 0 to 1",
      units: [.statement], syntax: .number, slot: .confidence, example: "conf:>=0.8"),
    IndexField(
      name: "region", aliases: ["where", "place"], meaning: "a place named in it; what is in Kherson is in Ukraine",
      units: everywhere, syntax: .region, prefix: "R", facet: .region, noneTerm: IndexTerms.noRegion,
      example: "region:ukraine"),
    IndexField(
      name: "date", aliases: ["when"], meaning: "the day it was said where the text says so, else printed",
      units: everywhere, syntax: .date(.date), prefix: "D", facet: .date, slot: .newestFirst,
      example: "date:2024-11..2024-12"),
    IndexField(
      name: "said-on", aliases: ["saidon"], meaning: "only the stated day of a statement",
      units: [.statement], syntax: .date(.saidOn), prefix: "Y",
      example: "said-on:2024-11-19"),
    IndexField(
      name: "published", aliases: ["printed"], meaning: "only the day it was printed",
      units: everywhere, syntax: .date(.published), prefix: "P",
      example: "published:2024-11"),
    IndexField(
      name: "mentions", aliases: [], meaning: "dates that stand in the text",
      units: everywhere, syntax: .date(.mentions), prefix: "M",
      example: "mentions:2014"),
    IndexField(
      name: "publisher", aliases: ["outlet"], meaning: "who printed it",
      units: everywhere, syntax: .name, prefix: "XP", partPrefix: "XPP", facet: .publisher,
      example: "publisher:reuters"),
    IndexField(
      name: "title", aliases: ["headline"], meaning: "words of the article's title",
      units: [.article], syntax: .words, partPrefix: "XT", example: "title:ceasefire"),
    IndexField(
      name: "org", aliases: ["organisation", "organization"], meaning: "an organisation named in it",
      units: everywhere, syntax: .name, prefix: "O", partPrefix: "OP", facet: .organisation,
      example: "org:\"white house\""),
    IndexField(
      name: "lang", aliases: ["language"], meaning: "the language of the article",
      units: everywhere, syntax: .language, prefix: "L", example: "lang:en"),
    IndexField(
      name: "article", aliases: [], meaning: "the id of an article",
      units: everywhere, syntax: .identifier, prefix: "A", example: "article:reuters-17"),
    IndexField(
      name: "id", aliases: [], meaning: "the id of a hit: ARTICLE, ARTICLE#4 or ARTICLE#q1",
      units: everywhere, syntax: .identifier, example: "id:reuters-17#q1"),
  ]

  private static let byName: [String: IndexField] = {
    var table: [String: IndexField] = [:]
    for field in fields {
      for name in [field.name] + field.aliases { table[name] = field }
    }
    return table
  }()

  /// By name or alias in lower case.
  public static func field(named name: String) -> IndexField? { byName[name.lowercased()] }

  static func field(named name: String?) -> IndexField? { name.flatMap { field(named: $0) } }

  /// Names and aliases, for suggestions.
  public static var names: [String] { fields.flatMap { [$0.name] + $0.aliases } }
}
