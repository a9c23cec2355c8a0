/// Who says a quotation where the words around it leave no choice, whatever the ranker thinks of it:
///
///     "...," the Herald reported.                            who stands between the marks and the verb
///     The film ends with Ode saying on the pier, "..."       who stands right before the participle
///     ... which the mayor dismissed as "..."                 a title between its article and the verb
///     Ode disagreed: "..."                                   who does something before the colon
///     Ode praised the crew, telling Roth "..."               not the one who is told
///     Ode walked up to Roth before asking, "..."             who does what the sentence is about
///     "...," Ode said at the fair, where Roth spoke. "..."   the same as before
///     "...," muttered a man in the last row.                 who stands behind the verb with an article
///     Former miner Ann Ode: "..."                            nothing but a name stands before the colon
///     the law, which its author, Ann Ode, called "..."       the name right before the verb
///     Ann Ode, whom one critic called "..."                  who stands between the relative and the verb
///     The court freed Ode, who was held, noting that "..."   what the sentence begins with
///     "...," per the rules of the club.                      what stands behind the preposition
///     "...," the Herald quoted Ann Ode as saying.            whom it quotes
///     A message from the club: "..."                         from whom it is
///     "...," Ode said, according to the agency.              not the one by whom it is known
///     "...," thinks Ode, of the pollster Roth.               the name right behind the verb
///     "...," is how Ode put it.                              who puts it so
///     The coach Ann Ode, speaking to Roth: "..."             whom the sentence begins with
///     "Never!" Ann Ode replied.                              who stands behind the cry
///     In 1978 a commission warned: "..."         who stands between a date and the verb
///     Deputy mayor Ann Ode on wages: "..."       who speaks of something, or whose words they are
///     a ruling that unions hailed as "..."       the plural right before the verb
///     Asked whether it was so, Ode shook her head. "..."     who is asked
///     ... in the words of one minister, "..."                whose words they are
///     The letter, a copy of which we have, reads: "..."      the letter
///     In a post she described it as "..."                    the pronoun right before the verb
///     In Sund, deputy Ann Ode warned that "..."              not where it was said
///     As the report states: "..."                            what stands between
///     advice from Ann Ode: "..."                             from whom it is
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
    let behind =
      telling(behindCry: piece)?.speaker ?? quoted(behind: piece) ?? reporting(behind: piece, chosen)
      ?? named(behind: piece) ?? inverted(behind: piece, chosen) ?? beside(behind: piece, chosen)
      ?? named(behind: piece, chosen)
    let ahead =
      labelling(piece) ?? presenting(piece, chosen) ?? saying(before: piece) ?? acting(before: piece)
      ?? reading(before: piece) ?? crying(before: piece) ?? stating(before: piece) ?? titled(before: piece)
      ?? relativeNamer(before: piece)
    let aheadOrApart =
      ahead ?? naming(before: piece) ?? apposed(before: piece) ?? dated(before: piece, chosen)
      ?? observing(before: piece, chosen) ?? beforeAuthority(ahead: piece, chosen) ?? inserted(before: piece)
    let found =
      behind ?? aheadOrApart ?? calling(before: piece, chosen) ?? introducing(piece, chosen) ?? telling(chosen, piece)
      ?? wording(piece) ?? subject(of: piece, chosen) ?? goingOn(piece, before) ?? answering(piece)
      ?? readingOn(before: piece, chosen)
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

  /// `,” muttered a man in the last row`
  private func inverted(behind piece: Range<Int>, _ chosen: Range<Int>?) -> Range<Int>? {
    guard let verb = wordBehind(piece) ?? verbBehindCry(piece), !isQuoted(verb) else { return nil }
    if let one = someone(at: verb) ?? aged(behind: verb) { return one }
    guard input.tokens.suffixes[verb] != Self.ing, verb + 2 < paragraph.upperBound,
      input.tokens.shapes[verb + 2] == .lower,
      isSomebody(behind: verb, chosen.flatMap { isOvertaken($0, piece, by: verb) ? nil : $0 })
    else { return nil }
    if let chosen, chosen.lowerBound > verb, chosen.lowerBound <= verb + 4,
      !Self.voices.contains(input.tokens.hashes[verb + 2])
    {
      return nil
    }
    let rest = (verb + 1)..<min(paragraph.upperBound, verb + 1 + Self.longestPhrase)
    let end = rest.first { !input.tokens.isWord($0) || Self.clauses.contains(input.tokens.hashes[$0]) }
    guard let end, end > verb + 2, !(verb + 1..<end).contains(where: input.isQuoted) else { return nil }
    return verb + 1..<end
  }

  /// `Police came. “He was asleep,” said the tenant's mother`: whoever was named before or inside the words does not say them.
  private func isOvertaken(_ chosen: Range<Int>, _ piece: Range<Int>, by verb: Int) -> Bool {
    chosen.upperBound <= piece.upperBound && VerbForms.said.contains(input.tokens.hashes[verb])
  }

  /// Whether `said a man`, `came a voice` or, where the ranker knows nobody, `said the minister` stands there.
  private func isSomebody(behind verb: Int, _ chosen: Range<Int>?) -> Bool {
    let hashes = input.tokens.hashes
    if Self.somebody.contains(hashes[verb + 1]) {
      return input.strengths[verb].isStrong
        || Self.coming.contains(hashes[verb]) && Self.voices.contains(hashes[verb + 2])
    }
    return chosen == nil && hashes[verb + 1] == Self.the
      && (input.strengths[verb].isStrong || input.strengths[verb] == .none && SubjectFinder.isFinite(verb, input))
  }

  /// `,” said the 34-year-old.`
  private func aged(behind verb: Int) -> Range<Int>? {
    let age = verb + 2
    guard age < paragraph.upperBound, input.tokens.shapes[age] == .numeric, input.tokens.suffixes[age] == Self.old,
      input.tokens.hashes[verb + 1] == Self.the, input.strengths[verb].isStrong
    else { return nil }
    let rest = age + 1..<min(paragraph.upperBound, age + Self.longestAged)
    let end = rest.first { !input.tokens.isWord($0) || Self.clauses.contains(input.tokens.hashes[$0]) }
    return end.map { verb + 1..<$0 }
  }

  private static let longestAged = 5
  private static var old: UInt32 { ByteHash.of("old") }

  /// `,” someone shouted`, `,” said another.`
  private func someone(at first: Int) -> Range<Int>? {
    let (hashes, strengths) = (input.tokens.hashes, input.strengths)
    guard first + 1 < paragraph.upperBound else { return nil }
    if Self.someone.contains(hashes[first]), strengths[first + 1].isStrong { return first..<first + 1 }
    let next = first + 1
    guard Self.someone.contains(hashes[next]), strengths[first].isStrong,
      next + 1 == paragraph.upperBound || !input.tokens.isWord(next + 1)
        || Pronouns.prepositions.contains(hashes[next + 1])
    else { return nil }
    return next..<next + 1
  }

  /// `“What kind of trees?” shouted one man`: the mark that ends a question or a cry stands for the comma.
  func verbBehindCry(_ piece: Range<Int>) -> Int? {
    let verb = piece.upperBound
    guard verb < paragraph.upperBound, piece.count > 2, input.tokens.marks[verb - 1] != .none,
      input.tokens.isCharacter(verb - 2, "?") || input.tokens.isCharacter(verb - 2, "!"),
      input.tokens.shapes[verb] == .lower
    else { return nil }
    return verb
  }

  /// `Former miner Ann Ode: "..."`
  private func labelling(_ piece: Range<Int>) -> Range<Int>? {
    let colon = piece.lowerBound - 1
    guard colon > paragraph.lowerBound, input.tokens.isCharacter(colon, ":") else { return nil }
    let label = max(paragraph.lowerBound, input.tokens.sentence(colon).lowerBound)..<colon
    if let sender = sender(of: label) ?? sender(before: colon, from: label.lowerBound) { return sender }
    if let speaker = QuotationLabel(before: colon, from: label.lowerBound, input)?.source { return speaker }
    guard (2...10).contains(label.count), label.allSatisfy(input.tokens.isWord),
      // "On the captain, Ann Ode:" is what is spoken of.
      !LayoutRules.topics.contains(input.tokens.hashes[label.lowerBound]),
      !label.contains(where: { isQuoted($0) || input.strengths[$0] != .none && !input.isTitle[$0] }),
      input.tokens.shapes[colon - 1].isCapitalised, input.tokens.shapes[colon - 2].isCapitalised,
      label.allSatisfy({ input.tokens.shapes[$0].isCapitalised || !SubjectFinder.isFinite($0, input) })
    else { return nil }
    return label
  }

  /// `,” per the rules of the club.`
  private func named(behind piece: Range<Int>) -> Range<Int>? {
    guard let first = wordBehind(piece), input.tokens.hashes[first] == Self.per else { return nil }
    let rest = (first + 1)..<min(paragraph.upperBound, first + 1 + Self.longestSource)
    let end = rest.first { !input.tokens.isWord($0) } ?? rest.upperBound
    return end > first + 1 ? first + 1..<end : nil
  }

  /// The word behind a quotation that does not end its sentence.
  func wordBehind(_ piece: Range<Int>) -> Int? {
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

  // MARK: The quotation before

  /// `"...," Ode said at the fair, where Roth spoke. "..."`
  private func goingOn(_ piece: Range<Int>, _ before: Spoken?) -> Range<Int>? {
    guard let before, before.piece.upperBound <= before.speaker.lowerBound,
      before.speaker.upperBound < piece.lowerBound
    else { return nil }
    if resumes(piece, before) { return before.speaker }
    guard standsAlone(piece) else { return nil }
    let gap = before.piece.upperBound..<piece.lowerBound
    let words = gap.filter(input.tokens.isWord)
    guard let first = words.first, let last = words.last,
      input.tokens.sentenceOf[first] == input.tokens.sentenceOf[last],
      (last + 1..<piece.lowerBound).contains(where: { input.tokens.isCharacter($0, ".") }),
      words.contains(where: { input.strengths[$0] == .a })
    else { return nil }
    return before.speaker
  }

  /// `"Sugar," notes Ode, "is no food."`: right behind the speaker and a comma the words go on.
  private func resumes(_ piece: Range<Int>, _ before: Spoken) -> Bool {
    let comma = piece.lowerBound - 1
    guard before.speaker.upperBound == comma, input.tokens.isCharacter(comma, ","), piece.count > 2,
      input.tokens.shapes[piece.lowerBound + 1] == .lower
    else { return false }
    return (before.piece.upperBound..<before.speaker.lowerBound).contains { input.strengths[$0] != .none }
  }

  /// Whether nothing but the quotation stands in its sentences.
  func standsAlone(_ piece: Range<Int>) -> Bool {
    let sentences =
      input.tokens.sentence(piece.lowerBound)
      .lowerBound..<input.tokens.sentence(piece.upperBound - 1).upperBound
    return sentences.allSatisfy { piece.contains($0) || !input.tokens.isWord($0) }
  }

  // MARK: Parts

  func candidate(where isWanted: (Range<Int>) -> Bool) -> Range<Int>? {
    candidates.lazy.compactMap(\.tokens).first { paragraph.contains($0.lowerBound) && isWanted($0) }
  }

  func isQuoted(_ token: Int) -> Bool { input.isQuoted(token) }
  func isArticle(_ token: Int) -> Bool { Pronouns.articles.contains(input.tokens.hashes[token]) }

  static let farthest = 10
  static let farthestRelative = 7
  private static let longestPhrase = 12
  static let relatives = WordSet("which whom that what")
  static let somebody = WordSet("a an one another")
  private static let someone = WordSet("someone somebody another one")
  private static var coming: FewWords { FewWords("came", "comes", "went", "rang") }
  private static var voices: FewWords { FewWords("voice", "shout", "cry", "call", "heckle", "yell") }
  private static var the: UInt32 { ByteHash.of("the") }
  private static let clauses = WordSet("who whose as while when before after and but")
  private static let nearest = 3
  private static let longestSource = 8
  static var ing: UInt32 { ByteHash.of("ing") }
  static var `as`: UInt32 { ByteHash.of("as") }
  private static var per: UInt32 { ByteHash.of("per") }
  static var saying: UInt32 { ByteHash.of("saying") }
  static let hearers = WordSet("to with")
  private static var according: UInt32 { ByteHash.of("according") }
  private static let days = WordSet("monday tuesday wednesday thursday friday saturday sunday today yesterday")
  static let times = WordSet("before after")
  static let telling = WordSet("telling tell tells told reminding assuring")
}
