import Glibc

/// The program of `PAGER` for output that is longer than the screen.
enum Pager {
  /// `nil` where none is asked for; `cat` is a way to ask for none.
  static var command: String? {
    guard let command = Environment["PAGER"], !command.isEmpty, command != "cat" else { return nil }
    return command
  }

  /// Whether the pager showed it: not where everything fits on the screen, or it can't be started.
  static func show(_ text: [UInt8]) throws -> Bool {
    guard let command, let rows = Terminal.rows(STDOUT_FILENO) else { return false }
    let lines = text.count { $0 == UInt8(ascii: "\n") }
    guard lines >= rows else { return false }
    // Colours come through, and a short text leaves at once; what the user has set is left alone.
    setenv("LESS", "FRX", 0)
    guard let pager = popen(command, "w") else { return false }
    text.withUnsafeBytes { _ = fwrite($0.baseAddress, 1, $0.count, pager) }
    pclose(pager)
    return true
  }
}
