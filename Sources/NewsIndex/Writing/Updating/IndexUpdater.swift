import ArticleModel
import ArticleReading
import XapianStore

/// The one writer of an existing index: brings batches in so that, whatever is open or killed, every statement and
/// segment leads to the text it was made from.
///
/// A batch is committed in three steps:
///
///     articles     documents of old versions die (see `DeadVersions`), those of new ones come; the text of an old version
///                  stays beside the new one (see `StoredVersions`), and that of a version that the batch before replaced
///                  goes; `pending` lists what came and went
///     statements   documents of old versions die, those of new ones come
///     segments     the same
///
/// The batch number in the manifests shows how far the steps have come. A writer that finds `statements` or `segments`
/// behind brings them up to date from `pending` and the stored articles, without reading or extracting again.
final class IndexUpdater {
  let articles: UnitDatabase
  /// The stored articles.
  let texts: ArticleStore
  private let statements: UnitDatabase
  private let segments: UnitDatabase
  private let definition: UInt64
  /// What the newest batch superseded: its texts are there still, and go with the next.
  private var pending: PendingBatch
  private let ordinals: OrdinalAllocator

  /// Opens the databases and finishes an interrupted batch. The lock is held.
  ///
  /// - Parameter ordinals: Learns the dictionary of the index; builders use it at the same time.
  init(layout: IndexLayout, generation: Int, definition: UInt64, ordinals: OrdinalAllocator) throws(NewsIndexError) {
    func open(_ unit: IndexUnit) throws(NewsIndexError) -> UnitDatabase {
      try UnitDatabase(unit, path: layout.path(generation: generation, unit))
    }
    articles = try open(.article)
    try articles.load(ordinals)
    texts = try ArticleStore(articles.reader, path: articles.path)
    statements = try open(.statement)
    segments = try open(.segment)
    self.definition = definition
    self.ordinals = ordinals
    pending = try Self.readPending(articles)
    try recover()
  }

  /// What the index knows of text that publishers repeat.
  func repeatedBlocks() throws(NewsIndexError) -> RepeatedBlocks {
    let bytes = try inStore(articles.path) { () throws(StoreError) in
      try articles.reader.metadata(RepetitionCount.metadataKey)
    }
    return try RepetitionCount.read(bytes, at: articles.path)
  }

  /// Keeps what is known now. Lost with a writer that is killed before: later articles are marked later then.
  func keep(_ repeated: RepeatedBlocks) throws(NewsIndexError) {
    try inStore(articles.path) { () throws(StoreError) in
      try articles.store.setMetadata(RepetitionCount.metadataKey, repeated.encode())
      try articles.store.commit()
    }
  }

  func close() throws(NewsIndexError) {
    try articles.close()
    try statements.close()
    try segments.close()
  }

  // MARK: Batches

  /// Brings a batch in.
  ///
  /// - Returns: How many articles were forgotten.
  @discardableResult
  func apply(_ batch: UpdateBatch) throws(NewsIndexError) -> Int {
    let number = articles.manifest.batch + 1
    var next = PendingBatch()
    var removed = 0
    try articles.transaction(batch: number, definition: definition, addsArticles: !batch.additions.isEmpty) {
      () throws(NewsIndexError) in
      try deleteSuperseded()
      for id in batch.removals where try supersede(id, &next) { removed += 1 }
      for addition in batch.additions { try add(addition.built, &next) }
      try writeStems(batch.additions)
      try inStore(articles.path) { () throws(StoreError) in
        for (key, value) in ordinals.takeNewChunks() { try articles.store.setMetadata(key, value) }
        try articles.store.setMetadata(PendingBatch.key, next.encode())
      }
      return try articles.count()
    }
    pending = next
    let additions = Dictionary(batch.additions.map { ($0.built.key, $0) }) { _, last in last }
    for database in [statements, segments] {
      try follow(database, batch: number) { key in
        additions[key].map { database.unit == .statement ? $0.built.statements : $0.built.segments } ?? []
      }
    }
    return removed
  }

  /// Brings `statements` or `segments` to the state of `articles`.
  private func follow(
    _ database: UnitDatabase, batch: Int, documents: (ArticleKey) throws(NewsIndexError) -> [StoreDocument]
  ) throws(NewsIndexError) {
    try database.transaction(batch: batch, definition: definition, addsArticles: !pending.added.isEmpty) {
      () throws(NewsIndexError) in
      // Those of `added`, too: a version may come back in the batch that superseded it.
      for key in pending.superseded + pending.added { try database.kill(key) }
      for key in pending.added {
        let (documents, pointer) = (try documents(key), database.dead.pointer(key))
        try inStore(database.path) { () throws(StoreError) in
          for document in documents { _ = try database.store.add(document.pointing(pointer)) }
        }
      }
      return try database.count()
    }
  }

  /// Finishes the batch that another writer left half done.
  private func recover() throws(NewsIndexError) {
    let batch = articles.manifest.batch
    var builder = DocumentBuilder(ordinals: ordinals, addsPointers: false)
    for database in [statements, segments] where database.manifest.batch < batch {
      guard database.manifest.batch == batch - 1 else {
        throw NewsIndexError(
          .corrupt, "\(database.path): \(batch - database.manifest.batch) batches behind the articles",
          hint: "make it anew with: onrecord index --rebuild PATH...")
      }
      var built: [ArticleKey: BuiltArticle] = [:]
      for key in pending.added { built[key] = builder.build(try stored(key), units: [database.unit]) }
      try follow(database, batch: batch) { key in
        built[key].map { database.unit == .statement ? $0.statements : $0.segments } ?? []
      }
    }
  }

  // MARK: Articles

  /// Adds a version, unless it is the one that counts already.
  private func add(_ built: BuiltArticle, _ next: inout PendingBatch) throws(NewsIndexError) {
    let key = built.key
    if try texts.versions(of: key.idHash).counting?.contentHash == key.contentHash { return }
    _ = try supersede(built.id, &next)
    var versions = try texts.versions(of: key.idHash)
    versions.put(
      StoredVersions.Version(contentHash: key.contentHash, counts: true, packed: texts.packed(built.record)))
    let pointer = articles.dead.pointer(key)
    try inStore(articles.path) { () throws(StoreError) in
      _ = try articles.store.add(built.article.pointing(pointer))
    }
    try write(versions, of: key.idHash)
    // A version that was superseded a moment ago counts again.
    next.superseded.removeAll { $0 == key }
    if !next.added.contains(key) { next.added.append(key) }
  }

  /// Lets the version of an id that counts do so no more.
  ///
  /// - Returns: Whether there was one.
  private func supersede(_ id: String, _ next: inout PendingBatch) throws(NewsIndexError) -> Bool {
    let idHash = StableHash.of(id)
    var versions = try texts.versions(of: idHash)
    guard let old = versions.counting else { return false }
    versions.retire(old.contentHash)
    try write(versions, of: idHash)
    let key = ArticleKey(idHash: idHash, contentHash: old.contentHash)
    try articles.kill(key)
    next.added.removeAll { $0 == key }
    next.superseded.append(key)
    return true
  }

  private func write(_ versions: StoredVersions, of idHash: UInt64) throws(NewsIndexError) {
    try inStore(articles.path) { () throws(StoreError) in
      try articles.store.setMetadata(StoredVersions.key(of: idHash), versions.encode())
    }
  }

  /// Whether documents are left that count no more.
  var hasDead: Bool { ![articles, statements, segments].allSatisfy(\.dead.isEmpty) }

  /// Whether the newest batch has left texts for the next to delete.
  var hasSuperseded: Bool { !pending.superseded.isEmpty }

  /// Deletes the texts that the batch before superseded: by now no statement and no segment leads there.
  private func deleteSuperseded() throws(NewsIndexError) {
    for key in pending.superseded {
      var versions = try texts.versions(of: key.idHash)
      versions.remove(key.contentHash)
      try write(versions, of: key.idHash)
    }
  }

  private static func readPending(_ articles: UnitDatabase) throws(NewsIndexError) -> PendingBatch {
    let bytes = try inStore(articles.path) { () throws(StoreError) in
      try articles.reader.metadata(PendingBatch.key)
    }
    do { return try PendingBatch(decoding: bytes) } catch { throw NewsIndexError(error, at: articles.path) }
  }

  // MARK: Stems

  /// Adds the stems of forms that the index may not know yet.
  private func writeStems(_ additions: [UpdateBatch.Addition]) throws(NewsIndexError) {
    var forms = FormTable()
    for addition in additions { forms.note(wordsOf: addition.words, language: addition.language) }
    var stems = StemWriter()
    let entries = stems.entries(of: forms)
    try inStore(articles.path) { () throws(StoreError) in
      for (key, forms) in entries {
        var known = StemForms(decoding: try articles.reader.metadata(key))
        let count = known.count
        known.formUnion(forms)
        if known.count > count { try articles.store.setMetadata(key, known.encode()) }
      }
    }
  }
}
