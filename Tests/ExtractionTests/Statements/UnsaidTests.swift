import Testing

@testable import Extraction

/// What looks like a statement and is none. The texts are made up.
@Suite struct UnsaidTests {
  @Test func nobodyIsBlamedByWhoIsBlamed() {
    #expect(said("The coastguards have been criticised for acting late.").isEmpty)
    #expect(said("The mayor has been urged to resign.").allSatisfy { !$0.hasPrefix("the mayor") })
    // Near miss: the mayor urges.
    #expect(said("The mayor has urged the clerk to resign.") == ["the mayor: the clerk to resign"])
  }

  @Test func whatNobodyDoubtsHasNoSpeaker() {
    #expect(said("Nobody doubts that the dam will fail.").isEmpty)
    #expect(said("No one believes that the count was fair.").isEmpty)
    // Near miss: somebody does.
    #expect(said("Nurse Mia Berg doubts that the dam will fail.") == ["Mia Berg: that the dam will fail"])
  }

  @Test func nothingIsNotSaid() {
    #expect(said("Mayor Ada Lind has said nothing at all about the affair.").isEmpty)
    // Near miss: "nothing" is the subject of a clause.
    #expect(
      said("Mayor Ada Lind has said nothing would change before the summer.")
        == ["Ada Lind: nothing would change before the summer"])
  }

  @Test func whatAChildWantsToBeIsNotSaid() {
    #expect(said("As a girl Ada Lind wanted to be a diver.").isEmpty)
    // Near miss: she says so.
    #expect(said("Ada Lind said she wanted to be a diver.") == ["Ada Lind: she wanted to be a diver"])
  }

  @Test func whatSomethingIsCalledIsNotSaid() {
    #expect(said("The singer, known as \"The Voice\", was born in Norvik.").isEmpty)
    #expect(said("Ada Lind is best known as Nurse Babs in the soap “Harbour Lights”.").isEmpty)
    #expect(said("Her biggest hit was “Over the Sea”.").isEmpty)
    #expect(said("In the list Ada Lind mentioned “a pig”, “a cow” and “a horse”.").isEmpty)
    // Near miss: the words are hers.
    #expect(said("The hit was “over the moon”, Ada Lind said.").contains { $0.hasPrefix("Ada Lind: ") })
  }

  @Test func whenAThingIsRejectedIsNotRejected() {
    #expect(said("The union rejected that charge on Wednesday.") == ["the union: that charge"])
    #expect(
      said("The ministry confirmed the date in a letter to the union.") == ["the ministry: the date"])
    // Near miss: the day belongs to what is rejected.
    #expect(
      said("The union rejected a plan to vote on Wednesday.") == ["the union: a plan to vote on Wednesday"])
  }
}
