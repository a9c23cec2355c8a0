import ArticleModel
import Yams

// From YAML nodes to values, with the place in the file where one is not as it should be.

extension CheckParser {
  /// The values of a mapping by key; keys that are not known are errors.
  func fields(_ node: Node, _ known: [String]) throws -> [String: Node] {
    guard let mapping = node.mapping else { throw error(node, "a mapping is expected here") }
    var fields: [String: Node] = [:]
    for (key, value) in mapping {
      let name = try text(key)
      guard known.contains(name) else { throw unknown(key, known) }
      fields[name] = value
    }
    return fields
  }

  func text(_ node: Node) throws -> String {
    guard let scalar = node.scalar else { throw error(node, "a text is expected here") }
    return scalar.string
  }

  func expectedText(_ node: Node) throws -> ExpectedText {
    ExpectedText(text: try text(node), position: position(node))
  }

  /// One text, or a list of them.
  func texts(_ node: Node) throws -> [String] { try expectedTexts(node).map(\.text) }

  func expectedTexts(_ node: Node) throws -> [ExpectedText] {
    guard let list = node.sequence else { return [try expectedText(node)] }
    guard !list.isEmpty else { throw error(node, "an empty list") }
    return try list.map(expectedText)
  }

  func integer(_ node: Node) throws -> Int {
    guard let number = Int(try text(node)) else { throw error(node, "a whole number is expected here") }
    return number
  }

  func number(_ node: Node) throws -> Double {
    guard let number = Double(try text(node)) else { throw error(node, "a number is expected here") }
    return number
  }

  func truth(_ node: Node) throws -> Bool {
    guard let truth = Bool(try text(node)) else { throw error(node, "true or false is expected here") }
    return truth
  }

  func day(_ node: Node) throws -> CalendarDay {
    guard let day = CalendarDay(iso: try text(node)) else { throw error(node, "a day such as 2024-12-15 is expected") }
    return day
  }

  func choice<Choice: RawRepresentable<String> & CaseIterable>(_ node: Node) throws -> Choice {
    guard let choice = Choice(rawValue: try text(node)) else {
      throw error(node, "one of \(Choice.allCases.map(\.rawValue).joined(separator: ", ")) is expected here")
    }
    return choice
  }
}

// MARK: - Errors

extension CheckParser {
  func position(_ node: Node) -> CheckPosition {
    CheckPosition(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
  }

  func error(_ node: Node?, _ reason: String) -> CheckFileError {
    CheckFileError(path: path, position: node.map(position), reason: reason)
  }

  func unknown(_ key: Node, _ known: [String]) -> CheckFileError {
    error(key, "unknown key \"\(key.string ?? "")\"; there are \(known.joined(separator: ", "))")
  }

  static func position(of problem: YamlError) -> CheckPosition? {
    switch problem {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      return CheckPosition(line: mark.line, column: mark.column)
    case .duplicatedKeysInMapping(_, let context):
      return CheckPosition(line: context.mark.line, column: context.mark.column)
    default: return nil
    }
  }

  static func reason(of problem: YamlError) -> String {
    switch problem {
    case .scanner(_, let reason, _, _), .parser(_, let reason, _, _), .composer(_, let reason, _, _),
      .reader(let reason, _, _, _):
      return "not YAML: \(reason)"
    case .duplicatedKeysInMapping(let keys, _): return "the same key twice: \(keys.joined(separator: ", "))"
    default: return "not YAML"
    }
  }
}
