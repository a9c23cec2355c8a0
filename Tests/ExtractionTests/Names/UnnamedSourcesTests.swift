import ArticleModel
import Testing

@testable import Extraction

/// Sources without a name who come again, or give one. The texts are made up.
@Suite struct UnnamedSourcesTests {
  private func speakers(_ text: String) -> [String?] { statements(text).map { $0.speaker?.name } }

  @Test func theOfficialIsWhoWasIntroducedAsOne() {
    let official = "a senior Qatari official briefed on the talks"
    let text =
      "“We will see,” Minister Celia Orr said.\n\n\(official.replacing("a senior", with: "A senior")) said it was late."
    #expect(speakers("\(text) “There are mines,” the official said.") == ["Celia Orr", official, official])
    #expect(speakers("\(text)\n\nThe Qatari official said it was warm.").last == official)
    #expect(speakers("\(text)\n\nThe official said it was warm. “It is over,” he told reporters.").last == official)
    // Near miss: an official of another country.
    #expect(speakers("\(text)\n\nThe Israeli official said it was warm.").last != official)
  }

  @Test func anotherWhoIsThatTooHasComeBetween() {
    let text = "A Western diplomat briefed on the talks said they had failed."
    #expect(
      speakers("\(text)\n\nThe rain fell in Norvik.\n\n“There is no text,” the diplomat said.").last
        == "a Western diplomat briefed on the talks")
    #expect(
      speakers(
        "\(text)\n\nKarl Orr, a senior diplomat in Norvik, said it was late.\n\n“There is no text,” the diplomat said."
      ).last == "Karl Orr")
  }

  @Test func aNameThatNoListKnowsMayBeGiven() {
    let found = statements(
      "Another witness, who gave his name only as Bakri, said he had heard shots. “I ran,” he said.")
    #expect(found.map { $0.speaker?.name } == ["Bakri", "Bakri"])
    #expect(found.first?.speaker?.role == "witness")
    #expect(
      speakers("“I have to choose,” said a mother of five known to her neighbours as Dona Bela.") == ["Bela"])
    // Near miss: somebody else's name.
    #expect(
      speakers("A policeman, who identified the victim as Bakri, said he had heard shots.").last == "a policeman")
  }

  @Test func anInstituteIsNotTheCompany() {
    let text = "Harrow Corp said sales will double. The Norvik Institute of Health said it was late."
    #expect(speakers("\(text) The company said it had no plans.").last == "Harrow Corp")
    // Near miss: the last company.
    #expect(
      speakers("\(text) Brent Corp said it was early. The company said it had no plans.").last == "Brent Corp")
  }

  @Test func thoseOfAPeopleWithoutAStateAreSomebody() {
    #expect(speakers("Marcelo Goiri was booked. “I am 61,” the Basque said.") == ["Marcelo Goiri"])
    #expect(speakers("Marek Wdowiak scored. “It hurts,” the Polish centre-half said.") == ["Marek Wdowiak"])
    // Near miss: all of them.
    #expect(speakers("Marcelo Goiri was booked. “It hurts,” the Basques said.") != ["Marcelo Goiri"])
  }

  @Test func twoWereIntroducedByDifferentNouns() {
    let found = speakers(
      """
      A Harrow spokeswoman said the plant would close.

      A union spokesman said workers were angry. The spokeswoman said talks would begin. The spokesman said no.
      """)
    #expect(found == ["a Harrow spokeswoman", "a union spokesman", "a Harrow spokeswoman", "a union spokesman"])
  }

  @Test func theMinistryIsTheOneThatSpokeLast() {
    let text = "The foreign ministry said the envoy had left."
    #expect(speakers("\(text) The ministry said he would return.").last == "the foreign ministry")
    // Near misses: a body of another kind; another ministry; one that is named.
    #expect(speakers("\(text) The ministry of trade said he would return.").last != "the foreign ministry")
    #expect(speakers("\(text) The court said he would return.").last == "the court")
    #expect(
      speakers("\(text) Norway's health ministry said it was late. The ministry said he would return.").last
        == "Norway's health ministry")
  }
}
