import NewsIndex

/// What an expectation found wrong, and what would make it right.
struct CheckFinding: Hashable {
  var message: String
  /// Texts of the check file and what could stand there instead.
  var replacements: [Replacement] = []

  struct Replacement: Hashable {
    var expected: ExpectedText
    var actual: String
  }
}

/// Compares an answer with what is expected of it.
struct CheckEvaluation {
  let answer: CheckAnswer
  let judgments: [Judgment]

  /// `nil` where it holds.
  func finding(_ kind: Expectation.Kind) -> CheckFinding? {
    switch (kind, answer.result) {
    case (.error(let code), .failure(let error)): return differs("error", code, error.diagnostic?.code ?? "")
    case (.errorColumn(let column), .failure(let error)):
      return differs("column", String(column), error.diagnostic.map { String($0.column) } ?? "")
    case (.errorMessage(let text), .failure(let error)):
      let message = error.diagnostic?.message ?? error.description
      return message.contains(text) ? nil : CheckFinding(message: "message: \(message)")
    case (.error, .success(let result)), (.errorColumn, .success(let result)), (.errorMessage, .success(let result)):
      return CheckFinding(message: "no error, but \(result.total) hits")
    case (_, .failure(let error)):
      return CheckFinding(message: error.diagnostic?.description ?? error.description)
    case (_, .success(let result)): return finding(kind, result)
    }
  }

  private func finding(_ kind: Expectation.Kind, _ result: SearchResult) -> CheckFinding? {
    switch kind {
    case .count(let bounds): return outside("count", bounds, Double(result.total))
    case .contains(let pattern):
      if result.hits.contains(where: pattern.fits) { return nil }
      return CheckFinding(message: "none of \(result.hits.count) rows is \(pattern)")
    case .notContains(let pattern):
      return result.hits.first(where: pattern.fits).map {
        CheckFinding(message: "row \($0.rank), \($0.id), is \(pattern)")
      }
    case .first(let pattern): return first(pattern, result)
    case .order(let patterns): return order(patterns, result)
    case .top(let facet, let values): return top(values, answer.facets[facet])
    case .facetCount(let facet, let value, let bounds):
      return outside("\(facet) \(value)", bounds, Double(Self.count(value, answer.facets[facet])))
    case .snippet(let pattern): return snippet(pattern, result)
    case .gain(let depth, let bounds):
      return outside("ndcg@\(depth)", bounds, Ranking.gain(result.hits, judgments, depth: depth))
    case .milliseconds(let bounds):
      return answer.milliseconds.flatMap { outside("milliseconds", bounds, $0) }
    case .error, .errorColumn, .errorMessage: return nil
    }
  }

  private func differs(_ what: String, _ expected: String, _ actual: String) -> CheckFinding? {
    expected == actual ? nil : CheckFinding(message: "\(what): \(actual) instead of \(expected)")
  }

  private func outside(_ what: String, _ bounds: Bounds, _ number: Double) -> CheckFinding? {
    guard !bounds.holds(number) else { return nil }
    var finding = CheckFinding(message: "\(what): \(Bounds.text(number)) instead of \(bounds)")
    if let exact = bounds.exact, let position = bounds.position {
      let expected = ExpectedText(text: Bounds.text(exact), position: position)
      finding.replacements = [.init(expected: expected, actual: Bounds.text(number))]
    }
    return finding
  }
}

// MARK: - Rows

extension CheckEvaluation {
  private func first(_ pattern: RowPattern, _ result: SearchResult) -> CheckFinding? {
    guard let hit = result.hits.first else { return CheckFinding(message: "no rows; the first should be \(pattern)") }
    let wrong = pattern.cells.filter { !RowPattern(cells: [$0]).fits(hit) }
    guard !wrong.isEmpty else { return nil }
    let actual = wrong.map { "\($0.key): \(RowPattern.value($0.key, of: hit))" }.joined(separator: ", ")
    return CheckFinding(
      message: "the first row, \(hit.id), has \(actual) instead of \(RowPattern(cells: wrong))",
      replacements: wrong.map { .init(expected: $0.expected, actual: RowPattern.value($0.key, of: hit)) })
  }

  private func order(_ patterns: [RowPattern], _ result: SearchResult) -> CheckFinding? {
    var rest = result.hits[...]
    for pattern in patterns {
      guard let index = rest.firstIndex(where: pattern.fits) else {
        let isBefore = result.hits.contains(where: pattern.fits)
        return CheckFinding(message: isBefore ? "too early: \(pattern)" : "no row is \(pattern)")
      }
      rest = rest[(index + 1)...]
    }
    return nil
  }

  private func snippet(_ pattern: String, _ result: SearchResult) -> CheckFinding? {
    // The parser has tried the expression already.
    guard let expression = try? Regex(pattern) else { return CheckFinding(message: "not a regular expression") }
    if result.hits.contains(where: { $0.text.contains(expression) }) { return nil }
    return CheckFinding(message: "the text of none of \(result.hits.count) rows matches \(pattern)")
  }
}

// MARK: - Facets

extension CheckEvaluation {
  private func top(_ expected: [ExpectedText], _ counts: FacetCounts?) -> CheckFinding? {
    let actual = counts?.values.prefix(expected.count).map(\.value) ?? []
    guard actual != expected.map(\.text) else { return nil }
    let replacements = zip(expected, actual).filter { $0.0.text != $0.1 }
    return CheckFinding(
      message: "top: \(actual.joined(separator: ", ")) instead of \(expected.map(\.text).joined(separator: ", "))",
      replacements: actual.count == expected.count ? replacements.map { .init(expected: $0.0, actual: $0.1) } : [])
  }

  private static func count(_ value: String, _ counts: FacetCounts?) -> Int {
    guard let counts else { return 0 }
    switch value {
    case "(unknown)": return counts.unknown
    case "(other)": return counts.other
    default: return counts.values.first { $0.value == value || $0.id == value }?.count ?? 0
    }
  }
}
