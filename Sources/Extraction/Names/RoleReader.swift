import ArticleModel

/// Reads the role that an article gives a person, as written: "head of Russia's Foreign Intelligence Service (SVR)".
///
/// A class for the same reason as `TokenTable`.
final class RoleReader: Sendable {
  let names: NameTable
  let tokens: TokenTable
  let lexicon: NameLexicon

  init(names: NameTable, tokens: TokenTable, lexicon: NameLexicon) {
    (self.names, self.tokens, self.lexicon) = (names, tokens, lexicon)
  }

  /// The role at the first mention that has one.
  func role(of entity: Int) -> Range<Int>? {
    for mention in names.entities[entity].mentions {
      if let role = role(at: mention) { return role }
    }
    return nil
  }

  func role(at mention: Int) -> Range<Int>? {
    let name = names.names[mention]
    guard name.kind == .person else { return nil }
    let beside = reversed(name)
    if let beside, !classes(beside.upperBound - 1).contains(.kin) { return beside }
    let role =
      titleRole(name) ?? nounBefore(name) ?? phraseBefore(name) ?? apposition(name) ?? beside ?? relative(name)
      ?? engaged(name)
    return role.map(withoutOpenEnd)
  }

  func classes(_ token: Int) -> WordClass { lexicon.classes(at: token, in: tokens) }

  func isPossessive(_ token: Int) -> Bool { Pronouns.possessives.contains(tokens.hashes[token]) }

  // MARK: Before the name

  /// "President", "former Massachusetts Gov.", "Ukraine's President".
  private func titleRole(_ name: FoundName) -> Range<Int>? {
    guard !name.title.isEmpty, hasOffice(name.title) else { return nil }
    // "Army spokesman Lt. Col. Jane Doe": what she does tells more than her rank.
    if let noun = noun(before: name.title.lowerBound) {
      return start(of: noun, in: tokens.sentence(noun))..<(noun + 1)
    }
    let end = withoutHonorifics(name.title)
    return start(of: name.title.lowerBound, in: tokens.sentence(name.title.lowerBound))..<end
  }

  private func noun(before title: Int) -> Int? {
    let noun = title - 1
    guard noun >= tokens.sentence(title).lowerBound, tokens.shapes[noun] == .lower, classes(noun).contains(.role),
      !classes(noun).contains(.kin), !classes(noun).contains(.modifier)
    else { return nil }
    return noun
  }

  /// "Education Minister Dr." ends before what is no office.
  private func withoutHonorifics(_ title: Range<Int>) -> Int {
    var end = title.upperBound
    var next = end
    while next > title.lowerBound + 1 {
      let isHonorific = classes(next - 1).contains(.honorific) && !classes(next - 1).contains(.office)
      let phrase = (max(title.lowerBound + 1, next - 3)..<next - 1).first { first in
        let phrase = lexicon.phrase(at: first, in: tokens, before: next)
        return phrase?.end == next && phrase?.entry.classes.contains(.honorific) ?? false
      }
      guard isHonorific || phrase != nil || Self.ranks.contains(tokens.hashes[next - 1]),
        !endsOffice(next, in: title)
      else { break }
      next = phrase ?? next - 1
      end = next
    }
    return end
  }

  /// "Associate Professor": the last word belongs to an office of two.
  private func endsOffice(_ end: Int, in title: Range<Int>) -> Bool {
    guard end - 2 >= title.lowerBound, let phrase = lexicon.phrase(at: end - 2, in: tokens, before: end) else {
      return false
    }
    return phrase.end == end && phrase.entry.classes.contains(.office)
  }

  /// "Foreign Minister Prince Turki": what he was born to tells less.
  private static var ranks: FewWords { FewWords("prince", "princess") }

  private func hasOffice(_ title: Range<Int>) -> Bool {
    if title.contains(where: { classes($0).contains(.office) }) { return true }
    guard title.count > 1, let phrase = lexicon.phrase(at: title.lowerBound, in: tokens, before: title.upperBound)
    else {
      return false
    }
    return phrase.entry.classes.contains(.office)
  }

  /// "Kremlin mouthpiece Dmitry ...", "her longtime lawyer, Jane ...".
  private func nounBefore(_ name: FoundName) -> Range<Int>? {
    let sentence = tokens.sentence(name.tokens.lowerBound)
    let noun = name.full.lowerBound - 1
    // "Critic Jane Doe" at the beginning
    guard noun >= sentence.lowerBound, classes(noun).hasAny([.role, .office]),
      tokens.shapes[noun] == .lower || noun == sentence.lowerBound && tokens.shapes[noun] == .capitalised
    else { return nil }
    return behindBody(start(of: noun, in: sentence), in: sentence)..<(noun + 1)
  }

  /// "Chamber of commerce president": the role begins with the body.
  private func behindBody(_ start: Int, in sentence: Range<Int>) -> Int {
    let isOfBody =
      start - 2 >= sentence.lowerBound && tokens.hashes[start - 1] == Self.of
      && MentionReader.bodies.contains(tokens.hashes[start - 2])
    if isOfBody { return start - 2 }
    // "Former Hearts of Oak midfielder"
    let isOfName =
      start - 2 >= sentence.lowerBound && tokens.hashes[start - 1] == Self.of && tokens.shapes[start].isCapitalised
      && tokens.shapes[start - 2] == .capitalised && !classes(start - 2).hasAny([.role, .office])
    return isOfName ? self.start(of: start - 2, in: sentence) : start
  }

  /// Where the noun phrase of a noun begins, without its article.
  private func start(of noun: Int, in sentence: Range<Int>) -> Int {
    var start = noun
    var token = noun - 1
    while token >= sentence.lowerBound, noun - token < 12 {
      if let name = names.name(at: token), name.full.upperBound <= noun, name.kind != .person || isPossessive(token + 1)
      {
        start = name.full.lowerBound
        token = start - 1
        continue
      }
      guard tokens.isWord(token) || isPluralPossessive(token), !Pronouns.articles.contains(tokens.hashes[token]),
        modifies(token)
      else { break }
      start = token
      token -= 1
    }
    // "The agency quoted President Jane Doe"
    if let verb = (start..<noun).last(where: isSpeaking) { start = verb + 1 }
    while start < noun, isVerb(start, in: sentence) { start += 1 }
    // "The barrister questioned ward sister Jane Doe"
    if start + 1 < noun, let verb = (start + 1..<noun).last(where: { isVerb($0, in: sentence) && isActor($0 - 1) }) {
      start = verb + 1
    }
    // A possessive without its owner is no beginning.
    return start < noun && isPossessive(start) ? start + 1 : start
  }

  /// `"...," joked former minister Jane Doe`
  private func isSpeaking(_ token: Int) -> Bool {
    let classes = classes(token)
    return tokens.shapes[token] == .lower && classes.contains(.speech) && !classes.contains(.nominal)
  }

  /// `A court cleared former minister Jane Doe`: a participle stands behind an article or at the beginning ("the exiled
  /// former minister"), a verb behind its subject.
  private func isVerb(_ token: Int, in sentence: Range<Int>) -> Bool {
    guard token > sentence.lowerBound, tokens.shapes[token] == .lower, tokens.isWord(token - 1),
      tokens.bytes[tokens.start(token)..<tokens.end(token)].suffix(2).elementsEqual("ed".utf8)
    else { return false }
    let before = tokens.hashes[token - 1]
    return !Pronouns.articles.contains(before) && !Pronouns.prepositions.contains(before)
      && !Pronouns.joints.contains(before) && !isPossessive(token - 1)
  }

  /// A noun for a person in small letters, which somebody's role does not begin with.
  private func isActor(_ token: Int) -> Bool {
    tokens.shapes[token] == .lower && classes(token).hasAny([.role, .people, .anonymousNoun])
      && !classes(token).hasAny([.modifier, .institution])
  }

  /// Whether a word can stand before a role: a noun, an adjective, a name, the mark of a possessive.
  private func modifies(_ token: Int) -> Bool {
    if isPossessive(token) || tokens.shapes[token].isCapitalised {
      return !classes(token).hasAny([.function, .calendar]) || isPossessive(token)
    }
    if Self.departments.contains(tokens.hashes[token]) { return true }
    let classes = classes(token)
    if classes.hasAny([.function, .calendar]) || classes.contains(.starter) && !classes.contains(.nominal) {
      return false
    }
    return classes.hasAny([.role, .modifier, .nominal, .institution]) && !classes.contains(.speech)
      || !classes.contains(.commonWord) && tokens.shapes[token] == .lower
  }

  /// "The head of Russia's Foreign Intelligence Service (SVR) Sergei ...": no comma, and a name right before this one.
  private func phraseBefore(_ name: FoundName) -> Range<Int>? {
    let sentence = tokens.sentence(name.tokens.lowerBound)
    let before = name.full.lowerBound - 1
    guard before > sentence.lowerBound,
      tokens.isCharacter(before, ")") || names.name(at: before) != nil || classes(before).contains(.institution)
        || tokens.shapes[before].isCapitalised
        || (max(sentence.lowerBound, before - 3)..<before).contains(where: { tokens.hashes[$0] == Self.of })
    else { return nil }
    return phrase(endingBefore: name.full.lowerBound, in: sentence)
  }

  /// A role with "of" or "for" and what belongs to it, as far as a point before `end`.
  private func phrase(endingBefore end: Int, in sentence: Range<Int>) -> Range<Int>? {
    var token = end - 1
    while token > sentence.lowerBound, end - token < 18 {
      // "the Minister of Investments Jane Doe", "Undersecretary for Field Operations Jane Doe"
      // "The MP for Harrow East, Jane Doe,"
      let isOffice =
        classes(token).contains(.office)
        && (tokens.shapes[token] == .capitalised
          ? Self.officeJoints.contains(tokens.hashes[token + 1]) : tokens.shapes[token] == .capitals)
      if tokens.shapes[token] == .lower && classes(token).contains(.role)
        || token == sentence.lowerBound && classes(token).contains(.role) || isOffice,
        token + 1 < end,
        Pronouns.prepositions.contains(tokens.hashes[token + 1])
      {
        return start(of: token, in: sentence)..<end
      }
      let isLink =
        !tokens.isWord(token) && !tokens.isCharacter(token, ",") && tokens.marks[token] == .none
        || Pronouns.prepositions.contains(tokens.hashes[token]) || Pronouns.articles.contains(tokens.hashes[token])
        || Pronouns.joints.contains(tokens.hashes[token]) || modifies(token)
      guard isLink else { return nil }
      token -= 1
    }
    guard tokens.shapes[sentence.lowerBound].isWord, classes(token).contains(.role), token == sentence.lowerBound else {
      return nil
    }
    return token..<end
  }

  // MARK: Behind the name

  /// ", Russia's foreign minister,", ", a lawyer at the firm,".
  private func apposition(_ name: FoundName) -> Range<Int>? {
    let sentence = tokens.sentence(name.tokens.lowerBound)
    var start = name.tokens.upperBound + 1
    guard start < sentence.upperBound, tokens.isCharacter(start - 1, ",") else { return nil }
    if tokens.shapes[start] == .digits, start + 2 < sentence.upperBound, tokens.isCharacter(start + 1, ",") {
      start += 2
    }
    while let next = behindDegree(start, in: sentence) { start = next }
    if Pronouns.articles.contains(tokens.hashes[start]) { start += 1 }
    var end = start
    var hasRole = false
    while end < sentence.upperBound, end - start < 18 {
      if tokens.isCharacter(end, ",") || tokens.isCharacter(end, ".") || tokens.isCharacter(end, ";") { break }
      let isOpen =
        !tokens.isWord(end) && tokens.marks[end] == .none && !tokens.isCharacter(end, "(") && !isBetweenNames(end)
      if isOpen || tokens.marks[end] != .none, !isPluralPossessive(end) { break }
      if Pronouns.relatives.contains(tokens.hashes[end]) { break }
      if hasRole, isPredicate(end, in: sentence) {
        // "Doe, Harrow's manager was asked": the comma behind the role is missing.
        guard (start..<end).contains(where: isPossessive) else { return nil }
        break
      }
      if classes(end).hasAny([.role, .office]), end - start < 7 { hasRole = true }
      // A verb before the role: this is a clause.
      if !hasRole, tokens.shapes[end] == .lower, !modifies(end), !isPossessive(end), end > start { return nil }
      if hasRole, tokens.shapes[end] == .lower, classes(end).contains(.speech), !classes(end).contains(.nominal) {
        if isSpokenOf(name, in: sentence) { return nil }
        break
      }
      end += 1
    }
    return hasRole && end > start ? start..<end : nil
  }

  /// "Jane Doe, Ph.D., a professor", "Jane Doe, M.D., Ph.D., President"
  private func behindDegree(_ start: Int, in sentence: Range<Int>) -> Int? {
    let hash = tokens.hashes[start]
    guard Self.degrees.contains(hash) || Self.doctors.contains(hash) else { return nil }
    // "Ph." "D" "."
    var comma = start + 1
    while Self.doctors.contains(hash), comma < min(sentence.upperBound, start + 4), !tokens.isCharacter(comma, ",") {
      comma += 1
    }
    return comma + 1 < sentence.upperBound && tokens.isCharacter(comma, ",") ? comma + 1 : nil
  }

  /// The sign of "a strategist at Fallow & Pike".
  private func isBetweenNames(_ token: Int) -> Bool {
    tokens.isCharacter(token, "&") && token + 1 < tokens.count && tokens.shapes[token + 1].isCapitalised
      && tokens.shapes[token - 1].isCapitalised
  }

  /// The apostrophe of "the drivers' union".
  private func isPluralPossessive(_ token: Int) -> Bool {
    isPossessive(token) && token > 0 && tokens.touchesNext(token - 1) && token + 1 < tokens.count
      && tokens.bytes[tokens.end(token - 1) - 1] == UInt8(ascii: "s") && tokens.shapes[token + 1] == .lower
  }

  /// "The party's leader, Jane Doe, said".
  private func reversed(_ name: FoundName) -> Range<Int>? {
    let sentence = tokens.sentence(name.tokens.lowerBound)
    let comma = name.full.lowerBound - 1
    guard comma > sentence.lowerBound, tokens.isCharacter(comma, ","),
      name.tokens.upperBound == sentence.upperBound || !tokens.isWord(name.tokens.upperBound)
        || tokens.shapes[name.tokens.upperBound] == .lower
    else { return nil }
    let noun = comma - 1
    if tokens.shapes[noun] == .lower, classes(noun).hasAny([.role, .office]) {
      let start = start(of: noun, in: sentence)
      return isOfRelative(start, in: sentence) ? nil : start..<comma
    }
    // "The President, Mrs Jane Doe, said", "its embattled National Secretary, Barrister Jane Doe, said"
    if tokens.shapes[noun] == .capitalised, classes(noun).contains(.office), !name.title.isEmpty,
      name.tokens.upperBound < sentence.upperBound, tokens.isCharacter(name.tokens.upperBound, ","),
      case let start = start(of: noun, in: sentence), start > sentence.lowerBound,
      Pronouns.articles.contains(tokens.hashes[start - 1]) || isOwned(start, in: sentence)
    {
      return ((start..<noun).first { tokens.shapes[$0] != .lower } ?? noun)..<comma
    }
    // "Fisheries Principal Secretary, Jane Doe, said"
    if noun > sentence.lowerBound, tokens.shapes[noun] == .capitalised, tokens.shapes[noun - 1] == .capitalised,
      name.tokens.count > 1, NameScanner.offices.contains(tokens.hashes[noun]),
      name.tokens.upperBound < sentence.upperBound
    {
      return start(of: noun, in: sentence)..<comma
    }
    return phrase(endingBefore: comma, in: sentence)
  }

  /// "its Secretary", "its embattled Secretary"
  private func isOwned(_ start: Int, in sentence: Range<Int>) -> Bool {
    if Self.owners.contains(tokens.hashes[start - 1]) { return true }
    return start - 2 >= sentence.lowerBound && Self.owners.contains(tokens.hashes[start - 2])
      && tokens.shapes[start - 1] == .lower && !classes(start - 1).hasAny([.role, .speech])
  }

  /// "the son of a railway clerk, Jane Doe": what a relative was.
  private func isOfRelative(_ start: Int, in sentence: Range<Int>) -> Bool {
    let article = start - 1
    guard article - 2 >= sentence.lowerBound, Pronouns.articles.contains(tokens.hashes[article]) else { return false }
    return tokens.hashes[article - 1] == Self.of && classes(article - 2).contains(.kin)
  }

  /// "Jane Doe, who heads the agency,": what she does stands for what she is.
  private func relative(_ name: FoundName) -> Range<Int>? {
    let sentence = tokens.sentence(name.tokens.lowerBound)
    let verb = name.tokens.upperBound + 2
    guard verb + 1 < sentence.upperBound, tokens.isCharacter(verb - 2, ","), tokens.hashes[verb - 1] == Self.who,
      Self.leading.contains(tokens.hashes[verb]),
      // "who leads tours in four languages"
      !Self.vague.contains(tokens.hashes[verb]) || tokens.shapes[verb + 1] != .lower
        || Pronouns.definites.contains(tokens.hashes[verb + 1])
        || Pronouns.articles.contains(tokens.hashes[verb + 1])
    else { return nil }
    var end = verb
    while end < sentence.upperBound, end - verb < 16,
      tokens.isWord(end) || tokens.isCharacter(end, "(") || isPossessive(end)
    { end += 1 }
    return verb..<end
  }

  /// Nouns before "minister" that the lists know as verbs or adverbs.
  private static let departments = WordSet("home state health trade water sports finance labour")
  private static var doctors: FewWords { FewWords("ph.", "pharm.", "sc.", "psy.", "ed.") }
  private static let degrees = WordSet(
    "ph.d. ph.d phd m.d. m.d md dds d.d.s. r.n. rn esq esq. jr jr. sr sr. dphil m.p. mp")
  private static var of: UInt32 { ByteHash.of("of") }
  private static var officeJoints: FewWords { FewWords("of", "for") }
  private static var who: UInt32 { ByteHash.of("who") }
  private static var vague: FewWords { FewWords("leads", "runs", "led", "ran") }
  private static var owners: FewWords { FewWords("its", "their", "his", "her", "our") }
  private static let leading = WordSet(
    "heads leads chairs runs directs represents oversees owns headed led chaired ran teaches coaches edits")
}
