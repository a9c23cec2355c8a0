import FileAccess
import Glibc

/// Unbuffered text for the user; nothing is done about an error there, as there is nobody left to tell.
enum StandardError {
  static func write(_ text: String) { try? Files.write(Array(text.utf8), to: STDERR_FILENO, path: "standard error") }
  static func writeLine(_ text: String) { write(text + "\n") }
}
