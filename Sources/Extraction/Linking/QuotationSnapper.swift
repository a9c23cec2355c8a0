/// Makes whole quotations content where the tagger took most of one, or where it is long.
///
/// Of quotations of seven words or more, 98 % are attributed in the news that was measured; of two or three words 74 %.
/// So long ones are content whatever the tagger says, short ones only if it says so for half of them.
struct QuotationSnapper {
  let input: TaggerInput
  static let longWords = 7

  func snap(_ tagged: inout TaggedTokens) {
    var before: Quotation?
    for quotation in input.quotations where !quotation.isNested {
      if let before, resumes(quotation, before) || goesOn(quotation, before) {
        label(quotation, &tagged)
      } else {
        snap(quotation, &tagged)
      }
      before = quotation
    }
  }

  private func snap(_ quotation: Quotation, _ tagged: inout TaggedTokens) {
    var (words, content, other) = (0, 0, 0)
    for token in quotation.tokens where input.tokens.isWord(token) {
      words += 1
      switch tagged.role(token) {
      case .content: content += 1
      case .source, .cue: other += 1
      case .outside: break
      }
    }
    guard words > 0 else { return }
    if isSaidByContent(quotation, tagged) { swap(quotation, &tagged) }
    if words <= 3, isListed(quotation) {
      dropListed(quotation, &tagged)
      return
    }
    let isTold = isTold(quotation, tagged)
    if !isTold, words <= Self.longestTitle,
      isTitleOfWork(quotation)
        || words < Self.longWords
          && (isByname(quotation, words) || isTitleAtBeginning(quotation, words: words) || isTitleInside(quotation))
    {
      dropTitle(quotation, &tagged)
      return
    }
    guard
      content * 2 >= words || words >= Self.longWords || isIntroduced(quotation, words: words) || isTold
        || isLabelled(quotation, words: words),
      // `"Sugar," notes Ode`: who speaks stands behind.
      other * 10 < words * 6 || isTold && words <= 2
    else { return }
    label(quotation, &tagged)
    dropTelling(behind: quotation, words: words, &tagged)
    takeCourt(behind: quotation, &tagged)
  }

  /// `Asked about it, Ode replied: "We have it."`: behind a colon and a verb of saying, up to the end of the sentence.
  private func isIntroduced(_ quotation: Quotation, words: Int) -> Bool {
    let colon = quotation.open - 1
    guard words > 2, colon > 0, input.tokens.isCharacter(colon, ":"), quotation.isClosed else { return false }
    let paragraph = input.tokens.paragraph(colon).tokens
    guard paragraph.contains(colon) else { return false }
    let sentence = max(paragraph.lowerBound, input.tokens.sentence(colon).lowerBound)..<colon
    guard sentence.contains(where: { input.strengths[$0].isStrong && !input.isQuoted($0) }) else { return false }
    let next = quotation.close + 1
    return next >= paragraph.upperBound || input.tokens.sentenceOf[next] != input.tokens.sentenceOf[quotation.close]
  }

  /// `"The bridge will never be built here," a sign reads`: behind a comma inside the marks the telling goes on. Of such
  /// quotations of four words or more, 97 % end the content; after fewer words, or where more is quoted, a verb must show
  /// it.
  private func dropTelling(behind quotation: Quotation, words: Int, _ tagged: inout TaggedTokens) {
    let end = input.tokens.paragraph(quotation.open).tokens.upperBound
    let first = quotation.close + 1
    guard first < end, tagged.labels[quotation.open] == .beginContent,
      input.tokens.isCharacter(quotation.close - 1, ",")
        // `this year,’’ Ode said`: closed by two single marks.
        || input.tokens.marks[quotation.close - 1] == .singleClose && input.tokens.isCharacter(quotation.close - 2, ",")
    else { return }
    var token = first
    while token < end, tagged.labels[token] == .insideContent, !input.isQuoted(token) { token += 1 }
    let goesOn = token < end && tagged.labels[token] == .insideContent
    guard token > first, words >= 4 && !goesOn || (first..<token).contains(where: isPlainVerb) else { return }
    for token in first..<token { tagged.labels[token] = .outside }
    if goesOn { tagged.labels[token] = .beginContent }
  }

  private func isPlainVerb(_ token: Int) -> Bool {
    input.isRulingCue(token) || Self.helpers.contains(input.tokens.hashes[token])
  }

  private static let helpers = WordSet("is are was were has have had do does did will would can could may might")

  /// `a film titled "The Long Road"`, `said on Channel 4's "Talk of the Town"`: a few words with capitals behind a word for
  /// a work, or behind the station that sends it.
  private func isTitleOfWork(_ quotation: Quotation) -> Bool {
    var before = quotation.open - 1
    // `In his book, "The Long Road," he wrote`
    let isApart = before > 0 && (input.tokens.isCharacter(before, ",") || input.tokens.isCharacter(before, ":"))
    if isApart, Self.works.contains(input.tokens.hashes[before - 1]) {
      before -= 1
    }
    // `Her first hit was "Over the Sea"`
    if before > 1, Self.naming.contains(input.tokens.hashes[before]),
      Self.works.contains(input.tokens.hashes[before - 1])
    {
      before -= 1
    }
    guard before > 0 else { return false }
    guard isWrittenAsTitle(quotation) else { return false }
    if Self.works.contains(input.tokens.hashes[before]) || Self.watching.contains(input.tokens.hashes[before]) {
      return true
    }
    guard Self.possessive.contains(input.tokens.hashes[before]) else { return false }
    return (max(0, before - 4)..<before).contains { input.tokens.hashes[$0] == Self.on }
  }

  /// Words with capitals, but for the small ones.
  func isWrittenAsTitle(_ quotation: Quotation) -> Bool {
    let words = quotation.tokens.lazy.filter(input.tokens.isWord)
    guard let first = words.first, input.tokens.shapes[first].isCapitalised else { return false }
    return words.allSatisfy {
      input.tokens.shapes[$0].isCapitalised || input.tokens.ends[$0] - input.tokens.starts[$0] < 4
        || Self.small.contains(input.tokens.hashes[$0])
    }
  }

  private static let small = WordSet("that with from into upon over than when what this")
  /// In words.
  private static let longestTitle = 16

  /// A content that is little more than the title is none; one that speaks of the work keeps it.
  private func dropTitle(_ quotation: Quotation, _ tagged: inout TaggedTokens) {
    guard tagged.role(quotation.open) == .content else { return }
    let paragraph = input.tokens.paragraph(quotation.open).tokens
    var first = quotation.open
    while first > paragraph.lowerBound, tagged.labels[first] == .insideContent, tagged.role(first - 1) == .content {
      first -= 1
    }
    var end = quotation.open + 1
    while end < paragraph.upperBound, tagged.labels[end] == .insideContent { end += 1 }
    let isShort = quotation.open - first <= 6 && end - quotation.close <= max(4, quotation.length)
    guard isShort, !(first..<quotation.open).contains(where: { input.tokens.hashes[$0] == Self.that }) else { return }
    for token in first..<end { tagged.labels[token] = .outside }
  }

  private static let works = WordSet(
    """
    titled entitled film movie book novel song album series show programme program play poem essay memoir documentary \
    podcast soap sitcom musical opera drama novella comedy hit single track ballet thriller sequel trilogy \
    entry feature painting sculpture exhibition anthem
    """)
  /// `Critics hated “Stone Road.”`
  private static let watching = WordSet("hated loved adored watched directed filmed reviewed panned starring")
  private static let naming = WordSet("is was called named")
  private static var possessive: FewWords { FewWords("'s") }
  static var that: UInt32 { ByteHash.of("that") }
  private static var on: UInt32 { ByteHash.of("on") }

  private func label(_ quotation: Quotation, _ tagged: inout TaggedTokens) {
    let paragraph = input.tokens.paragraph(quotation.open).tokens
    let goesOn = tagged.labels[quotation.open] != .beginContent && joins(quotation, paragraph, &tagged)
    tagged.labels[quotation.open] = goesOn ? .insideContent : .beginContent
    for token in (quotation.open + 1)..<(quotation.close + 1) { tagged.labels[token] = .insideContent }
    let after = quotation.close + 1
    guard after < paragraph.upperBound else { return }
    let role = tagged.role(after)
    if role != .outside, !tagged.labels[after].begins, role != .content || endsSentence(quotation, after) {
      tagged.labels[after] = role.begin
    }
  }

  /// Whether the content before a quotation goes on in it (`that the "war" is over`). Behind a comma or a colon it does
  /// only if it is a word or two (`that, "..."`); what else the tagger took there is the telling, if it holds a cue or
  /// is a few words before a comma (`during the debate, "..."`).
  private func joins(_ quotation: Quotation, _ paragraph: Range<Int>, _ tagged: inout TaggedTokens) -> Bool {
    let before = quotation.open - 1
    guard before >= paragraph.lowerBound, tagged.role(before) == .content, input.tokens.marks[before] == .none else {
      return false
    }
    if quotation.length > 3, let what = naming(before: quotation.open, from: paragraph.lowerBound) {
      for token in what..<quotation.open { tagged.labels[token] = .outside }
      return false
    }
    guard !input.tokens.isWord(before) else { return true }
    var first = before
    while first > paragraph.lowerBound, tagged.labels[first] == .insideContent { first -= 1 }
    let isTeller = isInvertedTeller(first..<before, tagged)
    guard before - first >= 3 || isTeller else { return true }
    // `that patience has an end, "like a rope"`
    if input.tokens.isCharacter(before, ","), quotation.open + 1 < quotation.close,
      input.tokens.shapes[quotation.open + 1] == .lower,
      input.tokens.hashes[first] == Self.that && quotation.length < Self.longWords || isClause(first..<before, tagged)
    {
      return true
    }
    let fragment = first..<quotation.open
    if isTeller {
      for token in fragment { tagged.labels[token] = .outside }
      return false
    }
    let isLead = fragment.count <= 7 && quotation.length > 3 && input.tokens.isCharacter(before, ",")
    if isLead || fragment.contains(where: input.isRulingCue), !fragment.contains(where: input.isQuoted) {
      for token in fragment { tagged.labels[token] = .outside }
    }
    return false
  }

  /// `The plan, said | Ann Ode, | "is dead"`: a name right behind the verb that stands behind a comma.
  private func isInvertedTeller(_ name: Range<Int>, _ tagged: TaggedTokens) -> Bool {
    guard name.lowerBound > 1, !name.isEmpty, name.count <= 4, tagged.role(name.lowerBound - 1) == .cue,
      input.tokens.isCharacter(name.lowerBound - 2, ","),
      AttributedSentence.plain.contains(input.tokens.hashes[name.lowerBound - 1])
    else { return false }
    return name.allSatisfy { input.tokens.shapes[$0].isCapitalised }
  }

  /// `said | the cut had been agreed by all, | “including those who complain”`: right behind a verb of saying, with a verb of
  /// its own.
  private func isClause(_ words: Range<Int>, _ tagged: TaggedTokens) -> Bool {
    guard words.lowerBound > 0, tagged.role(words.lowerBound - 1) == .cue, input.strengths[words.lowerBound - 1] == .a,
      words.dropFirst().contains(where: { Self.helpers.contains(input.tokens.hashes[$0]) })
    else { return false }
    return !words.contains { input.strengths[$0] == .a }
  }

  /// A quotation that closes behind a full stop: what follows is a new sentence and no part of it.
  private func endsSentence(_ quotation: Quotation, _ after: Int) -> Bool {
    input.tokens.sentenceOf[after] != input.tokens.sentenceOf[quotation.close]
  }
}
