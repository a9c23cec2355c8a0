import ArticleModel

/// Words in marks that stand twice: in a lead, a caption or a pulled quotation without anybody who says them, and where
/// somebody does. Whoever says them there says them here.
struct EchoedQuotations {
  let tokens: TokenTable
  let drafts: [StatementDraft]

  /// - Parameter statements: Beside the drafts.
  func apply(to statements: inout [Statement]) {
    let open = statements.indices.filter { statements[$0].speaker == nil && drafts[$0].isQuoted }
    guard !open.isEmpty else { return }
    let said = statements.indices
      .filter { statements[$0].speaker != nil && statements[$0].confidence >= Self.leastSure && drafts[$0].isQuoted }
      .map { (index: $0, words: words(of: drafts[$0])) }
    for index in open.prefix(Self.most) {
      let words = words(of: drafts[index])
      guard words.count >= Self.fewest, let other = said.first(where: { Self.holds($0.words, words) })?.index
      else { continue }
      statements[index].speaker = statements[other].speaker
      statements[index].speaker?.mention = nil
      statements[index].method = Self.method
      statements[index].confidence = (statements[other].confidence * Self.certainty).rounded() / 10_000
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
  /// A page of a thousand quotations by nobody has no leads and captions.
  private static let most = 32
  private static let method = "rule.echo"
}
