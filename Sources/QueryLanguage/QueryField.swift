/// What the parser must know of a field; the caller hands over the list, so that one table drives everything.
public struct QueryField: Hashable, Sendable {
  /// How the text behind the colon is read.
  public enum Syntax: Hashable, Sendable {
    case name, words, region, date
    /// One of a few words.
    case choice([String])
    case language, identifier
    /// Between 0 and 1.
    case number
  }

  public var name: String
  public var aliases: [String]
  public var syntax: Syntax
  /// For hints, such as `date:2024-11`.
  public var example: String
  /// Has a word for "no value": `none` or `unknown`, and `any` for its opposite.
  public var knowsNone: Bool

  public init(name: String, aliases: [String] = [], syntax: Syntax, example: String, knowsNone: Bool = false) {
    self.name = name
    self.aliases = aliases
    self.syntax = syntax
    self.example = example
    self.knowsNone = knowsNone
  }
}
