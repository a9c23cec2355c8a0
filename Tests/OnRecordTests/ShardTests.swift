import FileAccess
import Glibc
import NewsIndex
import Testing
import XapianStore

/// Shards on the command line: how they are named, and what happens when one is missing.
@Suite struct ShardTests {
  static let areServersInstalled = access("/usr/bin/xapian-progsrv", X_OK) == 0
  static let whatIsMissing: Comment = "xapian-progsrv is not installed (Debian: xapian-tools)"

  let scratch: TemporaryFolder
  /// With an `ssh` in its path that runs commands here; the host `down` refuses, and `hang` says nothing.
  let tool: Tool

  init() throws {
    scratch = try TemporaryFolder()
    let ssh = try scratch.write(
      "bin/ssh",
      """
      #!/bin/sh
      echo "$@" >> '\(scratch.path("calls"))'
      [ "$1" = -oBatchMode=yes ] && [ "$2" = -- ] || exit 9
      case $3 in down) exit 255 ;; hang) exec sleep 5 ;; esac
      shift 3
      exec "$@"

      """)
    chmod(ssh, 0o755)
    tool = Tool(environment: ["PATH": "\(scratch.path("bin")):/usr/bin:/bin"])
  }

  /// Two shards of the corpus, as addresses of a host.
  private func shards(_ host: String = "desk@host") throws -> [String] {
    let lines = Corpus.lines.map { $0 + "\n" }
    return try [lines[..<2], lines[2...]].enumerated().map { number, part in
      let news = try scratch.write("part-\(number).jsonl", part.joined())
      #expect(try Tool().run(["index", "--index", scratch.path("part-\(number)"), news]).status == 0)
      return "ssh://\(host)\(scratch.path("part-\(number)"))"
    }
  }

  private static let questions = [
    ["search", "ceasefire"], ["search", "ceasefire", "--json", "--facet", "speaker", "--facet", "date:month"],
    ["search", "--count", "ceasefire"], ["search", "roth", "--unit", "article", "--collapse", "story"],
    ["search", "speaker:lindqvist", "--explain"], ["quotes", "speaker:roth"],
    ["quotes", "ceasefire", "--format", "csv"], ["facets", "speaker", "region", "date:day", "kind"],
    ["timeline", "--by", "month"], ["show", "grain-1"], ["show", "harbour-1#q1", "--json"], ["search", "nowherefound"],
    ["search", "speaker:roht"], ["search", "date:11/05/2024"],
  ]

  @Test(.enabled(if: areServersInstalled, whatIsMissing), arguments: questions)
  func theAnswersAreThoseOfOneIndex(question: [String]) throws {
    let places = try shards().flatMap { ["--index", $0] }
    let (one, many) = (try Corpus.tool().run(question), try tool.run(question + places))
    #expect(normal(many.output) == normal(one.output), "\(question)")
    #expect(many.errors == one.errors)
    #expect(many.status == one.status)
  }

  @Test(.enabled(if: areServersInstalled, whatIsMissing)) func theREPLAndBatchesAskShards() throws {
    let places = try shards().flatMap { ["--index", $0] }
    let lines = "ceasefire\n.facets speaker\n.and speaker:roth\n.explain\n.show 1\n.timeline\n"
    let (one, many) = (
      try Corpus.tool().run(["repl"], input: lines), try tool.run(["repl"] + places, input: lines)
    )
    #expect(normal(many.output) == normal(one.output))
    #expect(many.status == one.status)
    let batch = ["search", "--json", "--batch", "-"]
    let queries = "a\tceasefire\nb\tspeaker:roth\nc\t\"\n"
    #expect(try tool.run(batch + places, input: queries).output == Corpus.tool().run(batch, input: queries).output)
  }

  @Test(.enabled(if: areServersInstalled, whatIsMissing)) func sshIsCalledAsTheManualSays() throws {
    let place = try shards()[0]
    #expect(try tool.run(["search", "--index", place, "harbour"]).status == 0)
    let calls = String(decoding: try Files.read(scratch.path("calls")), as: UTF8.self)
    let path = scratch.path("part-0")
    #expect(
      calls
        == ["articles", "statements", "segments"]
        .map { "-oBatchMode=yes -- desk@host xapian-progsrv \(path)/current/\($0)\n" }.joined())
  }

  @Test func aShardThatIsDownIsNamedWithTheCommandToTry() throws {
    let run = try tool.run(["search", "ceasefire", "--index", try Corpus.index(), "--index", "ssh://down/srv/news"])
    #expect(run.status == 3)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("error: ssh://down/srv/news: "))
    #expect(run.errors.contains("hint: try by hand: ssh -oBatchMode=yes -- down xapian-progsrv /srv/news/current/"))
  }

  @Test(arguments: [
    ["--index", "ssh://down/srv/news"], ["--index", "ssh://hang/srv/news"], ["--index", "/no/index"],
  ])
  func theRestAnswersWherePartialAllowsIt(missing: [String]) throws {
    let index = ["--index", try Corpus.index()]
    let whole = try tool.run(["search", "ceasefire"] + index)
    var tool = tool
    // Time enough for what answers on a busy machine.
    if missing[1].contains("hang") { tool.environment["ONRECORD_REMOTE_TIMEOUT"] = "1" }
    let run = try tool.run(["search", "ceasefire", "--partial"] + index + missing)
    #expect(run.status == 4, "\(run.errors)")
    #expect(run.output == whole.output)
    #expect(run.errors.contains("left out: \(missing[1])"))

    let json = try tool.run(["search", "ceasefire", "--json", "--facet", "kind", "--partial"] + index + missing)
    #expect(json.status == 4)
    #expect(json.lines.count > 1)
    for line in json.lines {
      #expect(try JSONValue(line)["partial"] == .array([.text(missing[1])]))
      try expectValid(line)
    }
    let others = [
      ["facets", "speaker"], ["timeline"], ["quotes", "speaker:roth"], ["explain", "ceasefire"], ["info"],
      ["show", "grain-1"], ["search", "--count", "ceasefire"],
    ]
    for question in missing[1].contains("hang") ? [] : others {
      let run = try tool.run(question + ["--json", "--partial"] + index + missing)
      #expect(run.status == 4, "\(question)")
      for line in run.lines {
        #expect(line.contains("\"partial\":["), "\(question): \(line)")
        try expectValid(line)
      }
    }
    let batch = try tool.run(
      ["search", "--batch", "-", "--json", "--partial"] + index + missing, input: "nowherefound\n")
    #expect(batch.status == 4)
    #expect(batch.lines.count == 1)
    #expect(batch.lines[0].contains("\"partial\":["))
  }

  /// Without the names of the files that the articles were read from.
  private func normal(_ text: String) -> String { text.replacing(/\/[^ "]*\.jsonl/, with: "FILE") }

  private func expectValid(_ line: String) throws {
    let schema = try OutputSchema.shared.get()
    let kinds = ["hit", "facets", "count", "timeline", "explanation", "info", "article", "batchEnd"]
    let value = try JSONValue(line)
    #expect(kinds.contains { schema.problems(value, $0).isEmpty }, "\(line)")
  }

  @Test func withoutAnyShardThereIsNoAnswer() throws {
    let run = try tool.run(["search", "x", "--partial", "--index", "/no/index", "--index", "ssh://down/x"])
    #expect(run.status == 3)
  }

  @Test func whatTheShellCouldMisreadIsAUsageError() throws {
    for place in ["ssh://host/$(touch x)", "ssh://-oProxyCommand=x/y", "ssh://host/a b", "ssh://host", "tcp://host"] {
      let run = try tool.run(["search", "x", "--index", place])
      #expect(run.status == 2, "\(place)")
      #expect(run.errors.contains(place))
    }
    #expect(!Files.exists(scratch.path("calls")))
  }

  @Test func commandsThatWriteOrLookInsideRefuseAddresses() throws {
    let news = try scratch.write("news.jsonl", Corpus.jsonLines)
    let index = ["--index", "ssh://host/srv/news"]
    for command in [["index", news], ["verify"], ["dump"], ["compact"], ["remove", "x"], ["merge", "a"]] {
      let run = try tool.run(command + index)
      #expect(run.status == 2, "\(command): \(run.errors)")
      #expect(run.errors.contains("ssh://host/srv/news"))
    }
    let merge = try tool.run(["merge", "--index", scratch.path("all"), "ssh://host/srv/news"])
    #expect(merge.status == 2)
    #expect(!Files.exists(scratch.path("all")))
  }

  // MARK: Parted indexes and merging

  @Test func aPartedIndexAnswersAsOne() throws {
    let news = try scratch.write("news.jsonl", Corpus.jsonLines)
    let parted = ["--index", scratch.path("parted")]
    #expect(try tool.run(["index", "--shards", "3", news] + parted).status == 0)
    for question in Self.questions {
      let (one, many) = (try Corpus.tool().run(question), try tool.run(question + parted))
      #expect(normal(many.output) == normal(one.output), "\(question)")
      #expect(many.status == one.status)
    }
    #expect(try tool.run(["verify"] + parted).status == 0)
    #expect(try tool.run(["dump"] + parted).lines.count == Corpus.lines.count)

    let again = try tool.run(["index", news] + parted)
    #expect(again.status == 2)
    #expect(again.errors.contains("an index in 3 parts"))
    #expect(try tool.run(["index", "--shards", "2", "--rebuild", news] + parted).status == 0)
    #expect(
      try Files.list(scratch.path("parted")) == ["lock", "set-2", "shard-1", "shard-2", "shards"],
      "the three parts of before are gone")
    let one = try tool.run(["index", news, "--index", scratch.path("parted/shard-1")])
    #expect(one.status == 0, "a part is an index of its own")
  }

  @Test func shardsMergeToOneIndex() throws {
    let news = try scratch.write("news.jsonl", Corpus.jsonLines)
    #expect(try tool.run(["index", "--shards", "2", news, "--index", scratch.path("parted")]).status == 0)
    let merged = ["--index", scratch.path("merged")]
    let run = try tool.run(["merge", scratch.path("parted")] + merged)
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("4 added"))
    for question in Self.questions {
      let (one, other) = (try Corpus.tool().run(question), try tool.run(question + merged))
      #expect(normal(other.output) == normal(one.output), "\(question)")
    }
  }

  @Test func aMergeThatCannotReadAllOfItChangesNothing() throws {
    let news = try scratch.write("news.jsonl", Corpus.jsonLines)
    let (good, bad) = (scratch.path("good"), scratch.path("bad"))
    for index in [good, bad] { #expect(try tool.run(["index", news, "--index", index]).status == 0) }
    let generation = try #require(Files.readLink(Files.join(bad, "current")))
    var options = StoreWriterOptions()
    options.omitsTermLists = true
    let writer = try StoreWriter(
      path: Files.join(bad, Files.join(generation, "articles")), mode: .open, options: options)
    let article = try #require(try writer.reader().metadataKeys(prefix: "a:").last)
    try writer.setMetadata(article, [1, 2, 3])
    try writer.close()
    let merge = ["merge", bad, "--index", good, "--rebuild"]
    let run = try tool.run(merge)
    #expect(run.status == 3, "\(run.output)\(run.errors)")
    #expect(run.errors.contains(bad))
    #expect(try tool.run(["search", "--count", "ceasefire", "--index", good]).output == "4\n")
  }
}
