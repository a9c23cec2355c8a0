import ArticleModel
import IndexDefinition

/// The places of an article, in reading order.
struct FoundRegions: Sendable {
  /// Names of places.
  var places: [RegionMention] = []
  /// Words that speak of a place without being its name: `Ukrainian`, `the Kremlin`.
  var allusions: [RegionAllusion] = []
}

/// Finds the places that a text names, and which of those with the same name it means.
///
/// Names are looked up in the tables, the longest first; the words around them and the rest of the article decide
/// whether they are places (Lincoln in "in Lincoln", not in "Mr. Lincoln") and where. A name that is also a word or a
/// person's counts only where the text shows a place, there or elsewhere in the article.
struct RegionFinder: Sendable {
  private let gazetteer: Gazetteer
  private let scanner: PlaceScanner
  private let context: PlaceContext

  init(definition: Definition) {
    gazetteer = Gazetteer(definition: definition)
    scanner = PlaceScanner(definition, gazetteer)
    context = PlaceContext(words: PlaceWords(definition))
  }

  /// - Parameters:
  ///   - people: The tokens of the names of people, without overlap; what lies inside one is no place, nor is a surname
  ///     of theirs.
  ///   - organisations: The tokens of the names of organisations, without overlap; what lies inside a longer one is no
  ///     place, except for a country: the Bank of Russia is Russian, Boston University may be in Boston.
  func regions(
    in tokens: TokenTable, people: [Range<Int>] = [], organisations: [Range<Int>] = []
  ) -> FoundRegions {
    var all = scanner.matches(in: tokens)
    all.removeAll { !tokens.paragraph($0.tokens.lowerBound).isRead }
    let people = people.sorted { $0.lowerBound < $1.lowerBound }
    let organisations = organisations.sorted { $0.lowerBound < $1.lowerBound }
    let surnames = surnames(tokens, all, people)
    let bodies = bodies(tokens, organisations)
    var matches: [Judged] = []
    matches.reserveCapacity(all.count)
    for var match in all where longer(than: match, in: people) == nil {
      let body = longer(than: match, in: organisations)
      match.isInBody = body != nil
      if let body, !match.isName || context.words.isCompany(body, tokens) { continue }
      let verdict = context.verdict(match, tokens, surnames: surnames, bodies: bodies)
      if verdict != .refused { matches.append(Judged(match: match, verdict: verdict)) }
    }
    let evidence = PlaceEvidence(matches.lazy.filter { $0.verdict != .doubted }.map(\.match), gazetteer)
    return decide(matches, evidence, tokens)
  }

  /// A match that may be a place. No tuple, whose copies in arrays go through the library's general code.
  private struct Judged {
    var match: PlaceMatch
    var verdict: PlaceContext.Verdict
  }

  /// Bodies of one word that a list knows, and the first words of companies: "Norvik" of "Norvik Aviation Inc".
  private func bodies(_ tokens: TokenTable, _ organisations: [Range<Int>]) -> WordMap<Void> {
    var bodies: WordMap<Void> = [:]
    for name in organisations {
      let isBody =
        name.count == 1
        ? context.words.isOrganisation(name.lowerBound, tokens) : context.words.isLegalForm(name.upperBound - 1, tokens)
      guard isBody else { continue }
      bodies.insert(tokens.hashes[name.lowerBound])
    }
    return bodies
  }

  /// The longer one of some names, which ascend without overlap, that overlaps a match.
  private func longer(than match: PlaceMatch, in names: [Range<Int>]) -> Range<Int>? {
    var (low, high) = (0, names.count)
    while low < high {
      let middle = (low + high) / 2
      if names[middle].upperBound <= match.tokens.lowerBound { low = middle + 1 } else { high = middle }
    }
    while low < names.count, names[low].lowerBound < match.tokens.upperBound {
      if names[low].count > match.tokens.count { return names[low] }
      low += 1
    }
    return nil
  }

  /// Words that stand behind a first name or a title somewhere in the article.
  private func surnames(_ tokens: TokenTable, _ matches: [PlaceMatch], _ people: [Range<Int>]) -> WordMap<Void> {
    var surnames: WordMap<Void> = [:]
    for name in people where name.count > 1 { surnames.insert(tokens.hashes[name.upperBound - 1]) }
    for match in matches where match.tokens.count == 1 && !match.isAllusion {
      let token = match.tokens.lowerBound
      guard token > 0, tokens.sentenceOf[token - 1] == tokens.sentenceOf[token],
        tokens.shapes[token - 1].isCapitalised
      else { continue }
      let isTitled =
        match.isName ? context.words.isHonorific(token - 1, tokens) : context.words.isTitle(token - 1, tokens)
      if isTitled || context.words.isFirstName(token - 1, tokens) {
        surnames.insert(tokens.hashes[token])
      }
    }
    return surnames
  }

  private func decide(
    _ matches: [Judged], _ evidence: PlaceEvidence, _ tokens: TokenTable
  ) -> FoundRegions {
    var found = FoundRegions()
    var chosen: [(index: Int, candidate: PlaceCandidate, isShown: Bool, isSure: Bool)] = []
    chosen.reserveCapacity(matches.count)
    found.places.reserveCapacity(matches.count)
    var shown: WordMap<Void> = [:]
    // Apart: a match in a variable is a copy.
    let places = matches.map(\.match.tokens)
    for index in matches.indices {
      let (match, verdict) = (matches[index].match, matches[index].verdict)
      if let allusion = allusion(match, tokens) {
        if !context.isLanguage(match, tokens) {
          found.allusions.append(RegionAllusion(span: match.part ?? tokens.span(match.tokens), id: allusion.id))
        }
        continue
      }
      let container =
        index + 1 < matches.count && isContainer(places[index + 1], of: places[index], tokens)
        ? matches[index + 1].match : nil
      let content =
        index > 0 && isContainer(places[index], of: places[index - 1], tokens) ? matches[index - 1].match : nil
      let around = PlaceEvidence.Surroundings(
        container: container, content: content, isState: context.isState(match, tokens),
        near: PlaceEvidence.isOfTwoCountries(match) ? sentence(around: index, matches, tokens) : [])
      let best = evidence.best(match, around)
      guard let (candidate, isContained) = best else { continue }
      if !isContained, verdict == .doubted { continue }
      if !isContained, let container, let outer = container.candidates.first, isElsewhere(candidate, container) {
        chosen.append((index, outer, true, true))
        continue
      }
      let isNext =
        chosen.last.map {
          $0.isShown && isListed(places[index], behind: places[$0.index], tokens)
        } ?? false
      let isShown = verdict == .shown || isContained || isNext
      if isShown { shown.insert(nameHash(match, tokens)) }
      chosen.append((index, candidate, isShown, isContained || isNext))
    }
    var isTaken = chosen.map { item in
      let match = matches[item.index].match
      return item.isShown || accepts(match, item.candidate, evidence, tokens) || shown.contains(nameHash(match, tokens))
    }
    takeListed(chosen.map { (matches[$0.index].match, $0.candidate) }, &isTaken, tokens)
    var names: StrayNames?
    for (place, (index, candidate, isShown, isSure)) in chosen.enumerated() where isTaken[place] {
      let match = matches[index].match
      if isShown, candidate.isSmall, evidence.mentions(of: candidate.country) == 0 { continue }
      if !isSure, candidate.isUnknownAbroad, evidence.names(otherThan: candidate.country) {
        names = names ?? StrayNames(matches.lazy.map(\.match), context, tokens)
        if names?.isStray(match, candidate, evidence, context, tokens) ?? false { continue }
      }
      append(match, candidate, to: &found.places, tokens)
    }
    return found
  }

  /// "Kimberley, British Columbia", where the tables know a Kimberley in South Africa only, "Princeton, Ind.": somewhere in
  /// what stands behind it. A large city may stand beside a division in a list.
  private func isElsewhere(_ city: PlaceCandidate, _ container: PlaceMatch) -> Bool {
    guard city.kind == .city, city.population > 0 else { return false }
    return container.candidates.allSatisfy { outer in
      guard outer.isWellKnown, outer.kind == .abbreviation || outer.kind == .subdivision && !city.isCapital else {
        return false
      }
      return outer.country != city.country || city.population < 100_000
    }
  }

  /// The demonym or metonym where a match is one. `Somali` is a demonym unless it says "Somali region".
  private func allusion(_ match: PlaceMatch, _ tokens: TokenTable) -> PlaceCandidate? {
    if match.isAllusion { return match.candidates.first }
    guard !match.isName, let demonym = match.candidates.first(where: { $0.kind == .demonym }) else { return nil }
    let end = match.tokens.upperBound
    return end < tokens.count && context.words.isDivisionNoun(end, tokens) ? nil : demonym
  }

  /// `in Sidon and Tyre`, `in Sidon, Tyre`
  private func isListed(_ match: Range<Int>, behind other: Range<Int>, _ tokens: TokenTable) -> Bool {
    let (end, first) = (other.upperBound, match.lowerBound)
    guard first > end, first - end <= 2, tokens.sentenceOf[end] == tokens.sentenceOf[first] else { return false }
    return (end..<first).allSatisfy { tokens.isCharacter($0, ",") || Self.conjunctions.contains(tokens.hashes[$0]) }
  }

  /// "Austin, Denver and Miami were hit": of cities that are listed with one that counts, those that may be a person's
  /// first name count too.
  private func takeListed(
    _ places: [(match: PlaceMatch, candidate: PlaceCandidate)], _ isTaken: inout [Bool], _ tokens: TokenTable
  ) {
    guard places.count > 1, isTaken.contains(false) else { return }
    func take(_ index: Int, beside other: Int) {
      guard !isTaken[index], isTaken[other], canBeListed(places[index].candidate),
        places[other].candidate.kind == .city || places[other].candidate.kind == .subdivision,
        isListed(
          places[max(index, other)].match.tokens, behind: places[min(index, other)].match.tokens, tokens),
        !context.words.canBeFirstName(places[other].match.tokens.lowerBound, tokens)
          || places[other].match.tokens.count > 1
      else { return }
      isTaken[index] = true
    }
    for index in places.indices.dropFirst() { take(index, beside: index - 1) }
    for index in places.indices.dropLast().reversed() { take(index, beside: index + 1) }
  }

  private func canBeListed(_ candidate: PlaceCandidate) -> Bool {
    !candidate.needsContext
      && (candidate.kind == .city && (candidate.population == 0 || candidate.isLarge) || candidate.kind == .subdivision)
  }

  /// What else the sentence of a match names.
  private func sentence(around index: Int, _ matches: [Judged], _ tokens: TokenTable) -> [PlaceMatch] {
    let sentence = tokens.sentenceOf[matches[index].match.tokens.lowerBound]
    func isInside(_ other: Int) -> Bool { tokens.sentenceOf[matches[other].match.tokens.lowerBound] == sentence }
    return
      (matches[..<index].indices.reversed().prefix(while: isInside)
      + matches.indices[(index + 1)...].prefix(while: isInside)).map { matches[$0].match }
  }

  private func nameHash(_ match: PlaceMatch, _ tokens: TokenTable) -> UInt32 { match.nameHash(tokens) }

  /// Whether a place counts although nothing around it shows one.
  private func accepts(
    _ match: PlaceMatch, _ candidate: PlaceCandidate, _ evidence: PlaceEvidence, _ tokens: TokenTable
  ) -> Bool {
    if candidate.needsContext { return false }
    let first = match.tokens.lowerBound
    let isSingle = match.tokens.count == 1
    if isSingle, context.words.isWord(first, tokens) { return false }
    switch candidate.kind {
    case .country, .continent, .area, .abbreviation: return true
    case .subdivision:
      return candidate.isWellKnown || evidence.mentions(of: candidate.country) > 0
    case .city:
      if isSingle, candidate.population > 0, context.words.canBeFirstName(first, tokens) {
        let isLarge = candidate.population >= 1_000_000 && candidate.isSeat
        if isLarge || candidate.isLarge && evidence.mentions(ofDivision: candidate.idHash) > 0 { return true }
        return candidate.population >= Self.known && evidence.isSpokenOf(candidate.country)
          && !context.words.isFirstName(first, tokens) && !context.isPersonal(match, tokens)
      }
      if candidate.population == 0 || candidate.population >= 500_000 { return true }
      return candidate.population >= 100_000 && evidence.mentions(of: candidate.country) > 0
    case .demonym, .metonym: return false
    }
  }

  /// `Perm, Russia`, `Perm in Russia`, `Perm (Russia)`, `Perm, in eastern Russia`.
  private func isContainer(_ outer: Range<Int>, of inner: Range<Int>, _ tokens: TokenTable) -> Bool {
    let (between, end) = (inner.upperBound, outer.lowerBound)
    guard end > between, end - between <= 3, tokens.paragraphOf[end] == tokens.paragraphOf[between] else {
      return false
    }
    if end - between == 1 {
      return tokens.isCharacter(between, ",") || tokens.isCharacter(between, "(")
        || tokens.hashes[between] == Self.in
    }
    let isDirected = context.words.isDirection(end - 1, tokens)
    guard isDirected || tokens.hashes[end - 1] == Self.in else { return false }
    return (between..<(isDirected ? end - 1 : end)).allSatisfy {
      tokens.hashes[$0] == Self.in || tokens.isCharacter($0, ",")
    }
  }

  /// How many people a city has that is meant by its name, where this is a rare first name and the text speaks of the
  /// country.
  private static let known = 300_000

  private func append(
    _ match: PlaceMatch, _ candidate: PlaceCandidate, to mentions: inout [RegionMention], _ tokens: TokenTable
  ) {
    guard let region = gazetteer.region(of: candidate) else { return }
    mentions.append(RegionMention(span: match.part ?? tokens.span(match.tokens), region: region))
  }

  private static var `in`: UInt32 { ByteHash.of("in") }
  private static var conjunctions: FewWords { FewWords("and", "or") }
}

extension Gazetteer {
  /// Without a search where the row has it all.
  func region(of candidate: PlaceCandidate) -> Region? {
    let (id, country) = (candidate.row.bytes(1), candidate.row.bytes(2))
    guard country.count == 2, Self.isCity(id) else { return region(id: candidate.id) }
    return Region(
      id: candidate.id, name: String(decoding: candidate.row.bytes(0), as: UTF8.self),
      country: String(decoding: country, as: UTF8.self))
  }

  /// By the mark that the ids of cities begin with, and no other: `geonames:`.
  private static func isCity(_ id: UnsafeBufferPointer<UInt8>) -> Bool {
    id.count > 9 && id[8] == UInt8(ascii: ":") && id[..<8].elementsEqual("geonames".utf8)
  }
}

extension PlaceCandidate {
  /// A town that is known only because the table goes so far down.
  var isSmall: Bool { kind == .city && population > 0 && population < 100_000 && !isSeat }

  /// Divisions that English news names without their country.
  var isWellKnown: Bool {
    Self.wellKnown.contains(country)
  }

  private static let wellKnown = Set(
    ["US", "CA", "GB", "AU", "DE", "IN", "IT", "FR", "ES", "UA"].map { code in
      code.utf8.reduce(UInt16(0)) { $0 << 8 | UInt16($1) }
    })
}
