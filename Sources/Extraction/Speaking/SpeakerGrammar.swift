/// Who says a quotation where the words around it leave no choice, whatever the ranker thinks of it:
///
///     "...," the Herald reported.                            who stands between the marks and the verb
///     The film ends with Ode saying on the pier, "..."       who stands right before the participle
///     ... which the mayor dismissed as "..."                 a title between its article and the verb
///     Ode disagreed: "..."                                   who does something before the colon
///     Ode praised the crew, telling Roth "..."               not the one who is told
///     Ode walked up to Roth before asking, "..."             who does what the sentence is about
///     "...," Ode said at the fair, where Roth spoke. "..."   the same as before
///     "...," per the rules of the club.                      what stands behind the preposition
struct SpeakerGrammar {
  let input: TaggerInput
  let tagged: TaggedTokens
  let paragraph: Range<Int>
  let candidates: [SpeakerCandidate]

  /// A quotation of the paragraph and who says it.
  struct Spoken {
    var piece: Range<Int>
    var speaker: Range<Int>
  }

  /// - Parameters:
  ///   - chosen: By the ranker.
  ///   - before: The quotation before this one.
  /// - Returns: `nil` where the choice stands.
  func speaker(of piece: Range<Int>, chosen: Range<Int>?, before: Spoken?) -> Range<Int>? {
    let found =
      reporting(behind: piece, chosen) ?? named(behind: piece) ?? saying(before: piece) ?? acting(before: piece)
      ?? titled(before: piece) ?? introducing(piece, chosen) ?? telling(chosen, piece) ?? goingOn(piece, before)
    return found == chosen ? nil : found
  }

  // MARK: Behind

  /// `,” the Herald reported`
  private func reporting(behind piece: Range<Int>, _ chosen: Range<Int>?) -> Range<Int>? {
    guard let first = wordBehind(piece), !isQuoted(first), !says(chosen, before: piece) else { return nil }
    let name = candidate { $0.lowerBound == first || $0.lowerBound == first + 1 && isArticle(first) }
    guard let name, name.upperBound < paragraph.upperBound, input.strengths[name.upperBound] == .a,
      input.tokens.suffixes[name.upperBound] != Self.ing, endsClause(name.upperBound)
    else { return nil }
    return name
  }

  /// `Ode said that "...," the Herald reported`, `Ode shook his head, saying "...," the Herald reported`: the words are
  /// still Ode's.
  private func says(_ chosen: Range<Int>?, before piece: Range<Int>) -> Bool {
    guard let chosen, chosen.upperBound < piece.lowerBound else { return false }
    let sentence = input.tokens.sentence(piece.lowerBound)
    let near = max(sentence.lowerBound, piece.lowerBound - Self.nearest)..<piece.lowerBound
    return input.strengths[chosen.upperBound] == .a && sentence.contains(chosen.upperBound)
      || near.contains { input.strengths[$0] == .a && !isQuoted($0) }
  }

  /// Whether nothing that is said stands behind a verb, and nobody else from whom it is known.
  private func endsClause(_ verb: Int) -> Bool {
    let next = verb + 1
    guard next < paragraph.upperBound, input.tokens.sentenceOf[next] == input.tokens.sentenceOf[verb] else {
      return true
    }
    if input.tokens.isWord(next) {
      return Pronouns.prepositions.contains(input.tokens.hashes[next]) || Self.days.contains(input.tokens.hashes[next])
    }
    return next + 1 >= paragraph.upperBound || input.tokens.hashes[next + 1] != Self.according
  }

  /// `,” per the rules of the club.`
  private func named(behind piece: Range<Int>) -> Range<Int>? {
    guard let first = wordBehind(piece), input.tokens.hashes[first] == Self.per else { return nil }
    let rest = (first + 1)..<min(paragraph.upperBound, first + 1 + Self.longestSource)
    let end = rest.first { !input.tokens.isWord($0) } ?? rest.upperBound
    return end > first + 1 ? first + 1..<end : nil
  }

  /// The word behind a quotation that does not end its sentence.
  private func wordBehind(_ piece: Range<Int>) -> Int? {
    var token = piece.upperBound
    while token < paragraph.upperBound, !input.tokens.isWord(token) {
      guard input.tokens.marks[token] != .none || input.tokens.isCharacter(token, ",") else { return nil }
      token += 1
    }
    guard token < paragraph.upperBound, let last = lastMark(before: token, from: piece.lowerBound) else { return nil }
    return input.tokens.isCharacter(last, ",") ? token : nil
  }

  /// The comma or point inside or behind the closing mark.
  private func lastMark(before token: Int, from first: Int) -> Int? {
    (max(first, token - 3)..<token).last { input.tokens.marks[$0] == .none && !input.tokens.isWord($0) }
  }

  // MARK: Before

  /// `Ode saying on the pier, "..."`
  private func saying(before piece: Range<Int>) -> Range<Int>? {
    guard let verb = lastWord(before: piece, where: { input.tokens.hashes[$0] == Self.saying }) else { return nil }
    guard let name = candidate(where: { $0.upperBound == verb }), name.lowerBound > paragraph.lowerBound,
      !Self.hearers.contains(input.tokens.hashes[name.lowerBound - 1])
    else { return nil }
    return name
  }

  /// `Ode walks up to Roth before asking her, "..."`
  private func acting(before piece: Range<Int>) -> Range<Int>? {
    let verb = lastWord(before: piece) { token in
      input.strengths[token].isStrong && input.tokens.suffixes[token] == Self.ing && token > paragraph.lowerBound
        && Self.times.contains(input.tokens.hashes[token - 1])
    }
    guard let verb else { return nil }
    return actors(in: input.tokens.sentence(verb).lowerBound..<verb - 1).last
  }

  /// `Ode disagreed: "..."`, where the ranker chose somebody of a sentence before.
  private func introducing(_ piece: Range<Int>, _ chosen: Range<Int>?) -> Range<Int>? {
    guard let colon = (paragraph.lowerBound..<piece.lowerBound).last(where: { input.tokens.marks[$0] == .none }),
      input.tokens.isCharacter(colon, ":")
    else { return nil }
    let start = input.tokens.sentence(colon).lowerBound
    guard chosen.map({ $0.upperBound <= start }) ?? true else { return nil }
    return actors(in: start..<colon).first
  }

  /// `a charge that the chief minister dismissed as "..."`
  private func titled(before piece: Range<Int>) -> Range<Int>? {
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

  /// The candidates outside of quotations with a verb right behind.
  private func actors(in tokens: Range<Int>) -> [Range<Int>] {
    candidates.compactMap(\.tokens).filter { candidate in
      paragraph.contains(candidate.lowerBound) && candidate.lowerBound >= tokens.lowerBound
        && candidate.upperBound < tokens.upperBound && !isQuoted(candidate.lowerBound)
        && SubjectFinder.isFinite(candidate.upperBound, input)
    }
  }

  /// `telling Roth "..."`: the ranker chose the one who is told.
  private func telling(_ chosen: Range<Int>?, _ piece: Range<Int>) -> Range<Int>? {
    guard let chosen, chosen.upperBound <= piece.lowerBound, chosen.lowerBound > paragraph.lowerBound,
      Self.telling.contains(input.tokens.hashes[chosen.lowerBound - 1])
    else { return nil }
    let verb = chosen.lowerBound - 1
    let subjects = SubjectFinder(input, tagged, in: paragraph)
    return subjects.subject(of: verb) ?? subjects.first(before: verb)
  }

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

  // MARK: The quotation before

  /// `"...," Ode said at the fair, where Roth spoke. "..."`
  private func goingOn(_ piece: Range<Int>, _ before: Spoken?) -> Range<Int>? {
    guard let before, before.piece.upperBound <= before.speaker.lowerBound,
      before.speaker.upperBound < piece.lowerBound,
      standsAlone(piece)
    else { return nil }
    let gap = before.piece.upperBound..<piece.lowerBound
    let words = gap.filter(input.tokens.isWord)
    guard let first = words.first, let last = words.last,
      input.tokens.sentenceOf[first] == input.tokens.sentenceOf[last],
      (last + 1..<piece.lowerBound).contains(where: { input.tokens.isCharacter($0, ".") }),
      words.contains(where: { input.strengths[$0] == .a })
    else { return nil }
    return before.speaker
  }

  /// Whether nothing but the quotation stands in its sentences.
  private func standsAlone(_ piece: Range<Int>) -> Bool {
    let sentences =
      input.tokens.sentence(piece.lowerBound)
      .lowerBound..<input.tokens.sentence(piece.upperBound - 1).upperBound
    return sentences.allSatisfy { piece.contains($0) || !input.tokens.isWord($0) }
  }

  // MARK: Parts

  private func candidate(where isWanted: (Range<Int>) -> Bool) -> Range<Int>? {
    candidates.lazy.compactMap(\.tokens).first { paragraph.contains($0.lowerBound) && isWanted($0) }
  }

  private func isQuoted(_ token: Int) -> Bool { input.isQuoted(token) }
  private func isArticle(_ token: Int) -> Bool { Pronouns.articles.contains(input.tokens.hashes[token]) }

  private static let farthest = 10
  private static let nearest = 3
  private static let longestSource = 8
  private static let ing = ByteHash.of("ing")
  private static let `as` = ByteHash.of("as")
  private static let per = ByteHash.of("per")
  private static let saying = ByteHash.of("saying")
  private static let hearers = WordSet("to with")
  private static let according = ByteHash.of("according")
  private static let days = WordSet("monday tuesday wednesday thursday friday saturday sunday today yesterday")
  private static let times = WordSet("before after")
  private static let telling = WordSet("telling tell tells told reminding assuring")
}
