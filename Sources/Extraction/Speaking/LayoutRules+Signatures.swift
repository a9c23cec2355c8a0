/// Who signs a quotation: behind a dash, with what the person is before the name, and the occasion behind it.
///
///     "If they can hear me, I am too loud."
///     - page-turner Nela Berg on her fifty years on stage
extension LayoutRules {
  /// In the paragraph below one that is all quotation, or at the end of its own, where nothing but a heading of a few words
  /// (`Quote of the day:`) stands before it.
  func signature(of draft: StatementDraft, _ paragraph: Range<Int>) -> Range<Int>? {
    guard let content = draft.contents.last, content.lowerBound - paragraph.lowerBound <= Signature.longestHeading,
      let quotation = input.quotation(content.upperBound - 1), quotation.isClosed,
      content.lowerBound <= paragraph.lowerBound + 1
        || quotation.open > 0 && input.tokens.isCharacter(quotation.open - 1, ":")
    else { return nil }
    let close = quotation.close + 1
    if close < paragraph.upperBound { return Signature(behind: close, before: paragraph.upperBound, input)?.name }
    let next = draft.paragraph + 1
    guard next < input.tokens.paragraphs.count, case let below = input.tokens.paragraphs[next].tokens, !below.isEmpty,
      input.tokens.paragraphs[next].kind != .headline,
      // "- Farmer Ann Ode: “...”" is the next item of a list.
      !below.contains(where: input.isQuoted)
    else { return nil }
    return Signature(behind: below.lowerBound, before: below.upperBound, isBelow: true, input)?.name
  }
}
