import ArticleModel

/// The whole article with everything that was found in it, as `StoredVersions` keeps it, packed.
///
/// `show` and `dump` need nothing else, and the next writer finishes an interrupted batch from it without reading or
/// extracting again.
public struct ArticleRecord: Hashable, Sendable {
  public var annotated: AnnotatedArticle

  public init(_ annotated: AnnotatedArticle) {
    self.annotated = annotated
  }

  public func encode() -> [UInt8] {
    var writer = RecordWriter()
    writer.append(byte: articleTag)
    annotated.encode(to: &writer)
    return writer.bytes
  }

  public init(decoding bytes: [UInt8]) throws(RecordError) {
    var reader = RecordReader(bytes)
    guard try reader.byte() == articleTag else { throw reader.error("not a record of an article") }
    annotated = try AnnotatedArticle(from: &reader)
    try reader.end()
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

/// The value of `ValueSlot.segments`: the numbers of the segments that a statement stands in, which a question about
/// segments needs of thousands.
enum SegmentNumbers {
  static func encode(_ numbers: [Int]) -> [UInt8] {
    var writer = RecordWriter()
    for number in numbers { writer.append(UInt64(clamping: number)) }
    return writer.bytes
  }

  static func decode(_ bytes: [UInt8]) throws(RecordError) -> [Int] {
    var reader = RecordReader(bytes)
    var numbers: [Int] = []
    while reader.remaining > 0 { numbers.append(Int(clamping: try reader.number())) }
    return numbers
  }
}

/// The first byte of a record, so that another thing is refused.
private let articleTag: UInt8 = 0x41
