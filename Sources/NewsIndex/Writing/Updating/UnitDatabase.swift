import XapianStore

/// The open database of one unit, with its manifest. One batch is one transaction.
///
/// Not `Sendable`: it owns a writer. The thread that opened it writes.
final class UnitDatabase {
  let unit: IndexUnit
  let path: String
  let store: StoreWriter
  /// Sees what the writer has not committed yet.
  let reader: StoreDatabase
  private(set) var manifest: Manifest
  /// What the open transaction has changed included.
  private(set) var dead: DeadVersions

  init(_ unit: IndexUnit, path: String) throws(NewsIndexError) {
    self.unit = unit
    self.path = path
    let store = try inStore(path) { () throws(StoreError) in
      try StoreWriter.opening(path, unit.writerOptions())
    }
    let reader = try inStore(path) { () throws(StoreError) in try store.reader() }
    let bytes = try inStore(path) { () throws(StoreError) in try reader.metadata(Manifest.key) }
    self.store = store
    self.reader = reader
    manifest = try Manifest.read(bytes, of: unit, at: path)
    let versions = try inStore(path) { () throws(StoreError) in try reader.metadata(DeadVersions.key) }
    do { dead = try DeadVersions(decoding: versions) } catch { throw NewsIndexError(error, at: path) }
  }

  /// Reads the dictionaries, which `articles` has, so that old values keep their numbers. They are small beside the index.
  func load(_ ordinals: OrdinalAllocator) throws(NewsIndexError) {
    for field in FacetField.dictionaries {
      var values: [String] = []
      while values.count % OrdinalChunk.size == 0 {
        let key = OrdinalChunk.key(field, values.count / OrdinalChunk.size)
        let bytes = try inStore(path) { () throws(StoreError) in try reader.metadata(key) }
        if bytes.isEmpty { break }
        do { values += try OrdinalChunk.decode(bytes) } catch { throw NewsIndexError(error, at: path) }
      }
      ordinals.load(values, of: field)
    }
  }

  /// Does the work of one batch: all of it is seen by readers, or nothing.
  func transaction(batch: Int, definition: UInt64, addsArticles: Bool, _ body: () throws(NewsIndexError) -> Int)
    throws(NewsIndexError)
  {
    let before = dead
    try inStore(path) { () throws(StoreError) in try store.beginTransaction() }
    do {
      let documents = try body()
      var next = manifest
      next.batch = batch
      next.documents = documents
      if addsArticles, definition != next.definition { next.hasMixedDefinitions = true }
      try inStore(path) { () throws(StoreError) in
        try store.setMetadata(Manifest.key, next.encode())
        if dead != before { try store.setMetadata(DeadVersions.key, dead.encode()) }
        try store.commitTransaction()
      }
      manifest = next
    } catch {
      try? store.cancelTransaction()
      dead = before
      throw error
    }
  }

  /// Lets the documents of a version count no more, where there are any that do.
  func kill(_ key: ArticleKey) throws(NewsIndexError) {
    let documents = try inStore(path) { () throws(StoreError) in try reader.postings(of: dead.pointer(key)).count }
    if documents > 0 { dead.add(key, documents: documents) }
  }

  /// How many documents count.
  func count() throws(NewsIndexError) -> Int {
    try inStore(path) { () throws(StoreError) in try reader.documentCount - dead.documentCount }
  }

  func close() throws(NewsIndexError) {
    try inStore(path) { () throws(StoreError) in try store.close() }
  }
}

extension Manifest {
  /// Reads the manifest of a database and checks that this program knows its format.
  static func read(_ bytes: [UInt8], of unit: IndexUnit, at path: String) throws(NewsIndexError) -> Manifest {
    guard let manifest = Manifest(decoding: bytes), manifest.unit == unit else {
      throw NewsIndexError(
        .corrupt, "\(path): no manifest; this is no database of OnRecord, or a damaged one",
        hint: "make it anew with: onrecord index --rebuild PATH...")
    }
    guard manifest.schema == IndexSchema.version else {
      throw NewsIndexError(
        .schema,
        "\(path): written in schema \(manifest.schema) by \(manifest.tool); this program knows \(IndexSchema.version)",
        hint: "make it anew with: onrecord index --rebuild PATH...")
    }
    return manifest
  }
}
