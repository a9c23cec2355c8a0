import IndexDefinition
import XapianStore

/// The open state of one index or several: what is held of each, and the three units over all of them.
final class OpenIndex {
  let shards: [OpenShard]
  let units: IndexUnits

  init(_ shards: [OpenShard], regions: RegionDirectory, identities: Identities) throws {
    self.shards = shards
    let articles = try OpenUnit(.article, shards, articles: nil)
    units = IndexUnits(
      articles: articles, segments: try OpenUnit(.segment, shards, articles: articles),
      statements: try OpenUnit(.statement, shards, articles: articles), regions: regions, identities: identities)
  }

  /// Whether a newer generation has taken the place of one that is held.
  var isReplaced: Bool {
    shards.contains { shard in
      guard let held = shard.held, case .folder(let folder) = shard.location else { return false }
      return IndexLayout(folder).currentGeneration.map { $0 != held.number } ?? false
    }
  }

  /// Takes the newest commits; articles last, so that every statement and segment that is seen leads to its text.
  func reopen() throws -> Bool {
    var changed = false
    let all = [units.segments, units.statements, units.articles]
    for unit in all where try unit.reopen() { changed = true }
    // The others have names of the articles.
    if changed { for unit in all { unit.forget() } }
    return changed
  }
}
