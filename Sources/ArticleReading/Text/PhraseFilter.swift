/// A bit for some bits of each of some words: most words of a text are told to be none of them by one look at a few lines of
/// the nearest cache.
struct PhraseFilter: Sendable {
  /// Lines of more words are long: paragraphs mostly are. Few phrases may stand in one.
  static let long = 30
  private static let bits = 16384

  private var all: [UInt64]
  private var ofLongLines: [UInt64]

  init(_ words: [UInt64], ofLongLines long: [UInt64]) {
    (all, ofLongLines) = (Self.filter(words), Self.filter(long))
  }

  private static func filter(_ words: [UInt64]) -> [UInt64] {
    var filter = [UInt64](repeating: 0, count: bits / 64)
    for word in words { filter[bit(word) / 64] |= 1 << UInt64(bit(word) % 64) }
    return filter
  }

  /// Not the lowest bits: a word has one of them set always.
  @inline(__always)
  private static func bit(_ word: UInt64) -> Int { Int(truncatingIfNeeded: word ^ (word >> 20)) & (bits - 1) }

  /// The words of another filter too.
  func union(_ other: PhraseFilter) -> PhraseFilter {
    var union = self
    for index in all.indices {
      union.all[index] |= other.all[index]
      union.ofLongLines[index] |= other.ofLongLines[index]
    }
    return union
  }

  /// Calls `body` with the places of those words of a line that may be one of them, in order.
  func withPlaces<Result>(
    in line: UnsafeBufferPointer<UInt64>, _ body: (UnsafeBufferPointer<Int32>) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: line.count + 1) { places in
      let count = (line.count > Self.long ? ofLongLines : all).withUnsafeBufferPointer { filter in
        var count = 0
        // Without a branch, which nobody could foretell.
        for index in line.indices {
          let bit = Self.bit(line[index])
          places.initializeElement(at: count, to: Int32(truncatingIfNeeded: index))
          count += Int(truncatingIfNeeded: filter[bit >> 6] >> UInt64(bit & 63) & 1)
        }
        return count
      }
      return body(UnsafeBufferPointer(rebasing: places[..<count]))
    }
  }
}
