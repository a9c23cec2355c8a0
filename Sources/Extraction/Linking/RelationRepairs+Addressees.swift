/// Who hears the words, and who answers, where the tagger took them for a part of the words or let them go.
extension RelationRepairs {
  /// `advised | the committee | that the lease had expired`: who is advised is none of the words.
  ///
  /// Readers leave whoever is told out of them in 26 of 30 sentences (PolNeAR).
  func cutAtAddressee(_ relation: inout Relation) {
    guard relation.contents.count == 1, let content = relation.contents.first, let cue = relation.cue,
      cue.upperBound == content.lowerBound, Self.addressing.contains(input.tokens.hashes[cue.upperBound - 1]),
      !isWord(content.lowerBound, Self.that), !input.isQuoted(content.lowerBound),
      let that = Self.behindAddressee(content.lowerBound, before: content.upperBound, input), isWord(that, Self.that)
    else { return }
    relation.contents[0] = that..<content.upperBound
  }

  /// The word behind whoever is advised: a pronoun, a name, a plural, or a noun with its article; four words or more follow.
  static func behindAddressee(_ first: Int, before end: Int, _ input: TaggerInput) -> Int? {
    guard first + 4 < end else { return nil }
    let hash = input.tokens.hashes[first]
    guard
      Pronouns.definites.contains(hash) || Pronouns.articles.contains(hash) || addressees.contains(hash)
        || input.tokens.shapes[first].isCapitalised || input.isPlural(first)
    else { return nil }
    let near = first + 1..<min(end - 3, first + longestAddressee)
    guard let that = near.first(where: { input.tokens.hashes[$0] == self.that }),
      (first..<that).allSatisfy({
        input.tokens.isWord($0) && !input.isQuoted($0) && !input.strengths[$0].isStrong
      })
    else { return nil }
    return that
  }

  /// `Her answer was that the bridge is safe`, `The minister's response was that nobody had asked`: whose it is says it.
  func takeOwnerOfAnswer(_ relation: inout Relation) {
    guard relation.source == nil, relation.contents.count == 1, let content = relation.contents.first,
      isWord(content.lowerBound, Self.that),
      let answer = Answer(before: content.lowerBound, in: input.tokens.sentence(content.lowerBound), input)
    else { return }
    relation.source = answer.source
    relation.cue = answer.cue
  }

  /// `Ada Lind, now a pundit on | Sund TV, | reckons the keeper slept`: whom the sentence opens with, not who stands in the words
  /// on her.
  func takeOpeningBeforeApposition(_ relation: inout Relation) {
    guard let cue = relation.cue, let content = relation.contents.first,
      cue.upperBound <= content.lowerBound, cue.lowerBound > 2, input.tokens.isCharacter(cue.lowerBound - 1, ","),
      case let last = cue.lowerBound - 1, relation.source.map({ $0.upperBound == last }) ?? true,
      !input.isQuoted(content.lowerBound),
      case let start = max(
        input.tokens.sentence(cue.lowerBound).lowerBound, input.tokens.paragraph(cue.lowerBound).tokens.lowerBound),
      start + 1 < last, cue.lowerBound - start <= Self.longestOpening,
      let comma = (start + 1..<last).first(where: { !input.tokens.isWord($0) }),
      input.tokens.isCharacter(comma, ","), Self.appositions.contains(input.tokens.hashes[comma + 1]),
      comma + 2 < last, (comma + 1..<last).allSatisfy({ input.tokens.isWord($0) && !input.isRulingCue($0) }),
      input.tokens.shapes[comma - 1].isCapitalised, input.tokens.shapes[start].isCapitalised,
      !Pronouns.prepositions.contains(input.tokens.hashes[start]),
      (start..<comma).allSatisfy({
        !input.isQuoted($0) && !(input.tokens.shapes[$0] == .lower && SubjectFinder.isFinite($0, input))
      })
    else { return }
    relation.source = start..<comma
  }

  /// In tokens.
  private static let longestOpening = 22
  private static let appositions = WordSet("now a an the once formerly currently still another one who")
  private static let longestAddressee = 7
  private static let addressees = WordSet("him her them us me everyone everybody people")
  static let addressing = WordSet(
    """
    advised advises advising reminded reminds reminding informed informs informing assured assures assuring notified \
    notifies cautioned cautions warned warns persuaded convinced
    """)
}

/// `Ode's answer was`, `her view is`, in front of a clause with "that".
struct Answer {
  let source: Range<Int>
  let cue: Range<Int>

  /// - Parameter that: The word that the clause begins with.
  init?(before that: Int, in sentence: Range<Int>, _ input: TaggerInput) {
    let hashes = input.tokens.hashes
    let start = max(sentence.lowerBound, input.tokens.paragraph(that).tokens.lowerBound)
    let noun = that - 2
    guard noun > start, Self.verbs.contains(hashes[that - 1]), Self.nouns.contains(hashes[noun]),
      !input.isQuoted(noun)
    else { return nil }
    let adjective =
      noun - 1 > start && input.tokens.shapes[noun - 1] == .lower && !Self.owners.contains(hashes[noun - 1])
    let owner = adjective && !Pronouns.possessives.contains(hashes[noun - 1]) ? noun - 2 : noun - 1
    guard owner >= start else { return nil }
    if Self.owners.contains(hashes[owner]) {
      source = owner..<owner + 1
    } else {
      guard Pronouns.possessives.contains(hashes[owner]), owner > start,
        let phrase = Self.phrase(endingAt: owner, behind: start, input)
      else { return nil }
      source = phrase
    }
    cue = noun..<that
  }

  /// The name, or the noun with its article, right before a possessive.
  private static func phrase(endingAt end: Int, behind start: Int, _ input: TaggerInput) -> Range<Int>? {
    var first = end
    while first > start, end - first < longestOwner, input.tokens.isWord(first - 1) {
      let word = first - 1
      if Pronouns.articles.contains(input.tokens.hashes[word]) { return word..<end }
      guard
        input.tokens.shapes[word].isCapitalised || input.tokens.shapes[word] == .lower && first == end
          || input.tokens.shapes[word] == .lower && !Pronouns.prepositions.contains(input.tokens.hashes[word])
            && !SubjectFinder.isFinite(word, input)
      else { break }
      first = word
    }
    guard first < end, input.tokens.shapes[first].isCapitalised else { return nil }
    return first..<end
  }

  /// In tokens.
  private static let longestOwner = 6
  private static var owners: FewWords { FewWords("his", "her", "their", "its", "my") }
  private static var verbs: FewWords { FewWords("was", "is") }
  static let nouns = WordSet(
    """
    answer response reply view argument message point verdict conclusion fear hope belief complaint explanation contention \
    advice theory defence defense claim concern opinion retort
    """)
}
