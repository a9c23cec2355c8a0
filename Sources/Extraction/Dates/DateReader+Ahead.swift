/// Days that a sentence in the past looks ahead to.
extension DateReader {
  /// Which way the words right around a date look, whatever the tense of the sentence; `nil` where they tell nothing.
  ///
  ///     were likely to meet on Friday          .future
  ///     ordered him to pay by Friday           .future
  ///     The strike begins on Monday            .future
  ///     was moved to Saturday                  .future
  ///     Talks resume Friday                    .future
  ///     passed in May, takes effect in October .future for October
  ///     managed to escape on Friday            nil
  ///
  /// - Parameter isDay: A weekday, which more words look ahead to than to a month: `has to pay by Friday`.
  func aim(of date: Range<Int>, isDay: Bool) -> DateClock.Tense? {
    let first = max(tokens.sentence(date.lowerBound).lowerBound, date.lowerBound - Self.farthestGovernor)
    guard date.lowerBound > first + 1 else { return nil }
    let before = date.lowerBound - 1
    // "The deadline is Friday"
    if isIn(Self.states, before) { return .future }
    if isDay, isIn(Self.moves, before), (max(first, before - 4)..<before).contains(where: { isIn(Self.moved, $0) }) {
      return .future
    }
    let isDeadline = isDay && isIn(Self.deadlines, before)
    let isBare = !isDeadline && !isIn(Self.onDay, before)
    // "resumes Monday", not "the Monday", "since January" or "A trial, Monday"
    if isBare, !tokens.isWord(before) || isIn(Self.otherwise, before) || isIn(Self.determiners, before) { return nil }
    for token in stride(from: isBare ? before : before - 1, through: first, by: -1) {
      guard tokens.shapes[token] == .lower else {
        if tokens.isCharacter(token, ";") { return nil }
        continue
      }
      let hash = tokens.hashes[token]
      if isPresent(token, from: first) { return isBare && isIn(Self.narrated, token) ? nil : .future }
      if Self.states.contains(hash) { return token == before - 1 && !isBare ? .future : nil }
      if isDeadline, Self.demands.contains(hash) || isCondition(token) { return .future }
      if isVerbBehindTo(token) { return isDay && !isBare && governed(by: token - 1, isDeadline) ? .future : nil }
      if tense(of: token) != nil { return nil }
    }
    return nil
  }

  /// Whether a word is a verb of what is planned, in the present: `The trial | resumes`, `The talks | resume`.
  private func isPresent(_ token: Int, from first: Int) -> Bool {
    let hash = tokens.hashes[token]
    if Self.presents.contains(hash) {
      return !isBehindOwner(token) && !(Self.nouns.contains(hash) && isBehindNumber(token))
    }
    if Self.bases.contains(hash) { return isBehindSubject(token, from: first) }
    // "takes effect", "comes into force"
    if Self.comes.contains(hash) { return isIn(Self.into, token + 1) && !isBehindOwner(token) }
    if Self.come.contains(hash) { return isIn(Self.into, token + 1) && isBehindSubject(token, from: first) }
    return false
  }

  /// `30 votes`, `several plays`
  private func isBehindNumber(_ token: Int) -> Bool {
    guard token > 0 else { return true }
    if tokens.shapes[token - 1].isDigits { return true }
    switch word(token - 1) {
    case .number, .few: return true
    default: return tense(of: token - 1) != nil || isIn(Self.causes, token - 1) || isIn(Self.beforeNouns, token - 1)
    }
  }

  /// `nurses who do not report by Monday`
  private func isCondition(_ token: Int) -> Bool { isIn(Self.doing, token) && isIn(Self.negations, token + 1) }

  private static var doing: FewWords { FewWords("do", "does") }
  private static var negations: FewWords { FewWords("not", "n't") }

  /// "meet" in `to meet on Friday`; "to" before a noun has an article or a capital behind it.
  private func isVerbBehindTo(_ token: Int) -> Bool {
    isIn(Self.to, token - 1) && tokens.sentenceOf[token - 1] == tokens.sentenceOf[token]
      && !isIn(Self.determiners, token)
  }

  /// Whether what stands before "to" speaks of what is still to come: right before, or with whom it is about between.
  private func governed(by to: Int, _ isDeadline: Bool) -> Bool {
    let words = max(tokens.sentence(to).lowerBound, to - 5)..<to
    if isDeadline { return !words.contains { isIn(Self.done, $0) } }
    return words.contains { isIn(Self.expecting, $0) } || isIn(Self.be, to - 1)
  }

  /// `The teams now | move`, `Norvik, meanwhile, | go`: the present of more than one, not `saw the teams go`.
  private func isBehindSubject(_ verb: Int, from first: Int) -> Bool {
    let before = verb - 1
    guard before >= first, tokens.sentenceOf[before] == tokens.sentenceOf[verb],
      tokens.isCharacter(before, ",") || isIn(Self.subjects, before)
        || isPlural(before) && !isIn(Self.determiners, before)
    else { return false }
    return !(max(first, before - 4)..<before).contains { isIn(Self.causes, $0) || tense(of: $0) == .past }
  }

  func isPlural(_ token: Int) -> Bool {
    token < limit && tokens.isWord(token) && tokens.ends[token] - tokens.starts[token] > 3
      && tokens.bytes[tokens.end(token) - 1] == UInt8(ascii: "s")
  }

  private static let bases = words(
    "move go travel host play meet return resume begin start open close sit vote convene end expire reopen")
  private static let subjects = words("now then next they we who both")
  private static let causes = words(
    "did do does let made make saw see watched helped help had would could not n't to with")

  /// `her plays on Monday`: a noun.
  private func isBehindOwner(_ token: Int) -> Bool { isIn(Self.determiners, token - 1) || isIn(Self.owners, token - 1) }

  /// In tokens.
  private static let farthestGovernor = 14
  private static var to: FewWords { FewWords("to") }
  private static var be: FewWords { FewWords("is", "are", "am", "'re") }
  private static var onDay: FewWords { FewWords("on", "in") }
  private static var deadlines: FewWords { FewWords("by", "until", "till", "before") }
  private static var moves: FewWords { FewWords("to", "for", "until", "till") }
  private static let moved = words("moved postponed rescheduled delayed adjourned deferred rearranged adjourn postpone")
  /// Verbs of what is planned: the present of a narrator with a weekday looks ahead.
  private static let presents = words(
    """
    begins starts opens meets votes ends expires closes resumes plays faces hosts travels returns leaves arrives takes kicks \
    flies reconvenes sits convenes reopens premieres airs continues debuts
    """)
  /// Those that are nouns too.
  private static let nouns = words(
    "starts opens meets votes ends closes plays faces hosts travels returns leaves kicks flies airs")
  /// What headlines tell of a day that is over: `Dow closes higher Monday`.
  private static let narrated = words("closes ends leaves takes arrives returns flies votes meets")
  private static var comes: FewWords { FewWords("comes", "goes") }
  private static var come: FewWords { FewWords("come", "take") }
  private static var into: FewWords { FewWords("into", "effect", "force", "office", "place") }
  private static var beforeNouns: FewWords { FewWords("of", "for", "by", "in", "from", "on") }
  /// Before a date of which the verb says nothing.
  private static let otherwise = words(
    "since from of until till before after by between during for last next this past every each to through about than early late mid and or"
  )
  private static var states: FewWords { FewWords("is", "are") }
  private static let demands = words(
    "demanded demands demand deadline ultimatum has have gave given called calls wants want extended remanded suspended"
  )
  private static let expecting = words(
    """
    likely unlikely expect expects expected hope hopes plan plans planning want wants due set ready preparing prepares needs \
    intends aims scheduled booked
    """)
  private static let done = words(
    "managed failed forced began had able refused continued started helped came went used")
  private static var owners: FewWords { FewWords("'s", "'") }
  private static let determiners = words("the a an this that these those his her its their our my your some any all")
}
