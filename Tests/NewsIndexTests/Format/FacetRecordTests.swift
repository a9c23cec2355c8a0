import ArticleModel
import Testing

@testable import NewsIndex

struct FacetRecordTests {
  @Test(arguments: UInt64(1)...30) func aFacetRecordComesBackAsItWas(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var record = FacetRecord()
    for field in FacetField.allCases where random.chance(60) {
      for _ in 0..<random.below(4) { record.insert(UInt32(random.next() & 0xFFFF_FFFF), into: field) }
    }
    // Organisations are names, and the first of them.
    var names = record[.organisation]
    for value in record[.about] where !names.contains(value) { names.append(value) }
    record[.about] = names
    #expect(try FacetRecord(decoding: record.encode()) == record)
  }

  @Test func ofOrganisationsThereIsTheirNumberAlone() throws {
    var record = FacetRecord()
    (record[.about], record[.organisation]) = ([4, 300, 7], [7])
    #expect(record.encode() == [0b110_0000, 3, 7, 4, 0xAC, 0x02, 1])
    // More organisations than names.
    #expect(throws: RecordError.self) { try FacetRecord(decoding: [0b110_0000, 1, 4, 2]) }
  }

  @Test func fieldsWithoutValuesCostNothing() {
    #expect(FacetRecord().encode() == [])
    var record = FacetRecord()
    record.insert(300, into: .region)
    record.insert(300, into: .region)
    #expect(record.encode() == [0b10, 1, 0xAC, 0x02])
  }

  @Test func oneValueOfAFieldThatMostlyHasOneNeedsNoCount() throws {
    var record = FacetRecord()
    (record[.speaker], record[.kind]) = ([5], [1])
    #expect(record.encode() == [0b1_0001, 5, 1])
    record.insert(6, into: .speaker)
    #expect(record.encode() == [0b1001_0001, 2, 5, 6, 1, 1])
    #expect(try FacetRecord(decoding: record.encode()) == record)
  }

  @Test func damagedFacetsAreRefused() {
    for bytes: [UInt8] in [
      [1], [0b10, 2, 1], [0x81], [1, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F], [0, 0], [1, 2, 3], [0x40, 1],
    ] {
      #expect(throws: RecordError.self) { try FacetRecord(decoding: bytes) }
    }
  }

  @Test func aDateIsItsOwnNumber() throws {
    let day = try #require(DateValue("2024-11-05").flatMap(FacetDate.number))
    #expect(FacetDate.parts(day) == (2024, 11, 5))
    let month = try #require(DateValue("2024-11").flatMap(FacetDate.number))
    #expect(FacetDate.parts(month) == (2024, 11, 0))
    let quarter = try #require(DateValue("2024-Q4").flatMap(FacetDate.number))
    #expect(FacetDate.parts(quarter) == (2024, 0, 0))
    #expect(DateValue("--11-05").flatMap(FacetDate.number) == nil)
  }

  @Test func dictionaryChunksComeBackAsTheyWere() throws {
    let names = ["Vladimir Putin", "", "Зеленський"]
    #expect(try OrdinalChunk.decode(OrdinalChunk.encode(names)) == names)
    #expect(OrdinalChunk.key(.organisation, 2) == "ord:org:2")
    #expect(FacetField.dictionaries == [.speaker, .region, .publisher, .kind, .about])
    #expect(throws: RecordError.self) { try OrdinalChunk.decode([5, 1]) }
  }

  @Test func theManifestIsReadableWhateverTheSchema() throws {
    var manifest = Manifest(unit: .statement, definition: 0xFEED_F00D)
    (manifest.batch, manifest.documents, manifest.hasMixedDefinitions) = (7, 120, true)
    #expect(Manifest(decoding: manifest.encode()) == manifest)
    let newer = Manifest(decoding: Array("schema=99\nunit=article\ncolour=blue\n".utf8))
    #expect(newer?.schema == 99)
    #expect(Manifest(decoding: Array("unit=article\n".utf8)) == nil)
  }

  @Test func aPendingBatchComesBackAsItWas() throws {
    var batch = PendingBatch()
    batch.added = [ArticleKey(idHash: 1, contentHash: .max)]
    batch.superseded = [ArticleKey(idHash: 1, contentHash: 2)]
    #expect(try PendingBatch(decoding: batch.encode()) == batch)
    #expect(try PendingBatch(decoding: []).isEmpty)
  }
}
