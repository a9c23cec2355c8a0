import ArticleModel
import Testing

@testable import Extraction

/// Labels of transcripts that are an office, as parliaments and press conferences print them. The texts are made up.
@Suite struct OfficeLabelTests {
  private static let intro =
    "Prime Minister Ida Brandt and Transport Minister Joost Laar spoke to the press in Norvik.\n\n"

  @Test func anOfficeIsWhoeverTheTextCallsSo() {
    let text =
      Self.intro + """
        PRIME MINISTER: The bridge is shut.

        JOURNALIST: For how long?

        PRIME MINISTER: Until it is safe.

        MINISTER LAAR: That may be Sunday.

        MINISTER: Or Monday, I fear.
        """
    #expect(
      statements(text).suffix(5).map { $0.speaker?.name } == [
        "Ida Brandt", "JOURNALIST", "Ida Brandt", "Joost Laar", "Joost Laar",
      ])
    #expect(statements(text).last?.speaker?.kind == .person)
  }

  @Test func anOfficeInSmallLettersIsOfWhomTheTextIntroduces() {
    let text = """
      Following is what the Secretary for Harbours, Ms Ida Brandt, told the press after a visit to the pier:

      Reporter: Secretary, will the bridge open?

      Secretary for Harbours: Thank you. It will, if the frost lets it.

      Reporter: And the ferry?

      Secretary for Harbours: The ferry has never stopped.

      We have asked the crew for a new timetable.

      (Please also refer to the Norlandic part.)
      """
    #expect(
      said(text).suffix(2) == [
        "Reporter: And the ferry?",
        "Ida Brandt: The ferry has never stopped. / We have asked the crew for a new timetable.",
      ])
    // Near miss: a few titles with a colon in a report.
    #expect(
      statements(
        "House of Sand: The novel is out.\n\nIt rains in it for a year.\n\nKings of Norvik: A play by Ida Brandt.\n\nNobody came."
      ).allSatisfy { $0.method != "layout.transcript" })
  }

  @Test func anOfficeThatTwoMayHoldStaysAsWritten() {
    let text = """
      Trade Minister Ada Lind and Transport Minister Joost Laar spoke to the press in Norvik.

      MINISTER: The bridge is shut.

      JOURNALIST: For how long?

      MINISTER: Until it is safe.

      JOURNALIST: And then?
      """
    #expect(statements(text).last { $0.speaker?.kind != nil }?.speaker?.kind == .anonymous)
    #expect(said(text).contains("MINISTER: The bridge is shut."))
  }

  @Test(arguments: [
    "The witness Tom Roe was questioned by counsel for the state, advocate Lea Pirk.",
    "The witness Tom Roe was questioned by Lea Pirk, the counsel for the state.",
  ])
  func anOfficeMayHaveAnOwner(_ intro: String) {
    let text = """
      \(intro)

      COUNSEL FOR THE STATE: You signed the book?

      THE WITNESS: I did.

      COUNSEL FOR THE STATE: Had you been below?

      THE WITNESS: No.
      """
    #expect(
      statements(text).suffix(4).map { $0.speaker?.name } == ["Lea Pirk", "THE WITNESS", "Lea Pirk", "THE WITNESS"])
  }

  @Test func whoOnceHeldAnOfficeIsNotMeant() {
    let text = """
      The committee heard former chair Ada Lind and engineer Otto Berg.

      THE CHAIR: Where is the roof?

      MS. LIND: It came too late.

      THE CHAIR: And the steel?

      MR. BERG: It was short.
      """
    #expect(
      statements(text).suffix(4).map { $0.speaker?.name } == ["THE CHAIR", "Ada Lind", "THE CHAIR", "Otto Berg"])
  }

  @Test func aNameThatIsAnOfficeTooStaysAName() {
    let text = """
      Captain Ole Mason and Judge Ida Bishop met in Norvik.

      CAPTAIN MASON: The ship sank.

      JUDGE BISHOP: Why?

      MASON: It had a hole.

      BISHOP: Who made it?
      """
    #expect(
      statements(text).suffix(4).map { $0.speaker?.name } == ["Ole Mason", "Ida Bishop", "Ole Mason", "Ida Bishop"])
  }

  @Test func honorificsWithAPointAreNoRole() {
    let text = """
      Press secretary Dana Whitt spoke to reporters.

      MS. WHITT: The president will travel on Friday.

      Q Will he meet the opposition?

      MS. WHITT: I have nothing on that.

      Q Is he angry?

      MS. WHITT: He is never angry.
      """
    let found = statements(text).filter { $0.method == "layout.transcript" }
    #expect(found.map { $0.speaker?.name } == ["Dana Whitt", "Q", "Dana Whitt", "Q", "Dana Whitt"])
    #expect(found.first?.speaker?.role == "Press secretary")
    // Near miss: a magazine called by the letter.
    #expect(said("Q Magazine closed in May.\n\nIts readers were not asked.") == [])
  }

  @Test func parliamentsPrintTitlesSmallAndSeatsInBrackets() {
    let text = """
      Senator RUSK (Norvik) (14:03): How many sheep were lost?

      Senator ODERS (Harrow—Minister for Trade) (14:04): I am told two hundred.

      The PRESIDENT: Senator Rusk, a second question?

      Senator RUSK (Norvik) (14:05): Two thousand, the captain says.

      Senator ODERS (Harrow—Minister for Trade) (14:06): I do not answer for captains.
      """
    let found = statements(text).filter { $0.method == "layout.transcript" }
    #expect(found.map { $0.speaker?.name } == ["Rusk", "Oders", "The PRESIDENT", "Rusk", "Oders"])
    #expect(found[1].speaker?.role == "Minister for Trade" || found[1].speaker?.role == "Senator")
    // Near miss: a list of results.
    #expect(said("Senator RUSK (Norvik) lost.\n\nSenator ODERS (Harrow) won.") == [])
  }

  @Test func aPartMayStandBesideTheNameOfALabel() {
    let text = """
      HOST, ALICE BRAD: Treasurer Colm Hark joins me now.

      TREASURER: Good to be here.

      BRAD: Did you know in June?

      TREASURER: I knew what I was told.
      """
    let found = statements(text).filter { $0.method == "layout.transcript" }
    #expect(found.map { $0.speaker?.name } == ["Alice Brad", "Colm Hark", "Alice Brad", "Colm Hark"])
    #expect(found.first?.speaker?.role == "HOST")
  }

  @Test func theOfficeBehindALabelIsTheRole() {
    let text = """
      Ada Lind – Chief Executive Officer: The quarter was good.

      Wei Teo – Chief Financial Officer: Debt fell.

      Ada Lind – Chief Executive Officer: The strike is over.
      """
    #expect(
      statements(text).map { $0.speaker?.role } == [
        "Chief Executive Officer", "Chief Financial Officer", "Chief Executive Officer",
      ])
    // Near miss: where somebody is.
    let places = "Ada Lind (Norvik): It rains.\n\nWei Teo (Harrow): It snows.\n\nAda Lind (Norvik): Still."
    #expect(statements(places).allSatisfy { $0.speaker?.role == nil })
  }

  @Test func readersAskWithoutALabel() {
    let text = """
      We asked Prof. Thandi Nkala and Dr Ernst Voll about the flu.

      Is it dangerous to people?

      Prof. Nkala: Not as far as is known.

      Dr Voll: Six is not none.

      Should eggs be left?

      Prof. Nkala: Cook them.

      Will there be a vaccine?

      Dr Voll: There is one for ducks.
      """
    #expect(
      statements(text).filter { $0.method == "layout.transcript" }.map { $0.speaker?.name } == [
        "Thandi Nkala", "Ernst Voll", "Thandi Nkala", "Ernst Voll",
      ])
  }

  @Test func whatStandsBetweenLabelsIsOfTheTurnInATranscriptThatIsNothingElse() {
    let talk = """
      ADA LIND: It burned.

      The wind came from the sea that night.

      OTTO BERG: It did.

      ADA LIND: All night.

      OTTO BERG: Until dawn.
      """
    #expect(said(talk).first == "Ada Lind: It burned. / The wind came from the sea that night.")
    // Near misses: a direction, a heading.
    for other in ["(Laughter.)", "“(Crosstalk.)”", "Questions and answers"] {
      #expect(
        said(talk.replacing("The wind came from the sea that night.", with: other)).first == "Ada Lind: It burned.")
    }
  }
}
