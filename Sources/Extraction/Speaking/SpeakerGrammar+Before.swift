/// Who speaks by the words before a quotation.
extension SpeakerGrammar {
  /// `Ode saying on the pier, "..."`
  func saying(before piece: Range<Int>) -> Range<Int>? {
    guard let verb = lastWord(before: piece, where: { input.tokens.hashes[$0] == VerbForms.saying }) else { return nil }
    guard let name = candidate(where: { $0.upperBound == verb }), name.lowerBound > paragraph.lowerBound,
      !Self.hearers.contains(input.tokens.hashes[name.lowerBound - 1])
    else { return nil }
    return name
  }

  /// `Ode walks up to Roth before asking her, "..."`
  func acting(before piece: Range<Int>) -> Range<Int>? {
    let verb = lastWord(before: piece) { token in
      input.strengths[token].isStrong && input.tokens.suffixes[token] == Self.ing && token > paragraph.lowerBound
        && Self.times.contains(input.tokens.hashes[token - 1])
    }
    guard let verb else { return nil }
    return actors(in: input.tokens.sentence(verb).lowerBound..<verb - 1).last
  }

  /// `The court freed Ode, who had sat in jail since May, observing that "..."`: behind a clause on somebody else the participle
  /// belongs to what the sentence begins with.
  func observing(before piece: Range<Int>, _ chosen: Range<Int>?) -> Range<Int>? {
    var verb = piece.lowerBound - 1
    if verb > paragraph.lowerBound, input.tokens.hashes[verb] == Self.that { verb -= 1 }
    guard verb > paragraph.lowerBound, input.tokens.suffixes[verb] == Self.ing, input.strengths[verb] != .none,
      input.tokens.isCharacter(verb - 1, ","), !isQuoted(verb),
      let chosen, chosen.upperBound < verb - 1, case let sentence = input.tokens.sentence(verb),
      sentence.lowerBound < chosen.lowerBound
    else { return nil }
    if isAgent(chosen, from: sentence.lowerBound) { return actors(in: sentence.lowerBound..<chosen.lowerBound).first }
    guard input.tokens.isCharacter(chosen.upperBound, ","),
      Self.personal.contains(input.tokens.hashes[chosen.upperBound + 1]),
      let opening = SubjectFinder(input, tagged, in: paragraph).opening(of: sentence, before: chosen.lowerBound),
      opening.dropFirst().contains(where: { input.tokens.shapes[$0].isCapitalised || input.isTitle[$0] })
    else { return nil }
    return opening
  }

  /// `Ode slams the session, which was called by Roth, stating that "..."`: who did what the relative clause tells.
  private func isAgent(_ chosen: Range<Int>, from start: Int) -> Bool {
    guard chosen.lowerBound - 3 > start, input.tokens.hashes[chosen.lowerBound - 1] == Self.by else { return false }
    let near = max(start, chosen.lowerBound - Self.farthest)..<chosen.lowerBound - 1
    return near.contains { Self.relatives.contains(input.tokens.hashes[$0]) }
  }

  private static var by: UInt32 { ByteHash.of("by") }

  /// `The plan, said Ann Ode, "is dead"`, `The plan, said its author, Ann Ode, "is dead"`: between two commas, the first of which
  /// stands before the verb, and the marks.
  func inserted(before piece: Range<Int>) -> Range<Int>? {
    let last = piece.lowerBound - 1
    guard last - 3 > paragraph.lowerBound, input.tokens.isCharacter(last, ",") else { return nil }
    let start = max(paragraph.lowerBound, input.tokens.sentence(last).lowerBound)
    guard start + 3 < last,
      let verb = (max(start + 1, last - Self.longestInserted)..<last - 1).first(where: {
        input.tokens.isCharacter($0 - 1, ",") && AttributedSentence.plain.contains(input.tokens.hashes[$0])
      }), !isQuoted(verb), case let teller = verb + 1..<last,
      Self.namers.contains(input.tokens.hashes[verb + 1]) || input.isTitle[verb + 1]
        || input.tokens.shapes[verb + 1].isCapitalised,
      piece.count > 2, input.tokens.shapes[piece.lowerBound + 1] == .lower, !(start..<last).contains(where: isQuoted),
      teller.allSatisfy({
        input.tokens.shapes[$0].isCapitalised || input.tokens.isCharacter($0, ",") || input.isTitle[$0]
          || !SubjectFinder.isFinite($0, input)
      })
    else { return nil }
    guard let comma = teller.last(where: { input.tokens.isCharacter($0, ",") }) else { return teller }
    return input.tokens.shapes[comma + 1].isCapitalised ? comma + 1..<last : teller.lowerBound..<comma
  }

  /// In tokens.
  private static let longestInserted = 14
  private static var personal: FewWords { FewWords("who", "which", "whose", "whom") }
  private static var that: UInt32 { ByteHash.of("that") }

  /// `Ode disagreed: "..."`, where the ranker chose somebody of a sentence before.
  func introducing(_ piece: Range<Int>, _ chosen: Range<Int>?) -> Range<Int>? {
    guard let colon = (paragraph.lowerBound..<piece.lowerBound).last(where: { input.tokens.marks[$0] == .none }),
      input.tokens.isCharacter(colon, ":")
    else { return nil }
    let start = input.tokens.sentence(colon).lowerBound
    guard chosen.map({ $0.upperBound <= start }) ?? true else { return nil }
    return actors(in: start..<colon).first
  }

  /// `a charge that the chief minister dismissed as "..."`
  func titled(before piece: Range<Int>) -> Range<Int>? {
    var verb = piece.lowerBound - 1
    if verb > paragraph.lowerBound, input.tokens.hashes[verb] == Self.as { verb -= 1 }
    guard verb > paragraph.lowerBound, input.strengths[verb] != .none, SubjectFinder.isFinite(verb, input) else {
      return nil
    }
    var first = verb
    while first > paragraph.lowerBound, input.isTitle[first - 1], input.tokens.shapes[first - 1] == .lower {
      first -= 1
    }
    guard first < verb, first > paragraph.lowerBound, isArticle(first - 1), !isQuoted(first) else { return nil }
    return first - 1..<verb
  }

  /// `whom one critic called "..."`, `which the opposition has called "..."`: behind the relative nothing but who calls it so.
  func relativeNamer(before piece: Range<Int>) -> Range<Int>? {
    var verb = piece.lowerBound - 1
    if verb > paragraph.lowerBound, input.tokens.hashes[verb] == Self.as { verb -= 1 }
    guard verb - 3 > paragraph.lowerBound, Namer.verbs.contains(input.tokens.hashes[verb]), !isQuoted(verb) else {
      return nil
    }
    let end = VerbForms.perfect.contains(input.tokens.hashes[verb - 1]) ? verb - 1 : verb
    let start = max(input.tokens.sentence(verb).lowerBound, paragraph.lowerBound, end - Self.farthestRelative)
    guard start < end - 2,
      let relative = (start..<end - 2).last(where: { Self.relatives.contains(input.tokens.hashes[$0]) }),
      case let phrase = relative + 1..<end, Self.namers.contains(input.tokens.hashes[phrase.lowerBound]),
      phrase.dropFirst().allSatisfy({
        input.tokens.isWord($0) && !Pronouns.prepositions.contains(input.tokens.hashes[$0])
          && (input.tokens.shapes[$0].isCapitalised || input.isTitle[$0] || !SubjectFinder.isFinite($0, input))
      })
    else { return nil }
    return phrase
  }

  private static let namers = WordSet("the a an one some many its his her their")

  /// `which its author, Ann Ode, called "..."`
  func calling(before piece: Range<Int>, _ chosen: Range<Int>?) -> Range<Int>? {
    var verb = piece.lowerBound - 1
    if verb > paragraph.lowerBound, input.tokens.hashes[verb] == Self.as { verb -= 1 }
    guard verb > paragraph.lowerBound, input.strengths[verb] != .none, SubjectFinder.isFinite(verb, input) else {
      return nil
    }
    let end = input.tokens.isCharacter(verb - 1, ",") ? verb - 1 : verb
    guard
      let name = candidate(where: {
        ($0.upperBound == end || $0.upperBound == verb) && $0.lowerBound > paragraph.lowerBound
      }),
      !isQuoted(name.lowerBound)
    else { return nil }
    let start = max(input.tokens.sentence(verb).lowerBound, name.lowerBound - Self.farthestRelative)
    guard start < name.lowerBound,
      let relative = (start..<name.lowerBound).last(where: { Self.relatives.contains(input.tokens.hashes[$0]) }),
      !(relative + 1..<name.lowerBound).contains(where: { SubjectFinder.isFinite($0, input) })
    else { return nil }
    return name
  }

  /// `When somebody in the back yelled, "..."`: somebody, where they are, and the verb.
  func crying(before piece: Range<Int>) -> Range<Int>? {
    let verb = piece.lowerBound - 2
    let start = max(paragraph.lowerBound, input.tokens.sentence(piece.lowerBound).lowerBound)
    guard verb > start, input.tokens.isCharacter(verb + 1, ","), input.strengths[verb] != .none,
      SubjectFinder.isFinite(verb, input), !isQuoted(verb),
      let one = (max(start, verb - Self.farthestRelative)..<verb).last(where: {
        Self.nobodies.contains(input.tokens.hashes[$0])
      }), one == start || Self.whens.contains(input.tokens.hashes[one - 1]),
      one + 1 == verb || Pronouns.prepositions.contains(input.tokens.hashes[one + 1]),
      (one + 1..<verb).allSatisfy({ input.tokens.shapes[$0] == .lower })
    else { return nil }
    return one..<verb
  }

  private static var nobodies: FewWords { FewWords("someone", "somebody") }
  private static let whens = WordSet("when as until and after once before then while")

  /// The candidates outside of quotations with a verb right behind.
  private func actors(in tokens: Range<Int>) -> [Range<Int>] {
    candidates.compactMap(\.tokens).filter { candidate in
      paragraph.contains(candidate.lowerBound) && candidate.lowerBound >= tokens.lowerBound
        && candidate.upperBound < tokens.upperBound && !isQuoted(candidate.lowerBound)
        && SubjectFinder.isFinite(candidate.upperBound, input)
    }
  }

  /// `telling Roth "..."`: the ranker chose the one who is told.
  func telling(_ chosen: Range<Int>?, _ piece: Range<Int>) -> Range<Int>? {
    guard let chosen, chosen.upperBound <= piece.lowerBound, chosen.lowerBound > paragraph.lowerBound,
      Self.telling.contains(input.tokens.hashes[chosen.lowerBound - 1])
    else { return nil }
    let verb = chosen.lowerBound - 1
    let subjects = SubjectFinder(input, tagged, in: paragraph)
    return subjects.subject(of: verb) ?? subjects.first(before: verb)
  }

  /// `In 1978 a royal commission warned: "..."`: behind a date without a comma an article, a noun and the verb.
  func dated(before piece: Range<Int>, _ chosen: Range<Int>?) -> Range<Int>? {
    let colon = piece.lowerBound - 1
    guard colon - 3 > paragraph.lowerBound, input.tokens.isCharacter(colon, ":"), input.strengths[colon - 1] == .a,
      !isQuoted(colon - 1)
    else { return nil }
    let start = max(paragraph.lowerBound, input.tokens.sentence(colon).lowerBound)
    guard start + 3 < colon, Self.openings.contains(input.tokens.hashes[start]),
      chosen.map({ $0.upperBound <= start }) ?? true,
      let article = (start + 1..<min(colon - 2, start + 6)).first(where: isArticle), article > start + 1,
      (start..<article).allSatisfy(input.tokens.isWord),
      (article + 1..<colon - 1).allSatisfy({
        input.tokens.isWord($0)
          && (input.strengths[$0] == .none || input.isTitle[$0] || !SubjectFinder.isFinite($0, input))
      })
    else { return nil }
    return article..<colon - 1
  }

  private static let openings = WordSet("in on last this two three four five ten earlier yesterday")

  /// The last such word of the sentence before a quotation, with no candidate between.
  private func lastWord(before piece: Range<Int>, where isWanted: (Int) -> Bool) -> Int? {
    let start = max(input.tokens.sentence(piece.lowerBound).lowerBound, piece.lowerBound - Self.farthest)
    guard start < piece.lowerBound, let word = (start..<piece.lowerBound).last(where: { !isQuoted($0) && isWanted($0) })
    else { return nil }
    let hasOther = candidates.contains { candidate in
      guard let tokens = candidate.tokens else { return false }
      return tokens.lowerBound > word && tokens.upperBound <= piece.lowerBound
    }
    return hasOther ? nil : word
  }
}
