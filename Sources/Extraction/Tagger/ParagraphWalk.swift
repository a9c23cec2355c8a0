/// Goes over the paragraphs that can hold statements, in reading order, with what the tagger knows of each.
struct ParagraphWalk {
  private let input: TaggerInput

  init(_ input: TaggerInput) { self.input = input }

  func visit(_ body: (TokenParagraph, TaggerFeatures) -> Void) {
    var before = ParagraphEnd.none
    var number: UInt32 = 0
    let facts = ParagraphScan.facts(input)
    for paragraph in input.tokens.paragraphs where paragraph.canSpeak {
      let scan = ParagraphScan(input, paragraph, facts)
      let place = paragraph.kind == .headline ? 0 : number == 0 ? 1 : 2
      if paragraph.kind == .paragraph { number += 1 }
      body(paragraph, TaggerFeatures(input, scan, before: before, placeInArticle: UInt32(place)))
      before = ParagraphEnd(input, paragraph.tokens)
    }
  }
}
