/// Reads who wrote an article from its byline.
enum Byline {
  /// The name, if it is one of one person and nothing else stands there: "By Marta Holub", "MARTA HOLUB".
  static func onePerson(_ byline: String?) -> String? {
    guard let byline, !byline.contains(where: { ",;:&/|@()".contains($0) || $0.isNumber }) else { return nil }
    var words = byline.split(separator: " ")
    if words.first?.lowercased() == "by" { words.removeFirst() }
    guard (2...4).contains(words.count), !words.contains("and"), words.allSatisfy({ $0.first?.isUppercase ?? false })
    else { return nil }
    let name = words.joined(separator: " ")
    guard name == name.uppercased() else { return name }
    return words.map { $0.prefix(1) + $0.dropFirst().lowercased() }.joined(separator: " ")
  }
}
