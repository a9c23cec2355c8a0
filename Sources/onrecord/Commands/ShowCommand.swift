import ArgumentParser
import NewsIndex

struct ShowCommand: OnRecordCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "An article, or a place in it with what stands around it; speakers are marked.",
    discussion: """
      Examples:

        onrecord show reuters-17
        onrecord show 'reuters-17#q3' --context 2 --why
      """)

  @Option(help: "How many paragraphs before and behind the place.")
  var context = 1

  @Flag(help: "How each speaker was found.")
  var why = false

  @OptionGroup var shards: ShardOptions
  @OptionGroup var output: DisplayOptions

  @Argument(help: "ARTICLE, ARTICLE#4 for a segment, ARTICLE#q1 for a statement.")
  var id: String

  var display: DisplaySettings { output.settings }
  var isPaged: Bool { true }

  func validate() throws {
    if context < 0 { throw ValidationError("--context can't be negative") }
  }

  func execute(_ console: Console) throws -> ExitStatus {
    Interrupts.endAtOnce()
    return try Answers(try Asker(shards), console).show(id, context: context, isExplained: why)
  }
}
