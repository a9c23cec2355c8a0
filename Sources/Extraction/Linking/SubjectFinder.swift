/// Finds who does what a verb says, by the words before it.
final class SubjectFinder {
  private let input: TaggerInput
  private let tagged: TaggedTokens
  private var paragraph: Range<Int>
  private static let farthest = 6

  init(_ input: TaggerInput, _ tagged: TaggedTokens, in paragraph: Range<Int>) {
    self.input = input
    self.tagged = tagged
    self.paragraph = paragraph
  }

  /// Goes on with another paragraph.
  func turn(to next: Range<Int>) {
    paragraph = next
    found = nil
  }

  /// In reading order; most paragraphs never ask.
  private var candidates: [SpeakerCandidate] {
    if let found { return found }
    let sorted = CandidateFinder(input: input, tagged: tagged).candidates(in: paragraph)
      .sorted { ($0.tokens?.lowerBound ?? 0) < ($1.tokens?.lowerBound ?? 0) }
    found = sorted
    return sorted
  }

  private var found: [SpeakerCandidate]?

  /// The last name, pronoun or source before a verb of its sentence, no further than an apposition away, with no
  /// other cue between.
  func subject(of verb: Int, within farthest: Int = SubjectFinder.farthest) -> Range<Int>? {
    let sentence = input.tokens.sentence(verb)
    let near = candidates.last { candidate in
      guard let tokens = candidate.tokens else { return false }
      return tokens.lowerBound >= sentence.lowerBound && tokens.upperBound <= verb
    }
    guard let near, let tokens = near.tokens, verb - tokens.upperBound <= farthest else { return nil }
    let between = tokens.upperBound..<verb
    guard !between.contains(where: input.isRulingCue) else { return nil }
    return near.origin == .name ? withHead(of: tokens, in: sentence) : tokens
  }

  /// `A clerk there, who asked not to be named because the matter is secret, said`: the phrase that the sentence opens
  /// with, where a clause on somebody stands between it and the verb.
  func subjectBeforeClause(of verb: Int) -> Range<Int>? {
    let start = max(input.tokens.sentence(verb).lowerBound, paragraph.lowerBound)
    guard verb - 2 > start, input.tokens.isCharacter(verb - 1, ","),
      let comma = (start..<verb - 2).first(where: { !input.tokens.isWord($0) }), input.tokens.isCharacter(comma, ","),
      comma > start, comma - start <= Self.longestOpening,
      Self.personalClauses.contains(input.tokens.hashes[comma + 1]) || isPersonalApposition(comma, start, verb)
        || isBody(start..<comma) || isAside(comma + 1..<verb - 1),
      Pronouns.articles.contains(input.tokens.hashes[start]) || input.tokens.shapes[start].isCapitalised,
      !Pronouns.prepositions.contains(input.tokens.hashes[start]),
      !(start..<comma).contains(where: {
        Self.clauseWords.contains(input.tokens.hashes[$0]) || input.isRulingCue($0) || input.isQuoted($0)
      }),
      !(comma..<verb).contains(where: input.isQuoted)
    else { return nil }
    return start..<comma
  }

  /// `Park, a diver who was there, said`.
  private func isPersonalApposition(_ comma: Int, _ start: Int, _ verb: Int) -> Bool {
    comma - start <= 3 && input.tokens.shapes[start].isCapitalised
      && Pronouns.articles.contains(input.tokens.hashes[comma + 1])
      && (comma + 2..<min(verb, comma + 10)).contains { Self.personalClauses.contains(input.tokens.hashes[$0]) }
  }

  /// `The Department of Tourism, which issued the permits, rejected`: no clause of its own before the comma.
  private func isBody(_ opening: Range<Int>) -> Bool {
    input.tokens.hashes[opening.upperBound + 1] == Self.which
      && !opening.contains { input.tokens.shapes[$0] == .lower && Self.isFinite($0, input) }
  }

  /// `The church, however, maintained`, `The union, for its part, said`.
  private func isAside(_ words: Range<Int>) -> Bool {
    guard let first = words.first else { return false }
    // `The bank, along with two others, warned`
    if Self.companions.contains(input.tokens.hashes[first])
      || input.tokens.suffixes[first] == Self.ing,
      input.tokens.shapes[first] == .lower, words.allSatisfy(input.tokens.isWord)
    {
      return true
    }
    if words.count == 1 { return Self.asides.contains(input.tokens.hashes[first]) }
    return words.count == 3 && input.tokens.hashes[first] == Self.for
      && input.tokens.hashes[words.upperBound - 1] == Self.part
  }

  static let asides = WordSet("however meanwhile though too nevertheless nonetheless instead")
  private static var `for`: UInt32 { ByteHash.of("for") }
  private static var part: UInt32 { ByteHash.of("part") }
  private static var ing: UInt32 { ByteHash.of("ing") }
  private static var companions: FewWords { FewWords("along", "together", "like", "unlike", "including", "alongside") }
  private static let longestOpening = 12
  private static var which: UInt32 { ByteHash.of("which") }
  private static let personalClauses = WordSet(
    "who whose most many some both asking speaking requesting insisting citing declining identified")

  /// `Miners at the pit of Norvik` for `Norvik`: a name behind a preposition stands in the noun phrase that its sentence
  /// begins with.
  private func withHead(of name: Range<Int>, in sentence: Range<Int>) -> Range<Int> {
    let start = max(sentence.lowerBound, paragraph.lowerBound)
    guard name.lowerBound > start, isBehindPreposition(name.lowerBound, start),
      name.lowerBound - start <= Self.longestPhrase,
      !Pronouns.prepositions.contains(input.tokens.hashes[start]),
      (start..<name.lowerBound).allSatisfy({ token in
        input.tokens.isWord(token) && input.strengths[token] == .none && !Self.isVerb(token, input)
          && !Self.clauseWords.contains(input.tokens.hashes[token])
      })
    else { return name }
    return start..<name.upperBound
  }

  /// `at Norvik`, `at Norvik's Harbour Market`
  private func isBehindPreposition(_ first: Int, _ start: Int) -> Bool {
    var token = first - 1
    if Pronouns.possessives.contains(input.tokens.hashes[token]), token - 1 > start,
      input.tokens.shapes[token - 1].isCapitalised
    {
      token -= 2
    }
    return Pronouns.prepositions.contains(input.tokens.hashes[token])
  }

  /// Whether a word has a form that may rule a sentence.
  static func isFinite(_ token: Int, _ input: TaggerInput) -> Bool {
    input.tokens.isWord(token) && isVerb(token, input)
  }

  private static func isVerb(_ token: Int, _ input: TaggerInput) -> Bool {
    if verbs.contains(input.partsOfSpeech[token]) { return true }
    return input.tokens.shapes[token] == .lower
      && input.tokens.bytes[input.tokens.start(token)..<input.tokens.end(token)].suffix(2).elementsEqual("ed".utf8)
  }

  /// Classes of the forms that rule a sentence.
  private static let verbs = WordSet("VB VBZ VBD VBP MD MD/VBD VB/VBP VB/VBZ VB/VBD NNS/VBZ NN/VBZ NN/VBD VBD/VBN")
  /// Classes of words that no noun phrase goes on with behind a possessive.
  private static let others = WordSet(
    "VB VBD VBG VBN VBP VBZ VBD/VBN JJ/VBD/VBN VBD/VBP MD MD/VBD IN DT PRP PRP$ RB WRB WDT WP CC TO EX UH")
  private static let longestPhrase = 8
  private static let clauseWords = WordSet(
    """
    and but or that who which when while as if after before was were is are has had have will would could did went came \
    he she they it we i
    """)

  /// The first candidate of a sentence before a token.
  func first(before token: Int) -> Range<Int>? {
    let sentence = input.tokens.sentence(token)
    let found = candidates.lazy.compactMap(\.tokens)
      .first { $0.lowerBound >= sentence.lowerBound && $0.upperBound <= token }
    return found.map { withOwned($0, before: token) }
  }

  /// Who stands first of some tokens, with a verb right behind or an apposition between.
  func actor(in tokens: Range<Int>) -> Range<Int>? {
    // `In his turn, Ode ...`
    var start = tokens.lowerBound
    if Pronouns.prepositions.contains(input.tokens.hashes[start]) {
      let comma = tokens.prefix(Self.longestPhrase).first { input.tokens.isCharacter($0, ",") }
      guard let comma else { return nil }
      start = comma + 1
    }
    let found = candidates.lazy.compactMap(\.tokens).first { $0.lowerBound >= start }
    guard let found, found.upperBound < tokens.upperBound, found.lowerBound - start <= 2,
      !input.isQuoted(found.lowerBound)
    else { return nil }
    return Self.isFinite(found.upperBound, input) ? found : nil
  }

  /// The noun phrase that a sentence opens with, up to its verb or a day (`The court on Monday stayed ...`): an article, a
  /// name or a noun for people, and no other clause.
  func opening(of sentence: Range<Int>, before limit: Int) -> Range<Int>? {
    var start = max(sentence.lowerBound, paragraph.lowerBound)
    if start + 2 < limit, input.tokens.isCharacter(start + 1, ":") { start += 2 }
    guard start < limit,
      Pronouns.articles.contains(input.tokens.hashes[start]) || input.tokens.shapes[start].isCapitalised,
      !Pronouns.prepositions.contains(input.tokens.hashes[start]),
      !Self.clauseWords.contains(input.tokens.hashes[start])
    else { return nil }
    let end = (start + 1..<min(limit, start + Self.longestOpening)).first { token in
      !input.tokens.isWord(token) || Self.ends.contains(input.tokens.hashes[token])
        || input.tokens.shapes[token] == .lower && Self.isVerb(token, input) || isObject(token)
    }
    guard let end, input.tokens.isWord(end), !input.isQuoted(start) else { return nil }
    // "The bank left its rates": what stands before an object is the verb, whatever else it can be.
    let last = isObject(end) ? end - 1 : end
    guard start < last, !Self.open.contains(input.tokens.hashes[last - 1]) || last == start + 1 else { return nil }
    return start..<last
  }

  /// An article, or what stands for one, that no preposition governs.
  private func isObject(_ token: Int) -> Bool {
    Self.determiners.contains(input.tokens.hashes[token])
      && !Pronouns.prepositions.contains(input.tokens.hashes[token - 1])
  }

  /// Words that no noun phrase ends with.
  private static let open = WordSet("of for a an the and or in at by with to from")
  private static let determiners = WordSet("the a an its his her their our")
  private static let ends = WordSet("on last this yesterday today earlier also has have had was were is are will")

  /// `Norland's central bank` for `Norland`.
  private func withOwned(_ name: Range<Int>, before limit: Int) -> Range<Int> {
    guard name.upperBound < limit, input.tokens.shapes[name.lowerBound].isCapitalised,
      Pronouns.possessives.contains(input.tokens.hashes[name.upperBound]),
      !SpeakerWords.pronouns.contains(input.tokens.hashes[name.lowerBound])
    else { return name }
    var end = name.upperBound + 1
    while end < limit, end - name.upperBound <= 4, input.tokens.shapes[end] == .lower,
      !Self.others.contains(input.partsOfSpeech[end]), !Self.clauseWords.contains(input.tokens.hashes[end]),
      input.strengths[end] == .none
    { end += 1 }
    return end > name.upperBound + 1 ? name.lowerBound..<end : name
  }

  /// Who stands right behind a verb, with the end of the clause behind: `the losses would be greater, said Ode.`
  func inverted(behind verb: Int) -> Range<Int>? {
    guard input.strengths[verb].isStrong else { return nil }
    let found = candidates.lazy.compactMap(\.tokens).first { $0.lowerBound > verb }
    guard let tokens = found, tokens.lowerBound == verb + 1,
      input.tokens.sentenceOf[tokens.lowerBound] == input.tokens.sentenceOf[verb]
    else { return nil }
    return tokens.upperBound == paragraph.upperBound || !input.tokens.isWord(tokens.upperBound) ? tokens : nil
  }

  /// The candidate right before a token, or a run of capitalised words, a comma between allowed.
  func last(before token: Int) -> Range<Int>? {
    let end = token > paragraph.lowerBound && input.tokens.isCharacter(token - 1, ",") ? token - 1 : token
    if let found = candidates.lazy.compactMap(\.tokens).first(where: { $0.upperBound == end }) { return found }
    var first = end
    while first > paragraph.lowerBound, input.tokens.shapes[first - 1].isCapitalised { first -= 1 }
    return first < end ? first..<end : nil
  }
}
