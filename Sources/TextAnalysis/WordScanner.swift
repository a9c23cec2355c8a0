/// The state of one pass over a text; see `SearchWords` for the rules.
///
/// A compound is a chain of parts with hyphens or `&` between them; most words are compounds of one part.
struct WordScanner {
  private struct Part {
    /// Into `folded`.
    var first: Int
    var last: Int
    /// Into the text.
    var start: Int
    var end: Int
    /// Bytes of `folded` before an apostrophe behind the only letter so far, as in `O'Brien`; else 0.
    var prefixLength = 0
  }

  /// A chain of more parts is no name but a line of code or a table.
  private static let longestJoined = 4

  private let bytes: UnsafeBufferPointer<UInt8>
  private var offset = 0
  private(set) var position: Int
  private var folded: [UInt8] = []
  private var raw: [UInt8] = []
  private var parts: [Part] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>, position: Int) {
    self.bytes = bytes
    self.position = position
    folded.reserveCapacity(128)
  }

  mutating func scan(_ body: SearchWords.Body) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.longestPlain) { buffer in
      while offset < bytes.count {
        switch scalarClass(at: offset) {
        case .other: offset += DecodedScalar(bytes, offset).length
        case .word: if !scanPlain(buffer, body) { scanCompound(body) }
        case .unspaced: scanUnspaced(body)
        }
      }
    }
  }

  @inline(__always)
  private func scalarClass(at offset: Int) -> ScalarClass {
    let byte = bytes[offset]
    if byte < 0x80 { return isASCIIWord(byte) ? .word : .other }
    return ScalarClass(DecodedScalar(bytes, offset).value)
  }

  @inline(__always)
  private func isWord(at offset: Int) -> Bool {
    offset < bytes.count && scalarClass(at: offset) == .word
  }

  @inline(__always)
  private func isDigit(at offset: Int) -> Bool {
    offset < bytes.count && bytes[offset] &- UInt8(ascii: "0") < 10
  }

  // MARK: Plain words

  private static let longestPlain = 64

  /// Takes a run of ASCII letters and digits that ends where it does by any rule: most words of most texts.
  ///
  /// - Returns: Whether it is one; else nothing has happened.
  private mutating func scanPlain(_ buffer: UnsafeMutableBufferPointer<UInt8>, _ body: SearchWords.Body) -> Bool {
    let limit = min(bytes.count, offset + buffer.count)
    var end = offset
    while end < limit, isASCIIWord(bytes[end]) {
      let byte = bytes[end]
      buffer[end - offset] = byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
      end += 1
    }
    guard end > offset, endsPlain(at: end) else { return false }
    body(UnsafeBufferPointer(rebasing: buffer[..<(end - offset)]), position, offset, end, false)
    position += 1
    offset = end
    return true
  }

  /// Whether no rule goes on with a word behind its ASCII letters and digits.
  private func endsPlain(at end: Int) -> Bool {
    guard end < bytes.count else { return true }
    switch bytes[end] {
    case UInt8(ascii: "'"), UInt8(ascii: "-"), UInt8(ascii: "&"): return false
    // Of an acronym, a decimal number, thousands.
    case UInt8(ascii: "."), UInt8(ascii: ","):
      guard end > offset + 1 else { return false }
      return end + 1 == bytes.count || bytes[end + 1] < 0x80 && !isASCIIWord(bytes[end + 1])
    default: return bytes[end] < 0x80 && !isASCIIWord(bytes[end])
    }
  }

  // MARK: Words

  private mutating func scanCompound(_ body: SearchWords.Body) {
    folded.removeAll(keepingCapacity: true)
    parts.removeAll(keepingCapacity: true)
    scanPart()
    while let next = joiner(at: offset) {
      offset = next
      scanPart()
    }
    emit(body)
  }

  /// The offset behind a hyphen or `&` that is followed by a word.
  private func joiner(at offset: Int) -> Int? {
    guard offset + 1 < bytes.count else { return nil }
    let byte = bytes[offset]
    if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "&") { return isWord(at: offset + 1) ? offset + 1 : nil }
    guard byte == 0xE2, offset + 3 < bytes.count, bytes[offset + 1] == 0x80,
      bytes[offset + 2] == 0x90 || bytes[offset + 2] == 0x91
    else { return nil }
    return isWord(at: offset + 3) ? offset + 3 : nil
  }

  private mutating func scanPart() {
    var part = Part(first: folded.count, last: 0, start: offset, end: 0)
    raw.removeAll(keepingCapacity: true)
    if !scanAcronym() { scanLetters(&part) }
    part.end = offset
    skipPossessive()
    raw.withUnsafeBufferPointer { Folding.fold(utf8: $0, into: &folded) }
    truncate(from: part.first)
    part.last = folded.count
    if part.last > part.first { parts.append(part) }
  }

  /// `U.S.`, `e.g.`: two letters or more, each with a point behind it (the last one may lack it).
  private mutating func scanAcronym() -> Bool {
    guard isPointedLetter(at: offset), isPointedLetter(at: offset + 2) || endsAcronym(at: offset + 2) else {
      return false
    }
    while isPointedLetter(at: offset) {
      raw.append(bytes[offset])
      offset += 2
    }
    if endsAcronym(at: offset) {
      raw.append(bytes[offset])
      offset += 1
    }
    return true
  }

  /// An ASCII letter with a point behind it.
  private func isPointedLetter(at offset: Int) -> Bool {
    offset + 1 < bytes.count && isASCIILetter(bytes[offset]) && bytes[offset + 1] == UInt8(ascii: ".")
  }

  /// A single letter that no word goes on behind.
  private func endsAcronym(at offset: Int) -> Bool {
    offset < bytes.count && isASCIILetter(bytes[offset]) && !isWord(at: offset + 1)
  }

  private mutating func scanLetters(_ part: inout Part) {
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte < 0x80 {
        if isASCIIWord(byte) {
          raw.append(byte)
          offset += 1
        } else if !scanInside(byte, &part) {
          return
        }
      } else if let behind = apostrophe(at: offset) {
        guard joinsLetters(behind) else { return }
        noteApostrophe(&part)
        offset = behind
      } else {
        let scalar = DecodedScalar(bytes, offset)
        guard ScalarClass(scalar.value) == .word else { return }
        raw.append(contentsOf: bytes[offset..<offset + scalar.length])
        offset += scalar.length
      }
    }
  }

  /// A sign inside a word: an apostrophe, a decimal point, a comma between thousands.
  private mutating func scanInside(_ byte: UInt8, _ part: inout Part) -> Bool {
    switch byte {
    case UInt8(ascii: "'"):
      guard joinsLetters(offset + 1) else { return false }
      noteApostrophe(&part)
    case UInt8(ascii: "."):
      guard isDigit(at: offset - 1), isDigit(at: offset + 1), offset > part.start else { return false }
      raw.append(byte)
    case UInt8(ascii: ","):
      guard offset > part.start, isDigit(at: offset - 1), isDigit(at: offset + 1), isDigit(at: offset + 2),
        isDigit(at: offset + 3), !isDigit(at: offset + 4)
      else { return false }
    default: return false
    }
    offset += 1
    return true
  }

  private func noteApostrophe(_ part: inout Part) {
    if raw.count == 1 { part.prefixLength = 1 }
  }

  /// The offset behind an apostrophe other than the ASCII one: U+2019, U+02BC, U+FF07.
  private func apostrophe(at offset: Int) -> Int? {
    switch bytes[offset] {
    case 0xE2 where offset + 2 < bytes.count && bytes[offset + 1] == 0x80 && bytes[offset + 2] == 0x99:
      return offset + 3
    case 0xCA where offset + 1 < bytes.count && bytes[offset + 1] == 0xBC: return offset + 2
    case 0xEF where offset + 2 < bytes.count && bytes[offset + 1] == 0xBC && bytes[offset + 2] == 0x87:
      return offset + 3
    default: return nil
    }
  }

  /// Whether the word goes on behind an apostrophe: yes before a letter, unless that is a possessive s.
  private func joinsLetters(_ behind: Int) -> Bool {
    isWord(at: behind) && !isDigit(at: behind) && possessiveEnd(behind) == nil
  }

  /// The offset behind the s of a possessive.
  private func possessiveEnd(_ behind: Int) -> Int? {
    guard behind < bytes.count, bytes[behind] | 0x20 == UInt8(ascii: "s"), !isWord(at: behind + 1) else { return nil }
    return behind + 1
  }

  private mutating func skipPossessive() {
    guard offset < bytes.count else { return }
    let behind = bytes[offset] == UInt8(ascii: "'") ? offset + 1 : bytes[offset] >= 0x80 ? apostrophe(at: offset) : nil
    if let behind, let end = possessiveEnd(behind) { offset = end }
  }

  private mutating func truncate(from first: Int) {
    guard folded.count - first > SearchWords.longestTerm else { return }
    var end = first + SearchWords.longestTerm
    while folded[end] & 0xC0 == 0x80 { end -= 1 }
    folded.removeSubrange(end...)
  }

  private mutating func emit(_ body: SearchWords.Body) {
    guard let first = parts.first, let last = parts.last else { return }
    folded.withUnsafeBufferPointer { folded in
      // The folded parts lie behind one another, so the joined form is the whole buffer.
      if (2...Self.longestJoined).contains(parts.count), folded.count <= SearchWords.longestTerm {
        body(folded, position, first.start, last.end, true)
      }
      for part in parts {
        let letters = part.last - part.first - part.prefixLength
        if part.prefixLength > 0, letters >= 3 {
          let stem = UnsafeBufferPointer(rebasing: folded[(part.first + part.prefixLength)..<part.last])
          body(stem, position, part.start, part.end, true)
        }
        body(UnsafeBufferPointer(rebasing: folded[part.first..<part.last]), position, part.start, part.end, false)
        position += 1
      }
    }
  }

  // MARK: Scripts without spaces

  private mutating func scanUnspaced(_ body: SearchWords.Body) {
    var starts: [Int] = []
    while offset < bytes.count, scalarClass(at: offset) == .unspaced {
      starts.append(offset)
      offset += DecodedScalar(bytes, offset).length
    }
    let ends = starts.dropFirst() + [offset]
    let width = min(2, starts.count)
    for index in 0...(starts.count - width) {
      let (start, end) = (starts[index], ends[ends.startIndex + index + width - 1])
      folded.removeAll(keepingCapacity: true)
      Folding.fold(utf8: UnsafeBufferPointer(rebasing: bytes[start..<end]), into: &folded)
      truncate(from: 0)
      guard !folded.isEmpty else { continue }
      folded.withUnsafeBufferPointer { body($0, position, start, end, false) }
      position += 1
    }
  }
}

@inline(__always)
func isASCIILetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }

@inline(__always)
func isASCIIWord(_ byte: UInt8) -> Bool { isASCIILetter(byte) || byte &- UInt8(ascii: "0") < 10 }
