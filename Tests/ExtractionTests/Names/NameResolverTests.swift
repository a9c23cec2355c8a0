import ArticleModel
import Testing

@testable import Extraction

@Suite("Who a mention is")
struct NameResolverTests {
  private func names(_ marked: String) -> [String] { NamesOfText.speakers(marked).map(\.name) }

  @Test func pronounsMeanTheSubjectBefore() {
    #expect(names("Karin Holt met Peter Lang. <She> said no, and <he> agreed.") == ["Karin Holt", "Peter Lang"])
  }

  @Test func aPronounMeansTheLastSpeaker() {
    #expect(
      names("<Peter Lang> told the crowd of Paul Rieder. “It is late,” <he> said.") == ["Peter Lang", "Peter Lang"])
  }

  @Test func whoSpeaksInsideSomebodysWordsIsNotTheLastSpeaker() {
    let text = """
      James Holt, the minister, met Paul Rieder, a banker.

      Holt had claimed that the banks were late, Rieder said. "We do not have a bank problem," he added.
      """
    #expect(statements(text).last?.speaker?.name == "Paul Rieder")
    // Near miss: nobody else says what he says.
    let alone = text.replacing(", Rieder said", with: "")
    #expect(statements(alone).last?.speaker?.name == "James Holt")
  }

  @Test func honorificsTellCouplesApart() {
    #expect(
      names("Alan Fisk and Joan Fisk came. <Mrs. Fisk> spoke, <Mr. Fisk> did not.") == ["Joan Fisk", "Alan Fisk"])
  }

  @Test func anAmbiguousLastNameStaysAsWritten() {
    let speaker = NamesOfText.speakers("Alan Fisk and Robert Fisk came. “No,” <Fisk> said.")[0]
    #expect(speaker.name == "Fisk")
    #expect(speaker.kind == .person)
  }

  @Test func aBareLastNameBelongsToWhomTheArticleCallsSo() {
    let text = """
      Alan Fisk spoke. Fisk was late. Fisk smiled. Fisk left again.

      His brother Robert Fisk waited outside.

      It rained.

      The bus came.

      “No,” <Fisk> said.
      """
    #expect(names(text) == ["Alan Fisk"])
  }

  @Test func otherPeopleInsideAMentionDoNotSpeak() {
    #expect(names("Emma Stahl ran. <A spokesman for Emma Stahl> said no.") == ["a spokesman for Emma Stahl"])
    #expect(names("<Emma Stahl's lawyer, Joan Prior,> said no.") == ["Joan Prior"])
    #expect(names("<Joan Prior, a lawyer for Emma Stahl,> said no.") == ["Joan Prior"])
  }

  @Test func capitalsSpeakForTheirCountry() {
    let speakers = NamesOfText.speakers("<Kyiv> said no. <The Kremlin> said yes. <Poland> waited.")
    #expect(speakers.map(\.name) == ["Ukraine", "Russia", "Poland"])
    #expect(speakers.allSatisfy { $0.kind == .place })
  }

  @Test func unnamedSourcesAreAnonymous() {
    let text = """
      <Kremlin sources> said no. <Two people familiar with the matter> said yes. <A senior official> agreed. \
      <Protesters> shouted. <The ministry> was silent.
      """
    #expect(
      NamesOfText.speakers(text).map(\.kind) == [.anonymous, .anonymous, .anonymous, .group, .organisation])
  }

  @Test func rolesFindTheirHolder() {
    #expect(
      names("Sen. Laura Whitfield spoke to spokeswoman Ida Brandt. <The senator> said no, <the spokeswoman> yes.")
        == ["Laura Whitfield", "Ida Brandt"])
    // Near miss: two of them.
    #expect(names("Sen. Laura Whitfield met Sen. Paul Rieder. <The senator> said no.") == ["the senator"])
  }

  @Test func aNameBesideTheSubjectIsMeantByThePronounBehind() {
    let text =
      "“I paid,” <Eliza Mourne> told the town.\n\nThe paper's editor, Tomas Prade, stood by it. “Yes,” <he> said."
    #expect(names(text) == ["Eliza Mourne", "Tomas Prade"])
  }

  @Test func aRoleAtTheHeadOfASentenceIsNoName() {
    #expect(names("<Shopkeeper Umm Khaled> said no.") == ["Umm Khaled"])
  }

  @Test func whoWasIntroducedByANounIsMeantByItAgain() {
    let text =
      "Chief Minister Ida Brandt came. <A senior official of the water board> said no. “Wait,” <the official> said."
    #expect(names(text) == ["a senior official of the water board", "a senior official of the water board"])
    // Near miss: nobody was introduced so, and one minister was named.
    #expect(names("Chief Minister Ida Brandt came. <A clerk> said no. “Wait,” <the minister> said.")[1] == "Ida Brandt")
  }

  @Test func rolesAreReadAsWritten() {
    func role(_ text: String) -> String? { NamesOfText.speakers(text)[0].role }
    #expect(role("<Norland’s President Laura Whitfield> spoke.") == "Norland’s President")
    #expect(role("<Palace mouthpiece Igor Belan> said no.") == "Palace mouthpiece")
    #expect(role("<Igor Belan, Norland's foreign minister,> said no.") == "Norland's foreign minister")
    #expect(
      role("<The head of Norland’s Coastal Fisheries Agency (CFA) Sergei Volkov> said no.")
        == "head of Norland’s Coastal Fisheries Agency (CFA)")
    #expect(role("<The party's leader, Ida Brandt,> said no.") == "party's leader")
    #expect(role("<Ida Brandt> said no.") == nil)
    // A verb before the role, and the day before the verb.
    #expect(role("A court on Friday cleared former trade minister <Ida Brandt>.") == "former trade minister")
    #expect(role("The barrister questioned ward sister <Ida Brandt>.") == "ward sister")
    #expect(role("The exiled former minister <Ida Brandt> spoke.") == "exiled former minister")
    #expect(role("“No,” joked former minister <Ida Brandt>.") == "former minister")
    #expect(role("<Ida Brandt>, who heads the banks' federation, smiled.") == "heads the banks' federation")
  }

  @Test func whoStandsForTheOneBefore() {
    #expect(names("Ida Brandt, <who> said no, left.") == ["Ida Brandt"])
  }

  @Test func whoStandsForTheNounBefore() {
    #expect(names("Critics <who> said no left.") == ["critics"])
    #expect(names("He met two farmers, <who> said no.") == ["farmers"])
  }

  @Test func aPronounThatMeansNobodyHasNoSpeaker() {
    #expect(names("<They> said no.").isEmpty)
    #expect(names("<He> said no.").isEmpty)
    #expect(names("<Some> said no, <others> agreed, and <I> said that <we> would see.").isEmpty)
    // Near miss: a noun for several people is a name as far as it goes.
    #expect(names("<Analysts> said no.") == ["analysts"])
  }

  @Test func theyMeansTheGroupThatSpokeBefore() {
    #expect(names("<Fishermen> said no. <They> said that the sea was rough.") == ["fishermen", "fishermen"])
    #expect(names("<Ida Brandt> said no. <They> said yes.") == ["Ida Brandt"])
  }

  @Test func itAndTheCompanyMeanTheBodyThatTheTextSpeaksOf() {
    #expect(names("Brandt Motors Corp closed a plant. <It> said sales fell.") == ["Brandt Motors Corp"])
    #expect(names("Brandt Motors Corp closed a plant. <The company> said sales fell.") == ["Brandt Motors Corp"])
    // Near misses: an authority is no company, and nothing is named.
    #expect(names("The Trade Commission closed a case. <The company> said no.") == ["the company"])
    #expect(names("<It> said no.").isEmpty)
  }

  @Test func severalSpeakersAreAGroup() {
    let speaker = NamesOfText.speakers("<Ida Brandt and Paul Rieder> said no.")[0]
    #expect(speaker.kind == .group)
    #expect(speaker.name == "Ida Brandt and Paul Rieder")
  }

  @Test func aPossessiveMarkIsNoPartOfTheMention() {
    #expect(names("Ida Brandt spoke. <Brandt’s> answer was no.") == ["Ida Brandt"])
  }

  @Test func anUnnamedSpeakerIsCalledAsWrittenWithoutTheCapitalOfTheSentence() {
    #expect(names("<The mayor> said no.") == ["the mayor"])
    #expect(names("“No,” <a diplomat in Norvik> said.") == ["a diplomat in Norvik"])
    #expect(names("<A delegate of one side, who asked not to be named,> said no.") == ["a delegate of one side"])
    // Near misses: capitals of their own.
    #expect(names("<Democrats> said no. <Kremlin sources> said yes.") == ["Democrats", "Kremlin sources"])
    #expect(names("<The Harbour Office> said no.") == ["Harbour Office"])
  }

  @Test func governmentsInSmallLettersSpeakForTheirCountry() {
    let text =
      "<South Korea's government> said yes. <The Belarusian government> said no. <The government of Ghana> waited."
    #expect(names(text) == ["South Korea", "Belarus", "Ghana"])
    // A ministry is one of several.
    #expect(
      names("<South Korea's foreign ministry> said yes. <The Belarusian interior ministry> said no.")
        == ["South Korea's foreign ministry", "the Belarusian interior ministry"])
    // A division has a government of its own, which the article may write with capitals.
    #expect(
      names("<The Scottish government> said yes. <The British government> waited.") == ["Scotland", "United Kingdom"])
    #expect(
      names("<The Scottish government> said yes. Aides to the Scottish Government left.") == ["Scottish Government"])
    // Near misses: nobody's ministry, and a body that is no government.
    #expect(names("<The foreign ministry> said no.") == ["the foreign ministry"])
    #expect(names("<Ghana's central bank> said no.") == ["Ghana's central bank"])
  }

  @Test func aLastNameOfSeveralWordsFindsItsOwner() {
    #expect(names("<Leïla Ben Youssef> spoke. <Ben Youssef> said no.") == ["Leïla Ben Youssef", "Leïla Ben Youssef"])
    // Near miss: another Youssef.
    #expect(names("<Leïla Youssef> spoke. <Ben Youssef> said no.") == ["Leïla Youssef", "Ben Youssef"])
  }

  @Test func aFamilyNameMayStandInFront() {
    #expect(names("Sato Haruka won the vote. “It is late,” <Sato> said.") == ["Sato Haruka"])
    // Near miss: the first word is none that the article calls somebody by.
    #expect(names("Silver Meadow won the race. “It is late,” <Brandt> said.") == ["Brandt"])
  }

  @Test func titlesWithOfAreNoPartOfTheName() {
    let speaker = NamesOfText.speakers("<Speaker of parliament Davit Kvara> said no.")[0]
    #expect(speaker.name == "Davit Kvara")
    #expect(speaker.role == "Speaker of parliament")
    #expect(names("<Commodore Rosalinda Macaraeg> said no.") == ["Rosalinda Macaraeg"])
    // Near miss: the lawyer speaks, not whom he works for.
    #expect(names("<The lawyer of Davit Kvara> said no.") == ["the lawyer of Davit Kvara"])
  }

  @Test func jointSpeakersAreCalledByTheirNames() {
    let names = names("<Ida Brandt, the mayor of Norvik, and Paul Rieder> said no. <Rieder> left.")
    #expect(names == ["Ida Brandt and Paul Rieder", "Paul Rieder"])
  }

  @Test func theyMeansTheGroupThatActed() {
    #expect(names("The fishermen left the harbour. <They> said that the sea was rough.") == ["the fishermen"])
    // Near miss: the group is not what the sentence is about.
    #expect(names("The harbour was closed to fishermen. <They> said no.").isEmpty)
  }

  @Test func theFirstOfTwoLastNamesIsEnough() {
    #expect(
      names("<Luz Marina Echeverri de Castaño> spoke. “No,” <Echeverri> said.").last
        == "Luz Marina Echeverri de Castaño")
    #expect(names("<María del Carmen Quispe Mamani> spoke. <Quispe> said no.").last == "María del Carmen Quispe Mamani")
    // Near misses: somebody of that very name, and two who could be meant.
    #expect(names("Ana Ruiz Mora and Pedro Ruiz came. <Ruiz> said no.") == ["Pedro Ruiz"])
    #expect(names("Ana Quispe Mora and Luz Quispe Lima came. <Quispe> said no.") == ["Quispe"])
  }

  @Test func aBodyWithAnAdjectiveIsNoOther() {
    let text = "Dunai Bank named a chief. <The bank> said yes. <The central bank> said no."
    #expect(names(text) == ["Dunai Bank", "the central bank"])
  }

  @Test func anAgeMayStandForAName() {
    #expect(
      names("<Coach Chaminda Perera> was glad. “He is a gentleman,” <the 51-year-old> said.")
        == ["Chaminda Perera", "Chaminda Perera"])
    // Near miss: somebody new.
    #expect(names("Chaminda Perera left. “It is late,” <a 51-year-old farmer> said.") == ["a 51-year-old farmer"])
  }

  @Test func itMeansTheBodyThatSpokeLast() {
    #expect(
      names("Dunai Bank closed. <The ministry> said the road was shut. “It is shut until May,” <it> said.")
        == ["the ministry", "the ministry"])
    // Near miss: another body has come up since.
    #expect(
      names("<The ministry> said the road was shut. Dunai Bank closed a branch. <It> said sales fell.")
        == ["the ministry", "Dunai Bank"])
    #expect(
      names("In a statement, <the rebels> denied it. “We were far away,” <it> read.") == ["the rebels", "the rebels"])
  }

  @Test func shortNamesThatNoListHoldsAreNames() {
    #expect(names("<Khin Maung Tun>, a trader, said no.") == ["Khin Maung Tun"])
    #expect(names("<Abu Khalil al-Masri> said no.") == ["Abu Khalil al-Masri"])
    // Near miss: a word that tells what somebody is.
    #expect(names("<Scientologist Tom Brandt> said no.") == ["Tom Brandt"])
  }

  @Test func nationalSocietiesKeepTheirCountry() {
    #expect(names("<The Kenya Red Cross> said no.") == ["Kenya Red Cross"])
    #expect(names("<The Red Cross> said no.") == ["Red Cross"])
  }

  @Test func aMentionEndsWithTheNameThatItCuts() {
    #expect(names("<Economy Minister Rima> el-Khazen said no.") == ["Rima el-Khazen"])
    // Near miss: another name behind.
    #expect(names("<Economy Minister Rima Haddad>, Paul Rieder’s boss, said no.") == ["Rima Haddad"])
  }

  @Test func aNameBehindACommaNamesTheBody() {
    #expect(names("<The company, Andes Cobre S.A.,> said it would wait.") == ["Andes Cobre S.A."])
    // Near miss: a body beside the speaker's.
    #expect(names("<The company, a rival of Andes Cobre S.A.,> said no.") == ["the company"])
  }

  @Test func whoSpeaksForAPlaceIsAPerson() {
    let speaker = NamesOfText.speakers("<Umida Niyozova> of the Ferghana Rights Watch said no.")[0]
    #expect(speaker.kind == .person)
    #expect(speaker.name == "Umida Niyozova")
  }
}
