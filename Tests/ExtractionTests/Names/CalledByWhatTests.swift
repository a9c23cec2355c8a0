import ArticleModel
import Testing

@testable import Extraction

/// People who are called by what is told of them: an age, a nation, a club, a part of a game. The texts are made up.
@Suite struct CalledByWhatTests {
  private func last(_ text: String) -> String? { statements(text).last?.speaker?.name }

  @Test func theAgeIsThatOfWhoIsSaidToBeSoOld() {
    let text = "Ada Lind, 34, came to Norvik in 2010 and opened a bakery. Her neighbour Ole Berg helped."
    #expect(last("\(text) “I had nothing but an oven,” said the 34-year-old.") == "Ada Lind")
    #expect(last("\(text) “I had nothing but an oven,” the 34-year-old baker said.") == "Ada Lind")
    #expect(
      last("Ada Lind (34) won. Ole Berg (29) was second. “It was hot,” the 34-year-old said.") == "Ada Lind")
    // Near miss: two of that age.
    #expect(
      last("Ada Lind, 34, won. Ole Berg, 34, was second, and Eva Orr, 34, third. “It was hot,” the 34-year-old said.")
        != "Ada Lind")
  }

  @Test func theNationIsThatOfTheOnlyOneOfIt() {
    #expect(
      last(
        "Zimbabwe international Tendai Moyo scored twice against Harrow. Coach Jan Berg was pleased. “I felt strong,” the "
          + "Zimbabwean said.") == "Tendai Moyo")
    #expect(
      last(
        "Zimbabwean skipper Tendai Moyo won the toss. Jan Berg bowled first. The Zimbabwean admitted he had misread the "
          + "pitch.") == "Tendai Moyo")
    // Near miss: two of them.
    #expect(
      last(
        "Zimbabwean Tendai Moyo ran. Zimbabwean Joe Dube rode. Jan Berg swam. The Zimbabwean admitted he had misread the "
          + "map.") != "Tendai Moyo")
  }

  @Test func theManagerOfAClubIsTheOnlyOneNamed() {
    let text = "Harrow beat Vale 2-0 on Saturday, and Peter Lunt was angry with the referee."
    #expect(last("\(text) “He missed two penalties,” said the Vale manager.") == "Peter Lunt")
    // Near misses: somebody of whom the text tells what he is; a club that nobody has named.
    #expect(
      last("Harrow beat Vale, and referee Peter Lunt smiled. “He missed it,” said the Vale manager.") != "Peter Lunt")
    #expect(last("\(text) “He missed it,” said the Norvik manager.") != "Peter Lunt")
  }

  @Test func wordsOfSportsMeanWhoPlays() {
    #expect(
      last("Rahul Menon took four wickets for Norvik on Sunday. “The ball swung all day,” the pacer said.")
        == "Rahul Menon")
    #expect(
      last("Joe Adewale scored twice. The Sunderland loanee admitted he had been nervous.") == "Joe Adewale")
    #expect(last("Joe Adewale scored twice for Harrow. The striker himself said it was luck.") == "Joe Adewale")
    // Near miss: two players.
    #expect(last("Rahul Menon and Joe Dube took wickets. “The ball swung,” the pacer said.") == "the pacer")
  }

  @Test func aPronounMeansANameWithInitialsAndAge() {
    #expect(
      last("K.P. Sirimalie (62) lost all her furniture. “I have nothing left,” she said.") == "K.P. Sirimalie")
    #expect(last("Kusum Sirimalie (62) lost all her furniture. “It is gone,” she said.") == "Kusum Sirimalie")
    #expect(last("Kusum Sirimalie (62) said it rained.") == "Kusum Sirimalie")
    // Near miss: no age.
    #expect(last("Kusum Sirimalie (2023) was sold. “It is gone,” she said.") == nil)
  }

  @Test func whoComesInByAsForIsSomebody() {
    #expect(
      last("Kenta Tanaka won the heat. As for Shirane, she was pleased. “It was my first race,” she said.")
        == "Shirane")
    // Near miss: no person.
    #expect(NamesOfText("As for Shirane, it was sold in May.").people == [])
  }

  @Test func whoIsOnLoanIsSomebody() {
    #expect(
      last("Adeyemka, on loan from Harrow until May, scored late. “We were poor,” he admitted.") == "Adeyemka")
    // Near miss: a picture.
    #expect(NamesOfText("Adeyemka, on show in Harrow until May, is large.").people == [])
  }

  @Test func whatSomebodyIsStandsBesideWhoSays() {
    #expect(
      said("Lilian Berg, an economist who advised the government in the crisis, cautioned that prices would rise.").last
        == "Lilian Berg: that prices would rise")
    #expect(
      said("Lilian B, an economist who advised the government in the crisis, cautioned that prices would rise.").last
        == "Lilian B: that prices would rise")
    // Near miss: no name.
    #expect(
      said("The firm, an importer who supplied the army, cautioned that prices would rise.").last
        == "the firm: that prices would rise")
  }

  @Test func theYoungAndTheOldAreTheOnlyOnes() {
    #expect(
      last("Lee Marsh, a 19-year-old from Harrow, scored the winner. “I closed my eyes,” the teenager said.")
        == "Lee Marsh")
    let text = "Grace Achieng, who came in May, lost her stall in the fire."
    #expect(last("\(text) “I have nothing,” the widow said.") == "Grace Achieng")
    #expect(last("\(text) “I have nothing,” the mother of three said.") == "Grace Achieng")
    #expect(last("\(text) “I have nothing,” the mother-of-three said.") == "Grace Achieng")
    // Near misses: another gender; a widow who came in before; two people.
    #expect(last("\(text) “I have nothing,” the widower said.") != "Grace Achieng")
    #expect(last("A widow met Grace Achieng. “I have nothing,” the widow said.") != "Grace Achieng")
    #expect(last("Grace Achieng met Ann Poe. “I have nothing,” the mother of three said.") != "Ann Poe")
  }

  @Test func sameWordsMeanTheSame() {
    #expect(last("Top seed Lena Vos beat Ida Moe 6-2, 6-3. “I served well,” said the top seed.") == "Lena Vos")
    #expect(
      last("Lena Vos, the world number three, beat Ida Moe. “I served well,” the world number three said.")
        == "Lena Vos")
    // Near miss: two of them.
    #expect(
      last("Top seed Lena Vos beat top seed Ida Moe 6-2, 6-3. “I served well,” said the top seed.") == "the top seed")
  }

  @Test func aMemberIsCalledByTheSeat() {
    #expect(last("Rep. Dana Cole, R-Ohio, voted no. “It costs too much,” the Ohio Republican said.") == "Dana Cole")
    #expect(last("Labour’s Ann Poe voted no. “It costs too much,” the Harrow MP said.") == "Ann Poe")
    // Near misses: another state; somebody of whom a role is told.
    #expect(last("Rep. Dana Cole, R-Ohio, voted no. “It costs too much,” the Texas Republican said.") != "Dana Cole")
    #expect(last("Ann Poe, a baker, was late. “It costs too much,” the Harrow MP said.") != "Ann Poe")
  }

  @Test func aNationIsOnePersonWhereTheWordsSayI() {
    #expect(
      last("Mads Krogh of Denmark beat Swiss rider Urs Keller. “I had bad legs,” said the Swiss.") == "Urs Keller")
    #expect(
      last(
        "Kenya’s Mercy Jepkosgei won the race.\n\nEthiopia’s Tigist Alemu was second.\n\n“The hills were hard,” said the "
          + "Kenyan, who trains in Iten.") == "Mercy Jepkosgei")
    // Near miss: all of them.
    #expect(last("Urs Keller came to the talks. “The terms are clear,” said the Swiss.") != "Urs Keller")
  }

  @Test func theCoupleAreTheTwoOfTheSentenceBefore() {
    #expect(last("Ann Poe and Tom Hale own the farm. “We are tired,” the couple said.") == "Ann Poe and Tom Hale")
    // Near miss: they are not what it is about.
    #expect(last("The bank sued Ann Poe and Tom Hale. “We are tired,” the couple said.") == "the couple")
  }

  @Test func whatSheIsIsNoPartOfTheWords() {
    #expect(
      said("Tom Hale told the court that he knew. Marsh’s lawyer, Ida Moe, said he was ill.").last
        == "Ida Moe: he was ill")
  }
}
