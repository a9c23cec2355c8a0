/// Reports that the tagger passed over: `Ode responded by saying on Radio 1 that the bridge is closed.`
///
/// In a sentence in which nothing was found: where a verb that almost always brings words has a subject before it and
/// `that` close behind it, or where an `AttributedSentence` ends or begins with who says it. Where words were found, only
/// before them, or around them.
struct ClauseFinder {
  let input: TaggerInput
  let tagged: TaggedTokens
  let subjects: SubjectFinder
  private static let farthestThat = 6

  func relations(in paragraph: Range<Int>) -> [Relation] {
    var found: [Relation] = []
    var first = paragraph.lowerBound
    while first < paragraph.upperBound {
      let sentence = input.tokens.sentence(first)
      if let relation = relation(passedOver: sentence) {
        found.append(relation)
        if let vow = vow(behind: relation, in: sentence) { found.append(vow) }
      }
      first = max(first + 1, sentence.upperBound)
    }
    return found
  }

  private func relation(passedOver sentence: Range<Int>) -> Relation? {
    let attributed = AttributedSentence(input: input, subjects: subjects)
    guard let content = sentence.first(where: { tagged.role($0) == .content || input.isQuoted($0) && isLong($0) })
    else {
      // Most sentences have no verb of these strengths, which one look at each token tells.
      let known = input.strengths
      var strengths: UInt8 = 0
      for token in sentence { strengths |= 1 << known[token].rawValue }
      let holdsA = strengths & Self.bit(.a) != 0
      let holdsB = strengths & Self.bit(.b) != 0
      let holdsMore = holdsB || strengths & Self.bit(.c) != 0
      if holdsA, let relation = attributed.ending(sentence) ?? relation(in: sentence) { return relation }
      if let relation = attributed.relation(in: sentence) { return relation }
      if holdsA, let relation = telling(in: sentence) ?? saying(in: sentence) { return relation }
      if holdsB, let relation = request(in: sentence) ?? promising(in: sentence) { return relation }
      if holdsA || holdsMore, let relation = protesting(in: sentence) ?? reckoning(in: sentence) { return relation }
      if let relation = moving(in: sentence) ?? answering(in: sentence) { return relation }
      return (holdsMore ? finding(in: sentence) : nil)
        ?? (holdsA || holdsMore ? attributed.showing(sentence) : nil)
        ?? naming(in: sentence) ?? (strengths & Self.bit(.d) != 0 ? putting(in: sentence) : nil)
    }
    let isPassedOver = tagged.role(content) != .content
    let whole =
      attributed.interrupted(sentence, before: content) ?? attributed.inside(sentence, before: content)
      ?? attributed.around(tagged, in: sentence) ?? attributed.beforeParticiple(sentence)
    return whole ?? wider(in: sentence, from: content) ?? withoutCue(in: sentence, from: content)
      ?? (isPassedOver ? naming(in: sentence) : protesting(in: sentence))
  }

  /// `Jurors heard that a letter came, thanking her for the horse`, `Many speak Norse, he recalls, but few write it`: what was
  /// taken for words stands inside those of another verb.
  private func wider(in sentence: Range<Int>, from content: Int) -> Relation? {
    guard !input.isQuoted(content), let last = sentence.last(where: { tagged.role($0) == .content })
    else { return nil }
    let attributed = AttributedSentence(input: input, subjects: subjects)
    if let found = finding(in: sentence, before: content - 1) { return found }
    if let found = attributed.beginning(sentence), let words = found.contents.first, words.lowerBound + 1 < content {
      return found
    }
    guard last + 4 < sentence.upperBound, input.tokens.isCharacter(last + 1, ",") else { return nil }
    return attributed.interrupted(sentence, behind: last)
  }

  /// `Ode reckons | the coach lost the dressing room`: words of which the tagger saw no other verb that brings them come to
  /// nothing. Who `asked not to be named` has said nothing by that.
  private func withoutCue(in sentence: Range<Int>, from content: Int) -> Relation? {
    guard !input.isQuoted(content),
      let found = reckoning(in: sentence) ?? telling(in: sentence) ?? moving(in: sentence) ?? answering(in: sentence),
      let cue = found.cue,
      !sentence.contains(where: {
        tagged.role($0) == .cue && !cue.contains($0) && !Self.unnaming.contains(input.tokens.hashes[$0])
      })
    else { return nil }
    return found
  }

  private static let unnaming = WordSet("asked declined refused wanted wished requested not to be named identified")

  @inline(__always)
  private static func bit(_ strength: CueStrength) -> UInt8 { 1 << strength.rawValue }

  private func isLong(_ token: Int) -> Bool { (input.quotation(token)?.length ?? 0) > 3 }

  private func relation(in sentence: Range<Int>) -> Relation? {
    for verb in sentence
    where input.strengths[verb] == .a && !input.isQuoted(verb) {
      guard let that = Self.that(behind: verb, in: sentence, input),
        let subject = subject(of: verb)
      else { continue }
      var end = sentence.upperBound
      while end > that + 1, !input.tokens.isWord(end - 1), input.tokens.marks[end - 1] == .none { end -= 1 }
      guard end - that >= 4 else { continue }
      return Relation(source: subject, cue: verb..<(verb + 1), contents: [that..<end], origin: .clause)
    }
    return nil
  }

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
  private static let negations = WordSet("not never")
  /// Classes of words that "to" is a preposition before.
  private static let nominals = WordSet("DT PDT PRP PRP$ IN CD NNS JJR WDT WP")
  private static let determiners = WordSet(
    "the a an this that these those his her its their our my your him them me us it what which who all both some any no"
  )
  private static let urging = WordSet(
    "urge urges urged order orders ordered instruct instructs instructed advised begged implored"
  )
  private static let calling = WordSet("call calls called")
  private static let on = ByteHash.of("on")
  private static let to = ByteHash.of("to")
  private static let ing = ByteHash.of("ing")
  private static let clauses = WordSet("but while as after before which who though although when if because that")

  static func that(behind verb: Int, in sentence: Range<Int>, _ input: TaggerInput) -> Int? {
    let first = behindAside(verb + 1, in: sentence, input)
    let last = min(sentence.upperBound, first + farthestThat)
    guard let that = (first..<max(first, last)).first(where: { input.tokens.hashes[$0] == Self.that }) else {
      return nil
    }
    return (first..<that).contains { input.tokens.isCharacter($0, ",") } ? nil : that
  }

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
  private static let by = ByteHash.of("by")
  private static let that = ByteHash.of("that")
  private static let passive = WordSet("is are was were be been being get got to not n't never")
}
