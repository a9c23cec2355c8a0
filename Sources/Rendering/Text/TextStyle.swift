import TextAnalysis

/// How text is dressed: colour and width belong to a terminal, a pipe gets bare lines.
public struct TextStyle: Hashable, Sendable {
  public var hasColour: Bool
  /// Lines are broken to this width; `nil` leaves a paragraph on one line, as `grep` likes it.
  public var columns: Int?

  public init(hasColour: Bool = false, columns: Int? = nil) {
    self.hasColour = hasColour
    self.columns = columns
  }

  /// What a piece of text is; which colour that gets is decided here alone.
  public enum Ink: Sendable {
    case plain, strong, faint, match, speaker, number, warning, good

    fileprivate var code: String {
      switch self {
      case .plain: return ""
      case .strong: return "1"
      case .faint: return "2"
      case .match: return "1;33"
      case .speaker: return "1;36"
      case .number: return "32"
      case .warning: return "31"
      case .good: return "32"
      }
    }
  }

  /// The text in its colour. It must be safe already: see `safe`.
  public func paint(_ text: String, _ ink: Ink) -> String {
    guard hasColour, !ink.code.isEmpty, !text.isEmpty else { return text }
    return "\u{1B}[\(ink.code)m\(text)\u{1B}[0m"
  }

  /// Text from outside in its colour, without a character that could command the terminal.
  public func safe(_ text: String, _ ink: Ink = .plain) -> String { paint(ControlCharacters.visible(text), ink) }
}

extension TextStyle {
  /// Text from outside that may have several lines, without a character that could command the terminal.
  public func safeLines(_ text: String) -> String { ControlCharacters.visible(text, keepingLines: true) }

  /// The same broken between words to the width of a terminal; what has lines already stays as it is.
  public func wrapped(_ text: String) -> [String] {
    if columns == nil || text.contains("\n") { return [safeLines(text)] }
    return TextWrapping.lines([TextRun(text)], style: self)
  }

  /// A term and its explanation beside it, from a column on, on as many lines as the width asks for.
  public func definition(_ term: String, _ text: String, at column: Int) -> [String] {
    let head = "  \(paint(ControlCharacters.visible(term), .strong))"
    let padding = String(repeating: " ", count: max(1, column - 2 - DisplayWidth.columns(of: term)))
    var lines = TextWrapping.lines([TextRun(text)], style: self, indent: column)
    guard let first = lines.first else { return [head] }
    lines[0] = head + padding + String(String.UnicodeScalarView(first.unicodeScalars.dropFirst(column)))
    return lines
  }
}
