import XapianStore

/// Counts the values of documents in columns.
enum FacetCounter {
  struct Tally {
    /// By group of the grouping.
    var counts: [Int]
    /// By index, then by ordinal: how many of the documents have it. For the spellings of names.
    var ordinals: [[Int]] = []
    /// Documents without a value.
    var unknown = 0
    /// The document that a group was last counted for, by its number in this count.
    fileprivate var seen: [UInt32]
    fileprivate var number: UInt32 = 0

    init(_ groups: Int) {
      counts = Array(repeating: 0, count: groups)
      seen = Array(repeating: 0, count: groups)
    }
  }

  /// Each group counts once a document, however many of its ordinals the document has.
  static func tally(_ documents: [UInt32], _ columns: [FacetColumns.Column], _ grouping: FacetGrouping) -> Tally {
    var tally = Tally(grouping.count)
    for (number, column) in columns.enumerated() {
      var counted = Array(repeating: 0, count: grouping.groups[number].count)
      let own = columns.count == 1 ? documents : local(documents, shard: UInt32(number), of: UInt32(columns.count))
      if column.starts.isEmpty {
        addSingle(own, column, grouping.groups[number], &tally, &counted)
      } else {
        addSeveral(own, column, grouping.groups[number], &tally, &counted)
      }
      tally.ordinals.append(counted)
    }
    return tally
  }

  /// The documents of one shard, by its own numbers: those of several interleave.
  private static func local(_ documents: [UInt32], shard: UInt32, of count: UInt32) -> [UInt32] {
    documents.compactMap { document in
      document > 0 && (document - 1) % count == shard ? (document - 1) / count + 1 : nil
    }
  }

  private static func addSingle(
    _ documents: [UInt32], _ column: FacetColumns.Column, _ groups: [UInt32], _ tally: inout Tally,
    _ counted: inout [Int]
  ) {
    let (ordinals, counts) = (column.ordinals, column.counts)
    for document in documents {
      let ordinal = counts.isEmpty || counts[Int(document)] > 0 ? ordinals[Int(document)] - 1 : -1
      guard ordinal >= 0, ordinal < groups.count, groups[ordinal] != FacetGrouping.none else {
        tally.unknown += 1
        continue
      }
      tally.counts[Int(groups[ordinal])] += 1
      counted[ordinal] += 1
    }
  }

  private static func addSeveral(
    _ documents: [UInt32], _ column: FacetColumns.Column, _ groups: [UInt32], _ tally: inout Tally,
    _ counted: inout [Int]
  ) {
    let (starts, ordinals, counts) = (column.starts, column.ordinals, column.counts)
    for document in documents {
      tally.number += 1
      var isKnown = false
      var index = starts[Int(document)]
      let last = counts.isEmpty ? starts[Int(document) + 1] : index + counts[Int(document)]
      let end = min(last, ordinals.count)
      while index < end {
        let ordinal = ordinals[index]
        index += 1
        guard ordinal < groups.count, groups[ordinal] != FacetGrouping.none else { continue }
        isKnown = true
        counted[ordinal] += 1
        let group = Int(groups[ordinal])
        if tally.seen[group] == tally.number { continue }
        tally.seen[group] = tally.number
        tally.counts[group] += 1
      }
      if !isKnown { tally.unknown += 1 }
    }
  }

  /// By count, then by value; `limit` 0 lists all.
  static func counts(_ request: FacetRequest, _ tally: Tally, _ grouping: FacetGrouping) -> FacetCounts {
    let found = tally.counts.indices.filter { tally.counts[$0] > 0 }
    let listed = mostFrequent(found, tally, request.limit == 0 ? .max : request.limit)
      .map {
        FacetCounts.Value(value: grouping.label($0, tally.ordinals), id: grouping.id($0), count: tally.counts[$0])
      }
      .sorted { left, right in
        if left.count != right.count { return left.count > right.count }
        return left.value.utf8.lexicographicallyPrecedes(right.value.utf8)
      }
    let values = request.limit == 0 ? listed : Array(listed.prefix(request.limit))
    let all = found.reduce(0) { $0 + tally.counts[$1] }
    return FacetCounts(
      name: request.name, field: request.field, values: values, other: values.reduce(all) { $0 - $1.count },
      unknown: tally.unknown, distinct: found.count)
  }

  /// The groups that can be among the first: those that count no less than the last of them. Only they are named.
  private static func mostFrequent(_ groups: [Int], _ tally: Tally, _ limit: Int) -> [Int] {
    guard groups.count > limit else { return groups }
    let least = groups.map { tally.counts[$0] }.sorted(by: >)[limit - 1]
    return groups.filter { tally.counts[$0] >= least }
  }
}

extension FacetRequest {
  /// `speaker`, `date:month`.
  public var name: String {
    if let level { return "\(field.name):\(level.rawValue)" }
    return field.name
  }
}
