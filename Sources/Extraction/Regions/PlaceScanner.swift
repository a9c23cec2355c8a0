import ArticleModel
import IndexDefinition

/// Finds the runs of tokens that are names of the tables: the longest at each place, whatever it means there.
///
/// Only runs that begin and end with a capitalised word are looked up; their keys are slices of the folded tokens,
/// and one hash is carried on from word to word.
struct PlaceScanner: Sendable {
  private let gazetteer: Gazetteer

  /// By some bits of a word's hash, the tables in which a name may begin with the word: most capitalised words begin
  /// none, and few begin some in more than one.
  private let filter: FixedArray<UInt8>
  private let memories = PlaceMemoryPool()

  private struct Tables: OptionSet, Sendable {
    let rawValue: UInt8

    static let aliases = Tables(rawValue: 1)
    static let names = Tables(rawValue: 2)
    static let cities = Tables(rawValue: 4)
    static let demonyms = Tables(rawValue: 8)
    static let metonyms = Tables(rawValue: 16)
  }

  private static let filterLength = 1 << 17

  init(_ definition: Definition, _ gazetteer: Gazetteer) {
    self.gazetteer = gazetteer
    filter = FixedArray("places", preparedIn: definition) ?? Self.filter(gazetteer)
  }

  static func images(of definition: Definition) -> [PreparedTables.Image] {
    [filter(Gazetteer(definition: definition)).image("places")]
  }

  private static func filter(_ gazetteer: Gazetteer) -> FixedArray<UInt8> {
    var filter = [UInt8](repeating: 0, count: filterLength)
    let tables: [(LexiconTable, Tables)] = [
      (gazetteer.aliases, .aliases), (gazetteer.names, .names), (gazetteer.cities, .cities),
      (gazetteer.demonyms, .demonyms), (gazetteer.metonyms, .metonyms),
    ]
    for (table, bit) in tables { table.forEachHash { filter[place($0.value)] |= bit.rawValue } }
    return FixedArray(filter)
  }

  /// The tables in which a name may begin with a word, or with a run of words.
  @inline(__always)
  private func tables(_ hash: UInt32) -> Tables { Tables(rawValue: filter[Self.place(hash)]) }

  @inline(__always)
  private static func place(_ hash: UInt32) -> Int { Int(hash ^ hash >> 15) & (filterLength - 1) }

  func matches(in tokens: TokenTable) -> [PlaceMatch] {
    var matches: [PlaceMatch] = []
    matches.reserveCapacity(tokens.count / 48 + 8)
    var memory = memories.take()
    defer { memories.give(memory) }
    tokens.folded.withUnsafeBufferPointer { folded in
      let (shapes, hashes, isLetters) = (tokens.shapes, tokens.hashes, tokens.isLetters)
      var token = 0
      while token < shapes.count {
        guard shapes[token].isCapitalised, !self.tables(hashes[token]).isEmpty || !isLetters[token],
          let match = longest(at: token, tokens, folded, &memory)
            ?? (isLetters[token] ? nil : part(of: token, tokens, folded))
        else {
          token += 1
          continue
        }
        // "Kansas" in "Kansas City-based"
        if match.tokens.count > 1, let last = matches.last, last.tokens.upperBound > match.tokens.lowerBound {
          matches.removeLast()
        }
        matches.append(match)
        token = match.tokens.upperBound
      }
    }
    return matches
  }

  private func longest(
    at first: Int, _ tokens: TokenTable, _ folded: UnsafeBufferPointer<UInt8>,
    _ memory: inout PlaceMemory
  ) -> PlaceMatch? {
    let tables = tables(tokens.hashes[first])
    if tables.isEmpty { return nil }
    let isAcronym = isAllCapitals(first, tokens)
    let word = PlaceMemory.Word(tokens, first, isAcronym: isAcronym)
    if let known = memory[word], !known.isLonger || !mayGoOn(first, tokens, folded) {
      return known.candidates.isEmpty ? nil : PlaceMatch(tokens: first..<first + 1, candidates: known.candidates)
    }
    var best = BestPlaces(end: first, candidates: [])
    let isLonger = collect(tables, at: first, tokens, folded, isAcronym: isAcronym, into: &best)
    if best.end <= first + 1 { memory.keep(.init(candidates: best.candidates, isLonger: isLonger), word) }
    return best.candidates.isEmpty ? nil : PlaceMatch(tokens: first..<best.end, candidates: best.candidates)
  }

  /// Whether a token and the one behind it may begin a name of several words.
  private func mayGoOn(_ first: Int, _ tokens: TokenTable, _ folded: UnsafeBufferPointer<UInt8>) -> Bool {
    let next = first + 1
    guard next < tokens.count, tokens.paragraphOf[next] == tokens.paragraphOf[first] else { return false }
    var hash = LexiconHash(value: tokens.hashes[first])
    append(next, to: &hash, tokens, folded)
    return !tables(hash.value).isEmpty
  }

  private func append(
    _ token: Int, to hash: inout LexiconHash, _ tokens: TokenTable, _ folded: UnsafeBufferPointer<UInt8>
  ) {
    hash.append(0x20)
    hash.append(
      UnsafeBufferPointer(rebasing: folded[Int(tokens.foldedStarts[token])..<Int(tokens.foldedEnds[token])]))
  }

  /// Returns whether a name of several words may begin at the token.
  private func collect(
    _ tables: Tables, at first: Int, _ tokens: TokenTable, _ folded: UnsafeBufferPointer<UInt8>, isAcronym: Bool,
    into best: inout BestPlaces
  ) -> Bool {
    var isLonger = false
    if tables.contains(.aliases) {
      isLonger = walk(gazetteer.aliases, first, tokens, folded) { end, row in
        // `US` is no name where it is written `Us`.
        if end == first + 1, Self.isAcronym(row.bytes(0)), !isAcronym { return }
        best.keep(end, row) { row in
          var candidate = PlaceCandidate(row, kind: PlaceCandidate.kind(named: row.bytes(2)))
          candidate.isSecond = row.bytes(3).elementsEqual("second".utf8)
          candidate.needsContext = !row.bytes(3).isEmpty && !candidate.isSecond
          return candidate
        }
      }
    }
    func add(_ table: LexiconTable, _ bit: Tables, _ candidate: (LexiconRow) -> PlaceCandidate) {
      guard tables.contains(bit) else { return }
      if walk(table, first, tokens, folded, { end, row in best.keep(end, row, candidate) }) { isLonger = true }
    }
    add(gazetteer.names, .names) { PlaceCandidate($0, kind: PlaceCandidate.kind(named: $0.bytes(2))) }
    add(gazetteer.cities, .cities) { PlaceCandidate(city: $0) }
    add(gazetteer.demonyms, .demonyms) { PlaceCandidate($0, kind: .demonym) }
    add(gazetteer.metonyms, .metonyms) { PlaceCandidate($0, kind: .metonym) }
    return isLonger
  }

  private func isAllCapitals(_ token: Int, _ tokens: TokenTable) -> Bool {
    tokens.bytes[tokens.start(token)..<tokens.end(token)].allSatisfy { $0 &- UInt8(ascii: "A") < 26 }
  }

  private static func isAcronym(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    name.count <= 5 && name.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
  }

  /// The name in `D-Calif.` and `Kyiv-based`, with the words before it that belong to it: `New Jersey-based`.
  private func part(of token: Int, _ tokens: TokenTable, _ folded: UnsafeBufferPointer<UInt8>) -> PlaceMatch? {
    let (start, end) = (Int(tokens.foldedStarts[token]), Int(tokens.foldedEnds[token]))
    // Only where folding has left every byte in its place.
    guard end - start > 4, end - start == tokens.end(token) - tokens.start(token) else { return nil }
    var range = start..<end
    if folded[start + 1] == UInt8(ascii: "-"), tokens.bytes[tokens.start(token) + 2] < UInt8(ascii: "[") {
      range = start + 2..<end
    } else if end - start > 7, folded[end - 6..<end].elementsEqual("-based".utf8) {
      range = start..<end - 6
    } else {
      return nil
    }
    if range.lowerBound == start, let longer = nameOfSeveral(endingIn: token, range.upperBound, tokens, folded) {
      return longer
    }
    var candidates = self.candidates(Array(folded[range]))
    let first = tokens.start(token) + range.lowerBound - start
    var span = TextSpan(first, first + range.count)
    if candidates.isEmpty, span.end < tokens.bytes.count, tokens.bytes[span.end] == UInt8(ascii: ".") {
      // The tokeniser leaves the point away there.
      candidates = self.candidates(Array(folded[range]) + [UInt8(ascii: ".")])
      span.end += 1
    }
    guard !candidates.isEmpty else { return nil }
    return PlaceMatch(tokens: token..<token + 1, candidates: candidates, part: span)
  }

  /// The longest name of several words whose last one is the beginning of a token: `New Jersey` in `New Jersey-based`.
  private func nameOfSeveral(
    endingIn token: Int, _ end: Int, _ tokens: TokenTable, _ folded: UnsafeBufferPointer<UInt8>
  ) -> PlaceMatch? {
    var first = token
    var longest: PlaceMatch?
    while token - first < 3, first > tokens.sentence(token).lowerBound, tokens.shapes[first - 1].isCapitalised {
      first -= 1
      let candidates = self.candidates(Array(folded[Int(tokens.foldedStarts[first])..<end]))
      guard !candidates.isEmpty else { continue }
      let span = TextSpan(tokens.start(first), tokens.start(token) + end - Int(tokens.foldedStarts[token]))
      longest = PlaceMatch(tokens: first..<token + 1, candidates: candidates, part: span)
    }
    return longest
  }

  private func candidates(_ key: [UInt8]) -> [PlaceCandidate] {
    key.withUnsafeBufferPointer { key in
      let named = gazetteer.aliases.rows(key) + gazetteer.names.rows(key)
      return named.map { PlaceCandidate($0, kind: PlaceCandidate.kind(named: $0.bytes(2))) }
        + gazetteer.cities.rows(key).map { PlaceCandidate(city: $0) }
    }
  }

  /// Also `d'Ivoire`, which begins small.
  private func isCapitalised(_ token: Int, _ tokens: TokenTable) -> Bool {
    tokens.shapes[token].isCapitalised
      || tokens.bytes[tokens.start(token)..<tokens.end(token)].contains { $0 &- UInt8(ascii: "A") < 26 }
  }

  /// Calls `body` with each key of a table that begins at a token, the shortest first, and returns whether keys of
  /// several words begin with it.
  private func walk(
    _ table: LexiconTable, _ first: Int, _ tokens: TokenTable, _ folded: UnsafeBufferPointer<UInt8>,
    _ body: (Int, LexiconRow) -> Void
  ) -> Bool {
    var isLonger = false
    var hash = LexiconHash(value: tokens.hashes[first])
    let start = Int(tokens.foldedStarts[first])
    var end = first + 1
    while true {
      let (row, continues) = table.probe(hash: hash) { key in
        let length = Int(tokens.foldedEnds[end - 1]) - start
        return key.count == length && key.elementsEqual(folded[start..<start + length])
      }
      if let row, isCapitalised(end - 1, tokens) { body(end, row) }
      if continues { isLonger = true }
      guard continues, end < tokens.count, tokens.paragraphOf[end] == tokens.paragraphOf[first] else { return isLonger }
      append(end, to: &hash, tokens, folded)
      // The filter knows the beginnings of names too: mostly it spares the way to the table.
      if self.tables(hash.value).isEmpty { return isLonger }
      end += 1
    }
  }
}

/// The candidates of the longest key, from all tables.
private struct BestPlaces {
  var end: Int
  var candidates: [PlaceCandidate]

  mutating func keep(_ end: Int, _ row: LexiconRow, _ candidate: (LexiconRow) -> PlaceCandidate) {
    if !candidates.isEmpty, self.end > end { return }
    if candidates.isEmpty || self.end != end { (self.end, candidates) = (end, []) }
    var row = Optional(row)
    while let current = row {
      candidates.append(candidate(current))
      row = current.next
    }
  }
}
