/// Reads who wrote an article from its byline.
enum Byline {
  /// The name, if it is one of one person and nothing else stands there: "By Marta Holub", "MARTA HOLUB".
  static func onePerson(_ byline: String?) -> String? {
    guard let byline, !holdsMore(byline) else { return nil }
    var words = byline.utf8.split(separator: UInt8(ascii: " ")).map { Substring($0) }
    if let first = words.first, first.utf8.count == 2, first.lowercased() == "by" { words.removeFirst() }
    guard (2...4).contains(words.count), !words.contains("and"), words.allSatisfy(hasCapital) else { return nil }
    var name = String(words[0])
    for word in words.dropFirst() {
      name += " "
      name += word
    }
    let isSmall = name.utf8.contains { $0 &- UInt8(ascii: "a") < 26 }
    if isSmall || name != name.uppercased() { return name }
    return words.map { $0.prefix(1) + $0.dropFirst().lowercased() }.joined(separator: " ")
  }

  private static func hasCapital(_ word: Substring) -> Bool {
    guard let first = word.utf8.first else { return false }
    return first < 0x80 ? first &- UInt8(ascii: "A") < 26 : word.first?.isUppercase ?? false
  }

  /// Whether a sign or a number shows that more than one name stands there.
  private static func holdsMore(_ byline: String) -> Bool {
    if byline.utf8.contains(where: { signs[Int($0)] }) { return true }
    return !byline.utf8.allSatisfy { $0 < 0x80 } && byline.contains { $0.isNumber }
  }

  private static let signs: [Bool] = {
    var signs = [Bool](repeating: false, count: 256)
    for sign in ",;:&/|@()0123456789".utf8 { signs[Int(sign)] = true }
    return signs
  }()
}
