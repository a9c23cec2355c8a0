import ArticleModel

/// The data of a document in `articles`: the whole article with everything that was found in it.
///
/// `show` and `dump` need nothing else, and the next writer finishes an interrupted batch from it without reading or
/// extracting again.
public struct ArticleRecord: Hashable, Sendable {
  public var annotated: AnnotatedArticle

  public init(_ annotated: AnnotatedArticle) {
    self.annotated = annotated
  }

  public func encode() -> [UInt8] { encoded(.article) { annotated.encode(to: &$0) } }

  public init(decoding bytes: [UInt8]) throws(RecordError) {
    annotated = try decoded(bytes, .article)
  }
}

/// The data of a document in `statements`: the statement without its words, and where they stand.
public struct StatementRecord: Hashable, Sendable {
  /// The version of the article that the spans point into.
  public var articleKey: ArticleKey
  public var articleID: String
  public var statement: Statement

  public init(articleKey: ArticleKey, articleID: String, statement: Statement) {
    self.articleKey = articleKey
    self.articleID = articleID
    self.statement = statement
  }

  /// `ARTICLE#q3`.
  public var id: String { "\(articleID)#q\(statement.number)" }
}

/// The data of a document in `segments`: where its words stand, and what else is known of it.
public struct SegmentRecord: Hashable, Sendable {
  /// The version of the article that the span points into.
  public var articleKey: ArticleKey
  public var articleID: String
  public var segment: Segment
  /// Ids of the regions it names, unique, in order of appearance.
  public var regions: [String]
  /// Numbers of the statements that stand in it, ascending.
  public var statements: [Int]

  public init(
    articleKey: ArticleKey, articleID: String, segment: Segment, regions: [String] = [], statements: [Int] = []
  ) {
    self.articleKey = articleKey
    self.articleID = articleID
    self.segment = segment
    self.regions = regions
    self.statements = statements
  }

  /// `ARTICLE#4`.
  public var id: String { "\(articleID)#\(segment.number)" }
}

extension ArticleKey: RecordCodable {
  func encode(to writer: inout RecordWriter) {
    writer.append(fixed: idHash)
    writer.append(fixed: contentHash)
  }

  init(from reader: inout RecordReader) throws(RecordError) {
    let idHash = try reader.fixed()
    self.init(idHash: idHash, contentHash: try reader.fixed())
  }
}

extension StatementRecord: RecordCodable {
  public func encode() -> [UInt8] { encoded(.statement) { encode(to: &$0) } }
  public init(decoding bytes: [UInt8]) throws(RecordError) { self = try decoded(bytes, .statement) }

  func encode(to writer: inout RecordWriter) {
    articleKey.encode(to: &writer)
    articleID.encode(to: &writer)
    statement.encode(to: &writer)
  }

  init(from reader: inout RecordReader) throws(RecordError) {
    let key = try ArticleKey(from: &reader)
    let id = try String(from: &reader)
    self.init(articleKey: key, articleID: id, statement: try Statement(from: &reader))
  }
}

extension SegmentRecord: RecordCodable {
  public func encode() -> [UInt8] { encoded(.segment) { encode(to: &$0) } }
  public init(decoding bytes: [UInt8]) throws(RecordError) { self = try decoded(bytes, .segment) }

  func encode(to writer: inout RecordWriter) {
    articleKey.encode(to: &writer)
    articleID.encode(to: &writer)
    segment.encode(to: &writer)
    regions.encode(to: &writer)
    statements.encode(to: &writer)
  }

  init(from reader: inout RecordReader) throws(RecordError) {
    let key = try ArticleKey(from: &reader)
    let id = try String(from: &reader)
    let segment = try Segment(from: &reader)
    let regions = try [String](from: &reader)
    self.init(
      articleKey: key, articleID: id, segment: segment, regions: regions, statements: try [Int](from: &reader))
  }
}

/// The first byte of a record, so that one of another kind is refused.
private enum RecordTag: UInt8 {
  case article = 0x41
  case statement = 0x51
  case segment = 0x53
}

private func encoded(_ tag: RecordTag, _ body: (inout RecordWriter) -> Void) -> [UInt8] {
  var writer = RecordWriter()
  writer.append(byte: tag.rawValue)
  body(&writer)
  return writer.bytes
}

private func decoded<Value: RecordCodable>(_ bytes: [UInt8], _ tag: RecordTag) throws(RecordError) -> Value {
  var reader = RecordReader(bytes)
  guard try reader.byte() == tag.rawValue else { throw reader.error("not a record of this kind") }
  let value = try Value(from: &reader)
  try reader.end()
  return value
}
