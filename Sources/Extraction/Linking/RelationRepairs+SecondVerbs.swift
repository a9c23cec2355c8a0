/// Words with a second verb, which the tagger leaves to who says them.
extension RelationRepairs {
  /// `said she backed the plan | but lacked the money`: behind a clause of its own, the second verb has the same subject.
  ///
  /// In the training part of PolNeAR such words go on over an "and" or a "but" in 54 of 76 sentences; where they do not, the
  /// verb is one of saying, or a perfect.
  func takeSecondVerb(_ relation: inout Relation) {
    guard relation.contents.count == 1, let content = relation.contents.first, let cue = relation.cue,
      cue.upperBound <= content.lowerBound, case let joint = content.upperBound, joint + 2 < input.tokens.count,
      Self.joints.contains(input.tokens.hashes[joint]), !input.isQuoted(joint),
      cue.contains(where: { input.strengths[$0] == .a }),
      case let sentence = input.tokens.sentence(cue.lowerBound), sentence.contains(content.lowerBound),
      sentence.contains(joint + 2),
      content.contains(where: { Self.helpers.contains(input.tokens.hashes[$0]) || SubjectFinder.isFinite($0, input) }),
      isSecondVerb(joint + 1, behind: joint, content)
    else { return }
    let rest = joint + 1..<sentence.upperBound
    let comma = rest.first { input.facts[$0].contains(.comma) || isWord($0, Self.but) } ?? rest.upperBound
    let end = input.tokens.wordsEnd(joint..<comma)
    guard end > joint + 1, !(joint..<end).contains(where: { input.isQuoted($0) || isTelling($0) }),
      !(joint + 1..<end).contains(where: { input.strengths[$0] == .a })
    else { return }
    relation.contents[0] = content.lowerBound..<end
  }

  private func isSecondVerb(_ first: Int, behind joint: Int, _ content: Range<Int>) -> Bool {
    let verb = Self.adverbs.contains(input.tokens.hashes[first]) ? first + 1 : first
    guard input.tokens.shapes[verb] == .lower, !input.strengths[verb].isStrong,
      !(verb + 1..<min(input.tokens.count, verb + 4)).contains(where: {
        input.strengths[$0].isStrong && input.tokens.hashes[$0 - 1] != Self.the
      })
    else { return false }
    let hash = input.tokens.hashes[verb]
    if Self.presents.contains(hash) {
      return content.contains { Self.presents.contains(input.tokens.hashes[$0]) }
    }
    if Self.helpers.contains(hash) { return true }
    // `but declined to say`, `but did not explain`: what who says it does.
    return isWord(joint, Self.but) && input.strengths[verb] == .none
      && (Self.irregular.contains(hash) || Self.regular.contains(input.partsOfSpeech[verb]) && endsLikePast(verb))
  }

  private func endsLikePast(_ token: Int) -> Bool {
    input.tokens.bytes[input.tokens.start(token)..<input.tokens.end(token)].suffix(2).elementsEqual("ed".utf8)
  }

  private static var joints: FewWords { FewWords("and", "but") }
  private static var but: UInt32 { ByteHash.of("but") }
  private static var the: UInt32 { ByteHash.of("the") }
  private static var adverbs: FewWords { FewWords("also", "still", "only", "then", "now") }
  private static var presents: FewWords { FewWords("has", "have", "is", "are") }
  private static let helpers = WordSet("had was were would could might must should will can may has have is are")
  private static let irregular = WordSet("knew felt thought fell kept lost met")
  private static var regular: FewWords { FewWords("VBD", "VBD/VBN", "JJ/VBD/VBN", "VBN", "JJ/VBD") }
}
