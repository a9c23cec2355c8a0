import ArgumentParser
import ArticleModel
import ArticleReading
import FileAccess

extension ReadingOptions.Format: ExpressibleByArgument {}

/// What the user says about all inputs; of `index` and `extract`.
struct ReadingSettings: ParsableArguments {
  @Option(
    help: ArgumentHelp("When they were printed, whatever they say themselves.", valueName: "date"),
    transform: { try OptionValue.date($0) })
  var published: DateValue?

  @Option(help: ArgumentHelp("Who printed them, whatever they say themselves.", valueName: "name"))
  var publisher: String?

  func options(_ format: ReadingOptions.Format) -> ReadingOptions {
    ReadingOptions(format: format, published: published, publisher: publisher)
  }
}

/// A model from a file; `nil` for the one built in.
func readModel(_ path: String?) throws -> [UInt8]? {
  guard let path else { return nil }
  return try Files.read(path)
}
