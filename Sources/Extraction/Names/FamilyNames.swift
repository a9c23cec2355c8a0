/// Names whose parts tell more than a list of first names does: the family name in front, and who is whose daughter.
enum FamilyNames {
  /// "Dang Quoc Bao": a family name of Vietnam that is an English word too, with a middle name behind it.
  static func isWordWithMiddleName(_ elements: ArraySlice<CapitalRun.Element>, _ tokens: TokenTable) -> Bool {
    let (first, second) = (elements[elements.startIndex], elements[elements.startIndex + 1])
    return !first.isPhrase && !second.isPhrase && words.contains(tokens.hashes[first.tokens.lowerBound])
      && middles.contains(tokens.hashes[second.tokens.lowerBound])
  }

  /// "He Jianming", "Oh Se-hoon": a family name of China or Korea that is a small word of English, with what no list knows,
  /// or two syllables joined by a hyphen, behind it.
  static func isWordBeforeGivenName(_ token: Int, _ tokens: TokenTable, _ lexicon: NameLexicon) -> Bool {
    let (word, next) = (tokens.hashes[token], token + 1)
    guard word == he || smallWords.contains(word), next < tokens.count, tokens.shapes[token] == .capitalised,
      tokens.shapes[next] == .capitalised
    else { return false }
    let classes = lexicon.classes(at: next, in: tokens)
    if !tokens.isLetters[next] { return classes.isEmpty && hasTwoSyllables(next, tokens) }
    return word == he && classes.isSubset(of: [.firstName, .weakFirstName, .firstMale, .firstFemale])
  }

  /// "Se-hoon", "Fei-Lo"
  ///
  /// - Parameter mayHaveCapital: Behind the hyphen too, as in "Holm-Orr".
  static func hasTwoSyllables(_ token: Int, _ tokens: TokenTable, mayHaveCapital: Bool = true) -> Bool {
    let bytes = tokens.bytes[tokens.start(token)..<tokens.end(token)]
    guard tokens.shapes[token] == .capitalised, let hyphen = bytes.firstIndex(of: UInt8(ascii: "-")) else {
      return false
    }
    let rest = bytes[(hyphen + 1)...]
    guard let first = rest.first else { return false }
    return (2...6).contains(hyphen - bytes.startIndex) && (2...6).contains(rest.count)
      && rest.dropFirst().allSatisfy { $0 &- UInt8(ascii: "a") < 26 }
      && (mayHaveCapital ? first | 0x20 : first) &- UInt8(ascii: "a") < 26
  }

  /// The gender that the parts of a name behind the first one tell, whatever its first name does: "Nguyen Thi Hanh",
  /// "Siti binti Ali", "Anna Sergeyevna Roth", "Elín Jónsdóttir".
  static func sureGender(_ name: Range<Int>, _ tokens: TokenTable) -> Gender {
    for token in name.dropFirst() {
      let hash = tokens.hashes[token]
      if hash == thi, token < name.upperBound - 1 { return .female }
      if daughters.contains(hash) { return .female }
      if sons.contains(hash) { return .male }
      let length = tokens.ends[token] - tokens.starts[token]
      guard length > 6 else { continue }
      if ends(token, feminine, tokens) { return .female }
      if token < name.upperBound - 1, ends(token, masculine, tokens) { return .male }
    }
    return .unknown
  }

  /// The gender that a Slavic family name has, for first names that no list knows.
  static func surnameGender(_ name: Range<Int>, _ tokens: TokenTable) -> Gender {
    guard name.count > 1, case let last = name.upperBound - 1, tokens.ends[last] - tokens.starts[last] > 5 else {
      return .unknown
    }
    return ends(last, slavic, tokens) ? .female : .unknown
  }

  private static func ends(_ token: Int, _ endings: [[UInt8]], _ tokens: TokenTable) -> Bool {
    tokens.withFolded(token..<(token + 1)) { word in endings.contains { word.suffix($0.count).elementsEqual($0) } }
  }

  private static var he: UInt32 { ByteHash.of("he") }
  private static let smallWords = WordSet("oh so do no an in you")
  private static var thi: UInt32 { ByteHash.of("thi") }
  private static var daughters: FewWords { FewWords("binti", "bint", "binte", "qizi", "kyzy") }
  private static var sons: FewWords { FewWords("bin", "ibn", "ogly", "uulu", "ugli", "oglu") }
  private static let words = WordSet("dang do ho le to ha long van man")
  private static let middles = WordSet(
    "quoc thi van duc huu minh ngoc xuan thanh hong kim dinh trong cong quang viet tien ba thu hoang bao anh gia")
  private static let feminine = ["ovna", "evna", "dottir", "ichna"].map { Array($0.utf8) }
  private static let masculine = ["ovich", "evich"].map { Array($0.utf8) }
  private static let slavic = ["ova", "eva", "skaya", "ovska"].map { Array($0.utf8) }
}
