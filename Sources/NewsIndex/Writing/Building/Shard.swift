import ArticleReading
import FileAccess
import XapianStore

/// One index that a bulk build makes: its new generation, its numbers for facets, and what builders leave for it.
struct Shard: Sendable {
  let layout: IndexLayout
  let generation: Int
  let ordinals = OrdinalAllocator()
  let results = BuildResults()
  let dictionary = CommonDictionary()

  init(_ layout: IndexLayout) throws(NewsIndexError) {
    self.layout = layout
    generation = try layout.makeGeneration()
    try inFiles { [parts = Files.join(layout.path(generation: generation), "parts")] () throws(FileError) in
      try Files.makeDirectory(parts)
    }
  }

  /// The folder of the small databases.
  var parts: String { Files.join(layout.path(generation: generation), "parts") }

  /// Makes the database of a unit from the small ones, and completes it.
  func merge(_ manifest: Manifest, superseded: [ArticleKey], repeated: RepeatedBlocks?) throws(NewsIndexError) {
    let unit = manifest.unit
    let path = layout.path(generation: generation, unit)
    let sources = results.paths(of: unit)
    if sources.isEmpty {
      try inStore(path) { () throws(StoreError) in
        try StoreWriter(path: path, mode: .create, options: unit.writerOptions()).close()
      }
    } else {
      try DatabaseMerge.mergeAll(sources, into: path)
    }
    try complete(path, manifest, superseded, repeated)
  }

  /// What a unit has but once. Versions that a later article replaced die.
  private func complete(
    _ path: String, _ manifest: Manifest, _ superseded: [ArticleKey], _ repeated: RepeatedBlocks?
  ) throws(NewsIndexError) {
    let unit = manifest.unit
    let articles = unit == .article ? try articleMetadata(path, superseded) : []
    try inStore(path) { () throws(StoreError) in
      let writer = try StoreWriter.opening(path, unit.writerOptions())
      let reader = try writer.reader()
      var dead = DeadVersions()
      for key in superseded {
        let documents = try reader.postings(of: dead.pointer(key)).count
        if documents > 0 { dead.add(key, documents: documents) }
      }
      try writer.setMetadata(DeadVersions.key, dead.encode())
      for (key, value) in articles { try writer.setMetadata(key, value) }
      if let repeated { try writer.setMetadata(RepetitionCount.metadataKey, repeated.encode()) }
      var manifest = manifest
      manifest.batch = 1
      manifest.documents = try reader.documentCount - dead.documentCount
      try writer.setMetadata(Manifest.key, manifest.encode())
      try writer.commit()
      try writer.close()
    }
  }

  /// What the metadata of `articles` has besides: dictionaries, stems, and the entries of articles that had other
  /// versions.
  private func articleMetadata(_ path: String, _ superseded: [ArticleKey]) throws(NewsIndexError)
    -> [(key: String, value: [UInt8])]
  {
    var metadata: [(key: String, value: [UInt8])] = [(RecordDictionary.key, dictionary.bytes)]
    metadata += ordinals.takeNewChunks()
    var stems = StemWriter()
    metadata += stems.entries(of: results.forms).map { ($0.key, $0.forms.encode()) }
    let reader = try inStore(path) { () throws(StoreError) in try StoreDatabase(path: path) }
    for (idHash, versions) in Dictionary(grouping: superseded, by: \.idHash).sorted(by: { $0.key < $1.key }) {
      let key = StoredVersions.key(of: idHash)
      let bytes = try inStore(path) { () throws(StoreError) in try reader.metadata(key) }
      // Another shard may hold the article.
      if bytes.isEmpty { continue }
      do throws(RecordError) {
        var entry = try StoredVersions(decoding: bytes)
        for version in versions { entry.remove(version.contentHash) }
        metadata.append((key, entry.encode()))
      } catch {
        throw NewsIndexError(error, at: path)
      }
    }
    return metadata
  }

  /// Lets readers see the new generations, and removes older ones. Those of several shards are swapped in one behind
  /// the other, with nothing in between that takes time or may fail for want of room.
  static func publish(_ shards: [Shard]) throws(NewsIndexError) {
    for shard in shards { try inFiles { () throws(FileError) in try Files.removeTree(shard.parts) } }
    for shard in shards { try shard.layout.makeCurrent(shard.generation) }
    for shard in shards { try shard.layout.removeOldGenerations() }
  }

  func discard() throws(NewsIndexError) {
    try inFiles { () throws(FileError) in try Files.removeTree(layout.path(generation: generation)) }
  }
}
