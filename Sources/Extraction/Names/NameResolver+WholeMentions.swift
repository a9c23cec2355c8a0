import ArticleModel

/// What belongs to a mention beyond the words that were taken for who speaks: the rest of a name, a noun behind its owner, an
/// article.
extension NameResolver {
  /// A mention that begins inside a name ("Korea's ministry" in "South Korea's ministry") begins with it; one that ends
  /// inside one ("Minister Rima" in "Minister Rima el-Khazen") ends with it.
  func withWholeName(_ mention: Range<Int>) -> Range<Int> {
    var (first, end) = (mention.lowerBound, mention.upperBound)
    if let name = names.name(at: first), name.kind != .other { first = min(name.tokens.lowerBound, first) }
    if let name = names.name(at: end - 1) {
      let isCut =
        name.tokens.upperBound == end + 1 && end < tokens.count && Pronouns.possessives.contains(tokens.hashes[end])
      if name.kind == .person || name.kind == .organisation && isCut { end = max(name.tokens.upperBound, end) }
    }
    // "Mr" of "Mr Were"
    if end - first == 1, let name = names.name(at: end), name.hasHonorific, name.full.lowerBound == first {
      end = name.tokens.upperBound
    }
    if end - first == 1, let many = oneOfMany(first) { return many }
    if let name = calledByDay(beside: first..<end) { return name }
    if let phrase = nationals(first..<end) { return phrase }
    if let noun = owned(behind: first..<end) { end = noun + 1 }
    if end - first == 1, let phrase = nation(at: first) ?? startOfAgency(endingAt: first) { first = phrase }
    // "a Budapest court", "An EU diplomat": the place or the body alone was taken for who speaks.
    if let owner = names.name(at: first), owner.tokens == first..<end, end < tokens.count,
      tokens.shapes[end] == .lower, case let classes = lexicon.classes(at: end, in: tokens), !classes.contains(.speech),
      owner.kind == .place && classes.hasAny([.institution, .people]) && !governments.isGovernment(end, tokens)
        || owner.kind == .organisation && classes.hasAny([.role, .anonymousNoun]) && first > 0
          && Self.indefinites.contains(tokens.hashes[first - 1])
    {
      end += 1
      if first > 0, Pronouns.articles.contains(tokens.hashes[first - 1]) { first -= 1 }
    }
    return first..<end
  }

  /// "party" of "North Norland's main opposition party" whose owner alone was taken for who speaks.
  private func owned(behind mention: Range<Int>) -> Int? {
    var mark = mention.upperBound - 1
    if mark + 1 < tokens.count, Pronouns.possessives.contains(tokens.hashes[mark + 1]) { mark += 1 }
    guard mark > mention.lowerBound, Pronouns.possessives.contains(tokens.hashes[mark]),
      let owner = names.name(at: mark - 1), owner.kind == .place, owner.tokens.upperBound == mark
    else { return nil }
    for noun in mark + 1..<max(mark + 1, min(tokens.count, mark + 6)) {
      let classes = lexicon.classes(at: noun, in: tokens)
      guard tokens.shapes[noun] == .lower, !classes.hasAny([.function, .speech]) else { return nil }
      let isLast =
        noun + 1 >= tokens.count || tokens.shapes[noun + 1] != .lower
        || !lexicon.classes(at: noun + 1, in: tokens).contains(.nominal)
      if isLast { return classes.hasAny([.institution, .people, .role, .anonymousNoun]) ? noun : nil }
    }
    return nil
  }

  /// "a visiting German engineer" whose nation alone was taken for who speaks.
  private func nationals(_ mention: Range<Int>) -> Range<Int>? {
    let (first, next) = (mention.lowerBound, mention.upperBound)
    guard mention.count == 1, next < tokens.count, tokens.shapes[first] == .capitalised, tokens.shapes[next] == .lower,
      lexicon.classes(at: first, in: tokens).contains(.peopleWord),
      lexicon.classes(at: next, in: tokens).hasAny([.role, .people, .anonymousNoun])
    else { return nil }
    let start = tokens.sentence(first).lowerBound
    let article = (max(start, first - 2)..<first).last { Pronouns.articles.contains(tokens.hashes[$0]) }
    return (article ?? first)..<next + 1
  }

  /// Where "the Kazakh" of "..., said the Kazakh." or "the 36-year-old Kazakh" begins whose last word was taken for who
  /// speaks.
  private func nation(at token: Int) -> Int? {
    guard token > 0, tokens.shapes[token] == .capitalised,
      lexicon.classes(at: token, in: tokens).contains(.peopleWord)
    else { return nil }
    if token + 1 < tokens.count, tokens.isWord(token + 1) {
      // "The Chilean blamed her wrist and said": behind the second verb.
      let isSubject =
        tokens.hashes[token - 1] == Self.the && tokens.sentence(token).lowerBound == token - 1
        && tokens.shapes[token + 1] == .lower && lexicon.classes(at: token + 1, in: tokens).contains(.speech)
      return isSubject ? token - 1 : nil
    }
    guard token > 1 else { return nil }
    let article = isAge(token - 1) ? token - 2 : token - 1
    return article > 0 && tokens.hashes[article] == Self.the
      && lexicon.classes(at: article - 1, in: tokens).contains(.speech) ? article : nil
  }

  /// Where "The U.S. Tsunami Warning System" begins whose last word was taken for who speaks.
  private func startOfAgency(endingAt token: Int) -> Int? {
    guard token > 2, tokens.shapes[token] == .capitalised, tokens.shapes[token - 1] == .capitalised,
      names.name(at: token).map({ $0.kind == .other }) ?? true,
      names.name(at: token - 1).map({ $0.kind == .other }) ?? true
    else { return nil }
    let start = tokens.sentence(token).lowerBound
    var first = token - 1
    while first > start, token - first < 5, tokens.shapes[first].isCapitalised,
      !Self.states.contains(tokens.hashes[first])
    {
      first -= 1
    }
    return Self.states.contains(tokens.hashes[first]) ? first : nil
  }

  private static let states = WordSet("u.s. us u.n. un uk u.k. eu e.u.")

  private static var the: UInt32 { ByteHash.of("the") }
}
