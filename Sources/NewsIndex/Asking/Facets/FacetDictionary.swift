import XapianStore

/// The texts behind the ordinals of a field; `database` is that of the articles.
enum FacetDictionary {
  static func values(of field: FacetField, in database: StoreDatabase) throws -> [String] {
    var values: [String] = []
    var index = 0
    while true {
      let bytes = try database.metadata(OrdinalChunk.key(field.dictionary, index))
      if bytes.isEmpty { return values }
      let chunk = try OrdinalChunk.decode(bytes)
      values += chunk
      if chunk.count < OrdinalChunk.size { return values }
      index += 1
    }
  }
}
