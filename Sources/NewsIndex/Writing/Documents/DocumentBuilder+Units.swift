import ArticleModel
import XapianStore

/// The documents of the three units, term by term as `IndexSchema` lists them.
extension DocumentBuilder {
  mutating func article(_ context: ArticleContext, _ story: [UInt8]?) -> StoreDocument {
    var document = StoreDocument()
    let article = context.article
    for token in tokens.tokens { groups.add(token.term) }
    // A title that makes no segment is found by its words all the same.
    if !tokens.segments.contains(where: { $0.kind == .headline }) {
      for term in tokens.titleTerms { groups.add(term) }
    }
    drainCounts(to: &document)
    for term in tokens.titleTerms { groups.add(term) }
    drainCounts(prefix: "XT", to: &document)
    let mentions = context.mentions(in: TextSpan(0, .max))
    addCommon(context, unit: .article, place: 0, date: context.published, to: &document)
    document.addBoolean(term: IndexTerms.article(article.id))
    if let file = IndexTerms.file(ofSource: article.source) { document.addBoolean(terms: [file]) }
    addMentions(mentions, context, to: &document)
    addDates(context.published.map { [$0] } ?? [], .date, to: &document)
    if let story { document.set(.story, story) }
    document.set(.facets, facets(context, date: context.published, facetValues(mentions, context)))
    return document
  }

  mutating func segment(_ index: Int, _ context: ArticleContext, _ story: [UInt8]?) -> StoreDocument {
    var document = StoreDocument()
    let segment = tokens.segments[index]
    for token in tokens.tokens[tokens.ranges[index]] { addWord(token, at: token.position) }
    drainWords(to: &document)
    // A title that does not stand in the text has no mentions: they are found in the text.
    let mentions = segment.span.map(context.mentions) ?? MentionLists()
    addCommon(context, unit: .segment, place: segment.number, date: context.published, to: &document)
    document.addBoolean(term: IndexTerms.kind(segment.kind))
    addMentions(mentions, context, to: &document)
    addDates(context.published.map { [$0] } ?? [], .date, to: &document)
    if let story { document.set(.story, story) }
    let values = facetValues(mentions, context) + [(.kind, segment.kind.rawValue)]
    document.set(.facets, facets(context, date: context.published, values))
    return document
  }

  mutating func statement(
    _ statement: Statement, _ context: ArticleContext, _ story: [UInt8]?
  ) -> StoreDocument {
    var document = StoreDocument()
    let date = statement.effectiveDate(published: context.published)
    addStatementWords(statement, to: &document)
    addSpeaker(statement, to: &document)
    addCommon(context, unit: .statement, place: statement.number, date: date, to: &document)
    document.addBoolean(term: IndexTerms.kind(statement.kind))
    let mentions = MentionLists(
      people: statement.people, organisations: statement.organisations, regions: statement.regions,
      dates: context.dates(in: statement.spans))
    addMentions(mentions, context, to: &document)
    addDates(statement.date.map { [$0.value] } ?? [], .saidOn, to: &document)
    addDates(context.published.map { [$0] } ?? [], .published, to: &document)
    if let story { document.set(.story, story) }
    document.set(.confidence, [ConfidenceValue.byte(statement.confidence)])
    var values = facetValues(mentions, context) + [(.kind, statement.kind.rawValue)]
    if let speaker = statement.speaker { values.append((.speaker, speaker.name)) }
    document.set(.facets, facets(context, date: date, values))
    document.set(.segments, SegmentNumbers.encode(statement.segments))
    return document
  }

  private mutating func addSpeaker(_ statement: Statement, to document: inout StoreDocument) {
    if let speaker = statement.speaker {
      add([.speaker(speaker.name)], to: &document)
    } else {
      document.addBoolean(terms: [IndexTerms.noSpeaker])
    }
  }

  private mutating func addMentions(
    _ mentions: MentionLists, _ context: ArticleContext, to document: inout StoreDocument
  ) {
    // `about:` asks for both.
    let people = mentions.people.filter { !mentions.organisations.contains($0) }
    add(people.map { .about($0) }, to: &document)
    add(mentions.organisations.map { .organisation($0) }, to: &document)
    addRegions(levels: context.levels(ofRegions: mentions.regions), to: &document)
    addDates(mentions.dates, .mentions, to: &document)
  }

  /// Regions are counted at every level, so that a count is the number of hits that `region:` finds.
  private func facetValues(
    _ mentions: MentionLists, _ context: ArticleContext
  ) -> [(field: FacetField, value: String)] {
    context.levels(ofRegions: mentions.regions).map { (.region, $0) } + mentions.names.map { (.about, $0) }
      + mentions.organisations.map { (.organisation, $0) }
  }

  // MARK: The words of a statement

  /// Its own words with their places, those around it in its paragraphs under the prefix `C`.
  private mutating func addStatementWords(_ statement: Statement, to document: inout StoreDocument) {
    var position: UInt32 = 0
    for (index, span) in statement.spans.enumerated() {
      if index > 0 { position += UInt32(IndexSchema.spanGap) }
      position = addWords(of: span, behind: position)
    }
    drainWords(to: &document)
    for index in segments(overlapping: statement.spans) {
      for token in tokens.tokens[near(statement.spans, in: tokens.ranges[index])]
      where !isInside(token, statement.spans) {
        groups.add(token.term)
      }
    }
    drainCounts(prefix: "C", to: &document)
  }

  /// So many words before and behind a statement are around it; hardly a paragraph has more, but one of a thousand
  /// statements would have all its words written a thousand times.
  private static let reach = 400

  /// The tokens of a segment from a little before the first span to a little behind the last.
  private func near(_ spans: [TextSpan], in range: Range<Int>) -> Range<Int> {
    guard range.count > Self.reach, let start = spans.first?.start, let end = spans.last?.end else { return range }
    let first = tokens.tokens[range].partition { Int($0.start) >= start }
    let last = tokens.tokens[range].partition { Int($0.start) >= end }
    return max(range.lowerBound, first - Self.reach)..<min(range.upperBound, last + Self.reach)
  }

  /// Adds the words that begin in a span and counts their positions on; the last position given.
  private mutating func addWords(of span: TextSpan, behind position: UInt32) -> UInt32 {
    var last = position
    for index in segments(overlapping: [span]) {
      // One shift makes positions of a segment those of the statement, and keeps alternatives beside their words.
      var shift: UInt32?
      let behind = last
      for token in tokens.tokens[tokens.ranges[index]] where span.contains(Int(token.start)) {
        let offset = shift ?? token.position - 1
        shift = offset
        last = max(last, behind + token.position - offset)
        addWord(token, at: behind + token.position - offset)
      }
    }
    return last
  }

  /// Indices of segments, ascending, each once. A title that does not stand in the text has no place, and comes first.
  private func segments(overlapping spans: [TextSpan]) -> [Int] {
    var indices: [Int] = []
    for span in spans {
      var index = tokens.segments.partition { $0.span.map { $0.end > span.start } ?? false }
      while index < tokens.segments.count, let around = tokens.segments[index].span, around.start < span.end {
        if indices.last.map({ $0 < index }) ?? true { indices.append(index) }
        index += 1
      }
    }
    return indices
  }

  private func isInside(_ token: ArticleTokens.Token, _ spans: [TextSpan]) -> Bool {
    spans.contains { $0.contains(Int(token.start)) }
  }
}
