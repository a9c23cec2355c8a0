/// Names that are printed in capitals, as other texts write them: "IOANA RUSU" is Ioana Rusu.
enum CapitalName {
  /// The text of some tokens. Small words inside a name stay small, `MC` keeps the capital behind it.
  static func text(_ range: Range<Int>, in tokens: TokenTable) -> String {
    var text = ""
    for token in range {
      if token > range.lowerBound, !tokens.touchesNext(token - 1) { text += " " }
      let isParticle = SpeakerWords.particles.contains(tokens.hashes[token])
      if token > range.lowerBound, token + 1 < range.upperBound, isParticle {
        text += tokens.text(token).lowercased()
      } else if tokens.shapes[token] == .capitals {
        text += word(tokens.text(token))
      } else {
        text += tokens.text(token)
      }
    }
    return text
  }

  /// Whether all words of a name are in capitals and long enough to tell.
  static func isMeant(_ range: Range<Int>, in tokens: TokenTable) -> Bool {
    var isLong = false
    for token in range where tokens.isWord(token) && tokens.shapes[token] != .initial {
      guard tokens.shapes[token] == .capitals else { return false }
      isLong = isLong || tokens.ends[token] - tokens.starts[token] > 3
    }
    return isLong
  }

  private static func word(_ word: String) -> String {
    var text = ""
    var isFirst = true
    for character in word {
      text += isFirst ? character.uppercased() : character.lowercased()
      isFirst = !character.isLetter || text == "Mc"
    }
    // "RUSU'S"
    return text.hasSuffix("'S") || text.hasSuffix("’S") ? text.dropLast() + "s" : text
  }
}
