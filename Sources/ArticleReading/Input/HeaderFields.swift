import FileAccess

/// The header lines of a WARC record, an HTTP response or a mail: `Name: value`, folded lines joined.
struct HeaderFields {
  private static let mostLines = 2000

  /// Names in lower case, in the order found.
  private(set) var fields: [(name: String, value: String)] = []

  /// Takes the lines up to the empty one; `nil` where they never end.
  init?(_ bytes: inout BufferedBytes) throws(FileError) {
    for _ in 0..<Self.mostLines {
      guard let line = try bytes.line(), !line.isEmpty else { return }
      append(line)
    }
    return nil
  }

  private mutating func append(_ line: [UInt8]) {
    // Header text is ASCII by its standards and UTF-8 in practice; anything else shows as U+FFFD.
    if line[0] == 0x20 || line[0] == 0x09 {
      guard !fields.isEmpty else { return }
      fields[fields.count - 1].value += " " + String(decoding: line, as: UTF8.self).trimming([" ", "\t"])
    } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
      let name = String(decoding: line[..<colon], as: UTF8.self).trimming([" "]).lowercased()
      let value = String(decoding: line[(colon + 1)...], as: UTF8.self).trimming([" ", "\t"])
      fields.append((name, value))
    }
  }

  /// The value of the first field with this name (in lower case).
  subscript(_ name: String) -> String? { fields.first { $0.name == name }?.value }

  /// `utf-8` of `text/html; charset="utf-8"`.
  static func parameter(_ name: String, of value: String) -> String? {
    for part in parts(value).dropFirst() {
      let sides = part.split(separator: "=", maxSplits: 1)
      guard sides.count == 2, String(sides[0]).trimming([" ", "\t"]).lowercased() == name else { continue }
      return String(sides[1]).trimming([" ", "\t", "\"", "'"])
    }
    return nil
  }
}

extension HeaderFields {
  /// Cut at semicolons that stand in no quotation marks.
  private static func parts(_ value: String) -> [String] {
    var (parts, isQuoted) = ([""], false)
    for scalar in value.unicodeScalars {
      if scalar == "\"" { isQuoted.toggle() }
      if scalar == ";", !isQuoted {
        parts.append("")
      } else {
        parts[parts.count - 1].unicodeScalars.append(scalar)
      }
    }
    return parts
  }
}

extension String {
  /// Without these scalars at both ends.
  func trimming(_ scalars: Set<Unicode.Scalar>) -> String {
    var view = unicodeScalars[...]
    while let first = view.first, scalars.contains(first) { view.removeFirst() }
    while let last = view.last, scalars.contains(last) { view.removeLast() }
    return String(String.UnicodeScalarView(view))
  }

  /// Without white space at both ends, and one space for each run of it inside.
  var squeezed: String {
    isSqueezed ? self : split { $0.isWhitespace }.joined(separator: " ")
  }

  /// Whether there is nothing to squeeze: no white space but single spaces between ASCII. Told by the bytes, and `false`
  /// where those leave doubts, because reading character by character takes a hundred times as long.
  private var isSqueezed: Bool {
    utf8.withContiguousStorageIfAvailable { Self.isSqueezed($0) } ?? false
  }

  private static func isSqueezed(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var before = UInt8(ascii: " ")
    for byte in text {
      if byte > 0x20, byte < 0x7F {
        before = byte
        continue
      }
      if byte == UInt8(ascii: " ") {
        if before == byte { return false }
      } else if byte < 0x20 || byte == 0x7F || byte >= 0x80 && !isLetter(byte, behind: before) {
        return false
      }
      before = byte
    }
    return before != UInt8(ascii: " ")
  }

  /// Bytes of characters outside ASCII among which there is no white space: those of U+00C0...U+07FF and, in a row of
  /// their own, the quotation marks and dashes of U+2010...U+201F.
  private static func isLetter(_ byte: UInt8, behind before: UInt8) -> Bool {
    switch byte {
    // Latin and Cyrillic letters; behind a space the others might be marks that join with it.
    case 0xC3...0xCA, 0xD0, 0xD1, 0xE2: return true
    case 0xCB...0xDF: return before != UInt8(ascii: " ")
    case 0x80 where before == 0xE2: return true
    case 0x90...0x9F where before == 0x80: return true
    case 0x80...0xBF: return (0xC3...0xDF).contains(before)
    default: return false
    }
  }
}
