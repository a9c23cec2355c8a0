import CLineEditor
import FileAccess

/// The line editor of the REPL on a terminal: GNU readline with completion and a history file.
///
/// Its completer points back to the REPL, unowned: the editor lives inside `Repl.run`.
final class LineEditor {
  enum Input: Equatable {
    case text(String)
    case interrupted
    case end
  }

  private static let longestHistory: Int32 = 5000
  private let completion: ReplCompletion
  private let historyPath: String

  init(_ repl: Repl) {
    completion = ReplCompletion(repl)
    let state = Environment.folder("XDG_STATE_HOME") ?? Files.join(Environment.home, ".local/state")
    historyPath = Files.join(state, "onrecord/history")
    cline_setup("onrecord", Self.complete, Unmanaged.passUnretained(completion).toOpaque())
    // A history that can't be read is no reason not to begin.
    _ = cline_history_load(historyPath, Self.longestHistory)
  }

  func read(prompt: String) -> Input {
    var line: UnsafeMutablePointer<CChar>?
    let status = cline_read(prompt, &line)
    defer { cline_free(line) }
    guard status == CLINE_LINE, let line else { return status == CLINE_INTERRUPTED ? .interrupted : .end }
    let text = String(cString: line)
    if !text.trimmed.isEmpty { cline_history_add(line) }
    return .text(text)
  }

  func saveHistory() {
    try? Files.makeDirectory(Files.directory(of: historyPath))
    _ = cline_history_save(historyPath, Self.longestHistory)
  }

  private static let complete: cline_completer = { context, line, candidates in
    guard let context, let line else { return }
    let completion = Unmanaged<ReplCompletion>.fromOpaque(context).takeUnretainedValue()
    for candidate in completion.candidates(String(cString: line)) {
      cline_candidates_add(candidates, candidate.line, candidate.label)
    }
  }
}
