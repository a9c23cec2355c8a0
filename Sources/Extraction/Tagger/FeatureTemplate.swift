/// The kinds of facts the tagger knows about a token. A feature is a template and a value, hashed into 32 bits.
///
/// `schemeHash` goes into the model file: a model trained on other templates is refused.
enum FeatureTemplate: UInt32, CaseIterable {
  case bias = 1
  case word, wordBefore2, wordBefore1, wordAfter1, wordAfter2
  case suffix
  case shape, shapeBefore2, shapeBefore1, shapeAfter1, shapeAfter2
  case part, partBefore2, partBefore1, partAfter1, partAfter2
  case quote, quoteBefore2, quoteBefore1, quoteAfter1, quoteAfter2
  case cueBefore2, cueBefore1, cueAfter1, cueAfter2
  case partPairBefore, partPairAfter
  case cue, lemma, cueInQuote
  case placeInSentence, sentenceHolds, quotedShare, placeInArticle
  case lastCue, lastLemma, lastCueFollower, lastCueComma, lastCueQuote, lastLemmaPart, lastCueWord
  case nextCue, nextLemma, nextCueCommas, nextCuePlace, nextCueAtStart
  case sentenceBefore, paragraphOpensQuoted
  case transcript, title, titleBefore, titleAfter
  case behindQuotation, behindQuotationInSentence, beforeQuotation, paragraphBefore
  case sentenceEnd, quoteContinues

  /// Changes when the meaning of any feature changes: a hash of the names and numbers of the cases and of one more number,
  /// which counts changes that the list does not show.
  ///
  /// A test works it out again. Here it would take the library longer to spell the names than the program to read its model.
  static var schemeHash: UInt32 { 0x6894_AEE0 }
}
