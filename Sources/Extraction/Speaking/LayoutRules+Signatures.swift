/// Who signs a quotation: behind a dash, with what the person is before the name, and the occasion behind it.
///
///     "If they can hear me, I am too loud."
///     - page-turner Nela Berg on her fifty years on stage
extension LayoutRules {
  /// In the paragraph below one that is all quotation, or at the end of its own.
  func signature(of draft: StatementDraft, _ paragraph: Range<Int>) -> Range<Int>? {
    guard let content = draft.contents.last, content.lowerBound <= paragraph.lowerBound + 1,
      let quotation = input.quotation(content.upperBound - 1), quotation.isClosed
    else { return nil }
    let close = quotation.close + 1
    if close < paragraph.upperBound {
      return isDash(close) ? signer(behind: close, before: paragraph.upperBound) : nil
    }
    let next = draft.paragraph + 1
    guard next < input.tokens.paragraphs.count, case let below = input.tokens.paragraphs[next].tokens, !below.isEmpty,
      input.tokens.paragraphs[next].kind != .headline, isDash(below.lowerBound),
      // "- Farmer Ann Ode: “...”" is the next item of a list.
      !below.contains(where: input.isQuoted)
    else { return nil }
    return signer(behind: below.lowerBound, before: below.upperBound)
  }

  private func signer(behind dash: Int, before end: Int) -> Range<Int>? {
    let first = dash + 1
    guard end - first <= Self.longestSignature else { return nil }
    var name = first
    while name < end, name - first < Self.longestRole, input.tokens.shapes[name] == .lower, !endsName(name),
      input.strengths[name] == .none || input.isTitle[name]
    { name += 1 }
    guard name + 1 < end, input.tokens.shapes[name].isCapitalised else { return nil }
    let nameEnd = self.nameEnd(from: name, in: first..<end)
    guard nameEnd - name > 1, nameEnd == end || endsName(nameEnd) else { return nil }
    return first..<nameEnd
  }

  private func endsName(_ token: Int) -> Bool {
    input.tokens.isCharacter(token, ",") || input.tokens.isCharacter(token, ".") && token + 1 >= input.tokens.count
      || Self.tails.contains(input.tokens.hashes[token])
  }

  private static let longestSignature = 30
  private static let longestRole = 6
  private static let tails = WordSet("on after at in as about before during when speaking who of from")
}
