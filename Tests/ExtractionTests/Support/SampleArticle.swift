import ArticleModel

@testable import Extraction

/// An article of paragraphs parted by line breaks, all of them text.
func sampleArticle(_ text: String, headline: Bool = false, language: String = "en") -> Article {
  var blocks: [Block] = []
  var start = 0
  let bytes = Array(text.utf8)
  while start < bytes.count {
    var end = start
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    while end < bytes.count, bytes[end] == UInt8(ascii: "\n") { end += 1 }
    let kind: Block.Kind = headline && blocks.isEmpty ? .headline : .paragraph
    blocks.append(Block(kind: kind, span: TextSpan(start, end)))
    start = end
  }
  return Article(id: "sample", source: "sample.txt", language: language, text: text, blocks: blocks)
}

func tokens(_ text: String) -> TokenTable { Tokenizer.tokens(of: sampleArticle(text)) }

/// A generator with a seed that a failing test prints (splitmix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
