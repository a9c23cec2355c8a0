import Glibc

/// What `Scripts/fuzz` feeds with bytes; `ONRECORD_FUZZ_TARGET` names it.
///
/// A target fails by a trap, by a claim of `Checks` that does not hold, by taking too long, or by using too much
/// memory; libFuzzer keeps the input.
enum Target: String, CaseIterable {
  case tokens, quotations, extraction, words, query, html, markdown, jsonl, feed, mail, text, warc, records, dump, model

  static let chosen: Target = {
    let name = getenv("ONRECORD_FUZZ_TARGET").map { String(cString: $0) } ?? ""
    guard let target = Target(rawValue: name) else {
      say("ONRECORD_FUZZ_TARGET is one of: \(allCases.map(\.rawValue).joined(separator: " "))")
      exit(2)
    }
    return target
  }()

  func run(_ bytes: [UInt8]) {
    switch self {
    case .tokens: Checks.tokens(bytes)
    case .quotations: Checks.quotations(bytes)
    // They differ in how their inputs are made (`Mutation.swift`).
    case .extraction, .words: Checks.extraction(bytes)
    case .query: Checks.query(bytes)
    case .html: Checks.reading(bytes, .html)
    case .markdown: Checks.reading(bytes, .markdown)
    case .jsonl: Checks.reading(bytes, .json)
    case .feed: Checks.reading(bytes, .feed)
    case .mail: Checks.reading(bytes, .mail)
    case .text: Checks.reading(bytes, .text)
    case .warc: Checks.archive(bytes)
    case .records: Checks.records(bytes)
    case .dump: Checks.dump(bytes)
    case .model: Checks.model(bytes)
    }
  }
}

/// Writes a line to standard error without C's `stderr`, a variable that Swift takes for shared.
func say(_ line: String) {
  var text = line + "\n"
  text.withUTF8 { _ = write(2, $0.baseAddress, $0.count) }
}
