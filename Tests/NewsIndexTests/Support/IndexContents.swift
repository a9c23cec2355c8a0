import ArticleModel
import XapianStore

@testable import NewsIndex

/// Everything that an index says of its documents, by their own keys: what two ways of building must agree on.
struct IndexContents: Equatable {
  struct Document: Equatable {
    var terms: [String: Int]
    var positions: [String: [UInt32]]
    var values: [Int: [UInt8]]
    /// By value, because numbers differ from build to build.
    var facets: [FacetField: Set<String>]
  }

  var documents: [IndexUnit: [String: Document]] = [:]
  /// The stored articles that count, by their keys.
  var articles: [String: AnnotatedArticle] = [:]
  var manifests: [IndexUnit: Manifest] = [:]

  /// Superseded and dead versions are left out.
  init(_ directory: String) throws {
    let generation = try IndexLayout(directory).holdCurrent()
    let articleDatabase = try StoreDatabase(path: generation.path(.article))
    let texts = try Self.texts(articleDatabase)
    let dictionary = try Self.dictionary(articleDatabase)
    for text in texts where text.counts { articles["K\(text.key)"] = text.annotated }
    let ids = Dictionary(texts.map { ($0.key.idHash, $0.annotated.article.id) }) { first, _ in first }
    for unit in IndexUnit.allCases {
      let database = try StoreDatabase(path: generation.path(unit))
      manifests[unit] = Manifest(decoding: try database.metadata(Manifest.key))
      var gone: Set<UInt32> = []
      for pointer in try DeadVersions(decoding: try database.metadata(DeadVersions.key)).pointers {
        gone.formUnion(try database.postings(of: pointer))
      }
      var found: [String: Document] = [:]
      for (number, terms) in try Self.terms(database) where !gone.contains(number) {
        found[try Self.key(number, terms, unit, database, ids)] = try Self.document(
          number, terms, database, dictionary)
      }
      documents[unit] = found
    }
  }

  /// The terms of all documents, by their postings: not every database has lists of them.
  private static func terms(_ database: StoreDatabase) throws -> [UInt32: [String: Int]] {
    var terms: [UInt32: [String: Int]] = [:]
    for (term, _) in try database.terms(prefix: "") {
      // Which life of a version it is depends on how the index came about.
      let name = term.hasPrefix("K") ? String(term.prefix { $0 != "~" }) : term
      for (document, wdf) in zip(try database.postings(of: term), try database.postingFrequencies(of: term)) {
        terms[document, default: [:]][name] = Int(wdf)
      }
    }
    return terms
  }

  /// All stored versions.
  private static func texts(_ articles: StoreDatabase) throws -> [StoredText] {
    let packing = RecordPacking(dictionary: try articles.metadata(RecordDictionary.key))
    return try articles.metadataKeys(prefix: StoredVersions.prefix).flatMap { key in
      let idHash = StoredVersions.idHash(ofKey: key) ?? 0
      return try StoredVersions(decoding: try articles.metadata(key)).versions.map { version in
        StoredText(
          key: ArticleKey(idHash: idHash, contentHash: version.contentHash), counts: version.counts,
          annotated: try ArticleRecord(decoding: packing.unpacked(version.packed[...])).annotated)
      }
    }
  }

  /// `K<key>` of an article, `a#1` of a segment, `a#q1` of a statement.
  private static func key(
    _ number: UInt32, _ terms: [String: Int], _ unit: IndexUnit, _ database: StoreDatabase, _ ids: [UInt64: String]
  ) throws -> String {
    if unit == .article { return terms.keys.first { $0.hasPrefix("K") } ?? "\(number)" }
    let value = try database.value(slot: ValueSlot.newestFirst.rawValue, of: number)
    guard let place = StoredPlace(unit, orderKey: value) else { return "\(number)" }
    return place.id(ids[place.idHash])
  }

  private static func document(
    _ number: UInt32, _ terms: [String: Int], _ database: StoreDatabase, _ dictionary: [FacetField: [String]]
  ) throws -> Document {
    var document = Document(terms: terms, positions: [:], values: [:], facets: [:])
    for slot in ValueSlot.allCases {
      let value = try database.value(slot: slot.rawValue, of: number)
      if slot == .places { document.positions = positions(terms.keys, value) }
      if slot != .facets {
        document.values[slot.rawValue] = value
        continue
      }
      let record = try FacetRecord(decoding: value)
      for field in FacetField.allCases {
        document.facets[field] = Set(
          record[field].map { field.hasDictionary ? dictionary[field]?[Int($0)] ?? "?" : "\($0)" })
      }
    }
    return document
  }

  /// Where the words of a document stand.
  private static func positions(_ terms: some Sequence<String>, _ value: [UInt8]) -> [String: [UInt32]] {
    value.withUnsafeBytes { bytes in
      guard let places = WordPlaces(bytes) else { return [:] }
      var positions: [String: [UInt32]] = [:]
      for term in terms where !(term.utf8.first.map { (0x41...0x5A).contains($0) } ?? true) {
        positions[term] = places.positions(of: StableHash.of(term))
      }
      return positions
    }
  }

  private static func dictionary(_ database: StoreDatabase) throws -> [FacetField: [String]] {
    var dictionary: [FacetField: [String]] = [:]
    for field in FacetField.allCases {
      var values: [String] = []
      var index = 0
      while true {
        let bytes = try database.metadata(OrdinalChunk.key(field.dictionary, index))
        if bytes.isEmpty { break }
        values += try OrdinalChunk.decode(bytes)
        index += 1
      }
      dictionary[field] = values
    }
    return dictionary
  }

  func count(_ unit: IndexUnit) -> Int { documents[unit]?.count ?? 0 }
}
