import ArticleModel
import XapianStore

/// The stored articles of an open database of articles: what stands in its metadata beside the documents (see
/// `StoredVersions`). What a writer has not committed yet is seen where the reader is the writer's.
struct ArticleStore {
  private let reader: StoreDatabase
  private let path: String
  private let packing: RecordPacking

  init(_ reader: StoreDatabase, path: String) throws(NewsIndexError) {
    self.reader = reader
    self.path = path
    packing = RecordPacking(
      dictionary: try inStore(path) { () throws(StoreError) in
        try reader.retrying { () throws(StoreError) in try reader.metadata(RecordDictionary.key) }
      })
  }

  func versions(of idHash: UInt64) throws(NewsIndexError) -> StoredVersions {
    let bytes = try inStore(path) { () throws(StoreError) in
      try reader.retrying { () throws(StoreError) in try reader.metadata(StoredVersions.key(of: idHash)) }
    }
    do { return try StoredVersions(decoding: bytes) } catch { throw NewsIndexError(error, at: path) }
  }

  /// As it is stored, to be put into `StoredVersions`.
  func packed(_ record: [UInt8]) -> [UInt8] { packing.packed(record) }

  func record(_ version: StoredVersions.Version) throws(NewsIndexError) -> [UInt8] {
    do { return try packing.unpacked(version.packed[...]) } catch { throw NewsIndexError(error, at: path) }
  }

  func annotated(_ version: StoredVersions.Version) throws(NewsIndexError) -> AnnotatedArticle {
    let record = try record(version)
    do { return try ArticleRecord(decoding: record).annotated } catch { throw NewsIndexError(error, at: path) }
  }

  /// The article that a document is of, where one counts: the hash of its id stands in a value.
  func article(ofDocument document: UInt32) throws(NewsIndexError) -> AnnotatedArticle? {
    let value = try inStore(path) { () throws(StoreError) in
      try reader.value(slot: ValueSlot.newestFirst.rawValue, of: document)
    }
    guard let place = ArticlePlace(orderKey: value) else { return nil }
    return try versions(of: place.idHash).counting.map { version throws(NewsIndexError) in try annotated(version) }
  }
}
