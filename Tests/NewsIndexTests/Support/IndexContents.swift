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
    var data: [UInt8]
  }

  var documents: [IndexUnit: [String: Document]] = [:]
  var manifests: [IndexUnit: Manifest] = [:]

  /// Superseded versions are left out.
  init(_ directory: String) throws {
    let generation = try IndexLayout(directory).holdCurrent()
    for unit in IndexUnit.allCases {
      let database = try StoreDatabase(path: generation.path(unit))
      manifests[unit] = Manifest(decoding: try database.metadata(Manifest.key))
      let dictionary = try Self.dictionary(database)
      var found: [String: Document] = [:]
      for number in try database.postings(of: "") {
        let terms = try database.terms(of: number)
        if terms.contains(where: { $0.term == IndexTerms.superseded }) { continue }
        let document = try Self.document(number, terms, database, dictionary)
        let key = terms.map(\.term).first { $0.hasPrefix(unit == .article ? "Q" : "U") } ?? "\(number)"
        found[key] = document
      }
      documents[unit] = found
    }
  }

  private static func document(
    _ number: UInt32, _ terms: [(term: String, wdf: Int)], _ database: StoreDatabase,
    _ dictionary: [FacetField: [String]]
  ) throws -> Document {
    var document = Document(terms: [:], positions: [:], values: [:], facets: [:], data: try database.data(of: number))
    for (term, wdf) in terms {
      document.terms[term] = wdf
      let positions = try database.positions(of: term, in: number)
      if !positions.isEmpty { document.positions[term] = positions }
    }
    for slot in ValueSlot.allCases {
      let value = try database.value(slot: slot.rawValue, of: number)
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

  private static func dictionary(_ database: StoreDatabase) throws -> [FacetField: [String]] {
    var dictionary: [FacetField: [String]] = [:]
    for field in FacetField.allCases {
      var values: [String] = []
      var index = 0
      while true {
        let bytes = try database.metadata(OrdinalChunk.key(field, index))
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
