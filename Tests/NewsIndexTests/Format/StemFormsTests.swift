import Testing

@testable import NewsIndex

struct StemFormsTests {
  @Test func stemsOfAnEntryComeBackWithTheirForms() {
    var forms = StemForms()
    for (form, stem) in [("set", "set"), ("sets", "set"), ("setting", "set"), ("settled", "settl"), ("skies", "sky")] {
      forms.insert(form, of: stem)
    }
    forms.insert("sets", of: "set")
    #expect(forms.count == 5)
    #expect(String(decoding: forms.encode(), as: UTF8.self) == "set,+,+s,+ting\nsettl,+ed\nsky,skies\n")
    let read = StemForms(decoding: forms.encode())
    #expect(read == forms)
    #expect(read.forms(of: "set") == ["set", "sets", "setting"])
    #expect(read.forms(of: "sky") == ["skies"])
    #expect(read.forms(of: "se") == [])
  }

  @Test func stemsOfTheSameLettersShareAnEntry() {
    #expect(StemForms.key(language: "en", stem: "settl") == "s:en:set")
    #expect(StemForms.key(language: "en", stem: "se") == "s:en:se")
    #expect(StemForms.key(language: "ru", stem: "переговор") == "s:ru:пер")
  }

  @Test(arguments: UInt64(1)...30) func anyFormsComeBack(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let letters: [Character] = ["a", "b", "é", "е", "東", "́"]
    func word() -> String { String((0...random.below(4)).map { _ in random.pick(letters) }) }
    var forms = StemForms()
    for _ in 0..<random.below(30) { forms.insert(word(), of: word()) }
    #expect(StemForms(decoding: forms.encode()) == forms, "seed \(seed)")
    for length in 0..<forms.encode().count { _ = StemForms(decoding: Array(forms.encode()[..<length])) }
  }
}
