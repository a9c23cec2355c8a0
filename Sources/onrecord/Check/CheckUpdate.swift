import FileAccess
import Rendering

/// Puts what was found in the place of what was expected: `--update`.
///
/// Only plain texts and numbers are replaced, in place, so that comments and layout stay; limits and patterns are
/// somebody's thought and stay as they are.
struct CheckUpdate {
  let file: CheckFile

  struct Change: Hashable {
    var line: Int
    var old: String
    var new: String
  }

  /// The new text of the file and the lines that changed.
  func text(with outcomes: [CheckOutcome]) -> (text: String, changes: [Change]) {
    var lines = file.source.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let old = lines
    let replacements = outcomes.filter { $0.verdict == .failed }.flatMap(\.findings).flatMap(\.replacements)
    // From the end, so that the columns before stay right.
    for replacement in replacements.sorted(by: Self.isBehind) {
      let index = replacement.expected.position.line - 1
      guard lines.indices.contains(index),
        let line = Self.replaced(replacement, in: lines[index])
      else { continue }
      lines[index] = line
    }
    let changes = zip(old, lines).enumerated().filter { $0.element.0 != $0.element.1 }
      .map { Change(line: $0.offset + 1, old: $0.element.0, new: $0.element.1) }
    return (lines.joined(separator: "\n"), changes)
  }

  private static func isBehind(_ left: CheckFinding.Replacement, _ right: CheckFinding.Replacement) -> Bool {
    let (first, second) = (left.expected.position, right.expected.position)
    return (first.line, first.column) > (second.line, second.column)
  }

  /// `nil` where the text does not stand there as a scalar on one line.
  private static func replaced(_ replacement: CheckFinding.Replacement, in line: String) -> String? {
    let scalars = Array(line.unicodeScalars)
    let start = replacement.expected.position.column - 1
    guard start >= 0, start < scalars.count, let end = scalarEnd(scalars, start) else { return nil }
    let before = String(String.UnicodeScalarView(scalars[..<start]))
    let behind = String(String.UnicodeScalarView(scalars[end...]))
    return before + written(replacement.actual) + behind
  }

  /// Where the YAML scalar that begins at `start` ends on its line.
  private static func scalarEnd(_ scalars: [Unicode.Scalar], _ start: Int) -> Int? {
    switch scalars[start] {
    case "\"", "'":
      let quote = scalars[start]
      var index = start + 1
      while index < scalars.count {
        if scalars[index] == "\\", quote == "\"" {
          index += 1
        } else if scalars[index] == quote {
          if quote == "'", index + 1 < scalars.count, scalars[index + 1] == "'" { index += 1 } else { return index + 1 }
        }
        index += 1
      }
      return nil
    case "|", ">", "&", "*", "!": return nil
    default:
      var end = start
      while end < scalars.count, !isEnd(scalars, end) { end += 1 }
      while end > start, scalars[end - 1] == " " { end -= 1 }
      return end
    }
  }

  private static func isEnd(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    switch scalars[index] {
    case ",", "]", "}": return true
    case "#": return index > 0 && scalars[index - 1] == " "
    default: return false
    }
  }

  /// A number bare, a text in quotation marks.
  private static func written(_ text: String) -> String {
    if Double(text) != nil { return text }
    var json = JSONWriter()
    json.value(text)
    return json.text
  }
}
