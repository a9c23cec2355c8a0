/// Marks around what something is called, which nobody says.
extension QuotationSnapper {
  /// `known as "The Voice"`, `rates the stock "buy"`, `the word "platform"`.
  func isByname(_ quotation: Quotation, _ words: Int) -> Bool {
    let before = quotation.open - 1
    guard quotation.isClosed, before > 1, words <= Self.longestByname else { return false }
    let hash = input.tokens.hashes[before]
    if hash == Self.as, input.tokens.hashes[before - 1] == Self.known { return true }
    if Self.bynames.contains(hash) || Self.dubbing.contains(hash) && isName(quotation) { return true }
    if isNamed(quotation, words) { return true }
    // `one word, "platform"`
    if input.tokens.isCharacter(before, ","), input.tokens.hashes[before - 1] == Self.word { return words == 1 }
    return words == 1 && isRating(quotation)
  }

  /// `The illness is called "miner's lung"`: so by everybody, where nobody is named behind.
  private func isNamed(_ quotation: Quotation, _ words: Int) -> Bool {
    let before = quotation.open - 1
    guard words <= 3, Self.calling.contains(input.tokens.hashes[before]),
      Self.being.contains(input.tokens.hashes[before - 1]), quotation.close + 1 < input.tokens.count
    else { return false }
    return input.tokens.hashes[quotation.close + 1] != Self.by
  }

  private static var calling: FewWords { FewWords("called", "termed") }
  private static var being: FewWords { FewWords("is", "are", "'s", "'re") }
  private static var by: UInt32 { ByteHash.of("by") }

  /// `, dubbed "the Goliath",`: one or two words with capitals, with or without an article.
  private func isName(_ quotation: Quotation) -> Bool {
    var words = quotation.tokens.filter(input.tokens.isWord)
    if let first = words.first, input.tokens.hashes[first] == Self.the { words.removeFirst() }
    return (1...2).contains(words.count) && words.allSatisfy { input.tokens.shapes[$0].isCapitalised }
  }

  /// A word that analysts rate a share with, near a word that says so.
  private func isRating(_ quotation: Quotation) -> Bool {
    guard quotation.tokens.contains(where: { Self.ratings.contains(input.tokens.hashes[$0]) }) else { return false }
    let first = max(input.tokens.sentence(quotation.open).lowerBound, quotation.open - Self.nearness)
    return (first..<quotation.open).contains { Self.rating.contains(input.tokens.hashes[$0]) }
  }

  /// `mentioned "a pig", "a cow"`: behind the verb, or behind another one that stands there.
  func isListed(_ quotation: Quotation) -> Bool {
    let first = max(input.tokens.sentence(quotation.open).lowerBound, quotation.open - Self.nearness)
    guard let verb = (first..<quotation.open).first(where: { Self.listing.contains(input.tokens.hashes[$0]) }) else {
      return false
    }
    return (verb + 1..<quotation.open).allSatisfy {
      input.isQuoted($0) || !input.tokens.isWord($0) || input.tokens.hashes[$0] == Self.and
    }
  }

  /// With what the tagger joined to it.
  func dropListed(_ quotation: Quotation, _ tagged: inout TaggedTokens) {
    guard tagged.role(quotation.open) == .content else { return }
    let end = input.tokens.paragraph(quotation.open).tokens.upperBound
    var token = quotation.open
    repeat {
      tagged.labels[token] = .outside
      token += 1
    } while token < end && tagged.labels[token] == .insideContent
  }

  private static let longestByname = 5
  /// In tokens.
  private static let nearness = 16
  private static var known: UInt32 { ByteHash.of("known") }
  private static var `as`: UInt32 { ByteHash.of("as") }
  private static var word: UInt32 { ByteHash.of("word") }
  private static var and: UInt32 { ByteHash.of("and") }
  private static var the: UInt32 { ByteHash.of("the") }
  private static var dubbing: FewWords { FewWords("dubbed", "christened", "baptised") }
  private static var bynames: FewWords { FewWords("nicknamed", "codenamed", "code-named", "so-called", "word") }
  private static let ratings = WordSet(
    "buy sell hold neutral overweight underweight outperform underperform accumulate reduce")
  private static let rating = WordSet("rate rates rated rating ratings recommendation stock shares upgraded downgraded")
  private static var listing: FewWords { FewWords("mentioned", "mentions") }
}
