import ArticleModel
import Testing

@testable import Extraction

/// Names with an office in front that is part of neither, or is the name. The texts are made up.
@Suite struct OfficesBesideNamesTests {
  private func people(_ text: String) -> [String] { NamesOfText(text).people }
  private func speaker(_ text: String) -> Speaker? { statements(text).last?.speaker }

  @Test func anOfficeEndsBeforeTheTitle() {
    let director = speaker("Halden County Director of Health Dr Halima Abdo said it rained.")
    #expect(director?.name == "Halima Abdo")
    #expect(director?.role == "Halden County Director of Health")
    #expect(speaker("The President, Mrs Ama Owuso, said relief was on its way.")?.role == "President")
    #expect(speaker("The MP for Harrow East, Jane Doe, said it rained.")?.role == "MP for Harrow East")
    // Near misses: family names that are offices; an office for a body, without a title.
    #expect(people("Representative Peter T. King of New York left.") == ["Peter T. King"])
    #expect(people("Senator Barbara Boxer of California left.") == ["Barbara Boxer"])
    #expect(speaker("Halden Director of Studies Jane Doe said it rained.")?.role == "Halden Director of Studies")
  }

  @Test func aTitleIsAFirstNameWhereTheRoleStandsBehind() {
    let head = speaker("Dean Croper, head of waste services, said crews were trained.")
    #expect(head?.name == "Dean Croper")
    #expect(head?.role == "head of waste services")
    // Near misses: a dean.
    #expect(speaker("Dean Holt of the law school said it was early.")?.role == "Dean")
    #expect(speaker("The Dean, Ole Holt, a lawyer, said it was early.")?.name == "Ole Holt")
  }

  @Test func aDegreeStandsBeforeWhatSomebodyIs() {
    #expect(speaker("Susan Poe, R.N., a ward nurse, said it rained.")?.role == "ward nurse")
    #expect(speaker("Sandra Oke, M.D., a fetal surgeon, said it was late.")?.role == "fetal surgeon")
    #expect(speaker("Lungile Mthembo, a papyrologist at Leiden, said it was early.")?.role == "papyrologist at Leiden")
    // Near miss: nothing but the degree.
    #expect(speaker("Susan Poe, Ph.D., said it rained.")?.role == nil)
  }

  @Test func aVerbWithACapitalIsAName() {
    #expect(people("Health Secretary Patrick Omolo Were said it rained.") == ["Patrick Omolo Were"])
    #expect(speaker("“We have teams,” Mr Were said at Afya House.")?.name == "Were")
    #expect(speaker("Daniel Were runs the ferry. “It leaks,” Mr Were told the Herald.")?.name == "Daniel Were")
    #expect(speaker("“It leaks,” said Daniel Were, a trader.")?.name == "Daniel Were")
    #expect(people("Samuel Were Otieno is the chairman.") == ["Samuel Were Otieno"])
    // Near misses: a verb.
    #expect(people("Officials say the U.S. Will join Ada Lind.") == ["Ada Lind"])
    #expect(people("Patrick Omolo were said to be late.") == ["Patrick Omolo"])
  }

  @Test func theLargestOfARegionIsACompany() {
    let text = "Gulf Float Glass, the region's largest producer of glass, will cut 400 jobs, it said on Wednesday."
    #expect(speaker(text)?.kind == .organisation)
    #expect(speaker(text)?.name == "Gulf Float Glass")
    // Near miss: a producer of films.
    #expect(speaker("Tom Roe, the region's best producer of films, said it rained.")?.kind == .person)
  }

  @Test func wordsOnBothSidesOfAndNameAnAuthority() {
    #expect(
      speaker("The Disaster and Emergency Management Authority said 12 people had died.")?.name
        == "Disaster and Emergency Management Authority")
    // Near miss: two.
    #expect(
      speaker("The Kremlin and the Harbour Authority said 12 people had died.")?.name
        != "Kremlin and the Harbour Authority")
  }

  @Test func anOfficeGoesOnBeforeItsHolder() {
    let text = "said the boats would be licensed by June."
    #expect(speaker("Fisheries Principal Secretary, Betty Cheruto, \(text)")?.name == "Betty Cheruto")
    #expect(
      speaker("Fisheries Principal Secretary, Betty Cheruto, \(text)")?.role == "Fisheries Principal Secretary")
    #expect(speaker("Fisheries Principal Secretary, Kiprutto Chesang, \(text)")?.name == "Kiprutto Chesang")
    #expect(people("Lands Chief Officer, Rose Atieno, agreed.") == ["Rose Atieno"])
    // Near miss: a family name.
    #expect(people("President Secretary is no name, but Judge King is.").contains("King"))
  }

  @Test func aTitleForATimeIsNoName() {
    #expect(speaker("“We will pave it,” Mayor Pro Tem Linda Marsh said.")?.name == "Linda Marsh")
    #expect(speaker("“We will pave it,” Mayor Pro Tem Linda Marsh said.")?.role == "Mayor Pro Tem")
    #expect(speaker("Rookie Tom Hale said he had been nervous.")?.name == "Tom Hale")
    // Near miss: a name before another one.
    #expect(speaker("Ruki Tom Hale said he had been nervous.")?.name == "Ruki Tom Hale")
  }
}
