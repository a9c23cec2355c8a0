/// When and where something was said, where the tagger took it for the end of what was said.
extension RelationRepairs {
  /// `rejected that charge | on Wednesday`, `criticised the meeting | in a speech broadcast by Radio One`: behind a thing that
  /// somebody rejects or praises, the day and the occasion are those of the verb.
  func cutAdjunct(_ relation: inout Relation) {
    guard relation.contents.count == 1, let content = relation.contents.first, content.count > 3,
      let cue = relation.cue,
      cue.upperBound == content.lowerBound,
      cue.contains(where: { Self.rejecting.contains(input.tokens.hashes[$0]) }),
      let cut = content.dropFirst(2).first(where: { isDay($0, in: content) || isOccasion($0, in: content) }),
      !(content.lowerBound + 1..<cut).contains(where: {
        input.isQuoted($0) || Self.clauses.contains(input.tokens.hashes[$0])
      })
    else { return }
    relation.contents[0] = content.lowerBound..<cut
  }

  /// `on Wednesday`, `on Wednesday night`, `yesterday`, with nothing behind.
  private func isDay(_ first: Int, in content: Range<Int>) -> Bool {
    var token = isWord(first, Self.on) ? first + 1 : first
    guard token < content.upperBound, Self.days.contains(input.tokens.hashes[token]) else { return false }
    guard token > first || Self.alone.contains(input.tokens.hashes[token]) else { return false }
    token += 1
    if token < content.upperBound, Self.times.contains(input.tokens.hashes[token]) { token += 1 }
    return token == content.upperBound
  }

  /// `in a speech`, `in an angry letter to the editor`.
  private func isOccasion(_ first: Int, in content: Range<Int>) -> Bool {
    guard isWord(first, Self.in), first + 2 < content.upperBound,
      Self.determiners.contains(input.tokens.hashes[first + 1])
    else { return false }
    return (first + 2..<min(content.upperBound, first + 5)).contains {
      Self.occasions.contains(input.tokens.hashes[$0])
    }
  }

  private static var on: UInt32 { ByteHash.of("on") }
  private static var `in`: UInt32 { ByteHash.of("in") }
  static let rejecting = WordSet(
    """
    rejected rejects denied denies dismissed dismisses criticised criticized criticises condemned condemns confirmed confirms \
    praised praises welcomed welcomes slammed slams blasted denounced denounces defended defends
    """)
  /// What a clause begins with, whose end may be a day of its own.
  private static let clauses = WordSet(
    "that which who whether if will would is are was were has have had to could should may might can")
  private static var determiners: FewWords { FewWords("a", "an", "his", "her", "its", "their") }
  private static let occasions = WordSet(
    """
    statement speech interview communiqué communique letter post tweet email broadcast message article column report bulletin \
    memo video ruling filing
    """)
  private static let days = WordSet("monday tuesday wednesday thursday friday saturday sunday yesterday today")
  private static var alone: FewWords { FewWords("yesterday", "today") }
  private static var times: FewWords { FewWords("night", "morning", "evening", "afternoon") }
}
