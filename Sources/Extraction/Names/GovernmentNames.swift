import IndexDefinition

/// The country that a place speaks for: Ukraine for "Kyiv", the United Kingdom for "Downing Street".
struct GovernmentNames: Sendable {
  private let metonyms: LexiconTable
  private let places: LexiconTable
  private let aliases: LexiconTable
  private let countries: LexiconTable

  init(definition: Definition) {
    metonyms = definition.table("metonyms")
    places = definition.table("place-names")
    aliases = definition.table("place-aliases")
    countries = definition.table("countries")
  }

  /// The English name of the country that a place is, or that it stands for; `nil` for any other place.
  func country(_ place: Range<Int>, in tokens: TokenTable) -> String? {
    tokens.withFolded(place) { key in
      if let row = metonyms.row(key) { return name(row["id"]) }
      for row in aliases.rows(key) + places.rows(key) where row["kind"] == "country" { return name(row["id"]) }
      return nil
    }
  }

  func isMetonym(_ place: Range<Int>, in tokens: TokenTable) -> Bool {
    tokens.withFolded(place) { metonyms.contains($0) }
  }

  private func name(_ id: String) -> String? {
    // A division stands for its country: `GB-LND`.
    let code = String(id.prefix { $0 != "-" })
    guard let name = countries.row(code)?["name"], !name.isEmpty else { return nil }
    return name
  }
}
