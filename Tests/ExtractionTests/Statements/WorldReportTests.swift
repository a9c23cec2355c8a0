import ArticleModel
import Testing

@testable import Extraction

/// How reports name who says it: clauses between, words behind, labels. The texts are made up.
@Suite struct WorldReportTests {
  // MARK: Who says it

  @Test func aClauseOnSomebodyMayStandBeforeTheVerb() {
    #expect(
      said("A clerk there, who asked not to be named because the matter is secret, said losses had doubled.").last
        == "a clerk there: losses had doubled")
    #expect(
      said("An army official, asking not to be identified, said the claim was baseless.").last
        == "an army official: the claim was baseless")
    // Near miss: somebody else says it.
    #expect(
      said("The bridge, which had been closed for years, will open, Otto Berg said.")
        == ["Otto Berg: The bridge, which had been closed for years, will open"])
  }

  @Test func whenAndHowMayStandBehindTheVerb() {
    #expect(
      said("At least nine people died in the flood, the fire service said in a statement on Monday.")
        == ["the fire service: At least nine people died in the flood"])
    #expect(
      said("The port “will wait”, ministry spokeswoman Mara Lind said then.")
        == ["Mara Lind: The port “will wait”"])
    #expect(
      said("The port will not renew the deal, harbour chief Otto Berg told parliament on Wednesday.")
        == ["Otto Berg: The port will not renew the deal"])
    // Near miss: a clause of its own.
    #expect(said("The bus left at nine, the driver said who was late.").allSatisfy { !$0.hasSuffix("left at nine") })
  }

  @Test func whatFollowsFromItMayStandBehind() {
    #expect(
      said(
        "No candidate won half of the votes, the commission announced on Tuesday, sending the country into a run-off.")
        == ["the commission: No candidate won half of the votes"])
    // Near miss: a participle.
    #expect(said("The harbour plan, announced after a vote of the board, costs up to nine million.") == [])
  }

  @Test func aClauseGoesOnToItsVerb() {
    for text in [
      "The bureau's head Otto Berg insisted that the warning went out at five on Sunday.",
      "Otto Berg said that the warning to the villages in the north went out at five.",
    ] {
      #expect(said(text).map { $0.contains("went out at five") } == [true])
    }
  }

  @Test func accordingMayStandAtTheEnd() {
    #expect(
      said("Norland has rejected a foreign offer, according to two officials with knowledge of the talks.")
        == ["two officials with knowledge of the talks: Norland has rejected a foreign offer"])
  }

  @Test func anAppositionBehindAccordingBelongsToTheName() {
    #expect(
      said("According to Mara Lind, an independent adviser, the true problem of the port is theft.")
        == ["Mara Lind: the true problem of the port is theft"])
    // Near miss: no apposition.
    #expect(
      said("According to Mara Lind, the port, the bridge and the road are closed until May.")
        == ["Mara Lind: the port, the bridge and the road are closed until May"])
  }

  @Test func whoStandsBehindTheVerbSaysIt() {
    #expect(
      said("The union will appeal, said its spokesman, Otto Berg. “We respect the court, but not this ruling.”").first
        == "Otto Berg: The union will appeal")
    #expect(said("“Ridiculous,” muttered a man in a grey coat, and left.") == ["a man in a grey coat: “Ridiculous,”"])
  }

  @Test func whoCallsItSoSaysIt() {
    #expect(
      said("The club will fight the law, which its leader, Mara Lind, called “a tax on distance”.").last
        == "Mara Lind: “a tax on distance”")
  }

  @Test func aLabelIsWhoSpeaks() {
    #expect(
      said("Former chief judge Otto Berg: “Whoever loses should go to court, not to the street.”")
        == ["Otto Berg: “Whoever loses should go to court, not to the street.”"])
  }

  @Test func aColonBringsFewWordsToo() {
    #expect(
      said("Asked about that, the paper's editor, Mara Lind, replied in a message: “We have the phone.”")
        == ["Mara Lind: “We have the phone.”"])
    // Near miss: the title of a song.
    #expect(said("They sang one more song: “The Long Road.”") == [])
  }

  @Test func aFewQuotedWordsGoOnBehindTheComma() {
    #expect(
      said("Otto Berg told the press that patience has an end, “like every rope”.")
        == ["Otto Berg: that patience has an end, “like every rope”"])
  }

  @Test func anybodyInsideAQuotationMaySpeakInInnerMarks() {
    #expect(
      said("“The guard told me: ‘Slowly, a spoon an hour.’ Even he was crying,” said Tamar Melia.").contains(
        "the guard: ‘Slowly, a spoon an hour.’"))
  }

  // MARK: Live reports

  @Test(arguments: ["17:40 ", "17:40 GMT - ", "5.40pm ", "9:05 a.m. — "])
  func theTimeOfAnEntryIsNoPartOfIt(_ time: String) {
    #expect(
      said("\(time)The harbour chief, Mara Lind, has told reporters that the pier is open.")
        == ["Mara Lind: that the pier is open"])
  }

  @Test func aNumberIsNoTime() {
    let table = tokens("9.58 Metres of rope were sold.\n10:30 people came.")
    #expect(table.paragraphs.map(\.tokens.lowerBound) == [0, 7])
  }
}
