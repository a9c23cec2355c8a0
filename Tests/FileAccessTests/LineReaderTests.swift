import FileAccess
import Testing

struct LineReaderTests {
  /// "one\n" and "two\nthree" as two gzip members behind one another.
  private static let gzip: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0xFF, 0xCB, 0xCF, 0x4B, 0xE5, 0x02, 0x00, 0x9F, 0xA8, 0x17,
    0xF8, 0x04, 0x00, 0x00, 0x00, 0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0xFF, 0x2B, 0x29, 0xCF, 0xE7,
    0x2A, 0xC9, 0x28, 0x4A, 0x4D, 0x05, 0x00, 0x7C, 0x2E, 0x51, 0xB1, 0x09, 0x00, 0x00, 0x00,
  ]

  private func lines(of bytes: [UInt8], limit: Int = 1 << 20) throws -> [String] {
    let directory = try Files.makeTemporaryDirectory(prefix: "onrecord-lines")
    defer { try? Files.removeTree(directory) }
    let path = Files.join(directory, "input")
    try Files.write(bytes, to: path)
    var reader = LineReader(try ByteSource(path), lineLimit: limit)
    var found: [String] = []
    while let line = try reader.next() {
      if case .line(let bytes) = line {
        found.append(String(decoding: bytes, as: UTF8.self))
      } else {
        found.append("…")
      }
      #expect(reader.number == found.count)
    }
    return found
  }

  @Test func linesLoseTheirEnds() throws {
    #expect(try lines(of: Array("a\r\n\nb".utf8)) == ["a", "", "b"])
    #expect(try lines(of: []) == [])
    #expect(try lines(of: Array("a\n".utf8)) == ["a"])
  }

  @Test func gzipMembersReadAsOneText() throws {
    #expect(try lines(of: Self.gzip) == ["one", "two", "three"])
    #expect(try lines(of: Self.gzip + [0, 0, 0]) == ["one", "two", "three"])
  }

  @Test func brokenOffGzipIsAnError() {
    #expect(throws: FileError.self) { try lines(of: Array(Self.gzip.dropLast(12))) }
  }

  @Test func lineOverTheLimitIsSkippedAndCounted() throws {
    let long = [UInt8](repeating: UInt8(ascii: "x"), count: 300_000)
    #expect(try lines(of: Array("a\n".utf8) + long + Array("\nb\n".utf8), limit: 100_000) == ["a", "…", "b"])
  }
}
