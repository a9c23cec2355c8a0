import TextAnalysis

extension BylineReader {
  private static let longestLine = 240
  private static let mostWords = 14

  /// The authors whom a line above an article names in words; `nil` where it names none.
  ///
  ///     Von Jonas Ebeling                            ->  Jonas Ebeling
  ///     18:30 来源：临海晚报 作者：赵晓梅                  ->  赵晓梅
  ///     Isla Drummond, before a line that is a role  ->  Isla Drummond
  ///
  /// - Parameter next: The line behind it.
  func authors(line: String, next: String?) -> String? {
    guard line.utf8.count <= Self.longestLine else { return nil }
    let words = line.split(separator: " ")
    guard let first = words.first, words.count <= Self.mostWords else { return nil }
    if let found = behindColon(words) { return found }
    if let rest = behindOpening(words[...]) { return people(rest) }
    if words.count <= 3, first.unicodeScalars.allSatisfy({ $0.value >= 0x1100 }), endsWithSuffix(words) {
      return people(words[...])
    }
    if let found = beforeDay(line) { return found }
    guard let next, (2...3).contains(words.count), line.allSatisfy({ !$0.isDecimalDigit }), names(line) == [line],
      isPerson(line)
    else { return nil }
    let role = next.split(separator: " ")
    return isName(words[...]) && (2...6).contains(role.count) && isRole(role[...]) ? line : nil
  }

  /// Whether a line holds nothing but what opens a byline: the names stand behind it.
  func isOpening(_ line: String) -> Bool {
    line.utf8.count <= 40 && uses(line.trimming([":", "：", " "])).contains("opening")
  }

  /// `Text: Ida Holm`, `作者：赵晓梅`, anywhere in the line; up to the next word with a colon.
  private func behindColon(_ words: [Substring]) -> String? {
    for start in words.indices {
      for count in 1...3 where start + count <= words.count {
        let last = words[start + count - 1]
        guard let colon = last.firstIndex(where: { $0 == ":" || $0 == "：" }) else { continue }
        let key = (words[start..<start + count - 1] + [last[..<colon]]).joined(separator: " ")
        // `Tested by: ...` in a line is no byline; `Text: ...` is.
        guard uses(key).contains("opening"), start == 0 || key.first?.isLowercase == false else { continue }
        let behind = last[last.index(after: colon)...]
        return people(withoutLabel(words[(start + count)...], behind))
      }
    }
    return nil
  }

  /// What stands behind a colon up to the next label, such as `Giriş Tarihi: ...`.
  private func withoutLabel(_ words: ArraySlice<Substring>, _ behind: Substring) -> ArraySlice<Substring> {
    var rest = words.prefix { !$0.contains(":") && !$0.contains("：") }
    if rest.count < words.count {
      while rest.count > 1, let last = rest.last, isDateWord(last) { rest.removeLast() }
    }
    return behind.isEmpty ? rest : [behind] + rest
  }

  /// `Katarzyna Wilk, 4 listopada 2024`: a place may stand there too, so the first name must be known.
  private func beforeDay(_ line: String) -> String? {
    guard let comma = line.firstIndex(of: ",") else { return nil }
    let name = String(line[..<comma])
    let words = name.split(separator: " ")
    guard (2...3).contains(words.count), isFirstName(words[0]), isName(words[...]), names(name) == [name],
      isDay(String(line[line.index(after: comma)...]))
    else { return nil }
    return name
  }

  private func behindOpening(_ words: ArraySlice<Substring>) -> ArraySlice<Substring>? {
    for count in [3, 2, 1] where words.count > count {
      if uses(words.prefix(count).joined(separator: " ")).contains("line") { return words.dropFirst(count) }
    }
    return nil
  }

  private func endsWithSuffix(_ words: [Substring]) -> Bool {
    guard let last = words.last else { return false }
    if words.count > 1, uses(last).contains("suffix") { return true }
    return (2...3).contains { last.count > $0 && uses(last.suffix($0)).contains("suffix") }
  }

  /// The names at the beginning of the words, as long as they are those of people.
  private func people(_ words: ArraySlice<Substring>) -> String? {
    guard let first = words.first, isName([first]) else { return nil }
    let found = names(words.joined(separator: " ")).prefix { isPerson($0) }
    return found.isEmpty ? nil : found.joined(separator: ", ")
  }

  /// Whether each word has a capital, where its script has any.
  private func isName(_ words: ArraySlice<Substring>) -> Bool {
    words.allSatisfy { word in word.first.map { $0.isUppercase || ($0.isLetter && !$0.isLowercase) } ?? false }
  }
}
