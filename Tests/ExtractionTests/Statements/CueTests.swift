import Testing

@testable import Extraction

/// Who says a quotation without a plain telling: turns, dates in front, signatures, headings, accounts. The texts are made up.
@Suite struct CueTests {
  @Test func whoBeginsSaysWhatFollows() {
    #expect(
      said("Opposition leader Ada Lind began with trains. “Can the minister tell us why they are late?”")
        == ["Ada Lind: “Can the minister tell us why they are late?”"])
    #expect(
      said("Mayor Ada Lind tried a kinder tone. “Who has paid for all of this?”")
        == ["Ada Lind: “Who has paid for all of this?”"])
    // Near miss: somebody says it behind.
    #expect(
      said("Mayor Ada Lind began with trams. “Who has paid for all of this?” Otto Berg asked.")
        == ["Otto Berg: “Who has paid for all of this?”"])
  }

  @Test func aDateMayStandBeforeWhoSaysIt() {
    #expect(
      said("In 1978 a royal commission warned: “The valley will flood.”")
        == ["a royal commission: “The valley will flood.”"])
    // Near miss: the date is all there is before the colon.
    #expect(said("In 1978 it was plain: “The valley will flood.”").allSatisfy { !$0.contains("1978") })
  }

  @Test func whoAnswersWithWordsOfHisOwnDidNotAsk() {
    #expect(
      said("“When will it end?” Otto Berg said the strike would be over by May.")
        == ["?: “When will it end?”", "Otto Berg: the strike would be over by May"])
    // Near miss: nothing else is said.
    #expect(said("“When will it end?” Otto Berg said.") == ["Otto Berg: “When will it end?”"])
  }

  @Test func aSignatureMayTellWhatAndWhen() {
    let quotation = "\"If they can hear me, I am too loud.\""
    #expect(
      said(quotation + "\n\n— page-turner Nela Berg on her fifty years on stage") == ["Nela Berg: \(quotation)"])
    #expect(said(quotation + "\n\n— Nela Berg, mayor of Norvik, at the opening") == ["Nela Berg: \(quotation)"])
    // Near miss: a sentence behind a dash.
    #expect(said(quotation + "\n\n— Nela Berg scored twice").allSatisfy { !$0.hasPrefix("Nela") })
  }

  @Test func aHeadingSaysWhoWroteWhatIsPrinted() {
    #expect(
      said(
        "Statement by the family of Ada Lind\n\n“Our daughter was 24. She loved the sea.\n\n“We ask all of you to leave us alone.”"
      )
        == ["the family of Ada Lind: “Our daughter was 24. She loved the sea. / “We ask all of you to leave us alone.”"]
    )
    // Near miss: the words have a speaker.
    #expect(
      said("Statement by the family of Ada Lind\n\n“Our daughter was 24,” said Otto Berg.")
        == ["Otto Berg: “Our daughter was 24,”"])
  }

  @Test func anAccountMayBeALabel() {
    #expect(
      said("@NorvikObserver: Voting has been calm in all districts.\n\nThe queue is long.")
        == ["@NorvikObserver: Voting has been calm in all districts."])
    // Near miss: the account is spoken of.
    #expect(said("@NorvikObserver was calm: nobody wrote.").allSatisfy { !$0.hasPrefix("@Norvik") })
  }
}
