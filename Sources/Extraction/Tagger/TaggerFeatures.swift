/// Writes the features of each token: for the tagger, and for the script that trains it, so that the two can't drift.
///
/// What matters, in order of what was measured: the words around, their parts of speech, the state of the quotation
/// marks, and the long-range facts of `ParagraphScan`, without which strict F1 falls by ten points.
struct TaggerFeatures {
  /// An upper bound of the features of one token.
  static let most = 96

  private let input: TaggerInput
  private let scan: ParagraphScan
  private let paragraphBefore: ParagraphEnd
  private let placeInArticle: UInt32

  init(_ input: TaggerInput, _ scan: ParagraphScan, before: ParagraphEnd, placeInArticle: UInt32) {
    self.input = input
    self.scan = scan
    paragraphBefore = before
    self.placeInArticle = placeInArticle
  }

  /// Distances in steps that widen.
  @inline(__always)
  static func step(_ distance: Int) -> UInt32 {
    if distance < 4 { return UInt32(max(0, distance)) }
    return distance < 7 ? 4 : distance < 13 ? 5 : distance < 26 ? 6 : 7
  }

  /// Writes the features of a token of the paragraph and returns their number.
  func write(_ token: Int, into sink: UnsafeMutablePointer<UInt32>) -> Int {
    var out = FeatureSink(sink)
    out.add(.bias, 0)
    writeOwn(token, &out)
    writeNeighbours(token, &out)
    writePairs(token, &out)
    writePlace(token, &out)
    writeLastCue(token, &out)
    writeNextCue(token, &out)
    writeMarks(token, &out)
    return out.count
  }

  @inline(__always)
  private func word(_ token: Int) -> UInt32 {
    switch input.tokens.shapes[token] {
    case .digits: return 0xD161
    case .numeric: return 0xD162
    default: return input.tokens.hashes[token]
    }
  }

  @inline(__always)
  private func shape(_ token: Int) -> UInt32 { UInt32(input.tokens.shapes[token].rawValue) }
  @inline(__always)
  private func part(_ token: Int) -> UInt32 { input.partsOfSpeech[token] }
  @inline(__always)
  private func quote(_ token: Int) -> UInt32 { UInt32(input.quotationStates[token]) }
  @inline(__always)
  private func cue(_ token: Int) -> UInt32 { UInt32(input.strengths[token].rawValue) }
  @inline(__always)
  private func isInside(_ token: Int) -> Bool { scan.tokens.contains(token) }

  @inline(__always)
  private func writeOwn(_ token: Int, _ out: inout FeatureSink) {
    out.add(.word, word(token))
    out.add(.suffix, input.tokens.suffixes[token])
    out.add(.shape, shape(token))
    out.add(.part, part(token))
    out.add(.quote, quote(token))
    if cue(token) != 0 {
      out.add(.cue, cue(token))
      out.add(.lemma, input.lemmas[token])
      out.add(.cueInQuote, cue(token) << 8 | quote(token))
    }
    if input.isTitle[token] { out.add(.title, 1) }
    if isInside(token - 1), input.isTitle[token - 1] { out.add(.titleBefore, 1) }
    if isInside(token + 1), input.isTitle[token + 1] { out.add(.titleAfter, 1) }
  }

  @inline(__always)
  private func writeNeighbours(_ token: Int, _ out: inout FeatureSink) {
    writeNeighbour(
      token - 2, .wordBefore2, .partBefore2, .quoteBefore2, .cueBefore2, .shapeBefore2, &out)
    writeNeighbour(
      token - 1, .wordBefore1, .partBefore1, .quoteBefore1, .cueBefore1, .shapeBefore1, &out)
    writeNeighbour(token + 1, .wordAfter1, .partAfter1, .quoteAfter1, .cueAfter1, .shapeAfter1, &out)
    writeNeighbour(token + 2, .wordAfter2, .partAfter2, .quoteAfter2, .cueAfter2, .shapeAfter2, &out)
  }

  @inline(__always)
  private func writeNeighbour(
    _ token: Int, _ words: FeatureTemplate, _ parts: FeatureTemplate, _ quotes: FeatureTemplate,
    _ cues: FeatureTemplate, _ shapes: FeatureTemplate, _ out: inout FeatureSink
  ) {
    guard isInside(token) else {
      out.add(words, 0)
      return
    }
    out.add(words, word(token))
    out.add(parts, part(token))
    out.add(quotes, quote(token))
    out.add(shapes, shape(token))
    if cue(token) != 0 { out.add(cues, cue(token)) }
  }

  @inline(__always)
  private func writePairs(_ token: Int, _ out: inout FeatureSink) {
    let hasBefore = isInside(token - 1)
    let hasAfter = isInside(token + 1)
    if hasBefore {
      out.add(.wordPairBefore, ByteHash.mix(word(token - 1), word(token)))
      out.add(.partPairBefore, ByteHash.mix(part(token - 1), part(token)))
    }
    if hasAfter {
      out.add(.wordPairAfter, ByteHash.mix(word(token), word(token + 1)))
      out.add(.partPairAfter, ByteHash.mix(part(token), part(token + 1)))
    }
    if hasBefore, hasAfter {
      out.add(.partTriple, ByteHash.mix(ByteHash.mix(part(token - 1), part(token)), part(token + 1)))
    }
  }

  @inline(__always)
  private func writePlace(_ token: Int, _ out: inout FeatureSink) {
    let index = token - scan.tokens.lowerBound
    let sentence = input.tokens.sentence(token)
    let place = Self.step(token - sentence.lowerBound)
    let holds = UInt32(scan.sentenceHolds[index])
    out.add(.placeInSentence, place)
    out.add(.sentenceEnd, Self.step(sentence.upperBound - 1 - token))
    out.add(.sentenceHolds, holds << 8 | quote(token))
    out.add(.quotedShare, scan.quotedShare << 8 | quote(token))
    out.add(.placeInArticle, placeInArticle)
    out.add(.paragraphBefore, paragraphBefore.rawValue)
    if scan.opensQuoted { out.add(.paragraphOpensQuoted, 1) }
    if !scan.transcriptLabel.isEmpty {
      let end = scan.transcriptLabel.upperBound
      out.add(.transcript, token < end ? 1 : token == end ? 2 : 3)
    }
    if scan.lastCue[index] < 0, scan.nextCue[index] < 0, sentence.lowerBound > scan.tokens.lowerBound {
      let before = sentence.lowerBound - 1 - scan.tokens.lowerBound
      out.add(.sentenceBefore, UInt32(scan.sentenceHolds[before]))
    }
  }

  @inline(__always)
  private func writeLastCue(_ token: Int, _ out: inout FeatureSink) {
    let index = token - scan.tokens.lowerBound
    let last = Int(scan.lastCue[index])
    guard last >= 0 else {
      out.add(.lastCue, 0)
      return
    }
    let strength = cue(last)
    let distance = Self.step(token - last)
    out.add(.lastCue, strength << 8 | distance + 1)
    out.add(.lastLemma, input.lemmas[last])
    let follower = isInside(last + 1) ? (Self.followers.contains(word(last + 1)) ? word(last + 1) : part(last + 1)) : 0
    out.add(.lastCueFollower, ByteHash.mix(follower, token == last + 1 ? 1 : 0))
    out.add(.lastCueComma, strength << 1 | (scan.commaSinceCue[index] ? 1 : 0))
    out.add(.lastCueQuote, (input.isQuoted(last) ? 0x100 : 0) | quote(token))
    if token - last <= 3 {
      out.add(.lastLemmaPart, ByteHash.mix(input.lemmas[last], ByteHash.mix(part(token), distance)))
    }
    out.add(.lastCueWord, ByteHash.mix(strength, word(token)))
  }

  @inline(__always)
  private func writeNextCue(_ token: Int, _ out: inout FeatureSink) {
    let index = token - scan.tokens.lowerBound
    let next = Int(scan.nextCue[index])
    guard next >= 0 else {
      out.add(.nextCue, 0)
      return
    }
    let sentence = input.tokens.sentence(token)
    let isNearEnd = sentence.upperBound - 1 - next < 5
    out.add(.nextCue, cue(next) << 8 | Self.step(next - token) + 1)
    out.add(.nextLemma, input.lemmas[next])
    out.add(.nextCueCommas, UInt32(scan.commasToCue[index]))
    out.add(.nextCuePlace, (isNearEnd ? 0x100 : 0) | quote(token))
    if token - sentence.lowerBound < 2 {
      let start = UInt32(token - sentence.lowerBound)
      out.add(.nextCueAtStart, (isNearEnd ? 0x100 : 0) | start << 4 | UInt32(scan.commasToCue[index]))
    }
  }

  @inline(__always)
  private func writeMarks(_ token: Int, _ out: inout FeatureSink) {
    guard !input.isQuoted(token) else {
      if let quotation = input.quotation(token), quotation.continues { out.add(.quoteContinues, quote(token)) }
      return
    }
    let index = token - scan.tokens.lowerBound
    let close = Int(scan.lastClose[index])
    if close >= 0 {
      let kind = closeKind(close)
      if token - close <= 6 { out.add(.behindQuotation, kind << 8 | UInt32(token - close)) }
      if token - close <= 12, input.tokens.sentenceOf[token] == input.tokens.sentenceOf[close] {
        out.add(.behindQuotationInSentence, kind)
      }
    }
    let open = Int(scan.nextOpen[index])
    if open >= 0, open - token <= 6 {
      let before = open - 1
      let mark = input.tokens.isWord(before) ? 0 : input.tokens.hashes[before]
      out.add(.beforeQuotation, ByteHash.mix(mark, UInt32(open - token)))
    }
  }

  /// How a quotation ends: the mark inside its closing one, and whether a dash follows.
  private func closeKind(_ close: Int) -> UInt32 {
    let table = input.tokens
    let inside = table.isWord(close - 1) ? 0 : table.hashes[close - 1] & 0xFFFF
    let isDash =
      close + 1 < table.count && table.shapes[close + 1] == .punctuation
      && Self.dashes.contains(table.hashes[close + 1])
    return inside << 1 | (isDash ? 1 : 0)
  }

  private static let dashes = WordSet("— – ― - --")

  /// Words behind a cue that tell much by themselves.
  private static let followers = WordSet(
    "that it to he she the they there of on for in about , as by : her him me us them reporters")
}

/// A growing list of features in a buffer that the caller owns.
struct FeatureSink {
  private let buffer: UnsafeMutablePointer<UInt32>
  private(set) var count = 0

  init(_ buffer: UnsafeMutablePointer<UInt32>) { self.buffer = buffer }

  @inline(__always)
  mutating func add(_ template: FeatureTemplate, _ value: UInt32) {
    buffer[count] = ByteHash.mix(template.rawValue, value)
    count += 1
  }
}
