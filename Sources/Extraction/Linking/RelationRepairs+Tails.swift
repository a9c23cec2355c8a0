/// Where the words end: what somebody did beside saying them, and what still belongs to them.
extension RelationRepairs {
  /// `said he would scrap the tax, | bowing to truckers`: what saying it amounts to is not said.
  ///
  /// Such participles stand outside of what readers marked in all of 19 sentences (PolNeAR).
  func cutReaction(_ relation: inout Relation) {
    guard let content = relation.contents.last, let cue = relation.cue, cue.upperBound <= content.lowerBound,
      content.count > 5, !input.isQuoted(content.lowerBound),
      let comma = content.dropFirst(3).dropLast(2).first(where: {
        // "drawing on": no reaction.
        input.facts[$0].contains(.comma) && Self.reacting.contains(input.tokens.hashes[$0 + 1])
          && !isWord($0 + 2, Self.on)
      }),
      !(comma..<content.upperBound).contains(where: input.isQuoted)
    else { return }
    relation.contents[relation.contents.count - 1] = content.lowerBound..<comma
  }

  /// `said | Tuesday police would clear the road`: a day right behind the verb is when it was said.
  func cutDay(_ relation: inout Relation) {
    guard let content = relation.contents.first, let cue = relation.cue, cue.upperBound == content.lowerBound,
      content.count > 4, Self.weekdays.contains(input.tokens.hashes[content.lowerBound]),
      !input.isQuoted(content.lowerBound), input.strengths[cue.upperBound - 1] == .a,
      case let next = content.lowerBound + 1, input.tokens.isWord(next), !SubjectFinder.isFinite(next, input),
      !Self.withDays.contains(input.tokens.hashes[next]), !Pronouns.possessives.contains(input.tokens.hashes[next]),
      !Pronouns.prepositions.contains(input.tokens.hashes[next])
    else { return }
    relation.contents[0] = next..<content.upperBound
  }

  /// `confirmed an Ebola case | in the district of Norvik`: where a thing is belongs to it; the day does not.
  func completeThing(_ relation: inout Relation) {
    guard relation.contents.count == 1, let content = relation.contents.first, let cue = relation.cue,
      cue.upperBound == content.lowerBound, Self.announcing.contains(input.tokens.hashes[cue.upperBound - 1]),
      case let sentence = input.tokens.sentence(content.lowerBound), content.upperBound + 1 < sentence.upperBound,
      Self.wheres.contains(input.tokens.hashes[content.upperBound]),
      !content.contains(where: { input.isQuoted($0) || SubjectFinder.isFinite($0, input) })
    else { return }
    let rest = content.upperBound..<min(sentence.upperBound, content.upperBound + Self.longestPlace)
    let end = rest.first { endsPlace($0, in: sentence) } ?? rest.upperBound
    guard end > content.upperBound + 1, end < rest.upperBound || end == sentence.upperBound,
      !(content.upperBound..<end).contains(where: { input.isQuoted($0) || input.isRulingCue($0) }),
      !(content.upperBound..<end).contains(where: { Self.occasions.contains(input.tokens.hashes[$0]) })
    else { return }
    relation.contents[0] = content.lowerBound..<end
  }

  /// A mark, a day, or a word that another clause begins with.
  private func endsPlace(_ token: Int, in sentence: Range<Int>) -> Bool {
    if !input.tokens.isWord(token) || Self.clauses.contains(input.tokens.hashes[token]) { return true }
    if Self.days.contains(input.tokens.hashes[token]) { return true }
    return isWord(token, Self.on) && token + 1 < sentence.upperBound
      && Self.days.contains(input.tokens.hashes[token + 1])
  }

  /// `said the board tabled an offer | , which included a rise, and was awaiting a response`: behind the clause on a thing
  /// the second verb belongs to the words, and so does the clause.
  func takeVerbBehindRelative(_ relation: inout Relation) {
    guard relation.contents.count == 1, let content = relation.contents.first, let cue = relation.cue,
      cue.upperBound <= content.lowerBound, cue.contains(where: { input.strengths[$0] == .a }),
      // Behind "that" what follows without another one is told, not said.
      !isWord(content.lowerBound, Self.that),
      case let comma = content.upperBound, comma + 4 < input.tokens.count, input.tokens.isCharacter(comma, ","),
      Self.relatives.contains(input.tokens.hashes[comma + 1]), !input.isQuoted(comma),
      case let sentence = input.tokens.sentence(cue.lowerBound), sentence.contains(comma + 1),
      let next = (comma + 2..<min(sentence.upperBound, comma + Self.longestRelative)).first(where: {
        !input.tokens.isWord($0)
      }),
      input.tokens.isCharacter(next, ","), next + 3 < sentence.upperBound,
      Self.joints.contains(input.tokens.hashes[next + 1]), Self.helpers.contains(input.tokens.hashes[next + 2])
    else { return }
    let end = input.tokens.wordsEnd(next + 1..<sentence.upperBound)
    guard end > next + 3, !(content.lowerBound..<end).contains(where: input.isQuoted),
      !(comma..<end).contains(where: { input.isRulingCue($0) || isTelling($0) })
    else { return }
    relation.contents[0] = content.lowerBound..<end
  }

  /// `said she had a call from a man | who claimed | that her parcel was lost`: what the man claimed is a part of what she
  /// said, and a report of its own.
  ///
  /// So readers marked 13 of 14 such sentences (PolNeAR).
  func joinRelatives(_ relations: inout [Relation]) {
    guard relations.count > 1 else { return }
    for index in relations.indices {
      guard let source = relations[index].source, source.count == 1, isWord(source.lowerBound, Self.who),
        let cue = relations[index].cue, cue.lowerBound >= source.upperBound, cue.lowerBound - source.upperBound <= 2,
        relations[index].contents.count == 1, case let words = relations[index].contents[0],
        words.lowerBound >= cue.upperBound, words.lowerBound - cue.upperBound <= Self.longestHearerOfOne,
        !words.contains(where: input.isQuoted),
        let outer = relations.firstIndex(where: { other in
          guard let content = other.contents.last, let verb = other.cue else { return false }
          return content.upperBound == source.lowerBound && verb.upperBound <= content.lowerBound
            && input.tokens.sentenceOf[content.lowerBound] == input.tokens.sentenceOf[words.lowerBound]
            && !content.contains(where: input.isQuoted)
        })
      else { continue }
      let content = relations[outer].contents[relations[outer].contents.count - 1]
      relations[outer].contents[relations[outer].contents.count - 1] = content.lowerBound..<words.upperBound
      relations[index].origin = .nested
    }
  }

  /// In tokens.
  private static let longestHearerOfOne = 5
  private static let longestRelative = 22
  private static let longestPlace = 12
  private static var on: UInt32 { ByteHash.of("on") }
  private static var relatives: FewWords { FewWords("which", "who", "where") }
  private static var joints: FewWords { FewWords("and", "but") }
  private static var helpers: FewWords { FewWords("was", "were", "had", "would", "could", "might") }
  static let reacting = WordSet(
    """
    bowing drawing prompting defying sparking contradicting echoing dashing backtracking rebuffing snubbing challenging \
    contrasting surpassing
    """)
  static let weekdays = WordSet("monday tuesday wednesday thursday friday saturday sunday")
  private static var withDays: FewWords { FewWords("night", "morning", "evening", "afternoon", "and", "or") }
  static let announcing = WordSet("confirmed confirms confirming reported announced announces")
  private static var wheres: FewWords { FewWords("in", "at", "near") }
  private static let days = WordSet(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today last this earlier late")
  private static let clauses = WordSet("and but or that which who while as after before when where if because to")
  private static let occasions = WordSet(
    "statement speech interview letter post tweet email message report bulletin press conference briefing news")
}
