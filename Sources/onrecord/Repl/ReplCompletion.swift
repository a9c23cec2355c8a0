import NewsIndex
import Rendering
import TextAnalysis

/// What the text before the cursor could become: commands, fields, and values with their counts.
final class ReplCompletion {
  struct Candidate: Hashable {
    /// The whole text before the cursor.
    var line: String
    /// What the list shows.
    var label: String
  }

  private unowned let repl: Repl

  init(_ repl: Repl) { self.repl = repl }

  func candidates(_ line: String) -> [Candidate] {
    if line.hasPrefix(".") { return ofCommand(line) }
    return ofQuery(line)
  }

  // MARK: Commands

  private func ofCommand(_ line: String) -> [Candidate] {
    guard let space = line.firstIndex(of: " ") else {
      let name = line.dropFirst()
      return DotCommand.allCases.filter { $0.rawValue.hasPrefix(name) }
        .map { Candidate(line: ".\($0.rawValue) ", label: ".\($0.rawValue) \($0.arguments)") }
    }
    guard case .command(let command, _) = ReplLine(String(line[..<space])) else { return [] }
    if command == .and { return ofQuery(line) }
    let start = line.lastIndex(of: " ").map { line.index(after: $0) } ?? line.endIndex
    let word = line[start...]
    return command.choices.filter { $0.hasPrefix(word) }
      .map { Candidate(line: line[..<start] + $0 + " ", label: $0) }
  }

  // MARK: Queries

  private func ofQuery(_ line: String) -> [Candidate] {
    let start = Self.wordStart(line)
    let word = line[start...]
    let head = String(line[..<start])
    guard let colon = word.firstIndex(of: ":") else {
      if let field = Self.field(around: head) { return ofValue(head, field, String(word.drop { $0 == "\"" })) }
      return ofField(head, String(word))
    }
    guard let field = FieldTable.field(named: String(word[..<colon])) else { return [] }
    let typed = word[word.index(after: colon)...]
    return ofValue(head + word[...colon], field, String(typed.drop { $0 == "\"" }))
  }

  /// The field whose parentheses are open: `speaker:(putin or `.
  private static func field(around head: String) -> IndexField? {
    var depth = 0
    for index in head.indices.reversed() {
      if head[index] == ")" { depth += 1 }
      guard head[index] == "(" else { continue }
      if depth == 0 {
        let before = head[..<index]
        guard before.last == ":" else { return nil }
        let name = before.dropLast().reversed().prefix { $0.isLetter || $0 == "-" }
        return FieldTable.field(named: String(name.reversed()))
      }
      depth -= 1
    }
    return nil
  }

  /// The last word begins behind a space outside quotation marks, a sign or a parenthesis.
  private static func wordStart(_ line: String) -> String.Index {
    var start = line.startIndex
    var isQuoted = false
    for index in line.indices {
      switch line[index] {
      case "\"": isQuoted.toggle()
      case " ", "(": if !isQuoted { start = line.index(after: index) }
      case "-", "+": if index == start { start = line.index(after: index) }
      default: break
      }
    }
    return start
  }

  private func ofField(_ head: String, _ word: String) -> [Candidate] {
    FieldTable.fields.filter { $0.name.hasPrefix(word.lowercased()) }
      .map { Candidate(line: "\(head)\($0.name):", label: "\($0.name):  \($0.meaning)") }
  }

  private func ofValue(_ head: String, _ field: IndexField, _ typed: String) -> [Candidate] {
    if case .choice(let words) = field.syntax {
      return words.filter { $0.hasPrefix(typed.lowercased()) }
        .map { Candidate(line: "\(head)\($0) ", label: $0) }
    }
    return repl.asker.reader.completions(field: field.name, prefix: typed, limit: 20).map { completion in
      let label = "\(ControlCharacters.visible(completion.value)) (\(completion.count))"
      return Candidate(line: "\(head)\(Self.quoted(completion.value)) ", label: label)
    }
  }

  /// In quotation marks where it is not one word.
  private static func quoted(_ value: String) -> String {
    let isWord = value.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "-" }
    return isWord ? value : "\"\(value.filter { $0 != "\"" })\""
  }
}
