import ArticleModel

/// Whom a pronoun means that answers: `"Was it empty?" Ann Holt asked Ruth Hale. "I think so," she replied.`
extension NameResolver {
  /// Who asked last, and where.
  struct Asker {
    var person: Int
    /// The token behind the words that say that something is asked.
    var end: Int
  }

  /// Keeps who asks a question.
  mutating func remember(_ speaker: Speaker?, asking cue: Range<Int>?) {
    guard let cue, speaker?.kind == .person, let person = people.last,
      cue.contains(where: { Self.asking.contains(tokens.hashes[$0]) })
    else { return }
    asker = Asker(person: person, end: cue.upperBound)
  }

  /// Whom was asked, or else the best but the one who asked; `nil` where nothing of the kind is told.
  func answerer(_ pronoun: Range<Int>, _ gender: Gender) -> Int? {
    guard let asker, pronoun.count == 1, asker.end <= pronoun.lowerBound, answers(pronoun.lowerBound),
      tokens.paragraphOf[pronoun.lowerBound] - tokens.paragraphOf[asker.end - 1] <= 1
    else { return nil }
    if asker.end < pronoun.lowerBound, let name = names.name(at: asker.end), name.kind == .person,
      name.full.lowerBound == asker.end || name.tokens.lowerBound == asker.end, let entity = name.entity,
      names.entities[entity].gender.allows(gender)
    {
      return entity
    }
    return pronouns.person(at: pronoun.lowerBound, gender, speakers: people, but: [asker.person])
  }

  /// `The barrister, Fiona Orr, asked him who it was. "Nobody," he said.`: anybody but who asked.
  func askedByName(_ pronoun: Range<Int>, _ gender: Gender) -> Int? {
    guard pronoun.count == 1, gender != .unknown, case let start = tokens.sentence(pronoun.lowerBound).lowerBound,
      start > 0, case let before = tokens.sentence(start - 1),
      tokens.paragraphOf[start] - tokens.paragraphOf[start - 1] <= 1,
      let asked = before.dropFirst().dropLast().first(where: { Self.questioning.contains(tokens.hashes[$0]) }),
      isObject(asked + 1, gender, in: before)
    else { return nil }
    let asker = names.indices(in: before.lowerBound..<asked).last { names.names[$0].kind == .person }
    guard let entity = asker.flatMap({ names.names[$0].entity }) else { return nil }
    return pronouns.person(at: pronoun.lowerBound, gender, speakers: people, but: [entity])
  }

  /// "asked him", "asked her whether", not "asked her assistant".
  private func isObject(_ token: Int, _ gender: Gender, in sentence: Range<Int>) -> Bool {
    if gender == .male { return tokens.hashes[token] == Self.him }
    guard tokens.hashes[token] == Self.her, token + 1 < sentence.upperBound else { return false }
    return !tokens.isWord(token + 1) || Self.behindObject.contains(tokens.hashes[token + 1])
  }

  private static var him: UInt32 { ByteHash.of("him") }
  private static var her: UInt32 { ByteHash.of("her") }
  private static let behindObject = WordSet("who whom whether if about what why how when where to which on")

  /// `"Whose fault is it?" a reporter asked. / "Mine," he replied.`: who asks by a noun does not answer.
  func isAsked(by noun: Int, answering pronoun: Int) -> Bool {
    answers(pronoun)
      && (max(0, noun - 2)..<min(tokens.count, noun + 2)).contains { Self.asking.contains(tokens.hashes[$0]) }
  }

  private func answers(_ pronoun: Int) -> Bool {
    pronoun + 1 < tokens.count && Self.answering.contains(tokens.hashes[pronoun + 1])
      || pronoun > 0 && Self.answering.contains(tokens.hashes[pronoun - 1])
  }

  private static var questioning: FewWords { FewWords("asked", "asks", "questioned", "pressed", "interviewed") }
  private static let asking = WordSet("asked asks")
  private static var answering: FewWords { FewWords("replied", "replies", "answered", "answers", "responded") }
}
