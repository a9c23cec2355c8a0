import Testing

@testable import Extraction

/// Who asks not to be named, and what is said all the same. The texts are made up.
@Suite struct AnonymousTellerTests {
  @Test func whoAsksNotToBeNamedSaysSomethingElse() {
    #expect(
      said("One Reform backbencher, who asked not to be named, said colleagues were livid about it.")
        == ["one Reform backbencher: colleagues were livid about it"])
    #expect(
      said("An official who asked not to be identified told the Herald that it had rained.")
        == ["an official: that it had rained"])
    #expect(
      said("A trader who requested anonymity because he was late said it had rained for days.")
        == ["a trader: it had rained for days"])
    #expect(
      statements("A clerk, who asked not to be named, said the boats were late. “We waited all night,” they said.")
        .last?
        .speaker?.name == "a clerk")
    // Near misses: nothing is said; a name is what the words are about.
    #expect(said("A trader who asked not to be named left the room.").allSatisfy { !$0.contains("named") })
    #expect(
      said("Ada Roe, who asked for a vote, said a successor would be named in May.").contains {
        $0.hasSuffix("a successor would be named in May")
      })
  }

  @Test func whyNobodyIsNamedIsNotWhatIsSaid() {
    #expect(
      said("A nurse who spoke on the condition of anonymity because she feared for her job said the wards were full.")
        == ["a nurse: the wards were full"])
    #expect(
      said(
        "A teacher at Norvik High School who spoke on condition of anonymity for fear of losing her job told the Post that "
          + "the school had not been paid.") == ["a teacher at Norvik High School: that the school had not been paid"])
    #expect(
      said("A resident who asked that her name be withheld for fear of reprisals said soldiers had taken the cattle.")
        == ["a resident: soldiers had taken the cattle"])
    #expect(
      said("“The wards are full of people,” said one nurse who spoke on condition of anonymity, fearing for her job.")
        == ["one nurse: “The wards are full of people,”"])
    // Near misses: a fear that is told; a name that is not asked for.
    #expect(
      said("A nurse who spoke to the Post said she feared that the wards were full.").contains {
        $0.hasSuffix("that the wards were full")
      })
    #expect(
      said("A resident who asked that the payment be withheld said soldiers had taken the cattle.").contains {
        $0.hasSuffix("soldiers had taken the cattle")
      })
  }

  @Test func whoAddsSomethingHasSaidWhatStandsBefore() {
    #expect(
      said(
        "Norland officials rejected that. The boats were leaving of their own free will, said Ximena Lobo, the governor "
          + "of the Halden region, adding that her office had brought water."
      )
        == [
          "Ximena Lobo: The boats were leaving of their own free will",
          "Ximena Lobo: that her office had brought water",
        ])
  }

  @Test func theNameBeforeARoleIsNoPartOfTheWords() {
    #expect(
      said(
        "The coffee harvest of Norland may fall slightly this year, Dharso Karto, chairman of the growers, told the Herald."
      )
        == ["Dharso Karto: The coffee harvest of Norland may fall slightly this year"])
    // Near miss: "the coach" need not be who is named.
    #expect(
      said("The prize had gone to the youngest of them all, Anna Ode, the coach told the Herald.").allSatisfy {
        !$0.hasSuffix("of them all")
      })
  }

  @Test func whatIsExpectedIsSaid() {
    #expect(
      said("Bank sources said union members were expected to approve the pact.")
        == ["bank sources: union members were expected to approve the pact"])
    #expect(
      said("The company said sales are expected to begin in the fall, and the licence runs for a year.").first
        == "the company: sales are expected to begin in the fall")
  }

  @Test func aStudyFindsAWholeClause() {
    #expect(
      said("A study by the Halden Institute, published in March, found that deaths in the town rose by a third.").first?
        .hasSuffix("that deaths in the town rose by a third") ?? false)
  }

  @Test func whatATeamHasFoundIsItsStatement() {
    #expect(
      said("In tests on sheep, the glue closed nearly all of the holes, the team found.")
        == ["the team: In tests on sheep, the glue closed nearly all of the holes"])
    #expect(
      said("The glue held for three weeks in the cold, a study has found.")
        == ["a study: The glue held for three weeks in the cold"])
    // Near miss: what was found is no statement.
    #expect(said("After a long search in the hills, the team found.").allSatisfy { !$0.hasPrefix("the hills") })
  }

  @Test func whoHearsItIsNoPartOfAClause() {
    #expect(
      said("Mayor Ada Holm told the Herald her town stood to lose forty million.")
        == ["Ada Holm: her town stood to lose forty million"])
    #expect(
      said("The man told officers he had bought the clock at a market.")
        == ["the man: he had bought the clock at a market"])
    #expect(
      said("A survivor, Wim Gaard, told local radio the brakes had failed on the slope.")
        == ["Wim Gaard: the brakes had failed on the slope"])
    // Near miss: to whom something belongs is told nothing.
    #expect(said("The man told her the clock was his.").allSatisfy { !$0.hasSuffix("her the clock was his") })
  }
}
