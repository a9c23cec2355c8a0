/// The small words that tell how a mention is built.
enum Pronouns {
  static func head(_ hash: UInt32) -> MentionHead? { heads[hash] }

  private static let heads: WordMap<MentionHead> = {
    var heads: WordMap<MentionHead> = [:]
    for word in hashes("he his him himself") { heads[word] = .pronoun(.male) }
    for word in hashes("she her hers herself") { heads[word] = .pronoun(.female) }
    for word in hashes("they it we them their its our us i you my me one") { heads[word] = .otherPronoun }
    for word in hashes("this these those some others other another many several most few both all none each either") {
      heads[word] = .otherPronoun
    }
    for word in hashes("neither everyone everybody someone somebody anyone anybody nobody") {
      heads[word] = .otherPronoun
    }
    for word in hashes("who whom which that") { heads[word] = .relative }
    return heads
  }()

  private static func hashes(_ list: String) -> [UInt32] { list.split(separator: " ").map { ByteHash.of($0.utf8) } }

  static let prepositions = words(
    "of for to by with at in from on about against under into near within without including among behind like as over")
  static var joints: FewWords { FewWords("and", "or", "&") }
  static var relatives: FewWords { FewWords("who", "whom", "whose", "which", "that", "where") }
  static var possessives: FewWords { FewWords("'s", "'") }
  static let definites = words("the his her their its this that these those our my")
  static var articles: FewWords { FewWords("the", "a", "an") }

  static func words(_ list: String) -> WordSet { WordSet(list) }
}
