import ArticleModel
import IndexDefinition
import Testing

@testable import Extraction

/// What of a source says who spoke, whatever tagger found it. The texts are made up.
@Suite struct SourceTrimmingTests {
  /// What is left of a source in brackets and of a cue in braces, before words that follow the cue: `source|cue`; `-` for
  /// no source, `nil` where the statement is dropped.
  private func trimmed(_ marked: String, isQuoted: Bool = false) throws -> String? {
    var (text, bounds) = ([UInt8](), [UInt8: Int]())
    for byte in marked.utf8 {
      if "[]{}".utf8.contains(byte) { bounds[byte] = text.count } else { text.append(byte) }
    }
    let input = TaggerInput(
      tokens(String(decoding: text, as: UTF8.self)), TokenMemory(words: WordClasses(definition: .builtIn)))
    func range(_ open: Character, _ close: Character) throws -> Range<Int> {
      let start = try #require(bounds[open.asciiValue ?? 0])
      let end = try #require(bounds[close.asciiValue ?? 0])
      let all = input.tokens.starts.indices.filter { input.tokens.starts[$0] >= start && input.tokens.end($0) <= end }
      return try #require(all.first)..<(try #require(all.last) + 1)
    }
    let cue = try range("{", "}")
    let content = cue.upperBound..<(input.tokens.count - 1)
    var drafts = [
      StatementDraft(
        contents: [content], cue: cue, source: try range("[", "]"), method: .tagger, paragraph: 0, isQuoted: isQuoted)
    ]
    SourceTrimming(input: input, tagged: TaggedTokens(count: input.tokens.count)).apply(to: &drafts)
    guard let draft = drafts.first else { return nil }
    return "\(draft.source.map(input.tokens.text) ?? "-")|\(draft.cue.map(input.tokens.text) ?? "-")"
  }

  @Test(arguments: [
    "last Friday", "last week", "yesterday", "earlier this month", "late yesterday", "in 1962", "in March",
    "earlier today", "on that Tuesday",
  ])
  func whenIsNoPartOfWho(_ time: String) throws {
    #expect(try trimmed("[Otto Berg \(time)] {announced} that the ferry would sail.") == "Otto Berg|announced")
    #expect(try trimmed("[Local traders \(time)] {said} that wool was dear.") == "Local traders|said")
  }

  @Test(arguments: [
    "Norland Today", "Sheffold Wednesday", "Theresa May", "the minutes of last week", "The Bulletin of 1962",
    "buyers at the fair in Kavalo", "those who came last",
  ])
  func namesAndNounsKeepTheirTimes(_ source: String) throws {
    #expect(try trimmed("[\(source)] {said} that wool was dear.") == "\(source)|said")
  }

  @Test func whatJoinsAClauseIsNobody() throws {
    #expect(
      try trimmed("The yard was selling less, [which traders] {said} was low.") == "traders|said")
    #expect(try trimmed("Wool was dear, [but buyers] {said} that it would fall.") == "buyers|said")
    // Near misses: here it stands for somebody, or points.
    #expect(try trimmed("The bank, [which] {said} that wool was dear.") == "which|said")
    #expect(try trimmed("[That buyer] {said} that wool was dear.") == "That buyer|said")
  }

  @Test func aNounThatWentToTheCueComesBack() throws {
    #expect(try trimmed("[The] {survey found} that farms were closing.") == "The survey|found")
    #expect(try trimmed("[The] {last survey found} that farms were closing.") == "The last survey|found")
  }

  @Test func whoActsIsLookedForWhereOnlyATimeIsLeft() throws {
    #expect(try trimmed("Otto Berg [today] {announced} a merger of the yards.") == "Otto Berg|announced")
  }

  @Test func nobodyLeftIsNoStatementButAQuotationStays() throws {
    #expect(try trimmed("[The] {proposed} merger of the yards.") == nil)
    #expect(try trimmed("[The] {called} “merger of the yards”.", isQuoted: true) == "-|called")
  }

  /// Found by fuzzing: the "and" before the verb stood in the sentence, or the paragraph, before.
  @Test(arguments: ["!", "?", ".\n", "\n"])
  func anAndThatEndsItsSentenceJoinsNothing(_ end: String) {
    let found = said("Otto thanked the crew and\(end) Said that the mill would go on for years.")
    #expect(found.contains { $0.hasSuffix("that the mill would go on for years") }, "\(found)")
  }
}
