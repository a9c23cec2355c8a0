import FileAccess
import Glibc
import Testing

/// The commands of README.md, with what it says that they print.
///
/// A line `    $ onrecord ...` is a command of the shell, asked of an index of `seeds/` from the top of the checkout; the
/// indented lines up to the next command or paragraph are its output. `ONRECORD_RECORD=1` writes the true output
/// into the page.
@Suite struct ReadmeTests {
  private struct Example {
    var command: String
    var expected: [String]
    /// Of the output, in the lines of the page.
    var lines: Range<Int>
  }

  private static let root = Files.directory(
    of: Files.directory(of: Files.directory(of: Files.realPath(#filePath) ?? #filePath)))
  private static let page = Files.join(root, "README.md")

  @Test func everyCommandPrintsWhatThePageSays() throws {
    let folder = try TemporaryFolder()
    var lines = String(decoding: try Files.read(Self.page), as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
    let examples = Self.examples(in: lines)
    #expect(examples.count >= 10)
    let path = "\(Files.directory(of: Tool.path)):/usr/bin:/bin"
    let shell = Shell(
      environment: ["PATH": path, "ONRECORD_INDEX": folder.path("index"), "HOME": folder.folder], folder: Self.root)
    #expect(try shell.run("onrecord index --quiet seeds").status == 4, "seeds/broken is broken on purpose")
    for example in examples.reversed() {
      let run = try shell.run(example.command)
      let printed = run.output.isEmpty ? [] : run.output.split(separator: "\n", omittingEmptySubsequences: false)
      let found = printed.map { $0.isEmpty ? "" : "    \($0)" }.dropLast(printed.last == "" ? 1 : 0)
      if getenv("ONRECORD_RECORD") != nil {
        lines.replaceSubrange(example.lines, with: found)
      } else {
        #expect(example.expected == Array(found), "\(example.command)\n\(run.errors)")
      }
    }
    if getenv("ONRECORD_RECORD") != nil {
      try Files.write(Array(lines.joined(separator: "\n").utf8), to: Self.page)
    }
  }

  private static func examples(in lines: [String]) -> [Example] {
    var examples: [Example] = []
    for (number, line) in lines.enumerated() where line.hasPrefix("    $ onrecord ") {
      var end = number + 1
      while end < lines.count, lines[end].isEmpty || lines[end].hasPrefix("    "), !lines[end].hasPrefix("    $ ") {
        end += 1
      }
      while end > number + 1, lines[end - 1].isEmpty { end -= 1 }
      examples.append(
        Example(
          command: String(line.dropFirst(6)), expected: Array(lines[(number + 1)..<end]), lines: (number + 1)..<end))
    }
    return examples
  }
}

/// Runs a line of the shell and collects what it prints.
private struct Shell {
  var environment: [String: String]
  var folder: String

  func run(_ line: String) throws -> Tool.Run {
    try Tool(environment: environment, folder: folder, program: ["/bin/sh", "-c"]).run([line])
  }
}
