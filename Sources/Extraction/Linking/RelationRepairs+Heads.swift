/// Whose words they are, where a clause between the subject and its verb was taken for part of one of them.
extension RelationRepairs {
  /// `Norvik Glass, whose chief, Ada Lund, once ran a bank, said ...`: whoever the clause is about says it, nobody in it.
  func takeOwner(_ relation: inout Relation) {
    guard let source = relation.source, let cue = relation.cue, source.upperBound < cue.lowerBound,
      input.tokens.isCharacter(cue.lowerBound - 1, ","),
      let opening = subjects.subjectBeforeClause(of: cue.lowerBound), opening.upperBound + 1 < cue.lowerBound,
      isWord(opening.upperBound + 1, Self.whose), opening.upperBound < source.lowerBound,
      source.lowerBound > opening.upperBound + 1 || source.count < cue.lowerBound - opening.upperBound - 2
        || isWord(source.lowerBound, Self.whose)
    else { return }
    relation.source = opening
  }

  /// `The report, which says the mayor hid the bill, just about ends his hopes`: behind the clause the sentence goes on.
  func cutMain(_ relation: inout Relation) {
    guard relation.contents.count == 1, let content = relation.contents.first, let cue = relation.cue,
      cue.upperBound <= content.lowerBound, cue.lowerBound > 2, isWord(cue.lowerBound - 1, Self.which),
      input.tokens.isCharacter(cue.lowerBound - 2, ","),
      let comma = content.first(where: { input.facts[$0].contains(.comma) }), comma + 2 < content.upperBound,
      comma > content.lowerBound + 2, rules(behind: comma, before: content.upperBound),
      !(input.tokens.sentence(cue.lowerBound).lowerBound..<cue.lowerBound - 2).contains(where: {
        input.tokens.shapes[$0] == .lower && SubjectFinder.isFinite($0, input)
      })
    else { return }
    relation.contents[0] = content.lowerBound..<comma
  }

  /// Whether a verb that can be nothing else stands behind a comma, with no more than adverbs between.
  private func rules(behind comma: Int, before end: Int) -> Bool {
    var token = comma + 1
    while token + 1 < end, token - comma <= 2,
      Self.adverbs.contains(input.partsOfSpeech[token])
        || Self.justs.contains(input.tokens.hashes[token])
    { token += 1 }
    return Self.ruling.contains(input.partsOfSpeech[token])
      || token > comma + 1 && Self.doubtful.contains(input.partsOfSpeech[token])
  }

  /// `Bankers told jokes from Sund to Norvik and | analysts said`: what stands before the "and" is another clause.
  func cutClauseBefore(_ relation: inout Relation) {
    guard let source = relation.source, let cue = relation.cue, source.upperBound == cue.lowerBound, source.count > 2,
      VerbForms.said.contains(input.tokens.hashes[cue.lowerBound]), source.allSatisfy(input.tokens.isWord),
      let and = source.dropFirst().dropLast().last(where: { Self.conjunctions.contains(input.tokens.hashes[$0]) }),
      and - 1 >= source.lowerBound, input.tokens.shapes[and + 1] == .lower,
      case let start = max(
        input.tokens.sentence(source.lowerBound).lowerBound, input.tokens.paragraph(source.lowerBound).tokens.lowerBound
      ),
      start + 1 < source.lowerBound, case let before = source.lowerBound - 1,
      input.tokens.shapes[before] == .lower, !Self.likening.contains(input.tokens.hashes[before]),
      Pronouns.prepositions.contains(input.tokens.hashes[before]) || SubjectFinder.isFinite(before, input),
      (start + 1..<source.lowerBound).contains(where: {
        input.tokens.shapes[$0] == .lower && SubjectFinder.isFinite($0, input)
      }),
      (start..<source.lowerBound).allSatisfy(input.tokens.isWord),
      (and + 1..<min(and + 5, source.upperBound)).contains(where: { input.isPlural($0) || input.isTitle[$0] })
    else { return }
    relation.source = and + 1..<source.upperBound
  }

  /// `A joint statement issued after the talks said`: the paper says it, not what it came of; whoever issued it does.
  func takeIssued(_ relation: inout Relation) {
    guard let source = relation.source, let cue = relation.cue, source.upperBound == cue.lowerBound,
      case let start = max(
        input.tokens.sentence(source.lowerBound).lowerBound, input.tokens.paragraph(source.lowerBound).tokens.lowerBound
      ),
      start + 2 < source.lowerBound, source.lowerBound - start <= Self.longestPaper,
      Pronouns.articles.contains(input.tokens.hashes[start]),
      let issued = (start + 2..<source.lowerBound).first(where: { Self.issuing.contains(input.tokens.hashes[$0]) }),
      Self.papers.contains(input.tokens.hashes[issued - 1]),
      !Self.issuers.contains(input.tokens.hashes[source.lowerBound - 1]),
      (start..<source.lowerBound).allSatisfy(input.tokens.isWord)
    else { return }
    relation.source = start..<issued
  }

  /// `dismissed | suggestions that his departure | signalled | the team was breaking up`: a clause torn at its own verb.
  func joinTornClause(_ relations: inout [Relation]) {
    for index in relations.indices.dropLast().reversed() {
      let next = relations[index + 1]
      guard relations[index].contents.count == 1, let content = relations[index].contents.first,
        relations[index].cue.map({ $0.upperBound <= content.lowerBound }) ?? false, let cue = next.cue,
        cue.lowerBound == content.upperBound, next.contents.count == 1, next.contents[0].lowerBound == cue.upperBound,
        input.tokens.sentenceOf[content.lowerBound] == input.tokens.sentenceOf[cue.lowerBound],
        !content.contains(where: input.isQuoted),
        next.source.map({ $0 == relations[index].source || content.contains($0.lowerBound) }) ?? true,
        !Self.conjunctions.contains(input.tokens.hashes[content.upperBound - 1]),
        let that = content.last(where: { isWord($0, Self.that) }), that + 1 < content.upperBound,
        !(that + 1..<content.upperBound).contains(where: { SubjectFinder.isFinite($0, input) })
      else { continue }
      relations[index].contents = [content.lowerBound..<next.contents[0].upperBound]
      relations.remove(at: index + 1)
    }
  }

  /// In tokens.
  private static let longestPaper = 14
  private static var whose: UInt32 { ByteHash.of("whose") }
  private static var which: UInt32 { ByteHash.of("which") }
  private static var conjunctions: FewWords { FewWords("and", "but") }
  private static var likening: FewWords { FewWords("as", "like", "of", "by") }
  private static var adverbs: FewWords { FewWords("RB") }
  private static let justs = WordSet("just about all but even now also")
  private static var ruling: FewWords { FewWords("VBZ", "VBD", "MD", "VBP") }
  private static var doubtful: FewWords { FewWords("NNS/VBZ", "NN/VBZ", "VBD/VBN", "VB/VBP") }
  private static var issuing: FewWords {
    FewWords("issued", "released", "published", "circulated", "signed", "adopted")
  }
  private static let papers = WordSet("statement report communique declaration letter release document")
  private static var issuers: FewWords { FewWords("by", "from") }
}
