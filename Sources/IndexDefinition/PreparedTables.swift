internal import CIndexDefinition

/// What others make of a definition's tables at their start, made ahead for the one that is built in.
///
/// A table that joins several, or that is faster in another form, takes milliseconds to fill, and memory that is touched
/// at every start. `Scripts/compile-index` lets it be filled once; its bytes lie in the executable beside the definition
/// and are used in place. They are bound to the definition of which they were made by its checksum: any other one, as it
/// is given by `--definition`, has none, and whoever asks fills his table himself.
public enum PreparedTables {
  /// The bytes of a table, aligned to 64 bytes.
  public struct Image: Sendable {
    public var name: String
    public var bytes: [UInt8]

    public init(name: String, bytes: [UInt8]) { (self.name, self.bytes) = (name, bytes) }
  }

  private static let alignment = 64
  private static let owner = "definition"

  /// The file that is embedded: a blob of raw sections, of which one holds the checksum of the definition.
  ///
  /// - Parameter images: None of them may be called `definition`.
  public static func compile(_ images: [Image], of definition: Definition) -> [UInt8] {
    let owner = Image(name: owner, bytes: withUnsafeBytes(of: definition.checksum.littleEndian, Array.init))
    return DefinitionCompiler.blob(ofRaw: (images + [owner]).map { ($0.name, $0.bytes) }, alignment: alignment)
  }

  /// Those in the executable; none where it carries no such file.
  private static let builtIn = DefinitionBlob(
    shared: UnsafeRawBufferPointer(
      start: cindexdefinition_prepared_bytes(), count: cindexdefinition_prepared_length()))

  fileprivate static func bytes(_ name: String, of checksum: UInt64) -> UnsafeRawBufferPointer? {
    guard let builtIn, let owner = builtIn.raw(owner), owner.count == 8,
      UInt64(littleEndian: owner.loadUnaligned(as: UInt64.self)) == checksum
    else { return nil }
    return builtIn.raw(name)
  }
}

extension Definition {
  /// The bytes of a table that was made of this definition ahead; they live always. `nil` where there is none.
  public func prepared(_ name: String) -> UnsafeRawBufferPointer? { PreparedTables.bytes(name, of: checksum) }
}
