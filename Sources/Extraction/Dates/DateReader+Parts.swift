import ArticleModel

/// Quarters and halves of years, years of business, decades by their names.
extension DateReader {
  /// `third quarter of 2024`, `first half of next year`; a quarter without a year where the sentence speaks of business.
  func partOfYear(_ number: Int, at token: Int) -> FoundDate? {
    let isHalf = word(token + 1) == .half && number <= 2
    guard isHalf || word(token + 1) == .unit(.quarter) else { return nil }
    let part = Part(number: number, isHalf: isHalf)
    if let date = self.part(part, token..<token + 2) { return date }
    guard !isHalf, isOfBusiness(token) else { return nil }
    return FoundDate(tokens: token..<token + 2, value: latest(part, token..<token + 2))
  }

  /// `second-quarter profit`, `first-half 2023 sales`
  func joinedPart(at token: Int) -> FoundDate? {
    let (start, end) = (tokens.start(token), tokens.end(token))
    // Asked of every word with a sign.
    guard (10...14).contains(end - start), tokens.bytes[end - 5] == 0x2D || tokens.bytes[end - 8] == 0x2D else {
      return nil
    }
    let folded = tokens.bytes[start..<end].map { $0 &- UInt8(ascii: "A") < 26 ? $0 | 0x20 : $0 }
    guard let hyphen = folded.firstIndex(of: 0x2D), case .ordinal(let number) = lexicon[ByteHash.of(folded[..<hyphen])]
    else { return nil }
    let isHalf = folded[(hyphen + 1)...].elementsEqual("half".utf8)
    guard isHalf && number <= 2 || folded[(hyphen + 1)...].elementsEqual("quarter".utf8), isOfBusiness(token) else {
      return nil
    }
    let (part, range) = (Part(number: number, isHalf: isHalf), token..<token + 1)
    return self.part(part, range) ?? FoundDate(tokens: range, value: latest(part, range))
  }

  /// `Q3 2024`, `H1 of 2024`, `FY2024`; `in Q3` where the sentence speaks of business.
  func writtenPart(at token: Int) -> FoundDate? {
    let (start, length) = (tokens.start(token), tokens.end(token) - tokens.start(token))
    let first = tokens.bytes[start]
    if first == UInt8(ascii: "F"), length >= 4 { return yearOfBusiness(at: token) }
    guard length == 2, first == UInt8(ascii: "Q") || first == UInt8(ascii: "H"),
      case let number = Int(tokens.bytes[start + 1]) - 0x30,
      (1...(first == UInt8(ascii: "Q") ? 4 : 2)).contains(number)
    else { return nil }
    let part = Part(number: number, isHalf: first == UInt8(ascii: "H"))
    if let date = self.part(part, token..<token + 1) { return date }
    guard follows(Self.during, token), isOfBusiness(token) else { return nil }
    return FoundDate(tokens: token..<token + 1, value: latest(part, token..<token + 1))
  }

  /// `FY2024`, `FY24`, `FY2022/23`
  private func yearOfBusiness(at token: Int) -> FoundDate? {
    let bytes = tokens.bytes[tokens.start(token)..<tokens.end(token)]
    guard bytes[bytes.startIndex + 1] == UInt8(ascii: "Y"), bytes.count == 4 || bytes.count == 6,
      let number = number(bytes.dropFirst(2)), case let year = bytes.count == 4 ? 2000 + number : number,
      (1950...2100).contains(year)
    else { return nil }
    if token + 2 < limit, tokens.isCharacter(token + 1, "/"), let last = digits(token + 2), last == (year + 1) % 100 {
      return FoundDate(tokens: token..<token + 3, value: DateClock.years(year, year + 1), isWritten: true)
    }
    return FoundDate(tokens: token..<token + 1, value: .year(year), isWritten: true)
  }

  // MARK: Which year

  private struct Part {
    var number: Int
    var isHalf: Bool
  }

  private func value(_ part: Part, _ year: Int) -> DateValue? {
    part.isHalf ? DateClock.half(part.number, year: year) : .quarter(year: year, quarter: part.number)
  }

  /// With its year behind it: `2024`, `of 2024`, `of next year`, `of the year`.
  private func part(_ part: Part, _ words: Range<Int>) -> FoundDate? {
    let isOf = isIn(Self.of, words.upperBound)
    let place = isOf ? words.upperBound + 1 : words.upperBound
    if let year = year(place) {
      return FoundDate(tokens: words.lowerBound..<place + 1, value: value(part, year), isWritten: true)
    }
    guard isOf, word(place + 1) == .unit(.year), !isPlural(place + 1), let present = clock.year else { return nil }
    let range = words.lowerBound..<place + 2
    switch word(place) {
    case .pointer(.last): return FoundDate(tokens: range, value: value(part, present - 1))
    case .pointer(.next): return FoundDate(tokens: range, value: value(part, present + 1))
    case .pointer(.this): return FoundDate(tokens: range, value: value(part, present))
    default: return isIn(Self.the, place) ? FoundDate(tokens: range, value: latest(part, range)) : nil
    }
  }

  private func latest(_ part: Part, _ range: Range<Int>) -> DateValue? {
    guard let today = clock.today else { return clock.year.flatMap { value(part, $0) } }
    let present = part.isHalf ? (today.month + 5) / 6 : (today.month + 2) / 3
    let isAhead = part.number > present && tense(around: range) != .future
    return value(part, isAhead ? today.year - 1 : today.year)
  }

  private func isOfBusiness(_ token: Int) -> Bool { tokens.sentence(token).contains { isIn(Self.business, $0) } }

  // MARK: Decades

  /// `the seventies`, `the late eighties`; no age and no temperature.
  func namedDecade(_ decade: Int, at token: Int) -> FoundDate? {
    guard token > 0, follows(Self.the, token) || word(token - 1) == .shade && follows(Self.the, token - 1),
      isTime(token)
    else { return nil }
    return FoundDate(tokens: token..<token + 1, value: DateClock.years(1900 + decade, 1909 + decade))
  }

  /// `mid-1970s`, `the mid-70s`
  func prefixedDecade(_ digits: ArraySlice<UInt8>, at token: Int) -> FoundDate? {
    guard let number = number(digits), number % 10 == 0 else { return nil }
    if digits.count == 4, (1000...2090).contains(number) {
      return FoundDate(tokens: token..<token + 1, value: DateClock.years(number, number + 9), isWritten: true)
    }
    // Less than that are ages, shares and degrees.
    guard digits.count == 2, number >= 50 else { return nil }
    return prefixedDecade(named: number, at: token)
  }

  /// `the mid-nineties`
  func prefixedDecade(named decade: Int, at token: Int) -> FoundDate? {
    guard follows(Self.the, token), follows(Self.during, token - 1), isTime(token) else { return nil }
    return FoundDate(tokens: token..<token + 1, value: DateClock.years(1900 + decade, 1909 + decade))
  }

  /// Not `highs in the seventies`
  private func isTime(_ token: Int) -> Bool { !tokens.sentence(token).contains { isIn(Self.measures, $0) } }

  private static let of = words("of")
  private static var the: FewWords { FewWords("the") }
  private static var during: FewWords { FewWords("in", "for", "during", "of", "since", "by") }
  private static let measures = words(
    "temperature temperatures high highs low lows degrees mercury thermometer fahrenheit score scored shot iq rounds")
  private static let business = words(
    """
    profit profits revenue revenues earnings sales gdp economy growth shares income loss losses company exports output \
    deliveries turnover inflation ebitda dividend shipments margins
    """)
}
