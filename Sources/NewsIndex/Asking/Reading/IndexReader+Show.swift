import ArticleModel
import XapianStore

extension IndexReader {
  /// An article by its id, with the place in it that the id names.
  ///
  /// - Parameter id: `ARTICLE`, `ARTICLE#4` or `ARTICLE#q1`.
  public func show(_ id: String) throws(AskingError) -> ShownItem {
    try answering {
      let place = IDPlace(id)
      guard let annotated = try article(place.article) else { throw AskingError.notFound(id) }
      var item = ShownItem(
        id: id, annotated: annotated, segment: nil, statement: nil, canonicalSpeakers: canonicalSpeakers(annotated))
      switch place.part {
      case nil: break
      case .segment(let number): item.segment = annotated.article.segments.first { $0.number == number }
      case .statement(let number):
        item.statement = annotated.statements.first { $0.number == number }
        let first = item.statement?.segments.first
        item.segment = annotated.article.segments.first { $0.number == first }
      }
      if place.part != nil, item.segment == nil, item.statement == nil { throw AskingError.notFound(id) }
      return item
    }
  }

  /// Of several shards that have it, that of the last.
  private func article(_ id: String) throws -> AnnotatedArticle? {
    let idHash = StableHash.of(id)
    for shard in units.articles.shards.indices.reversed() {
      let versions = try texts.versions(of: idHash, shard: shard, in: units.articles)
      if let version = versions.first(where: { $0.counts && $0.annotated.article.id == id }) {
        return version.annotated
      }
    }
    return nil
  }

  private func canonicalSpeakers(_ annotated: AnnotatedArticle) -> [String: String] {
    var names: [String: String] = [:]
    for statement in annotated.statements {
      guard let name = statement.speaker?.name else { continue }
      names[name] = units.identities.canonical(of: name) ?? name
    }
    return names
  }
}

/// An id taken apart.
struct IDPlace {
  enum Part: Hashable {
    case segment(Int)
    case statement(Int)
  }

  var article: String
  var part: Part?

  /// What stands behind the last `#`; without a number there the whole text is the id of an article.
  init(_ id: String) {
    article = id
    guard let hash = id.lastIndex(of: "#") else { return }
    let tail = id[id.index(after: hash)...]
    let isStatement = tail.first == "q"
    guard let number = Int(isStatement ? tail.dropFirst() : tail) else { return }
    article = String(id[..<hash])
    part = isStatement ? .statement(number) : .segment(number)
  }
}
