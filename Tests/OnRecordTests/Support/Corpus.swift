import FileAccess
import Glibc

/// A few articles written for these tests, and an index of them that all tests share.
enum Corpus {
  static let lines = [
    article(
      "harbour-1", "Ministers trade barbs over the harbour", "2024-11-05", "Coast Herald",
      [
        "Ministers trade barbs over the harbour",
        "“We will keep the harbour open through the winter,” said Ada Roth, the minister of transport, on Monday.",
        "Her critic Bo Lindqvist said the plan was “a bridge to nowhere” and that it would cost Ukraine dearly.",
        "The ceasefire talks in Kyiv went on without a result.",
      ]),
    article(
      "harbour-2", "Roth defends the plan", "2024-11-19", "Coast Herald",
      [
        "Roth defends the plan",
        "Ada Roth said that the ceasefire was no reason to wait.",
        "“Nobody in Norway believes that,” said Bo Lindqvist.",
      ]),
    article(
      "grain-1", "Grain prices fall after the truce", "2025-01-07", "Plain Ledger",
      [
        "Grain prices fall after the truce",
        "Prices fell for the third week, traders said. Farmers in Germany and France welcomed the ceasefire.",
        "“It is the first good week since spring,” said Elif Demir, who runs a mill near Ankara.",
      ]),
    article(
      "control-1", "A page with controls", "2025-01-08", "Plain Ledger",
      ["A page with controls", "The clerk typed \u{1B}[31mred\u{07} letters about the ceasefire, he said."]),
  ]

  static let jsonLines = lines.map { $0 + "\n" }.joined()

  private static func article(
    _ id: String, _ title: String, _ published: String, _ publisher: String, _ paragraphs: [String]
  ) -> String {
    let text = paragraphs.joined(separator: "\n\n")
    return "{\"id\":\(quoted(id)),\"title\":\(quoted(title)),\"published\":\(quoted(published)),"
      + "\"publisher\":\(quoted(publisher)),\"text\":\(quoted(text))}"
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "\\n"
      case "\u{1B}": result += "\\u001b"
      case "\u{07}": result += "\\u0007"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// A folder with the corpus as `news.jsonl` and its index as `index`; made once, and gone when the tests end.
  static let shared: Result<String, any Error> = Result {
    let folder = try Files.makeTemporaryDirectory(prefix: "onrecord-corpus")
    SharedFolder.path = strdup(folder)
    atexit { SharedFolder.remove() }
    let news = Files.join(folder, "news.jsonl")
    try Files.write(Array(jsonLines.utf8), to: news)
    let run = try Tool().run(["index", "--index", Files.join(folder, "index"), news])
    guard run.status == 0 else { throw FileError("index", news, reason: run.errors) }
    return folder
  }

  static func index() throws -> String { Files.join(try shared.get(), "index") }

  /// The tool with the shared index.
  static func tool() throws -> Tool { Tool(environment: ["ONRECORD_INDEX": try index()]) }
}

private enum SharedFolder {
  /// Written once, before the handler is set that reads it.
  nonisolated(unsafe) static var path: UnsafeMutablePointer<CChar>?

  static func remove() {
    if let path { try? Files.removeTree(String(cString: path)) }
  }
}
