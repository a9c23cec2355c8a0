import Testing

@testable import Extraction

/// Bodies and groups that pronouns mean, and names that a word hides. The texts are made up.
@Suite struct BodiesBehindNounsTests {
  @Test func itIsTheWholeBody() {
    #expect(
      said("The UN children's agency, UNICEF, opened a camp. It said thousands of families had fled.").last
        == "UNICEF: thousands of families had fled")
    #expect(
      said("The UN refugee agency opened a camp. It said thousands of families had fled.").last
        == "the UN refugee agency: thousands of families had fled")
    // Near miss: nothing stands behind the name.
    #expect(
      said("UNICEF opened a camp. It said thousands of families had fled.").last
        == "UNICEF: thousands of families had fled")
  }

  @Test func aGroupWithANameIsABody() {
    #expect(
      said("The Harbour Lawyers group blamed the army. It said most of the victims were women.").last
        == "the Harbour Lawyers group: most of the victims were women")
    // Near miss: nobody knows whom a group without a name is.
    #expect(
      said("The group blamed the army. It said most of the victims were women.").last?.hasSuffix(
        ": most of the victims were women") ?? false)
  }

  @Test func theyAreWhoAnalysed() {
    #expect(
      said("Researchers analysed ninety hours of film. They found that the birds used one wing.").last
        == "researchers: that the birds used one wing")
  }

  @Test func aBodyMayBeAgainstSomething() {
    #expect(
      said("The Ethics and Anti-Corruption Commission says two clerks took money from the road fund.")
        == ["Ethics and Anti-Corruption Commission: two clerks took money from the road fund"])
    // Near miss: two of them.
    #expect(
      said("Norvik and the Anti-Corruption Commission say two clerks took money from the road fund.").allSatisfy {
        !$0.hasPrefix("Norvik and Anti")
      })
  }

  @Test func aCryMayBeAName() {
    #expect(
      said("Norvik's mayor, Oh Min-seo, said people should stay at home. The storm will pass by noon, she says.")
        == ["Oh Min-seo: people should stay at home", "Oh Min-seo: The storm will pass by noon"])
    #expect(NamesOfText("Forecaster Mia Berg of the weather office said it.").people == ["Mia Berg"])
    // Near miss: a cry.
    #expect(NamesOfText("“Oh Norvik, what have you done,” Mia Berg said.").people == ["Mia Berg"])
  }
}
