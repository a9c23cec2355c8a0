/// How a compiled definition lies in memory. All numbers are little-endian, `u32` unless said otherwise; every offset
/// counts from the first byte of the blob, and every array begins at a multiple of 4.
///
///     blob      magic (8 bytes)  checksum (u64, of all that follows)  length  sections
///               directory: sections x (name, name's end, kind, offset, length), sorted by name
///     table     rows  columns  slots (a power of two, at least twice the keys)  longest key in words  flags
///               names (the names of the columns, parted by tabs)  names' end  first slot  first row
///     slot      hash  content: 0 = free, else the number of a row + 1 (0 for none), and the top bit where a
///               longer key begins with this one and a space
///     row       line  next row of the same key + 1 (0 for none)  key  column 0 ... column n - 1  end
///
/// The strings of a row lie behind one another, so each ends where the next begins: the key as it is looked up, then
/// the columns as they are written.
enum DefinitionLayout {
  static let magic: [UInt8] = Array("ONRDEF1\n".utf8)
  static let headerLength = 24
  static let directoryEntryLength = 20
  static let tableHeaderLength = 36
  static let slotLength = 8
  static let continues: UInt32 = 0x8000_0000

  enum Kind {
    static let table: UInt32 = 0
    static let raw: UInt32 = 1
  }

  enum Flags {
    static let foldedKeys: UInt32 = 1
  }

  static func rowLength(columns: Int) -> Int { 4 * (columns + 4) }

  /// FNV-1a, 64 bits.
  static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return hash
  }
}

/// Bytes in the order of `DefinitionLayout`.
struct BlobWriter {
  var bytes: [UInt8] = []

  mutating func append(_ number: UInt32) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func append(_ number: Int) { append(UInt32(truncatingIfNeeded: number)) }

  mutating func append(_ number: UInt64) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func align(to size: Int) {
    while bytes.count % size != 0 { bytes.append(0) }
  }

  mutating func put(_ number: Int, at offset: Int) {
    withUnsafeBytes(of: UInt32(truncatingIfNeeded: number).littleEndian) {
      bytes.replaceSubrange(offset..<offset + 4, with: $0)
    }
  }
}
