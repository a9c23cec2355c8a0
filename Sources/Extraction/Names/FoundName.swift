import ArticleModel

/// A place where the text names somebody or something.
struct FoundName: Hashable, Sendable {
  enum Kind: UInt8, Sendable {
    case person, organisation, place
    /// Capitalised, and neither: an event, a law, a film.
    case other
  }

  /// The name without its title.
  var tokens: Range<Int>
  var kind: Kind
  /// Index into `NameTable.entities`; `nil` for places and others, and for a name that could be two people's.
  var entity: Int?
  /// Titles, offices and what modifies them, in capitals directly before the name; empty where none stands there.
  var title: Range<Int>
  /// Told by the title, else by the first name.
  var gender: Gender
  /// `Mr.`, `Mrs.`
  var hasHonorific = false
  /// The name holds more than the last name.
  var isFull = false

  /// The name with its title.
  var full: Range<Int> { (title.isEmpty ? tokens.lowerBound : title.lowerBound)..<tokens.upperBound }
}

/// A person or an organisation of one article: all names that mean the same.
struct NameEntity: Hashable, Sendable {
  enum Kind: UInt8, Sendable { case person, organisation }

  var kind: Kind
  /// The tokens of the fullest form that the article gives.
  var name: Range<Int>
  var gender: Gender
  /// Told by a title or a role, not by the first name alone.
  var isGenderSure = false
  /// Told by nothing but a pronoun of the same sentence.
  var isGenderGuessed = false
  /// Indices into `NameTable.names`, ascending.
  var mentions: [Int] = []
  /// How many of the mentions are full names.
  var fullMentions = 0
}

/// Everything that an article names, in reading order, and who is who.
struct NameTable: Sendable {
  var names: [FoundName] = []
  var entities: [NameEntity] = []
  /// What `index(endingAfter:)` tells, by token, once the names stand in order; empty before.
  private var indices: [Int32] = []

  /// Notes which names stand where; they must be in order, without overlap, and stay where they are.
  ///
  /// - Parameter count: Of the tokens.
  mutating func noteIndices(count: Int) {
    indices = [Int32](column: Int32(truncatingIfNeeded: names.count), count: count)
    indices.withUnsafeMutableBufferPointer { indices in
      var first = 0
      for (index, name) in names.enumerated() where first < name.tokens.upperBound {
        UnsafeMutableBufferPointer(rebasing: indices[first..<name.tokens.upperBound])
          .update(repeating: Int32(truncatingIfNeeded: index))
        first = name.tokens.upperBound
      }
    }
  }

  /// The first name that ends behind a token; the number of names where none does.
  func index(endingAfter token: Int) -> Int {
    if token >= 0, token < indices.count { return Int(indices[token]) }
    var (low, high) = (0, names.count)
    while low < high {
      let middle = (low + high) / 2
      if names[middle].tokens.upperBound <= token { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The names that overlap some tokens.
  func indices(in tokens: Range<Int>) -> Range<Int> {
    let first = index(endingAfter: tokens.lowerBound)
    var last = first
    while last < names.count, names[last].tokens.lowerBound < tokens.upperBound { last += 1 }
    return first..<last
  }

  /// The name that holds a token.
  func name(at token: Int) -> FoundName? {
    let index = index(endingAfter: token)
    guard index < names.count, names[index].tokens.contains(token) else { return nil }
    return names[index]
  }

  /// The mentions of one kind with the fullest name that the article gives for each, in reading order.
  func mentions(of kind: FoundName.Kind, in tokens: TokenTable) -> [NameMention] {
    var texts = [String?](column: nil, count: entities.count)
    var mentions: [NameMention] = []
    mentions.reserveCapacity(names.count)
    for found in names where found.kind == kind {
      guard let entity = found.entity else {
        mentions.append(NameMention(span: span(of: found, in: tokens), name: tokens.text(found.tokens)))
        continue
      }
      let name = texts[entity] ?? canonicalName(of: entity, in: tokens)
      texts[entity] = name
      mentions.append(NameMention(span: span(of: found, in: tokens), name: name))
    }
    return mentions
  }

  /// The point of "Inc." belongs to the name, also where it ends a sentence.
  private func span(of found: FoundName, in tokens: TokenTable) -> TextSpan {
    let last = found.tokens.upperBound - 1
    let hasPoint =
      found.kind == .organisation && Self.abbreviations.contains(tokens.hashes[last]) && tokens.touchesNext(last)
      && tokens.isCharacter(last + 1, ".")
    return tokens.span(hasPoint ? found.tokens.lowerBound..<(last + 2) : found.tokens)
  }

  private static var abbreviations: FewWords { FewWords("inc", "corp", "co", "cos", "ltd", "bros") }

  func canonicalName(of entity: Int, in tokens: TokenTable) -> String {
    let name = withoutHonours(entities[entity].name, in: tokens)
    if entities[entity].kind == .person, let plain = withoutNickname(name, in: tokens) { return plain }
    let isInCapitals = entities[entity].kind == .person && CapitalName.isMeant(name, in: tokens)
    return isInCapitals ? CapitalName.text(name, in: tokens) : tokens.text(name)
  }

  /// `Maria “Baby” Tan` is called Maria Tan, as other texts write her.
  private func withoutNickname(_ name: Range<Int>, in tokens: TokenTable) -> String? {
    guard let open = name.dropFirst().first(where: { tokens.marks[$0] != .none }),
      let close = name.last(where: { tokens.marks[$0] != .none }), close > open, close + 1 < name.upperBound
    else { return nil }
    return "\(tokens.text(name.lowerBound..<open)) \(tokens.text(close + 1..<name.upperBound))"
  }

  /// "Mark Doe, QC" without what stands behind the comma, "Ann Ode OBE" without the letters; "Jr." is part of the name.
  private func withoutHonours(_ name: Range<Int>, in tokens: TokenTable) -> Range<Int> {
    var name = name
    if let comma = name.dropFirst().first(where: { tokens.isCharacter($0, ",") }), comma + 1 < name.upperBound,
      !Self.generations.contains(tokens.hashes[comma + 1])
    {
      name = name.lowerBound..<comma
    }
    while name.count > 2, Postnominals.isOne(name.upperBound - 1, tokens), tokens.isWord(name.upperBound - 2) {
      name = name.dropLast()
    }
    return name
  }

  private static let generations = WordSet("jr jr. sr sr. ii iii iv inc inc. ltd ltd. llc llp plc l.l.c. s.a. n.v.")
}
