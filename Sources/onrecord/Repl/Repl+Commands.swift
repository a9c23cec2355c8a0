import NewsIndex
import Rendering

// What the commands of the REPL do. An argument that is wrong is a usage error that says what is right.

extension Repl {
  func perform(_ command: DotCommand, _ argument: String) throws -> Outcome {
    switch command {
    case .quit: return .leave(.done)
    case .read: return try readFile(argument)
    case .and, .drop, .back, .next, .facets, .timeline, .quotes, .show, .explain, .info, .fields:
      try ask(command, argument)
    case .sort, .limit, .unit, .match, .plain, .collapse, .mode, .bail: try set(command, argument)
    case .open: try open(try needed(argument, command))
    case .once: try sendOutput(to: try needed(argument, command), once: true)
    case .output: try argument.isEmpty ? restoreOutput() : sendOutput(to: argument, once: false)
    case .history: try showHistory()
    case .help: try showHelp()
    }
    return .goOn
  }

  private func readFile(_ path: String) throws -> Outcome {
    guard readDepth < 8 else { throw Failure(.usage, ".read reads itself") }
    readDepth += 1
    defer { readDepth -= 1 }
    return try read(try needed(path, .read))
  }

  private func needed(_ argument: String, _ command: DotCommand) throws(Failure) -> String {
    if argument.isEmpty { throw usage(command) }
    return argument
  }

  func usage(_ command: DotCommand) -> Failure {
    Failure(.usage, ".\(command.rawValue) \(command.arguments)", hint: command.meaning)
  }
}

// MARK: - Asking

extension Repl {
  private func ask(_ command: DotCommand, _ argument: String) throws {
    switch command {
    case .and: try narrow(try needed(argument, command))
    case .drop: try drop(try needed(argument, command))
    case .back: try goBack()
    case .next:
      offset += max(1, settings.limit)
      try showHits()
    case .quotes:
      asksQuotes = true
      offset = 0
      try showHits()
    case .facets: try showFacets(argument)
    case .timeline: try showTimeline(argument)
    case .show: try show(argument)
    case .explain:
      try refresh()
      beginOutput()
      try answers.explain(settings.request(text, offset: 0))
    case .info:
      beginOutput()
      try console.write(console.renderer.info(try asker.info()))
    default:
      beginOutput()
      try console.write(console.renderer.fields(FieldTable.fields))
    }
  }

  private func narrow(_ filter: String) throws {
    guard var next = query else { return try ask(ReplQuery(filter)) }
    next.narrow(filter)
    try ask(next)
  }

  private func drop(_ filter: String) throws {
    guard var next = query else { throw Failure(.usage, "there is no query yet") }
    guard next.drop(filter) > 0 else {
      throw Failure(.usage, "the query has no filter \(filter) that can be taken away: \(text)")
    }
    try ask(next)
  }

  private func goBack() throws {
    guard let last = earlier.popLast() else { throw Failure(.usage, "there is no query before this one") }
    query = last
    offset = 0
    asksQuotes = false
    try showHits()
  }

  private func showFacets(_ argument: String) throws {
    let words = argument.isEmpty ? ["speaker", "region", "date"] : argument.split(separator: " ").map(String.init)
    let facets = try words.map { word in
      guard let facet = FacetSpecification.request(word, limit: 10, takesLimit: true) else {
        throw Failure(.usage, "'\(word)' is no facet", hint: "there are \(FacetSpecification.names)")
      }
      return facet
    }
    try refresh()
    beginOutput()
    try answers.facets(FacetsRequest(settings.query(text), facets: facets))
  }

  private func showTimeline(_ argument: String) throws {
    let step = argument.isEmpty ? nil : TimelineStep(rawValue: argument)
    guard argument.isEmpty || step != nil else { throw usage(.timeline) }
    try refresh()
    beginOutput()
    try answers.timeline(TimelineRequest(settings.query(text), step: step))
  }

  /// `.show 3`, `.show reuters-17#q3 why`.
  private func show(_ argument: String) throws {
    var words = argument.split(separator: " ").map(String.init)
    let isExplained = words.last == "why"
    if isExplained { words.removeLast() }
    guard words.count == 1 else { throw usage(.show) }
    let id = try id(named: words[0])
    try refresh()
    beginOutput()
    try answers.show(id, context: 1, isExplained: isExplained)
  }
}

extension Repl {
  /// The id behind the number of a result, or the id itself.
  ///
  /// A number never falls back to an article whose id is that number: the user means the screen.
  private func id(named word: String) throws(Failure) -> String {
    guard let number = Int(word) else { return word }
    if let id = shown[number] { return id }
    let numbers = shown.keys.sorted()
    guard let first = numbers.first, let last = numbers.last else {
      throw Failure(.usage, "there are no results to show", hint: "ask first, or give an id")
    }
    throw Failure(.usage, "there is no result \(number) on the screen", hint: "they go from \(first) to \(last)")
  }
}

// MARK: - Settings

extension Repl {
  private func set(_ command: DotCommand, _ argument: String) throws {
    switch command {
    case .sort: settings.sort = try choice(argument, command)
    case .match: settings.match = try choice(argument, command)
    case .collapse: settings.collapse = try choice(argument, command)
    case .mode: console.renderer.format = try choice(argument, command)
    case .unit: settings.unit = argument == "auto" ? nil : try choice(argument, command)
    case .plain: settings.isPlain = try isOn(argument, command)
    case .bail: bails = try isOn(argument, command)
    default:
      guard let limit = Int(argument), limit >= 0 else { throw usage(.limit) }
      settings.limit = limit
    }
    // These two are about the hits on the screen.
    if command == .sort || command == .unit, query != nil {
      offset = 0
      try showHits()
    }
  }

  private func choice<Choice: RawRepresentable<String>>(
    _ argument: String, _ command: DotCommand
  ) throws(Failure) -> Choice {
    guard let choice = Choice(rawValue: argument) else { throw usage(command) }
    return choice
  }

  private func isOn(_ argument: String, _ command: DotCommand) throws(Failure) -> Bool {
    switch argument {
    case "on", "": return true
    case "off": return false
    default: throw usage(command)
    }
  }
}

// MARK: - About the REPL itself

extension Repl {
  private func showHistory() throws {
    for line in lines { try console.writeLine(console.renderer.style.safe(line)) }
  }

  private func showHelp() throws {
    beginOutput()
    let style = console.renderer.style
    try console.writeLine("A line is a query; +TEXT narrows it. Results go by their number: .show 3")
    let widest = DotCommand.allCases.map { $0.rawValue.count + $0.arguments.count }.max() ?? 0
    for command in DotCommand.allCases {
      let head = ".\(command.rawValue) \(command.arguments)"
      for line in style.definition(head, command.meaning, at: widest + 6) { try console.writeLine(line) }
    }
    let fields = "Fields: \(FieldTable.fields.map(\.name).joined(separator: ", ")); .fields says more."
    for line in style.wrapped(fields) { try console.writeLine(line) }
  }
}
