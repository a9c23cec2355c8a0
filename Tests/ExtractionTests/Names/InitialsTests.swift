import ArticleModel
import Testing

@testable import Extraction

/// Initials without stops, letters behind names, letters that are no name. The texts are made up.
@Suite struct InitialsTests {
  private func people(_ text: String) -> [String] { NamesOfText(text).people }
  private func speaker(_ text: String) -> Speaker? { statements(text).last?.speaker }

  @Test func initialsWithoutStopsBeginAName() {
    #expect(people("RK Sivanandar, a trader, left. Sivanandar said onions rotted.").first == "RK Sivanandar")
    #expect(speaker("Harrow Alliance's PJ Tarrant agreed. He said it was plain logic.")?.name == "PJ Tarrant")
    #expect(people("Officials told reporter PJ Doel that it rained.") == ["PJ Doel"])
    #expect(people("It was late, JD Vansen said.") == ["JD Vansen"])
  }

  @Test func otherCapitalsAreABodys() {
    // Three letters without anything that shows a person; a noun in front; letters that stand alone elsewhere.
    #expect(people("KVB Transnord said it will hire 40 people.") == [])
    #expect(people("He was late, the news site RTL Inform reported.") == [])
    #expect(people("TF Cornelstone owns it.") == [])
    #expect(people("AJT Karimat said no. The AJT met again.").contains { $0.hasPrefix("AJT") } == false)
  }

  @Test func pluralsOfLettersAreNobody() {
    #expect(people("Rural MKs decry the session. MLAs said it was late.") == [])
  }

  @Test func lettersOfHonourAreNoPartOfTheName() {
    #expect(speaker("Angharad Prosser MS spoke in the Senedd. She said buses were late.")?.name == "Angharad Prosser")
    #expect(speaker("Dr Fiona Achterby OBE, PhD, said bees were fewer.")?.name == "Fiona Achterby")
    #expect(speaker("Lola Akinwande-Jones SAN said the judge erred.")?.name == "Lola Akinwande-Jones")
    #expect(speaker("Tim Ardern MPP said the road flooded.")?.name == "Tim Ardern")
    // Near misses: initials behind a name, a name in capitals, a generation.
    #expect(speaker("Anil Kumaran MS said the road flooded.")?.name == "Anil Kumaran MS")
    #expect(speaker("Joe Roe Jr. said the road flooded.")?.name == "Joe Roe Jr.")
  }

  @Test func aFirstNameMayEndAsAnAdjective() {
    #expect(people("Nirmal Roy Barmat, a member of the guild, said it was cold.") == ["Nirmal Roy Barmat"])
    #expect(people("Vorshal Roy Barmat, a member of the guild, said it was cold.") == ["Vorshal Roy Barmat"])
    // Near miss: what she does.
    #expect(people("Beekeeper Ann Roe, a member of the guild, said it was cold.") == ["Ann Roe"])
  }
}
