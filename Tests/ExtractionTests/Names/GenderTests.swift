import ArticleModel
import Testing

@testable import Extraction

/// What tells of somebody's gender beside the first name. The texts are made up.
@Suite struct GenderTests {
  private func last(_ text: String) -> String? { statements(text).last?.speaker?.name }

  private let smith = "Peter Holm, 60, a retired smith, came to the meeting.\n\n“I like it,” Holm said.\n\n"

  @Test func theNounForARelativeTellsMoreThanTheFirstName() {
    let text = "Anna Holm, director of the mill, said it was safe.\n\n“It is,” Mrs Holm said.\n\n"
    #expect(
      last(
        "\(text)Jolie Orr, a father of three from Norvik, said the wheel was loud.\n\n“I hear it at night,” he said.")
        == "Jolie Orr")
    #expect(
      last("\(smith)Mirko Tamm, a mother of two, said the wheel was loud.\n\n“I hear it at night,” she said.")
        == "Mirko Tamm")
    #expect(
      last("\(smith)Mirko Tamm, 44, a businesswoman, said the wheel was loud.\n\n“I hear it at night,” she said.")
        == "Mirko Tamm")
    // Near misses: somebody else is a mother, or has one.
    #expect(NamesOfText("According to Mirko Tamm, a mother of two was hurt.").gender(of: "Mirko Tamm") == .male)
    #expect(NamesOfText("Mirko Tamm, a mother’s boy, was hurt.").gender(of: "Mirko Tamm") == .male)
    // "chairman" is said of women too.
    #expect(NamesOfText("Anna Holm, the chairman of the bank, left.").gender(of: "Anna Holm") == .female)
  }

  @Test func aGivenNameWithAHyphenStandsBehindTheFamilyName() {
    #expect(
      last("\(smith)Bui Sook-ja, a nurse with the district, said the city had tried soup.\n\n“They ate it,” she said.")
        == "Bui Sook-ja")
    #expect(NamesOfText("Don Sook-ja left.").gender(of: "Don Sook-ja") == .unknown)
    // Near miss: a family name of two parts.
    #expect(NamesOfText("Don Holm-Orr left.").gender(of: "Don Holm-Orr") == .male)
  }

  @Test func aPronounOfTheSentenceTellsTheGenderOfWhoHasAnUnknownName() {
    #expect(NamesOfText("Kim Tal-gok came because his daughter asked.").gender(of: "Kim Tal-gok") == .male)
    #expect(NamesOfText("Kim Tal-gok said she had lost her job.").gender(of: "Kim Tal-gok") == .female)
    // Near misses: an object, somebody else, somebody named before, a known first name.
    #expect(NamesOfText("Kim Tal-gok met her in May.").gender(of: "Kim Tal-gok") == .unknown)
    #expect(NamesOfText("Kim Tal-gok met a woman and her son.").gender(of: "Kim Tal-gok") == .unknown)
    #expect(NamesOfText("His wife left. Kim Tal-gok said she was late.").gender(of: "Kim Tal-gok") == .unknown)
    #expect(NamesOfText("Anna Holm saw Kim Tal-gok and said she knew.").gender(of: "Kim Tal-gok") == .unknown)
    #expect(NamesOfText("Peter Holm said she was late.").gender(of: "Peter Holm") == .male)
  }

  @Test func twoPronounsTellMoreThanTheFirstName() {
    let text = "In a report, Mirko Tamm clarified that it was not her ministry.\n\n"
    let second = "Earlier, Tamm had voiced regret over the muddle. She blamed the weather.\n\n“It is late,” she said."
    #expect(last("\(smith)\(text)\(second)") == "Mirko Tamm")
    // Near misses: one pronoun; as many for the list; "Mr".
    #expect(last("\(smith)\(text)“It is late,” she said.") == nil)
    #expect(last("\(smith)\(text)Tamm said he was ill. Roth left.\n\n“It is late,” he said.") == "Mirko Tamm")
    #expect(last("\(smith)\(text)Mr Tamm had met Anna Orr. \(second)") == "Anna Orr")
  }

  @Test func aFirstNameThatReadsLikeANationStays() {
    #expect(last("“We lost tons,” Chief Executive Thaís Monteval told analysts.") == "Thaís Monteval")
    #expect(last("“We lost tons,” Captain Swede Halvorn said.") == "Swede Halvorn")
    // Near misses: nations before a name.
    #expect(last("“We lost tons,” the Swede Halvorn said.") == "Halvorn")
    #expect(NamesOfText("The Swiss Anna Holm won.").people == ["Anna Holm"])
  }
}

extension NamesOfText {
  func gender(of name: String) -> Gender? {
    names.entities.first { tokens.text($0.name) == name }?.gender
  }
}
