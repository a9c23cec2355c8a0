/// Where the words of a document stand, packed into `ValueSlot.places`: a code of one byte or two for each word, in
/// their order.
///
/// Xapian's own positions take an entry of about fifteen bytes a word and document, three times the text. Here a word is
/// known by a hash so short that others share it, and that is enough: a question looks only into documents that hold
/// its words, and the salt of a document is chosen so that no two words **of that document** share a code. So what
/// these say of a word that the document holds is exact; of a word that it lacks they say nothing.
///
///     header   bits 0-1  bytes of a code, less one
///              bit 2     runs follow: a document of one run whose first position is 1 has none
///              bit 3     alternatives follow
///              bits 4-7  the salt
///     runs     count, then for each the positions left free before it and its length (varints)
///     alternatives   count, then for each how far its position is from that of the one before, and its code
///     codes    of all runs
///
/// Alternatives stand beside a word, as `covid19` does beside the `covid` of `COVID-19`.
struct WordPlaces {
  static let salts = 16
  private static let maxPosition = 1 << 31
  private static let hasRuns: UInt8 = 4
  private static let hasAlternatives: UInt8 = 8

  private struct Run {
    /// Of its first word.
    var position: Int
    /// Of its codes, in words.
    var start: Int
    var count: Int
  }

  private let codes: UnsafeRawBufferPointer
  private let width: Int
  private let salt: Int
  private var runs: [Run] = []
  private var alternatives: [(position: Int, code: UInt32)] = []

  /// The bytes must stay where they are. `nil` where they are no places: the bytes may come from a damaged file.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard let header = bytes.first else { return nil }
    width = Int(header & 3) + 1
    salt = Int(header >> 4)
    var reader = PlacesReader(bytes: bytes, offset: 1)
    guard header & Self.hasRuns == 0 || Self.read(runs: &runs, &reader),
      header & Self.hasAlternatives == 0 || Self.read(alternatives: &alternatives, &reader, width: width)
    else { return nil }
    codes = UnsafeRawBufferPointer(rebasing: bytes[reader.offset...])
    if header & Self.hasRuns == 0 { runs = [Run(position: 1, start: 0, count: codes.count / width)] }
    guard (runs.last.map { $0.start + $0.count } ?? 0) * width == codes.count else { return nil }
  }

  private static func read(runs: inout [Run], _ reader: inout PlacesReader) -> Bool {
    guard let count = reader.count() else { return false }
    var (position, start) = (1, 0)
    for _ in 0..<count {
      guard let gap = reader.number(), let length = reader.count() else { return false }
      position += gap
      // A damaged gap leads nowhere near the words that a document can have.
      guard position + length < maxPosition else { return false }
      runs.append(Run(position: position, start: start, count: length))
      position += length
      start += length
    }
    return true
  }

  private static func read(
    alternatives: inout [(position: Int, code: UInt32)], _ reader: inout PlacesReader, width: Int
  ) -> Bool {
    guard let count = reader.count() else { return false }
    var position = 0
    for _ in 0..<count {
      guard let step = reader.number(), let code = reader.code(width: width) else { return false }
      position += step
      guard position < maxPosition else { return false }
      alternatives.append((position, code))
    }
    return true
  }

  // MARK: Asking

  /// What stands for a word in a document with this salt and width.
  @inline(__always)
  static func code(_ hash: UInt64, salt: Int, width: Int) -> UInt32 {
    var mixed = hash &+ UInt64(salt) &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 31)) &* 0xBF58_476D_1CE4_E5B9
    return UInt32(truncatingIfNeeded: mixed >> UInt64(64 - 8 * width))
  }

  @inline(__always)
  private func code(at index: Int) -> UInt32 {
    switch width {
    case 1: return UInt32(codes[index])
    case 2: return UInt32(codes[2 * index]) << 8 | UInt32(codes[2 * index + 1])
    default:
      var code: UInt32 = 0
      for byte in codes[(index * width)..<(index * width + width)] { code = code << 8 | UInt32(byte) }
      return code
    }
  }

  /// Of the last word.
  var lastPosition: Int {
    max(runs.last.map { $0.position + $0.count - 1 } ?? 0, alternatives.last?.position ?? 0)
  }

  /// Where a word stands that the document holds, ascending.
  func positions(of hash: UInt64) -> [UInt32] {
    let wanted = Self.code(hash, salt: salt, width: width)
    var positions: [UInt32] = []
    for run in runs {
      for index in 0..<run.count where code(at: run.start + index) == wanted {
        positions.append(UInt32(run.position + index))
      }
    }
    let beside = alternatives.lazy.filter { $0.code == wanted }.map { UInt32($0.position) }
    if beside.isEmpty { return positions }
    return Set(positions + beside).sorted()
  }

  /// Whether words that the document holds stand behind one another.
  func hold(phrase hashes: [UInt64]) -> Bool {
    let wanted = hashes.map { Self.code($0, salt: salt, width: width) }
    guard alternatives.isEmpty else { return hold(phrase: hashes, beside: true) }
    for run in runs where run.count >= wanted.count {
      for start in run.start...(run.start + run.count - wanted.count) where code(at: start) == wanted[0] {
        if wanted.indices.dropFirst().allSatisfy({ code(at: start + $0) == wanted[$0] }) { return true }
      }
    }
    return false
  }

  private func hold(phrase hashes: [UInt64], beside: Bool) -> Bool {
    var starts = positions(of: hashes[0])
    for (offset, hash) in hashes.enumerated().dropFirst() where !starts.isEmpty {
      let next = Set(positions(of: hash))
      starts.removeAll { !next.contains($0 + UInt32(offset)) }
    }
    return !starts.isEmpty
  }
}

/// Numbers out of a packed value, with the bounds checked.
private struct PlacesReader {
  let bytes: UnsafeRawBufferPointer
  var offset: Int

  mutating func number() -> Int? {
    var value = 0
    for shift in stride(from: 0, to: 35, by: 7) {
      guard offset < bytes.count else { return nil }
      let byte = bytes[offset]
      offset += 1
      value |= Int(byte & 0x7F) << shift
      if byte < 0x80 { return value }
    }
    return nil
  }

  /// Of things that take a byte each at least.
  mutating func count() -> Int? {
    guard let count = number(), count <= bytes.count - offset else { return nil }
    return count
  }

  mutating func code(width: Int) -> UInt32? {
    guard offset + width <= bytes.count else { return nil }
    defer { offset += width }
    return bytes[offset..<offset + width].reduce(0) { $0 << 8 | UInt32($1) }
  }
}

extension WordPlaces {
  /// Packs the places of one document after another in the same memory.
  struct Builder {
    private var words: [(hash: UInt64, position: UInt32)] = []
    private var alternatives: [(hash: UInt64, position: UInt32)] = []
    private var taken: [UInt64] = []

    /// Positions ascend; those of alternatives, too.
    @inline(__always)
    mutating func add(_ hash: UInt64, at position: UInt32, isAlternative: Bool) {
      if isAlternative { alternatives.append((hash, position)) } else { words.append((hash, position)) }
    }

    /// The value of the document, empty where it has no word; and forgets all.
    ///
    /// - Parameter distinct: The hashes of its words, each once.
    mutating func finish(distinct: [UInt64]) -> [UInt8] {
      defer {
        words.removeAll(keepingCapacity: true)
        alternatives.removeAll(keepingCapacity: true)
      }
      if words.isEmpty, alternatives.isEmpty { return [] }
      let (width, salt) = choose(distinct)
      let runs = runs()
      let isPlain = runs.count == 1 && runs[0].gap == 0
      var writer = RecordWriter()
      let flags = (isPlain ? 0 : hasRuns) | (alternatives.isEmpty ? 0 : hasAlternatives)
      writer.append(byte: UInt8(width - 1) | flags | UInt8(salt << 4))
      if !isPlain {
        writer.append(UInt64(runs.count))
        for run in runs {
          writer.append(UInt64(run.gap))
          writer.append(UInt64(run.count))
        }
      }
      if !alternatives.isEmpty { appendAlternatives(to: &writer, width, salt) }
      for word in words { writer.append(code: WordPlaces.code(word.hash, salt: salt, width: width), width: width) }
      return writer.bytes
    }

    private func appendAlternatives(to writer: inout RecordWriter, _ width: Int, _ salt: Int) {
      writer.append(UInt64(alternatives.count))
      var last: UInt32 = 0
      for word in alternatives {
        writer.append(UInt64(word.position - last))
        writer.append(code: WordPlaces.code(word.hash, salt: salt, width: width), width: width)
        last = word.position
      }
    }

    /// Words behind one another, each run with the positions left free before it.
    private func runs() -> [(gap: Int, count: Int)] {
      var runs: [(gap: Int, count: Int)] = []
      var next: UInt32 = 1
      for word in words {
        if word.position == next, !runs.isEmpty {
          runs[runs.count - 1].count += 1
        } else {
          runs.append((Int(word.position - next), 1))
        }
        next = word.position + 1
      }
      return runs
    }

    // MARK: Width and salt

    /// The shortest code, and the first salt, under which no two words share one.
    private mutating func choose(_ distinct: [UInt64]) -> (width: Int, salt: Int) {
      // More words find no salt among so few: looking for one would only take time.
      let most = [48, 700, 10_000]
      for (index, limit) in most.enumerated() where distinct.count <= limit {
        for salt in 0..<salts where isFree(distinct, salt, width: index + 1) { return (index + 1, salt) }
      }
      // Four bytes: a document would need hundreds of thousands of different words for all salts to fail.
      return (4, (0..<salts).first { isFree(distinct, $0, width: 4) } ?? 0)
    }

    private mutating func isFree(_ distinct: [UInt64], _ salt: Int, width: Int) -> Bool {
      if width > 2 { return Set(distinct.map { code($0, salt: salt, width: width) }).count == distinct.count }
      let bits = 1 << (8 * width)
      taken.removeAll(keepingCapacity: true)
      taken.append(contentsOf: repeatElement(0, count: bits / 64))
      for hash in distinct {
        let code = Int(code(hash, salt: salt, width: width))
        let bit: UInt64 = 1 << UInt64(code & 63)
        if taken[code >> 6] & bit != 0 { return false }
        taken[code >> 6] |= bit
      }
      return true
    }
  }
}

extension RecordWriter {
  /// The low bytes of a code, most significant first.
  fileprivate mutating func append(code: UInt32, width: Int) {
    for index in stride(from: width - 1, through: 0, by: -1) {
      append(byte: UInt8(truncatingIfNeeded: code >> UInt32(8 * index)))
    }
  }
}
