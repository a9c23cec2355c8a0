/// The terms of names, made once a name: the same few people and outlets stand in article after article.
struct NameTermCache {
  enum Family: Hashable {
    case speaker, about, organisation, publisher
  }

  private struct Key: Hashable {
    var family: Family
    var name: String
  }

  /// Names remembered before all are forgotten: memory stays bounded whatever the corpus.
  private static let capacity = 30_000
  private var remembered: [Key: [[UInt8]]] = [:]

  /// The full name and each word of it, as the index holds them.
  mutating func terms(_ family: Family, _ name: String) -> [[UInt8]] {
    let key = Key(family: family, name: name)
    if let terms = remembered[key] { return terms }
    if remembered.count >= Self.capacity { remembered.removeAll(keepingCapacity: true) }
    let terms = Self.make(family, name).map { Array($0.utf8) }
    remembered[key] = terms
    return terms
  }

  private static func make(_ family: Family, _ name: String) -> [String] {
    let parts = IndexTerms.parts(ofName: name)
    switch family {
    case .speaker: return [IndexTerms.speaker(full: name)] + parts.map(IndexTerms.speaker(part:))
    case .about: return [IndexTerms.about(full: name)] + parts.map(IndexTerms.about(part:))
    case .organisation: return [IndexTerms.organisation(full: name)] + parts.map(IndexTerms.organisation(part:))
    case .publisher: return [IndexTerms.publisher(full: name)] + parts.map(IndexTerms.publisher(part:))
    }
  }
}
