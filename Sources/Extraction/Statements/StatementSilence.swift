/// Statements that tell what somebody did not say: `did not say whether`, `declined to name`, `stopped short of saying`; or what
/// "you" might.
///
/// Readers mark most of them (PolNeAR: 17 of the 32 behind "did not say" and the like, 39 of 40 behind "declined to"), so
/// they are kept; who looks for what was said is served better by other ones.
struct StatementSilence {
  let input: TaggerInput

  func isSilent(_ draft: StatementDraft) -> Bool {
    guard !draft.isQuoted, let cue = draft.cue, let content = draft.contents.first, cue.upperBound <= content.lowerBound
    else { return false }
    let words = input.ruleWords(in: cue)
    if words.contains(.supposed), SupposedReports(input: input).isOfReader(cue) { return true }
    guard words.contains(.silence) else { return false }
    let sentence = input.tokens.sentence(cue.lowerBound)
    let before = max(sentence.lowerBound, cue.lowerBound - Self.farthest)..<cue.upperBound
    let comma = before.last { input.facts[$0].contains(.comma) }
    let near = (comma.map { $0 + 1 } ?? before.lowerBound)..<before.upperBound
    if near.contains(where: { Self.refusing.contains(input.tokens.hashes[$0]) }) { return true }
    // `who asked not to be named said`
    let negation = near.first {
      Self.negations.contains(input.tokens.hashes[$0]) && input.tokens.hashes[$0 + 1] != Self.to
    }
    guard let negation else { return false }
    return (negation + 1..<near.upperBound).contains { Self.telling.contains(input.tokens.hashes[$0]) }
  }

  /// In tokens.
  private static let farthest = 4
  private static var to: UInt32 { ByteHash.of("to") }
  static let negations = WordSet("not n't never neither nor short no")
  static let refusing = WordSet("declined declines declining refused refuses refusing unable")
  private static let telling = WordSet(
    """
    say said saying tell told comment confirm confirmed criticise criticize name identify disclose disclosed discuss specify \
    reveal explain elaborate answer rule drawn speculate
    """)
}
