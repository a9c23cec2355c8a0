import ArticleModel
import Testing

@testable import Extraction

/// Words around a quotation that leave no choice of its speaker. The texts are made up.
@Suite struct SpeakerGrammarTests {
  /// The speakers of the quotations as written, in reading order.
  private func speakers(_ text: String) -> [String] {
    extractor.annotate(sampleArticle(text)).statements.filter { $0.kind != .indirect }.map { $0.speaker?.text ?? "-" }
  }

  @Test func whoStandsBetweenTheMarksAndTheVerbReports() {
    #expect(
      speakers(
        "The “three harbours” he named “are among the oldest in the north and will stay open,” The Pier reported."
      )
      .last == "The Pier")
    // Near miss: the words are reported, and still his.
    #expect(speakers("Otto Berg said that the pier is “closed to all of us,” The Pier reported.") == ["Otto Berg"])
  }

  @Test func whoStandsBeforeSayingSaysIt() {
    #expect(
      speakers(
        "The film ends with pictures of Otto Berg saying on the pier last week, “That makes me proud,” as it rains.")
        == ["Otto Berg"])
  }

  @Test func whoIsToldDoesNotSpeak() {
    #expect(
      speakers(
        "Otto Berg has had hard words for the judges, telling Mara Lind “I am not fine with any of them at all.”")
        == ["Otto Berg"])
    #expect(speakers("“I am not fine with any of them at all,” Otto Berg told Mara Lind.") == ["Otto Berg"])
  }

  @Test func whoActsBeforeAsking() {
    #expect(
      speakers("Otto Berg sings to Mara Lind before asking her, “Where do we go from here?”") == ["Otto Berg"])
  }

  @Test func whoActsBeforeAColon() {
    #expect(
      speakers("“The pier is closed,” Otto Berg said on Monday. Mara Lind disagreed: “It is open to everybody.”")
        == ["Otto Berg", "Mara Lind"])
  }

  @Test func aSentenceOfWordsAloneGoesOn() {
    let first =
      "“The pier is on the ballot,” Mr. Berg said on Saturday night at a dinner in Kavalo, where Ms. Lind also spoke. "
    // One statement in two pieces.
    #expect(speakers(first + "“Fish is on the ballot. Salt is on the ballot.”") == ["Mr. Berg"])
    // Near miss: its own sentence names another.
    #expect(speakers(first + "“Fish is on the ballot,” said Ms. Lind.") == ["Mr. Berg", "Ms. Lind"])
  }

  @Test func whatStandsBehindPerIsTheSource() {
    #expect(
      speakers(
        "The club may choose a new chair “when the seat has been empty for a month or more,” per the rules of the club."
      )
        == ["the rules of the club"])
  }

  @Test func aTitleBeforeTheVerbSpeaks() {
    #expect(
      speakers(
        "The party accused the state of “plain neglect”, a charge the chief minister dismissed as “politics on graves”."
      )
        == ["The party", "the chief minister"])
  }

  @Test func aPaperThatIsQuotedSpeaks() {
    let words = "“We have waited long enough, and shall shut the gates without further notice.”"
    #expect(
      speakers(
        "The crews met late. The letter, a copy of which was seen by Otto Berg on Monday, reads in part, \(words)")
        == ["The letter"])
    #expect(speakers("The crews met late. The statement reads: \(words)") == ["The statement"])
    // Near miss: who reads it.
    #expect(
      speakers("The letter came late. Otto Berg, who has a copy, said: \(words)").first?.hasPrefix("Otto Berg") == true)
  }

  @Test func aPaperThatWasReadFromGoesOn() {
    let text = """
      In the letter, sent on Monday, the crews say the closure would leave Norvik with one ferry.

      It goes on: “The ferry costs less than the new flag. We ask you to publish the figures.”
      """
    #expect(speakers(text) == ["the letter"])
    // Near miss: nothing was read.
    #expect(speakers(text.replacing("In the letter, sent on Monday", with: "In the harbour, on Monday")) == ["-"])
  }

  @Test func somebodyWhoCriesIsWhereTheySit() {
    #expect(
      speakers(
        "Board Chair Ida Brandt said the rule was for all boats. When somebody in the back yelled, “So what?” she left."
      )
      .last == "somebody in the back")
  }

  @Test func whomTheOpeningNamesDoesNotSpeak() {
    #expect(
      speakers(
        "In a letter read into the record by Town Clerk Mara Roe, summer resident Joost van Laar called the ferry “the only democratic institution on the island.”"
      ) == ["summer resident Joost van Laar"])
    // Near miss: the office of the one who is named.
    #expect(
      speakers(
        "In the end Mara Roe, clerk of Norvik, called the ferry “the only democratic institution on the island.”"
      )
      .first?.hasPrefix("Mara Roe") == true)
  }
}

/// The speaker where another name stands near. The texts are made up.
@Suite struct SpeakerBesideTests {
  private func speakers(_ text: String) -> [String] {
    extractor.annotate(sampleArticle(text)).statements.filter { $0.kind != .indirect }.map { $0.speaker?.name ?? "-" }
  }

  @Test func byWhomItIsKnownDoesNotSpeak() {
    #expect(
      speakers("Otto Berg spoke late. “There is no convoy without us,” Berg said, according to the state agency NPA.")
        == ["Otto Berg"])
  }

  @Test func whoStandsRightBehindTheVerbSpeaks() {
    #expect(
      speakers("“It is theatre, but the guns are loaded,” thinks Mara Lind, of the pollster Datum Norvik.")
        == ["Mara Lind"])
  }

  @Test func whoPutsItSoSpeaks() {
    #expect(
      speakers("Anna Lind builds boats. “Nobody pays for a hole,” is how she put it.") == ["Anna Lind"])
  }

  @Test func whomASentenceBeginsWithSpeaksBehindItsColon() {
    #expect(
      speakers("Norvik coach Otto Berg, speaking to Radio Nine: “In the first half we were tourists here.”")
        == ["Otto Berg"])
    // Near miss: somebody acts between.
    #expect(
      speakers("Norvik coach Otto Berg, as Mara Lind told him: “In the first half you were tourists here.”")
        != ["Otto Berg"])
  }

  @Test func aNameBehindItsNounSpeaks() {
    #expect(
      speakers(
        "Mara Lind left without a word, but her coach, Otto Berg, complained that she had been “boxing the calendar”.")
        == ["Otto Berg"])
  }

  @Test func aTopicGoesOnWithTheSpeaker() {
    #expect(
      speakers(
        """
        Norvik coach Otto Berg: “Two points thrown in the river, and nobody went in after them.”
        On the red card: “I have not seen it again, and from the bench it looked orange.”
        On Mara Roth's future: “She will play until they carry the posts away.”
        """) == ["Otto Berg", "Otto Berg", "Otto Berg"])
  }

  @Test func whoIsOverheardSpeaksAndNotWhoHearsIt() {
    #expect(
      speakers("“Return the years you cut from our pensions,” one retiree was heard shouting by the Sund Courier.")
        == ["one retiree"])
    // Near miss: who is seen by somebody says nothing of it.
    #expect(
      speakers("“Return the years you cut from our pensions,” Otto Berg told the Sund Courier, which was seen by all.")
        == ["Otto Berg"])
  }

  @Test func whoGoesOnSpeaksAndNotByWhomItIsKnown() {
    #expect(
      speakers("“All of us at the table accept that the trade is dying,” Otto Berg went on, according to Norvik Today.")
        == ["Otto Berg"])
  }

  @Test func whoCalledTheSessionDoesNotSlamIt() {
    #expect(
      speakers(
        "In a tweet, Green deputy Mara Lind slams the session, which was called by Otto Berg to discuss the price of wells, "
          + "stating that it was “shabby and pointless”.") == ["Mara Lind"])
  }

  @Test func proverbsAreNobodysWords() {
    #expect(speakers("It is true, as the old proverb says: “He who pays the piper calls the tune.”") == [])
    // Near miss: who repeats one says it.
    #expect(
      speakers("“He who pays the piper calls the tune,” Otto Berg said, repeating the old proverb.") == ["Otto Berg"])
  }
}
