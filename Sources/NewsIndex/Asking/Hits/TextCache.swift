import ArticleModel
import XapianStore

/// A stored version of an article, unpacked.
struct StoredText {
  var key: ArticleKey
  /// Whether it is the one that counts; one that was replaced stays until the next batch.
  var counts: Bool
  var annotated: AnnotatedArticle
}

/// The articles of the newest hits: hits of one page often share them, and the next question often finds them again.
/// Unpacking one takes longer than finding it.
final class TextCache {
  /// Bytes of text kept; with what was found in them articles take some three times as much.
  private static let capacity = 8 << 20

  /// The hash of an id, in a shard.
  private struct Place: Hashable {
    var shard: Int
    var idHash: UInt64
  }

  private var articles: [Place: [StoredText]] = [:]
  private var bytes = 0

  func removeAll() {
    articles.removeAll()
    bytes = 0
  }

  /// The versions that a shard has of an article; none where it has no such article.
  func versions(of idHash: UInt64, shard: Int, in articles: OpenUnit) throws -> [StoredText] {
    let place = Place(shard: shard, idHash: idHash)
    if let known = self.articles[place] { return known }
    let packing = try articles.packing(shard)
    let bytes = try articles.shards[shard].metadata(StoredVersions.key(of: idHash))
    let versions = try StoredVersions(decoding: bytes).versions.map { version in
      StoredText(
        key: ArticleKey(idHash: idHash, contentHash: version.contentHash), counts: version.counts,
        annotated: try ArticleRecord(decoding: packing.unpacked(version.packed[...])).annotated)
    }
    keep(versions, place)
    return versions
  }

  /// All are forgotten where there is no room: what is asked for again comes back.
  private func keep(_ versions: [StoredText], _ place: Place) {
    // An empty text has a title, a place and a source too.
    let size = versions.reduce(64) { $0 + 512 + $1.annotated.article.text.utf8.count }
    if bytes + size > Self.capacity { removeAll() }
    bytes += size
    articles[place] = versions
  }
}
