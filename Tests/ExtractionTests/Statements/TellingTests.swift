import ArticleModel
import Testing

@testable import Extraction

/// Words that the telling cuts in two, and who says what stands beside it. The texts are made up.
@Suite struct TellingTests {
  // MARK: Which words

  @Test func wordsMayBeginBeforeWhoSaysThem() {
    #expect(
      said("Ada Lind has counted them. Every lorry that passes, she says, is photographed and filed.").last
        == "Ada Lind: Every lorry that passes / is photographed and filed")
    // Near miss: what stands before is the place.
    #expect(
      said("In the village, she says, is a well that never dries.").allSatisfy { !$0.contains("In the village /") })
  }

  @Test func aSentenceGoesOnBehindTheClauseOnItsSubject() {
    #expect(
      said("The library, which had lost its roof, will open in spring, the council said.")
        == ["the council: The library, which had lost its roof, will open in spring"])
  }

  @Test func theSentenceBeforeIsNotSaid() {
    #expect(
      said("The cascade would drown eleven villages in the upper valley. The government says it will halve imports.")
        == ["the government: it will halve imports"])
  }

  @Test func whichBelongsToTheWordsBehind() {
    #expect(
      said("Unions oppose the tax, which they say will put thousands out of work.").last
        == "unions: which / will put thousands out of work")
    // Near miss: the word stands behind a preposition.
    #expect(
      said("She took trips, many of which the paper said were paid for by friends.").allSatisfy {
        !$0.contains("which /")
      })
  }

  @Test func aRequestHoldsWhomItIsMadeTo() {
    #expect(
      said("The governor urged both sides to return to the table, but no date was set.")
        == ["the governor: both sides to return to the table"])
    #expect(
      said("Bishop Otto Berg called on the two camps not to march.") == ["Otto Berg: the two camps not to march"])
    // Near miss: nobody asks for anything.
    #expect(
      said("Both camps marched to the sea and back on Sunday.") == [])
  }

  @Test func fewQuotedWordsMayNameAThing() {
    #expect(
      said("Mara Lind termed the plan “an onion without layers”.")
        == ["Mara Lind: the plan “an onion without layers”"])
    // Near miss: nobody is said to call it so.
    #expect(said("The plan has been termed the “onion” of the year.").allSatisfy { !$0.hasPrefix("The plan") })
  }

  @Test func whatIsToldNeedsNoThat() {
    #expect(
      said("Abena Mensa, president of the farmers, told Volta Radio its 12,000 members had voted to hold their crop.")
        == ["Abena Mensa: its 12,000 members had voted to hold their crop"])
    // Near miss: what somebody is told to do.
    #expect(said("Abena Mensa told Volta Radio a story.") == [])
  }

  @Test func whatWasReportedEarlier() {
    #expect(
      said("As Norvik Radio reported earlier, two workers were taken to hospital with burns.")
        == ["Norvik Radio: two workers were taken to hospital with burns"])
    // Near miss: two things at once.
    #expect(said("As the mayor left the hall, two workers were taken to hospital with burns.") == [])
  }

  @Test func aConferenceMayBeToldToo() {
    #expect(
      said(
        "The park will open by the end of the year, its director Mara Lind told a press conference held on Thursday.")
        == ["Mara Lind: The park will open by the end of the year"])
  }

  @Test func aTranslationIsAStatementOfItsOwn() {
    #expect(
      said("“Nie ma zgody” (“There is no consent”), said Prime Minister Jan Kowal.")
        == ["Jan Kowal: “Nie ma zgody”", "Jan Kowal: “There is no consent”"])
    #expect(
      said("„Wir fahren nicht“ – “we do not drive” – said union leader Otto Berg.")
        == ["Otto Berg: „Wir fahren nicht“", "Otto Berg: “we do not drive”"])
    // Near miss: one sentence in two pieces.
    #expect(
      said("“We do not drive,” Otto Berg said, “until somebody counts.”")
        == ["Otto Berg: “We do not drive,” / “until somebody counts.”"])
  }

  @Test func aQuotationGoesOnBehindALongTelling() {
    #expect(
      said(
        "“The slope was moving before anyone came,” insists the geologist Ada Lind, who advised the firm for years."
          + " “The dam will make it faster.”"
      ).first == "Ada Lind: “The slope was moving before anyone came,” / “The dam will make it faster.”")
    // Near miss: a sentence stands between.
    #expect(
      said("“The slope was moving before anyone came,” Ada Lind said. She laughed. “The dam will make it faster.”")
        .count
        == 2)
  }

  // MARK: Who says them

  @Test func aQuotationIsNobody() {
    #expect(said("“Nonsense,” muttered a woman in the last row, and left.") == ["a woman in the last row: “Nonsense,”"])
  }

  @Test func whoDoesTheFirstSaysTheSecond() {
    #expect(
      said("Judge Otto Berg remanded Paul Rieder in custody and said he would pass sentence in March.").last
        == "Otto Berg: he would pass sentence in March")
    #expect(
      said("Mara Lind expressed gratitude for the warm welcome and stressed that the plant would grow.").last
        == "Mara Lind: that the plant would grow")
    // Near miss: somebody else does the second.
    #expect(
      said("Mara Lind met the miners and Otto Berg said the pit was closed.").last
        == "Otto Berg: the pit was closed")
  }

  @Test func whatIsNotedIsOfTheOneWhoNotedIt() {
    #expect(
      said("As noted by the head of the port, a total of nine berths were closed.")
        == ["the head of the port: a total of nine berths were closed"])
    // Near miss: nobody notes anything.
    #expect(said("As night fell by the harbour, a total of nine berths were closed.") == [])
  }

  @Test func theVerbAtTheEndMayHaveAHelperOrLookLikeANoun() {
    #expect(
      said("Norland is ready to send help to the island, its prime minister has said.")
        == ["its prime minister: Norland is ready to send help to the island"])
    #expect(
      said("A delegation of engineers came to the city on Tuesday, the press service of the mayor reports.")
        == ["the press service of the mayor: A delegation of engineers came to the city on Tuesday"])
    // Near miss: a list of things.
    #expect(said("The minister reads letters, bills, the weekly reports.") == [])
  }

  @Test func aBodyActsBehindTheClauseOnIt() {
    #expect(
      said("The Department of Tourism, which issued the permits, denied that it had been warned.")
        == ["Department of Tourism: that it had been warned"])
  }

  @Test func groupsThatSpeakLaterAreNotMeant() {
    #expect(
      said("Miners went on strike for bonuses that they say were promised in March, the firm and the union said.")
        .allSatisfy { !$0.hasPrefix("the firm and the union: were promised") })
  }

  // MARK: Inside turns

  private static let hearing = """
    CHAIRWOMAN ANA RUIZ: Who gave the order?

    MINISTER PAUL BERG: The general told me, "The doors are open now," and I said, "Then go in."

    RUIZ: So you gave it.

    BERG: I gave my word.
    """

  @Test func whoIsQuotedInsideATurnSpeaksToo() {
    let found = said(Self.hearing)
    #expect(found.contains("the general: \"The doors are open now,\""))
    #expect(found.contains("Paul Berg: \"Then go in.\""))
    #expect(found.count == 6)
  }

  @Test func aLabelDoesNotSayWhatTheTellingGivesToSomebodyElse() {
    let found = said(
      "MODERATOR: Please be brief.\n\nMINISTER PAUL BERG: General Otto Lind told me by phone, “The doors are open.”")
    #expect(found.last == "Otto Lind: “The doors are open.”")
    // Near miss: no telling behind the label.
    #expect(
      said("MODERATOR: Please be brief.\n\nMINISTER PAUL BERG: “The doors are open now, as you can see.”").last
        == "Paul Berg: “The doors are open now, as you can see.”")
  }
}

/// Words that go on behind a comma. The texts are made up.
@Suite struct CompletedClauseTests {
  @Test func aClauseGoesOnBehindWhatStandsBetweenTwoCommas() {
    #expect(
      said("Otto Berg argues that the ruling, which came two days late, will be overturned by the court.").last
        == "Otto Berg: that the ruling, which came two days late, will be overturned by the court")
    #expect(
      said("Berg said permits for masts, which every village must sign, take three years on average.").last
        == "Berg: permits for masts, which every village must sign, take three years on average")
    // Near miss: the clause has its verb, and the next one is not said.
    #expect(
      said("Otto Berg argues that the ruling was late, which pleased the village, and will leave in May.").allSatisfy {
        !$0.hasSuffix("leave in May")
      })
  }

  @Test func theRestOfASentenceIsSaidToo() {
    #expect(
      said("Ada Lind is angry. The engineers of the company, she says, laid their plans over a graveyard.").last
        == "Ada Lind: The engineers of the company / laid their plans over a graveyard")
    #expect(
      said("Ada Lind is angry. Young people leave the island, she points out, because wages are low.").last
        == "Ada Lind: Young people leave the island / because wages are low")
    // Near miss: what she does while she speaks.
    #expect(
      said("Ada Lind is angry. Young people leave the island, she says, wiping her hands.").allSatisfy {
        !$0.contains("wiping")
      })
  }

  @Test func aCompletedClauseMayEndInMarks() {
    #expect(
      said("Otto Berg says that the repair, which was promised for May, will take two years, “God willing”.").first
        == "Otto Berg: that the repair, which was promised for May, will take two years, “God willing”")
  }

  @Test func wordsGoOnBehindTheTellingInMarks() {
    #expect(
      said("'I saw the flames,' said Otto Berg, 'and then I ran.'")
        == ["Otto Berg: 'I saw the flames,' / 'and then I ran.'"])
  }

  @Test func whoStandsBehindTheVerbSaysTheWordsBeforeIt() {
    #expect(
      said("The rent is too high, argues Otto Berg, a lawyer for the village.").last
        == "Otto Berg: The rent is too high")
  }

  @Test func whatStandsBehindAccordingIsNotSaid() {
    #expect(
      said("According to reports in Spain, Otto Berg is wanted by the club of his youth.").last
        == "reports in Spain: Otto Berg is wanted by the club of his youth")
  }

  @Test func whereItWasSaidIsNotSaid() {
    #expect(
      said("Minister Ada Lind says on Radio Nine that the road is closed to lorries.").last
        == "Ada Lind: that the road is closed to lorries")
  }

  @Test func aWordBesideTheClauseHidesNobody() {
    #expect(
      said("The church, however, maintained that its founder was innocent.")
        == ["the church: that its founder was innocent"])
  }

  @Test func whatIsAskedBeforeSpeakingIsNotSaid() {
    #expect(
      said("A trader in Norvik, who spoke on condition that he not be named, said insurers had stopped quoting.").last
        == "a trader in Norvik: insurers had stopped quoting")
  }

  @Test func whatIsDoneNextIsNotSaid() {
    #expect(
      said("Mara Lind described the charge as “an abuse of our time” and asked for a break.").first
        == "Mara Lind: the charge as “an abuse of our time”")
  }

  /// Who says it is not told: the court hears it.
  @Test func aCourtHears() {
    #expect(
      said("A porter forged the papers of eleven patients, a court has heard.")
        == ["?: A porter forged the papers of eleven patients"])
    #expect(
      said("A nurse “begged three times” for a bed for a boy who died in a corridor, an inquest has heard.").first
        == "?: A nurse “begged three times” for a bed for a boy who died in a corridor")
    #expect(said("The tribunal was told that he hid it in a boat.") == ["?: that he hid it in a boat"])
    // Near misses: a court that says it, and no court.
    #expect(
      said("The tribunal found that he hid it in a boat.") == ["the tribunal: that he hid it in a boat"])
    #expect(said("The bell rang at noon, a boy has heard.").allSatisfy { !$0.hasPrefix("a boy") })
  }

  @Test func officialsFamiliarWithSomethingSpeak() {
    #expect(
      said("Ministers failed to agree on a convoy, three officials familiar with the talks said.").first
        == "three officials familiar with the talks: Ministers failed to agree on a convoy")
  }

  @Test func fewWordsWithWhoSaysThemAreSaid() {
    #expect(said("Ada Lind bakes. Who wins? “The mills,” sighs Lind.") == ["Ada Lind: “The mills,”"])
    // Near miss: nobody says it.
    #expect(said("The sign at the door, “The Mills,” fell.") == [])
  }
}
