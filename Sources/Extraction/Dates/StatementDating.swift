import ArticleModel

/// The day on which a statement was made, where its sentence says so.
///
///     Peskov said on Nov. 19 that ...          Nov. 19
///     "...," he told reporters Sunday.         Sunday
///     On Dec. 8, Russia said it was ready.     Dec. 8
///     He said the 2022 invasion had grown.     none: the date is what he spoke of
///     KYIV, Nov. 3 (Wire) - Officials said     none: the dateline says when it was printed
struct StatementDating: Sendable {
  let tokens: TokenTable
  /// Of the article, in reading order.
  let dates: [DateMention]
  let published: PublicationDate

  /// - Parameters:
  ///   - cueTokens: The words that say that something is said.
  ///   - content: What is said; a date in it is no date of it.
  func date(cue cueTokens: Range<Int>, content: [TextSpan]) -> StatementDate? {
    guard !dates.isEmpty, let first = cueTokens.first else { return nil }
    let sentence = tokens.sentence(first)
    let span = tokens.span(sentence)
    var best: (date: DateMention, distance: Int)?
    for date in dates(in: span) where canBeWhenItWasSaid(date, content) {
      let place = tokens.tokens(in: date.span)
      let distance: Int?
      if place.lowerBound >= cueTokens.upperBound {
        distance = distanceBehind(place, cueTokens, date)
      } else {
        distance = distanceBefore(place, cueTokens, sentence, date).map { $0 + 20 }
      }
      guard let distance, distance < best?.distance ?? .max else { continue }
      best = (date, distance)
    }
    guard let date = best?.date, let value = date.value else { return nil }
    return StatementDate(value: value, inferred: date.inferred)
  }

  private func dates(in span: TextSpan) -> ArraySlice<DateMention> {
    var (low, high) = (0, dates.count)
    while low < high {
      let middle = (low + high) / 2
      if dates[middle].span.start < span.start { low = middle + 1 } else { high = middle }
    }
    return dates[low...].prefix { $0.span.start < span.end }
  }

  private func canBeWhenItWasSaid(_ date: DateMention, _ content: [TextSpan]) -> Bool {
    guard let value = date.value, value.precision != .range, value.precision != .quarter,
      !content.contains(where: { $0.overlaps(date.span) })
    else { return false }
    guard let first = value.firstDay, let last = published.value?.lastDay else { return true }
    return first <= last
  }

  /// `said on Nov. 19`, `told reporters in Kyiv on Friday`.
  private func distanceBehind(_ date: Range<Int>, _ cue: Range<Int>, _ mention: DateMention) -> Int? {
    let gap = cue.upperBound..<date.lowerBound
    guard gap.count <= (isVague(mention) ? 1 : 12) || !gap.isEmpty && isTold(gap, cue), !gap.contains(where: isBreak),
      !followsOtherPreposition(date)
    else {
      return nil
    }
    return gap.count
  }

  /// `On Dec. 8, Russia said`, `Speaking on Tuesday, he said`, `the minister on Tuesday said`.
  private func distanceBefore(
    _ date: Range<Int>, _ cue: Range<Int>, _ sentence: Range<Int>, _ mention: DateMention
  ) -> Int? {
    let gap = date.upperBound..<max(date.upperBound, cue.lowerBound)
    if !followsOtherPreposition(date), !isVague(mention),
      isSecondVerb(cue, behind: gap, sentence) || isMeanwhile(gap) && isLately(mention)
        || isOfAppearance(date, gap, sentence)
    {
      return gap.count
    }
    guard !followsOtherPreposition(date), !gap.contains(where: { isBreak($0) || isDash($0) }) else { return nil }
    if gap.isEmpty { return 0 }
    let isAtStart =
      date.lowerBound - sentence.lowerBound <= (isVague(mention) ? 1 : 6)
      || date.lowerBound - sentence.lowerBound <= 14 && opensWithOccasion(sentence, before: date.lowerBound)
    guard isAtStart, gap.count <= 18, !(sentence.lowerBound..<date.lowerBound).contains(where: isBreak) else {
      return nil
    }
    return gap.count
  }

  /// `The miner on Friday cut its forecast after a storm, and said`: the day is that of both verbs.
  private func isSecondVerb(_ cue: Range<Int>, behind gap: Range<Int>, _ sentence: Range<Int>) -> Bool {
    guard (3...Self.farthestVerb).contains(gap.count), tokens.hashes[gap.upperBound - 1] == Self.and,
      gap.lowerBound - sentence.lowerBound <= 8, tokens.shapes[gap.lowerBound] == .lower,
      !gap.contains(where: { tokens.marks[$0] != .none || tokens.isCharacter($0, ";") || isDash($0) })
    else { return false }
    let verb = gap.lowerBound
    return Self.pastForms.contains(tokens.hashes[verb])
      || tokens.bytes[tokens.start(verb)..<tokens.end(verb)].suffix(2).elementsEqual("ed".utf8)
  }

  private static let pastForms = WordSet(
    "cut rose fell won lost met held began made took gave sent put hit set sold bought said told")

  /// `The crisis deepened on Friday as the mayor declared`
  private func isMeanwhile(_ gap: Range<Int>) -> Bool {
    guard (2...Self.farthestClause).contains(gap.count), Self.meanwhile.contains(tokens.hashes[gap.lowerBound]) else {
      return false
    }
    // A comma alone ends the clause before the verb; two hold what stands beside its subject.
    return !gap.dropFirst().contains { isBreak($0) || isDash($0) || tokens.marks[$0] != .none }
      && gap.count { tokens.isCharacter($0, ",") } % 2 == 0
  }

  /// Of the last days: `recalled her win on Feb. 1 as she said` is of that win.
  private func isLately(_ date: DateMention) -> Bool {
    guard let last = date.value?.lastDay, let today = published.value?.lastDay else { return false }
    return last.adding(days: 6) >= today
  }

  /// `The mayor, speaking at a funeral in Norvik on Saturday, warned`
  private func isOfAppearance(_ date: Range<Int>, _ gap: Range<Int>, _ sentence: Range<Int>) -> Bool {
    guard (1...3).contains(gap.count), tokens.isCharacter(gap.lowerBound, ",") else { return false }
    let near = max(sentence.lowerBound, date.lowerBound - Self.farthestClause)..<date.lowerBound
    guard
      let verb = near.last(where: {
        Self.appearances.contains(tokens.hashes[$0]) && $0 > sentence.lowerBound && tokens.isCharacter($0 - 1, ",")
      })
    else { return false }
    return (verb..<date.lowerBound).allSatisfy { tokens.isWord($0) && !isBreak($0) }
  }

  /// In tokens.
  private static let farthestVerb = 40
  private static let farthestClause = 16
  private static var and: UInt32 { ByteHash.of("and") }
  private static var meanwhile: FewWords { FewWords("as", "when") }
  private static let appearances = WordSet("speaking addressing talking testifying writing briefing appearing")

  /// A year alone is mostly that of what is spoken of.
  private func isVague(_ date: DateMention) -> Bool {
    date.value?.precision == .year && !isOfOccasion(tokens.tokens(in: date.span))
  }

  /// `a 2019 interview`, `a letter from 1947`: what was said or written then.
  private func isOfOccasion(_ date: Range<Int>) -> Bool {
    let sentence = tokens.sentence(date.lowerBound)
    if date.upperBound < sentence.upperBound, Self.occasions.contains(tokens.hashes[date.upperBound]) { return true }
    return date.lowerBound - 2 >= sentence.lowerBound && Self.within.contains(tokens.hashes[date.lowerBound - 1])
      && Self.occasions.contains(tokens.hashes[date.lowerBound - 2])
  }

  /// `In a famous letter to The Herald in 1987, Ode complained`: what a sentence opens with was said then.
  private func opensWithOccasion(_ sentence: Range<Int>, before date: Int) -> Bool {
    let paragraph = tokens.paragraph(sentence.lowerBound).tokens
    let first = max(sentence.lowerBound, paragraph.lowerBound)
    guard first + 2 < date, Self.openings.contains(tokens.hashes[first]),
      Self.beforeDates.contains(tokens.hashes[date - 1]),
      (first + 1..<min(date, first + 5)).contains(where: { Self.occasions.contains(tokens.hashes[$0]) })
    else { return false }
    return (first..<date).allSatisfy { tokens.isWord($0) || tokens.isCharacter($0, ",") }
  }

  /// `told this newspaper in 1988`, `told students at the Inner Temple in 2004`: nobody but who heard it stands between, and
  /// where.
  private func isTold(_ gap: Range<Int>, _ cue: Range<Int>) -> Bool {
    gap.count <= 8 && Self.inside == tokens.hashes[gap.upperBound - 1]
      && cue.contains { VerbForms.told.contains(tokens.hashes[$0]) }
      && !gap.dropLast().contains { token in
        !tokens.isWord(token)
          || Pronouns.prepositions.contains(tokens.hashes[token])
            && !(Self.places.contains(tokens.hashes[token]) && isPlaceName(token + 1, before: gap.upperBound - 1))
      }
  }

  private func isPlaceName(_ first: Int, before end: Int) -> Bool {
    let name = Pronouns.articles.contains(tokens.hashes[first]) ? first + 1 : first
    return name < end && tokens.shapes[name].isCapitalised
  }

  private func followsOtherPreposition(_ date: Range<Int>) -> Bool {
    date.lowerBound > 0 && !isOfOccasion(date) && Self.otherPrepositions.contains(tokens.hashes[date.lowerBound - 1])
  }

  private func isBreak(_ token: Int) -> Bool { Self.breaks.contains(tokens.hashes[token]) }

  private func isDash(_ token: Int) -> Bool {
    guard !tokens.isWord(token), tokens.marks[token] == .none else { return false }
    let bytes = tokens.bytes[tokens.start(token)..<tokens.end(token)]
    return bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "_")
      || bytes.elementsEqual([0xE2, 0x80, 0x94]) || bytes.elementsEqual([0xE2, 0x80, 0x93])
  }

  private static var inside: UInt32 { ByteHash.of("in") }
  private static var openings: FewWords { FewWords("in", "during", "at") }
  private static var beforeDates: FewWords { FewWords("in", "on", "of", "from") }
  private static var places: FewWords { FewWords("at", "in") }
  private static var within: FewWords { FewWords("from", "of", "in") }
  private static let occasions = WordSet(
    """
    interview speech letter statement memoir memoirs post tweet article book essay documentary lecture address column \
    podcast report paper study email memo sermon diary pamphlet manifesto testimony deposition autobiography
    """)

  private static func words(_ text: String) -> WordSet { WordSet(text) }

  /// What begins another clause: a date behind it belongs there.
  private static let breaks = words(
    """
    who which that when after before since until where because while whether if although though as whose during but ;
    """)
  private static let otherPrepositions = words(
    "since until till from by before after of between through for to the this during about than 's")
}
