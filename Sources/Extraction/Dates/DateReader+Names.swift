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
    let folded = rest.map { $0 &- UInt8(ascii: "A") < 26 ? $0 | 0x20 : $0 }
    guard case .month(let month, _) = lexicon[ByteHash.of(folded)], rest.first != folded.first else { return nil }
    let place = isComma(token + 1) ? token + 2 : token + 1
    if let year = year(place) {
      return FoundDate(tokens: token..<place + 1, value: .month(year: year, month: month), isWritten: true)
    }
    let range = token..<token + 1
    return FoundDate(tokens: range, value: clock.month(month, tense: tense(around: range)))
  }

  /// `summer of 2012`, `spring 2015`.
  func season(_ season: Season, at token: Int) -> FoundDate? {
    let place = isIn(Self.of, token + 1) ? token + 2 : token + 1
    guard let year = year(place), year >= 1500, !isCount(behind: place) else { return nil }
    return FoundDate(tokens: token..<place + 1, value: DateClock.season(season, year: year), isWritten: true)
  }

  /// `third quarter of 2024`, `first half of 2024`; without a year where the sentence speaks of business.
  func partOfYear(_ number: Int, at token: Int) -> FoundDate? {
    let isHalf = word(token + 1) == .half && number <= 2
    guard isHalf || word(token + 1) == .unit(.quarter) else { return nil }
    let place = isIn(Self.of, token + 2) ? token + 3 : token + 2
    if let year = year(place) {
      let value = isHalf ? DateClock.half(number, year: year) : .quarter(year: year, quarter: number)
      return FoundDate(tokens: token..<place + 1, value: value, isWritten: true)
    }
    if place > token + 2, case .pointer(let pointer)? = word(place), word(place + 1) == .unit(.year) {
      return ofYear(number, pointer, token..<place + 2, isHalf: isHalf)
    }
    guard !isHalf, tokens.sentence(token).contains(where: { isIn(Self.business, $0) }) else { return nil }
    return FoundDate(tokens: token..<token + 2, value: latest(quarter: number, token..<token + 2))
  }

  /// `the first quarter of next year`
  private func ofYear(_ number: Int, _ pointer: DatePointer, _ range: Range<Int>, isHalf: Bool) -> FoundDate? {
    guard pointer != .past, let year = clock.period(.year, pointer, tense: .open)?.firstDay?.year else { return nil }
    return FoundDate(
      tokens: range, value: isHalf ? DateClock.half(number, year: year) : .quarter(year: year, quarter: number))
  }

  /// `Q3 2024`
  func writtenQuarter(at token: Int) -> FoundDate? {
    guard tokens.ends[token] - tokens.starts[token] == 2, tokens.bytes[tokens.start(token)] == UInt8(ascii: "Q"),
      (0x31...0x34).contains(tokens.bytes[tokens.start(token) + 1])
    else { return nil }
    let quarter = Int(tokens.bytes[tokens.start(token) + 1] & 0x0F)
    let place = isIn(Self.of, token + 1) ? token + 2 : token + 1
    guard let year = year(place) else { return nil }
    return FoundDate(tokens: token..<place + 1, value: .quarter(year: year, quarter: quarter), isWritten: true)
  }

  private func latest(quarter: Int, _ range: Range<Int>) -> DateValue? {
    guard let today = clock.today else { return clock.year.flatMap { .quarter(year: $0, quarter: quarter) } }
    let present = (today.month + 2) / 3
    let isAhead = quarter > present && tense(around: range) != .future
    return .quarter(year: isAhead ? today.year - 1 : today.year, quarter: quarter)
  }

  private static let of = words("of")
  private static let openers = words("in on at by since before after until during over every the for from and but")
  private static let prefixes = ["mid", "late", "early"]

  private static func mayBePrefix(_ first: UInt8) -> Bool {
    first == UInt8(ascii: "m") || first == UInt8(ascii: "l") || first == UInt8(ascii: "e")
  }

  private static let business = words(
    "profit profits revenue revenues earnings sales gdp economy growth shares income loss losses company exports output"
  )
}
