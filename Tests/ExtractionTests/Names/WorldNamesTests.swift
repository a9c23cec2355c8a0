import ArticleModel
import Testing

@testable import Extraction

/// Names and titles as they are written outside of Europe and North America. The texts are made up.
@Suite struct WorldNamesTests {
  private func people(_ text: String) -> [String] { NamesOfText(text).people }
  private func organisations(_ text: String) -> [String] { NamesOfText(text).organisations }
  private func names(_ marked: String) -> [String] { NamesOfText.speakers(marked).map(\.name) }
  private func roles(_ marked: String) -> [String?] { NamesOfText.speakers(marked).map(\.role) }

  // MARK: Titles

  @Test(arguments: [
    "Alhaji Bukar Tela", "Mian Arif Kakar", "U Hla Phyo", "Daw Mya Thwe", "Tan Sri Lim Boon Hai",
    "Datin Seri Aida Karim",
    "Ato Kebede Lemma", "Smt. Leela Warrier", "Shri P.K. Warrier", "Engr. Sani Dutse", "Mang Tonyo Abalos",
    "Al-Hajj Moussa Dembo", "Uncle Warri Bates", "Md. Rafiq Mollik", "Ratu Semi Vuibau",
  ])
  func honorificsAreNoPartOfTheName(_ titled: String) {
    let name = titled.split(separator: " ").dropFirst(["Tan", "Datin"].contains(titled.prefix { $0 != " " }) ? 2 : 1)
    #expect(people("“It rained,” said \(titled).") == [name.joined(separator: " ")])
  }

  @Test func whatIsATitleElsewhereMayBePartOfAName() {
    #expect(people("“It rained,” said Maj. Gen. Hla Min Tun Phyo.") == ["Hla Min Tun Phyo"])
    #expect(people("Harry U. Bates said so.") == ["Harry U. Bates"])
  }

  @Test func titlesStandBehindTheRoleAndLeaveIt() {
    #expect(roles("<Education Minister Mian Arif Kakar> spoke.") == ["Education Minister"])
    #expect(roles("<Prime Minister Datuk Seri Aidil Karim> spoke.") == ["Prime Minister"])
    #expect(roles("<Health Minister Dr. Woizero Sara Lemma> spoke.") == ["Health Minister"])
    #expect(roles("<Norland's home minister Arif Kakar> spoke.") == ["Norland's home minister"])
  }

  @Test func titlesOfSeveralWordsLeaveTheName() {
    #expect(people("Member of Parliament Ana Tembo said so.") == ["Ana Tembo"])
    #expect(people("Attorney-at-law Joel Brissard said so.") == ["Joel Brissard"])
    #expect(roles("<Member of the National Assembly Arif Kakar> spoke.") == ["Member of the National Assembly"])
    // Near miss: nobody is named behind it.
    #expect(people("A member of parliament from Leeds said so.") == [])
  }

  @Test func aTitleOfSeveralIsNoPartOfTheName() {
    #expect(people("Justices A. Rao and B. Sen asked why.") == ["A. Rao", "B. Sen"])
  }

  @Test func anOfficeOfTwoWordsStaysWhole() {
    #expect(roles("<Associate Professor Lim Wei Jie> spoke.") == ["Associate Professor"])
    // Near miss: the last word is of respect alone.
    #expect(roles("<Education Minister Dr. Lim Wei Jie> spoke.") == ["Education Minister"])
  }

  @Test func aPlaceOnTheFieldIsNoName() {
    #expect(people("Leg-spinner Wanindu Perera bowled six wides.") == ["Wanindu Perera"])
  }

  @Test func theHolderOfAnOfficeIsNotItsLastWord() {
    #expect(names("<The Chief Conservator of Forests, Mr Alex Moro,> opposed it.") == ["Alex Moro"])
  }

  @Test func aRankOfThePoliceIsNoName() {
    #expect(people("The spokesman, SP Musa Bello, said so.") == ["Musa Bello"])
  }

  @Test func theDayBehindANameIsNoPartOfIt() {
    #expect(people("“It works,” said Hugh McGuire Sunday.") == ["Hugh McGuire"])
    // Near miss: a first name.
    #expect(people("“It works,” said Sunday Adeleke.") == ["Sunday Adeleke"])
  }

  @Test func anOfficeTellsMoreThanKinship() {
    #expect(roles("<The mayor's brother, Congressman Edgar Tan,> spoke.") == ["Congressman"])
    #expect(roles("<The mayor's brother, Edgar Tan,> spoke.") == ["mayor's brother"])
    #expect(roles("<The army's spokesman, Colonel Issa Diallo,> spoke.") == ["army's spokesman"])
  }

  @Test func theHolderOfATitleIsMeantByIt() {
    #expect(
      names("Imam Yunus Ziya and Monsignor Anton Ilg led the prayer. <The imam> spoke first, then <the monsignor>.")
        == ["Yunus Ziya", "Anton Ilg"])
    // Near miss: nobody has it.
    #expect(names("Yunus Ziya led the prayer. <The bishop> spoke first.") == ["the bishop"])
  }

  @Test func aTitleWithABracketShowsAPerson() {
    #expect(people("Its chair, Justice (rtd) Mwana Chebu, has told the press.") == ["Mwana Chebu"])
  }

  // MARK: Names

  @Test func initialsMayStandTogether() {
    #expect(people("Nobody was hurt, P.K. Warrier said.") == ["P.K. Warrier"])
    #expect(people("“No,” said Justice G.S. Warrier.") == ["G.S. Warrier"])
  }

  @Test func aParticleMayBeAFamilyName() {
    #expect(people("Le Hoang Bao, an economist in the city, warned of debts.") == ["Le Hoang Bao"])
  }

  @Test func longNamesHaveParticles() {
    #expect(people("Its leader, Borja de la Serra y Pombal, disagreed.") == ["Borja de la Serra y Pombal"])
  }

  @Test func theBeginningOfANameMeansIt() {
    let text = "“No,” said Fatma Naz Demir, a nurse. Fatma Naz left early."
    #expect(people(text) == ["Fatma Naz Demir", "Fatma Naz = Fatma Naz Demir"])
    // Near miss: what goes on is no name.
    let report = "House Speaker Tom Bradwell Joins Critics\n\nTom Bradwell left. Bradwell said no."
    #expect(people(report).suffix(2) == ["Tom Bradwell", "Bradwell = Tom Bradwell"])
  }

  @Test func theMiddleOfAnArabicNameMeansIt() {
    #expect(
      people("“No,” said Ali al-Sabti bin Yahya. Al-Sabti left.")
        == ["Ali al-Sabti bin Yahya", "Al-Sabti = Ali al-Sabti bin Yahya"])
  }

  @Test func aFirstNameMeansWhoHasBeenNamedBefore() {
    let text = "Prime Minister Ismail Hamid spoke. <Ismail> smiled. His sister, Rohana Ismail, did not."
    #expect(names(text) == ["Ismail Hamid"])
    // Near miss: the other one was named before.
    #expect(
      names("His sister, Rohana Ismail, spoke. Prime Minister Karim Hamid came. <Ismail> smiled.") == ["Rohana Ismail"])
  }

  @Test(arguments: [
    "Zezo, a river pilot from the north, came.", "Zezo, 45, came.", "Zezo, who sells fish, came.",
    "Zezo, whose real name nobody knows, came.",
  ])
  func oneWordIsAPersonBesideWhatIsSaidOfPeople(_ text: String) { #expect(people(text) == ["Zezo"]) }

  @Test(arguments: [
    "In Zezo, a witness said nothing.", "The storm hit Zezo, a port in the north.", "The Zezo, a ferry, sank.",
    "Zezo, whose shares fell, was silent.", "It had sold the last of the Zezo, a witness said.",
    "They sold the Zezos, a spokesman said.",
  ])
  func nearlyTheSameIsNone(_ text: String) { #expect(people(text) == []) }

  @Test func aCommonWordBeforeANameIsOneWhereTheRestShowsAPerson() {
    #expect(people("Win Htay, a member of the council, was silent.") == ["Win Htay"])
  }

  @Test func aPlaceIsAPersonWhereThePersonSpeaks() {
    let text = "State senator Tyler Lincoln came. “We are ready,” <Lincoln> said."
    #expect(names(text) == ["Tyler Lincoln"])
    #expect(people("Tyler Jordan came. Jordan's office said no.").last == "Jordan = Tyler Jordan")
    // Near miss: nobody has the name.
    #expect(names("Tyler Ode came. <Jordan> said no.") == ["Jordan"])
  }

  @Test func aSurnameMayBeACountry() {
    #expect(people("Gov. Marcus Jordan asked for help.") == ["Marcus Jordan"])
    // Near miss: the country, behind a title of somebody else.
    #expect(people("They asked the governor in South Korea.") == [])
  }

  @Test func aNicknameInMarksIsLeftOut() {
    #expect(
      people("“We are safe,” Gov. Maria Luz “Baby” Tan-Lim said. Tan-Lim left.")
        == ["Maria Luz “Baby” Tan-Lim = Maria Luz Tan-Lim", "Tan-Lim = Maria Luz Tan-Lim"])
    // Near miss: the title of a work.
    #expect(people("Maria Luz sang “Baby” by heart.") == ["Maria Luz"])
  }

  @Test func aPlaceCalledLikeAWomanIsNobody() {
    #expect(people("The storm hit villages in Amina on Monday.") == [])
    #expect(people("The storm killed Amina on Monday.") == ["Amina"])
  }

  // MARK: Bodies

  @Test func bodiesWithTheWordForThemInFront() {
    #expect(organisations("They asked Banco Norte and Radio Kavalo.") == ["Banco Norte", "Radio Kavalo"])
    #expect(organisations("They met on Radio Street.") == [])
  }

  @Test func theEnvoyOfABodyIsAPerson() {
    #expect(organisations("Khim Lal Gotame, the government's liaison officer, was hungry.") == [])
    #expect(people("“He was hungry,” said Khim Lal Gotame, the government's liaison officer.") == ["Khim Lal Gotame"])
    // Near miss: a body.
    #expect(organisations("Norvik Gamma, the company that owns the pier, agreed.") == ["Norvik Gamma"])
  }

  @Test func aBodyOfACountryIsCalledByItsName() {
    #expect(names("<Russia's Rosgaz, which owns the pipe,> agreed.") == ["Rosgaz"])
    // Near miss: the possessive is in the name.
    #expect(names("<Otto's Corp, which owns the pipe,> agreed.") == ["Otto's Corp"])
  }

  @Test func aCourtIsNotTheCityItSitsIn() {
    #expect(names("A <Budapest> court said no.") == ["a Budapest court"])
    #expect(names("<Budapest> said no.") == ["Hungary"])
  }

  @Test func whatHappenedBeforeDoesNotSpeak() {
    #expect(
      names("<The index fell by two percent, and analyst Dima Mathew> said it would rise.") == ["Dima Mathew"])
    // Near miss: two who speak.
    #expect(
      names("<Otto Berg, the mayor of the town, and Mara Lind> said no.") == ["Otto Berg and Mara Lind"])
  }

  // MARK: Gender and pronouns

  @Test func kinshipBesideTheCommaTellsTheGender() {
    #expect(
      names("Zhou Jian was jailed. His wife, Ouyang Mei, was not. “I carried the bags,” <she> said.") == ["Ouyang Mei"])
  }

  @Test func somebodyNewInTheParagraphIsMeant() {
    let text = """
      “I was there,” <Cem Yalin> said.

      At the station, musician Zoltan Weisz played for them. “They missed the train,” <he> joked.
      """
    #expect(names(text) == ["Cem Yalin", "Zoltan Weisz"])
    // Near miss: an object.
    let other = """
      “I was there,” <Cem Yalin> said.

      He had waited for Zoltan Weisz. “They missed the train,” <he> joked.
      """
    #expect(names(other) == ["Cem Yalin", "Cem Yalin"])
  }

  @Test func aRoleMeansWhoIsNamedInTheNextParagraph() {
    let text = """
      The singer was freed on Monday, <her lawyer> said.

      “She is well,” <lawyer Giorgi Melia> wrote.
      """
    #expect(names(text) == ["Giorgi Melia", "Giorgi Melia"])
    // Near miss: a president is often another one.
    let other = """
      The singer was freed on Monday, <the president> said.

      “She is well,” <club president Giorgi Melia> wrote.
      """
    #expect(names(other) == ["the president", "Giorgi Melia"])
  }
}

/// Names whose parts tell who is meant. The texts are made up.
@Suite struct NamePartTests {
  private func people(_ text: String) -> [String] { NamesOfText(text).people }
  private func speakers(_ marked: String) -> [Speaker] { NamesOfText.speakers(marked) }
  private func names(_ marked: String) -> [String] { speakers(marked).map(\.name) }

  @Test func partsTellTheGender() {
    #expect(
      names("Nguyen Thi Bich Lan met Otto Berg. <She> laughed.") == ["Nguyen Thi Bich Lan"])
    #expect(names("Siti binti Karim met Otto Berg. <She> laughed.") == ["Siti binti Karim"])
    #expect(names("Zanda Sergeyevna Roth met Ilka Berg and Otto Berg. <She> laughed.").first == "Zanda Sergeyevna Roth")
    #expect(names("Brynja Elín Jónsdóttir met Otto Berg. <She> laughed.") == ["Brynja Elín Jónsdóttir"])
  }

  @Test func familyNamesMayBeWords() {
    #expect(people("Dang Quoc Hung, the director, was late.") == ["Dang Quoc Hung"])
    // Near miss: a word before a name.
    #expect(people("To Otto Berg, the director, it was late.") == ["Otto Berg"])
  }

  @Test func titlesInsideANameArePartsOfIt() {
    #expect(people("Zabihullah Agha Karimi said so.") == ["Zabihullah Agha Karimi"])
    #expect(people("Mawlawi Zabihullah Agha Karimi said so.") == ["Zabihullah Agha Karimi"])
  }

  @Test func aFamilyNameMayStandInside() {
    #expect(
      people("Halászné Vida Ilka stopped watering. “It was iron,” said Ms. Vida.")
        == ["Halászné Vida Ilka", "Vida = Halászné Vida Ilka"])
  }

  @Test func membersOfParliamentAreTitled() {
    let speaker = speakers("<Party MP Misa Lind> spoke.").first
    #expect(speaker?.name == "Misa Lind")
    #expect(speaker?.role == "Party MP")
    #expect(people("“We lost,” Norvik MP Misa Lind said.") == ["Misa Lind"])
    // Near miss: behind the name it is none.
    #expect(people("Anna Lind MP said so.").first?.hasPrefix("Anna Lind") ?? false)
  }

  @Test func whatAnOfficeIsForIsNoPartOfTheName() {
    #expect(
      names("<Additional Director General of Police Nayyar Karimi> spoke.") == ["Nayyar Karimi"])
  }

  @Test func wordsWithHyphensBeforeANameAreNoneOfIt() {
    #expect(people("Striker-turned-pundit Bo Adamsen said so.") == ["Bo Adamsen"])
  }

  @Test func whoIsCalledByAgeOrPlaceInATeamIsNamedInTheParagraph() {
    #expect(
      names("<Otto Berg> lost.\n\nIn Norvik, Anna Roth, who sells buns, waited. <The 67-year-old> laughed.").last
        == "Anna Roth")
    #expect(
      names("<Otto Berg> lost.\n\nKarin Roth, 34, scored from a corner. <The captain> laughed.").last == "Karin Roth")
    // Near miss: two could be meant.
    #expect(
      names("Karin Roth and Anna Berg scored. <The captain> laughed.").last != "Karin Roth")
  }

  @Test func somebodyMayGiveAName() {
    let speaker = speakers("<A former clerk, who gave her name only as Amal,> spoke.").first
    #expect(speaker?.name == "Amal")
    #expect(speaker?.role == "former clerk")
    // Near miss: the name is another's.
    #expect(names("<A spokesman> who identified the victim as Amal Karim spoke.") == ["a spokesman"])
  }

  @Test func capitalsBehindAPointAreThoseOfTheAgency() {
    #expect(names("The talks failed, <U.S. Officials> said.") == ["U.S. officials"])
    // Near miss: a name.
    #expect(names("The talks failed, the <U.S. Senate> said.").allSatisfy { $0.hasSuffix("Senate") })
  }

  @Test func anUnknownNameBesideACompanyIsOne() {
    #expect(NamesOfText("Intel and Zandor declined to comment.").organisations.contains("Zandor"))
    #expect(NamesOfText("The company, Norvik-based Zandor, said so.").organisations.contains("Zandor"))
  }
}
