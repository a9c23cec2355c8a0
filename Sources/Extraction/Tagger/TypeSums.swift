/// The sums of the weights that depend on the types of tokens, made when a type is met first.
///
/// What the word itself weighs and what its class weighs (part of speech, shape, cue, title) are kept apart: the classes
/// are few and always in the cache, and most words that are rare weigh nothing, which is one row for all of them.
final class TypeSums {
  typealias Sum = TaggerScorer.Sum
  typealias Row = SparseWeights.Row

  /// Where the sums of a type lie, and the number of its part of speech.
  struct Place {
    var word: Int32
    var group: Int32
    var part: Int32
  }

  struct Pair {
    var first: Row
    var second: Row
  }

  /// For each place of the window, then behind a cue of strength a and b.
  static let wordRows = 7
  static let behindA = 5
  static let behindB = 6
  static let groupRows = 5
  /// More parts of speech than this (a mark is one of its own) have no sums of pairs.
  static let mostParts = 256

  /// By type.
  private(set) var places: [Place] = []
  /// `wordRows` for each word, in 16 bits; the first word is one without weights.
  private(set) var words: [Row] = [Row](repeating: .zero, count: wordRows)
  /// `groupRows` for each class of words.
  private(set) var groups: [Sum] = []
  /// For each pair of parts of speech: for the first token of the two, and for the second.
  private var pairs: [Pair] = []
  /// By two parts of speech, the number of their pair; -1 for one that has not been met.
  private var pairNumbers: [Int32]
  private var groupNumbers: [Group: Int32] = [:]
  private var partNumbers: [UInt32: Int32] = [:]

  init() { pairNumbers = [Int32](repeating: -1, count: Self.mostParts * Self.mostParts) }

  /// Forgets the types; classes and parts of speech are few and stay.
  func removeTypes() {
    places.removeAll(keepingCapacity: true)
    words.removeSubrange(Self.wordRows...)
  }

  // MARK: Learning

  /// Sums up the types that have been met since the last call.
  func learn(_ types: [TokenType], _ weights: SparseWeights) {
    for index in places.count..<max(places.count, types.count) { add(types[index], weights) }
  }

  private func add(_ type: TokenType, _ weights: SparseWeights) {
    var sums = WindowPlace.allCases.map { place in
      weights.sum { TaggerFeatures.writeWord(type, at: place, &$0) }
    }
    for strength in [CueStrength.a, .b] {
      sums.append(weights.sum { TaggerFeatures.write(type, behindCue: strength, &$0) })
    }
    let part = part(type.entry.partOfSpeech)
    if let word = word(sums) {
      places.append(Place(word: word, group: group(type, weights), part: part))
    } else {
      // A group of its own takes what is too large for 16 bits.
      let own = addGroup(type, weights, and: sums)
      let word = self.word(sums.enumerated().map { $0.offset < Self.groupRows ? .zero : $0.element }) ?? 0
      places.append(Place(word: word, group: own, part: part))
    }
  }

  /// `nil` where a sum is beyond 16 bits; those behind a cue, of one weight each, never are.
  private func word(_ sums: [Sum]) -> Int32? {
    if sums.allSatisfy({ $0 == .zero }) { return 0 }
    let rows = sums.map { Row(truncatingIfNeeded: $0) }
    for (row, sum) in zip(rows, sums) where Sum(truncatingIfNeeded: row) != sum { return nil }
    words.append(contentsOf: rows)
    return Int32(truncatingIfNeeded: words.count / Self.wordRows - 1)
  }

  private func group(_ type: TokenType, _ weights: SparseWeights) -> Int32 {
    let key = Group(
      part: type.entry.partOfSpeech, lemma: type.entry.lemma, shape: type.shape, strength: type.entry.strength,
      isTitle: type.entry.isTitle)
    if let number = groupNumbers[key] { return number }
    let number = addGroup(type, weights, and: [])
    groupNumbers[key] = number
    return number
  }

  private func addGroup(_ type: TokenType, _ weights: SparseWeights, and more: [Sum]) -> Int32 {
    for place in WindowPlace.allCases {
      let sum = weights.sum { TaggerFeatures.writeGroup(type, at: place, &$0) }
      groups.append(more.isEmpty ? sum : sum &+ more[place.rawValue])
    }
    return Int32(truncatingIfNeeded: groups.count / Self.groupRows - 1)
  }

  private func part(_ part: UInt32) -> Int32 {
    if let number = partNumbers[part] { return number }
    let number = Int32(truncatingIfNeeded: min(partNumbers.count, Self.mostParts))
    partNumbers[part] = number
    return number
  }

  /// The sums of two parts of speech, which must both have a number below `mostParts`, at a token and the one before.
  @inline(__always)
  func pair(
    _ before: Place, _ own: Place, _ features: TaggerFeatures, _ token: Int, _ weights: SparseWeights
  ) -> Pair {
    let index = Int(before.part) * Self.mostParts + Int(own.part)
    let number = pairNumbers[index]
    return pairs[number >= 0 ? Int(number) : learnPair(index, features.partPair(token - 1), weights)]
  }

  private func learnPair(_ index: Int, _ pair: UInt32, _ weights: SparseWeights) -> Int {
    let first = weights.sum { TaggerFeatures.write(partsAround: pair, isBefore: false, &$0) }
    let second = weights.sum { TaggerFeatures.write(partsAround: pair, isBefore: true, &$0) }
    pairNumbers[index] = Int32(truncatingIfNeeded: pairs.count)
    pairs.append(Pair(first: Row(truncatingIfNeeded: first), second: Row(truncatingIfNeeded: second)))
    return pairs.count - 1
  }
}

/// What the sums of a class of words depend on.
private struct Group: Hashable {
  var part: UInt32
  var lemma: UInt32
  var shape: TokenShape
  var strength: CueStrength
  var isTitle: Bool
}
