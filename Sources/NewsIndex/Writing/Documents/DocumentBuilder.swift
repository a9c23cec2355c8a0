import ArticleModel
import XapianStore

/// The documents of one article, as `IndexSchema` lists them.
struct BuiltArticle: Sendable {
  var key: ArticleKey
  var id: String
  var article: StoreDocument
  /// What `StoredVersions` keeps; empty where the article is stored already.
  var record: [UInt8]
  /// In the order of their numbers.
  var statements: [StoreDocument]
  /// In the order of their numbers.
  var segments: [StoreDocument]

  var documentCount: Int { 1 + statements.count + segments.count }
}

/// Turns articles with what was found in them into documents.
///
/// One builder serves one task: it keeps what articles have in common (memory, the terms of names).
/// All builders of an index share its allocator of ordinals.
struct DocumentBuilder {
  let ordinals: OrdinalAllocator
  var tokens = ArticleTokens()
  var groups = TermGroups()
  var places = WordPlaces.Builder()
  private var cache = TermCache()
  /// Whether documents get the pointer to their version. Where a version may have died before, the
  /// writer adds it (see `DeadVersions`).
  let addsPointers: Bool

  init(ordinals: OrdinalAllocator, addsPointers: Bool) {
    self.ordinals = ordinals
    self.addsPointers = addsPointers
  }

  mutating func build(_ annotated: AnnotatedArticle) -> BuiltArticle {
    build(annotated, units: Set(IndexUnit.allCases))
  }

  /// Leaves out the documents of other units: an interrupted batch is finished unit by unit.
  mutating func build(_ annotated: AnnotatedArticle, units: Set<IndexUnit>) -> BuiltArticle {
    let context = ArticleContext(annotated)
    tokens.read(annotated.article)
    groups.begin(termCount: tokens.terms.count)
    let story = storyKey(annotated.article)
    var built = BuiltArticle(
      key: context.key, id: annotated.article.id, article: StoreDocument(), record: [], statements: [], segments: [])
    if units.contains(.article) {
      built.article = article(context, story)
      built.record = ArticleRecord(annotated).encode()
    }
    if units.contains(.segment) {
      built.segments = tokens.segments.indices.map { segment($0, context, story) }
    }
    if units.contains(.statement) { built.statements = annotated.statements.map { statement($0, context, story) } }
    return built
  }

  // MARK: Words

  @inline(__always)
  mutating func addWord(_ token: ArticleTokens.Token, at position: UInt32) {
    groups.add(token.term)
    places.add(tokens.hashes[Int(token.term)], at: position, isAlternative: token.isAlternative)
  }

  /// Hands the gathered words over with their counts, and where they stand.
  mutating func drainWords(to document: inout StoreDocument) {
    let packed = places.finish(distinct: groups.terms.map { tokens.hashes[Int($0)] })
    if !packed.isEmpty { document.set(.places, packed) }
    drainCounts(to: &document)
  }

  /// Hands the gathered words over with their counts, behind a prefix.
  mutating func drainCounts(prefix: StaticString = "", to document: inout StoreDocument) {
    groups.drainCounts { term, count in
      tokens.terms.withBytes(Int(term)) { document.add(prefix: prefix, term: $0, wdf: count) }
    }
  }

  // MARK: What every document has

  mutating func add(_ sources: [TermCache.Source], to document: inout StoreDocument) {
    for source in sources {
      for term in cache.terms(source) { document.addBoolean(bytes: term) }
    }
  }

  /// The terms of dates, each once.
  mutating func addDates(_ values: [DateValue], _ family: DateFamily, to document: inout StoreDocument) {
    var terms: [[UInt8]] = []
    for value in values {
      let more = cache.terms(.date(value, family))
      // Two dates of one month share its term.
      if terms.isEmpty { terms = more } else { for term in more { terms.appendOnce(term) } }
    }
    for term in terms { document.addBoolean(bytes: term) }
  }

  /// The terms of regions at every level, or the one that says there is none.
  mutating func addRegions(levels: [String], to document: inout StoreDocument) {
    if levels.isEmpty { return document.addBoolean(term: IndexTerms.noRegion) }
    add(levels.map { .region($0) }, to: &document)
  }

  /// - Parameter place: The number of the statement or segment in its article; 0 of an article.
  mutating func addCommon(
    _ context: ArticleContext, unit: IndexUnit, place: Int, date: DateValue?, to document: inout StoreDocument
  ) {
    if addsPointers { document.addBoolean(bytes: context.pointer) }
    if unit != .article { document.addBoolean(term: IndexTerms.number(place)) }
    document.addBoolean(bytes: context.language)
    if let publisher = context.article.publisher { add([.publisher(publisher)], to: &document) }
    let (idHash, day) = (context.key.idHash, date?.firstDay)
    document.set(.newestFirst, OrderKey.newestFirst(day, idHash: idHash, place: place))
    document.set(.oldestFirst, OrderKey.oldestFirst(day, idHash: idHash, place: place))
    document.set(.article, ShortHash.bytes(idHash))
  }

  private mutating func storyKey(_ article: Article) -> [UInt8]? {
    var key = StoryKey()
    for (segment, range) in zip(tokens.segments, tokens.ranges) where segment.kind == .paragraph {
      for token in tokens.tokens[range] where !token.isAlternative {
        tokens.terms.withBytes(Int(token.term)) { key.add($0) }
      }
    }
    return key.value.map(ShortHash.bytes)
  }

  func facets(
    _ context: ArticleContext, date: DateValue?, _ values: [(field: FacetField, value: String)]
  ) -> [UInt8] {
    var record = FacetRecord()
    if let date, let number = FacetDate.number(date) { record.insert(number, into: .date) }
    var values = values
    if let publisher = context.article.publisher { values.append((.publisher, publisher)) }
    ordinals.insert(values, into: &record)
    return record.encode()
  }
}

extension StoreDocument {
  mutating func set(_ slot: ValueSlot, _ bytes: [UInt8]) { setValue(slot: slot.rawValue, bytes) }

  mutating func addBoolean(bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { add(term: $0, wdf: 0) }
  }

  mutating func addBoolean(terms: [String]) {
    for term in terms { addBoolean(term: term) }
  }

}
