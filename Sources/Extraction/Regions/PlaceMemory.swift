import Synchronization

/// The candidates of single words: articles repeat their names, and one another's. The tables are in no cache.
struct PlaceMemory: Sendable {
  /// Several times what an article has. Forgotten all at once.
  private static let most = 8192

  private var known: WordMap<Known> = [:]

  /// What tells a word from others, the more surely because the memory outlives the article.
  struct Word: Sendable {
    fileprivate let hash: UInt32
    fileprivate let suffix: UInt32
    fileprivate let length: Int32
    fileprivate let isAcronym: Bool

    @inline(__always)
    init(_ tokens: TokenTable, _ token: Int, isAcronym: Bool) {
      hash = tokens.hashes[token]
      suffix = tokens.suffixes[token]
      length = tokens.foldedEnds[token] - tokens.foldedStarts[token]
      self.isAcronym = isAcronym
    }

    fileprivate var key: UInt32 { isAcronym ? hash ^ 0x8000_0000 : hash }
  }

  private struct Known: Sendable {
    let word: Word
    let places: Places
  }

  /// What a word is by itself, and whether names of several words begin with it.
  struct Places: Sendable {
    let candidates: [PlaceCandidate]
    let isLonger: Bool
  }

  /// `nil` for a word that has not been met, or whose place another one has taken.
  subscript(word: Word) -> Places? {
    guard let found = known[word.key], found.word.hash == word.hash, found.word.suffix == word.suffix,
      found.word.length == word.length, found.word.isAcronym == word.isAcronym
    else { return nil }
    return found.places
  }

  mutating func keep(_ places: Places, _ word: Word) {
    if known.keys.count >= Self.most { known = [:] }
    known[word.key] = Known(word: word, places: places)
  }
}

/// One memory for each thread that looks for places at a time.
final class PlaceMemoryPool: Sendable {
  private let idle = Mutex<[PlaceMemory]>([])

  func take() -> PlaceMemory { idle.withLock { $0.popLast() } ?? PlaceMemory() }

  func give(_ memory: PlaceMemory) { idle.withLock { $0.append(memory) } }
}
