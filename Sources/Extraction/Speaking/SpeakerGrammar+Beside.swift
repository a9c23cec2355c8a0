/// Who speaks where another name stands near, which the ranker may take for the speaker.
extension SpeakerGrammar {
  func beside(behind piece: Range<Int>, _ chosen: Range<Int>?) -> Range<Int>? {
    guard let first = wordBehind(piece) ?? verbBehindCry(piece), !isQuoted(first) else {
      return nil
    }
    return beforeAuthority(first, chosen) ?? adjacent(first, chosen) ?? putting(first)
      ?? court(first) ?? overheard(first)
  }

  /// `,” Ode said, according to the agency`, `,” Ode went on, according to the agency`
  private func beforeAuthority(_ first: Int, _ chosen: Range<Int>?) -> Range<Int>? {
    guard let chosen, chosen.lowerBound > first + 2, input.tokens.hashes[chosen.lowerBound - 2] == Self.according,
      let name = candidate(where: { $0.lowerBound == first }), name.upperBound < chosen.lowerBound - 2,
      input.strengths[name.upperBound] == .a || SubjectFinder.isFinite(name.upperBound, input),
      input.tokens.suffixes[name.upperBound] != Self.ing,
      input.tokens.sentenceOf[first] == input.tokens.sentenceOf[chosen.lowerBound]
    else { return nil }
    return name
  }

  /// `Ode told the cabinet that it was "written in the hills", according to a transcript`: the ranker chose what knows of it.
  func beforeAuthority(ahead piece: Range<Int>, _ chosen: Range<Int>?) -> Range<Int>? {
    guard let chosen, chosen.lowerBound >= piece.upperBound + 2,
      input.tokens.hashes[chosen.lowerBound - 2] == Self.according,
      input.tokens.hashes[piece.lowerBound] == Self.that, case let sentence = input.tokens.sentence(piece.lowerBound),
      sentence.contains(chosen.lowerBound), sentence.lowerBound < piece.lowerBound,
      let verb = (max(sentence.lowerBound, piece.lowerBound - Self.farthest)..<piece.lowerBound).last(where: {
        input.strengths[$0] == .a && !isQuoted($0)
      }), !ClauseFinder.isNounOrPassive(verb, input), case let subjects = SubjectFinder(input, tagged, in: paragraph)
    else { return nil }
    return subjects.subjectBeforeClause(of: verb) ?? subjects.subject(of: verb)
  }

  /// `,” thinks Ode, of the pollster Roth`
  private func adjacent(_ verb: Int, _ chosen: Range<Int>?) -> Range<Int>? {
    guard input.strengths[verb] != .none, input.tokens.shapes[verb] == .lower,
      input.tokens.suffixes[verb] != Self.ing, verb + 1 < paragraph.upperBound,
      input.tokens.shapes[verb + 1].isCapitalised,
      let name = candidate(where: { $0.lowerBound == verb + 1 }), name.upperBound < paragraph.upperBound,
      input.tokens.isCharacter(name.upperBound, ","), let chosen, chosen.lowerBound > name.upperBound,
      input.tokens.sentenceOf[chosen.lowerBound] == input.tokens.sentenceOf[verb]
    else { return nil }
    return name
  }

  /// `,” is how she put it`
  private func putting(_ verb: Int) -> Range<Int>? {
    guard verb + 3 < paragraph.upperBound, Self.being.contains(input.tokens.hashes[verb]) else {
      return nil
    }
    if let teller = sayingThing(verb) { return teller }
    guard input.tokens.hashes[verb + 1] == Self.how,
      let put = (verb + 3..<min(paragraph.upperBound, verb + 8)).first(where: {
        Self.putting.contains(input.tokens.hashes[$0])
      }), (verb + 2..<put).allSatisfy(input.tokens.isWord)
    else { return nil }
    return verb + 2..<put
  }

  /// `,” one miner was heard shouting by the Herald`: not who heard it.
  private func overheard(_ first: Int) -> Range<Int>? {
    let near = first + 1..<max(first + 1, min(paragraph.upperBound - 2, first + Self.farthest))
    guard let being = near.first(where: { Self.beingAll.contains(input.tokens.hashes[$0]) }),
      Self.overhearing.contains(input.tokens.hashes[being + 1]), input.tokens.suffixes[being + 2] == Self.ing,
      (first..<being).allSatisfy({ input.tokens.isWord($0) && !SubjectFinder.isFinite($0, input) })
    else { return nil }
    return first..<being
  }

  private static let beingAll = WordSet("is was are were")
  private static let overhearing = WordSet("heard overheard seen filmed recorded caught")

  /// `” was the first thing she said to me`
  private func sayingThing(_ verb: Int) -> Range<Int>? {
    let near = verb + 2..<max(verb + 2, min(paragraph.upperBound - 2, verb + 6))
    guard isArticle(verb + 1),
      let thing = near.first(where: { Self.things.contains(input.tokens.hashes[$0]) })
    else {
      return nil
    }
    return candidate {
      $0.lowerBound == thing + 1 && $0.upperBound < paragraph.upperBound
        && input.strengths[$0.upperBound] == .a
    }
  }

  private static let things = WordSet(
    "thing things words question answer message phrase sentence advice response")

  /// `... "three times" for a bed, an inquest has heard.`
  private func court(_ first: Int) -> Range<Int>? {
    let end = input.tokens.sentence(first).upperBound
    let clause = first..<((first..<end).first { !input.tokens.isWord($0) } ?? end)
    return AttributedSentence.hearer(in: clause, input)
  }

  /// `The coach Ann Ode, speaking to Roth: "..."`, `Ex-defender Ann Ode, on duty for Roth, was scathing: "..."`: nobody else
  /// does anything between her name and the colon.
  func presenting(_ piece: Range<Int>, _ chosen: Range<Int>?) -> Range<Int>? {
    let colon = piece.lowerBound - 1
    guard colon > paragraph.lowerBound, input.tokens.isCharacter(colon, ":") else { return nil }
    let start = max(paragraph.lowerBound, input.tokens.sentence(colon).lowerBound)
    guard let comma = (start..<colon).first(where: { !input.tokens.isWord($0) }),
      input.tokens.isCharacter(comma, ","), (2...10).contains(comma - start), colon - comma <= Self.longestAside,
      input.tokens.shapes[comma - 1].isCapitalised, input.tokens.shapes[comma - 2].isCapitalised,
      !(start..<comma).contains(where: { isQuoted($0) || Pronouns.prepositions.contains(input.tokens.hashes[$0]) }),
      (start..<comma).allSatisfy({ input.tokens.shapes[$0].isCapitalised || !SubjectFinder.isFinite($0, input) }),
      chosen.map({ $0.lowerBound > comma || $0.upperBound < comma && start <= $0.lowerBound }) ?? true,
      !(comma..<colon).contains(where: { isSomebodyActing($0) })
    else { return nil }
    return start..<comma
  }

  /// `Ode left, but her coach, Ann Roth, complained that she had been "..."`: the name behind its noun, right before the verb.
  func apposed(before piece: Range<Int>) -> Range<Int>? {
    let verb = piece.lowerBound - 1
    guard verb - 4 > paragraph.lowerBound, input.strengths[verb] == .a, SubjectFinder.isFinite(verb, input),
      input.tokens.isCharacter(verb - 1, ","),
      let name = candidate(where: { $0.upperBound == verb - 1 }), name.lowerBound - 2 > paragraph.lowerBound,
      input.tokens.isCharacter(name.lowerBound - 1, ","), input.tokens.shapes[name.lowerBound - 2] == .lower,
      input.isTitle[name.lowerBound - 2], !isQuoted(name.lowerBound)
    else { return nil }
    return name
  }

  /// Whether somebody stands right before a verb of saying.
  private func isSomebodyActing(_ verb: Int) -> Bool {
    input.strengths[verb] != .none && candidate(where: { $0.upperBound == verb }) != nil
  }

  private static let longestAside = 14
  private static var that: UInt32 { ByteHash.of("that") }
  private static var how: UInt32 { ByteHash.of("how") }
  private static var being: FewWords { FewWords("is", "was") }
  private static let putting = WordSet("put puts describes described phrased sees saw summed sums explains explained")
  private static var according: UInt32 { ByteHash.of("according") }
}
