import ArticleModel

/// What the documents of one article share.
struct ArticleContext {
  let annotated: AnnotatedArticle
  let key: ArticleKey
  /// The country of each region that the article names, by the region's id.
  let countries: [String: String]
  /// The term of the article's language, as bytes: it stands in every document.
  let language: [UInt8]
  /// The term of the version.
  let pointer: [UInt8]

  init(_ annotated: AnnotatedArticle) {
    self.annotated = annotated
    key = ArticleKey(annotated.article)
    countries = Dictionary(annotated.regions.map { ($0.region.id, $0.region.country) }) { first, _ in first }
    pointer = Array(IndexTerms.pointer(key).utf8)
    language = Array(IndexTerms.language(annotated.article.language).utf8)
  }

  var article: Article { annotated.article }
  var published: DateValue? { article.published.value }

  /// The ids at every level, each once, in order of appearance.
  func levels(ofRegions ids: [String]) -> [String] {
    var levels: [String] = []
    for id in ids {
      for level in IndexTerms.levels(ofRegion: id, country: countries[id]) where !levels.contains(level) {
        levels.append(level)
      }
    }
    return levels
  }

  /// What the text names inside a span, each once, in order of appearance.
  func mentions(in span: TextSpan) -> MentionLists {
    var lists = MentionLists()
    for mention in annotated.people.inside(span, \.span) { lists.people.appendOnce(mention.name) }
    for mention in annotated.organisations.inside(span, \.span) { lists.organisations.appendOnce(mention.name) }
    for mention in annotated.regions.inside(span, \.span) { lists.regions.appendOnce(mention.region.id) }
    for allusion in annotated.allusions.inside(span, \.span) { lists.regions.appendOnce(allusion.id) }
    lists.dates = dates(in: [span])
    return lists
  }

  func dates(in spans: [TextSpan]) -> [DateValue] {
    spans.flatMap { annotated.dates.inside($0, \.span).compactMap(\.value) }
  }
}

/// What a document names, each name once.
struct MentionLists {
  var people: [String] = []
  var organisations: [String] = []
  var regions: [String] = []
  var dates: [DateValue] = []

  /// People and organisations, each once.
  var names: [String] {
    var names = people
    for name in organisations { names.appendOnce(name) }
    return names
  }
}

extension Array where Element: Equatable {
  mutating func appendOnce(_ element: Element) {
    if !contains(element) { append(element) }
  }
}

extension Array {
  /// Of elements in reading order, those inside a span.
  ///
  /// Found by halving: a long text has many segments and many mentions, and all pairs would be too many.
  func inside(_ span: TextSpan, _ place: (Element) -> TextSpan) -> [Element] {
    var index = partition { place($0).start >= span.start }
    var found: [Element] = []
    while index < count, place(self[index]).start < span.end {
      if place(self[index]).end <= span.end { found.append(self[index]) }
      index += 1
    }
    return found
  }
}

extension RandomAccessCollection where Index == Int {
  /// The index of the first element for which a condition holds that holds for all behind it as well.
  func partition(_ condition: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if condition(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
