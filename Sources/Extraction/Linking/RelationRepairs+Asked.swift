/// Sentences that begin with a question that was put to somebody.
extension RelationRepairs {
  /// `Asked by Roe whether it would rain, | Ode shook her head`: what the one does who was asked is no part of the question.
  func cutAtAnswer(_ relation: inout Relation) {
    guard let content = relation.contents.first,
      Self.questions.contains(input.tokens.hashes[content.lowerBound]),
      case let sentence = input.tokens.sentence(content.lowerBound), isWord(sentence.lowerBound, Self.asked),
      sentence.lowerBound < content.lowerBound, content.upperBound >= input.tokens.wordsEnd(sentence),
      !content.contains(where: input.isQuoted),
      let comma = content.last(where: { input.tokens.isCharacter($0, ",") }), comma > content.lowerBound + 1,
      comma + 2 < content.upperBound, opensClause(comma + 1),
      (comma + 2..<min(content.upperBound, comma + Self.farthestVerb)).contains(where: {
        SubjectFinder.isFinite($0, input)
      })
    else { return }
    relation.contents[0] = content.lowerBound..<comma
    if let cue = relation.cue, relation.source?.overlaps(cue) ?? false {
      relation.cue = sentence.lowerBound..<sentence.lowerBound + 1
    }
  }

  /// `Ode was asked whether it would rain`: she does not ask.
  func dropAsked(_ relation: inout Relation) {
    guard let cue = relation.cue, isWord(cue.upperBound - 1, Self.asked), let source = relation.source,
      source.upperBound <= cue.lowerBound, let content = relation.contents.first,
      content.lowerBound >= cue.upperBound,
      cue.lowerBound > source.lowerBound,
      VerbForms.passives.contains(input.tokens.hashes[cue.upperBound - 2]),
      Self.questions.contains(input.tokens.hashes[content.lowerBound])
    else { return }
    relation.source = nil
  }

  /// `Asked about the money, the lawyer said`: a subject is no question.
  func dropSubjectAskedAbout(_ relation: inout Relation) {
    guard relation.source == nil, let cue = relation.cue, let content = relation.contents.first,
      relation.contents.count == 1, isWord(content.lowerBound, Self.about), SourceFinder.isAsked(cue, input),
      !content.contains(where: { input.isQuoted($0) || SubjectFinder.isFinite($0, input) })
    else { return }
    relation.contents = []
  }

  private func opensClause(_ token: Int) -> Bool {
    input.tokens.shapes[token].isCapitalised || Pronouns.articles.contains(input.tokens.hashes[token])
      || SpeakerWords.pronouns.contains(input.tokens.hashes[token])
  }

  private static let farthestVerb = 8
  private static var asked: UInt32 { ByteHash.of("asked") }
  private static var about: UInt32 { ByteHash.of("about") }
  private static let questions = WordSet("whether if why how when what who where which")
}
