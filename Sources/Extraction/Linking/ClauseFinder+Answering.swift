/// Clauses that are somebody's answer, where the tagger passed them over: `The minister's response was that nobody had asked.`
extension ClauseFinder {
  func answering(in sentence: Range<Int>) -> Relation? {
    let hashes = input.tokens.hashes
    for that in sentence.dropFirst(3) where hashes[that] == Self.conjunction && !input.isQuoted(that) {
      guard let answer = Answer(before: that, in: sentence, input) else { continue }
      let words = that..<max(that, input.tokens.wordsEnd(that..<sentence.upperBound))
      guard words.count > 3, !words.contains(where: input.isQuoted) else { return nil }
      return Relation(source: answer.source, cue: answer.cue, contents: [words], origin: .clause)
    }
    return nil
  }

  private static var conjunction: UInt32 { ByteHash.of("that") }
}
