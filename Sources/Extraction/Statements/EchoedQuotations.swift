import ArticleModel

/// Words in marks that stand twice: in a lead, a caption or a pulled quotation without anybody who says them, and where
/// somebody does. Whoever says them there says them here.
struct EchoedQuotations {
  let tokens: TokenTable
  let drafts: [StatementDraft]

  /// - Parameter statements: Beside the drafts.
  func apply(to statements: inout [Statement]) {
    for index in statements.indices where statements[index].speaker == nil && drafts[index].isQuoted {
      let words = words(of: drafts[index])
      guard words.count >= Self.fewest, let other = statement(saying: words, in: statements) else { continue }
      statements[index].speaker = statements[other].speaker
      statements[index].speaker?.mention = nil
      statements[index].method = Self.method
      statements[index].confidence = (statements[other].confidence * Self.certainty).rounded() / 10_000
    }
  }

  private func statement(saying words: [UInt32], in statements: [Statement]) -> Int? {
    statements.indices.first { index in
      statements[index].speaker != nil && statements[index].confidence >= Self.leastSure && drafts[index].isQuoted
        && Self.holds(self.words(of: drafts[index]), words)
    }
  }

  private func words(of draft: StatementDraft) -> [UInt32] {
    draft.contents.flatMap { content in content.filter(tokens.isWord).map { tokens.hashes[$0] } }
  }

  private static func holds(_ all: [UInt32], _ part: [UInt32]) -> Bool {
    guard part.count <= all.count else { return false }
    return (0...all.count - part.count).contains { start in
      all[start] == part[0] && all[start..<start + part.count].elementsEqual(part)
    }
  }

  /// In words: fewer are said by many.
  private static let fewest = 3
  /// In ten thousandths, of the confidence of the other.
  private static let certainty = 8_500.0
  private static let leastSure = 0.5
  private static let method = "rule.echo"
}
