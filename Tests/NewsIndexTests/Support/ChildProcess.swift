import FileAccess
import Glibc

/// A program of this package, started by a test.
struct ChildProcess {
  struct CannotStart: Error {
    var path: String
    var code: Int32
  }

  let pid: pid_t

  /// - Parameter program: The name of an executable target; it lies beside the test bundle.
  init(_ program: String, _ arguments: [String]) throws {
    let bundle = Files.readLink("/proc/self/exe") ?? CommandLine.arguments[0]
    let path = Files.join(Files.directory(of: bundle), program)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    var argv: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
    defer { for argument in argv { free(argument) } }
    var pid = pid_t()
    let code = posix_spawn(&pid, path, &actions, nil, &argv, environ)
    guard code == 0 else { throw CannotStart(path: path, code: code) }
    self.pid = pid
  }

  func kill() { Glibc.kill(pid, SIGKILL) }

  /// The exit status; 128 and the signal where one ended it.
  @discardableResult
  func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }
}
