import NewsIndex
import TextAnalysis

// `facets`, and the counts under a search with `--facet`.

extension Renderer {
  public func facets(_ result: FacetResult, queryID: String? = nil) -> [UInt8] {
    bytes(
      text: { facetLines(result) },
      json: { FacetJSON.append(result, queryID: queryID, to: &$0) },
      columns: ["field", "value", "id", "count"],
      rows: { result.fields.flatMap(Self.facetRows) })
  }

  func facetLines(_ result: FacetResult) -> [String] {
    let about = result.isExact ? "" : "about "
    var lines = ["\(about)\(Counted.text(result.total, result.unit.rawValue))"].map { style.paint($0, .faint) }
    for counts in result.fields { lines += [""] + facetLines(counts) }
    return lines
  }

  private func facetLines(_ counts: FacetCounts) -> [String] {
    let head = style.paint(counts.name, .strong)
    let rows = Self.namedCounts(counts)
    let digits = rows.map { Counted.grouped($0.count).utf8.count }.max() ?? 0
    // What all the other values have together would dwarf the bars that are to be compared.
    let most = rows.filter { !$0.isRest }.map(\.count).max() ?? 0
    return [head + style.paint("  \(Counted.text(counts.distinct, "value"))", .faint)]
      + rows.map { row in
        let number = Counted.grouped(row.count)
        let padding = String(repeating: " ", count: digits - number.utf8.count)
        let bar = DisplayWidth.padded(row.isRest ? "" : Bar.text(row.count, most: most, longest: 20), to: 20)
        let id = row.id.map { style.safe("  \($0)", .faint) } ?? ""
        return "  \(padding)\(style.paint(number, .number))  \(style.paint(bar, .faint))  "
          + style.safe(row.value, row.isRest ? .faint : .plain) + id
      }
  }

  private struct NamedCount {
    var value: String
    var id: String?
    var count: Int
    /// Not a value: `(unknown)`, `(other)`.
    var isRest = false
  }

  /// The values, then those not listed, then the hits without a value; what is 0 is left out.
  private static func namedCounts(_ counts: FacetCounts) -> [NamedCount] {
    var rows = counts.values.map { NamedCount(value: $0.value, id: $0.id, count: $0.count) }
    if counts.other > 0 { rows.append(NamedCount(value: "(other)", count: counts.other, isRest: true)) }
    if counts.unknown > 0 { rows.append(NamedCount(value: "(unknown)", count: counts.unknown, isRest: true)) }
    return rows
  }

  private static func facetRows(_ counts: FacetCounts) -> [[String]] {
    namedCounts(counts).map { [counts.name, $0.value, $0.id ?? "", String($0.count)] }
  }
}

/// Definition `facets` of `output-schema.json`.
enum FacetJSON {
  static func append(_ result: FacetResult, queryID: String?, to json: inout JSONWriter) {
    json.object { json in
      json.head()
      json.field("queryId", queryID)
      json.field("total", result.total)
      json.field("unit", result.unit.rawValue)
      json.field("exact", result.isExact)
      json.key("facets")
      json.object {
        for counts in result.fields { append(counts, to: &$0) }
      }
    }
    json.endLine()
  }

  private static func append(_ counts: FacetCounts, to json: inout JSONWriter) {
    json.key(written: counts.name)
    json.object {
      $0.key("values")
      $0.array(counts.values) { json, value in
        json.object {
          $0.field("value", value.value)
          if let id = value.id { $0.field("id", id) }
          $0.field("count", value.count)
        }
      }
      $0.field("other", counts.other)
      $0.field("unknown", counts.unknown)
      $0.field("distinct", counts.distinct)
    }
  }
}
