/// What the ranker knows about a quotation and somebody who may have said it.
enum RankerTemplate: UInt32 {
  case origin = 1001
  case form, linked, linkedOrigin, same, sameBetween, inside
  case distance, sentences, quotationsBetween
  case verbAfter, verbBefore, verbAfterLemma, verbAfterNear, verbBeforeNear
  case pattern, behind, taggedHere, startsSentence
  case markBefore, quotationEnd, wordAfter
  case carried, carriedOrigin, carriedWhole, carriedParagraphEnd, carriedFirst, carriedAll, carriedHasSource
  case carriedLinked, carriedContinues
  case nobody, nobodyWhole, nobodyParagraphEnd, nobodyLinked, nobodyLength
  case wordBefore, classAfter, clauseOpening, sameName, sameNameWhole
}

/// The facts about one quotation that do not depend on the candidate.
struct QuotedPiece {
  var tokens: Range<Int>
  /// The source that the linker gave it.
  var linked: Range<Int>?
  /// The paragraph holds little else.
  var isWhole: Bool
  /// The first of its paragraph.
  var isFirst: Bool
  /// It goes on from the paragraph before.
  var continues: Bool
}

struct RankerFeatures {
  let input: TaggerInput
  let tagged: TaggedTokens
  let paragraph: Range<Int>
  let pieces: [Range<Int>]
  let paragraphBefore: ParagraphEnd
  /// Whether the tagger found a source in the paragraph.
  let hasSource: Bool
  /// The last speaker of the paragraphs before.
  let lastSpeaker: Range<Int>?

  /// - Parameter previous: Who said the quotation before in this paragraph.
  func features(_ candidate: SpeakerCandidate, _ piece: QuotedPiece, previous: Range<Int>?) -> [UInt32] {
    FeatureSink.withRoom { room in
      var out = FeatureSink(room)
      write(candidate, piece, previous: previous, &out)
      return out.features
    }
  }

  func write(
    _ candidate: SpeakerCandidate, _ piece: QuotedPiece, previous: Range<Int>?, _ out: inout FeatureSink
  ) {
    out.add(.origin, candidate.origin.rawValue)
    switch candidate.origin {
    case .tagged, .name, .pronoun:
      if let tokens = candidate.tokens { writeNear(tokens, candidate.origin, piece, previous, &out) }
    case .carried, .carriedSecond: writeCarried(candidate, piece, &out)
    case .none: writeNobody(piece, &out)
    }
  }

  // MARK: Candidates of the paragraph

  /// Up to three. Pieces stand in order: to look at each of them for every pair of a piece and a candidate took minutes on a
  /// paragraph of some thousand quotations.
  private func quotations(inside gap: Range<Int>) -> Int {
    var (low, high) = (0, pieces.count)
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].lowerBound < gap.lowerBound { low = middle + 1 } else { high = middle }
    }
    return pieces[low...].prefix(3).prefix { $0.upperBound <= gap.upperBound }.count
  }

  private func writeNear(
    _ tokens: Range<Int>, _ origin: SpeakerCandidate.Origin, _ piece: QuotedPiece, _ previous: Range<Int>?,
    _ out: inout FeatureSink
  ) {
    let isBefore = tokens.upperBound <= piece.tokens.lowerBound
    let side: UInt32 = isBefore ? 1 : 0
    let gap =
      isBefore
      ? tokens.upperBound..<piece.tokens.lowerBound
      : piece.tokens.upperBound..<max(piece.tokens.upperBound, tokens.lowerBound)
    let between = quotations(inside: gap)
    let isInside = !isBefore && tokens.lowerBound < piece.tokens.upperBound
    out.add(.form, form(tokens))
    if tokens == piece.linked {
      out.add(.linked, 1)
      out.add(.linkedOrigin, origin.rawValue)
    }
    if tokens == previous {
      out.add(.same, 1)
      out.add(.sameBetween, UInt32(between))
    }
    if isInside { out.add(.inside, 1) }
    out.add(.distance, side << 8 | TaggerFeatures.step(gap.count))
    out.add(.sentences, side << 8 | UInt32(min(3, sentencesApart(tokens, piece.tokens, isBefore))))
    out.add(.quotationsBetween, side << 8 | UInt32(between))
    writeVerbs(tokens, piece.tokens, gap.count, isBefore, side, &out)
    out.add(.pattern, ByteHash.mix(side, isInside ? 1 : pattern(gap)))
    if !isBefore, tokens.upperBound < paragraph.upperBound {
      out.add(.behind, ByteHash.mix(kind(tokens.upperBound), gap.count <= 3 ? 1 : 0))
    }
    if tagged.role(tokens.lowerBound) == .source { out.add(.taggedHere, 1) }
    let starts =
      tokens.lowerBound == paragraph.lowerBound
      || input.tokens.sentenceOf[tokens.lowerBound] != input.tokens.sentenceOf[tokens.lowerBound - 1]
    out.add(.startsSentence, side << 1 | (starts ? 1 : 0))
    out.add(.markBefore, ByteHash.mix(side, markKind(piece.tokens.lowerBound - 1)))
    let end = piece.tokens.upperBound - 2
    out.add(.quotationEnd, ByteHash.mix(side, end >= piece.tokens.lowerBound ? markKind(end) : 0))
    out.add(.wordAfter, ByteHash.mix(side, markKind(piece.tokens.upperBound)))
    writeNeighbours(tokens, side, &out)
    if let lastSpeaker, input.tokens.hashes[lastSpeaker.upperBound - 1] == input.tokens.hashes[tokens.upperBound - 1] {
      out.add(.sameName, side)
      out.add(.sameNameWhole, piece.isWhole ? 1 : 0)
    }
  }

  /// The words around somebody tell what part they have in the sentence: `told the mayor`, `where the mayor spoke`.
  private func writeNeighbours(_ tokens: Range<Int>, _ side: UInt32, _ out: inout FeatureSink) {
    var before = tokens.lowerBound - 1
    if before > paragraph.lowerBound, Pronouns.articles.contains(input.tokens.hashes[before]) { before -= 1 }
    let isWord = before >= paragraph.lowerBound && input.tokens.shapes[before] == .lower
    out.add(.wordBefore, ByteHash.mix(side, isWord ? input.tokens.hashes[before] : markKind(before)))
    let after = tokens.upperBound
    if paragraph.contains(after) {
      out.add(
        .classAfter, ByteHash.mix(side, input.tokens.isWord(after) ? input.partsOfSpeech[after] : markKind(after)))
    }
    var token = before
    while token >= paragraph.lowerBound, before - token < Self.farthestOpening, input.tokens.isWord(token) {
      if Self.openings.contains(input.tokens.hashes[token]) {
        out.add(.clauseOpening, side << 1)
        out.add(.clauseOpening, ByteHash.mix(side, input.tokens.hashes[token]))
        return
      }
      token -= 1
    }
  }

  private static let farthestOpening = 4
  private static let openings = WordSet(
    "where when while as after before because although though if since until which that")

  private func writeVerbs(
    _ tokens: Range<Int>, _ piece: Range<Int>, _ distance: Int, _ isBefore: Bool, _ side: UInt32,
    _ out: inout FeatureSink
  ) {
    let after = (tokens.upperBound..<min(paragraph.upperBound, tokens.upperBound + 4)).first { isVerb($0) }
    let before = (max(paragraph.lowerBound, tokens.lowerBound - 2)..<tokens.lowerBound).last { isVerb($0) }
    out.add(.verbAfter, after.map { UInt32($0 - tokens.upperBound) } ?? 9)
    out.add(.verbBefore, before.map { UInt32(tokens.lowerBound - $0) } ?? 9)
    if let after {
      out.add(.verbAfterLemma, input.lemmas[after] != 0 ? input.lemmas[after] : input.tokens.hashes[after])
      let isNear = distance <= 2 || (isBefore && piece.lowerBound - after <= 4)
      out.add(.verbAfterNear, side << 1 | (isNear ? 1 : 0))
    }
    if before != nil { out.add(.verbBeforeNear, side << 1 | (distance <= 4 ? 1 : 0)) }
  }

  private func isVerb(_ token: Int) -> Bool { input.strengths[token].isStrong || tagged.role(token) == .cue }

  /// Pronoun, name or other.
  private func form(_ tokens: Range<Int>) -> UInt32 {
    if tokens.count == 1, SpeakerWords.pronouns.contains(input.tokens.hashes[tokens.lowerBound]) { return 1 }
    let shapes = input.tokens.shapes
    return shapes[tokens.lowerBound].isCapitalised || shapes[tokens.upperBound - 1].isCapitalised ? 2 : 3
  }

  private func sentencesApart(_ tokens: Range<Int>, _ piece: Range<Int>, _ isBefore: Bool) -> Int {
    let sentences = input.tokens.sentenceOf
    let apart =
      isBefore
      ? sentences[piece.lowerBound] - sentences[tokens.upperBound - 1]
      : sentences[tokens.lowerBound] - sentences[piece.upperBound - 1]
    return max(0, Int(apart))
  }

  /// The marks between speaker and quotation, with `V` for verbs and `w` for words: `, V` in `"...," said Ode`.
  private func pattern(_ gap: Range<Int>) -> UInt32 {
    guard gap.count <= 6 else { return 2 }
    return gap.reduce(3) { ByteHash.mix($0, kind($1)) }
  }

  private func kind(_ token: Int) -> UInt32 {
    if isVerb(token) { return 1 }
    return markKind(token)
  }

  private func markKind(_ token: Int) -> UInt32 {
    guard paragraph.contains(token) else { return 4 }
    if input.tokens.marks[token] != .none { return 3 }
    return input.tokens.isWord(token) ? 2 : input.tokens.hashes[token]
  }

  // MARK: Candidates from before, and nobody

  private func writeCarried(_ candidate: SpeakerCandidate, _ piece: QuotedPiece, _ out: inout FeatureSink) {
    let which = candidate.origin.rawValue << 1 | (candidate.wasQuoted ? 1 : 0)
    let whole: UInt32 = piece.isWhole ? 1 : 0
    out.add(.carried, candidate.origin.rawValue)
    out.add(.carriedOrigin, which)
    out.add(.carriedWhole, candidate.origin.rawValue << 1 | whole)
    out.add(.carriedParagraphEnd, candidate.origin.rawValue << 4 | paragraphBefore.rawValue)
    out.add(.carriedFirst, candidate.origin.rawValue << 1 | (piece.isFirst ? 1 : 0))
    out.add(.carriedAll, which << 8 | whole << 4 | paragraphBefore.rawValue)
    out.add(.carriedHasSource, hasSource ? 1 : 0)
    out.add(.carriedLinked, piece.linked != nil ? 1 : 0)
    if piece.continues { out.add(.carriedContinues, candidate.origin.rawValue) }
  }

  private func writeNobody(_ piece: QuotedPiece, _ out: inout FeatureSink) {
    out.add(.nobody, 1)
    out.add(.nobodyWhole, piece.isWhole ? 1 : 0)
    out.add(.nobodyParagraphEnd, paragraphBefore.rawValue)
    out.add(.nobodyLinked, piece.linked != nil ? 1 : 0)
    out.add(.nobodyLength, TaggerFeatures.step(piece.tokens.count))
  }
}

extension FeatureSink {
  @inline(__always)
  fileprivate mutating func add(_ template: RankerTemplate, _ value: UInt32) { add(of: template, value) }
}
