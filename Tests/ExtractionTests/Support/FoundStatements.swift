import ArticleModel
import IndexDefinition

@testable import Extraction

/// The extractor of this build.
let extractor = Extractor(definition: .builtIn)

/// The statements of a text, one line each: `speaker: words`, several spans parted by ` / `.
func said(_ text: String, headline: Bool = false) -> [String] {
  let annotated = extractor.annotate(sampleArticle(text, headline: headline))
  return annotated.statements.map { statement in
    let words = statement.spans.map { annotated.article.text.text(in: $0) }.joined(separator: " / ")
    return "\(statement.speaker?.name ?? "?"): \(words)"
  }
}

func statements(_ text: String) -> [Statement] { extractor.annotate(sampleArticle(text)).statements }
