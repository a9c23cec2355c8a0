/// How surely a word brings somebody's words; the letters of `Index/speech-verbs.tsv`.
enum CueStrength: UInt8, Sendable {
  case none = 0
  /// Almost always, mostly, often, now and then.
  case a, b, c, d

  /// Those that the long-range features of the tagger look for.
  @inline(__always)
  var isStrong: Bool { self == .a || self == .b }

  init(_ letter: UInt8?) {
    switch letter {
    case UInt8(ascii: "A"): self = .a
    case UInt8(ascii: "B"): self = .b
    case UInt8(ascii: "C"): self = .c
    case UInt8(ascii: "D"): self = .d
    default: self = .none
    }
  }
}

/// What the word lists know of one word.
struct LexicalEntry: Hashable, Sendable {
  /// Hash of the name of its class: the parts of speech that it can have.
  var partOfSpeech: UInt32
  /// Hash of the lemma of a cue, else 0.
  var lemma: UInt32
  var strength: CueStrength
  var isVerb: Bool
  /// A title, or a noun for people who are quoted.
  var isTitle: Bool
  /// Which rules on reports ask for it: a number of `RuleWordTable`, not one of the word lists.
  var rules: UInt8 = 0

  /// A word that is a name wherever it is capitalised, as are those that no list holds.
  var isName: Bool { partOfSpeech == Self.name && !isTitle }

  private static var name: UInt32 { ByteHash.of("NNP") }
}

/// As numbers without gaps, for tables that lie ready.
extension LexicalEntry {
  var coded: (UInt32, UInt32, UInt32) {
    (partOfSpeech, lemma, UInt32(strength.rawValue) | (isVerb ? 0x100 : 0) | (isTitle ? 0x200 : 0))
  }

  @inline(__always)
  init(coded: (UInt32, UInt32, UInt32)) {
    partOfSpeech = coded.0
    lemma = coded.1
    strength = CueStrength(rawValue: UInt8(truncatingIfNeeded: coded.2)) ?? .none
    isVerb = coded.2 & 0x100 != 0
    isTitle = coded.2 & 0x200 != 0
  }
}
