import ArticleModel
import FileAccess
import XapianStore

extension Indexer {
  /// Checks an index: Xapian's own check of every table, that the manifests agree, and that every statement and segment
  /// leads to the very text it was made from.
  ///
  /// Reads everything. Needs no lock: what a writer commits meanwhile is seen before or after, never half.
  public static func verify(_ directory: String) throws(NewsIndexError) -> VerifyReport {
    let layout = IndexLayout(directory)
    let generation = try layout.holdCurrent()
    var report = VerifyReport()
    // Xapian's check looks at the files as they are: while a writer works it would see half a commit.
    let (lock, isWritten) = lockAgainstWriters(layout)
    defer { lock?.unlock() }
    if isWritten {
      report.notes.append("another program writes this index: its files were not checked")
    } else {
      for unit in IndexUnit.allCases { checkFiles(generation.path(unit), unit, &report) }
    }
    if !report.isIntact { return report }
    var verification = try IndexVerification(generation, report)
    try verification.run()
    return verification.report
  }

  /// Where the folder lets nobody write, a lock for reading keeps writers off as well; where even that file is missing
  /// there can be none.
  private static func lockAgainstWriters(_ layout: IndexLayout) -> (lock: FileLock?, isWritten: Bool) {
    for mode in [FileLock.Mode.exclusive, .shared] {
      if let lock = try? FileLock.acquire(layout.lockPath, mode) as FileLock?? { return (lock, lock == nil) }
    }
    return (nil, false)
  }

  private static func checkFiles(_ path: String, _ unit: IndexUnit, _ report: inout VerifyReport) {
    do throws(StoreError) {
      let (problems, lines) = try StoreDatabase.check(path: path)
      if problems > 0 {
        report.add(unit, "Xapian finds \(problems) problems: \(lines.suffix(5).joined(separator: "; "))")
      }
    } catch {
      report.add(unit, error.description)
    }
  }
}

/// One walk over the three databases.
struct IndexVerification {
  private(set) var report: VerifyReport
  private let databases: [IndexUnit: StoreDatabase]
  private var manifests: [IndexUnit: Manifest] = [:]
  private var dictionaries: [Int] = []
  private var dead: [IndexUnit: DeadVersions] = [:]
  /// The article last looked up: documents of one article stand beside one another.
  private var last: (idHash: UInt64, versions: [Version])?
  private let packing: RecordPacking
  private let path: String

  private struct Version {
    var key: ArticleKey
    var counts: Bool
    var annotated: AnnotatedArticle
  }

  init(_ generation: HeldGeneration, _ report: VerifyReport) throws(NewsIndexError) {
    self.report = report
    path = generation.path
    var databases: [IndexUnit: StoreDatabase] = [:]
    // Articles last: so they are as new as the others, or newer, and hold every version that the others lead to.
    for unit in [IndexUnit.segment, .statement, .article] {
      let path = generation.path(unit)
      let database = try inStore(path) { () throws(StoreError) in try StoreDatabase(path: path) }
      let bytes = try inStore(path) { () throws(StoreError) in try database.metadata(Manifest.key) }
      manifests[unit] = try Manifest.read(bytes, of: unit, at: path)
      let versions = try inStore(path) { () throws(StoreError) in try database.metadata(DeadVersions.key) }
      do { dead[unit] = try DeadVersions(decoding: versions) } catch { throw NewsIndexError(error, at: path) }
      databases[unit] = database
    }
    self.databases = databases
    let dictionary = try inStore(path) { () throws(StoreError) in
      try databases[.article]?.metadata(RecordDictionary.key) ?? []
    }
    packing = RecordPacking(dictionary: dictionary)
  }

  mutating func run() throws(NewsIndexError) {
    do throws(StoreError) {
      dictionaries = try dictionarySizes()
      try checkArticles()
      try checkUnit(.statement)
      try checkUnit(.segment)
      checkManifests()
    } catch {
      throw NewsIndexError(error, at: path)
    }
  }

  /// The documents of a unit that count, of a version or all.
  private func documents(_ unit: IndexUnit, of key: ArticleKey) throws(StoreError) -> [UInt32] {
    try database(unit).postings(of: dead[unit, default: DeadVersions()].pointer(key))
  }

  private func documents(_ unit: IndexUnit) throws(StoreError) -> [UInt32] {
    var gone: Set<UInt32> = []
    for pointer in dead[unit, default: DeadVersions()].pointers {
      gone.formUnion(try database(unit).postings(of: pointer))
    }
    return try database(unit).postings(of: "").filter { !gone.contains($0) }
  }

  private func database(_ unit: IndexUnit) throws(StoreError) -> StoreDatabase {
    guard let database = databases[unit] else { throw StoreError(.databaseNotFound, "not opened") }
    return database
  }

  // MARK: Manifests

  private mutating func checkManifests() {
    guard let articles = manifests[.article] else { return }
    for (unit, count) in [
      (IndexUnit.article, report.articles), (.statement, report.statements), (.segment, report.segments),
    ] {
      guard let manifest = manifests[unit] else { continue }
      if manifest.documents != count {
        report.add(unit, "the manifest counts \(manifest.documents), there are \(count)")
      }
      switch articles.batch - manifest.batch {
      case 0: break
      case 1: report.notes.append("\(unit.databaseName): one batch behind; the next writer finishes it")
      default: report.add(unit, "batch \(manifest.batch), while articles are at \(articles.batch)")
      }
    }
  }

  /// How many values each dictionary has, by the raw value of the field.
  private func dictionarySizes() throws(StoreError) -> [Int] {
    var sizes: [Int] = []
    for field in FacetField.allCases {
      var count = 0
      while count % OrdinalChunk.size == 0 {
        let key = OrdinalChunk.key(field.dictionary, count / OrdinalChunk.size)
        let bytes = try database(.article).metadata(key)
        let values = (try? OrdinalChunk.decode(bytes)) ?? []
        if values.isEmpty { break }
        count += values.count
      }
      sizes.append(count)
    }
    return sizes
  }

  // MARK: Articles

  private mutating func checkArticles() throws(StoreError) {
    for document in try documents(.article) {
      report.articles += 1
      let value = try database(.article).value(slot: ValueSlot.newestFirst.rawValue, of: document)
      guard let idHash = ArticlePlace(orderKey: value)?.idHash,
        let version = try versions(of: idHash).first(where: \.counts)
      else {
        report.add(.article, "document \(document) has no article")
        continue
      }
      let id = version.annotated.article.id
      if version.key != ArticleKey(version.annotated.article) || version.key.idHash != idHash {
        report.add(.article, "\(id): another version's key")
      }
      if try documents(.article, of: version.key) != [document] {
        report.add(.article, "\(id): its terms lead elsewhere")
      }
      if try !database(.article).postings(of: IndexTerms.article(id)).contains(document) {
        report.add(.article, "\(id): can't be found by its id")
      }
      try checkFacets(.article, document, id)
      try checkCounts(version.key, version.annotated)
    }
    try checkEntries()
  }

  /// That every stored article has its document.
  private mutating func checkEntries() throws(StoreError) {
    var counting = 0
    for key in try database(.article).metadataKeys(prefix: StoredVersions.prefix) {
      guard let entry = try? StoredVersions(decoding: try database(.article).metadata(key)) else {
        report.add(.article, "\(key) can't be read")
        continue
      }
      report.superseded += entry.versions.count { !$0.counts }
      counting += entry.versions.count(where: \.counts)
    }
    if counting != report.articles {
      report.add(.article, "\(counting) stored articles count, and \(report.articles) documents")
    }
  }

  /// That every statement and segment of an article has its document, where both databases have the batch.
  private mutating func checkCounts(_ key: ArticleKey, _ annotated: AnnotatedArticle) throws(StoreError) {
    let counts = [(IndexUnit.statement, annotated.statements.count), (.segment, annotated.article.segments.count)]
    for (unit, expected) in counts where manifests[unit]?.batch == manifests[.article]?.batch {
      let found = try documents(unit, of: key).count
      if found != expected { report.add(unit, "\(annotated.article.id): \(found) documents instead of \(expected)") }
    }
  }

  // MARK: Statements and segments

  private mutating func checkUnit(_ unit: IndexUnit) throws(StoreError) {
    let database = try database(unit)
    var numbered: [Int: Set<UInt32>] = [:]
    for document in try documents(unit) {
      let key = try database.value(slot: ValueSlot.newestFirst.rawValue, of: document)
      guard let place = StoredPlace(unit, orderKey: key) else {
        report.add(unit, "document \(document) has no place in an article")
        continue
      }
      if unit == .statement { report.statements += 1 } else { report.segments += 1 }
      let annotated = try article(of: document, unit, place.idHash)
      let id = place.id(annotated?.article.id)
      if numbered[place.number] == nil {
        numbered[place.number] = Set(try database.postings(of: IndexTerms.number(place.number)))
      }
      if numbered[place.number]?.contains(document) != true { report.add(unit, "\(id): its terms lead elsewhere") }
      checkText(unit, place, annotated, id)
      if unit == .statement { try checkSegments(document, place, annotated, id) }
      try checkFacets(unit, document, id)
      try checkPlaces(unit, document, id)
    }
  }

  private mutating func checkSegments(
    _ document: UInt32, _ place: StoredPlace, _ annotated: AnnotatedArticle?, _ id: String
  ) throws(StoreError) {
    let value = try database(.statement).value(slot: ValueSlot.segments.rawValue, of: document)
    let expected = annotated?.statements.first { $0.number == place.number }?.segments
    if let expected, (try? SegmentNumbers.decode(value)) != expected {
      report.add(.statement, "\(id): its segments are others")
    }
  }

  private mutating func checkText(
    _ unit: IndexUnit, _ place: StoredPlace, _ annotated: AnnotatedArticle?, _ id: String
  ) {
    guard let annotated else {
      report.add(unit, "\(id): its article is missing")
      return
    }
    guard let spans = place.spans(in: annotated) else {
      report.add(unit, "\(id): not what its article holds")
      return
    }
    let text = annotated.article.text.utf8
    for span in spans where !text.holds(span) {
      report.add(unit, "\(id): bytes \(span.start)..<\(span.end) do not stand in the stored text")
    }
  }

  private mutating func checkPlaces(_ unit: IndexUnit, _ document: UInt32, _ id: String) throws(StoreError) {
    let value = try database(unit).value(slot: ValueSlot.places.rawValue, of: document)
    let isSound = value.isEmpty || value.withUnsafeBytes { WordPlaces($0) != nil }
    if !isSound { report.add(unit, "\(id): the places of its words can't be read") }
  }

  /// The version of an article that a document is of.
  private mutating func article(of document: UInt32, _ unit: IndexUnit, _ idHash: UInt64) throws(StoreError)
    -> AnnotatedArticle?
  {
    for version in try versions(of: idHash) where try documents(unit, of: version.key).contains(document) {
      return version.annotated
    }
    return nil
  }

  /// What is stored of an article; nothing where it can't be read.
  private mutating func versions(of idHash: UInt64) throws(StoreError) -> [Version] {
    if let last, last.idHash == idHash { return last.versions }
    let bytes = try database(.article).metadata(StoredVersions.key(of: idHash))
    let versions = ((try? StoredVersions(decoding: bytes))?.versions ?? []).compactMap { version -> Version? in
      guard let record = try? packing.unpacked(version.packed[...]),
        let annotated = try? ArticleRecord(decoding: record).annotated
      else { return nil }
      let key = ArticleKey(idHash: idHash, contentHash: version.contentHash)
      return Version(key: key, counts: version.counts, annotated: annotated)
    }
    last = (idHash, versions)
    return versions
  }

  private mutating func checkFacets(_ unit: IndexUnit, _ document: UInt32, _ id: String) throws(StoreError) {
    let value = try database(unit).value(slot: ValueSlot.facets.rawValue, of: document)
    guard let record = try? FacetRecord(decoding: value) else {
      report.add(unit, "\(id): facets can't be read")
      return
    }
    for field in FacetField.allCases where field.hasDictionary {
      if record[field].contains(where: { $0 >= dictionaries[field.rawValue] }) {
        report.add(unit, "\(id): a \(field.name) that no dictionary has")
      }
    }
  }
}
