/// The sums of the weights that depend on the types of tokens, made when a type is met first.
///
/// What the word itself weighs and what its class weighs (part of speech, shape, cue, title) are summed up apart, since
/// the classes are few; a type keeps the sum of both. Most words that are rare weigh nothing, so their types share the
/// rows of their class.
///
/// A value inside a class: a class of its own would check at run time that nobody else uses it, at every access.
struct TypeSums {
  typealias Sum = TaggerScorer.Sum
  typealias Row = SparseWeights.Row

  struct Pair {
    var first: Row
    var second: Row
  }

  /// For each place of the window, then behind a cue of strength a and b.
  static let wordRows = 7
  static let behindA = 5
  static let behindB = 6
  /// In front of the rows of a type stands what else is known of it: at 0 the number of its part of speech, at 1 and 2
  /// that of what is beyond 16 bits, low bits first; 0 for nothing. Both together take two lines of a cache.
  static let firstRow = 1
  static let blockRows = 8
  /// The block of no type: no weights.
  static let none: Int32 = 1
  /// For each place of the window.
  static let groupRows = 5
  /// More parts of speech than this (a mark is one of its own) have no sums of pairs, so that the table of their numbers
  /// stays in a near cache.
  static let mostParts = 128

  /// By type, where its block begins among the rows.
  private(set) var places: [Int32] = []
  /// A block for each type, in 16 bits; the first is that of a type without weights. In front of it one row is free:
  /// where an array has pages of its own, the blocks then begin with a line of the cache.
  private(set) var rows = [Row](repeating: .zero, count: 1 + blockRows)
  /// `groupRows` for each of the few types that 16 bits are too few for; the first are empty.
  private(set) var rests = [Sum](repeating: .zero, count: groupRows)
  /// `groupRows` for each class of words.
  private var groups: [Sum] = []
  /// By class: where its words lie that weigh nothing, and its names; `nil` before one has been met.
  private var lightPlaces: [Int32?] = []
  private var namePlaces: [Int32?] = []
  /// The number of the part of speech of each class.
  private var parts: [Int32] = []
  /// For each pair of parts of speech: for the first token of the two, and for the second.
  private var pairs: [Pair] = []
  /// By two parts of speech, the number of their pair; -1 for one that has not been met.
  private var pairNumbers: [Int16]
  /// By hash; one that has the hash of another stands under the next free number.
  private var groupNumbers: WordMap<(group: Group, number: Int32)> = [:]
  private var partNumbers: [UInt32: Int32] = [:]

  /// - Parameter most: Types that are met before they are forgotten. Room for all of them is kept free: memory that is
  ///   not used costs nothing, while a growing array is copied again and again into memory that is touched first then.
  init(most: Int) {
    pairNumbers = [Int16](repeating: -1, count: Self.mostParts * Self.mostParts)
    places.reserveCapacity(most)
    rows.reserveCapacity(most * Self.blockRows)
  }

  /// Forgets the types; classes and parts of speech are few and stay.
  mutating func removeTypes() {
    places.removeAll(keepingCapacity: true)
    rows.removeSubrange((1 + Self.blockRows)...)
    rests.removeSubrange(Self.groupRows...)
    for group in lightPlaces.indices { (lightPlaces[group], namePlaces[group]) = (nil, nil) }
  }

  // MARK: Learning

  /// Sums up the types that have been met since the last call.
  mutating func learn(_ types: [TokenType], _ weights: SparseWeights) {
    for index in places.count..<max(places.count, types.count) { add(types[index], weights) }
  }

  private mutating func add(_ type: TokenType, _ weights: SparseWeights) {
    let group = Int(group(type, weights))
    let isName = type.word == TokenType.name
    if isName, let known = namePlaces[group] {
      places.append(known)
      return
    }
    withUnsafeTemporaryAllocation(of: Sum.self, capacity: Self.wordRows) { sums in
      let isHeavy = Self.sumWord(type, weights, sums)
      if !isHeavy, let known = lightPlaces[group] {
        places.append(known)
        return
      }
      for row in 0..<Self.groupRows { sums[row] &+= groups[group * Self.groupRows + row] }
      let place = place(sums, part: parts[group])
      places.append(place)
      if isName { namePlaces[group] = place }
      if !isHeavy { lightPlaces[group] = place }
    }
  }

  /// The sums of the word itself; `false` where they are nothing, as for most of the rare ones.
  private static func sumWord(
    _ type: TokenType, _ weights: SparseWeights, _ sums: UnsafeMutableBufferPointer<Sum>
  ) -> Bool {
    sums.initialize(repeating: .zero)
    return withUnsafeTemporaryAllocation(of: FeatureOfToken.self, capacity: TaggerFeatures.most) { all in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: TaggerFeatures.most) { buffer in
        guard let features = buffer.baseAddress, let owned = all.baseAddress, let base = sums.baseAddress else {
          return false
        }
        var count = 0
        for row in 0..<wordRows {
          var out = FeatureSink(features)
          switch row {
          case behindA: TaggerFeatures.write(type, behindCue: .a, &out)
          case behindB: TaggerFeatures.write(type, behindCue: .b, &out)
          default: TaggerFeatures.writeWord(type, at: WindowPlace.allPlaces[row], &out)
          }
          weights.keep(features, out.count, of: row, in: owned, &count)
        }
        guard count > 0 else { return false }
        weights.add(owned, count, to: base)
        return sums.reduce(.zero) { $0 | $1 } != .zero
      }
    }
  }

  /// Takes down the block of a type, and says where it begins.
  private mutating func place(_ sums: UnsafeMutableBufferPointer<Sum>, part: Int32) -> Int32 {
    let place = Int32(truncatingIfNeeded: rows.count)
    let rest = rest(of: sums)
    var header = Row.zero
    header[0] = Int16(truncatingIfNeeded: part)
    (header[1], header[2]) = (Int16(truncatingIfNeeded: rest), Int16(truncatingIfNeeded: rest >> 16))
    rows.append(addingCapacity: Self.blockRows) { block in
      block.append(header)
      for sum in sums { block.append(Row(truncatingIfNeeded: sum)) }
    }
    return place
  }

  /// What the header of a type says: the number of its part of speech, and where what is beyond 16 bits lies; 0 for
  /// nothing.
  @inline(__always)
  func header(at place: Int32) -> (part: Int16, rest: Int32) {
    let header = rows[Int(place)]
    return (header[0], Int32(header[2]) << 16 | Int32(UInt16(bitPattern: header[1])))
  }

  /// Takes what is beyond 16 bits out of the sums of a type and down, and says where; 0 for nothing.
  private mutating func rest(of sums: UnsafeMutableBufferPointer<Sum>) -> Int32 {
    let (least, most) = (Sum(repeating: Int32(Int16.min)), Sum(repeating: Int32(Int16.max)))
    // What is left of a number of 16 bits when its lowest is moved to 0.
    if sums.reduce(.zero, { $0 | ($1 &- least) & ~0xFFFF }) == .zero { return 0 }
    let first = rests.count
    // What stands behind a cue, of one weight each, is never beyond.
    for row in 0..<Self.groupRows {
      let kept = sums[row].clamped(lowerBound: least, upperBound: most)
      rests.append(sums[row] &- kept)
      sums[row] = kept
    }
    return Int32(truncatingIfNeeded: first)
  }

  private mutating func group(_ type: TokenType, _ weights: SparseWeights) -> Int32 {
    let key = Group(
      part: type.entry.partOfSpeech, lemma: type.entry.lemma, shape: type.shape, strength: type.entry.strength,
      isTitle: type.entry.isTitle)
    var hash = key.hash
    while let known = groupNumbers[hash] {
      if known.group == key { return known.number }
      hash &+= 1
    }
    let number = addGroup(type, weights, part: part(type.entry.partOfSpeech))
    groupNumbers[hash] = (key, number)
    return number
  }

  private mutating func addGroup(_ type: TokenType, _ weights: SparseWeights, part: Int32) -> Int32 {
    for place in WindowPlace.allPlaces {
      groups.append(weights.sum { TaggerFeatures.writeGroup(type, at: place, &$0) })
    }
    parts.append(part)
    lightPlaces.append(nil)
    namePlaces.append(nil)
    return Int32(truncatingIfNeeded: parts.count - 1)
  }

  private mutating func part(_ part: UInt32) -> Int32 {
    if let number = partNumbers[part] { return number }
    let number = Int32(truncatingIfNeeded: min(partNumbers.count, Self.mostParts))
    partNumbers[part] = number
    return number
  }

  /// The sums of two parts of speech, which must both have a number below `mostParts`, at a token and the one before.
  ///
  /// - Parameters:
  ///   - before: The number of the first, from the header of its type.
  ///   - own: That of the second.
  ///   - parts: Of the tokens of the article.
  ///   - token: The second of the two.
  @inline(__always)
  mutating func pair(
    _ before: Int16, _ own: Int16, _ parts: [UInt32], _ token: Int, _ weights: SparseWeights
  ) -> Pair {
    let index = Int(before) * Self.mostParts + Int(own)
    let number = pairNumbers[index]
    if number >= 0 { return pairs[Int(number)] }
    return pairs[learnPair(index, ByteHash.mix(parts[token - 1], parts[token]), weights)]
  }

  @inline(never)
  private mutating func learnPair(_ index: Int, _ pair: UInt32, _ weights: SparseWeights) -> Int {
    let first = weights.sum { TaggerFeatures.write(partsAround: pair, isBefore: false, &$0) }
    let second = weights.sum { TaggerFeatures.write(partsAround: pair, isBefore: true, &$0) }
    pairNumbers[index] = Int16(truncatingIfNeeded: pairs.count)
    pairs.append(Pair(first: Row(truncatingIfNeeded: first), second: Row(truncatingIfNeeded: second)))
    return pairs.count - 1
  }
}

/// What the sums of a class of words depend on.
private struct Group: Equatable {
  var part: UInt32
  var lemma: UInt32
  var shape: TokenShape
  var strength: CueStrength
  var isTitle: Bool

  var hash: UInt32 {
    let form = UInt32(shape.rawValue) << 8 | UInt32(strength.rawValue) << 1 | (isTitle ? 1 : 0)
    return ByteHash.mix(part, lemma) ^ form &* 0x9E37_79B9
  }
}
