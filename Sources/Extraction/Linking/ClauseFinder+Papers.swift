/// What papers say, where the tagger passed it over, and what somebody confirms.
extension ClauseFinder {
  /// `A review has found 40 patients died`, `Documents seen by the Herald show the firm knew`, `The club's charter states that
  /// the president must live there`: a noun for a paper in what the sentence opens with, and a clause behind the verb.
  func paper(in sentence: Range<Int>) -> Relation? {
    let hashes = input.tokens.hashes
    let start = max(sentence.lowerBound, input.tokens.paragraph(sentence.lowerBound).tokens.lowerBound)
    let near = start + 1..<max(start + 1, min(sentence.upperBound - 4, start + Self.farthestPaperVerb))
    guard let verb = near.first(where: { Self.showing.contains(hashes[$0]) && !input.isQuoted($0) }),
      let paper = (start..<verb).first(where: { Self.paperNouns.contains(hashes[$0]) }),
      case let end = withoutHelper(verb, behind: paper), isPaper(start..<end, paper)
    else { return nil }
    let words = verb + 1..<max(verb + 1, input.tokens.wordsEnd(verb..<sentence.upperBound))
    guard words.count >= 4, !words.contains(where: input.isQuoted), isShown(words, by: verb) else { return nil }
    return Relation(
      source: start..<endOfPaper(paper, before: end), cue: verb..<verb + 1, contents: [words], origin: .clause)
  }

  /// "Norvik's records", "the records of two clubs", "documents seen by the Herald"; not "a clerk with records".
  private func isPaper(_ opening: Range<Int>, _ paper: Int) -> Bool {
    let hashes = input.tokens.hashes
    guard
      opening.allSatisfy({ token in
        (input.tokens.isWord(token) || Pronouns.possessives.contains(hashes[token])) && !input.isQuoted(token)
          && !Self.joining.contains(hashes[token])
      }),
      (opening.lowerBound..<paper).allSatisfy({
        !Pronouns.prepositions.contains(hashes[$0]) && !Self.ruling.contains(input.partsOfSpeech[$0])
      })
    else { return false }
    let next = paper + 1
    return next == opening.upperBound || Self.behindPapers.contains(hashes[next])
      || input.tokens.bytes[input.tokens.start(next)..<input.tokens.end(next)].suffix(2).elementsEqual("ed".utf8)
  }

  /// `figures` of `figures released this week`, `documents seen by the Herald` whole.
  private func endOfPaper(_ paper: Int, before end: Int) -> Int {
    let release = (paper + 1..<max(paper + 1, end)).first { Self.releases.contains(input.tokens.hashes[$0]) }
    guard let release, release + 1 == end || !Self.agents.contains(input.tokens.hashes[release + 1]) else { return end }
    return release
  }

  /// Behind a verb that may have a thing for its object a clause of its own has to stand: `found the road was shut`, not `found
  /// the road that was shut`.
  private func isShown(_ words: Range<Int>, by verb: Int) -> Bool {
    let hashes = input.tokens.hashes
    if hashes[words.lowerBound] == Self.conjunction {
      return !Self.verbsBehindThat.contains(hashes[words.lowerBound + 1])
    }
    guard
      let rule = words.dropFirst().prefix(Self.farthestVerb).first(where: {
        Self.ruling.contains(input.partsOfSpeech[$0])
          || Self.pasts.contains(input.partsOfSpeech[$0]) && input.isPlural($0 - 1)
      })
    else { return false }
    return !Pronouns.prepositions.contains(hashes[words.lowerBound])
      && (words.lowerBound..<rule).allSatisfy { input.tokens.isWord($0) && !Self.joining.contains(hashes[$0]) }
  }

  /// Where "has found" begins.
  private func withoutHelper(_ verb: Int, behind first: Int) -> Int {
    verb - 1 > first && VerbForms.perfect.contains(input.tokens.hashes[verb - 1]) ? verb - 1 : verb
  }

  /// `Ode confirmed after the match that Roe had broken a toe`: when and where stands between.
  func confirming(in sentence: Range<Int>) -> Relation? {
    let hashes = input.tokens.hashes
    for verb in sentence.dropFirst() where Self.confirming.contains(hashes[verb]) && !input.isQuoted(verb) {
      guard let that = Self.that(behind: verb, in: sentence, input), !Self.isNounOrPassive(verb, input),
        that == verb + 1 || Pronouns.prepositions.contains(hashes[verb + 1]) || Self.times.contains(hashes[verb + 1]),
        let subject = opening(before: verb, in: sentence) ?? subjects.subject(of: verb, within: 0)
      else { continue }
      let words = that..<max(that, input.tokens.wordsEnd(that..<sentence.upperBound))
      guard words.count >= 4, !words.contains(where: input.isQuoted),
        words.contains(where: { SubjectFinder.isFinite($0, input) })
      else { continue }
      return Relation(source: subject, cue: verb..<verb + 1, contents: [words], origin: .clause)
    }
    return nil
  }

  /// In tokens.
  private static let farthestPaperVerb = 14
  private static var conjunction: UInt32 { ByteHash.of("that") }
  private static var confirming: FewWords { FewWords("confirmed", "confirms") }
  private static let times = WordSet("after before during following later earlier on at in")
  private static let showing = WordSet(
    "found finds concluded concludes show shows showed states state says say reveals reveal revealed stipulates specifies"
  )
  static let paperNouns = WordSet(
    """
    review inquiry investigation audit study survey analysis inquest documents document records record data figures files \
    emails letters minutes papers decree order charter constitution contract indictment filing filings notice affidavit \
    transcript transcripts statistics
    """)
  private static var releases: FewWords { FewWords("released", "published", "issued") }
  private static var agents: FewWords { FewWords("by", "in", "to") }
  private static let behindPapers = WordSet("of by from seen into on in for published")
  /// Classes of words that can be nothing but a verb that rules.
  private static var ruling: FewWords { FewWords("VBD", "VBZ", "VBP", "MD") }
  /// Those that may be a participle.
  private static var pasts: FewWords { FewWords("VBD/VBN") }
  private static let joining = WordSet("that who which whom whose what how why when where whether if and or but to")
  private static let verbsBehindThat = WordSet(
    "is are was were has have had will would does did can could must should may might")
}
