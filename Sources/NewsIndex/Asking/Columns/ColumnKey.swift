/// The keys of the sections of a `ColumnImage`.
///
/// Of a facet field, document `d` has the values `ordinals[starts[d]..<starts[d + 1]]`; where no document has more than
/// one, `starts` is left out, and `ordinals[d]` is 0 for none, else the ordinal and 1. Dates have their `FacetDate`
/// numbers behind the ordinals, the other fields their names. The organisations of a document are the first of its names
/// (`about`), so of them there is only the number.
enum ColumnKey {
  enum Part: UInt32 {
    case starts, ordinals
    case dates
    /// The names as written, behind one another, and where each ends.
    case names, nameEnds
    /// What the names are compared by, each with a space on both sides and a line feed behind; where each begins.
    case folded, foldedStarts
    /// The ordinals in the order of what they are compared by, then of themselves.
    case order
    /// The hash by which the table of identities finds each name.
    case hashes
    /// Of organisations: how many of the names of each document.
    case counts
  }

  static func of(_ field: FacetField, _ part: Part) -> UInt32 { UInt32(field.rawValue) << 8 | part.rawValue }

  /// The number of the article that a document is of, by document; 0 where it has none.
  static let articles: UInt32 = 0x1_0000

  /// The hashes of the id and of the story, by the number of the article.
  static func hashes(_ slot: ValueSlot) -> UInt32 { 0x1_0000 | UInt32(slot.rawValue) }

  /// The number of a segment in its article, by document.
  static let places: UInt32 = 0x1_0100

  /// The words of a document, each as often as it stands there, by document.
  static let lengths: UInt32 = 0x1_0101

  /// The words of the database in the order of their bytes, behind one another, and where each ends.
  static let words: UInt32 = 0x2_0000
  static let wordEnds: UInt32 = 0x2_0001
}
