/// Pairs the quotation marks of one paragraph after another.
///
/// Marks that say by their form whether they open or close are believed, unless their place contradicts it: an opening
/// mark behind a word closes ("51 percent.“"). Straight marks and double apostrophes go by the space around them, and
/// where that does not tell, by turns. A run that nobody closes ends with the paragraph. A mark that opens inside a
/// quotation opens a nested one if two marks close behind it; a straight one otherwise ends the first quotation, a
/// curly one counts as a slip. Single marks make quotations where no double ones stand, as British papers print them.
struct QuotationAutomaton {
  /// How a mark behaves at its place.
  private enum Direction { case opens, closes, either }

  private let table: TokenTable
  /// The paragraph read before ended inside a quotation.
  private var wasLeftOpen = false
  /// The double marks of a paragraph, and those that wait for what closes them; room that is used again.
  private var double: [Int] = []
  private var stack: [Int] = []

  init(_ table: TokenTable) { self.table = table }

  /// The outermost quotations and the nested ones of every paragraph that can hold statements, by opening mark.
  static func quotations(in table: TokenTable) -> [Quotation] {
    var automaton = QuotationAutomaton(table)
    var found: [Quotation] = []
    found.reserveCapacity(16)
    for paragraph in table.paragraphs where paragraph.canSpeak {
      automaton.read(paragraph.tokens, into: &found)
    }
    return found
  }

  private mutating func read(_ tokens: Range<Int>, into found: inout [Quotation]) {
    let hasSingle = takeMarks(tokens)
    let first = found.count
    if !double.isEmpty { pair(tokens, into: &found) }
    if hasSingle { SingleMarks(table: table).pair(tokens, outside: found[first...], into: &found) }
    if found.count - first > 1 { found[first...].sort { ($0.open, $1.close) < ($1.open, $0.close) } }
    markContinuation(first, tokens, &found)
  }

  /// The double marks; returns whether there are others.
  private mutating func takeMarks(_ tokens: Range<Int>) -> Bool {
    double.removeAll(keepingCapacity: true)
    var hasSingle = false
    table.marks.withUnsafeBufferPointer { marks in
      let bytes = UnsafeRawBufferPointer(marks)
      var token = tokens.lowerBound
      while token < tokens.upperBound {
        // Most tokens are none, which one look tells of eight.
        if token + 8 <= tokens.upperBound, bytes.loadUnaligned(fromByteOffset: token, as: UInt64.self) == 0 {
          token += 8
          continue
        }
        if marks[token].isDouble {
          double.append(token)
        } else if marks[token] != .none {
          hasSingle = true
        }
        token += 1
      }
    }
    return hasSingle
  }

  private mutating func markContinuation(_ first: Int, _ tokens: Range<Int>, _ found: inout [Quotation]) {
    if wasLeftOpen, first < found.count, found[first].open == tokens.lowerBound { found[first].continues = true }
    wasLeftOpen = found[first...].contains { !$0.isClosed && !$0.isNested && $0.close == tokens.upperBound - 1 }
  }

  private mutating func pair(_ tokens: Range<Int>, into found: inout [Quotation]) {
    stack.removeAll(keepingCapacity: true)
    for position in double.indices {
      let mark = double[position]
      switch role(of: mark, in: tokens, isOpen: !stack.isEmpty, opener: stack.last) {
      case .opens where stack.isEmpty:
        stack.append(mark)
      case .opens:
        if isNested(double[(position + 1)...], tokens, opener: mark) {
          stack.append(mark)
        } else if table.marks[mark] != .curlyOpen {
          found.append(Quotation(open: stack[0], close: mark - 1, isClosed: false))
          stack.removeAll(keepingCapacity: true)
          stack.append(mark)
        }
      case .closes, .either:
        guard let open = stack.popLast() else { continue }
        found.append(Quotation(open: open, close: mark, isClosed: true, isNested: !stack.isEmpty))
      }
    }
    if let open = stack.first, let close = mismatched(open, tokens) {
      found.append(Quotation(open: open, close: close, isClosed: true))
    } else if let open = stack.first {
      found.append(Quotation(open: open, close: tokens.upperBound - 1, isClosed: false))
    }
  }

  /// A single mark that closes a short double quotation by mistake (`“Truth Social’`); no possessive of a plural.
  private func mismatched(_ open: Int, _ tokens: Range<Int>) -> Int? {
    let last = min(tokens.upperBound, open + 5)
    guard let close = (open + 2..<max(open + 2, last)).first(where: { table.marks[$0] == .singleClose }) else {
      return nil
    }
    let word = close - 1
    let isPlural = table.bytes[table.end(word) - 1] | 0x20 == UInt8(ascii: "s")
    return table.touchesNext(word) && !table.touchesNext(close) && !isPlural ? close : nil
  }

  /// Whether two marks close behind an opening one before another opens.
  private func isNested(_ rest: ArraySlice<Int>, _ tokens: Range<Int>, opener: Int) -> Bool {
    guard rest.count >= 2 else { return false }
    return rest.prefix(2).allSatisfy { direction(of: $0, in: tokens, opener: opener) == .closes }
  }

  private func role(of mark: Int, in tokens: Range<Int>, isOpen: Bool, opener: Int?) -> Direction {
    let direction = direction(of: mark, in: tokens, opener: opener)
    if direction == .either { return isOpen ? .closes : .opens }
    // A closing mark without an opener is a stray one, unless its form leaves both ways open and it stands in front.
    if direction == .closes, !isOpen, isSymmetric(table.marks[mark]), hasSpaceBefore(mark, tokens) { return .opens }
    return direction
  }

  private func isSymmetric(_ mark: QuotationMark) -> Bool { mark == .straight || mark == .doubleApostrophe }

  private func direction(of mark: Int, in tokens: Range<Int>, opener: Int?) -> Direction {
    let before = hasSpaceBefore(mark, tokens)
    let after = hasSpaceAfter(mark, tokens)
    switch table.marks[mark] {
    case .straight, .doubleApostrophe:
      if before == after { return .either }
      return before ? .opens : .closes
    case .curlyOpen:
      if let opener, table.marks[opener] == .low { return .closes }
      return after && !before ? .closes : .opens
    case .backquotes, .low, .cornerOpen: return .opens
    case .curlyClose:
      // Swedish and Finnish use this mark on both sides.
      return before && !after ? .opens : .closes
    case .guillemetLeft:
      if let opener, table.marks[opener] == .guillemetRight { return .closes }
      return after && !before && opener != nil ? .closes : .opens
    case .guillemetRight:
      if let opener, table.marks[opener] == .guillemetLeft { return .closes }
      return before && !after ? .opens : .closes
    default: return .closes
    }
  }

  /// Whether what stands in front of a mark lets it open: space, an opening bracket, a dash, another opening mark.
  private func hasSpaceBefore(_ mark: Int, _ tokens: Range<Int>) -> Bool {
    guard mark > tokens.lowerBound, table.touchesNext(mark - 1) else { return true }
    let previous = mark - 1
    if table.marks[previous] != .none { return table.marks[previous] == .singleOpen }
    guard !table.shapes[previous].isWord else { return false }
    return "([{-–—―/".utf8.contains(table.bytes[table.start(previous)]) && isDashOrBracket(previous)
  }

  /// Whether what stands behind a mark lets it close.
  private func hasSpaceAfter(_ mark: Int, _ tokens: Range<Int>) -> Bool {
    guard mark + 1 < tokens.upperBound, table.touchesNext(mark) else { return true }
    let next = mark + 1
    if table.marks[next] != .none { return table.marks[next] == .singleClose || table.marks[next] == .single }
    return !table.shapes[next].isWord && !isOpeningBracket(next) && !isEllipsis(next)
  }

  private func isDashOrBracket(_ token: Int) -> Bool {
    let byte = table.bytes[table.start(token)]
    if byte < 0x80 { return true }
    // U+2013 to U+2015.
    return table.ends[token] - table.starts[token] == 3
      && (0x93...0x95).contains(table.bytes[table.end(token) - 1])
  }

  private func isOpeningBracket(_ token: Int) -> Bool {
    table.isCharacter(token, "(") || table.isCharacter(token, "[") || table.isCharacter(token, "{")
      || table.isCharacter(token, "$")
  }

  /// `"... and so on"`, where the mark opens.
  private func isEllipsis(_ token: Int) -> Bool {
    let isPoints = table.ends[token] - table.starts[token] >= 3 && table.bytes[table.start(token)] == UInt8(ascii: ".")
    let isCharacter = table.bytes[table.start(token)] == 0xE2 && table.bytes[table.end(token) - 1] == 0xA6
    return (isPoints || isCharacter) && token + 1 < table.count && table.shapes[token + 1].isWord
  }
}
