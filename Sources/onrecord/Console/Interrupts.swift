import CLineEditor
import NewsIndex

/// What Ctrl-C does.
enum Interrupts {
  /// Ends the program with its status: for commands that only read.
  static func endAtOnce() { cline_interrupts_catch(1, 0) }

  /// The first lets the writer finish and commit, the second stops it, and a third does not wait for that.
  static func endInSteps() { cline_interrupts_catch(3, 1) }

  /// Cancels what is under way; the REPL goes on.
  static func cancel() { cline_interrupts_catch(0, 0) }

  static var count: Int { Int(cline_interrupts_count()) }
  static func reset() { cline_interrupts_reset() }

  /// For a writer that asks now and then; from any thread.
  static func ofWriter() -> Interruption {
    switch cline_interrupts_count() {
    case 0: return .none
    case 1: return .finish
    default: return .now
    }
  }
}
