/// What nobody has said: it is denied of everybody, supposed, wished for, or still to come.
struct SupposedReports {
  let input: TaggerInput

  /// Words without marks for the most part: what is quoted has been said by somebody.
  func contains(_ relation: Relation) -> Bool { isImagined(relation) || isUnsaid(relation) }

  private func isUnsaid(_ relation: Relation) -> Bool {
    guard let cue = relation.cue, let content = relation.contents.first, cue.upperBound <= content.lowerBound,
      !input.isQuoted(cue.lowerBound), !relation.contents.contains(where: { $0.contains(where: input.isQuoted) }),
      let verb = cue.last(where: { input.strengths[$0] == .a })
    else { return false }
    return isWished(verb) || isOfNobody(relation, cue) || isSupposed(cue) || isUntrue(cue)
  }

  /// `looked up as if to say, "..."`, `You will always wonder, "..."`: marks around what nobody has said.
  private func isImagined(_ relation: Relation) -> Bool {
    guard let cue = relation.cue, let content = relation.contents.first, cue.upperBound <= content.lowerBound,
      !input.isQuoted(cue.lowerBound), relation.contents.contains(where: { $0.contains(where: input.isQuoted) })
    else { return false }
    return isOfReader(cue) || isAsIf(cue) || isOfProverb(relation)
  }

  /// `You might say`, `you will always wonder`: readers mark some of what "you can see", so without marks it stays.
  func isOfReader(_ cue: Range<Int>) -> Bool {
    let floor = max(input.tokens.sentence(cue.lowerBound).lowerBound, cue.lowerBound - 2)
    return (floor..<max(floor, verb(of: cue))).contains {
      isWord($0, Self.you) && !input.isQuoted($0) && Self.modals.contains(input.tokens.hashes[$0 + 1])
    }
  }

  /// `as the old proverb says: "..."`
  private func isOfProverb(_ relation: Relation) -> Bool {
    guard let source = relation.source else { return false }
    return Self.proverbs.contains(input.tokens.hashes[source.upperBound - 1])
  }

  private func isAsIf(_ cue: Range<Int>) -> Bool {
    let verb = verb(of: cue)
    return verb - 3 >= input.tokens.sentence(cue.lowerBound).lowerBound && isWord(verb - 1, Self.to)
      && isWord(verb - 2, Self.if) && isWord(verb - 3, Self.as)
  }

  /// The last word of a cue, a colon or a comma left out.
  private func verb(of cue: Range<Int>) -> Int { cue.upperBound - (input.tokens.isWord(cue.upperBound - 1) ? 1 : 2) }

  private func isWord(_ token: Int, _ hash: UInt32) -> Bool { input.tokens.hashes[token] == hash }

  /// `He should say he is sorry`; what `should be said` somewhere is the writer's, too.
  private func isWished(_ verb: Int) -> Bool {
    verb > 0 && Self.wishes.contains(input.tokens.hashes[verb - 1])
      || verb > 1 && isWord(verb - 1, Self.to) && isWord(verb - 2, Self.ought)
  }

  /// `Nobody said the job would be easy`, `No one has claimed that ...`
  private func isOfNobody(_ relation: Relation, _ cue: Range<Int>) -> Bool {
    let start = input.tokens.sentence(cue.lowerBound).lowerBound
    let last =
      relation.source.flatMap { $0.upperBound <= cue.lowerBound ? $0.upperBound - 1 : nil } ?? cue.lowerBound - 1
    var token = last
    while token > start, VerbForms.perfect.contains(input.tokens.hashes[token]) { token -= 1 }
    guard token >= start else { return false }
    if Self.nobodies.contains(input.tokens.hashes[token]) { return true }
    return token > start && isWord(token, Self.one) && isWord(token - 1, Self.no)
  }

  /// `If he says the deal is dead, markets will fall`, `Should the court say so, ...`: the clause begins with it, and who would
  /// say it stands right behind.
  private func isSupposed(_ cue: Range<Int>) -> Bool {
    let sentence = input.tokens.sentence(cue.lowerBound)
    let floor = max(sentence.lowerBound, cue.lowerBound - Self.longestSubject)
    guard
      let first = (floor..<cue.lowerBound).last(where: {
        Self.suppositions.contains(input.tokens.hashes[$0]) || $0 == sentence.lowerBound && isWord($0, Self.should)
      }), first == sentence.lowerBound || !isBehindVerb(first, in: sentence)
    else { return false }
    return (first + 1..<cue.lowerBound).allSatisfy {
      input.tokens.isWord($0) && input.strengths[$0] != .a && !input.isQuoted($0)
    } && first + 1 < cue.lowerBound
  }

  /// "asked if he said so": a question, which is a report.
  private func isBehindVerb(_ token: Int, in sentence: Range<Int>) -> Bool {
    (max(sentence.lowerBound, token - 4)..<token).contains { input.strengths[$0] != .none }
  }

  /// `It is not true that Ode said the bank was broke`
  private func isUntrue(_ cue: Range<Int>) -> Bool {
    let floor = max(input.tokens.sentence(cue.lowerBound).lowerBound, cue.lowerBound - Self.longestSubject)
    guard let that = (floor..<cue.lowerBound).last(where: { isWord($0, Self.that) }), that - 2 >= floor else {
      return false
    }
    let hash = input.tokens.hashes[that - 1]
    return Self.untrue.contains(hash)
      || isWord(that - 1, Self.true) && Self.negations.contains(input.tokens.hashes[that - 2])
  }

  /// In tokens.
  private static let longestSubject = 7
  static let proverbs = WordSet("proverb adage maxim saying")
  static let wishes = WordSet("should must")
  static let nobodies = WordSet("nobody no-one none")
  static let suppositions = WordSet("if unless suppose supposing imagine")
  static let untrue = WordSet("untrue false")
  private static var negations: FewWords { FewWords("not", "n't", "hardly") }
  private static let modals = WordSet("will may might can could would 'll 'd")
  private static var you: UInt32 { ByteHash.of("you") }
  private static var `as`: UInt32 { ByteHash.of("as") }
  private static var `if`: UInt32 { ByteHash.of("if") }
  private static var ought: UInt32 { ByteHash.of("ought") }
  private static var should: UInt32 { ByteHash.of("should") }
  private static var to: UInt32 { ByteHash.of("to") }
  private static var one: UInt32 { ByteHash.of("one") }
  private static var no: UInt32 { ByteHash.of("no") }
  private static var that: UInt32 { ByteHash.of("that") }
  private static var `true`: UInt32 { ByteHash.of("true") }
}
