/// What somebody promises or tells others to do, where the tagger passed it over.
extension ClauseFinder {
  /// `promised on Tuesday to hold elections`: nothing but a day between the verb and what is promised.
  func promising(in sentence: Range<Int>) -> Relation? {
    for verb in sentence where Self.promises.contains(input.tokens.hashes[verb]) && !input.isQuoted(verb) {
      guard let to = behindDay(verb + 1, in: sentence), isInfinitive(to, in: sentence),
        !Self.isNounOrPassive(verb, input),
        let subject = openingBeforeRelative(verb, in: sentence) ?? subjects.subject(of: verb),
        let words = words(from: to, in: sentence)
      else { continue }
      return Relation(source: subject, cue: verb..<(verb + 1), contents: [words], origin: .clause)
    }
    return nil
  }

  /// `told jurors not to discuss it`: behind who hears it.
  func instructing(by verb: Int, in sentence: Range<Int>) -> Relation? {
    guard VerbForms.told.contains(input.tokens.hashes[verb]), verb + 4 < sentence.upperBound,
      let to = (verb + 2..<min(sentence.upperBound - 2, verb + Self.farthestTo)).first(where: {
        input.tokens.hashes[$0] == Self.to
      }), isInfinitive(to, in: sentence),
      (verb + 1..<to).allSatisfy({ token in
        input.tokens.isWord(token) && !input.isQuoted(token) && !Self.openings.contains(input.tokens.hashes[token])
          && !(input.tokens.shapes[token] == .lower && SubjectFinder.isFinite(token, input))
      }),
      !Self.isNounOrPassive(verb, input), let subject = subjects.subject(of: verb)
    else { return nil }
    let isNegated = Self.negations.contains(input.tokens.hashes[to - 1])
    let hearer = isNegated ? to - 2 : to - 1
    guard hearer > verb, hears(hearer), let words = words(from: isNegated ? to - 1 : to, in: sentence) else {
      return nil
    }
    return Relation(source: subject, cue: verb..<(verb + 1), contents: [words], origin: .clause)
  }

  /// A name, a pronoun, or a noun for people; nobody tells lies to do anything.
  private func hears(_ token: Int) -> Bool {
    let hash = input.tokens.hashes[token]
    return input.tokens.shapes[token].isCapitalised || input.isTitle[token] || Self.hearers.contains(hash)
      || input.isPlural(token) && !Self.tales.contains(hash)
  }

  private func isInfinitive(_ to: Int, in sentence: Range<Int>) -> Bool {
    to + 2 < sentence.upperBound && input.tokens.hashes[to] == Self.to && input.tokens.shapes[to + 1] == .lower
      && Self.infinitives.contains(input.partsOfSpeech[to + 1])
  }

  /// To the end of the sentence, or to a comma that another clause begins behind.
  private func words(from first: Int, in sentence: Range<Int>) -> Range<Int>? {
    let comma = (first..<sentence.upperBound).first { endsRequest($0, in: sentence) }
    let end = input.tokens.wordsEnd(first..<(comma ?? sentence.upperBound))
    guard end - first >= 3, !(first..<end).contains(where: input.isQuoted) else { return nil }
    return first..<end
  }

  /// Behind `on Tuesday`, `on Tuesday evening`, `yesterday`; `nil` where no day stands.
  private func behindDay(_ first: Int, in sentence: Range<Int>) -> Int? {
    var token = first
    if token < sentence.upperBound, input.tokens.hashes[token] == Self.on { token += 1 }
    guard token < sentence.upperBound, Self.days.contains(input.tokens.hashes[token]) else { return nil }
    token += 1
    if token < sentence.upperBound, Self.times.contains(input.tokens.hashes[token]) { token += 1 }
    return token
  }

  /// `The officers who seized power in Norvik on Sunday promised`: the noun before the clause, not the place inside it.
  private func openingBeforeRelative(_ verb: Int, in sentence: Range<Int>) -> Range<Int>? {
    let start = max(sentence.lowerBound, input.tokens.paragraph(verb).tokens.lowerBound)
    guard start + 2 < verb, Pronouns.articles.contains(input.tokens.hashes[start]),
      let who = (start + 2..<min(verb, start + 7)).first(where: { Self.relatives.contains(input.tokens.hashes[$0]) }),
      (start..<who).allSatisfy({ input.tokens.isWord($0) && !SubjectFinder.isFinite($0, input) }),
      !(who..<verb).contains(where: { input.isRulingCue($0) || !input.tokens.isWord($0) })
    else { return nil }
    return start..<who
  }

  private static let tales = WordSet("lies tales stories jokes things truths secrets")
  private static let farthestTo = 7
  private static var to: UInt32 { ByteHash.of("to") }
  private static var on: UInt32 { ByteHash.of("on") }
  private static var negations: FewWords { FewWords("not", "never") }
  private static var relatives: FewWords { FewWords("who", "which") }
  private static let openings = WordSet("that he she it they we how what when where why if whether about of")
  private static let infinitives = WordSet(
    "VB VBZ/VB VB/VBZ JJ/NN/VB NN/VB/VBD NNS/VB VBP VB/VBP VB/NN NN/VB NN/VBP VB/VBD VB/VBN VB/JJ JJ/VB VB/VBD/VBN")
  private static let days = WordSet("monday tuesday wednesday thursday friday saturday sunday yesterday today")
  private static var times: FewWords { FewWords("night", "morning", "evening", "afternoon") }
  static let promises = WordSet("promised pledged vowed threatened offered agreed swore")
}
