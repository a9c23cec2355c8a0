/// What the rest of an article says about where it plays, to tell places of one name apart.
///
/// Georgia is the country where Tbilisi, Georgians or the neighbours stand beside it, and the state where Atlanta or
/// other states do; Congo and Korea go with their capitals and the people named. Without any of it the name means
/// what it means most often.
struct PlaceEvidence {
  /// How often a country is meant beyond doubt: by its name, its people, a large city of it.
  private var countries: WordMap<Int> = [:]
  /// Of these, how often by one of its divisions or cities.
  private var inner: WordMap<Int> = [:]
  /// By its name or its people.
  private var named: WordMap<Void> = [:]
  /// By their own names.
  private var divisions: WordMap<Int> = [:]
  private let gazetteer: Gazetteer

  init(_ matches: some Sequence<PlaceMatch>, _ gazetteer: Gazetteer) {
    self.gazetteer = gazetteer
    var seen: WordMap<Void> = [:]
    for match in matches {
      guard let candidate = Self.certain(match) else { continue }
      let country = UInt32(candidate.country)
      countries[country, default: 0] += 1
      if candidate.kind == .country || candidate.kind == .demonym || candidate.kind == .metonym {
        named.insert(country)
        continue
      }
      // "Buenos Aires" alone shows nothing of the province around the capital.
      let isCapitalToo = match.candidates.contains { $0.isCapital && $0.idHash != candidate.idHash }
      if candidate.kind == .subdivision && !isCapitalToo || candidate.kind == .abbreviation {
        divisions[candidate.idHash, default: 0] += 1
      }
      let place = ByteHash.mix(country, candidate.idHash)
      guard !seen.contains(place) else { continue }
      seen.insert(place)
      inner[country, default: 0] += 1
    }
  }

  /// The one country that a match can mean, if there is one.
  private static func certain(_ match: PlaceMatch) -> PlaceCandidate? {
    guard let first = match.candidates.first(where: isLarge), first.country != 0, !first.needsContext,
      match.candidates.allSatisfy({ $0.country == first.country || !isLarge($0) })
    else { return nil }
    return match.candidates.first { $0.kind == .country } ?? first
  }

  private static func isLarge(_ candidate: PlaceCandidate) -> Bool {
    candidate.kind != .city || candidate.isLarge || candidate.population == 0
  }

  /// Whether a match has been taken as a mention of the country that it can only mean.
  static func isMention(_ match: PlaceMatch) -> Bool { certain(match) != nil }

  /// Whether a country is named, or two places in it.
  func isSpokenOf(_ country: UInt16) -> Bool {
    named.contains(UInt32(country)) || inner[UInt32(country)] ?? 0 > 1
  }

  func mentions(of country: UInt16) -> Int { countries[UInt32(country)] ?? 0 }

  /// Whether some country is meant, other than one.
  func names(otherThan country: UInt16) -> Bool { countries.keys.contains { $0 != UInt32(country) } }

  /// How often a division is named.
  func mentions(ofDivision idHash: UInt32) -> Int { divisions[idHash] ?? 0 }

  /// What stands around a match.
  struct Surroundings {
    /// The match behind a comma or "in", which can hold this one: Russia for Perm.
    var container: PlaceMatch?
    /// The match that this one can hold in the same way.
    var content: PlaceMatch?
    /// The text calls it a state.
    var isState = false
    /// The others of its sentence, for a name of two countries.
    var near: [PlaceMatch] = []
  }

  /// A country and the state of another one: Georgia.
  static func isOfTwoCountries(_ match: PlaceMatch) -> Bool {
    guard match.candidates.count > 1, let country = match.candidates.first(where: { $0.kind == .country }) else {
      return false
    }
    return match.candidates.contains { $0.kind == .subdivision && $0.country != country.country && $0.isWellKnown }
  }

  /// The likeliest of a match's candidates, and whether the text says so by a container behind it.
  func best(_ match: PlaceMatch, _ around: Surroundings) -> (PlaceCandidate, isContained: Bool)? {
    var best: (candidate: PlaceCandidate, score: Double, isContained: Bool)?
    let home = home(of: match)
    let isCountryToo = match.has(.country)
    let near = around.near.compactMap(Self.certain)
    for candidate in match.candidates where candidate.kind != .demonym && candidate.kind != .metonym {
      let contained = around.container.map { contains($0, candidate) } ?? false
      var score = prior(candidate) + support(candidate)
      if contained { score += 10 }
      if candidate.isSecond { score -= 0.1 }
      if candidate.kind == .city, candidate.country == home, candidate.isLarge { score += 1.5 }
      if let content = around.content, content.candidates.contains(where: { Self.contains(candidate, $0) }) {
        score += 3
      }
      if around.isState && candidate.kind == .subdivision { score += 10 }
      if candidate.kind == .subdivision, isCountryToo, isMeant(candidate, match) { score += 2 }
      if !near.isEmpty, near.allSatisfy({ speaks($0, of: candidate) }) { score += 6 }
      if score > best?.score ?? -1 { best = (candidate, score, contained) }
    }
    return best.map { ($0.candidate, $0.isContained) }
  }

  /// Whether a place of the same sentence is in a candidate or beside it: Atlanta or Alabama for the state of Georgia, Tbilisi
  /// or Armenia for the country.
  private func speaks(_ other: PlaceCandidate, of candidate: PlaceCandidate) -> Bool {
    if other.country == candidate.country { return candidate.kind == .country || other.kind != .country }
    return candidate.kind == .country && isNeighbour(other.country, of: candidate)
  }

  private func isNeighbour(_ country: UInt16, of candidate: PlaceCandidate) -> Bool {
    guard let row = gazetteer.countries.row(candidate.row.bytes(1)) else { return false }
    let codes = row.bytes(5)
    return stride(from: 0, to: codes.count - 1, by: 3).contains {
      UInt16(codes[$0]) << 8 | UInt16(codes[$0 + 1]) == country
    }
  }

  /// The division, not the country of its name: inside the name of a company ("Georgia Power Co"), or where the text
  /// speaks of the division's country and of nothing that is in the other one or beside it.
  private func isMeant(_ division: PlaceCandidate, _ match: PlaceMatch) -> Bool {
    guard division.isWellKnown,
      let country = match.candidates.first(where: { $0.kind == .country }), country.country != division.country,
      // Puerto Rico has a code of both kinds.
      !division.id.hasSuffix(country.id), mentions(of: country.country) == 0, neighbours(of: country) == 0
    else { return false }
    return match.isInBody || mentions(of: division.country) > 0
  }

  /// The country of a city that shares its name with larger ones, where the text speaks of that country most and not of
  /// those of the others: Córdoba in a report from Spain. The capital of a country is meant everywhere.
  private func home(of match: PlaceMatch) -> UInt16? {
    let cities = match.candidates.filter { $0.kind == .city && $0.isLarge }
    guard cities.count > 1, !cities.contains(where: \.isCapital) else { return nil }
    let named = cities.filter { mentions(of: $0.country) > 0 }
    guard let first = named.first, named.allSatisfy({ $0.country == first.country }) else { return nil }
    let own = mentions(of: first.country)
    return countries.keys.contains { mentions(of: UInt16(truncatingIfNeeded: $0)) > own } ? nil : first.country
  }

  private func contains(_ container: PlaceMatch, _ candidate: PlaceCandidate) -> Bool {
    container.candidates.contains { Self.contains($0, candidate) }
  }

  private static func contains(_ outer: PlaceCandidate, _ candidate: PlaceCandidate) -> Bool {
    switch outer.kind {
    case .country: return outer.country == candidate.country && candidate.kind != .country
    case .subdivision, .abbreviation, .city, .area:
      return outer.idHash == candidate.idHash && (candidate.kind == .city || candidate.kind == .area)
    default: return false
    }
  }

  /// How often a name means this when nothing else is known, on the scale of powers of ten of people.
  private func prior(_ candidate: PlaceCandidate) -> Double {
    switch candidate.kind {
    case .country, .continent: return 7
    case .area: return 6
    case .subdivision: return candidate.country == Self.unitedStates ? 5.5 : 4
    case .abbreviation: return 5
    case .demonym, .metonym: return 0
    case .city:
      guard candidate.population > 0 else { return 6.5 }
      var digits = 0.0
      var rest = Double(candidate.population)
      while rest >= 10 {
        rest /= 10
        digits += 1
      }
      return digits - 1 + rest / 10 + (candidate.isSeat ? 0.5 : 0)
    }
  }

  private func support(_ candidate: PlaceCandidate) -> Double {
    let count = candidate.kind == .country ? mentions(of: candidate.country) : inner[UInt32(candidate.country)] ?? 0
    var support = 1.5 * Double(min(2, count == 0 ? 0 : count < 3 ? 1 : 2))
    if candidate.kind == .country {
      support += 0.5 * Double(min(2, neighbours(of: candidate)))
    } else {
      support += mentions(of: candidate.country) > 0 ? 0.5 : 0
      support += 2 * Double(min(1, divisions[candidate.idHash] ?? 0))
    }
    return support
  }

  private func neighbours(of candidate: PlaceCandidate) -> Int {
    guard let row = gazetteer.countries.row(candidate.row.bytes(1)) else { return 0 }
    let codes = row.bytes(5)
    return stride(from: 0, to: codes.count - 1, by: 3).count {
      countries[UInt32(codes[$0]) << 8 | UInt32(codes[$0 + 1])] != nil
    }
  }

  private static let unitedStates = UInt16(UInt8(ascii: "U")) << 8 | UInt16(UInt8(ascii: "S"))
}
