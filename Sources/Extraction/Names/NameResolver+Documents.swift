import ArticleModel

/// Whom "it" means where a statement was given out:
///
///     The defence ministry issued a statement on Monday. "The aircraft returned," it said.
///     We have a statement from the mediators. "The parties have agreed," it says.
extension NameResolver {
  mutating func author(ofDocumentBefore mention: Range<Int>) -> Speaker? {
    let token = mention.lowerBound
    let start = tokens.sentence(token).lowerBound
    guard start > tokens.paragraph(token).tokens.lowerBound else { return nil }
    // A quotation may stand between as a sentence of its own.
    var sentence = tokens.sentence(start - 1)
    if pronouns.isQuoted.indices.contains(sentence.lowerBound), pronouns.isQuoted[sentence.lowerBound],
      sentence.lowerBound > tokens.paragraph(token).tokens.lowerBound
    {
      sentence = tokens.sentence(sentence.lowerBound - 1)
    }
    guard let document = sentence.first(where: { Self.documents.contains(tokens.hashes[$0]) }) else { return nil }
    guard let source = author(of: document, in: sentence) ?? issuer(in: sentence, before: document) else { return nil }
    guard var speaker = resolve(source), speaker.kind != .person else { return nil }
    speaker.mention = tokens.span(mention)
    speaker.text = tokens.text(mention)
    return speaker
  }

  /// "The court said in a statement it was late. "It did harm," the statement said.": whoever spoke last and is a body.
  func issuer(ofDocument mention: Range<Int>) -> Speaker? {
    let noun = phrase(of: mention).upperBound - 1
    guard noun == mention.lowerBound + 1, Self.documents.contains(tokens.hashes[noun]),
      Pronouns.definites.contains(tokens.hashes[mention.lowerBound]), let lastBody,
      lastBody.speaker.name == lastSpeaker?.name,
      lastBody.speaker.kind == .organisation,
      tokens.paragraphOf[noun] - Int32(lastBody.paragraph) <= 1,
      case let sentence = tokens.sentence(lastBody.token),
      (sentence.lowerBound + 2..<max(sentence.lowerBound + 2, sentence.upperBound)).contains(where: {
        tokens.hashes[$0] == tokens.hashes[noun] && tokens.hashes[$0 - 1] == Self.a
          && Self.giving.contains(tokens.hashes[$0 - 2])
      })
    else { return nil }
    return lastBody.speaker
  }

  private static var a: UInt32 { ByteHash.of("a") }
  private static let giving = WordSet("in issued released published sent")

  /// The body behind "from" of "the note from the Norland ministry", where the paper was taken for who speaks.
  mutating func issuer(of noun: Int, _ mention: Range<Int>) -> Speaker? {
    let first = noun + 2
    guard Self.papers.contains(tokens.hashes[noun]), first < mention.upperBound,
      Self.sources.contains(tokens.hashes[noun + 1]),
      Pronouns.articles.contains(tokens.hashes[first]) || tokens.shapes[first].isCapitalised,
      // A person wrote it, and has not spoken here.
      names.indices(in: first..<mention.upperBound).allSatisfy({ names.names[$0].kind != .person }),
      var speaker = resolve(first..<mention.upperBound), speaker.kind == .organisation || speaker.kind == .place
    else { return nil }
    speaker.mention = tokens.span(mention)
    speaker.text = tokens.text(mention)
    return speaker
  }

  private static let papers = WordSet(
    "statement letter memo note communique communiqué dispatch release circular notice bulletin tweet email")

  /// Behind "from" or "by".
  private func author(of document: Int, in sentence: Range<Int>) -> Range<Int>? {
    let first = document + 2
    guard first + 1 < sentence.upperBound, Self.sources.contains(tokens.hashes[document + 1]),
      Pronouns.articles.contains(tokens.hashes[first]) || tokens.shapes[first].isCapitalised
    else { return nil }
    let end = (first + 1..<sentence.upperBound).first { !tokens.isWord($0) || Self.stops.contains(tokens.hashes[$0]) }
    return first..<(end ?? sentence.upperBound)
  }

  /// The noun phrase that the sentence begins with, up to its verb.
  private func issuer(in sentence: Range<Int>, before document: Int) -> Range<Int>? {
    guard Pronouns.articles.contains(tokens.hashes[sentence.lowerBound]),
      let verb = (sentence.lowerBound + 2..<max(sentence.lowerBound + 2, document)).first(where: {
        Self.issuing.contains(tokens.hashes[$0])
      }), verb - sentence.lowerBound < 6,
      (sentence.lowerBound..<verb).allSatisfy({ tokens.isWord($0) && tokens.shapes[$0].isWord })
    else { return nil }
    return sentence.lowerBound..<verb
  }

  private static var documents: FewWords {
    FewWords("statement", "letter", "memo", "communique", "communiqué", "dispatch")
  }
  private static var sources: FewWords { FewWords("from", "by") }
  private static let stops = WordSet("on in at that which who and but saying after")
  private static let issuing = WordSet("issued released published made sent put gave posted has had")
}
