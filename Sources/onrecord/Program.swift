import ArgumentParser
import FileAccess
import Glibc
import IndexDefinition
import NewsIndex
import Rendering

/// From the words of the command line to an exit status.
///
/// swift-argument-parser reads the words; what a command prints and how it ends is settled here once for all of them.
enum Program {
  static func run(_ arguments: [String]) -> ExitStatus {
    // A reader that goes away is seen as an error of `write`, which is a normal end.
    signal(SIGPIPE, SIG_IGN)
    do {
      return try command(arguments).map(run) ?? .done
    } catch {
      return answer(parsingError: error)
    }
  }

  /// `nil` where the parser's own command has done all there is to do: the help.
  private static func command(_ arguments: [String]) throws -> (any Runnable)? {
    if arguments.first == "search", let settings = DirectWords.search(arguments.dropFirst()) { return settings }
    if arguments.first == "extract", let settings = DirectWords.extraction(arguments.dropFirst()) { return settings }
    var command = try OnRecord.parseAsRoot(words(arguments))
    if let command = command as? any OnRecordCommand { return command }
    try command.run()
    return nil
  }

  /// Without a command: the REPL on a terminal, else the help.
  private static func words(_ arguments: [String]) throws(Failure) -> [String] {
    guard arguments.first.map({ $0.hasPrefix("-") && !isOfRoot($0) }) ?? true else {
      try check(command: arguments.first ?? "")
      return arguments
    }
    let isTerminal = Terminal.isTerminal(STDIN_FILENO) && Terminal.isTerminal(STDOUT_FILENO)
    if isTerminal || !arguments.isEmpty { return ["repl"] + arguments }
    return ["--help"]
  }

  private static func check(command name: String) throws(Failure) {
    let names = OnRecord.commandNames
    guard !name.hasPrefix("-"), !names.contains(name) else { return }
    throw Failure(.usage, "there is no command '\(name)'", hint: "there are \(names.joined(separator: ", "))")
  }

  private static func isOfRoot(_ option: String) -> Bool {
    ["-h", "--help", "--version", "--help-hidden", "--experimental-dump-help"].contains(option)
      || option.hasPrefix("--generate-completion-script")
  }

  private static func run(_ command: any Runnable) -> ExitStatus {
    let console = Console(command.display, pages: command.isPaged)
    do {
      let status = try command.execute(console)
      try console.finish()
      return status
    } catch is ClosedPipe {
      return .done
    } catch {
      let failure = Self.failure(error)
      console.report(failure)
      return failure.status
    }
  }

  static func failure(_ error: any Error) -> Failure {
    switch error {
    case let failure as Failure: return failure
    case let error as NewsIndexError: return Failure(error)
    case let error as FileError: return Failure(error)
    case let error as DefinitionError: return Failure(error)
    case let error as AskingError: return Failure(error, query: "")
    default: return Failure(.usage, OnRecord.message(for: error))
    }
  }

  /// The help and the version are data; whatever is wrong with the words is a message.
  private static func answer(parsingError error: any Error) -> ExitStatus {
    if let failure = error as? Failure {
      Console(DisplaySettings()).report(failure)
      return failure.status
    }
    let text = OnRecord.fullMessage(for: error)
    guard OnRecord.exitCode(for: error).isSuccess else {
      StandardError.writeLine(text)
      // A query may begin with a minus sign, and then looks like an option.
      if text.contains("Unknown option '-") {
        StandardError.writeLine("  A query that begins with - needs -- before it.")
      }
      return .usage
    }
    let console = Console(DisplaySettings())
    try? console.write(Array((text + "\n").utf8))
    try? console.finish()
    return .done
  }
}
