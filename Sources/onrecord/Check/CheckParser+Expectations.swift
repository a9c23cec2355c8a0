import NewsIndex

// What stands under `expect`.

extension CheckParser {
  private static let expectationKeys = [
    "count", "contains", "not_contains", "first", "order", "top", "counts", "error", "column", "message", "snippet",
    "max_ms",
  ]

  func expectations(_ node: YAMLNode, of item: CheckCase) throws -> [Expectation] {
    guard let mapping = node.mapping, !mapping.isEmpty else { throw error(node, "an empty \"expect\"") }
    var expectations: [Expectation] = []
    for (key, value) in mapping {
      let name = try text(key)
      let place = position(key)
      expectations += try kinds(name, value, key, item).map { Expectation(kind: $0, position: place) }
    }
    let about = expectations.filter(\.isAboutError).count
    if about > 0, about < expectations.count { throw error(node, "a wrong query has no rows to expect") }
    return expectations
  }

  private func kinds(_ name: String, _ value: YAMLNode, _ key: YAMLNode, _ item: CheckCase) throws -> [Expectation.Kind]
  {
    switch name {
    case "count": return [.count(try bounds(value))]
    case "contains": return try patterns(value).map { .contains($0) }
    case "not_contains": return try patterns(value).map { .notContains($0) }
    case "first": return [.first(try pattern(value))]
    case "order": return [.order(try patterns(value))]
    case "top": return [.top(facet: try facet(of: item, key), try expectedTexts(value))]
    case "counts": return try counts(value, try facet(of: item, key))
    case "error": return [.error(code: try text(value))]
    case "column": return [.errorColumn(try integer(value))]
    case "message": return [.errorMessage(try text(value))]
    case "snippet": return [.snippet(try expression(value))]
    case "max_ms": return [.milliseconds(Bounds(max: try number(value)))]
    default: return [try gain(name, value, key)]
    }
  }

  private func gain(_ name: String, _ value: YAMLNode, _ key: YAMLNode) throws -> Expectation.Kind {
    guard name.hasPrefix("ndcg@"), let depth = Int(name.dropFirst(5)), depth > 0 else {
      throw unknown(key, Self.expectationKeys + ["ndcg@10"])
    }
    return .gain(depth: depth, try bounds(value))
  }

  private func facet(of item: CheckCase, _ key: YAMLNode) throws -> String {
    guard item.facets.count == 1, let facet = item.facets.first else {
      throw error(key, "needs one \"facet\" beside the query")
    }
    return facet.name
  }

  private func counts(_ node: YAMLNode, _ facet: String) throws -> [Expectation.Kind] {
    guard let mapping = node.mapping, !mapping.isEmpty else { throw error(node, "a mapping of values to counts") }
    return try mapping.map { .facetCount(facet: facet, value: try text($0.key), try bounds($0.value)) }
  }

  /// A number, or a mapping with `min`, `max`, `exact`.
  private func bounds(_ node: YAMLNode) throws -> Bounds {
    guard node.mapping != nil else { return Bounds(exact: try number(node), position: position(node)) }
    let keys = try fields(node, ["min", "max", "exact"])
    guard !keys.isEmpty else { throw error(node, "limits without \"min\", \"max\" or \"exact\"") }
    return Bounds(
      exact: try keys["exact"].map(number), min: try keys["min"].map(number), max: try keys["max"].map(number),
      position: keys["exact"].map(position))
  }

  /// One pattern, or a list of them.
  private func patterns(_ node: YAMLNode) throws -> [RowPattern] {
    guard let list = node.sequence else { return [try pattern(node)] }
    guard !list.isEmpty else { throw error(node, "an empty list") }
    return try list.map(pattern)
  }

  private func pattern(_ node: YAMLNode) throws -> RowPattern {
    guard node.mapping != nil else {
      return RowPattern(cells: [.init(key: "any", expected: try expectedText(node))])
    }
    let keys = try fields(node, RowPattern.keys)
    guard !keys.isEmpty else { throw error(node, "an empty row") }
    let cells = try keys.sorted { $0.key < $1.key }.flatMap { key, value in
      try expectedTexts(value).map { RowPattern.Cell(key: key, expected: $0) }
    }
    return RowPattern(cells: cells)
  }

  private func expression(_ node: YAMLNode) throws -> String {
    let pattern = try text(node)
    do { _ = try Regex(pattern) } catch { throw self.error(node, "not a regular expression: \(pattern)") }
    return pattern
  }
}
