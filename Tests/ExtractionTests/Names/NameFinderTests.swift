import Testing

@testable import Extraction

@Suite("Names of people and organisations")
struct NameFinderTests {
  private func people(_ text: String) -> [String] { NamesOfText(text).people }
  private func organisations(_ text: String) -> [String] { NamesOfText(text).organisations }

  @Test func lastNamesMeanTheFullName() {
    #expect(
      people("Maria Ortega runs the port. On Friday Ortega left.") == ["Maria Ortega", "Ortega = Maria Ortega"])
  }

  @Test func unknownFirstNamesAreFoundBesideASpeechVerbOrARole() {
    #expect(people("The plan failed, Qelmo Vurtasch said.") == ["Qelmo Vurtasch"])
    #expect(people("The plan pleased spokesman Qelmo Vurtasch on Monday.") == ["Qelmo Vurtasch"])
    #expect(people("They met Qelmo Vurtasch, a lawyer from the coast.") == ["Qelmo Vurtasch"])
    // Near miss: nothing says that this is a person.
    #expect(people("They drove through Qelmo Vurtasch on Monday.") == [])
  }

  @Test func namesFromEverywhereAreFound() {
    for name in [
      "Oleksandr Kovalenko", "Nguyen Van Thanh", "Mohammed bin Rashid", "Abiy Tesfaye", "Ji-won Park",
      "Søren Østergaard",
      "Bashar al-Khatib", "Jeroen van der Meer", "María de la Cruz", "Sergey Ivanov-Petrov",
    ] {
      #expect(people("“We are ready,” said \(name).") == [name])
    }
  }

  @Test func aRunIsCutAtItsLastTitle() {
    #expect(people("Ohio Sen. Laura Whitfield voted no.") == ["Laura Whitfield"])
    #expect(people("House Speaker Tom Bradwell left.") == ["Tom Bradwell"])
    #expect(people("Former Secretary of State Anne Holloway spoke.") == ["Anne Holloway"])
    // Near miss: a title behind a first name is a last name.
    #expect(people("Carla King said so.") == ["Carla King"])
  }

  @Test func titlesInFrontOfBodiesMakeNoPerson() {
    #expect(people("The Justice Department declined.") == [])
    #expect(organisations("The Justice Department declined.") == ["Justice Department"])
  }

  @Test func aBodyAndItsChiefAreTwoNames() {
    let text = "The head of the National Water Service Sergei Volkov spoke."
    #expect(people(text) == ["Sergei Volkov"])
    #expect(organisations(text) == ["National Water Service"])
  }

  @Test func sentencesBeginWithWordsNotNames() {
    #expect(people("Yesterday Helen Marsh called. Critics said no. Officials agreed.") == ["Helen Marsh"])
    #expect(people("Green spaces are rare. The Green spaces said nothing.") == [])
  }

  @Test func aLastNameThatIsAWordIsFoundWhereItSpeaks() {
    #expect(people("Rob Lynch came. “Well,” Lynch said.") == ["Rob Lynch", "Lynch = Rob Lynch"])
  }

  @Test func acronymsAreJoinedWithWhatTheyStandFor() {
    #expect(
      organisations("The Coastal Fisheries Agency (CFA) met. Then the CFA voted.") == [
        "Coastal Fisheries Agency", "CFA = Coastal Fisheries Agency", "CFA = Coastal Fisheries Agency",
      ])
    // Without parentheses the initials tell.
    #expect(
      organisations("The Coastal Fisheries Agency met. CFA inspectors voted.").last == "CFA = Coastal Fisheries Agency")
  }

  @Test func organisationsGoOnBehindOf() {
    #expect(organisations("The Bank of Norland raised rates.") == ["Bank of Norland"])
    #expect(
      organisations("The Department of Ports and Inland Waterways agreed.") == [
        "Department of Ports and Inland Waterways"
      ])
    // Near miss: the next one is another body.
    #expect(organisations("The University of Norland and Halvard University agreed.").count == 2)
  }

  @Test func companiesAreKnownByTheirFormAndShortName() {
    #expect(
      organisations("Vextrol Corp. lost money. Vextrol will close.") == ["Vextrol Corp.", "Vextrol = Vextrol Corp."])
  }

  @Test func knownBodiesNeedNoEvidence() {
    #expect(organisations("Talks between NATO and the European Union failed.") == ["NATO", "European Union"])
    // Near miss: a word in capitals of its own is no acronym of a body.
    #expect(organisations("Nobody knew who asked.") == [])
  }

  @Test func titlesOfFilmsAreNobody() {
    #expect(people("She starred in “Jane Eyre” and left.") == [])
  }

  @Test func headlinesUseTheNamesOfTheText() {
    let text = NamesOfText(
      "Mayor Edda Lindqvist will resign, she said on Monday.", headline: "Lindqvist Says Council Will Not Back Her Plan"
    )
    #expect(text.people == ["Lindqvist = Edda Lindqvist", "Edda Lindqvist"])
  }

  @Test func spellingsOfOneNameAreOnePerson() {
    let text = NamesOfText("Sergei Dolgov met Sergey Dolgov. Dolgov smiled.")
    #expect(text.names.entities.count == 1)
  }

  @Test func twoPeopleOfOneLastNameAreTwo() {
    let text = NamesOfText("Carl Winter spoke. Dana Winter listened.")
    #expect(text.names.entities.count == 2)
  }

  @Test func anyBytesGiveNamesInsideTheText() {
    var generator = SystemRandomNumberGenerator()
    let seed = UInt64.random(in: 0...UInt64.max, using: &generator)
    var state = seed
    let pieces = ["Mr.", " ", "A", "al-", "Bo", "’s", "(", ")", "“", ",", "é", "Inc.", "of", "\n\n", "said", "J.", "&"]
    for _ in 0..<300 {
      var text = ""
      for _ in 0..<40 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 33) % pieces.count]
      }
      let found = NamesOfText(text)
      for name in found.names.names {
        #expect(name.full.upperBound <= found.tokens.count, "seed \(seed): \(text)")
      }
    }
  }
}
