import Testing

@testable import Extraction

/// Where the words that are told begin and end, and sentences that the tagger passes over. The texts are made up.
@Suite struct WholeSentenceTests {
  // MARK: Who says it at the end

  @Test func allOfASentenceBeforeTheTellingIsSaid() {
    #expect(
      said("The first boat, from Norvik, will sail on Saturday, Norland's embassy said.")
        == ["Norland's embassy: The first boat, from Norvik, will sail on Saturday"])
    #expect(
      said("Under the old law, the offence carries a fine of ten crowns, according to legal experts.")
        == ["legal experts: Under the old law, the offence carries a fine of ten crowns"])
    #expect(
      said("The repairs, which began in Norvik on Monday, have gone well, engineers said.")
        == ["engineers: The repairs, which began in Norvik on Monday, have gone well"])
    // Near miss: what somebody is stands behind the last words.
    #expect(
      said("The repairs have gone well, Otto Berg, an engineer, said.") == ["Otto Berg: The repairs have gone well"])
  }

  @Test func aBodyMayHaveItsLettersBehindItsName() {
    #expect(
      said("Power use fell by a tenth in the week that ended on May 3, the Norland Grid Office (NGO) said.")
        == ["Norland Grid Office: Power use fell by a tenth in the week that ended on May 3"])
    // Near miss: more than letters stands in the brackets.
    #expect(
      said("Power use fell by a tenth in one week, the office (which was new) closed.").allSatisfy {
        !$0.contains("Power use")
      })
  }

  @Test func nobodySaysWhatAPlaneDoes() {
    #expect(
      said("The plane, a Norvik 7, skidded off the runway, the airline said in a statement.")
        == ["the airline: The plane, a Norvik 7, skidded off the runway"])
  }

  // MARK: Nothing but a verb between

  @Test func whoSaysItMayHaveAClauseOfItsOwn() {
    #expect(
      said("Rebels who seized the port in January said on Thursday they were ready to hand over its crane.")
        == ["rebels: they were ready to hand over its crane"])
    // Near miss: the clause behind "who" is all there is.
    #expect(said("Rebels who seized the port in January ate on Thursday what they were given.").isEmpty)
  }

  @Test func whenItWasSaidIsNotSaid() {
    #expect(
      said("Norvik Ferries said last week it would sell 20 boats.") == ["Norvik Ferries: it would sell 20 boats"])
    // Near miss: last year's money is what is spoken of.
    #expect(
      said("Boesa said last year's deficit was paid to nine tenths by loans from abroad.").last
        == "Boesa: last year's deficit was paid to nine tenths by loans from abroad")
  }

  @Test func aClauseMayBeginWithWhatStandsBesideIt() {
    #expect(
      said("The mill said despite the new wheel it would have to raise its prices in May.")
        == ["the mill: despite the new wheel it would have to raise its prices in May"])
    // Near miss: nothing but what stands beside it.
    #expect(said("The miller spoke despite the new wheel that was broken.").isEmpty)
  }

  // MARK: Brackets and marks

  @Test func wordsGoOnBehindBrackets() {
    #expect(
      said("Norvik Ferries said it would spend 300 million crowns ($20 million) on boats over three years.")
        == ["Norvik Ferries: it would spend 300 million crowns ($20 million) on boats over three years"])
    #expect(
      said("The ministry said the ointment (which needs two layers) would be free for all.")
        == ["the ministry: the ointment (which needs two layers) would be free for all"])
    // Near miss: behind the bracket somebody else speaks.
    #expect(
      said("The ministry said the ointment was free (for now), but Otto Berg said he had paid.").allSatisfy {
        !($0.hasPrefix("the ministry") && $0.contains("he had paid"))
      })
  }

  @Test func theTellingMayStandBeforeTheVerbOfAQuotation() {
    #expect(
      said("The bridge, the mayor said, was “a gift to the people”.")
        == ["the mayor: The bridge / was “a gift to the people”"])
    // Near miss: two sentences' words.
    #expect(
      said("The bridge was old, the mayor said. The new one was “a gift to the people”.").allSatisfy {
        !($0.contains("old") && $0.contains("gift"))
      })
  }

  @Test func aQuotationMayBeTheTailOfAClause() {
    #expect(
      said("Minister Ada Lind said the cut had been agreed by all of them, “including those who now look away”.")
        == ["Ada Lind: the cut had been agreed by all of them, “including those who now look away”"])
    // Near miss: a quotation with a sentence of its own.
    #expect(
      said("Minister Ada Lind said the cut had been agreed by all of them. “They now look away,” she said.").count == 2)
  }

  @Test func whatIsAskedForIsNotSaid() {
    #expect(
      said(
        "A diplomat from a member of the alliance, who spoke on condition of anonymity, said the vote had been put off."
      ).map { $0.drop { $0 != ":" } } == [": the vote had been put off"])
  }

  @Test func whoHearsItMayStandBeforeAPlainClause() {
    #expect(
      said("Otto Berg told Reuters the group considered Norland one of its markets.")
        == ["Otto Berg: the group considered Norland one of its markets"])
    #expect(
      said("Otto Berg told a news conference the bank would limit its credits.")
        == ["Otto Berg: the bank would limit its credits"])
    // Near miss: a thing that is told.
    #expect(said("Otto Berg told Reuters the story of his life.").allSatisfy { !$0.contains(": the story") })
  }

  @Test func anAsideMayStandBehindTheVerb() {
    #expect(
      said("The mill said, however, it rebuilt most of its wheels, which cost a million crowns.")
        == ["the mill: it rebuilt most of its wheels, which cost a million crowns"])
    // Near miss: nothing follows.
    #expect(said("The mill, however, rebuilt most of its wheels.").isEmpty)
  }

  @Test func aClauseBesideTheMainOneIsNotAll() {
    #expect(
      said(
        "Union officials said while the lack of growth may have been due to the frost, it also reflects a worrying trend."
      )
        == [
          "union officials: while the lack of growth may have been due to the frost, it also reflects a worrying trend"
        ])
    // Near miss: the rest is no clause.
    #expect(
      said("Union officials said the price would fall if it rained, leaving the room.").allSatisfy {
        !$0.contains("leaving")
      })
  }

  @Test func theTellingMayStandBehindAPhrase() {
    #expect(
      said("Otto Berg is worried. As a result, he said, Norland could fail to fill its quota.").last
        == "Otto Berg: As a result / Norland could fail to fill its quota")
    // Near miss: nobody says anything between the commas.
    #expect(said("As a result, he left, Norland could fail to fill its quota.").isEmpty)
  }

  @Test func aSecondReportMayGoOnBehindTheFirst() {
    let found = said("Mayor Ada Lind took the gift, her office said in a statement, adding that it would be sold soon.")
    #expect(found.contains("her office: Mayor Ada Lind took the gift"))
    #expect(found.contains("her office: that it would be sold soon"))
    // Near miss: who adds something is who does the first thing.
    #expect(
      said("Mayor Ada Lind took the gift, adding that it would be sold soon.").allSatisfy {
        !$0.contains("took the gift")
      })
  }
}
