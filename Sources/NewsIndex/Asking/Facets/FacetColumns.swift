import XapianStore

/// The facet values of all documents by document number: what counting needs, without touching a document.
///
/// Ordinals of several indexes become numbers of one dictionary here. Dates get ordinals too, so that every field is
/// counted the same way.
final class FacetColumns {
  /// One field: document `d` has the values `ordinals[starts[d]..<starts[d + 1]]`.
  struct Column {
    var starts: [UInt32] = []
    var ordinals: [UInt32] = []
    /// The text of each ordinal; empty for dates.
    var names: [String] = []
    /// Of dates: the `FacetDate` number of each ordinal.
    var dates: [UInt32] = []
    var valueCount: Int { names.isEmpty ? dates.count : names.count }
  }

  private(set) var columns: [Column]
  let documentLimit: Int
  private let identities: Identities
  private var groupings: [FacetGrouping.Key: FacetGrouping] = [:]

  init(_ unit: OpenUnit, _ identities: Identities) throws {
    self.identities = identities
    let limit = Int(try unit.database.lastDocumentID) + 1
    documentLimit = limit
    var loader = ColumnLoader(limit: limit)
    for field in FacetField.allCases where field.hasDictionary {
      loader.setDictionary(of: field, try FacetDictionary.values(of: field, in: unit.shards))
    }
    try unit.values(.facets) { document, shard, bytes in loader.add(Int(document), shard: shard, bytes) }
    columns = loader.finish()
  }

  subscript(field: FacetField) -> Column { columns[field.rawValue] }

  /// Which ordinals count as one value, made on first use.
  func grouping(_ field: FacetField, _ level: FacetLevel?, _ regions: RegionDirectory) -> FacetGrouping {
    let key = FacetGrouping.Key(field: field, level: level)
    if let grouping = groupings[key] { return grouping }
    let grouping = FacetGrouping(key, self[field], identities, regions)
    groupings[key] = grouping
    return grouping
  }
}

/// Fills the columns in one pass over the slot, whose documents come in ascending order.
private struct ColumnLoader {
  private var columns: [FacetColumns.Column]
  private var next: Int = 0
  private let limit: Int
  /// By field and shard: the ordinal of the shard -> the ordinal of the column.
  private var remaps: [[[UInt32]]]
  private var dateOrdinals: [UInt32: UInt32] = [:]

  init(limit: Int) {
    self.limit = limit
    columns = Array(repeating: FacetColumns.Column(), count: FacetField.allCases.count)
    remaps = Array(repeating: [], count: FacetField.allCases.count)
    for index in columns.indices { columns[index].starts.reserveCapacity(limit + 1) }
  }

  mutating func setDictionary(of field: FacetField, _ shards: [[String]]) {
    if shards.count == 1 {
      columns[field.rawValue].names = shards[0]
      return
    }
    var ordinals: [String: UInt32] = [:]
    var names: [String] = []
    remaps[field.rawValue] = shards.map { shard in
      shard.map { name in
        if let known = ordinals[name] { return known }
        let ordinal = UInt32(names.count)
        ordinals[name] = ordinal
        names.append(name)
        return ordinal
      }
    }
    columns[field.rawValue].names = names
  }

  mutating func add(_ document: Int, shard: Int, _ bytes: UnsafeRawBufferPointer) {
    guard document < limit else { return }
    begin(through: document)
    FacetRecord.scan(bytes) { field, value in
      let index = field.rawValue
      if field == .date {
        columns[index].ordinals.append(ordinal(ofDate: value))
      } else if remaps[index].isEmpty {
        if Int(value) < columns[index].names.count { columns[index].ordinals.append(value) }
      } else if Int(value) < remaps[index][shard].count {
        columns[index].ordinals.append(remaps[index][shard][Int(value)])
      }
    }
  }

  mutating func finish() -> [FacetColumns.Column] {
    begin(through: limit)
    return columns
  }

  /// Notes where the values of all documents up to this one begin.
  private mutating func begin(through document: Int) {
    let missing = document + 1 - next
    guard missing > 0 else { return }
    for index in columns.indices {
      let start = UInt32(columns[index].ordinals.count)
      if missing == 1 {
        columns[index].starts.append(start)
      } else {
        columns[index].starts.append(contentsOf: repeatElement(start, count: missing))
      }
    }
    next = document + 1
  }

  private mutating func ordinal(ofDate date: UInt32) -> UInt32 {
    if let known = dateOrdinals[date] { return known }
    let ordinal = UInt32(columns[FacetField.date.rawValue].dates.count)
    dateOrdinals[date] = ordinal
    columns[FacetField.date.rawValue].dates.append(date)
    return ordinal
  }
}
