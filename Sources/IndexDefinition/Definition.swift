internal import CIndexDefinition

/// What the index knows about the world: word lists, names, regions, the trained model.
///
/// `Index/` is compiled into one blob that the executable carries. Nothing is parsed or copied at start: the tables are
/// hash tables inside the blob, used in place. Copies share the blob.
public struct Definition: Sendable {
  let storage: DefinitionBlob

  /// The `Index/` of this build.
  public static let builtIn: Definition = {
    let bytes = UnsafeRawBufferPointer(start: cindexdefinition_bytes(), count: cindexdefinition_length())
    guard let blob = DefinitionBlob(shared: bytes) else {
      preconditionFailure("the embedded definition is damaged: run Scripts/compile-index and build again")
    }
    return Definition(storage: blob)
  }()

  /// Compiles another folder of the same make, in memory. Tables that it lacks are empty.
  public init(directory: String) throws(DefinitionError) {
    try self.init(compiled: DefinitionCompiler.compile(directory: directory), name: directory)
  }

  /// Takes a blob that `DefinitionCompiler` made.
  ///
  /// - Parameter name: What a message calls it.
  public init(compiled bytes: [UInt8], name: String) throws(DefinitionError) {
    guard let blob = DefinitionBlob(copying: bytes) else {
      throw DefinitionError(name, "not a compiled definition of this version")
    }
    storage = blob
  }

  private init(storage: DefinitionBlob) { self.storage = storage }

  /// Of everything in the definition; two of one checksum are equal.
  public var checksum: UInt64 { storage.checksum }

  /// The names of the tables and raw sections, sorted.
  public var names: [String] { (0..<storage.sectionCount).map { storage.name(ofSection: $0) } }

  /// The table of a file, named without its ending: `titles` for `Index/titles.tsv`. Empty where there is none.
  ///
  /// Costs a search by name: take a table once, not for every word.
  public func table(_ name: String) -> LexiconTable {
    guard let section = storage.section(name, kind: DefinitionLayout.Kind.table) else {
      return LexiconTable(name: name, blob: storage)
    }
    return LexiconTable(name: name, blob: storage, offset: section.offset)
  }

  /// The bytes of a raw file, named without its ending: `model` for `Index/model.bin`. Empty where there is none.
  ///
  /// They live as long as any copy of this definition or a table of it; those of `builtIn` live always.
  public func blob(_ name: String) -> UnsafeRawBufferPointer {
    storage.raw(name) ?? UnsafeRawBufferPointer(start: nil, count: 0)
  }
}
