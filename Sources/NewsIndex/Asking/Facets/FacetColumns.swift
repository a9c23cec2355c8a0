/// The facet values of all documents by document number: what counting needs, without touching a document.
///
/// Each index that is asked keeps its own columns and its own ordinals; a `FacetGrouping` makes them one.
final class FacetColumns {
  /// One field of one index.
  struct Column {
    /// Empty where no document has more than one value.
    let starts: NumberColumn
    let ordinals: NumberColumn
    /// Of organisations: how many of the names of a document, which `starts` and `ordinals` tell, are such. Empty of the
    /// other fields.
    let counts: NumberColumn
    /// Of dates: the `FacetDate` number of each ordinal.
    let dates: NumberColumn
    /// Of the other fields.
    let names: NameList
    var valueCount: Int { max(names.count, dates.count) }

    fileprivate init(_ field: FacetField, _ source: ColumnSource, names: ColumnSource) throws {
      counts = try source.numbers(ColumnKey.of(field, .counts))
      let field = counts.isEmpty ? field : field.dictionary
      starts = try source.numbers(ColumnKey.of(field, .starts))
      ordinals = try source.numbers(ColumnKey.of(field, .ordinals))
      dates = try source.numbers(ColumnKey.of(field, .dates))
      self.names = try NameList(field, names)
    }
  }

  private let sources: [ColumnSource]
  private let names: [ColumnSource]
  private let identities: Identities
  private var columns: [FacetField: [Column]] = [:]
  private var groupings: [FacetGrouping.Key: FacetGrouping] = [:]
  private var talliesOfAll: [FacetGrouping.Key: FacetCounter.Tally] = [:]

  /// - Parameters:
  ///   - sources: Of the unit, by shard.
  ///   - names: Of the articles, by shard: they have the names of all units.
  init(_ sources: [ColumnSource], names: [ColumnSource], _ identities: Identities) {
    (self.sources, self.names, self.identities) = (sources, names, identities)
  }

  /// The columns of a field, one for each index.
  func columns(_ field: FacetField) throws -> [Column] {
    if let known = columns[field] { return known }
    let made = try zip(sources, names).map { try Column(field, $0, names: $1) }
    columns[field] = made
    return made
  }

  /// Which ordinals count as one value, made on first use.
  func grouping(_ field: FacetField, _ level: FacetLevel?, _ regions: RegionDirectory) throws -> FacetGrouping {
    let key = FacetGrouping.Key(field: field, level: level)
    if let grouping = groupings[key] { return grouping }
    let grouping = FacetGrouping(key, try columns(field), identities, regions)
    groupings[key] = grouping
    return grouping
  }

  func tally(_ documents: [UInt32], _ field: FacetField, _ grouping: FacetGrouping) throws -> FacetCounter.Tally {
    FacetCounter.tally(documents, try columns(field), grouping)
  }

  /// The same over every document that counts, remembered: it is asked first, and again and again.
  func tallyOfAll(
    _ documents: [UInt32], _ key: FacetGrouping.Key, _ grouping: FacetGrouping
  ) throws -> FacetCounter.Tally {
    if let tally = talliesOfAll[key] { return tally }
    let tally = try tally(documents, key.field, grouping)
    talliesOfAll[key] = tally
    return tally
  }
}
