import FileAccess
import Glibc
import Rendering

// Where the answers of a REPL go: the screen, through the pager or not, or a file.

extension Repl {
  /// Before an answer: on a terminal it may go through the pager.
  func beginOutput() {
    if isInteractive, !isOnce { console.beginPage() }
  }

  /// Behind an answer: what is buffered comes out, and the output of `.once` ends.
  func endOutput() throws {
    try console.finish()
    if isOnce, console.hasWritten { try restoreOutput() }
  }

  func sendOutput(to path: String, once: Bool) throws {
    let file = try Output.file(path)
    try console.redirect(to: file, style: TextStyle(), isForTerminal: false)
    isOnce = once
  }

  func restoreOutput() throws {
    isOnce = false
    try console.restoreStandardOutput()
  }
}
