import XapianStore

/// Derives the columns of one database: facet values by document, names by ordinal, the keys by which hits collapse.
struct ColumnDerivation {
  private struct Field {
    var starts: [UInt32] = []
    var ordinals: [UInt32] = []
    var valueCount = 0
    var hasSeveral = false
  }

  private let limit: Int
  private var fields = Array(repeating: Field(), count: FacetField.allCases.count)
  private var next = 0
  private var dates: [UInt32] = []
  private var dateOrdinals: [UInt32: UInt32] = [:]

  /// - Parameter hasPlaces: Whether questions ask for the numbers of the documents in their articles.
  static func builder(_ database: StoreDatabase, hasPlaces: Bool) throws -> ColumnImage.Builder {
    var builder = ColumnImage.Builder()
    var derivation = ColumnDerivation(limit: Int(try database.lastDocumentID) + 1)
    for field in FacetField.allCases where field.hasDictionary {
      let names = try FacetDictionary.values(of: field, in: database)
      builder.add(names: names, of: field)
      derivation.fields[field.rawValue].valueCount = names.count
    }
    try database.values(slot: ValueSlot.facets.rawValue) { derivation.add(Int($0), $1) }
    derivation.finish(into: &builder)
    for slot in [ValueSlot.article, .story] {
      builder.add(ColumnKey.hashes(slot), try hashes(slot, of: database, derivation.limit))
    }
    if hasPlaces { builder.add(ColumnKey.places, try places(of: database, derivation.limit)) }
    return builder
  }

  /// The names alone.
  static func namesBuilder(_ database: StoreDatabase) throws -> ColumnImage.Builder {
    var builder = ColumnImage.Builder()
    for field in FacetField.allCases where field.hasDictionary {
      builder.add(names: try FacetDictionary.values(of: field, in: database), of: field)
    }
    return builder
  }

  private init(limit: Int) {
    self.limit = limit
    for index in fields.indices { fields[index].starts.reserveCapacity(limit + 1) }
  }

  private static func hashes(_ slot: ValueSlot, of database: StoreDatabase, _ limit: Int) throws -> [UInt64] {
    var hashes = [UInt64](repeating: 0, count: limit)
    try database.values(slot: slot.rawValue) { document, bytes in
      guard bytes.count == 8, Int(document) < limit else { return }
      hashes[Int(document)] = bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }
    return hashes
  }

  private static func places(of database: StoreDatabase, _ limit: Int) throws -> [UInt32] {
    var places = [UInt32](repeating: 0, count: limit)
    try database.values(slot: ValueSlot.newestFirst.rawValue) { document, bytes in
      if Int(document) < limit { places[Int(document)] = UInt32(OrderKey.article(bytes)?.place ?? 0) }
    }
    return places
  }

  /// Documents come in ascending order.
  private mutating func add(_ document: Int, _ bytes: UnsafeRawBufferPointer) {
    guard document < limit, document >= next else { return }
    begin(through: document)
    FacetRecord.scan(bytes) { field, value in
      let index = field.rawValue
      let ordinal = field == .date ? ordinal(ofDate: value) : value
      guard field == .date || Int(value) < fields[index].valueCount else { return }
      if fields[index].ordinals.count > Int(fields[index].starts[document]) { fields[index].hasSeveral = true }
      fields[index].ordinals.append(ordinal)
    }
  }

  /// Notes where the values of all documents up to this one begin.
  private mutating func begin(through document: Int) {
    let missing = document + 1 - next
    for index in fields.indices {
      fields[index].starts.append(contentsOf: repeatElement(UInt32(fields[index].ordinals.count), count: missing))
    }
    next = document + 1
  }

  private mutating func ordinal(ofDate date: UInt32) -> UInt32 {
    if let known = dateOrdinals[date] { return known }
    let ordinal = UInt32(dates.count)
    dateOrdinals[date] = ordinal
    dates.append(date)
    return ordinal
  }

  private mutating func finish(into builder: inout ColumnImage.Builder) {
    begin(through: limit)
    for field in FacetField.allCases {
      let column = fields[field.rawValue]
      if column.ordinals.isEmpty { continue }
      if column.hasSeveral {
        builder.add(ColumnKey.of(field, .starts), column.starts)
        builder.add(ColumnKey.of(field, .ordinals), column.ordinals)
      } else {
        builder.add(ColumnKey.of(field, .ordinals), Self.dense(column, limit))
      }
    }
    if !dates.isEmpty { builder.add(ColumnKey.of(.date, .dates), dates) }
  }

  private static func dense(_ column: Field, _ limit: Int) -> [UInt32] {
    (0..<limit).map { document in
      let (start, end) = (Int(column.starts[document]), Int(column.starts[document + 1]))
      return start == end ? 0 : column.ordinals[start] + 1
    }
  }
}
