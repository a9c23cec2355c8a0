import ArticleModel
import IndexDefinition
import TextAnalysis

/// The places that the index knows: by id for a display, by name for a query.
///
/// A region's name is that of its id, so that one id has one name everywhere: London has the id and the name of
/// England, because ISO 3166-2 divides no further.
public struct Gazetteer: Sendable {
  let countries: LexiconTable
  let subdivisions: LexiconTable
  let names: LexiconTable
  let aliases: LexiconTable
  let cities: LexiconTable
  let demonyms: LexiconTable
  let metonyms: LexiconTable

  public init(definition: Definition) {
    countries = definition.table("countries")
    subdivisions = definition.table("subdivisions")
    names = definition.table("place-names")
    aliases = definition.table("place-aliases")
    cities = definition.table("cities")
    demonyms = definition.table("demonyms")
    metonyms = definition.table("metonyms")
  }

  /// `nil` for an id that no table has.
  public func region(id: String) -> Region? {
    if let row = countries.row(id) { return Region(id: id, name: row[1], country: id.utf8.count == 2 ? id : "") }
    if let row = subdivisions.row(id) {
      return Region(id: id, name: row[1], country: String(decoding: id.utf8.prefix(2), as: UTF8.self))
    }
    guard id.hasPrefix("geonames:") else { return nil }
    // Few ids of cities are asked for, so a walk over the table is cheaper than a second index in it.
    return cities.rows.first { $0[1] == id }.map { Region(id: id, name: $0[0], country: $0[2]) }
  }

  /// The regions that a name can mean, the likeliest first, each id once; empty for an unknown name.
  ///
  /// Understands ids (`UA-65`), names, aliases, former names and cities, in any case and without diacritics.
  public func regions(named name: String) -> [Region] {
    if let region = region(id: name.uppercased()) ?? region(id: name) { return [region] }
    let key = Folding.fold(name)
    var found = [aliases, names].flatMap { $0.rows(key) }.filter { $0[2] != "abbreviation" }.map { $0[1] }
    found += metonyms.rows(key).filter { $0[2] != "capital" }.map { $0[1] }
    let sized = cities.rows(key).map { (id: $0[1], population: $0.int(3) ?? 0) }
    found += sized.sorted { ($0.population, $1.id) > ($1.population, $0.id) }.map(\.id)
    var seen: Set<String> = []
    return found.filter { seen.insert($0).inserted }.compactMap { region(id: $0) }
  }
}
