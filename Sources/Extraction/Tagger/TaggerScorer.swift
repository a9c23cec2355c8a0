/// Adds up the weights of the features of each token.
///
/// The parts of the features that depend on one thing are summed once for each value of it: for small numbers when the
/// model is read, for types of tokens when one is met first, for cues and paragraphs when their tokens are reached. What
/// is left for a token is a dozen additions and the few features of `writeTogether`, instead of sixty look-ups in a
/// table that no cache holds. The sums are of integers, so their order changes nothing.
struct TaggerScorer: Sendable {
  typealias Sum = SIMD8<Int32>

  let weights: SparseWeights
  private let outside: [Sum]
  private let windowQuotes: KeySums<WindowQuote>
  /// By state of the marks: the sum of a window that lies in it as a whole.
  private let evenWindows: [Sum]
  private let edges: [Sum]
  private let cueQuotes: KeySums<CueQuote>
  /// By number of the surroundings, with the sum of an even window in the state that is part of them.
  private let surroundings: [Sum]
  private let sentencePlaces: KeySums<SentencePlace>
  private let sentencesBefore: KeySums<SentenceBefore>
  private let lastCues: KeySums<LastCue>
  private let lastCueQuotes: KeySums<LastCueQuote>
  private let nextCues: KeySums<NextCue>
  private let nextCuePlaces: KeySums<NextCuePlace>

  init(_ weights: SparseWeights) {
    self.weights = weights
    outside = WindowPlace.allCases.map { place in weights.sum { TaggerFeatures.writeOutside(place, &$0) } }
    let windowQuotes = KeySums<WindowQuote>(weights)
    self.windowQuotes = windowQuotes
    let evenWindows: [Sum] = (0..<32).map { state in
      WindowPlace.allCases.reduce(.zero) { $0 &+ windowQuotes[WindowQuote(place: $1.rawValue, quote: state)] }
    }
    self.evenWindows = evenWindows
    edges = Self.edges(windowQuotes, outside, even: evenWindows[0])
    let surroundings = KeySums<QuotedSurroundings>(weights)
    self.surroundings = (0..<QuotedSurroundings.count).map { index in
      let key = QuotedSurroundings(index: index)
      return surroundings[key] &+ evenWindows[key.quote]
    }
    cueQuotes = KeySums(weights)
    sentencePlaces = KeySums(weights)
    sentencesBefore = KeySums(weights)
    lastCues = KeySums(weights)
    lastCueQuotes = KeySums(weights)
    nextCues = KeySums(weights)
    nextCuePlaces = KeySums(weights)
  }

  /// Writes the sums of a paragraph's tokens, whose types `types` has learned.
  ///
  /// Each kind of look-up has a loop of its own over the paragraph: the processor then waits for many places of the
  /// memory at once, not for one after the other.
  func score(_ features: TaggerFeatures, _ types: inout TypeSums, into sums: UnsafeMutablePointer<Sum>) {
    let tokens = features.scan.tokens
    let edge = Self.edge
    // With an edge of no type on both sides, so that every window is whole.
    withUnsafeTemporaryAllocation(of: TypeOfToken.self, capacity: tokens.count + 2 * edge) { all in
      let end = edge + tokens.count
      for index in 0..<edge {
        all.initializeElement(at: index, to: .none)
        all.initializeElement(at: end + index, to: .none)
      }
      // Before all else: while the numbers are added up, the blocks of the types are on their way.
      var rests: Int32 = 0
      for token in tokens {
        let place = types.places[Int(features.input.types[token])]
        let type = TypeOfToken(place, types.header(at: place))
        rests |= type.rest
        all.initializeElement(at: edge + token - tokens.lowerBound, to: type)
      }
      addNumbers(features, to: sums)
      addTypes(features, types, UnsafeBufferPointer(all), to: sums)
      if rests != 0 { addRests(types, UnsafeBufferPointer(all), to: sums) }
      addPairs(features, &types, UnsafeBufferPointer(rebasing: all[edge..<end]), to: sums)
    }
    addTogether(features, to: sums)
  }

  /// How far a window reaches to each side.
  private static var edge: Int { WindowPlace.own.rawValue }

  /// Begins the sums with what depends on the paragraph, on small numbers and on the cues around.
  private func addNumbers(_ features: TaggerFeatures, to sums: UnsafeMutablePointer<Sum>) {
    let tokens = features.scan.tokens
    let paragraph = weights.sum { features.writeParagraph(&$0) }
    let strengths = features.input.strengths
    let withoutCues = lastCues[LastCue(index: 0)] &+ nextCues[NextCue(index: 0)]
    var cues = CueSums()
    var first = tokens.lowerBound
    while first < tokens.upperBound {
      let sentence = features.input.tokens.sentence(first)
      let end = min(max(first + 1, sentence.upperBound), tokens.upperBound)
      let apart = paragraph &+ withoutCues &+ sentencesBefore[features.sentenceBefore(sentence)]
      if features.input.isPlain(sentenceOf: first) {
        addPlaces(features, first..<end, of: sentence, apart, to: sums + (first - tokens.lowerBound))
        first = end
        continue
      }
      for token in first..<end {
        let fact = features.scan[token]
        let isApart = fact.lastCue < 0 && fact.nextCue < 0
        var sum = (isApart ? apart : paragraph) &+ surroundings[features.surroundings(token).index]
        sum &+= sentencePlaces[features.sentencePlace(token, in: sentence)]
        if strengths[token] != .none { sum &+= cueQuotes[features.cueQuote(token)] }
        if !isApart {
          sum &+= lastCues[features.lastCue(token)] &+ nextCues[features.nextCue(token)]
          if let last = features.lastCueToken(token) {
            sum &+= cues.last(last, isNext: token == last + 1, features, weights)
            sum &+= lastCueQuotes[features.lastCueQuote(last, token)]
          }
          if let next = features.nextCueToken(token) {
            sum &+= cues.next(next, features, weights)
            sum &+= nextCuePlaces[features.nextCuePlace(next, token, in: sentence)]
          }
        }
        (sums + (token - tokens.lowerBound)).initialize(to: sum)
      }
      first = end
    }
    addWindow(features, to: sums)
  }

  /// Begins the sums of a plain sentence, in which few numbers differ from token to token.
  ///
  /// - Parameter apart: The sum of what does not.
  @inline(__always)
  private func addPlaces(
    _ features: TaggerFeatures, _ tokens: Range<Int>, of sentence: Range<Int>, _ apart: Sum,
    to sums: UnsafeMutablePointer<Sum>
  ) {
    let strengths = features.input.strengths
    let surroundings = QuotedSurroundings(share: features.scan.quotedShare, holds: 0, quote: 0)
    let same = apart &+ self.surroundings[surroundings.index]
    for token in tokens {
      var sum = same &+ sentencePlaces[features.sentencePlace(token, in: sentence)]
      if strengths[token] != .none { sum &+= cueQuotes[CueQuote(strength: strengths[token], quote: 0)] }
      (sums + (token - tokens.lowerBound)).initialize(to: sum)
    }
  }

  /// What stands around each token: the marks, and the ends of the paragraph.
  ///
  /// Nearly all windows lie in one state of the marks, outside or inside a quotation; `surroundings` took all for such.
  private func addWindow(_ features: TaggerFeatures, to sums: UnsafeMutablePointer<Sum>) {
    let tokens = features.scan.tokens
    guard features.scan.holdsMarks else { return addEdges(tokens.count, to: sums) }
    features.input.quotationStates.withUnsafeBufferPointer { states in
      // How many tokens, up to the one two behind, are in one state.
      var length = tokens.count > 1 && states[tokens.lowerBound] == states[tokens.lowerBound + 1] ? 2 : 1
      let whole = WindowPlace.allPlaces.count
      for token in tokens {
        let ahead = token + 2
        if ahead < tokens.upperBound { length = states[ahead] == states[ahead - 1] ? length + 1 : 1 }
        let isEven = ahead < tokens.upperBound && length >= whole
        if !isEven { sums[token - tokens.lowerBound] &+= window(token, features) &- evenWindows[Int(states[token])] }
      }
    }
  }

  /// The ends of a paragraph of which nothing is quoted: two tokens at each.
  private func addEdges(_ count: Int, to sums: UnsafeMutablePointer<Sum>) {
    let edge = Self.edge
    for index in 0..<min(edge, count) {
      sums[index] &+= edges[(edge - index) * (edge + 1) + max(0, index + edge + 1 - count)]
    }
    for index in max(edge, count - edge)..<max(edge, count) { sums[index] &+= edges[index + edge + 1 - count] }
  }

  /// By how many places of a window lie before its paragraph and how many behind: what that adds to an even window
  /// outside quotations.
  private static func edges(_ quotes: KeySums<WindowQuote>, _ outside: [Sum], even: Sum) -> [Sum] {
    let places = WindowPlace.allPlaces
    return (0...edge).flatMap { before in
      (0...edge).map { behind in
        places.reduce(.zero &- even) { sum, place in
          let isInside = place.rawValue >= before && place.rawValue < places.count - behind
          return sum &+ (isInside ? quotes[WindowQuote(place: place.rawValue, quote: 0)] : outside[place.rawValue])
        }
      }
    }
  }

  private func window(_ token: Int, _ features: TaggerFeatures) -> Sum {
    var sum = Sum.zero
    for place in WindowPlace.allPlaces {
      let other = token + place.offset
      sum &+=
        features.isInside(other)
        ? windowQuotes[WindowQuote(place: place.rawValue, quote: features.quote(other))] : outside[place.rawValue]
    }
    return sum
  }

  /// Adds what each token says for itself and for those two places around.
  private func addTypes(
    _ features: TaggerFeatures, _ known: TypeSums, _ types: UnsafeBufferPointer<TypeOfToken>,
    to sums: UnsafeMutablePointer<Sum>
  ) {
    let strengths = features.input.strengths
    known.rows.withUnsafeBufferPointer { rows in
      for (index, token) in features.scan.tokens.enumerated() {
        // Written out, so that the sum stays in registers. At place 0 stands the token two before.
        var sum = sums[index]
        sum &+= Sum(truncatingIfNeeded: rows[types[index].row])
        sum &+= Sum(truncatingIfNeeded: rows[types[index + 1].row + 1])
        sum &+= Sum(truncatingIfNeeded: rows[types[index + 2].row + 2])
        sum &+= Sum(truncatingIfNeeded: rows[types[index + 3].row + 3])
        sum &+= Sum(truncatingIfNeeded: rows[types[index + 4].row + 4])
        if let last = features.lastCueToken(token) {
          let behind = strengths[last] == .a ? TypeSums.behindA : TypeSums.behindB
          sum &+= Sum(truncatingIfNeeded: rows[types[index + Self.edge].row + behind])
        }
        sums[index] = sum
      }
    }
  }

  /// Adds what the rows of a few types are too narrow for.
  private func addRests(
    _ known: TypeSums, _ types: UnsafeBufferPointer<TypeOfToken>, to sums: UnsafeMutablePointer<Sum>
  ) {
    let (window, count) = (WindowPlace.allPlaces, types.count - 2 * Self.edge)
    for index in 0..<count where types[index + Self.edge].rest > 0 {
      let rest = Int(types[index + Self.edge].rest)
      for place in window {
        let labelled = index - place.offset
        if labelled >= 0, labelled < count { sums[labelled] &+= known.rests[rest + place.rawValue] }
      }
    }
  }

  /// Adds what the parts of speech of two tokens say for both of them.
  private func addPairs(
    _ features: TaggerFeatures, _ known: inout TypeSums, _ types: UnsafeBufferPointer<TypeOfToken>,
    to sums: UnsafeMutablePointer<Sum>
  ) {
    let (first, partsOfSpeech) = (features.scan.tokens.lowerBound, features.input.partsOfSpeech)
    // Of the token before, as the second of its pair with the one before it.
    var second = Sum.zero
    for index in 1..<max(1, types.count) {
      let (before, own) = (types[index - 1].part, types[index].part)
      sums[index - 1] &+= second
      second = .zero
      if before < TypeSums.mostParts, own < TypeSums.mostParts {
        let pair = known.pair(before, own, partsOfSpeech, first + index, weights)
        sums[index - 1] &+= Sum(truncatingIfNeeded: pair.first)
        second = Sum(truncatingIfNeeded: pair.second)
      } else {
        let parts = features.partPair(first + index - 1)
        sums[index - 1] &+= weights.sum { TaggerFeatures.write(partsAround: parts, isBefore: false, &$0) }
        second = weights.sum { TaggerFeatures.write(partsAround: parts, isBefore: true, &$0) }
      }
    }
    sums[max(0, types.count - 1)] &+= second
  }

  /// Adds the features of which no sums are kept; most tokens have none.
  private func addTogether(_ features: TaggerFeatures, to sums: UnsafeMutablePointer<Sum>) {
    let tokens = features.scan.tokens
    withUnsafeTemporaryAllocation(of: FeatureOfToken.self, capacity: Self.roomTogether) { all in
      guard let base = all.baseAddress else { return }
      var count = 0
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: TaggerFeatures.mostTogether) { buffer in
        guard let buffer = buffer.baseAddress else { return }
        var first = tokens.lowerBound
        while first < tokens.upperBound {
          let end = min(max(first + 1, features.input.tokens.sentence(first).upperBound), tokens.upperBound)
          defer { first = end }
          // Most sentences have none: nothing is asked of their tokens.
          guard features.mayWriteTogether(inSentenceOf: first) else { continue }
          for token in first..<end where features.mayWriteTogether(token) {
            if count + TaggerFeatures.mostTogether > Self.roomTogether {
              weights.add(base, count, to: sums)
              count = 0
            }
            var out = FeatureSink(buffer)
            features.writeTogether(token, &out)
            weights.keep(buffer, out.count, of: token - tokens.lowerBound, in: base, &count)
          }
        }
      }
      weights.add(base, count, to: sums)
    }
  }

  /// As many features as have room on the stack, where memory costs nothing: a kilobyte.
  private static var roomTogether: Int { 128 }
}

/// What `TypeSums` knows of the type of a token.
private struct TypeOfToken {
  /// The first row of its block.
  private let first: Int32
  let rest: Int32
  /// The number of its part of speech.
  let part: Int16

  static var none: TypeOfToken { TypeOfToken(TypeSums.none, (0, 0)) }

  @inline(__always)
  init(_ place: Int32, _ header: (part: Int16, rest: Int32)) {
    first = place &+ Int32(TypeSums.firstRow)
    (part, rest) = header
  }

  @inline(__always)
  var row: Int { Int(first) }
}

/// The sums of a part of the features for every value of its number.
struct KeySums<Key: FeatureKey>: Sendable {
  private let sums: [TaggerScorer.Sum]

  init(_ weights: SparseWeights) {
    sums = (0..<Key.count).map { index in weights.sum { Key(index: index).write(&$0) } }
  }

  @inline(__always)
  subscript(key: Key) -> TaggerScorer.Sum { sums[key.index] }
}

/// The sums of the cues around, which are the same for many tokens behind one another.
private struct CueSums {
  private var lastKey = -1
  private var lastSum = TaggerScorer.Sum.zero
  private var nextToken = -1
  private var nextSum = TaggerScorer.Sum.zero

  @inline(__always)
  mutating func last(
    _ token: Int, isNext: Bool, _ features: TaggerFeatures, _ weights: SparseWeights
  ) -> TaggerScorer.Sum {
    let key = token << 1 | (isNext ? 1 : 0)
    if key != lastKey {
      lastKey = key
      lastSum = weights.sum { features.writeLastCue(token, isNext: isNext, &$0) }
    }
    return lastSum
  }

  @inline(__always)
  mutating func next(_ token: Int, _ features: TaggerFeatures, _ weights: SparseWeights) -> TaggerScorer.Sum {
    if token != nextToken {
      nextToken = token
      nextSum = weights.sum { features.writeNextCue(token, &$0) }
    }
    return nextSum
  }
}
