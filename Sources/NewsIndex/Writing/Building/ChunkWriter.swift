import FileAccess
import Synchronization
import XapianStore

/// The dictionary by which all records of an index are packed: learned by the first of its builders that writes any.
final class CommonDictionary: Sendable {
  private let known = Mutex<[UInt8]?>(nil)

  func bytes(learningFrom records: some Collection<[UInt8]>) -> [UInt8] {
    known.withLock { known in
      if let known { return known }
      let trained = RecordDictionary.trained(on: records)
      known = trained
      return trained
    }
  }

  /// Empty where nothing was written, or too little to learn from.
  var bytes: [UInt8] { known.withLock { $0 ?? [] } }
}

/// Writes the documents of one unit into small databases, one after another, and merges them now and then.
///
/// Xapian gathers what is added in trees in memory, which grow slower the larger they are, and merges sorted databases
/// in linear time: so many small databases and a merge are faster than one, and memory stays bounded. The documents of a
/// database are gathered first and added in one go: a builder works on three units, and what it finds in the articles
/// between two documents would push the trees out of the processor's cache.
struct ChunkWriter {
  /// Small databases merged at once. Each has six files open.
  static let fanIn = 48
  /// A database is full, too, when its documents have so many terms: long articles fill it sooner.
  static let chunkTerms = 1_000_000

  private let unit: IndexUnit
  /// Where the small databases lie; their names begin with `name`.
  let folder: String
  let name: String
  let chunkSize: Int

  /// Of the next database.
  private var documents: [StoreDocument] = []
  /// The records of the articles among them.
  private var records: [(key: ArticleKey, bytes: [UInt8])] = []
  private let dictionary: CommonDictionary
  private var terms = 0
  private var made = 0
  /// Merged already, to be merged again at the end.
  private var merged: [String] = []
  private var small: [String] = []

  init(_ unit: IndexUnit, folder: String, name: String, chunkSize: Int, dictionary: CommonDictionary) {
    self.dictionary = dictionary
    self.unit = unit
    self.folder = folder
    self.name = name
    self.chunkSize = chunkSize
  }

  /// - Parameter record: Of an article, see `StoredVersions`.
  mutating func add(_ document: StoreDocument, record: (key: ArticleKey, bytes: [UInt8])? = nil)
    throws(NewsIndexError)
  {
    if let record { records.append(record) }
    documents.append(document)
    terms += document.termCount
    if documents.count >= chunkSize || terms >= Self.chunkTerms { try write() }
  }

  /// The databases that hold everything added, in the order in which it was.
  mutating func finish() throws(NewsIndexError) -> [String] {
    try write()
    return merged + small
  }

  private mutating func write() throws(NewsIndexError) {
    if documents.isEmpty { return }
    let path = nextPath()
    small.append(path)
    let versions = packedRecords()
    try inStore(path) { () throws(StoreError) in
      // Nobody reads it before it is whole, and after a crash the whole build begins anew.
      let writer = try StoreWriter(path: path, mode: .create, options: unit.writerOptions(.bulk))
      for document in documents { try writer.add(document) }
      for (key, versions) in versions { try writer.setMetadata(key, versions.encode()) }
      try writer.commit()
      try writer.close()
    }
    documents.removeAll(keepingCapacity: true)
    records.removeAll(keepingCapacity: true)
    terms = 0
    guard small.count >= Self.fanIn else { return }
    let target = nextPath()
    try DatabaseMerge.merge(small, into: target)
    try DatabaseMerge.remove(small)
    small = []
    merged.append(target)
  }

  /// The entries of the articles, in the order of their keys, as the database wants them. Versions that a later article
  /// replaced are told apart when all is merged.
  private func packedRecords() -> [(key: String, versions: StoredVersions)] {
    if records.isEmpty { return [] }
    let packing = RecordPacking(dictionary: dictionary.bytes(learningFrom: records.lazy.map(\.bytes)))
    var entries: [UInt64: StoredVersions] = [:]
    for (key, bytes) in records {
      entries[key.idHash, default: StoredVersions()].put(
        StoredVersions.Version(contentHash: key.contentHash, counts: true, packed: packing.packed(bytes)))
    }
    return entries.map { (StoredVersions.key(of: $0.key), $0.value) }.sorted { $0.key < $1.key }
  }

  private mutating func nextPath() -> String {
    made += 1
    return Files.join(folder, "\(name)-\(made)")
  }
}
