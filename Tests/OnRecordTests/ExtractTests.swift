import FileAccess
import Testing

/// What `extract` prints is the same whatever the number of threads.
@Suite struct ExtractTests {
  /// More articles than two threads take at once, with lines in between that are none.
  private static let lines: String = (1...150).map { number in
    switch number % 29 {
    case 3: return "{\"title\":\"Line \(number) has no text\"}"
    case 7: return "not JSON at all, line \(number)"
    default:
      return """
        {"id":"tide-\(number)","publisher":"Harbour Wire","published":"2024-05-06","text":"The ferry was late. \
        \\"The tide came \(number) minutes early,\\" said Ida Holm, the harbour master."}
        """
    }
  }.joined(separator: "\n")

  @Test(arguments: [["--json"], ["--format", "csv"], ["--format", "text"]])
  func threadsChangeNothing(format: [String]) throws {
    let scratch = try TemporaryFolder()
    let file = try scratch.write("tides.jsonl", Self.lines)
    let alone = try Tool().run(["extract", "--jobs", "1"] + format + [file])
    #expect(alone.status == 4)
    #expect(alone.output.contains("Ida Holm"))
    for jobs in ["2", "5"] {
      let run = try Tool().run(["extract", "--jobs", jobs] + format + [file])
      #expect(run.output == alone.output, "\(jobs) threads")
      #expect(run.errors == alone.errors, "\(jobs) threads")
      #expect(run.status == 4)
    }
  }

  @Test func aFirstLineThatIsNoneIsOneWrongLineOfStandardInput() throws {
    let lines = "# articles of May\n{\"id\":\"a\",\"text\":\"One.\"}\n{\"id\":\"b\",\"text\":\"Two.\"}\n"
    let run = try Tool().run(["extract", "--json", "-"], input: lines)
    #expect(try run.lines.map { try JSONValue($0)["id"]?.string } == ["a", "b"])
    #expect(run.status == 4)
    #expect(run.errors.hasPrefix("-:1: "), "\(run.errors)")
    // A text that shows an object among its words is a text.
    let text = try Tool().run(["extract", "--json", "-"], input: "The answer was {\"id\":1} and no more.\n")
    #expect(text.lines.count == 1)
  }

  @Test func articlesComeInTheOrderOfTheInput() throws {
    let scratch = try TemporaryFolder()
    let file = try scratch.write("tides.jsonl", Self.lines)
    let lines = try Tool().run(["extract", "--jobs", "3", "--json", file]).lines
    let ids = try lines.map { try JSONValue($0)["id"]?.string }
    #expect(ids == (1...150).filter { $0 % 29 != 3 && $0 % 29 != 7 }.map { "tide-\($0)" })
  }

  @Test func namesOfColumnsStandOnceAboveATable() throws {
    let scratch = try TemporaryFolder()
    let file = try scratch.write("tides.jsonl", Self.lines)
    let lines = try Tool().run(["extract", "--jobs", "2", "--format", "csv", file]).lines
    #expect(lines.count { $0.hasPrefix("id,kind,") } == 1, "\(lines.prefix(2))")
  }

  /// A program that writes an article and reads the answer before it writes the next.
  @Test func aWriterCanWaitForTheAnswer() throws {
    let script = #"""
      mkfifo to from
      "$1" extract --json - <to >from &
      exec 3>to 4<from
      for id in first second; do
        printf '{"id":"%s","text":"\\"It rained,\\" said Ida Holm."}\n' $id >&3
        read -r answer <&4
        printf '%s\n' "$answer"
      done
      exec 3>&-
      wait
      """#
    let scratch = try TemporaryFolder()
    let shell = Tool(folder: scratch.folder, program: ["timeout", "60", "sh", "-c", script, "sh"])
    let run = try shell.run([Tool.path])
    #expect(run.status == 0, "\(run.errors)")
    #expect(try run.lines.map { try JSONValue($0)["id"]?.string } == ["first", "second"])
  }

  @Test func noThreadsAreNone() throws {
    let run = try Tool().run(["extract", "--jobs", "0", "-"], input: "")
    #expect(run.status == 2)
    #expect(run.errors.contains("--jobs must be 1 or more"))
  }
}
