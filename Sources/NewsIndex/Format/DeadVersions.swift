import ArticleModel

/// Versions of articles whose documents a database holds and that count no more.
///
/// The databases have no term lists: these take as much room as all postings together and serve nothing but deleting. So
/// documents can't be taken out one by one. A version that was superseded or removed dies: its documents stay, under the
/// same terms, and every question leaves them out. `compact` writes the index without them. Its text, which is no
/// document, goes with the next batch (see `StoredVersions`).
///
/// A version that comes back gets new documents under a new pointer (`K<key>~1`), because what was found in it may be
/// another thing by then.
public struct DeadVersions: Hashable, Sendable {
  /// In the metadata of the database.
  public static let key = "dead"

  /// How often each has died.
  private(set) var deaths: [ArticleKey: Int] = [:]
  /// Of all of them together.
  public private(set) var documentCount = 0

  public init() {}

  public var isEmpty: Bool { deaths.isEmpty }

  /// The term of the documents of a version that count.
  public func pointer(_ key: ArticleKey) -> String { IndexTerms.pointer(key, life: deaths[key] ?? 0) }

  /// The terms of all documents that don't, sorted.
  public var pointers: [String] {
    deaths.flatMap { key, count in (0..<count).map { IndexTerms.pointer(key, life: $0) } }.sorted()
  }

  /// The documents of a version that have counted so far.
  mutating func add(_ key: ArticleKey, documents: Int) {
    deaths[key, default: 0] += 1
    documentCount += documents
  }

  public func encode() -> [UInt8] {
    if isEmpty { return [] }
    var writer = RecordWriter()
    documentCount.encode(to: &writer)
    let sorted = deaths.sorted { ($0.key.idHash, $0.key.contentHash) < ($1.key.idHash, $1.key.contentHash) }
    writer.append(UInt64(sorted.count))
    for (key, count) in sorted {
      key.encode(to: &writer)
      count.encode(to: &writer)
    }
    return writer.bytes
  }

  public init(decoding bytes: [UInt8]) throws(RecordError) {
    if bytes.isEmpty { return }
    var reader = RecordReader(bytes)
    documentCount = try Int(from: &reader)
    for _ in 0..<(try reader.count()) {
      let key = try ArticleKey(from: &reader)
      let count = try Int(from: &reader)
      // More lives than documents are no count, and would be as many terms.
      guard count > 0, count <= max(1, documentCount) else { throw reader.error("a version that died \(count) times") }
      deaths[key] = count
    }
    try reader.end()
  }
}
