import ArticleModel
import XapianStore

/// Builds hits from what the store found.
extension IndexReader {
  func assemble(
    _ hit: StoreHit, at place: ArticlePlace, rank: Int, _ prepared: PreparedQuery, _ request: SearchRequest
  ) throws -> SearchHit {
    let snippets = Snippets(prepared.lowering.highlights, length: request.snippetLength)
    let annotated = try article(of: hit.document, at: place, prepared.unit)
    var result: SearchHit
    switch prepared.unit.unit {
    case .article: result = articleHit(annotated, snippets)
    case .segment: result = try segmentHit(place.number, annotated, snippets)
    case .statement: result = try statementHit(place.number, annotated, snippets)
    }
    result.rank = rank
    result.score = hit.weight
    result.document = hit.document
    result.collapsed = request.collapse == .none ? 0 : hit.collapseCount
    return result
  }

  /// The version of an article that a document is of.
  private func article(of document: UInt32, at place: ArticlePlace, _ unit: OpenUnit) throws -> AnnotatedArticle {
    let shard = unit.shard(of: document)
    let versions = try texts.versions(of: place.idHash, shard: shard, in: units.articles)
    if versions.count == 1 { return versions[0].annotated }
    // Both the old and the new one are there until the next batch; statements and segments may be of the old one.
    let key = unit.unit == .article ? nil : try unit.version(of: place.idHash, shard: shard)
    guard let version = versions.first(where: { version in key.map { $0 == version.key } ?? version.counts }) else {
      throw Self.missingText("an article of a hit")
    }
    return version.annotated
  }

  private func articleHit(_ annotated: AnnotatedArticle, _ snippets: Snippets) -> SearchHit {
    var hit = SearchHit(.article, annotated.article, id: annotated.article.id, kind: "article")
    hit.show(snippets.best(of: annotated))
    hit.date = annotated.article.published.value
    for mention in annotated.regions { hit.regions.appendNew(mention.region.id) }
    for allusion in annotated.allusions { hit.regions.appendNew(allusion.id) }
    return hit
  }

  private func segmentHit(_ number: Int, _ annotated: AnnotatedArticle, _ snippets: Snippets) throws -> SearchHit {
    let article = annotated.article
    let id = "\(article.id)#\(number)"
    guard let segment = article.segments.first(where: { $0.number == number }) else {
      throw Self.missingText(id)
    }
    var hit = SearchHit(.segment, article, id: id, kind: segment.kind.rawValue)
    hit.show(snippets.shortened(article.text(of: segment)) { annotated.quotations(in: segment) })
    hit.date = article.published.value
    if let span = segment.span {
      for mention in annotated.regions.inside(span, \.span) { hit.regions.appendNew(mention.region.id) }
      for allusion in annotated.allusions.inside(span, \.span) { hit.regions.appendNew(allusion.id) }
    }
    hit.segment = segment
    hit.scalarSpans = Self.scalars(segment.span.map { [article.trimmed($0)] } ?? [], article)
    return hit
  }

  private func statementHit(_ number: Int, _ annotated: AnnotatedArticle, _ snippets: Snippets) throws -> SearchHit {
    let article = annotated.article
    let id = "\(article.id)#q\(number)"
    guard let statement = annotated.statements.first(where: { $0.number == number }) else {
      throw Self.missingText(id)
    }
    var hit = SearchHit(.statement, article, id: id, kind: statement.kind.rawValue)
    hit.show(snippets.whole(statement.spans.map { article.text.text(in: $0) }))
    hit.date = statement.effectiveDate(published: article.published.value)
    hit.speaker = statement.speaker.map { units.identities.canonical(of: $0.name) ?? $0.name }
    hit.regions = statement.regions
    hit.statement = statement
    hit.cue = statement.cue.map { article.text.text(in: $0) }
    let offsets = ScalarOffsets(article.text)
    hit.scalarSpans = statement.spans.map { Self.scalars($0, offsets) }
    hit.scalarCue = statement.cue.map { Self.scalars($0, offsets) }
    hit.scalarMention = statement.speaker?.mention.map { Self.scalars($0, offsets) }
    return hit
  }

  private static func missingText(_ id: String) -> NewsIndexError {
    NewsIndexError(.corrupt, "\(id): it is not in the stored articles", hint: "onrecord verify tells more")
  }

  private static func scalars(_ spans: [TextSpan], _ article: Article) -> [Range<Int>] {
    if spans.isEmpty { return [] }
    let offsets = ScalarOffsets(article.text)
    return spans.map { scalars($0, offsets) }
  }

  private static func scalars(_ span: TextSpan, _ offsets: ScalarOffsets) -> Range<Int> {
    let (start, end) = offsets.scalars(span)
    return start..<max(start, end)
  }
}

extension SearchHit {
  init(_ unit: IndexUnit, _ article: Article, id: String, kind: String) {
    rank = 0
    score = 0
    document = 0
    self.unit = unit
    self.id = id
    articleID = article.id
    source = article.source
    title = article.title
    publisher = article.publisher
    published = article.published
    language = article.language
    self.kind = kind
    text = ""
    highlights = []
    date = nil
    speaker = nil
    regions = []
    segment = nil
    statement = nil
    scalarSpans = []
    collapsed = 0
  }

  fileprivate mutating func show(_ snippet: Snippet) {
    text = snippet.text
    highlights = snippet.highlights
  }
}
