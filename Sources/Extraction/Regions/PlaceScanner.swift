import ArticleModel
import IndexDefinition

/// Finds the runs of tokens that are names of the tables: the longest at each place, whatever it means there.
///
/// Only runs that begin and end with a capitalised word are looked up; their keys are slices of the folded tokens,
/// and one hash is carried on from word to word.
struct PlaceScanner: Sendable {
  private let gazetteer: Gazetteer

  /// A bit for each hash that begins a name in one of the tables; most capitalised words begin none.
  private let filter: [UInt64]

  init(_ gazetteer: Gazetteer) {
    self.gazetteer = gazetteer
    var filter = [UInt64](repeating: 0, count: 1 << 14)
    for table in [gazetteer.aliases, gazetteer.names, gazetteer.cities, gazetteer.demonyms, gazetteer.metonyms] {
      table.forEachHash { filter[Int($0.value >> 6 & 0x3FFF)] |= 1 << UInt64($0.value & 63) }
    }
    self.filter = filter
  }

  @inline(__always)
  private func mayBegin(_ hash: UInt32) -> Bool { filter[Int(hash >> 6 & 0x3FFF)] >> UInt64(hash & 63) & 1 != 0 }

  func matches(in tokens: TokenTable) -> [PlaceMatch] {
    var matches: [PlaceMatch] = []
    tokens.folded.withUnsafeBufferPointer { folded in
      var token = 0
      while token < tokens.count {
        guard tokens.shapes[token].isCapitalised,
          let match = mayBegin(tokens.hashes[token])
            ? longest(at: token, tokens, folded) : part(of: token, tokens, folded)
        else {
          token += 1
          continue
        }
        matches.append(match)
        token = match.tokens.upperBound
      }
    }
    return matches
  }

  private func longest(
    at first: Int, _ tokens: TokenTable, _ folded: UnsafeBufferPointer<UInt8>
  ) -> PlaceMatch? {
    var best: (end: Int, candidates: [PlaceCandidate])?
    walk(gazetteer.aliases, first, tokens, folded) { end, row in
      // `US` is no name where it is written `Us`.
      if end == first + 1, Self.isAcronym(row.bytes(0)), !isAllCapitals(first, tokens) { return }
      keep(&best, end, row) { row in
        var candidate = PlaceCandidate(row, kind: PlaceCandidate.kind(named: row.bytes(2)))
        candidate.needsContext = !row.bytes(3).isEmpty
        return candidate
      }
    }
    walk(gazetteer.names, first, tokens, folded) { end, row in
      keep(&best, end, row) { PlaceCandidate($0, kind: PlaceCandidate.kind(named: $0.bytes(2))) }
    }
    walk(gazetteer.cities, first, tokens, folded) { end, row in
      keep(&best, end, row) { PlaceCandidate(city: $0) }
    }
    walk(gazetteer.demonyms, first, tokens, folded) { end, row in
      keep(&best, end, row) { PlaceCandidate($0, kind: .demonym) }
    }
    walk(gazetteer.metonyms, first, tokens, folded) { end, row in
      keep(&best, end, row) { PlaceCandidate($0, kind: .metonym) }
    }
    return best.map { PlaceMatch(tokens: first..<$0.end, candidates: $0.candidates) }
  }

  private func isAllCapitals(_ token: Int, _ tokens: TokenTable) -> Bool {
    tokens.bytes[tokens.start(token)..<tokens.end(token)].allSatisfy { $0 &- UInt8(ascii: "A") < 26 }
  }

  private static func isAcronym(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    name.count <= 5 && name.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
  }

  /// The name in `D-Calif.` and `Kyiv-based`.
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

  private func candidates(_ key: [UInt8]) -> [PlaceCandidate] {
    key.withUnsafeBufferPointer { key in
      let named = gazetteer.aliases.rows(key) + gazetteer.names.rows(key)
      return named.map { PlaceCandidate($0, kind: PlaceCandidate.kind(named: $0.bytes(2))) }
        + gazetteer.cities.rows(key).map { PlaceCandidate(city: $0) }
    }
  }

  /// The candidates of the longest key, from all tables.
  private func keep(
    _ best: inout (end: Int, candidates: [PlaceCandidate])?, _ end: Int, _ row: LexiconRow,
    _ candidate: (LexiconRow) -> PlaceCandidate
  ) {
    if let current = best?.end, current > end { return }
    if best?.end != end { best = (end, []) }
    var row = Optional(row)
    while let current = row {
      best?.candidates.append(candidate(current))
      row = current.next
    }
  }

  /// Also `d'Ivoire`, which begins small.
  private func isCapitalised(_ token: Int, _ tokens: TokenTable) -> Bool {
    tokens.shapes[token].isCapitalised
      || tokens.bytes[tokens.start(token)..<tokens.end(token)].contains { $0 &- UInt8(ascii: "A") < 26 }
  }

  /// Calls `body` with each key of a table that begins at a token, the shortest first.
  @inline(__always)
  private func walk(
    _ table: LexiconTable, _ first: Int, _ tokens: TokenTable, _ folded: UnsafeBufferPointer<UInt8>,
    _ body: (Int, LexiconRow) -> Void
  ) {
    var hash = LexiconHash(value: tokens.hashes[first])
    let start = Int(tokens.foldedStarts[first])
    var end = first + 1
    while true {
      let (row, continues) = table.probe(hash: hash) { key in
        let length = Int(tokens.foldedEnds[end - 1]) - start
        return key.count == length && key.elementsEqual(folded[start..<start + length])
      }
      if let row, isCapitalised(end - 1, tokens) { body(end, row) }
      guard continues, end < tokens.count, tokens.paragraphOf[end] == tokens.paragraphOf[first] else { return }
      hash.append(0x20)
      hash.append(UnsafeBufferPointer(rebasing: folded[Int(tokens.foldedStarts[end])..<Int(tokens.foldedEnds[end])]))
      end += 1
    }
  }
}
