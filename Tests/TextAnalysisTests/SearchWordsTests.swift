import Testing
import TextAnalysis

struct SearchWordsTests {
  /// `term@position`, alternatives with a bar before the term.
  private func words(_ text: String) -> String {
    SearchWords.words(in: text).map { "\($0.isAlternative ? "|" : "")\($0.term)@\($0.position)" }
      .joined(separator: " ")
  }

  @Test(arguments: [
    ("The war in Ukraine.", "the@1 war@2 in@3 ukraine@4"),
    ("Kyiv's favor, Kyiv’s favor", "kyiv@1 favor@2 kyiv@3 favor@4"),
    ("the Joneses' house", "the@1 joneses@2 house@3"),
    ("O'Brien and O’Brien", "|brien@1 obrien@1 and@2 |brien@3 obrien@3"),
    ("don't", "dont@1"),
    ("U.S. and U.S.-led, e.g. at 5 p.m.", "us@1 and@2 |usled@3 us@3 led@4 eg@5 at@6 5@7 pm@8"),
    ("Plan A. Then", "plan@1 a@2 then@3"),
    ("COVID-19 F-16s", "|covid19@1 covid@1 19@2 |f16s@3 f@3 16s@4"),
    ("AT&T R & D", "|att@1 at@1 t@2 r@3 d@4"),
    ("1,000.5 1,00 3.5% $50", "1000.5@1 1@2 00@3 3.5@4 50@5"),
    ("a - b -- c–d", "a@1 b@2 c@3 d@4"),
    ("example.com/x_y", "example@1 com@2 x@3 y@4"),
    ("", ""),
    ("'' \"\" --", ""),
  ])
  func englishIsCut(text: String, expected: String) {
    #expect(words(text) == expected)
  }

  @Test(arguments: [
    ("Łódź Đoković Ørsted Straße Iıİ", "lodz@1 dokovic@2 orsted@3 strasse@4 iii@5"),
    ("São Tomé e\u{301}te\u{301}", "sao@1 tome@2 ete@3"),
    ("Зеленський сказал: «Ё»", "зеленськии@1 сказал@2 е@3"),
    ("مُحَمَّد", "محمد@1"),
    ("हिन्दी में", "हिन्दी@1 में@2"),
    ("東京都 和", "東京@1 京都@2 和@3"),
    ("ガンダム", "ガン@1 ンダ@2 ダム@3"),
    ("한국어", "한국@1 국어@2"),
    ("中国GDP增长", "中国@1 gdp@2 增长@3"),
    ("👍🏽 ok", "ok@1"),
  ])
  func otherScriptsAreCut(text: String, expected: String) {
    #expect(words(text) == expected)
  }

  @Test func spansPointAtTheWordsWithoutTheirPossessive() {
    let text = "“Kyiv’s F-16s”"
    let spans = SearchWords.words(in: text).map { word in
      String(decoding: Array(text.utf8)[word.span.start..<word.span.end], as: UTF8.self)
    }
    #expect(spans == ["Kyiv", "F-16s", "F", "16s"])
  }

  @Test func longWordIsCutOnAScalarBoundary() {
    let word = SearchWords.words(in: "x" + String(repeating: "я", count: 100)).first
    #expect(word?.term == "x" + String(repeating: "я", count: 31))
  }

  @Test func positionsGoOnInAFollowingText() {
    var text = "one two"
    let next = text.withUTF8 { bytes in SearchWords.forEachWord(in: bytes, from: 11) { _, _, _, _, _ in } }
    #expect(next == 13)
  }

  @Test func cuttingATermGivesTheTermAgain() {
    var generator = SystemRandomNumberGenerator()
    let seed = UInt64.random(in: 0...UInt64.max, using: &generator)
    var random = SplitMix(state: seed)
    let alphabet = Array("aZ9'’\u{2BC}-.,& éßЯه中カ\u{301}한\u{200D}👍\u{0}").map(String.init)
    for _ in 0..<3000 {
      let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? "" }
        .joined()
      for word in SearchWords.words(in: text) {
        #expect(!word.term.isEmpty, "seed \(seed): \(text.debugDescription)")
        #expect(!("A"..."Z").contains(word.term.first ?? "a"), "seed \(seed): \(text.debugDescription)")
        #expect(word.span.start < word.span.end && word.span.end <= text.utf8.count, "seed \(seed)")
        #expect(Folding.fold(word.term) == word.term, "seed \(seed): \(text.debugDescription)")
      }
    }
  }

  /// It is a letter to Unicode (category Lm), and once the scanner stood still before it for ever.
  /// Full-width letters fold to the ASCII ones, and are never taken for plain words. Single letters are left out: of an
  /// acronym and before an apostrophe they have to be ASCII.
  @Test(arguments: UInt64(1)...20) func plainWordsAreCutLikeAllOthers(seed: UInt64) {
    var random = SplitMix(state: seed)
    let separators = [
      " ", ". ", ", ", "; ", "\n", " (", ") ", "?", "/", ":", ".", ",", "-", "&", "'", "’", "'s ", "'S.",
    ]
    var (plain, wide) = ("", "")
    for _ in 0..<60 {
      for _ in 0..<Int.random(in: 2...9, using: &random) {
        let letter = UInt32(UInt8(ascii: Bool.random(using: &random) ? "A" : "a")) + .random(in: 0..<26, using: &random)
        plain.unicodeScalars.append(Unicode.Scalar(letter)!)
        wide.unicodeScalars.append(Unicode.Scalar(letter - 0x20 + 0xFF00)!)
      }
      let separator = separators.randomElement(using: &random)!
      plain += separator
      wide += separator
    }
    let terms = [plain, wide].map { SearchWords.words(in: $0).map { "\($0.term) \($0.position) \($0.isAlternative)" } }
    #expect(terms[0] == terms[1], "seed \(seed): \(plain)")
  }

  @Test func aModifierApostropheAloneIsNoWord() {
    #expect(SearchWords.words(in: "\u{2BC}").isEmpty)
    #expect(SearchWords.words(in: "oʼ \u{2BC} \u{2BC}Aisea oʼbrien").map(\.term) == ["o", "aisea", "brien", "obrien"])
  }

  @Test func randomBytesNeverLeaveTheBuffer() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SplitMix(state: seed)
    for _ in 0..<3000 {
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      _ = bytes.withUnsafeBufferPointer { buffer in
        SearchWords.forEachWord(in: buffer) { term, _, start, end, _ in
          #expect(!term.isEmpty && start >= 0 && end <= buffer.count, "seed \(seed): \(bytes)")
        }
      }
    }
  }
}

/// A small generator with a seed that can be printed and used again (Steele, Lea and Flood 2014).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
