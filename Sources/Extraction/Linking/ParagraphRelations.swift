/// Relations of paragraphs with two corrections to what the linker joins.
///
/// Each step goes over all paragraphs before the next one: what the rules of one step are made of fits into the nearest
/// cache, and those of all steps drive one another out. Of the code that had to be fetched again, most was fetched here.
///
/// A class for the same reason as `TokenTable`.
final class ParagraphRelations {
  private let input: TaggerInput
  private let tagged: TaggedTokens
  /// Of the paragraph that is asked for.
  private let subjects: SubjectFinder
  private let finder: ClauseFinder

  init(_ input: TaggerInput, _ tagged: TaggedTokens) {
    self.input = input
    self.tagged = tagged
    subjects = SubjectFinder(input, tagged, in: 0..<0)
    finder = ClauseFinder(input, tagged, subjects)
  }

  /// Of all paragraphs that can hold statements, in order.
  func reports() -> [ParagraphReports] {
    var reports = linked()
    for index in reports.indices where !reports[index].contents.isEmpty { repair(&reports[index]) }
    for index in reports.indices { addClauses(to: &reports[index]) }
    for index in reports.indices where !reports[index].relations.isEmpty { correct(&reports[index]) }
    return reports
  }

  /// As the tagger and the linker have it.
  private func linked() -> [ParagraphReports] {
    let paragraphs = input.tokens.paragraphs
    let linker = SpanLinker(tokens: input.tokens)
    var reports: [ParagraphReports] = []
    reports.reserveCapacity(paragraphs.count)
    var spans = RoleSpans()
    for (index, paragraph) in paragraphs.enumerated() where paragraph.canSpeak {
      tagged.readSpans(in: paragraph.tokens, into: &spans)
      let relations = spans.contents.isEmpty ? [] : linker.relations(spans)
      reports.append(
        ParagraphReports(
          paragraph: index, tokens: paragraph.tokens, contents: spans.takeContents(), relations: relations))
    }
    return reports
  }

  private func repair(_ report: inout ParagraphReports) {
    subjects.turn(to: report.tokens)
    for index in report.relations.indices { dropTail(&report.relations[index]) }
    RelationRepairs(input: input, subjects: subjects, in: report.tokens).repair(&report.relations)
    let sources = SourceFinder(input: input, subjects: subjects)
    for index in report.relations.indices { sources.complete(&report.relations[index]) }
    let count = report.relations.count
    for content in report.contents where holdsQuotation(content) {
      let isTaken = report.relations[..<count].contains { relation in
        relation.contents.contains { $0.upperBound == content.upperBound }
      }
      if !isTaken { report.relations.append(Relation(source: nil, cue: nil, contents: [content])) }
    }
  }

  /// What the tagger passed over, and what stands inside the words of others.
  private func addClauses(to report: inout ParagraphReports) {
    subjects.turn(to: report.tokens)
    let nested =
      !report.relations.isEmpty && input.ruleWords(in: report.tokens).contains(.strengthA)
      ? NestedReports(input: input).relations(in: report.relations) : []
    let clauses = finder.relations(in: report.tokens, hasContents: !report.contents.isEmpty)
    if !clauses.isEmpty { add(clauses, to: &report.relations) }
    if !nested.isEmpty { report.relations += nested }
  }

  private func correct(_ report: inout ParagraphReports) {
    let words = input.ruleWords(in: report.tokens)
    for index in report.relations.indices { correct(&report.relations[index], words) }
    if words.contains(.supposed) {
      let supposed = SupposedReports(input: input)
      report.relations.removeAll(where: supposed.contains)
    }
    if !report.relations.allSatisfy(isWorthwhile) { report.relations.removeAll { !isWorthwhile($0) } }
  }

  private func correct(_ relation: inout Relation, _ words: RuleWords) {
    if relation.contents.count > 1 { relation.contents.removeAll(where: isPronoun) }
    if words.contains(.mark), !relation.contents.isEmpty { dropStrayMarks(&relation) }
    dropBrackets(&relation)
    if words.contains(.naming.union(.quoted)) { dropDeed(&relation) }
  }

  private func add(_ found: [Relation], to relations: inout [Relation]) {
    var clauses = found
    if !relations.isEmpty {
      let cues = relations.filter(isWorthwhile).compactMap(\.cue)
      widen(&relations, to: clauses)
      // A verb brings words once: what the tagger has found with it stands.
      clauses.removeAll { relation in cues.contains { cue in relation.cue?.overlaps(cue) ?? false } }
      clauses.removeAll { clause in relations.contains { isTwice(clause, $0) } }
      for clause in clauses {
        let isWhole = clause.cue?.count == 2 || clause.contents.count == 2 || isThatClause(clause)
        relations.removeAll { isDeed($0, inside: clause) && (isWhole || isAgreement($0)) }
      }
      for clause in clauses {
        relations.removeAll {
          isPart($0, of: clause) || isSlip($0, inside: clause) || isFragment($0, of: clause)
        }
      }
    }
    relations += clauses
  }

  /// `If the well runs dry, | the farm will close, Ode said`: of a sentence that ends with who says it, the tagger took a part.
  /// In 292 such sentences 243 were said from their first word (PolNeAR, training part).
  private func widen(_ relations: inout [Relation], to clauses: [Relation]) {
    for clause in clauses {
      takeInterrupted(clause, in: &relations)
      guard let cue = clause.cue, clause.contents.count == 1, case let whole = clause.contents[0],
        whole.upperBound <= cue.lowerBound,
        let index = relations.firstIndex(where: { $0.cue?.overlaps(cue) ?? false }),
        let first = relations[index].contents.first, let last = relations[index].contents.last,
        whole.lowerBound <= first.lowerBound, last.upperBound <= whole.upperBound
      else { continue }
      // "But the well is dry": the word that joins it to the sentence before is left to the tagger.
      let start = first.lowerBound - whole.lowerBound <= 2 ? first.lowerBound : whole.lowerBound
      // `The well is dry, Ode, a farmer, said`: no further than who says it.
      let isBefore = relations[index].source.map {
        last.upperBound <= $0.lowerBound && $0.lowerBound < whole.upperBound
      }
      let own = start..<(isBefore ?? false ? last.upperBound : whole.upperBound)
      guard relations[index].contents != [own] else { continue }
      relations[index].contents = [own]
      relations[index].origin = .clause
      if relations[index].source.map({ own.contains($0.lowerBound) }) ?? true {
        relations[index].source = clause.source
      }
      let widened = relations[index]
      relations.removeAll { $0 != widened && isDeed($0, inside: clause) }
    }
  }

  /// `Prices, the bank warned, | would rise`: of words with the telling in their middle, the tagger took one part or both.
  private func takeInterrupted(_ clause: Relation, in relations: inout [Relation]) {
    guard clause.contents.count == 2, let cue = clause.cue,
      let index = relations.firstIndex(where: { $0.cue == cue && $0.source == clause.source }),
      relations[index].contents.last == clause.contents.last
        || holdsQuotation(clause.contents[1])
          && relations[index].contents.last?.lowerBound == clause.contents[1].lowerBound,
      relations[index].contents.allSatisfy({ own in clause.contents.contains { $0.contains(own.lowerBound) } })
    else { return }
    relations[index].contents = clause.contents
    relations[index].origin = .clause
  }

  /// `Norvik has rejected an offer, according to ...`: what somebody does in the words of another.
  private func isDeed(_ relation: Relation, inside clause: Relation) -> Bool {
    guard let cue = relation.cue, let whole = clause.contents.first(where: { $0.contains(cue.lowerBound) }) else {
      return false
    }
    return relation.contents.allSatisfy { $0.lowerBound >= whole.lowerBound && $0.upperBound <= whole.upperBound }
      && !cue.contains { input.strengths[$0] == .a }
  }

  /// `The plane, a Norvik 7, skidded off the runway, the airline said`: no verb of saying at all.
  private func isSlip(_ relation: Relation, inside clause: Relation) -> Bool {
    relation.origin == .tagger && isDeed(relation, inside: clause)
      && !(relation.cue ?? 0..<0).contains { input.strengths[$0].isStrong || input.strengths[$0] == .c }
  }

  /// `The two sides have agreed to talk, officials said`: what somebody is to do.
  private func isAgreement(_ relation: Relation) -> Bool {
    relation.contents.allSatisfy { input.tokens.hashes[$0.lowerBound] == Self.to }
      && relation.cue?.contains { Self.agreeing.contains(input.tokens.hashes[$0]) } ?? false
  }

  /// `The mud killed nine, bringing the toll to 21, the agency said`: a part of some words that nobody else says.
  private func isPart(_ relation: Relation, of clause: Relation) -> Bool {
    guard clause.contents.count == 1, let whole = clause.contents.first,
      relation.source == nil || relation.source == clause.source,
      relation.contents.allSatisfy({ $0.lowerBound >= whole.lowerBound && $0.upperBound <= whole.upperBound })
    else { return isAround(relation, clause) }
    return !relation.contents.contains(where: holdsQuotation)
  }

  /// `Orders show a "firmer tone", the mill said`: a few words in marks belong to whoever says the sentence that they stand in,
  /// unless somebody else is said to have said or called it so.
  private func isFragment(_ relation: Relation, of clause: Relation) -> Bool {
    guard let end = clause.cue?.lowerBound, clause.contents.count == 1, case let whole = clause.contents[0],
      whole.upperBound <= end, relation.contents.contains(where: holdsQuotation),
      relation.contents.allSatisfy({ whole.lowerBound <= $0.lowerBound && $0.upperBound <= whole.upperBound })
    else { return false }
    return (relation.cue ?? 0..<0).allSatisfy {
      whole.contains($0) && input.strengths[$0] != .a && !ClauseFinder.naming.contains(input.tokens.hashes[$0])
    }
  }

  /// `He added that the gas could freeze, he said`: the verb in front brings the same words of the same one.
  private func isTwice(_ clause: Relation, _ relation: Relation) -> Bool {
    guard clause.contents.count == 1, relation.contents.count == 1, let first = clause.contents.first?.lowerBound,
      let source = clause.source, source.count == 1, let cue = relation.cue,
      input.tokens.hashes[source.lowerBound] == input.tokens.hashes[first],
      SpeakerWords.pronouns.contains(input.tokens.hashes[first]),
      first < cue.lowerBound, cue.lowerBound - first <= 2, cue.contains(where: { input.strengths[$0] == .a })
    else { return false }
    return relation.contents[0].lowerBound == cue.upperBound
      && relation.contents[0].upperBound + 1 >= clause.contents[0].upperBound
  }

  /// `summoned | the minister, court documents show`: who shows it was taken for words.
  private func isAround(_ relation: Relation, _ clause: Relation) -> Bool {
    guard let cue = clause.cue, let words = clause.contents.first, words.upperBound <= cue.lowerBound else {
      return false
    }
    return relation.contents.contains { $0.contains(cue.lowerBound) && !holdsQuotation($0) }
  }

  /// A mark at the end that closes nothing, with the point before it; with it also the sentence behind.
  private func dropStrayMarks(_ relation: inout Relation) {
    guard let content = relation.contents.last, content.count > 2,
      let stray = content.dropFirst(2).first(where: { mark in
        isStray(mark) && (mark == content.upperBound - 1 || input.tokens.isCharacter(mark - 1, "."))
      })
    else { return }
    var end = stray
    while end > content.lowerBound + 1, !input.tokens.isWord(end - 1), !input.isQuoted(end - 1) { end -= 1 }
    relation.contents[relation.contents.count - 1] = content.lowerBound..<end
  }

  /// `“Nie” (`, `“Nie” –`: an opening bracket or a dash at the end of some words belongs to what follows.
  private func dropBrackets(_ relation: inout Relation) {
    for index in relation.contents.indices {
      let content = relation.contents[index]
      let last = content.upperBound - 1
      guard content.count > 1,
        input.tokens.isWord(last)
          ? Self.joints.contains(input.tokens.hashes[last]) && !input.isQuoted(last) && content.count > 2
          : input.tokens.isCharacter(last, "(") || Dateline.isDash(input.tokens, last) && !input.isQuoted(last)
      else { continue }
      relation.contents[index] = content.lowerBound..<(content.upperBound - 1)
    }
  }

  /// `described it as "a farce" and left the hall`: what is done next is not said.
  private func dropDeed(_ relation: inout Relation) {
    guard relation.contents.count == 1, let content = relation.contents.first, let cue = relation.cue,
      cue.upperBound <= content.lowerBound,
      cue.contains(where: { ClauseFinder.naming.contains(input.tokens.hashes[$0]) }),
      let close = content.last(where: input.isQuoted), let quotation = input.quotation(close), quotation.isClosed,
      close + 2 < content.upperBound, Self.joints.contains(input.tokens.hashes[close + 1]),
      SubjectFinder.isFinite(close + 2, input)
    else { return }
    relation.contents[0] = content.lowerBound..<(close + 1)
  }

  private func isStray(_ mark: Int) -> Bool { input.tokens.marks[mark] != .none && !input.isQuoted(mark) }

  /// A word or two that nobody is named for and no marks stand around are a slip ("was called off").
  private func isWorthwhile(_ relation: Relation) -> Bool {
    guard let first = relation.contents.first else { return false }
    if relation.contents.allSatisfy({ isThat($0) || isName($0) || isRelative($0) }) { return false }
    if isPronoun(first) || isOutlet(first) { return false }
    if let source = relation.source, TranscriptLabel.isHeading(input.tokens, source), !holdsQuotation(first) {
      return false
    }
    return relation.source != nil || relation.contents.count > 1 || first.count > 2 || holdsQuotation(first)
  }

  /// The "that" of `Asked about that, the editor ...`, which brings no clause.
  private func isPronoun(_ content: Range<Int>) -> Bool {
    content.count > 1 && content.lowerBound > 0 && input.tokens.hashes[content.lowerBound] == Self.that
      && input.tokens.isCharacter(content.lowerBound + 1, ",")
      && Pronouns.prepositions.contains(input.tokens.hashes[content.lowerBound - 1])
  }

  /// `hit back on Instagram`
  private func isOutlet(_ content: Range<Int>) -> Bool {
    content.count == 1 && input.tokens.shapes[content.lowerBound].isCapitalised && !input.isQuoted(content.lowerBound)
      && content.lowerBound > 0 && input.tokens.hashes[content.lowerBound - 1] == Self.on
  }

  private func isThatClause(_ clause: Relation) -> Bool {
    clause.contents.first.map { input.tokens.hashes[$0.lowerBound] == Self.that } ?? false
  }

  private func isRelative(_ content: Range<Int>) -> Bool {
    content.count == 1 && Self.relatives.contains(input.tokens.hashes[content.lowerBound])
      && !input.isQuoted(content.lowerBound)
  }

  private static var relatives: FewWords { FewWords("which", "who", "whom", "whose") }

  private func isThat(_ content: Range<Int>) -> Bool {
    content.count == 1 && input.tokens.hashes[content.lowerBound] == Self.that
  }

  /// Part of a name, torn from it by a word that looked like a verb.
  private func isName(_ content: Range<Int>) -> Bool {
    (2...4).contains(content.count)
      && content.allSatisfy { input.tokens.shapes[$0].isCapitalised && !input.isQuoted($0) }
  }

  private static var joints: FewWords { FewWords("and", "but") }
  private static var to: UInt32 { ByteHash.of("to") }
  private static var agreeing: FewWords { FewWords("agreed", "agree") }
  private static var that: UInt32 { ByteHash.of("that") }
  private static var on: UInt32 { ByteHash.of("on") }

  func holdsQuotation(_ content: Range<Int>) -> Bool {
    input.ruleWords(in: content).contains(.quoted) && content.contains { input.isQuoted($0) }
  }

  /// Behind `"...," she said` unquoted words belong to the telling, not to what was said.
  private func dropTail(_ relation: inout Relation) {
    guard let cue = relation.cue, let before = relation.contents.last(where: { $0.upperBound <= cue.lowerBound }),
      isMostlyQuoted(before), cue.lowerBound - before.upperBound < 12
    else { return }
    relation.contents.removeAll { $0.lowerBound >= cue.upperBound && !holdsQuotation($0) }
  }

  private func isMostlyQuoted(_ content: Range<Int>) -> Bool {
    let quoted = content.reduce(0) { $0 + (input.isQuoted($1) ? 1 : 0) }
    return quoted * 10 >= content.count * 8
  }
}

/// A paragraph with what is said in it.
struct ParagraphReports {
  /// Its number.
  let paragraph: Int
  let tokens: Range<Int>
  /// What the tagger took for words.
  let contents: [Range<Int>]
  /// In the order of their cues; those for content without a cue come last.
  var relations: [Relation]
}
