/// What a database says about itself under the metadata key `manifest`: lines of `key=value`.
///
/// Lines with unknown keys are kept, so that a manifest is readable even when the version does not fit.
public struct Manifest: Hashable, Sendable {
  public static let key = "manifest"

  public var schema: Int
  public var unit: IndexUnit
  /// Counts the batches; `articles` is ahead of the others while a batch is being written.
  public var batch: Int
  /// Checksum of the definition that extracted the articles since the index was built.
  public var definition: UInt64
  /// True where articles extracted by different definitions stand beside one another.
  public var hasMixedDefinitions: Bool
  public var tool: String
  /// Documents that count: superseded versions don't.
  public var documents: Int

  public init(unit: IndexUnit, definition: UInt64) {
    schema = IndexSchema.version
    self.unit = unit
    batch = 0
    self.definition = definition
    hasMixedDefinitions = false
    tool = IndexSchema.tool
    documents = 0
  }

  public func encode() -> [UInt8] {
    let lines = [
      "schema=\(schema)", "unit=\(unit.rawValue)", "batch=\(batch)", "definition=\(definition.hexadecimal)",
      "mixed-definitions=\(hasMixedDefinitions ? 1 : 0)", "documents=\(documents)", "tool=\(tool)",
    ]
    return Array(lines.map { $0 + "\n" }.joined().utf8)
  }

  /// `nil` where the bytes hold no manifest; a schema that is not ours is not an error here.
  public init?(decoding bytes: [UInt8]) {
    var fields: [String: String] = [:]
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      guard let equals = line.firstIndex(of: "=") else { continue }
      fields[String(line[..<equals])] = String(line[line.index(after: equals)...])
    }
    guard let schema = fields["schema"].flatMap({ Int($0) }), let unit = fields["unit"].flatMap(IndexUnit.init) else {
      return nil
    }
    self.schema = schema
    self.unit = unit
    batch = fields["batch"].flatMap { Int($0) } ?? 0
    definition = fields["definition"].flatMap { UInt64($0, radix: 16) } ?? 0
    hasMixedDefinitions = fields["mixed-definitions"] == "1"
    documents = fields["documents"].flatMap { Int($0) } ?? 0
    tool = fields["tool"] ?? ""
  }
}

/// The newest batch as `articles` keeps it under the metadata key `pending`, in the commit that brings it in.
///
/// A writer that is killed before `statements` and `segments` have the batch leaves them behind; the next one brings
/// them up to date from this list. The texts of superseded versions are deleted by the next batch.
public struct PendingBatch: Hashable, Sendable {
  public static let key = "pending"

  public var added: [ArticleKey] = []
  public var superseded: [ArticleKey] = []

  public init() {}

  public var isEmpty: Bool { added.isEmpty && superseded.isEmpty }

  public func encode() -> [UInt8] {
    var writer = RecordWriter()
    added.encode(to: &writer)
    superseded.encode(to: &writer)
    return writer.bytes
  }

  public init(decoding bytes: [UInt8]) throws(RecordError) {
    if bytes.isEmpty { return }
    var reader = RecordReader(bytes)
    added = try [ArticleKey](from: &reader)
    superseded = try [ArticleKey](from: &reader)
    try reader.end()
  }
}
