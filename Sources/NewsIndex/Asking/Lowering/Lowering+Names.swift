import QueryLanguage
import XapianStore

/// Names of speakers, of what is spoken about, of publishers; regions.
extension Lowering {
  /// The names that an operand finds.
  private struct FoundNames {
    /// Any of them must stand.
    var terms: [String] = []
    /// Folded words that stand behind one another in them, and folded names that are found for another reason.
    var words: [[String]] = []
    var others: [String] = []

    mutating func add(_ more: FoundNames) {
      for term in more.terms { terms.appendNew(term) }
      words += more.words
      others += more.others
    }
  }

  /// One operand of a field of names.
  func name(_ field: IndexField, _ tree: QueryTree) throws -> LoweredPart {
    let (text, form): (QueryText, WordForm)
    switch tree {
    case .word(let word, let wordForm): (text, form) = (word, wordForm)
    case .phrase(let phrase): (text, form) = (phrase, .exact)
    default: return .nothing
    }
    var found = FoundNames()
    for spelling in [text.text] + Umlauts.spelledOut(text.text) {
      found.add(try names(field, text, form, WordCut(spelling).words))
    }
    if form == .stem || form == .exact { try note(found, of: field, text) }
    return .filter(.anyTerm(found.terms))
  }

  private func names(
    _ field: IndexField, _ text: QueryText, _ form: WordForm, _ words: [String]
  ) throws -> FoundNames {
    if words.isEmpty { throw fail("no-word", text, "\(text.text) holds no name") }
    guard !field.partPrefixes.isEmpty, words.count == 1 else { return try fullNames(field, text, words) }
    switch form {
    case .stem, .exact:
      return FoundNames(terms: field.partPrefixes.map { $0 + words[0] } + identityTerms(field, words), words: [words])
    case .prefix:
      let limit = WordExpansion.mostWords + 1
      let terms = try parts(field, text, "*") { part in
        try unit.database.terms(prefix: part + words[0], limit: limit).map(\.term)
      }
      return FoundNames(terms: terms)
    case .fuzzy(let distance):
      let terms = try parts(field, text, "~\(distance)") { part in
        try unit.database.terms(prefix: part).map(\.term).filter {
          Suggestion.distance(words[0], String($0.dropFirst(part.count)), atMost: distance) <= distance
        }
      }
      return FoundNames(terms: terms)
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
  private func fullNames(_ field: IndexField, _ text: QueryText, _ words: [String]) throws -> FoundNames {
    guard let facet = field.facet else { return FoundNames() }
    let directory = try unit.names(facet)
    let known = directory.names(holding: words).map(\.folded)
    guard known.count <= WordExpansion.mostWords else {
      throw fail("too-many-words", text, "\(text.text) stands in more than \(WordExpansion.mostWords) names")
    }
    var found = FoundNames(words: [words])
    // "president reagan" where articles call him Reagan; but "general motors" is a name as it stands.
    if facet != .publisher, !known.contains(words.joined(separator: " ")),
      let bare = units.identities.withoutTitle(words)
    {
      found.others = (bare.count == 1 ? directory.names(equalTo: bare) : directory.names(holding: bare)).map(\.folded)
      found.others += units.identities.names(holding: bare)
    }
    found.terms = (known + found.others).flatMap { name in field.prefixes.map { IndexTerms.bounded($0, name) } }
    for term in identityTerms(field, words) { found.terms.appendNew(term) }
    return found
  }

  /// Publishers have no identities: a paper is not a person.
  private func identityTerms(_ field: IndexField, _ words: [String]) -> [String] {
    guard field.facet != .publisher else { return [] }
    return units.identities.names(holding: words).flatMap { name in
      field.prefixes.map { IndexTerms.bounded($0, name) }
    }
  }

  // MARK: Notes

  /// Remembers a name that nobody has, one that several have, and one that stands without its first name elsewhere.
  private func note(_ found: FoundNames, of field: IndexField, _ text: QueryText) throws {
    var count = 0
    for term in found.terms { count += try unit.count(of: term) }
    if count == 0 { unknownNames.append((field.name, text.text)) }
    guard field.facet == .speaker, settings.wantsNotes else { return }
    let names = try people(found, field)
    if names.count > 1 {
      ambiguousNames.append(AmbiguousName(field: field.name, text: text.text, names: names))
    }
    if found.terms.count > 1 { note(text, "", to: names.map(\.name)) }
    if let words = found.words.first, words.count > 1, let last = words.last {
      try noteBareName(last, field, text, found.terms)
    }
  }

  /// Articles that say nothing but "Reagan" are not found by "ronald reagan": that is said, since it may be most of them.
  private func noteBareName(_ name: String, _ field: IndexField, _ text: QueryText, _ terms: [String]) throws {
    guard let prefix = field.prefix else { return }
    let term = IndexTerms.bounded(prefix, name)
    guard !terms.contains(term) else { return }
    let count = try unit.count(of: term)
    guard count > 0, let bare = try unit.names(.speaker).names(equalTo: [name]).first else { return }
    bareNames.append((text.text, bare.written, count))
  }

  /// The people whom names fit, with how many documents have each, the most frequent first.
  private func people(_ found: FoundNames, _ field: IndexField) throws -> [(name: String, count: Int)] {
    guard let prefix = field.prefix, let facet = field.facet else { return [] }
    var counts: [String: Int] = [:]
    let directory = try unit.names(facet)
    var known: Set<String> = []
    let folded = found.others + found.words.flatMap { units.identities.names(holding: $0) }
    for name in found.words.flatMap({ directory.names(holding: $0) }) + directory.names(equalTo: folded) {
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
