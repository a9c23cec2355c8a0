/// Writes the features of each token: for the script that trains the tagger, and part by part for the tagger, so that
/// the two can't drift.
///
/// What matters, in order of what was measured: the words around, their parts of speech, the state of the quotation
/// marks, and the long-range facts of `ParagraphScan`, without which strict F1 falls by ten points.
///
/// A part is what depends on one thing: the type of a token in the window, a small number (`FeatureKey`), the paragraph,
/// a cue. The tagger adds the features of a part up once for each value of that thing; what is left for every token is
/// `writeTogether`.
struct TaggerFeatures {
  /// An upper bound of the features of one token.
  static let most = 96
  /// And of those that `writeTogether` writes.
  static let mostTogether = 8

  let input: TaggerInput
  let scan: ParagraphScan
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
    // The steps of 0 to 15, four bits each; without a branch, which nobody could foretell.
    let near = UInt64(0x6665_5555_5444_3210) &>> UInt64(truncatingIfNeeded: min(max(distance, 0), 15) * 4)
    return UInt32(truncatingIfNeeded: near & 7) &+ (distance < 26 ? 0 : 1)
  }

  /// Writes all features of a token of the paragraph and returns their number.
  ///
  /// - Parameter types: Those that `input.types` numbers.
  func write(_ token: Int, types: [TokenType], into sink: UnsafeMutablePointer<UInt32>) -> Int {
    var out = FeatureSink(sink)
    write(token, types: types, to: &out)
    return out.count
  }

  func write(_ token: Int, types: [TokenType], to out: inout FeatureSink) {
    writeParagraph(&out)
    for place in WindowPlace.allCases {
      let other = token + place.offset
      guard isInside(other) else {
        Self.writeOutside(place, &out)
        continue
      }
      Self.writeWord(types[Int(input.types[other])], at: place, &out)
      Self.writeGroup(types[Int(input.types[other])], at: place, &out)
      WindowQuote(place: place.rawValue, quote: quote(other)).write(&out)
    }
    cueQuote(token).write(&out)
    surroundings(token).write(&out)
    sentencePlace(token).write(&out)
    sentenceBefore(token).write(&out)
    lastCue(token).write(&out)
    if let last = lastCueToken(token) {
      writeLastCue(last, isNext: token == last + 1, &out)
      lastCueQuote(last, token).write(&out)
      Self.write(types[Int(input.types[token])], behindCue: input.strengths[last], &out)
    }
    nextCue(token).write(&out)
    if let next = nextCueToken(token) {
      writeNextCue(next, &out)
      nextCuePlace(next, token).write(&out)
    }
    if isInside(token + 1) { Self.write(partsAround: partPair(token), isBefore: false, &out) }
    if isInside(token - 1) { Self.write(partsAround: partPair(token - 1), isBefore: true, &out) }
    writeTogether(token, &out)
  }

  @inline(__always)
  func quote(_ token: Int) -> UInt8 { input.quotationStates[token] }
  @inline(__always)
  func isInside(_ token: Int) -> Bool { scan.tokens.contains(token) }

  // MARK: Of a token's type

  private struct WindowTemplates {
    let word, part, shape, cue: FeatureTemplate
    let title: FeatureTemplate?
  }

  private static let templates = [
    WindowTemplates(word: .wordBefore2, part: .partBefore2, shape: .shapeBefore2, cue: .cueBefore2, title: nil),
    WindowTemplates(
      word: .wordBefore1, part: .partBefore1, shape: .shapeBefore1, cue: .cueBefore1, title: .titleBefore),
    WindowTemplates(word: .word, part: .part, shape: .shape, cue: .cue, title: .title),
    WindowTemplates(word: .wordAfter1, part: .partAfter1, shape: .shapeAfter1, cue: .cueAfter1, title: .titleAfter),
    WindowTemplates(word: .wordAfter2, part: .partAfter2, shape: .shapeAfter2, cue: .cueAfter2, title: nil),
  ]

  /// What the word itself says.
  static func writeWord(_ type: TokenType, at place: WindowPlace, _ out: inout FeatureSink) {
    out.add(templates[place.rawValue].word, type.word)
    if place == .own { out.add(.suffix, type.suffix) }
  }

  /// What it has in common with the other words of its class.
  static func writeGroup(_ type: TokenType, at place: WindowPlace, _ out: inout FeatureSink) {
    let templates = templates[place.rawValue]
    out.add(templates.part, type.entry.partOfSpeech)
    out.add(templates.shape, UInt32(type.shape.rawValue))
    if type.entry.strength != .none { out.add(templates.cue, UInt32(type.entry.strength.rawValue)) }
    if type.entry.isTitle, let title = templates.title { out.add(title, 1) }
    if place == .own, type.entry.strength != .none { out.add(.lemma, type.entry.lemma) }
  }

  /// Beyond the paragraph.
  static func writeOutside(_ place: WindowPlace, _ out: inout FeatureSink) {
    out.add(templates[place.rawValue].word, 0)
  }

  /// The word with the strength of the last cue before it.
  static func write(_ type: TokenType, behindCue strength: CueStrength, _ out: inout FeatureSink) {
    out.add(.lastCueWord, ByteHash.mix(UInt32(strength.rawValue), type.word))
  }

  /// The parts of speech of a token and the one behind it, as one value.
  @inline(__always)
  func partPair(_ token: Int) -> UInt32 {
    ByteHash.mix(input.partsOfSpeech[token], input.partsOfSpeech[token + 1])
  }

  /// - Parameter isBefore: Whether the other token of the pair stands before the one that is labelled.
  static func write(partsAround pair: UInt32, isBefore: Bool, _ out: inout FeatureSink) {
    out.add(isBefore ? .partPairBefore : .partPairAfter, pair)
  }

  // MARK: Of the paragraph

  func writeParagraph(_ out: inout FeatureSink) {
    out.add(.bias, 0)
    out.add(.placeInArticle, placeInArticle)
    out.add(.paragraphBefore, paragraphBefore.rawValue)
    if scan.opensQuoted { out.add(.paragraphOpensQuoted, 1) }
  }

  // MARK: Of small numbers

  @inline(__always)
  func cueQuote(_ token: Int) -> CueQuote { CueQuote(strength: input.strengths[token], quote: quote(token)) }

  @inline(__always)
  func surroundings(_ token: Int) -> QuotedSurroundings {
    QuotedSurroundings(
      share: scan.quotedShare, holds: scan[token].sentenceHolds, quote: quote(token))
  }

  func sentencePlace(_ token: Int) -> SentencePlace { sentencePlace(token, in: input.tokens.sentence(token)) }

  @inline(__always)
  func sentencePlace(_ token: Int, in sentence: Range<Int>) -> SentencePlace {
    SentencePlace(start: Self.step(token - sentence.lowerBound), end: Self.step(sentence.upperBound - 1 - token))
  }

  func sentenceBefore(_ token: Int) -> SentenceBefore {
    guard lastCueToken(token) == nil, nextCueToken(token) == nil else { return SentenceBefore(index: 4) }
    return sentenceBefore(input.tokens.sentence(token))
  }

  /// For the tokens of a sentence around which no cue stands.
  func sentenceBefore(_ sentence: Range<Int>) -> SentenceBefore {
    let before = sentence.lowerBound - 1
    return SentenceBefore(index: isInside(before) ? Int(scan[before].sentenceHolds) : 4)
  }

  // MARK: Of the cues around

  @inline(__always)
  func lastCueToken(_ token: Int) -> Int? {
    let last = Int(scan[token].lastCue)
    return last >= 0 ? last : nil
  }

  @inline(__always)
  func nextCueToken(_ token: Int) -> Int? {
    let next = Int(scan[token].nextCue)
    return next >= 0 ? next : nil
  }

  @inline(__always)
  func lastCue(_ token: Int) -> LastCue {
    guard let last = lastCueToken(token) else { return LastCue(index: 0) }
    return LastCue(
      strength: input.strengths[last], distance: Self.step(token - last), comma: scan[token].commaSinceCue)
  }

  @inline(__always)
  func lastCueQuote(_ last: Int, _ token: Int) -> LastCueQuote {
    LastCueQuote(isQuoted: input.isQuoted(last), quote: quote(token))
  }

  @inline(__always)
  func nextCue(_ token: Int) -> NextCue {
    guard let next = nextCueToken(token) else { return NextCue(index: 0) }
    return NextCue(
      strength: input.strengths[next], distance: Self.step(next - token), commas: scan[token].commasToCue)
  }

  func nextCuePlace(_ next: Int, _ token: Int) -> NextCuePlace {
    nextCuePlace(next, token, in: input.tokens.sentence(token))
  }

  @inline(__always)
  func nextCuePlace(_ next: Int, _ token: Int, in sentence: Range<Int>) -> NextCuePlace {
    NextCuePlace(
      isNearEnd: sentence.upperBound - 1 - next < 5, start: token - sentence.lowerBound,
      commas: scan[token].commasToCue, quote: quote(token))
  }

  /// - Parameter isNext: Of the token right behind the cue.
  func writeLastCue(_ last: Int, isNext: Bool, _ out: inout FeatureSink) {
    out.add(.lastLemma, input.lemmas[last])
    var follower: UInt32 = 0
    if isInside(last + 1) {
      let word = input.tokens.hashes[last + 1]
      follower = Self.followers.contains(word) ? word : input.partsOfSpeech[last + 1]
    }
    out.add(.lastCueFollower, ByteHash.mix(follower, isNext ? 1 : 0))
  }

  func writeNextCue(_ next: Int, _ out: inout FeatureSink) { out.add(.nextLemma, input.lemmas[next]) }

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
  mutating func add(_ template: FeatureTemplate, _ value: UInt32) { add(of: template, value) }

  /// Of another model.
  @inline(__always)
  mutating func add(of template: some RawRepresentable<UInt32>, _ value: UInt32) {
    buffer[count] = ByteHash.mix(template.rawValue, value)
    count += 1
  }

  /// Calls `body` with room for `TaggerFeatures.most` features, more than any of the models has.
  @inline(__always)
  static func withRoom<Result>(_ body: (UnsafeMutablePointer<UInt32>) -> Result) -> Result {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: TaggerFeatures.most) { body($0.baseAddress!) }
  }

  /// Where there is but one label.
  func score(_ weights: SparseWeights) -> Float { weights.score(buffer, count) }

  var features: [UInt32] { Array(UnsafeBufferPointer(start: buffer, count: count)) }
}
