import Testing

@testable import Extraction

/// Whose words they are, where another stands nearer to the verb. The texts are made up.
@Suite struct SubjectOfClauseTests {
  @Test func whoAClauseIsAboutSaysIt() {
    #expect(
      said("Norvik Glass, whose chief executive, Elias Zorn, once ran the post office, said it would close two plants.")
        == ["Norvik Glass: it would close two plants"])
    // Near miss: the clause holds the words.
    #expect(
      said("Norvik Glass, whose chief executive Elias Zorn said it would close two plants, was sold.")
        .allSatisfy { !$0.hasPrefix("Norvik Glass: ") })
  }

  @Test func theClauseBeforeSaysNothing() {
    #expect(
      said("Bankers told jokes on the train from Sund to Norvik and economic analysts said the crisis was over.").last
        == "economic analysts: the crisis was over")
    #expect(
      said(
        "Unofficial estimates put the loss at 10 billion crowns and spokesmen for major firms said the storm would hurt."
      )
      .last == "spokesmen for major firms: the storm would hurt")
    // Near miss: both speak.
    #expect(
      said("Teachers from Sund and parents of pupils said the school would close.")
        == ["teachers from Sund and parents of pupils: the school would close"])
  }

  @Test func aStatementSaysWhatItCameOf() {
    #expect(
      said("A joint statement issued after the talks said the border would open in May.")
        == ["a joint statement: the border would open in May"])
    // Near miss: who issued it.
    #expect(
      said("A joint statement issued by the ministry said the border would open in May.")
        == ["the ministry: the border would open in May"])
  }

  @Test func whereAVerbIsJoinedNobodyIsADoor() {
    #expect(
      said("“A boy knocked on the door and asked, ‘May we come in?’ So we let him in,” Ann Roe said.")
        .allSatisfy { !$0.hasPrefix("the door") })
    #expect(
      said("“When members go home and they say they got this or that, they had better have it,” Ann Roe said.").count
        == 1)
    // Near miss: somebody.
    #expect(said("“The guard at once asked, ‘May we come in?’ So we let him in,” Ann Roe said.").count == 2)
  }

  // MARK: Texts that were set by machine

  @Test func thePointInTheSignOfAShareEndsNothing() {
    #expect(
      said(
        "Norvik Motor Co <7099.T> plans to buy a unit of Sund Steel Plc <SUND.L> to expand in Asia, an official said.")
        == ["an official: Norvik Motor Co <7099.T> plans to buy a unit of Sund Steel Plc <SUND.L> to expand in Asia"])
    #expect(
      said("Norvik Motor Co <NVM.OS> said it would close two plants.") == ["Norvik Motor Co: it would close two plants"]
    )
    // Near miss: the sentence ends behind the bracket.
    #expect(
      said("It bought Sund Steel <SUND.L>. The price was low, an official said.") == ["an official: The price was low"])
  }

  @Test func aNameAloneIsNoSentence() {
    #expect(
      said("The row between the U.S. And Norland has raised fears of a trade war among exporters, officials said.")
        == ["officials: The row between the U.S. And Norland has raised fears of a trade war among exporters"])
    // Near miss: a sentence of its own.
    #expect(
      said("The cargo went to the U.S. The row was over, officials said.") == ["officials: The row was over"])
  }

  @Test func aSentenceInBracketsHasNone() {
    #expect(
      said("(The dam has cost three times as much as planned, according to the audit office.)")
        == ["the audit office: The dam has cost three times as much as planned"])
    // Near miss: the bracket closes in front.
    #expect(
      said("(Norland) The dam has cost three times as much as planned, according to the audit office.").count == 1)
  }
}
