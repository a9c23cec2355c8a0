/// Who signs a quotation behind a dash: what the person is, and the name.
struct Signature {
  let name: Range<Int>

  /// - Parameters:
  ///   - dash: The token behind the quotation.
  ///   - end: Of the paragraph.
  ///   - isBelow: Whether it has a paragraph of its own, where a surname will do, or `a spectator`, and all that happened may
  ///     stand behind.
  init?(behind dash: Int, before end: Int, isBelow: Bool = false, _ input: TaggerInput) {
    let first = dash + 1
    guard Self.isDash(dash, input), first < end, end - first <= (isBelow ? Self.longestBelow : Self.longest) else {
      return nil
    }
    if isBelow, let somebody = Self.somebody(from: first, before: end, input) {
      name = somebody
      return
    }
    var name = first
    let isOfPlace = Self.opensRole(first, before: end, input)
    if isOfPlace { name += 1 }
    while name < end, name - first < Self.longestRole, input.tokens.shapes[name] == .lower,
      !Self.endsName(name, before: end, input), !Pronouns.possessives.contains(input.tokens.hashes[name]),
      input.strengths[name] == .none || input.isTitle[name] || Self.former.contains(input.tokens.hashes[name]),
      !isOfPlace || input.isTitle[name] || !SubjectFinder.isFinite(name, input)
    { name += 1 }
    guard name + 1 < end, input.tokens.shapes[name].isCapitalised else { return nil }
    let nameEnd = Self.nameEnd(from: name, before: end, input)
    guard nameEnd - name > (isBelow ? 0 : 1),
      nameEnd == end || Self.endsName(nameEnd, before: end, input)
        || isBelow && Self.isOccasion(nameEnd, input)
    else { return nil }
    self.name = first..<nameEnd
  }

  /// `— Ode giving nothing away`, `— Ode stands up for herself`; no `— Ode scored twice`, which is a sentence.
  private static func isOccasion(_ token: Int, _ input: TaggerInput) -> Bool {
    guard input.tokens.shapes[token] == .lower else { return false }
    return !SubjectFinder.isFinite(token, input)
      || input.tokens.bytes[input.tokens.end(token) - 1] == UInt8(ascii: "s")
  }

  /// `— A furious spectator yelling at the umpire`
  private static func somebody(from first: Int, before end: Int, _ input: TaggerInput) -> Range<Int>? {
    guard SpeakerGrammar.somebody.contains(input.tokens.hashes[first]) else { return nil }
    let near = first + 1..<max(first + 1, min(end, first + longestRole + 1))
    // "An immigrant himself, Ode ..." begins a sentence.
    let last = near.first { token in
      !input.tokens.isWord(token) || tails.contains(input.tokens.hashes[token])
        || input.tokens.suffixes[token] == SpeakerGrammar.ing
    }
    return last.flatMap { $0 > first + 1 && !input.tokens.isCharacter($0, ",") ? first..<$0 : nil }
  }

  /// `Norlandic | lawmaker Ann Ode`: a word with a capital before what the person is.
  private static func opensRole(_ token: Int, before end: Int, _ input: TaggerInput) -> Bool {
    token + 3 < end && input.tokens.shapes[token].isCapitalised && input.tokens.shapes[token + 1] == .lower
      && !endsName(token + 1, before: end, input) && !SpeakerWords.particles.contains(input.tokens.hashes[token + 1])
      && !Pronouns.possessives.contains(input.tokens.hashes[token + 1])
  }

  private static func isDash(_ token: Int, _ input: TaggerInput) -> Bool { Dateline.isDash(input.tokens, token) }

  /// The end of a run of capitalised words, with the small words inside a name ("Joost van der Meer").
  private static func nameEnd(from first: Int, before limit: Int, _ input: TaggerInput) -> Int {
    var end = first + 1
    var next = end
    while next < limit, next - first < 7 {
      if input.tokens.shapes[next].isCapitalised {
        next += 1
        end = next
      } else if SpeakerWords.particles.contains(input.tokens.hashes[next]) {
        next += 1
      } else {
        break
      }
    }
    return end
  }

  private static func endsName(_ token: Int, before end: Int, _ input: TaggerInput) -> Bool {
    input.tokens.isCharacter(token, ",") || input.tokens.isCharacter(token, ".") && token + 1 >= end
      || tails.contains(input.tokens.hashes[token])
  }

  /// In tokens: what may stand in front of the quotation, such as `Quote of the day:`.
  static let longestHeading = 7
  private static let longest = 30
  private static let longestBelow = 80
  private static let longestRole = 6
  private static var former: FewWords { FewWords("retired") }
  private static let tails = WordSet("on after at in as about before during when speaking who of from")
}
