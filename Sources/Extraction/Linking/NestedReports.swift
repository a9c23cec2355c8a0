/// Statements inside statements: `“He told me that the well is dry,” she said` holds one of his.
///
/// Few and sure ones only: a verb that almost always brings words, with a subject of its own inside the outer words, and
/// behind it either `that` or a quotation in the inner marks.
struct NestedReports {
  let input: TaggerInput
  private static let leastTokens = 4
  private static let farthestMark = 4

  func relations(in outer: [Relation]) -> [Relation] {
    var found: [Relation] = []
    for relation in outer {
      for content in relation.contents { find(in: content, &found) }
    }
    return found
  }

  /// Quotations in any marks inside the words of a turn, which stand in none.
  func quotations(in turn: Range<Int>) -> [Relation] {
    var found: [Relation] = []
    for quotation in input.quotations where quotation.isClosed && !quotation.isNested && turn.contains(quotation.open) {
      guard quotation.length >= 3, quotation.close < turn.upperBound, quotation.open > turn.lowerBound,
        let verb = (max(turn.lowerBound + 1, quotation.open - Self.farthestMark)..<quotation.open).last(where: {
          input.strengths[$0] == .a
        }), let subject = subject(before: verb, in: turn) ?? somebody(before: verb, in: turn),
        !Self.others.contains(input.tokens.hashes[subject.lowerBound])
      else { continue }
      found.append(Relation(source: subject, cue: verb..<(verb + 1), contents: [quotation.tokens], origin: .nested))
    }
    return found
  }

  /// `MAYOR: My deputy told me, "Go home."`: what others are quoted with inside the turns of a transcript.
  func drafts(in turns: [StatementDraft]) -> [StatementDraft] {
    turns.flatMap { turn in
      turn.contents.flatMap(quotations).map {
        StatementDraft(
          contents: $0.contents, cue: $0.cue, source: $0.source, method: .nested, paragraph: turn.paragraph,
          isQuoted: false)
      }
    }
  }

  private func find(in content: Range<Int>, _ found: inout [Relation]) {
    var token = content.lowerBound + 1
    while token < content.upperBound {
      if input.strengths[token] == .a, let relation = relation(of: token, in: content) {
        found.append(relation)
        token = relation.contents[0].upperBound
      } else {
        token += 1
      }
    }
  }

  private func relation(of verb: Int, in content: Range<Int>) -> Relation? {
    guard !ClauseFinder.isNounOrPassive(verb, input) else { return nil }
    let quoted = quotation(behind: verb, in: content)
    guard
      let subject = subject(before: verb, in: content) ?? quoted.flatMap({ _ in somebody(before: verb, in: content) }),
      let words = quoted ?? clause(behind: verb, in: content)
    else { return nil }
    return Relation(source: subject, cue: verb..<(verb + 1), contents: [words], origin: .nested)
  }

  /// `said ‘never again’`, `told me, ‘It is over’`.
  private func quotation(behind verb: Int, in content: Range<Int>) -> Range<Int>? {
    let inner = input.quotations.first { quotation in
      quotation.isNested && quotation.open > verb && quotation.open <= verb + Self.farthestMark
        && quotation.close < content.upperBound
    }
    guard let inner, inner.isClosed, inner.length >= 2 else { return nil }
    return inner.tokens
  }

  private func clause(behind verb: Int, in content: Range<Int>) -> Range<Int>? {
    let limit = min(content.upperBound, input.tokens.sentence(verb).upperBound)
    guard let that = ClauseFinder.that(behind: verb, in: verb..<limit, input) else { return nil }
    let end = input.tokens.wordsEnd(that..<limit)
    // `I say that because ...`
    guard that + 1 < end, input.tokens.hashes[that + 1] != Self.because,
      // `They say they got this or that, and ...`
      !input.tokens.isCharacter(that + 1, ",")
    else { return nil }
    return end - that >= Self.leastTokens ? that..<end : nil
  }

  // MARK: Subject

  /// The pronoun, the name or the noun for a speaker right before a verb, helpers and adverbs left out.
  private func subject(before verb: Int, in content: Range<Int>) -> Range<Int>? {
    var last = verb - 1
    while last > content.lowerBound, verb - last < 4, Self.helpers.contains(input.tokens.hashes[last]) { last -= 1 }
    guard last >= content.lowerBound, input.tokens.isWord(last) else { return nil }
    if Self.pronouns.contains(input.tokens.hashes[last]) { return last..<(last + 1) }
    if input.tokens.shapes[last].isCapitalised, input.partsOfSpeech[last] != Self.adverb {
      return withHead(of: nameEnding(at: last, in: content), in: content)
    }
    return input.isTitle[last] ? nounEnding(at: last, in: content) : nil
  }

  /// `The guard told me: ‘...’`: whoever has an article, where inner marks show that words follow.
  private func somebody(before verb: Int, in content: Range<Int>) -> Range<Int>? {
    for first in stride(from: verb - 2, through: max(content.lowerBound, verb - 4), by: -1)
    where Self.articles.contains(input.tokens.hashes[first]) {
      let noun = first..<verb
      return noun.dropFirst().allSatisfy({
        input.tokens.shapes[$0] == .lower && !SubjectFinder.isFinite($0, input)
          // `knocked on the door and asked`, `called her up and said`
          && !Self.joints.contains(input.tokens.hashes[$0])
      }) ? noun : nil
    }
    return nil
  }

  private static var joints: FewWords { FewWords("and", "but", "or", "then") }
  private static let articles = WordSet("the a an my his her our their one")

  private func nameEnding(at last: Int, in content: Range<Int>) -> Range<Int> {
    var first = last
    while first > content.lowerBound, last - first < 5,
      input.tokens.shapes[first - 1].isCapitalised || SpeakerWords.particles.contains(input.tokens.hashes[first - 1])
    {
      first -= 1
    }
    return first..<(last + 1)
  }

  /// "My publisher in Norvik" for "Norvik"; `nil` where such a name stands with nobody.
  private func withHead(of name: Range<Int>, in content: Range<Int>) -> Range<Int>? {
    guard name.lowerBound > content.lowerBound, Self.places.contains(input.tokens.hashes[name.lowerBound - 1])
    else { return name }
    let near = max(content.lowerBound, name.lowerBound - 5)..<name.lowerBound - 1
    guard let first = near.last(where: { Self.determiners.contains(input.tokens.hashes[$0]) }),
      (first + 1..<name.lowerBound - 1).allSatisfy({ input.tokens.shapes[$0] == .lower })
    else { return Self.inside.contains(input.tokens.hashes[name.lowerBound - 1]) ? nil : name }
    return first..<name.upperBound
  }

  private func nounEnding(at last: Int, in content: Range<Int>) -> Range<Int>? {
    var first = last
    while first > content.lowerBound, last - first < 4, input.tokens.isWord(first - 1) {
      first -= 1
      if Self.determiners.contains(input.tokens.hashes[first]) { return first..<(last + 1) }
    }
    return nil
  }

  private static var places: FewWords { FewWords("in", "at", "from", "of") }
  private static var inside: FewWords { FewWords("in", "at") }
  private static var adverb: UInt32 { ByteHash.of("RB") }
  private static var because: UInt32 { ByteHash.of("because") }
  private static let helpers = WordSet("has had have also later then once just always never often even already")
  private static var pronouns: FewWords { FewWords("he", "she", "they", "i", "we") }
  /// Who is known only to those who heard what came before.
  private static var others: FewWords { FewWords("he", "she", "they", "we") }
  private static let determiners = WordSet("the a an his her their its my our one two some")
}
