import TextAnalysis

/// What the tokeniser needs to fill the table; nothing else writes it.
extension TokenTable {
  mutating func reserve(_ tokens: Int) {
    starts.reserveCapacity(tokens)
    ends.reserveCapacity(tokens)
    hashes.reserveCapacity(tokens)
    suffixes.reserveCapacity(tokens)
    shapes.reserveCapacity(tokens)
    marks.reserveCapacity(tokens)
    sentenceOf.reserveCapacity(tokens)
    paragraphOf.reserveCapacity(tokens)
    foldedStarts.reserveCapacity(tokens)
    foldedEnds.reserveCapacity(tokens)
    folded.reserveCapacity(bytes.count + tokens)
  }

  mutating func append(_ text: UnsafeBufferPointer<UInt8>, at start: Int, shape: TokenShape) {
    let foldedStart = folded.count
    fold(text)
    let foldedEnd = folded.count
    var hash = ByteHash()
    for index in foldedStart..<foldedEnd { hash.add(folded[index]) }
    var suffix = ByteHash()
    for index in max(foldedStart, foldedEnd - 3)..<foldedEnd { suffix.add(folded[index]) }
    folded.append(UInt8(ascii: " "))
    starts.append(Int32(truncatingIfNeeded: start))
    ends.append(Int32(truncatingIfNeeded: start + text.count))
    hashes.append(hash.value)
    suffixes.append(suffix.value)
    shapes.append(shape)
    marks.append(.none)
    sentenceOf.append(0)
    paragraphOf.append(Int32(truncatingIfNeeded: paragraphs.count))
    foldedStarts.append(Int32(truncatingIfNeeded: foldedStart))
    foldedEnds.append(Int32(truncatingIfNeeded: foldedEnd))
  }

  /// Appends the folded bytes. A curly apostrophe, the one mark outside ASCII that is common in English, is folded
  /// here; what holds another goes through Unicode.
  private mutating func fold(_ text: UnsafeBufferPointer<UInt8>) {
    let first = folded.count
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        folded.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
        index += 1
      } else if byte == 0xE2, index + 2 < text.count, text[index + 1] == 0x80, text[index + 2] & 0xFE == 0x98 {
        folded.append(UInt8(ascii: "'"))
        index += 3
      } else {
        folded.removeSubrange(first...)
        Folding.fold(utf8: text, into: &folded)
        return
      }
    }
  }

  /// Lets the last token begin earlier, at a currency sign that was read before it.
  mutating func widenLast(to start: Int, shape: TokenShape) {
    starts[count - 1] = Int32(truncatingIfNeeded: start)
    shapes[count - 1] = shape
  }
}
