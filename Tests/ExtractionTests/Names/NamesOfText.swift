import ArticleModel
import IndexDefinition

@testable import Extraction

/// What is found in a text of paragraphs parted by empty lines.
struct NamesOfText {
  static let finder = NameFinder(definition: .builtIn)

  let tokens: TokenTable
  let names: NameTable

  init(_ text: String, headline: String? = nil) {
    let whole = headline.map { "\($0)\n\n\(text)" } ?? text
    var blocks: [Block] = []
    var start = 0
    let bytes = Array(whole.utf8)
    while start < bytes.count {
      var end = start
      while end < bytes.count, !(bytes[end] == 10 && end + 1 < bytes.count && bytes[end + 1] == 10) { end += 1 }
      end = min(bytes.count, end + 2)
      let isHeadline = headline != nil && start == 0
      blocks.append(Block(kind: isHeadline ? .headline : .paragraph, span: TextSpan(start, end)))
      start = end
    }
    let article = Article(id: "a", source: "a", text: whole, blocks: blocks)
    tokens = Tokenizer.tokens(of: article)
    names = Self.finder.names(in: tokens)
  }

  /// The mentions of one kind as written, with what they stand for where that is another name.
  func found(_ kind: FoundName.Kind) -> [String] {
    names.names.filter { $0.kind == kind }.map { name in
      let text = tokens.text(name.tokens)
      guard let entity = name.entity else { return kind == .place ? text : "\(text)?" }
      let full = names.canonicalName(of: entity, in: tokens)
      return text == full ? text : "\(text) = \(full)"
    }
  }

  var people: [String] { found(.person) }
  var organisations: [String] { found(.organisation) }

  /// The speakers of the mentions between `<` and `>` of a text, in order, without the unknown ones.
  static func speakers(_ marked: String, headline: String? = nil) -> [Speaker] {
    var plain = ""
    var spans: [TextSpan] = []
    var start = 0
    for character in marked {
      switch character {
      case "<": start = plain.utf8.count
      case ">": spans.append(TextSpan(start, plain.utf8.count))
      default: plain.append(character)
      }
    }
    let shift = headline.map { $0.utf8.count + 2 } ?? 0
    let text = NamesOfText(plain, headline: headline)
    var resolver = finder.resolver(
      text.names, in: text.tokens, quotations: QuotationAutomaton.quotations(in: text.tokens))
    return spans.compactMap { resolver.speaker(for: TextSpan($0.start + shift, $0.end + shift)) }
  }
}
