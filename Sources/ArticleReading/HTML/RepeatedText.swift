/// Recognises text that stands in a page again, such as the copy for another size of screen.
struct RepeatedText {
  private static let width = 8
  /// An article of so many words is a book; what follows is not compared, so that memory stays small.
  private static let mostWindows = 200_000
  private var windows: Set<UInt64> = []

  /// Whether most of the text was seen before; what was not is remembered.
  mutating func repeats(_ text: [UInt8]) -> Bool {
    guard windows.count < Self.mostWindows else { return false }
    let words = Self.words(text)
    guard words.count >= Self.width else { return false }
    let hashes = (0...(words.count - Self.width)).map { start in
      words[start..<start + Self.width].reduce(Self.seed) { ($0 ^ $1) &* Self.prime }
    }
    let known = hashes.count { windows.contains($0) }
    if known * 10 >= hashes.count * 7 { return true }
    windows.formUnion(hashes)
    return false
  }

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01B3

  /// A hash for each word.
  private static func words(_ text: [UInt8]) -> [UInt64] {
    var words: [UInt64] = []
    var hash = seed
    var isInside = false
    for byte in text {
      if isSpace(byte) {
        if isInside { words.append(hash) }
        (hash, isInside) = (seed, false)
      } else {
        hash = (hash ^ UInt64(byte)) &* prime
        isInside = true
      }
    }
    return isInside ? words + [hash] : words
  }
}
