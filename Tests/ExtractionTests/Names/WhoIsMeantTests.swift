import ArticleModel
import Testing

@testable import Extraction

/// Whom a description means, or a pronoun. The texts are made up.
@Suite struct WhoIsMeantTests {
  private func speakers(_ text: String) -> [String?] { statements(text).map { $0.speaker?.name } }
  private func last(_ text: String) -> String? { speakers(text).last ?? nil }

  @Test func anAgeIsThatOfWhoCameInBefore() {
    #expect(
      last(
        "Several dozen villagers stood on the ridge. One of them, Clarisse Fotu, had come overnight.\n\n"
          + "“My mother called at eleven to say that the rain was strange,” said the 34-year-old nurse."
      ) == "Clarisse Fotu")
    #expect(
      last(
        "Also through was Kenji Araku, who beat Pierre Delorm and then spent an hour signing autographs.\n\n"
          + "“When I was nine, a player walked past me,” the 20-year-old explained."
      ) == "Kenji Araku")
  }

  @Test func counselIsTheOneWithTheLetters() {
    let text = "Opening the case, Dermot Lacy SC, for Ms Achter, said his client had made 14 complaints."
    #expect(last("\(text)\n\n“She was treated as the problem,” counsel said.") == "Dermot Lacy")
    // Near miss: two of them.
    #expect(
      last(
        "\(text) Feargal Moran BL, for the port, said it was late.\n\n“She was treated as the problem,” counsel said.")
        == "counsel")
  }

  @Test func theWitnessIsWhoGaveEvidence() {
    let text =
      "Giving evidence, Ms Achter told the court she was informed by a manager that it was late.\n\n"
      + "Dermot Lacy, for the port, said she had not liked the answer.\n\n"
    #expect(last("\(text)“There was no answer,” the witness replied.") == "Achter")
    // Near miss: a driver who saw it.
    #expect(last("Dermot Lacy won.\n\nA witness saw the van. “It was fast,” the witness said.") != "Dermot Lacy")
  }

  @Test func aScientistIsTheOnlyOneWhoDoesResearch() {
    let text = "“We are carers,” lead author Rodrigo Almon told the Herald.\n\n"
    #expect(
      last("\(text)The glaciologist, who has measured the ice since 1998, said soot had darkened its surface.")
        == "Rodrigo Almon")
    // Near miss: two authors.
    #expect(
      last("\(text)Co-author Ada Lind agreed.\n\nThe glaciologist said soot had darkened its surface.")
        == "the glaciologist")
  }

  @Test func thePlayerIsTheOnlyOneOfTheParagraphBefore() {
    #expect(
      last(
        "Captain Ruan Esterhuis admitted the visitors had surprised his team.\n\n“They put us under the pump,” said the "
          + "flank, who needed six stitches.") == "Ruan Esterhuis")
    // Near misses: the coach; two players.
    #expect(
      last("Coach Ruan Esterhuis admitted it had rained.\n\n“They put us under the pump,” said the flank.")
        == "the flank")
    #expect(
      last("Tom Roe passed to Ole Lind for the goal.\n\n“They put us under the pump,” said the flank.")
        == "the flank")
  }

  @Test func aSubjectDoesNotSayWhatItDoes() {
    #expect(
      last("Coach Callum Tewha said it rained. Sione Havil will be assessed for a head knock, he added.")
        == "Callum Tewha")
    // Near miss: a colon parts the words from the name.
    #expect(last("Sione Havil was blunt about it: the club, he said, is broke.") == "Sione Havil")
  }

  @Test func whoStandsAloneInAParagraphIsMeant() {
    let text = "Cressida Blount called the app “a solution in search of a signal”.\n\n"
    #expect(
      last("\(text)The Speaker had seen enough. “I think we have the measure of this one,” he said.") == "Speaker")
    // Near miss: somebody is named beside.
    #expect(
      last("\(text)The Speaker looked at Ole Lind. “I think we have the measure of this one,” he said.") == "Ole Lind")
  }

  @Test func whoIsBroughtInAloneIsHeardNext() {
    let text = "“They measured on a Sunday,” Rodrigo Almon said.\n\n"
    #expect(
      last("\(text)For the muleteer Hernan Catal, the debate comes too late.\n\n“My grandfather told me,” he said.")
        == "Hernan Catal")
    #expect(
      last("Among the guests is Prof Lungile Mthembo, a papyrologist. She told the Herald it had rained for days.")
        == "Lungile Mthembo")
    // Near miss: for somebody else's sake.
    #expect(
      last("\(text)He did it for Hernan Catal and the others.\n\n“My grandfather told me,” he said.") == "Rodrigo Almon"
    )
  }

  @Test func aConstituencyTellsWhichMember() {
    let text =
      "The MP for Harrow East, Jane Doe, said it rained. Labour MP Tom Roe disagreed. "
    #expect(last("\(text)The Harrow East MP said it was late.") == "Jane Doe")
    #expect(last("\(text)The Labour MP said it was late.") == "Tom Roe")
    #expect(
      last(
        "Kwame Boat is the Member of Parliament for New Juaben Central.\n\n“This is unfair,” the New Juaben Central MP said."
      )
        == "Kwame Boat")
  }

  @Test func behindByStandsWhoDidSomethingElse() {
    #expect(
      last(
        "In a letter read into the record by Town Clerk Sue Haskel, summer resident Theodore van Ross called the animal "
          + "“the only democratic institution”.") == "Theodore van Ross")
  }

  @Test func anOwnerIsNotWhatItOwns() {
    #expect(
      last("North Macedonia’s main opposition party accused the government of staging “a theatre for Brussels”.")
        == "North Macedonia’s main opposition party")
    #expect(
      last(
        "In 2009, a visiting German engineer complained in writing that the notes contained “opinions about hurling”.")
        == "a visiting German engineer")
  }
}
