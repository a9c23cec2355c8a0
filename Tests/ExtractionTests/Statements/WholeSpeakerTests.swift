import ArticleModel
import Testing

@testable import Extraction

/// Two who speak in one sentence, and bodies and offices that name who speaks. The texts are made up.
@Suite struct WholeSpeakerTests {
  @Test func whoStandsBehindWhileSaysWhatComesBehind() {
    #expect(
      said(
        "Republicans hailed the law as a victory, while Democrats in the lower house, who had fought it for months, said it "
          + "would cost lives."
      ) == ["Republicans: the law as a victory", "Democrats in the lower house: it would cost lives"])
    // Near miss: behind "while" a clause on what happened then.
    #expect(
      said("Republicans hailed the law, while it rained, and said it would save lives.").allSatisfy {
        $0.hasPrefix("Republicans")
      })
  }

  @Test func whoDidNotComeSaysWhatStandsBehindBut() {
    #expect(
      said("The minister did not give a date but said it would be soon.").last == "the minister: it would be soon")
    #expect(said("Salas Paz did not attend but said the vote was fair.") == ["Salas Paz: the vote was fair"])
  }

  @Test func aBodyIsCalledWithWhoseItIs() {
    #expect(
      said("Water levels were falling, Saxony's flood centre reported.")
        == ["Saxony's flood centre: Water levels were falling"])
    #expect(
      said("On Monday the country's election commission announced that the vote would be held in June.")
        == ["the country's election commission: that the vote would be held in June"])
    // Near miss: the place alone.
    #expect(said("Prices were falling, Norland reported.").allSatisfy { !$0.hasPrefix("Prices") })
  }

  @Test func aPartyInBracketsIsNotWhoSpeaks() {
    #expect(speaker("K.P. Basheer (IUML) said the bill was unjust.") == "K.P. Basheer")
    // Near miss: the short form of a body.
    #expect(speaker("The Norland Harvest Board (NHB) said the crop was small.") == "Norland Harvest Board")
  }

  @Test func anAssociationOfTwoTradesIsOneBody() {
    #expect(
      speaker("The Hotel and Tourism Association said bookings had fallen by a third.")
        == "Hotel and Tourism Association")
    #expect(speaker("The Farmers and Growers Union said the law was late.") == "Farmers and Growers Union")
    #expect(
      speaker("The Halden Hotel and Restaurant Association warned that jobs would go.")
        == "Halden Hotel and Restaurant Association")
    // Near miss: two bodies.
    #expect(speaker("Roe and Harbour Union leader Anna Lind said the strike would go on.") == "Anna Lind")
    #expect(
      statements("The Norland Post and Growers Union said the law was late.").first?.speaker?.kind == .group)
  }

  @Test func whatAnOfficeIsForIsNoPartOfTheName() {
    let orr = statements("THA Secretary of Food Security Denise Orr said the harvest was poor.").first?.speaker
    #expect(orr?.name == "Denise Orr")
    #expect(orr?.role == "THA Secretary of Food Security")
    #expect(speaker("NRA Director of Road Safety Peter Roe said the road was closed.") == "Peter Roe")
    let nepo = statements("OCD Administrator Ariel Nepo said 40 families had moved.").first?.speaker
    #expect(nepo?.name == "Ariel Nepo")
    #expect(nepo?.role == "OCD Administrator")
  }

  @Test func whatALawyerDoesInCourtIsARole() {
    #expect(
      statements("Anna Lind, prosecuting, said the man had planned the theft.").first?.speaker?.role == "prosecuting")
    #expect(
      statements("Anna Lind, representing the family, said they wanted answers.").first?.speaker?.role
        == "representing the family")
    // Near miss: a sport.
    #expect(
      statements("Anna Lind, defending the title, said she felt well.").first?.speaker?.role == nil)
  }

  @Test func bothAloneAreTheTwoWhoWereNamed() {
    #expect(
      said("Peter Roe and Anna Lind were arrested in May. Both have denied the charges.")
        == ["Peter Roe and Anna Lind: the charges"])
  }

  private func speaker(_ text: String) -> String? { statements(text).first?.speaker?.name }
}
