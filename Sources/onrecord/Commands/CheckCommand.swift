import ArgumentParser
import FileAccess
import NewsIndex
import Rendering

struct CheckCommand: OnRecordCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Runs check files: queries, and what their answers must be.",
    discussion: """
      Example:

        onrecord check seeds/checks.yml --report human --report junit=checks.xml
      """)

  @Option(
    help: ArgumentHelp(
      "human, tap, junit, github or json, to standard output or into a file. May be repeated.",
      valueName: "kind[=file]"))
  var report: [String] = []

  @Option(help: ArgumentHelp("Only the cases whose name holds it.", valueName: "text"))
  var filter: String?

  @Flag(help: "Stops at the first failure.")
  var failFast = false

  @Option(help: ArgumentHelp("Checks max_ms too: the middle one of so many times.", valueName: "n"))
  var `repeat`: Int?

  @Flag(help: "Shows what differs and puts what was found in the place of what was expected.")
  var update = false

  @OptionGroup var definition: DefinitionOption
  @OptionGroup var shards: ShardOptions
  @OptionGroup var messages: MessageOptions

  @Argument(help: "Check files.", completion: .file(extensions: ["yml", "yaml"]))
  var files: [String]

  var display: DisplaySettings { DisplaySettings(format: .text, colour: messages.color, isQuiet: messages.quiet) }

  func validate() throws {
    _ = try reports()
    if let `repeat`, `repeat` < 1 { throw ValidationError("--repeat must be 1 or more") }
  }

  private func reports() throws -> [CheckReport] {
    let reports = try report.map { text in
      guard let report = CheckReport(text) else {
        throw ValidationError("'\(text)' is no report; there are human, tap, junit, github, json, each with =FILE")
      }
      return report
    }
    return reports.isEmpty ? [CheckReport.human].compactMap { $0 } : reports
  }

  func execute(_ console: Console) throws -> ExitStatus {
    if update, Environment["CI"].map({ !$0.isEmpty && $0 != "false" }) ?? false {
      throw Failure(.usage, "--update is not for CI: it would make every check pass")
    }
    Interrupts.endInSteps()
    let checks = try files.map(read)
    guard checks.contains(where: { $0.cases.contains(where: isSelected) }) else {
      throw Failure(.usage, "no case has \(filter ?? "") in its name")
    }
    var outcomes: [CheckOutcome] = []
    for check in checks {
      let own = try run(check, console)
      if update { try rewrite(check, own, console) }
      outcomes += own
      if failFast, own.contains(where: \.verdict.isFailure) { break }
    }
    try publish(outcomes, console)
    let status = outcomes.contains { $0.verdict.isFailure } ? ExitStatus.nothing : .done
    return console.hasLeftOut ? status.combined(with: .incomplete) : status
  }

  private func read(_ path: String) throws -> CheckFile {
    do { return try CheckParser.read(path) } catch let error as CheckFileError {
      throw Failure(.usage, error.description)
    }
  }

  private func isSelected(_ item: CheckCase) -> Bool { filter.map(item.name.contains) ?? true }

  private func run(_ check: CheckFile, _ console: Console) throws -> [CheckOutcome] {
    let selected = check.cases.filter(isSelected)
    guard !selected.isEmpty else { return [] }
    let fixture = try CheckFixture(
      check, overriding: shards.index, definition: try definition.load(), console: console)
    let asker = try Asker(fixture.directories, isPartial: shards.partial)
    defer { console.leaveOut(asker.reader.missing) }
    let runner = CheckRunner(asker: asker, file: check, repetitions: `repeat`)
    var outcomes: [CheckOutcome] = []
    for item in selected {
      outcomes.append(try runner.run(item))
      if failFast, outcomes.last?.verdict.isFailure ?? false { break }
    }
    return outcomes
  }

  private func rewrite(_ check: CheckFile, _ outcomes: [CheckOutcome], _ console: Console) throws {
    let (text, changes) = CheckUpdate(file: check).text(with: outcomes)
    guard !changes.isEmpty else { return }
    let style = console.renderer.style
    for change in changes {
      try console.writeLine(style.paint("\(style.safe(check.path)):\(change.line)", .faint))
      try console.writeLine(style.safe("-\(change.old)", .warning))
      try console.writeLine(style.safe("+\(change.new)", .good))
    }
    try Files.writeAtomically(Array(text.utf8), to: check.path)
  }

  private func publish(_ outcomes: [CheckOutcome], _ console: Console) throws {
    for report in try reports() {
      let text = Array(report.text(outcomes, style: console.renderer.style).utf8)
      if let path = report.path { try Files.write(text, to: path) } else { try console.write(text) }
    }
  }
}
