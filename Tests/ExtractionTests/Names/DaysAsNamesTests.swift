import ArticleModel
import Testing

@testable import Extraction

/// People whose first name is a day, a feast or a word. The texts are made up.
@Suite struct DaysAsNamesTests {
  private func people(_ text: String) -> Set<String> {
    Set(extractor.annotate(sampleArticle(text)).people.map(\.name))
  }

  @Test(arguments: [
    "Friday Osa left the party. \"I waited for years,\" Osa said.",
    "The trader Friday Osa sells yams.", "A neighbour, Mr Friday Osa, heard it.",
    "Friday Osa, who lent his boat, fled.",
    "Friday Osa, a fisherman, fled.",
  ])
  func aDayIsAFirstNameWhereTheTextShowsAPerson(_ text: String) {
    #expect(people(text) == ["Friday Osa"])
    #expect(extractor.annotate(sampleArticle(text)).dates.isEmpty)
  }

  @Test(arguments: [
    "Police said Friday Osa was arrested. Osa said it was a mistake.", "On Friday Osa said it was a mistake.",
    "Friday Prayers were held. Prayers, they said, help.", "Monday Night Football is back.",
    "Ada Osa was freed. Friday Osa said it was a mistake.",
  ])
  func aDayIsADayElsewhere(_ text: String) {
    #expect(!people(text).contains { $0.hasPrefix("Friday") || $0.hasPrefix("Monday") })
    #expect(!text.hasSuffix("mistake.") || !extractor.annotate(sampleArticle(text)).dates.isEmpty)
  }

  @Test func aDayBesideAnotherNameIsOneWhereBothSpeak() {
    #expect(people("Ada Lind and Friday Osa said it was late.") == ["Ada Lind", "Friday Osa"])
    // Near miss: nobody speaks.
    #expect(!people("It rained on Lind Street and Friday Osa was dry.").contains("Friday Osa"))
  }

  @Test func theShortFormOfAMonthIsALastName() {
    #expect(people("Foreign Minister Wang Jun said no. \"No,\" Wang Jun said.") == ["Wang Jun"])
    #expect(statements("Foreign Minister Wang Jun said it was late.").first?.date == nil)
    // Near miss: a day behind it.
    #expect(!people("It was said in Wang Jun 5, 2021.").contains("Wang Jun"))
  }

  @Test func feastsAreFirstNamesToo() {
    #expect(people("The lifter Christmas Abbo won. \"I train,\" Abbo said.") == ["Christmas Abbo"])
    #expect(people("Ramadan ben Omra, 34, mended the clock. \"It was rust,\" ben Omra said.") == ["Ramadan ben Omra"])
    // Near miss: the feast itself.
    #expect(people("Christmas Day fell on a Sunday, the shops said.") == [])
  }

  @Test func aWordThatIsAFirstNameSpeaksUnderIt() {
    #expect(said("\"We are ready,\" Blessing said.") == ["Blessing: \"We are ready,\""])
    // Near misses: the article has the word in small letters; a body's name ends with it; reports of the press.
    #expect(!people("Otto Berg of Phil and Drew said no. He left.").contains { $0.hasSuffix("Drew") && $0 != "Drew" })
    #expect(people("Press reports that the bank will close were wrong.") == [])
    #expect(people("It was a blessing. \"We are ready,\" Blessing said.") == [])
  }

  @Test func whoSignsHasACapitalOfTheirOwn() {
    #expect(
      said("“The bridge was never late.”\n\n— Innocent Baha, public works minister") == [
        "Innocent Baha: “The bridge was never late.”"
      ])
    #expect(said("“I can't eat a plan.” — Grace Achi, MP for Sund West") == ["Grace Achi: “I can't eat a plan.”"])
  }

  @Test func stormsAreNoPeople() {
    let text =
      "Storm Isolde made landfall at noon. Isolde will weaken. Jago Tremain, 44, was saved. \"It shook,\" he said."
    #expect(people(text) == ["Jago Tremain"])
    #expect(said(text) == ["Jago Tremain: \"It shook,\""])
    // Near miss: a person called so.
    #expect(people("\"It shook,\" said Storm Isolde, a nurse.").count == 1)
  }
}
