import FileAccess
import Glibc
import NewsIndex
import Rendering

/// One line on standard error that says how far a writer has come; only on a terminal.
final class ProgressLine {
  private let isShown: Bool
  /// Bytes of the input; `nil` where they can't be known before.
  private let total: Int?
  private var lastShown = 0.0
  private var isOnScreen = false
  private let console: Console
  private var hasSaidThatItEnds = false

  init(_ console: Console, paths: [String]) {
    self.console = console
    isShown = !console.isQuiet && Terminal.isTerminal(STDERR_FILENO)
    total = isShown ? Self.size(of: paths) : nil
  }

  /// Ten times a second at most.
  func show(_ progress: IndexingProgress) {
    if Interrupts.count > 0, !hasSaidThatItEnds {
      hasSaidThatItEnds = true
      clear()
      console.note("interrupted: what was read is finished and kept; Ctrl-C again ends at once and drops it")
    }
    guard isShown, progress.seconds - lastShown >= 0.1 else { return }
    lastShown = progress.seconds
    isOnScreen = true
    StandardError.write("\r\u{1B}[K" + ProgressText.line(progress, total: total))
  }

  func clear() {
    guard isOnScreen else { return }
    isOnScreen = false
    StandardError.write("\r\u{1B}[K")
  }

  /// Standard input has no size, and what gzip has packed is larger than its file.
  private static func size(of paths: [String]) -> Int? {
    var size = 0
    for path in paths {
      if path == "-" || path.hasSuffix(".gz") { return nil }
      size += Files.isDirectory(path) ? Files.sizeOfTree(path) : Files.size(path) ?? 0
    }
    return size
  }
}
