/// Quotations in single marks, outside and inside double ones.
///
/// `'` and `’` are apostrophes far more often, so a single mark opens only behind space and before a word, and closes
/// only behind a word or its punctuation and before space. Of several that could close, the first behind punctuation
/// wins, so that the plural in 'the workers' rights matter,' ends nothing.
struct SingleMarks {
  let table: TokenTable

  func pair(_ tokens: Range<Int>, outside quotations: ArraySlice<Quotation>, into found: inout [Quotation]) {
    var token = tokens.lowerBound
    while token < tokens.upperBound {
      defer { token += 1 }
      guard opens(token, tokens) else { continue }
      let around = quotations.first { $0.open < token && token < $0.close }
      let limit = around?.close ?? tokens.upperBound
      guard let close = close(from: token, before: limit, crossing: quotations, isInside: around != nil) else {
        if around == nil, isLeftOpen(token, tokens) {
          found.append(Quotation(open: token, close: tokens.upperBound - 1, isClosed: false))
          return
        }
        continue
      }
      found.append(Quotation(open: token, close: close, isClosed: true, isNested: around != nil))
      token = close
    }
  }

  /// `She said: 'I think it is late.`, and the next paragraph opens with the same mark.
  private func isLeftOpen(_ open: Int, _ tokens: Range<Int>) -> Bool {
    let next = tokens.upperBound
    guard next + 1 < table.count, table.marks[next] == table.marks[open], table.touchesNext(next),
      table.isWord(next + 1), next - open > Self.fewest
    else { return false }
    return open == tokens.lowerBound || table.isCharacter(open - 1, ":") || table.isCharacter(open - 1, ",")
  }

  /// Tokens, of a quotation that goes on in the next paragraph.
  private static let fewest = 6

  private func opens(_ token: Int, _ tokens: Range<Int>) -> Bool {
    let mark = table.marks[token]
    guard mark == .single || mark == .singleOpen, token + 1 < tokens.upperBound else { return false }
    guard table.touchesNext(token), table.isWord(token + 1) || table.marks[token + 1].isDouble else { return false }
    guard token > tokens.lowerBound, table.touchesNext(token - 1) else { return true }
    let previous = token - 1
    return table.marks[previous].isDouble || table.isCharacter(previous, "(") || table.isCharacter(previous, "[")
      || table.isCharacter(previous, "-")
  }

  private func close(
    from open: Int, before limit: Int, crossing quotations: ArraySlice<Quotation>, isInside: Bool
  ) -> Int? {
    var fallback: Int?
    let isLow = table.bytes[table.end(open) - 1] == 0x9A && table.marks[open] == .singleOpen
    var token = open + 1
    while token < limit {
      if !isInside, let inner = quotations.first(where: { $0.open == token }) { token = inner.close }
      if closes(token, limit) || isLow && closesLow(token) {
        if !table.isWord(token - 1) { return token }
        fallback = fallback ?? token
      } else if table.marks[token] == table.marks[open], fallback != nil, opensAgain(token) {
        break
      }
      token += 1
    }
    return fallback
  }

  private func opensAgain(_ token: Int) -> Bool {
    table.touchesNext(token) && !table.touchesNext(token - 1)
  }

  /// `‚...‘`: what opens elsewhere closes behind a low mark.
  private func closesLow(_ token: Int) -> Bool {
    table.marks[token] == .singleOpen && table.touchesNext(token - 1)
      && (token + 1 >= table.count || !table.touchesNext(token) || !table.isWord(token + 1))
  }

  private func closes(_ token: Int, _ limit: Int) -> Bool {
    guard table.marks[token] == .singleClose || table.marks[token] == .single else { return false }
    guard table.touchesNext(token - 1) else { return false }
    guard token + 1 < table.count, table.touchesNext(token) else { return true }
    return !table.isWord(token + 1)
  }
}
