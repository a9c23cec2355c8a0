import ArticleModel
import Testing

@testable import Extraction

/// Bodies called after those who own them, and other words that look like somebody's name. The texts are made up.
@Suite struct OwnedBodiesTests {
  private func people(_ text: String) -> [String] { NamesOfText(text).people }
  private func organisations(_ text: String) -> [String] { NamesOfText(text).organisations }
  private func last(_ text: String) -> Speaker? { statements(text).last?.speaker }

  @Test(arguments: [
    ("The Fishers’ Forum of Chile welcomed it.", "Fishers’ Forum of Chile"),
    ("The Norvik Mayors' Forum said no.", "Norvik Mayors' Forum"),
    ("He wrote to the Teachers' Union.", "Teachers' Union"), ("The Women's League of Norvik won.", "Women's League"),
  ])
  func whoOwnsABodyBelongsToItsName(text: String, expected: String) {
    #expect(organisations(text).first?.hasPrefix(expected) == true)
    #expect(people(text) == [])
  }

  @Test func whoOwnsSomethingElseDoesNot() {
    #expect(people("The teachers' Anna Holm said no.") == ["Anna Holm"])
    #expect(organisations("Farmers' fields are dry.") == [])
  }

  @Test func allMayBeginTheNameOfAParty() {
    #expect(organisations("The ruling All Peoples Congress said no.") == ["All Peoples Congress"])
    // Near miss: the beginning of a sentence.
    #expect(organisations("All Peoples Congress members left.") == ["Peoples Congress"])
  }

  @Test func aBranchIsNoPartOfTheBody() {
    #expect(
      organisations("The Norland Union of Nurses Harrow branch met.").first == "Norland Union of Nurses")
    // Near miss: the country belongs to it.
    #expect(organisations("The Union of Nurses Norland met.").first == "Union of Nurses Norland")
  }

  @Test func whatACompanyIsTradedUnderIsTheCompany() {
    let text = "Orvello Biotech Inc (Nasdaq: ORVB), a maker of drugs, announced that the trial had met its goal."
    #expect(last(text)?.name == "Orvello Biotech Inc")
    #expect(!organisations(text).contains("Nasdaq"))
    // Near miss: no mark and no colon.
    #expect(organisations("Orvello Biotech Inc (ORVB) rose.") == ["Orvello Biotech Inc", "ORVB = Orvello Biotech Inc"])
  }

  @Test func courtsClubsAndRoadsAreNoPeople() {
    #expect(people("The Full Bench said it was late. A Division Bench of the court said no.") == [])
    #expect(people("Norwell Athletic said no.") == [])
    #expect(people("“No,” said Ada Lind, D-St. Louis.") == ["Ada Lind"])
    // Near misses: first names before such words.
    #expect(people("Johnny Bench said no.") == ["Johnny Bench"])
    #expect(people("Dudley Moor said no.") == ["Dudley Moor"])
    #expect(people("“No,” said Norwell Halvorn.") == ["Norwell Halvorn"])
  }

  @Test func somebodyWithoutANameIsNamedBetweenCommas() {
    #expect(last("A Norland potholer, Haruko Onamori, wrote on the page: “I did not know.”")?.name == "Haruko Onamori")
    let listener = last("A Japanese listener, Haruko Onamori, wrote on the page: “I did not know.”")
    #expect(listener?.name == "Haruko Onamori")
    #expect(listener?.role == "Japanese listener")
    // Near miss: where something is.
    #expect(people("A new lake, Norvik Onamori, froze over.") == [])
  }

  @Test func whatIsNoRoleIsNone() {
    #expect(last("Born in 1934, the son of a railway clerk, Mr. Fontal said it was hard.")?.role == nil)
    #expect(last("Ada Lind, who founded Orvello in 2021, said it was hard.")?.role == nil)
    #expect(last("Ada Lind, who leads tours in four languages, said it was hard.")?.role == nil)
    // Near misses.
    #expect(last("The bank's clerk, Mr. Fontal, said it was hard.")?.role == "bank's clerk")
    #expect(last("Ada Lind, who leads the agency, said it was hard.")?.role == "leads the agency")
  }

  @Test func anOfficeStandsBeforeATitleOrBehindADegree() {
    #expect(
      last("Its embattled National Secretary, Barrister Ole Orr, declared that it was late.")?.role
        == "National Secretary")
    #expect(
      last("“No,” said Rosa Holm-Hart, Ph.D., President and Chief Executive Officer of Orvello.")?.role
        == "President and Chief Executive Officer of Orvello")
    // Near miss: somebody else's office.
    #expect(
      last("She wrote to the National Secretary, and Barrister Ole Orr declared that it was late.")?.role == "Barrister"
    )
  }
}
