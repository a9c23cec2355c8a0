import Testing
import XapianStore

@Suite struct StemmerTests {
  @Test func englishWords() throws {
    let stemmer = try #require(StoreStemmer(language: "en"))
    #expect(stemmer.stem("ferries") == "ferri")
    #expect(stemmer.stem("ferry") == "ferri")
    #expect(stemmer.stem("said") == "said")
    #expect(stemmer.stem("") == "")
    let length = Array("harbours".utf8).withUnsafeBufferPointer { word in stemmer.withStem(of: word) { $0.count } }
    #expect(length == 7)
  }

  @Test func languages() throws {
    #expect(StoreStemmer.languages.contains("english"))
    #expect(StoreStemmer.languages == StoreStemmer.languages.sorted())
    let norwegian = try #require(StoreStemmer(language: "norwegian"))
    #expect(norwegian.stem("ferjene") == "ferj")
    #expect(StoreStemmer(language: "klingon") == nil)
  }

  @Test func theEngineSaysItsVersion() { #expect(StoreDatabase.engineVersion.hasPrefix("1.4.")) }
}
