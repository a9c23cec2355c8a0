import ArticleModel

/// Reads the query language of `INTERFACE.md`; strict, because a query that is answered otherwise than it was meant is
/// worse than an error.
///
///     query     = [alternatives]
///     alternatives = all { "or" all }
///     all       = negation { ["and"] negation }
///     negation  = ["not" | "-"] negation | nearness
///     nearness  = operand { ("near/N" | "w/N" | "adj/N" | "pre/N") operand }
///     operand   = "(" alternatives ")" | "phrase" | field ":" value | word
///
/// The parser goes on behind an error, so that one run finds all of them.
public struct QueryParser {
  public struct Options: Hashable, Sendable {
    /// Words, phrases and nearness that merely stand beside one another match if any of them does; fields and
    /// negations still must.
    public var matchesAny = false

    public init(matchesAny: Bool = false) { self.matchesAny = matchesAny }
  }

  /// The longest query, in scalars.
  public static let longestQuery = 10_000
  /// Words, phrases and values of one query.
  public static let mostOperands = 1_000
  /// Brackets and negations in one another.
  public static let deepestNesting = 40

  let fields: [QueryField]
  let now: CalendarDay?
  let options: Options
  var scanner: QueryScanner
  var diagnostics: [QueryDiagnostic] = []
  var depth = 0
  private var operands = 0
  /// A limit was passed: the rest of the query is not read, so nothing more can be said about it.
  private var isAborted = false

  private init(_ text: String, _ fields: [QueryField], _ now: CalendarDay?, _ options: Options) {
    self.fields = fields
    self.now = now
    self.options = options
    scanner = QueryScanner(text)
  }

  /// - Parameter now: The day that `7d..` counts from; without it a relative date is an error.
  public static func parse(
    _ text: String, fields: [QueryField], now: CalendarDay? = nil, options: Options = Options()
  ) -> ParsedQuery {
    var parser = QueryParser(text, fields, now, options)
    guard parser.scanner.scalars.count <= longestQuery else { return parser.tooLong() }
    let tree = parser.query()
    let sorted = parser.diagnostics.enumerated().sorted {
      ($0.element.column, $0.offset) < ($1.element.column, $1.offset)
    }
    return ParsedQuery(tree: tree, diagnostics: sorted.map(\.element))
  }

  /// Every run of the text is a word and nothing an operator; what holds no word is passed over.
  public static func plain(_ text: String, options: Options = Options()) -> ParsedQuery {
    var parser = QueryParser(text, [], nil, options)
    guard parser.scanner.scalars.count <= longestQuery else { return parser.tooLong() }
    var words: [QueryTree] = []
    while true {
      parser.scanner.skipSpaces()
      let start = parser.scanner.offset
      while let scalar = parser.scanner.current, !scalar.isSpace { parser.scanner.offset += 1 }
      let end = parser.scanner.offset
      if start == end { break }
      guard parser.scanner.scalars[start..<end].contains(where: \.isWord) else { continue }
      words.append(.word(parser.piece(start, end), .stem))
      if words.count == mostOperands { break }
    }
    if words.isEmpty, !parser.scanner.scalars.allSatisfy(\.isSpace) {
      parser.report("no-word", 0, parser.scanner.scalars.count, "the query holds no word to search for")
    }
    let tree = join(words) { options.matchesAny ? .or($0) : .and($0) } ?? .everything
    return ParsedQuery(tree: tree, diagnostics: parser.diagnostics)
  }

  private mutating func tooLong() -> ParsedQuery {
    report(
      "too-long", Self.longestQuery, scanner.scalars.count,
      "the query is longer than \(Self.longestQuery) characters")
    return ParsedQuery(tree: .everything, diagnostics: diagnostics)
  }

  // MARK: Reports

  /// Offsets of scalars, the end exclusive.
  mutating func report(_ code: String, _ start: Int, _ end: Int, _ message: String, hint: String? = nil) {
    guard !isAborted, diagnostics.count < 20 else { return }
    diagnostics.append(
      QueryDiagnostic(code: code, column: start + 1, length: end - start, message: message, hint: hint))
  }

  func piece(_ start: Int, _ end: Int) -> QueryText {
    QueryText(scanner.text(start, end), column: start + 1, length: end - start)
  }

  /// Counts an operand; at the limit the rest of the query is left aside.
  mutating func countOperand(at start: Int) {
    operands += 1
    guard operands == Self.mostOperands + 1 else { return }
    report("too-long", start, start + 1, "the query has more than \(Self.mostOperands) words")
    abort()
  }

  private mutating func abort() {
    isAborted = true
    scanner.offset = scanner.scalars.count
  }

  /// Counts a level of nesting; at the limit the rest of the query is left aside.
  mutating func nested(at start: Int, _ body: (inout QueryParser) -> QueryTree?) -> QueryTree? {
    depth += 1
    defer { depth -= 1 }
    if depth > Self.deepestNesting {
      report("too-deep", start, start + 1, "more than \(Self.deepestNesting) brackets in one another")
      abort()
      return nil
    }
    return body(&self)
  }

  /// One tree of several; `nil` of none.
  static func join(_ trees: [QueryTree], _ list: ([QueryTree]) -> QueryTree) -> QueryTree? {
    trees.count > 1 ? list(trees) : trees.first
  }
}
