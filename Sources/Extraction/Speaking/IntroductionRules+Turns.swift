/// Sentences that say how somebody began or went on, and questions that the next speaker does not ask.
extension IntroductionRules {
  /// `Opposition leader Ada Lind began with trains.`, `Ode tried a kinder tone.`: the name before a verb of such a turn.
  func beginner(in sentence: Range<Int>) -> Range<Int>? {
    guard sentence.count <= Self.longest, sentence.count > 3,
      let verb = sentence.dropFirst().dropLast(2).first(where: { Self.turns.contains(input.tokens.hashes[$0]) }),
      Self.manners.contains(input.tokens.hashes[verb + 1])
        || Self.tones.contains(input.tokens.hashes[sentence.upperBound - 2]),
      !sentence.contains(where: { input.isQuoted($0) || input.strengths[$0] == .a })
    else { return nil }
    let subjects = SubjectFinder(input, tagged, in: input.tokens.paragraph(verb).tokens)
    guard let subject = subjects.subject(of: verb, within: 0),
      subject.lowerBound - sentence.lowerBound <= Self.longestRole,
      input.tokens.shapes[subject.upperBound - 1].isCapitalised,
      (sentence.lowerBound..<subject.lowerBound).allSatisfy(input.tokens.isWord)
    else { return nil }
    return subject
  }

  /// `“Will he go?” Ode said he would.`: who says something of his own behind a question did not ask it.
  func detachQuestions(_ drafts: inout [StatementDraft]) {
    for index in drafts.indices.reversed() where drafts[index].isQuoted && !drafts[index].isCarried {
      guard let source = drafts[index].source, let end = drafts[index].contents.last?.upperBound,
        source.lowerBound == end, end > 1, input.tokens.isCharacter(end - 2, "?"),
        let words = clause(behind: source.upperBound)
      else { continue }
      drafts[index].source = nil
      drafts[index].cue = nil
      let isFound = drafts.contains { draft in draft.contents.contains { $0.overlaps(words) } }
      guard !isFound else { continue }
      let answer = StatementDraft(
        contents: [words], cue: words.lowerBound - 1..<words.lowerBound, source: source, method: .clause,
        paragraph: drafts[index].paragraph, isQuoted: false)
      drafts.insert(answer, at: index + 1)
    }
  }

  /// Behind a verb of saying a subject with its verb, to the end of the sentence.
  private func clause(behind verb: Int) -> Range<Int>? {
    guard verb < input.tokens.count, VerbForms.said.contains(input.tokens.hashes[verb]) else { return nil }
    let end = input.tokens.wordsEnd(verb..<input.tokens.sentence(verb).upperBound)
    let first = verb + 1
    guard first + 1 < end, Self.subjects.contains(input.tokens.hashes[first]),
      (first + 1..<min(end, first + 6)).contains(where: { Self.helping.contains(input.tokens.hashes[$0]) }),
      (first..<end).allSatisfy({ !input.isQuoted($0) })
    else { return nil }
    return first..<end
  }

  private static let subjects = WordSet("he she it they we the this there his her its their a an no")
  private static let helping = WordSet(
    "is are was were has have had will would can could may might must should did does")
  private static let turns = WordSet("began opened started closed ended continued tried went put took struck")
  /// Right behind the verb.
  private static let manners = WordSet("with further bluntly simply plainly on differently")
  /// At the end of the sentence.
  private static let tones = WordSet("tone line tack approach note view way bluntly simply plainly further")
}
