import ArticleModel
import IndexDefinition
import Testing

@testable import Extraction

/// The day of a statement in a text printed on 2024-12-10, with `[cue]` and `{content}` marked.
private func day(_ marked: String) -> String? {
  var text = ""
  var cue = TextSpan(0, 0)
  var content: [TextSpan] = []
  for character in marked {
    switch character {
    case "[": cue.start = text.utf8.count
    case "]": cue.end = text.utf8.count
    case "{": content.append(TextSpan(text.utf8.count, text.utf8.count))
    case "}": content[content.count - 1].end = text.utf8.count
    default: text.append(character)
    }
  }
  let article = Article(
    id: "a", source: "a", text: text, blocks: [Block(kind: .paragraph, span: TextSpan(0, text.utf8.count))])
  let published = PublicationDate(value: DateValue("2024-12-10"), provenance: .given)
  let tokens = Tokenizer.tokens(of: article)
  let dates = DateFinder(definition: .builtIn).dates(in: tokens, published: published)
  let dating = StatementDating(tokens: tokens, dates: dates, published: published)
  return dating.date(cue: tokens.tokens(in: cue), content: content)?.value.description
}

@Suite struct StatementDatingTests {
  @Test(
    arguments: [
      ("The spokesman [said] on Nov. 19 {that there were no goals}.", "2024-11-19"),
      ("{“We leave,”} she [told] reporters in Riga on Sunday.", "2024-12-08"),
      ("On Dec. 8, Norway [said] {it was ready}.", "2024-12-08"),
      ("The ministry on Monday [said] {the road was closed}.", "2024-12-09"),
      ("Speaking in Oslo on Sunday, he [said] {it was over}.", "2024-12-08"),
      ("{“No,”} he [said] last week.", "2024-12-02..2024-12-08"),
      ("{“No,”} he [told] this newspaper in 1988.", "1988"),
      ("{“No,”} he [told] students at the Norvik Institute in 2004.", "2004"),
      ("In an interview with The Norvik Herald on Nov. 30, he [said] {it was over}.", "2024-11-30"),
      ("In the letter, sent to the mayor of Norvik and published on Dec. 9, they [say] {it is over}.", "2024-12-09"),
      ("In a letter to the magazine Jot in 1987, he [complained] {that it was over}.", "1987"),
      ("In a 2019 interview, she [said] {the bank was safe}.", "2019"),
      ("In a letter from 1947, he [wrote]: {“There is one clock.”}", "1947"),
      ("The mayor, speaking at a funeral in Norvik on Sunday, [warned] {that it was late}.", "2024-12-08"),
      ("The miner on Friday cut its forecast by 6% after a storm, and [said] {it would pay}.", "2024-12-06"),
      (
        "The long and bitter row in the party grew worse on Monday as its secretary [declared] {he was in}.",
        "2024-12-09"
      ),
    ])
  func theSentenceSaysWhen(text: String, expected: String) {
    #expect(day(text) == expected)
  }

  @Test(
    arguments: [
      "He [said] {the 2022 invasion had grown}.",
      "He [said] {that on Friday the court ruled}.",
      "OSLO, Nov. 3 (Wire) - Officials [said] {it was over}.",
      "The mayor, who was elected in 2016, [said] {it was over}.",
      "Since Monday, he [said], {nothing moved}.",
      "He [said] {it was over}. On Monday it rained.",
      "He [told] the victims of 1988 {that it was over}.",
      "In a village from 1947, he [wrote] {it was over}.",
      "The mayor, born at a fair in Norvik on Sunday, [warned] {that it was late}.",
      "The long and bitter row in the party, which grew worse on Monday when it rained, [led] {to it}.",
    ])
  func aDateOfSomethingElseIsNoDayOfTheStatement(text: String) {
    #expect(day(text) == nil)
  }
}
