import FileAccess
import Glibc
import XapianStore

@testable import NewsIndex

/// Xapian's servers on the loopback, for tests of remote shards. They are in a package of their own (xapian-tools),
/// which `Scripts/test` installs.
enum ShardServers {
  static let areInstalled: Bool = {
    let folders = getenv("PATH").map { String(cString: $0) } ?? ""
    return ["xapian-progsrv", "xapian-tcpsrv"].allSatisfy { name in
      folders.split(separator: ":").contains { access("\($0)/\(name)", X_OK) == 0 }
    }
  }()

  static let whatIsMissing = "xapian-progsrv and xapian-tcpsrv are not installed (Debian: xapian-tools)"

  /// Puts an `ssh` in the path that runs the command here, and checks how it is called. The host `down` refuses, and
  /// `hang` says nothing.
  static let fakeSSH: Result<String, any Error> = Result {
    let folder = try Files.makeTemporaryDirectory(prefix: "onrecord-ssh")
    let path = Files.join(folder, "ssh")
    try Files.write(Array(script.utf8), to: path)
    chmod(path, 0o755)
    let before = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    setenv("PATH", "\(folder):\(before)", 1)
    FakeFolder.path = strdup(folder)
    atexit { if let path = FakeFolder.path { try? Files.removeTree(String(cString: path)) } }
    return folder
  }

  private static let script = """
    #!/bin/sh
    [ "$1" = -oBatchMode=yes ] || exit 9
    shift
    if [ "$1" = -p ]; then shift 2; fi
    [ "$1" = -- ] || exit 9
    case $2 in
      down) exit 255 ;;
      hang) exec sleep 5 ;;
    esac
    [ "$3" = xapian-progsrv ] && [ $# = 4 ] || exit 9
    shift 2
    exec "$@"

    """
}

private enum FakeFolder {
  /// Written once, before the handler is set that reads it.
  nonisolated(unsafe) static var path: UnsafeMutablePointer<CChar>?
}

/// Three `xapian-tcpsrv` that serve one connection each, and end by themselves after a minute at the latest.
final class TCPShard {
  private(set) var port = 0
  private var processes: [pid_t] = []
  private let folder: TemporaryFolder

  var location: String { "tcp://127.0.0.1:\(port)" }

  /// - Parameter index: The folder of an index.
  init(_ index: String, units: [IndexUnit] = [.article, .statement, .segment]) throws {
    folder = try TemporaryFolder()
    for _ in 0..<20 {
      let port = Int.random(in: 20_000..<32_000)
      if start(index, units, port) {
        self.port = port
        return
      }
      stop()
    }
    throw ChildProcess.CannotStart(path: "xapian-tcpsrv", code: EADDRINUSE)
  }

  deinit { stop() }

  private func start(_ index: String, _ units: [IndexUnit], _ port: Int) -> Bool {
    for (number, unit) in units.enumerated() {
      let log = "\(folder.path)/\(number)"
      let words = [
        "timeout", "60", "xapian-tcpsrv", "--interface", "127.0.0.1", "--port", "\(port + number)", "--one-shot",
        "\(index)/current/\(unit.databaseName)",
      ]
      guard let process = Self.spawn(words, output: log) else { return false }
      processes.append(process)
      guard Self.isListening(log) else { return false }
    }
    return true
  }

  private static func isListening(_ log: String) -> Bool {
    for _ in 0..<200 {
      let text = (try? Files.read(log)).map { String(decoding: $0, as: UTF8.self) } ?? ""
      if text.contains("Listening") { return true }
      if text.contains("rror") { return false }
      usleep(10_000)
    }
    return false
  }

  private static func spawn(_ words: [String], output: String) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    // Threads that run tests may block signals, and what they start would inherit that and never end.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var argv: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for argument in argv { free(argument) } }
    var process = pid_t()
    return posix_spawnp(&process, words[0], &actions, &attributes, &argv, environ) == 0 ? process : nil
  }

  func stop() {
    for process in processes {
      kill(process, SIGTERM)
      var status: Int32 = 0
      while waitpid(process, &status, 0) < 0, errno == EINTR {}
    }
    processes = []
  }
}

/// Opens a database of an index for what no command does.
enum IndexDatabases {
  static func writer(_ unit: IndexUnit, _ path: String) throws -> StoreWriter {
    try StoreWriter(path: path, mode: .open, options: unit.writerOptions())
  }
}
