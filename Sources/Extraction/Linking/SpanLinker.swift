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

  func relations(_ tagged: TaggedTokens, in paragraph: Range<Int>) -> [Relation] {
    let sources = tagged.spans(.source, in: paragraph)
    let cues = tagged.spans(.cue, in: paragraph)
    let contents = tagged.spans(.content, in: paragraph)
    guard !cues.isEmpty else {
      guard let source = sources.first, !contents.isEmpty else { return [] }
      return [Relation(source: source, cue: nil, contents: contents)]
    }
    var ofCue = [[Range<Int>]](repeating: [], count: cues.count)
    for content in contents {
      let costs = cues.map { cue in
        cost(content, cue) + Self.betweenCueCost * between(content, cue, cues, except: cue)
          + Self.betweenContentCost * between(content, cue, contents, except: content)
      }
      ofCue[cheapest(costs)].append(content)
    }
    return cues.indices.compactMap { index in
      guard !ofCue[index].isEmpty else { return nil }
      return Relation(source: source(of: cues[index], sources, cues), cue: cues[index], contents: ofCue[index])
    }
  }

  private func source(of cue: Range<Int>, _ sources: [Range<Int>], _ cues: [Range<Int>]) -> Range<Int>? {
    let costs = sources.map { source in
      cost(source, cue) + (source.lowerBound > cue.lowerBound ? Self.sourceBehindCost : 0)
        + Self.betweenCueCost * between(source, cue, cues, except: cue)
    }
    guard !costs.isEmpty else { return nil }
    let best = cheapest(costs)
    return costs[best] < Self.farthestSource ? sources[best] : nil
  }

  private func cheapest(_ costs: [Int]) -> Int {
    costs.indices.min { (costs[$0], $0) < (costs[$1], $1) } ?? 0
  }

  private func cost(_ span: Range<Int>, _ cue: Range<Int>) -> Int {
    let gap = max(span.lowerBound - cue.upperBound, cue.lowerBound - span.upperBound, 0)
    let near = span.lowerBound < cue.lowerBound ? span.upperBound - 1 : span.lowerBound
    return gap + Self.sentenceCost * abs(Int(tokens.sentenceOf[near]) - Int(tokens.sentenceOf[cue.lowerBound]))
  }

  private func between(
    _ left: Range<Int>, _ right: Range<Int>, _ spans: [Range<Int>], except own: Range<Int>
  ) -> Int {
    let low = min(left.lowerBound, right.lowerBound)
    let high = max(left.lowerBound, right.lowerBound)
    return spans.reduce(0) { $0 + ($1 != own && low < $1.lowerBound && $1.lowerBound < high ? 1 : 0) }
  }
}
