import ArticleModel
import Testing

@testable import Extraction

/// Whom a pronoun means that goes on with somebody who is not the last one named. The texts are made up.
@Suite struct AntecedentTests {
  private func speakers(_ text: String) -> [String?] { statements(text).map { $0.speaker?.name } }

  @Test func inAnObituaryThePronounIsTheDead() {
    let opening = "Inga Halse, the cellist, died on 6 March. She was 91.\n\n"
    let death = "Her death was confirmed by her daughter, Kari Lund, who said she had played until the evening.\n\n"
    #expect(
      speakers("\(opening)\(death)Born in Norvik in 1935, she left home at 12. “I was stubborn,” she told the Post.")
        .last == "Inga Halse")
    let letters = "Colleagues found her strict. “It came back in red,” recalled Odd Berg, a former director."
    #expect(
      speakers("\(opening)\(death)\(letters) On her door she had written: “Not today.”").last == "Inga Halse")
    // Near misses: she is spoken of; somebody else is named; nobody's obituary.
    #expect(speakers("\(opening)\(death)“She never forgave me,” she said.").last == "Kari Lund")
    #expect(speakers("\(opening)\(death)Berit Moe met her in Norvik. She said it was cold.").last == "Berit Moe")
    #expect(
      speakers("Karl Orr fell ill on 6 March.\n\nPaul Kern, who said it was late, left.\n\n“It is cold,” he said.").last
        == "Paul Kern")
  }

  @Test func whomTheAuthorAskedAnswers() {
    let professor = "Prof Karla Weber writes that trains should be early."
    #expect(
      speakers("\(professor) I read this to my wife, who was a nurse. “That is wrong,” she said.").last == "my wife")
    #expect(
      speakers(
        "Transport minister Paul Kern counts holes. Orr wrote that it was late. “Why?” I asked the minister. He thought "
          + "for a while. “Nobody else does,” he said."
      ).last == "Paul Kern")
    // Near misses: a person named since; somebody else's wife.
    #expect(
      speakers("I read this to my wife. Ann Roe, a nurse, disagreed. “That is wrong,” she said.").last == "Ann Roe")
    #expect(speakers("Ann Roe sat with my wife and me. “That is wrong,” she said.").last == "Ann Roe")
  }

  @Test func whoIsIntroducedByARoleOpensItsSentence() {
    let before = "Winger Tom Ade posted an apology to the fans."
    let pundit = "Former captain Eric Bonsu, now a pundit, thinks the coach lost the team."
    #expect(speakers("\(before) \(pundit) “You do not drop the leader,” he argued.").last == "Eric Bonsu")
    #expect(
      speakers("\(before) Ex-international Eric Bonsu blamed the coach. “You do not drop him,” he argued.").last
        == "Eric Bonsu")
    // Near miss: the object of a verb.
    #expect(speakers("\(before) Nobody thanked former captain Eric Bonsu. “I am sorry,” he said.").last == "Tom Ade")
  }

  @Test func theSubjectOfTheSentenceIsMeantBehindIt() {
    let jury = "The prize went to singer Yavor Kirchev. Jury chair Paul Odh said the vote was close."
    let note = "Kirchev was not there; his sister read a note in which he wrote, “Thank you.”"
    #expect(speakers("\(jury) \(note)").last == "Yavor Kirchev")
    // Near miss: he is spoken of.
    #expect(speakers("\(jury) Kirchev was not there, he said.").last != "Yavor Kirchev")
    let son = "Paul Kern won. He was not there; his son Karl Kern read a note in which <he> thanked the fans."
    #expect(NamesOfText.speakers(son).map(\.name) == ["Paul Kern"])
    #expect(
      speakers("Coach Karl Orr said it was late. Keeper Paul Kern broke a leg, and he said he would be back.").last
        == "Paul Kern")
  }

  @Test func whoAddsHasSpokenBefore() {
    let panel = "Secretary Amina Rao told the panel that the work was late. Clerk Saba Khan told it that it was not."
    #expect(
      speakers("\(panel)\n\nThe secretary said that an audit had begun. She added that it was slow.").last
        == "Amina Rao")
    // Near miss: somebody new in between.
    #expect(
      speakers("\(panel)\n\nThe secretary said that it was so. Ann Roe nodded. She added that it was slow.").last
        == "Ann Roe")
  }

  @Test func itIsNoDatelineAndNoReporter() {
    let boats = "CAPE COAST, Ghana (Reuters) - Boats were burned on Tuesday.\n\n"
    #expect(
      speakers(
        "\(boats)The Fisher Defenders, a group that helps crews, blamed the navy. It said “three boats” were lost."
      )
      .last == "Fisher Defenders")
    #expect(
      speakers("The court told Bergfjord Shipping to pay, Reuters reports. The company said it would appeal.").last
        == "Bergfjord Shipping")
    // Near miss: two companies.
    #expect(
      speakers("The court told Bergfjord Shipping and Norvik Airways to pay. The company said it would appeal.").last
        == "the company")
  }

  @Test func whoComesInWithoutANameIsMeant() {
    let mayor = "Mayor Ines Roca opened the bridge."
    #expect(
      speakers("\(mayor) An elderly woman in a red coat stood by the rail. “I was born under it,” she said.").last
        == "an elderly woman")
    #expect(
      speakers("\(mayor) My neighbour, a retired nurse, was not impressed. “It wobbles,” she said.").last
        == "my neighbour")
    #expect(
      speakers(
        "Coach Warren Gatt won. A former captain, now a pundit on radio, was not convinced. “It was luck,” he argued."
      )
      .last == "a former captain")
    // Near misses: who gives her something; a victim; a man for "she".
    #expect(speakers("\(mayor) A woman gave her a rose. “It is red,” she said.").last == "Ines Roca")
    #expect(speakers("\(mayor) A worker was killed in May. “It was late,” she said.").last == "Ines Roca")
    #expect(speakers("\(mayor) A policeman stood by the rail. “It is high,” she said.").last == "Ines Roca")
  }

  @Test func itIsTheBodyOfTheSentenceBefore() {
    let text = "Norvik Harbour Ltd sacked its crews."
    #expect(
      speakers("\(text) The council was worried. In a statement, it said food would run out.").last == "the council")
    // Near misses: the board of a company that spoke; no subject.
    #expect(
      speakers("Norvik Harbour Ltd said it sacked its crews. The board took other steps, it said on Monday.").last
        == "Norvik Harbour Ltd")
    #expect(
      speakers("\(text) Crews stood before the council. In a statement, it said food would run out.").last
        != "the council")
  }
}
