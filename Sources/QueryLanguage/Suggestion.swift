/// What was perhaps meant: the nearest of a few words.
public enum Suggestion {
  /// The word at the smallest edit distance, at most two and less than half its length; the first of equals.
  public static func nearest(to word: String, in words: [String]) -> String? {
    var best: (distance: Int, word: String)?
    for candidate in words {
      let distance = Self.distance(word, candidate, atMost: 2)
      guard distance <= 2, distance * 2 < max(2, candidate.unicodeScalars.count) else { continue }
      if distance < best?.distance ?? 3 { best = (distance, candidate) }
    }
    return best?.word
  }

  /// The number of scalars to insert, delete, replace or swap with their neighbour (each once) to turn one text into
  /// the other; a number above `limit` where it is larger than that.
  public static func distance(_ left: String, _ right: String, atMost limit: Int = .max - 1) -> Int {
    distance(Array(left.unicodeScalars), Array(right.unicodeScalars), atMost: limit)
  }

  /// The same over any elements, such as scalars that were taken apart once.
  public static func distance<Element: Equatable>(_ left: [Element], _ right: [Element], atMost limit: Int) -> Int {
    if abs(left.count - right.count) > limit { return limit + 1 }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in 0..<left.count {
      var line = [row + 1]
      line.reserveCapacity(right.count + 1)
      for column in 0..<right.count {
        let cost = left[row] == right[column] ? 0 : 1
        var best = min(last[column] + cost, last[column + 1] + 1, line[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          best = min(best, beforeLast[column - 1] + 1)
        }
        line.append(best)
      }
      if line.min() ?? 0 > limit { return limit + 1 }
      (beforeLast, last) = (last, line)
    }
    return last[right.count]
  }
}
