import ArticleModel

/// Dates that are told from the day of publication.
extension DateReader {
  /// `yesterday`, `tomorrow night`.
  func present(_ days: Int, at token: Int) -> FoundDate? {
    // A name in quotation marks: a programme, a newspaper.
    if isCapitalised(token), token + 1 < limit, tokens.marks[token + 1] != .none { return nil }
    var end = token + 1
    if case .partOfDay = word(end) { end += 1 }
    return FoundDate(tokens: token..<end, value: clock.today(plus: days))
  }

  /// `last week`, `this past Sunday`, `next May`, `the past three years`, `last night`.
  func pointed(_ pointer: DatePointer, at token: Int) -> FoundDate? {
    var pointer = pointer
    var next = token + 1
    if pointer == .this, case .pointer(let second) = word(next), second == .past || second == .coming {
      pointer = second
      next += 1
    }
    if let counted = count(at: next) { return countedSpan(pointer, counted, at: token) }
    if let day = namedDay(at: next, longerThan: 0, pointer) {
      return FoundDate(tokens: token..<day.tokens.upperBound, value: day.value)
    }
    switch word(next) {
    case .unit(let unit): return period(pointer, unit, at: token, end: next + 1)
    case .weekday(let weekday, _) where isCapitalised(next):
      var end = next + 1
      if case .partOfDay = word(end) { end += 1 }
      return FoundDate(tokens: token..<end, value: clock.weekday(weekday, pointer))
    case .month(let month, _) where isCapitalised(next) && !isCapitalised(next + 1):
      if dayOfMonth(next + 1) != nil || year(next + 1) != nil { return nil }
      return FoundDate(tokens: token..<next + 1, value: clock.month(month, pointer))
    case .season(let season) where pointer != .past:
      return FoundDate(tokens: token..<next + 1, value: clock.season(season, pointer))
    case .partOfDay where pointer == .this: return FoundDate(tokens: token..<next + 1, value: clock.today(plus: 0))
    case .partOfDay where pointer == .last && isIn(Self.night, next):
      return FoundDate(tokens: token..<next + 1, value: clock.today(plus: -1))
    default: return nil
    }
  }

  /// `the last year` and `the past year` end today; `last year` is the one before this.
  private func period(_ pointer: DatePointer, _ unit: DateUnit, at token: Int, end: Int) -> FoundDate? {
    let isPlural = tokens.bytes[tokens.end(end - 1) - 1] == UInt8(ascii: "s")
    if isPlural || unit == .hour || (unit == .day && pointer != .this && pointer != .past) { return nil }
    let range = token..<end
    let isSpan = pointer == .past || (pointer == .last && follows(Self.the, token))
    if isSpan, unit != .weekend, unit != .century {
      return FoundDate(tokens: range, value: clock.span(1, unit, pointer))
    }
    return FoundDate(tokens: range, value: clock.period(unit, pointer, tense: tense(around: range)))
  }

  /// `three weeks`, `a few days`, `24 hours`, `couple of months`.
  private func count(at token: Int) -> (count: Int?, unit: DateUnit, end: Int)? {
    var next = token
    var count: Int?
    var isCounted = false
    while true {
      switch word(next) {
      case .number(let number):
        count = number
        isCounted = true
      case .few:
        count = nil
        isCounted = true
      default:
        guard let number = digits(next), number <= 5000 else {
          if isCounted, isIn(Self.of, next) { break }
          guard isCounted, case .unit(let unit) = word(next) else { return nil }
          return (count, unit, next + 1)
        }
        count = number
        isCounted = true
      }
      next += 1
      if next > token + 3 { return nil }
    }
  }

  private func countedSpan(
    _ pointer: DatePointer, _ counted: (count: Int?, unit: DateUnit, end: Int), at token: Int
  ) -> FoundDate? {
    // "The last five months of her life" are not told from today.
    guard pointer != .this, !isIn(Self.of, counted.end), pointer != .next || !isOver(token) else { return nil }
    return FoundDate(
      tokens: token..<counted.end, value: counted.count.flatMap { clock.span($0, counted.unit, pointer) })
  }

  /// `She spent the next nine years in Riga`, `He worked there for the next two years`: from then on, not from today.
  private func isOver(_ token: Int) -> Bool {
    let first = max(tokens.sentence(token).lowerBound, token - Self.farthestVerb)
    for word in stride(from: token - 1, through: first, by: -1) {
      if isIn(Self.spending, word) { return true }
      guard tokens.shapes[word] == .lower, tense(of: word) == nil else { return false }
    }
    return false
  }

  /// In tokens.
  private static let farthestVerb = 5
  private static let spending = words(
    "spent lived worked served stayed remained continued taught played ruled studied toured")

  /// `two years ago`, `a few weeks ago`, `24 hours ago`, `three days from now`.
  func ago(at token: Int) -> FoundDate? {
    guard let counted = count(at: token) else { return nil }
    let sign: Int
    var end = counted.end
    if word(end) == .ago {
      sign = -1
      end += 1
    } else if isIn(Self.from, end), isIn(Self.now, end + 1) {
      sign = 1
      end += 2
    } else {
      return nil
    }
    let value = counted.count.flatMap { clock.period(counted.unit, shiftedBy: sign * $0) }
    return FoundDate(tokens: token..<end, value: value)
  }

  /// `earlier this week`, `late 2014`, `early May`.
  func shaded(at token: Int) -> FoundDate? {
    guard let word = word(token + 1) else {
      guard let year = year(token + 1), !isCount(behind: token + 1) else { return nil }
      return FoundDate(tokens: token..<token + 2, value: .year(year), isWritten: true)
    }
    let date: FoundDate?
    switch word {
    case .pointer(let pointer): date = pointed(pointer, at: token + 1)
    case .month(let month, let isWord): date = self.month(month, isWord: isWord, at: token + 1, token + 1)
    case .weekday(let day, let isWord): date = weekday(day, isWord: isWord, at: token + 1)
    default: date = nil
    }
    return date.map { FoundDate(tokens: token..<$0.tokens.upperBound, value: $0.value, isWritten: $0.isWritten) }
  }

  /// `over the weekend`, `year end`.
  func bare(_ unit: DateUnit, at token: Int) -> FoundDate? {
    if unit == .weekend, follows(Self.the, token), follows(Self.during, token - 1) {
      let range = token - 1..<token + 1
      return FoundDate(tokens: range, value: clock.period(.weekend, .this, tense: tense(around: range)))
    }
    if unit == .day, let days = daysBeyond(token + 1) {
      let start = follows(Self.the, token) ? token - 1 : token
      return FoundDate(tokens: start..<token + 3, value: clock.today(plus: days))
    }
    if unit == .year, word(token + 1) == .end {
      return FoundDate(tokens: token..<token + 2, value: clock.end(of: .year))
    }
    return nil
  }

  /// `after tomorrow`, `before yesterday`
  private func daysBeyond(_ token: Int) -> Int? {
    switch word(token + 1) {
    case .day(1) where isIn(Self.after, token): return 2
    case .day(-1) where isIn(Self.before, token): return -2
    default: return nil
    }
  }

  /// `end of the year`
  func end(at token: Int) -> FoundDate? {
    guard isIn(Self.of, token + 1), isIn(Self.the, token + 2), case .unit(let unit) = word(token + 3),
      unit == .year || unit == .month || unit == .week
    else { return nil }
    let start = follows(Self.the, token) ? token - 1 : token
    return FoundDate(tokens: start..<token + 4, value: clock.end(of: unit))
  }

  private static var after: FewWords { FewWords("after") }
  private static var before: FewWords { FewWords("before") }
  private static var the: FewWords { FewWords("the") }
  private static var of: FewWords { FewWords("of") }
  private static var from: FewWords { FewWords("from") }
  private static var now: FewWords { FewWords("now") }
  private static var night: FewWords { FewWords("night") }
  private static var during: FewWords { FewWords("over", "throughout", "during", "at", "for", "this") }
}
