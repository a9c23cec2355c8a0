import Testing
import TextAnalysis

@testable import NewsIndex

struct IndexTermsTests {
  @Test func namesAreFoldedAndTakenApart() {
    #expect(IndexTerms.speaker(full: "Volodymyr Zelenský") == "Svolodymyr zelensky")
    #expect(IndexTerms.speaker(full: "  Sergei   Naryshkin\n") == "Ssergei naryshkin")
    #expect(IndexTerms.parts(ofName: "Jean-Claude O'Brien") == ["jeanclaude", "jean", "claude", "brien", "obrien"])
    #expect(IndexTerms.publisher(full: "The Kyiv Post") == "XPthe kyiv post")
    #expect(IndexTerms.about(full: "!!!") == "N!!!")
  }

  /// Plain names take a shorter way than the words of a text do.
  @Test func bothWaysToFoldANameAgree() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<2000 {
      let length = random.below(12)
      let name = String((0..<length).map { _ in random.pick(["a", "B", "z", "Q", "7", " ", ".", "-"]) as Character })
      let words = SearchWords.words(in: name).filter { !$0.isAlternative }.map(\.term)
      if !words.isEmpty {
        #expect(IndexTerms.foldedName(name) == words.joined(separator: " "), "\(name.debugDescription)")
      }
    }
    #expect(IndexTerms.foldedName("Donald Trump 2") == "donald trump 2")
    #expect(IndexTerms.foldedName("Donald  Trump ") == "donald trump")
  }

  @Test func noTermIsLongerThanXapianTakes() {
    var random = SeededGenerator(seed: 3)
    for length in [0, 1, 179, 180, 181, 244, 5000] {
      let text = String((0..<length).map { _ in random.pick(["é", "a", "東", "\u{0}"]) as Character })
      for term in [IndexTerms.article(text), IndexTerms.publisher(full: text), IndexTerms.file(text)] {
        #expect(term.utf8.count <= IndexSchema.longestTerm)
        #expect(!term.utf8.contains(0))
      }
    }
  }

  @Test func longIdsStayApart() {
    let stem = String(repeating: "a/é", count: 100)
    #expect(IndexTerms.article(stem + "1") != IndexTerms.article(stem + "2"))
    #expect(IndexTerms.article(stem + "1") == IndexTerms.article(stem + "1"))
    #expect(!IndexTerms.article(stem).utf8.elementsEqual(("A" + stem).utf8))
  }

  @Test func aRegionIsFoundAtEveryLevel() {
    #expect(IndexTerms.levels(ofRegion: "UA-65", country: nil) == ["UA-65", "UA"])
    #expect(IndexTerms.levels(ofRegion: "UA", country: "UA") == ["UA"])
    #expect(IndexTerms.levels(ofRegion: "geonames:703448", country: "UA") == ["geonames:703448", "UA"])
    #expect(IndexTerms.levels(ofRegion: "geonames:1", country: nil) == ["geonames:1"])
  }

  @Test func prefixesAreToldFromOneAnother() {
    let prefixes = FieldTable.fields.flatMap { [$0.prefix, $0.partPrefix].compactMap { $0 } }
    #expect(Set(prefixes).count == prefixes.count)
    for prefix in prefixes { #expect(prefix.utf8.allSatisfy { (0x41...0x5A).contains($0) }) }
  }

  @Test func everyFieldHasOneNameAndAnExample() {
    #expect(Set(FieldTable.names).count == FieldTable.names.count)
    for field in FieldTable.fields {
      #expect(field.example.hasPrefix(field.name + ":"), "\(field.name)")
      #expect(!field.meaning.isEmpty && !field.units.isEmpty)
      #expect(FieldTable.field(named: field.name.uppercased()) == field)
    }
    #expect(FieldTable.field(named: "speakr") == nil)
    #expect(Set(FieldTable.fields.compactMap(\.facet)) == Set(FacetField.allCases))
  }

  @Test func theHashIsTheSameForEver() {
    // Stored in every index: a change here is a change of the schema.
    #expect(StableHash.of("").hexadecimal == "efd01f60ba992926")
    #expect(StableHash.of("Kyiv") != StableHash.of("kyiv"))
  }
}
