/// The bytes of a row where they lie, for code that reads whole tables; they are valid as long as the definition.
///
/// It owns nothing, which makes it cheaper than a `LexiconRow`: extraction reads a hundred thousand rows of a definition.
public struct LexiconCells: @unchecked Sendable {
  private let blob: UnsafeRawBufferPointer
  private let offset: Int
  private let columnCount: Int

  /// - Parameter offset: Of the row, as `DefinitionLayout` lays it out.
  init(_ blob: UnsafeRawBufferPointer, offset: Int, columnCount: Int) {
    (self.blob, self.offset, self.columnCount) = (blob, offset, columnCount)
  }

  /// As it is looked up: folded where the table folds its keys. `bytes(0)` is the key as written.
  public var keyBytes: UnsafeBufferPointer<UInt8> { bytes(from: 8) }

  /// A column as written, the key being column 0; empty where the table has no such column.
  public func bytes(_ column: Int) -> UnsafeBufferPointer<UInt8> {
    guard column >= 0, column < columnCount else { return UnsafeBufferPointer(start: nil, count: 0) }
    return bytes(from: 12 + column * 4)
  }

  /// Those between two places that stand one behind the other.
  @inline(__always)
  private func bytes(from place: Int) -> UnsafeBufferPointer<UInt8> {
    let range = number(place)..<number(place + 4)
    return UnsafeRawBufferPointer(rebasing: blob[range]).assumingMemoryBound(to: UInt8.self)
  }

  @inline(__always)
  func number(_ place: Int) -> Int {
    Int(UInt32(littleEndian: blob.load(fromByteOffset: offset + place, as: UInt32.self)))
  }
}
