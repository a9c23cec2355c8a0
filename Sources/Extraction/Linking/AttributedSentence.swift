/// A sentence that says at its end or its beginning whose words it is, and that the tagger passed over:
///
///     The road was closed at noon, officials said.
///     According to Ode, three hundred lorries wait at the border.
struct AttributedSentence {
  let input: TaggerInput
  let subjects: SubjectFinder
  private static let leastTokens = 4
  private static let longestSource = 10

  func relation(in sentence: Range<Int>) -> Relation? {
    let first = behindDateline(sentence)
    return atBeginning(first..<sentence.upperBound) ?? atEnd(first..<sentence.upperBound)
  }

  /// `..., officials said`, `..., said Ode`, with a day or nothing behind.
  private func atEnd(_ sentence: Range<Int>) -> Relation? {
    let end = wordsEnd(sentence)
    guard let comma = sentence.last(where: { input.tokens.isCharacter($0, ",") && $0 < end - 1 }),
      comma - sentence.lowerBound >= Self.leastTokens, end - comma <= Self.longestSource + 3,
      let verb = (comma + 1..<end).first(where: { input.strengths[$0] == .a && !input.isQuoted($0) }),
      input.tokens.hashes[verb] != Self.according,
      !ClauseFinder.isNounOrPassive(verb, input),
      let source = source(around: verb, in: (comma + 1)..<end)
    else { return nil }
    return Relation(
      source: source, cue: verb..<(verb + 1), contents: [sentence.lowerBound..<comma], origin: .clause)
  }

  /// All between the comma and the verb, or between the verb and the end, a day left out.
  private func source(around verb: Int, in clause: Range<Int>) -> Range<Int>? {
    let isBefore = verb > clause.lowerBound
    // `..., told the court`: who hears it stands behind.
    guard isBefore || !Self.hearing.contains(input.tokens.hashes[verb]) else { return nil }
    let tokens = isBefore ? clause.lowerBound..<verb : (verb + 1)..<clause.upperBound
    guard !tokens.isEmpty, tokens.count <= Self.longestSource, tokens.allSatisfy(input.tokens.isWord),
      !tokens.contains(where: { Self.clauseWords.contains(input.tokens.hashes[$0]) })
    else { return nil }
    if isBefore {
      let rest = (verb + 1)..<clause.upperBound
      guard rest.isEmpty || rest.count <= 2 && Self.times.contains(input.tokens.hashes[rest.upperBound - 1]) else {
        return nil
      }
    }
    let head = tokens.upperBound - 1
    let isName = input.tokens.shapes[head].isCapitalised
    return isName || input.isTitle[head] || SpeakerWords.pronouns.contains(input.tokens.hashes[head]) ? tokens : nil
  }

  /// `According to Ode, ...`
  private func atBeginning(_ sentence: Range<Int>) -> Relation? {
    let first = sentence.lowerBound
    guard sentence.count > 6, input.tokens.hashes[first] == Self.according, input.tokens.hashes[first + 1] == Self.to,
      let comma = sentence.first(where: { input.tokens.isCharacter($0, ",") }), comma > first + 2,
      comma - first <= Self.longestSource + 2
    else { return nil }
    let content = (comma + 1)..<wordsEnd(sentence)
    guard content.count >= Self.leastTokens else { return nil }
    return Relation(source: (first + 2)..<comma, cue: first..<(first + 2), contents: [content], origin: .clause)
  }

  private func wordsEnd(_ sentence: Range<Int>) -> Int {
    var end = sentence.upperBound
    while end > sentence.lowerBound + 1, !input.tokens.isWord(end - 1) { end -= 1 }
    return end
  }

  /// `ATLANTA, Nov 18 (Wire) - ` stands before what is told.
  private func behindDateline(_ sentence: Range<Int>) -> Int {
    guard let first = sentence.first, input.tokens.shapes[first] == .capitals else { return sentence.lowerBound }
    let dash = sentence.prefix(14).first { token in
      !input.tokens.isWord(token) && input.tokens.marks[token] == .none && isDash(token)
    }
    return dash.map { $0 + 1 < sentence.upperBound ? $0 + 1 : sentence.lowerBound } ?? sentence.lowerBound
  }

  private func isDash(_ token: Int) -> Bool {
    if input.tokens.isCharacter(token, "-") { return !input.tokens.touchesNext(token) }
    let bytes = input.tokens.bytes[input.tokens.start(token)..<input.tokens.end(token)]
    return bytes.elementsEqual("--".utf8) || bytes.elementsEqual("–".utf8) || bytes.elementsEqual("—".utf8)
  }

  private static let hearing = WordSet("told tell tells telling")
  private static let according = ByteHash.of("according")
  private static let to = ByteHash.of("to")
  private static let clauseWords = WordSet(
    "who which that whose where as if when while because though although but than not")
  private static let times = WordSet(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight here earlier later")
}
