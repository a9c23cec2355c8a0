import ArticleModel
import QueryLanguage
import XapianStore

/// Fields but those of names.
extension Lowering {
  func field(_ name: FieldName, _ operand: QueryTree) throws -> LoweredPart {
    guard let field = FieldTable.field(named: name.name) else { return .nothing }
    switch field.syntax {
    case .words: return try field.name == "title" ? title(operand) : said(operand)
    case .name: return try boolean(operand) { try self.name(field, $0) }
    case .region: return try boolean(operand) { try region($0) }
    case .choice: return try leafText(operand).map { try kind($0) } ?? .nothing
    case .language: return try leafText(operand).map { try language($0) } ?? .nothing
    case .identifier: return try leafText(operand).map { try identifier(field, $0) } ?? .nothing
    case .date, .number: return .nothing
    }
  }

  private func leafText(_ tree: QueryTree) -> QueryText? {
    if case .word(let text, _) = tree { return text }
    return nil
  }

  // MARK: Words of a field

  private func said(_ tree: QueryTree) throws -> LoweredPart {
    switch tree {
    case .word(let text, let form): return try word(text, form, scopes: [.own])
    case .phrase(let text):
      return .weighing(.disjunction(try phraseParts(text, [.own]).map { try phrase($0) }))
    case .proximity: return try proximity(tree)
    default: return try boolean(tree) { try said($0) }
    }
  }

  private func title(_ tree: QueryTree) throws -> LoweredPart {
    if unit.unit == .article { return try titlePart(tree) }
    let lowering = Lowering(units, units.articles, settings)
    let query = try lowering.titlePart(tree).whole
    return .filter(try documents(of: units.articles, matching: query))
  }

  // MARK: Kinds and ids

  private func kind(_ text: QueryText) throws -> LoweredPart {
    if let kind = Statement.Kind(rawValue: text.text) {
      guard unit.unit == .statement else { throw wrongUnit(text, "a kind of statements", .statement) }
      return .filter(.term(IndexTerms.kind(kind)))
    }
    guard let kind = Segment.Kind(rawValue: text.text) else { return .nothing }
    switch unit.unit {
    case .segment: return .filter(.term(IndexTerms.kind(kind)))
    case .article:
      return .filter(try documents(of: units.segments, matching: .term(IndexTerms.kind(kind))))
    case .statement: throw wrongUnit(text, "a kind of segments", .segment)
    }
  }

  private func wrongUnit(_ text: QueryText, _ what: String, _ unit: IndexUnit) -> AskingError {
    fail(
      "wrong-unit", text, "\(text.text) is \(what), and this query is asked of \(self.unit.unit.databaseName)",
      hint: "--unit \(unit.rawValue)")
  }

  private func language(_ text: QueryText) throws -> LoweredPart {
    let term = IndexTerms.language(text.text)
    if settings.wantsNotes, try unit.count(of: term) == 0 { unknownNames.append(("lang", text.text)) }
    return .filter(.term(term))
  }

  private func identifier(_ field: IndexField, _ text: QueryText) throws -> LoweredPart {
    guard field.name == "id", let hash = text.text.lastIndex(of: "#") else {
      return .filter(try documents(ofArticle: text.text))
    }
    let article = String(text.text[..<hash])
    var number = text.text[text.text.index(after: hash)...]
    let isStatement = number.first == "q"
    if isStatement { number = number.dropFirst() }
    guard let number = Int(number), number > 0 else {
      throw fail("bad-id", text, "\(text.text) is no id", hint: "ARTICLE, ARTICLE#4 or ARTICLE#q1")
    }
    switch (unit.unit, isStatement) {
    case (.statement, true), (.segment, false):
      return .filter(.and([try documents(ofArticle: article), .term(IndexTerms.number(number))]))
    case (.article, _): return .filter(try documents(ofArticle: article))
    case (.statement, false): throw wrongUnit(text, "the id of a segment", .segment)
    case (.segment, true): throw wrongUnit(text, "the id of a statement", .statement)
    }
  }

  private func documents(ofArticle id: String) throws -> StoreQuery {
    if unit.unit == .article { return .term(IndexTerms.article(id)) }
    let pointers = IndexTerms.pointers(toArticle: StableHash.of(id))
    return .anyTerm(try unit.database.terms(prefix: pointers).map(\.term))
  }

  // MARK: Presence, dates, numbers

  func presence(_ name: FieldName, _ isPresent: Bool) throws -> LoweredPart {
    guard let field = FieldTable.field(named: name.name) else { return .nothing }
    if case .date(let family) = field.syntax {
      return LoweredPart(query: try unit.dated(family), weighs: false, isNegated: !isPresent)
    }
    guard let term = field.noneTerm else { return .nothing }
    return LoweredPart(query: .term(term), weighs: false, isNegated: isPresent)
  }

  func date(_ name: FieldName, _ condition: DateCondition) throws -> LoweredPart {
    guard let field = FieldTable.field(named: name.name), case .date(let asked) = field.syntax else { return .nothing }
    let families = asked.families(in: unit.unit)
    let years = try families.flatMap { try unit.years($0) }
    guard let firstYear = years.min(), let lastYear = years.max(),
      let earliest = CalendarDay(year: max(1, firstYear), month: 1, day: 1),
      let latest = CalendarDay(year: min(9999, lastYear), month: 12, day: 31)
    else { return .nothing }
    // Clamped to the years that there are, so that an open end asks for no more terms than the index has.
    let (first, last) = (max(condition.first ?? earliest, earliest), min(condition.last ?? latest, latest))
    let queries = families.map { StoreQuery.anyTerm(DateTerms.asking(from: first, through: last, $0)) }
    if queries.count == 1 { return .filter(queries[0]) }
    // The day that the text says goes before the one on which it was printed.
    let said = try unit.dated(families[0])
    return .filter(said == .none ? queries[1] : .or([queries[0], .andNot(queries[1], said)]))
  }

  func number(_ name: FieldName, _ comparison: Comparison, _ value: Double) throws -> LoweredPart {
    guard let slot = FieldTable.field(named: name.name)?.slot?.rawValue else { return .nothing }
    let byte = ConfidenceValue.byte(value)
    switch comparison {
    case .atLeast: return .filter(.valueAtLeast(slot: slot, [byte]))
    case .atMost: return .filter(.valueAtMost(slot: slot, [byte]))
    case .equal: return .filter(.valueRange(slot: slot, [byte], [byte]))
    case .above: return byte == .max ? .nothing : .filter(.valueAtLeast(slot: slot, [byte + 1]))
    case .below: return byte == 0 ? .nothing : .filter(.valueAtMost(slot: slot, [byte - 1]))
    }
  }
}
