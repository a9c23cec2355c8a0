import ArticleModel
import Testing

@testable import Extraction

/// An office with the body or the place that it is of, right in front of a name. The texts are made up.
@Suite struct OfficesOfPlacesTests {
  private func people(_ text: String) -> [String] { NamesOfText(text).people }
  private func speaker(_ text: String) -> Speaker? { statements(text).last?.speaker }

  @Test(arguments: [
    ("The roof was opened by the Mayor of Hartsea Moira Lindqvist who said: “It leaks no more.”", "Moira Lindqvist"),
    (
      "Secretary of the Nabagram Natya Sangha Purba Rafiqul Hoque Mollik said it rained.",
      "Rafiqul Hoque Mollik"
    ),
    ("Leader of Cenedl Morfa Gwenllian Prosser said the tax was unfair.", "Gwenllian Prosser"),
    ("Member for Northern Marrowby Brent Castleman said the road flooded.", "Brent Castleman"),
    ("Governor of Riyadh Prince Faisal bin Nawaf said the road was open.", "Faisal bin Nawaf"),
    ("Commissioner for Works in Kaduna Alhaji Musa Bakoro said the bridge was safe.", "Musa Bakoro"),
    ("The Minister for Transport of the province Haji Gul Torkhani on Sunday said tolls would fall.", "Gul Torkhani"),
    ("Sports Minister of the region Aliya Sarsenova said the arena was full.", "Aliya Sarsenova"),
    ("Norland's minister for the environment Tadhg Mulrone said fish were few.", "Tadhg Mulrone"),
    ("Minister of State for Roads and Inland Waterways Sundara Perumalan said work began.", "Sundara Perumalan"),
    ("Head of the Department of Geography at Tashvar University Dr Olim Nazaro said it shrank.", "Olim Nazaro"),
  ])
  func theNameBeginsBehindWhatTheOfficeIsOf(_ text: String, _ name: String) {
    #expect(speaker(text)?.name == name)
  }

  @Test func theOfficeIsTheRole() {
    #expect(
      speaker("Member for Northern Marrowby Brent Castleman said it flooded.")?.role == "Member for Northern Marrowby")
    let text =
      "Provincial Minister for Local Bodies Tarik Baruzai said it rained. The local bodies minister added it was late."
    #expect(speaker(text)?.name == "Tarik Baruzai")
  }

  // Near misses.

  @Test(arguments: [
    "Secretary of the Helen Marrow Foundation said it was late.",
    "A spokesman for Senator Jane Roe said it was late.",
    "The lawyer for the victim Jane Roe said it was late.",
  ])
  func whoeverIsServedDoesNotSpeak(_ text: String) {

    #expect(speaker(text)?.name != "Jane Roe")
  }

  @Test func aBodyCalledAfterSomebodyIsNoPerson() {
    #expect(people("Director of the Marrow Lind Institute left.") == [])
    #expect(people("The director of the NTU Marvin Forecast left.") == [])
    #expect(people("The president of the RKO Marvin U.S. division left.") == [])
  }

  @Test func anOfficeInFrontOfACommaShowsAPerson() {
    let text = "Joint Secretary of Norvik Weavers Guild, S Obulapathi, said that looms stood still."
    #expect(speaker(text)?.name == "S Obulapathi")
    #expect(speaker("Convenor of Norland Sangham, BR Chinnapalle, said it was late.")?.name == "BR Chinnapalle")
    // Near miss: a list of bodies.
    #expect(people("Harrow Weavers Guild, Norvik Dyers, and others left.") == [])
  }

  @Test func whatAnOfficeIsForIsNobody() {
    let text = "Minor Ports and District Incharge Minister Suresh Mallapur said that talks were pointless."
    #expect(speaker(text)?.name == "Suresh Mallapur")
    // Near miss: two people.
    #expect(
      people("Minor Holloway and District Minister Suresh Mallapur left.") == ["Minor Holloway", "Suresh Mallapur"])
  }

  @Test func ranksAreNoPartOfTheName() {
    #expect(people("“It rained,” said Maj Gen Somchai.") == ["Somchai"])
    #expect(people("“It rained,” said Tun Dr. Mahzan bin Haji Osmat.") == ["Mahzan bin Haji Osmat"])
  }

  @Test func aChiefEngineerIsAnOffice() {
    #expect(people("His partners were the Secretary and the Chief Engineer.") == [])
    #expect(people("The Deputy Chairman asked members to sit.") == [])
    // Near miss: a name.
    #expect(people("The Rev Baker asked members to sit.") == ["Baker"])
  }
}
