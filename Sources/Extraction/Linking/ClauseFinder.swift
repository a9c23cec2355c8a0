/// Reports that the tagger passed over: `Ode responded by saying on Radio 1 that the bridge is closed.`
///
/// In a sentence in which nothing was found: where a verb that almost always brings words has a subject before it and
/// `that` close behind it, or where an `AttributedSentence` ends or begins with who says it. Where words were found, only
/// before them, or around them.
struct ClauseFinder {
  let input: TaggerInput
  let tagged: TaggedTokens
  let subjects: SubjectFinder
  private let attributed: AttributedSentence
  private static let farthestThat = 6

  /// - Parameter subjects: Those of the paragraph that is asked for.
  init(_ input: TaggerInput, _ tagged: TaggedTokens, _ subjects: SubjectFinder) {
    self.input = input
    self.tagged = tagged
    self.subjects = subjects
    attributed = AttributedSentence(input: input, subjects: subjects)
  }

  /// - Parameter hasContents: Whether the tagger found words in the paragraph.
  func relations(in paragraph: Range<Int>, hasContents: Bool) -> [Relation] {
    var found: [Relation] = []
    var first = paragraph.lowerBound
    while first < paragraph.upperBound {
      let sentence = input.tokens.sentence(first)
      if let relation = relation(passedOver: sentence, hasContents: hasContents), !isName(relation, in: sentence) {
        found.append(relation)
        if let vow = vow(behind: relation, in: sentence) { found.append(vow) }
      }
      first = max(first + 1, sentence.upperBound)
    }
    return found
  }

  /// `the chief engineer of the United States`, `an Executive Order that might come`: a verb of its own capital is part of a name.
  private func isName(_ relation: Relation, in sentence: Range<Int>) -> Bool {
    guard let cue = relation.cue, input.tokens.shapes[cue.lowerBound] == .capitalised else { return false }
    return cue.lowerBound > sentence.lowerBound + 1
      && input.tokens.hashes[cue.lowerBound] != AttributedSentence.according
      // In a headline all words may have capitals.
      && sentence.contains { input.tokens.shapes[$0] == .lower && input.tokens.end($0) - input.tokens.start($0) > 4 }
  }

  /// Asks only the rules some word of which stands there: most sentences hold those of a few.
  private func relation(passedOver sentence: Range<Int>, hasContents: Bool) -> Relation? {
    let words = input.ruleWords[Int(input.tokens.sentenceOf[sentence.lowerBound])]
    guard hasContents || words.contains(.quoted),
      let content = sentence.first(where: { tagged.role($0) == .content || input.isQuoted($0) && isLong($0) })
    else { return relation(inWhole: sentence, words) }
    if let found = whole(sentence, before: content, words) ?? wider(in: sentence, from: content, words)
      ?? withoutCue(in: sentence, from: content, words)
    {
      return found
    }
    let isPassedOver = tagged.role(content) != .content
    if isPassedOver { return words.contains([.naming, .quoted]) ? naming(in: sentence) : nil }
    return words.contains(.innocence) ? protesting(in: sentence) : nil
  }

  /// A sentence that says itself whose all of it is, though some of it was taken for words.
  private func whole(
    _ sentence: Range<Int>, before content: Int, _ words: RuleWords
  ) -> Relation? {
    guard words.contains(.comma) else { return nil }
    if words.holds(AttributedSentence.interrupters),
      let found = attributed.interrupted(sentence, before: content)
    {
      return found
    }
    if words.holds(AttributedSentence.closers), let found = attributed.inside(sentence, before: content) {
      return found
    }
    if let found = attributed.around(tagged, in: sentence, words) { return found }
    return words.contains([.adding, .closing]) ? attributed.beforeParticiple(sentence) : nil
  }

  /// Where nothing was taken for words, and nothing of some length stands in marks.
  private func relation(
    inWhole sentence: Range<Int>, _ words: RuleWords
  ) -> Relation? {
    let holdsA = words.contains(.strengthA)
    let holdsMore = words.holds([.strengthB, .strengthC])
    if holdsA {
      if words.contains(.comma), let relation = attributed.ending(sentence) { return relation }
      if words.contains(.that), let relation = relation(in: sentence) { return relation }
    }
    if let relation = attributed.relation(in: sentence, words) { return relation }
    if holdsA {
      if words.contains([.nameless, .relative]), let relation = anonymous(in: sentence) { return relation }
      let isTold = words.contains(.told) || words.contains([.comma, .interrupted])
      if isTold, let relation = telling(in: sentence) { return relation }
      if words.contains(.said), let relation = saying(in: sentence) { return relation }
    }
    if words.contains(.strengthB) {
      if words.contains(.requesting), let relation = request(in: sentence) { return relation }
      if words.contains(.promising), let relation = promising(in: sentence) { return relation }
    }
    if holdsA || holdsMore {
      if words.contains(.innocence), let relation = protesting(in: sentence) { return relation }
      if words.contains(.reckoning), let relation = reckoning(in: sentence) { return relation }
    }
    if words.contains([.confirming, .that]), let relation = confirming(in: sentence) { return relation }
    if words.contains(.paper), let relation = paper(in: sentence) { return relation }
    if words.contains(.moving), let relation = moving(in: sentence) { return relation }
    if words.contains([.answer, .that]), let relation = answering(in: sentence) { return relation }
    if holdsMore, words.contains([.finding, .that]), let relation = finding(in: sentence) { return relation }
    if holdsA || holdsMore, words.contains([.showing, .comma]), let relation = attributed.showing(sentence) {
      return relation
    }
    if words.contains([.naming, .quoted]), let relation = naming(in: sentence) { return relation }
    return words.contains([.strengthD, .putting]) ? putting(in: sentence) : nil
  }

  /// `Jurors heard that a letter came, thanking her for the horse`, `Many speak Norse, he recalls, but few write it`: what was
  /// taken for words stands inside those of another verb.
  private func wider(in sentence: Range<Int>, from content: Int, _ holding: RuleWords) -> Relation? {
    guard !input.isQuoted(content), let last = sentence.last(where: { tagged.role($0) == .content })
    else { return nil }
    if holding.contains([.finding, .that]), let found = finding(in: sentence, before: content - 1) { return found }
    if holding.contains(.according), let found = attributed.beginning(sentence), let words = found.contents.first,
      words.lowerBound + 1 < content
    {
      return found
    }
    guard holding.contains(.comma), holding.holds(AttributedSentence.interrupters), last + 4 < sentence.upperBound,
      input.tokens.isCharacter(last + 1, ",")
    else { return nil }
    return attributed.interrupted(sentence, behind: last)
  }

  /// `A clerk, who asked not to be named, said ...`
  private func anonymous(in sentence: Range<Int>) -> Relation? {
    guard let teller = AnonymousTeller.find(in: sentence, input) else { return nil }
    let words = teller.words..<input.tokens.wordsEnd(sentence)
    guard holdsWholeQuotations(words) else { return nil }
    return Relation(source: teller.source, cue: teller.verb..<teller.verb + 1, contents: [words], origin: .clause)
  }

  /// `Ode reckons | the coach lost the dressing room`: words of which the tagger saw no other verb that brings them come to
  /// nothing. Who `asked not to be named` has said nothing by that.
  private func withoutCue(in sentence: Range<Int>, from content: Int, _ words: RuleWords) -> Relation? {
    guard !input.isQuoted(content),
      let found = bare(in: sentence, words),
      let cue = found.cue,
      !sentence.contains(where: {
        tagged.role($0) == .cue && !cue.contains($0) && !Self.unnaming.contains(input.tokens.hashes[$0])
      })
    else { return nil }
    return found
  }

  private func bare(in sentence: Range<Int>, _ words: RuleWords) -> Relation? {
    if words.contains(.reckoning), let found = reckoning(in: sentence) { return found }
    let isTold = words.contains(.told) || words.contains([.comma, .interrupted])
    if isTold, let found = telling(in: sentence) { return found }
    if words.contains(.moving), let found = moving(in: sentence) { return found }
    return words.contains([.answer, .that]) ? answering(in: sentence) : nil
  }

  private static let unnaming = WordSet("asked declined refused wanted wished requested not to be named identified")

  private func isLong(_ token: Int) -> Bool { (input.quotation(token)?.length ?? 0) > 3 }

  private func relation(in sentence: Range<Int>) -> Relation? {
    for verb in sentence
    where input.strengths[verb] == .a && !input.isQuoted(verb) {
      guard let that = Self.that(behind: verb, in: sentence, input),
        let subject = subject(of: verb), !isOfRelative(verb, subject)
      else { continue }
      var end = sentence.upperBound
      while end > that + 1, !input.tokens.isWord(end - 1), input.tokens.marks[end - 1] == .none { end -= 1 }
      guard end - that >= 4 else { continue }
      return Relation(source: subject, cue: verb..<(verb + 1), contents: [that..<end], origin: .clause)
    }
    return nil
  }

  /// `Neon is a term that describes ...`: what "that" stands for describes it, and no name farther off.
  private func isOfRelative(_ verb: Int, _ subject: Range<Int>) -> Bool {
    Self.relatives.contains(input.tokens.hashes[verb - 1]) && subject.upperBound < verb - 1
  }

  private static var relatives: FewWords { FewWords("that", "which") }

  /// `urged both sides to return to the table`, `called on him to resign`: the words are whom, and what for.
  private func request(in sentence: Range<Int>) -> Relation? {
    for verb in sentence where input.strengths[verb] == .b && !input.isQuoted(verb) {
      guard let cue = Self.requestCue(verb, in: sentence, input), let subject = subject(of: verb),
        let to = requestedVerb(behind: cue.upperBound, in: sentence)
      else { continue }
      var end = (to..<sentence.upperBound).first { endsRequest($0, in: sentence) } ?? sentence.upperBound
      while end > to + 1, !input.tokens.isWord(end - 1), input.tokens.marks[end - 1] == .none { end -= 1 }
      guard !(cue.upperBound..<end).contains(where: input.isQuoted) else { continue }
      return Relation(source: subject, cue: cue, contents: [cue.upperBound..<end], origin: .clause)
    }
    return nil
  }

  private static func requestCue(_ verb: Int, in sentence: Range<Int>, _ input: TaggerInput) -> Range<Int>? {
    guard verb > sentence.lowerBound, verb + 3 < sentence.upperBound else { return nil }
    if urging.contains(input.tokens.hashes[verb]) { return verb..<(verb + 1) }
    let isCall = calling.contains(input.tokens.hashes[verb]) && input.tokens.hashes[verb + 1] == on
    return isCall ? verb..<(verb + 2) : nil
  }

  /// The verb behind "to", a noun phrase between it and the beginning.
  private func requestedVerb(behind first: Int, in sentence: Range<Int>) -> Int? {
    let last = min(sentence.upperBound - 1, first + Self.longestAddressee)
    guard first < last, let to = (first + 1..<last).first(where: { input.tokens.hashes[$0] == Self.to }),
      !(first..<to).contains(where: { !input.tokens.isWord($0) || Self.clauses.contains(input.tokens.hashes[$0]) })
    else { return nil }
    let verb = Self.negations.contains(input.tokens.hashes[to + 1]) ? min(to + 2, sentence.upperBound - 1) : to + 1
    return input.tokens.shapes[verb] == .lower && !Self.nominals.contains(input.partsOfSpeech[verb])
      && !Self.determiners.contains(input.tokens.hashes[verb]) ? verb : nil
  }

  func endsRequest(_ token: Int, in sentence: Range<Int>) -> Bool {
    input.tokens.isCharacter(token, ",") && token + 1 < sentence.upperBound
      && (Self.clauses.contains(input.tokens.hashes[token + 1]) || input.tokens.suffixes[token + 1] == Self.ing)
  }

  private static let longestAddressee = 9
  private static var negations: FewWords { FewWords("not", "never") }
  /// Classes of words that "to" is a preposition before.
  private static let nominals = WordSet("DT PDT PRP PRP$ IN CD NNS JJR WDT WP")
  private static let determiners = WordSet(
    "the a an this that these those his her its their our my your him them me us it what which who all both some any no"
  )
  static let urging = WordSet(
    "urge urges urged order orders ordered instruct instructs instructed advised begged implored"
  )
  static let calling = WordSet("call calls called")
  private static var on: UInt32 { ByteHash.of("on") }
  private static var to: UInt32 { ByteHash.of("to") }
  private static var ing: UInt32 { ByteHash.of("ing") }
  private static let clauses = WordSet("but while as after before which who though although when if because that")

  static func that(behind verb: Int, in sentence: Range<Int>, _ input: TaggerInput) -> Int? {
    let first = behindAside(verb + 1, in: sentence, input)
    let last = min(sentence.upperBound, first + farthestThat)
    guard let that = (first..<max(first, last)).first(where: { input.tokens.hashes[$0] == Self.that }) else {
      return nil
    }
    return (first..<that).contains { input.tokens.isCharacter($0, ",") } || isRelative(that, behind: verb, input)
      ? nil : that
  }

  /// `described the craft of bending tubes that glow`, `warned of the harm that a strike does`, `reported details of the tour
  /// that begins in May`: the noun behind the verb has the clause, and nobody who hears it stands there.
  private static func isRelative(_ that: Int, behind verb: Int, _ input: TaggerInput) -> Bool {
    guard that > verb + 1 else { return false }
    let next = input.tokens.hashes[verb + 1]
    if about.contains(next) { return !facts.contains(input.tokens.hashes[that - 1]) }
    if addressing.contains(input.tokens.hashes[verb]) { return false }
    if asking.contains(input.tokens.hashes[verb]) { return true }
    return Pronouns.articles.contains(next)
      || that > verb + 2
        && (input.isPlural(verb + 1) || input.partsOfSpeech[verb + 1] == AttributedSentence.pluralOrVerb)
  }

  private static let addressing = WordSet(
    """
    told tell tells telling warned warn warns warning informed informs assured assures reminded reminds advised advises \
    convinced persuaded promised notified cautioned
    """)
  private static var asking: FewWords { FewWords("asked", "asks") }
  private static var about: FewWords { FewWords("of", "about") }
  private static let facts = WordSet("fact danger risk possibility chance prospect likelihood fear fears")

  /// `accepted, however, that`: the word between two commas stands beside the clause.
  private static func behindAside(_ comma: Int, in sentence: Range<Int>, _ input: TaggerInput) -> Int {
    guard comma + 3 < sentence.upperBound, input.tokens.isCharacter(comma, ","),
      SubjectFinder.asides.contains(input.tokens.hashes[comma + 1]), input.tokens.isCharacter(comma + 2, ",")
    else { return comma }
    return comma + 3
  }

  /// Whether a verb of saying is a noun as often, or stands in "was told that", whose subject is the one who hears it.
  static func isNounOrPassive(_ verb: Int, _ input: TaggerInput) -> Bool {
    if nouns.contains(input.tokens.hashes[verb]) { return true }
    let helpers = max(input.tokens.sentence(verb).lowerBound, verb - 3)..<verb
    return helpers.contains { passive.contains(input.tokens.hashes[$0]) }
  }

  private func subject(of verb: Int) -> Range<Int>? {
    guard !Self.isNounOrPassive(verb, input) else { return nil }
    // "responded by saying that" has the subject of "responded".
    if verb - 2 >= input.tokens.sentence(verb).lowerBound, input.tokens.hashes[verb - 1] == Self.by,
      input.strengths[verb - 2] != .none
    {
      return subjects.subject(of: verb - 2)
    }
    return subjects.subject(of: verb)
  }

  /// Forms that are nouns as often, with a relative clause behind them (`in states that ...`).
  private static let nouns = WordSet(
    "state states claim claims charge charges report reports answer answers pledge pledges promise promises note notes")
  private static var by: UInt32 { ByteHash.of("by") }
  private static var that: UInt32 { ByteHash.of("that") }
  private static let passive = WordSet("is are was were be been being get got to not n't never")
}
