import FileAccess
import Glibc
import NewsIndex
import Rendering

/// Reads lines and answers them, through the same `Answers` as the commands.
///
/// `Repl+Commands.swift` holds what the commands do; this file the loop and the state.
final class Repl {
  private(set) var asker: Asker
  let console: Console
  var settings: ReplSettings
  let isInteractive: Bool

  /// What was asked last; `nil` before the first query.
  var query: ReplQuery?
  /// The queries before, for `.back`.
  var earlier: [ReplQuery] = []
  var offset = 0
  /// Answers from the shards that can be asked.
  var isPartial = false
  /// Ids of the hits shown last, by their number.
  var shown: [Int: String] = [:]
  /// What was noted on the last line that was a query; narrowing it or counting its facets doesn't repeat it.
  private let knownNotes = KnownNotes()
  /// Shows the hits of the last query as statements.
  var asksQuotes = false
  /// The next output goes to a file.
  var isOnce = false
  var bails = false
  var readDepth = 0
  var lines: [String] = []

  init(_ asker: Asker, _ console: Console, settings: ReplSettings) {
    self.asker = asker
    self.console = console
    self.settings = settings
    isInteractive = Terminal.isTerminal(STDIN_FILENO) && Terminal.isTerminal(STDOUT_FILENO)
  }

  enum Outcome: Equatable {
    case goOn
    case leave(ExitStatus)
  }

  func run() throws -> ExitStatus {
    let status = isInteractive ? try runOnTerminal() : try runFromPipe()
    return console.hasLeftOut ? status.combined(with: .incomplete) : status
  }

  private func runFromPipe() throws -> ExitStatus {
    Interrupts.endAtOnce()
    if case .leave(let status) = try read("-") { return status }
    return .done
  }

  private func runOnTerminal() throws -> ExitStatus {
    Interrupts.cancel()
    let editor = LineEditor(self)
    defer { editor.saveHistory() }
    console.note("OnRecord on \(asker.reader.directories.joined(separator: ", ")). .help says more, Ctrl-D leaves.")
    while true {
      switch editor.read(prompt: "onrecord> ") {
      case .end: return .done
      case .interrupted: Interrupts.reset()
      case .text(let text):
        // A paste may hold several lines.
        for line in text.split(whereSeparator: \.isNewline) {
          if case .leave(let status) = try answer(String(line)) { return status }
        }
      }
    }
  }

  /// Answers the lines of a file; `-` is standard input.
  func read(_ path: String) throws -> Outcome {
    var reader = LineReader(try ByteSource(path))
    while let line = try reader.next() {
      guard case .line(let bytes) = line else { continue }
      let outcome = try answer(String(decoding: bytes, as: UTF8.self))
      if outcome != .goOn { return outcome }
    }
    return .goOn
  }

  /// Answers one line. An error is reported, and ends it all only where that was asked for.
  func answer(_ line: String) throws -> Outcome {
    lines.append(line)
    do {
      let outcome = try perform(ReplLine(line))
      try endOutput()
      return outcome
    } catch let error as ClosedPipe {
      throw error
    } catch {
      let failure = Program.failure(error)
      console.report(failure)
      try endOutput()
      Interrupts.reset()
      return bails ? .leave(failure.status) : .goOn
    }
  }

  private func perform(_ line: ReplLine) throws -> Outcome {
    switch line {
    case .blank: return .goOn
    case .query(let text):
      knownNotes.forget()
      try ask(ReplQuery(text))
      return .goOn
    case .command(let command, let argument): return try perform(command, argument)
    case .unknown(let name):
      throw Failure(.usage, "there is no command .\(name)", hint: ".help lists them")
    }
  }

  /// Asks anew, and remembers the query that it replaces.
  func ask(_ next: ReplQuery) throws {
    if let query, query != next { earlier.append(query) }
    query = next
    offset = 0
    asksQuotes = false
    try showHits()
  }

  /// The text of the last query; before the first one it is everything.
  var text: String { query?.text(isPlain: settings.isPlain) ?? "" }

  func showHits() throws {
    try refresh()
    beginOutput()
    let result =
      try asksQuotes ? answers.quotes(quotesRequest()) : answers.search(settings.request(text, offset: offset))
    // Those of `.next` stand below the earlier ones, which are on the screen still.
    if offset == 0 { shown = [:] }
    for hit in result.hits { shown[hit.rank] = hit.id }
    if result.hits.isEmpty { hintAtNothing() }
  }

  private func hintAtNothing() {
    if offset > 0 {
      console.note("there are no more")
    } else if ["help", "?", "quit", "exit"].contains(text.lowercased()) {
      console.note("commands begin with a point: .help lists them, .quit leaves")
    }
  }

  var answers: Answers { Answers(asker, console, knownNotes: knownNotes, isInRepl: true) }

  func quotesRequest() -> SearchRequest {
    var request = settings.request(text, offset: offset)
    request.query.unit = .statement
    return request
  }

  /// Sees what a writer has committed since the last question.
  func refresh() throws {
    if try asker.reader.refresh() { console.note("The index has changed: opened anew.") }
  }

  func open(_ directory: String) throws {
    asker = try Asker(try IndexLocation.directories([directory]), isPartial: isPartial)
    shown = [:]
  }
}
