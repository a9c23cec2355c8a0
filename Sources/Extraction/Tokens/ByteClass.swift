/// What a scalar is to the tokeniser.
enum ByteClass: UInt8 {
  case space, lower, upper, digit, punctuation
  /// A letter outside ASCII of which the case is not looked up.
  case letter
  case upperLetter
  /// ʻ and ʼ: letters without case, which say nothing about the case of a word that begins with one.
  case glottal

  var isWord: Bool { self != .space && self != .punctuation }
  var isUpper: Bool { self == .upper || self == .upperLetter }

  @inline(__always)
  init(ascii byte: UInt8) {
    switch byte {
    case 0x61...0x7A: self = .lower
    case 0x41...0x5A: self = .upper
    case 0x30...0x39: self = .digit
    case 0x00...0x20, 0x7F: self = .space
    case UInt8(ascii: "_"): self = .lower
    default: self = .punctuation
    }
  }

  /// The classes that matter for news in any language: letters are letters, typographic marks and symbols are not.
  init(scalar: UInt32) {
    switch scalar {
    case 0..<0x80: self.init(ascii: UInt8(scalar))
    case 0x80...0xA0, 0x1680, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F, 0x3000, 0xFEFF: self = .space
    case 0xAA, 0xB5, 0xBA: self = .letter
    case 0xA1...0xBF, 0xD7, 0xF7: self = .punctuation
    case 0xC0...0xDE: self = .upperLetter
    case 0x139...0x148, 0x179...0x17E: self = scalar % 2 == 1 ? .upperLetter : .letter
    case 0x100...0x17F: self = scalar % 2 == 0 ? .upperLetter : .letter
    case 0x1A0, 0x1AF, 0x391...0x3A9, 0x400...0x42F, 0x531...0x556: self = .upperLetter
    case 0x218...0x21B, 0x1E00...0x1E95, 0x1EA0...0x1EFF: self = scalar % 2 == 0 ? .upperLetter : .letter
    case 0x2BB...0x2BC: self = .glottal
    case 0x2010...0x2027, 0x2030...0x205E, 0x20A0...0x20CF, 0x2100...0x2BFF, 0x2E00...0x2E7F: self = .punctuation
    case 0x3001...0x3004, 0x3008...0x3020, 0x30FB, 0xFE30...0xFE4F, 0xFF01...0xFF0F, 0xFF1A...0xFF20,
      0xFF3B...0xFF40, 0xFF5B...0xFF65, 0x1F000...0x1FAFF:
      self = .punctuation
    default: self = .letter
    }
  }
}

/// Decodes the scalar at an offset of valid UTF-8; broken bytes count as one letter each and never trap.
@inline(__always)
func decodeScalar(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> (scalar: UInt32, length: Int) {
  let first = bytes[offset]
  guard first >= 0xC2 else { return (UInt32(first), 1) }
  let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
  guard offset + length <= bytes.count else { return (0xFFFD, 1) }
  var scalar = UInt32(first) & (0xFF >> UInt32(length + 1))
  for index in 1..<length { scalar = scalar << 6 | UInt32(bytes[offset + index] & 0x3F) }
  return (scalar, length)
}
