import XapianStore

/// One unit of an index, or of several asked as one, open for reading; with what is worth remembering between questions.
///
/// Everything remembered belongs to the state that is open: `forget` drops it when that changes.
final class OpenUnit {
  let unit: IndexUnit
  /// One for each index, because metadata and revisions are asked of each alone.
  let shards: [StoreDatabase]
  /// All shards as one: documents interleave, see `StoreDatabase`.
  let database: StoreDatabase
  let manifests: [Manifest]

  private var rememberedDead: [UInt32]?
  private var rememberedColumns: FacetColumns?
  private var rememberedHashes: [ValueSlot: [UInt64]] = [:]
  private var rememberedNames: [FacetField: NameDirectory] = [:]
  private var rememberedYears: [String: [Int]] = [:]
  private var rememberedVocabulary: Vocabulary?
  private var rememberedLanguages: [IndexLanguage]?

  init(_ unit: IndexUnit, paths: [(path: String, directory: String)]) throws {
    self.unit = unit
    shards = try paths.map { try StoreDatabase(path: $0.path) }
    database = shards.count == 1 ? shards[0] : try StoreDatabase(paths: paths.map(\.path))
    manifests = try zip(shards, paths).map { shard, place in
      guard let manifest = Manifest(decoding: try shard.metadata(Manifest.key)) else {
        throw NewsIndexError(
          .corrupt, "\(place.directory): the \(unit.databaseName) have no manifest",
          hint: "build the index again: onrecord index --rebuild --index \(place.directory) PATH...")
      }
      guard manifest.schema == IndexSchema.version else {
        throw NewsIndexError(
          .schema,
          "\(place.directory): an index of schema \(manifest.schema), made by \(manifest.tool); this program reads "
            + "schema \(IndexSchema.version)",
          hint: "build it again: onrecord index --rebuild --index \(place.directory) PATH...")
      }
      return manifest
    }
  }

  /// `true` where a shard has a newer state now.
  func reopen() throws -> Bool {
    var changed = false
    for shard in shards where try shard.reopen() { changed = true }
    if shards.count > 1, try database.reopen() { changed = true }
    if changed { forget() }
    return changed
  }

  func forget() {
    rememberedDead = nil
    rememberedColumns = nil
    rememberedHashes = [:]
    rememberedNames = [:]
    rememberedYears = [:]
    rememberedVocabulary = nil
    rememberedLanguages = nil
  }

  // MARK: What counts

  /// The documents that count no more, ascending (see `DeadVersions`); none in an index without updates.
  func dead() throws -> [UInt32] {
    if let rememberedDead { return rememberedDead }
    var dead: [UInt32] = []
    for (number, shard) in shards.enumerated() where !unit.hasTermLists {
      for pointer in try DeadVersions(decoding: try shard.metadata(DeadVersions.key)).pointers {
        dead += try shard.postings(of: pointer).map { ($0 - 1) * UInt32(shards.count) + UInt32(number) + 1 }
      }
    }
    dead.sort()
    rememberedDead = dead
    return dead
  }

  /// What of a query counts.
  func counting(_ query: StoreQuery) throws -> StoreQuery {
    let dead = try dead()
    return dead.isEmpty ? query : .andNot(query, .documents(dead))
  }

  /// Those of some documents that count; both ascend.
  private func counting(_ documents: [UInt32]) throws -> [UInt32] {
    var dead = try dead()[...]
    if dead.isEmpty { return documents }
    return documents.filter { document in
      dead = dead.drop { $0 < document }
      return dead.first != document
    }
  }

  /// Everything that is there: in `articles` without superseded versions, which stand beside the ones that count.
  var everything: StoreQuery {
    unit == .article ? .andNot(.all, .term(IndexTerms.superseded)) : .all
  }

  func count() throws -> Int {
    let all = try database.documentCount
    return try unit == .article ? all - database.termFrequency(IndexTerms.superseded) : all - dead().count
  }

  /// How many documents with a term count.
  func count(of term: String) throws -> Int {
    try dead().isEmpty ? database.termFrequency(term) : matches(.term(term)).count
  }

  // MARK: Remembered

  func columns(_ identities: Identities) throws -> FacetColumns {
    if let rememberedColumns { return rememberedColumns }
    let columns = try FacetColumns(self, identities)
    rememberedColumns = columns
    return columns
  }

  /// The 8 bytes of a slot by document number; 0 where a document has no value.
  func hashes(_ slot: ValueSlot) throws -> [UInt64] {
    if let hashes = rememberedHashes[slot] { return hashes }
    var hashes = [UInt64](repeating: 0, count: Int(try database.lastDocumentID) + 1)
    try values(slot) { document, _, bytes in
      guard bytes.count == 8, Int(document) < hashes.count else { return }
      hashes[Int(document)] = bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }
    rememberedHashes[slot] = hashes
    return hashes
  }

  /// Every document with a value in a slot, ascending, with the shard it is in.
  ///
  /// Several shards are streamed one by one and put in order: Xapian's own stream over several is not in order.
  func values(_ slot: ValueSlot, _ body: (UInt32, Int, UnsafeRawBufferPointer) -> Void) throws {
    guard shards.count > 1 else {
      try database.values(slot: slot.rawValue) { body($0, 0, $1) }
      return
    }
    var all: [(document: UInt32, shard: Int, bytes: [UInt8])] = []
    for (number, shard) in shards.enumerated() {
      try shard.values(slot: slot.rawValue) { document, bytes in
        all.append(((document - 1) * UInt32(shards.count) + UInt32(number) + 1, number, Array(bytes)))
      }
    }
    all.sort { $0.document < $1.document }
    for value in all { value.bytes.withUnsafeBytes { body(value.document, value.shard, $0) } }
  }

  /// All documents that a query matches, ascending.
  func matches(_ query: StoreQuery) throws -> [UInt32] {
    let found = try database.matches(query)
    // A search over several shards notes them shard by shard.
    return try counting(shards.count > 1 ? found.sorted() : found)
  }

  /// The same where a walk over posting lists finds them; else `nil`.
  func walk(_ query: StoreQuery) throws -> [UInt32]? {
    try database.walk(query).map { try counting($0) }
  }

  func names(_ field: FacetField) throws -> NameDirectory {
    if let names = rememberedNames[field] { return names }
    let names = NameDirectory(try FacetDictionary.values(of: field, in: shards))
    rememberedNames[field] = names
    return names
  }

  /// The years that documents have dates of, ascending.
  func years(_ family: DateFamily) throws -> [Int] {
    if let years = rememberedYears[family.rawValue] { return years }
    var years: [Int] = []
    while years.count < 10_000 {
      let next = DateTerms.year((years.last ?? -1) + 1, family)
      guard let term = try database.terms(prefix: family.rawValue, from: next, limit: 1).first?.term,
        let year = Int(term.dropFirst(family.rawValue.count).prefix(4)), year > years.last ?? -1
      else { break }
      years.append(year)
    }
    rememberedYears[family.rawValue] = years
    return years
  }

  func vocabulary() throws -> Vocabulary {
    if let rememberedVocabulary { return rememberedVocabulary }
    let vocabulary = try Vocabulary(database, withContext: unit == .statement)
    rememberedVocabulary = vocabulary
    return vocabulary
  }

  /// The languages whose stems are known, the most frequent first.
  func languages() throws -> [IndexLanguage] {
    if let rememberedLanguages { return rememberedLanguages }
    let terms = try database.terms(prefix: "L", limit: 1000).sorted {
      ($1.frequency, $0.term) < ($0.frequency, $1.term)
    }
    let languages = terms.prefix(8).compactMap { term -> IndexLanguage? in
      let code = String(term.term.dropFirst())
      return StoreStemmer(language: code).map { IndexLanguage(code: code, stemmer: $0) }
    }
    rememberedLanguages = languages
    return languages
  }
}

/// A language that articles of the index are in.
struct IndexLanguage {
  var code: String
  var stemmer: StoreStemmer
}

/// The words of a database, for what can't be found by their beginning.
struct Vocabulary {
  /// Without prefix, each once.
  let words: [String]

  init(_ database: StoreDatabase, withContext: Bool) throws {
    // Prefixes are ASCII capitals: words begin with a digit, or with what stands behind the capitals.
    var words = try (0...9).flatMap { try database.terms(prefix: "\($0)").map(\.term) }
    words += try database.terms(prefix: "", from: "[").map(\.term)
    if withContext {
      var known = Set(words)
      for (term, _) in try database.terms(prefix: "C") {
        let word = String(term.dropFirst())
        if known.insert(word).inserted { words.append(word) }
      }
    }
    self.words = words
  }
}
