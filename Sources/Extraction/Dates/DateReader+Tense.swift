extension DateReader {
  /// Which way the clause around a date looks, by the nearest verb before it, else behind it.
  ///
  ///     The court will rule Friday.      .future
  ///     The court ruled Friday.          .past
  ///     On Friday the court will rule.   .future
  func tense(around range: Range<Int>) -> DateClock.Tense {
    if follows(Self.beginnings, range.lowerBound) { return .past }
    if let aim = aim(of: range, isDay: false) { return aim }
    return verbalTense(around: range)
  }

  private func verbalTense(around range: Range<Int>) -> DateClock.Tense {
    let sentence = tokens.sentence(range.lowerBound)
    let before = max(sentence.lowerBound, range.lowerBound - 12)
    for token in stride(from: range.lowerBound - 1, through: before, by: -1) {
      guard let tense = tense(of: token), !isAttribute(token) else { continue }
      return tense == .past ? self.tense(ofPast: token, from: before, range.lowerBound) : tense
    }
    for token in range.upperBound..<max(range.upperBound, min(sentence.upperBound, range.upperBound + 12)) {
      if let tense = tense(of: token) { return tense }
    }
    if follows(Self.deadlines, range.lowerBound) { return .future }
    return forecast(before: before, in: sentence) ?? .open
  }

  /// "Will be held" and "is expected to be signed" look ahead; "is sentenced", "to be sentenced" and "adjourned until" tell
  /// nothing by themselves.
  private func tense(ofPast verb: Int, from first: Int, _ date: Int) -> DateClock.Tense {
    let near = max(first, verb - 3)..<verb
    if near.contains(where: { tense(of: $0) == .future }) { return .future }
    if follows(Self.ends, date) { return .open }
    guard let be = near.last(where: { isIn(Self.be, $0) }), isIn(Self.participles, verb) || endsInEd(verb) else {
      return .past
    }
    let before = max(first, be - 3)..<be
    if isIn(Self.toBe, be) { return before.contains { isIn(Self.past, $0) } ? .past : .open }
    return (max(first, be - 12)..<be).contains { tense(of: $0) == .future } ? .future : .open
  }

  /// `The bureau is forecasting rain and winds of up to ninety kilometres an hour on Tuesday`, however long ago.
  private func forecast(before: Int, in sentence: Range<Int>) -> DateClock.Tense? {
    let first = max(sentence.lowerBound, before - Self.farthestForecast)
    return (first..<max(first, before)).contains { isIn(Self.forecasts, $0) } ? .future : nil
  }

  private static var beginnings: FewWords { FewWords("since") }
  private static let farthestForecast = 10
  private static var forecasts: FewWords { FewWords("forecasts", "forecasting", "predicts", "predicting", "forecast") }
  private static var ends: FewWords { FewWords("until", "till") }
  private static var be: FewWords { FewWords("be", "is", "are", "'re") }
  private static var toBe: FewWords { FewWords("be") }
  private static let participles = words("held made sent brought sought put built begun shown given taken sold paid")

  /// Inside somebody's words the present tense with a weekday looks ahead: `"We play again on Tuesday,"`.
  func tense(ofDay range: Range<Int>) -> DateClock.Tense {
    looksAheadInQuotation(range.lowerBound) ? .future : aim(of: range, isDay: true) ?? verbalTense(around: range)
  }

  /// Whether the last verb before is one of the present, with nothing but an opening mark before it.
  private func looksAheadInQuotation(_ day: Int) -> Bool {
    guard follows(Self.on, day) else { return false }
    let first = max(tokens.sentence(day).lowerBound, day - Self.farthestMark)
    var isPresent = false
    for token in stride(from: day - 1, through: first, by: -1) {
      if tokens.marks[token] != .none { return isPresent && opens(token) }
      guard !isPresent else { continue }
      if tokens.shapes[token] == .lower, Self.present.contains(tokens.hashes[token]) {
        isPresent = true
      } else if tense(of: token) != nil {
        return false
      }
    }
    return false
  }

  /// A mark with a word right behind it and none right before.
  private func opens(_ mark: Int) -> Bool {
    tokens.touchesNext(mark) && (mark == 0 || !tokens.touchesNext(mark - 1))
  }

  private static let farthestMark = 30
  private static var on: FewWords { FewWords("on") }
  private static let present = words(
    """
    is are am 'm 're go goes play plays meet meets start starts begin begins open opens close closes leave leaves fly \
    flies travel travels return returns come comes vote votes face faces resume resumes move moves have has start hold \
    holds arrive arrives launch launches decide decides
    """)

  func tense(of token: Int) -> DateClock.Tense? {
    guard tokens.shapes[token] == .lower else { return nil }
    // "A bin was set alight" and "the rain set in" are over; what is "set to" or "set for" something is not.
    if tokens.hashes[token] == Self.set { return isIn(Self.behindSet, token + 1) ? .future : nil }
    if Self.future.contains(tokens.hashes[token]) { return isRefusal(token) ? .past : .future }
    if Self.past.contains(tokens.hashes[token]) { return .past }
    return endsInEd(token) ? .past : nil
  }

  /// `would not say Thursday whether he will sign`: nothing was said, and that was then.
  private func isRefusal(_ token: Int) -> Bool {
    isIn(Self.could, token) && isIn(Self.not, token + 1) && isIn(Self.tellings, token + 2)
  }

  /// `a register of vanished lakes`: a participle before its noun rules nothing.
  private func isAttribute(_ token: Int) -> Bool {
    isIn(Self.beforeNouns, token - 1) && endsInEd(token) && token + 1 < limit && tokens.shapes[token + 1] == .lower
      && !isIn(Self.behindVerbs, token + 1)
  }

  private static let beforeNouns = words("of a an the his her its their for with from some any many all")
  private static let behindVerbs = words("by in on at to for with and or until as")
  private static var could: FewWords { FewWords("would", "wo", "could") }
  private static var not: FewWords { FewWords("not", "n't") }
  private static let tellings = words(
    "say comment confirm discuss elaborate speculate identify reveal disclose specify answer name tell explain")

  private func endsInEd(_ token: Int) -> Bool {
    let bytes = tokens.bytes[tokens.start(token)..<tokens.end(token)]
    return bytes.count > 4 && bytes.suffix(2).elementsEqual("ed".utf8)
  }

  private static let future = words(
    """
    will 'll wo shall would scheduled expected due plan plans planned planning going upcoming expects hopes aims \
    intends must should could may slated forecasts forecasting
    """)
  private static let past = words(
    """
    said told was were had did began came went met made took gave held won lost left saw found got killed hit sent \
    spoke wrote became fell rose ran broke put struck fled fought sought brought has have been beat \
    heard kept grew knew drew threw flew drove rode chose stole sang swam shook stood bought taught caught slept spent hid
    """)
  private static var set: UInt32 { ByteHash.of("set") }
  private static var behindSet: FewWords { FewWords("to", "for") }
  private static var deadlines: FewWords { FewWords("by", "until", "till", "before") }
}
