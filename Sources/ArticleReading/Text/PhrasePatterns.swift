import ArticleModel
import IndexDefinition

/// A phrase that tells the role of the line it stands in.
struct PhrasePattern: Hashable, Sendable {
  enum Place: String, Sendable {
    case whole, start, end, inside
    /// Behind a number that begins a line which is no sentence.
    case counted

    init?(named name: UnsafeBufferPointer<UInt8>) {
      switch name.first {
      case UInt8(ascii: "w"): self = .whole
      case UInt8(ascii: "s"): self = .start
      case UInt8(ascii: "e"): self = .end
      case UInt8(ascii: "i"): self = .inside
      default: self = .counted
      }
      if !rawValue.utf8.elementsEqual(name) { return nil }
    }
  }

  /// What else belongs to the line.
  enum Scope: String, Sendable {
    case line
    /// The unit behind it too.
    case next
    /// Headlines of other articles beside it, and the teaser behind them.
    case teaser
    /// Everything behind it, if little of the text is left.
    case rest
  }

  /// A word or sign each; the wildcard stands for one to six.
  var tokens: [UInt64]
  var place: Place
  var reason: String
  var scope: Scope
  /// A line of more words has another role.
  var longest: Int
}

/// The patterns of one table, found by their first word.
struct PhrasePatterns: Sendable {
  private static let usualLongest = 14
  private static let slots = 4096
  /// In the order of the slots of their first words, and of the table.
  private let patterns: [PhrasePattern]
  /// What can be told of each by little, beside one another: nearly all that a line is compared with.
  private let heads: [Head]
  /// By some bits of a first word, where its patterns begin.
  private let starts: [Int32]
  /// Of the first words of phrases that need not begin the line.
  let inside: PhraseFilter

  private struct Head {
    var first: UInt64
    /// 0 where there is none, or any word may stand.
    var second: UInt64
    var longest: Int32
    var place: PhrasePattern.Place

    init(_ pattern: PhrasePattern) {
      first = pattern.tokens[0]
      second = pattern.tokens.count > 1 && pattern.tokens[1] != PhraseTokens.wildcard ? pattern.tokens[1] : 0
      longest = Int32(clamping: pattern.longest)
      place = pattern.place
    }

    @inline(__always)
    func mayFit(_ tokens: UnsafeBufferPointer<UInt64>, _ index: Int) -> Bool {
      first == tokens[index] && longest >= tokens.count
        && (second == 0 || (index + 1 < tokens.count && second == tokens[index + 1]))
    }
  }

  /// - Parameter table: Columns `phrase place reason scope longest`; all but the first two may be empty.
  init(_ table: LexiconTable) {
    let columns = ["phrase", "place", "reason", "scope", "longest"].map { table.column($0) ?? -1 }
    var read: [(slot: Int, pattern: PhrasePattern)] = []
    read.reserveCapacity(table.count)
    table.forEachRow { row in
      guard let pattern = Self.pattern(row, columns, like: read.last?.pattern) else { return }
      read.append((Self.slot(pattern.tokens[0]), pattern))
    }
    var starts = [Int32](repeating: 0, count: Self.slots + 1)
    for (slot, _) in read { starts[slot + 1] += 1 }
    for slot in 0..<Self.slots { starts[slot + 1] += starts[slot] }
    self.starts = starts
    patterns = Self.inOrder(read, of: starts)
    heads = patterns.map(Head.init)
    let free = heads.filter { $0.place == .inside || $0.place == .end }
    inside = PhraseFilter(
      free.map(\.first), ofLongLines: free.filter { $0.longest > PhraseFilter.long }.map(\.first))
  }

  /// - Parameter last: The one before, which often has the same reason.
  private static func pattern(_ row: LexiconCells, _ columns: [Int], like last: PhrasePattern?) -> PhrasePattern? {
    func cell(_ number: Int) -> String {
      let bytes = row.bytes(columns[number])
      return bytes.isEmpty ? "" : String(decoding: bytes, as: UTF8.self)
    }
    let scope = row.bytes(columns[3]).isEmpty ? nil : PhrasePattern.Scope(rawValue: cell(3))
    let tokens = PhraseTokens.tokens(row.bytes(columns[0]))
    guard !tokens.isEmpty, let place = PhrasePattern.Place(named: row.bytes(columns[1])) else { return nil }
    let known = last.flatMap { $0.reason.utf8.elementsEqual(row.bytes(columns[2])) ? $0.reason : nil }
    return PhrasePattern(
      tokens: tokens, place: place, reason: known ?? cell(2), scope: scope ?? .line,
      longest: row.bytes(columns[4]).isEmpty ? usualLongest : Int(cell(4)) ?? usualLongest)
  }

  /// By slot, and within one in the order of the table.
  private static func inOrder(_ read: [(slot: Int, pattern: PhrasePattern)], of starts: [Int32]) -> [PhrasePattern] {
    var (next, order) = (starts, [Int](repeating: 0, count: read.count))
    for (number, (slot, _)) in read.enumerated() {
      order[Int(next[slot])] = number
      next[slot] += 1
    }
    return order.map { read[$0].pattern }
  }

  /// Not the lowest bits: a word has one of them set always.
  @inline(__always)
  private static func slot(_ token: UInt64) -> Int { Int(truncatingIfNeeded: token ^ (token >> 20)) & (slots - 1) }

  func match(_ text: [UInt8], _ line: TextSpan) -> PhrasePattern? {
    PhraseTokens.withRoom { match(PhraseTokens(text, line, in: $0)) }
  }

  func match(_ line: PhraseTokens) -> PhrasePattern? { line.withPlaces(of: inside) { match(line, $0) } }

  /// The first pattern that fits; those at the beginning of the line come first.
  ///
  /// - Parameter places: Where the words of `inside`, or of a wider filter, stand.
  func match(_ line: PhraseTokens, _ places: PhraseTokens.Places) -> PhrasePattern? {
    if let pattern = match(
      line.start, isStart: true, isEnd: line.isWhole, isCounted: line.isCounted, places.start)
    {
      return pattern
    }
    return line.isWhole ? nil : match(line.end, isStart: false, isEnd: true, isCounted: false, places.end)
  }

  private func match(
    _ tokens: UnsafeBufferPointer<UInt64>, isStart: Bool, isEnd: Bool, isCounted: Bool,
    _ places: UnsafeBufferPointer<Int32>
  ) -> PhrasePattern? {
    // Signs around a line, such as a colon behind it or a dash before it, are no part of its words.
    let firstWord = tokens.firstIndex { !PhraseTokens.isSign($0) } ?? 0
    let lastWord = tokens.lastIndex { !PhraseTokens.isSign($0) } ?? 0
    func match(at index: Int) -> PhrasePattern? {
      let slot = Self.slot(tokens[index])
      for number in Int(starts[slot])..<Int(starts[slot + 1])
      where heads[number].mayFit(tokens, index) {
        let atStart = isStart && index <= firstWord
        let isBehindNumber = isCounted && index == firstWord + 1
        if fits(number, tokens, index, atStart, isBehindNumber, isEnd, lastWord) { return patterns[number] }
      }
      return nil
    }
    // What has to begin the line, or to stand behind the number that does, begins here or nowhere.
    let opening = isStart ? min(tokens.count, firstWord + 2) : 0
    for index in 0..<opening { if let found = match(at: index) { return found } }
    for place in places where place >= opening { if let found = match(at: Int(place)) { return found } }
    return nil
  }

  /// Whether a pattern, whose first word stands at an index, fits there.
  private func fits(
    _ number: Int, _ tokens: UnsafeBufferPointer<UInt64>, _ index: Int, _ atStart: Bool, _ isBehindNumber: Bool,
    _ isEnd: Bool,
    _ lastWord: Int
  ) -> Bool {
    let words = patterns[number].tokens[...]
    switch patterns[number].place {
    case .counted: return isBehindNumber && matches(words, tokens, index, beyond: 0)
    case .start: return atStart && matches(words, tokens, index, beyond: 0)
    case .inside: return matches(words, tokens, index, beyond: 0)
    case .whole: return atStart && isEnd && matches(words, tokens, index, beyond: lastWord)
    case .end: return isEnd && matches(words, tokens, index, beyond: lastWord)
    }
  }

  /// - Parameter last: The match must end behind the token with this number.
  private func matches(
    _ pattern: ArraySlice<UInt64>, _ tokens: UnsafeBufferPointer<UInt64>, _ index: Int, beyond last: Int
  ) -> Bool {
    guard let first = pattern.first else { return index > last }
    let rest = pattern.dropFirst()
    guard first == PhraseTokens.wildcard else {
      return index < tokens.count && tokens[index] == first && matches(rest, tokens, index + 1, beyond: last)
    }
    for skipped in 1...6 where index + skipped <= tokens.count {
      if matches(rest, tokens, index + skipped, beyond: last) { return true }
    }
    return false
  }
}
