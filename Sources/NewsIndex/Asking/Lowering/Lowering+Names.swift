import QueryLanguage
import XapianStore

/// Names of speakers, of what is spoken about, of publishers; regions.
extension Lowering {
  /// One operand of a field of names.
  func name(_ field: IndexField, _ tree: QueryTree) throws -> LoweredPart {
    switch tree {
    case .word(let text, let form): return .filter(.anyTerm(try terms(text) { try nameTerms(field, $0, form) }))
    case .phrase(let text): return .filter(.anyTerm(try terms(text) { try fullNames(field, $0) }))
    default: return .nothing
    }
  }

  /// The terms of a name, and of the way in which it is written without umlauts, where it has some and that finds more.
  private func terms(_ text: QueryText, _ find: (QueryText) throws -> [String]) throws -> [String] {
    guard let spelled = Self.withoutUmlauts(text.text) else { return try find(text) }
    let (unknown, noted) = (unknownNames.count, ambiguousNames.count)
    let terms = try find(text)
    let more = try find(QueryText(spelled, column: text.column, length: text.length))
    // One of the two is enough, and only what was typed is spoken of.
    if unknownNames.count < unknown + 2 { unknownNames.removeSubrange(unknown...) }
    if unknownNames.count > unknown + 1 { unknownNames.removeSubrange((unknown + 1)...) }
    if ambiguousNames.count > noted + 1 { ambiguousNames.removeSubrange((noted + 1)...) }
    return terms + more.filter { !terms.contains($0) }
  }

  /// `Poehl` for `Pöhl`, as agencies write it.
  private static func withoutUmlauts(_ name: String) -> String? {
    var (spelled, isChanged) = ("", false)
    for scalar in name.unicodeScalars {
      switch scalar.properties.lowercaseMapping {
      case "ä", "æ": spelled += "ae"
      case "ö", "ø": spelled += "oe"
      case "ü": spelled += "ue"
      case "å": spelled += "aa"
      default:
        spelled.unicodeScalars.append(scalar)
        continue
      }
      isChanged = true
    }
    return isChanged ? spelled : nil
  }

  private func nameTerms(_ field: IndexField, _ text: QueryText, _ form: WordForm) throws -> [String] {
    let words = WordCut(text.text).words
    guard !field.partPrefixes.isEmpty, words.count == 1 else { return try fullNames(field, text) }
    switch form {
    case .stem, .exact:
      let terms = field.partPrefixes.map { $0 + words[0] } + identityTerms(field, words)
      try noteNames(field, text, words, terms)
      return terms
    case .prefix:
      let limit = WordExpansion.mostWords + 1
      return try parts(field, text, "*") { part in
        try unit.database.terms(prefix: part + words[0], limit: limit).map(\.term)
      }
    case .fuzzy(let distance):
      return try parts(field, text, "~\(distance)") { part in
        try unit.database.terms(prefix: part).map(\.term).filter {
          Suggestion.distance(words[0], String($0.dropFirst(part.count)), atMost: distance) <= distance
        }
      }
    }
  }

  /// The terms of words of names that are found under each prefix of a field, as long as they are not too many words.
  private func parts(
    _ field: IndexField, _ text: QueryText, _ sign: String, _ terms: (String) throws -> [String]
  ) throws -> [String] {
    var (found, words): ([String], Set<String>) = ([], [])
    for part in field.partPrefixes {
      let more = try terms(part)
      found += more
      words.formUnion(more.map { String($0.dropFirst(part.count)) })
    }
    _ = try checked(words.sorted(), text, sign)
    return found
  }

  /// Names that hold all the words behind one another, and whatever else their identities are called.
  private func fullNames(_ field: IndexField, _ text: QueryText) throws -> [String] {
    guard let facet = field.facet else { return [] }
    let words = WordCut(text.text).words
    if words.isEmpty { throw fail("no-word", text, "\(text.text) holds no name") }
    if words.count == 1, !field.partPrefixes.isEmpty {
      let terms = field.partPrefixes.map { $0 + words[0] } + identityTerms(field, words)
      try noteNames(field, text, words, terms)
      return terms
    }
    let directory = try unit.names(facet)
    var known = directory.names(holding: words).map(\.folded)
    guard known.count <= WordExpansion.mostWords else {
      throw fail("too-many-words", text, "\(text.text) stands in more than \(WordExpansion.mostWords) names")
    }
    // "president reagan" where articles call him Reagan; but "general motors" is a name as it stands.
    if facet != .publisher, !known.contains(words.joined(separator: " ")),
      let bare = units.identities.withoutTitle(words)
    {
      known += (bare.count == 1 ? directory.names(equalTo: bare) : directory.names(holding: bare)).map(\.folded)
      known += units.identities.names(holding: bare)
    }
    var terms = known.flatMap { name in field.prefixes.map { IndexTerms.bounded($0, name) } }
    for term in identityTerms(field, words) where !terms.contains(term) { terms.append(term) }
    try noteNames(field, text, words, terms)
    try noteBareName(field, text, words, terms)
    return terms
  }

  /// Articles that say nothing but "Reagan" are not found by "ronald reagan": that is said, since it may be most of them.
  private func noteBareName(_ field: IndexField, _ text: QueryText, _ words: [String], _ terms: [String]) throws {
    guard field.facet == .speaker, settings.wantsNotes, let prefix = field.prefix, let last = words.last else { return }
    let term = IndexTerms.bounded(prefix, last)
    guard !terms.contains(term) else { return }
    let count = try unit.count(of: term)
    guard count > 0, let name = try unit.names(.speaker).names(equalTo: [last]).first else { return }
    bareNames.append((text.text, name.written, count))
  }

  /// Publishers have no identities: a paper is not a person.
  private func identityTerms(_ field: IndexField, _ words: [String]) -> [String] {
    guard field.facet != .publisher else { return [] }
    return units.identities.names(holding: words).flatMap { name in
      field.prefixes.map { IndexTerms.bounded($0, name) }
    }
  }

  /// Remembers a name that nobody has, and one that several have.
  private func noteNames(_ field: IndexField, _ text: QueryText, _ words: [String], _ terms: [String]) throws {
    var count = 0
    for term in terms { count += try unit.count(of: term) }
    if count == 0 { unknownNames.append((field.name, text.text)) }
    guard field.facet == .speaker, settings.wantsNotes else { return }
    let names = try people(named: words, field)
    if names.count > 1 {
      ambiguousNames.append(AmbiguousName(field: field.name, text: text.text, names: names))
    }
    if terms.count > 1 { note(text, "", to: names.map(\.name)) }
  }

  /// The people that a name fits, with how many documents have each, the most frequent first.
  private func people(named words: [String], _ field: IndexField) throws -> [(name: String, count: Int)] {
    guard let prefix = field.prefix, let facet = field.facet else { return [] }
    var counts: [String: Int] = [:]
    let directory = try unit.names(facet)
    var known: Set<String> = []
    for name in directory.names(holding: words) + directory.names(equalTo: units.identities.names(holding: words)) {
      guard known.insert(name.folded).inserted else { continue }
      let canonical = units.identities.canonical(of: name.written) ?? name.written
      counts[canonical, default: 0] += try unit.count(of: IndexTerms.bounded(prefix, name.folded))
    }
    return counts.filter { $0.value > 0 }.map { (name: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
  }

  // MARK: Regions

  func region(_ tree: QueryTree) throws -> LoweredPart {
    let text: QueryText
    switch tree {
    case .word(let word, .stem), .word(let word, .exact): text = word
    case .phrase(let phrase): text = phrase
    case .word(let word, _):
      throw fail("bad-region", word, "region: takes a name or an id", hint: "region:kherson, region:UA-65")
    default: return .nothing
    }
    let ids = units.regions.ids(named: text.text)
    if ids.isEmpty { unknownNames.append(("region", text.text)) }
    if ids.count > 1 {
      let names = try ids.map { id in
        (name: id, count: try unit.count(of: IndexTerms.region(id)))
      }
      ambiguousNames.append(AmbiguousName(field: "region", text: text.text, names: names))
    }
    if !ids.isEmpty { note(text, "", to: ids) }
    let terms = ids.map(IndexTerms.region)
    if settings.wantsNotes, !ids.isEmpty, try terms.allSatisfy({ try unit.count(of: $0) == 0 }) {
      absentRegions += ids
    }
    return .filter(.anyTerm(terms))
  }
}
