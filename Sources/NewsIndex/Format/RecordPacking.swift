import CZstdSystem

/// Packs stored records with Zstandard, and with a dictionary of what they have in common: an article alone is too
/// short for a packer to find out.
///
///     1 byte    0: as it is   1: packed   2: packed with the dictionary
///     the rest  the record, or a Zstandard frame that says how long the record is
///
/// Not `Sendable`: one for each task.
final class RecordPacking {
  private enum Form: UInt8 {
    case plain, packed, packedWithDictionary
  }

  /// Of a frame: the level from which on more time gains little (the records of Reuters: 11.7 MB at 3, 11.2 at 6, 10.9 at
  /// 12, at three times the time of 6).
  private static let level: Int32 = 6
  /// A longer record would be a damaged one.
  private static let longest = 1 << 30

  private let dictionary: [UInt8]
  private lazy var packer = ZSTD_createCCtx()
  private lazy var unpacker = ZSTD_createDCtx()
  private lazy var packingDictionary = ZSTD_createCDict(dictionary, dictionary.count, Self.level)
  private lazy var unpackingDictionary = ZSTD_createDDict(dictionary, dictionary.count)
  private var hasPacked = false
  private var hasUnpacked = false

  /// - Parameter dictionary: See `RecordDictionary`; empty for none.
  init(dictionary: [UInt8] = []) {
    self.dictionary = dictionary
  }

  deinit {
    if hasPacked {
      ZSTD_freeCCtx(packer)
      if !dictionary.isEmpty { ZSTD_freeCDict(packingDictionary) }
    }
    if hasUnpacked {
      ZSTD_freeDCtx(unpacker)
      if !dictionary.isEmpty { ZSTD_freeDDict(unpackingDictionary) }
    }
  }

  func packed(_ record: [UInt8]) -> [UInt8] {
    hasPacked = true
    let form = dictionary.isEmpty ? Form.packed : .packedWithDictionary
    let room = ZSTD_compressBound(record.count) + 1
    let bytes = [UInt8](unsafeUninitializedCapacity: room) { bytes, count in
      bytes[0] = form.rawValue
      let target = bytes.baseAddress.map { UnsafeMutableRawPointer($0 + 1) }
      let length =
        dictionary.isEmpty
        ? ZSTD_compressCCtx(packer, target, room - 1, record, record.count, Self.level)
        : ZSTD_compress_usingCDict(packer, target, room - 1, record, record.count, packingDictionary)
      count = ZSTD_isError(length) == 0 ? length + 1 : 0
    }
    return bytes.isEmpty || bytes.count > record.count + 1 ? [Form.plain.rawValue] + record : bytes
  }

  func unpacked(_ bytes: ArraySlice<UInt8>) throws(RecordError) -> [UInt8] {
    guard let first = bytes.first, let form = Form(rawValue: first) else {
      throw RecordError(offset: 0, reason: "packed in an unknown way")
    }
    let frame = bytes.dropFirst()
    if form == .plain { return Array(frame) }
    guard form == .packed || !dictionary.isEmpty else {
      throw RecordError(offset: 0, reason: "the dictionary that it was packed with is missing")
    }
    hasUnpacked = true
    let record = frame.withUnsafeBytes { unpacked($0, with: form == .packed ? nil : unpackingDictionary) }
    guard let record else { throw RecordError(offset: 1, reason: "a packed record that is damaged") }
    return record
  }

  private func unpacked(_ frame: UnsafeRawBufferPointer, with dictionary: OpaquePointer?) -> [UInt8]? {
    let said = ZSTD_getFrameContentSize(frame.baseAddress, frame.count)
    guard said <= Self.longest else { return nil }
    var isWhole = false
    let record = [UInt8](unsafeUninitializedCapacity: Int(said)) { bytes, count in
      let length =
        dictionary.map {
          ZSTD_decompress_usingDDict(unpacker, bytes.baseAddress, Int(said), frame.baseAddress, frame.count, $0)
        } ?? ZSTD_decompressDCtx(unpacker, bytes.baseAddress, Int(said), frame.baseAddress, frame.count)
      isWhole = ZSTD_isError(length) == 0 && length == Int(said)
      count = isWhole ? length : 0
    }
    return isWhole ? record : nil
  }
}

/// What the records of an index have in common, as Zstandard's training finds it: made once, by the bulk build, and kept
/// in the metadata of `articles`.
///
/// An index that begins small has none: its records take a quarter more room, until `index --rebuild`.
enum RecordDictionary {
  /// In the metadata of `articles`.
  static let key = "dictionary"
  /// In bytes. A cold process reads it for its first hit.
  static let size = 64 << 10
  /// Records that are looked at.
  static let samples = 1500
  /// Bytes of records below which there is too little to learn from.
  private static let least = 1 << 20

  /// Empty where there is too little to learn from.
  static func trained(on records: some Collection<[UInt8]>) -> [UInt8] {
    let step = max(1, records.count / samples)
    let chosen = records.enumerated().lazy.filter { $0.offset % step == 0 }.map(\.element)
    var (joined, lengths) = ([UInt8](), [Int]())
    for record in chosen {
      joined += record
      lengths.append(record.count)
    }
    guard joined.count >= least else { return [] }
    return [UInt8](unsafeUninitializedCapacity: size) { bytes, count in
      let length = ZDICT_trainFromBuffer(bytes.baseAddress, size, joined, lengths, UInt32(lengths.count))
      count = ZDICT_isError(length) == 0 ? length : 0
    }
  }
}
