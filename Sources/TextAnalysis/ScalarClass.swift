import CUTF8ProcSystem

/// What a scalar is to the search: part of a word, of a script without spaces, or neither.
enum ScalarClass {
  case word
  /// Scripts that part no words by spaces: their runs are cut into bigrams.
  case unspaced
  case other

  init(_ scalar: UInt32) {
    if Self.isUnspaced(scalar) {
      self = .unspaced
      return
    }
    // A letter to Unicode, an apostrophe to us: it joins letters, but never begins a word.
    if scalar == 0x2BC {
      self = .other
      return
    }
    switch utf8proc_category(Int32(bitPattern: scalar)) {
    case UTF8PROC_CATEGORY_LU, UTF8PROC_CATEGORY_LL, UTF8PROC_CATEGORY_LT, UTF8PROC_CATEGORY_LM,
      UTF8PROC_CATEGORY_LO, UTF8PROC_CATEGORY_MN, UTF8PROC_CATEGORY_MC, UTF8PROC_CATEGORY_ME,
      UTF8PROC_CATEGORY_ND, UTF8PROC_CATEGORY_NL, UTF8PROC_CATEGORY_NO:
      self = .word
    default:
      // The soft hyphen and the joiners stand inside words and are folded away.
      let isInvisible = scalar == 0xAD || scalar == 0x200C || scalar == 0x200D
      self = isInvisible ? .word : .other
    }
  }

  /// Han, kana, bopomofo, Hangul, Thai, Lao, Khmer, Burmese.
  private static func isUnspaced(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0E01...0x0E3A, 0x0E40...0x0E4E, 0x0E81...0x0EDF, 0x1000...0x109F, 0x1780...0x17D3,
      0x1100...0x11FF, 0x3005...0x3007, 0x3041...0x3096, 0x3099...0x309F, 0x30A1...0x30FA, 0x30FC...0x312F,
      0x3130...0x318F, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA960...0xA97F, 0xAC00...0xD7FF,
      0xF900...0xFAFF, 0xFF66...0xFFDC, 0x1B000...0x1B16F, 0x20000...0x3FFFF:
      return true
    default:
      return false
    }
  }
}

/// One decoded scalar of a UTF-8 buffer.
struct DecodedScalar {
  var value: UInt32
  var length: Int

  /// Decodes at an offset. A byte that begins nothing valid counts as U+FFFD of length 1.
  @inline(__always)
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) {
    let first = bytes[offset]
    if first < 0x80 {
      (value, length) = (UInt32(first), 1)
      return
    }
    let wanted = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0
    guard wanted > 0, offset + wanted <= bytes.count else {
      (value, length) = (0xFFFD, 1)
      return
    }
    var scalar = UInt32(first) & (0xFF >> UInt32(wanted + 1))
    for index in 1..<wanted {
      let byte = bytes[offset + index]
      guard byte & 0xC0 == 0x80 else {
        (value, length) = (0xFFFD, 1)
        return
      }
      scalar = scalar << 6 | UInt32(byte & 0x3F)
    }
    (value, length) = (scalar, wanted)
  }
}
