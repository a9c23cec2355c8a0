/// What the tagger knows of a token by itself: equal for all tokens of one spelling and one shape.
struct TokenType: Sendable {
  /// What stands for the word of any number.
  static let digits: UInt32 = 0xD161
  static let numeric: UInt32 = 0xD162
  /// What stands for the word and the suffix of any name.
  static let name: UInt32 = 0x4E41

  /// The folded word's hash; numbers count as one word, and so do names: those of the articles that the tagger was
  /// trained on say nothing about others.
  var word: UInt32
  var suffix: UInt32
  var shape: TokenShape
  /// From the word lists.
  var entry: LexicalEntry

  @inline(__always)
  init(_ table: TokenTable, _ token: Int, words: WordClasses) {
    shape = table.shapes[token]
    switch shape {
    case .digits: word = Self.digits
    case .numeric: word = Self.numeric
    default: word = table.hashes[token]
    }
    suffix = table.suffixes[token]
    entry = words.entry(table, token)
    if shape.isCapitalised, shape != .initial, entry.isName, !Self.calendar.contains(word) {
      (word, suffix) = (Self.name, Self.name)
    }
  }

  private static let calendar = WordSet(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august \
    september october november december jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec.
    """)
}
