import ArticleModel
import ArticleReading
import XapianStore

/// The one writer of an existing index: brings batches in so that, whatever is open or killed, every statement and
/// segment leads to the text it was made from.
///
/// A batch is committed in three steps:
///
///     articles     new versions come beside the old ones, which are marked superseded; those that the batch before
///                  marked are deleted; `pending` lists what came and went
///     statements   documents of old versions die (see `DeadVersions`), those of new ones come
///     segments     the same
///
/// The batch number in the manifests shows how far the steps have come. A writer that finds `statements` or `segments`
/// behind brings them up to date from `pending` and the stored articles, without reading or extracting again.
final class IndexUpdater {
  let articles: UnitDatabase
  private let statements: UnitDatabase
  private let segments: UnitDatabase
  private let definition: UInt64
  /// What the newest batch superseded: still there, deleted by the next.
  private var pending: PendingBatch
  private let ordinals: UnitOrdinals

  /// Opens the databases and finishes an interrupted batch. The lock is held.
  ///
  /// - Parameter ordinals: Learns the dictionaries of the databases; builders use it at the same time.
  init(layout: IndexLayout, generation: Int, definition: UInt64, ordinals: UnitOrdinals) throws(NewsIndexError) {
    func open(_ unit: IndexUnit, _ ordinals: OrdinalAllocator) throws(NewsIndexError) -> UnitDatabase {
      try UnitDatabase(unit, path: layout.path(generation: generation, unit), ordinals: ordinals)
    }
    articles = try open(.article, ordinals.articles)
    statements = try open(.statement, ordinals.statements)
    segments = try open(.segment, ordinals.segments)
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
      var known = try superseded()
      for id in batch.removals where try supersede(id, except: nil, &next, &known) { removed += 1 }
      var added: [UpdateBatch.Addition] = []
      for addition in batch.additions where try add(addition, &next, &known) { added.append(addition) }
      try writeStems(articles, batch.additions)
      try inStore(articles.path) { () throws(StoreError) in
        try articles.store.setMetadata(PendingBatch.key, next.encode())
      }
      return try articles.count() - known.count
    }
    pending = next
    let additions = Dictionary(batch.additions.map { ($0.built.key, $0) }) { _, last in last }
    for database in [statements, segments] {
      try follow(database, batch: number, batch.additions) { key in
        additions[key].map { database.unit == .statement ? $0.built.statements : $0.built.segments } ?? []
      }
    }
    return removed
  }

  /// Brings `statements` or `segments` to the state of `articles`.
  private func follow(
    _ database: UnitDatabase, batch: Int, _ additions: [UpdateBatch.Addition],
    documents: (ArticleKey) throws(NewsIndexError) -> [StoreDocument]
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
      try writeStems(database, additions)
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
      var additions: [UpdateBatch.Addition] = []
      for key in pending.added {
        let annotated = try stored(key)
        let built = builder.build(annotated, units: [database.unit])
        additions.append(
          UpdateBatch.Addition(
            built: built, language: IndexTerms.primary(annotated.article.language), words: builder.tokens.terms))
      }
      let built = Dictionary(uniqueKeysWithValues: zip(pending.added, additions))
      try follow(database, batch: batch, additions) { key in
        built[key].map { database.unit == .statement ? $0.built.statements : $0.built.segments } ?? []
      }
    }
  }

  // MARK: Articles

  /// Adds a version, unless it is the one that counts already.
  private func add(_ addition: UpdateBatch.Addition, _ next: inout PendingBatch, _ known: inout Set<UInt32>)
    throws(NewsIndexError) -> Bool
  {
    let built = addition.built
    let version = try postings(IndexTerms.version(built.key), articles)
    if let document = version.first, !known.contains(document) { return false }
    _ = try supersede(built.id, except: built.key, &next, &known)
    try inStore(articles.path) { () throws(StoreError) in
      if let document = version.first {
        // A version that was superseded a moment ago counts again.
        try articles.store.replace(document, with: built.article)
        known.remove(document)
      } else {
        _ = try articles.store.add(built.article)
      }
    }
    next.superseded.removeAll { $0 == built.key }
    if !next.added.contains(built.key) { next.added.append(built.key) }
    return true
  }

  /// Marks the version of an id that counts: it keeps its key and its data, and nothing finds it any more.
  ///
  /// - Returns: Whether there was one.
  private func supersede(
    _ id: String, except key: ArticleKey?, _ next: inout PendingBatch, _ known: inout Set<UInt32>
  ) throws(NewsIndexError) -> Bool {
    var found = false
    for document in try postings(IndexTerms.article(id), articles) {
      let terms = try inStore(articles.path) { () throws(StoreError) in
        try articles.reader.terms(of: document)
      }
      guard let old = terms.lazy.compactMap({ ArticleKey(versionTerm: $0.term) }).first else { continue }
      let data = try inStore(articles.path) { () throws(StoreError) in try articles.reader.data(of: document) }
      var mark = StoreDocument()
      mark.addBoolean(terms: [IndexTerms.version(old), IndexTerms.superseded])
      mark.data = data
      try inStore(articles.path) { () throws(StoreError) in try articles.store.replace(document, with: mark) }
      known.insert(document)
      next.added.removeAll { $0 == old }
      next.superseded.append(old)
      found = true
    }
    return found
  }

  /// Whether documents are left that count no more.
  var hasDead: Bool { !statements.dead.isEmpty || !segments.dead.isEmpty }

  /// Whether the newest batch has left versions for the next to delete.
  var hasSuperseded: Bool {
    get throws(NewsIndexError) { try !superseded().isEmpty }
  }

  /// Deletes what the batch before superseded: by now no statement and no segment leads there.
  private func deleteSuperseded() throws(NewsIndexError) {
    for document in try superseded() {
      try inStore(articles.path) { () throws(StoreError) in try articles.store.delete(document) }
    }
  }

  private func superseded() throws(NewsIndexError) -> Set<UInt32> {
    Set(try postings(IndexTerms.superseded, articles))
  }

  private static func readPending(_ articles: UnitDatabase) throws(NewsIndexError) -> PendingBatch {
    let bytes = try inStore(articles.path) { () throws(StoreError) in
      try articles.reader.metadata(PendingBatch.key)
    }
    do { return try PendingBatch(decoding: bytes) } catch { throw NewsIndexError(error, at: articles.path) }
  }

  // MARK: Stems

  /// Adds the stems of forms that the database may not know yet.
  private func writeStems(_ database: UnitDatabase, _ additions: [UpdateBatch.Addition]) throws(NewsIndexError) {
    var forms = FormTable()
    for addition in additions {
      forms.note(
        wordsOf: addition.words, language: addition.language,
        hasStatements: database.unit == .statement && !addition.built.statements.isEmpty)
    }
    var stems = StemWriter()
    let entries = stems.entries(of: forms, database.unit)
    try inStore(database.path) { () throws(StoreError) in
      for (key, forms) in entries {
        var known = StemForms(stem: forms.stem, decoding: try database.reader.metadata(key))
        let count = known.forms.count
        known.formUnion(forms)
        if known.forms.count > count { try database.store.setMetadata(key, known.encode()) }
      }
    }
  }
}
