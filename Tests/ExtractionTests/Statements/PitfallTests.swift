import ArticleModel
import IndexDefinition
import Testing

@testable import Extraction

/// What goes wrong most easily, each with a near miss. The texts are made up.
@Suite struct PitfallTests {
  @Test func theModelFits() { #expect(extractor.modelProblem == nil) }

  // MARK: Layout of a quotation

  @Test func interruptedQuotationIsOneStatement() {
    #expect(
      said("“The dam is safe,” said Engineer Lena Okafor, “but the road below it is not.”")
        == ["Lena Okafor: “The dam is safe,” / “but the road below it is not.”"])
  }

  @Test func twoSpeakersMakeTwoStatements() {
    #expect(
      said("“The dam is safe,” said Lena Okafor. “The road below it is not,” said Tomas Brandt.")
        == ["Lena Okafor: “The dam is safe,”", "Tomas Brandt: “The road below it is not,”"])
  }

  @Test func quotationOverParagraphsIsOneStatement() {
    let text = """
      “We came here with nothing at all,” said Amina Diallo.

      “Now we have a school, a well and a market.

      “And we intend to keep all three of them.”
      """
    let found = said(text)
    #expect(
      found.last
        == "Amina Diallo: “Now we have a school, a well and a market. / “And we intend to keep all three of them.”")
  }

  @Test func colonBeforeAQuotationNamesItsSpeaker() {
    let text = """
      Nakamura answered the council in a short letter:

      “The harbour will stay closed until every boat in it has been checked.”
      """
    #expect(said(text).last == "Nakamura: “The harbour will stay closed until every boat in it has been checked.”")
  }

  @Test func dashAndNameBehindAQuotationNameItsSpeaker() {
    let text = """
      “I lost two cows and the whole of the barley in one night.” — Petra Lindqvist, farmer

      “Nobody came to ask us what we needed after the storm.” — Omar Haddad, fisherman
      """
    #expect(said(text).map { $0.prefix(while: { $0 != ":" }) } == ["Petra Lindqvist", "Omar Haddad"])
  }

  @Test func smallWordsInsideANameBehindADash() {
    let text = "“We have waited at this gate for nineteen days.” - Joost van der Meer, crane operator"
    #expect(said(text).map { $0.prefix(while: { $0 != ":" }) } == ["Joost van der Meer"])
    // Near miss: a sentence behind the dash.
    #expect(
      !said("“We have waited at this gate for nineteen days.” - Joost left.").contains { $0.hasPrefix("Joost left") })
  }

  @Test func aNounWithARelativeClauseSaysNothing() {
    let found = statements("The party of Lena Okafor won in two states that grow little but rye.")
    #expect(!found.contains { $0.method == "rule.clause" })
  }

  @Test func labelsOfNotesAndTablesAreNoTranscript() {
    let text = """
      The mill sold less timber this year than in the one before.

      NOTE: “Timber sold” means wood that left the yard before the end of March.

      TABLE: “Net” means what remains of the sales when all the wages are paid.
      """
    #expect(!said(text).contains { $0.hasPrefix("NOTE") || $0.hasPrefix("TABLE") })
  }

  @Test func nestedMarksBelongToTheOuterQuotation() {
    #expect(
      said("“He looked at me and said ‘never again’ before he left the room,” Maria Santos recalled.").first
        == "Maria Santos: “He looked at me and said ‘never again’ before he left the room,”")
  }

  @Test func statementsInsideStatementsAreTheirOwn() {
    #expect(
      said("“The mayor told me that the dam was safe,” Maria Santos said.")
        == ["Maria Santos: “The mayor told me that the dam was safe,”", "the mayor: that the dam was safe"])
    #expect(
      said("Maria Santos said the mayor had told her that the dam was safe.")
        == ["Maria Santos: the mayor had told her that the dam was safe", "the mayor: that the dam was safe"])
    // What somebody says of what they said before is theirs.
    #expect(
      said("“I told the mayor that the dam was not safe,” Maria Santos said.").last
        == "Maria Santos: that the dam was not safe")
    // Near misses: nobody inside says it, and it is a noun.
    #expect(said("“It is known that the dam was not safe,” Maria Santos said.").count == 1)
    #expect(said("Maria Santos said the claim that the dam was safe was wrong.").count == 1)
  }

  @Test func otherMarksAreQuotationsToo() {
    #expect(
      said("«The bridge will open in the spring of next year,» said Igor Petrenko.").first?.hasPrefix("Igor Petrenko")
        == true)
    #expect(
      said("``The bridge will open in the spring of next year,'' said Igor Petrenko.").first?.hasPrefix("Igor Petrenko")
        == true)
  }

  // MARK: What is no statement

  @Test(arguments: [
    "The “smart” meters were installed in May.", "The film “The Long Way Home” opens on Friday.",
    "The parade was called off because of rain.",
    "She would be with friends at the lake all summer.",
  ])
  func scareQuotesTitlesAndPlainTellingAreNone(_ text: String) { #expect(said(text) == [], "\(text)") }

  @Test func anAdThatFeaturesSomethingSaysNothing() {
    #expect(said("The ad features a tractor and two children.") == [])
  }

  @Test func captionsAndBoilerplateSayNothing() {
    var article = sampleArticle("“We will win this match,” said coach Ada Ode.")
    article.blocks[0].kind = .caption
    #expect(extractor.annotate(article).statements == [])
    article.blocks[0].kind = .boilerplate(reason: "advertisement")
    #expect(extractor.annotate(article).statements == [])
    article.blocks[0].kind = .paragraph
    #expect(extractor.annotate(article).statements.count == 1)
  }

  @Test func otherLanguagesGiveNoStatements() {
    let text = "“We will win this match,” said coach Ada Ode."
    #expect(extractor.annotate(sampleArticle(text, language: "sv")).statements == [])
    #expect(extractor.annotate(sampleArticle(text, language: "en-GB")).statements.count == 1)
  }

  // MARK: Who speaks

  @Test func theOneWhoIsToldIsNotTheSpeaker() {
    #expect(
      said("Finance Minister Ruth Adeyemi told Reuters that the budget would be cut.").first?.hasPrefix(
        "Ruth Adeyemi: that") == true)
    #expect(said("Reuters told its readers that the budget would be cut.").first?.hasPrefix("Reuters") == true)
  }

  @Test func accordingToNamesTheSpeaker() {
    #expect(
      said("The river will rise by two metres, according to the weather service.").first?.hasSuffix(
        "The river will rise by two metres") == true)
  }

  @Test func invertedCueWithAnApposition() {
    #expect(
      said("“The mine must close,” said Jonas Weber, the head of the miners’ union.").first?.hasPrefix("Jonas Weber:")
        == true)
  }

  @Test func decliningToSayIsIndirect() {
    #expect(said("Weber declined to say when the mine would close.").first == "Weber: when the mine would close")
  }

  @Test func gerundBehindByBringsTheWords() {
    let found = repaired("She echoed the words of the mayor by claiming that the bridge was never safe.")
    #expect(found == "She | claiming | that the bridge was never safe")
    let miss = repaired("She echoed the words of the mayor by claiming the bridge.")
    #expect(miss == "She | echoed | the words of the mayor by claiming the bridge")
  }

  /// The relation of a sentence whose first word is tagged as source, the second as cue, the rest as content.
  private func repaired(_ text: String) -> String {
    let table = tokens(text)
    let input = TaggerInput(table, TokenMemory(words: WordClasses(definition: .builtIn)))
    let subjects = SubjectFinder(input, TaggedTokens(count: table.count), in: 0..<table.count)
    var relations = [Relation(source: 0..<1, cue: 1..<2, contents: [2..<(table.count - 1)])]
    RelationRepairs(input: input, subjects: subjects, in: 0..<table.count).repair(&relations)
    return [relations[0].source, relations[0].cue, relations[0].contents.first].map { $0.map { table.text($0) } ?? "-" }
      .joined(separator: " | ")
  }

  @Test func respondingBySayingIsFound() {
    #expect(
      said("Weber responded by saying on “Channel 4” that the miners need guarantees.").first
        == "Weber: that the miners need guarantees")
  }

  @Test func datelinesAndBylinesDoNotSpeak() {
    let text = """
      By Clara Holm

      OSLO, March 3 — Prime Minister Nils Aune said on Monday that the tax would stay.
      """
    #expect(said(text).count == 1)
    #expect(said(text).first?.hasPrefix("Nils Aune: that the tax would stay") == true)
  }

  // MARK: Kinds

  @Test func kinds() {
    #expect(statements("“The dam is safe and will stay so,” said Lena Okafor.").map(\.kind) == [.direct])
    #expect(statements("Lena Okafor said that the dam is safe.").map(\.kind) == [.indirect])
    #expect(
      statements("Lena Okafor said that the dam, built ninety years ago, was “in a very good state”.").map(\.kind)
        == [.mixed])
  }

  @Test func confidenceIsAProbabilityAndLowerWhereLittleSpeaksForIt() {
    let sure = statements("“The dam is safe and will stay so,” said Lena Okafor.")
    #expect(sure.allSatisfy { $0.confidence > 0.5 && $0.confidence < 1 })
  }
}
