import ArticleModel
import Testing

@testable import Extraction

/// People who share a name, and names behind what their owners are. The texts are made up.
@Suite struct SharedNamesTests {
  private func speakers(_ text: String) -> [String?] { statements(text).map { $0.speaker?.name } }

  @Test func twoOfOneNameKeepTheirTitles() {
    #expect(
      speakers("“It is over,” Lord Odell said. “It is not,” Lady Odell said.") == ["Lord Odell", "Lady Odell"])
    #expect(
      speakers("Karl Orr was held. “It is over,” Orr said. “It is not,” Mrs Orr said. “It is,” Mr Orr said.")
        == ["Karl Orr", "Mrs Orr", "Karl Orr"])
    // Near miss: one alone.
    #expect(speakers("“It is over,” Lady Odell said. “It is late,” Lady Odell said.") == ["Odell", "Odell"])
  }

  @Test func theFirstOfTwoSurnamesCounts() {
    #expect(
      speakers("Ana López García sings. Her rival, Rosa García Peña, disagreed. “She is loud,” said Ms. García.")
        == ["Rosa García Peña"])
    // Near miss: who has one surname.
    #expect(
      speakers("Juan García sings. His rival, Rosa García Peña, disagreed. “She is loud,” said Mr. García.")
        == ["Juan García"])
  }

  @Test func theWholeNameBehindACommaCounts() {
    let text = "The union's leader, Sher Lama, said it was over."
    #expect(
      speakers("\(text) Another Lama, the ruling party's chief whip Pasang Lama, said it had begun.").last
        == "Pasang Lama")
    // Near miss: whom he speaks for.
    #expect(speakers("\(text) Lama, a friend of Ole Brandt, said it was late.").last == "Sher Lama")
  }

  @Test func whatABodyIsStandsBeforeItsName() {
    let found = statements("The opposition People's Alliance said he should resign.")
    #expect(found.map { $0.speaker?.name } == ["People's Alliance"])
    #expect(found.map { $0.speaker?.kind } == [.organisation])
    #expect(speakers("The anti-graft group Clean Hands Zambia said it was late.") == ["Clean Hands Zambia"])
    // Near miss: somebody of it.
    #expect(speakers("The opposition leader said no.") == ["the opposition leader"])
    #expect(speakers("The opposition candidate Ana Ruiz said no.") == ["Ana Ruiz"])
  }

  @Test func anAgencyOfACountryIsWhole() {
    #expect(
      speakers("The U.S. Tsunami Warning System said the threat had passed.") == ["U.S. Tsunami Warning System"])
    // Near miss: a person behind the country.
    #expect(speakers("In the U.S. President Karl Orr said the threat had passed.") == ["Karl Orr"])
  }

  @Test func rolesAreWhole() {
    let roles = { (text: String) in statements(text).map { $0.speaker?.role } }
    #expect(roles("Its director-general, Selma Ruhm, said the stock was low.") == ["director-general"])
    #expect(
      roles("The UN's humanitarian coordinator in Sudan, Marta Osei, said it was bad.")
        == ["UN's humanitarian coordinator in Sudan"])
    #expect(
      roles("“Nine years,” said Otis Merry, a strategist at Fallow & Pike. It rained.")
        == ["strategist at Fallow & Pike"])
    // Near miss: what stands behind a role is a verb.
    #expect(roles("“Nine years,” said Otis Merry, a strategist. The firm has left.") == ["strategist"])
  }

  @Test func whomTheGuestTalksToAsks() {
    let questions = """


      Q: Is that enough?

      A: It was forty when I began.

      To be fair, the dean said sorry. He said, “I thought it was a list.”

      Q: What was the last word?

      A (laughing): It means to carry on.
      """
    let answers = { (text: String) in
      statements(text).filter { $0.speaker?.text == "A" }.compactMap { $0.speaker?.name }
    }
    let before = "Ada Lind, 39, has compiled a dictionary."
    #expect(answers("\(before) She talked to Otto Roth in Norvik.\(questions)") == ["Ada Lind", "Ada Lind"])
    #expect(
      answers("\(before) She was interviewed by our reporter Otto Roth.\(questions)") == ["Ada Lind", "Ada Lind"])
    // Near miss: two guests.
    #expect(answers("\(before) Otto Roth has read it.\(questions)") == ["A", "A"])
    // All of an answer is said by who answers.
    #expect(!statements("\(before)\(questions)").contains { $0.speaker?.name == "the dean" })
  }
}
