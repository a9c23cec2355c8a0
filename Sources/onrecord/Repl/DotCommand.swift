import NewsIndex
import Rendering

/// The commands of the REPL; the one list behind the parser, the help and the completion.
enum DotCommand: String, CaseIterable {
  case and, drop, back, next, facets, timeline, quotes, show, explain
  case sort, limit, unit, match, plain, collapse, mode
  case open, info, fields, once, output, read, bail, history, help, quit

  /// What stands behind the name.
  var arguments: String {
    switch self {
    case .and: return "TEXT"
    case .drop: return "FIELD[:VALUE]"
    case .facets: return "[FIELD...]"
    case .timeline: return "[day|week|month|year]"
    case .show: return "N|ID [why]"
    case .sort: return SearchOrder.allCases.map(\.rawValue).joined(separator: "|")
    case .limit: return "N"
    case .unit: return "segment|statement|article|auto"
    case .match: return "all|any"
    case .plain, .bail: return "on|off"
    case .collapse: return "none|article|story"
    case .mode: return OutputFormat.allCases.map(\.rawValue).joined(separator: "|")
    case .open: return "DIR"
    case .once, .read: return "FILE"
    case .output: return "[FILE]"
    case .back, .next, .quotes, .explain, .info, .fields, .history, .help, .quit: return ""
    }
  }

  var meaning: String {
    switch self {
    case .and: return "narrows the last query; +TEXT is short for it"
    case .drop: return "takes a filter away"
    case .back: return "the query before the last change"
    case .next: return "the next hits"
    case .facets: return "counts the hits: speaker, region and date unless told"
    case .timeline: return "counts over time"
    case .quotes: return "the statements of the last query"
    case .show: return "a hit by its number, or by its id, with what stands around it"
    case .explain: return "how the last query was understood"
    case .sort: return "what comes first; asks the last query again"
    case .limit: return "how many hits; 0 for all"
    case .unit: return "what a hit is; asks the last query again"
    case .match: return "whether all plain words must match"
    case .plain: return "no operators: every word is a word"
    case .collapse: return "one hit of an article or story"
    case .mode: return "how output looks"
    case .open: return "another index"
    case .info: return "what the index holds"
    case .fields: return "the fields of the query language"
    case .once: return "the next output goes to a file"
    case .output: return "all output goes to a file; without a file, here again"
    case .read: return "the lines of a file, as if typed"
    case .bail: return "whether the first error ends it, with its exit status"
    case .history: return "the lines so far"
    case .help: return "this list"
    case .quit: return "leaves; so does Ctrl-D"
    }
  }

  /// The words that may stand behind it, for completion.
  var choices: [String] {
    switch self {
    case .sort, .unit, .match, .plain, .bail, .collapse, .mode:
      return arguments.split(separator: "|").map(String.init)
    case .timeline: return TimelineStep.allCases.map(\.rawValue)
    case .facets: return FieldTable.fields.filter { $0.facet != nil }.map(\.name)
    case .drop: return FieldTable.fields.map(\.name)
    default: return []
    }
  }
}

/// A line of the REPL.
enum ReplLine: Equatable {
  case blank
  case query(String)
  case command(DotCommand, String)
  /// Begins with a point and is no command.
  case unknown(String)

  init(_ line: String) {
    let text = line.trimmed
    guard let first = text.first else {
      self = .blank
      return
    }
    switch first {
    case "+": self = .command(.and, String(text.dropFirst()).trimmed)
    case ".": self = Self.command(String(text.dropFirst()))
    default: self = .query(text)
    }
  }

  /// A command by its name, or by a beginning that only one has.
  private static func command(_ text: String) -> ReplLine {
    let parts = text.split(maxSplits: 1, whereSeparator: \.isWhitespace)
    let name = text.first.map(\.isWhitespace) ?? true ? "" : parts.first.map(String.init) ?? ""
    let rest = parts.count > 1 ? String(parts[1]).trimmed : ""
    if let command = DotCommand(rawValue: name) { return .command(command, rest) }
    let matching = DotCommand.allCases.filter { $0.rawValue.hasPrefix(name) }
    guard !name.isEmpty, matching.count == 1 else { return .unknown(name) }
    return .command(matching[0], rest)
  }
}

extension String {
  /// Without white space at the ends.
  var trimmed: String {
    guard let start = firstIndex(where: { !$0.isWhitespace }), let end = lastIndex(where: { !$0.isWhitespace }) else {
      return ""
    }
    return String(self[start...end])
  }
}
