import Synchronization

/// Decides which version of an article counts when an id comes several times in one run: the last one in the order of
/// the input, whatever the order in which the builders come to it.
final class Admission: Sendable {
  /// The place of an article in the input: the number of its record, then its place in the record.
  struct Place: Hashable, Sendable, Comparable {
    var record: UInt32
    var item: UInt32

    static func < (left: Place, right: Place) -> Bool {
      (left.record, left.item) < (right.record, right.item)
    }
  }

  enum Verdict: Hashable, Sendable {
    /// To be written.
    case write
    /// A later article of the run has the id, or the version stands in the index already.
    case skip
  }

  fileprivate struct Entry {
    var place: Place
    var contentHash: UInt64
    /// The version that the index held before the run.
    var initial: UInt64?
  }

  fileprivate struct State {
    let keepsVersions: Bool
    var entries: [UInt64: Entry] = [:]
    /// Versions written in this run that a later one replaced.
    var superseded: Set<ArticleKey> = []
    var duplicates = 0
  }

  private let state: Mutex<State>

  /// - Parameter keepsVersions: Whether every version that is admitted stays until the end, as in a bulk build, where
  ///   `superseded` dies at last; else the writer replaces one by the other as they come.
  init(keepsVersions: Bool) {
    state = Mutex(State(keepsVersions: keepsVersions))
  }

  /// Tells what becomes of an article.
  ///
  /// - Parameter initial: The version that the index held before the run; asked at the first article of an id only.
  func admit(
    _ key: ArticleKey, at place: Place, initial: (ArticleKey) throws(NewsIndexError) -> UInt64?
  ) throws(NewsIndexError) -> Verdict {
    if let verdict = state.withLock({ $0.again(key, at: place) }) { return verdict }
    // Outside the lock: this reads the index. Two threads may both do it, for the same answer.
    let held = try initial(key)
    return state.withLock { state in
      if let verdict = state.again(key, at: place) { return verdict }
      state.entries[key.idHash] = Entry(place: place, contentHash: key.contentHash, initial: held)
      return held == key.contentHash ? .skip : .write
    }
  }

  /// Whether the version is still the one that counts: a later one may have come since it was admitted.
  func isCurrent(_ key: ArticleKey) -> Bool {
    state.withLock { $0.entries[key.idHash]?.contentHash == key.contentHash }
  }

  /// Versions that were admitted and don't count any more.
  var superseded: [ArticleKey] { state.withLock { Array($0.superseded) } }

  /// Whether no article has come.
  var isEmpty: Bool { state.withLock { $0.entries.isEmpty } }

  /// Adds the counts of the run to a report.
  func count(into report: inout IndexingReport) {
    state.withLock { state in
      report.duplicates += state.duplicates
      for entry in state.entries.values {
        switch entry.initial {
        case nil: report.added += 1
        case entry.contentHash?: report.unchanged += 1
        default: report.changed += 1
        }
      }
    }
  }
}

extension Admission.State {
  /// The verdict on an article whose id the run has seen; `nil` for a new id.
  fileprivate mutating func again(_ key: ArticleKey, at place: Admission.Place) -> Admission.Verdict? {
    guard let entry = entries[key.idHash] else { return nil }
    duplicates += 1
    if place < entry.place { return .skip }
    entries[key.idHash]?.place = place
    if key.contentHash == entry.contentHash { return .skip }
    entries[key.idHash]?.contentHash = key.contentHash
    superseded.insert(ArticleKey(idHash: key.idHash, contentHash: entry.contentHash))
    // A version that was written before and comes back needs no second writing.
    return superseded.remove(key) != nil && keepsVersions ? .skip : .write
  }
}
