import XapianStore

/// The words that one word of a question stands for, which weigh as one.
struct WordGroup: Hashable {
  var words: [String]
  /// How often the question says it.
  var count: Int

  /// The groups that weigh in a query, in its order, each once. Terms with a prefix are no words.
  static func all(in query: StoreQuery) -> [WordGroup] {
    var groups: [WordGroup] = []
    query.visitWordGroups { words in
      if let known = groups.firstIndex(where: { $0.words == words }) {
        groups[known].count += 1
      } else {
        groups.append(WordGroup(words: words, count: 1))
      }
    }
    return groups
  }
}

extension StoreQuery {
  fileprivate func visitWordGroups(_ body: ([String]) -> Void) {
    switch self {
    case .term, .synonym, .max:
      let words = leaves
      if !words.isEmpty { body(words) }
    case .and(let parts), .or(let parts): for part in parts { part.visitWordGroups(body) }
    case .filter(let part, _), .andNot(let part, _), .scale(let part, _): part.visitWordGroups(body)
    case .andMaybe(let first, let second):
      first.visitWordGroups(body)
      second.visitWordGroups(body)
    case .all, .none, .xor, .phrase, .near, .wildcard, .valueRange, .valueAtLeast, .valueAtMost, .elite, .documents:
      return
    }
  }

  /// A capital begins a prefix, never a word.
  private var leaves: [String] {
    switch self {
    case .term(let term, _): term.utf8.first.map { $0 &- 0x41 >= 26 } ?? false ? [term] : []
    default: parts.flatMap(\.leaves)
    }
  }
}
