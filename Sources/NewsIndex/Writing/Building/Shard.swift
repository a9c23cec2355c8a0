import FileAccess
import XapianStore

/// One index that a bulk build makes: its new generation, its numbers for facets, and what builders leave for it.
struct Shard: Sendable {
  let layout: IndexLayout
  let generation: Int
  let ordinals = UnitOrdinals()
  let results = BuildResults()

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
  func merge(_ manifest: Manifest, superseded: [ArticleKey]) throws(NewsIndexError) {
    let unit = manifest.unit
    let path = layout.path(generation: generation, unit)
    let sources = results.paths(of: unit)
    if sources.isEmpty {
      try inStore(path) { () throws(StoreError) in
        try StoreWriter(path: path, mode: .create).close()
      }
    } else {
      try DatabaseMerge.mergeAll(sources, into: path)
    }
    try complete(path, manifest, superseded)
  }

  /// What a unit has but once: stems, dictionary, manifest. Versions that a later article replaced are deleted.
  private func complete(_ path: String, _ manifest: Manifest, _ superseded: [ArticleKey]) throws(NewsIndexError) {
    let unit = manifest.unit
    var synonyms = SynonymWriter()
    let list = synonyms.synonyms(of: results.forms, unit)
    try inStore(path) { () throws(StoreError) in
      let writer = try StoreWriter(path: path, mode: .open)
      for key in superseded {
        try writer.delete(term: unit == .article ? IndexTerms.version(key) : IndexTerms.pointer(key))
      }
      for (key, form) in list { try writer.addSynonym(form, of: key) }
      for (key, value) in ordinals[unit].takeNewChunks() { try writer.setMetadata(key, value) }
      var manifest = manifest
      manifest.batch = 1
      manifest.documents = try writer.reader().documentCount
      try writer.setMetadata(Manifest.key, manifest.encode())
      try writer.commit()
      try writer.close()
    }
  }

  /// Lets readers see the new generation, and removes older ones.
  func publish() throws(NewsIndexError) {
    try inFiles { () throws(FileError) in try Files.removeTree(parts) }
    try layout.makeCurrent(generation)
    try layout.removeOldGenerations()
  }

  func discard() throws(NewsIndexError) {
    try inFiles { () throws(FileError) in try Files.removeTree(layout.path(generation: generation)) }
  }
}
