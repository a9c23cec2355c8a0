/// A quotation that the tagger took for the one who speaks, and the one who speaks for what is said.
extension QuotationSnapper {
  /// `“Ridiculous,” muttered a man in a grey coat`: the mark behind a comma, the verb, and no verb in what was taken for
  /// words.
  func isSaidByContent(_ quotation: Quotation, _ tagged: TaggedTokens) -> Bool {
    let verb = quotation.close + 1
    let end = input.tokens.paragraph(quotation.open).tokens.upperBound
    guard quotation.isClosed, verb + 1 < end, Self.endings.contains(input.tokens.hashes[quotation.close - 1]),
      input.strengths[verb].isStrong, tagged.role(verb) == .cue, tagged.labels[verb + 1] == .beginContent,
      tagged.role(quotation.open + 1) == .source
    else { return false }
    let speaker = self.speaker(verb + 1, before: end, tagged)
    return !speaker.contains { SubjectFinder.isFinite($0, input) || input.isQuoted($0) || isThat($0) }
  }

  func swap(_ quotation: Quotation, _ tagged: inout TaggedTokens) {
    let end = input.tokens.paragraph(quotation.open).tokens.upperBound
    let speaker = self.speaker(quotation.close + 2, before: end, tagged)
    for token in quotation.tokens { tagged.labels[token] = .insideContent }
    tagged.labels[quotation.open] = .beginContent
    for token in speaker { tagged.labels[token] = .insideSource }
    tagged.labels[speaker.lowerBound] = .beginSource
  }

  private func speaker(_ first: Int, before end: Int, _ tagged: TaggedTokens) -> Range<Int> {
    first..<((first + 1..<end).first { tagged.labels[$0] != .insideContent } ?? end)
  }

  private func isThat(_ token: Int) -> Bool { input.tokens.hashes[token] == Self.that }

  private static var endings: FewWords { FewWords(",", "!", "?") }
}
