/// One field of the query language, as the table in `FieldTable` describes it.
public struct IndexField: Hashable, Sendable {
  /// How the text behind the colon is read.
  public enum Syntax: Hashable, Sendable {
    /// A name: its full form or any word of it.
    case name
    /// Words, phrases and proximity, as in a query.
    case words
    case region
    case date(DateFamily)
    /// One of a few words.
    case choice([String])
    case language
    /// The id of an article, or of a hit.
    case identifier
    /// A number between 0 and 1 with an optional `>=`, `>`, `<=`, `<`, `=`.
    case number
  }

  public var name: String
  public var aliases: [String]
  /// What it asks, in a few words.
  public var meaning: String
  /// The units whose documents have it; asked of another unit it is lifted over the article.
  public var units: Set<IndexUnit>
  public var syntax: Syntax
  /// Of the terms that hold the whole value; `nil` where words without a prefix or a value slot are asked.
  public var prefix: String?
  /// Of the terms that hold a single word of the value.
  public var partPrefix: String?
  /// The name of a field whose values are values of this one too.
  public var included: String?
  /// Counted by `facets`.
  public var facet: FacetField?
  public var slot: ValueSlot?
  /// The term for the words `none`/`unknown`; dates know them without.
  public var noneTerm: String?
  public var example: String

  public init(
    name: String, aliases: [String], meaning: String, units: Set<IndexUnit>, syntax: Syntax, prefix: String? = nil,
    partPrefix: String? = nil, included: String? = nil, facet: FacetField? = nil, slot: ValueSlot? = nil,
    noneTerm: String? = nil,
    example: String
  ) {
    self.name = name
    self.aliases = aliases
    self.meaning = meaning
    self.units = units
    self.syntax = syntax
    self.prefix = prefix
    self.partPrefix = partPrefix
    self.included = included
    self.facet = facet
    self.slot = slot
    self.noneTerm = noneTerm
    self.example = example
  }

  /// Whether `none` and `any` can be asked.
  public var knowsNone: Bool {
    if case .date = syntax { return true }
    return noneTerm != nil
  }

  /// Of the terms that hold the whole value, those of an included field as well.
  var prefixes: [String] { [self, FieldTable.field(named: included)].compactMap { $0?.prefix } }
  /// The same for terms of a single word.
  var partPrefixes: [String] { [self, FieldTable.field(named: included)].compactMap { $0?.partPrefix } }

  /// A query that has such a field is asked of statements.
  public var isOfStatements: Bool { units == [.statement] || name == "about" || name == "kind" }
}
