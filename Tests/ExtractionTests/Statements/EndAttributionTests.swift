import ArticleModel
import Testing

@testable import Extraction

/// Whole sentences that end, or go on, with who says them. The texts are made up.
@Suite struct EndAttributionTests {
  @Test func stateMediaMaySayWhatStandsBefore() {
    #expect(
      said("A landslide buried nine houses in the northern hills, state radio said.")
        == ["state radio: A landslide buried nine houses in the northern hills"])
    #expect(
      said("A landslide buried nine houses in the hills, state media reported Friday, in one of the worst in years.")
        == ["state media: A landslide buried nine houses in the hills"])
    // Near miss: what is reported is the plan.
    #expect(
      said("The plan, reported last week, calls for more trains and fewer buses on the coast.").allSatisfy {
        !$0.hasSuffix(": The plan")
      })
  }

  @Test func whoHearsItMayBeAnAgency() {
    #expect(
      said("A landslide buried nine houses in the hills, Mia Berg told the NRK news agency.")
        == ["Mia Berg: A landslide buried nine houses in the hills"])
    #expect(
      said("The new fare takes effect at noon, Mia Berg, the mayor of Norvik, told reporters on Monday.")
        == ["Mia Berg: The new fare takes effect at noon"])
    #expect(
      said("The new fare takes effect at noon, Otto Lind, chief executive of the Norvik Ferry Board, told reporters.")
        == ["Otto Lind: The new fare takes effect at noon"])
    // Near miss: nobody is told anything.
    #expect(said("She met the board at noon, Mia Berg, the mayor of Norvik, and two others.").isEmpty)
  }

  @Test func twoMaySayItAndABodyMayHaveInitials() {
    #expect(
      said("A landslide buried nine houses in the hills on Monday, two medics and a resident said.")
        == ["two medics and a resident: A landslide buried nine houses in the hills on Monday"])
    #expect(
      said(
        "Norvik coach Otto Lind has resigned less than two weeks after his side lost the final on home soil, the town's ski federation (NSF) said on Friday."
      ) == [
        "the town's ski federation: Norvik coach Otto Lind has resigned less than two weeks after his side lost the final on home soil"
      ])
  }

  @Test func theSentenceMayGoOnBehindWhoSaysIt() {
    #expect(
      said("The two ports have agreed to share a pilot boat, officials from both towns say, in a step that may help.")
        == ["officials from both towns: The two ports have agreed to share a pilot boat"])
    // Near miss: the officials agree.
    #expect(
      said("Officials from both towns agreed to share a pilot boat, in a step that may save lives.").allSatisfy {
        $0.hasPrefix("officials from both towns: to share")
      })
  }

  @Test func aBareClauseMayStandBehindWhoHearsIt() {
    #expect(
      said("Mia Berg told the Herald ticket prices had gone up by a third.")
        == ["Mia Berg: ticket prices had gone up by a third"])
    #expect(
      said("Mia Berg told the committee members had lost their savings.")
        == ["Mia Berg: members had lost their savings"])
    // Near miss: the reporters are told.
    #expect(said("Mia Berg told the Herald reporters standing at the gate to leave.").isEmpty)
  }

  // MARK: Through another

  @Test func whoIsQuotedSaysIt() {
    #expect(
      said("\"The pit is closed and will stay so,\" the Herald quoted the mayor, Mia Berg, as saying.")
        == ["Mia Berg: \"The pit is closed and will stay so,\""])
    #expect(
      said("The pit was closed for good, the agency quoted Mia Berg as saying.")
        == ["Mia Berg: The pit was closed for good"])
    // Near miss: the Herald's own words.
    #expect(
      said("\"The pit is closed and will stay so,\" the Herald said, and quoted the mayor, Mia Berg.").allSatisfy {
        !$0.hasPrefix("Mia Berg: \"The pit")
      })
  }

  @Test func whoSignsForABodyDoesNotSayIt() {
    #expect(
      said("The council, in a statement signed by its clerk, Mia Berg, said the vote would go ahead.")
        == ["the council: the vote would go ahead"])
    // Near miss: she says it herself.
    #expect(
      said("The council met, and in a statement its clerk, Mia Berg, said the vote would go ahead.").allSatisfy {
        !$0.hasPrefix("the council")
      })
  }

  @Test func aMessageIsWhoseItIs() {
    #expect(
      said("A message from the harbour police: \"Stay home and keep the doors locked.\"")
        == ["the harbour police: \"Stay home and keep the doors locked.\""])
    // Near miss: where he is from.
    #expect(
      said("A man from the harbour village: \"Stay home and keep the doors locked.\"").allSatisfy {
        !$0.hasPrefix("the harbour")
      })
  }

  // MARK: Who says it

  @Test func whoTellsStandsBehindBy() {
    #expect(
      said("She was told by doctors that she would never skate again.")
        == ["doctors: that she would never skate again"])
    // Near miss: nobody stands there.
    #expect(
      said("She was told by the way that she would never skate again.").allSatisfy { !$0.hasPrefix("doctors") })
  }

  @Test func theSentenceBeforeHasASpeakerOfItsOwn() {
    #expect(
      said(
        "‘Every year they find a new word for no,’ said Mia Berg of Norvik Power. Otto Lind, a veteran of the talks who advises two ports, said he had never seen such anger."
      ).last == "Otto Lind: he had never seen such anger")
  }

  @Test func whoInterruptsMayStandBehindTheVerb() {
    #expect(
      said("The old lamps, said Mia Berg, are kept by nobody.") == ["Mia Berg: The old lamps / are kept by nobody"])
    // Near miss: the lamps end the sentence.
    #expect(said("The old lamps, said Mia Berg, a keeper.").allSatisfy { !$0.contains(" / ") })
  }

  @Test func aShortAnswerIsToldToSomebody() {
    #expect(
      said("Otto Lind smiled and closed the door. ‘It is late,’ he told reporters. ‘Nobody sells a boat now.’")
        == ["Otto Lind: ‘It is late,’ / ‘Nobody sells a boat now.’"])
  }

  @Test func anAccusedProtests() {
    #expect(
      said("Speaking to journalists after the session, Mr Lind maintained his innocence and vowed to appeal.")
        == ["Lind: his innocence", "Lind: to appeal"])
    // Near miss: she lost it.
    #expect(
      said("Speaking of her first novel, Mrs Lind lost her innocence.").allSatisfy { !$0.hasSuffix(": her innocence") })
  }

  @Test func quotationsByTopicAreWhoFacedThePress() {
    let text = """
      Skaters coach Mia Berg spoke to the media in Norvik on Wednesday.
      On leaving out captain Otto Lind: "He has a knee that is not right and we will not risk him."
      On Norvik coach Ada Roe's comments about the ice: "I have known her a long time and she is worried."
      """
    #expect(
      said(text) == [
        "Mia Berg: \"He has a knee that is not right and we will not risk him.\"",
        "Mia Berg: \"I have known her a long time and she is worried.\"",
      ])
    // Near miss: a label that is somebody's name.
    #expect(
      said("Skaters coach Mia Berg spoke to the media.\nCaptain Otto Lind: \"I have a knee that is not right.\"").last
        == "Otto Lind: \"I have a knee that is not right.\"")
  }

  // MARK: Nothing said

  @Test func whatIsNotVerifiedOrNotDoneIsNotSaid() {
    #expect(said("The Herald was not able to independently verify the accounts.").isEmpty)
    #expect(said("The harbour union did not comment on the announcement.").isEmpty)
    #expect(said("The court has declined to suspend the trial.").isEmpty)
    #expect(said("He was taken to the town clinic and was pronounced dead at the gate.").isEmpty)
    #expect(said("The first witness, a clerk, is expected to take the stand on Monday.").isEmpty)
    // Near misses: what is confirmed, and who expects it.
    #expect(!said("The Herald confirmed that the accounts were true.").isEmpty)
    #expect(!said("Analysts expect the first witness to take the stand on Monday.").isEmpty)
  }

  @Test func aTitleAtTheBeginningIsNotSaid() {
    #expect(said("“The Salt Road”, about a family in the north, has been shortlisted for the prize.").isEmpty)
    // Near miss: somebody shouts it.
    #expect(!said("“Save Our Road”, the marchers shouted at the gate of the port.").isEmpty)
  }
}
