import Glibc
import NewsIndex

/// How good a ranking is beside judgments.
enum Ranking {
  /// nDCG: the grade is the gain, divided by the binary logarithm of rank + 1; the ideal order has 1.
  ///
  /// Two hits on the same judged place count once, a hit without a judgment is worth nothing, and one with a negative
  /// grade is taken out first.
  static func gain(_ hits: [SearchHit], _ judgments: [Judgment], depth: Int) -> Double {
    var open = judgments
    var gains: [Int] = []
    for hit in hits where gains.count < depth {
      guard let index = open.firstIndex(where: { isPlace($0.place, of: hit) }) else {
        let isRepeated = judgments.contains { isPlace($0.place, of: hit) }
        if !isRepeated { gains.append(0) }
        continue
      }
      let grade = open.remove(at: index).grade
      if grade >= 0 { gains.append(grade) }
    }
    let ideal = judgments.map(\.grade).filter { $0 > 0 }.sorted(by: >)
    let best = discounted(Array(ideal.prefix(depth)))
    return best > 0 ? discounted(gains) / best : 0
  }

  private static func discounted(_ gains: [Int]) -> Double {
    gains.enumerated().reduce(0) { $0 + Double($1.element) / log2(Double($1.offset) + 2) }
  }

  static func isPlace(_ place: String, of hit: SearchHit) -> Bool {
    if place == hit.id || place == hit.articleID { return true }
    if let at = place.lastIndex(of: "@"), let offset = Int(place[place.index(after: at)...]) {
      return place[..<at] == hit.articleID && hit.scalarSpans.contains { $0.contains(offset) }
    }
    // A statement is where its segments are.
    guard let hash = place.lastIndex(of: "#"), let number = Int(place[place.index(after: hash)...]) else {
      return false
    }
    return place[..<hash] == hit.articleID && (hit.statement?.segments.contains(number) ?? false)
  }
}
