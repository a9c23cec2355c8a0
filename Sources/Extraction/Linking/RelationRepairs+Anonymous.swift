/// Who asks not to be named says something else.
extension RelationRepairs {
  /// `A clerk, who asked | not to be named, said the boats were late`: what is said begins behind the verb that follows.
  func cutAtAnonymity(_ relations: inout [Relation]) {
    takeAnonymous(&relations)
    for index in relations.indices {
      guard let cue = relations[index].cue else { continue }
      let sentence = input.tokens.sentence(cue.lowerBound)
      guard let wish = wish(of: relations[index], behind: cue) else {
        // `A clerk, who asked not to be named, said | the boats were late`
        if isNobody(relations[index].source), cue.count == 1, input.strengths[cue.lowerBound] == .a,
          let teller = AnonymousTeller.find(in: sentence, input), teller.verb == cue.lowerBound
        {
          relations[index].source = teller.source
        }
        continue
      }
      guard let teller = AnonymousTeller.find(in: sentence, input), cue.upperBound <= teller.verb else {
        relations[index].contents.removeAll { $0 == wish && !$0.contains(where: input.isQuoted) }
        continue
      }
      if relations.contains(where: { $0.cue?.contains(teller.verb) ?? false }) {
        relations[index].contents.removeAll { $0.lowerBound < teller.verb && $0.upperBound <= teller.words }
      } else {
        tell(&relations[index], teller, sentence)
      }
    }
  }

  /// `A nurse who spoke on condition of anonymity because she | feared | for her job said ...`: why somebody has no name is not
  /// what is said, and nobody in the reason says it.
  private func takeAnonymous(_ relations: inout [Relation]) {
    for index in relations.indices {
      guard let cue = relations[index].cue, wish(of: relations[index], behind: cue) == nil,
        !relations[index].contents.contains(where: { $0.contains(where: input.isQuoted) })
      else { continue }
      if isFear(cue) { relations[index].contents = [] }
      let sentence = input.tokens.sentence(cue.lowerBound)
      guard input.ruleWords(in: sentence).contains(.nameless.union(.relative)),
        let teller = AnonymousTeller.find(in: sentence, input), cue.upperBound > teller.clause.lowerBound,
        cue.lowerBound <= teller.verb
      else { continue }
      takeAnonymous(&relations, index, teller, isVerb: cue.contains(teller.verb))
    }
  }

  /// - Parameter isVerb: Whether the cue is the verb of the main clause; else it stands in the reason.
  private func takeAnonymous(_ relations: inout [Relation], _ index: Int, _ teller: AnonymousTeller, isVerb: Bool) {
    relations[index].contents.removeAll {
      teller.clause.contains($0.lowerBound) || !isVerb && $0.upperBound <= teller.words
    }
    if isVerb {
      if relations[index].source.map({ teller.clause.contains($0.lowerBound) }) ?? false {
        relations[index].source = teller.source
      }
    } else if relations.contains(where: { $0.cue?.contains(teller.verb) ?? false }) {
      return
    }
    if relations[index].contents.isEmpty { tell(&relations[index], teller, input.tokens.sentence(teller.verb)) }
  }

  /// `on condition of anonymity, fearing for her job`: the verb right behind the wish, or behind what begins the reason.
  private func isFear(_ cue: Range<Int>) -> Bool {
    guard Self.fearing.contains(input.tokens.hashes[cue.lowerBound]) else { return false }
    let start = max(input.tokens.sentence(cue.lowerBound).lowerBound, cue.lowerBound - Self.farthestReason)
    return (start..<cue.lowerBound).contains {
      AnonymousTeller.nameless.contains(input.tokens.hashes[$0]) || isWord($0, AnonymousTeller.withheld)
    }
  }

  private static let farthestReason = 4
  private static var fearing: FewWords { FewWords("fear", "fearing", "fears", "feared", "worried") }

  /// No source, or "who".
  private func isNobody(_ source: Range<Int>?) -> Bool {
    source.map { $0.count == 1 && Pronouns.relatives.contains(input.tokens.hashes[$0.lowerBound]) } ?? true
  }

  private func wish(of relation: Relation, behind cue: Range<Int>) -> Range<Int>? {
    let content = relation.contents.first { $0.lowerBound >= cue.upperBound }
    guard let content, content.lowerBound - cue.upperBound <= 2, AnonymousTeller.isAsking(cue, input) else {
      return nil
    }
    return AnonymousTeller.isWish(content, input) ? content : nil
  }

  private func tell(_ relation: inout Relation, _ teller: AnonymousTeller, _ sentence: Range<Int>) {
    let contents = relation.contents.compactMap { content in
      content.upperBound > teller.words + 1 ? max(content.lowerBound, teller.words)..<content.upperBound : nil
    }
    relation.source = teller.source
    relation.cue = teller.verb..<teller.verb + 1
    relation.origin = .clause
    relation.contents = contents.isEmpty ? [teller.words..<input.tokens.wordsEnd(sentence)] : contents
  }

  /// `..., said Ann Ode, the governor of the region`: who says it was taken for a second part of the words.
  func takeInvertedSpeaker(_ relation: inout Relation) {
    guard relation.contents.count == 2, let cue = relation.cue, cue.count == 1,
      case (let words, let speaker) = (relation.contents[0], relation.contents[1]),
      words.upperBound + 1 == cue.lowerBound, input.tokens.isCharacter(words.upperBound, ","),
      speaker.lowerBound == cue.upperBound, Self.saying.contains(input.tokens.hashes[cue.lowerBound]),
      !speaker.contains(where: input.isQuoted),
      case let name = speaker.prefix(while: { input.tokens.shapes[$0].isCapitalised }), name.count > 1,
      name.upperBound == speaker.upperBound || input.tokens.isCharacter(name.upperBound, ","),
      !speaker.contains(where: { input.strengths[$0] == .a })
    else { return }
    relation.source = speaker
    relation.contents = [words]
  }

  /// `..., said Ode, adding that it was late`: who adds something has said what stands before.
  func takeSourceOfSaid(_ relations: inout [Relation]) {
    for index in relations.indices.dropFirst() {
      guard let cue = relations[index].cue, input.tokens.hashes[cue.lowerBound] == Self.adding,
        cue.lowerBound > 0, input.tokens.isCharacter(cue.lowerBound - 1, ","),
        let said = relations[..<index].last(where: { relation in
          guard let other = relation.cue, let source = relation.source else { return false }
          return input.tokens.sentenceOf[other.lowerBound] == input.tokens.sentenceOf[cue.lowerBound]
            && Self.saying.contains(input.tokens.hashes[other.lowerBound]) && source.lowerBound == other.upperBound
            && source.upperBound < cue.lowerBound
        })
      else { continue }
      relations[index].source = said.source
    }
  }

  private static var saying: FewWords { FewWords("said", "says") }
  private static var adding: UInt32 { ByteHash.of("adding") }
}
