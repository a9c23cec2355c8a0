import ArticleModel
import Testing

@testable import Extraction

/// Turns of transcripts and who their labels name. The texts are made up.
@Suite struct TranscriptTests {
  private static let briefing = """
    MODERATOR: Good morning. The minister has ten minutes.

    MINISTER IDA VAN BRANDT: The bridge is open again. It will stay open.

    QUESTION: For how long?

    VAN BRANDT: Until the frost comes.

    QUESTION: And then?

    COLONEL PAUL O'RIEDER: Then the army will clear the road.
    """

  @Test func everyTurnIsAStatementOfThePersonThatItsLabelNames() {
    #expect(
      said(Self.briefing) == [
        "MODERATOR: Good morning. The minister has ten minutes.",
        "Ida van Brandt: The bridge is open again. It will stay open.",
        "QUESTION: For how long?",
        "Ida van Brandt: Until the frost comes.",
        "QUESTION: And then?",
        "Paul O'Rieder: Then the army will clear the road.",
      ])
  }

  @Test func labelsOfAPartAreAnonymousAndTitlesAreRoles() {
    let found = statements(Self.briefing)
    #expect(found.first?.speaker?.kind == .anonymous)
    #expect(found.last?.speaker?.kind == .person)
    #expect(found.last?.speaker?.role == "COLONEL")
  }

  @Test func oneLabelIsNoTranscript() {
    #expect(said("BACKGROUND: The bridge was closed for a year.\n\nIt was built of wood.") == [])
  }

  @Test func firstNamesAndInitialsMeanWhoHadAWholeLabelOrWasIntroduced() {
    #expect(
      said(
        """
        We put the harbour director Mireille Fontane and the docker Osman Yilmaz at one table.

        MF: Nobody stopped the talks.

        OY: Your lawyer was asleep.

        MF: Then wake him.

        OY: He is on the night shift.
        """
      ) == [
        "Mireille Fontane: Nobody stopped the talks.", "Osman Yilmaz: Your lawyer was asleep.",
        "Mireille Fontane: Then wake him.", "Osman Yilmaz: He is on the night shift.",
      ])
    #expect(
      said(
        """
        Adaeze Obi: One of us steers.

        Nkechi Obi: The other one counts the money.

        Adaeze: And she counts it twice.

        Nkechi: On Saturdays.
        """
      ).suffix(2) == ["Adaeze Obi: And she counts it twice.", "Nkechi Obi: On Saturdays."])
  }

  @Test(arguments: [" –", ",", " ("])
  func anOfficeMayStandBehindTheNameOfALabel(_ mark: String) {
    let close = mark == " (" ? ")" : ""
    let text = """
      Julian Asher\(mark) Chief Executive Officer\(close): The quarter was good.

      Wei Ning Teo\(mark) Chief Financial Officer\(close): Debt fell.

      Julian Asher\(mark) Chief Executive Officer\(close): The strike is over.
      """
    #expect(
      said(text) == [
        "Julian Asher: The quarter was good.", "Wei Ning Teo: Debt fell.", "Julian Asher: The strike is over.",
      ])
  }

  @Test func labelsMayStandInMarksOfBoldLetters() {
    #expect(
      said(
        """
        **The Norvik Mercury:** Your film has no music. Why?

        **Rafael Quint:** The sea was loud enough.

        **NM:** And now?

        **RQ:** A comedy.

        **NM:** About whom?

        **RQ:** About you.
        """
      ).suffix(3) == ["Rafael Quint: A comedy.", "The Norvik Mercury: About whom?", "Rafael Quint: About you."])
  }

  @Test func onlyWhoAnswersMayHaveALabel() {
    #expect(
      said(
        """
        Mine chief Julian Asher received us in his office.

        Is the strike over?

        Julian Asher: It ended on Tuesday.

        And who paid for it?

        Asher: The owners did.
        """
      ).suffix(2) == ["Julian Asher: It ended on Tuesday.", "Julian Asher: The owners did."])
  }

  @Test func aParagraphWithoutALabelGoesOnWithTheTurnWhereSomebodySpeaksInIt() {
    let talk = """
      Ilse Damme runs the theatre.

      Q: What did you do?

      A: We sold the piano.

      We never were a cinema, though.

      Q: And now?

      A: Now it rains in.
      """
    #expect(said(talk).contains("Ilse Damme: We sold the piano. / We never were a cinema, though."))
    // Near miss: what is told of her.
    #expect(
      !said(talk.replacing("We never were a cinema, though.", with: "She laughs and looks at the ceiling."))
        .contains { $0.contains("laughs") })
  }

  @Test(arguments: [
    "I ask her about the fire, and we fall silent.", "Man at the back: I disagree.", "We asked the ministry.",
  ])
  func whatOthersSayBetweenTurnsIsNotPartOfThem(_ paragraph: String) {
    let talk =
      "ADA LIND: It burned.\n\n\(paragraph)\n\nOTTO BERG: It did.\n\nADA LIND: All night.\n\nOTTO BERG: Until dawn."
    #expect(said(talk).first == "Ada Lind: It burned.")
  }

  @Test func titlesInCapitalsHaveTheirPoint() {
    let words = said(
      """
      MR. LEOT: I object.

      DR. BECK: On what ground?

      MR. LEOT: On rust.

      DR. BECK: Denied.
      """)
    #expect(words.count == 4)
    #expect(words.allSatisfy { !$0.hasPrefix("?") })
  }

  @Test func initialsOfNamesWithAHyphenAndOfficesWithAnArticle() {
    let found = statements(
      """
      The pilot Kwame Asante-Frim was heard on Monday.

      THE CORONER: Was it dark?

      KAF: It was.

      THE CORONER: And wet?

      KAF: Very.
      """)
    #expect(
      found.suffix(4).map { $0.speaker?.name } == [
        "THE CORONER", "Kwame Asante-Frim", "THE CORONER", "Kwame Asante-Frim",
      ])
    #expect(found.suffix(4).first?.speaker?.kind == .anonymous)
  }

  @Test func initialsMayHaveSmallLetters() {
    let found = statements(
      """
      Joost van der Meer, head of the port, spoke to Anna Lindqvist.

      AL: Why did the talks fail?

      JvdM: Because nobody listened.

      AL: And now?

      JvdM: Now we wait.
      """)
    #expect(
      found.map { $0.speaker?.name } == [
        "Anna Lindqvist", "Joost van der Meer", "Anna Lindqvist", "Joost van der Meer",
      ])
  }

  @Test func somebodyMayBeLabelledByWhereTheySit() {
    let text = """
      Mayor Ana Brandt met residents in the school hall.

      Man in the second row: Why is the bridge closed?

      Ana Brandt: Because it is not safe.

      Woman in the third row: My mother cannot get to hospital.

      Ana Brandt: There is a bus every hour.
      """
    #expect(
      statements(text).map { $0.speaker?.name } == [
        "Man in the second row", "Ana Brandt", "Woman in the third row", "Ana Brandt",
      ])
    #expect(statements(text).first?.speaker?.kind == .anonymous)
    // Near miss: a sentence that lists something.
    #expect(said("Visitors in the hall saw three things: a bus, a boat and a train.") == [])
  }

  @Test(arguments: ["REP.", "SEN.", "GOV."])
  func titlesWithAPointAreOfTheLabel(_ title: String) {
    #expect(
      said(
        """
        HOST: We turn to our guest. Welcome.

        \(title) IDA BRANDT: Thanks, Joost.

        HOST: Is it your last race?

        BRANDT: It may be.
        """
      ).filter { $0.hasPrefix("Ida Brandt") } == ["Ida Brandt: Thanks, Joost.", "Ida Brandt: It may be."])
  }

  @Test func theLastTurnGoesOnWhereSomebodySpeaksInIt() {
    let talk = """
      The theatre is shut.

      HOST: What did you do?

      BRANDT: We sold the piano.

      HOST: And now?

      BRANDT: Now it rains in.

      We have asked the town for a roof.

      The town council meets in May.
      """
    #expect(said(talk).last == "Brandt: Now it rains in. / We have asked the town for a roof.")
  }

  @Test func aHeadlineIsNoTurn() {
    let text =
      "Transcript: The strike is over\n\nJulian Asher: It ended on Tuesday.\n\nWei Ning Teo: And it was long.\n\nJulian Asher: It was."
    #expect(said(text, headline: true).count == 3)
  }

  @Test func linesOfAProgrammeAreNoTurns() {
    #expect(
      said("Place: Norvik town hall.\n\nTime: Monday at eight.\n\nPlace: Harbour house, second floor.") == [])
  }

  @Test func aPaperOrAStationThatAsksIsAnOrganisation() {
    let found = statements(
      """
      Julian Asher runs the mine.

      Radio Norvik: Is the strike over?

      Julian Asher: It is.

      Radio Norvik: Who paid?

      Julian Asher: The owners.
      """)
    #expect(found.first?.speaker?.kind == .organisation)
  }

  @Test func namesInCapitalsAreWrittenAsOtherTextsWriteThem() {
    func name(_ text: String) -> String {
      let table = tokens(text)
      return CapitalName.text(0..<table.count, in: table)
    }
    #expect(name("IOANA RUSU") == "Ioana Rusu")
    #expect(name("JOOST VAN DER MEER") == "Joost van der Meer")
    #expect(name("JEAN-LUC O'BRIEN") == "Jean-Luc O'Brien")
    #expect(name("ANN MCALLEN") == "Ann McAllen")
    // Near miss: initials stay.
    #expect(!CapitalName.isMeant(0..<1, in: tokens("JFK")))
  }
}
