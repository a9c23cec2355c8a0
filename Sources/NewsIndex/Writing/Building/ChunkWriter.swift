import FileAccess
import XapianStore

/// Writes the documents of one unit into small databases, one after another, and merges them now and then.
///
/// Xapian gathers what is added in trees in memory, which grow slower the larger they are, and merges sorted databases
/// in linear time: so many small databases and a merge are faster than one, and memory stays bounded.
struct ChunkWriter {
  /// Small databases merged at once. Each has six files open.
  static let fanIn = 48

  private let unit: IndexUnit
  /// Where the small databases lie; their names begin with `name`.
  let folder: String
  let name: String
  let chunkSize: Int
  /// A database is full, too, when its documents have so many terms: long articles fill it sooner.
  static let chunkTerms = 500_000

  private var writer: StoreWriter?
  private var documents = 0
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
    let writer = try opened()
    try inStore(small[small.count - 1]) { () throws(StoreError) in _ = try writer.add(document) }
    documents += 1
    terms += document.termCount
    if documents >= chunkSize || terms >= Self.chunkTerms { try close() }
  }

  /// The databases that hold everything added, in the order in which it was.
  mutating func finish() throws(NewsIndexError) -> [String] {
    try close()
    return merged + small
  }

  private mutating func opened() throws(NewsIndexError) -> StoreWriter {
    if let writer { return writer }
    let path = nextPath()
    // Nobody reads it before it is whole, and after a crash the whole build begins anew.
    let writer = try inStore(path) { () throws(StoreError) in
      try StoreWriter(path: path, mode: .create, options: unit.writerOptions(.bulk))
    }
    small.append(path)
    self.writer = writer
    return writer
  }

  private mutating func close() throws(NewsIndexError) {
    guard let writer else { return }
    try inStore(small[small.count - 1]) { () throws(StoreError) in
      try writer.commit()
      try writer.close()
    }
    self.writer = nil
    (documents, terms) = (0, 0)
    guard small.count >= Self.fanIn else { return }
    let path = nextPath()
    try DatabaseMerge.merge(small, into: path)
    try DatabaseMerge.remove(small)
    small = []
    merged.append(path)
  }

  private mutating func nextPath() -> String {
    made += 1
    return Files.join(folder, "\(name)-\(made)")
  }
}
