import ArticleModel
import FileAccess
import NewsIndex

/// Reads check files. Whatever it does not know is an error: a misspelt expectation must not pass.
struct CheckParser {
  let path: String

  static func read(_ path: String) throws -> CheckFile {
    let bytes = try Files.read(path, limit: 1 << 26)
    return try CheckParser(path: path).parse(String(decoding: bytes, as: UTF8.self))
  }

  func parse(_ text: String) throws -> CheckFile {
    let root = try fields(compose(text), ["version", "fixture", "index", "now", "cases"])
    guard let version = root["version"] else { throw error(nil, "no \"version\"; this is version 1") }
    guard try integer(version) == 1 else { throw error(version, "unknown version; this program knows version 1") }
    guard let list = root["cases"]?.sequence, !list.isEmpty else { throw error(root["cases"], "no cases") }
    let cases = try list.map(parseCase)
    try checkNames(cases)
    return CheckFile(
      path: path, source: text, target: try target(root), now: try root["now"].map(day), cases: cases)
  }

  private func compose(_ text: String) throws -> YAMLNode {
    let node: YAMLNode?
    do throws(YAMLError) { node = try YAMLReader.read(text) } catch {
      throw CheckFileError(path: path, position: error.position, reason: error.reason)
    }
    guard let node else { throw error(nil, "empty") }
    return node
  }

  private func target(_ root: [String: YAMLNode]) throws -> CheckFile.Target {
    if let fixture = root["fixture"] {
      if let index = root["index"] { throw error(index, "\"fixture\" and \"index\" exclude each other") }
      return .fixture(try texts(fixture))
    }
    return .index(try root["index"].map(text))
  }

  private func checkNames(_ cases: [CheckCase]) throws {
    var seen: Set<String> = []
    for item in cases where !seen.insert(item.name).inserted {
      throw CheckFileError(path: path, position: item.position, reason: "a second case with the name \"\(item.name)\"")
    }
  }
}

// MARK: - Cases

extension CheckParser {
  private static let caseKeys = [
    "name", "query", "same_results", "expect", "facet", "judgments", "skip", "xfail", "unit", "match", "plain", "sort",
    "collapse", "limit",
  ]

  private func parseCase(_ node: YAMLNode) throws -> CheckCase {
    let keys = try fields(node, Self.caseKeys)
    guard let name = keys["name"] else { throw error(node, "a case without a \"name\"") }
    var item = CheckCase(name: try text(name), position: position(node), question: try question(keys, node))
    item.options = try options(keys)
    item.facets = try keys["facet"].map(facets) ?? []
    item.judgments = try keys["judgments"].map(judgments) ?? []
    item.skip = try keys["skip"].flatMap(reason)
    item.expectedFailure = try keys["xfail"].flatMap(reason)
    item.expectations = try keys["expect"].map { try expectations($0, of: item) } ?? []
    if case .query = item.question, item.expectations.isEmpty { throw error(node, "a query without expectations") }
    if item.judgments.isEmpty, item.expectations.contains(where: { if case .gain = $0.kind { true } else { false } }) {
      throw error(node, "\"ndcg\" needs \"judgments\"")
    }
    return item
  }

  private func question(_ keys: [String: YAMLNode], _ node: YAMLNode) throws -> CheckCase.Question {
    switch (keys["query"], keys["same_results"]) {
    case (let query?, nil): return .query(try text(query))
    case (nil, let list?):
      let queries = try texts(list)
      guard queries.count > 1 else { throw error(list, "\"same_results\" needs two queries or more") }
      if let expect = keys["expect"] { throw error(expect, "\"same_results\" and \"expect\" exclude each other") }
      return .sameResults(queries)
    default: throw error(node, "a case has either a \"query\" or \"same_results\"")
    }
  }

  private func options(_ keys: [String: YAMLNode]) throws -> CheckOptions {
    var options = CheckOptions()
    options.unit = try keys["unit"].map(choice)
    options.match = try keys["match"].map(choice) ?? .all
    options.sort = try keys["sort"].map(choice) ?? .relevance
    options.collapse = try keys["collapse"].map(choice) ?? .none
    options.isPlain = try keys["plain"].map(truth) ?? false
    options.limit = try keys["limit"].map(integer)
    return options
  }

  private func facets(_ node: YAMLNode) throws -> [CheckFacet] {
    try texts(node).map { name in
      guard let request = FacetSpecification.request(name, limit: 0, takesLimit: false) else {
        throw error(node, "\"\(name)\" is no facet; there are \(FacetSpecification.names)")
      }
      return CheckFacet(name: name, request: request)
    }
  }

  private func judgments(_ node: YAMLNode) throws -> [Judgment] {
    guard let mapping = node.mapping, !mapping.isEmpty else { throw error(node, "a mapping of places to grades") }
    return try mapping.map { Judgment(place: try text($0.key), grade: try integer($0.value)) }
  }

  /// `skip: true`, or a reason; `nil` for `false`.
  private func reason(_ node: YAMLNode) throws -> String? {
    switch try text(node) {
    case "false": return nil
    case "true": return ""
    case let text: return text
    }
  }
}
