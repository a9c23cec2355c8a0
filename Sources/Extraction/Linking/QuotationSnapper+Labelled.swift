/// A quotation that a label in front or a signature behind makes somebody's, however few its words are.
extension QuotationSnapper {
  /// `Deputy mayor Ann Ode on wages: "They rise."`, `"They rise." — retired judge Ann Ode`
  func isLabelled(_ quotation: Quotation, words: Int) -> Bool {
    let paragraph = input.tokens.paragraph(quotation.open).tokens
    let (colon, next) = (quotation.open - 1, quotation.close + 1)
    guard quotation.isClosed, quotation.open >= paragraph.lowerBound else { return false }
    if words > 2, quotation.open - paragraph.lowerBound <= Signature.longestHeading, next < paragraph.upperBound,
      Signature(behind: next, before: paragraph.upperBound, input) != nil,
      quotation.open == paragraph.lowerBound || input.tokens.isCharacter(colon, ":")
    {
      return true
    }
    guard colon > paragraph.lowerBound, input.tokens.isCharacter(colon, ":"),
      next >= paragraph.upperBound || input.tokens.sentenceOf[next] != input.tokens.sentenceOf[quotation.close],
      let label = QuotationLabel(
        before: colon, from: max(paragraph.lowerBound, input.tokens.sentence(colon).lowerBound), input)
    else { return false }
    return label.source != nil || words > 2
  }
}
