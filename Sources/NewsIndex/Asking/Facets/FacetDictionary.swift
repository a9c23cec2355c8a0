import XapianStore

/// The texts behind the ordinals of a field.
enum FacetDictionary {
  /// By shard, then by ordinal.
  static func values(of field: FacetField, in shards: [StoreDatabase]) throws -> [[String]] {
    try shards.map { shard in
      var values: [String] = []
      var index = 0
      while true {
        let bytes = try shard.metadata(OrdinalChunk.key(field, index))
        if bytes.isEmpty { return values }
        let chunk = try OrdinalChunk.decode(bytes)
        values += chunk
        if chunk.count < OrdinalChunk.size { return values }
        index += 1
      }
    }
  }
}
