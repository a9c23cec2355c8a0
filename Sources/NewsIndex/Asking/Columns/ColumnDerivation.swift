import XapianStore

/// Derives the columns of one database: facet values by document, the keys by which hits collapse; of the articles the
/// names by ordinal, too, which are those of all units.
struct ColumnDerivation {
  private struct Field {
    var starts: [UInt32] = []
    var ordinals: [UInt32] = []
    var hasSeveral = false
  }

  private let limit: Int
  private var fields = Array(repeating: Field(), count: FacetField.allCases.count)
  private var next = 0
  private var dates: [UInt32] = []
  private var dateOrdinals: [UInt32: UInt32] = [:]

  static func builder(_ database: StoreDatabase, _ unit: IndexUnit) throws -> ColumnImage.Builder {
    var builder = unit == .article ? try namesBuilder(database) : ColumnImage.Builder()
    var derivation = ColumnDerivation(limit: Int(try database.lastDocumentID) + 1)
    try database.values(slot: ValueSlot.facets.rawValue) { derivation.add(Int($0), $1) }
    derivation.finish(into: &builder)
    let (articles, places) = try places(of: database, derivation.limit)
    add(articles, stories: try stories(of: database, derivation.limit), to: &builder)
    if unit == .segment { builder.add(ColumnKey.places, places) }
    return builder
  }

  /// The names alone.
  static func namesBuilder(_ database: StoreDatabase) throws -> ColumnImage.Builder {
    var builder = ColumnImage.Builder()
    for field in FacetField.dictionaries {
      builder.add(names: try FacetDictionary.values(of: field, in: database), of: field)
    }
    return builder
  }

  private init(limit: Int) {
    self.limit = limit
    for index in fields.indices { fields[index].starts.reserveCapacity(limit + 1) }
  }

  /// Versions of one article that are copies of other stories are two.
  private static func add(_ articles: [UInt64], stories: [UInt64], to builder: inout ColumnImage.Builder) {
    struct Key: Hashable {
      var article: UInt64
      var story: UInt64
    }
    var numbers: [Key: UInt32] = [Key(article: 0, story: 0): 0]
    var keys = [Key(article: 0, story: 0)]
    var last = keys[0]
    let documents = zip(articles, stories).map { article, story in
      let key = Key(article: article, story: story)
      if key == last { return numbers[key, default: 0] }
      last = key
      if let known = numbers[key] { return known }
      numbers[key] = UInt32(keys.count)
      keys.append(key)
      return UInt32(keys.count - 1)
    }
    builder.add(ColumnKey.articles, documents)
    builder.add(ColumnKey.hashes(.article), keys.map(\.article))
    builder.add(ColumnKey.hashes(.story), keys.map(\.story))
  }

  private static func stories(of database: StoreDatabase, _ limit: Int) throws -> [UInt64] {
    var hashes = [UInt64](repeating: 0, count: limit)
    try database.values(slot: ValueSlot.story.rawValue) { document, bytes in
      if Int(document) < limit { hashes[Int(document)] = ShortHash.hash(bytes) ?? 0 }
    }
    return hashes
  }

  /// The hashes of the articles' ids, and the numbers of the documents in their articles.
  private static func places(of database: StoreDatabase, _ limit: Int) throws -> ([UInt64], [UInt32]) {
    var hashes = [UInt64](repeating: 0, count: limit)
    var places = [UInt32](repeating: 0, count: limit)
    try database.values(slot: ValueSlot.newestFirst.rawValue) { document, bytes in
      guard Int(document) < limit, let (idHash, place) = OrderKey.article(bytes) else { return }
      (hashes[Int(document)], places[Int(document)]) = (idHash, UInt32(place))
    }
    return (hashes, places)
  }

  /// Documents come in ascending order.
  private mutating func add(_ document: Int, _ bytes: UnsafeRawBufferPointer) {
    guard document < limit, document >= next else { return }
    begin(through: document)
    FacetRecord.scan(bytes) { field, value in
      let index = field.rawValue
      let ordinal = field == .date ? ordinal(ofDate: value) : value
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
      if field == .organisation {
        let counts = (0..<limit).map { column.starts[$0 + 1] - column.starts[$0] }
        builder.add(ColumnKey.of(field, .counts), counts)
        continue
      }
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
