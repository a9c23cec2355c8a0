/// One thing that must hold of an answer.
struct Expectation {
  enum Kind {
    case count(Bounds)
    case contains(RowPattern)
    case notContains(RowPattern)
    case first(RowPattern)
    /// In this order, whatever stands between.
    case order([RowPattern])
    /// The first values of a facet.
    case top(facet: String, [ExpectedText])
    /// The count of a value of a facet; `(unknown)` and `(other)` are values.
    case facetCount(facet: String, value: String, Bounds)
    /// The query is wrong in this way.
    case error(code: String)
    case errorColumn(Int)
    case errorMessage(String)
    /// A regular expression that the text of a row must match.
    case snippet(String)
    case gain(depth: Int, Bounds)
    case milliseconds(Bounds)
  }

  var kind: Kind
  var position: CheckPosition

  var isAboutError: Bool {
    switch kind {
    case .error, .errorColumn, .errorMessage: return true
    default: return false
    }
  }
}

/// A text that is expected, and where it stands: `--update` may put another there.
struct ExpectedText: Hashable {
  var text: String
  var position: CheckPosition
}

/// A number, or limits for it.
struct Bounds {
  var exact: Double?
  var min: Double?
  var max: Double?
  /// Where the exact number stands.
  var position: CheckPosition?

  func holds(_ number: Double) -> Bool {
    if let exact, number != exact { return false }
    if let min, number < min { return false }
    if let max, number > max { return false }
    return true
  }
}

/// What a row must be like.
struct RowPattern {
  struct Cell {
    var key: String
    var expected: ExpectedText
  }

  /// All of them must fit.
  var cells: [Cell]

  /// What rows are compared by, and how it is written in a pattern. A bare text is compared with id, article and text.
  static let keys = [
    "id", "article", "title", "publisher", "published", "kind", "speaker", "date", "regions", "text", "language",
    "source", "role", "any",
  ]
}
