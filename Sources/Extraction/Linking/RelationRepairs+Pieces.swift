/// Words that the telling cuts in two, or that the tagger saw only a piece of.
extension RelationRepairs {
  /// `The new bridge, the mayor said, was closed`: behind who says it the words go on.
  func takeRest(_ relation: inout Relation) {
    guard relation.contents.count == 1, let content = relation.contents.first, let cue = relation.cue,
      let source = relation.source, content.upperBound <= min(source.lowerBound, cue.lowerBound)
    else { return }
    let sentence = input.tokens.sentence(cue.lowerBound)
    let comma = behindHearer(max(cue.upperBound, source.upperBound), of: cue, in: sentence)
    guard content.lowerBound >= sentence.lowerBound, comma + 2 < sentence.upperBound,
      input.tokens.isCharacter(comma, ","), goesOn(content, at: comma + 1, before: sentence.upperBound)
    else { return }
    var rest = (comma + 1)..<sentence.upperBound
    while rest.count > 2, !input.tokens.isWord(rest.upperBound - 1) { rest = rest.lowerBound..<(rest.upperBound - 1) }
    guard !(content.lowerBound..<rest.upperBound).contains(where: input.isQuoted),
      !rest.contains(where: isTelling)
    else { return }
    relation.contents.append(rest)
  }

  /// `Every lorry that passes, she says, is counted`: the words began before who says them.
  func takeBeginning(_ relation: inout Relation) {
    guard relation.contents.count == 1, let content = relation.contents.first, let cue = relation.cue,
      let source = relation.source, Self.finite.contains(input.tokens.hashes[content.lowerBound])
    else { return }
    let telling = min(cue.lowerBound, source.lowerBound)..<max(cue.upperBound, source.upperBound)
    let start = start(of: input.tokens.sentence(cue.lowerBound))
    let comma = telling.lowerBound - 1
    let next = behindHearer(telling.upperBound, of: cue, in: input.tokens.sentence(cue.lowerBound))
    guard content.lowerBound == next + 1, input.tokens.isCharacter(next, ","),
      telling.count <= Self.longestTelling, comma > start + 1, input.tokens.isCharacter(comma, ","),
      !(start..<content.upperBound).contains(where: input.isQuoted),
      !(start..<comma).contains(where: { input.isRulingCue($0) && !isBehindArticle($0) || isWord($0, Self.semicolon) }),
      !Pronouns.prepositions.contains(input.tokens.hashes[start])
    else { return }
    relation.contents.insert(start..<comma, at: 0)
  }

  /// `The bridge, if approved, | could help traders, according to Ode`: words that begin with a verb behind a comma have
  /// their subject in front of it.
  func takeSubjectOfWords(_ relation: inout Relation) {
    guard let content = relation.contents.first, let cue = relation.cue, content.upperBound <= cue.lowerBound,
      Self.finite.contains(input.tokens.hashes[content.lowerBound]), content.lowerBound > 0,
      input.tokens.isCharacter(content.lowerBound - 1, ","),
      case let start = start(of: input.tokens.sentence(content.lowerBound)), start + 2 < content.lowerBound,
      input.tokens.sentenceOf[cue.lowerBound] == input.tokens.sentenceOf[content.lowerBound],
      relation.source.map({ $0.lowerBound >= content.upperBound }) ?? true,
      !(start..<content.lowerBound).contains(where: {
        input.isQuoted($0)
          || input.isRulingCue($0) && ($0 == 0 || !Self.participles.contains(input.tokens.hashes[$0 - 1]))
      }),
      !Pronouns.prepositions.contains(input.tokens.hashes[start])
    else { return }
    relation.contents[0] = start..<content.upperBound
  }

  /// `The bridge, which had been closed for a year, will open in May, the mayor said`: nothing but the subject was taken.
  func takeSentence(_ relation: inout Relation) {
    guard relation.contents.count == 1, let content = relation.contents.first, let cue = relation.cue,
      content.upperBound + 1 < cue.lowerBound, !input.isQuoted(content.lowerBound),
      !content.contains(where: { SubjectFinder.isFinite($0, input) }),
      input.tokens.isCharacter(content.upperBound, ",")
    else { return }
    let sentence = input.tokens.sentence(cue.lowerBound)
    guard content.lowerBound == start(of: sentence),
      let whole = AttributedSentence(input: input, subjects: subjects).atEnd(content.lowerBound..<sentence.upperBound),
      whole.cue?.overlaps(cue) ?? false, let words = whole.contents.first, words.upperBound > content.upperBound,
      !words.contains(where: { input.isQuoted($0) })
    else { return }
    relation.contents = whole.contents
    relation.source = relation.source ?? whole.source
  }

  /// `The river rises. The mayor says it will flood.`: what stands behind the verb is said, not the sentence before.
  func dropSentenceBefore(_ relation: inout Relation) {
    guard relation.contents.count > 1, let cue = relation.cue, let source = relation.source,
      relation.contents.contains(where: { $0.lowerBound == cue.upperBound }),
      !relation.contents.contains(where: { $0.contains(where: input.isQuoted) })
    else { return }
    let start = input.tokens.sentence(cue.lowerBound).lowerBound
    guard source.lowerBound >= start else { return }
    relation.contents.removeAll { $0.upperBound <= start }
  }

  /// The comma behind whoever hears it and where it was said (`told the Herald on Monday`, `wrote in his diary`), where nothing
  /// else stands before it; else the same token.
  private func behindHearer(_ first: Int, of cue: Range<Int>, in sentence: Range<Int>) -> Int {
    guard first < sentence.upperBound, input.tokens.isWord(first), first == cue.upperBound,
      let comma = (first..<min(sentence.upperBound, first + Self.longestHearing)).first(where: {
        !input.tokens.isWord($0)
      }),
      input.tokens.isCharacter(comma, ",")
    else { return first }
    let attributed = AttributedSentence(input: input, subjects: subjects)
    return attributed.isHearer(first..<comma, of: first - 1) || attributed.isCircumstance(first..<comma) ? comma : first
  }

  /// In tokens.
  private static let longestHearing = 11

  /// "The official estimate": a noun, whatever else it can be.
  private func isBehindArticle(_ token: Int) -> Bool {
    (max(0, token - 2)..<token).contains { Pronouns.articles.contains(input.tokens.hashes[$0]) }
  }

  private func start(of sentence: Range<Int>) -> Int {
    max(sentence.lowerBound, input.tokens.paragraph(sentence.lowerBound).tokens.lowerBound)
  }

  /// `a plan which she says will fail`: "which" belongs to the words behind, not to those before.
  func takeRelatives(_ relations: inout [Relation]) {
    for index in relations.indices {
      let relation = relations[index]
      guard relation.contents.count == 1, let cue = relation.cue, let source = relation.source,
        source.upperBound == cue.lowerBound, relation.contents[0].lowerBound == cue.upperBound,
        Self.finite.contains(input.tokens.hashes[cue.upperBound]), source.lowerBound > 0
      else { continue }
      let which = source.lowerBound - 1
      guard isWord(which, Self.which), which > 0, !Pronouns.prepositions.contains(input.tokens.hashes[which - 1]) else {
        continue
      }
      for other in relations.indices where other != index { cut(&relations[other], at: which) }
      relations[index].contents.insert(which..<(which + 1), at: 0)
    }
  }

  /// Takes the last word away, and the comma before it.
  private func cut(_ relation: inout Relation, at last: Int) {
    guard let content = relation.contents.last, content.upperBound == last + 1, content.lowerBound < last else {
      return
    }
    let end = input.tokens.isCharacter(last - 1, ",") ? last - 1 : last
    if content.lowerBound < end { relation.contents[relation.contents.count - 1] = content.lowerBound..<end }
  }

  /// `expects a profit of two million won | ($1,500) this year`: what stands in brackets cuts no words in two.
  func takeBehindBracket(_ relation: inout Relation) {
    guard let cue = relation.cue, let content = relation.contents.last, cue.upperBound <= content.lowerBound,
      case let sentence = input.tokens.sentence(content.lowerBound), content.upperBound < sentence.upperBound,
      let opening = bracket(at: content),
      let closing = (opening + 1..<min(sentence.upperBound, opening + Self.longestBracket)).first(where: {
        input.tokens.isCharacter($0, ")")
      }), closing >= content.upperBound,
      cue.contains(where: { input.strengths[$0] == .a }),
      input.tokens.sentenceOf[cue.lowerBound] == input.tokens.sentenceOf[closing]
    else { return }
    let rest = closing + 1..<sentence.upperBound
    let next = rest.first { endsWords($0, before: rest.upperBound) } ?? rest.upperBound
    let end = input.tokens.wordsEnd(closing..<next)
    guard !(content.lowerBound..<max(end, closing)).contains(where: input.isQuoted),
      !(closing..<next).contains(where: { isTelling($0) || input.isRulingCue($0) }),
      relation.source.map({ !(content.upperBound..<next).contains($0.lowerBound) }) ?? true
    else { return }
    relation.contents[relation.contents.count - 1] = content.lowerBound..<max(end, closing + 1)
  }

  /// The bracket that opens behind some words, or in them.
  private func bracket(at content: Range<Int>) -> Int? {
    if input.tokens.isCharacter(content.upperBound, "(") { return content.upperBound }
    guard input.tokens.isCharacter(content.upperBound, ")") else { return nil }
    return content.last { input.tokens.isCharacter($0, "(") }
  }

  /// A semicolon, or a comma with another clause behind it.
  private func endsWords(_ token: Int, before end: Int) -> Bool {
    guard input.facts[token].contains(.comma) else { return false }
    return isWord(token, Self.semicolon) || token + 1 < end && Self.others.contains(input.tokens.hashes[token + 1])
      || token + 1 < end && input.tokens.suffixes[token + 1] == Self.gerund
  }

  private static let longestBracket = 16
  private static var others: FewWords { FewWords("but", "while", "although", "though", "whereas") }
  private static var gerund: UInt32 { ByteHash.of("ing") }
  private static let longestTelling = 8
  /// What stands before a participle: "if confirmed".
  private static var participles: FewWords { FewWords(",", "if", "when", "once", "as", "though") }
  private static var semicolon: UInt32 { ByteHash.of(";") }
  private static var which: UInt32 { ByteHash.of("which") }
  private static let finite = WordSet(
    "is are was were has have had will would does did can could must should may might")
}
