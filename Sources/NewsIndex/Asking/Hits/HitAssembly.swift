import ArticleModel
import XapianStore

/// Builds hits from what the store found.
extension IndexReader {
  func assemble(
    _ hit: StoreHit, rank: Int, _ prepared: PreparedQuery, _ request: SearchRequest
  ) throws -> SearchHit {
    let snippets = Snippets(prepared.lowering.highlights, length: request.snippetLength)
    var result: SearchHit
    switch prepared.unit.unit {
    case .article: result = articleHit(try ArticleRecord(decoding: hit.data).annotated, snippets)
    case .segment: result = try segmentHit(try SegmentRecord(decoding: hit.data), snippets)
    case .statement: result = try statementHit(try StatementRecord(decoding: hit.data), snippets)
    }
    result.rank = rank
    result.score = hit.weight
    result.document = hit.document
    result.collapsed = request.collapse == .none ? 0 : hit.collapseCount
    return result
  }

  /// Fetches the articles of hits together where each by itself would be a journey, and gives the hits the data that
  /// servers don't send.
  func completed(_ hits: ArraySlice<StoreHit>, _ unit: OpenUnit) throws -> [StoreHit] {
    guard unit.isRemote, !unit.unit.hasTermLists else { return Array(hits) }
    let places = hits.map { ArticlePlace(orderKey: $0.sortKey) }
    let versions = try texts.fetch(articles: Set(places.compactMap { $0?.idHash }), in: units.articles)
    return try zip(hits, places).map { hit, place in
      guard let place else { throw NewsIndexError(.corrupt, "a hit without a place in an article") }
      let known = versions[place.idHash] ?? []
      // Both the old and the new one are there while a writer is at work.
      guard let key = known.count == 1 ? known[0] : try unit.version(of: place.idHash) else {
        throw Self.missingText("an article of a hit")
      }
      var hit = hit
      hit.data =
        unit.unit == .statement
        ? StatementRecord(articleKey: key, number: place.number).encode()
        : SegmentRecord(articleKey: key, number: place.number).encode()
      return hit
    }
  }

  private func articleHit(_ annotated: AnnotatedArticle, _ snippets: Snippets) -> SearchHit {
    var hit = SearchHit(.article, annotated.article, id: annotated.article.id, kind: "article")
    hit.show(snippets.best(of: annotated))
    hit.date = annotated.article.published.value
    for mention in annotated.regions { hit.regions.appendNew(mention.region.id) }
    return hit
  }

  private func segmentHit(_ record: SegmentRecord, _ snippets: Snippets) throws -> SearchHit {
    guard let annotated = try texts.article(record.articleKey, in: units.articles) else {
      throw Self.missingText("\(record.articleKey)#\(record.number)")
    }
    let article = annotated.article
    let id = "\(article.id)#\(record.number)"
    guard let segment = article.segments.first(where: { $0.number == record.number }) else {
      throw Self.missingText(id)
    }
    var hit = SearchHit(.segment, article, id: id, kind: segment.kind.rawValue)
    hit.show(snippets.shortened(article.text(of: segment)) { annotated.quotations(in: segment) })
    hit.date = article.published.value
    if let span = segment.span {
      for mention in annotated.regions.inside(span, \.span) { hit.regions.appendNew(mention.region.id) }
    }
    hit.segment = segment
    hit.scalarSpans = Self.scalars(segment.span.map { [article.trimmed($0)] } ?? [], article)
    return hit
  }

  private func statementHit(_ record: StatementRecord, _ snippets: Snippets) throws -> SearchHit {
    guard let annotated = try texts.article(record.articleKey, in: units.articles) else {
      throw Self.missingText("\(record.articleKey)#q\(record.number)")
    }
    let article = annotated.article
    let id = "\(article.id)#q\(record.number)"
    guard let statement = annotated.statements.first(where: { $0.number == record.number }) else {
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
