/// Parts each paragraph into sentences.
///
/// A sentence ends behind `.`, `!`, `?`, `…` and the closing marks that touch them, where a capital, a digit or an
/// opening mark follows. Points inside abbreviations are part of their token and end nothing, unless a word follows
/// that begins sentences ("... to the U.S. The ...").
enum SentenceSplitter {
  static func split(_ table: TokenTable, abbreviations: Abbreviations) -> TokenTable {
    var sentences: [Range<Int32>] = []
    // News have one for some twenty tokens.
    sentences.reserveCapacity(table.count / 12 + 8)
    let isLetters = table.isLetters
    for (number, paragraph) in table.paragraphs.enumerated() {
      var first = paragraph.tokens.lowerBound
      let dateline = Dateline.end(table, number)
      for token in paragraph.tokens {
        let end = token + 1
        let isLast = end == paragraph.tokens.upperBound || end == dateline
        // Letters alone end no sentence, and most tokens are no more.
        if isLetters[token], !isLast { continue }
        // A dateline is one sentence, whatever points it holds.
        guard isLast || end > dateline && ends(table, token, paragraph.tokens, abbreviations, first) else { continue }
        sentences.append(Int32(first)..<Int32(end))
        first = end
      }
    }
    let sentenceOf = numbers(sentences, count: table.count)
    let hashes = acronymsTold(table.hashes, table.shapes, sentences, sentenceOf)
    return TokenTable(table, hashes: hashes, sentences: sentences, sentenceOf: sentenceOf)
  }

  /// By token; they cover all tokens, for the paragraphs do.
  private static func numbers(_ sentences: [Range<Int32>], count: Int) -> [Int32] {
    var sentenceOf = [Int32](column: 0, count: count)
    sentenceOf.withUnsafeMutableBufferPointer { column in
      for (number, sentence) in sentences.enumerated() {
        UnsafeMutableBufferPointer(rebasing: column[Int(sentence.lowerBound)..<Int(sentence.upperBound)])
          .update(repeating: Int32(truncatingIfNeeded: number))
      }
    }
    return sentenceOf
  }

  /// `WHO` among small letters is no pronoun: it gets the hash of `W.H.O.`, as some papers write it.
  private static func acronymsTold(
    _ hashes: [UInt32], _ shapes: [TokenShape], _ sentences: [Range<Int32>], _ sentenceOf: [Int32]
  ) -> [UInt32] {
    var told = hashes
    for token in shapes.indices where shapes[token] == .capitals && hashes[token] == who {
      let sentence = sentences[Int(sentenceOf[token])]
      let small = sentence.count { shapes[Int($0)] == .lower }
      if small >= 3 || small * 2 > sentence.count { told[token] = acronym }
    }
    return told
  }

  private static var who: UInt32 { ByteHash.of("who") }
  private static var acronym: UInt32 { ByteHash.of("w.h.o.") }

  private static func ends(
    _ table: TokenTable, _ token: Int, _ paragraph: Range<Int>, _ abbreviations: Abbreviations, _ first: Int
  ) -> Bool {
    if table.shapes[token].isWord {
      return endsInAbbreviation(table, token, abbreviations) && !goesOn(table, token, from: first)
    }
    guard follows(table, token, paragraph), !isDecimalPoint(table, token), !isInSymbol(table, token) else {
      return false
    }
    // A closing mark that touches the end goes with it; the sentence ends behind the last of them.
    let next = token + 1
    return !(table.touchesNext(token) && isCloser(table, next)) && begins(table, next)
  }

  /// `a magnitude-7.6 earthquake`
  private static func isDecimalPoint(_ table: TokenTable, _ token: Int) -> Bool {
    guard token > 0, token + 1 < table.count, table.touchesNext(token), table.touchesNext(token - 1)
    else { return false }
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    return digits.contains(table.bytes[table.start(token) - 1])
      && digits.contains(table.bytes[table.end(token)])
  }

  /// `Norvik Motor Co <7099.T>`: the point in the sign of a share, with letters and the bracket behind it.
  private static func isInSymbol(_ table: TokenTable, _ token: Int) -> Bool {
    token + 2 < table.count && table.isCharacter(token + 2, ">") && table.touchesNext(token)
      && table.touchesNext(token + 1)
  }

  /// More closing marks in a row close no sentence; looking through them from each would take time without an end.
  private static let mostClosers = 16

  /// Whether a token is a sentence's end, or a closing mark behind one.
  private static func follows(_ table: TokenTable, _ token: Int, _ paragraph: Range<Int>) -> Bool {
    var index = token
    let first = max(paragraph.lowerBound, token - mostClosers)
    while index > first, isCloser(table, index), table.touchesNext(index - 1) { index -= 1 }
    guard !table.shapes[index].isWord else {
      return index < token && table.bytes[table.end(index) - 1] == UInt8(ascii: ".") && table.shapes[index] != .lower
    }
    switch table.bytes[table.start(index)] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return true
    // U+2026 and U+3002, U+FF01, U+FF1F.
    case 0xE2: return table.bytes[table.end(index) - 1] == 0xA6 && table.bytes[table.start(index) + 1] == 0x80
    case 0xE3: return table.bytes[table.end(index) - 1] == 0x82
    case 0xEF: return [0x81, 0x9F].contains(table.bytes[table.end(index) - 1])
    default: return false
    }
  }

  private static func isCloser(_ table: TokenTable, _ token: Int) -> Bool {
    let mark = table.marks[token]
    if mark != .none { return mark != .backquotes && mark != .low && mark != .cornerOpen && mark != .singleOpen }
    return table.isCharacter(token, ")") || table.isCharacter(token, "]")
  }

  private static func begins(_ table: TokenTable, _ token: Int) -> Bool {
    switch table.shapes[token] {
    case .lower: return table.bytes[table.start(token)] >= 0xC3
    case .punctuation: return !table.isCharacter(token, ",") && !table.isCharacter(token, ";")
    default: return true
    }
  }

  private static func endsInAbbreviation(
    _ table: TokenTable, _ token: Int, _ abbreviations: Abbreviations
  ) -> Bool {
    guard table.bytes[table.end(token) - 1] == UInt8(ascii: "."), token + 1 < table.count,
      table.shapes[token + 1] == .capitalised || table.shapes[token + 1] == .initial
    else { return false }
    let isPointed = table.ends[token] - table.starts[token] >= 4 && table.shapes[token] == .capitals
    let mayEnd = table.bytes.withUnsafeBufferPointer {
      abbreviations.mayEndSentence(UnsafeBufferPointer(rebasing: $0[table.start(token)..<(table.end(token) - 1)]))
    }
    return (isPointed || mayEnd) && starters.contains(table.hashes[token + 1])
  }

  /// `The U.S. And Japan have agreed`, `between the U.S. And Japan`: papers that were set by machine have a capital behind each
  /// point. No sentence is a name alone, and "between" takes two.
  private static func goesOn(_ table: TokenTable, _ token: Int, from first: Int) -> Bool {
    if token <= first + 1 { return token == first || table.hashes[first] == the }
    return table.hashes[token + 1] == and
      && (max(first, token - 3)..<token).contains { table.hashes[$0] == between }
  }

  private static var the: UInt32 { ByteHash.of("the") }
  private static var and: UInt32 { ByteHash.of("and") }
  private static var between: UInt32 { ByteHash.of("between") }

  /// Words that hardly ever follow an abbreviation within a sentence when they have a capital.
  private static let starters = WordSet(
    """
    the a an he she it they we you i but and in on at this that these those when if while for as so his her its their \
    our my there after before since although however what who why how where no not by with to from another some many \
    meanwhile yet both asked according
    """)
}
