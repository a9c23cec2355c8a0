import ArticleModel
import QueryLanguage
import TextAnalysis
import XapianStore

/// Nearness.
extension Lowering {
  func proximity(_ tree: QueryTree) throws -> LoweredPart {
    let positions = try positionTree(tree)
    if unit.unit == .article { remarks.append("nearness is looked for in the segments of an article") }
    return .weighing(.filter(positions.necessary, try placed(positions)))
  }

  /// Finds the documents that hold a match, without weight: in the segments where the unit is the article, which has no
  /// places.
  func placed(_ positions: PositionTree) throws -> StoreQuery {
    let placed = unit.unit == .article ? units.segments : unit
    if placed.isRemote {
      let places = try placed.places(positions)
      return unit.unit == .article
        ? try unit.query(ofArticles: Set(places.map(\.idHash))) : try unit.query(of: places)
    }
    let found = try placed.documents(positions)
    return .documents(unit.unit == .article ? try documents(holding: found, of: placed) : found)
  }

  /// Operands are words, phrases, nearness and groups of them with `or`; the parser lets nothing else through.
  func positionTree(_ tree: QueryTree) throws -> PositionTree {
    switch tree {
    case .word(let text, let form): return try wordPositions(text, form)
    case .phrase(let text): return try phrasePositions(text)
    case .or(let trees): return .any(try trees.map { try positionTree($0) })
    case .proximity(let proximity, let left, let right):
      return .near(
        distance: proximity.distance, isOrdered: proximity.isOrdered, try positionTree(left), try positionTree(right))
    case .everything, .field, .presence, .date, .number, .and, .not: return .words([])
    }
  }

  private func wordPositions(_ text: QueryText, _ form: WordForm) throws -> PositionTree {
    let cut = WordCut(text.text)
    guard let last = cut.words.indices.last else {
      throw fail("no-word", text, "\(text.text) holds no word to search for")
    }
    if last == 0 {
      let words = try words(cut.words[0], form, text, [.own])
      highlight(words: words)
      return .words(words)
    }
    var parts = cut.words.map { [$0] }
    if form != .stem, form != .exact { parts[last] = try words(cut.words[last], form, text, [.own]) }
    highlight(phrase: parts)
    guard let joined = cut.joined.first(where: { $0.range == cut.words.indices }) else { return .phrase(parts) }
    let words = try words(joined.term, form, text, [.own])
    highlight(words: words)
    return .any([.phrase(parts), .words(words)])
  }

  private func phrasePositions(_ text: QueryText) throws -> PositionTree {
    let variants = try phraseParts(text, [.own])
    let trees = variants.map { parts -> PositionTree in
      highlight(phrase: parts)
      return parts.count == 1 ? .words(parts[0]) : .phrase(parts)
    }
    return trees.count == 1 ? trees[0] : .any(trees)
  }

  // MARK: Titles

  /// `title:` with words, phrases and nearness; `unit` is that of articles.
  func titlePart(_ tree: QueryTree) throws -> LoweredPart {
    switch tree {
    case .word(let text, let form): return try word(text, form, scopes: [.title])
    case .phrase(let text):
      let variants = try phraseParts(text, [.title])
      return .weighing(.disjunction(try variants.map { try titlePhrase($0) }))
    case .proximity:
      let positions = try positionTree(tree)
      return .weighing(try titleMatches(positions.titleCandidates, positions))
    default: return try boolean(tree) { try titlePart($0) }
    }
  }

  /// Finds those of the candidates whose title holds a match.
  func titleMatches(_ candidates: StoreQuery, _ tree: PositionTree) throws -> StoreQuery {
    let found = try unit.articles(matching: candidates).filter { document, idHash in
      let versions = try units.texts.versions(of: idHash, shard: unit.shard(of: document), in: unit)
      guard let annotated = versions.first(where: \.counts)?.annotated else { return false }
      var places: [String: [UInt32]] = [:]
      for word in SearchWords.words(in: annotated.article.title ?? "") {
        places[word.term, default: []].append(UInt32(word.position))
      }
      return !tree.matches { places[$0] ?? [] }.isEmpty
    }
    return unit.isRemote
      ? try unit.query(ofArticles: Set(found.map(\.idHash))) : .documents(found.map(\.document))
  }
}

extension PositionTree {
  /// A query on the words of titles that finds every article that can match.
  var titleCandidates: StoreQuery {
    switch self {
    case .words(let words): return .synonyms(words.map(IndexTerms.title))
    case .phrase(let parts): return .conjunction(parts.map { .synonyms($0.map(IndexTerms.title)) })
    case .any(let trees): return .disjunction(trees.map(\.titleCandidates))
    case .near(_, _, let left, let right): return .and([left.titleCandidates, right.titleCandidates])
    }
  }
}
