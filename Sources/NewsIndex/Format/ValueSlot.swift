import ArticleModel

/// The value slots of every database.
public enum ValueSlot: Int, Hashable, Sendable, CaseIterable {
  /// A `FacetRecord`.
  case facets = 0
  /// Ascending order of its bytes is newest first; unknown last.
  case newestFirst = 1
  /// Ascending order of its bytes is oldest first; unknown last.
  case oldestFirst = 2
  /// The first 6 bytes of the hash of the article's id: what servers collapse and count by. Two of a million articles
  /// share them once in five hundred indexes; here the whole hash is asked, which the order keys have.
  case article = 3
  /// 6 bytes, the same for copies of one story: `--collapse story`.
  case story = 4
  /// Statements only: the confidence as one byte, 0 to 200.
  case confidence = 5
  /// Segments and statements: where their words stand, as `WordPlaces` packs it.
  case places = 6
  /// Statements only: see `SegmentNumbers`.
  case segments = 7
}

/// The first bytes of a hash, as `ValueSlot.article` and `ValueSlot.story` hold them.
enum ShortHash {
  static let length = 6

  static func bytes(_ hash: UInt64) -> [UInt8] { Array(hash.bigEndianBytes.prefix(length)) }

  /// The hash that begins so and ends with zeros; `nil` where there is none.
  static func hash(_ bytes: some Collection<UInt8>) -> UInt64? {
    guard bytes.count == length else { return nil }
    return bytes.reduce(0) { $0 << 8 | UInt64($1) } << 16
  }
}

/// The keys that order documents by date, then by article, then by place in it.
///
///     3 bytes   the day, so that the bytes ascend in the order that the slot is for
///     8 bytes   the hash of the article's id
///     1 byte    the place, the number of the segment or statement; from 255 on four: FF and the number
///
/// It is what leads from a document to its article (see `ArticlePlace`), and a server sends it with every hit: so it
/// holds the whole hash.
public enum OrderKey {
  public static func newestFirst(_ day: CalendarDay?, idHash: UInt64, place: Int) -> [UInt8] {
    key(day.map { unknown - shifted($0) }, idHash, place)
  }

  public static func oldestFirst(_ day: CalendarDay?, idHash: UInt64, place: Int) -> [UInt8] {
    key(day.map(shifted), idHash, place)
  }

  /// The hash and the place that a key ends with, a place above `lastPlace` as that; `nil` where the bytes are no key.
  static func article(_ key: UnsafeRawBufferPointer) -> (idHash: UInt64, place: Int)? {
    guard key.count == shortest || key.count == longest, (key.count == longest) == (key[shortest - 1] == escape) else {
      return nil
    }
    let idHash = UInt64(bigEndian: key.loadUnaligned(fromByteOffset: 3, as: UInt64.self))
    let place = key.count == shortest ? Int(key[shortest - 1]) : key[shortest...].reduce(0) { $0 << 8 | Int($1) }
    return (idHash, place)
  }

  private static let shortest = 12
  private static let longest = 15
  /// More segments than a text has that can be read.
  static let lastPlace = 0xFF_FFFF
  private static let escape: UInt8 = 0xFF

  /// Three bytes have room for 22,000 years on either side of 1970.
  private static let middle = 0x80_0000
  private static let unknown: UInt32 = 0xFF_FFFF

  /// Offset binary, so that days before 1970 come first. Never 0 or FFFFFF, which stands for unknown.
  private static func shifted(_ day: CalendarDay) -> UInt32 {
    UInt32(max(1, min(day.dayNumber + middle, Int(unknown) - 1)))
  }

  private static func key(_ day: UInt32?, _ idHash: UInt64, _ place: Int) -> [UInt8] {
    let (day, place) = (day ?? unknown, UInt32(max(0, min(place, lastPlace))))
    return [UInt8](unsafeUninitializedCapacity: longest) { bytes, count in
      for index in 0..<3 { bytes[index] = UInt8(truncatingIfNeeded: day >> UInt32(16 - 8 * index)) }
      for index in 0..<8 { bytes[3 + index] = UInt8(truncatingIfNeeded: idHash >> UInt64(56 - 8 * index)) }
      count = place < UInt32(escape) ? shortest : longest
      bytes[shortest - 1] = place < UInt32(escape) ? UInt8(place) : escape
      if count == shortest { return }
      for index in 0..<3 { bytes[shortest + index] = UInt8(truncatingIfNeeded: place >> UInt32(16 - 8 * index)) }
    }
  }
}

/// The confidence as `ValueSlot.confidence` holds it.
public enum ConfidenceValue {
  public static func byte(_ confidence: Double) -> UInt8 {
    confidence.isNaN ? 0 : UInt8((max(0, min(confidence, 1)) * 200).rounded())
  }
}
