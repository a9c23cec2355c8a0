import CUTF8ProcSystem

/// How wide text is on a terminal, in columns.
public enum DisplayWidth {
  /// The sum over the grapheme clusters: 2 for wide characters and emoji, 0 for marks alone.
  public static func columns(of text: some StringProtocol) -> Int {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
    return text.reduce(0) { $0 + columns(of: $1) }
  }

  public static func columns(of character: Character) -> Int {
    var width = 0
    for scalar in character.unicodeScalars {
      // A variation selector asks for the picture form; two regional indicators are one flag.
      if scalar.value == 0xFE0F || (0x1F1E6...0x1F1FF).contains(scalar.value) { return 2 }
      width = max(width, Int(utf8proc_charwidth(Int32(bitPattern: scalar.value))))
    }
    return width
  }

  /// The text, cut with an ellipsis where it is wider; never wider than `columns`.
  public static func truncated(_ text: String, to columns: Int) -> String {
    guard self.columns(of: text) > columns else { return text }
    var (width, result) = (0, "")
    for character in text {
      width += self.columns(of: character)
      if width > columns - 1 { break }
      result.append(character)
    }
    return columns > 0 ? result + "…" : ""
  }

  /// The text with spaces behind it up to a width.
  public static func padded(_ text: String, to columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - self.columns(of: text)))
  }
}

/// Makes text from outside safe for a terminal.
public enum ControlCharacters {
  /// Control characters become visible pictures, so that no text can move the cursor, colour the screen or
  /// reorder what stands beside it; tabs become spaces. Line feeds stay if asked for, else become spaces.
  public static func visible(_ text: String, keepingLines: Bool = false) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { append(scalar, to: &result, keepingLines) }
    return String(result)
  }

  private static func append(_ scalar: Unicode.Scalar, to result: inout String.UnicodeScalarView, _ keepsLines: Bool) {
    switch scalar.value {
    case 0x0A where keepsLines: result.append(scalar)
    case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: result.append(" ")
    case 0x00...0x1F: result.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
    case 0x7F: result.append("\u{2421}")
    // C1 controls, and the marks that reorder text behind the reader's back.
    case 0x80...0x9F, 0x202A...0x202E, 0x2066...0x2069: result.append("\u{FFFD}")
    default: result.append(scalar)
    }
  }
}
