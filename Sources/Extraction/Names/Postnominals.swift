/// Letters of honour behind a name without a comma: "Mark Doe SC".
enum Postnominals {
  static func isOne(_ token: Int, _ tokens: TokenTable) -> Bool {
    guard tokens.shapes[token] == .capitals else { return false }
    // "KHIN AUNG SAN"
    if tokens.hashes[token] == san { return token > 0 && tokens.shapes[token - 1] == .capitalised }
    return letters.contains(tokens.hashes[token]) || welsh.contains(tokens.hashes[token]) && isInWales(tokens)
  }

  /// "Ada Ode MS" sits in the Senedd; in "Anil Ode MS" the letters may be those of his father and his house.
  private static func isInWales(_ tokens: TokenTable) -> Bool { tokens.hashes.contains(where: wales.contains) }

  private static let letters = WordSet(
    """
    sc kc qc bl mp mep mla mlc mpp mna td msp mhk obe cbe mbe kbe dbe kcb cmg dcmg cvo mvo dso qpm qfsm frs phd dphil mbbs \
    oam onz cnzm onzm mnzm ofr oon gcon mfr
    """)
  private static var san: UInt32 { ByteHash.of("san") }
  private static var welsh: FewWords { FewWords("ms", "am") }
  private static let wales = WordSet("senedd wales welsh cymru plaid")
}
