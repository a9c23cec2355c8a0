import QueryLanguage
import TextAnalysis
import XapianStore

/// Where the words of a query may stand.
enum WordScope {
  /// The words of the unit itself.
  case own
  /// Around a statement in its paragraph.
  case context
  /// In the title of an article.
  case title

  func term(_ word: String) -> String {
    switch self {
    case .own: return word
    case .context: return IndexTerms.context(word)
    case .title: return IndexTerms.title(word)
    }
  }
}

/// Words and phrases.
extension Lowering {
  /// A word around a statement counts, but less than one that the speaker used.
  static let contextWeight = 0.5

  /// Of a plain word: in the statement or around it, else in the unit.
  var plainScopes: [WordScope] { unit.unit == .statement ? [.own, .context] : [.own] }

  private func expansion(_ scopes: [WordScope]) -> WordExpansion {
    WordExpansion(unit: unit, withContext: scopes.contains(.context))
  }

  func word(_ text: QueryText, _ form: WordForm, scopes: [WordScope]) throws -> LoweredPart {
    let cut = WordCut(text.text)
    guard let last = cut.words.indices.last else {
      throw fail("no-word", text, "\(text.text) holds no word to search for")
    }
    if cut.words.count == 1 {
      return .weighing(inScopes(try words(cut.words[0], form, text, scopes), scopes))
    }
    if settings.isPlain { return plainCompound(try cut.words.map { try words($0, form, text, scopes) }, scopes) }
    // `COVID-19`, `F-16*`: its words in their order, the last one as the sign behind it says; or all joined.
    var parts: [[String]] = cut.words.map { [$0] }
    if form != .stem, form != .exact { parts[last] = try words(cut.words[last], form, text, scopes) }
    let joined = try cut.joined.first { $0.range == cut.words.indices }.map { try words($0.term, form, text, scopes) }
    return try compound(parts, joined, scopes)
  }

  private func plainCompound(_ parts: [[String]], _ scopes: [WordScope]) -> LoweredPart {
    let queries = parts.map { inScopes($0, scopes) }
    return .weighing(settings.match == .any ? .disjunction(queries) : .conjunction(queries))
  }

  private func compound(_ parts: [[String]], _ joined: [String]?, _ scopes: [WordScope]) throws -> LoweredPart {
    var ways: [StoreQuery] = []
    for scope in scopes {
      switch scope {
      case .own: ways.append(try phrase(parts))
      // Without positions: all of its words are around the statement.
      case .context:
        let around = parts.map { StoreQuery.synonyms($0.map(scope.term)) }
        ways.append(.scale(.conjunction(around), Self.contextWeight))
      case .title: ways.append(try titlePhrase(parts))
      }
    }
    if let joined { ways.append(inScopes(joined, scopes)) }
    return .weighing(.disjunction(ways))
  }

  /// The words weighed as one, in every scope.
  private func inScopes(_ words: [String], _ scopes: [WordScope]) -> StoreQuery {
    highlight(words: words)
    return .disjunction(
      scopes.map { scope in
        let query = StoreQuery.synonyms(words.map(scope.term))
        return scope == .context ? .scale(query, Self.contextWeight) : query
      })
  }

  /// The words of the index that one folded word stands for.
  func words(_ word: String, _ form: WordForm, _ text: QueryText, _ scopes: [WordScope]) throws -> [String] {
    let expansion = expansion(scopes)
    if scopes == [.title], form != .stem { return try titleWords(word, form, text) }
    switch form {
    case .stem:
      if word.isSingleUnspacedCharacter { return [word] + (try expansion.bigrams(holding: word)) }
      let forms = try expansion.forms(of: word, languages: settings.languages)
      if scopes != [.title] { note(word, forms: forms) }
      return forms
    case .exact: return [word]
    case .prefix: return try checked(try expansion.words(beginningWith: word), text, "*")
    case .fuzzy(let distance):
      return try checked(try expansion.words(near: word, distance: distance), text, "~\(distance)")
    }
  }

  private func titleWords(_ word: String, _ form: WordForm, _ text: QueryText) throws -> [String] {
    if form == .exact { return [word] }
    let limit = WordExpansion.mostWords + 1
    let letters = form == .prefix ? word : ""
    let all = try unit.database.terms(prefix: IndexTerms.title(letters), limit: form == .prefix ? limit : .max)
      .map { String($0.term.dropFirst(2)) }
    guard case .fuzzy(let distance) = form else { return try checked(all, text, "*") }
    let near = all.filter { Suggestion.distance(word, $0, atMost: distance) <= distance }
    return try checked(near, text, "~\(distance)")
  }

  func checked(_ words: [String], _ text: QueryText, _ sign: String) throws -> [String] {
    guard words.count <= WordExpansion.mostWords else {
      throw fail(
        "too-many-words", text, "\(text.text)\(sign) stands for more than \(WordExpansion.mostWords) words",
        hint: "write more of the word")
    }
    expandedWords += words.count
    guard expandedWords <= WordExpansion.mostWordsOfAQuery else {
      throw fail(
        "too-many-words", text,
        "the words with * and ~ stand together for more than \(WordExpansion.mostWordsOfAQuery) words",
        hint: "write more of them, or ask for fewer at a time")
    }
    note(text, sign, to: words)
    return words
  }

  // MARK: Phrases

  func phrase(_ text: QueryText) throws -> LoweredPart {
    let variants = try phraseParts(text, [.own])
    if variants.allSatisfy({ $0.count == 1 }) {
      return .weighing(inScopes(variants.flatMap { $0[0] }, plainScopes))
    }
    return .weighing(.disjunction(try variants.map { try phrase($0) }))
  }

  /// The words of each part of a phrase, for each way in which it may be written.
  func phraseParts(_ text: QueryText, _ scopes: [WordScope]) throws -> [[[String]]] {
    let cut = PhraseCut(text.text)
    guard !cut.variants.isEmpty else { throw fail("no-word", text, "no word stands between the quotation marks") }
    return try cut.variants.map { variant in
      try variant.map { part in
        guard part.isPrefix else {
          return part.word.isSingleUnspacedCharacter && variant.count == 1
            ? [part.word] + (try expansion(scopes).bigrams(holding: part.word)) : [part.word]
        }
        return try words(part.word, .prefix, QueryText(part.word, column: text.column, length: text.length), scopes)
      }
    }
  }

  /// Words behind one another.
  func phrase(_ parts: [[String]]) throws -> StoreQuery {
    highlight(phrase: parts)
    let tree = PositionTree.phrase(parts)
    guard parts.count > 1 else { return tree.necessary }
    if unit.unit == .article { remarks.append("a phrase is looked for in the segments of an article") }
    return .filter(tree.necessary, try placed(tree))
  }

  /// Words behind one another in the title, which has no positions: the titles of the candidates are read.
  func titlePhrase(_ parts: [[String]]) throws -> StoreQuery {
    let candidates = StoreQuery.conjunction(parts.map { .synonyms($0.map(IndexTerms.title)) })
    guard parts.count > 1 else { return candidates }
    let tree = PositionTree.phrase(parts)
    return try titleMatches(candidates, tree)
  }
}

extension String {
  /// One character of a script that is indexed by bigrams.
  var isSingleUnspacedCharacter: Bool {
    unicodeScalars.count == 1
      && SearchWords.words(in: self + self).first.map { $0.term.unicodeScalars.count == 2 } ?? false
      && unicodeScalars.first.map { !$0.isASCII } ?? false && SearchWords.words(in: self + self).count == 1
      && SearchWords.words(in: self + self + self).count == 2
  }
}
