import Testing

@testable import onrecord

/// Two readers of the words of `search` and `extract`: what the direct one takes, it takes as the parser does.
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

  private static let extractions: [[String]] = [
    ["a.txt"], ["--json", "a", "b"], ["--json", "-"], ["--jobs", "1", "--json", "a"], ["a", "--jobs=3"],
    ["--format", "csv", "-q", "a"], ["--json", "--format", "jsonl", "a"], ["--definition", "x", "a", "--quiet"],
    ["--input-format", "html", "--color", "never", "a"],
  ]

  @Test(arguments: extractions)
  func bothExtractTheSame(words: [String]) throws {
    let command = try #require(try OnRecord.parseAsRoot(["extract"] + words) as? ExtractCommand)
    #expect(DirectWords.extraction(words) == command.settings)
  }

  private static let leftOfExtractions: [[String]] = [
    [], ["--json"], ["--help"], ["-h", "a"], ["--jobs", "0", "a"], ["--jobs", "-1", "a"], ["--jobs", "x", "a"],
    ["--json", "--format", "csv", "a"], ["--format", "pdf", "a"], ["--nosuch", "a"], ["--", "a"],
    ["--published", "2024-12-15", "a"], ["--input-format", "doc", "a"], ["a", "--definition"],
  ]

  @Test(arguments: leftOfExtractions)
  func theRestOfExtractIsLeftToTheParser(words: [String]) { #expect(DirectWords.extraction(words) == nil) }
}
