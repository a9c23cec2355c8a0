extension QueryTree: CustomStringConvertible {
  /// An expression in brackets: `(and ceasefire (speaker (phrase "vladimir putin")) (not nato))`.
  public var description: String {
    switch self {
    case .everything: return "(everything)"
    case .word(let text, let form): return Self.word(text.text, form)
    case .phrase(let text): return "(phrase \(Self.quoted(text.text)))"
    case .proximity(let proximity, let left, let right):
      return "(\(proximity.isOrdered ? "adj" : "near") \(proximity.distance) \(left) \(right))"
    case .field(let field, let operand): return "(\(field.name) \(operand))"
    case .presence(let field, let isPresent): return "(\(field.name) \(isPresent ? "(any)" : "(none)"))"
    case .date(let field, let condition): return "(\(field.name) \(condition))"
    case .number(let field, let comparison, let value): return "(\(field.name) \(comparison.rawValue) \(value))"
    case .and(let operands): return Self.list("and", operands)
    case .or(let operands): return Self.list("or", operands)
    case .not(let operand): return "(not \(operand))"
    }
  }

  private static func list(_ name: String, _ operands: [QueryTree]) -> String {
    "(\(([name] + operands.map(\.description)).joined(separator: " ")))"
  }

  private static func word(_ text: String, _ form: WordForm) -> String {
    let signs = "\"()\\=*~".unicodeScalars
    let isPlain = !text.isEmpty && text.unicodeScalars.allSatisfy { !signs.contains($0) && $0 > " " }
    let word = isPlain ? text : quoted(text)
    switch form {
    case .stem: return word
    case .exact: return "=\(word)"
    case .prefix: return "\(word)*"
    case .fuzzy(let distance): return "\(word)~\(distance)"
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }
}

extension DateCondition: CustomStringConvertible {
  /// `2024-11-01..2024-12-31`; one day alone as itself.
  public var description: String {
    if let first, first == last { return first.description }
    return "\(first.map(\.description) ?? "")..\(last.map(\.description) ?? "")"
  }
}
