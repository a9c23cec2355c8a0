/// Few words that somebody calls a thing, inside the words of another: `in a decision that unions hailed as "historic"`.
extension SpeakerGrammar {
  /// The plural or the title right before the verb.
  func naming(before piece: Range<Int>) -> Range<Int>? {
    guard let open = piece.first(where: { isQuoted($0) }),
      let namer = Namer(before: open, from: paragraph.lowerBound, input),
      piece.lowerBound + 1 >= namer.source.lowerBound
    else { return nil }
    return namer.source
  }
}

/// Who calls a thing so in the clause that a quotation ends.
struct Namer {
  let source: Range<Int>
  let verb: Int

  /// - Parameters:
  ///   - open: The mark that opens the quotation.
  ///   - start: Of the paragraph.
  init?(before open: Int, from start: Int, _ input: TaggerInput) {
    let hashes = input.tokens.hashes
    var verb = open - 1
    if verb > start, hashes[verb] == Self.as { verb -= 1 }
    guard verb - 2 > start, Self.verbs.contains(hashes[verb]), !input.isQuoted(verb),
      case let sentence = input.tokens.sentence(verb), verb - 2 > sentence.lowerBound,
      input.isPlural(verb - 1) || input.isTitle[verb - 1] && input.tokens.shapes[verb - 1] == .lower
    else { return nil }
    let near = max(start, sentence.lowerBound, verb - Self.longest)..<verb - 1
    if let relative = near.last(where: { Self.relatives.contains(hashes[$0]) }) {
      let phrase = relative + 1..<verb
      guard
        phrase.allSatisfy({
          input.tokens.isWord($0) && !Self.others.contains(hashes[$0])
            && !(input.tokens.shapes[$0] == .lower && SubjectFinder.isFinite($0, input) && !input.isPlural($0))
        })
      else { return nil }
      source = phrase
    } else {
      // `in a verdict campaigners called`
      guard Pronouns.articles.contains(hashes[verb - 3]), input.isPlural(verb - 1), !input.isPlural(verb - 2),
        input.tokens.shapes[verb - 2] == .lower, Self.things.contains(hashes[verb - 2])
      else { return nil }
      source = verb - 1..<verb
    }
    self.verb = verb
  }

  private static let longest = 6
  private static var `as`: UInt32 { ByteHash.of("as") }
  private static var relatives: FewWords { FewWords("that", "which") }
  private static let others = WordSet("of who to for and or he she it they")
  private static let things = WordSet(
    """
    verdict decision ruling move step law bill plan speech remark comment deal judgment judgement sentence vote act attack \
    result policy tax measure statement order
    """)
  static let verbs = WordSet(
    """
    called call described describe hailed hail termed dubbed labelled labeled branded denounced dismissed condemned slammed \
    praised decried derided
    """)
}
