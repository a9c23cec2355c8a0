/// Posts of social media, which have no marks: who wrote them stands behind a dash, with the name of the account.
///
///     The budget is no secret. It will be read on Thursday.
///     — Elin Strand (@elinstrand) March 10, 2025
struct PostLayout {
  let input: TaggerInput

  func apply(to drafts: inout [StatementDraft]) {
    // Most articles name no account.
    guard input.ruleWords.contains(where: { $0.contains(.handle) }) else { return }
    var found: [StatementDraft] = []
    for (number, paragraph) in input.tokens.paragraphs.enumerated() where paragraph.kind == .paragraph {
      if let label = labelled(paragraph.tokens) {
        drafts.removeAll { draft in draft.contents.contains { $0.overlaps(paragraph.tokens) } }
        found.append(
          StatementDraft(contents: [label.words], source: label.name, method: .post, paragraph: number, isQuoted: true))
        continue
      }
      guard let author = author(in: paragraph.tokens), let post = post(before: author.dash, number) else { continue }
      drafts.removeAll { draft in
        draft.contents.contains { $0.overlaps(post.words) } || draft.contents.contains { $0.overlaps(author.name) }
      }
      found.append(
        StatementDraft(
          contents: [post.words], source: author.name, method: .post, paragraph: post.paragraph, isQuoted: true))
    }
    guard !found.isEmpty else { return }
    drafts += found
    drafts.sort { $0.contents[0].lowerBound < $1.contents[0].lowerBound }
  }

  /// `@NorvikObserver: Voting has been calm.`: nothing but the account before a colon.
  private func labelled(_ paragraph: Range<Int>) -> (name: Range<Int>, words: Range<Int>)? {
    let (table, first) = (input.tokens, paragraph.lowerBound)
    guard table.shapes[first] == .handle, paragraph.count > 4, table.isCharacter(first + 1, ":") else { return nil }
    let words = first + 2..<paragraph.upperBound
    guard !words.contains(where: { input.isQuoted($0) || table.shapes[$0] == .handle }) else { return nil }
    return (first..<first + 1, words)
  }

  /// The name between a dash and the account at the end of a paragraph.
  private func author(in paragraph: Range<Int>) -> (dash: Int, name: Range<Int>)? {
    let table = input.tokens
    var last = paragraph.upperBound - 1
    let first = max(paragraph.lowerBound, last - Self.longestEnd)
    let shapes = table.shapes
    while last > first, shapes[last] != .handle { last -= 1 }
    guard last > first, case let handle = last, handle > paragraph.lowerBound + 2,
      table.isCharacter(handle - 1, "("), handle + 1 < paragraph.upperBound, table.isCharacter(handle + 1, ")"),
      let dash = (max(paragraph.lowerBound, handle - Self.longestName)..<handle - 2).last(where: {
        Dateline.isDash(table, $0)
      })
    else { return nil }
    let behind = handle + 2..<paragraph.upperBound
    // "— Ada Ode (@ode) is our correspondent", "Follow us — The Mercury (@mercury)"
    let isDated = behind.contains { table.shapes[$0] == .digits }
    guard isDated || behind.isEmpty && endsSentence(before: dash) else { return nil }
    return (dash, dash + 1..<handle - 1)
  }

  /// Whether a mark stands before the dash, or at the end of the paragraph before.
  private func endsSentence(before dash: Int) -> Bool {
    dash > 0 && !input.tokens.isWord(dash - 1)
  }

  /// The words of the paragraph before the dash; where it begins with it, the paragraph before.
  private func post(before dash: Int, _ number: Int) -> (words: Range<Int>, paragraph: Int)? {
    let own = input.tokens.paragraphs[number].tokens.lowerBound..<dash
    if !own.isEmpty { return words(own).map { ($0, number) } }
    guard number > 0, case let before = input.tokens.paragraphs[number - 1], before.kind == .paragraph else {
      return nil
    }
    return words(before.tokens).map { ($0, number - 1) }
  }

  /// Without the address of a picture at the end.
  private func words(_ tokens: Range<Int>) -> Range<Int>? {
    let table = input.tokens
    let picture = tokens.suffix(Self.longestEnd).first { Self.addresses.contains(table.hashes[$0]) }
    let words = tokens.lowerBound..<(picture ?? tokens.upperBound)
    // A post that speaks of other accounts mostly points to something else: a programme, an article.
    guard words.count >= 2, words.contains(where: table.isWord), !words.contains(where: { table.shapes[$0] == .handle })
    else { return nil }
    return words
  }

  private static let longestEnd = 8
  private static let longestName = 12
  private static var addresses: FewWords { FewWords("pic", "pic.twitter.com", "https", "http") }
}
