import ArticleModel
import Testing

@testable import NewsIndex

struct RecordTests {
  @Test(arguments: UInt64(1)...60) func everyRecordComesBackAsItWas(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let article = ArticleRecord(random.annotatedArticle())
    #expect(try ArticleRecord(decoding: article.encode()) == article)
    let segments = (0..<random.below(4)).map { _ in random.below(400) }
    #expect(try SegmentNumbers.decode(SegmentNumbers.encode(segments)) == segments)
  }

  @Test(arguments: UInt64(1)...40) func damagedRecordsAreAnErrorAndNeverATrap(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let whole = ArticleRecord(random.annotatedArticle()).encode()
    for length in 0..<whole.count {
      #expect(throws: RecordError.self) { try ArticleRecord(decoding: Array(whole[..<length])) }
    }
    for _ in 0..<200 {
      var bytes = whole
      bytes[random.below(bytes.count)] = UInt8(random.below(256))
      // Refused, or something else; what came out is stored and read like any other.
      if let record = try? ArticleRecord(decoding: bytes) {
        #expect((try? ArticleRecord(decoding: record.encode()))?.encode() == record.encode(), "seed \(seed)")
      }
    }
  }

  @Test(arguments: UInt64(1)...20) func randomBytesNeverTrap(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      var bytes = (0..<random.below(80)).map { _ in UInt8(random.below(256)) }
      if !bytes.isEmpty {
        bytes[0] = 0x41
        _ = try? ArticleRecord(decoding: bytes)
      }
      _ = try? SegmentNumbers.decode(bytes)
      _ = try? StoredVersions(decoding: bytes)
      _ = try? FacetRecord(decoding: bytes)
      _ = try? PendingBatch(decoding: bytes)
      _ = try? DeadVersions(decoding: bytes)
      _ = try? OrdinalChunk.decode(bytes)
      _ = Manifest(decoding: bytes)
    }
  }

  @Test func anotherThingThanARecordIsRefused() {
    let bytes = ArticleRecord(AnnotatedArticle(article: Article(id: "a", source: "a", text: "", blocks: []))).encode()
    #expect(throws: RecordError.self) { try ArticleRecord(decoding: [0x51] + bytes.dropFirst()) }
    #expect(throws: RecordError.self) { try ArticleRecord(decoding: bytes + [0]) }
  }

  @Test func anImpossibleListIsRefusedBeforeItIsAllocated() {
    var reader = RecordReader([0xFF, 0xFF, 0xFF, 0xFF, 0x7F])
    #expect(throws: RecordError.self) { try reader.count() }
    var tooLong = RecordReader(Array(repeating: 0xFF, count: 11))
    #expect(throws: RecordError.self) { try tooLong.number() }
  }

  @Test func numbersOfEitherSignComeBack() throws {
    for number in [0, -1, 1, 63, 64, -64, -65, Int.max, Int.min] {
      var writer = RecordWriter()
      number.encode(to: &writer)
      var reader = RecordReader(writer.bytes)
      #expect(try Int(from: &reader) == number)
    }
  }
}

struct ArticleKeyTests {
  private var article: Article {
    Article(
      id: "a", source: "a.txt", title: "T", text: "One.", blocks: [Block(kind: .paragraph, span: TextSpan(0, 4))])
  }

  @Test func aKeyIsReadBackFromItsText() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<100 {
      let key = ArticleKey(idHash: random.next(), contentHash: random.next())
      #expect(key.description.utf8.count == ArticleKey.length)
      #expect(ArticleKey(key.description) == key)
    }
    #expect(ArticleKey("short") == nil)
    #expect(ArticleKey(String(repeating: "_", count: 22)) == nil)
  }

  @Test func everyChangeOfAnArticleIsAnotherKey() {
    let key = ArticleKey(article)
    var changed = article
    changed.text = "Two."
    #expect(ArticleKey(changed) != key)
    changed = article
    changed.publisher = "The Paper"
    #expect(ArticleKey(changed) != key)
    changed = article
    changed.blocks[0].kind = .caption
    #expect(ArticleKey(changed) != key)
    #expect(ArticleKey(changed).idHash == key.idHash)
    #expect(ArticleKey(article) == key)
  }
}
