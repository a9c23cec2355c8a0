import NewsIndex
import TextAnalysis

// `info`: what an index holds.

extension Renderer {
  public func info(_ info: IndexInfo) -> [UInt8] {
    bytes(
      text: { infoLines(info) },
      json: { Self.append(info, to: &$0) },
      columns: ["key", "value"],
      rows: { Self.infoPairs(info).map { [$0.label, $0.value] } })
  }

  private func infoLines(_ info: IndexInfo) -> [String] {
    var lines: [String] = []
    for pair in Self.infoPairs(info) { lines.append(labelled(pair.label, pair.value)) }
    for (title, values) in [("top publishers", info.topPublishers), ("top speakers", info.topSpeakers)] {
      guard !values.isEmpty else { continue }
      lines += ["", style.paint(title, .strong)]
      let digits = values.map { Counted.grouped($0.count).utf8.count }.max() ?? 0
      for value in values {
        let number = Counted.grouped(value.count)
        let padding = String(repeating: " ", count: digits - number.utf8.count)
        lines.append("  \(padding)\(style.paint(number, .number))  \(style.safe(value.value))")
      }
    }
    return lines
  }

  private static func infoPairs(_ info: IndexInfo) -> [(label: String, value: String)] {
    var pairs: [(label: String, value: String)] = [
      ("articles", Counted.grouped(info.articles)), ("segments", Counted.grouped(info.segments)),
      ("statements", statements(of: info)),
    ]
    if let first = info.firstDay, let last = info.lastDay {
      pairs.append(("printed", "\(first) to \(last), \(Counted.percent(info.articlesDated, of: info.articles)) dated"))
    }
    let languages = info.languages.map { "\($0.value) \(Counted.grouped($0.count))" }
    pairs.append(("languages", languages.joined(separator: ", ")))
    if info.articlesInOtherLanguages > 0 {
      pairs.append(("", "\(Counted.grouped(info.articlesInOtherLanguages)) in a language without statements"))
    }
    return pairs + info.parts.flatMap(partPairs)
  }

  private static func statements(of info: IndexInfo) -> String {
    "\(Counted.grouped(info.statements)), "
      + "\(Counted.percent(info.statementsWithSpeaker, of: info.statements)) with a speaker, "
      + "\(Counted.percent(info.statementsDated, of: info.statements)) with the day they were said"
  }

  private static func partPairs(_ part: IndexInfo.Part) -> [(label: String, value: String)] {
    // Of a remote one nobody here knows the size.
    let bytes = part.bytes.map { "\(Counted.bytes($0)), " } ?? ""
    let generation = part.generation.map { "generation \($0), " } ?? ""
    var pairs = [
      ("index", part.directory), ("", "\(bytes)\(generation)schema \(part.schema), by \(part.tool)"),
    ]
    if part.isStale { pairs.append(("", "extracted by another definition: onrecord index --rebuild renews it")) }
    if part.hasMixedDefinitions { pairs.append(("", "holds articles extracted by different definitions")) }
    return pairs
  }

  private static func append(_ info: IndexInfo, to json: inout JSONWriter) {
    json.object {
      $0.head()
      $0.field("articles", info.articles)
      $0.field("segments", info.segments)
      $0.field("statements", info.statements)
      $0.field("statementsWithSpeaker", info.statementsWithSpeaker)
      $0.field("statementsDated", info.statementsDated)
      $0.field("articlesDated", info.articlesDated)
      $0.field("articlesInOtherLanguages", info.articlesInOtherLanguages)
      $0.field("firstDay", info.firstDay?.description)
      $0.field("lastDay", info.lastDay?.description)
      for (name, values) in [
        ("languages", info.languages), ("topPublishers", info.topPublishers), ("topSpeakers", info.topSpeakers),
      ] {
        $0.key(written: name)
        $0.array(values) { append($1, to: &$0) }
      }
      $0.key("indexes")
      $0.array(info.parts) { append($1, to: &$0) }
    }
    json.endLine()
  }

  private static func append(_ value: FacetCounts.Value, to json: inout JSONWriter) {
    json.object {
      $0.field("value", value.value)
      $0.field("count", value.count)
    }
  }

  private static func append(_ part: IndexInfo.Part, to json: inout JSONWriter) {
    json.object {
      $0.field("directory", part.directory)
      $0.number("generation", part.generation)
      $0.number("bytes", part.bytes)
      $0.field("schema", part.schema)
      $0.field("tool", part.tool)
      $0.field("definition", hexadecimal(part.definition))
      $0.field("stale", part.isStale)
      $0.field("mixedDefinitions", part.hasMixedDefinitions)
    }
  }

  private static func hexadecimal(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
