import IndexDefinition

/// Why a model is refused.
enum ModelError: Error, Hashable, CustomStringConvertible {
  case notAModel
  case version(UInt32)
  /// Trained on other features than this program computes.
  case scheme(UInt32)
  case truncated(section: String)

  var description: String {
    switch self {
    case .notAModel: return "not a model of OnRecord; Scripts/train makes one"
    case .version(let version): return "model of version \(version), this program reads \(ModelFile.version)"
    case .scheme:
      return "model was trained on other features than this program computes; train it again with Scripts/train"
    case .truncated(let section): return "model ends within its section \(section)"
    }
  }
}

/// The trained weights: tagger, speaker ranker, confidence.
///
/// Little endian. `ORM1`, version, hash of the feature scheme; then for each of the three parts its scale (a 32-bit
/// float that a weight is multiplied with), the number of keys and of weights, the keys ascending (32 bits), how many
/// weights each key has (8 bits), the labels of the weights (8 bits) and the weights (16 bits). Before the keys of the
/// tagger stand its 49 transitions as 32-bit floats. Behind the parts stands the table that turns the score of a
/// statement into its confidence: a count, then pairs of floats, ascending.
struct ModelFile: Sendable {
  static let version: UInt32 = 1
  static let magic: [UInt8] = Array("ORM1".utf8)

  let transitions: [Float]
  let tagger: SparseWeights
  let ranker: SparseWeights
  let confidence: SparseWeights
  let calibration: [(score: Float, confidence: Float)]

  /// Reads these bytes, or without any the model of a definition.
  init(reading bytes: [UInt8]?, else definition: Definition) throws(ModelError) {
    guard let bytes else {
      try self.init(definition.blob("model"), preparedIn: definition)
      return
    }
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 8)
    defer { copy.deallocate() }
    copy.copyBytes(from: bytes)
    try self.init(UnsafeRawBufferPointer(copy))
  }

  /// - Parameter definition: Whose model it is, for the tables that lie ready.
  private init(_ bytes: UnsafeRawBufferPointer, preparedIn definition: Definition? = nil) throws(ModelError) {
    var reader = ModelReader(bytes)
    guard bytes.count >= 12, bytes[..<4].elementsEqual(Self.magic) else { throw .notAModel }
    reader.offset = 4
    let version = try reader.word("header")
    guard version == Self.version else { throw .version(version) }
    let scheme = try reader.word("header")
    guard scheme == FeatureTemplate.schemeHash else { throw .scheme(scheme) }
    transitions = try reader.floats(TaggerLabel.count * TaggerLabel.count, "transitions")
    tagger = try SparseWeights(&reader, "tagger", preparedIn: definition)
    ranker = try SparseWeights(&reader, "ranker", preparedIn: definition)
    confidence = try SparseWeights(&reader, "confidence", preparedIn: definition)
    let count = Int(try reader.word("calibration"))
    let pairs = try reader.floats(count * 2, "calibration")
    calibration = (0..<count).map { (pairs[$0 * 2], pairs[$0 * 2 + 1]) }
  }

  /// Of the model of a definition; none where it has no model that fits.
  static func images(of definition: Definition) -> [PreparedTables.Image] {
    guard let model = try? ModelFile(definition.blob("model")) else { return [] }
    return model.tagger.images("tagger") + model.ranker.images("ranker") + model.confidence.images("confidence")
  }
}

/// Reads numbers of a buffer one after another and says where it ended too early.
struct ModelReader {
  private let bytes: UnsafeRawBufferPointer
  var offset = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  mutating func word(_ section: String) throws(ModelError) -> UInt32 {
    try take(4, section)
    return UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset - 4, as: UInt32.self))
  }

  mutating func floats(_ count: Int, _ section: String) throws(ModelError) -> [Float] {
    try words(count, section).map { Float(bitPattern: $0) }
  }

  mutating func words(_ count: Int, _ section: String) throws(ModelError) -> [UInt32] {
    let start = offset
    try take(try size(count, 4, section), section)
    return (0..<count).map {
      UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: start + $0 * 4, as: UInt32.self))
    }
  }

  mutating func shorts(_ count: Int, _ section: String) throws(ModelError) -> [Int16] {
    let start = offset
    try take(try size(count, 2, section), section)
    return (0..<count).map {
      Int16(littleEndian: bytes.loadUnaligned(fromByteOffset: start + $0 * 2, as: Int16.self))
    }
  }

  mutating func octets(_ count: Int, _ section: String) throws(ModelError) -> [UInt8] {
    let start = offset
    try take(try size(count, 1, section), section)
    return Array(bytes[start..<(start + count)])
  }

  mutating func skip(_ count: Int, _ width: Int, _ section: String) throws(ModelError) {
    try take(try size(count, width, section), section)
  }

  private func size(_ count: Int, _ width: Int, _ section: String) throws(ModelError) -> Int {
    guard count >= 0, count <= bytes.count else { throw .truncated(section: section) }
    return count * width
  }

  private mutating func take(_ count: Int, _ section: String) throws(ModelError) {
    guard count <= bytes.count - offset else { throw .truncated(section: section) }
    offset += count
  }
}
