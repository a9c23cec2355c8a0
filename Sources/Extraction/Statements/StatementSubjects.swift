import ArticleModel

/// What a statement speaks of: the regions, people and organisations that its words name.
struct StatementSubjects {
  /// Each ascending by start.
  private let regions: [NameMention]
  private let people: [NameMention]
  private let organisations: [NameMention]

  init(regions: [RegionMention], allusions: [RegionAllusion], people: [NameMention], organisations: [NameMention]) {
    self.regions = Self.sorted(regions, allusions)
    self.people = people
    self.organisations = organisations
  }

  /// By their ids.
  private static func sorted(_ regions: [RegionMention], _ allusions: [RegionAllusion]) -> [NameMention] {
    var sorted: [NameMention] = []
    sorted.reserveCapacity(regions.count + allusions.count)
    for mention in regions { sorted.append(NameMention(span: mention.span, name: mention.region.id)) }
    for allusion in allusions { sorted.append(NameMention(span: allusion.span, name: allusion.id)) }
    if !allusions.isEmpty { sorted.sort { $0.span < $1.span } }
    return sorted
  }

  func add(to statement: inout Statement) {
    statement.regions = values(regions, statement.spans)
    statement.people = values(people, statement.spans)
    statement.organisations = values(organisations, statement.spans)
  }

  /// Unique, in order of appearance.
  private func values(_ mentions: [NameMention], _ spans: [TextSpan]) -> [String] {
    if mentions.isEmpty { return [] }
    var found: [String] = []
    for span in spans {
      var index = first(mentions, from: span.start)
      while index < mentions.count, mentions[index].span.start < span.end {
        if mentions[index].span.end <= span.end, !found.contains(mentions[index].name) {
          // With room for the few that a statement has.
          if found.isEmpty { found.reserveCapacity(4) }
          found.append(mentions[index].name)
        }
        index += 1
      }
    }
    return found
  }

  private func first(_ mentions: [NameMention], from start: Int) -> Int {
    var (low, high) = (0, mentions.count)
    while low < high {
      let middle = (low + high) / 2
      if mentions[middle].span.start < start { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
