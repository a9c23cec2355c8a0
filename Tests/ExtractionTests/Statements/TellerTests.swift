import ArticleModel
import Testing

@testable import Extraction

/// Who tells something, and where what is told ends. The texts are made up.
@Suite struct TellerTests {
  @Test func thePhoneDoesNotSpeak() {
    #expect(
      said("A resident reached by phone said the road was gone.") == ["a resident: the road was gone"])
    #expect(
      said("A farmer in Halden contacted by telephone said the bridge had collapsed.")
        == ["a farmer in Halden: the bridge had collapsed"])
    #expect(
      said("One villager reached by phone in the north said the soldiers had left on Monday.")
        == ["one villager: the soldiers had left on Monday"])
    // Near miss: an agreement is reached by those who speak.
    #expect(
      said("Under the pact reached by Norland, the minister said, prices would fall.").allSatisfy {
        !$0.hasPrefix("the pact")
      })
  }

  @Test func whatAGovernmentHasConfirmedIsItsStatement() {
    #expect(
      said("Nine people have died in the floods, the government has confirmed.")
        == ["the government: Nine people have died in the floods"])
    #expect(
      said("The funds were never paid to the town, officials have now admitted.")
        == ["officials: The funds were never paid to the town"])
    #expect(
      said("Two senior managers have resigned, the Herald has learned.")
        == ["the Herald: Two senior managers have resigned"])
    // Near miss: what is confirmed stands behind the verb.
    #expect(
      said("After a week of talks, the government has confirmed the appointment of a judge.").allSatisfy {
        !$0.contains("After a week")
      })
  }

  @Test func theTellingMayStandBeforeTheVerb() {
    #expect(
      said("The answer, Silva told MPs, was simple.") == ["Silva: The answer / was simple"])
    #expect(
      said("The minister, the government has confirmed, will resign on Friday.")
        == ["the government: The minister / will resign on Friday"])
    #expect(
      said("The trouble, as Roe told the committee, was the price.") == ["Roe: The trouble / was the price"])
    // Near miss: nobody hears it.
    #expect(said("The answer, on the last page, was simple.") == [])
  }

  @Test func wordsGoOnToTheirSecondVerb() {
    #expect(
      said("Obi said she supported the policy but faced a shortfall.")
        == ["Obi: she supported the policy but faced a shortfall"])
    // Near miss: what she does who says it.
    #expect(
      said("Obi said she supported the policy but declined to comment further.")
        .allSatisfy { !$0.contains("declined") })
  }

  @Test func fewWordsInMarksStandInsideTheWords() {
    #expect(
      said("Ada Cook told Radio Perth the state was “ready” and had enough beds.")
        == ["Ada Cook: the state was “ready” and had enough beds"])
    #expect(
      said("Roe told the Herald the club was “broke” but would not sell its best players.").map { $0.dropFirst(5) }
        == ["the club was “broke” but would not sell its best players"])
  }

  @Test func whoeverTellsStandsBehindBy() {
    #expect(said("Okafor was told by nurses there was no bed.") == ["nurses: there was no bed"])
    // Near miss: nobody is said to have told it.
    #expect(said("Okafor was told the flight was full.").allSatisfy { !$0.hasPrefix("Okafor") })
  }

  @Test func aThingIsPutAtANumber() {
    #expect(said("Officials put the damage at $3m.") == ["officials: the damage at $3m"])
    // Near miss: a place.
    #expect(said("The waiter put the cup at the edge of the table.") == [])
  }

  @Test func bothAreTheTwoWhoWereNamed() {
    #expect(
      said("Peter Roe and Anna Lind were arrested in May. They have both denied the charges.")
        == ["Peter Roe and Anna Lind: the charges"])
  }

  @Test func whomSomebodyPassedDoesNotSpeak() {
    #expect(
      statements("Peter Roe sat beside Karl Moen at the table. He said the talks would go on.").map(\.speaker?.name)
        == ["Peter Roe"])
    #expect(
      statements("The count was late. Peter Roe swept past Karl Moen at the door. “I have no time,” he said.")
        .map(\.speaker?.name) == ["Peter Roe"])
    // Near miss: who acts before another verb.
    #expect(
      statements("The crowd waited until Karl Moen came. He said the line was too long.").map(\.speaker?.name)
        == ["Karl Moen"])
  }
}
