/// Titles of works that a sentence begins with.
extension QuotationSnapper {
  /// `“The Coal Road”, about two brothers, was filmed in May`: words with capitals, nothing inside the marks that ends them,
  /// and nobody in the sentence who says anything.
  func isTitleAtBeginning(_ quotation: Quotation, words: Int) -> Bool {
    let paragraph = input.tokens.paragraph(quotation.open).tokens
    let next = quotation.close + 1
    // `“Zero Line,” a first feature about a guard, won`: American printers put the comma inside.
    let isComma = input.tokens.isCharacter(quotation.close - 1, ",")
    guard words > 1, quotation.isClosed, next + 2 < paragraph.upperBound,
      isComma || input.tokens.isWord(quotation.close - 1),
      quotation.open == paragraph.lowerBound
        || input.tokens.sentenceOf[quotation.open - 1] != input.tokens.sentenceOf[quotation.open],
      isComma
        ? Self.behindTitles.contains(input.tokens.hashes[next])
        : input.tokens.isCharacter(next, ",")
          ? Self.behindTitles.contains(input.tokens.hashes[next + 1])
          : Self.ofTitles.contains(input.tokens.hashes[next])
    else { return false }
    var capitals = 0
    for token in quotation.open + 1..<(isComma ? quotation.close - 1 : quotation.close) {
      if input.tokens.shapes[token].isCapitalised {
        capitals += 1
      } else if !input.tokens.isWord(token) || input.tokens.end(token) - input.tokens.start(token) > 3 {
        return false
      }
    }
    let sentence = input.tokens.sentence(quotation.open)
    return capitals > 1 && !(next..<max(next, sentence.upperBound)).contains(where: input.isRulingCue)
  }

  /// `came to promote "The Last Ferry" and said`, `The first is "Winter Bread," which was written by ...`: nothing ends the
  /// words, and a verb that brings works out, or who made it, stands beside.
  func isTitleInside(_ quotation: Quotation) -> Bool {
    let next = quotation.close + 1
    guard quotation.isClosed, quotation.open > 0, next + 2 < input.tokens.count,
      input.tokens.isWord(quotation.close - 1) || input.tokens.isCharacter(quotation.close - 1, ","),
      Self.promoting.contains(input.tokens.hashes[quotation.open - 1]) || isMade(behind: quotation)
    else { return false }
    return isWrittenAsTitle(quotation)
  }

  /// `, which was written`
  private func isMade(behind quotation: Quotation) -> Bool {
    let next = quotation.close + (input.tokens.isCharacter(quotation.close - 1, ",") ? 1 : 2)
    guard next + 2 < input.tokens.count, input.tokens.hashes[next] == Self.which,
      input.tokens.isCharacter(next - 1, ",") || input.tokens.isCharacter(next - 2, ",")
    else { return false }
    return VerbForms.passives.contains(input.tokens.hashes[next + 1])
      && Self.behindTitles.contains(input.tokens.hashes[next + 2])
  }

  private static var which: UInt32 { ByteHash.of("which") }
  private static let promoting = WordSet("promote promoting promotes announcing unveiling launching premiered")
  private static let behindTitles = WordSet(
    "about directed written based published released starring featuring set which a an the his her their")
  private static let ofTitles = WordSet("is was has had tells follows opens opened stars features won sold premiered")
}
