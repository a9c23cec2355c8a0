import ArgumentParser
import Glibc
import NewsIndex

struct RemoveCommand: OnRecordCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Forgets the articles that a query finds.",
    discussion: """
      An article goes as a whole where the query finds any part of it. Examples:

        onrecord remove article:reuters-17
        onrecord remove publisher:blog published:..2019 --dry-run
      """)

  @OptionGroup var query: QueryOptions

  @Flag(help: "Says what would go, and leaves it.")
  var dryRun = false

  @Option(help: ArgumentHelp("How long to wait for another writer.", valueName: "seconds"))
  var wait = 0

  @OptionGroup var index: IndexOption
  @OptionGroup var output: DisplayOptions

  @Argument(help: "What is to go; without a query, everything.")
  var words: [String] = []

  var display: DisplaySettings { output.settings }

  func execute(_ console: Console) throws -> ExitStatus {
    Interrupts.endInSteps()
    let directory = try IndexLocation.directory(index.index)
    let query = query.query(words)
    let ids = try Asker([directory]).ask(query.text) { reader throws(AskingError) in
      try reader.articleIDs(matching: query)
    }
    if words.isEmpty, !dryRun, !isConfirmed(ids.count) { throw Failure(.usage, "nothing removed") }
    if !dryRun, !ids.isEmpty { try Indexer.remove(articles: ids, from: directory, waitSeconds: wait) }
    try console.write(console.renderer.removal(ids, isDryRun: dryRun))
    return ids.isEmpty ? .nothing : .done
  }

  /// Everything goes: whoever sits at a terminal is asked.
  private func isConfirmed(_ count: Int) -> Bool {
    guard Terminal.isTerminal(STDIN_FILENO), Terminal.isTerminal(STDERR_FILENO) else { return true }
    StandardError.write("Forget all \(count) articles? [y/N] ")
    return readLine().map { $0.lowercased().hasPrefix("y") } ?? false
  }
}
