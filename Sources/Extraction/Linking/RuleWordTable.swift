/// The words of the rules by their hashes. Words that the same rules ask for share a number: a type of tokens needs but a
/// byte for it.
struct RuleWordTable: Sendable {
  static let shared = RuleWordTable()

  private var numbers: WordMap<UInt8> = [:]
  /// By number; 0 is that of all other words, 1 that of marks, 2 that of accounts.
  private(set) var kinds: [RuleWords] = [[], .mark, .handle]

  private init() {
    var words: WordMap<RuleWords> = [:]
    for (kind, list) in Self.words {
      for hash in list.hashes { words[hash, default: []].formUnion(kind) }
    }
    for hash in words.keys { numbers[hash] = number(of: words[hash] ?? []) }
  }

  private mutating func number(of kind: RuleWords) -> UInt8 {
    if let known = kinds.firstIndex(of: kind) { return UInt8(known) }
    kinds.append(kind)
    return UInt8(kinds.count - 1)
  }

  func number(of type: TokenType, _ hash: UInt32) -> UInt8 {
    switch type.shape {
    case .quotation: 1
    case .handle: 2
    default: numbers[hash] ?? 0
    }
  }

  private static let words: [(RuleWords, WordSet)] =
    common + ClauseFinder.ruleWords + AttributedSentence.ruleWords + RelationRepairs.ruleWords

  private static let common: [(RuleWords, WordSet)] = [
    (.comma, WordSet(", ;")), (.bracket, WordSet("( )")), (.that, WordSet("that")), (.by, WordSet("by")),
    (.as, WordSet("as")), (.joint, WordSet("and but")), (.relative, WordSet("who whose whom which where")),
    (.according, WordSet("according")), (.asked, WordSet("asked")), (.said, VerbForms.said),
    (.saying, WordSet("saying")), (.told, VerbForms.told), (.angle, WordSet("<")), (.colon, WordSet(":")),
    (.silence, StatementSilence.refusing), (.silence, StatementSilence.negations), (.reached, WordSet("reached")),
    (.reached, SourceTrimming.asking), (.time, SourceTrimming.adverbs),
    (.time, SourceTrimming.days), (.time, SourceTrimming.periods), (.time, SourceTrimming.months),
  ]
}

extension ClauseFinder {
  fileprivate static let ruleWords: [(RuleWords, WordSet)] = [
    (.requesting, urging), (.requesting, calling), (.promising, promises), (.interrupted, interruptible),
    (.innocence, WordSet("innocence")), (.reckoning, reckons), (.reckoning, unnamed), (.moving, moves),
    (.answer, Answer.nouns), (.finding, findings), (.naming, naming), (.putting, puts), (.paper, paperNouns),
  ]
}

extension AttributedSentence {
  fileprivate static let ruleWords: [(RuleWords, WordSet)] = [
    (.interrupting, plain), (.confirming, confirming), (.closing, closing), (.adding, adding), (.judging, judging),
    (.judging, going), (.hearing, endsHearing), (.informing, telling), (.showing, showing),
  ]

  // What a sentence holds in which `atEnd`, `interrupted` and `inside` find something.
  static var enders: RuleWords { [.strengthA, .confirming, .judging, .saying] }
  static var interrupters: RuleWords { [.interrupting, .told, .confirming] }
  static var closers: RuleWords { [.closing, .confirming] }
}

extension RelationRepairs {
  fileprivate static let ruleWords: [(RuleWords, WordSet)] =
    common + things.map { (.thing, $0) } + unsaid.map { (.unsaid, $0) }

  private static let common: [(RuleWords, WordSet)] = [
    (.informing, tellingSomebody), (.informing, tellingPassively), (.informing, informing), (.addressing, addressing),
    (.weekday, weekdays), (.condition, WordSet("condition")), (.citing, WordSet("citing")), (.refusing, refusals),
    (.occasion, interviews), (.question, questionWords), (.verdict, verdicts), (.while, whiles), (.called, called),
    (.reacting, reacting), (.announcing, announcing), (.rejecting, rejecting), (.expecting, expecting),
    (.unspoken, ignoring), (.unspoken, openQuestions), (.expected, expected), (.nameless, AnonymousTeller.nameless),
    (.nameless, AnonymousTeller.named), (.supposed, SupposedReports.wishes), (.supposed, SupposedReports.nobodies),
    (.supposed, SupposedReports.suppositions), (.supposed, SupposedReports.untrue),
    (.supposed, WordSet("ought no true you")), (.supposed, SupposedReports.proverbs),
    (.nameless, WordSet("withheld")),
  ]
}
