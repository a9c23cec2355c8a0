/// Names of people that stand for something else, or only for who took a picture: no pronoun means them.
///
///     Buses on Adama Diallo Road stood still.
///     Trees in the south of the valley. (Supplied: Karl Orr)
extension PronounResolver {
  /// "Adama Diallo Road", "Diallo avenue": what was called after somebody.
  func isOfPlace(_ name: FoundName) -> Bool {
    let next = name.tokens.upperBound
    return name.kind == .person && next < tokens.count && Self.places.contains(tokens.hashes[next])
      && (name.title.isEmpty || tokens.shapes[next].isCapitalised)
      && tokens.sentenceOf[next] == tokens.sentenceOf[next - 1]
  }

  /// The last words of a bracket that says whose a picture is: behind a colon.
  func isCredit(_ name: FoundName) -> Bool {
    let (first, next) = (name.full.lowerBound, name.tokens.upperBound)
    guard next < tokens.count, first > 1, tokens.isCharacter(first - 1, ":"),
      tokens.isCharacter(next, ")") || tokens.isCharacter(next, "]")
    else { return false }
    let near = max(0, first - 1 - Self.longestSource)..<first - 1
    return near.contains { tokens.isCharacter($0, "(") || tokens.isCharacter($0, "[") }
  }

  /// "(Norvik Rural News: ", in tokens.
  private static let longestSource = 6
  private static let places = WordSet(
    """
    road street avenue highway boulevard lane expressway motorway roundabout flyover bridge airport stadium arena square \
    plaza park hospital clinic polyclinic university college polytechnic secondary academy station
    """)
}
