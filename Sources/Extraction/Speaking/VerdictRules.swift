/// Words whose speaker the next sentence names.
///
///     The dam will go. That is the verdict of Ada Lind, who ...      whose verdict, view, words they are
///     "Never again." Those were the words of the judge, Ada Lind.
///     "Nobody asked us." It is Lind again, from the kitchen.
///
/// Quotations that the rules and the ranker gave to somebody of their own sentence stay; so do words in which something
/// was found already.
struct VerdictRules {
  let input: TaggerInput

  func apply(to drafts: inout [StatementDraft]) {
    var found: [StatementDraft] = []
    for (number, paragraph) in input.tokens.paragraphs.enumerated() where paragraph.kind == .paragraph {
      var first = paragraph.tokens.lowerBound
      while first < paragraph.tokens.upperBound {
        let sentence = first..<input.tokens.sentence(first).upperBound
        if Self.pointers.contains(input.tokens.hashes[first]), let owner = owner(in: sentence) ?? again(in: sentence),
          let words = words(before: first, number)
        {
          attribute(words, to: owner, &drafts, &found)
        }
        first = max(first + 1, sentence.upperBound)
      }
    }
    guard !found.isEmpty else { return }
    drafts += found
    drafts.sort { $0.contents[0].lowerBound < $1.contents[0].lowerBound }
  }

  /// Who stands behind "of" in `That is the verdict of ...`, with the noun and its name behind a comma.
  private func owner(in sentence: Range<Int>) -> (cue: Range<Int>, source: Range<Int>)? {
    let first = sentence.lowerBound
    guard first + 5 < sentence.upperBound, Self.being.contains(input.tokens.hashes[first + 1]) else { return nil }
    let near = first + 2..<min(sentence.upperBound - 2, first + Self.farthestNoun)
    guard let noun = near.first(where: { Self.nouns.contains(input.tokens.hashes[$0]) }),
      input.tokens.hashes[noun + 1] == Self.of, Self.the.contains(input.tokens.hashes[near.lowerBound]),
      (near.lowerBound..<noun).allSatisfy(input.tokens.isWord)
    else { return nil }
    let start = noun + 2
    var end = start
    while end < sentence.upperBound, end - start < Self.longestOwner, input.tokens.isWord(end), !endsOwner(end) {
      end += 1
    }
    let isOne = Self.indefinite.contains(input.tokens.hashes[start]) && input.tokens.hashes[noun] == Self.words
    guard end > start, isSomebody(start..<end) || isOne else { return nil }
    return (first..<(noun + 2), start..<withName(behind: end, in: sentence))
  }

  /// `It is Lind again`
  private func again(in sentence: Range<Int>) -> (cue: Range<Int>, source: Range<Int>)? {
    let first = sentence.lowerBound
    guard first + 3 < sentence.upperBound, input.tokens.hashes[first] == Self.it,
      Self.being.contains(input.tokens.hashes[first + 1])
    else { return nil }
    var end = first + 2
    while end < sentence.upperBound, end - first < 7,
      input.tokens.shapes[end].isCapitalised || SpeakerWords.particles.contains(input.tokens.hashes[end])
    { end += 1 }
    guard end > first + 2, end < sentence.upperBound, Self.again.contains(input.tokens.hashes[end]) else { return nil }
    return (first..<(first + 2), first + 2..<end)
  }

  private func endsOwner(_ token: Int) -> Bool {
    Self.clauses.contains(input.tokens.hashes[token])
      || SubjectFinder.isFinite(token, input)
        && input.tokens.shapes[token] == .lower && input.strengths[token] != .none
  }

  private func isSomebody(_ tokens: Range<Int>) -> Bool {
    tokens.contains { input.tokens.shapes[$0].isCapitalised || input.isTitle[$0] || input.isPlural($0) }
  }

  /// `the judge, Ada Lind`: the name behind the comma belongs to the noun.
  private func withName(behind end: Int, in sentence: Range<Int>) -> Int {
    guard end + 1 < sentence.upperBound, input.tokens.isCharacter(end, ","),
      input.tokens.shapes[end - 1] == .lower, input.tokens.shapes[end + 1].isCapitalised
    else { return end }
    var token = end + 1
    while token < sentence.upperBound, token - end < Self.longestOwner,
      input.tokens.shapes[token].isCapitalised || SpeakerWords.particles.contains(input.tokens.hashes[token])
    { token += 1 }
    return token
  }

  // MARK: The words

  private struct Words {
    var tokens: Range<Int>
    var paragraph: Int
    var isQuoted: Bool
  }

  /// The sentence before, or a paragraph before that is all quotation.
  private func words(before token: Int, _ number: Int) -> Words? {
    let paragraph = input.tokens.paragraphs[number].tokens
    if token > paragraph.lowerBound {
      let own = max(paragraph.lowerBound, input.tokens.sentence(token - 1).lowerBound)..<token
      if let quotation = input.quotation(token - 1) ?? input.quotation(max(own.lowerBound, token - 2)) {
        let isWhole = (quotation.close + 1..<max(quotation.close + 1, token)).allSatisfy { !input.tokens.isWord($0) }
        let begins =
          quotation.open <= own.lowerBound || !(own.lowerBound..<quotation.open).contains(where: input.tokens.isWord)
        return isWhole && begins ? Words(tokens: quotation.tokens, paragraph: number, isQuoted: true) : nil
      }
      return plain(own, number)
    }
    guard number > 0, case let before = input.tokens.paragraphs[number - 1], before.kind == .paragraph,
      let quotation = input.quotation(before.tokens.lowerBound), quotation.close >= before.tokens.upperBound - 2
    else { return nil }
    return Words(tokens: quotation.tokens, paragraph: number - 1, isQuoted: true)
  }

  /// A sentence that says something, without marks and without anybody who says it.
  private func plain(_ sentence: Range<Int>, _ number: Int) -> Words? {
    guard sentence.count > 3, !input.tokens.isCharacter(sentence.upperBound - 1, "?"),
      !sentence.contains(where: { input.isQuoted($0) || input.strengths[$0] == .a }),
      sentence.contains(where: { SubjectFinder.isFinite($0, input) })
    else { return nil }
    let tokens = sentence.lowerBound..<input.tokens.wordsEnd(sentence)
    return Words(tokens: tokens, paragraph: number, isQuoted: false)
  }

  private func attribute(
    _ words: Words, to owner: (cue: Range<Int>, source: Range<Int>), _ drafts: inout [StatementDraft],
    _ found: inout [StatementDraft]
  ) {
    drafts.removeAll { draft in
      draft.cue.map { owner.cue.overlaps($0) } ?? false || draft.contents.contains { $0.overlaps(owner.cue) }
    }
    let inside = drafts.indices.filter { index in drafts[index].contents.contains { $0.overlaps(words.tokens) } }
    if words.isQuoted, let last = inside.last {
      let hasTeller = drafts[last].cue != nil && !drafts[last].isCarried && drafts[last].source != nil
      if hasTeller { return }
      drafts[last].source = owner.source
      drafts[last].cue = owner.cue
      drafts[last].isCarried = false
      drafts[last].method = .verdict
      return
    }
    guard words.isQuoted || inside.allSatisfy({ drafts[$0].source == nil }) else { return }
    drafts.removeAll { draft in draft.contents.contains { $0.overlaps(words.tokens) } }
    found.append(
      StatementDraft(
        contents: [words.tokens], cue: owner.cue, source: owner.source, method: .verdict, paragraph: words.paragraph,
        isQuoted: words.isQuoted))
  }

  private static let farthestNoun = 8
  private static let longestOwner = 10
  private static var pointers: FewWords { FewWords("that", "this", "those", "these", "such", "it") }
  private static var again: FewWords { FewWords("again", "speaking", "talking") }
  private static var it: UInt32 { ByteHash.of("it") }
  private static var being: FewWords { FewWords("is", "was", "were", "are", "remains") }
  private static var the: FewWords { FewWords("the", "at", "a", "also") }
  private static var of: UInt32 { ByteHash.of("of") }
  private static var words: UInt32 { ByteHash.of("words") }
  private static var indefinite: FewWords { FewWords("a", "an", "one") }
  private static let clauses = WordSet("who whom which whose when while as after before because and but where that")
  private static let nouns = WordSet(
    """
    verdict view views opinion judgment judgement conclusion assessment message warning prediction advice words \
    description explanation estimate theory belief argument diagnosis forecast claim complaint summary motto plea
    """)
}
