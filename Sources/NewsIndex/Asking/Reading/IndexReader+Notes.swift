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
    let word = IndexTerms.foldedName(text)
    var best: (distance: Int, frequency: Int, word: String)?
    let limit = word.unicodeScalars.count < 5 ? 1 : 2
    for part in field.partPrefixes {
      for (term, frequency) in try unit.database.terms(prefix: part) {
        let candidate = String(term.dropFirst(part.count))
        let distance = Suggestion.distance(word, candidate, atMost: limit)
        guard distance <= limit else { continue }
        if let best, (best.distance, -best.frequency, best.word) <= (distance, -frequency, candidate) { continue }
        best = (distance, frequency, candidate)
      }
    }
    let who = field.name == "speaker" ? "nobody called \(text) speaks here" : "\(field.name):\(text) is nowhere here"
    guard let best else { return who }
    let count = try unit.total(.anyTerm(field.partPrefixes.map { $0 + best.word }))
    return "\(who); did you mean \(field.name):\(best.word) (\(count))?"
  }

  /// Words that no document has, each with the most frequent of those nearest to it.
  private func wordNotes(_ prepared: PreparedQuery) throws -> [String] {
    let unit = prepared.unit
    var notes: [String] = []
    for (text, forms) in prepared.lowering.plainWords where try forms.allSatisfy({ try unit.count(of: $0) == 0 }) {
      var best: (distance: Int, frequency: Int, word: String)?
      let limit = text.unicodeScalars.count < 5 ? 1 : 2
      for word in try unit.vocabulary().words(near: text, distance: limit) {
        let (distance, frequency) = (Suggestion.distance(text, word, atMost: limit), try unit.count(of: word))
        guard frequency > 0 else { continue }
        if let best, (best.distance, -best.frequency, best.word) <= (distance, -frequency, word) { continue }
        best = (distance, frequency, word)
      }
      let meant = best.map { "; did you mean \($0.word) (\($0.frequency))?" } ?? ""
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
