/// Days that a sentence in the past looks ahead to.
extension DateReader {
  /// Which way the words right around a weekday look, whatever the tense of the sentence; `nil` where they tell nothing.
  ///
  ///     were likely to meet on Friday          .future
  ///     ordered him to pay by Friday           .future
  ///     The strike begins on Monday            .future
  ///     was moved to Saturday                  .future
  ///     managed to escape on Friday            nil
  func aim(ofDay day: Int) -> DateClock.Tense? {
    let first = max(tokens.sentence(day).lowerBound, day - Self.farthestGovernor)
    guard day > first + 1 else { return nil }
    let before = day - 1
    if isIn(Self.moves, before), (max(first, day - 5)..<before).contains(where: { isIn(Self.moved, $0) }) {
      return .future
    }
    // "The deadline is Friday"
    if isIn(Self.states, before) { return .future }
    let isDeadline = isIn(Self.deadlines, before)
    guard isDeadline || isIn(Self.onDay, before) else { return isRuledDirectly(day, from: first) ? .future : nil }
    for token in stride(from: before - 1, through: first, by: -1) {
      guard tokens.shapes[token] == .lower else {
        if tokens.isCharacter(token, ";") { return nil }
        continue
      }
      let hash = tokens.hashes[token]
      if Self.presents.contains(hash), !isBehindOwner(token) { return .future }
      if Self.bases.contains(hash), isBehindSubject(token, from: first) { return .future }
      if Self.states.contains(hash) { return token == before - 1 ? .future : nil }
      if isDeadline, Self.demands.contains(hash) || isCondition(token) { return .future }
      if isVerbBehindTo(token) { return governed(by: token - 1, isDeadline) ? .future : nil }
      if tense(of: token) != nil { return nil }
    }
    return nil
  }

  /// `The trial resumes Monday`, `The teams meet again Sunday`: without "on", right behind the verb or nearly so.
  private func isRuledDirectly(_ day: Int, from first: Int) -> Bool {
    for token in stride(from: day - 1, through: max(first, day - Self.nearest), by: -1) {
      guard tokens.shapes[token] == .lower else { return false }
      let hash = tokens.hashes[token]
      if Self.presents.contains(hash) { return token > first && !isBehindOwner(token) }
      if Self.bases.contains(hash) || Self.resuming.contains(hash) { return isBehindSubject(token, from: first) }
      if tense(of: token) != nil { return false }
    }
    return false
  }

  /// `nurses who do not report by Monday`
  private func isCondition(_ token: Int) -> Bool { isIn(Self.doing, token) && isIn(Self.negations, token + 1) }

  private static let doing = words("do does")
  private static let negations = words("not n't")
  private static let resuming = words("resume begin start open reopen reconvene vote face")
  /// In tokens.
  private static let nearest = 3

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

  private static let bases = words("move go travel host play meet return")
  private static let subjects = words("now then next they we who both")
  private static let causes = words("did do does let made make saw see watched helped help had would could not n't to")

  /// `her plays on Monday`: a noun.
  private func isBehindOwner(_ token: Int) -> Bool { isIn(Self.determiners, token - 1) || isIn(Self.owners, token - 1) }

  /// In tokens.
  private static let farthestGovernor = 14
  private static let to = words("to")
  private static let be = words("is are am 're")
  private static let onDay = words("on")
  private static let deadlines = words("by until till before")
  private static let moves = words("to for until till")
  private static let moved = words("moved postponed rescheduled delayed adjourned deferred rearranged adjourn postpone")
  /// Verbs of what is planned: the present of a narrator with a weekday looks ahead.
  private static let presents = words(
    """
    begins starts opens meets votes ends expires closes resumes plays faces hosts travels returns leaves arrives takes kicks \
    flies reconvenes reopens continues airs premieres debuts
    """)
  private static let states = words("is are")
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
  private static let owners = words("'s '")
  private static let determiners = words("the a an this that these those his her its their our my your some any all")
}
