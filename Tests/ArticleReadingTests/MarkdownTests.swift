import Testing

@testable import ArticleReading

struct MarkdownTests {
  @Test func frontMatterIsMetadataAndMarksGo() {
    let text = """
      ---
      title: "A valley votes"
      author: Jo Lind
      date: 2024-12-02
      tags: [a, b]
      ---

      # A valley votes

      The **mayor** said “it is [late](https://e.org/x)”
      and left. A snake_case name stays.

      > Quoted *words*.

      - One
      - Two

      ```
      code
      ```
      """
    let found = article(text, as: .markdown)
    #expect(
      outline(found) == [
        "h A valley votes", "p The mayor said “it is late” and left. A snake_case name stays.", "p Quoted words.",
        "p One",
        "p Two",
      ])
    #expect(found?.byline == "Jo Lind")
    #expect(found?.published.value?.description == "2024-12-02")
  }

  @Test(
    arguments: [
      "---\ntitle: Words\nauthors: [\"Ida Holm\", 'Per Lund']\ndate: 2024-12-02T10:00:00Z\nlang: fr\n---\n",
      "---\ntitle: Words\nauthors:\n  - Ida Holm\n  - Per Lund\ndate: 2 December 2024\nlanguage: French\n...\n",
      "---\ntitle: Words\nauthors:\n  - name: Ida Holm\n  - name: \"Per Lund\"\ndate: 2024-12-02\nlang: fr\n---\n",
      "+++\ntitle = \"Words\"\nauthors = [\"Ida Holm\", \"Per Lund\"]\ndate = 2024-12-02\nlang = 'fr'\n+++\n",
    ])
  func frontMatterOfGeneratorsIsRead(front: String) {
    let found = article(front + "\nThe text stands here.", as: .markdown)
    #expect(found?.title == "Words")
    #expect(found?.byline == "Ida Holm, Per Lund")
    #expect(found?.published.value?.description == "2024-12-02")
    #expect(found?.language == "fr")
    #expect(found?.text == "The text stands here.")
  }

  @Test func linesOfDashesAloneAreNoFrontMatter() {
    #expect(article("---\nThe text stands here.", as: .markdown)?.text == "The text stands here.")
  }

  @Test func linksStandInsideLinks() {
    let text = "The [harbour ![old](a.png) of [Fenby](b)](c) [note][1] is [closed] and [open."
    #expect(outline(article(text, as: .markdown)) == ["p The harbour of Fenby note is [closed] and [open."])
  }

  /// Each of these made every sign look for its other half through all that follows.
  @Test(arguments: ["[", "[](", "<a", "![", "[[]"])
  func signsThatOpenAndNeverCloseTakeLittleTime(sign: String) {
    let line = String(repeating: sign, count: 40_000)
    let took = ContinuousClock().measure {
      _ = MarkdownMarks.plain(line)
      _ = MarkdownMarks.plain(String(repeating: "[", count: 20_000) + String(repeating: "]", count: 20_000) + "(a)")
    }
    #expect(took < .seconds(3))
  }
}

struct LanguageTests {
  @Test(
    arguments: [
      (
        "The council said on Monday that it would not vote on the plan before the end of the year, and that it was sorry.",
        "en"
      ),
      (
        "Der Rat teilte am Montag mit, dass er vor dem Ende des Jahres nicht über den Plan abstimmen werde, und dass es ihm leid tue.",
        "de"
      ),
      (
        "Le conseil a dit lundi que le plan ne sera pas voté avant la fin de l'année, et que les élus sont dans une impasse.",
        "fr"
      ),
      (
        "El consejo dijo el lunes que no votará sobre el plan antes de que termine el año, y que lo siente por los vecinos.",
        "es"
      ),
      ("Рада заявила, що не голосуватиме за план до кінця року, бо її члени не мають єдиної думки.", "uk"),
      ("Совет заявил, что не будет голосовать по плану до конца года, потому что вопросы остались открытыми.", "ru"),
      ("議会は月曜日、年末までに計画について採決を行わないと述べた。", "ja"), ("委员会星期一表示，年底之前不会就该计划进行表决。", "zh"),
      ("قال المجلس يوم الاثنين إنه لن يصوت على الخطة قبل نهاية العام.", "ar"),
    ])
  func languagesAreTold(text: String, language: String) {
    #expect(article(text)?.language == language)
  }

  @Test func tooFewWordsAreEnglish() {
    #expect(article("Der Die Das.")?.language == "en")
  }

  @Test(arguments: [
    ("Der Damm hält, sagte die Bürgermeisterin am Montag.", "de"),
    ("Le barrage tient, dit la maire dans la salle des fêtes.", "fr"),
    ("El puente se abre el lunes, dijo el alcalde.", "es"),
    ("Die Hard is on in the old cinema tonight.", "en"),
    ("Fenby Town Hexby City Oldmoor Rovers Whitby", "en"),
    ("U.S. tankers: Odessa Pride, 50,000 tons, Caribbean, U.S. Gulf, worldscale 130", "en"),
  ])
  func aFewWordsSpeakForALanguageWhereNoneIsEnglish(text: String, language: String) {
    #expect(article(text)?.language == language)
  }

  @Test func aPageThatSaysEnglishByMistakeIsReadAsWhatItIs() {
    func language(_ lang: String, _ head: String, _ text: String) -> String? {
      article("<html\(lang)><head>\(head)</head><body><h1>A B C</h1><p>\(text)</p></body></html>", as: .html)?.language
    }
    let russian = "Мост закрыли на ночь, сообщил в среду глава района, и открыли утром."
    #expect(language(" lang=en-US", "", russian) == "ru")
    #expect(language(" lang=uk", "", russian) == "uk")
    #expect(language("", "<meta property=og:locale content=be_BY>", russian) == "be")
    let german =
      "Der Rat teilte am Montag mit, dass er vor dem Ende des Jahres nicht über den Plan abstimmen werde, und dass es ihm "
      + "leid tue, aber die Zeit sei zu kurz."
    #expect(language(" lang=en", "", german) == "de")
    #expect(
      language(" lang=en", "", "The council of Düsseldorf and the mayor of Köln will meet in the Gürzenich.") == "en")
  }
}
