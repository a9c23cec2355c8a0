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

/// The data of a document in `statements`: which statement of which version it is, and the numbers of the segments that
/// it stands in, which a question about segments needs of thousands. The rest stands in the article.
public struct StatementRecord: Hashable, Sendable {
  public var articleKey: ArticleKey
  /// Of the statement in its article.
  public var number: Int
  public var segments: [Int]

  public init(articleKey: ArticleKey, number: Int, segments: [Int] = []) {
    self.articleKey = articleKey
    self.number = number
    self.segments = segments
  }
}

/// The data of a document in `segments`: which segment of which version it is. The rest stands in the article.
public struct SegmentRecord: Hashable, Sendable {
  public var articleKey: ArticleKey
  /// Of the segment in its article.
  public var number: Int

  public init(articleKey: ArticleKey, number: Int) {
    self.articleKey = articleKey
    self.number = number
  }
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
    writer.append(UInt64(clamping: number))
    segments.encode(to: &writer)
  }

  init(from reader: inout RecordReader) throws(RecordError) {
    let key = try ArticleKey(from: &reader)
    let number = Int(clamping: try reader.number())
    self.init(articleKey: key, number: number, segments: try [Int](from: &reader))
  }
}

extension SegmentRecord: RecordCodable {
  public func encode() -> [UInt8] { encoded(.segment) { encode(to: &$0) } }
  public init(decoding bytes: [UInt8]) throws(RecordError) { self = try decoded(bytes, .segment) }

  func encode(to writer: inout RecordWriter) {
    articleKey.encode(to: &writer)
    writer.append(UInt64(clamping: number))
  }

  init(from reader: inout RecordReader) throws(RecordError) {
    let key = try ArticleKey(from: &reader)
    self.init(articleKey: key, number: Int(clamping: try reader.number()))
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
