import ArticleModel

/// Who the label of a transcript names: `MINISTER IOANA RUSU`, `CLINTON`, `Q`.
extension NameResolver {
  /// The person of the article whose last name the label ends with, else the name as other texts write it. Those who
  /// are labelled by their part (`MODERATOR`, `QUESTION`) stay as written.
  mutating func speaker(ofLabel label: Range<Int>) -> Speaker? {
    guard !label.isEmpty else { return nil }
    if Self.answers.contains(tokens.hashes[label.lowerBound]), let entity = onlyPerson(before: label.lowerBound) {
      return person(entity, label)
    }
    let (named, part) = parted(label)
    if named.contains(where: { Self.parts.contains(tokens.hashes[$0]) }) {
      return speaker(label, tokens.text(label), .anonymous)
    }
    var speaker = speaker(ofLabel: label, named)
    if speaker.kind == .person, speaker.role == nil { speaker.role = part ?? office(behind: label) }
    return speaker
  }

  /// `HOST, ADA ODE`, `ADA ODE, HOST`: the name and the part; the whole label without a part where no comma stands.
  private func parted(_ label: Range<Int>) -> (name: Range<Int>, part: String?) {
    guard let comma = label.first(where: { tokens.isCharacter($0, ",") }), comma > label.lowerBound,
      comma + 1 < label.upperBound
    else { return (label, nil) }
    let (first, second) = (label.lowerBound..<comma, comma + 1..<label.upperBound)
    let isPartFirst = first.contains { Self.parts.contains(tokens.hashes[$0]) } || isOffice(first)
    return isPartFirst ? (second, tokens.text(first)) : (first, tokens.text(second))
  }

  private mutating func speaker(ofLabel label: Range<Int>, _ named: Range<Int>) -> Speaker {
    if let speaker = holder(ofOffice: named) { return speaker }
    let name = withoutTitle(named)
    if let known = speakerBefore(labelled: name) {
      var speaker = speaker(label, known.name, known.kind)
      speaker.role = known.role
      return speaker
    }
    let speaker = newSpeaker(name, label)
    labelled.append((name, speaker))
    if name.lowerBound > label.lowerBound { offices.append((label.lowerBound..<name.lowerBound, speaker)) }
    return speaker
  }

  /// Who had the same label before, one that ends with it, or the only one that begins with it or that it is the initials
  /// of: `Ada Lind:`, then `Lind:`, `Ada:` or `AL:`.
  private func speakerBefore(labelled name: Range<Int>) -> Speaker? {
    if let known = labelled.first(where: { isEnd(name, of: $0.name) }) { return known.speaker }
    guard name.count == 1 else { return nil }
    let begun = labelled.filter { tokens.hashes[$0.name.lowerBound] == tokens.hashes[name.lowerBound] }
    if begun.count == 1 { return begun[0].speaker }
    let meant = labelled.filter { areInitials(name.lowerBound, of: $0.name) }
    return meant.count == 1 ? meant[0].speaker : nil
  }

  /// Whether a word in capitals has the first letters of a name's words, with those of an article or without.
  private func areInitials(_ token: Int, of name: Range<Int>) -> Bool {
    guard name.count >= 2 else { return false }
    let letters = tokens.bytes[tokens.start(token)..<tokens.end(token)]
    let initials = name.map { tokens.bytes[tokens.start($0)] }
    // "JvdM" of Joost van der Meer
    guard tokens.shapes[token] == .capitals else { return name.count > 2 && letters.elementsEqual(initials) }
    if letters.elementsEqual(initials) { return true }
    let hasArticle = Pronouns.articles.contains(tokens.hashes[name.lowerBound])
    return hasArticle && letters.elementsEqual(initials.dropFirst()) || letters.elementsEqual(initialsOfParts(name))
  }

  /// `KAF` of Kwame Asante-Frim: those behind hyphens too.
  private func initialsOfParts(_ name: Range<Int>) -> [UInt8] {
    let letters = tokens.bytes[tokens.start(name.lowerBound)..<tokens.end(name.upperBound - 1)]
    var initials: [UInt8] = []
    var isStart = true
    for byte in letters {
      if isStart { initials.append(byte) }
      isStart = byte == UInt8(ascii: "-") || byte == UInt8(ascii: " ")
    }
    return initials
  }

  private mutating func newSpeaker(_ name: Range<Int>, _ label: Range<Int>) -> Speaker {
    if let entity = person(labelled: name) ?? person(withInitials: name) { return person(entity, label) }
    if let body = body(labelled: name) { return body }
    if name.count > 1, Pronouns.articles.contains(tokens.hashes[name.lowerBound]) {
      return speaker(label, tokens.text(name), .anonymous)
    }
    var speaker = speaker(label, CapitalName.text(name, in: tokens), .person)
    let title = label.lowerBound..<name.lowerBound
    // "MR." is no role.
    if title.contains(where: { lexicon.classes(at: $0, in: tokens).contains(.office) }) {
      speaker.role = tokens.text(title)
    }
    return speaker
  }

  /// Whether a name is another one or its last words.
  private func isEnd(_ name: Range<Int>, of other: Range<Int>) -> Bool {
    name.count <= other.count && tokens.hashes[name].elementsEqual(tokens.hashes[other.suffix(name.count)])
  }

  private func withoutTitle(_ label: Range<Int>) -> Range<Int> {
    var first = label.lowerBound
    while first < label.upperBound - 1 {
      if let phrase = lexicon.phrase(at: first, in: tokens, before: label.upperBound - 1),
        phrase.entry.classes.hasAny(.title)
      {
        first = phrase.end
      } else if lexicon.classes(at: first, in: tokens).hasAny([.honorific, .office, .modifier])
        || first > label.lowerBound && !tokens.isWord(first)
      {
        first += 1
      } else {
        break
      }
    }
    return first..<label.upperBound
  }

  private func person(labelled name: Range<Int>) -> Int? { onlyPerson { isEnd(name, of: $0) } }

  private func person(withInitials name: Range<Int>) -> Int? {
    name.count == 1 ? onlyPerson { areInitials(name.lowerBound, of: $0) } : nil
  }

  private func onlyPerson(_ isMeant: (Range<Int>) -> Bool) -> Int? {
    let fitting = names.entities.indices.filter { index in
      names.entities[index].kind == .person && isMeant(names.entities[index].name)
    }
    return fitting.count == 1 ? fitting[0] : nil
  }

  /// `Radio Norvik:`, `The Norvik Mercury:`: the paper or the station that asks.
  private func body(labelled label: Range<Int>) -> Speaker? {
    // "THE CORONER" speaks by an office.
    guard label.count > 1,
      !lexicon.classes(at: label.upperBound - 1, in: tokens).hasAny([.role, .office, .people, .anonymousNoun])
    else { return nil }
    if let name = names.name(at: label.upperBound - 1), name.kind == .organisation,
      name.tokens.upperBound == label.upperBound
    {
      return speaker(label, tokens.text(name.tokens), .organisation)
    }
    let first = tokens.hashes[label.lowerBound]
    let isBody = Pronouns.articles.contains(first) || lexicon.classes(first).contains(.leadingBody)
    return isBody ? speaker(label, tokens.text(label), .organisation) : nil
  }

  /// The person whom an interview with questions and answers is with: the only one named before the first answer, else the
  /// only one before its question, else the only one of these in a headline.
  private mutating func onlyPerson(before token: Int) -> Int? {
    if let answering { return answering.person }
    let answer = Int(tokens.paragraphOf[token])
    let question = tokens.paragraphs[max(0, answer - 1)].tokens.lowerBound
    let named = people(before: token)
    let person = Self.only(named) ?? Self.only(people(before: question)) ?? Self.only(named.filter(isInHeadline))
    answering = (person: person, label: token)
    return person
  }

  private static func only(_ people: [Int]) -> Int? { people.count == 1 ? people[0] : nil }

  private func people(before token: Int) -> [Int] {
    names.entities.indices.filter { index in
      let entity = names.entities[index]
      guard entity.kind == .person, let first = entity.mentions.first else { return false }
      return names.names[first].tokens.lowerBound < token
        && !Interviewers.isOne(first, names: names, tokens: tokens)
    }
  }

  private func isInHeadline(_ entity: Int) -> Bool {
    names.entities[entity].mentions.contains {
      tokens.paragraph(names.names[$0].tokens.lowerBound).kind == .headline
    }
  }

  private static let answers = Pronouns.words("a a. answer")
  /// Labels of those who speak by their part and without a name.
  private static let parts = Pronouns.words(
    """
    q q. question questions a a. answer answers moderator moderators host hosts anchor announcer narrator interviewer \
    reporter reporters correspondent audience crowd unidentified unknown male female man woman voice speaker operator \
    translator interpreter caller all participant participants panelist student journalist clerk court witness
    """)
}
