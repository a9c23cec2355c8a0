/// Operators: or, and, not, nearness, brackets.
extension QueryParser {
  enum Operator: Equatable {
    case and, or, not
    case proximity(distance: Int, isOrdered: Bool)
  }

  mutating func query() -> QueryTree {
    var parts: [QueryTree] = []
    while true {
      if let tree = alternatives(of: nil) { parts.append(tree) }
      guard scanner.current == ")" else { break }
      report("unbalanced-bracket", scanner.offset, scanner.offset + 1, "no ( stands before this )")
      scanner.offset += 1
    }
    return Self.join(parts) { .and($0) } ?? .everything
  }

  /// `nil` where nothing stands before the end or a closing bracket.
  mutating func alternatives(of field: KnownField?) -> QueryTree? {
    var trees: [QueryTree] = []
    var open: Range<Int>?
    while true {
      scanner.skipSpaces()
      let start = scanner.offset
      let tree = all(of: field)
      if let tree { trees.append(tree) }
      let next = peekOperator()
      let isMissing = scanner.offset == start
      if isMissing, let open {
        reportMissingOperand(open)
      } else if isMissing, let next, next.kind == .or {
        reportMissingOperand(next.start..<next.end)
      }
      guard let next, next.kind == .or else { break }
      open = isMissing ? nil : next.start..<next.end
      scanner.offset = next.end
    }
    return Self.join(trees) { .or($0) }
  }

  /// Operands beside one another, or with `and` between them.
  private mutating func all(of field: KnownField?) -> QueryTree? {
    var items: [(tree: QueryTree, isDemanded: Bool)] = []
    var open: Range<Int>?
    while true {
      scanner.skipSpaces()
      if let next = peekOperator(), next.kind == .and {
        if items.isEmpty || open != nil { reportMissingOperand(next.start..<next.end) }
        if !items.isEmpty { items[items.count - 1].isDemanded = true }
        open = next.start..<next.end
        scanner.offset = next.end
        continue
      }
      guard startsOperand() else { break }
      if let tree = negation(of: field) { items.append((tree, open != nil)) }
      open = nil
    }
    if let open { reportMissingOperand(open) }
    return conjunction(items, of: field)
  }

  private func conjunction(_ items: [(tree: QueryTree, isDemanded: Bool)], of field: KnownField?) -> QueryTree? {
    let all = items.map(\.tree)
    guard options.matchesAny, depth == 0, field == nil else { return Self.join(all) { .and($0) } }
    let optional = items.filter { !$0.isDemanded && $0.tree.isOfWords }.map(\.tree)
    let demanded = items.filter { $0.isDemanded || !$0.tree.isOfWords }.map(\.tree)
    let any = Self.join(optional) { .or($0) }
    return Self.join((any.map { [$0] } ?? []) + demanded) { .and($0) }
  }

  private mutating func reportMissingOperand(_ range: Range<Int>) {
    let word = scanner.text(range.lowerBound, range.upperBound)
    report(
      "missing-operand", range.lowerBound, range.upperBound, "\(word) needs a word on both sides",
      hint: "to search for the word itself put it in quotes: \"\(word)\"")
  }

  /// Whether an operand, or what must be one, stands at the cursor.
  private func startsOperand() -> Bool {
    guard let current = scanner.current, current != ")" else { return false }
    switch peekOperator()?.kind {
    case nil, .not?, .proximity?: return true
    case .and?, .or?: return false
    }
  }

  // MARK: Negation

  private mutating func negation(of field: KnownField?) -> QueryTree? {
    scanner.skipSpaces()
    let start = scanner.offset
    if let next = peekOperator(), next.kind == .not {
      scanner.offset = next.end
      return negated(start..<next.end, of: field)
    }
    guard scanner.current == "-" else { return nearness(of: field) }
    scanner.offset += 1
    if scanner.current == "-" {
      while scanner.current == "-" { scanner.offset += 1 }
      report("double-minus", start, scanner.offset, "one - excludes what follows", hint: "-word")
      return nil
    }
    return negated(start..<start + 1, of: field)
  }

  private mutating func negated(_ sign: Range<Int>, of field: KnownField?) -> QueryTree? {
    let isMinus = scanner.scalars[sign.lowerBound] == "-"
    if !isMinus { scanner.skipSpaces() }
    let isLone = scanner.current?.isSpace ?? true
    guard !isLone, startsOperand() else {
      let word = scanner.text(sign.lowerBound, sign.upperBound)
      report(
        "missing-operand", sign.lowerBound, sign.upperBound, "nothing stands behind \(word) that it could exclude",
        hint: isMinus
          ? "write it without a space: -word" : "to search for the word itself put it in quotes: \"\(word)\"")
      return nil
    }
    return nested(at: sign.lowerBound) { $0.negation(of: field) }.map { .not($0) }
  }

  // MARK: Nearness

  private mutating func nearness(of field: KnownField?) -> QueryTree? {
    let start = scanner.offset
    guard peekOperator() == nil else {
      reportLoneProximity()
      return nil
    }
    var left = operand(of: field)
    var leftRange = start..<scanner.offset
    while true {
      let before = scanner.offset
      scanner.skipSpaces()
      guard let next = peekOperator(), case .proximity(let distance, let isOrdered) = next.kind else {
        scanner.offset = before
        return left
      }
      scanner.offset = next.end
      scanner.skipSpaces()
      let rightStart = scanner.offset
      guard startsOperand(), peekOperator() == nil else {
        reportMissingOperand(next.start..<next.end)
        return left
      }
      let right = operand(of: field)
      let proximity = Proximity(
        distance: distance, isOrdered: isOrdered, column: next.start + 1, length: next.end - next.start)
      checkProximity(next.start..<next.end, field, [(left, leftRange), (right, rightStart..<scanner.offset)])
      if let first = left, let right { left = .proximity(proximity, first, right) }
      leftRange = start..<scanner.offset
    }
  }

  private mutating func reportLoneProximity() {
    guard let next = peekOperator() else { return }
    reportMissingOperand(next.start..<next.end)
    scanner.offset = next.end
  }

  private mutating func checkProximity(
    _ sign: Range<Int>, _ field: KnownField?, _ operands: [(tree: QueryTree?, range: Range<Int>)]
  ) {
    if let field, field.syntax != .words {
      report(
        "proximity-in-field", sign.lowerBound, sign.upperBound, "\(field.name): takes no nearness",
        hint: "nearness is for words: said:(missile near/5 strike)")
      return
    }
    for (tree, range) in operands {
      guard let tree, !tree.hasPlace else { continue }
      report(
        "proximity-operand", range.lowerBound, range.upperBound,
        "only words, phrases, nearness and groups with or between them can stand near something",
        hint: hint(behindOperand: tree))
    }
  }

  private func hint(behindOperand tree: QueryTree) -> String {
    switch tree {
    case .field(let name, _) where fields.first(where: { $0.name == name.name })?.syntax == .words:
      return "write the nearness inside: \(name.name):(a near/5 b)"
    case .field, .presence, .date, .number: return "a field goes beside the nearness: speaker:a (b near/5 c)"
    default: return "repeat the nearness for each: a near/5 c and b near/5 c"
    }
  }

  // MARK: Recognising operators

  /// The operator at the cursor. A bare `near` is a word.
  func peekOperator() -> (kind: Operator, start: Int, end: Int)? {
    guard let first = scanner.current, first.isASCII, first.isLetter else { return nil }
    let (start, end) = (scanner.offset, scanner.endOfRun())
    guard end - start <= 12 else { return nil }
    let run = scanner.text(start, end).lowercased()
    switch run {
    case "and": return (.and, start, end)
    case "or": return (.or, start, end)
    case "not": return (.not, start, end)
    default: break
    }
    guard let slash = run.firstIndex(of: "/") else { return nil }
    let isOrdered: Bool
    switch run[..<slash] {
    case "near", "w": isOrdered = false
    case "adj", "pre": isOrdered = true
    default: return nil
    }
    let digits = run[run.index(after: slash)...]
    guard !digits.isEmpty, digits.unicodeScalars.allSatisfy(\.isDigit), let distance = Int(digits),
      Self.distances.contains(distance)
    else { return nil }
    return (.proximity(distance: distance, isOrdered: isOrdered), start, end)
  }

  /// Below the gap that the index leaves where a statement is interrupted, so that nothing is near across it.
  static let distances = 1...99
}

extension QueryTree {
  /// Made of words alone: what `--match any` may leave out.
  var isOfWords: Bool {
    switch self {
    case .word, .phrase, .proximity: return true
    case .and(let trees), .or(let trees): return trees.allSatisfy(\.isOfWords)
    case .everything, .field, .presence, .date, .number, .not: return false
    }
  }

  /// Has places in a text, so that something can be near it.
  public var hasPlace: Bool {
    switch self {
    case .word, .phrase, .proximity: return true
    case .or(let trees): return trees.allSatisfy(\.hasPlace)
    case .everything, .field, .presence, .date, .number, .and, .not: return false
    }
  }
}
