/// Words with capitals that are what somebody is, and nobody's name.
///
///     Farm MKs said it was late.
///     the Secretary and the Chief Engineer left
///     the Deputy Chairman asked
extension NameScanner {
  /// "MKs", "MLAs": capitals and the mark of the plural.
  func isPluralOfLetters(_ token: Int) -> Bool {
    let bytes = tokens.bytes[tokens.start(token)..<tokens.end(token)]
    return (3...6).contains(bytes.count) && bytes.last == UInt8(ascii: "s")
      && bytes.dropLast().allSatisfy { 0x41...0x5A ~= $0 }
  }

  /// "the Chief Engineer", where no person of that name is told of: a noun for a person behind a title with an article.
  func endsOffice(_ element: Element, behind title: Range<Int>) -> Bool {
    guard element.classes.contains(.role), !element.isFirstName, title.lowerBound > 0,
      Pronouns.articles.contains(tokens.hashes[title.lowerBound - 1])
    else { return false }
    return Self.heads.contains(tokens.hashes[element.tokens.lowerBound])
  }

  private static let heads = WordSet(
    """
    accountant actuary administrator adviser advisor analyst archaeologist architect auditor clerk commissioner \
    controller conservator coordinator counsel curator economist editor engineer executive geologist inspector \
    investigator librarian magistrate negotiator observer officer pharmacist pilot planner programmer prosecutor \
    psychologist registrar scientist secretary spokesman spokesperson spokeswoman statistician superintendent surgeon \
    surveyor veterinarian whip
    """)

  /// "Minor Ports" of "Minor Ports and District Minister Jane Doe": what an office is for.
  func isFieldOfOffice(_ elements: ArraySlice<Element>, in sentence: Range<Int>) -> Bool {
    guard let last = elements.last?.tokens.lowerBound, Self.departments.contains(tokens.hashes[last]),
      case var next = last + 1, next < sentence.upperBound,
      tokens.hashes[next] == Self.conjunction || tokens.isCharacter(next, ",")
    else { return false }
    while next + 1 < sentence.upperBound, next - last < Self.farthestOffice {
      next += 1
      if Self.ministers.contains(tokens.hashes[next]) { return tokens.shapes[next] == .capitalised }
      let isJoint = tokens.hashes[next] == Self.conjunction || tokens.isCharacter(next, ",")
      guard isJoint || tokens.shapes[next].isCapitalised else { return false }
    }
    return false
  }

  /// In tokens.
  private static let farthestOffice = 9
  private static var conjunction: UInt32 { ByteHash.of("and") }
  private static var ministers: FewWords { FewWords("minister", "secretary", "commissioner") }
}
