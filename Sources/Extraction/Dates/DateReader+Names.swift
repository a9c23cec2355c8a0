import ArticleModel
import IndexDefinition

/// Days that have a name, seasons, quarters, halves.
extension DateReader {
  /// `Christmas`, `Easter Sunday 2016`, `9/11`; the longest name.
  func namedDay(at token: Int, longerThan length: Int = 0, _ pointer: DatePointer? = nil) -> FoundDate? {
    guard token < limit, lexicon.mayBeginNamedDay(tokens.hashes[token]), !isBehindName(token),
      let (row, end) = longestName(at: token), end - token > length, let rule = NamedDayRule(row[1])
    else { return nil }
    if case .once(let day) = rule { return FoundDate(tokens: token..<end, value: .day(day), isWritten: true) }
    let place = isComma(end) || isIn(Self.of, end) ? end + 1 : end
    if let year = year(place), !isCount(behind: place) {
      return FoundDate(tokens: token..<place + 1, value: rule.day(in: year).map { .day($0) }, isWritten: true)
    }
    let range = token..<end
    return FoundDate(tokens: range, value: pointer.map { clock.day(of: rule, $0) } ?? day(rule, range))
  }

  /// `Johnnie Christmas`
  private func isBehindName(_ token: Int) -> Bool {
    token > 0 && tokens.sentenceOf[token - 1] == tokens.sentenceOf[token] && tokens.shapes[token - 1] == .capitalised
      && lexicon[tokens.hashes[token - 1]] == nil && !isIn(Self.openers, token - 1)
  }

  private func longestName(at token: Int) -> (LexiconRow, end: Int)? {
    var hash = LexiconHash(value: tokens.hashes[token])
    var longest: (LexiconRow, end: Int)?
    var end = token + 1
    while true {
      let (row, continues) = lexicon.namedDays.probe(hash: hash) { key in
        tokens.withFolded(token..<end) { key.elementsEqual($0) }
      }
      if let row { longest = (row, end) }
      guard continues, end < limit else { return longest }
      hash.append(0x20)
      tokens.withFolded(end..<end + 1) { hash.append($0) }
      end += 1
    }
  }

  /// Whether a verb before a season looks ahead, or the sentence does that the season begins.
  private func isAhead(_ season: Range<Int>) -> Bool {
    let first = tokens.sentence(season.lowerBound).lowerBound
    if season.lowerBound <= first + 1 { return tense(around: season) == .future }
    return (first..<season.lowerBound).contains { tense(of: $0) == .future } && tense(around: season) == .future
  }

  private func day(_ rule: NamedDayRule, _ range: Range<Int>) -> DateValue? {
    guard let today = clock.today else {
      if let year = clock.year { return rule.day(in: year).map { .day($0) } }
      if case .everyYear(let month, let day) = rule { return .yearless(month: month, day: day) }
      return nil
    }
    let days = (-1...1).compactMap { rule.day(in: today.year + $0) }
    return clock.choose(days, today, tense(around: range)).map { .day($0) }
  }

  /// `mid-May`, `late-November`, `mid-2014`.
  func prefixed(at token: Int) -> FoundDate? {
    let start = tokens.start(token)
    // Asked of every word with a sign: most are too short, or begin with another letter, or have no hyphen there.
    guard tokens.end(token) - start > 6, Self.mayBePrefix(tokens.bytes[start] | 0x20),
      tokens.bytes[start + 3] == 0x2D || tokens.bytes[start + 4] == 0x2D || tokens.bytes[start + 5] == 0x2D
    else { return nil }
    let bytes = tokens.bytes[start..<tokens.end(token)]
    guard
      let hyphen = (bytes.startIndex + 3..<bytes.startIndex + 6).first(where: { bytes[$0] == 0x2D }),
      Self.prefixes.contains(where: { $0.utf8.elementsEqual(bytes[..<hyphen].map { $0 | 0x20 }) })
    else { return nil }
    let rest = bytes[(hyphen + 1)...]
    if rest.count == 4, let year = number(rest) {
      return FoundDate(tokens: token..<token + 1, value: .year(year), isWritten: true)
    }
    if rest.last == UInt8(ascii: "s"), let decade = prefixedDecade(rest.dropLast(), at: token) { return decade }
    let folded = rest.map { $0 &- UInt8(ascii: "A") < 26 ? $0 | 0x20 : $0 }
    let named = lexicon[ByteHash.of(folded)]
    if case .decade(let decade) = named { return prefixedDecade(named: decade, at: token) }
    guard case .month(let month, _) = named, rest.first != folded.first else { return nil }
    let place = isComma(token + 1) ? token + 2 : token + 1
    if let year = year(place) {
      return FoundDate(tokens: token..<place + 1, value: .month(year: year, month: month), isWritten: true)
    }
    let range = token..<token + 1
    return FoundDate(tokens: range, value: clock.month(month, tense: tense(around: range)))
  }

  /// `summer of 2012`, `spring 2015`; `in the autumn` where the sentence looks ahead.
  func season(_ season: Season, at token: Int) -> FoundDate? {
    let place = isIn(Self.of, token + 1) ? token + 2 : token + 1
    if let year = year(place), year >= 1500, !isCount(behind: place) {
      return FoundDate(tokens: token..<place + 1, value: DateClock.season(season, year: year), isWritten: true)
    }
    let range = token - 1..<token + 1
    guard place == token + 1, follows(Self.the, token), follows(Self.inWord, token - 1),
      isAhead(range)
    else { return nil }
    return FoundDate(tokens: range, value: clock.coming(season))
  }

  private static let of = words("of")
  private static var the: FewWords { FewWords("the") }
  private static var inWord: FewWords { FewWords("in") }
  private static let openers = words("in on at by since before after until during over every the for from and but")
  private static let prefixes = ["mid", "late", "early"]

  private static func mayBePrefix(_ first: UInt8) -> Bool {
    first == UInt8(ascii: "m") || first == UInt8(ascii: "l") || first == UInt8(ascii: "e")
  }

}
