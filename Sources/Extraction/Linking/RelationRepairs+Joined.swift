/// Two reports that the tagger took for one.
extension RelationRepairs {
  /// `denied the charge and told the court that he was asleep`: behind the thing that somebody denies, a verb brings words of
  /// its own.
  func splitJoined(_ relations: inout [Relation]) {
    for index in relations.indices.reversed() {
      guard let next = next(in: relations[index]), let content = relations[index].contents.first else { continue }
      relations[index].contents[0] = content.lowerBound..<next.joint
      let words = next.words..<content.upperBound
      relations.insert(
        Relation(source: relations[index].source, cue: next.verb..<(next.verb + 1), contents: [words]), at: index + 1)
    }
  }

  /// `said it | expects | to deliver nine jets`: what it expects is what is said.
  func joinPronoun(_ relations: inout [Relation]) {
    guard relations.contains(where: { $0.contents.first?.count == 1 }) else { return }
    for index in relations.indices { joinPronoun(&relations[index]) }
    for index in relations.indices.dropLast().reversed() {
      guard let cue = relations[index].cue, let pronoun = relations[index].contents.last, pronoun.count == 1,
        relations[index].contents.count == 1, cue.upperBound <= pronoun.lowerBound,
        SpeakerWords.pronouns.contains(input.tokens.hashes[pronoun.lowerBound]), !input.isQuoted(pronoun.lowerBound),
        let verb = relations[index + 1].cue, let words = relations[index + 1].contents.last,
        (pronoun.upperBound...pronoun.upperBound + 1).contains(verb.lowerBound),
        verb.contains(where: { Self.wishing.contains(input.tokens.hashes[$0]) }), words.lowerBound >= verb.upperBound,
        input.tokens.sentenceOf[words.lowerBound] == input.tokens.sentenceOf[pronoun.lowerBound]
      else { continue }
      relations[index].contents = [pronoun.lowerBound..<words.upperBound]
      relations.remove(at: index + 1)
    }
  }

  static let wishing = WordSet(
    "expects expected expect plans planned plan hopes hoped hope intends intended intend aims aimed aim wants wanted want"
  )

  /// The same where the verb between was not taken for one that brings words.
  private func joinPronoun(_ relation: inout Relation) {
    guard relation.contents.count == 2, let cue = relation.cue, let words = relation.contents.last,
      case let pronoun = relation.contents[0], pronoun.count == 1, cue.upperBound <= pronoun.lowerBound,
      SpeakerWords.pronouns.contains(input.tokens.hashes[pronoun.lowerBound]), !input.isQuoted(pronoun.lowerBound),
      (1...2).contains(words.lowerBound - pronoun.upperBound), !words.contains(where: input.isQuoted),
      (pronoun.upperBound..<words.lowerBound).contains(where: { Self.wishing.contains(input.tokens.hashes[$0]) }),
      input.tokens.sentenceOf[words.lowerBound] == input.tokens.sentenceOf[pronoun.lowerBound]
    else { return }
    relation.contents = [pronoun.lowerBound..<words.upperBound]
  }

  private func next(in relation: Relation) -> (joint: Int, verb: Int, words: Int)? {
    guard relation.contents.count == 1, let content = relation.contents.first, content.count > 6,
      relation.cue.map({ $0.upperBound <= content.lowerBound }) ?? false, !input.isQuoted(content.lowerBound),
      !Self.clauseOpeners.contains(input.tokens.hashes[content.lowerBound]),
      let joint = joint(in: content),
      let verb = sayingVerb(behind: joint),
      !(content.lowerBound..<joint).contains(where: {
        input.isQuoted($0) || SubjectFinder.isFinite($0, input) && !Self.ambiguous.contains(input.partsOfSpeech[$0])
      }),
      let words = beginning(behind: verb, before: content.upperBound), words + 3 < content.upperBound
    else { return nil }
    return (joint, verb, words)
  }

  private func joint(in content: Range<Int>) -> Int? {
    let (hashes, and, but) = (input.tokens.hashes, Self.and, Self.but)
    return content.dropFirst().prefix(Self.longestThing).first {
      (hashes[$0] == and || hashes[$0] == but) && !input.isQuoted($0) && sayingVerb(behind: $0) != nil
    }
  }

  /// The verb right behind an "and", a helper or an adverb allowed between.
  private func sayingVerb(behind joint: Int) -> Int? {
    let last = min(joint + 3, input.tokens.sentence(joint).upperBound - 1)
    guard joint + 1 < last, let verb = (joint + 1..<last).first(where: { input.strengths[$0] == .a }),
      verb == joint + 1 || Self.between.contains(input.tokens.hashes[joint + 1]),
      input.tokens.shapes[verb] == .lower, Self.pastForms.contains(input.tokens.hashes[verb])
    else { return nil }
    return verb
  }

  /// Where the words of a verb begin: with "that", or with a clause.
  private func beginning(behind verb: Int, before end: Int) -> Int? {
    // The content may end between the "and" and the verb.
    guard verb < end else { return nil }
    if let that = ClauseFinder.that(behind: verb, in: verb..<end, input) { return that }
    let first = verb + 1
    guard first < end, Self.subjects.contains(input.tokens.hashes[first]) else { return nil }
    return (first + 1..<min(end, first + Self.farthestHelper)).contains {
      Self.helping.contains(input.tokens.hashes[$0])
    } ? first : nil
  }

  private static let longestThing = 14
  private static let farthestHelper = 6
  private static var and: UInt32 { ByteHash.of("and") }
  private static var but: UInt32 { ByteHash.of("but") }
  private static let between = WordSet("also then later now has have had further even")
  private static let pastForms = WordSet(
    """
    said says told tells added adds argued argues insisted insists warned warns claimed claims alleged alleges maintained \
    stressed noted explained stated announced vowed acknowledged revealed confirmed declared asserted complained contended
    """)
  private static let subjects = WordSet("he she it they the no his her its their there this these those")
  private static let helping = WordSet(
    "is are was were has have had will would does did can could must should may might")
  private static var ambiguous: FewWords { FewWords("NNS/VBZ", "NN/VBZ", "NN/VBD", "VB/VBP") }
  private static let clauseOpeners = WordSet(
    "that to whether if he she it they we i there when where why how what which who")
}
