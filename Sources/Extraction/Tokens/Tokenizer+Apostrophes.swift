/// Apostrophes that begin a name.
extension Tokenizer {
  /// Whether an apostrophe is the first letter of a Polynesian name (`'Aisea`, `Tevita 'Ofa`): before a capital vowel,
  /// behind a capitalised word, with nothing behind it that would close a quotation; or before such a name once more.
  mutating func beginsName(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ length: Int) -> Bool {
    let first = start + length
    guard first + 2 < text.count, classify(text, first).0.isUpper,
      text[first] >= 0x80 || Self.vowels.contains(text[first]), start == 0 || !isWord(text, start - 1)
    else { return false }
    var end = first
    while isWord(text, end) { end += classify(text, end).1 }
    guard end - first > 2 else { return false }
    if apostropheNames.contains(where: { text[$0].elementsEqual(text[first..<end]) }) { return true }
    guard writer.endsWithCapitalisedWord(before: start), !isClosed(text, from: end) else { return false }
    apostropheNames.append(first..<end)
    return true
  }

  /// Whether a single mark behind an offset closes; behind an `s` only a near one does, for a farther one is a possessive.
  private func isClosed(_ text: UnsafeBufferPointer<UInt8>, from first: Int) -> Bool {
    var offset = first
    while offset < text.count {
      let isCurly =
        text[offset] == 0xE2 && offset + 2 < text.count && text[offset + 1] == 0x80 && text[offset + 2] == 0x99
      let length = isCurly ? 3 : 1
      if isCurly || text[offset] == UInt8(ascii: "'"), text[offset - 1] > 0x20, !isWord(text, offset + length) {
        if text[offset - 1] != UInt8(ascii: "s") || offset - first < Self.nearMark { return true }
      }
      offset += length
    }
    return false
  }

  private static let nearMark = 40
  private static let vowels = Array("AEIOU".utf8)
}
