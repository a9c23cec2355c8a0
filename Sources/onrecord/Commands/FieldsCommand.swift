import ArgumentParser
import NewsIndex

struct FieldsCommand: OnRecordCommand {
  static let configuration = CommandConfiguration(commandName: "fields", abstract: "The fields of the query language.")

  @OptionGroup var output: DisplayOptions

  var display: DisplaySettings { output.settings }

  func execute(_ console: Console) throws -> ExitStatus {
    try console.write(console.renderer.fields(FieldTable.fields))
    return .done
  }
}
