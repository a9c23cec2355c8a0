import ArticleModel

/// The lines above an article: headline, byline, date.
enum HeaderLines {
  private static let longestHeadline = 30
  /// Bylines and dates stand among so many first units.
  private static let depth = 5

  static func mark(_ units: inout [TextUnit], _ text: [UInt8], title: String?, into layout: inout TextLayout) {
    markHeadline(&units, text, title: title, into: &layout)
    for index in units.indices.prefix(depth) where units[index].kind == .paragraph {
      let span = units[index].span
      if layout.byline == nil, let name = byline(text, span) {
        layout.byline = name
        units[index].kind = .boilerplate(reason: "byline")
      } else if layout.date == nil, let value = date(text, span) {
        layout.date = value
        units[index].kind = .boilerplate(reason: "date")
      } else if Sentence.wordCount(text, span) > longestHeadline {
        return
      }
    }
  }

  private static func markHeadline(
    _ units: inout [TextUnit], _ text: [UInt8], title: String?, into layout: inout TextLayout
  ) {
    guard let index = units.indices.first(where: { units[$0].kind == .paragraph }), index < 3 else { return }
    let span = units[index].span
    let isHeadline: Bool
    if let title {
      let words = PlainWords.words(text[span.start..<min(span.end, span.start + 1000)])
      isHeadline = PlainWords.isSameTitle(words, PlainWords.words(title))
    } else {
      isHeadline = index + 1 < units.count && looksLikeHeadline(units[index], text)
    }
    guard isHeadline else { return }
    units[index].kind = .headline
    layout.title = String(decoding: text[span.start..<span.end], as: UTF8.self).squeezed
  }

  private static func looksLikeHeadline(_ unit: TextUnit, _ text: [UInt8]) -> Bool {
    let span = unit.span
    guard unit.lineCount <= 2, Sentence.wordCount(text, span) <= longestHeadline, byline(text, span) == nil,
      date(text, span) == nil, let last = text[span.start..<span.end].last, !",;:".utf8.contains(last)
    else { return false }
    // A question or an exclamation is a headline where it stands alone; a full stop ends a sentence.
    return !Sentence.ends(text, span) || (unit.lineCount == 1 && "?!".utf8.contains(last))
  }

  /// The name behind "By": a short line of words that begin with capitals.
  static func byline(_ text: [UInt8], _ span: TextSpan) -> String? {
    guard span.length <= 120 else { return nil }
    let line = String(decoding: text[span.start..<span.end], as: UTF8.self)
    let lower = line.lowercased()
    let openings = ["by ", "written by ", "by: ", "story by ", "reported by "]
    guard let opening = openings.first(where: { lower.hasPrefix($0) }) else { return nil }
    let name = String(line.dropFirst(opening.count))
    let words = name.split(separator: " ")
    guard (1...12).contains(words.count), !Sentence.ends(text, span) || name.hasSuffix("Jr.") else { return nil }
    let isNames = words.allSatisfy { nameLinks.contains($0) || $0.first.map { $0.isUppercase || $0 == "|" } ?? false }
    return isNames && words[0].first?.isUppercase == true && words.count >= 2 ? name : nil
  }

  /// A line that holds a date and little else: words of publishing, a weekday, a time, a place before a comma.
  static func date(_ text: [UInt8], _ span: TextSpan) -> DateValue? {
    guard (8...90).contains(span.length), !Sentence.ends(text, span) else { return nil }
    let bytes = text[span.start..<span.end]
    guard bytes.contains(where: { PublishedDate.isDigit($0) }) else { return nil }
    let words = bytes.split { !PublishedDate.isWordByte($0) }
    let line = String(decoding: bytes, as: UTF8.self)
    guard words.count <= 12, let value = PublishedDate.parse(line), value.precision == .day else { return nil }
    let strange = words.filter { !isDateWord($0) }
    // "Chisinau, 3 February 2025": a place before the date, parted by a comma.
    let place = line.prefix { $0 != "," }.split(separator: " ")
    let isPlace = line.contains(",") && place.count <= 3 && place.allSatisfy { $0.first?.isUppercase == true }
    return strange.isEmpty || (isPlace && strange.count <= place.count) ? value : nil
  }

  private static let nameLinks: Set<Substring> = [
    "and", "of", "the", "for", "de", "van", "von", "der", "den", "al", "el", "bin", "la", "le", "in",
  ]

  private static let dateWords: Set<String> = [
    "published", "updated", "posted", "on", "at", "date", "last", "modified", "first", "am", "pm", "est", "edt", "gmt",
    "utc", "bst", "cet", "cest", "pst", "pdt", "et", "th", "st", "nd", "rd", "of", "the", "time", "created", "h", "t",
    "z",
    "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "monday", "tuesday", "wednesday",
    "thursday",
    "friday", "saturday", "sunday",
  ]

  private static func isDateWord(_ word: ArraySlice<UInt8>) -> Bool {
    let letters = word.drop { PublishedDate.isDigit($0) }
    if letters.isEmpty || MonthNames.month(letters) != nil { return true }
    return dateWords.contains(String(decoding: letters, as: UTF8.self).lowercased())
  }
}
