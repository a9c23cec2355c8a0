import NewsIndex
import TextAnalysis

// `explain QUERY` and `search --explain`.

extension Renderer {
  public func explanation(_ explanation: Explanation) -> [UInt8] {
    bytes(
      text: { explanationLines(explanation) },
      json: { Self.append(explanation, to: &$0) },
      columns: ["id", "score", "term", "weight"],
      rows: {
        explanation.hits.flatMap { hit in
          hit.terms.map { [hit.id, Decimals.text(hit.score) ?? "", $0.term, Decimals.text($0.weight) ?? ""] }
        }
      })
  }

  private func explanationLines(_ explanation: Explanation) -> [String] {
    var lines = [
      labelled("query", explanation.query), labelled("read as", explanation.tree),
      labelled("asked of", "\(explanation.unit.rawValue)s"), labelled("engine", explanation.storeQuery),
    ]
    for expansion in explanation.expansions {
      let listed = expansion.to.joined(separator: ", ") + (expansion.to.count < expansion.count ? ", …" : "")
      lines.append(labelled("expands", "\(expansion.from) to \(Counted.grouped(expansion.count)): \(listed)"))
    }
    lines += explanation.remarks.map { labelled("note", $0) }
    lines.append(labelled("finds", Counted.text(explanation.total, explanation.unit.rawValue)))
    for hit in explanation.hits { lines += [""] + weightLines(hit) }
    return lines
  }

  func labelled(_ label: String, _ text: String) -> String {
    style.paint(DisplayWidth.padded(label, to: 12), .faint) + style.safe(text)
  }

  private func weightLines(_ hit: Explanation.HitWeights) -> [String] {
    let score = Decimals.fixed(hit.score, places: 3) ?? "?"
    return ["\(style.paint(score, .number))  \(style.safe(hit.id, .strong))"]
      + hit.terms.map { "  \(Decimals.fixed($0.weight, places: 3) ?? "?")  \(style.safe($0.term))" }
  }

  private static func append(_ explanation: Explanation, to json: inout JSONWriter) {
    json.object {
      $0.head()
      $0.field("query", explanation.query)
      $0.field("tree", explanation.tree)
      $0.field("unit", explanation.unit.rawValue)
      $0.field("engine", explanation.storeQuery)
      $0.key("expansions")
      $0.array(explanation.expansions) { json, expansion in
        json.object {
          $0.field("from", expansion.from)
          $0.field("to", expansion.to)
          $0.field("count", expansion.count)
        }
      }
      $0.field("remarks", explanation.remarks)
      $0.field("total", explanation.total)
      $0.key("hits")
      $0.array(explanation.hits) { append($1, to: &$0) }
    }
    json.endLine()
  }

  private static func append(_ hit: Explanation.HitWeights, to json: inout JSONWriter) {
    json.object {
      $0.field("id", hit.id)
      $0.field("score", hit.score)
      $0.key("terms")
      $0.array(hit.terms) { json, term in
        json.object {
          $0.field("term", term.term)
          $0.field("weight", term.weight)
        }
      }
    }
  }
}
