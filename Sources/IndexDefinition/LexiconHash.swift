/// The hash of a lexicon's keys: FNV-1a, 32 bits, over the bytes of the folded (or exact) key.
///
/// It is part of the compiled format, and it grows byte by byte: the hash of `new york` is that of `new`, carried on
/// over a space and `york`. A walk over the words of a text therefore looks every run of words up without ever putting
/// the run together.
public struct LexiconHash: Hashable, Sendable {
  public private(set) var value: UInt32 = 0x811C_9DC5

  public init() {}

  /// Takes a hash that was made elsewhere in the same way.
  @inline(__always)
  public init(value: UInt32) { self.value = value }

  public init(_ key: UnsafeBufferPointer<UInt8>) { append(key) }

  public init(_ key: String) {
    var key = key
    key.withUTF8 { append($0) }
  }

  @inline(__always)
  public mutating func append(_ byte: UInt8) {
    value = (value ^ UInt32(byte)) &* 0x0100_0193
  }

  public mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    var hash = value
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    value = hash
  }
}
