import ArticleModel
import IndexDefinition

/// The phrases of `Index/` by which the roles of lines are told.
struct LayoutPatterns: Sendable {
  let boilerplate: PhrasePatterns
  let captions: PhrasePatterns
  /// Of both.
  private let inside: PhraseFilter

  init(_ definition: Definition) {
    boilerplate = PhrasePatterns(definition.table("boilerplate"))
    captions = PhrasePatterns(definition.table("captions"))
    inside = boilerplate.inside.union(captions.inside)
  }

  func boilerplate(_ text: [UInt8], _ span: TextSpan) -> PhrasePattern? {
    boilerplate.match(text, span)
  }

  func role(_ text: [UInt8], _ span: TextSpan) -> (boilerplate: PhrasePattern?, isCaption: Bool) {
    PhraseTokens.withRoom { role(text, span, in: $0) }
  }

  /// What the phrases of a line say: boilerplate before caption.
  ///
  /// - Parameter room: From `PhraseTokens.withRoom`.
  func role(
    _ text: [UInt8], _ span: TextSpan, in room: UnsafeMutableBufferPointer<UInt64>
  ) -> (boilerplate: PhrasePattern?, isCaption: Bool) {
    let tokens = PhraseTokens(text, span, in: room)
    return tokens.withPlaces(of: inside) { places in
      if let pattern = boilerplate.match(tokens, places) { return (pattern, false) }
      return (nil, captions.match(tokens, places) != nil)
    }
  }
}
