import CUTF8ProcSystem

/// Takes case, diacritics and compatibility forms off text, so that words meet however they are written.
///
/// Used at indexing, at asking and for the keys of every word list: what one side folds the other folds the
/// same way. The steps follow Unicode (NFKD, full case folding, NFC at the end so that Hangul and kana stay
/// whole), with two differences: marks go only where they are optional in writing (Latin, Greek, Cyrillic,
/// Hebrew, Arabic; an Indic vowel sign stays), and letters with a stroke that have no decomposition
/// (`ø ł đ ı`) lose it.
public enum Folding {
  public static func fold(_ text: String) -> String {
    var text = text
    var folded: [UInt8] = []
    text.withUTF8 { fold(utf8: $0, into: &folded) }
    return String(decoding: folded, as: UTF8.self)
  }

  /// Appends the folded bytes. ASCII costs one look at each byte; anything else goes through utf8proc.
  public static func fold(utf8 bytes: UnsafeBufferPointer<UInt8>, into folded: inout [UInt8]) {
    let mark = folded.count
    for byte in bytes {
      guard byte < 0x80 else {
        folded.removeSubrange(mark...)
        foldUnicode(bytes, into: &folded)
        return
      }
      folded.append(lowercased(byte))
    }
  }

  @inline(__always)
  static func lowercased(_ byte: UInt8) -> UInt8 {
    byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
  }

  private static func foldUnicode(_ bytes: UnsafeBufferPointer<UInt8>, into folded: inout [UInt8]) {
    var scalars = decomposed(bytes)
    scalars.removeAll(where: isOptionalMark)
    for index in scalars.indices.reversed() {
      guard let plain = plainLetters(for: scalars[index]) else { continue }
      scalars.replaceSubrange(index...index, with: plain)
    }
    append(composed(&scalars), to: &folded)
  }

  private static func decomposed(_ bytes: UnsafeBufferPointer<UInt8>) -> [Int32] {
    let options = utf8proc_option_t(
      UTF8PROC_DECOMPOSE.rawValue | UTF8PROC_COMPAT.rawValue | UTF8PROC_CASEFOLD.rawValue | UTF8PROC_STABLE.rawValue)
    let source = String(decoding: bytes, as: UTF8.self)
    var scalars: [Int32] = []
    scalars.reserveCapacity(bytes.count + 8)
    var buffer = [Int32](repeating: 0, count: 32)
    var boundClass: Int32 = 0
    for scalar in source.unicodeScalars {
      let count = utf8proc_decompose_char(
        Int32(scalar.value), &buffer, utf8proc_ssize_t(buffer.count), options, &boundClass)
      if count > 0 && count <= buffer.count {
        scalars.append(contentsOf: buffer[..<count])
      } else {
        scalars.append(Int32(scalar.value))
      }
    }
    return scalars
  }

  private static func composed(_ scalars: inout [Int32]) -> ArraySlice<Int32> {
    let options = utf8proc_option_t(UTF8PROC_COMPOSE.rawValue | UTF8PROC_STABLE.rawValue)
    let count = utf8proc_normalize_utf32(&scalars, utf8proc_ssize_t(scalars.count), options)
    return count >= 0 ? scalars[..<count] : scalars[...]
  }

  private static func append(_ scalars: ArraySlice<Int32>, to bytes: inout [UInt8]) {
    for scalar in scalars {
      guard let scalar = Unicode.Scalar(UInt32(bitPattern: scalar)) else { continue }
      bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }

  /// Marks that writers leave out or that only tell letters of one alphabet apart.
  private static func isOptionalMark(_ scalar: Int32) -> Bool {
    switch scalar {
    case 0x0300...0x036F, 0x0483...0x0489,  // Latin, Greek, Cyrillic
      0x0591...0x05BD, 0x05BF, 0x05C1, 0x05C2, 0x05C4, 0x05C5, 0x05C7,  // Hebrew points
      0x0610...0x061A, 0x0640, 0x064B...0x065F, 0x0670, 0x06D6...0x06DC, 0x06DF...0x06E8, 0x06EA...0x06ED,  // Arabic
      0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE00...0xFE0F, 0xFE20...0xFE2F,
      0x00AD, 0x200B...0x200F, 0x2060, 0xFEFF:  // soft hyphen, joiners, direction marks
      return true
    default:
      return false
    }
  }

  private static func plainLetters(for scalar: Int32) -> [Int32]? {
    switch scalar {
    case 0x00E6: return [0x61, 0x65]  // æ
    case 0x0153: return [0x6F, 0x65]  // œ
    case 0x00F8: return [0x6F]  // ø
    case 0x0142: return [0x6C]  // ł
    case 0x0111, 0x00F0: return [0x64]  // đ ð
    case 0x0131: return [0x69]  // ı
    case 0x00FE: return [0x74, 0x68]  // þ
    case 0x0127: return [0x68]  // ħ
    case 0x0167: return [0x74]  // ŧ
    case 0x0259: return [0x65]  // ə
    case 0x2018, 0x2019, 0x02BC, 0x02BB, 0x02BE, 0x02BF, 0x0060, 0x00B4, 0x2032: return [0x27]  // apostrophes
    case 0x2010, 0x2011: return [0x2D]  // hyphens
    case 0x06CC, 0x0649: return [0x064A]  // Persian and dotless yeh
    case 0x06A9: return [0x0643]  // Persian kaf
    default: return nil
    }
  }
}
