import ArgumentParser
import ArticleModel
import IndexDefinition
import NewsIndex
import Rendering

// The options that several commands share, as swift-argument-parser wants them. What they mean is in the help.

extension OutputFormat: ExpressibleByArgument {}
extension ColourChoice: ExpressibleByArgument {}
extension IndexUnit: ExpressibleByArgument {}
extension SearchOrder: ExpressibleByArgument {}
extension MatchMode: ExpressibleByArgument {}
extension CollapseMode: ExpressibleByArgument {}
extension TimelineStep: ExpressibleByArgument {}
extension Statement.Kind: ExpressibleByArgument {}

/// How the output looks.
struct DisplayOptions: ParsableArguments {
  @Option(help: "How the data on standard output look.")
  var format: OutputFormat?

  @Flag(help: "Short for --format jsonl.")
  var json = false

  @OptionGroup var messages: MessageOptions

  func validate() throws {
    if json, let format, format != .jsonl { throw ValidationError("--json and --format \(format) exclude each other") }
  }

  var settings: DisplaySettings {
    DisplaySettings(format: json ? .jsonl : format ?? .text, colour: messages.color, isQuiet: messages.quiet)
  }
}

/// Colour and talk; also of the commands whose `--format` is something else.
struct MessageOptions: ParsableArguments {
  @Option(help: "Colour on a terminal, always, or never.")
  var color: ColourChoice = .auto

  @Flag(name: .shortAndLong, help: "No progress and no suggestions on standard error.")
  var quiet = false
}

/// Which index; of the commands that write it or look into it on this machine.
struct IndexOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder of the index.",
      discussion: """
        Else ONRECORD_INDEX, else Index/built of the checkout one stands in, else onrecord in XDG_DATA_HOME.
        """,
      valueName: "dir"),
    completion: .directory)
  var index: [String] = []
}

/// Which index, or which shards; of the commands that ask.
struct ShardOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder of the index, ssh://host/folder or tcp://host:port; several are searched as one.",
      discussion: """
        Else ONRECORD_INDEX, else Index/built of the checkout one stands in, else onrecord in XDG_DATA_HOME. A folder \
        that index --shards made stands for its shards. ssh:// needs Xapian's xapian-progsrv on the host, and a key \
        that ssh takes without asking. tcp:// names the first of three ports of xapian-tcpsrv, which serve articles, \
        statements and segments: nothing of it is encrypted and nobody is asked who they are, so only on a network \
        that you trust.
        """,
      valueName: "dir"),
    completion: .directory)
  var index: [String] = []

  @Flag(help: "Answers from the shards that can be asked; the others are named, and the exit status is 4.")
  var partial = false
}

/// The word lists that extraction and asking go by.
struct DefinitionOption: ParsableArguments {
  @Option(
    help: ArgumentHelp("Another Index folder of word lists than the one built in.", valueName: "dir"),
    completion: .directory)
  var definition: String?

  func load() throws -> Definition { try Self.load(definition) }

  static func load(_ definition: String?) throws -> Definition {
    guard let definition else { return .builtIn }
    do throws(DefinitionError) { return try Definition(directory: definition) } catch { throw Failure(error) }
  }
}

/// How a query is understood.
struct QueryOptions: ParsableArguments {
  @Option(help: "What a hit is; else it follows the query.")
  var unit: IndexUnit?

  @Option(help: "Whether all plain words must match, or any.")
  var match: MatchMode = .all

  @Flag(help: "No operators: every word is a word.")
  var plain = false

  @Option(
    help: ArgumentHelp(
      "Leaves out statements of less confidence, from 0 to 1; below 0.5 they are uncertain.", valueName: "number"),
    transform: { try OptionValue.confidence($0) })
  var minConfidence: Double?

  @Option(
    help: ArgumentHelp("The day that relative dates count from; else today.", valueName: "date"),
    transform: { try OptionValue.day($0) })
  var now: CalendarDay?

  var settings: QuerySettings {
    QuerySettings(unit: unit, match: match, isPlain: plain, minConfidence: minConfidence, now: now)
  }

  func query(_ words: [String]) -> IndexQuery { query(words.joined(separator: " ")) }
  func query(_ text: String) -> IndexQuery { settings.query(text) }
}
