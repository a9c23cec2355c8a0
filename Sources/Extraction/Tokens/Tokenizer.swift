import ArticleModel
import TextAnalysis

/// Cuts an article into tokens, block by block, in one pass over its bytes.
///
/// The hot path works on ASCII bytes in place; only words with other letters go through Unicode folding.
struct Tokenizer: ~Copyable {
  var writer: TokenWriter
  private let abbreviations: Abbreviations
  var apostropheNames: [Range<Int>] = []

  static func tokens(of article: Article, abbreviations: Abbreviations = .english) -> TokenTable {
    let bytes = Array(article.text.utf8)
    var tokenizer = Tokenizer(bytes: bytes.count, abbreviations)
    let paragraphs = tokenizer.run(article.blocks, bytes)
    let table = TokenTable(bytes: bytes, paragraphs: paragraphs, tokenizer.writer.columns)
    return SentenceSplitter.split(table, abbreviations: abbreviations)
  }

  private init(bytes: Int, _ abbreviations: Abbreviations) {
    self.abbreviations = abbreviations
    writer = TokenWriter(bytes: bytes)
  }

  private mutating func run(_ blocks: [Block], _ bytes: [UInt8]) -> [TokenParagraph] {
    var paragraphs: [TokenParagraph] = []
    paragraphs.reserveCapacity(blocks.count)
    bytes.withUnsafeBufferPointer { bytes in
      var segment = 0
      for (index, block) in blocks.enumerated() {
        let kind = TokenParagraph.Kind(block.kind)
        let isSegment = kind != .boilerplate && kind != .dateLine
        if isSegment { segment += 1 }
        guard let span = block.span else { continue }
        let first = writer.count
        scan(bytes, max(0, span.start), min(span.end, bytes.count))
        guard writer.count > first else { continue }
        let number = isSegment ? segment : 0
        paragraphs.append(TokenParagraph(tokens: first..<writer.count, kind: kind, block: index, segment: number))
      }
    }
    return paragraphs
  }

  private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
    // Within a block's bytes nothing behind its end is looked at, so that no token crosses it.
    let text = UnsafeBufferPointer(rebasing: bytes[..<end])
    var offset = start
    while offset < end {
      // Nearly all that begins here.
      let byte = text[offset]
      if byte == UInt8(ascii: " ") {
        offset += 1
        continue
      }
      if (byte | 0x20) &- UInt8(ascii: "a") < 26 {
        offset = word(text, offset)
        continue
      }
      let (kind, length) = classify(text, offset)
      switch kind {
      case .space: offset += length
      case .punctuation: offset = mark(text, offset, length)
      case .digit: offset = number(text, offset)
      default: offset = word(text, offset)
      }
    }
  }

  @inline(__always)
  func classify(_ text: UnsafeBufferPointer<UInt8>, _ offset: Int) -> (ByteClass, Int) {
    let byte = text[offset]
    if byte < 0x80 { return (ByteClass(ascii: byte), 1) }
    let (scalar, length) = decodeScalar(text, offset)
    return (ByteClass(scalar: scalar), length)
  }

  func isWord(_ text: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
    offset < text.count && classify(text, offset).0.isWord
  }

  // MARK: Words

  private mutating func word(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    let letters = writer.scanLetters(text, start)
    let end = start + letters.count
    if letters.count < 2, start + 1 < text.count, text[start + 1] == UInt8(ascii: "."),
      let end = pointedAbbreviation(text, start)
    {
      writer.append(text, start, end, .capitals)
      return end
    }
    if letters.count > 0, end == text.count || Self.endsWord(text[end]) {
      let first = text[start]
      let isCapital = first & 0x20 == 0
      writer.append(
        letters, start, first,
        WordScan.shape(letters: letters.count, capitals: letters.capitals, isCapital: isCapital))
      return end
    }
    if letters.count == 0, text[start] == UInt8(ascii: "_"), isBetweenSpaces(text, start) {
      writer.appendDash(start, start + 1)
      return start + 1
    }
    return word(text, start, from: end, WordScan(asciiLetters: text, start, end, capitals: letters.capitals))
  }

  /// The rest of a word that is not all letters of ASCII.
  private mutating func word(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, from offset: Int, _ begun: WordScan
  ) -> Int {
    var end = offset
    var scan = begun
    while end < text.count {
      let (kind, length) = classify(text, end)
      if kind.isWord {
        scan.add(kind)
        end += length
      } else if let joint = jointLength(text, end), isWord(text, end + joint) {
        scan.joint = scan.joint ?? end
        scan.lastApostrophe = text[end] == UInt8(ascii: "-") ? scan.lastApostrophe : end
        end += joint
      } else {
        break
      }
    }
    if end < text.count, text[end] == UInt8(ascii: ","), let amount = amountEnd(text, start, end) {
      writer.append(text, start, amount, .numeric)
      return amount
    }
    if end < text.count, text[end] == UInt8(ascii: "."), takesPoint(text, start, end) { end += 1 }
    if let cut = contraction(text, start, end, scan.lastApostrophe) {
      writer.append(text, start, cut, scan.shape)
      writer.append(text, cut, end, .lower)
    } else {
      writer.append(text, start, end, scan.shape)
    }
    return end
  }

  /// Marks behind which nothing more of a word can stand; the most frequent ones.
  @inline(__always)
  private static func endsWord(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n")
  }

  /// A hyphen or an apostrophe that joins two parts of a word.
  private func jointLength(_ text: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Int? {
    switch text[offset] {
    case UInt8(ascii: "-"), UInt8(ascii: "'"), UInt8(ascii: "&"): return 1
    case 0xE2 where offset + 2 < text.count && text[offset + 1] == 0x80:
      // U+2010 and U+2011 hyphens, U+2019 apostrophe.
      let last = text[offset + 2]
      return last == 0x90 || last == 0x91 || last == 0x99 ? 3 : nil
    default: return nil
    }
  }

  /// `U.S.`, `p.m.`: single letters, each with a point.
  private func pointedAbbreviation(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    var end = start
    while end + 1 < text.count, ByteClass(ascii: text[end] & 0x7F).isWord, text[end] < 0x80,
      !(0x30...0x39).contains(text[end]), text[end + 1] == UInt8(ascii: ".")
    {
      end += 2
    }
    return end - start >= 4 && !isWord(text, end) ? end : nil
  }

  /// Whether a point behind a word belongs to it: a known abbreviation, or the initial of a name.
  private func takesPoint(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    if end - start == 1, ByteClass(ascii: text[start] & 0x7F) == .upper, text[start] < 0x80 {
      var next = end + 1
      while next < text.count, text[next] == 0x20 { next += 1 }
      return next < text.count && classify(text, next).0.isUpper && text[start] != UInt8(ascii: "I")
    }
    // `D-St. Louis`: the letter of a party stands before the place. `D-Va.` ends a bracket or a clause.
    let first = end - start > 3 && text[start + 1] == UInt8(ascii: "-") ? start + 2 : start
    let word = UnsafeBufferPointer(rebasing: text[first..<end])
    return word.count <= 6 && (first == start ? abbreviations.contains(word) : Abbreviations.ofPlaces.contains(word))
  }

  /// The end of `P11,400`, `Rs1,200.50`: a currency's letters and a number with a comma, of which the word holds what stands
  /// before the comma.
  private func amountEnd(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
    guard isDigit(text, end - 1), isThousand(text, end),
      let digits = (start..<end).first(where: { isDigit(text, $0) }), (1...3).contains(digits - start),
      end - digits <= 3, (digits..<end).allSatisfy({ isDigit(text, $0) })
    else { return nil }
    var amount = end
    while isThousand(text, amount) { amount += 4 }
    if amount + 1 < text.count, text[amount] == UInt8(ascii: "."), isDigit(text, amount + 1) {
      amount += 2
      while amount < text.count, isDigit(text, amount) { amount += 1 }
    }
    return amount
  }

  /// Whether a comma stands there with three digits behind.
  private func isThousand(_ text: UnsafeBufferPointer<UInt8>, _ comma: Int) -> Bool {
    comma + 3 < text.count && text[comma] == UInt8(ascii: ",")
      && (comma + 1...comma + 3).allSatisfy { isDigit(text, $0) }
      && !(comma + 4 < text.count && isDigit(text, comma + 4))
  }

  private func isDigit(_ text: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool { text[offset] &- 0x30 < 10 }

  /// Where `'s`, `n't`, `'re`, `'ve`, `'ll`, `'d`, `'m` begin at the end of a word.
  private func contraction(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ apostrophe: Int?
  ) -> Int? {
    guard let apostrophe, apostrophe > start, let joint = jointLength(text, apostrophe) else { return nil }
    let tail = (apostrophe + joint)..<end
    let first = text[tail.lowerBound] | 0x20
    switch tail.count {
    case 1:
      let cuts = first == UInt8(ascii: "s") || first == UInt8(ascii: "d") || first == UInt8(ascii: "m")
      if cuts { return apostrophe }
      let isNegation = first == UInt8(ascii: "t") && text[apostrophe - 1] | 0x20 == UInt8(ascii: "n")
      return isNegation && apostrophe - 1 > start ? apostrophe - 1 : nil
    case 2:
      let second = text[tail.lowerBound + 1] | 0x20
      let (e, l) = (UInt8(ascii: "e"), UInt8(ascii: "l"))
      let cuts =
        (first == UInt8(ascii: "r") && second == e) || (first == UInt8(ascii: "v") && second == e)
        || (first == l && second == l)
      return cuts ? apostrophe : nil
    default: return nil
    }
  }

  // MARK: Numbers and marks

  private mutating func number(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var end = start
    var shape = TokenShape.digits
    while end < text.count {
      let (kind, length) = classify(text, end)
      let byte = text[end]
      if kind == .digit {
        end += 1
      } else if kind.isWord {
        shape = .numeric
        end += length
      } else if isNumberJoint(byte), end + 1 < text.count, (0x30...0x39).contains(text[end + 1]) {
        shape = .numeric
        end += 1
      } else if byte == UInt8(ascii: "%") {
        writer.append(text, start, end + 1, .numeric)
        return end + 1
      } else if byte == UInt8(ascii: "-"), isWord(text, end + 1) {
        shape = .numeric
        end += 1
      } else {
        break
      }
    }
    writer.append(text, start, end, shape)
    return end
  }

  private func isNumberJoint(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "/")
  }

  mutating func mark(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ length: Int) -> Int {
    let byte = text[start]
    let next = start + length < text.count ? text[start + length] : 0
    switch byte {
    case UInt8(ascii: "@"), UInt8(ascii: "#"):
      guard isWord(text, start + 1) else { break }
      var end = start + 1
      while isWord(text, end) { end += classify(text, end).1 }
      writer.append(text, start, end, .handle)
      return end
    case UInt8(ascii: "$"):
      guard (0x30...0x39).contains(next) else { break }
      let end = number(text, start + 1)
      writer.widenLast(to: start, shape: .numeric)
      return end
    case UInt8(ascii: "'") where next == byte: return appendMark(text, start, 2, .doubleApostrophe)
    case UInt8(ascii: "`") where next == byte: return appendMark(text, start, 2, .backquotes)
    case UInt8(ascii: "`"): return appendMark(text, start, 1, .singleOpen)
    case 0xE2 where isCurlyPair(text, start): return appendMark(text, start, 6, .doubleApostrophe)
    case UInt8(ascii: "-"), UInt8(ascii: "."):
      var end = start + 1
      while end < text.count, text[end] == byte { end += 1 }
      writer.append(text, start, end, .punctuation)
      return end
    default: break
    }
    if isLowComma(text, start, length) {
      writer.appendComma(start, start + length)
      return start + length
    }
    let kind = QuotationMark(scalar: decodeScalar(text, start).scalar)
    if kind == .single || kind == .singleOpen || kind == .singleClose, beginsName(text, start, length) {
      let first = start + length
      return word(text, start, from: first, WordScan(asciiLetters: text, first, first, capitals: 0))
    }
    return appendMark(text, start, length, kind)
  }

  /// `’’`, which stands for either mark as two straight apostrophes do.
  private func isCurlyPair(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    start + 6 <= text.count && text[start + 1] == 0x80 && text[start + 2] == 0x99
      && text[start + 3] == 0xE2 && text[start + 4] == 0x80 && text[start + 5] == 0x99
  }

  /// `Orr‚ 44‚ said`: the low mark, which opens elsewhere, stands right behind a word.
  private func isLowComma(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ length: Int) -> Bool {
    guard length == 3, start > 0, text[start] == 0xE2, text[start + 1] == 0x80, text[start + 2] == 0x9A else {
      return false
    }
    let before = text[start - 1]
    return before | 0x20 >= UInt8(ascii: "a") && before | 0x20 <= UInt8(ascii: "z")
      || before >= UInt8(ascii: "0") && before <= UInt8(ascii: "9") || before == UInt8(ascii: ")")
  }

  /// As news agencies write a dash: `LAGOS (AP) _ Talks`.
  private func isBetweenSpaces(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    let space = UInt8(ascii: " ")
    return start > 0 && text[start - 1] == space && start + 1 < text.count && text[start + 1] == space
  }

  private mutating func appendMark(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ length: Int, _ mark: QuotationMark
  ) -> Int {
    writer.append(text, start, start + length, mark == .none ? .punctuation : .quotation, mark)
    return start + length
  }
}

/// What the letters of a word say about its shape.
private struct WordScan {
  private var letters: Int
  private var capitals: Int
  private var beginsWithCapital: Bool
  private var beginsWithDigit = false
  /// Offset of the first hyphen or apostrophe.
  var joint: Int?
  var lastApostrophe: Int?

  /// Of a word that begins with some letters of ASCII, or with none.
  @inline(__always)
  init(asciiLetters text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, capitals: Int) {
    letters = end - start
    self.capitals = capitals
    beginsWithCapital = end > start && text[start] & 0x20 == 0
  }

  @inline(__always)
  mutating func add(_ kind: ByteClass) {
    // "ʻAna" begins with a capital.
    if kind == .glottal { return }
    if letters == 0 {
      beginsWithCapital = kind.isUpper
      beginsWithDigit = kind == .digit
    }
    letters += 1
    if kind.isUpper { capitals += 1 }
  }

  var shape: TokenShape {
    beginsWithDigit ? .numeric : Self.shape(letters: letters, capitals: capitals, isCapital: beginsWithCapital)
  }

  /// - Parameter isCapital: Whether the first letter is one.
  @inline(__always)
  static func shape(letters: Int, capitals: Int, isCapital: Bool) -> TokenShape {
    guard isCapital else { return .lower }
    if letters == 1 { return .initial }
    return capitals == letters ? .capitals : .capitalised
  }
}

extension TokenParagraph.Kind {
  init(_ kind: Block.Kind) {
    switch kind {
    case .headline: self = .headline
    case .paragraph: self = .paragraph
    case .caption: self = .caption
    case .boilerplate(reason: "date"): self = .dateLine
    case .boilerplate: self = .boilerplate
    }
  }
}

extension QuotationMark {
  init(scalar: UInt32) {
    switch scalar {
    case 0x22, 0xFF02: self = .straight
    case 0x27: self = .single
    case 0x2018, 0x201A, 0x2039: self = .singleOpen
    case 0x2019, 0x203A: self = .singleClose
    case 0x201C, 0x201F: self = .curlyOpen
    case 0x201D, 0x301E, 0x301F: self = .curlyClose
    case 0x201E: self = .low
    case 0xAB, 0x300A: self = .guillemetLeft
    case 0xBB, 0x300B: self = .guillemetRight
    case 0x300C, 0x300E, 0x301D, 0xFF62: self = .cornerOpen
    case 0x300D, 0x300F, 0xFF63: self = .cornerClose
    default: self = .none
    }
  }
}
