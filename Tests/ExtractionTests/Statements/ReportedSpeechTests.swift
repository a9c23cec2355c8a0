import ArticleModel
import Testing

@testable import Extraction

/// Reported words: where they begin, and whose they are. The texts are made up.
@Suite struct ReportedSpeechTests {
  @Test func aSentenceThatEndsWithItsSourceIsAStatement() {
    #expect(
      said("The storm cut the power of eighty farms on Monday, officials said.")
        == ["officials: The storm cut the power of eighty farms on Monday"])
    #expect(
      said("NORVIK, Nov 18 (Harbour Wire) - The storm cut the power of eighty farms, officials said.")
        == ["officials: The storm cut the power of eighty farms"])
    // Near miss: nobody says it.
    #expect(said("The storm cut the power of eighty farms on Monday, and officials left.") == [])
  }

  @Test func accordingToMayStandInFront() {
    #expect(
      said("According to Leïla Brandt, three hundred lorries are waiting at the border.").last
        == "Leïla Brandt: three hundred lorries are waiting at the border")
    // Near miss: a plan is no speaker.
    #expect(statements("According to plan the lorries left at noon.").allSatisfy { $0.speaker == nil })
  }

  @Test func theWordOfAQuestionBelongsToWhatIsNotSaid() {
    #expect(said("Paul Rieder would not say when that might be.").last == "Paul Rieder: when that might be")
    #expect(
      said("Paul Rieder declined to say whether the captain would be charged.").last
        == "Paul Rieder: whether the captain would be charged")
  }

  @Test func aTitleOfAWorkIsNoStatement() {
    #expect(said("The poet wrote a book titled “Knock Before Dawn” in May.") == [])
    #expect(
      said("“The dam will hold this year,” Maria Santos said on Radio Norvik's “Talk of the Town.”")
        == ["Maria Santos: “The dam will hold this year,”"])
    #expect(
      said("In his book, “Knock Before Dawn,” Paul Rieder wrote that the dam would hold.")
        == ["Paul Rieder: that the dam would hold"])
    // Near miss: a name that somebody calls something by is said.
    #expect(!said("Maria Santos called the dam “a monument to nobody at all in this valley.”").isEmpty)
  }

  @Test func whoIsMentionedBesideTheSpeakerDoesNotSpeak() {
    let text = """
      “The road is ours,” Mr. Rieder said on Friday in Norvik, where Mrs. Brandt also spoke. “The bridge is ours. The \
      river is ours.”
      """
    #expect(statements(text).allSatisfy { $0.speaker?.name.hasSuffix("Rieder") == true })
    // Near miss: the other one speaks.
    let other = "“The road is ours,” Mr. Rieder said on Friday. Mrs. Brandt disagreed. “The road is mine,” she said."
    #expect(statements(other).last?.speaker?.name.hasSuffix("Brandt") == true)
  }

  @Test func whomSomebodyCalledSomethingSpeaks() {
    let found = said("Ida Brandt, whom Paul Rieder called “a thief,” said that the road would stay closed.")
    #expect(found.last == "Ida Brandt: that the road would stay closed")
  }

  @Test func aQuotationWithoutASpeakerStaysUnattributed() {
    let found = statements("“We shall see what the spring brings to this valley and to its people.”")
    #expect(found.map { $0.speaker?.name } == [nil])
  }

  @Test func headlinesMakeStatements() {
    let found = said("Brandt says the bridge will stay closed\nIda Brandt spoke in Norvik.", headline: true)
    #expect(found == ["Ida Brandt: the bridge will stay closed"])
    // Near miss: a headline that tells.
    #expect(said("Bridge stays closed in Norvik\nIda Brandt spoke there.", headline: true) == [])
  }

  @Test func aTweetIsAStatement() {
    let found = said("“The bridge is closed, and it will stay closed!” Ida Brandt tweeted on Sunday.")
    #expect(found == ["Ida Brandt: “The bridge is closed, and it will stay closed!”"])
  }

  @Test func brokenMarksStillMakeAQuotation() {
    let found = said("“The turnout was 51 percent.“ Ida Brandt said that it was enough.")
    #expect(found.first == "Ida Brandt: “The turnout was 51 percent.“")
    // Near miss: a mark that closes nothing.
    #expect(said("Ida Brandt said that it was enough.” She left.") == ["Ida Brandt: that it was enough"])
  }

  @Test func theOneWithoutANameMayBeMeantByAPronoun() {
    let text = "A delegate of one side, who asked not to be named, said nothing had been signed. “We met,” he said."
    let names = statements(text).map { $0.speaker?.name }
    #expect(names.count > 1)
    #expect(names.allSatisfy { $0 == "a delegate of one side" })
  }

  @Test func theAuthorIsWhoSaysI() {
    var article = sampleArticle("I asked the mayor whether the bridge would open. I said that I would wait.")
    article.byline = "By Marta Holub"
    #expect(extractor.annotate(article).statements.last?.speaker?.name == "Marta Holub")
    // Near miss: two authors.
    article.byline = "By Marta Holub and Ida Brandt"
    #expect(extractor.annotate(article).statements.last?.speaker == nil)
  }

  @Test func bylinesOfOnePerson() {
    #expect(Byline.onePerson("By MARTA HOLUB") == "Marta Holub")
    #expect(Byline.onePerson("Marta Holub, Harbour Wire") == nil)
    #expect(Byline.onePerson("Staff") == nil)
    #expect(Byline.onePerson(nil) == nil)
  }

  @Test func whoOwnsTheSubjectDoesNotSpeak() {
    #expect(
      said("Norland's central bank left its rates alone on Thursday, saying prices would continue to fall next year.")
        == ["Norland's central bank: prices would continue to fall next year"])
  }

  @Test func theAnswersAreThoseOfTheOneInterviewed() {
    let text = """
      Samantha Oduya flew twice to the station. She lives in Kavalo now.

      Q: Is this a race?

      A: It is if you want money. Otherwise it is a relay.

      Q: Who wins?

      A: Whoever stays. Karin Holt said so.
      """
    #expect(
      said(text).filter { !$0.hasPrefix("Q") } == [
        "Samantha Oduya: It is if you want money. Otherwise it is a relay.",
        "Samantha Oduya: Whoever stays. Karin Holt said so.",
      ])
  }

  @Test func wordsQuotedByAnotherBeginBehindSaying() {
    #expect(
      said("Her coach, Marco Berg, was quoted by the Daily Pier as saying that a sample had been swapped.")
        == ["Marco Berg: that a sample had been swapped"])
  }

  @Test func aNounThatLooksLikeAVerbIsPartOfTheSource() {
    #expect(
      said("A fire destroyed more than 200 shops, the state rescue agency said on Wednesday, as traders wept.")
        .contains(
          "the state rescue agency: A fire destroyed more than 200 shops"))
  }
}
