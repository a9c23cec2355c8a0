/// A field of the query that the table knows, and where it was typed.
struct KnownField {
  var name: String
  var syntax: QueryField.Syntax
  var example: String
  var knowsNone: Bool
  var place: FieldName
}

/// Fields and their values.
extension QueryParser {
  /// The field whose name ends before `colon`, with its value.
  mutating func fieldOperand(_ colon: Int) -> QueryTree? {
    let start = scanner.offset
    let name = scanner.text(start, colon)
    guard let field = field(named: name, start, colon) else {
      reportUnknownField(name, start, colon)
      skipValue(behind: colon)
      return nil
    }
    scanner.offset = colon + 1
    guard let first = scanner.current, !first.isSpace, first != ")" else {
      report(
        "missing-value", start, colon + 1, "\(name): lacks a value",
        hint: scanner.current?.isSpace == true ? "no space behind the colon: \(field.example)" : field.example)
      return nil
    }
    if first == "-" {
      report(
        "minus-in-value", scanner.offset, scanner.offset + 1, "the - stands before the field",
        hint: "-\(scanner.text(start, colon + 1))\(scanner.text(colon + 2, scanner.endOfRun()))")
      scanner.offset = scanner.endOfRun()
      return nil
    }
    return fieldValue(field)
  }

  private mutating func fieldValue(_ field: KnownField) -> QueryTree? {
    let tree: QueryTree?
    switch scanner.current {
    case "("?: tree = group(of: field)
    case let first? where !field.syntax.isOfWords: tree = first.isQuote ? quotedValue(of: field) : value(of: field)
    case let first? where first.isQuote: tree = phrase(of: field)
    default: tree = presence(of: field) ?? wordValue(of: field)
    }
    guard let tree else { return nil }
    return field.syntax.isOfWords ? Self.bound(tree, to: field.place) : tree
  }

  /// The field around all of a group of words; around the parts of one that also asks for presence.
  private static func bound(_ tree: QueryTree, to place: FieldName) -> QueryTree {
    if !tree.holdsPresence { return .field(place, tree) }
    switch tree {
    case .and(let trees): return .and(trees.map { bound($0, to: place) })
    case .or(let trees): return .or(trees.map { bound($0, to: place) })
    case .not(let tree): return .not(bound(tree, to: place))
    default: return tree
    }
  }

  private mutating func wordValue(of field: KnownField) -> QueryTree? {
    if let colon = scanner.endOfFieldName(), self.field(named: scanner.text(scanner.offset, colon), 0, 0) != nil {
      reportNestedField(colon)
      return nil
    }
    return word(of: field)
  }

  mutating func presence(of field: KnownField) -> QueryTree? {
    guard field.knowsNone else { return nil }
    let end = scanner.endOfRun()
    switch scanner.text(scanner.offset, end).lowercased() {
    case "none", "unknown":
      scanner.offset = end
      return .presence(field.place, isPresent: false)
    case "any":
      scanner.offset = end
      return .presence(field.place, isPresent: true)
    default: return nil
    }
  }

  // MARK: Values with a grammar of their own

  private mutating func quotedValue(of field: KnownField) -> QueryTree? {
    let start = scanner.offset
    guard let text = quotation() else { return nil }
    return value(QueryText(text, column: start + 1, length: scanner.offset - start), of: field)
  }

  mutating func value(of field: KnownField) -> QueryTree? {
    if scanner.current?.isQuote == true { return quotedValue(of: field) }
    if let tree = presence(of: field) { return tree }
    let start = scanner.offset
    let end = field.syntax == .identifier ? scanner.endOfIdentifier() : scanner.endOfRun()
    scanner.offset = max(end, start + 1)
    return value(piece(start, scanner.offset), of: field)
  }

  private mutating func value(_ text: QueryText, of field: KnownField) -> QueryTree? {
    switch field.syntax {
    case .date: return date(text, of: field)
    case .number: return number(text, of: field)
    case .choice(let words): return choice(text, of: field, words)
    case .language: return language(text, of: field)
    case .identifier: return .field(field.place, .word(text, .exact))
    case .name, .words, .region: return nil
    }
  }

  private mutating func choice(_ text: QueryText, of field: KnownField, _ words: [String]) -> QueryTree? {
    let value = text.text.lowercased()
    guard words.contains(value) else {
      let meant = Suggestion.nearest(to: value, in: words).map { "did you mean \(field.name):\($0)?" }
      report(text, "unknown-value", "\(field.name): is one of \(words.joined(separator: ", "))", hint: meant)
      return nil
    }
    return .field(field.place, .word(QueryText(value, column: text.column, length: text.length), .exact))
  }

  private mutating func language(_ text: QueryText, of field: KnownField) -> QueryTree? {
    let primary = text.text.prefix { $0 != "-" && $0 != "_" }
    guard (2...3).contains(primary.unicodeScalars.count),
      primary.unicodeScalars.allSatisfy({ $0.isASCII && $0.isLetter })
    else {
      report(text, "unknown-value", "\(field.name): takes the letters of ISO 639", hint: field.example)
      return nil
    }
    let value = QueryText(text.text.lowercased(), column: text.column, length: text.length)
    return .field(field.place, .word(value, .exact))
  }

  private mutating func number(_ text: QueryText, of field: KnownField) -> QueryTree? {
    let comparison = Comparison.allCases.first { text.text.hasPrefix($0.rawValue) }
    let digits = text.text.dropFirst(comparison?.rawValue.count ?? 0)
    let isPlain = digits.unicodeScalars.allSatisfy { $0.isDigit || $0 == "." }
    guard isPlain, let value = Double(digits), (0...1).contains(value) else {
      report(text, "bad-number", "\(field.name): takes a number from 0 to 1", hint: field.example)
      return nil
    }
    return .number(field.place, comparison ?? .equal, value)
  }

  private mutating func date(_ text: QueryText, of field: KnownField) -> QueryTree? {
    switch DateGrammar(now: now, field: field.name).read(text.text) {
    case .success(let condition): return .date(field.place, condition)
    case .failure(let problem):
      report(text, problem.code, problem.message, hint: problem.hint)
      return nil
    }
  }

  private mutating func report(_ text: QueryText, _ code: String, _ message: String, hint: String?) {
    report(code, text.column - 1, text.column - 1 + text.length, message, hint: hint)
  }

  // MARK: Names

  private func field(named name: String, _ start: Int, _ end: Int) -> KnownField? {
    let name = name.lowercased()
    guard let field = fields.first(where: { $0.name == name || $0.aliases.contains(name) }) else { return nil }
    return KnownField(
      name: field.name, syntax: field.syntax, example: field.example, knowsNone: field.knowsNone,
      place: FieldName(field.name, column: start + 1, length: end - start))
  }

  mutating func reportNestedField(_ colon: Int) {
    let start = scanner.offset
    report(
      "nested-field", start, colon + 1, "a field can't stand inside another one",
      hint: "write them side by side: speaker:putin said:nato")
    scanner.offset = colon
    skipValue(behind: colon)
  }

  private mutating func reportUnknownField(_ name: String, _ start: Int, _ colon: Int) {
    let names = fields.flatMap { [$0.name] + $0.aliases }
    let hint: String
    if let nearest = Suggestion.nearest(to: name.lowercased(), in: names) {
      hint = "did you mean \(nearest):?"
    } else {
      hint = "fields: \(fields.map(\.name).joined(separator: ", ")); to search for the words put them in quotes"
    }
    report("unknown-field", start, colon, "no field is called \(name)", hint: hint)
  }

  /// Passes over the value of a field that can't be used.
  private mutating func skipValue(behind colon: Int) {
    scanner.offset = colon + 1
    if scanner.current?.isQuote == true { _ = scanner.quotation() } else { scanner.offset = scanner.endOfRun() }
  }
}

extension QueryTree {
  fileprivate var holdsPresence: Bool {
    switch self {
    case .presence: return true
    case .and(let trees), .or(let trees): return trees.contains(where: \.holdsPresence)
    case .not(let tree): return tree.holdsPresence
    default: return false
    }
  }
}
