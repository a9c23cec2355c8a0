import ArticleModel
import QueryLanguage
import XapianStore

/// Turns a query tree into a query of the store, for one unit.
///
/// What Xapian can't ask (nearness of phrases, phrases in a unit without positions, fields of another unit) is found
/// beforehand and goes in as a list of documents.
final class Lowering {
  let units: IndexUnits
  let unit: OpenUnit
  let settings: Settings
  var highlights = Highlights()
  var expansions: [Explanation.Expansion] = []
  var remarks: [String] = []
  /// Names and regions that nobody knows, and names that fit several.
  var unknownNames: [(field: String, text: String)] = []
  var ambiguousNames: [AmbiguousName] = []
  /// Regions that are known and stand nowhere here.
  var absentRegions: [String] = []
  /// Family names that stand alone for somebody who was asked for by the full name.
  var bareNames: [(text: String, name: String, count: Int)] = []
  /// Words that must stand in a hit, with their forms.
  private(set) var plainWords: [(text: String, forms: [String])] = []
  /// How many words those with `*` and `~` stand for so far.
  var expandedWords = 0
  /// Above 0 inside an odd number of negations: nothing there is highlighted.
  private var isNegated = false

  struct Settings {
    var isPlain = false
    var match = MatchMode.all
    /// Looks for what an unknown or ambiguous name may mean.
    var wantsNotes = true
    /// Of the stems; empty for all.
    var languages: [String] = []
  }

  struct AmbiguousName {
    var field: String
    var text: String
    var names: [(name: String, count: Int)]
  }

  init(_ units: IndexUnits, _ unit: OpenUnit, _ settings: Settings) {
    self.units = units
    self.unit = unit
    self.settings = settings
  }

  /// The whole query.
  func query(_ tree: QueryTree) throws -> LoweredPart {
    if unit.unit != .statement, tree.asksStatements { return try lifted(tree) }
    return try part(tree)
  }

  /// Any part of a query whose fields the unit has itself, or is lifted alone.
  func part(_ tree: QueryTree) throws -> LoweredPart {
    switch tree {
    case .everything: return .filter(.all)
    case .word(let text, let form): return try word(text, form, scopes: plainScopes)
    case .phrase(let text): return try phrase(text)
    case .proximity: return try proximity(tree)
    case .field(let name, let operand): return try field(name, operand)
    case .presence(let name, let isPresent): return try presence(name, isPresent)
    case .date(let name, let condition): return try date(name, condition)
    case .number(let name, let comparison, let value): return try number(name, comparison, value)
    case .and, .or, .not: return try boolean(tree) { try part($0) }
    }
  }

  /// And, or, not over parts that `leaf` lowers.
  func boolean(_ tree: QueryTree, _ leaf: (QueryTree) throws -> LoweredPart) throws -> LoweredPart {
    switch tree {
    case .and(let trees): return .all(try trees.map { try boolean($0, leaf) })
    case .or(let trees): return .any(try trees.map { try boolean($0, leaf) })
    case .not(let tree): return try negating { try boolean(tree, leaf) }.negated()
    default: return try leaf(tree)
    }
  }

  func negating<Result>(_ body: () throws -> Result) rethrows -> Result {
    isNegated.toggle()
    defer { isNegated.toggle() }
    return try body()
  }

  // MARK: Notes

  func highlight(words: [String]) {
    if !isNegated { highlights.add(words: words) }
  }

  func highlight(phrase: [[String]]) {
    if !isNegated { highlights.add(phrase: phrase) }
  }

  func note(_ word: String, forms: [String]) {
    if !isNegated, settings.wantsNotes { plainWords.append((word, forms)) }
  }

  func note(_ text: QueryText, _ sign: String, to words: [String]) {
    expansions.append(Explanation.Expansion(from: text.text + sign, to: Array(words.prefix(20)), count: words.count))
  }

  func fail(_ code: String, _ text: QueryText, _ message: String, hint: String? = nil) -> AskingError {
    .query([QueryDiagnostic(code: code, column: text.column, length: text.length, message: message, hint: hint)])
  }

  func fail(_ code: String, _ name: FieldName, _ message: String, hint: String? = nil) -> AskingError {
    .query([QueryDiagnostic(code: code, column: name.column, length: name.length, message: message, hint: hint)])
  }
}

/// The three units of an index.
final class IndexUnits {
  let articles: OpenUnit
  let segments: OpenUnit
  let statements: OpenUnit
  let regions: RegionDirectory
  let identities: Identities
  let texts = TextCache()

  init(
    articles: OpenUnit, segments: OpenUnit, statements: OpenUnit, regions: RegionDirectory, identities: Identities
  ) {
    self.articles = articles
    self.segments = segments
    self.statements = statements
    self.regions = regions
    self.identities = identities
  }

  subscript(unit: IndexUnit) -> OpenUnit {
    switch unit {
    case .article: return articles
    case .segment: return segments
    case .statement: return statements
    }
  }
}
