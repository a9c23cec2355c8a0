/// Up to eight words by their hashes, for small sets in hot code: a comparison a word, with numbers that the compiler has
/// worked out. A `WordSet` in a stored property is asked at each use whether it has been made, and lies in memory.
///
///     private static var homes: FewWords { FewWords("of", "from", "at", "with") }
struct FewWords: Sendable {
  private let hashes: SIMD8<UInt32>

  @inline(__always)
  init(
    _ first: StaticString, _ second: StaticString? = nil, _ third: StaticString? = nil, _ fourth: StaticString? = nil,
    _ fifth: StaticString? = nil, _ sixth: StaticString? = nil, _ seventh: StaticString? = nil,
    _ eighth: StaticString? = nil
  ) {
    // Whatever is missing is the first again.
    let one = ByteHash.of(first)
    hashes = SIMD8(
      one, Self.hash(second, one), Self.hash(third, one), Self.hash(fourth, one), Self.hash(fifth, one),
      Self.hash(sixth, one), Self.hash(seventh, one), Self.hash(eighth, one))
  }

  @inline(__always)
  private static func hash(_ word: StaticString?, _ other: UInt32) -> UInt32 { word.map { ByteHash.of($0) } ?? other }

  @inline(__always)
  func contains(_ hash: UInt32) -> Bool {
    hash == hashes[0] || hash == hashes[1] || hash == hashes[2] || hash == hashes[3] || hash == hashes[4]
      || hash == hashes[5] || hash == hashes[6] || hash == hashes[7]
  }
}
