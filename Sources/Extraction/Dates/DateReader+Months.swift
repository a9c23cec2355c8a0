import ArticleModel

/// Dates with the name of a month, or of a weekday in front of one.
extension DateReader {
  /// `Nov. 19, 2024`, `19 November`, `Nov. 3-5`, `November 2024`, `in November`.
  func month(_ month: Int, isWord: Bool, at token: Int, _ floor: Int) -> FoundDate? {
    guard isCapitalised(token) else { return nil }
    var date = MonthDate(month: month, tokens: token..<token + 1)
    readDayBefore(&date, floor)
    if date.days == nil { readDayBehind(&date) }
    readYear(&date)
    if date.days == nil, date.year == nil {
      guard standsAlone(token, isWord: isWord || isShort(token)) else { return nil }
      if let date = joined(date) { return date }
    }
    return resolve(date)
  }

  /// `3 de noviembre de 2024`, `14. Oktober`, `9 mai 2024`.
  func foreignMonth(_ month: Int, isWord: Bool, at token: Int, _ floor: Int) -> FoundDate? {
    let isOf = isIn(Self.foreignOf, token - 1)
    let isJoined = isOf || token > 0 && tokens.isCharacter(token - 1, ".")
    let place = isJoined ? token - 2 : token - 1
    guard place >= floor, tokens.paragraphOf[place] == tokens.paragraphOf[token], let day = dayOfMonth(place),
      tokens.shapes[place] == .digits
    else { return nil }
    let next = isIn(Self.foreignOf, token + 1) ? token + 2 : token + 1
    let year = year(next)
    guard isOf || year != nil || !isWord else { return nil }
    return resolve(
      MonthDate(month: month, tokens: place..<(year == nil ? token + 1 : next + 1), days: day...day, year: year))
  }

  /// `Jun`, which is a name too; not `Jun.`
  private func isShort(_ token: Int) -> Bool {
    tokens.ends[token] - tokens.starts[token] <= 4 && isIn(Self.shortMonths, token)
  }

  /// `January to March 2020`; of `between January and March 2020` the first month with its year.
  private func joined(_ first: MonthDate) -> FoundDate? {
    let joint = first.tokens.upperBound
    let isPair = follows(Self.between, first.tokens.lowerBound) && isIn(Self.and, joint)
    guard isPair || isIn(Self.through, joint) || joint < limit && (tokens.isCharacter(joint, "-") || isDash(joint)),
      case .month(let month, _) = word(joint + 1), isCapitalised(joint + 1)
    else { return nil }
    var last = MonthDate(month: month, tokens: joint + 1..<joint + 2)
    readDayBehind(&last)
    guard last.days == nil else { return nil }
    readYear(&last)
    guard let year = last.year,
      let from = DateValue.month(year: first.month > month ? year - 1 : year, month: first.month),
      let to = DateValue.month(year: year, month: month), let start = from.firstDay, let end = to.lastDay
    else { return nil }
    if isPair { return FoundDate(tokens: first.tokens, value: from) }
    return FoundDate(
      tokens: first.tokens.lowerBound..<last.tokens.upperBound, value: .range(start, end), isWritten: last.isWritten)
  }

  private struct MonthDate {
    var month: Int
    var tokens: Range<Int>
    var days: ClosedRange<Int>?
    var year: Int?
    /// The text holds the year itself, not what it is beside this one.
    var isWritten = true
  }

  private func resolve(_ date: MonthDate) -> FoundDate {
    if let days = date.days {
      let value = days.count == 1 ? day(days.lowerBound, date) : range(days, date)
      return FoundDate(tokens: date.tokens, value: value, isWritten: date.year != nil && date.isWritten)
    }
    let value =
      date.year.map { DateValue.month(year: $0, month: date.month) }
      ?? clock.month(date.month, tense: tense(around: date.tokens))
    return FoundDate(tokens: date.tokens, value: value, isWritten: date.year != nil && date.isWritten)
  }

  private func day(_ day: Int, _ date: MonthDate) -> DateValue? {
    guard let year = date.year else {
      return clock.day(month: date.month, day: day, tense: tense(around: date.tokens))
    }
    return CalendarDay(year: year, month: date.month, day: day).map { .day($0) }
  }

  private func range(_ days: ClosedRange<Int>, _ date: MonthDate) -> DateValue? {
    guard let first = day(days.lowerBound, date)?.firstDay, let last = day(days.upperBound, date)?.lastDay else {
      return nil
    }
    return .range(first, last)
  }

  /// `19 November`, `the 19th of November`, `3-5 November`.
  private func readDayBefore(_ date: inout MonthDate, _ floor: Int) {
    var token = date.tokens.lowerBound - 1
    guard token >= floor, tokens.paragraphOf[max(0, token)] == tokens.paragraphOf[date.tokens.lowerBound] else {
      return
    }
    let isOf = isIn(Self.of, token)
    if isOf { token -= 1 }
    guard token >= floor, tokens.sentenceOf[token] == tokens.sentenceOf[date.tokens.lowerBound],
      let days = dayRange(token)
    else { return }
    // "Chapter 11 of March" would be a day if any number were one; "of" wants an ordinal.
    if isOf, tokens.shapes[token] == .digits { return }
    date.days = days
    date.tokens = token..<date.tokens.upperBound
    if !isOf { readFirstDay(&date, floor) }
  }

  /// `3 to` of `from 3 to 9 July`
  private func readFirstDay(_ date: inout MonthDate, _ floor: Int) {
    let first = date.tokens.lowerBound - 2
    guard first >= floor, let last = date.days, last.count == 1,
      tokens.sentenceOf[first] == tokens.sentenceOf[first + 2],
      isIn(Self.upTo, first + 1) || isDash(first + 1) || tokens.isCharacter(first + 1, "-"),
      let day = dayOfMonth(first), day < last.lowerBound
    else { return }
    date.days = day...last.lowerBound
    date.tokens = first..<date.tokens.upperBound
  }

  /// `Nov. 19`, `Nov. 19th`, `Nov. 3-5`, `Nov. 3 to 5`, `November the 19th`.
  private func readDayBehind(_ date: inout MonthDate) {
    var token = date.tokens.upperBound
    if isIn(Self.the, token), token + 1 < limit, tokens.shapes[token + 1] == .numeric { token += 1 }
    guard let days = dayRange(token) else { return }
    // Nobody writes "in November 12": the number belongs to what follows.
    let hasYear = year(token + 1) != nil || (isComma(token + 1) && year(token + 2) != nil)
    if follows(Self.inWord, date.tokens.lowerBound), !hasYear { return }
    date.days = days
    date.tokens = date.tokens.lowerBound..<token + 1
    if days.count == 1, isRangeSign(token + 1), let last = dayOfMonth(token + 2), last > days.lowerBound,
      year(token + 2) == nil, !isMonth(token + 3)
    {
      date.days = days.lowerBound...last
      date.tokens = date.tokens.lowerBound..<token + 3
    }
  }

  private func isMonth(_ token: Int) -> Bool {
    if case .month = word(token) { return isCapitalised(token) }
    return false
  }

  private func isRangeSign(_ token: Int) -> Bool {
    guard token < limit else { return false }
    return isIn(Self.to, token) || tokens.isCharacter(token, "-") || isDash(token)
  }

  /// U+2013.
  private func isDash(_ token: Int) -> Bool {
    tokens.bytes[tokens.start(token)..<tokens.end(token)].elementsEqual([0xE2, 0x80, 0x93])
  }

  /// One day, or `3-5`.
  private func dayRange(_ token: Int) -> ClosedRange<Int>? {
    if let day = dayOfMonth(token) { return day...day }
    guard token < limit, tokens.shapes[token] == .numeric else { return nil }
    let parts = tokens.bytes[tokens.start(token)..<tokens.end(token)].split(separator: UInt8(ascii: "-"))
    guard parts.count == 2, parts.allSatisfy({ $0.count <= 2 }), let first = number(parts[0]),
      let last = number(parts[1]), first >= 1, first < last, last <= 31
    else { return nil }
    return first...last
  }

  /// `2024`, `, 2024`, `of 2024` behind it.
  private func readYear(_ date: inout MonthDate) {
    var token = date.tokens.upperBound
    if isComma(token) || (date.days == nil && isIn(Self.of, token)) { token += 1 }
    guard let year = year(token), year >= 1500 || date.days != nil, !isCount(behind: token) else {
      return readYearBeside(&date, at: token)
    }
    date.year = year
    date.tokens = date.tokens.lowerBound..<token + 1
  }

  /// `September last year`, `May of this year`
  private func readYearBeside(_ date: inout MonthDate, at token: Int) {
    guard case .pointer(let pointer) = word(token), case .unit(.year) = word(token + 1), let present = clock.year,
      !isPlural(token + 1), !isComma(token - 1), !isIn(Self.possessive, token + 2)
    else { return }
    switch pointer {
    case .last: date.year = present - 1
    case .this: date.year = present
    case .next: date.year = present + 1
    case .past, .coming: return
    }
    date.isWritten = false
    date.tokens = date.tokens.lowerBound..<token + 2
  }

  /// Whether the name of a month is one without a day or a year beside it.
  private func standsAlone(_ token: Int, isWord: Bool) -> Bool {
    guard isWord else { return true }
    let isFollowed = token + 1 < limit && (isCapitalised(token + 1) || isIn(Self.possessive, token + 1))
    return follows(Self.monthPrepositions, token) && !isFollowed && tokens.ends[token] - tokens.starts[token] > 2
  }

  // MARK: Weekdays

  /// `Monday`, `Sunday night`, `Monday, May 18, 2015`, `Tuesday 3 March`.
  func weekday(_ weekday: Int, isWord: Bool, at token: Int) -> FoundDate? {
    guard isCapitalised(token), !isIn(Self.papers, token + 1) || !isCapitalised(token + 1),
      !isIn(Self.habits, token + 1)
    else { return nil }
    if follows(Self.every, token) { return nil }
    var next = token + 1
    if case .partOfDay = word(next) { next += 1 }
    if let full = monthBehind(next) {
      return FoundDate(tokens: token..<full.tokens.upperBound, value: full.value, isWritten: full.isWritten)
    }
    if isWord, !follows(Self.on, token) { return nil }
    let range = token..<next
    return FoundDate(tokens: range, value: clock.weekday(weekday, tense: tense(ofDay: range)))
  }

  /// The month with its day behind a weekday.
  private func monthBehind(_ token: Int) -> FoundDate? {
    let start = isComma(token) ? token + 1 : token
    for place in start..<min(start + 2, limit) {
      guard case .month(let month, _) = word(place), isCapitalised(place) else { continue }
      var date = MonthDate(month: month, tokens: place..<place + 1)
      readDayBefore(&date, start)
      if date.days == nil { readDayBehind(&date) }
      readYear(&date)
      return date.days == nil || date.tokens.lowerBound > start ? nil : resolve(date)
    }
    return nil
  }

  private static let shortMonths = words("jan feb mar apr jun jul aug sep sept oct nov dec")
  private static var between: FewWords { FewWords("between") }
  private static var and: FewWords { FewWords("and") }
  private static var through: FewWords { FewWords("to", "through", "until", "till") }
  private static var upTo: FewWords { FewWords("to", "through") }
  private static var of: FewWords { FewWords("of") }
  private static var foreignOf: FewWords { FewWords("de", "del", "do", "di") }
  private static var on: FewWords { FewWords("on") }
  private static var the: FewWords { FewWords("the") }
  private static var to: FewWords { FewWords("to", "through", "and") }
  private static var inWord: FewWords { FewWords("in") }
  private static var possessive: FewWords { FewWords("'s") }
  private static var every: FewWords { FewWords("a", "every", "each", "any", "another", "one") }
  /// `Sunday Times`
  private static let papers = words(
    "times mirror telegraph post herald mail express independent service night morning school world tribune")
  /// `Sunday school`, `on Friday nights`: no one day.
  private static let habits = words("school schools roast roasts best league mornings afternoons evenings nights")
  private static let monthPrepositions = words(
    "in since by until till last this next early late mid of from to through during before after between")
}
