import ArticleModel
import Testing

@testable import Extraction

/// Who says what where two speak by turns, ask and answer. The texts are made up.
@Suite struct ExchangeTests {
  // MARK: Cries and questions

  @Test func aCryHasTheSpeakerBehindIt() {
    #expect(
      said("\"It was heavy,\" Tom Brandt said. \"Never!\" Ada Lind replied.")
        == ["Tom Brandt: \"It was heavy,\"", "Ada Lind: \"Never!\""])
    #expect(
      said("\"Yes,\" Otto Berg replied. \"Was it empty?\" Ada Lind asked.")
        == ["Otto Berg: \"Yes,\"", "Ada Lind: \"Was it empty?\""])
    // Near miss: the sentence behind is a report of its own.
    #expect(
      said("\"It was heavy,\" Tom Brandt said. \"Who would lift it?\" Ada Lind said on Monday that she would.")
        .allSatisfy { !$0.hasPrefix("Ada Lind: \"Who") })
  }

  @Test func aCryBeginsWhatGoesOnBehindItsSpeaker() {
    let text = """
      The mayor, Tomas Brandt, sat down.

      "Forty-one!" Ada Lind shouted. "Last year it was thirty!"
      """
    #expect(said(text) == ["Ada Lind: \"Forty-one!\" / \"Last year it was thirty!\""])
  }

  // MARK: Who answers

  @Test func whoWasAskedReplies() {
    #expect(
      said("Rosa Fonte wept. \"Was it empty?\" Mary Lind asked Anna Hale. \"I think so,\" she answered.").last
        == "Anna Hale: \"I think so,\"")
    // Near miss: she goes on.
    #expect(
      said("Rosa Fonte wept. \"Was it empty?\" Mary Lind asked Anna Hale. \"I think so,\" she added.").last
        == "Mary Lind: \"I think so,\"")
  }

  @Test func aParagraphBehindAQuestionIsWhoWasAsked() {
    #expect(
      said("\"Do you regret it?\" Ada Lind asked Tom Brandt.\n\n\"Not for one single day of my life.\"").last
        == "Tom Brandt: \"Not for one single day of my life.\"")
    // Near miss: nobody is asked.
    #expect(
      said("\"Why should we regret it?\" Ada Lind said.\n\n\"Not for one single day of my life.\"").last
        == "Ada Lind: \"Not for one single day of my life.\"")
  }

  @Test func whoIsSpokenToByNameSpeaksNext() {
    let text = """
      Rail chief Otto Berg was questioned by the committee and its chair, Fatima Lind.

      "There was a great deal of snow," Berg told MPs.

      "It's March, Mr Berg," said Lind.

      "It was January then."

      "And February?"

      "In February we waited for a part."
      """
    #expect(
      said(text).suffix(3) == [
        "Otto Berg: \"It was January then.\"", "Fatima Lind: \"And February?\"",
        "Otto Berg: \"In February we waited for a part.\"",
      ])
    // Near miss: nobody is spoken to.
    let other = text.replacing("March, Mr Berg,", with: "March now,")
    #expect(said(other).contains("Fatima Lind: \"It was January then.\""))
  }

  @Test func whoShakesHerHeadAnswers() {
    let text = """
      Asked by Sanna Brekke whether insurers would step in, Della Marchetti shook her head. "They have left the room \
      already."
      """
    #expect(
      said(text) == [
        "Sanna Brekke: whether insurers would step in", "Della Marchetti: \"They have left the room already.\"",
      ])
    // Near miss: somebody else says it.
    #expect(said(text + " said Ada Lind.").last != "Della Marchetti: \"They have left the room already.\"")
  }

  @Test func whoIsAskedDoesNotAsk() {
    #expect(
      said("Clara Lind was asked whether Norway would send troops.") == ["?: whether Norway would send troops"])
    // Near miss: she asks.
    #expect(said("Clara Lind asked whether Norway would send troops.").first?.hasPrefix("Clara Lind") ?? false)
  }

  @Test func whatOneIsAskedAboutIsNotSaid() {
    #expect(
      said("Asked about the money, the lawyer, Vera Lind, said it was a loan.") == ["Vera Lind: it was a loan"])
  }

  // MARK: Speakers

  @Test func aNameInsideTheMentionIsTheSpeaker() {
    #expect(
      said("Lena Hovik spoke. \"We go again,\" said the captain, Otto Lind.") == ["Otto Lind: \"We go again,\""])
    // Near miss: no name stands there.
    #expect(said("Lena Hovik spoke. \"We go again,\" said the captain.") == ["Lena Hovik: \"We go again,\""])
  }

  @Test func someoneSpeaks() {
    let found = statements("\"Sit down!\" someone shouted. \"I heard shouting,\" said another.")
    #expect(found.map { $0.speaker?.name } == ["someone", "another"])
    #expect(found.allSatisfy { $0.speaker?.kind == .anonymous })
    // Near miss: another what.
    #expect(statements("\"I heard shouting,\" said another neighbour.").first?.speaker?.name != "another")
  }

  @Test func itIsWhoGaveOutTheStatement() {
    #expect(
      said("The defence ministry issued a statement on Monday. \"The aircraft returned to base,\" it said.")
        == ["the defence ministry: \"The aircraft returned to base,\""])
    #expect(
      said("We have just had a statement from the mediators. \"The parties have agreed on nine points,\" it says.").last
        == "the mediators: \"The parties have agreed on nine points,\"")
    // Near miss: nothing was given out.
    #expect(
      said("The lorry stopped on Monday. \"The aircraft returned to base,\" it said.")
        == ["?: \"The aircraft returned to base,\""])
  }

  // MARK: Which words

  @Test func whereAndWhenStandBetweenTheHearerAndTheWords() {
    #expect(said("Ada Lind told Reuters in Oslo the plant would close.") == ["Ada Lind: the plant would close"])
    #expect(said("Ada Lind told the BBC on Monday the plant would open.") == ["Ada Lind: the plant would open"])
    // Near miss: a thing is told.
    #expect(said("Ada Lind told Reuters in Oslo the whole story.").allSatisfy { !$0.contains("Oslo") })
  }

  @Test func aDayStandsBeforeWhatIsPromised() {
    #expect(
      said("The officers who seized power in Norvik on Sunday promised on Tuesday to hold elections within a year.")
        == ["the officers: to hold elections within a year"])
    // Near miss: no promise.
    #expect(said("The officers who seized power in Norvik met on Tuesday to hold elections within a year.") == [])
  }

  @Test func anOrderIsToldToSomebody() {
    #expect(said("Ada Lind told the truth to save her brother from prison.") == [])
    #expect(said("Ada Lind told lies to save her brother from prison.").allSatisfy { !$0.contains(": to save") })
  }

  @Test func anOrderIsTold() {
    #expect(
      said("The judge, Mr Justice Penhal, told jurors not to discuss the case with anyone.")
        == ["Penhal: not to discuss the case with anyone"])
    // Near miss: who is told.
    #expect(
      said("The jurors were told not to discuss the case with anyone.").allSatisfy { !$0.contains("not to discuss") })
  }

  @Test func whatIsGivenIsNotSaid() {
    #expect(said("The mayor offered him a watch in 1972.") == [])
    #expect(said("Otto Berg learned the trade from his uncle.") == [])
    #expect(said("The waiter declined to give his name.") == [])
    // Near miss: something is said.
    #expect(said("Otto Berg learned that the trade was dying.") == ["Otto Berg: that the trade was dying"])
  }
}
