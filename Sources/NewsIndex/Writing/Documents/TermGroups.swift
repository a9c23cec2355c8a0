/// Gathers the occurrences of words in one document, so that each word is handed over once with its count.
///
/// Words are the numbers of `ArticleTokens.terms`; a pass costs what the document holds, not what the article holds.
struct TermGroups {
  private var counts: [UInt32] = []
  /// The words gathered so far, each once, in the order of their first occurrence.
  private(set) var terms: [UInt32] = []

  /// Begins an article with so many different words.
  mutating func begin(termCount: Int) {
    if counts.count < termCount {
      counts.append(contentsOf: repeatElement(0, count: termCount - counts.count))
    }
  }

  @inline(__always)
  mutating func add(_ term: UInt32) {
    if counts[Int(term)] == 0 { terms.append(term) }
    counts[Int(term)] += 1
  }

  func contains(_ term: UInt32) -> Bool { counts[Int(term)] > 0 }

  /// Calls `body` for each word with the number of its occurrences, and forgets all.
  mutating func drainCounts(_ body: (_ term: UInt32, _ count: UInt32) -> Void) {
    for term in terms { body(term, counts[Int(term)]) }
    for term in terms { counts[Int(term)] = 0 }
    terms.removeAll(keepingCapacity: true)
  }
}
