import ArticleModel

/// The terms of dates and regions, made once a date: nearly all articles of a day share theirs.
struct FieldTermCache {
  private struct Key: Hashable {
    var family: DateFamily
    var date: DateValue
  }

  /// Remembered before all are forgotten: memory stays bounded whatever the corpus.
  private static let capacity = 20_000
  private var dates: [Key: [[UInt8]]] = [:]
  private var regions: [String: [UInt8]] = [:]

  /// Finest first; empty for a date without a year.
  mutating func terms(_ date: DateValue, _ family: DateFamily) -> [[UInt8]] {
    let key = Key(family: family, date: date)
    if let terms = dates[key] { return terms }
    if dates.count >= Self.capacity { dates.removeAll(keepingCapacity: true) }
    let terms = DateTerms.indexed(date, family).map { Array($0.utf8) }
    dates[key] = terms
    return terms
  }

  mutating func region(_ id: String) -> [UInt8] {
    if let term = regions[id] { return term }
    if regions.count >= Self.capacity { regions.removeAll(keepingCapacity: true) }
    let term = Array(IndexTerms.region(id).utf8)
    regions[id] = term
    return term
  }
}
