extension DateReader {
  /// Which way the clause around a date looks, by the nearest verb before it, else behind it.
  ///
  ///     The court will rule Friday.      .future
  ///     The court ruled Friday.          .past
  ///     On Friday the court will rule.   .future
  func tense(around range: Range<Int>) -> DateClock.Tense {
    let sentence = tokens.sentence(range.lowerBound)
    let before = max(sentence.lowerBound, range.lowerBound - 12)
    for token in stride(from: range.lowerBound - 1, through: before, by: -1) {
      guard let tense = tense(of: token) else { continue }
      // "Will be held", "is expected to be signed".
      let isPassive = tense == .past && (max(before, token - 3)..<token).contains { self.tense(of: $0) == .future }
      return isPassive ? .future : tense
    }
    for token in range.upperBound..<max(range.upperBound, min(sentence.upperBound, range.upperBound + 12)) {
      if let tense = tense(of: token) { return tense }
    }
    return follows(Self.deadlines, range.lowerBound) ? .future : .open
  }

  private func tense(of token: Int) -> DateClock.Tense? {
    guard tokens.shapes[token] == .lower else { return nil }
    if Self.future.contains(tokens.hashes[token]) { return .future }
    if Self.past.contains(tokens.hashes[token]) { return .past }
    let bytes = tokens.bytes[tokens.start(token)..<tokens.end(token)]
    let isParticiple = bytes.count > 4 && bytes.suffix(2).elementsEqual("ed".utf8)
    return isParticiple ? .past : nil
  }

  private static let future = words(
    """
    will 'll wo shall would scheduled expected due plan plans planned planning set going upcoming expects hopes aims \
    intends must should could may slated
    """)
  private static let past = words(
    """
    said told was were had did began came went met made took gave held won lost left saw found got killed hit sent \
    spoke wrote became fell rose ran broke put struck fled fought sought brought has have been
    """)
  private static let deadlines = words("by until till before")
}
