import CZlibSystem
import Testing

@testable import FileAccess

/// Both libraries, on what zlib packed.
struct InflaterTests {
  /// A gzip member of `bytes`.
  private static func packed(_ bytes: [UInt8], level: Int32 = 6) -> [UInt8] {
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    guard deflateInit2_(&stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK
    else { return [] }
    defer { deflateEnd(&stream) }
    var input = bytes
    var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
    input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        (stream.next_in, stream.avail_in) = (source.baseAddress, UInt32(source.count))
        (stream.next_out, stream.avail_out) = (target.baseAddress, UInt32(target.count))
        _ = deflate(&stream, Z_FINISH)
      }
    }
    return Array(output.dropLast(Int(stream.avail_out)))
  }

  /// Unpacked in steps of at most `step` bytes of input; `nil` where the data is damaged or breaks off.
  private static func unpacked(_ bytes: [UInt8], step: Int, withZlib: Bool) -> [UInt8]? {
    let inflater = Inflater(withZlib: withZlib)
    var (output, rest): ([UInt8], ArraySlice<UInt8>) = ([], bytes[...])
    while !rest.isEmpty || inflater.hasMore {
      guard let used = inflater.inflate(rest.prefix(step), into: &output) else { return nil }
      rest = rest.dropFirst(used)
    }
    return inflater.isInsideMember ? nil : output
  }

  /// Words of a few kinds, so that there is something to pack.
  private static func text(_ count: Int, _ random: inout some RandomNumberGenerator) -> [UInt8] {
    (0..<count).map { _ in UInt8.random(in: 97...(97 + UInt8.random(in: 0...20, using: &random)), using: &random) }
  }

  @Test(arguments: [false, true])
  func whatWasPackedComesOutInStepsOfAnyLength(withZlib: Bool) {
    let seed = UInt64.random(in: 0..<1000)
    var random = Steps(state: seed)
    for count in [0, 1, 100, 70_000, 300_000] {
      for level: Int32 in [0, 1, 9] {
        let text = Self.text(count, &random)
        let members = Self.packed(text, level: level) + Self.packed(text, level: level)
        for step in [7, 1000, 1 << 20] {
          let found = Self.unpacked(members, step: step, withZlib: withZlib)
          #expect(found == text + text, "seed \(seed), \(count), \(level), \(step)")
        }
      }
    }
  }

  /// A thousand times as long unpacked: the output fills up when all input was taken.
  @Test(arguments: [false, true])
  func whatIsHeldBackComesOutWithoutFurtherInput(withZlib: Bool) {
    for count in (0..<9).map({ 1_000_000 + $0 * 16_384 }) {
      let same = [UInt8](repeating: 0x61, count: count)
      #expect(Self.unpacked(Self.packed(same), step: 1 << 20, withZlib: withZlib)?.count == count)
    }
  }

  @Test(arguments: [false, true])
  func everyChangedBitOfTheChecksumOrTheLengthIsDamage(withZlib: Bool) {
    let whole = Self.packed(Array("She said it would rain.".utf8))
    for bit in 0..<64 {
      var changed = whole
      changed[whole.count - 8 + bit / 8] ^= 1 << UInt8(bit % 8)
      #expect(Self.unpacked(changed, step: 1 << 20, withZlib: withZlib) == nil, "bit \(bit)")
    }
  }

  @Test(arguments: [false, true])
  func noChangedByteGivesAnythingElseThanDamageOrTheText(withZlib: Bool) {
    var random = Steps(state: 3)
    let text = Self.text(2000, &random)
    let whole = Self.packed(text)
    for place in whole.indices {
      var changed = whole
      changed[place] ^= UInt8.random(in: 1...255, using: &random)
      let found = Self.unpacked(changed, step: 1 << 20, withZlib: withZlib)
      #expect(found == nil || found == text, "byte \(place)")
    }
  }
}

/// Steele's SplitMix64.
private struct Steps: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
