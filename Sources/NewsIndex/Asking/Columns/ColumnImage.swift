import FileAccess

/// Arrays of numbers and texts that were derived from one database, in one piece of memory: a mapped file beside the
/// database, or the same bytes made in memory where no file can be written.
///
///     8 bytes  "ORcolumn"     u32 version     u32 number of sections
///     u32      length of the origin           u32 zero
///     origin   what the sections were derived from (`ColumnOrigin`), padded with zeros to a multiple of 8
///     table    a section each: u32 key, u32 bytes of an element, u64 offset, u64 elements, u64 checksum
///     u64      checksum of all of the above
///     sections, each at a multiple of 8
///
/// Numbers stand as the machine has them: a file from another kind of machine fails the first comparison. A section is
/// checked against its checksum when it is first used, so that a question pays for what it needs alone.
final class ColumnImage {
  private struct Section {
    var width: Int
    var offset: Int
    var count: Int
    var checksum: UInt64
  }

  private static let magic: [UInt8] = Array("ORcolumn".utf8)
  private static let version: UInt32 = 1
  private static let entryLength = 32
  /// More would be no file of ours.
  private static let mostSections = 256

  private let bytes: UnsafeRawBufferPointer
  private let mapped: MappedFile?
  private let sections: [UInt32: Section]
  private var checked: Set<UInt32> = []

  /// `nil` where there is no file, or one of something else, or a damaged one.
  convenience init?(mapping path: String, origin: ColumnOrigin) {
    guard let mapped = try? MappedFile(path) else { return nil }
    self.init(mapped.bytes, mapped, origin)
  }

  /// Of bytes that `Builder` made.
  convenience init?(_ bytes: [UInt8], origin: ColumnOrigin) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(8, bytes.count), alignment: 8)
    copy.copyBytes(from: bytes)
    self.init(UnsafeRawBufferPointer(rebasing: copy[..<bytes.count]), nil, origin)
  }

  private init?(_ bytes: UnsafeRawBufferPointer, _ mapped: MappedFile?, _ origin: ColumnOrigin) {
    self.bytes = bytes
    self.mapped = mapped
    guard let sections = Self.table(bytes, origin) else {
      self.sections = [:]
      return nil
    }
    self.sections = sections
  }

  deinit {
    if mapped == nil { UnsafeRawBufferPointer(bytes).deallocate() }
  }

  private static func table(_ bytes: UnsafeRawBufferPointer, _ origin: ColumnOrigin) -> [UInt32: Section]? {
    let text = Array(origin.text.utf8)
    let head = 24 + padded(text.count)
    guard bytes.count >= head, bytes[..<8].elementsEqual(magic) else { return nil }
    let count = Int(bytes.loadUnaligned(fromByteOffset: 12, as: UInt32.self))
    let end = head + count * entryLength
    guard bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self) == version, count <= mostSections,
      Int(bytes.loadUnaligned(fromByteOffset: 16, as: UInt32.self)) == text.count,
      bytes[24..<24 + text.count].elementsEqual(text), bytes.count >= end + 8,
      bytes.loadUnaligned(fromByteOffset: end, as: UInt64.self) == checksum(bytes[..<end])
    else { return nil }
    var sections: [UInt32: Section] = [:]
    for entry in stride(from: head, to: end, by: entryLength) {
      let section = Section(
        width: Int(bytes.loadUnaligned(fromByteOffset: entry + 4, as: UInt32.self)),
        offset: Int(truncatingIfNeeded: bytes.loadUnaligned(fromByteOffset: entry + 8, as: UInt64.self)),
        count: Int(truncatingIfNeeded: bytes.loadUnaligned(fromByteOffset: entry + 16, as: UInt64.self)),
        checksum: bytes.loadUnaligned(fromByteOffset: entry + 24, as: UInt64.self))
      let (length, isTooLarge) = section.count.multipliedReportingOverflow(by: section.width)
      guard [1, 2, 4, 8].contains(section.width), section.offset >= end + 8, section.offset % 8 == 0, !isTooLarge,
        length >= 0, section.offset <= bytes.count, length <= bytes.count - section.offset
      else { return nil }
      sections[bytes.loadUnaligned(fromByteOffset: entry, as: UInt32.self)] = section
    }
    return sections
  }

  /// The elements of a section: none where the image lacks it; `nil` where it is damaged.
  func numbers(_ key: UInt32) -> NumberColumn? {
    guard let section = sections[key] else { return NumberColumn(self) }
    let content = UnsafeRawBufferPointer(
      rebasing: bytes[section.offset..<section.offset + section.count * section.width])
    if !checked.contains(key) {
      guard Self.checksum(content[...]) == section.checksum else { return nil }
      checked.insert(key)
    }
    return NumberColumn(self, content, width: section.width, count: section.count)
  }

  private static func padded(_ count: Int) -> Int { (count + 7) & ~7 }

  /// Eight bytes at a time: a million documents are checked in a few milliseconds.
  private static func checksum(_ bytes: Slice<UnsafeRawBufferPointer>) -> UInt64 {
    let buffer = UnsafeRawBufferPointer(rebasing: bytes)
    var sum: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(buffer.count)
    func add(_ word: UInt64) {
      sum = (sum ^ word) &* 0xFF51_AFD7_ED55_8CCD
      sum ^= sum >> 29
    }
    let words = buffer.count / 8
    for word in 0..<words { add(buffer.loadUnaligned(fromByteOffset: word * 8, as: UInt64.self)) }
    for byte in buffer[(words * 8)...] { add(UInt64(byte)) }
    return sum
  }

  /// Puts an image together.
  struct Builder {
    private var sections: [(key: UInt32, width: Int, count: Int, bytes: [UInt8])] = []

    mutating func add(_ key: UInt32, bytes: [UInt8]) { sections.append((key, 1, bytes.count, bytes)) }

    /// In as few bytes a number as hold the largest.
    mutating func add(_ key: UInt32, _ numbers: [UInt32]) {
      let largest = numbers.max() ?? 0
      if largest <= UInt32(UInt8.max) {
        add(key, numbers.map(UInt8.init))
      } else if largest <= UInt32(UInt16.max) {
        add(key, numbers.map(UInt16.init))
      } else {
        add(key, elements: numbers)
      }
    }

    mutating func add(_ key: UInt32, _ numbers: [UInt64]) { add(key, elements: numbers) }

    private mutating func add<Element: FixedWidthInteger>(_ key: UInt32, _ elements: [Element]) {
      add(key, elements: elements)
    }

    private mutating func add<Element: FixedWidthInteger>(_ key: UInt32, elements: [Element]) {
      let bytes = elements.withUnsafeBytes { Array($0) }
      sections.append((key, MemoryLayout<Element>.size, elements.count, bytes))
    }

    func finish(_ origin: ColumnOrigin) -> [UInt8] {
      let text = Array(origin.text.utf8)
      var bytes = ColumnImage.magic
      func append<Number: FixedWidthInteger>(_ number: Number) {
        withUnsafeBytes(of: number) { bytes.append(contentsOf: $0) }
      }
      func pad() { bytes.append(contentsOf: repeatElement(0, count: padded(bytes.count) - bytes.count)) }
      append(ColumnImage.version)
      append(UInt32(sections.count))
      append(UInt32(text.count))
      append(UInt32(0))
      bytes += text
      pad()
      var offset = bytes.count + sections.count * ColumnImage.entryLength + 8
      for section in sections {
        append(section.key)
        append(UInt32(section.width))
        append(UInt64(offset))
        append(UInt64(section.count))
        append(section.bytes.withUnsafeBytes { ColumnImage.checksum($0[...]) })
        offset += padded(section.bytes.count)
      }
      append(bytes.withUnsafeBytes { ColumnImage.checksum($0[...]) })
      for section in sections {
        bytes += section.bytes
        pad()
      }
      return bytes
    }
  }
}

/// What an image was derived from: another state of the database, or another database, has another one.
struct ColumnOrigin: Hashable {
  var text: String

  init(_ content: String, uuid: String, revision: UInt64) {
    text = "\(content) \(uuid) \(revision)"
  }
}

/// The elements of a section, as numbers; they live as long as it.
struct NumberColumn {
  private let image: ColumnImage
  private let bytes: UnsafeRawBufferPointer
  private let width: Int
  let count: Int

  fileprivate init(_ image: ColumnImage) {
    self.init(image, UnsafeRawBufferPointer(start: nil, count: 0), width: 1, count: 0)
  }

  fileprivate init(_ image: ColumnImage, _ bytes: UnsafeRawBufferPointer, width: Int, count: Int) {
    (self.image, self.bytes, self.width, self.count) = (image, bytes, width, count)
  }

  var isEmpty: Bool { count == 0 }

  /// 0 outside of the section: what a damaged number leads to is wrong, but never outside of the memory.
  @inline(__always)
  subscript(index: Int) -> Int {
    guard index >= 0, index < count else { return 0 }
    switch width {
    case 1: return Int(bytes.load(fromByteOffset: index, as: UInt8.self))
    case 2: return Int(bytes.load(fromByteOffset: index * 2, as: UInt16.self))
    case 4: return Int(bytes.load(fromByteOffset: index * 4, as: UInt32.self))
    default: return Int(truncatingIfNeeded: bytes.load(fromByteOffset: index * 8, as: UInt64.self))
    }
  }

  /// As bytes, for texts. Valid while the column lives.
  var raw: UnsafeRawBufferPointer { bytes }

  /// The bytes from one element to another, for sections of bytes; empty where there are none such.
  func slice(_ start: Int, _ end: Int) -> UnsafeRawBufferPointer {
    guard width == 1, start >= 0, start <= end, end <= count else {
      return UnsafeRawBufferPointer(start: nil, count: 0)
    }
    return UnsafeRawBufferPointer(rebasing: bytes[start..<end])
  }

  func text(_ start: Int, _ end: Int) -> String { String(decoding: slice(start, end), as: UTF8.self) }
}
