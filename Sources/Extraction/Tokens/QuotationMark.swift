/// The marks that writers put around somebody's words.
enum QuotationMark: UInt8, Sendable {
  case none
  /// `"` and two apostrophes (`''`, `’’`), which open and close alike.
  case straight
  case doubleApostrophe
  /// Two backquotes, which only open.
  case backquotes
  /// `“`, which closes what `„` opened.
  case curlyOpen
  case curlyClose
  /// `„`
  case low
  /// `«` and `»`: French open with the first, Danish and some German with the second.
  case guillemetLeft
  case guillemetRight
  /// `「` and `『`, and what closes them.
  case cornerOpen
  case cornerClose
  /// `'`, also an apostrophe.
  case single
  /// `‘`, `’` (also an apostrophe), `‹` and `›`.
  case singleOpen
  case singleClose

  var isSingle: Bool { rawValue >= QuotationMark.single.rawValue }
  var isDouble: Bool { self != .none && !isSingle }
}
