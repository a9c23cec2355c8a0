import ArticleModel
import Testing

@testable import ArticleReading

struct BlockTests {
  @Test func firstShortLineIsTheHeadline() {
    let found = article("Mayor opens the second bridge\n\nThe mayor cut the ribbon on Monday. It rained.")
    #expect(outline(found) == ["h Mayor opens the second bridge", "p The mayor cut the ribbon on Monday. It rained."])
    #expect(found?.title == "Mayor opens the second bridge")
  }

  @Test func firstSentenceIsNoHeadline() {
    let found = article("The mayor cut the ribbon on Monday.\n\nIt rained all day, and nobody minded.")
    #expect(outline(found).allSatisfy { $0.hasPrefix("p ") })
    #expect(found?.title == nil)
  }

  @Test(arguments: ["Von Ida Holm", "Por Ida Holm", "Texto: Ida Holm", "Di Ida Holm", "Par Ida Holm, envoyée spéciale"])
  func bylinesOfOtherLanguagesAreTaken(line: String) {
    let text = "Die Brücke ist gesperrt\n\n\(line)\n\nDie Brücke über die Oder ist gesperrt, teilte die Stadt mit."
    #expect(article(text)?.byline == "Ida Holm")
    #expect(outline(article(text)).contains("-byline \(line)"))
  }

  @Test(arguments: ["Von Berlin nach Rom", "Por la mañana", "Di notte"])
  func labelsThatNameNobodyAreNoBylines(line: String) {
    let text = "Die Brücke ist gesperrt\n\n\(line)\n\nDie Brücke über die Oder ist gesperrt, teilte die Stadt mit."
    #expect(article(text)?.byline == nil)
  }

  @Test func bylineAndDateAboveTheTextAreTaken() {
    let found = article("Bridge opens\nBy Ana Lucía Rey\nDecember 10, 2024\n\nThe mayor cut the ribbon. It rained.")
    #expect(
      outline(found) == [
        "h Bridge opens", "-byline By Ana Lucía Rey", "-date December 10, 2024",
        "p The mayor cut the ribbon. It rained.",
      ])
    #expect(found?.byline == "Ana Lucía Rey")
    #expect(found?.published == PublicationDate(value: DateValue("2024-12-10"), provenance: .found))
  }

  @Test func sentenceThatBeginsWithByIsNoByline() {
    let found = article("River rises\n\nBy Friday the river had risen by a metre.\n\nBy Monday it was gone")
    #expect(found?.byline == nil)
    #expect(outline(found).last == "p By Monday it was gone")
  }

  @Test(
    arguments: [
      "In this handout photograph the minister plants a tree.", "FILE - The old mill in spring.",
      "The harbour at dawn. (Photo by Nils Berg / POOL)", "A crane lifts the last stone /AFP",
      "Smoke over the port. REUTERS/Ines Duarte", "Children at the well. Ines Duarte via Getty Images",
    ])
  func captionsAreSetApart(line: String) {
    let found = article("Title of the piece\n\nA first paragraph of text.\n\n\(line)\n\nA last paragraph of text.")
    #expect(outline(found)[2] == "c \(line)")
  }

  @Test(
    arguments: [
      "She said the photo had been taken by a neighbour.", "Reuters reported the figure on Monday.",
      "He keeps the picture on his desk.", "“That is a file,” said the clerk, “and this is a photo of it.”",
    ])
  func sentencesAboutPicturesAreNoCaptions(line: String) {
    let found = article("Title of the piece\n\nA first paragraph of text.\n\n\(line)\n\nA last paragraph of text.")
    #expect(outline(found)[2] == "p \(line)")
  }

  @Test(
    arguments: [
      ("Advertisement", "advertisement"), ("ADVERTISEMENT", "advertisement"),
      ("Read more: The mill is sold", "related"),
      ("Share this article", "share"), ("Sign up for our weekly newsletter", "newsletter"),
      ("© 2024 The Valley Post. All rights reserved.", "copyright"), ("Subscribe now", "subscribe"),
      ("(Reporting by Jo Lind; editing by Sam Roe)", "credits"),
    ])
  func phrasesOfPagesAreBoilerplate(line: String, reason: String) {
    let found = article("Mill sold\n\nThe mill was sold on Monday.\n\n\(line)\n\nThe buyer is a cousin of the mayor.")
    #expect(outline(found)[2] == "-\(reason) \(line)")
  }

  @Test(
    arguments: [
      "The advertisement showed a horse in a kitchen.", "Shares fell by a third.", "He would share this with nobody.",
      "Critics said the newsletter had never been printed, and that the money was gone.",
    ])
  func sentencesWithSuchWordsStay(line: String) {
    let found = article("Mill sold\n\nThe mill was sold on Monday.\n\n\(line)\n\nThe buyer is a cousin of the mayor.")
    #expect(outline(found)[2] == "p \(line)")
  }

  @Test func otherTopicsTakeTheHeadlinesAndTheTeaserAlong() {
    let text = """
      The dam is full, the engineers said.

      Heron colony doubles on the northern lake
      Other Topics of Interest

      Heron colony doubles on the northern lake

      Bird watchers counted two hundred nests, twice as many as a year before.

      The gates will open at dawn.
      """
    #expect(
      outline(article(text)) == [
        "p The dam is full, the engineers said.", "-related Heron colony doubles on the northern lake",
        "-related Other Topics of Interest", "-related Heron colony doubles on the northern lake",
        "-related Bird watchers counted two hundred nests, twice as many as a year before.",
        "p The gates will open at dawn.",
      ])
  }

  @Test func withoutATeaserTheArticleGoesOnBehindTheHeadline() {
    let text = """
      The dam is full, the engineers said.

      Related

      Heron colony doubles on the northern lake

      The gates will open at dawn, and the valley below will be closed to cars.
      """
    #expect(
      outline(article(text)).suffix(1) == [
        "p The gates will open at dawn, and the valley below will be closed to cars."
      ])
  }

  @Test func correctionTakesTheLineBehindAlong() {
    let text = "The dam is full.\n\nTo suggest a correction, write to us\nYou can also call the desk"
    #expect(
      outline(article(text)).suffix(2) == [
        "-correction To suggest a correction, write to us", "-correction You can also call the desk",
      ])
  }

  @Test func wrappedLinesAreOneParagraph() {
    let text = """
      The committee met for the third time this week and again went home without
      a decision. Its chairman, who had promised one before the holidays, left by
      the back door.

      A fourth meeting is planned for Monday. Nobody in the building expected that
      it would end in another way, and the porter had already ordered the lamps to
      be put out at ten.
      """
    #expect(article(text)?.blocks.count == 2)
  }

  @Test func longLinesAreAParagraphEach() {
    let line = "The committee met for the third time this week and again went home without a decision, as its chairman "
    let text = (1...3).map { line + "had feared on day \($0) already, and as the porter had foretold." }.joined(
      separator: "\n")
    #expect(article(text)?.blocks.count == 3)
  }

  @Test func givenTitleMarksTheFirstLineOrStandsOutside() {
    let inside = article(#"{"title":"Mill sold","text":"Mill sold.\n\nThe mill was sold."}"#, as: .json)
    #expect(outline(inside) == ["h Mill sold.", "p The mill was sold."])
    let outside = article(#"{"title":"Mill sold","text":"The mill was sold. It was old."}"#, as: .json)
    #expect(outline(outside) == ["h (not in the text)", "p The mill was sold. It was old."])
  }

  /// Random layouts of lines, blanks, wide characters and phrases.
  @Test(arguments: 0..<150)
  func blocksPartTheText(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let pieces = [
      "A line", "Advertisement", "Other Topics of Interest", "\n", "\r\n", "\n\n", "  ", "\t", "Ünïcödé 漢字 🎈",
      "By Jo Lind",
      "12 May 2021", "A sentence ends here.", "FILE - photo", "“Quoted,” she said.", "Related stories", "\u{85}",
      "\u{2028}",
      "To suggest a correction", String(repeating: "long words ", count: 20), "\u{0}", "- ", "Comments",
    ]
    let text = (0..<Int.random(in: 1...40, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
      .joined()
    guard let found = article(text) else { return }
    #expect(partitions(found), "seed \(seed): \(text.debugDescription)")
    #expect(found.text == text)
  }
}
