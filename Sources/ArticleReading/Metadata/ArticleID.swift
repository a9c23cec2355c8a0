/// Makes the id of an article.
enum ArticleID {
  /// `#`, white space and control characters percent-escaped: `#` parts the id from the number of a segment, and an
  /// id must pass through shells and tables in one piece.
  static func escaped(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: mustEscape) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if mustEscape(scalar) {
        for byte in String(scalar).utf8 { result += "%" + hexadecimal(UInt64(byte), digits: 2) }
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func mustEscape(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "#" || scalar.value <= 0x20 || (0x7F...0xA0).contains(scalar.value)
      || (scalar.value > 0xA0 && scalar.properties.isWhitespace)
  }

  /// As given, else the canonical URL, else made from the path: `folder/a.txt`, `folder/b.jsonl:17`.
  ///
  /// Standard input has no path that would tell its articles from those of another run, so there the text decides.
  static func make(_ metadata: ArticleMetadata, record: InputRecord, item: Int?, text: [UInt8]) -> String {
    let given = [metadata.id, metadata.url, record.url].lazy.compactMap { $0 }.first { !$0.isEmpty }
    if let given { return escaped(given) }
    if record.source == "-" { return "stdin:" + hexadecimal(hash(text), digits: 16) }
    let numbers = [record.line, item].compactMap { $0 }.map { ":\($0)" }.joined()
    return escaped(plain(record.source).withPercentsEscaped + numbers)
  }

  /// The same for `./a/b.txt` and `a//b.txt`.
  private static func plain(_ path: String) -> String {
    let parts = path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    return path.hasPrefix("/") ? "/" + parts : parts
  }

  private static func hexadecimal(_ value: UInt64, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: digits == 2)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }

  /// FNV-1a, stable across runs and machines.
  private static func hash(_ bytes: [UInt8]) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}

extension String {
  /// `a%20b.txt` as a name of its own beside `a b.txt`; other percent signs stay.
  fileprivate var withPercentsEscaped: String {
    guard utf8.contains(UInt8(ascii: "%")) else { return self }
    let bytes = Array(utf8)
    var result: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      result.append(byte)
      let digits = bytes[(index + 1)...].prefix(2)
      if byte == UInt8(ascii: "%"), digits.count == 2, digits.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }) {
        result += Array("25".utf8)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
