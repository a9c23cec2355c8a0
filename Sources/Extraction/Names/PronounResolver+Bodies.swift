/// Which body "it" means, and which group "they" does.
extension PronounResolver {
  /// The body that "it" or "the company" means: the last one that was a subject, in this paragraph or the two before.
  /// An index into the names.
  func body(before token: Int, isCompany: Bool) -> Int? {
    let paragraph = tokens.paragraphOf[token]
    var index = names.index(endingAfter: token) - 1
    while index >= 0 {
      defer { index -= 1 }
      let name = names.names[index]
      guard name.tokens.upperBound <= token else { continue }
      if paragraph - tokens.paragraphOf[name.tokens.lowerBound] > 2 { break }
      let isBody = name.kind == .organisation && name.entity != nil || name.kind == .place && !isCompany
      guard isBody, isSubject(name), canBeMeant(name, token), !isPossessive(name), !isDateline(name),
        !isCompany || !modifiesRole(name)
      else { continue }
      if isQuoted.indices.contains(name.tokens.lowerBound), isQuoted[name.tokens.lowerBound] { continue }
      if isCompany, !canBeCompany(name) { continue }
      return index
    }
    return isCompany ? onlyCompany(before: token) : nil
  }

  /// "The court told Harrow to pay. The company": the one company of this paragraph and the two before to which an authority
  /// did something.
  private func onlyCompany(before token: Int) -> Int? {
    var found: Int?
    var index = names.index(endingAfter: token) - 1
    while index >= 0, tokens.paragraphOf[token] - tokens.paragraphOf[names.names[index].tokens.lowerBound] <= 2 {
      let name = names.names[index]
      if name.kind == .organisation, name.entity != nil, name.tokens.upperBound <= token, canBeMeant(name, token),
        canBeCompany(name), !modifiesRole(name)
      {
        if let found, names.names[found].entity != name.entity { return nil }
        if found == nil || isTold(name) { found = index }
      }
      index -= 1
    }
    return found.flatMap { isTold(names.names[$0]) ? $0 : nil }
  }

  private func isTold(_ name: FoundName) -> Bool {
    name.full.lowerBound > 0 && Self.ordering.contains(tokens.hashes[name.full.lowerBound - 1])
  }

  /// Neither an authority nor who reports what is told: "..., BIRN reports."
  private func canBeCompany(_ name: FoundName) -> Bool {
    if name.tokens.contains(where: { Self.authorities.contains(tokens.hashes[$0]) }) { return false }
    let (before, next) = (name.full.lowerBound - 1, name.tokens.upperBound)
    guard before > 0, next < tokens.count, Self.reporting.contains(tokens.hashes[next]) else { return true }
    let comma = Pronouns.articles.contains(tokens.hashes[before]) ? before - 1 : before
    return !tokens.isCharacter(comma, ",") && !lexicon.classes(at: name.tokens.lowerBound, in: tokens).contains(.media)
  }

  private static var reporting: FewWords { FewWords("reports", "reported", "writes", "wrote") }
  private static let ordering = WordSet(
    "told ordered fined sued accused banned urged asked forced required instructed raided investigated")

  /// "PORT SUDAN (AP) -"
  private func isDateline(_ name: FoundName) -> Bool {
    let first = name.tokens.lowerBound
    guard name.kind == .place, tokens.paragraph(first).tokens.lowerBound == first else { return false }
    return Dateline.end(tokens, Int(tokens.paragraphOf[first])) > first
  }

  /// The group that "they" means: the last noun for several people that is the subject of a sentence, in this paragraph
  /// or the one before.
  func group(before token: Int) -> Range<Int>? {
    let paragraph = tokens.paragraphOf[token]
    var index = token - 1
    while index >= 0, paragraph - tokens.paragraphOf[index] <= 1 {
      if lexicon.classes(at: index, in: tokens).contains(.people), let phrase = subject(endingAt: index) {
        return phrase
      }
      index -= 1
    }
    return nil
  }

  /// The noun phrase that ends with a noun, if it opens its sentence outside quotations.
  private func subject(endingAt noun: Int) -> Range<Int>? {
    if isQuoted.indices.contains(noun), isQuoted[noun] { return nil }
    let sentence = tokens.sentence(noun)
    guard noun - sentence.lowerBound < 5, noun + 1 < sentence.upperBound,
      lexicon.classes(at: noun + 1, in: tokens).hasAny([.verb, .function]) || isVerb(noun + 1)
    else { return nil }
    let isPhrase = (sentence.lowerBound..<noun).allSatisfy { token in
      let classes = lexicon.classes(at: token, in: tokens)
      return tokens.isWord(token) && !Pronouns.prepositions.contains(tokens.hashes[token])
        && (classes.contains(.nominal) || Pronouns.articles.contains(tokens.hashes[token])
          || !classes.contains(.verb))
    }
    return isPhrase ? sentence.lowerBound..<(noun + 1) : nil
  }

  /// Words in the names of bodies that are no company.
  private static let authorities = Pronouns.words(
    """
    ministry department commission court agency reserve committee council senate congress house parliament university \
    union exchange party government police army association board treasury office institute hospital museum school college \
    academy observatory foundation nations organization organisation navy federation
    """)
}
