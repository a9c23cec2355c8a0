import ArticleModel
import Testing

@testable import Extraction

/// Descriptions of somebody whom another paragraph names. The texts are made up.
@Suite struct WhoIsNamedBelowTests {
  private func names(_ marked: String) -> [String] { NamesOfText.speakers(marked).map(\.name) }

  @Test func aDescriptionAtTheTopIsWhoIsNamedBelow() {
    let head = """
      <A headteacher> has said she was proud of her pupils.

      Joan Tindall of Mill Lane School thinks the report was coloured.

      Inspectors came on Monday.

      They left on Tuesday.

      Mrs Tindall was glad.

      <The headteacher> said scores would climb.
      """
    #expect(names(head) == ["Joan Tindall", "Joan Tindall"])
    let spokeswoman = """
      <A UN spokeswoman> said that people were stranded.

      Ingrid Dahl, spokeswoman for the UN envoy, told a briefing that barges would pass.
      """
    #expect(names(spokeswoman) == ["Ingrid Dahl"])
  }

  @Test func somebodyElseMayBeNamedBelow() {
    let another = """
      <A headteacher> has said she was proud of her pupils.

      Joan Tindall, an inspector, thinks the report was coloured.
      """
    #expect(names(another) == ["a headteacher"])
    let army = """
      <An army spokesman> said that people were stranded.

      Joe Dahl, spokesman for the police, said that barges would pass.
      """
    #expect(names(army) == ["an army spokesman"])
    let man = """
      <A headteacher> has said she was proud of her pupils.

      John Tindall of Mill Lane School thinks the report was coloured.
      """
    #expect(names(man).count == 1)
  }

  @Test func aMemberOfAParliamentIsCalledSo() {
    #expect(
      names("<Parliamentarian Lal Senarat> spoke. <The MP> said loans were agreed.") == ["Lal Senarat", "Lal Senarat"])
    #expect(names("Green Field MK Moshe Aronsky-Peled protested. <Aronsky-Peled> spoke.") == ["Moshe Aronsky-Peled"])
    #expect(names("Manager Barry Thornley was relieved, and <our boss> said so.") == ["Barry Thornley"])
  }

  @Test func lettersAndVerbsTellTheOffice() {
    #expect(
      names("<Station house officer (SHO) Inspector Bilal Khattan> spoke. <The SHO> went on.").last == "Bilal Khattan")
    #expect(
      names("<Member of the Provincial Assembly (MPA) Jamshed Bugtan> spoke. <The MPA> went on.").last
        == "Jamshed Bugtan")
    #expect(names("Hinemoa Te Kura, who chairs the board, spoke. <The chairwoman> went on.") == ["Hinemoa Te Kura"])
    #expect(names("Vice Chancellor Rubai Ferdos spoke. <The VC> went on.") == ["Rubai Ferdos"])
    // Near misses: another office, a body.
    #expect(names("Station house officer (SHO) Bilal Khattan spoke. <The DSP> went on.") != ["Bilal Khattan"])
    #expect(names("The head of the Norvik Trade Assembly (NTA) Jo Khattan left. <The NTA> met.") != ["Jo Khattan"])
  }

  @Test func aFatherOfFourIsWhomAPronounWouldMean() {
    let text = """
      Hoekman said his family will drive buses. A good price helped him, he said.

      "You have to laugh," said <the father of four>, who is an assessor.
      """
    #expect(names("Colin Hoekman grows cherries.\n\n" + text) == ["Colin Hoekman"])
    // Near miss: a mother.
    #expect(
      names("Colin Hoekman grows cherries.\n\n" + text.replacing("the father of", with: "the mother of"))
        == ["the mother of four"])
  }

  @Test func aNoteIsWhoseItIs() {
    #expect(
      names("It was unworthy, reads <the note from the Norland Foreign Ministry>.") == ["Norland Foreign Ministry"])
    // Near miss: a letter from somebody.
    #expect(names("It was unworthy, reads <the letter from her sister>.") == ["the letter from her sister"])
  }

  @Test func theClauseBelongsToTheLastOfAList() {
    #expect(names("<Tom Orrin (FF), Dan Salter (FG) and Ann Keogh who> suggested it.") == ["Ann Keogh"])
    // Near miss: a list.
    #expect(names("<Tom Orrin, Dan Salter and Ann Keogh> suggested it.") == ["Tom Orrin, Dan Salter and Ann Keogh"])
  }

  @Test func whoSpeaksOnInMarksIsMeantBehindThem() {
    let text = """
      <A spokeswoman for the port> said: “The port has a proud record.

      “More training is needed.

      “Colleges are stepping up.”

      The port is talking with heads of colleges, <she> added.
      """
    #expect(names(text) == ["a spokeswoman for the port", "a spokeswoman for the port"])
    // Near miss: somebody is named between.
    let between = text.replacing("“More training is needed.", with: "“Moira Lindqvist trains them.”")
    #expect(names(between).last != "a spokeswoman for the port")
  }
}
