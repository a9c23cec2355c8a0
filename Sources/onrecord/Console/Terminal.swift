import CLineEditor
import Glibc
import Rendering

/// What is known of the terminal around the program.
enum Terminal {
  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// Whether reading would not wait: there are bytes, or the end.
  static func canReadOn(_ descriptor: Int32) -> Bool {
    var question = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&question, 1, 0) != 0
  }

  /// `nil` where there is none; a terminal that does not tell has 80 columns.
  static func columns(_ descriptor: Int32) -> Int? {
    guard isTerminal(descriptor) else { return nil }
    let columns = Int(cline_terminal_columns(descriptor))
    return columns > 0 ? columns : 80
  }

  static func rows(_ descriptor: Int32) -> Int? {
    guard isTerminal(descriptor) else { return nil }
    let rows = Int(cline_terminal_rows(descriptor))
    return rows > 0 ? rows : 24
  }

  static func style(_ descriptor: Int32, colour: ColourChoice) -> TextStyle {
    TextStyle(hasColour: hasColour(descriptor, colour), columns: columns(descriptor).map { min($0, 120) })
  }

  private static func hasColour(_ descriptor: Int32, _ choice: ColourChoice) -> Bool {
    switch choice {
    case .always: return true
    case .never: return false
    case .auto:
      // The convention of no-color.org: set and not empty.
      let isRefused = !(Environment["NO_COLOR"] ?? "").isEmpty
      return isTerminal(descriptor) && !isRefused && Environment["TERM"] != "dumb"
    }
  }
}

/// The values of `--color`.
enum ColourChoice: String, Sendable, CaseIterable { case auto, always, never }

/// The environment variables of the process.
enum Environment {
  static subscript(name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// A variable that holds a folder; by the XDG rules one that is empty or relative counts as unset.
  static func folder(_ name: String) -> String? {
    guard let value = self[name], value.hasPrefix("/") else { return nil }
    return value
  }

  static var home: String { self["HOME"] ?? "/" }
}
