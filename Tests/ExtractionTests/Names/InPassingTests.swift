import ArticleModel
import Testing

@testable import Extraction

/// Whom "he" and "she" do not mean: who is named for a road, a picture or a government. The texts are made up.
@Suite struct InPassingTests {
  private func last(_ text: String) -> String? { statements(text).last?.speaker?.name }

  @Test func aRoadIsNobodyWhomHeMeans() {
    let text = "The riders’ secretary Karl Orr told Norvik News that they had parked.\n\nThe riders wrote a letter.\n\n"
    let road = "Buses on Adama Diallo road and Links road stood still.\n\n\(text)In it they accused inspectors.\n\n"
    #expect(last("\(road)It had been sent in May.\n\n“Our boys stop,” he said.") == "Karl Orr")
    // Near miss: the man himself.
    #expect(last("\(text)Adama Diallo stood still. “Our boys stop,” he said.") == "Adama Diallo")
  }

  @Test func whoTookAPictureIsNotHe() {
    let text = "For pickers like Karl Orr a loss meant no wages.\n\n"
    #expect(
      last("\(text)Bare trees near Norvik in the south.(Supplied: Otto Brandt)\n\n“It is bad,” he said.") == "Karl Orr")
    #expect(
      last("\(text)Bare trees near Norvik. (Rural News: Otto Brandt)\n\n“It is bad,” he said.") == "Karl Orr")
    // Near miss: whom a bracket explains, without a colon.
    #expect(last("\(text)His brother (Otto Brandt) came. “It is bad,” he said.") == "Otto Brandt")
  }

  @Test func aGovernmentIsNotWhoAccusesIt() {
    let text = "Norland Party president Karl Orr spoke in Norvik. “We must vote as one,” he said.\n\n"
    #expect(last("\(text)The president accused the Brandt government of theft. “They dig,” he said.") == "Karl Orr")
    // Near miss: the text goes on with the other one.
    #expect(
      last("\(text)The president accused Otto Brandt of theft. Brandt shrugged. “They dig,” he said.") == "Otto Brandt")
  }

  @Test func oneOfThemGivesHisName() {
    let text = "Riders accused inspectors of taking keys.\n\n“I have paid twice,” said one of them"
    #expect(last("\(text), who gave his name only as Bakri.") == "Bakri")
    // Near misses: nobody gives one; it is somebody else's.
    #expect(last("\(text), who was angry.") != "Bakri")
    #expect(last("\(text), and the police named the dead man as Bakri.") == "one of them")
  }

  @Test func whoSpokeAsHeIsAsGoodAsNamed() {
    let text = "Anna Orr joined the critics of the bill on Monday.\n\n“We are not insiders,” she said. She added"
    #expect(
      last("\(text) that it was worse than under Ida Roth, once the first woman in office.\n\n“It is late,” she said.")
        == "Anna Orr")
    // Near miss: the other one comes in as a subject.
    #expect(last("\(text) that it was late.\n\nIda Roth shrugged. “It is not,” she said.") == "Ida Roth")
  }
}
