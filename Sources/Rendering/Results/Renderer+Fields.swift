import NewsIndex
import TextAnalysis

// `fields`: the field table, as people and scripts want to read it.

extension Renderer {
  public func fields(_ fields: [IndexField]) -> [UInt8] {
    bytes(
      text: { fieldLines(fields) },
      json: { json in for field in fields { Self.append(field, to: &json) } },
      columns: ["field", "aliases", "units", "facet", "meaning", "example"],
      rows: {
        fields.map {
          [
            $0.name, $0.aliases.joined(separator: " "), Self.units(of: $0).joined(separator: " "),
            $0.facet == nil ? "no" : "yes", $0.meaning, $0.example,
          ]
        }
      })
  }

  private func fieldLines(_ fields: [IndexField]) -> [String] {
    let widest = fields.map { $0.name.utf8.count }.max() ?? 0
    let examples = fields.map { $0.example.utf8.count }.max() ?? 0
    return fields.map { field in
      let name = style.paint(DisplayWidth.padded(field.name, to: widest), .strong)
      let also = field.aliases.isEmpty ? "" : "; also \(field.aliases.joined(separator: ", "))"
      let facet = field.facet == nil ? "" : "; counted by facets"
      return "\(name)  \(DisplayWidth.padded(field.example, to: examples))  \(field.meaning)\(also)\(facet)"
    }
  }

  private static func units(of field: IndexField) -> [String] {
    IndexUnit.allCases.filter(field.units.contains).map(\.rawValue)
  }

  private static func append(_ field: IndexField, to json: inout JSONWriter) {
    json.object {
      $0.field("schemaVersion", ArticleJSON.schemaVersion)
      $0.field("field", field.name)
      $0.field("aliases", field.aliases)
      $0.field("units", units(of: field))
      $0.field("facet", field.facet != nil)
      $0.field("meaning", field.meaning)
      $0.field("example", field.example)
    }
    json.endLine()
  }
}
