import Testing

@testable import onrecord

/// Two readers of the words of `search`: what the direct one takes, it takes as the parser does.
@Suite struct DirectWordsTests {
  private static let taken: [[String]] = [
    [], ["ceasefire", "talks"], ["--limit", "3", "a", "--offset", "2", "b"], ["--limit=0", "a"],
    ["a", "--", "-b", "--json"],
    ["--json", "a"], ["--format", "csv", "a"], ["--json", "--format", "jsonl"],
    ["--unit", "article", "--match", "any", "a"],
    ["--sort", "newest", "--collapse", "story", "a"], ["--plain", "--count", "--explain", "-q", "a"],
    ["--facet", "speaker:3", "--facet", "date:month", "a"], ["--index", "x", "--index", "y", "--partial", "a"],
    ["--batch", "file", "--quiet"], ["--now", "2024-12-15", "--color", "never", "date:7d.."],
    ["--limit", "1", "--limit", "2"], ["", " ", "a  b"], ["--color=always", "ü"],
    ["--min-confidence", "0.8", "a"],
  ]

  @Test(arguments: taken)
  func bothReadTheSame(words: [String]) throws {
    let command = try #require(try OnRecord.parseAsRoot(["search"] + words) as? SearchCommand)
    #expect(DirectWords.search(words) == (try command.settings))
  }

  private static let left: [[String]] = [
    ["--help"], ["-h", "a"], ["--version"], ["--limit"], ["--limit", "x"], ["--limit", "-1"], ["--nosuch", "a"],
    ["-nato"],
    ["--facet", "nosuch"], ["--json", "--format", "csv"], ["--batch", "f", "a"], ["--unit", "line"],
    ["--now", "today"],
    ["--lim", "3"], ["-"], ["--min-confidence", "8"], ["--min-confidence", "high"],
  ]

  @Test(arguments: left)
  func theRestIsLeftToTheParser(words: [String]) { #expect(DirectWords.search(words) == nil) }
}
