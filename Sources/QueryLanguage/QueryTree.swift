import ArticleModel

/// A piece of the query as it was typed, and where it stands.
public struct QueryText: Hashable, Sendable {
  public var text: String
  /// Counts Unicode scalars from 1.
  public var column: Int
  /// In Unicode scalars of the query, quotation marks and signs included.
  public var length: Int

  public init(_ text: String, column: Int, length: Int) {
    self.text = text
    self.column = column
    self.length = length
  }
}

/// A query taken apart, in the words of the user: nothing is folded, stemmed or looked up yet.
///
/// `description` prints it whole, but for columns; tests compare that.
public indirect enum QueryTree: Hashable, Sendable {
  /// The empty query: every document.
  case everything
  case word(QueryText, WordForm)
  /// Words behind one another, as written; one that ends in `*` stands for all that begin so.
  case phrase(QueryText)
  case proximity(Proximity, QueryTree, QueryTree)
  /// The operands of a field are words, phrases, proximity, and, or, not; never a field.
  case field(FieldName, QueryTree)
  /// `none`/`unknown` or `any` of a field that knows them.
  case presence(FieldName, isPresent: Bool)
  case date(FieldName, DateCondition)
  case number(FieldName, Comparison, Double)
  case and([QueryTree])
  case or([QueryTree])
  case not(QueryTree)
}

/// How a word stands for others.
public enum WordForm: Hashable, Sendable {
  /// For every form of its stem.
  case stem
  /// For itself: `=word`.
  case exact
  /// For every word that begins so: `word*`.
  case prefix
  /// For every word at an edit distance: `word~1`.
  case fuzzy(Int)
}

/// Two operands at most so many words apart: neighbours are one word apart.
public struct Proximity: Hashable, Sendable {
  public var distance: Int
  /// The left operand stands first.
  public var isOrdered: Bool
  public var column: Int
  public var length: Int

  public init(distance: Int, isOrdered: Bool, column: Int, length: Int) {
    self.distance = distance
    self.isOrdered = isOrdered
    self.column = column
    self.length = length
  }
}

/// A field by its main name, and where it was typed.
public struct FieldName: Hashable, Sendable {
  public var name: String
  public var column: Int
  public var length: Int

  public init(_ name: String, column: Int, length: Int) {
    self.name = name
    self.column = column
    self.length = length
  }
}

/// A period of whole days; an end that is `nil` is open.
public struct DateCondition: Hashable, Sendable {
  public var first: CalendarDay?
  public var last: CalendarDay?

  public init(first: CalendarDay?, last: CalendarDay?) {
    self.first = first
    self.last = last
  }
}

public enum Comparison: String, Hashable, Sendable, CaseIterable {
  case atLeast = ">="
  case above = ">"
  case atMost = "<="
  case below = "<"
  case equal = "="
}
