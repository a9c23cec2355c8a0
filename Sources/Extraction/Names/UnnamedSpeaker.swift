import ArticleModel

/// How a speaker without a name is called: the noun phrase as written, without the clauses behind it and without the
/// capital that a sentence gives its first word, so that "Analysts" and "analysts" are one.
///
///     A delegate of one side, who asked not to be named,  ->  a delegate of one side
struct UnnamedSpeaker {
  let names: NameTable
  let tokens: TokenTable
  let lexicon: NameLexicon

  private static let mostTokens = 16

  /// - Parameter head: The noun that the phrase is built around, where it is known.
  func text(_ mention: Range<Int>, head: Int?) -> String {
    let phrase = phrase(mention)
    guard let first = phrase.first else { return "" }
    // "The Home Office" is a name behind its article.
    if phrase.count > 1, let head, head > first, tokens.shapes[head].isCapitalised, isArticle(first) {
      return tokens.text((first + 1)..<phrase.upperBound)
    }
    if let head, head > first, head == phrase.upperBound - 1, hasCapitalOfPoint(head) {
      return tokens.text(TextSpan(tokens.start(first), tokens.start(head))) + tokens.text(head).lowercased()
    }
    guard hasCapitalOfSentence(first, in: phrase) else { return tokens.text(phrase) }
    let rest = TextSpan(tokens.end(first), tokens.end(phrase.upperBound - 1))
    return tokens.text(first).lowercased() + tokens.text(rest)
  }

  /// Up to the first comma, bracket or relative clause, and no longer than a name can be.
  private func phrase(_ mention: Range<Int>) -> Range<Int> {
    var first = mention.lowerBound
    while first < mention.upperBound - 1, !tokens.isWord(first) { first += 1 }
    var end = min(first + 1, mention.upperBound)
    while end < mention.upperBound, end - first < Self.mostTokens,
      // "the “careless” order": an article alone is nobody.
      end == first + 1 && isArticle(first) || !isStop(end) && !isBehindName(end, from: first)
    { end += 1 }
    if end < mention.upperBound, end - first >= Self.mostTokens,
      let preposition = (first + 2..<end).last(where: { Pronouns.prepositions.contains(tokens.hashes[$0]) })
    {
      end = preposition
    }
    while end > first + 1, isOpenEnd(end - 1) { end -= 1 }
    return first..<end
  }

  /// A mark, the "'s" of a possessive, or the "in" of "the office of Jane Doe in".
  private func isOpenEnd(_ token: Int) -> Bool {
    !tokens.isWord(token) || Pronouns.possessives.contains(tokens.hashes[token])
      || tokens.shapes[token] == .lower && Self.openEnds.contains(tokens.hashes[token])
  }

  private static var openEnds: FewWords { FewWords("in", "at", "of", "from", "for", "by", "to") }

  /// "Bachir Odeh | as he filled his cans", "the Norvik People's Court | in the north": when and where stand behind a name.
  private func isBehindName(_ token: Int, from first: Int) -> Bool {
    guard Self.occasions.contains(tokens.hashes[token]), tokens.shapes[token] == .lower,
      // "the Committee on Rivers", "the Delegation at the Council"
      !Self.places.contains(tokens.hashes[token])
        || token + 1 < tokens.count && tokens.shapes[token + 1] == .lower
          && !isArticle(token + 1)
    else { return false }
    let name = (isArticle(first) ? first + 1 : first)..<token
    return name.count > 1 && tokens.shapes[name.lowerBound].isCapitalised
      && name.allSatisfy { tokens.shapes[$0].isCapitalised || Pronouns.possessives.contains(tokens.hashes[$0]) }
  }

  static let occasions = WordSet("as at in when while after before during")
  private static let places = WordSet("at in")

  private func isStop(_ token: Int) -> Bool {
    if Pronouns.relatives.contains(tokens.hashes[token]) { return true }
    guard !tokens.isWord(token) else { return false }
    return !tokens.touchesNext(token - 1) || tokens.isCharacter(token, ",") || tokens.isCharacter(token, ";")
  }

  /// "Expedition operators": a word that the lists leave away because its ending tells what it is.
  private func endsLikeWord(_ token: Int) -> Bool {
    tokens.withFolded(token..<(token + 1)) { word in
      Self.wordEndings.contains { word.count > $0.count + 3 && word.suffix($0.count).elementsEqual($0) }
    }
  }

  private static let wordEndings = [
    "tion", "sion", "ment", "ness", "ing", "ous", "ive", "ical", "ental", "ional", "ance", "ship", "stry", "ology",
  ]
  .map { Array($0.utf8) }

  private func isArticle(_ token: Int) -> Bool { Pronouns.articles.contains(tokens.hashes[token]) }

  /// "U.S. Officials": some agencies write a capital behind every point.
  private func hasCapitalOfPoint(_ noun: Int) -> Bool {
    tokens.bytes[tokens.end(noun - 1) - 1] == UInt8(ascii: ".")
      && names.name(at: noun).map { $0.kind == .other } ?? true
      && lexicon.isPluralOfRole(noun, in: tokens)
  }

  /// Whether the article writes a word with a capital inside a sentence too, and never without one.
  private func isName(_ token: Int) -> Bool {
    var isInside = false
    let (hashes, hash) = (tokens.hashes, tokens.hashes[token])
    for other in hashes.indices where hashes[other] == hash && other != token {
      if tokens.shapes[other] == .lower { return false }
      let before = other - 1
      isInside =
        isInside
        || tokens.shapes[other] == .capitalised && before >= tokens.sentence(other).lowerBound
          && tokens.shapes[before] == .lower
    }
    return isInside
  }

  private func hasCapitalOfSentence(_ first: Int, in phrase: Range<Int>) -> Bool {
    guard tokens.shapes[first] == .capitalised || isArticle(first) else { return false }
    let classes = lexicon.classes(at: first, in: tokens)
    // "Will Roe"
    if classes.contains(.firstName), phrase.count > 1, !isArticle(first), tokens.shapes[first + 1].isCapitalised {
      return false
    }
    if classes.contains(.function) || isArticle(first) || lexicon.isPluralOfRole(first, in: tokens) { return true }
    if let name = names.name(at: first), name.kind != .other { return false }
    if phrase.count == 1, !classes.hasAny([.people, .institution, .anonymousNoun]), isName(first) { return false }
    guard
      classes.hasAny([.commonWord, .people, .institution, .role, .anonymousNoun, .starter]) || endsLikeWord(first)
        || classes.contains(.nominal) && phrase.count > 1
    else { return false }
    guard !classes.hasAny([.peopleWord, .organisation, .country, .subdivision, .metonym]) else { return false }
    return phrase.count == 1 || !tokens.shapes[first + 1].isCapitalised
  }
}
