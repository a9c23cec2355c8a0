import Testing

@testable import Extraction

/// Quotations behind a label without a verb, or in front of a signature. The texts are made up.
@Suite struct LabelTests {
  @Test func whoSpeaksOfSomethingStandsBeforeIt() {
    #expect(
      said("Deputy mayor Ann Ode on cash: \"Nobody will abolish it.\"") == ["Ann Ode: \"Nobody will abolish it.\""])
    #expect(
      said("Our reporter Gwen Moss is in Norvik: \"The sea has come into the shop.\"")
        == ["Gwen Moss: \"The sea has come into the shop.\""])
    // Near miss: no label, and nothing that is said.
    #expect(said("The mayor is in Norvik: \"Home\" is the word on the wall.").isEmpty)
  }

  @Test func theOwnerOfTheWordsSaysThem() {
    #expect(
      said("Trainer Per Dahl watched. Dahl's own advice to the players was short: \"Sign, then fight.\"")
        .contains("Per Dahl: \"Sign, then fight.\""))
    #expect(said("Examiner Carla Boff's verdict: \"Slow.\"") == ["Carla Boff: \"Slow.\""])
  }

  @Test func whoSignsAQuotationOfTheDaySaysIt() {
    #expect(
      said(
        "Quote of the day: \"A bad road is a good teacher.\" — retired bus driver Simba Chik.\n\nThe ferry left at noon."
      )
        == ["Simba Chik: \"A bad road is a good teacher.\""])
    #expect(
      said("\"Nobody reads the small print\" — retired judge Ola Berg") == [
        "Ola Berg: \"Nobody reads the small print\""
      ])
    // What follows the name may be long.
    let signed = statements(
      "“I have never been so glad to lose a vote.” – Norlandic lawmaker Ida Brandt, after the council turned down her bill on the taxes of boats"
    )
    #expect(signed.map(\.speaker?.name) == ["Ida Brandt"])
    #expect(signed.map(\.method) == ["layout.dash"])
    // Near miss: a sentence of its own.
    #expect(
      statements(
        "“I have never lost.” – Norlandic lawmakers waited, and Ida Brandt, who had lost, left at ten o'clock."
      )
      .allSatisfy { $0.method != "layout.dash" })
    // Near miss: nobody's name.
    #expect(said("\"Nobody reads it\" — the old motto of the town.").allSatisfy { $0.hasPrefix("?") })
  }

  @Test func whoHeldThePressConferenceSpeaksOfItsTopics() {
    #expect(
      said(
        """
        Mayor Ada Lind held her quarterly press conference on Tuesday. Here are the main points.

        On the pier: "It will be made of wood again."

        On the harbour master's remark: "I read it and I laughed."
        """) == ["Ada Lind: \"It will be made of wood again.\"", "Ada Lind: \"I read it and I laughed.\""])
  }
}
