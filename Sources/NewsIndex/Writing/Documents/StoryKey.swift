/// The same for copies of one story that several outlets print, or that one prints again: `--collapse story`.
///
/// The smallest hash of all runs of eight words in the paragraphs: two articles share it as often as they share runs.
/// So copies with another headline, caption, dateline or footer nearly always meet, articles that only follow one
/// pattern (company results) hardly ever, and no other article need be known.
struct StoryKey {
  static let runLength = 8

  private var hashes = [UInt64](repeating: 0, count: runLength)
  private var count = 0
  private var smallest = UInt64.max
  private var whole = StableHash()

  @inline(__always)
  mutating func add(_ word: UnsafeBufferPointer<UInt8>) {
    var hash = StableHash()
    hash.combine(word)
    hashes[count % Self.runLength] = hash.value
    count += 1
    if count < Self.runLength {
      whole.combine(word)
    } else {
      smallest = min(smallest, run)
    }
  }

  /// Of the last eight words, oldest first.
  private var run: UInt64 {
    var mixed: UInt64 = 0
    for index in 0..<Self.runLength {
      mixed = (mixed ^ hashes[(count + index) % Self.runLength]) &* 0x9E37_79B9_7F4A_7C15
      mixed ^= mixed >> 29
    }
    return mixed
  }

  /// Texts of fewer than eight words are copies only where all words are the same; `nil` without a word.
  var value: UInt64? { count == 0 ? nil : count < Self.runLength ? whole.value : smallest }
}
