import FileAccess
import Glibc
import Testing

/// The REPL on a terminal: a pseudo terminal that the test types into.
@Suite struct TerminalTests {
  @Test(.enabled(if: Files.exists(PseudoTerminal.maker))) func theReplPromptsCompletesAndSurvivesCtrlC() throws {
    let terminal = try PseudoTerminal(index: try Corpus.index())
    #expect(terminal.waits(for: "onrecord> "))
    terminal.type("half a quer\u{03}")
    #expect(terminal.waits(for: "^C\r\n"), "Ctrl-C throws the line away")
    #expect(terminal.waits(for: "onrecord> "))
    terminal.type("speak\t")
    #expect(terminal.waits(for: "speaker:"))
    terminal.type("\u{15}kind:dir\t")
    #expect(terminal.waits(for: "kind:direct "))
    terminal.type("\u{15}kind:(indirect or dir\t")
    #expect(terminal.waits(for: "or direct "), "inside the parentheses of a field")
    terminal.type("\u{15}help\n")
    #expect(terminal.waits(for: ".help lists them"))
    terminal.type("grain prices\n")
    #expect(terminal.waits(for: "grain-1#1"))
    #expect(terminal.waits(for: "onrecord> "))
    terminal.type("\u{04}")
    #expect(terminal.exitStatus() == 0, "Ctrl-D leaves")
    #expect(try terminal.history().contains("grain prices\n"))
  }
}

/// The tool on a terminal of its own, which `script` makes: one of Debian's essential programs.
private final class PseudoTerminal {
  static let maker = "/usr/bin/script"
  private let input: Int32
  private let output: Int32
  private var process = pid_t()
  private let scratch: TemporaryFolder
  private var seen = ""

  init(index: String) throws {
    scratch = try TemporaryFolder()
    var toTool: [Int32] = [0, 0]
    var fromTool: [Int32] = [0, 0]
    guard pipe(&toTool) == 0, pipe(&fromTool) == 0 else { throw FileError("make", "a pipe", code: errno) }
    (input, output) = (toTool[1], fromTool[0])
    for descriptor in [input, output] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_adddup2(&actions, toTool[0], 0)
    posix_spawn_file_actions_adddup2(&actions, fromTool[1], 1)
    let command: [String] = [Self.maker, "-qefc", "exec \(Tool.path) repl", "/dev/null"]
    var words: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
    let variables: [String] = [
      "TERM=xterm", "PATH=/usr/bin:/bin", "SHELL=/bin/sh", "HOME=\(scratch.folder)",
      "XDG_STATE_HOME=\(scratch.path("state"))", "ONRECORD_INDEX=\(index)", "INPUTRC=/dev/null", "LC_ALL=C.UTF-8",
    ]
    var settings: [UnsafeMutablePointer<CChar>?] = variables.map { strdup($0) } + [nil]
    let status = posix_spawn(&process, Self.maker, &actions, nil, &words, &settings)
    for descriptor in [toTool[0], fromTool[1]] { close(descriptor) }
    guard status == 0 else { throw FileError("start", Self.maker, code: status) }
  }

  deinit {
    close(input)
    close(output)
  }

  func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(input, bytes, bytes.count)
  }

  /// Reads on until the text has come, and forgets what stood before it; gives up after half a minute.
  func waits(for text: String) -> Bool {
    for _ in 0..<300 {
      if let range = seen.firstRange(of: text) {
        seen = String(seen[range.upperBound...])
        return true
      }
      var waiting = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, 100) > 0 else { continue }
      var buffer = [UInt8](repeating: 0, count: 4096)
      let count = read(output, &buffer, buffer.count)
      guard count > 0 else { return false }
      seen += String(decoding: buffer[..<count], as: UTF8.self)
    }
    return false
  }

  func exitStatus() -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 1000 + (status & 0x7F)
  }

  func history() throws -> String {
    String(decoding: try Files.read(scratch.path("state/onrecord/history")), as: UTF8.self)
  }
}
