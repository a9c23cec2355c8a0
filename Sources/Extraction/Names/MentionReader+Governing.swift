/// What governs a name in a mention: a preposition, a possessive, the noun behind it. Such a name is whom or what somebody works
/// for, spoke to or was married to; `head(of:)` looks for the one that is governed by nothing.
extension MentionReader {
  func ownNames(_ indices: Range<Int>, in mention: Range<Int>) -> [Int] {
    indices.filter { isOwn($0, mention) }
  }

  /// Whether nothing governs a name: not "of X", not "X's".
  func isOwn(_ index: Int, _ mention: Range<Int>) -> Bool {
    let name = names.names[index]
    guard mention.lowerBound <= name.tokens.lowerBound, name.tokens.upperBound <= mention.upperBound else {
      return false
    }
    guard name.kind != .other else { return false }
    return !isPossessive(name, mention) && !isGoverned(name, index, mention) && !modifies(name, mention)
  }

  private func isPossessive(_ name: FoundName, _ mention: Range<Int>) -> Bool {
    let next = name.tokens.upperBound
    return next < mention.upperBound && Pronouns.possessives.contains(tokens.hashes[next])
  }

  /// "Roe campaign", "Ode supporters": a noun follows.
  private func modifies(_ name: FoundName, _ mention: Range<Int>) -> Bool {
    let next = name.tokens.upperBound
    guard next < mention.upperBound, tokens.shapes[next] == .lower else { return false }
    let classes = lexicon.classes(at: next, in: tokens)
    return classes.contains(.nominal) && !classes.contains(.function)
      || classes.hasAny([.role, .people, .institution, .anonymousNoun])
  }

  /// Whether a preposition stands before a name's noun phrase.
  private func isGoverned(_ name: FoundName, _ index: Int, _ mention: Range<Int>) -> Bool {
    var token = name.full.lowerBound - 1
    if isBehindCompound(name, mention) { return false }
    if isBehindRank(name, mention) { return false }
    var crossesName = isBehindPlaceOfOffice(name)
    // "the speaker of parliament Davit ...": so does one right behind a body without a name.
    let crossesBody =
      token >= mention.lowerBound && tokens.shapes[token] == .lower
      && lexicon.classes(at: token, in: tokens).contains(.institution)
    while token >= mention.lowerBound {
      if let other = names.name(at: token), other.tokens != name.tokens, other.kind != .other {
        crossesName = true
        token = other.full.lowerBound - 1
        continue
      }
      guard tokens.isWord(token) else { return false }
      if Pronouns.prepositions.contains(tokens.hashes[token]), !isPartOfTitle(token) {
        // "the head of the agency Rafael ...": a name right behind another one is not part of its phrase.
        let crossesField =
          isField(behindArticle(token, name)..<name.full.lowerBound) || isBehindRegion(name, behind: token)
        return
          !((crossesName || crossesBody || crossesField) && name.kind == .person && hasRole(before: token, mention))
      }
      if Pronouns.joints.contains(tokens.hashes[token]) {
        guard let other = names.name(at: token - 1), token > mention.lowerBound else {
          // "oil minister and OPEC president Jane Doe"
          let hasOwnRole = name.kind == .person && hasRole(before: name.full.lowerBound, mention)
          return crossesName && !hasOwnRole
        }
        token = other.full.lowerBound - 1
        continue
      }
      token -= 1
    }
    return false
  }

  /// "Deputy Under Secretary of Commerce"
  private func isPartOfTitle(_ token: Int) -> Bool {
    tokens.hashes[token] == Self.under && tokens.shapes[token] == .capitalised && token + 1 < tokens.count
      && lexicon.classes(at: token + 1, in: tokens).hasAny([.office, .phraseStart])
  }

  /// "Governor of Norvik Prince Faisal", "whip of the Harrow Party Dr. Ode": the place or the body was taken into what stands
  /// before the name.
  private func isBehindPlaceOfOffice(_ name: FoundName) -> Bool {
    guard name.title.count > 1, name.hasHonorific || Self.ranks.contains(tokens.hashes[name.title.upperBound - 1]),
      let place = names.name(at: name.full.lowerBound)
    else { return false }
    return (place.kind == .place || place.kind == .organisation) && place.tokens.upperBound < name.tokens.lowerBound
  }

  /// "the transport minister of the province Gul Afridi", "the minister for the environment Ann Ode": a name right behind where
  /// or for what an office is held.
  private func isBehindRegion(_ name: FoundName, behind link: Int) -> Bool {
    name.full.lowerBound - link == 3 && Pronouns.articles.contains(tokens.hashes[link + 1])
      && (Self.regions.contains(tokens.hashes[link + 2])
        || tokens.hashes[link] == Self.for && NameScanner.departments.contains(tokens.hashes[link + 2]))
  }

  /// Behind the article of "the Norvik Dal Ann Ode", before a capital.
  private func behindArticle(_ link: Int, _ name: FoundName) -> Int {
    let isArticle =
      link + 2 < name.full.lowerBound && Pronouns.articles.contains(tokens.hashes[link + 1])
      && tokens.shapes[link + 2].isCapitalised
    return min(isArticle ? link + 2 : link + 1, name.full.lowerBound)
  }

  private static var ranks: FewWords { FewWords("prince", "princess", "sheikh") }
  private static let regions = WordSet(
    """
    province region district county municipality village town city state country republic territory island parish \
    commune department prefecture governorate emirate oblast kingdom constituency borough canton principality
    """)

  /// "Chamber of commerce president Jane Doe": the body of two words stands before a role.
  private func isBehindCompound(_ name: FoundName, _ mention: Range<Int>) -> Bool {
    let role = name.full.lowerBound - 1
    guard name.kind == .person, role - 3 >= mention.lowerBound, tokens.shapes[role] == .lower,
      lexicon.classes(at: role, in: tokens).hasAny([.role, .office]),
      let link = (max(mention.lowerBound + 1, role - 4)..<role - 1).last(where: { tokens.hashes[$0] == Self.of })
    else { return false }
    return Self.bodies.contains(tokens.hashes[link - 1])
      && (link + 1..<role).allSatisfy { token in
        let classes = lexicon.classes(at: token, in: tokens)
        return tokens.shapes[token] == .lower && !classes.hasAny([.role, .office, .modifier, .function, .peopleWord])
      }
  }

  /// "Head of the Fraud Squad Supt Jane Doe": what somebody is head of stands before the rank, and was taken into it.
  private func isBehindRank(_ name: FoundName, _ mention: Range<Int>) -> Bool {
    var link = name.full.lowerBound - 1
    if link > mention.lowerBound, Pronouns.articles.contains(tokens.hashes[link]) { link -= 1 }
    guard name.kind == .person, name.title.count > 1, link > mention.lowerBound, link - mention.lowerBound < 4,
      tokens.hashes[link] == Self.of, Self.heads.contains(tokens.hashes[link - 1]),
      (mention.lowerBound..<link - 1).allSatisfy({
        lexicon.classes(at: $0, in: tokens).hasAny([.modifier, .role, .office])
          || Pronouns.articles.contains(tokens.hashes[$0])
      })
    else { return false }
    return !lexicon.classes(at: name.title.lowerBound, in: tokens).hasAny([.title, .modifier, .peopleWord, .state])
  }

  private static let heads = WordSet(
    "head director chief commander leader chair manager superintendent deputy commissioner")
  private static var under: UInt32 { ByteHash.of("under") }
  private static var of: UInt32 { ByteHash.of("of") }
  private static var `for`: UInt32 { ByteHash.of("for") }
  static let bodies = WordSet("chamber board department faculty school college bureau institute council")

  /// "Investments" in "the Minister of Investments Laziz ...", "police" in "the superintendent of police Vikram ...".
  private func isField(_ words: Range<Int>) -> Bool {
    (1...3).contains(words.count)
      && words.allSatisfy { token in
        let classes = lexicon.classes(at: token, in: tokens)
        // "Under Secretary of State for Economic Affairs"
        if NameScanner.departments.contains(tokens.hashes[token]) { return true }
        return tokens.isWord(token) && !classes.hasAny([.role, .office, .anonymousNoun, .modifier, .function])
          && (tokens.shapes[token].isCapitalised || classes.hasAny([.nominal, .people, .institution])
            || !classes.hasAny([.verb, .speech, .adverb]))
      }
  }

  private func hasRole(before token: Int, _ mention: Range<Int>) -> Bool {
    var token = token
    while token > mention.lowerBound {
      if lexicon.classes(at: token - 1, in: tokens).hasAny([.role, .office]) { return true }
      // "minister of finance for international affairs"
      let near = max(mention.lowerBound, token - 4)..<(token - 1)
      guard let link = near.last(where: { Pronouns.prepositions.contains(tokens.hashes[$0]) }),
        case let first = Pronouns.articles.contains(tokens.hashes[link + 1]) ? link + 2 : link + 1,
        isField(first..<max(first, token))
      else { return false }
      token = link
    }
    return false
  }
}
