/// Who speaks stands in a line of its own above a paragraph that is all quotation, or below it, with an age or with what
/// they are:
///
///     Lucy Adair, 23, student             "A country is no company."
///     "I want a future."                  Vera Lindt, economist
struct NameLineRules {
  let input: TaggerInput

  func apply(to drafts: inout [StatementDraft]) {
    takePassedOver(&drafts)
    let open = drafts.indices.filter { drafts[$0].isQuoted && isOpen(drafts[$0]) }
    guard !open.isEmpty else { return }
    let above = open.map { name(in: drafts[$0].paragraph - 1) }
    let below = open.map { index in
      isAlone(drafts[index].paragraph + 1) ? name(in: drafts[index].paragraph + 1) : nil
    }
    // Where names stand both above and below, the first quotation tells to which they belong.
    let isBelow = above[0] == nil && below.count { $0 != nil } >= above.count { $0 != nil }
    for (index, name) in zip(open, isBelow ? below : above) {
      guard let name else { continue }
      drafts[index].source = name
      drafts[index].cue = nil
      drafts[index].method = .dash
      drafts[index].isCarried = false
      drafts[index].choice = 1
    }
  }

  /// Short quotations behind a name line of their own, in which nothing was found.
  private func takePassedOver(_ drafts: inout [StatementDraft]) {
    let marks = input.tokens.marks
    var found: [StatementDraft] = []
    for (number, paragraph) in input.tokens.paragraphs.enumerated()
    where number > 0 && paragraph.kind == .paragraph && marks[paragraph.tokens.lowerBound] != .none {
      guard let quotation = input.quotation(paragraph.tokens.lowerBound), quotation.isClosed,
        quotation.open == paragraph.tokens.lowerBound, quotation.close == paragraph.tokens.upperBound - 1,
        let name = name(in: number - 1), !drafts.contains(where: { $0.paragraph == number })
      else { continue }
      found.append(
        StatementDraft(contents: [quotation.tokens], source: name, method: .dash, paragraph: number, isQuoted: true))
    }
    guard !found.isEmpty else { return }
    drafts += found
    drafts.sort { $0.contents[0].lowerBound < $1.contents[0].lowerBound }
  }

  /// A paragraph that is all quotation, and nobody in it says it.
  private func isOpen(_ draft: StatementDraft) -> Bool {
    guard draft.isQuoted, draft.contents.count == 1, draft.source == nil || draft.isCarried,
      draft.method == .carried || draft.method == .ranker || draft.method == .kept || draft.method == .tagger,
      case let paragraph = input.tokens.paragraphs[draft.paragraph], paragraph.kind == .paragraph,
      let quotation = input.quotation(draft.contents[0].lowerBound)
    else { return false }
    let tokens = paragraph.tokens
    return quotation.open <= tokens.lowerBound + 1 && quotation.close + 2 >= tokens.upperBound
      && !(tokens.lowerBound..<quotation.open).contains(where: input.tokens.isWord)
  }

  /// A line below belongs to what stands above it where nothing but another quotation with its own line follows.
  private func isAlone(_ number: Int) -> Bool {
    number < input.tokens.paragraphs.count && input.tokens.paragraphs[number].kind == .paragraph
  }

  /// `Lucy Adair, 23, student`, `*Lena Roth (61)*`, `Mayor Olga Brandt, independent`
  private func name(in number: Int) -> Range<Int>? {
    guard input.tokens.paragraphs.indices.contains(number), input.tokens.paragraphs[number].canSpeak else { return nil }
    let line = words(of: input.tokens.paragraphs[number].tokens)
    guard (4...Self.longestLine).contains(line.count), input.tokens.shapes[line.lowerBound].isCapitalised,
      !Self.openings.contains(input.tokens.hashes[line.lowerBound]),
      let comma = line.first(where: { !input.tokens.isWord($0) && !input.tokens.isCharacter($0, ".") }),
      comma - line.lowerBound >= 2, comma - line.lowerBound <= Self.longestName, comma + 1 < line.upperBound,
      input.tokens.isCharacter(comma, ",") || input.tokens.isCharacter(comma, "(")
        || Dateline.isDash(input.tokens, comma)
    else { return nil }
    let name = line.lowerBound..<comma
    guard
      name.allSatisfy({
        input.tokens.shapes[$0].isCapitalised || SpeakerWords.particles.contains(input.tokens.hashes[$0])
          || input.isTitle[$0] || input.tokens.isCharacter($0, ".")
      }),
      input.tokens.shapes[comma - 1].isCapitalised, isDescription(comma + 1..<line.upperBound)
    else { return nil }
    return name
  }

  /// Without the marks that a text has for bold letters or italics, and a colon at the end.
  private func words(of line: Range<Int>) -> Range<Int> {
    func isMark(_ token: Int) -> Bool {
      input.tokens.isCharacter(token, "*") || input.tokens.isCharacter(token, "_")
    }
    var (first, end) = (line.lowerBound, line.upperBound)
    while first < end, isMark(first) { first += 1 }
    while end > first, isMark(end - 1) || input.tokens.isCharacter(end - 1, ":") { end -= 1 }
    return first..<end
  }

  /// An age, or what somebody is: a few words without a verb that do not end a sentence; nobody who writes for the paper.
  private func isDescription(_ words: Range<Int>) -> Bool {
    let (first, last) = (words.lowerBound, words.upperBound - 1)
    guard !".?!".utf8.contains(input.tokens.bytes[input.tokens.end(last) - 1]) else { return false }
    let isAge = input.tokens.shapes[first] == .digits && input.tokens.ends[first] - input.tokens.starts[first] <= 3
    let isRole =
      input.isTitle[first]
      || input.tokens.shapes[first] == .lower && !Pronouns.prepositions.contains(input.tokens.hashes[first])
        && !Self.clauses.contains(input.tokens.hashes[first])
    guard isAge || isRole else { return false }
    return !words.contains { token in
      input.isQuoted(token) || Self.writers.contains(input.tokens.hashes[token])
        || input.tokens.shapes[token] == .lower && !input.isTitle[token]
          && (input.strengths[token] == .a || Self.clauses.contains(input.tokens.hashes[token]))
    }
  }

  /// In tokens.
  private static let longestLine = 16
  private static let longestName = 7
  private static let openings = WordSet(
    "the a an this that these those what how why when where who in on at by from with for to of our my your his her its"
  )
  private static let clauses = WordSet(
    "who which that when where while as and but or because is are was were has have had will would can could says said")
  private static let writers = WordSet("reporter correspondent editor writer photographer columnist staff")
}
