/// The features that join several things, for which there are too many values to keep sums of.
extension TaggerFeatures {
  /// Whether `writeTogether` has anything to write for a token, told by little.
  @inline(__always)
  func mayWriteTogether(_ token: Int) -> Bool {
    scan.holdsMarks || !scan.transcriptLabel.isEmpty || isBehindCue(token)
  }

  /// The same for all tokens of its sentence.
  @inline(__always)
  func mayWriteTogether(inSentenceOf token: Int) -> Bool {
    scan.holdsMarks || !scan.transcriptLabel.isEmpty || !input.isPlain(sentenceOf: token)
  }

  @inline(__always)
  private func isBehindCue(_ token: Int) -> Bool {
    let last = Int(scan[token].lastCue)
    return last >= 0 && token - last <= 3
  }

  @inline(__always)
  func writeTogether(_ token: Int, _ out: inout FeatureSink) {
    writeTranscript(token, &out)
    if isBehindCue(token) {
      let last = Int(scan[token].lastCue)
      let distance = Self.step(token - last)
      let part = input.partsOfSpeech[token]
      out.add(.lastLemmaPart, ByteHash.mix(input.lemmas[last], ByteHash.mix(part, distance)))
    }
    writeMarks(token, &out)
  }

  @inline(__always)
  private func writeTranscript(_ token: Int, _ out: inout FeatureSink) {
    guard !scan.transcriptLabel.isEmpty else { return }
    let end = scan.transcriptLabel.upperBound
    out.add(.transcript, token < end ? 1 : token == end ? 2 : 3)
  }

  @inline(__always)
  private func writeMarks(_ token: Int, _ out: inout FeatureSink) {
    guard !input.isQuoted(token) else {
      if let quotation = input.quotation(token), quotation.continues { out.add(.quoteContinues, UInt32(quote(token))) }
      return
    }
    let close = Int(scan[token].lastClose)
    if close >= 0, token - close <= 12 { writeBehind(close, token, &out) }
    let open = Int(scan[token].nextOpen)
    if open >= 0, open - token <= 6 {
      let before = open - 1
      let mark = input.tokens.isWord(before) ? 0 : input.tokens.hashes[before]
      out.add(.beforeQuotation, ByteHash.mix(mark, UInt32(open - token)))
    }
  }

  private func writeBehind(_ close: Int, _ token: Int, _ out: inout FeatureSink) {
    let kind = closeKind(close)
    if token - close <= 6 { out.add(.behindQuotation, kind << 8 | UInt32(token - close)) }
    if input.tokens.sentenceOf[token] == input.tokens.sentenceOf[close] {
      out.add(.behindQuotationInSentence, kind)
    }
  }

  /// How a quotation ends: the mark inside its closing one, and whether a dash follows.
  private func closeKind(_ close: Int) -> UInt32 {
    let table = input.tokens
    let inside = table.isWord(close - 1) ? 0 : table.hashes[close - 1] & 0xFFFF
    let isDash =
      close + 1 < table.count && table.shapes[close + 1] == .punctuation
      && Self.dashes.contains(table.hashes[close + 1])
    return inside << 1 | (isDash ? 1 : 0)
  }

  private static var dashes: FewWords { FewWords("—", "–", "―", "-", "--") }
}
