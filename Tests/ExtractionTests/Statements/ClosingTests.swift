import Testing

@testable import Extraction

/// Sentences that end with who says them, or who was told, behind other verbs than "said". The texts are made up.
@Suite struct ClosingTests {
  @Test func whatSomebodyReckonsStandsBeforeTheVerb() {
    #expect(
      said("The bridge will open in May, the ministry estimates.") == ["the ministry: The bridge will open in May"])
    #expect(
      said("Economist Ida Holm said the cut was small. It was safe for a year but not for two, she reckoned.")
        == ["Ida Holm: the cut was small", "Ida Holm: It was safe for a year but not for two"])
    #expect(
      said("Surveyor Ida Holm walked the dyke. The first crack was two metres long, she went on.")
        .contains("Ida Holm: The first crack was two metres long"))
    // Near misses: a clause beside the main one, and no clause at all.
    #expect(said("When the rain came, she continued.").isEmpty)
    #expect(said("The price fell by a tenth, the most economists expected.").isEmpty)
  }

  @Test func whoeverWasToldDoesNotSayIt() {
    #expect(said("The bridge is unsafe, MPs were told on Monday.") == ["?: The bridge is unsafe"])
    #expect(
      said("The dam had leaked for a year, a parliamentary panel was informed.") == ["?: The dam had leaked for a year"]
    )
    // Near miss: they say it.
    #expect(said("The bridge is unsafe, MPs said on Monday.") == ["MPs: The bridge is unsafe"])
  }

  @Test func whatHappensBesideTheWordsIsNotSaid() {
    #expect(
      said("A drone hit a market in Sund and killed nine people on Tuesday, medics said, as fighting moved closer.")
        == ["medics: A drone hit a market in Sund and killed nine people on Tuesday"])
    // Near miss: "and" brings more of the same.
    #expect(
      said("Samples have been taken, Ode said, and results are expected in May.")
        == ["Ode: Samples have been taken / and results are expected in May"])
  }

  @Test func aParticipleTellsNothing() {
    #expect(said("When the river took the houses, the people of Sund stopped arguing.").isEmpty)
    // Near miss
    #expect(said("The road was closed, the people of Sund argued.") == ["the people of Sund: The road was closed"])
  }

  @Test func whoReckonsMayBeFarFromTheVerb() {
    #expect(
      said("Ex-striker Ines Lobo, now a pundit on Sund TV, reckons the goalkeeper was asleep.")
        == ["Ines Lobo: the goalkeeper was asleep"])
    #expect(
      said("A deckhand who asked not to be identified claimed the captain was asleep.")
        == ["a deckhand: the captain was asleep"])
    #expect(
      said("Former striker Ines Lobo reckons the goalkeeper lost the game.")
        == ["Ines Lobo: the goalkeeper lost the game"])
    #expect(
      said("The alderman, Per Dahl (Labour, Sund), moved that the accounts be frozen.")
        == ["Per Dahl: that the accounts be frozen"])
    // Near miss: a thing is moved.
    #expect(said("The clerk moved that chair to the window.").isEmpty)
  }

  @Test func whoeverIsAdvisedIsNoPartOfTheWords() {
    #expect(
      said("Solicitor Ann Fry advised the committee that the lease had expired.") == [
        "Ann Fry: that the lease had expired"
      ])
    #expect(
      said("Engineer Per Dahl advised members that the survey met the standard.")
        == ["Per Dahl: that the survey met the standard"])
    // Near miss: the committee is the subject of the clause.
    #expect(
      said("Solicitor Ann Fry said the committee that ran the pier had no money.")
        == ["Ann Fry: the committee that ran the pier had no money"])
  }

  @Test func aPaperAndReportersAreTold() {
    #expect(
      said("Mayor Ada Lind told this newsletter tankers would come by Friday.")
        == ["Ada Lind: tankers would come by Friday"])
    #expect(said("Mayor Ada Lind told reporters buses would run all night.") == ["Ada Lind: buses would run all night"])
    // Near miss: nothing but where they stood.
    #expect(said("Mayor Ada Lind told reporters outside the hall about buses.").allSatisfy { !$0.contains(": buses") })
  }

  @Test func anAnswerIsItsOwners() {
    #expect(said("The mayor's answer was that nobody had asked.") == ["the mayor: that nobody had asked"])
    // Near miss: nobody's.
    #expect(said("The answer was that nobody had asked.").allSatisfy { $0.hasPrefix("?") })
  }
}
