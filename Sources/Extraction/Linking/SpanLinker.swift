/// Joins the spans of a paragraph to relations: every content to the cheapest cue, every cue to the cheapest source.
///
/// The cost is the distance in tokens, 20 for each sentence between, and a little for what lies in between. On gold
/// spans this finds the right partner for all but a few in a hundred; a trained linker was not worth its weight.
struct SpanLinker {
  let tokens: TokenTable

  private static let sentenceCost = 20
  private static let betweenCueCost = 5
  private static let betweenContentCost = 3
  private static let sourceBehindCost = 3
  private static let farthestSource = 40

  /// - Parameter spans: Those of one paragraph.
  func relations(_ spans: RoleSpans) -> [Relation] {
    let (sources, cues, contents) = (spans.sources, spans.cues, spans.contents)
    guard !contents.isEmpty else { return [] }
    guard !cues.isEmpty else {
      guard let source = sources.first else { return [] }
      return [Relation(source: source, cue: nil, contents: contents)]
    }
    if cues.count == 1 {
      return [Relation(source: source(of: cues[0], sources, cues), cue: cues[0], contents: contents)]
    }
    let owners = contents.map { content in
      let nearest = cheapest(cues) { cue in
        cost(content, cue)
      } more: { cue in
        Self.betweenCueCost * between(content, cue, cues) + Self.betweenContentCost * between(content, cue, contents)
      }
      return nearest?.index ?? 0
    }
    var relations: [Relation] = []
    relations.reserveCapacity(cues.count)
    for (index, cue) in cues.enumerated() where owners.contains(index) {
      var own: [Range<Int>] = []
      for (content, owner) in zip(contents, owners) where owner == index { own.append(content) }
      relations.append(Relation(source: source(of: cue, sources, cues), cue: cue, contents: own))
    }
    return relations
  }

  private func source(of cue: Range<Int>, _ sources: [Range<Int>], _ cues: [Range<Int>]) -> Range<Int>? {
    let nearest = cheapest(sources) { source in
      cost(source, cue) + (source.lowerBound > cue.lowerBound ? Self.sourceBehindCost : 0)
    } more: { source in
      Self.betweenCueCost * between(source, cue, cues)
    }
    guard let nearest, nearest.cost < Self.farthestSource else { return nil }
    return sources[nearest.index]
  }

  /// The first of the spans that cost least; `nil` where there are none.
  ///
  /// - Parameter more: Comes on top of what a span costs; not asked for one that costs too much without.
  private func cheapest(
    _ spans: [Range<Int>], _ cost: (Range<Int>) -> Int, more: (Range<Int>) -> Int
  ) -> (index: Int, cost: Int)? {
    var best: (index: Int, cost: Int)?
    for (index, span) in spans.enumerated() {
      var own = cost(span)
      guard own < best?.cost ?? .max else { continue }
      own += more(span)
      if own < best?.cost ?? .max { best = (index, own) }
    }
    return best
  }

  private func cost(_ span: Range<Int>, _ cue: Range<Int>) -> Int {
    let gap = max(span.lowerBound - cue.upperBound, cue.lowerBound - span.upperBound, 0)
    let near = span.lowerBound < cue.lowerBound ? span.upperBound - 1 : span.lowerBound
    return gap + Self.sentenceCost * abs(Int(tokens.sentenceOf[near]) - Int(tokens.sentenceOf[cue.lowerBound]))
  }

  /// How many of some spans, which are in order, begin between two others. Found by halving: a paragraph of a thousand
  /// quotations has a million pairs to ask for.
  private func between(_ left: Range<Int>, _ right: Range<Int>, _ spans: [Range<Int>]) -> Int {
    let low = min(left.lowerBound, right.lowerBound)
    let high = max(left.lowerBound, right.lowerBound)
    return max(0, count(of: spans, before: high) - count(of: spans, before: low + 1))
  }

  private func count(of spans: [Range<Int>], before token: Int) -> Int {
    var (first, end) = (0, spans.count)
    while first < end {
      let middle = (first + end) / 2
      if spans[middle].lowerBound < token { first = middle + 1 } else { end = middle }
    }
    return first
  }
}
