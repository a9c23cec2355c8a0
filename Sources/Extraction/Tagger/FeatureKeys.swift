/// A part of a token's features that depends on one small number.
///
/// The parts are the one definition of these features: `feature-dump` writes them out for every token, the tagger keeps
/// the sum of their weights for every number.
protocol FeatureKey {
  static var count: Int { get }
  init(index: Int)
  var index: Int { get }
  func write(_ out: inout FeatureSink)
}

/// The place of a token in the window of five around the one that is labelled.
enum WindowPlace: Int, CaseIterable {
  case before2, before1, own, after1, after2

  var offset: Int { rawValue - 2 }

  /// The library's list of the cases is made anew each time.
  static let allPlaces = allCases
}

/// The state of the quotation marks at a place of the window.
struct WindowQuote: FeatureKey {
  static let count = WindowPlace.allCases.count << 5
  let place: Int
  let quote: Int

  @inline(__always)
  init(place: Int, quote: UInt8) { (self.place, self.quote) = (place, Int(quote)) }
  init(index: Int) { (place, quote) = (index >> 5, index & 31) }
  @inline(__always)
  var index: Int { place << 5 | quote }

  func write(_ out: inout FeatureSink) {
    let templates: [FeatureTemplate] = [.quoteBefore2, .quoteBefore1, .quote, .quoteAfter1, .quoteAfter2]
    out.add(templates[place], UInt32(quote))
  }
}

/// A cue, and how it is quoted.
struct CueQuote: FeatureKey {
  static let count = 8 << 5
  let strength: Int
  let quote: Int

  @inline(__always)
  init(strength: CueStrength, quote: UInt8) { (self.strength, self.quote) = (Int(strength.rawValue), Int(quote)) }
  init(index: Int) { (strength, quote) = (index >> 5, index & 31) }
  @inline(__always)
  var index: Int { strength << 5 | quote }

  func write(_ out: inout FeatureSink) {
    if strength != 0 { out.add(.cueInQuote, UInt32(strength << 8 | quote)) }
  }
}

/// How much of the paragraph is quoted, what the sentence holds, and how the token is quoted.
struct QuotedSurroundings: FeatureKey {
  static let count = 16 << 5
  let share: Int
  let holds: Int
  let quote: Int

  @inline(__always)
  init(share: UInt32, holds: UInt8, quote: UInt8) {
    (self.share, self.holds, self.quote) = (Int(share), Int(holds), Int(quote))
  }
  init(index: Int) { (share, holds, quote) = (index >> 7, index >> 5 & 3, index & 31) }
  @inline(__always)
  var index: Int { share << 7 | holds << 5 | quote }

  func write(_ out: inout FeatureSink) {
    out.add(.sentenceHolds, UInt32(holds << 8 | quote))
    out.add(.quotedShare, UInt32(share << 8 | quote))
  }
}

/// Steps from the start of the sentence and to its end.
struct SentencePlace: FeatureKey {
  static let count = 64
  let start: Int
  let end: Int

  @inline(__always)
  init(start: UInt32, end: UInt32) { (self.start, self.end) = (Int(start), Int(end)) }
  init(index: Int) { (start, end) = (index >> 3, index & 7) }
  @inline(__always)
  var index: Int { start << 3 | end }

  func write(_ out: inout FeatureSink) {
    out.add(.placeInSentence, UInt32(start))
    out.add(.sentenceEnd, UInt32(end))
  }
}

/// What the sentence before holds, for a token of a sentence without a cue; 4 for any other.
struct SentenceBefore: FeatureKey {
  static let count = 5
  let index: Int

  @inline(__always)
  init(index: Int) { self.index = index }

  func write(_ out: inout FeatureSink) {
    if index < 4 { out.add(.sentenceBefore, UInt32(index)) }
  }
}

/// The last ruling cue: how strong, how far, whether behind a comma. Strength 0 for none.
struct LastCue: FeatureKey {
  static let count = 8 << 4
  let strength: Int
  let distance: Int
  let comma: Int

  @inline(__always)
  init(strength: CueStrength, distance: UInt32, comma: Bool) {
    (self.strength, self.distance, self.comma) = (Int(strength.rawValue), Int(distance), comma ? 1 : 0)
  }
  init(index: Int) { (strength, distance, comma) = (index >> 4, index >> 1 & 7, index & 1) }
  @inline(__always)
  var index: Int { strength << 4 | distance << 1 | comma }

  func write(_ out: inout FeatureSink) {
    guard strength > 0 else { return out.add(.lastCue, 0) }
    out.add(.lastCue, UInt32(strength << 8 | distance + 1))
    out.add(.lastCueComma, UInt32(strength << 1 | comma))
  }
}

struct LastCueQuote: FeatureKey {
  static let count = 2 << 5
  let isQuoted: Int
  let quote: Int

  @inline(__always)
  init(isQuoted: Bool, quote: UInt8) { (self.isQuoted, self.quote) = (isQuoted ? 1 : 0, Int(quote)) }
  init(index: Int) { (isQuoted, quote) = (index >> 5, index & 31) }
  @inline(__always)
  var index: Int { isQuoted << 5 | quote }

  func write(_ out: inout FeatureSink) { out.add(.lastCueQuote, UInt32(isQuoted << 8 | quote)) }
}

/// The next ruling cue: how strong, how far, behind how many commas. Strength 0 for none.
struct NextCue: FeatureKey {
  static let count = 8 << 5
  let strength: Int
  let distance: Int
  let commas: Int

  @inline(__always)
  init(strength: CueStrength, distance: UInt32, commas: UInt8) {
    (self.strength, self.distance, self.commas) = (Int(strength.rawValue), Int(distance), Int(commas))
  }
  init(index: Int) { (strength, distance, commas) = (index >> 5, index >> 2 & 7, index & 3) }
  @inline(__always)
  var index: Int { strength << 5 | distance << 2 | commas }

  func write(_ out: inout FeatureSink) {
    guard strength > 0 else { return out.add(.nextCue, 0) }
    out.add(.nextCue, UInt32(strength << 8 | distance + 1))
    out.add(.nextCueCommas, UInt32(commas))
  }
}

/// Whether the next cue ends its sentence, how the token is quoted, and whether the token begins the sentence (0 and 1,
/// else 2).
struct NextCuePlace: FeatureKey {
  static let count = 32 << 5
  let isNearEnd: Int
  let start: Int
  let commas: Int
  let quote: Int

  @inline(__always)
  init(isNearEnd: Bool, start: Int, commas: UInt8, quote: UInt8) {
    (self.isNearEnd, self.start) = (isNearEnd ? 1 : 0, min(start, 2))
    (self.commas, self.quote) = (Int(commas), Int(quote))
  }
  init(index: Int) {
    (isNearEnd, start, commas, quote) = (index >> 9, index >> 7 & 3, index >> 5 & 3, index & 31)
  }
  @inline(__always)
  var index: Int { isNearEnd << 9 | start << 7 | commas << 5 | quote }

  func write(_ out: inout FeatureSink) {
    out.add(.nextCuePlace, UInt32(isNearEnd << 8 | quote))
    if start < 2 { out.add(.nextCueAtStart, UInt32(isNearEnd << 8 | start << 4 | commas)) }
  }
}
