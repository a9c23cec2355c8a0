import ArticleModel

/// What a statement speaks of: the regions, people and organisations that its words name.
struct StatementSubjects {
  /// Each ascending by start.
  private let regions: [(span: TextSpan, value: String)]
  private let people: [(span: TextSpan, value: String)]
  private let organisations: [(span: TextSpan, value: String)]

  /// - Parameter allusions: Words that speak of a place without naming it (`Ukrainian`, `the Kremlin`).
  init(regions: [RegionMention], allusions: [RegionMention], people: [NameMention], organisations: [NameMention]) {
    self.regions = (regions + allusions).map { ($0.span, $0.region.id) }.sorted { $0.span < $1.span }
    self.people = people.map { ($0.span, $0.name) }
    self.organisations = organisations.map { ($0.span, $0.name) }
  }

  func add(to statement: inout Statement) {
    statement.regions = values(regions, statement.spans)
    statement.people = values(people, statement.spans)
    statement.organisations = values(organisations, statement.spans)
  }

  /// Unique, in order of appearance.
  private func values(_ mentions: [(span: TextSpan, value: String)], _ spans: [TextSpan]) -> [String] {
    var found: [String] = []
    for span in spans {
      var index = first(mentions, from: span.start)
      while index < mentions.count, mentions[index].span.start < span.end {
        if mentions[index].span.end <= span.end, !found.contains(mentions[index].value) {
          found.append(mentions[index].value)
        }
        index += 1
      }
    }
    return found
  }

  private func first(_ mentions: [(span: TextSpan, value: String)], from start: Int) -> Int {
    var (low, high) = (0, mentions.count)
    while low < high {
      let middle = (low + high) / 2
      if mentions[middle].span.start < start { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
