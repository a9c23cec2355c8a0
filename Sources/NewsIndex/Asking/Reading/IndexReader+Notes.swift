import QueryLanguage
import XapianStore

extension FacetResult {
  /// Fields that documents of this unit never have, and the unit to ask.
  public var notes: [String] {
    guard total > 0 else { return [] }
    return fields.compactMap { counts in
      switch (counts.field, unit) {
      case (.speaker, .segment), (.speaker, .article): "speakers are counted over statements: --unit statement"
      case (.kind, .article): "kinds are counted over segments and statements: --unit segment, --unit statement"
      default: nil
      }
    }
  }
}

/// What the user should know beside the answer.
extension IndexReader {
  private static let mostNames = 6

  func notes(_ prepared: PreparedQuery, _ query: IndexQuery, total: Int) throws -> [String] {
    var notes: [String] = []
    for name in prepared.lowering.ambiguousNames { notes.append(note(name)) }
    for (field, text) in prepared.lowering.unknownNames { notes.append(try note(unknown: text, field, prepared.unit)) }
    for id in prepared.lowering.absentRegions { notes.append("\(display(id, "region")) is nowhere here") }
    for (text, name, count) in prepared.lowering.bareNames {
      let often = count == 1 ? "once" : "\(count) times"
      notes.append("\(name) alone speaks \(often), which speaker:\"\(text)\" leaves out")
    }
    if total == 0 { notes += try wordNotes(prepared) }
    if total == 0, prepared.unit.unit != .article, query.unit == nil {
      if let note = try articleNote(prepared, query) { notes.append(note) }
    }
    return notes
  }

  private func note(_ name: Lowering.AmbiguousName) -> String {
    let listed = name.names.prefix(Self.mostNames).map { "\(display($0.name, name.field)) (\($0.count))" }
    let rest = name.names.count - listed.count
    let more = rest > 0 ? " and \(rest) more" : ""
    return "\(name.field):\(name.text) fits \(name.names.count) names: \(listed.joined(separator: ", "))\(more)"
  }

  private func display(_ name: String, _ field: String) -> String {
    guard field == "region", let region = units.regions.name(of: name) else { return name }
    return "\(region) [\(name)]"
  }

  private func note(unknown text: String, _ field: String, _ unit: OpenUnit) throws -> String {
    if field == "region" {
      let meant = units.regions.suggestion(for: text).map { "; did you mean region:\(Self.quoted($0))?" } ?? ""
      return "no region is called \(text)\(meant)"
    }
    guard let field = FieldTable.field(named: field), !field.partPrefixes.isEmpty else {
      return "\(field):\(text) is nowhere here"
    }
    let who = field.name == "speaker" ? "nobody called \(text) speaks here" : "\(field.name):\(text) is nowhere here"
    func meant(_ word: String) throws -> String {
      let count = try unit.total(.anyTerm(field.partPrefixes.map { $0 + word }))
      return count == 0 ? who : "\(who); did you mean \(field.name):\(word) (\(count))?"
    }
    let word = IndexTerms.foldedName(text)
    if let bare = units.identities.withoutTitle(word.split(separator: " ").map(String.init)), let last = bare.last {
      return try meant(last)
    }
    return try nearest(to: word, of: field, unit).map { try meant($0) } ?? who
  }

  /// The word of names that is most like another; of several the most frequent.
  private func nearest(to word: String, of field: IndexField, _ unit: OpenUnit) throws -> String? {
    var best = Nearest()
    let limit = word.unicodeScalars.count < 5 ? 1 : 2
    for part in field.partPrefixes {
      for (term, frequency) in try unit.database.terms(prefix: part) {
        let candidate = String(term.dropFirst(part.count))
        let distance = Suggestion.distance(word, candidate, atMost: limit)
        if distance <= limit { best.offer(candidate, distance, frequency) }
      }
    }
    return best.word
  }

  /// Words that no document has, each with the most frequent of those nearest to it.
  private func wordNotes(_ prepared: PreparedQuery) throws -> [String] {
    let unit = prepared.unit
    var notes: [String] = []
    for (text, forms) in prepared.lowering.plainWords where try forms.allSatisfy({ try unit.count(of: $0) == 0 }) {
      var best = Nearest()
      // Of two letters every other word is a neighbour.
      let length = text.unicodeScalars.count
      let limit = length < 3 ? 0 : length < 5 ? 1 : 2
      for word in try unit.vocabulary().words(near: text, distance: limit) {
        let frequency = try unit.count(of: word)
        if frequency > 0 { best.offer(word, Suggestion.distance(text, word, atMost: limit), frequency) }
      }
      let meant = best.word.map { "; did you mean \($0) (\(best.frequency))?" } ?? ""
      notes.append("\(text) stands nowhere here\(meant)")
    }
    return notes
  }

  private static func quoted(_ name: String) -> String { name.contains(" ") ? "\"\(name)\"" : name }

  /// Where no segment or statement matches, articles may: their words are spread over paragraphs.
  private func articleNote(_ prepared: PreparedQuery, _ query: IndexQuery) throws -> String? {
    if case .everything = prepared.tree { return nil }
    let articles = try prepare(prepared.tree, query, unit: .article, wantsNotes: false)
    let count = try articles.unit.total(articles.query)
    if count == 0 { return nil }
    let what = prepared.unit.unit == .segment ? "paragraph" : "statement"
    return "no single \(what) matches, but \(count) article\(count == 1 ? " does" : "s do"): --unit article"
  }
}

/// The word that is most like another; of several the most frequent, then the first in the order of letters.
private struct Nearest {
  private(set) var word: String?
  private(set) var frequency = 0
  private var distance = Int.max

  mutating func offer(_ word: String, _ distance: Int, _ frequency: Int) {
    if let best = self.word, (self.distance, -self.frequency, best) <= (distance, -frequency, word) { return }
    (self.word, self.distance, self.frequency) = (word, distance, frequency)
  }
}
