/// Which ordinals of a field count as one value: the names of one person, the days of one month, the regions of a level.
struct FacetGrouping {
  struct Key: Hashable {
    var field: FacetField
    var level: FacetLevel?
  }

  private enum Labels {
    case dates
    case names(NameGroups)
    case regions(NameGroups, RegionDirectory)
  }

  /// By index, then by ordinal; `none` where the ordinal does not count at this level.
  let groups: [[UInt32]]
  let count: Int
  /// By group, for dates.
  let dates: [UInt32]
  private let labels: Labels

  static let none = UInt32.max

  init(_ key: Key, _ columns: [FacetColumns.Column], _ identities: Identities, _ regions: RegionDirectory) {
    let names = columns.map(\.names)
    switch key.field {
    case .date: self.init(columns.map(\.dates), key.level ?? .month)
    case .region: self.init(regions: names, key.level, regions)
    case .speaker, .about, .organisation: self.init(NameGroups(names, identities))
    case .publisher, .kind: self.init(NameGroups(names, nil))
    }
  }

  private init(_ names: NameGroups) {
    (groups, count, dates, labels) = (names.groups, names.count, [], .names(names))
  }

  private init(_ all: [NumberColumn], _ level: FacetLevel) {
    var numbers: [UInt32: UInt32] = [:]
    var dates: [UInt32] = []
    groups = all.map { column in
      (0..<column.count).map { index in
        let parts = FacetDate.parts(UInt32(truncatingIfNeeded: column[index]))
        let coarse = FacetDate.number(
          parts.year, level == .year ? 0 : parts.month, level == .day ? parts.day : 0)
        if let known = numbers[coarse] { return known }
        numbers[coarse] = UInt32(dates.count)
        dates.append(coarse)
        return UInt32(dates.count - 1)
      }
    }
    (self.dates, count, labels) = (dates, dates.count, .dates)
  }

  private init(regions all: [NameList], _ level: FacetLevel?, _ regions: RegionDirectory) {
    let names = NameGroups(all, nil)
    groups = zip(names.groups, all).map { groups, list in
      guard let level else { return groups }
      return groups.indices.map { ordinal in
        (level == .country) == RegionDirectory.isCountry(list.written(ordinal)) ? groups[ordinal] : Self.none
      }
    }
    (count, dates, labels) = (names.count, [], .regions(names, regions))
  }

  /// What a group is called.
  ///
  /// - Parameter counts: How many documents have each ordinal, by index.
  func label(_ group: Int, _ counts: [[Int]]) -> String {
    switch labels {
    case .dates: return Self.label(dates[group])
    case .names(let names): return names.label(group, counts)
    case .regions(let names, let regions):
      let id = names.label(group, counts)
      return regions.name(of: id) ?? id
    }
  }

  /// The id of a region; `nil` for other fields.
  func id(_ group: Int) -> String? {
    if case .regions(let names, _) = labels { return names.label(group, []) }
    return nil
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
}
