/// How a token is written, which is most of what is known about a word that no list holds.
enum TokenShape: UInt8, Sendable {
  /// `said`, and words of scripts without capitals.
  case lower
  /// `Moscow`, `McCain`.
  case capitalised
  /// One capital, with or without a point: `I`, `J.`
  case initial
  /// `NATO`, `U.S.`
  case capitals
  /// `2024`
  case digits
  /// Begins with a digit or a currency sign: `19th`, `$4.5`.
  case numeric
  /// `@handle`, `#topic`.
  case handle
  case punctuation
  /// Any mark that can open or close a quotation; `TokenTable.marks` says which.
  case quotation

  @inline(__always)
  var isWord: Bool { rawValue <= TokenShape.handle.rawValue }
  /// `2024`, `$4.5`
  @inline(__always)
  var isDigits: Bool { self == .digits || self == .numeric }
  /// The three that begin with a capital stand beside one another.
  @inline(__always)
  var isCapitalised: Bool { rawValue &- TokenShape.capitalised.rawValue < 3 }
}
