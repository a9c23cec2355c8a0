import ArticleModel
import ArticleReading

/// Names one version of one article: a hash of its id and a hash of everything that was read.
///
/// A change of the text or of the metadata makes another key, so statements and segments that hold a key lead to the
/// very text they were made from, whatever became of the article since.
public struct ArticleKey: Hashable, Sendable {
  public var idHash: UInt64
  public var contentHash: UInt64

  public init(idHash: UInt64, contentHash: UInt64) {
    self.idHash = idHash
    self.contentHash = contentHash
  }

  /// What else the publisher printed does not count: a paragraph that it repeats is one all the same.
  public init(_ article: Article) {
    idHash = StableHash.of(article.id)
    var article = article
    for index in article.blocks.indices where article.blocks[index].kind == .boilerplate(reason: RepeatedBlocks.reason)
    {
      article.blocks[index].kind = .paragraph
    }
    var writer = RecordWriter()
    article.encode(to: &writer)
    contentHash = StableHash.of(writer.bytes)
  }
}

extension ArticleKey: CustomStringConvertible {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
  /// The length of `description`.
  public static let length = 22

  /// 22 characters of `A-Za-z0-9-_`, eleven for each hash, most significant bits first.
  public var description: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Self.length)
    for hash in [idHash, contentHash] {
      for step in 0..<11 { bytes.append(Self.alphabet[Int((hash >> UInt64(60 - 6 * step)) & 63)]) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Reads what `description` writes.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == Self.length, let first = Self.hash(bytes[..<11]), let second = Self.hash(bytes[11...]) else {
      return nil
    }
    (idHash, contentHash) = (first, second)
  }

  private static func hash(_ digits: ArraySlice<UInt8>) -> UInt64? {
    var value: UInt64 = 0
    for digit in digits {
      guard let index = alphabet.firstIndex(of: digit) else { return nil }
      // The first digit holds four bits: more would be another spelling of the same number.
      if value >> 58 != 0 { return nil }
      value = value << 6 | UInt64(index)
    }
    return value
  }
}
