/// Which ordinals of a field count as one value: the names of one person, the days of one month, the regions of a level.
struct FacetGrouping {
  struct Key: Hashable {
    var field: FacetField
    var level: FacetLevel?
  }

  /// The group of each ordinal; `none` where the ordinal does not count at this level.
  let groups: [UInt32]
  /// What each group is called.
  let labels: [String]
  /// Ids of regions, by group; empty for other fields.
  let ids: [String]
  /// By group, for dates: ascending order of the numbers is that of the days.
  let dates: [UInt32]

  static let none = UInt32.max

  init(_ key: Key, _ column: FacetColumns.Column, _ identities: Identities, _ regions: RegionDirectory) {
    switch key.field {
    case .date: self.init(dates: column.dates, key.level ?? .month)
    case .region: self.init(regions: column.names, key.level, regions)
    case .speaker, .about, .organisation, .publisher:
      self.init(names: column.names, key.field == .publisher ? Identities() : identities)
    case .kind: self.init(each: column.names)
    }
  }

  private init(each names: [String]) {
    groups = Array(0..<UInt32(names.count))
    labels = names
    ids = []
    dates = []
  }

  private init(dates all: [UInt32], _ level: FacetLevel) {
    var numbers: [UInt32: UInt32] = [:]
    var dates: [UInt32] = []
    groups = all.map { date in
      let parts = FacetDate.parts(date)
      let isByDay = level == .day
      let coarse = FacetDate.number(parts.year, level == .year ? 0 : parts.month, isByDay ? parts.day : 0)
      if let known = numbers[coarse] { return known }
      numbers[coarse] = UInt32(dates.count)
      dates.append(coarse)
      return UInt32(dates.count - 1)
    }
    self.dates = dates
    labels = dates.map(Self.label)
    ids = []
  }

  /// `2024-11-05`, `2024-11`, `2024`.
  static func label(_ date: UInt32) -> String {
    let (year, month, day) = FacetDate.parts(date)
    let head = Self.padded(year, 4)
    if month == 0 { return head }
    return day == 0 ? "\(head)-\(padded(month, 2))" : "\(head)-\(padded(month, 2))-\(padded(day, 2))"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  private init(regions all: [String], _ level: FacetLevel?, _ regions: RegionDirectory) {
    groups = all.indices.map { index in
      guard let level else { return UInt32(index) }
      return (level == .country) == RegionDirectory.isCountry(all[index]) ? UInt32(index) : Self.none
    }
    labels = all.map { regions.name(of: $0) ?? $0 }
    ids = all
    dates = []
  }

  /// Names that fold alike are one term of the index and one value here, and so are those of one identity. A group is
  /// called by its canonical name, else as its first name is written.
  private init(names: [String], _ identities: Identities) {
    var numbers: [String: UInt32] = [:]
    var labels: [String] = []
    groups = names.map { name in
      let folded = IndexTerms.foldedName(name)
      let canonical = identities.canonical(of: name)
      let key = canonical.map(IndexTerms.foldedName) ?? folded
      if let known = numbers[key] { return known }
      numbers[key] = UInt32(labels.count)
      labels.append(canonical ?? name)
      return UInt32(labels.count - 1)
    }
    self.labels = labels
    ids = []
    dates = []
  }
}
