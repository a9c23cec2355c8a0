/// Counts the values of documents in a column.
enum FacetCounter {
  struct Tally {
    /// By group of the grouping.
    var counts: [Int]
    /// Documents without a value.
    var unknown: Int
  }

  /// Each group counts once a document, however many of its ordinals the document has.
  static func tally(_ documents: [UInt32], _ column: FacetColumns.Column, _ grouping: FacetGrouping) -> Tally {
    var tally = Tally(counts: Array(repeating: 0, count: grouping.labels.count), unknown: 0)
    // The document that a group was last counted for; documents count from 1.
    var seen = [UInt32](repeating: 0, count: grouping.labels.count)
    grouping.groups.withUnsafeBufferPointer { groups in
      column.ordinals.withUnsafeBufferPointer { ordinals in
        column.starts.withUnsafeBufferPointer { starts in
          for document in documents where Int(document) + 1 < starts.count {
            var isKnown = false
            for index in Int(starts[Int(document)])..<Int(starts[Int(document) + 1]) {
              let group = groups[Int(ordinals[index])]
              if group == FacetGrouping.none { continue }
              isKnown = true
              if seen[Int(group)] == document { continue }
              seen[Int(group)] = document
              tally.counts[Int(group)] += 1
            }
            if !isKnown { tally.unknown += 1 }
          }
        }
      }
    }
    return tally
  }

  /// By count, then by value; `limit` 0 lists all.
  static func counts(_ request: FacetRequest, _ tally: Tally, _ grouping: FacetGrouping) -> FacetCounts {
    var groups = tally.counts.indices.filter { tally.counts[$0] > 0 }
    groups.sort { left, right in
      if tally.counts[left] != tally.counts[right] { return tally.counts[left] > tally.counts[right] }
      return grouping.labels[left].utf8.lexicographicallyPrecedes(grouping.labels[right].utf8)
    }
    let listed = request.limit == 0 ? groups[...] : groups.prefix(request.limit)
    let values = listed.map { group in
      FacetCounts.Value(
        value: grouping.labels[group], id: grouping.ids.isEmpty ? nil : grouping.ids[group],
        count: tally.counts[group])
    }
    let other = groups.dropFirst(listed.count).reduce(0) { $0 + tally.counts[$1] }
    return FacetCounts(
      name: request.name, field: request.field, values: values, other: other, unknown: tally.unknown,
      distinct: groups.count)
  }
}

extension FacetRequest {
  /// `speaker`, `date:month`.
  public var name: String {
    if let level { return "\(field.name):\(level.rawValue)" }
    return field.name
  }
}
