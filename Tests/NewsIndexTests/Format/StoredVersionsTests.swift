import ArticleModel
import Testing

@testable import NewsIndex

/// Articles as the metadata keeps them.
struct StoredVersionsTests {
  private func version(_ random: inout SeededGenerator) -> StoredVersions.Version {
    StoredVersions.Version(
      contentHash: random.next(), counts: random.chance(50),
      packed: (0..<random.below(40)).map { _ in UInt8(random.below(256)) })
  }

  @Test(arguments: UInt64(1)...30) func entriesBehindOneAnotherAreAnEntry(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var (first, second) = (StoredVersions(), StoredVersions())
    for _ in 0..<random.below(4) { first.put(version(&random)) }
    for _ in 0..<random.below(4) { second.put(version(&random)) }
    #expect(try StoredVersions(decoding: first.encode()) == first, "seed \(seed)")
    let joined = try StoredVersions(decoding: first.encode() + second.encode())
    #expect(joined.versions == first.versions + second.versions, "seed \(seed)")
    let bytes = joined.encode()
    for length in bytes.indices { _ = try? StoredVersions(decoding: Array(bytes[..<length])) }
  }

  @Test func oneVersionCountsUntilItIsRetired() {
    var versions = StoredVersions()
    versions.put(StoredVersions.Version(contentHash: 1, counts: true, packed: [0]))
    versions.retire(1)
    #expect(versions.counting == nil)
    versions.put(StoredVersions.Version(contentHash: 2, counts: true, packed: [0, 7]))
    #expect(versions.counting?.contentHash == 2)
    // Put again, a version is there once.
    versions.put(StoredVersions.Version(contentHash: 1, counts: false, packed: [0, 9]))
    #expect(versions[1]?.packed == [0, 9])
    #expect(versions.versions.count == 2)
    versions.remove(1)
    versions.remove(2)
    #expect(versions.encode() == [])
  }

  @Test func aKeyHoldsTheHash() {
    for hash in [0, 1, UInt64.max, 0xDEAD_BEEF_0123_4567] {
      #expect(StoredVersions.idHash(ofKey: StoredVersions.key(of: hash)) == hash)
    }
    #expect(StoredVersions.idHash(ofKey: "s:en:word") == nil)
    #expect(StoredVersions.idHash(ofKey: "a:short") == nil)
  }
}

struct RecordPackingTests {
  private func records(_ count: Int) -> [[UInt8]] {
    (0..<count).map { ArticleRecord(MadeArticles.article($0)).encode() }
  }

  @Test func recordsComeBackWithADictionaryAndWithout() throws {
    let records = records(1200)
    let dictionary = RecordDictionary.trained(on: records)
    #expect(dictionary.count > 1000)
    for packing in [RecordPacking(), RecordPacking(dictionary: dictionary)] {
      for record in records.prefix(50) + [[], [7], [UInt8](repeating: 0, count: 100_000)] {
        #expect(try packing.unpacked(packing.packed(record)[...]) == record)
      }
    }
    let (alone, together) = (RecordPacking(), RecordPacking(dictionary: dictionary))
    let sizes = records.prefix(50).map { (alone.packed($0).count, together.packed($0).count) }
    #expect(sizes.reduce(0) { $0 + $1.1 } < sizes.reduce(0) { $0 + $1.0 } * 3 / 4)
  }

  @Test func tooLittleTeachesNothing() {
    #expect(RecordDictionary.trained(on: records(3)) == [])
    #expect(RecordDictionary.trained(on: []) == [])
  }

  @Test func whatCantBePackedStaysAsItIs() {
    var random = SeededGenerator(seed: 3)
    let record = (0..<100).map { _ in UInt8(random.below(256)) }
    #expect(RecordPacking().packed(record) == [0] + record)
  }

  @Test(arguments: UInt64(1)...10) func damageIsAnErrorAndNeverATrap(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let packing = RecordPacking()
    let whole = packing.packed(ArticleRecord(MadeArticles.article(Int(seed))).encode())
    for length in 0..<whole.count {
      #expect(throws: RecordError.self) { try packing.unpacked(whole[..<length]) }
    }
    for _ in 0..<200 {
      var bytes = whole
      bytes[random.below(bytes.count)] = UInt8(random.below(256))
      _ = try? packing.unpacked(bytes[...])
    }
    // Packed with a dictionary that is not there.
    #expect(throws: RecordError.self) { try packing.unpacked([2, 1, 2, 3]) }
    #expect(throws: RecordError.self) { try packing.unpacked([9, 1]) }
    #expect(throws: RecordError.self) { try packing.unpacked([]) }
  }
}
