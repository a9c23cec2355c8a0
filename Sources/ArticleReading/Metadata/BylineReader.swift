import IndexDefinition
import TextAnalysis

/// Takes the names of authors out of what pages and texts say about them.
///
///     By Ida Holm, Staff Writer, and Per Lund | Coast Wire        ->  Ida Holm, Per Lund, Coast Wire
///     https://coast.example/authors/ida                            ->  nothing
///
/// Names of agencies and papers are authors like others. A role goes, and so do a date and an hour behind the names.
struct BylineReader: Sendable {
  private static let longest = 400
  private static let mostNames = 12

  private let words: LexiconTable
  private let roles: LexiconTable
  private let particles: LexiconTable
  private let organisations: LexiconTable
  private let dates: DateWords
  private let firstNames: [LexiconTable]

  init(_ definition: Definition, dates: DateWords) {
    words = definition.table("byline-words")
    roles = definition.table("role-nouns")
    particles = definition.table("name-particles")
    organisations = definition.table("organisation-words")
    self.dates = dates
    firstNames = ["first-names", "first-names-world"].map { definition.table($0) }
  }

  /// The names, parted by commas; `nil` where there are none.
  func cleaned(_ text: String) -> String? {
    let names = names(text)
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }

  /// In the order of the text, each once.
  func names(_ text: String) -> [String] {
    guard text.utf8.count <= Self.longest * 4, var text = ArticleMetadata.cleaned(text) else { return [] }
    text = withoutMail(text)
    if isAddress(text) { return [] }
    text = withoutOpening(text)
    guard text.utf8.count <= Self.longest else { return [] }
    var names: [String] = []
    var isBehindRole = false
    for part in parts(text) {
      guard let name = name(part), !names.contains(where: { Folding.fold($0) == Folding.fold(name) }) else {
        isBehindRole = isRole(part.split(separator: " ")[...])
        continue
      }
      // `Health correspondent, Warsaw`
      if isBehindRole, !name.contains(" "), !isSuffix(name) { continue }
      isBehindRole = false
      // `Ida Holm, Jr.`
      if isSuffix(name), let last = names.indices.last {
        names[last] += ", \(name)"
      } else if names.count < Self.mostNames {
        names.append(name)
      }
    }
    return names
  }

  /// Whether this may be the name of a person: two words, of which the last is none that bodies are called by.
  func isPerson(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    guard let last = words.last else { return false }
    if name.unicodeScalars.allSatisfy({ $0.value >= 0x2E80 }) {
      return (2...6).contains(name.unicodeScalars.count) && !isPaper(name)
    }
    guard words.count >= 2, let first = words.first, Folding.fold(String(first)) != "the" else { return false }
    return !organisations.rows(Folding.fold(String(last))).contains { $0[1] == "tail" || $0[1] == "legal" }
  }

  /// `해안일보`, `临海晚报`: papers have names as long as those of people there.
  private func isPaper(_ name: String) -> Bool {
    (1...4).contains { $0 < name.count && uses(name.suffix($0)).contains("paper") }
  }

  func isFirstName(_ word: some StringProtocol) -> Bool {
    let key = Folding.fold(String(word))
    return firstNames.contains { !$0.rows(key).isEmpty }
  }

  /// Whether a text is a day, and nothing else that it says matters.
  func isDay(_ text: String) -> Bool { PublishedDates(words: dates).parse(text)?.precision == .day }

  /// Whether a text only leads to a name: `By`, `and`, a comma.
  func isLink(_ text: String) -> Bool {
    let word = text.trimming([" ", ",", ":", "|", "/", "&", "•", "·"])
    return word.isEmpty || uses(word).contains { $0 == "link" || $0 == "opening" }
  }

  /// Whether another name follows: `Ida Holm and`, `Ida Holm,`.
  func endsWithLink(_ text: String) -> Bool {
    text.split(separator: " ").last.map { $0.hasSuffix(",") || uses($0).contains("link") } ?? false
  }

  // MARK: Parts

  func uses(_ text: some StringProtocol) -> [String] {
    words.rows(Folding.fold(String(text))).map { $0[1] }
  }

  /// Without "By", "Von", "Text:" and the like, several of them too.
  private func withoutOpening(_ text: String) -> String {
    var rest = text.split(separator: " ")[...]
    opening: while rest.count > 1 {
      for count in [3, 2, 1] where rest.count > count {
        let phrase = rest.prefix(count).joined(separator: " ").trimming([":", "/"])
        if uses(phrase).contains("opening") {
          rest = rest.dropFirst(count)
          continue opening
        }
      }
      break
    }
    let joined = rest.joined(separator: " ")
    // `文/王小明`, `Autor:Jan Nowak`
    if let mark = joined.firstIndex(where: { ":/：".contains($0) }),
      mark == joined.startIndex || uses(joined[..<mark]).contains("opening")
    {
      return String(joined[joined.index(after: mark)...])
    }
    return joined
  }

  /// Cut at signs and at the words that link names.
  private func parts(_ text: String) -> [String] {
    var parts: [[Substring]] = [[]]
    for token in text.split(separator: " ") {
      // `Ida Holm & Per Lund`, but `Mac & i`.
      let before = parts[parts.count - 1]
      let isLink = uses(token).contains("link") && before.count >= (token == "&" ? 2 : 1) && before.last != "&"
      if isLink || token.allSatisfy({ "|•·/–—-".contains($0) }) {
        parts.append([])
        continue
      }
      for (place, piece) in token.split(omittingEmptySubsequences: false, whereSeparator: { ",;|•·、，/".contains($0) })
        .enumerated()
      {
        if place > 0 { parts.append([]) }
        if !piece.isEmpty { parts[parts.count - 1].append(piece) }
      }
    }
    return parts.map { $0.joined(separator: " ") }
  }

  /// `Ida Holm` of `ida@coast.example (Ida Holm)`, as feeds write it, and of `Ida Holm <ida@coast.example>`,
  /// with brackets of either kind.
  private func withoutMail(_ text: String) -> String {
    guard text.contains("@") else { return text }
    if let open = text.firstIndex(of: "("), text.last == ")", text[..<open].contains("@") {
      return String(text[text.index(after: open)...].dropLast())
    }
    if let open = text.firstIndex(of: "("), text[open...].contains("@") { return String(text[..<open]) }
    guard let open = text.firstIndex(of: "<"), text.last == ">", open > text.startIndex else { return text }
    return String(text[..<open])
  }

  private func isAddress(_ text: String) -> Bool {
    !text.contains(" ") && (text.contains("://") || text.contains("@") || text.hasPrefix("www.") || text.hasPrefix("/"))
  }

  private func isSuffix(_ name: String) -> Bool {
    let key = Folding.fold(name).trimming(["."])
    return particles.row(key)?[1] == "suffix"
  }

  /// The name at the beginning of a part; `nil` for a role, an address, or nobody.
  private func name(_ part: String) -> String? {
    var words = withoutDate(part).split(separator: " ").prefix { !$0.hasPrefix("@") }
    // `Ida Holm Follow @idaholm`
    if words.count > 2, let last = words.last, uses(last).contains("nobody") { words.removeLast() }
    words = withoutSuffix(words)
    // `Ida Holm in Oslo`, `Ida Holm for the Courier`: names have no words in lower case but particles.
    if let end = words.dropFirst().firstIndex(where: isLower), words[words.startIndex].first?.isUppercase == true,
      words[end - 1] != "&"
    {
      // `Arts correspondent`
      if end == words.startIndex + 1, isRole(words) { return nil }
      words = words[..<end]
    }
    let name = words.joined(separator: " ").trimming([" ", ":", "-", "–", "—", "(", ")", "\"", "“", "”", "'"])
    guard let first = name.first, name.contains(where: { $0.isLetter }), words.count <= 8, name.utf8.count <= 100 else {
      return nil
    }
    let isWord = !uses(name).isEmpty || words.count == 1 && roles.rows(Folding.fold(name)).contains { $0[2] == "role" }
    if isWord || isRole(words) { return nil }
    if words.count == 1, name.contains("@") || name.contains("_") || name.hasPrefix("http") || name.hasPrefix("www.") {
      return nil
    }
    // `special to the Courier`
    if first.isLowercase, !(words.count <= 3 && words.allSatisfy { $0.first?.isLowercase == true }) { return nil }
    return name
  }

  /// Without a role that some languages write straight behind the name: `이수진 기자`, `佐藤美咲記者`.
  private func withoutSuffix(_ words: ArraySlice<Substring>) -> ArraySlice<Substring> {
    guard let last = words.last, let first = last.unicodeScalars.first, first.value >= 0x1100 else { return words }
    if words.count > 1, uses(last).contains("suffix") { return words.dropLast() }
    for length in 2...3 where last.count > length && uses(last.suffix(length)).contains("suffix") {
      return words.dropLast() + [last.dropLast(length)]
    }
    return words
  }

  /// Whether the words end with what somebody is: `Senior Health Correspondent`.
  func isRole(_ words: ArraySlice<Substring>) -> Bool {
    guard let last = words.last else { return false }
    let key = Folding.fold(last.trimmingPoint)
    if words.count > 1, uses(key).contains("role") { return true }
    // `Alan Judge`: behind one name the noun is a surname, unless it is written small.
    return (words.count > 2 || last.first?.isLowercase == true) && roles.rows(key).contains { $0[2] == "role" }
  }

  private func isLower(_ word: Substring) -> Bool {
    guard let first = word.first, first.isLowercase else { return false }
    return particles.row(Folding.fold(word.trimmingPoint)) == nil
  }

  /// Up to the first digit, and without the words of a date that stand before it.
  private func withoutDate(_ text: String) -> String {
    guard let digit = text.firstIndex(where: \.isDecimalDigit) else { return text }
    var words = text[..<digit].split(separator: " ")
    while let last = words.last, words.count > 1 || text[..<digit].hasSuffix(" "), isDateWord(last) {
      words.removeLast()
    }
    return words.joined(separator: " ")
  }

  func isDateWord(_ word: Substring) -> Bool {
    let letters = Array(word.utf8).filter { isWordByte($0) }
    return letters.isEmpty || dates.contains(letters[...]) || dates.month(letters[...]) != nil
  }
}

extension Character {
  /// A digit of any script. The signs for one and two of Chinese are numbers, too, but stand in names: `陈一鸣`.
  var isDecimalDigit: Bool { unicodeScalars.first?.properties.generalCategory == .decimalNumber }
}

extension Substring {
  fileprivate var trimmingPoint: String { String(self).trimming(["."]) }
}

extension BylineReader {
  /// The authors of schema.org: a name, a thing that has one, or several of either.
  func names(of authors: JSONValue?) -> String? { names(of: authors?.elements ?? []) }

  func names(of authors: [JSONValue]) -> String? {
    var found: [String] = []
    for author in authors {
      guard let text = HTMLText.plain(author.scalarText ?? author["name"]?.elements.first?.string) else { continue }
      found += names(text).filter { !found.contains($0) }
    }
    return found.isEmpty ? nil : found.prefix(Self.mostNames).joined(separator: ", ")
  }

  /// The first of several bylines that holds the name of a person who is not called like the paper; else the first.
  ///
  /// Pages call the paper their author as often as not, and name the person above the text.
  func best(_ candidates: [String?], publisher: String?) -> String? {
    let paper = publisher.map { PlainWords.words($0) }
    let candidates = candidates.compactMap { $0.map { withoutPaper($0, paper ?? []) } }
    let best = candidates.first { byline in
      byline.components(by: ", ").contains { isPerson($0) && PlainWords.words($0) != paper }
    }
    guard let best else { return candidates.first }
    // `Ida Holm, Coast Courier — Oslo`: behind the people stand the paper and the place.
    let names = best.components(by: ", ")
    let people = names.prefix { PlainWords.words($0) != paper }
    return people.isEmpty || !people.contains { isPerson($0) } ? best : people.joined(separator: ", ")
  }
  /// `Ida Holm` of `Ida Holm Coast Courier`, of which the last words are the paper's name.
  private func withoutPaper(_ byline: String, _ paper: [String]) -> String {
    guard !paper.isEmpty else { return byline }
    let names = byline.components(by: ", ").map { name in
      let words = name.split(separator: " ")
      guard words.count >= paper.count + 2, PlainWords.words(words.suffix(paper.count).joined(separator: " ")) == paper
      else { return name }
      return words.dropLast(paper.count).joined(separator: " ")
    }
    return names.joined(separator: ", ")
  }
}
