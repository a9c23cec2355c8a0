/// What somebody else calls a thing inside the words of another.
extension RelationRepairs {
  /// The same where the tagger took all of it for one report: the clause behind the last comma is parted from it.
  func splitAtNamers(_ relations: inout [Relation]) {
    for index in relations.indices {
      guard relations[index].contents.count == 1, let content = relations[index].contents.first,
        relations[index].cue.map({ $0.upperBound <= content.lowerBound }) ?? false, !input.isQuoted(content.lowerBound),
        let open = content.first(where: input.isQuoted), let quotation = input.quotation(open), quotation.open == open,
        quotation.close >= content.upperBound - 2,
        let namer = Namer(before: open, from: input.tokens.paragraph(open).tokens.lowerBound, input),
        content.lowerBound < namer.source.lowerBound,
        case let near = max(content.lowerBound, namer.source.lowerBound - Self.longestThing)..<namer.source.lowerBound,
        !near.isEmpty, let comma = near.last(where: { input.facts[$0].contains(.comma) }),
        comma > content.lowerBound + 2
      else { continue }
      relations[index].contents = [content.lowerBound..<comma]
      relations.append(
        Relation(source: namer.source, cue: namer.verb..<namer.verb + 1, contents: [open..<content.upperBound]))
    }
  }

  /// In tokens: `in a decision that`.
  private static let longestThing = 8

  /// `ruled that the firm broke the law, in a decision | that unions hailed as “historic”`: the last words are the unions'.
  func cutAtNamer(_ relation: inout Relation) {
    guard let content = relation.contents.last, let open = content.first(where: input.isQuoted),
      let quotation = input.quotation(open), quotation.open == open, quotation.close >= content.upperBound - 2,
      open > content.lowerBound || relation.contents.count == 1,
      case let start = input.tokens.paragraph(open).tokens.lowerBound,
      let namer = Namer(before: open, from: start, input),
      content.lowerBound == open || content.lowerBound >= namer.source.lowerBound - 1
    else { return }
    relation.contents = [open..<content.upperBound]
    relation.source = namer.source
    relation.cue = namer.verb..<namer.verb + 1
  }
}
