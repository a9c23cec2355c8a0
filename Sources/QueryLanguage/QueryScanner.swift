/// A cursor over the scalars of a query.
struct QueryScanner {
  let scalars: [Unicode.Scalar]
  var offset = 0

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  var isAtEnd: Bool { offset >= scalars.count }
  var current: Unicode.Scalar? { offset < scalars.count ? scalars[offset] : nil }
  /// Counts from 1.
  var column: Int { offset + 1 }

  func scalar(at offset: Int) -> Unicode.Scalar? { scalars.indices.contains(offset) ? scalars[offset] : nil }

  mutating func skipSpaces() {
    while let scalar = current, scalar.isSpace { offset += 1 }
  }

  func text(_ start: Int, _ end: Int) -> String {
    var bytes: [UInt8] = []
    for scalar in scalars[start..<max(start, end)] {
      if scalar.isASCII { bytes.append(UInt8(scalar.value)) } else { bytes += Array(String(scalar).utf8) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Where the run that begins at the cursor ends: at a space, a bracket, a quotation mark.
  func endOfRun() -> Int {
    var end = offset
    while end < scalars.count, !scalars[end].endsRun { end += 1 }
    return end
  }

  /// As `endOfRun`, but only a space and a bracket that the run did not open end it: for ids, which may be URLs.
  func endOfIdentifier() -> Int {
    var (end, open) = (offset, 0)
    while end < scalars.count, !scalars[end].isSpace {
      if scalars[end] == "(" { open += 1 }
      if scalars[end] == ")" {
        if open == 0 { return end }
        open -= 1
      }
      end += 1
    }
    return end
  }

  /// The offset of the colon behind a name at the cursor: a letter, then letters, digits, `-` and `_`.
  func endOfFieldName() -> Int? {
    guard let first = current, first.isLetter else { return nil }
    var end = offset
    while end < scalars.count, scalars[end].isWord || scalars[end] == "-" || scalars[end] == "_" { end += 1 }
    return end < scalars.count && scalars[end] == ":" ? end : nil
  }

  /// The text between quotation marks at the cursor, and whether the closing one is there. The cursor ends behind it.
  mutating func quotation() -> (text: String, isClosed: Bool) {
    let opening = scalars[offset]
    offset += 1
    let start = offset
    while offset < scalars.count {
      let scalar = scalars[offset]
      // A straight mark is closed by a straight one only, so that a quotation with curly ones can stand inside.
      if opening == "\"" ? scalar == "\"" : scalar.isQuote {
        offset += 1
        return (text(start, offset - 1), true)
      }
      offset += 1
    }
    return (text(start, offset), false)
  }
}

extension Unicode.Scalar {
  var isSpace: Bool { isASCII ? value <= 0x20 : properties.isWhitespace }

  /// `"` and the curly, low and angled ones.
  var isQuote: Bool {
    switch value {
    case 0x22, 0xAB, 0xBB, 0x201C...0x201F, 0xFF02: return true
    default: return false
    }
  }

  var endsRun: Bool { isSpace || isQuote || self == "(" || self == ")" }

  var isLetter: Bool {
    if isASCII { return value | 0x20 >= 0x61 && value | 0x20 <= 0x7A }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
    default: return false
    }
  }

  /// A letter, a mark or a number: what the index makes words of.
  var isWord: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber: return true
    default: return isLetter
    }
  }

  /// A dash that is not the hyphen of the keyboard.
  var isLongDash: Bool {
    switch value {
    case 0x2010...0x2015, 0x2212, 0xFF0D: return true
    default: return false
    }
  }

  var isDigit: Bool { value >= 0x30 && value <= 0x39 }
}
