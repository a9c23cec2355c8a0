/// The versions of one article with what was found in them, as the metadata of `articles` holds them, under a key each
/// article: see `key(of:)`.
///
/// In the metadata and not in the data of a document: there an article can be replaced and removed without the term
/// lists that Xapian wants for changing a document, servers give it in one journey, and no document need be known.
///
///     of each version:
///     1 byte    1: the one that counts   0: replaced or removed, and gone with the next batch
///     8 bytes   the hash of its content
///     varint    the length of the record, and the record as `RecordPacking` packs it
///
/// Several entries behind one another are an entry: so merging databases joins them.
struct StoredVersions: Equatable {
  struct Version: Equatable {
    var contentHash: UInt64
    var counts: Bool
    /// See `ArticleRecord` and `RecordPacking`.
    var packed: [UInt8]
  }

  static let prefix = "a:"
  static func key(of idHash: UInt64) -> String {
    prefix + ArticleKey(idHash: idHash, contentHash: 0).description.prefix(ArticleKey.length / 2)
  }

  /// The hash in a key.
  static func idHash(ofKey key: String) -> UInt64? {
    guard key.hasPrefix(prefix) else { return nil }
    return ArticleKey(key.dropFirst(prefix.count) + "AAAAAAAAAAA")?.idHash
  }

  var versions: [Version] = []

  init() {}

  var isEmpty: Bool { versions.isEmpty }

  /// The version that counts.
  var counting: Version? { versions.first(where: \.counts) }

  subscript(contentHash: UInt64) -> Version? { versions.first { $0.contentHash == contentHash } }

  /// Puts a version in, in place of one with its content.
  mutating func put(_ version: Version) {
    remove(version.contentHash)
    versions.append(version)
  }

  mutating func remove(_ contentHash: UInt64) { versions.removeAll { $0.contentHash == contentHash } }

  /// Lets a version count no more.
  mutating func retire(_ contentHash: UInt64) {
    for index in versions.indices where versions[index].contentHash == contentHash { versions[index].counts = false }
  }

  /// No bytes where there is no version: so metadata is taken away.
  func encode() -> [UInt8] {
    var writer = RecordWriter()
    for version in versions {
      writer.append(byte: version.counts ? 1 : 0)
      writer.append(fixed: version.contentHash)
      writer.append(UInt64(version.packed.count))
      writer.append(contentsOf: version.packed)
    }
    return writer.bytes
  }

  init(decoding bytes: [UInt8]) throws(RecordError) {
    var reader = RecordReader(bytes)
    while reader.remaining > 0 {
      let flags = try reader.byte()
      guard flags <= 1 else { throw reader.error("an unknown kind of version") }
      let hash = try reader.fixed()
      let packed = try reader.bytes(try reader.count())
      versions.append(Version(contentHash: hash, counts: flags == 1, packed: packed))
    }
  }
}
