/// Two who speak in one sentence, the second behind "while".
extension RelationRepairs {
  /// `Reds hailed the law, while Blues in the house, who had fought it, said it would cost lives`: who stands behind "while" says
  /// what comes behind the next verb, and is no part of what was hailed.
  func takeSubjectsBehindWhile(_ relations: inout [Relation]) {
    guard relations.count > 1 else { return }
    for index in relations.indices.dropFirst() {
      guard let cue = relations[index].cue, let content = relations[index].contents.first,
        cue.upperBound <= content.lowerBound,
        relations[index].source.map({ $0.upperBound + 2 < cue.lowerBound }) ?? true,
        let subject = subjectBehindWhile(before: cue.lowerBound),
        relations[index].source.map({ $0.upperBound < subject.lowerBound }) ?? true
      else { continue }
      relations[index].source = subject
      cut(&relations[index - 1], before: subject.lowerBound - 2)
    }
  }

  private func subjectBehindWhile(before verb: Int) -> Range<Int>? {
    let sentence = input.tokens.sentence(verb)
    let start = max(sentence.lowerBound, input.tokens.paragraph(verb).tokens.lowerBound, verb - Self.farthest)
    let hashes = input.tokens.hashes
    guard start + 2 < verb, let joint = (start + 1..<verb - 1).last(where: { Self.whiles.contains(hashes[$0]) }),
      input.tokens.isCharacter(joint - 1, ","), !input.isQuoted(joint)
    else { return nil }
    let end = (joint + 1..<verb).first { !input.tokens.isWord($0) } ?? verb
    let subject = joint + 1..<end
    guard (1...Self.longestSubject).contains(subject.count),
      end == verb || input.tokens.isCharacter(end, ",") && input.tokens.isCharacter(verb - 1, ",") && end < verb - 1,
      !Pronouns.prepositions.contains(hashes[subject.lowerBound]),
      subject.contains(where: { input.tokens.shapes[$0].isCapitalised || input.isTitle[$0] || input.isPlural($0) }),
      !(joint + 1..<verb).contains(where: { input.isQuoted($0) || input.strengths[$0] == .a }),
      !subject.contains(where: {
        input.tokens.shapes[$0] == .lower && SubjectFinder.isFinite($0, input) && !input.isPlural($0)
      })
    else { return nil }
    return subject
  }

  private func cut(_ relation: inout Relation, before comma: Int) {
    guard let content = relation.contents.last, content.contains(comma), content.lowerBound < comma else { return }
    relation.contents[relation.contents.count - 1] = content.lowerBound..<comma
  }

  /// In tokens.
  private static let farthest = 24
  private static let longestSubject = 8
  static let whiles = WordSet("while whereas")
}
