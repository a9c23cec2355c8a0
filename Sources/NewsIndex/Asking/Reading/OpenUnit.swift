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
  /// A shard at least is elsewhere: what runs there is Xapian alone (see `OpenUnit+Remote`).
  let isRemote: Bool
  /// The folder of each shard's database; `nil` where it is remote.
  private let paths: [String?]
  /// The unit of articles, which has dictionaries and stems for all; `nil` of itself.
  private let articles: OpenUnit?

  private var rememberedDead: [UInt32]?
  private var rememberedVersions: [DeadVersions]?
  private var rememberedColumns: FacetColumns?
  private var rememberedSources: [String: [ColumnSource]] = [:]
  private var rememberedYears: [String: [Int]] = [:]
  private var rememberedLanguages: [IndexLanguage]?
  private var rememberedDictionaries: ShardDictionaries?
  private var rememberedForms: [String: [String]] = [:]
  private var rememberedPackings: [Int: RecordPacking] = [:]

  /// - Parameter articles: Of the same shards; `nil` where this is the unit of articles.
  init(_ unit: IndexUnit, _ shards: [OpenShard], articles: OpenUnit?) throws {
    self.unit = unit
    self.articles = articles
    self.shards = shards.compactMap { $0.database(unit) }
    manifests = shards.compactMap { $0.manifest(unit) }
    isRemote = shards.contains { $0.location.isRemote }
    database = self.shards.count == 1 ? self.shards[0] : try StoreDatabase(combining: self.shards)
    paths = shards.map { $0.held?.path(unit) }
  }

  /// `true` where a shard has a newer state now.
  func reopen() throws -> Bool {
    var changed = false
    for shard in shards where try shard.reopen() { changed = true }
    if changed { forget() }
    return changed
  }

  func forget() {
    rememberedForms = [:]
    rememberedPackings = [:]
    rememberedDead = nil
    rememberedVersions = nil
    rememberedColumns = nil
    rememberedSources = [:]
    rememberedYears = [:]
    rememberedLanguages = nil
    rememberedDictionaries = nil
  }

  // MARK: What counts

  /// The documents that count no more, ascending (see `DeadVersions`); none in an index without updates.
  func dead() throws -> [UInt32] {
    if let rememberedDead { return rememberedDead }
    var dead: [UInt32] = []
    for (number, versions) in try deadVersions().enumerated() {
      for pointer in versions.pointers {
        dead += try shards[number].postings(of: pointer).map { ($0 - 1) * UInt32(shards.count) + UInt32(number) + 1 }
      }
    }
    dead.sort()
    rememberedDead = dead
    return dead
  }

  /// What of a query counts.
  func counting(_ query: StoreQuery) throws -> StoreQuery {
    if isRemote {
      let pointers = try deadVersions().flatMap(\.pointers)
      return pointers.isEmpty ? query : .andNot(query, .anyTerm(pointers))
    }
    let dead = try dead()
    return dead.isEmpty ? query : .andNot(query, .documents(dead))
  }

  /// By shard.
  func deadVersions() throws -> [DeadVersions] {
    if let rememberedVersions { return rememberedVersions }
    let versions = try shards.map { try DeadVersions(decoding: try $0.metadata(DeadVersions.key)) }
    rememberedVersions = versions
    return versions
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

  func count() throws -> Int {
    try database.documentCount - (try deadVersions().reduce(0) { $0 + $1.documentCount })
  }

  /// How many documents with a term count.
  func count(of term: String) throws -> Int {
    try deadVersions().allSatisfy(\.isEmpty) ? database.termFrequency(term) : total(.term(term))
  }

  // MARK: Shards

  /// The number of the shard that holds a document.
  func shard(of document: UInt32) -> Int { Int(document - 1) % shards.count }

  /// What unpacks the stored articles of a shard of this unit, which is that of articles.
  func packing(_ shard: Int) throws -> RecordPacking {
    if let known = rememberedPackings[shard] { return known }
    let packing = RecordPacking(dictionary: try shards[shard].metadata(RecordDictionary.key))
    rememberedPackings[shard] = packing
    return packing
  }

  // MARK: Remembered

  /// What is derived of each index, see `ColumnSource`.
  func sources(_ content: ColumnContent) throws -> [ColumnSource] {
    if let sources = rememberedSources[content.rawValue] { return sources }
    let sources = try zip(shards, paths).map { try ColumnSource(content, unit, $0, path: $1) }
    rememberedSources[content.rawValue] = sources
    return sources
  }

  func columns(_ identities: Identities) throws -> FacetColumns {
    if let rememberedColumns { return rememberedColumns }
    let columns = FacetColumns(try sources(.columns), names: try named.sources(.columns), identities)
    rememberedColumns = columns
    return columns
  }

  private var named: OpenUnit { articles ?? self }

  /// The hashes of ids (`article`) or of stories, by document number.
  func hashes(_ slot: ValueSlot) throws -> DocumentNumbers {
    let sources = try sources(.columns)
    return DocumentNumbers(
      shards: try sources.map { try $0.numbers(ColumnKey.articles) },
      values: try sources.map { try $0.numbers(ColumnKey.hashes(slot)) }, limit: Int(try database.lastDocumentID) + 1)
  }

  /// The numbers of statements or segments in their articles, by document number.
  func places() throws -> DocumentNumbers { try numbers(ColumnKey.places) }

  /// How many words each document has, by its number.
  func lengths() throws -> DocumentNumbers { try numbers(ColumnKey.lengths, .lengths) }

  private func numbers(_ key: UInt32, _ content: ColumnContent = .columns) throws -> DocumentNumbers {
    DocumentNumbers(
      shards: try sources(content).map { try $0.numbers(key) }, limit: Int(try database.lastDocumentID) + 1)
  }

  /// All documents that a query matches, ascending.
  func matches(_ query: StoreQuery) throws -> [UInt32] {
    if isRemote { return try remoteMatches(query) }
    if let all = try allDocuments(matching: query) { return try counting(all) }
    let found = try database.matches(query)
    // A search over several shards notes them shard by shard.
    return try counting(shards.count > 1 ? found.sorted() : found)
  }

  /// All numbers of documents, where the query finds all and no number is free: no list has to be read then.
  private func allDocuments(matching query: StoreQuery) throws -> [UInt32]? {
    guard query == .all else { return nil }
    let last = try database.lastDocumentID
    return try database.documentCount == Int(last) ? (0..<last).map { $0 + 1 } : nil
  }

  /// The same where a walk over posting lists finds them; else `nil`.
  func walk(_ query: StoreQuery) throws -> [UInt32]? {
    try database.walk(query).map { try counting($0) }
  }

  /// Of facets that are counted elsewhere.
  var dictionaries: ShardDictionaries {
    if let rememberedDictionaries { return rememberedDictionaries }
    let dictionaries = ShardDictionaries(named.shards)
    rememberedDictionaries = dictionaries
    return dictionaries
  }

  func names(_ field: FacetField) throws -> NameDirectory {
    NameDirectory(shards: try named.sources(.columns).map { try NameList(field, $0) })
  }

  /// Finds the documents that have a date: each has the term of its year.
  func dated(_ family: DateFamily) throws -> StoreQuery {
    .anyTerm(
      try family.families(in: unit).flatMap { family in
        try years(family).map { DateTerms.year($0, family) }
      })
  }

  /// The years that documents have dates of, ascending; of a family whose terms the unit has.
  func years(_ family: DateFamily) throws -> [Int] {
    if let years = rememberedYears[family.rawValue] { return years }
    let years = isRemote ? try remoteYears(family) : try localYears(family)
    rememberedYears[family.rawValue] = years
    return years
  }

  private func localYears(_ family: DateFamily) throws -> [Int] {
    var years: [Int] = []
    while years.count < 10_000 {
      let next = DateTerms.year((years.last ?? -1) + 1, family)
      guard let term = try database.terms(prefix: family.rawValue, from: next, limit: 1).first?.term,
        let year = Int(term.dropFirst(family.rawValue.count).prefix(4)), year > years.last ?? -1
      else { break }
      years.append(year)
    }
    return years
  }

  /// The words of the index that have a stem, ascending.
  func forms(of stem: String, language: String) throws -> [String] {
    if let articles { return try articles.forms(of: stem, language: language) }
    let name = "\(language):\(stem)"
    if let forms = rememberedForms[name] { return forms }
    var found = Set<String>()
    let key = StemForms.key(language: language, stem: stem)
    for shard in shards { found.formUnion(StemForms(decoding: try shard.metadata(key)).forms(of: stem)) }
    // Far more words than people ask for; a batch of a million questions must not fill the memory.
    if rememberedForms.count >= 10_000 { rememberedForms = [:] }
    let forms = found.sorted()
    rememberedForms[name] = forms
    return forms
  }

  /// The words of all units: every one stands in an article.
  func vocabulary() throws -> Vocabulary {
    Vocabulary(shards: try named.sources(.words).map { try WordList($0) })
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
