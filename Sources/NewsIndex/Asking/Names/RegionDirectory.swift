import IndexDefinition
import QueryLanguage
import TextAnalysis

/// Regions by name, and names by region: the gazetteer of the definition, for asking.
final class RegionDirectory {
  private let countries: LexiconTable
  private let subdivisions: LexiconTable
  private let placeNames: LexiconTable
  private let aliases: LexiconTable
  private let cities: LexiconTable
  private let demonyms: LexiconTable
  /// Names of ids that no ISO code stands for, filled on first use.
  private var otherNames: [String: String]?

  init(_ definition: Definition) {
    countries = definition.table("countries")
    subdivisions = definition.table("subdivisions")
    placeNames = definition.table("place-names")
    aliases = definition.table("place-aliases")
    cities = definition.table("cities")
    demonyms = definition.table("demonyms")
  }

  static func isCountry(_ id: String) -> Bool { id.utf8.count == 2 }

  /// `Kherson` of `UA-65`; `nil` where the gazetteer lacks the id.
  func name(of id: String) -> String? {
    if let row = countries.row(id) ?? subdivisions.row(id) { return row["name"] }
    if otherNames == nil { otherNames = namesOfOtherIDs() }
    return otherNames?[id]
  }

  private func namesOfOtherIDs() -> [String: String] {
    var names: [String: String] = [:]
    for table in [placeNames, cities] {
      guard let column = table.column("id") else { continue }
      for row in table.rows where row.bytes(column).starts(with: "geonames:".utf8) && names[row[column]] == nil {
        names[row[column]] = row[0]
      }
    }
    return names
  }

  /// What a name or an id stands for; several where a name has several regions, none where it is not known.
  ///
  /// A city counts only where no country, division or area has the name, and then the largest: its id is that of its
  /// division, and a division should not be found for the sake of a small town in it.
  func ids(named text: String) -> [String] {
    let code = text.uppercased()
    if countries.contains(code) || subdivisions.contains(code) { return [code] }
    if text.lowercased().hasPrefix("geonames:") { return [text.lowercased()] }
    let key = Folding.fold(text).split(separator: " ").joined(separator: " ")
    var ids: [String] = []
    for row in placeNames.rows(key) + aliases.rows(key) { ids.appendNew(row["id"]) }
    if ids.isEmpty, let city = largestCity(key) { ids.append(city) }
    if ids.isEmpty, let row = demonyms.row(key) { ids.append(row["id"]) }
    return ids
  }

  private func largestCity(_ key: String) -> String? {
    let rows = cities.rows(key)
    guard let population = cities.column("population") else { return rows.first?["id"] }
    return rows.max { ($0.int(population) ?? 0) < ($1.int(population) ?? 0) }?["id"]
  }

  /// The known name nearest to an unknown one.
  func suggestion(for text: String) -> String? {
    let key = Folding.fold(text)
    for table in [placeNames, aliases, cities] {
      let names = table.rows.lazy.map(\.key).filter { abs($0.utf8.count - key.utf8.count) <= 2 }
      guard let nearest = Suggestion.nearest(to: key, in: Array(names)), let row = table.row(nearest) else { continue }
      return row[0]
    }
    return nil
  }
}

extension Array where Element: Equatable {
  mutating func appendNew(_ element: Element) {
    if !contains(element) { append(element) }
  }
}
