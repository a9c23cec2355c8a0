import TextAnalysis

/// Takes down the tokens of a text one behind another, then hands them out as a table.
///
/// The columns grow together: one comparison a token instead of one for each column.
struct TokenWriter: ~Copyable {
  private(set) var count = 0
  private var capacity: Int
  private var starts: UnsafeMutablePointer<Int32>
  private var ends: UnsafeMutablePointer<Int32>
  private var hashes: UnsafeMutablePointer<UInt32>
  private var shapes: UnsafeMutablePointer<TokenShape>
  private var marks: UnsafeMutablePointer<QuotationMark>
  private var isLetters: UnsafeMutablePointer<Bool>
  private var characters: UnsafeMutablePointer<UInt8>
  /// One more than there are tokens: where the next one begins.
  private var foldedStarts: UnsafeMutablePointer<Int32>
  private var folded: UnsafeMutablePointer<UInt8>
  private var foldedCount = 0
  private var foldedCapacity: Int

  /// - Parameter bytes: The length of the text, from which the room is estimated.
  init(bytes: Int) {
    capacity = bytes / 4 + 16
    foldedCapacity = bytes + bytes / 4 + 64
    starts = .allocate(capacity: capacity)
    ends = .allocate(capacity: capacity)
    hashes = .allocate(capacity: capacity)
    shapes = .allocate(capacity: capacity)
    marks = .allocate(capacity: capacity)
    isLetters = .allocate(capacity: capacity)
    characters = .allocate(capacity: capacity)
    foldedStarts = .allocate(capacity: capacity + 1)
    foldedStarts.initialize(to: 0)
    folded = .allocate(capacity: foldedCapacity)
  }

  deinit {
    starts.deallocate()
    ends.deallocate()
    hashes.deallocate()
    shapes.deallocate()
    marks.deallocate()
    isLetters.deallocate()
    characters.deallocate()
    foldedStarts.deallocate()
    folded.deallocate()
  }

  @inline(__always)
  mutating func append(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ shape: TokenShape, _ mark: QuotationMark = .none
  ) {
    let isMark = end - start == 3 && text[start] == 0xE2 && text[start + 1] == 0x80
    let hash = isMark ? fold(mark: text[start + 2]) : fold(text, start, end)
    finish(start, end, shape, mark, isLetters: false, end - start == 1 ? text[start] : 0, hash)
  }

  /// What stands for a long dash, and is looked up as one.
  mutating func appendDash(_ start: Int, _ end: Int) {
    finish(start, end, .punctuation, .none, isLetters: false, UInt8(ascii: "_"), fold(mark: 0x94))
  }

  /// What stands for a comma, and is looked up as one.
  mutating func appendComma(_ start: Int, _ end: Int) {
    let comma = UInt8(ascii: ",")
    reserveFolded(2)
    folded[foldedCount] = comma
    foldedCount += 1
    finish(start, end, .punctuation, .none, isLetters: false, comma, ByteHash.of(CollectionOfOne(comma)))
  }

  /// Letters of ASCII that have been folded behind what is taken down, and are not taken down yet.
  struct Letters {
    var count = 0
    var capitals = 0
    var hash = ByteHash()

    @inline(__always)
    mutating func add(_ eight: EightBytes, _ added: Int) {
      var rest = eight.lower
      for _ in 0..<added {
        hash.add(UInt8(truncatingIfNeeded: rest))
        rest >>= 8
      }
      let capitals = eight.capitals(of: added)
      // Mostly there is none or one.
      if capitals != 0 { self.capitals += capitals & (capitals &- 1) == 0 ? 1 : capitals.nonzeroBitCount }
      count += added
    }
  }

  /// Folds the letters of ASCII at an offset, eight bytes at a time; a few dozen at most, so that a word of others may
  /// come back whole.
  @inline(__always)
  mutating func scanLetters(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Letters {
    // What is copied together may end seven bytes behind the last letter.
    reserveFolded(Self.mostLetters + 8)
    let target = UnsafeMutableRawPointer(folded + foldedCount)
    let most = min(text.count - start, Self.mostLetters)
    let raw = UnsafeRawBufferPointer(text)
    var letters = Letters()
    while letters.count + 8 <= most {
      let eight = EightBytes(raw.loadUnaligned(fromByteOffset: start + letters.count, as: UInt64.self))
      target.storeBytes(of: eight.lower.littleEndian, toByteOffset: letters.count, as: UInt64.self)
      let count = eight.letters
      letters.add(eight, count)
      if count < 8 { return letters }
    }
    while letters.count < most {
      let byte = text[start + letters.count]
      let lower = byte | 0x20
      guard lower &- 0x61 < 26 else { break }
      target.storeBytes(of: lower, toByteOffset: letters.count, as: UInt8.self)
      letters.hash.add(lower)
      letters.capitals += Int(truncatingIfNeeded: ~byte >> 5 & 1)
      letters.count += 1
    }
    return letters
  }

  private static let mostLetters = 64

  /// Of a word that is nothing but the letters that have just been scanned, as most are.
  ///
  /// - Parameter byte: The first of them.
  @inline(__always)
  mutating func append(_ letters: Letters, _ start: Int, _ byte: UInt8, _ shape: TokenShape) {
    foldedCount += letters.count
    let character = letters.count == 1 ? byte : 0
    finish(start, start + letters.count, shape, .none, isLetters: true, character, letters.hash.value)
  }

  @inline(__always)
  private mutating func finish(
    _ start: Int, _ end: Int, _ shape: TokenShape, _ mark: QuotationMark, isLetters: Bool, _ character: UInt8,
    _ hash: UInt32
  ) {
    if count == capacity { grow() }
    starts[count] = Int32(truncatingIfNeeded: start)
    ends[count] = Int32(truncatingIfNeeded: end)
    hashes[count] = hash
    shapes[count] = shape
    marks[count] = mark
    self.isLetters[count] = isLetters
    characters[count] = character
    folded[foldedCount] = UInt8(ascii: " ")
    foldedCount += 1
    count += 1
    foldedStarts[count] = Int32(truncatingIfNeeded: foldedCount)
  }

  /// Lets the last token begin earlier, at a currency sign that was read before it.
  mutating func widenLast(to start: Int, shape: TokenShape) {
    starts[count - 1] = Int32(truncatingIfNeeded: start)
    shapes[count - 1] = shape
    characters[count - 1] = 0
  }

  /// What has been taken down.
  var columns: TokenColumns {
    TokenColumns(
      starts: column(starts), ends: column(ends), hashes: column(hashes),
      shapes: column(shapes), marks: column(marks), isLetters: column(isLetters),
      characters: column(characters), foldedStarts: Array(UnsafeBufferPointer(start: foldedStarts, count: count + 1)),
      folded: Array(UnsafeBufferPointer(start: folded, count: foldedCount)))
  }

  private func column<Element>(_ column: UnsafeMutablePointer<Element>) -> [Element] {
    Array(UnsafeBufferPointer(start: column, count: count))
  }

  /// Whether the last token is a capitalised word, with one byte between it and an offset.
  func endsWithCapitalisedWord(before offset: Int) -> Bool {
    count > 0 && shapes[count - 1] == .capitalised && Int(ends[count - 1]) == offset - 1
  }

  // MARK: Folding

  /// Appends the folded bytes and returns their hash. A curly apostrophe, the one mark outside ASCII that is common in
  /// English, is folded here; what holds another goes through Unicode.
  @inline(__always)
  private mutating func fold(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt32 {
    reserveFolded(end - start + 1)
    let target = folded + foldedCount
    var length = 0
    var hash = ByteHash()
    var index = start
    while index < end {
      var byte = text[index]
      if byte < 0x80 {
        if byte &- 0x41 < 26 { byte |= 0x20 }
        index += 1
      } else if byte == 0xE2, index + 2 < end, text[index + 1] == 0x80, text[index + 2] & 0xFE == 0x98 {
        byte = UInt8(ascii: "'")
        index += 3
      } else {
        return foldUnicode(UnsafeBufferPointer(rebasing: text[start..<end]))
      }
      target[length] = byte
      length += 1
      hash.add(byte)
    }
    foldedCount += length
    return hash.value
  }

  /// Of a token that is one of the typographic marks U+2000 to U+203F.
  private mutating func fold(mark last: UInt8) -> UInt32 {
    let bytes = Self.foldedMarks[Int(last & 0x3F)]
    reserveFolded(bytes.count + 1)
    for byte in bytes {
      folded[foldedCount] = byte
      foldedCount += 1
    }
    return ByteHash.of(bytes)
  }

  private static let foldedMarks: [[UInt8]] = (UInt8(0x80)...0xBF).map { last in
    var bytes: [UInt8] = []
    [0xE2, 0x80, last].withUnsafeBufferPointer { Folding.fold(utf8: $0, into: &bytes) }
    return bytes
  }

  private mutating func foldUnicode(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var bytes: [UInt8] = []
    Folding.fold(utf8: word, into: &bytes)
    reserveFolded(bytes.count + 1)
    for byte in bytes {
      folded[foldedCount] = byte
      foldedCount += 1
    }
    return ByteHash.of(bytes)
  }

  // MARK: Growing

  @inline(__always)
  private mutating func reserveFolded(_ bytes: Int) {
    if foldedCount + bytes > foldedCapacity {
      let wanted = max(foldedCapacity * 2, foldedCount + bytes)
      Self.move(&folded, foldedCount, wanted)
      foldedCapacity = wanted
    }
  }

  private mutating func grow() {
    capacity *= 2
    Self.move(&starts, count, capacity)
    Self.move(&ends, count, capacity)
    Self.move(&hashes, count, capacity)
    Self.move(&shapes, count, capacity)
    Self.move(&marks, count, capacity)
    Self.move(&isLetters, count, capacity)
    Self.move(&characters, count, capacity)
    Self.move(&foldedStarts, count + 1, capacity + 1)
  }

  private static func move<Element>(_ column: inout UnsafeMutablePointer<Element>, _ count: Int, _ capacity: Int) {
    let wider = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    wider.moveInitialize(from: column, count: count)
    column.deallocate()
    column = wider
  }
}

/// The columns of a `TokenTable` that the tokeniser fills.
struct TokenColumns {
  var starts: [Int32]
  var ends: [Int32]
  var hashes: [UInt32]
  var shapes: [TokenShape]
  var marks: [QuotationMark]
  var isLetters: [Bool]
  var characters: [UInt8]
  /// One more than there are tokens.
  var foldedStarts: [Int32]
  var folded: [UInt8]
}
