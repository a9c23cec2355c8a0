import FileAccess
import Glibc

/// Runs the built `onrecord`, which lies beside the test bundle, and collects what it prints.
struct Tool {
  struct Run {
    var status: Int32
    var output: String
    var errors: String

    var lines: [String] { output.split(separator: "\n").map(String.init) }
  }

  /// Added to a small environment of its own: no test depends on that of the machine.
  var environment: [String: String] = [:]
  var folder = "/"
  var program = [Self.path]

  static let path: String = {
    let bundle = Files.readLink("/proc/self/exe") ?? CommandLine.arguments[0]
    return Files.join(Files.directory(of: bundle), "onrecord")
  }()

  func run(_ arguments: [String], input: String = "") throws -> Run {
    let scratch = try TemporaryFolder()
    let (stdin, stdout, stderr) = (scratch.path("in"), scratch.path("out"), scratch.path("err"))
    try Files.write(Array(input.utf8), to: stdin)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, stdin, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, stdout, O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, stderr, O_WRONLY | O_CREAT, 0o600)
    let status = try spawn(arguments, &actions, home: scratch.folder)
    return Run(
      status: status, output: String(decoding: try Files.read(stdout), as: UTF8.self),
      errors: String(decoding: try Files.read(stderr), as: UTF8.self))
  }

  private func spawn(
    _ arguments: [String], _ actions: inout posix_spawn_file_actions_t, home: String
  ) throws -> Int32 {
    var variables = ["PATH": "/usr/bin:/bin", "HOME": home, "LC_ALL": "C.UTF-8", "TZ": "UTC"]
    // The test process may carry what a sanitizer or a coverage run needs.
    for name in ["ASAN_OPTIONS", "TSAN_OPTIONS", "LLVM_PROFILE_FILE", "LD_LIBRARY_PATH"] {
      if let value = getenv(name) { variables[name] = String(cString: value) }
    }
    variables.merge(environment) { $1 }
    // `env` goes to the folder; posix_spawn can't everywhere.
    var words = (["env", "-C", folder] + program + arguments).map { strdup($0) } + [nil]
    var settings = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in words + settings { free(pointer) } }
    var process = pid_t()
    guard posix_spawn(&process, "/usr/bin/env", &actions, nil, &words, &settings) == 0 else {
      throw FileError("start", program[0], code: errno)
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    // Ended by a signal: no exit status is that high.
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 1000 + (status & 0x7F)
  }
}

/// A folder that goes with the object.
final class TemporaryFolder: Sendable {
  let folder: String

  init() throws { folder = try Files.makeTemporaryDirectory(prefix: "onrecord-test") }
  deinit { try? Files.removeTree(folder) }

  func path(_ name: String) -> String { Files.join(folder, name) }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    try Files.makeDirectory(Files.directory(of: path(name)))
    try Files.write(Array(text.utf8), to: path(name))
    return path(name)
  }
}
