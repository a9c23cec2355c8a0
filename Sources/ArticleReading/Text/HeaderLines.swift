import ArticleModel

/// The lines above an article: headline, byline, date.
struct HeaderLines: Sendable {
  let dates: PublishedDates
  let bylines: BylineReader
  private static let longestHeadline = 30
  /// Bylines and dates stand among so many first units.
  private static let depth = 5
  /// How many times as long as the title a headline can be, by other spellings and marks, and what else it has in bytes.
  private static let mostOfTitle = 2
  private static let longestSite = 60

  func mark(_ units: inout [TextUnit], _ text: [UInt8], title: String?, into layout: inout TextLayout) {
    markHeadline(&units, text, title: title, into: &layout)
    for index in units.indices.prefix(Self.depth) where units[index].kind == .paragraph {
      let span = units[index].span
      if layout.byline == nil, let name = byline(text, span) ?? foreignByline(text, span) {
        layout.byline = name
        units[index].kind = .boilerplate(reason: "byline")
      } else if layout.date == nil, let value = date(text, span) {
        layout.date = value
        units[index].kind = .boilerplate(reason: "date")
      } else if Sentence.wordCount(text, span) > Self.longestHeadline {
        return
      }
    }
  }

  private func markHeadline(
    _ units: inout [TextUnit], _ text: [UInt8], title: String?, into layout: inout TextLayout
  ) {
    guard let index = units.indices.first(where: { units[$0].kind == .paragraph }), index < 3 else { return }
    let span = units[index].span
    let isHeadline: Bool
    if let title {
      isHeadline = isTitle(text[span.start..<span.end], title)
    } else {
      isHeadline =
        index + 1 < units.count && looksLikeHeadline(units[index], text) && !isTurn(units[index...].prefix(8), text)
    }
    guard isHeadline else { return }
    units[index].kind = .headline
    layout.title = String(decoding: text[span.start..<span.end], as: UTF8.self).squeezed
  }

  /// `Host: Welcome. How are you?`: the first turn of a transcript, whose label comes again.
  private func isTurn(_ units: ArraySlice<TextUnit>, _ text: [UInt8]) -> Bool {
    guard let first = units.first, case let line = text[first.span.start..<first.span.end],
      let colon = line.prefix(Self.longestLabel).firstIndex(of: UInt8(ascii: ":"))
    else { return false }
    let label = line[...colon]
    return units.dropFirst().contains { text[$0.span.start..<$0.span.end].starts(with: label) }
  }

  /// In bytes.
  private static let longestLabel = 40

  private func isTitle(_ line: ArraySlice<UInt8>, _ title: String) -> Bool {
    // With the name of a site behind it.
    guard line.count <= title.utf8.count * Self.mostOfTitle + Self.longestSite else { return false }
    return isSameButForPoint(line, title) || PlainWords.isSameTitle(PlainWords.words(line), PlainWords.words(title))
  }

  /// As most have it, letter by letter; a point behind it does not make the last word an acronym.
  private func isSameButForPoint(_ line: ArraySlice<UInt8>, _ title: String) -> Bool {
    let bytes = line.last == UInt8(ascii: ".") ? line.dropLast() : line
    return bytes.count >= 3 && bytes.suffix(3).allSatisfy { $0 &- UInt8(ascii: "a") < 26 }
      && bytes.elementsEqual(title.utf8)
  }

  private func looksLikeHeadline(_ unit: TextUnit, _ text: [UInt8]) -> Bool {
    let span = unit.span
    guard unit.lineCount <= 2, Sentence.wordCount(text, span) <= Self.longestHeadline, byline(text, span) == nil,
      date(text, span) == nil, let last = text[span.start..<span.end].last, !",;:".utf8.contains(last)
    else { return false }
    // A question or an exclamation is a headline where it stands alone; a full stop ends a sentence.
    return !Sentence.ends(text, span) || (unit.lineCount == 1 && "?!".utf8.contains(last))
  }

  /// The name behind "By": a short line of words that begin with capitals.
  func byline(_ text: [UInt8], _ span: TextSpan) -> String? {
    guard (1...120).contains(span.length), Self.openingLetters.contains(text[span.start] | 0x20) else { return nil }
    let line = String(decoding: text[span.start..<span.end], as: UTF8.self)
    let lower = line.lowercased()
    guard let opening = Self.openings.first(where: { lower.hasPrefix($0) }) else { return nil }
    let name = String(line.dropFirst(opening.count))
    let words = name.split(separator: " ")
    guard (1...12).contains(words.count), !Sentence.ends(text, span) || name.hasSuffix("Jr.") else { return nil }
    let isNames = words.allSatisfy {
      Self.nameLinks.contains($0) || $0.first.map { $0.isUppercase || $0 == "|" } ?? false
    }
    return isNames && words[0].first?.isUppercase == true && words.count >= 2 ? bylines.cleaned(name) : nil
  }

  /// `Von Ida Holm`, `Texto: Ida Holm`, in the languages of `Index/byline-words.tsv`.
  private func foreignByline(_ text: [UInt8], _ span: TextSpan) -> String? {
    guard span.length <= 80, !Sentence.ends(text, span) else { return nil }
    return bylines.authors(line: String(decoding: text[span.start..<span.end], as: UTF8.self), next: nil)
  }

  /// A line that holds a date and little else: words of publishing, a weekday, a time, a place before a comma.
  ///
  /// - Parameter order: Of numbers parted by slashes.
  /// - Parameter words: A line of more words is none.
  func date(
    _ text: [UInt8], _ span: TextSpan, order: PublishedDates.Order = .unknown, words most: Int = 14
  ) -> DateValue? {
    guard (8...(most * 7)).contains(span.length) else { return nil }
    let bytes = Numerals.western(Array(text[span.start..<span.end]))
    guard bytes.contains(where: { isDigit($0) }), !endsSentence(bytes) else { return nil }
    let words = bytes.split { !isWordByte($0) }
    let line = String(decoding: bytes, as: UTF8.self)
    guard words.count <= most, let value = dates.parse(line, order: order), value.precision == .day else { return nil }
    let strange = strangeWords(bytes)
    // "Chisinau, 3 February 2025": a place before the date, parted by a comma.
    let place = line.prefix { $0 != "," }.split(separator: " ")
    let isPlace = line.contains(",") && place.count <= 3 && place.allSatisfy { $0.first?.isUppercase == true }
    return strange == 0 || (isPlace && strange <= place.count) ? value : nil
  }

  /// The same of a line whose parts tell different things: `Coast Wire - 5 May 2024`, `5 May 2024 · 3 minutes`.
  func partedDate(_ line: [UInt8], order: PublishedDates.Order = .unknown, words most: Int = 14) -> DateValue? {
    if let value = date(line, TextSpan(0, line.count), order: order, words: most) { return value }
    guard line.count <= most * 7 else { return nil }
    let text = String(decoding: line, as: UTF8.self)
    var parts = [text]
    for sign in Self.partSigns {
      let finer = parts.flatMap { $0.components(by: sign) }
      guard finer.count > parts.count else { continue }
      // Each sign alone, then with those before: `By Ida Holm | 4 March 2024 at 14:26 - Updated 5 March`.
      for part in text.components(by: sign) + finer {
        let bytes = Array(part.utf8)
        if let value = date(bytes, TextSpan(0, bytes.count), order: order, words: most) { return value }
      }
      parts = finer
    }
    return nil
  }

  private static let partSigns = [" | ", " · ", " • ", " - ", " – ", " — "]

  /// A point behind a shortened word of dates, as in `5 ноября 2024 г.`, ends none.
  private func endsSentence(_ line: [UInt8]) -> Bool {
    guard Sentence.ends(line, TextSpan(0, line.count)) else { return false }
    guard line.last == UInt8(ascii: ".") else { return true }
    let word = Array(line.dropLast()).suffix(while: { isWordByte($0) && !isDigit($0) })
    return word.isEmpty || word.count > 4 || !dates.words.contains(word)
  }

  /// How many words are none of a date.
  private func strangeWords(_ line: [UInt8]) -> Int {
    var strange = 0
    var index = 0
    while index < line.count {
      let word = line[index...].prefix { isWordByte($0) && !isDigit($0) }
      guard !word.isEmpty else {
        index += 1
        continue
      }
      if let month = dates.words.month(at: index, in: line) {
        index = month.end
      } else {
        if !dates.words.contains(word), !EastAsianDate.isPart(word) { strange += 1 }
        index = word.endIndex
      }
    }
    return strange
  }

  private static let openings = ["by ", "written by ", "by: ", "story by ", "reported by "]
  private static let openingLetters = openings.compactMap(\.utf8.first)

  private static let nameLinks: Set<Substring> = [
    "and", "of", "the", "for", "de", "van", "von", "der", "den", "al", "el", "bin", "la", "le", "in",
  ]
}

/// `2024年11月5日（火） 18時05分`, `2024년 11월 5일 오후`: signs between the numbers of a date.
private enum EastAsianDate {
  private static let signs = Set(
    "年月日号時时分秒火水木金土曜星期周一二三四五六天午前后後更新发布發佈公開配信時間时间元令和平成昭년월일시분초요오전후화수목금토입력수정기사등록승인（）：".unicodeScalars)

  static func isPart(_ word: ArraySlice<UInt8>) -> Bool {
    String(decoding: word, as: UTF8.self).unicodeScalars.allSatisfy { signs.contains($0) }
  }
}

extension Array where Element == UInt8 {
  /// The longest end whose bytes all fulfil a condition.
  fileprivate func suffix(while isPart: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    var start = endIndex
    while start > startIndex, isPart(self[start - 1]) { start -= 1 }
    return self[start...]
  }
}
