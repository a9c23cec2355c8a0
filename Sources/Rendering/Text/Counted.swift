import NewsIndex

/// Numbers with their nouns.
enum Counted {
  /// `1 statement`, `12,345 statements`.
  static func text(_ count: Int, _ noun: String) -> String {
    "\(grouped(count)) \(noun)\(count == 1 ? "" : "s")"
  }

  /// `12,345`.
  static func grouped(_ count: Int) -> String {
    var result = ""
    let digits = String(count.magnitude)
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.utf8.count - index) % 3 == 0 { result += "," }
      result.append(digit)
    }
    return (count < 0 ? "-" : "") + result
  }

  /// `38%`; of nothing, `0%`.
  static func percent(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "0%" }
    return (Decimals.fixed(100 * Double(part) / Double(whole), places: 0) ?? "0") + "%"
  }

  /// `1.4 MB`.
  static func bytes(_ count: Int) -> String {
    var (size, units) = (Double(count), ["bytes", "kB", "MB", "GB", "TB"][...])
    while size >= 1000, units.count > 1 {
      size /= 1000
      units.removeFirst()
    }
    let places = units.first == "bytes" || size >= 100 ? 0 : 1
    return "\(Decimals.fixed(size, places: places) ?? "?") \(units.first ?? "")"
  }
}
