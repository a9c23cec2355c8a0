/// Gathers the occurrences of words in one document, so that each word is handed over once with all its positions.
///
/// Words are the numbers of `ArticleTokens.terms`; a pass costs what the document holds, not what the article holds.
struct TermGroups {
  private var counts: [UInt32] = []
  private var occurrences: [(term: UInt32, position: UInt32)] = []
  /// In the order of their first occurrence.
  private var touched: [UInt32] = []
  private var positions: [UInt32] = []
  private var offsets: [UInt32] = []

  /// Begins an article with so many different words.
  mutating func begin(termCount: Int) {
    if counts.count < termCount {
      counts.append(contentsOf: repeatElement(0, count: termCount - counts.count))
      offsets.append(contentsOf: repeatElement(0, count: termCount - offsets.count))
    }
  }

  @inline(__always)
  mutating func add(_ term: UInt32, at position: UInt32) {
    if counts[Int(term)] == 0 { touched.append(term) }
    counts[Int(term)] += 1
    occurrences.append((term, position))
  }

  /// Counts an occurrence without a position; one document takes either kind.
  @inline(__always)
  mutating func add(_ term: UInt32) {
    if counts[Int(term)] == 0 { touched.append(term) }
    counts[Int(term)] += 1
  }

  /// Calls `body` for each word with its positions in the order in which they came, and forgets all.
  mutating func drainPositions(_ body: (_ term: UInt32, _ positions: UnsafeBufferPointer<UInt32>) -> Void) {
    var offset: UInt32 = 0
    for term in touched {
      offsets[Int(term)] = offset
      offset += counts[Int(term)]
    }
    if positions.count < occurrences.count {
      positions.append(contentsOf: repeatElement(0, count: occurrences.count - positions.count))
    }
    for (term, position) in occurrences {
      positions[Int(offsets[Int(term)])] = position
      offsets[Int(term)] += 1
    }
    positions.withUnsafeBufferPointer { positions in
      for term in touched {
        let end = Int(offsets[Int(term)])
        body(term, UnsafeBufferPointer(rebasing: positions[(end - Int(counts[Int(term)]))..<end]))
      }
    }
    clear()
  }

  /// Calls `body` for each word with the number of its occurrences, and forgets all.
  mutating func drainCounts(_ body: (_ term: UInt32, _ count: UInt32) -> Void) {
    for term in touched { body(term, counts[Int(term)]) }
    clear()
  }

  private mutating func clear() {
    for term in touched { counts[Int(term)] = 0 }
    touched.removeAll(keepingCapacity: true)
    occurrences.removeAll(keepingCapacity: true)
  }
}
