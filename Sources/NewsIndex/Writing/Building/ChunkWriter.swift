import FileAccess
import XapianStore

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
  private var terms = 0
  private var made = 0
  /// Merged already, to be merged again at the end.
  private var merged: [String] = []
  private var small: [String] = []

  init(_ unit: IndexUnit, folder: String, name: String, chunkSize: Int) {
    self.unit = unit
    self.folder = folder
    self.name = name
    self.chunkSize = chunkSize
  }

  mutating func add(_ document: StoreDocument) throws(NewsIndexError) {
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
    try inStore(path) { () throws(StoreError) in
      // Nobody reads it before it is whole, and after a crash the whole build begins anew.
      let writer = try StoreWriter(path: path, mode: .create, options: unit.writerOptions(.bulk))
      for document in documents { try writer.add(document) }
      try writer.commit()
      try writer.close()
    }
    documents.removeAll(keepingCapacity: true)
    terms = 0
    guard small.count >= Self.fanIn else { return }
    let target = nextPath()
    try DatabaseMerge.merge(small, into: target)
    try DatabaseMerge.remove(small)
    small = []
    merged.append(target)
  }

  private mutating func nextPath() -> String {
    made += 1
    return Files.join(folder, "\(name)-\(made)")
  }
}
