import ArticleModel
import Testing

@testable import Extraction

/// Reports that the tagger passes over, cuts short or joins to the next. The texts are made up.
@Suite struct PassedOverTests {
  // MARK: Who says it at the end

  @Test func whoSaysItMayStandWithWhatItIs() {
    #expect(
      said("The ferry company will add two boats, its spokeswoman, Mia Berg, said.")
        == ["Mia Berg: The ferry company will add two boats"])
    #expect(
      said("The ferry company will add two boats, Mia Berg, a spokeswoman, said on Monday.")
        == ["Mia Berg: The ferry company will add two boats"])
    // Near miss: no verb of saying stands behind the last comma.
    #expect(said("The ferry company will add two boats, Mia Berg, a retired pilot, sold hers.").isEmpty)
  }

  @Test func aDocumentShowsWhatStandsBeforeIt() {
    #expect(
      said("The loan will be repaid by 2030, the annual report showed.")
        == ["the annual report: The loan will be repaid by 2030"])
    // Near miss: a shop shows things.
    #expect(said("The loan will be repaid by 2030, the new window showed.").isEmpty)
  }

  // MARK: Which words

  @Test func aClauseGoesOnBehindWhatIsInserted() {
    #expect(
      said("Rescue teams said that three, including a child, remained under the rubble.")
        == ["rescue teams: that three, including a child, remained under the rubble"])
    // Near miss: the clause has its verb, and the rest is another one's.
    #expect(
      said("Rescue teams said that three were alive, including a child, and went home.").allSatisfy {
        !$0.contains("went home")
      })
  }

  @Test func aVerbBehindAndBringsWordsOfItsOwn() {
    #expect(
      said("Engineer Otto Berg denied the allegation and told the court that the valve had been closed at noon.")
        == ["Otto Berg: the allegation", "Otto Berg: that the valve had been closed at noon"])
    // Near miss: one clause of one report.
    #expect(
      said("Engineer Otto Berg said that he denied the allegation and told nobody about it.").allSatisfy {
        !$0.hasPrefix("Otto Berg: the allegation")
      })
  }

  @Test func allOfASentenceIsSaidByWhoeverStandsAtItsEnd() {
    #expect(
      said("The driver told police in an interview that the horse was a gift, Mr Rees said.")
        == ["Rees: The driver told police in an interview that the horse was a gift"])
    // Near miss: the end names a day.
    #expect(
      said("The driver told police in an interview that the horse was a gift, Mr Rees's horse.").allSatisfy {
        !$0.hasPrefix("Rees")
      })
  }

  @Test func whatIsHeardHoldsWhatHappens() {
    #expect(
      said("Jurors heard that her son became suspicious when a letter arrived thanking her for the horse.")
        == ["?: that her son became suspicious when a letter arrived thanking her for the horse"])
  }

  @Test func theTellingMayCutWhatLooksLikeAReport() {
    let text =
      "Otto Berg has counted. Some three million farmers speak Norse, he recalls, but few of their children write it."
    #expect(
      said(text).last
        == "Otto Berg: Some three million farmers speak Norse / but few of their children write it")
  }

  @Test func whatSomebodyCallsAThingBelongsToNobodyElse() {
    let text =
      "Councillors scrapped a ban on dogs after what the mayor described as “the loudest meeting in the city’s history”."
    #expect(said(text).last == "the mayor: “the loudest meeting in the city’s history”")
  }

  @Test func aPronounShowsWhereTheWordsBegin() {
    #expect(
      said("Councillor Oscar Marsh told the chamber he stood by every word of it.")
        == ["Oscar Marsh: he stood by every word of it"])
    // Near miss: nobody is told anything of him.
    #expect(said("Councillor Oscar Marsh told the chamber of his plan.").allSatisfy { !$0.contains(": he") })
  }

  @Test func aVerdictOnTheWordsIsNoneOfThem() {
    #expect(
      said("Traders at Norvik's Harbour Market say they had a day to leave, a claim that the port denies.").first
        == "traders at Norvik's Harbour Market: they had a day to leave")
  }

  @Test func theClauseBeginsBehindWhoHearsIt() {
    #expect(
      said("Its head of forecasting, Ada Lind, told Norvik Radio the storm was “deepening faster than expected”.")
        == ["Ada Lind: the storm was “deepening faster than expected”"])
  }

  @Test func wordsThatBeginWithAVerbHaveTheirSubjectInFront() {
    #expect(
      said("The finding, if confirmed, could help explain how the herds moved so fast, according to Ada Lind.")
        == ["Ada Lind: The finding, if confirmed, could help explain how the herds moved so fast"])
  }

  @Test func aRulingGoesOnBehindItsRelativeClause() {
    #expect(
      said("Justice Ada Lind ruled on Friday that the families, some of whom have deeds, would suffer harm if removed.")
        == ["Ada Lind: that the families, some of whom have deeds, would suffer harm if removed"])
  }

  @Test func theAuthorityInFrontIsTheSpeakerOfAllBehind() {
    #expect(
      said("According to a senior official of the party, internal polls suggest it would lose twenty seats.").contains(
        "a senior official of the party: internal polls suggest it would lose twenty seats"))
  }

  @Test func whoWarnsMayStandBehindWithHerOffice() {
    #expect(
      said("Without new money by May, the agency will cut rations, warned its country director, Wanja Kamau.")
        == ["Wanja Kamau: Without new money by May, the agency will cut rations"])
    // Near miss: the subject stands in front of what is inserted.
    #expect(
      said("The study, published on Monday, suggests a link between salt and sleep.").allSatisfy {
        !$0.contains(": The study")
      })
  }

  @Test func aPointInANumberEndsNoSentence() {
    #expect(
      said("A magnitude-7.6 earthquake cracked the slope in 2024, a group of farmers said.")
        == ["a group of farmers: A magnitude-7.6 earthquake cracked the slope in 2024"])
  }

  @Test func theWordsBeginBehindACircumstance() {
    #expect(
      said("The minister said, after a meeting with farmers in Norvik, the price of milk would be frozen until May.")
        == ["the minister: the price of milk would be frozen until May"])
  }

  @Test func aNameIsNotWhatSomebodyIsCalled() {
    #expect(
      said("The bride's father, a baker called Emeka Obi, opens the door himself.").isEmpty)
    // Near miss: what somebody is called is said.
    #expect(said("Critics called Emeka Obi “a baker of lies”.").count == 1)
  }

  // MARK: Who

  @Test func whoAnswersDoesNotAsk() {
    let found = said("Asked whether he feared for his job, Tendai Moyo replied: “Ask the chairman.”")
    #expect(found.last == "Tendai Moyo: “Ask the chairman.”")
    #expect(!found.contains { $0.hasPrefix("Tendai Moyo: whether") })
    // Near miss: he does.
    #expect(
      said("Tendai Moyo asked whether the chairman had been told.") == [
        "Tendai Moyo: whether the chairman had been told"
      ])
  }

  @Test func aParticipleBelongsToTheSubjectOfItsSentence() {
    #expect(
      said("The court on Tuesday stayed the sale of the Norvik docks, observing that nobody had been heard.")
        == ["the court: that nobody had been heard"])
  }

  @Test func theFirstThingThatSomebodySays() {
    let text = "Bríd Conneely was ninety in May. “Who is looking after the tea?” was the first thing she said to me."
    #expect(said(text).last == "Bríd Conneely: “Who is looking after the tea?”")
  }

  @Test func aQuestionIsShoutedBySomebody() {
    #expect(
      said("“What kind of trees?” shouted a man in the last row.") == [
        "a man in the last row: “What kind of trees?”"
      ])
  }

  @Test func aScholarIsTheAcademic() {
    let text = "Linguist Roberto Lima was not surprised.\n\n“A language dies late in the day,” the academic said."
    #expect(said(text).last == "Roberto Lima: “A language dies late in the day,”")
  }

  @Test func companionsStandBetweenSpeakerAndVerb() {
    #expect(
      said("The bank, along with two others, warned that rates would rise.") == ["the bank: that rates would rise"])
  }

  @Test func aRelativeClauseBelongsToTheAuthority() {
    #expect(
      said("According to the coach, who was sent off, the referee had “lost the plot”.")
        == ["the coach: the referee had “lost the plot”"])
  }

  @Test func whoIsNamedInHisWordsDoesNotSpeakThem() {
    let text = """
      Nerys Roberts splits slate by hand. “A few women did, in the war,” says Kerry Hughes, whose family ran the quarry.

      Roberts snorts at the story. “Kerry was seven,” she says.
      """
    #expect(said(text).last == "Nerys Roberts: “Kerry was seven,”")
  }

  /// The words of the first verb end at the "and", and the second verb stands behind them.
  @Test func aVerbBehindTheWordsOfAnotherSplitsNothing() {
    let text =
      "Retired captain Ole Berg blamed the ferry line for the Norvik harbour fire and later said, “It is not about the boats.”"
    #expect(said(text).last == "Ole Berg: “It is not about the boats.”")
  }
}
