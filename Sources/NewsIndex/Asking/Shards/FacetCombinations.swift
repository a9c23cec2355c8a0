import XapianStore

/// The facet values of hits as servers count them: each record that occurs in a shard, and how many hits have it.
///
/// Xapian's own observer counts whole values of a slot, so a hit with two regions is counted under the pair; taken apart
/// here, by the shard's dictionary, that gives the exact count of each region. Names of several shards are summed by
/// name.
struct FacetCombinations {
  struct Combination {
    var shard: Int
    var record: [UInt8]
    var count: Int
  }

  /// The hits, those without a record included.
  private(set) var total = 0
  private(set) var combinations: [Combination] = []
  private let dictionaries: ShardDictionaries

  /// Of all that a query matches: one enquiry a shard, all at the same time.
  init(of query: StoreQuery, in unit: OpenUnit) throws {
    dictionaries = unit.dictionaries
    let query = try unit.counting(query)
    let shards = Carried(handle: unit.shards)
    let results = try SideBySide.map(unit.shards.count) { number in
      Result { () throws(StoreError) in try Self.counts(of: query, in: shards.handle[number]) }
    }
    for (number, result) in results.enumerated() {
      let counts = try result.get()
      total += counts.total
      combinations += counts.counts.map { Combination(shard: number, record: $0.value, count: $0.count) }
    }
  }

  private static func counts(
    of query: StoreQuery, in shard: StoreDatabase
  ) throws(StoreError) -> StoreValueCounts {
    var search = StoreSearch(query, limit: 0)
    search.weighting = .boolean
    search.spies = [.valueCounts(slot: ValueSlot.facets.rawValue)]
    return try shard.search(search).valueCounts.first ?? StoreValueCounts(total: 0, counts: [])
  }

  /// Of some hits that came with their records.
  init(of hits: [StoreHit], in unit: OpenUnit) {
    dictionaries = unit.dictionaries
    total = hits.count
    combinations = hits.map { hit in
      Combination(shard: (Int(hit.document) - 1) % unit.shards.count, record: hit.collapseKey, count: 1)
    }
  }

  /// The counts of a field by the groups of a grouping, which is made of the values that occur.
  func tally(
    _ key: FacetGrouping.Key, _ identities: Identities, _ regions: RegionDirectory
  ) throws -> (tally: FacetCounter.Tally, grouping: FacetGrouping) {
    var known = KnownValues()
    let ordinals = try combinations.map { combination in
      try values(of: key.field, combination).map { known.ordinal($0) }
    }
    let source = ColumnSource(known.builder(key.field))
    let columns = FacetColumns([source], names: [source], identities)
    let grouping = try columns.grouping(key.field, key.level, regions)
    let groups = grouping.groups[0]
    var tally = FacetCounter.Tally(grouping.count)
    tally.unknown = total
    tally.ordinals = [Array(repeating: 0, count: known.count)]
    for (combination, own) in zip(combinations, ordinals) {
      let counted = Set(own.map { groups[$0] }).subtracting([FacetGrouping.none])
      for ordinal in Set(own) { tally.ordinals[0][ordinal] += combination.count }
      for group in counted { tally.counts[Int(group)] += combination.count }
      if !counted.isEmpty { tally.unknown -= combination.count }
    }
    return (tally, grouping)
  }

  private enum Value: Hashable {
    case name(String)
    case date(UInt32)
  }

  private func values(of field: FacetField, _ combination: Combination) throws -> [Value] {
    var numbers: [UInt32] = []
    _ = combination.record.withUnsafeBytes { bytes in
      FacetRecord.scan(bytes) { if $0 == field { numbers.append($1) } }
    }
    guard field.hasDictionary else { return numbers.map { .date($0) } }
    return try numbers.compactMap { try dictionaries.name($0, of: field, in: combination.shard).map { .name($0) } }
  }

  /// Gives the values that occur numbers of one column.
  private struct KnownValues {
    private var ordinals: [Value: Int] = [:]
    private var names: [String] = []
    private var dates: [UInt32] = []

    var count: Int { ordinals.count }

    mutating func ordinal(_ value: Value) -> Int {
      if let known = ordinals[value] { return known }
      let ordinal = ordinals.count
      ordinals[value] = ordinal
      switch value {
      case .name(let name): names.append(name)
      case .date(let date): dates.append(date)
      }
      return ordinal
    }

    func builder(_ field: FacetField) -> ColumnImage.Builder {
      var builder = ColumnImage.Builder()
      builder.add(names: names, of: field)
      if !dates.isEmpty { builder.add(ColumnKey.of(.date, .dates), dates) }
      return builder
    }
  }
}

/// The dictionaries of the shards' facets, which their articles have, of which only the chunks are fetched that are asked for.
final class ShardDictionaries {
  private struct Place: Hashable {
    var shard: Int
    var field: FacetField
    var chunk: Int
  }

  private let shards: [StoreDatabase]
  private var chunks: [Place: [String]] = [:]

  init(_ shards: [StoreDatabase]) {
    self.shards = shards
  }

  /// `nil` for a number that the dictionary lacks.
  func name(_ number: UInt32, of field: FacetField, in shard: Int) throws -> String? {
    let place = Place(shard: shard, field: field.dictionary, chunk: Int(number) / OrdinalChunk.size)
    let names = try chunks[place] ?? fetch(place)
    let index = Int(number) % OrdinalChunk.size
    return index < names.count ? names[index] : nil
  }

  private func fetch(_ place: Place) throws -> [String] {
    let names = try OrdinalChunk.decode(try shards[place.shard].metadata(OrdinalChunk.key(place.field, place.chunk)))
    chunks[place] = names
    return names
  }
}
