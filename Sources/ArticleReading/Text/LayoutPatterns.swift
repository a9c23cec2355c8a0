import ArticleModel
import IndexDefinition

/// The phrases of `Index/` by which the roles of lines are told.
struct LayoutPatterns: Sendable {
  let boilerplate: PhrasePatterns
  let captions: PhrasePatterns

  init(_ definition: Definition) {
    boilerplate = PhrasePatterns(definition.table("boilerplate"))
    captions = PhrasePatterns(definition.table("captions"))
  }

  func boilerplate(_ text: [UInt8], _ span: TextSpan) -> PhrasePattern? {
    boilerplate.match(PhraseTokens(text, span))
  }

  func isCaption(_ text: [UInt8], _ span: TextSpan) -> Bool {
    captions.match(PhraseTokens(text, span)) != nil
  }
}
