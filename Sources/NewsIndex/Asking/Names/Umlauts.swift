/// Names as those write them who have no umlauts.
enum Umlauts {
  /// `Poehl` for `Pöhl`, as agencies write it; nothing for a name without such letters. What drops the dots alone
  /// (`Pohl`) needs no spelling of its own: that is how words are folded.
  static func spelledOut(_ name: String) -> [String] {
    // Characters are alike however their dots are encoded.
    let spelled = name.map { letters[$0] ?? String($0) }.joined()
    return spelled == name ? [] : [spelled]
  }

  private static let letters: [Character: String] = [
    "ä": "ae", "Ä": "Ae", "æ": "ae", "Æ": "Ae", "ö": "oe", "Ö": "Oe", "ø": "oe", "Ø": "Oe", "ü": "ue", "Ü": "Ue",
    "å": "aa", "Å": "Aa",
  ]
}
