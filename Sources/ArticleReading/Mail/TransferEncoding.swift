/// Undoes base64 and quoted-printable (RFC 2045).
enum TransferEncoding {
  /// What stands in no known encoding comes back as it is.
  static func decode(_ bytes: [UInt8], _ name: String) -> [UInt8] {
    switch name.trimming([" "]).lowercased() {
    case "base64": return base64(bytes)
    case "quoted-printable": return quotedPrintable(bytes)
    default: return bytes
    }
  }

  /// Signs that are none of base64 are passed over.
  static func base64(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count * 3 / 4)
    var (buffer, bits) = (UInt32(0), 0)
    for byte in bytes {
      if byte == UInt8(ascii: "=") { break }
      guard let value = sextet(byte) else { continue }
      buffer = buffer << 6 | value
      bits += 6
      if bits >= 8 {
        bits -= 8
        output.append(UInt8(truncatingIfNeeded: buffer >> UInt32(bits)))
      }
    }
    return output
  }

  private static func sextet(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): return UInt32(byte) - 65
    case UInt8(ascii: "a")...UInt8(ascii: "z"): return UInt32(byte) - 71
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return UInt32(byte) + 4
    case UInt8(ascii: "+"), UInt8(ascii: "-"): return 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): return 63
    default: return nil
    }
  }

  /// A sign of equality that begins no code stays.
  static func quotedPrintable(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "=") else {
        output.append(bytes[index])
        index += 1
        continue
      }
      let next = bytes[(index + 1)...]
      if let high = next.first.flatMap(hexadecimal), let low = next.dropFirst().first.flatMap(hexadecimal) {
        output.append(high << 4 | low)
        index += 3
      } else if next.first == 0x0A {
        index += 2
      } else if next.first == 0x0D, next.dropFirst().first == 0x0A {
        index += 3
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    return output
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return byte - 48
    case UInt8(ascii: "A")...UInt8(ascii: "F"): return byte - 55
    case UInt8(ascii: "a")...UInt8(ascii: "f"): return byte - 87
    default: return nil
    }
  }
}

/// `=?utf-8?B?...?=` in header fields (RFC 2047).
enum EncodedWords {
  static func decode(_ text: String) -> String {
    guard text.contains("=?") else { return text }
    var output = ""
    var behindWord = false
    for part in text.split(separator: " ") {
      let decoded = word(String(part))
      // The space between two encoded words is no part of the text.
      if !output.isEmpty, !(behindWord && decoded != nil) { output += " " }
      output += decoded ?? String(part)
      behindWord = decoded != nil
    }
    return output
  }

  private static func word(_ text: String) -> String? {
    guard text.hasPrefix("=?"), text.hasSuffix("?=") else { return nil }
    let parts = text.dropFirst(2).dropLast(2).split(separator: "?", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3 else { return nil }
    let bytes = Array(parts[2].utf8)
    let decoded: [UInt8]
    switch parts[1].lowercased() {
    case "b": decoded = TransferEncoding.base64(bytes)
    case "q": decoded = TransferEncoding.quotedPrintable(bytes.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 })
    default: return nil
    }
    return String(decoding: TextDecoding.decode(decoded, declared: String(parts[0])).bytes, as: UTF8.self)
  }
}
