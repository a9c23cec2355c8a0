/// Relations of a paragraph with two corrections to what the linker joins.
struct ParagraphRelations {
  let input: TaggerInput
  let tagged: TaggedTokens

  /// In the order of their cues; those for content without a cue come last.
  func relations(in paragraph: Range<Int>) -> [Relation] {
    var relations = SpanLinker(tokens: input.tokens).relations(tagged, in: paragraph).map(withoutTail)
    let linked = Set(relations.flatMap(\.contents))
    for content in tagged.spans(.content, in: paragraph) where !linked.contains(content) && holdsQuotation(content) {
      relations.append(Relation(source: nil, cue: nil, contents: [content]))
    }
    return relations.filter { !$0.contents.isEmpty }
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
