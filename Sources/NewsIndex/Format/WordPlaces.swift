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
  static let hasRuns: UInt8 = 4
  static let hasAlternatives: UInt8 = 8

  private struct Run {
    /// Of its first word.
    var position: Int
    /// Of its codes, in words.
    var start: Int
    var count: Int
  }

  private let codes: UnsafeRawBufferPointer
  let width: Int
  let salt: Int
  private let bytes: UnsafeRawBufferPointer
  /// Where the runs are told; they are read again each time, so that nothing has to be kept.
  private let runsOffset: Int?
  private let alternativesOffset: Int?
  /// Of the last word.
  let lastPosition: Int

  /// The bytes must stay where they are. `nil` where they are no places: the bytes may come from a damaged file.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard let header = bytes.first else { return nil }
    self.bytes = bytes
    width = Int(header & 3) + 1
    salt = Int(header >> 4)
    var reader = PlacesReader(bytes: bytes, offset: 1)
    var (isSound, count, last) = (true, 0, 0)
    runsOffset = header & Self.hasRuns != 0 ? reader.offset : nil
    if runsOffset != nil {
      isSound = Self.readRuns(&reader) { (count, last) = ($0.start + $0.count, $0.position + $0.count - 1) }
    }
    alternativesOffset = header & Self.hasAlternatives != 0 ? reader.offset : nil
    if isSound, alternativesOffset != nil {
      isSound = Self.readAlternatives(&reader, width) { position, _ in last = max(last, position) }
    }
    codes = UnsafeRawBufferPointer(rebasing: bytes[reader.offset...])
    if runsOffset == nil { (count, last) = (codes.count / width, max(last, codes.count / width)) }
    lastPosition = last
    guard isSound, count * width == codes.count else { return nil }
  }

  /// `false` where they are damaged.
  private static func readRuns(_ reader: inout PlacesReader, _ body: (Run) -> Void) -> Bool {
    guard let count = reader.count() else { return false }
    var (position, start) = (1, 0)
    for _ in 0..<count {
      guard let gap = reader.number(), let length = reader.count() else { return false }
      position += gap
      // A damaged gap leads nowhere near the words that a document can have.
      guard position + length < maxPosition else { return false }
      body(Run(position: position, start: start, count: length))
      position += length
      start += length
    }
    return true
  }

  private func forEachRun(_ body: (Run) -> Void) {
    guard let runsOffset else { return body(Run(position: 1, start: 0, count: codes.count / width)) }
    var reader = PlacesReader(bytes: bytes, offset: runsOffset)
    _ = Self.readRuns(&reader, body)
  }

  /// `false` where they are damaged.
  private static func readAlternatives(
    _ reader: inout PlacesReader, _ width: Int, _ body: (_ position: Int, _ code: UInt32) -> Void
  ) -> Bool {
    guard let count = reader.count() else { return false }
    var position = 0
    for _ in 0..<count {
      guard let step = reader.number(), let code = reader.code(width: width) else { return false }
      position += step
      guard position < maxPosition else { return false }
      body(position, code)
    }
    return true
  }

  private func forEachAlternative(_ body: (_ position: Int, _ code: UInt32) -> Void) {
    guard let alternativesOffset else { return }
    var reader = PlacesReader(bytes: bytes, offset: alternativesOffset)
    _ = Self.readAlternatives(&reader, width, body)
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

  /// Where a word stands that the document holds, ascending.
  func positions(of hash: UInt64) -> [UInt32] {
    let wanted = Self.code(hash, salt: salt, width: width)
    var positions: [UInt32] = []
    forEachRun { run in
      for index in 0..<run.count where code(at: run.start + index) == wanted {
        positions.append(UInt32(run.position + index))
      }
    }
    var beside: [UInt32] = []
    forEachAlternative { if $1 == wanted { beside.append(UInt32($0)) } }
    if beside.isEmpty { return positions }
    return Set(positions + beside).sorted()
  }

  /// Whether the words of a phrase, which the document holds, stand behind one another.
  func hold(_ phrase: PhraseCodes) -> Bool {
    let isRunning = phrase.withCodes(salt: salt, width: width) { wanted in
      var isHeld = false
      forEachRun { if !isHeld { isHeld = holds(wanted, $0) } }
      return isHeld
    }
    if isRunning || alternativesOffset == nil { return isRunning }
    // Only where one of them is an alternative can the phrase stand elsewhere.
    let codes = phrase.hashes.map { Self.code($0, salt: salt, width: width) }
    var isBeside = false
    forEachAlternative { if codes.contains($1) { isBeside = true } }
    return isBeside && hold(phrase.hashes)
  }

  /// - Parameter wanted: Codes of this width behind one another.
  private func holds(_ wanted: UnsafeRawBufferPointer, _ run: Run) -> Bool {
    let last = (run.start + run.count) * width - wanted.count
    var place = run.start * width
    while place <= last {
      if codes[place] == wanted[0], codes[place..<place + wanted.count].elementsEqual(wanted) { return true }
      place += width
    }
    return false
  }

  private func hold(_ hashes: [UInt64]) -> Bool {
    var starts = positions(of: hashes[0])
    for (offset, hash) in hashes.enumerated().dropFirst() where !starts.isEmpty {
      let next = Set(positions(of: hash))
      starts.removeAll { !next.contains($0 + UInt32(offset)) }
    }
    return !starts.isEmpty
  }
}

/// The words of a phrase as documents have them: their codes under every salt and width, made once a question.
struct PhraseCodes {
  let hashes: [UInt64]
  /// By width and salt; all codes of one width take the same room.
  private var codes: [UInt8] = []

  /// - Parameter hashes: Of at least one word.
  init(_ hashes: [UInt64]) {
    self.hashes = hashes
    for width in 1...4 {
      for salt in 0..<WordPlaces.salts {
        for hash in hashes {
          let code = WordPlaces.code(hash, salt: salt, width: width)
          for index in stride(from: width - 1, through: 0, by: -1) {
            codes.append(UInt8(truncatingIfNeeded: code >> UInt32(8 * index)))
          }
        }
      }
    }
  }

  /// The codes of one salt and width, the most significant byte of each first.
  func withCodes<Result>(salt: Int, width: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    let length = hashes.count * width
    let start = hashes.count * WordPlaces.salts * (width * (width - 1) / 2) + salt * length
    return codes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[start..<start + length])) }
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
