/// Somebody who may have said a quotation.
struct SpeakerCandidate: Hashable, Sendable {
  enum Origin: UInt32, Sendable {
    /// The tagger's source, a run of capitalised words, a pronoun: in the paragraph of the quotation.
    case tagged, name, pronoun
    /// The last speaker before, and the one before that.
    case carried, carriedSecond
    /// Nobody.
    case none

    var isOfParagraph: Bool { self == .tagged || self == .name || self == .pronoun }
  }

  /// `nil` for nobody.
  var tokens: Range<Int>?
  var origin: Origin
  /// For a carried one: whether it was the speaker of a quotation, not only of reported words.
  var wasQuoted = false
}

/// Collects the candidates of a paragraph.
struct CandidateFinder {
  let input: TaggerInput
  let tagged: TaggedTokens

  func candidates(in paragraph: Range<Int>) -> [SpeakerCandidate] {
    var found: [SpeakerCandidate] = []
    // With room for those of most paragraphs, and for the ones who are carried over.
    found.reserveCapacity(12)
    let (shapes, hashes, pronouns) = (input.tokens.shapes, input.tokens.hashes, SpeakerWords.pronouns)
    for source in tagged.spans(.source, in: paragraph)
    where !TranscriptLabel.isHeading(input.tokens, source) && !isInvertedVerb(source, paragraph) {
      found.append(SpeakerCandidate(tokens: source, origin: .tagged))
    }
    var token = paragraph.lowerBound
    while token < paragraph.upperBound {
      // Most tokens are words in small letters or marks, and nobody.
      if !shapes[token].isCapitalised, shapes[token] != .handle, !pronouns.contains(hashes[token]) {
        token += 1
        continue
      }
      if isQuotedDeeply(token) || tagged.role(token) == .source {
        token += 1
        continue
      }
      if isHandle(token) {
        found.append(SpeakerCandidate(tokens: token..<(token + 1), origin: .name))
        token += 1
        continue
      }
      let end = nameEnd(from: token, in: paragraph)
      if end > token {
        found.append(SpeakerCandidate(tokens: token..<end, origin: .name))
        token = end
        continue
      }
      if pronouns.contains(hashes[token]) {
        found.append(SpeakerCandidate(tokens: token..<(token + 1), origin: .pronoun))
      }
      token += 1
    }
    return found
  }

  /// `@norvik_mayor`, outside brackets, in which a handle only stands beside a name.
  private func isHandle(_ token: Int) -> Bool {
    let table = input.tokens
    return table.shapes[token] == .handle && table.bytes[table.start(token)] == UInt8(ascii: "@")
      && !(token > 0 && table.isCharacter(token - 1, "("))
  }

  private func isQuotedDeeply(_ token: Int) -> Bool { (input.quotation(token)?.length ?? 0) > 5 }

  private func nameEnd(from first: Int, in paragraph: Range<Int>) -> Int {
    guard beginsName(first, paragraph) else { return first }
    let (shapes, hashes, labels) = (input.tokens.shapes, input.tokens.hashes, tagged.labels)
    let (noNames, particles) = (Self.noNames, Self.particles)
    var token = first + 1
    while token < paragraph.upperBound,
      shapes[token].isCapitalised && !noNames.contains(hashes[token]) || particles.contains(hashes[token]),
      labels[token].role != .source
    { token += 1 }
    while token > first + 1, particles.contains(hashes[token - 1]) { token -= 1 }
    return token
  }

  private func beginsName(_ token: Int, _ paragraph: Range<Int>) -> Bool {
    let table = input.tokens
    guard table.shapes[token].isCapitalised, !Self.noNames.contains(table.hashes[token]) else { return false }
    let startsSentence = token == paragraph.lowerBound || table.sentenceOf[token] != table.sentenceOf[token - 1]
    // At the start of a sentence a word of the lists is one more common word, unless a name goes on behind it.
    guard startsSentence || table.marks[token - 1] != .none else { return true }
    if isInverted(token, paragraph) { return false }
    if input.isTitle[token] || input.partsOfSpeech[token] == Self.name { return true }
    return token + 1 < paragraph.upperBound && table.shapes[token + 1].isCapitalised
      && input.partsOfSpeech[token + 1] == Self.name
  }

  /// `Said Ode: "..."`: the verb before its subject, unless a verb behind shows that it is a name (`Said Ode said`).
  private func isInverted(_ token: Int, _ paragraph: Range<Int>) -> Bool {
    guard input.strengths[token] == .a else { return false }
    return !(token + 1..<min(paragraph.upperBound, token + 4)).contains { input.strengths[$0].isStrong }
  }

  /// A verb at the head of its sentence that the tagger took for its subject.
  private func isInvertedVerb(_ tokens: Range<Int>, _ paragraph: Range<Int>) -> Bool {
    guard tokens.count == 1, let verb = tokens.first, verb + 1 < paragraph.upperBound,
      input.tokens.shapes[verb] == .capitalised, input.tokens.shapes[verb + 1].isCapitalised
    else { return false }
    let startsSentence =
      verb == paragraph.lowerBound || input.tokens.sentenceOf[verb] != input.tokens.sentenceOf[verb - 1]
    return startsSentence && isInverted(verb, paragraph)
  }

  private static var name: UInt32 { ByteHash.of("NNP") }
  private static let particles = WordSet("de van von der al bin ibn da di la el le du dos del")
  private static let noNames = WordSet(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august \
    september october november december he she they i we it who the a an in but and on at this that for as when if so \
    or yet then there now not no what how why where while after before since though although according his her their \
    its our my your with from by to of is was are were asked these those some many most all both each one
    """)
}
