/// Letters of honour behind a name without a comma: "Mark Doe SC".
enum Postnominals {
  static func isOne(_ token: Int, _ tokens: TokenTable) -> Bool {
    tokens.shapes[token] == .capitals && letters.contains(tokens.hashes[token])
  }

  private static let letters = WordSet("sc kc qc bl mp mep mla mlc td msp obe cbe mbe phd")
}
