import ArticleModel

/// Reads the date that begins at a token, within one paragraph. One file for each kind of beginning extends it.
struct DateReader {
  let tokens: TokenTable
  let lexicon: DateLexicon
  let clock: DateClock
  /// The end of the paragraph.
  var limit: Int

  /// - Parameter floor: The first token that no date has taken yet; a date may begin before `token`, not before it.
  @inline(__always)
  func date(at token: Int, after floor: Int) -> FoundDate? {
    switch tokens.shapes[token] {
    case .digits, .numeric: return ago(at: token) ?? numeric(at: token) ?? namedDay(at: token)
    case .lower:
      if let word = lexicon[tokens.hashes[token]], let date = worded(word, at: token, floor) { return date }
      return tokens.isLetters[token] ? nil : prefixed(at: token) ?? joinedPart(at: token)
    case .capitalised, .capitals:
      if let word = lexicon[tokens.hashes[token]], let date = worded(word, at: token, floor) {
        return namedDay(at: token, longerThan: date.tokens.count) ?? date
      }
      if let date = namedDay(at: token) { return date }
      if !tokens.isLetters[token], let date = prefixed(at: token) ?? joinedPart(at: token) { return date }
      return writtenPart(at: token)
    // "A year ago"
    case .initial: return ago(at: token)
    default: return nil
    }
  }

  private func worded(_ word: DateWord, at token: Int, _ floor: Int) -> FoundDate? {
    switch word {
    case .month(let month, let isWord): return self.month(month, isWord: isWord, at: token, floor)
    case .foreignMonth(let month, let isWord): return foreignMonth(month, isWord: isWord, at: token, floor)
    case .weekday(let day, let isWord): return weekday(day, isWord: isWord, at: token)
    case .day(let days): return present(days, at: token)
    case .pointer(let pointer): return pointed(pointer, at: token)
    case .shade: return shaded(at: token)
    case .number, .few: return ago(at: token)
    case .ordinal(let number): return partOfYear(number, at: token)
    case .season(let season): return self.season(season, at: token)
    case .end: return end(at: token)
    case .unit(let unit): return bare(unit, at: token)
    case .decade(let decade): return namedDecade(decade, at: token)
    case .partOfDay, .ago, .half: return nil
    }
  }

  // MARK: Looking around

  func word(_ token: Int) -> DateWord? { token < limit ? lexicon[tokens.hashes[token]] : nil }

  func isComma(_ token: Int) -> Bool { token < limit && tokens.isCharacter(token, ",") }

  func isIn(_ words: WordSet, _ token: Int) -> Bool {
    token >= 0 && token < limit && words.contains(tokens.hashes[token])
  }

  @inline(__always)
  func isIn(_ words: FewWords, _ token: Int) -> Bool {
    token >= 0 && token < limit && words.contains(tokens.hashes[token])
  }

  /// Whether the token in front is one of some words of the same sentence.
  func follows(_ words: WordSet, _ token: Int) -> Bool {
    token > 0 && tokens.sentenceOf[token - 1] == tokens.sentenceOf[token] && words.contains(tokens.hashes[token - 1])
  }

  @inline(__always)
  func follows(_ words: FewWords, _ token: Int) -> Bool {
    token > 0 && tokens.sentenceOf[token - 1] == tokens.sentenceOf[token] && words.contains(tokens.hashes[token - 1])
  }

  func isCapitalised(_ token: Int) -> Bool {
    token < limit && (tokens.shapes[token] == .capitalised || tokens.shapes[token] == .capitals)
  }

  /// The number that a token of digits writes; at most six digits.
  func digits(_ token: Int) -> Int? {
    guard token < limit, tokens.shapes[token] == .digits, tokens.ends[token] - tokens.starts[token] <= 6 else {
      return nil
    }
    return number(tokens.bytes[tokens.start(token)..<tokens.end(token)])
  }

  func number(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard !bytes.isEmpty, bytes.count <= 6 else { return nil }
    var value = 0
    for byte in bytes {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      value = value * 10 + Int(byte & 0x0F)
    }
    return value
  }

  /// 1 to 31: `19`, `19th`.
  func dayOfMonth(_ token: Int) -> Int? {
    guard token >= 0, token < limit else { return nil }
    let bytes = tokens.bytes[tokens.start(token)..<tokens.end(token)]
    let length = bytes.prefix { $0 >= 0x30 && $0 <= 0x39 }.count
    guard length == 1 || length == 2 else { return nil }
    let tail = bytes.dropFirst(length)
    guard tail.isEmpty || Self.ordinalEndings.contains(where: { tail.elementsEqual($0.utf8) }) else { return nil }
    guard let day = number(bytes.prefix(length)), (1...31).contains(day) else { return nil }
    return day
  }

  /// A number of four digits that can be a year, whatever stands around it.
  func year(_ token: Int) -> Int? {
    guard token < limit, tokens.ends[token] - tokens.starts[token] == 4, let year = digits(token),
      (1000...2100).contains(year)
    else { return nil }
    return year
  }

  static func words(_ text: String) -> WordSet { WordSet(text) }

  private static let ordinalEndings = ["st", "nd", "rd", "th"]
}
