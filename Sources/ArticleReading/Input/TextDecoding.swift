import CUchardetSystem
import Glibc

/// Bytes of any encoding to UTF-8.
///
/// In this order: a byte order mark, valid UTF-8, the encoding that the input names, the one that its bytes look
/// like, and at last UTF-8 with U+FFFD for what is broken. Nothing is refused here.
enum TextDecoding {
  struct Decoded {
    var bytes: [UInt8]
    /// What was done, where it is worth a word: `read as windows-1252`.
    var note: String?
  }

  /// - Parameter declared: The encoding that a header or the page names; tried only where the bytes are not UTF-8,
  ///   because most wrong names stand on pages that are.
  static func decode(_ bytes: [UInt8], declared: String? = nil) -> Decoded {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return decode(Array(bytes[3...]), declared: "UTF-8") }
    if hasWideMark(bytes), let text = convert(bytes, from: wideName(bytes)) { return Decoded(bytes: text) }
    if let name = looksLikeUTF16(bytes), let text = convert(bytes, from: name) {
      return Decoded(bytes: text, note: "read as \(name)")
    }
    if isValidUTF8(bytes) { return Decoded(bytes: bytes) }
    let isNamedUTF8 = declared.map { ["utf-8", "utf8"].contains($0.lowercased()) } ?? false
    if let declared, !isNamedUTF8, let text = convert(bytes, from: web(declared)) { return Decoded(bytes: text) }
    if brokenShare(bytes) < 0.3 || isNamedUTF8 { return repaired(bytes) }
    if let name = detect(bytes), let text = convert(bytes, from: web(name)) {
      return Decoded(bytes: text, note: "not UTF-8; read as \(web(name))")
    }
    return repaired(bytes)
  }

  static func hasWideMark(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0, 0, 0xFE, 0xFF])
  }

  private static func wideName(_ bytes: [UInt8]) -> String {
    bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) ? "UTF-32" : "UTF-16"
  }

  /// UTF-16 without a mark: nearly every second byte of the beginning is zero.
  static func looksLikeUTF16(_ bytes: [UInt8]) -> String? {
    let start = bytes.prefix(1024)
    guard start.count >= 16 else { return nil }
    var zeros = (even: 0, odd: 0)
    for (index, byte) in start.enumerated() where byte == 0 {
      if index % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    if zeros.odd * 10 > start.count * 4, zeros.even == 0 { return "UTF-16LE" }
    if zeros.even * 10 > start.count * 4, zeros.odd == 0 { return "UTF-16BE" }
    return nil
  }

  /// As browsers do: Latin-1 and ASCII mean windows-1252, GB2312 its larger successor. ISO-8859-3 was hardly ever written;
  /// the detector takes short German for it.
  private static func web(_ name: String) -> String {
    switch name.lowercased() {
    case "iso-8859-1", "iso8859-1", "latin1", "latin-1", "ascii", "us-ascii", "iso-8859-3", "":
      return "windows-1252"
    case "iso-8859-9": return "windows-1254"
    case "gb2312", "gbk", "x-gbk": return "GB18030"
    case "ks_c_5601-1987", "euc-kr": return "CP949"
    case "shift_jis", "shift-jis", "sjis": return "CP932"
    default: return name
    }
  }

  private static func repaired(_ bytes: [UInt8]) -> Decoded {
    let text = Array(String(decoding: bytes, as: UTF8.self).utf8)
    return Decoded(bytes: text, note: "not all of it is UTF-8; the broken bytes became U+FFFD")
  }

  // MARK: Tools

  static func isValidUTF8(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { $0.allSatisfy { $0 < 0x80 } } || String(validating: bytes, as: UTF8.self) != nil
  }

  /// The share of the bytes above ASCII that belong to no valid UTF-8 sequence: near 0 in damaged UTF-8, near 1 in
  /// an encoding of single bytes.
  private static func brokenShare(_ bytes: [UInt8]) -> Double {
    let sample = bytes.prefix(1 << 20)
    let high = sample.count { $0 >= 0x80 }
    guard high > 0 else { return 0 }
    let broken = String(decoding: sample, as: UTF8.self).unicodeScalars.count { $0 == "\u{FFFD}" }
    return Double(broken) / Double(high)
  }

  private static func detect(_ bytes: [UInt8]) -> String? {
    guard let detector = uchardet_new() else { return nil }
    defer { uchardet_delete(detector) }
    let sample = bytes.prefix(1 << 18)
    let status = sample.withUnsafeBytes { raw in
      uchardet_handle_data(detector, raw.baseAddress?.assumingMemoryBound(to: CChar.self), raw.count)
    }
    guard status == 0 else { return nil }
    uchardet_data_end(detector)
    guard let name = uchardet_get_charset(detector) else { return nil }
    let text = String(cString: name)
    return text.isEmpty ? nil : text
  }

  /// `nil` for an encoding that the C library does not know. Bytes that mean nothing in it become U+FFFD.
  static func convert(_ bytes: [UInt8], from name: String) -> [UInt8]? {
    guard !name.utf8.contains(0), let converter = iconv_open("UTF-8", name), converter != iconv_t(bitPattern: -1) else {
      return nil
    }
    defer { iconv_close(converter) }
    var source = bytes
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 4)
    var chunk = [UInt8](repeating: 0, count: 1 << 15)
    source.withUnsafeMutableBytes { raw in
      var next = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
      var left = raw.count
      while left > 0 {
        let (written, status) = step(converter, &next, &left, &chunk)
        output.append(contentsOf: chunk[..<written])
        if status == E2BIG { continue }
        if status == 0 { break }
        // EILSEQ and EINVAL: one byte that means nothing here.
        output.append(contentsOf: [0xEF, 0xBF, 0xBD])
        next = next?.advanced(by: 1)
        left -= 1
      }
    }
    // Of some encodings the C library makes scalars that Unicode does not have.
    return isValidUTF8(output) ? output : Array(String(decoding: output, as: UTF8.self).utf8)
  }

  private static func step(
    _ converter: iconv_t, _ next: inout UnsafeMutablePointer<CChar>?, _ left: inout Int, _ chunk: inout [UInt8]
  ) -> (written: Int, status: Int32) {
    let size = chunk.count
    return chunk.withUnsafeMutableBytes { raw in
      var target = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
      var room = size
      let result = iconv(converter, &next, &left, &target, &room)
      return (size - room, result == -1 ? errno : 0)
    }
  }
}
