import FileAccess
import Testing

struct GzipTests {
  /// "one\n" packed.
  private static let packed: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0xFF, 0xCB, 0xCF, 0x4B, 0xE5, 0x02, 0x00, 0x9F, 0xA8, 0x17,
    0xF8, 0x04, 0x00, 0x00, 0x00,
  ]

  @Test func bytesInMemoryAreUnpacked() {
    #expect(Gzip.isGzip(Self.packed))
    #expect(Gzip.unpacked(Self.packed, limit: 100) == Array("one\n".utf8))
    #expect(Gzip.unpacked(Self.packed + Self.packed, limit: 100) == Array("one\none\n".utf8))
  }

  @Test func damageAndTooMuchGiveNothing() {
    #expect(Gzip.unpacked(Array(Self.packed.dropLast(10)), limit: 100) == nil)
    #expect(Gzip.unpacked(Self.packed, limit: 3) == nil)
    #expect(Gzip.unpacked(Array("plain".utf8), limit: 100) == nil)
  }

  @Test func whatComesBeforeDamageIsGiven() {
    let cut = Gzip.beginning(of: Array(Self.packed.dropLast(3)), limit: 100)
    #expect(cut?.bytes == Array("one\n".utf8))
    #expect(cut?.isWhole == false)
    #expect(Gzip.beginning(of: Self.packed, limit: 100)?.isWhole == true)
    #expect(Gzip.beginning(of: Self.packed, limit: 3) == nil)
  }

  @Test func readingGoesOnAtTheNextMember() throws {
    let directory = try Files.makeTemporaryDirectory(prefix: "onrecord-members")
    defer { try? Files.removeTree(directory) }
    let path = Files.join(directory, "input")
    for cut in 3..<Self.packed.count {
      // The next header lies across two chunks for one of these.
      for padding in [0, 65_530 - cut, 65_536] {
        let between = [UInt8](repeating: 0x55, count: padding)
        try Files.write(Self.packed + Self.packed.prefix(cut) + between + Self.packed, to: path)
        let source = try ByteSource(path)
        var (bytes, damages): ([UInt8], Int) = ([], 0)
        while true {
          do {
            if try !source.read(into: &bytes) { break }
          } catch {
            damages += 1
            if try !source.skipDamage() { break }
          }
        }
        #expect(damages == 1)
        #expect(bytes.starts(with: Array("one\n".utf8)))
        #expect(bytes.suffix(4).elementsEqual("one\n".utf8))
      }
    }
  }

  @Test func linesBeginWithTheBytesAlreadyTaken() throws {
    let directory = try Files.makeTemporaryDirectory(prefix: "onrecord-lines")
    defer { try? Files.removeTree(directory) }
    let path = Files.join(directory, "input")
    try Files.write(Array("b\nc".utf8), to: path)
    var reader = LineReader(try ByteSource(path), behind: Array("a\n".utf8))
    var found: [String] = []
    while case .line(let line) = try reader.next() { found.append(String(decoding: line, as: UTF8.self)) }
    #expect(found == ["a", "b", "c"])
  }
}
