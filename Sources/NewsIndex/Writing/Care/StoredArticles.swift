import ArticleModel
import FileAccess
import XapianStore

/// The articles that an index holds, one after another in the order of their ids: the same index always gives the same
/// list, however it was built.
///
/// Not `Sendable`: it owns an open database.
final class StoredArticles {
  let directory: String
  let manifest: Manifest
  private let generation: HeldGeneration
  private let database: StoreDatabase
  private let texts: ArticleStore
  /// Terms `A<id>` read ahead, and the next of them.
  private var terms: [String] = []
  private var next = 0
  private var isAtEnd = false

  private static let pageSize = 10_000

  init(_ directory: String) throws(NewsIndexError) {
    self.directory = directory
    let generation = try IndexLayout(directory).holdCurrent()
    let path = generation.path(.article)
    let database = try inStore(path) { () throws(StoreError) in try StoreDatabase(path: path) }
    let bytes = try inStore(path) { () throws(StoreError) in try database.metadata(Manifest.key) }
    manifest = try Manifest.read(bytes, of: .article, at: path)
    texts = try ArticleStore(database, path: path)
    self.generation = generation
    self.database = database
  }

  /// The stored record of the next article; `nil` at the end.
  func nextRecord() throws(NewsIndexError) -> [UInt8]? {
    while true {
      if next == terms.count, try !readAhead() { return nil }
      defer { next += 1 }
      if let version = try version(terms[next]) { return try texts.record(version) }
    }
  }

  /// The version that counts of the article with a term, if there is one. A writer may overtake a long walk: what it
  /// goes on with is the newer state.
  private func version(_ term: String) throws(NewsIndexError) -> StoredVersions.Version? {
    let value = try inStore(generation.path(.article)) { () throws(StoreError) in
      try database.retrying { () throws(StoreError) in
        guard let document = try database.postings(of: term).first else { return [UInt8]() }
        return try database.value(slot: ValueSlot.newestFirst.rawValue, of: document)
      }
    }
    guard let place = ArticlePlace(orderKey: value) else { return nil }
    return try texts.versions(of: place.idHash).counting
  }

  private func readAhead() throws(NewsIndexError) -> Bool {
    if isAtEnd { return false }
    let last = terms.last
    var page = try inStore(generation.path(.article)) { () throws(StoreError) in
      try database.retrying { () throws(StoreError) in
        try database.terms(prefix: "A", from: last ?? "", limit: Self.pageSize).map(\.term)
      }
    }
    isAtEnd = page.count < Self.pageSize
    if page.first == last, last != nil { page.removeFirst() }
    terms = page
    next = 0
    return !page.isEmpty
  }
}
