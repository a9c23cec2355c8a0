import ArticleModel
import Testing

@testable import Extraction

/// People without a name, or new in the text, and the words that mean them behind. The texts are made up.
@Suite struct IntroducedTests {
  private func last(_ text: String) -> String? { statements(text).last?.speaker?.name }

  @Test func whoToldWithoutANameIsMeantInTheNextParagraph() {
    let survivor =
      "The mill was a “heap of bricks”, a survivor of the fire which broke out on Friday told the Coast Herald."
    #expect(last("\(survivor)\n\n“Nothing stands,” she said.") == "a survivor of the fire")
    #expect(
      last("Nobody slept, a nurse at the clinic told the Herald.\n\n“The lamp fell,” he said.")
        == "a nurse at the clinic")
    #expect(
      last(
        "“We want to help,” said Jon Hale.\n\nOne of the welders, who asked not to be named, said the boiler leaked. “We told them,” he said."
      )
        == "one of the welders")
    // Near misses: of another gender, somebody named since.
    #expect(last("A woman told the Herald of it.\n\n“The lamp fell,” he said.") == nil)
    #expect(
      last("A nurse at the clinic told the Herald of it.\n\nAda Orr came by.\n\n“The lamp fell,” she said.")
        == "Ada Orr")
  }

  @Test func theManIsWhoWasIntroduced() {
    let carpenter = "A carpenter on Lerso told the Herald the flood lasted two days.\n\n"
    let silent = "The man, who asked to remain anonymous, said the sheep had drowned."
    #expect(last(carpenter + silent) == "a carpenter on Lerso")
    #expect(last("\(carpenter)\(silent)\n\n“There is hay for a month,” he said.") == "a carpenter on Lerso")
    #expect(
      last(
        "Another woman told how she had climbed the roof.\n\n“I held on to the pipe,” the woman - a tailor - said."
      )
        == "another woman")
    #expect(
      last(
        "A helper at the kitchen said they cooked for 300.\n\n“The rice ran out,” the helper said.\n\n“We cooked pasta,” she said."
      ) == "a helper at the kitchen")
    // Near misses: what is said of somebody named, a man behind a woman.
    #expect(
      last("Ann Doe, a carpenter on Lerso, told the Herald of it.\n\n“It broke,” the man said.")
        != "a carpenter on Lerso")
    #expect(last("A woman told the Herald of it.\n\n“It broke,” the man said.") == "the man")
  }

  @Test func whoComesInLastInAParagraphIsHeardNext() {
    let lind = "Omar Lind said hay was dear. “It is bad,” he said."
    let words = "\n\n“We make cheese,” he said."
    #expect(last("\(lind) Oskar Munk, 40, has a dairy by the bridge.\(words)") == "Oskar Munk")
    #expect(last("\(lind) Farmer Oskar Munk runs a dairy by the bridge.\(words)") == "Oskar Munk")
    // Near misses: a woman, somebody who is no subject, a sentence that goes on about him.
    #expect(last("\(lind) Anna Stern has a dairy by the bridge.\(words)") == "Omar Lind")
    #expect(last("\(lind) The dairy belongs to Oskar Munk.\(words)") == "Omar Lind")
    #expect(last("\(lind) Oskar Munk sold him the shop.\(words)") == "Omar Lind")
  }

  @Test func theNationTellsWhichMinisterIsMeant() {
    let meeting = "Foreign ministers of Norway, Anna Berg, and Portugal, Nuno Prata, met in Geneva.\n\n"
    #expect(last("\(meeting)The Norwegian minister said “it was too early”.") == "Anna Berg")
    #expect(last("\(meeting)Portugal's minister said it was “a long day”.") == "Nuno Prata")
    let lead = "Norway's foreign minister Anna Berg met Portuguese foreign minister Nuno Prata in Geneva.\n\n"
    #expect(last("\(lead)The Norwegian minister said “it was too early”.") == "Anna Berg")
    #expect(last("\(lead)“I am content,” the Portuguese minister said.") == "Nuno Prata")
    #expect(last("\(lead)A Portuguese minister said “it was too early”.") == "a Portuguese minister")
    // Near misses: somebody of another nation, an office that is not theirs.
    #expect(last("\(lead)The Turkish minister said “it was too early”.") == "the Turkish minister")
    #expect(last("\(lead)The Norwegian coach said “it was too early”.") == "the Norwegian coach")
  }

  @Test func theMinisterIsWhoSpeaksToReportersBelow() {
    let text = "Iceland's harbours minister said the plan was “a leaky boat”.\n\n"
    #expect(
      statements("\(text)Speaking to reporters, Henrik Lund called the plan “a poor joke”.").first?.speaker?.name
        == "Henrik Lund")
    // Near miss: somebody else's occasion.
    #expect(
      statements("\(text)In the lobby, Henrik Lund called the plan “a poor joke”.").first?.speaker?.name
        == "Iceland's harbours minister")
  }

  @Test func whoAsksByANounDoesNotAnswer() {
    let text = "Ivan Drew met the press. “We lost,” he said."
    #expect(last("\(text)\n\n“Will you resign?” a reporter asked.\n\n“No,” he replied.") == "Ivan Drew")
    #expect(last("\(text)\n\nA reporter asked whether he would resign.\n\n“No,” he responded.") == "Ivan Drew")
    // Near miss: somebody who tells something goes on.
    #expect(last("\(text)\n\n“It was late,” a reporter said.\n\n“It rained,” he added.") == "a reporter")
  }
}
