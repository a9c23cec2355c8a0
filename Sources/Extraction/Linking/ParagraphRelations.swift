/// Relations of a paragraph with two corrections to what the linker joins.
struct ParagraphRelations {
  let input: TaggerInput
  let tagged: TaggedTokens

  /// In the order of their cues; those for content without a cue come last.
  func relations(in paragraph: Range<Int>) -> [Relation] {
    let subjects = SubjectFinder(input, tagged, in: paragraph)
    let linked = SpanLinker(tokens: input.tokens).relations(tagged, in: paragraph).map(withoutTail)
    let sources = SourceFinder(input: input, subjects: subjects)
    var relations = RelationRepairs(input: input, subjects: subjects).repaired(linked).map(sources.completed)
    let taken = Set(relations.flatMap { $0.contents.map(\.upperBound) })
    for content in tagged.spans(.content, in: paragraph)
    where !taken.contains(content.upperBound) && holdsQuotation(content) {
      relations.append(Relation(source: nil, cue: nil, contents: [content]))
    }
    let clauses = ClauseFinder(input: input, tagged: tagged, subjects: subjects).relations(in: paragraph)
    let nested = NestedReports(input: input).relations(in: relations)
    return (relations + clauses + nested).map(withoutStrayMarks).filter(isWorthwhile)
  }

  /// A mark at the end that closes nothing, with the point before it.
  private func withoutStrayMarks(_ relation: Relation) -> Relation {
    guard let content = relation.contents.last, content.count > 2, !input.isQuoted(content.upperBound - 1),
      input.tokens.marks[content.upperBound - 1] != .none
    else { return relation }
    var end = content.upperBound - 1
    while end > content.lowerBound + 1, !input.tokens.isWord(end - 1), !input.isQuoted(end - 1) { end -= 1 }
    var relation = relation
    relation.contents[relation.contents.count - 1] = content.lowerBound..<end
    return relation
  }

  /// A word or two that nobody is named for and no marks stand around are a slip ("was called off").
  private func isWorthwhile(_ relation: Relation) -> Bool {
    guard let first = relation.contents.first else { return false }
    if let source = relation.source, TranscriptLabel.isHeading(input.tokens, source), !holdsQuotation(first) {
      return false
    }
    return relation.source != nil || relation.contents.count > 1 || first.count > 2 || holdsQuotation(first)
  }

  func holdsQuotation(_ content: Range<Int>) -> Bool { content.contains { input.isQuoted($0) } }

  /// Behind `"...," she said` unquoted words belong to the telling, not to what was said.
  private func withoutTail(_ relation: Relation) -> Relation {
    guard let cue = relation.cue, let before = relation.contents.last(where: { $0.upperBound <= cue.lowerBound }),
      isMostlyQuoted(before), cue.lowerBound - before.upperBound < 12
    else { return relation }
    var relation = relation
    relation.contents.removeAll { $0.lowerBound >= cue.upperBound && !holdsQuotation($0) }
    return relation
  }

  private func isMostlyQuoted(_ content: Range<Int>) -> Bool {
    let quoted = content.reduce(0) { $0 + (input.isQuoted($1) ? 1 : 0) }
    return quoted * 10 >= content.count * 8
  }
}
