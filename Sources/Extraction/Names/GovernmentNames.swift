import IndexDefinition

/// The country that a place speaks for: Ukraine for "Kyiv", the United Kingdom for "Downing Street".
struct GovernmentNames: Sendable {
  private let metonyms: LexiconTable
  private let places: LexiconTable
  private let aliases: LexiconTable
  private let countries: LexiconTable
  private let demonyms: LexiconTable
  private let divisions: LexiconTable
  private let metonymId: Int
  private let demonymId: Int
  private let countryName: Int
  private let divisionName: Int
  private let aliasColumns: (id: Int, kind: Int)
  private let placeColumns: (id: Int, kind: Int)

  init(definition: Definition) {
    metonyms = definition.table("metonyms")
    places = definition.table("place-names")
    aliases = definition.table("place-aliases")
    countries = definition.table("countries")
    demonyms = definition.table("demonyms")
    divisions = definition.table("subdivisions")
    metonymId = metonyms.column("id") ?? -1
    demonymId = demonyms.column("id") ?? -1
    countryName = countries.column("name") ?? -1
    divisionName = divisions.column("name") ?? -1
    aliasColumns = (aliases.column("id") ?? -1, aliases.column("kind") ?? -1)
    placeColumns = (places.column("id") ?? -1, places.column("kind") ?? -1)
  }

  /// The English name of the country that a place is, or that it stands for; `nil` for any other place.
  func country(_ place: Range<Int>, in tokens: TokenTable) -> String? {
    tokens.withFolded(place) { key in
      if let row = metonyms.row(key) { return name(row[metonymId]) }
      return country(aliases.row(key), aliasColumns) ?? country(places.row(key), placeColumns)
    }
  }

  /// Of the first of some rows of one key that is a country's; `nil` where it has no name.
  private func country(_ first: LexiconRow?, _ columns: (id: Int, kind: Int)) -> String? {
    var next = first
    while let row = next {
      if row.bytes(columns.kind).elementsEqual("country".utf8) { return name(row[columns.id]) }
      next = row.next
    }
    return nil
  }

  /// The country of a word for its people: the United Kingdom for "Scot".
  func country(ofPeople token: Int, in tokens: TokenTable) -> String? {
    tokens.withFolded(token..<token + 1) { demonyms.row($0) }.flatMap { name($0[demonymId]) }
  }

  func isMetonym(_ place: Range<Int>, in tokens: TokenTable) -> Bool {
    tokens.withFolded(place) { metonyms.contains($0) }
  }

  /// The country, or the division of one, whose government a noun in small letters is: "South Korea's government",
  /// "the Belarusian government", "the government of Belarus", "the Scottish government". A ministry is a body of its own.
  ///
  /// - Parameter noun: The head of the mention.
  func country(ofGovernment noun: Int, in mention: Range<Int>, _ tokens: TokenTable) -> String? {
    guard tokens.shapes[noun] == .lower, tokens.hashes[noun] == Self.government else { return nil }
    if noun + 2 < mention.upperBound, tokens.hashes[noun + 1] == Self.of {
      let first = Pronouns.articles.contains(tokens.hashes[noun + 2]) ? noun + 3 : noun + 2
      if let name = longest(from: first, before: mention.upperBound, { country($0, in: tokens) }) { return name }
    }
    for first in mention.lowerBound..<noun where tokens.shapes[first].isCapitalised {
      if let name = longest(from: first, before: noun, { owner($0, in: tokens) }) { return name }
    }
    return nil
  }

  /// "government", "ministry": a noun that stands for a country beside its name.
  func isGovernment(_ noun: Int, _ tokens: TokenTable) -> Bool { Self.governments.contains(tokens.hashes[noun]) }

  private func longest(from first: Int, before limit: Int, _ name: (Range<Int>) -> String?) -> String? {
    guard first < limit else { return nil }
    for end in (first + 1...min(limit, first + 4)).reversed() {
      if let name = name(first..<end) { return name }
    }
    return nil
  }

  /// The country of an adjective, or of a name with the mark of a possessive behind it.
  private func owner(_ words: Range<Int>, in tokens: TokenTable) -> String? {
    if let row = tokens.withFolded(words, { demonyms.row($0) }) {
      return division(row[demonymId]) ?? name(row[demonymId])
    }
    guard words.upperBound < tokens.count, Pronouns.possessives.contains(tokens.hashes[words.upperBound]) else {
      return nil
    }
    return country(words, in: tokens)
  }

  /// "the Scottish government": that of the division, not of the country that it lies in.
  private func division(_ id: String) -> String? {
    guard id.utf8.contains(UInt8(ascii: "-")), let name = divisions.row(id)?[divisionName], !name.isEmpty else {
      return nil
    }
    return name
  }

  private static let governments = Pronouns.words("government ministry")
  private static var government: UInt32 { ByteHash.of("government") }
  private static var of: UInt32 { ByteHash.of("of") }

  private func name(_ id: String) -> String? {
    // A division stands for its country: `GB-LND`.
    let code = String(id.prefix { $0 != "-" })
    guard let name = countries.row(code)?[countryName], !name.isEmpty else { return nil }
    return name
  }
}
