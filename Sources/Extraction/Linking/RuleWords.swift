/// Which of the words that the rules on reports ask for stand in a sentence.
///
/// There are some hundred rules, most of which begin with a word that few sentences hold. A bit for the words of each,
/// learned once for a type of tokens and joined by sentence, tells which of them have anything to look for: where it is
/// not set, a rule would find nothing.
///
///     The road was closed, according to Ode.   ->  comma, according
struct RuleWords: OptionSet, Sendable {
  let rawValue: UInt64

  // MARK: Words of many rules

  static var comma: Self { bit(0) }
  static var bracket: Self { bit(1) }
  static var that: Self { bit(2) }
  static var by: Self { bit(3) }
  static var `as`: Self { bit(4) }
  static var joint: Self { bit(5) }
  static var relative: Self { bit(6) }
  static var according: Self { bit(7) }
  static var asked: Self { bit(8) }
  static var said: Self { bit(9) }
  static var saying: Self { bit(10) }
  static var told: Self { bit(11) }
  static var confirming: Self { bit(12) }
  static var informing: Self { bit(13) }
  static var answer: Self { bit(14) }

  // MARK: Of clauses that were passed over

  static var reckoning: Self { bit(15) }
  static var moving: Self { bit(16) }
  static var finding: Self { bit(17) }
  static var naming: Self { bit(18) }
  static var putting: Self { bit(19) }
  static var requesting: Self { bit(20) }
  static var promising: Self { bit(21) }
  static var innocence: Self { bit(22) }
  static var interrupted: Self { bit(23) }

  // MARK: Of attributed sentences

  static var interrupting: Self { bit(24) }
  static var closing: Self { bit(25) }
  static var adding: Self { bit(26) }
  static var judging: Self { bit(27) }
  static var hearing: Self { bit(28) }
  static var showing: Self { bit(29) }

  // MARK: Of what is repaired

  static var condition: Self { bit(30) }
  static var addressing: Self { bit(31) }
  static var citing: Self { bit(32) }
  static var refusing: Self { bit(33) }
  static var occasion: Self { bit(34) }
  static var verdict: Self { bit(35) }
  static var `while`: Self { bit(36) }
  static var called: Self { bit(37) }
  static var thing: Self { bit(38) }
  static var unsaid: Self { bit(39) }
  static var unspoken: Self { bit(40) }
  static var reacting: Self { bit(41) }
  static var announcing: Self { bit(42) }
  static var rejecting: Self { bit(43) }
  static var expecting: Self { bit(44) }
  static var weekday: Self { bit(45) }
  static var question: Self { bit(46) }
  static var nameless: Self { bit(47) }
  static var expected: Self { bit(48) }
  static var supposed: Self { bit(54) }

  // MARK: Of sources and labels

  static var colon: Self { bit(49) }
  static var time: Self { bit(50) }
  static var silence: Self { bit(51) }
  static var angle: Self { bit(52) }
  static var reached: Self { bit(53) }

  // MARK: Of papers

  static var paper: Self { bit(55) }

  // MARK: What no list tells

  static var strengthA: Self { strength(.a) }
  static var strengthB: Self { strength(.b) }
  static var strengthC: Self { strength(.c) }
  static var strengthD: Self { strength(.d) }
  /// A mark that can open or close a quotation, whether it does or not.
  static var mark: Self { bit(62) }
  /// An account: `@norvik`.
  static var handle: Self { bit(61) }
  /// A token in a quotation, or one of its marks.
  static var quoted: Self { bit(63) }

  /// How surely a word brings those of somebody; that of `none` is asked for by nobody.
  @inline(__always)
  static func strength(_ strength: CueStrength) -> Self { bit(56 &+ UInt64(strength.rawValue)) }

  @inline(__always)
  private static func bit(_ number: UInt64) -> Self { Self(rawValue: 1 &<< number) }

  /// Whether one of some words stands there.
  @inline(__always)
  func holds(_ words: Self) -> Bool { !isDisjoint(with: words) }
}
