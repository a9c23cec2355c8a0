/// A run of tokens between quotation marks.
struct Quotation: Hashable, Sendable {
  /// The opening mark.
  var open: Int
  /// The closing mark, or the last token where none closes it.
  var close: Int
  /// `false` where the paragraph (or another opening mark) ends it.
  var isClosed: Bool
  /// Reopened at the start of a paragraph after the one before had been left open: the same words go on.
  var continues = false
  /// Inside another quotation.
  var isNested = false

  var tokens: Range<Int> { open..<(close + 1) }

  /// Tokens between the marks.
  var length: Int { close - open - (isClosed ? 1 : 0) }
}
