import Testing

@testable import Extraction

/// Bodies that look like people, and people that look like places. The texts are made up.
@Suite struct HousesAndPapersTests {
  @Test func housesKeepTheirPossessive() {
    #expect(
      NamesOfText("She left St. Olga's Hospital for King's College London.").organisations
        == ["St. Olga's Hospital", "King's College London"])
    #expect(NamesOfText("He fought for the Lord's Resistance Army.").organisations == ["Lord's Resistance Army"])
    // Near misses: a town; what a king has.
    #expect(NamesOfText("St. Olga had rain. The King's horse fell.").organisations == [])
  }

  @Test func courtsHaveTheNameOfTheirTown() {
    #expect(
      NamesOfText("The Halden High Court heard it, and the Norvik Supreme Court did not.").organisations
        == ["Halden High Court", "Norvik Supreme Court"])
  }

  @Test func papersAreCalledByAnArticle() {
    #expect(NamesOfText("The Guardian said so, and The Economist printed it.").organisations.count == 2)
    // Near misses: somebody's guardian; the sun.
    #expect(NamesOfText("A Guardian of the pier left. The Sun rose at six.").organisations == [])
  }

  @Test func bodiesMayHaveTheNameOfPeople() {
    #expect(NamesOfText("The firm Clara Roe said profit rose.").organisations == ["Clara Roe"])
    #expect(NamesOfText("Clara Roe, the tobacco group, said profit rose.").organisations == ["Clara Roe"])
    #expect(NamesOfText("Prices will rise, say analysts at Clara Roe.").organisations == ["Clara Roe"])
    // Near misses: who founded one; who works for one.
    #expect(NamesOfText("The firm Clara Roe founded is gone.").people == ["Clara Roe"])
    #expect(NamesOfText("Clara Roe, the bank clerk, said so.").people == ["Clara Roe"])
  }

  @Test func whoseFirstNameIsACountryIsAPersonWhereTheLastOneIsNoWord() {
    #expect(
      NamesOfText("Kenya Lindqvist met Chad Ostrow at the pier.").people == ["Kenya Lindqvist", "Chad Ostrow"])
    // Near misses
    #expect(NamesOfText("Kenya Airways met Chad Petroleum.").people == [])
  }

  @Test func aWordBeginsANameBesideAnotherPerson() {
    #expect(NamesOfText("Bill Ostrow and Clara Ostrow came.").people == ["Bill Ostrow", "Clara Ostrow"])
  }

  @Test func nobodyHasADigitInTheName() {
    #expect(NamesOfText("M23 said it had left.").people == [])
    #expect(NamesOfText("Q7 said it had left.").organisations == ["Q7"])
  }

  @Test func whatAnOfficeIsForIsNoPartOfTheName() {
    #expect(NamesOfText("Minister of State for Manpower Jasmine Loh said it rained.").people == ["Jasmine Loh"])
    #expect(NamesOfText("Minister of State for Health Jasmine Loh said it rained.").people == ["Jasmine Loh"])
    // Near miss: a first name behind the office.
    #expect(NamesOfText("The Minister for Norland, Grant Loh, said it rained.").people == ["Grant Loh"])
  }
}
