import ArticleModel
import Testing

@testable import Extraction

/// Words whose speaker the next sentence names. The texts are made up.
@Suite struct VerdictTests {
  @Test func theNextSentenceTellsWhoseWordsTheyAre() {
    #expect(
      said("The tower will stay. That is the verdict of Ada Lind, who has drawn it for years.")
        == ["Ada Lind: The tower will stay"])
    #expect(
      said("“A tower is not a tree that grew.” Those were the words of the judge, Otto Berg, when he threw it out.")
        == ["Otto Berg: “A tower is not a tree that grew.”"])
    #expect(
      said("“Nobody asked the birds about it.” It is Lind again, from the stairs.").first
        == "Lind: “Nobody asked the birds about it.”")
  }

  @Test func whoGivesOnlyANameIsCalledByIt() {
    #expect(
      said("“We breathe in shifts.” Those are the words of a taxi driver who gave his name only as Marat.").first
        == "Marat: “We breathe in shifts.”")
  }

  @Test func whoHasSpokenAlreadyKeepsTheWords() {
    // Near miss: the words have a speaker.
    #expect(
      said("“A tower is not a tree that grew,” said Mara Roth. That is the view of Otto Berg too.").first
        == "Mara Roth: “A tower is not a tree that grew,”")
  }

  @Test func aThingHasNoVerdict() {
    // Near misses: not whose words they are.
    #expect(said("The tower will stay. That is the end of the road.") == [])
    #expect(said("The tower will stay. That is the work of Ada Lind.") == [])
    #expect(said("Will the tower stay? That is the question of the year.") == [])
  }
}
