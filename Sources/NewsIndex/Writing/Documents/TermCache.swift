import ArticleModel

/// The terms of names, dates and regions, made once each: the same few people, outlets and days stand in article after
/// article.
struct TermCache {
  /// What terms are made of.
  enum Source: Hashable {
    case speaker(String)
    case about(String)
    case organisation(String)
    case publisher(String)
    case date(DateValue, DateFamily)
    case region(String)
  }

  /// Sources remembered before all are forgotten: memory stays bounded whatever the corpus.
  private static let capacity = 50_000
  private var remembered: [Source: [[UInt8]]] = [:]

  /// Of a name, the full one and each word of it; of a date, the finest first, none for one without a year.
  mutating func terms(_ source: Source) -> [[UInt8]] {
    if let terms = remembered[source] { return terms }
    if remembered.count >= Self.capacity { remembered.removeAll(keepingCapacity: true) }
    let terms = Self.make(source).map { Array($0.utf8) }
    remembered[source] = terms
    return terms
  }

  private static func make(_ source: Source) -> [String] {
    switch source {
    case .speaker(let name): named(name, full: IndexTerms.speaker(full:), part: IndexTerms.speaker(part:))
    case .about(let name): named(name, full: IndexTerms.about(full:), part: IndexTerms.about(part:))
    case .organisation(let name):
      named(name, full: IndexTerms.organisation(full:), part: IndexTerms.organisation(part:))
    case .publisher(let name): named(name, full: IndexTerms.publisher(full:), part: IndexTerms.publisher(part:))
    case .date(let date, let family): DateTerms.indexed(date, family)
    case .region(let id): [IndexTerms.region(id)]
    }
  }

  private static func named(_ name: String, full: (String) -> String, part: (String) -> String) -> [String] {
    [full(name)] + IndexTerms.parts(ofName: name).map(part)
  }
}
