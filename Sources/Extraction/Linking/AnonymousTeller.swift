/// A sentence of somebody who does not want to be named, and what is said in it all the same:
///
///     A clerk, who asked not to be named, said the boats were late.
///     An official who requested anonymity because he was not allowed to speak told the Herald that it rained.
struct AnonymousTeller {
  /// Who speaks, without the clause behind.
  var source: Range<Int>
  /// One token.
  var verb: Int
  /// The first token of the words.
  var words: Int

  /// - Returns: `nil` where no such clause stands in the sentence, or nothing is said behind it.
  static func find(in sentence: Range<Int>, _ input: TaggerInput) -> AnonymousTeller? {
    let hashes = input.tokens.hashes
    guard let who = sentence.dropFirst().first(where: { hashes[$0] == Self.who && !input.isQuoted($0) }),
      let end = wishEnd(behind: who, in: sentence, input), let source = source(before: who, in: sentence, input),
      let verb = verb(behind: end, in: sentence, input), let words = words(behind: verb, in: sentence, input)
    else { return nil }
    return AnonymousTeller(source: source, verb: verb, words: words)
  }

  /// What stands between who speaks and the verb: who it is, what is asked for and why.
  var clause: Range<Int> { source.upperBound..<verb }

  /// Whether some words begin with what is asked for: "not to be named", "anonymity".
  static func isWish(_ words: Range<Int>, _ input: TaggerInput) -> Bool {
    guard wishes.contains(input.tokens.hashes[words.lowerBound]) else { return false }
    return words.prefix(longestWish).contains { isNamelessness($0, input) }
      && words.prefix(longestWish).allSatisfy { !input.isQuoted($0) }
  }

  /// Whether a cue is that of a wish: "asked", "requested".
  static func isAsking(_ cue: Range<Int>, _ input: TaggerInput) -> Bool {
    cue.contains { asking.contains(input.tokens.hashes[$0]) }
  }

  /// The token behind "asked not to be named", "requested anonymity".
  private static func wishEnd(behind who: Int, in sentence: Range<Int>, _ input: TaggerInput) -> Int? {
    let near = who + 1..<min(sentence.upperBound, who + 4)
    guard let asking = near.first(where: { asking.contains(input.tokens.hashes[$0]) }) else { return nil }
    let wish = asking + 1..<min(sentence.upperBound, asking + 1 + longestWish)
    return wish.first { isNamelessness($0, input) }.map { $0 + 1 }
  }

  private static func isNamelessness(_ token: Int, _ input: TaggerInput) -> Bool {
    let hash = input.tokens.hashes[token]
    return nameless.contains(hash) || named.contains(hash) && token > 1 && input.tokens.hashes[token - 1] == be
      || hash == withheld && (max(0, token - 3)..<token).contains { names.contains(input.tokens.hashes[$0]) }
  }

  /// The noun phrase before "who", as far as a mark or the beginning.
  private static func source(before who: Int, in sentence: Range<Int>, _ input: TaggerInput) -> Range<Int>? {
    let end = input.tokens.isCharacter(who - 1, ",") ? who - 1 : who
    var start = end
    while start > sentence.lowerBound, end - start < longestSource,
      input.tokens.isWord(start - 1) || Pronouns.possessives.contains(input.tokens.hashes[start - 1]),
      !joints.contains(input.tokens.hashes[start - 1]), !input.isQuoted(start - 1)
    { start -= 1 }
    return start < end ? start..<end : nil
  }

  /// The verb of the main clause: right behind the wish, or behind its reason.
  private static func verb(behind end: Int, in sentence: Range<Int>, _ input: TaggerInput) -> Int? {
    let near = end..<min(sentence.upperBound - 1, end + longestReason)
    guard !near.isEmpty else { return nil }
    var first = end
    while first < near.upperBound, !input.tokens.isWord(first) || adverbs.contains(input.tokens.hashes[first]) {
      first += 1
    }
    if first < near.upperBound, isTelling(first, input) { return first }
    guard first < near.upperBound, reasons.contains(input.tokens.hashes[first]) else { return nil }
    return near.first { $0 > first && isTelling($0, input) }
  }

  private static func isTelling(_ token: Int, _ input: TaggerInput) -> Bool {
    telling.contains(input.tokens.hashes[token]) && !input.isQuoted(token)
  }

  /// Behind who hears it.
  private static func words(behind verb: Int, in sentence: Range<Int>, _ input: TaggerInput) -> Int? {
    let end = input.tokens.wordsEnd(sentence)
    let hashes = input.tokens.hashes
    guard VerbForms.told.contains(hashes[verb]) else { return verb + 2 < end ? verb + 1 : nil }
    let near = verb + 1..<min(end, verb + 8)
    let words = near.first { hashes[$0] == that } ?? ClauseFinder.behindHearer(verb + 1, in: sentence, input)
    return words.flatMap { $0 + 2 < end ? $0 : nil }
  }

  // In tokens.
  private static let longestWish = 8
  private static let longestSource = 12
  private static let longestReason = 24
  private static var who: UInt32 { ByteHash.of("who") }
  private static var be: UInt32 { ByteHash.of("be") }
  private static var that: UInt32 { ByteHash.of("that") }
  private static let asking = WordSet(
    "asked declined refused wanted wished requested preferred insisted spoke speaks requests asks declines wants wishes"
  )
  private static let wishes = WordSet("not to anonymity that their his her for the")
  /// `that her name be withheld`
  static var withheld: UInt32 { ByteHash.of("withheld") }
  private static var names: FewWords { FewWords("name", "names", "identity") }
  static let nameless = WordSet("anonymity anonymous unnamed unidentified")
  static let named = WordSet("named identified quoted")
  private static var joints: FewWords { FewWords("and", "but", "that", "while", "as") }
  private static var adverbs: FewWords { FewWords("also", "later") }
  private static let reasons = WordSet(
    "because as since for due given citing out owing while when in to fearing lest")
  private static let telling = WordSet("said says told tells added adds warned claimed")
}
