import XapianStore

/// How much of a question stands together somewhere in an article.
///
/// An article is found by words that are spread over its paragraphs, and BM25 does not know whether they have to do with
/// each other. So the best articles are looked at again: each weighs more by the words that stand within one window,
/// each of which counts once, by how rare it is. Chosen by measurement, see `EVALUATION.md`.
///
/// Where words stand is known of segments alone. One search over those of the articles in question tells which words
/// each of them holds: every word weighs a power of two there, so that the weight of a segment is the set of its words.
/// That is Xapian's own work, and the same over remote shards.
struct Nearness {
  /// So many articles are looked at; the others keep their order behind them.
  static let depth = 30
  /// In positions.
  static let window = 25
  /// What a word in the window adds, as a share of its idf.
  static let share = 0.2
  /// A weight holds so many bits exactly.
  private static let wordsOfASearch = 50
  /// Words with `*` may stand for more: a question of so many words has no window that says anything.
  private static let mostWords = 400

  private struct Word {
    var hash: UInt64
    var term: String
    var group: Int
  }

  private let units: IndexUnits
  private let words: [Word]
  /// What each group of words adds.
  private let weights: [Double]

  /// `nil` where a question has one word only.
  init?(_ query: StoreQuery, in units: IndexUnits) throws {
    let groups = WordGroup.all(in: query)
    guard groups.count > 1, groups.reduce(0, { $0 + $1.words.count }) <= Self.mostWords else { return nil }
    self.units = units
    words = groups.indices.flatMap { group in
      groups[group].words.map { Word(hash: StableHash.of($0), term: $0, group: group) }
    }
    let database = units.articles.database
    let count = Double(try database.documentCount)
    weights = try groups.map { group in
      var without = 1.0
      for word in group.words { without *= 1 - Double(try database.termFrequency(word)) / max(1, count) }
      return Self.share * Double(group.count) * WordWeights.rarity(of: count * (1 - without), in: count)
    }
  }

  /// What each of these articles gains, by the hash of its id.
  func gains(ofArticles hashes: Set<UInt64>) throws -> [UInt64: Double] {
    let held = try segments(ofArticles: hashes)
    return Dictionary(grouping: held, by: \.place.idHash).mapValues { Self.best(of: stands($0), weights) }
  }

  // MARK: Segments

  private struct Held {
    var place: ArticlePlace
    /// Indices of `words`, ascending.
    var words: [Int]
    var places: [UInt8] = []
  }

  /// The segments of some articles that hold a word.
  private func segments(ofArticles hashes: Set<UInt64>) throws -> [Held] {
    let unit = units.segments
    let among = try unit.query(ofArticles: hashes)
    var held: [UInt32: Held] = [:]
    for start in stride(from: 0, to: words.count, by: Self.wordsOfASearch) {
      let part = words[start..<min(start + Self.wordsOfASearch, words.count)]
      let bits = part.enumerated().map { StoreQuery.scale(.term($1.term), Double(UInt64(1) << UInt64($0))) }
      var search = StoreSearch(
        try unit.counting(.filter(.disjunction(bits), among)), limit: Int(UInt32.max))
      search.weighting = .coordination
      search.order = .relevanceThenValue(slot: ValueSlot.newestFirst.rawValue)
      let hits = unit.isRemote ? try unit.hits(search, with: .places) : try unit.database.search(search).hits
      for hit in hits {
        guard let place = ArticlePlace(orderKey: hit.sortKey) else { continue }
        let found = UInt64(hit.weight)
        let indices = part.indices.filter { found >> UInt64($0 - start) & 1 == 1 }
        held[hit.document, default: Held(place: place, words: [], places: hit.collapseKey)].words += indices
      }
    }
    if !unit.isRemote {
      try unit.values(.places, of: held.keys.sorted()) { held[$0]?.places = Array($1) }
    }
    return Array(held.values)
  }

  // MARK: Windows

  /// Where the words of an article stand, ascending. What ends a paragraph is near what begins the next one; between
  /// segments of which one in the middle holds no word lies a window at least.
  private func stands(_ segments: [Held]) -> [(position: Int, group: Int)] {
    var stands: [(position: Int, group: Int)] = []
    var (end, next) = (0, 0)
    for segment in segments.sorted(by: { $0.place.number < $1.place.number }) {
      if segment.place.number != next { end += Self.window }
      next = segment.place.number + 1
      segment.places.withUnsafeBytes { bytes in
        guard let places = WordPlaces(bytes) else { return }
        for index in segment.words {
          for position in places.positions(of: words[index].hash) {
            stands.append((end + Int(position), words[index].group))
          }
        }
        end += places.lastPosition
      }
    }
    return stands.sorted { ($0.position, $0.group) < ($1.position, $1.group) }
  }

  /// The most that the words within one window add.
  ///
  /// - Parameter stands: Ascending by position.
  static func best(of stands: [(position: Int, group: Int)], _ weights: [Double]) -> Double {
    var counts = Array(repeating: 0, count: weights.count)
    var (first, best) = (0, 0.0)
    for (position, group) in stands {
      counts[group] += 1
      while stands[first].position + window <= position {
        counts[stands[first].group] -= 1
        first += 1
      }
      // Only a word that comes in can make a window better. Added up anew, so that the order leaves no trace.
      if counts[group] > 1 { continue }
      var sum = 0.0
      for group in counts.indices where counts[group] > 0 { sum += weights[group] }
      best = max(best, sum)
    }
    return best
  }
}
