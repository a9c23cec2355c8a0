/// Memory in the shape of `DefinitionLayout`.
///
/// The bytes never change after `init`, which is what makes it safe to share them between threads. The checksum is
/// compared for a blob that comes from outside; the embedded one is part of the executable like its code.
final class DefinitionBlob: @unchecked Sendable {
  let bytes: UnsafeRawBufferPointer
  private let owned: UnsafeMutableRawBufferPointer?
  let checksum: UInt64
  let sectionCount: Int

  /// Uses memory that lives as long as the process; `nil` where it isn't a definition of this version.
  init?(shared bytes: UnsafeRawBufferPointer) {
    guard let header = Self.header(of: bytes) else { return nil }
    self.bytes = bytes
    owned = nil
    (checksum, sectionCount) = header
  }

  /// `nil` where the bytes are no definition of this version, or are damaged.
  init?(copying source: [UInt8]) {
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: max(source.count, 1), alignment: 16)
    memory.copyBytes(from: source)
    let bytes = UnsafeRawBufferPointer(rebasing: memory[..<source.count])
    guard let header = Self.header(of: bytes),
      DefinitionLayout.checksum(UnsafeRawBufferPointer(rebasing: bytes[16...])) == header.checksum
    else {
      memory.deallocate()
      return nil
    }
    self.bytes = bytes
    owned = memory
    (checksum, sectionCount) = header
  }

  deinit { owned?.deallocate() }

  private static func header(of bytes: UnsafeRawBufferPointer) -> (checksum: UInt64, sectionCount: Int)? {
    guard bytes.count >= DefinitionLayout.headerLength,
      bytes.prefix(8).elementsEqual(DefinitionLayout.magic),
      Int(number(bytes, at: 16)) == bytes.count
    else { return nil }
    return (UInt64(littleEndian: bytes.load(fromByteOffset: 8, as: UInt64.self)), Int(number(bytes, at: 20)))
  }

  @inline(__always)
  private static func number(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> UInt32 {
    UInt32(littleEndian: bytes.load(fromByteOffset: offset, as: UInt32.self))
  }

  @inline(__always)
  func number(at offset: Int) -> Int { Int(Self.number(bytes, at: offset)) }

  func text(_ start: Int, _ end: Int) -> String { String(decoding: bytes[start..<end], as: UTF8.self) }

  func name(ofSection index: Int) -> String {
    let entry = entry(index)
    return text(number(at: entry), number(at: entry + 4))
  }

  private func entry(_ index: Int) -> Int {
    DefinitionLayout.headerLength + index * DefinitionLayout.directoryEntryLength
  }

  func section(_ name: String, kind: UInt32) -> (offset: Int, length: Int)? {
    var (low, high) = (0, sectionCount)
    while low < high {
      let middle = (low + high) / 2
      let candidate = self.name(ofSection: middle)
      if candidate == name {
        let entry = entry(middle)
        guard number(at: entry + 8) == Int(kind) else { return nil }
        return (number(at: entry + 12), number(at: entry + 16))
      }
      if candidate.utf8.lexicographicallyPrecedes(name.utf8) { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// The bytes of a section that is no table.
  func raw(_ name: String) -> UnsafeRawBufferPointer? {
    section(name, kind: DefinitionLayout.Kind.raw).map { section in
      UnsafeRawBufferPointer(rebasing: bytes[section.offset..<section.offset + section.length])
    }
  }
}
