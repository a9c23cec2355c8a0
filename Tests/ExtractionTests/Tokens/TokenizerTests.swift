import ArticleModel
import Testing

@testable import Extraction

@Suite struct TokenizerTests {
  func words(_ text: String) -> [String] {
    let table = tokens(text)
    return (0..<table.count).map { table.text($0) }
  }

  @Test func contractionsAndPossessivesAreTokensOfTheirOwn() {
    #expect(
      words("Kyiv’s mayor didn't say they'll go.") == [
        "Kyiv", "’s", "mayor", "did", "n't", "say", "they", "'ll", "go", ".",
      ])
  }

  @Test func namesWithApostropheAndHyphenStayWhole() {
    #expect(words("O’Brien met Jean-Luc") == ["O’Brien", "met", "Jean-Luc"])
  }

  @Test func aLowMarkBehindAWordIsAComma() {
    let found = statements("Karl Orr‚ 44‚ said it was late. “It is‚ as you see‚ dark‚” he said.")
    #expect(found.map { $0.speaker?.name } == ["Karl Orr", "Karl Orr"])
    #expect(tokens("Orr‚ 44‚ came").isCharacter(1, ","))
    #expect(tokens("Orr‚ 44‚ came").marks[3] == .none)
    // Near misses: it opens, behind a space, a bracket, another mark.
    #expect(tokens("Orr rief: ‚Ja‘").marks[3] == .singleOpen)
    #expect(tokens("Orr (‚Ja‘)").marks[2] == .singleOpen)
    #expect(tokens("„‚Ja‘, so Orr“").marks[1] == .singleOpen)
  }

  @Test func polynesianNamesBeginWithAnApostrophe() {
    #expect(
      words("Minister 'Alisi met Tevita ‘Ofa. \"No,\" 'Alisi said.") == [
        "Minister", "'Alisi", "met", "Tevita", "‘Ofa", ".", "\"", "No", ",", "\"", "'Alisi", "said", ".",
      ])
    #expect(tokens("said ʻAna").shapes[1] == .capitalised)
    // Near misses: a quotation, a word in marks, an elision.
    #expect(words("Ode: 'Alisi is late.'").first { $0.hasSuffix("Alisi") } == "Alisi")
    #expect(words("The Norvik 'Alisi' sank.")[3] == "Alisi")
    #expect(words("He said 'Alisi came.")[3] == "Alisi")
  }

  @Test func capitalsOutsideLatinOneAreCapitals() {
    #expect(
      tokens("Ștefan Ţurcan Ứng Đặng Ơn ștefan").shapes == [
        .capitalised, .capitalised, .capitalised, .capitalised, .capitalised, .lower,
      ])
  }

  @Test func abbreviationsKeepTheirPointAndSentencesDoNot() {
    #expect(words("Mr. J. Ode of the U.S. agreed.") == ["Mr.", "J.", "Ode", "of", "the", "U.S.", "agreed", "."])
  }

  @Test(arguments: [
    "He fixed the roof of former Ald. Ada Lind.", "They met Insp. Ada Lind and Assemb. Ole Orr.",
    "The seat of Ada Lind, D-St. Louis, is open.", "She wrote to Comr. Ole Orr and Bp. Ada Lind.",
  ])
  func titlesBeforeNamesEndNoSentence(_ text: String) {
    #expect(tokens(text).sentences.count == 1)
  }

  @Test func abbreviationsOfPlacesMayEndASentence() {
    #expect(tokens("It burned on Mill Rd. The road is shut.").sentences.count == 2)
    #expect(tokens("It burned on Mill Rd. Norvik.").sentences.count == 1)
  }

  @Test func numbersKeepSignsAndJoints() {
    #expect(
      words("It cost $4.5 million, 51% of 1,000 on the 19th.") == [
        "It", "cost", "$4.5", "million", ",", "51%", "of", "1,000", "on", "the", "19th", ".",
      ])
  }

  @Test func anAmountIsOneTokenWithItsCurrency() {
    #expect(
      words("It cost P11,400, K5,000.50 and Rs1,200,000.") == [
        "It", "cost", "P11,400", ",", "K5,000.50", "and", "Rs1,200,000", ".",
      ])
    #expect(tokens("P11,400").shapes == [.numeric])
    // Near misses: no thousands; a word.
    #expect(words("Psalm 1, P11,4 and B12,4000") == ["Psalm", "1", ",", "P11", ",", "4", "and", "B12", ",", "4000"])
    #expect(words("Rooms112,400") == ["Rooms112", ",", "400"])
  }

  /// Letters are read a few dozen at a time; where a word ends beside such a limit, nothing changes.
  @Test(arguments: [1, 2, 63, 64, 65, 128, 129, 1000])
  func wordsOfAnyLengthAreOneToken(_ length: Int) {
    let word = String(repeating: "Ab", count: length / 2) + (length % 2 == 1 ? "C" : "")
    for (behind, parts) in [("", 1), (" x", 2), (", x", 3), ("-é x", 2), ("’s", 2), (".", 2)] {
      let table = tokens(word + behind)
      #expect(table.count == parts, "\(length) letters and \(behind.debugDescription)")
      #expect(table.text(0).hasPrefix(word) && table.foldedText(0..<1).hasPrefix(word.lowercased()))
      #expect(table.hashes[0] == ByteHash.of(table.foldedText(0..<1).utf8))
    }
  }

  @Test(arguments: [("…", "..."), ("—", "—"), ("’", "'"), ("“", "“"), ("‼", "!!"), ("‑", "-")])
  func marksOutsideASCIIFoldLikeWords(_ mark: String, _ folded: String) {
    let table = tokens("a \(mark) b")
    #expect(table.count == 3 && table.foldedText(1..<2) == folded, "\(mark)")
    #expect(table.hashes[1] == ByteHash.of(folded.utf8), "\(mark)")
  }

  @Test func doubledApostrophesAreOneMark() {
    let table = tokens("``Yes,'' she said.")
    #expect(table.marks.map(\.isDouble) == [true, false, false, true, false, false, false])
  }

  @Test func handlesAndOtherAlphabetsAreWords() {
    #expect(words("@harbour wrote: Зеленський #now") == ["@harbour", "wrote", ":", "Зеленський", "#now"])
  }

  @Test func foldedRunsAreKeysOfWordLists() {
    let table = tokens("In New York’s Élysée café")
    #expect(table.foldedText(1..<3) == "new york")
    #expect(table.foldedText(4..<6) == "elysee cafe")
  }

  @Test(arguments: [
    ("Dr. Amari came. She left.", 2), ("He met Gen. Ode in St. Paul.", 1), ("“Stop.” He ran.", 2),
    ("She lives in the U.S. The house is old.", 2), ("The U.S. Navy sailed.", 1), ("It rose 4.5 percent. It fell.", 2),
    ("“Why?” he asked.", 1), ("Acme Inc. Chairman Ode resigned.", 1), ("No way! “We go.”", 2),
    ("It cost Rs. 70 million. She paid.", 2), ("He paid Ksh. 200 in cash.", 1), ("He sells cars. 70 came.", 2),
  ])
  func sentences(_ text: String, _ count: Int) { #expect(tokens(text).sentences.count == count, "\(text)") }

  @Test(arguments: ["]", ")", "\"", "”", "'"])
  func manyClosingMarksTakeLittleTime(mark: String) {
    let text = "She left." + String(repeating: mark, count: 60_000) + " He ran."
    let took = ContinuousClock().measure { _ = tokens(text) }
    #expect(took < .seconds(8))
    #expect(tokens("She left.\(String(repeating: mark, count: 3)) He ran.").sentences.count == 2)
  }

  @Test func everyByteButSpaceIsInExactlyOneToken() {
    var generator = SeededGenerator(seed: 7)
    let pieces = [
      "a", "Bc", " ", "\n", "“", "”", "\"", "'", "’s", ".", "U.S.", "1,0", "é", "日本", "—", "$", "@", "`", "-", "…",
    ]
    for round in 0..<300 {
      let text = (0..<Int.random(in: 0..<40, using: &generator)).map { _ in pieces.randomElement(using: &generator)! }
        .joined()
      let table = tokens(text)
      var covered = [Int](repeating: 0, count: table.bytes.count)
      for token in 0..<table.count { for byte in table.start(token)..<table.end(token) { covered[byte] += 1 } }
      for (byte, count) in zip(table.bytes, covered) where byte > 0x20 && byte < 0x80 {
        #expect(count == 1, "round \(round) of seed 7: \(text.debugDescription)")
      }
      #expect(covered.allSatisfy { $0 <= 1 }, "round \(round) of seed 7: \(text.debugDescription)")
    }
  }
}
