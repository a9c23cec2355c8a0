/// Finds names where every word has a capital: those that the article's text has shown, listed organisations and
/// places, and what a first name or a title begins.
struct HeadlineReader {
  var linker: NameLinker

  mutating func read(_ headlines: [Range<Int>]) {
    for headline in headlines {
      var token = headline.lowerBound
      while token < headline.upperBound {
        token = linker.tokens.isWord(token) ? readName(at: token, in: headline) : token + 1
      }
    }
  }

  private func classes(_ token: Int) -> WordClass { linker.lexicon.classes(at: token, in: linker.tokens) }

  private mutating func readName(at token: Int, in headline: Range<Int>) -> Int {
    let tokens = linker.tokens
    guard tokens.shapes[token].isCapitalised else { return token + 1 }
    let entry = linker.lexicon.entry(at: token, in: tokens)
    if entry.classes.contains(.phraseStart),
      let phrase = linker.lexicon.phrase(at: token, in: tokens, before: headline.upperBound),
      phrase.entry.classes.hasAny([.organisation, .country, .subdivision, .city])
    {
      let isOrganisation = phrase.entry.classes.contains(.organisation)
      append(token..<phrase.end, isOrganisation ? .organisation : .place, phrase.entry)
      return phrase.end
    }
    if let end = readPerson(at: token, in: headline) { return end }
    let isWord = entry.classes.contains(.commonWord) || linker.lowerWords.contains(tokens.hashes[token])
    if entry.classes.contains(.organisation), !isWord {
      append(token..<(token + 1), .organisation, entry)
    } else if entry.classes.hasAny(.state), !isWord {
      append(token..<(token + 1), .place, entry)
    }
    return token + 1
  }

  private mutating func readPerson(at token: Int, in headline: Range<Int>) -> Int? {
    let tokens = linker.tokens
    let first = SpellingKey.of(token, in: tokens)
    // A full name that the text has, or may have had without its middle.
    if let people = linker.byFirst[first] {
      for next in (token + 1)..<min(headline.upperBound, token + 4) where tokens.isWord(next) {
        let last = SpellingKey.of(next, in: tokens)
        guard let entity = people.first(where: { linker.keys[$0].last == last }) else { continue }
        append(token..<(next + 1), entity)
        return next + 1
      }
    }
    if classes(token).contains(.title), token + 1 < headline.upperBound,
      let people = linker.byLast[SpellingKey.of(token + 1, in: tokens)], people.count == 1
    {
      append((token + 1)..<(token + 2), people[0])
      return token + 2
    }
    if let people = linker.byLast[first], !isPlainWord(token) {
      append(token..<(token + 1), people.count == 1 ? people[0] : nil)
      return token + 1
    }
    return readNewPerson(at: token, in: headline)
  }

  private func isPlainWord(_ token: Int) -> Bool {
    classes(token).contains(.commonWord) && linker.lowerWords.contains(linker.tokens.hashes[token])
  }

  /// A first name and a word that is none: a person whom the text does not name again.
  private mutating func readNewPerson(at token: Int, in headline: Range<Int>) -> Int? {
    let tokens = linker.tokens
    let classes = classes(token)
    guard classes.contains(.firstName), !classes.contains(.weakFirstName), token + 1 < headline.upperBound,
      tokens.shapes[token + 1].isCapitalised, tokens.shapes[token + 1] != .initial
    else { return nil }
    let next = self.classes(token + 1)
    guard !next.hasAny([.commonWord, .function, .starter, .calendar, .organisation, .state, .title, .speech]) else {
      return nil
    }
    let gender: Gender = classes.contains(.firstMale) ? .male : classes.contains(.firstFemale) ? .female : .unknown
    let range = token..<(token + 2)
    let candidate = NameCandidate(
      tokens: range, title: token..<token, kind: .person, gender: gender, evidence: .firstName, classes: classes)
    append(range, linker.person(range, candidate))
    return token + 2
  }

  private mutating func append(_ range: Range<Int>, _ entity: Int?) {
    linker.table.names.append(
      FoundName(
        tokens: range, kind: .person, entity: entity, title: range.lowerBound..<range.lowerBound,
        gender: entity.map { linker.table.entities[$0].gender } ?? .unknown, isFull: range.count > 1))
  }

  private mutating func append(_ range: Range<Int>, _ kind: FoundName.Kind, _ entry: WordEntry) {
    var entity: Int?
    if kind == .organisation {
      entity = linker.organisation(
        NameCandidate(
          tokens: range, title: range.lowerBound..<range.lowerBound, kind: .organisation, gender: .unknown,
          evidence: [], classes: entry.classes, identity: entry.identity))
    }
    linker.table.names.append(
      FoundName(
        tokens: range, kind: kind, entity: entity, title: range.lowerBound..<range.lowerBound, gender: .unknown,
        isFull: true))
  }
}
