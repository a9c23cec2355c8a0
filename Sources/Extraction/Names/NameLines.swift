import ArticleModel

/// Lines of their own that hold a name, as live reports and round-ups have them.
///
///     17:12                          Ada Lind in the Mercury
///     Ada Lind, reporting from Sund  The columnist calls it a mistake.
enum NameLines {
  /// In tokens.
  private static let longest = 12
  private static let longestTime = 4

  /// A short line without a point, of which every letter may be read in a moment.
  static func isLine(_ number: Int, _ tokens: TokenTable) -> Bool {
    guard tokens.paragraphs.indices.contains(number), tokens.paragraphs[number].kind == .paragraph,
      case let line = tokens.paragraphs[number].tokens, let last = line.last
    else { return false }
    return line.count <= longest && tokens.isWord(last) && tokens.shapes[line.lowerBound] != .lower
  }

  /// Whether a name stands in a line that says who reports what is below: it speaks of itself as a report, or stands under
  /// the time of an entry. Nobody means such a person by "he".
  static func isReporter(_ name: FoundName, _ tokens: TokenTable) -> Bool {
    let number = Int(tokens.paragraphOf[name.tokens.lowerBound])
    let line = tokens.paragraphs[number].tokens
    guard line.count <= longest, isByline(number, tokens) else { return false }
    if line.contains(where: { reporting.contains(tokens.hashes[$0]) }) { return true }
    guard line.lowerBound == name.full.lowerBound else { return false }
    if isByline(number + 1, tokens),
      tokens.paragraphs[number + 1].tokens.contains(where: {
        reporting.contains(tokens.hashes[$0])
      })
    {
      return true
    }
    let end = name.tokens.upperBound
    return isTime(number - 1, tokens) && (end == line.upperBound || places.contains(tokens.hashes[end]))
  }

  /// A line without a point, or a sentence that is nothing but a byline.
  private static func isByline(_ number: Int, _ tokens: TokenTable) -> Bool {
    isLine(number, tokens) && !tokens.paragraphs[number].tokens.contains { tokens.marks[$0] != .none }
  }

  /// `17:12`, `3.14pm BST`
  private static func isTime(_ number: Int, _ tokens: TokenTable) -> Bool {
    guard number >= 0, case let line = tokens.paragraphs[number].tokens, let first = line.first else { return false }
    return line.count <= longestTime
      && (tokens.shapes[first] == .numeric || tokens.shapes[first] == .digits)
      && tokens.bytes[tokens.start(first)..<tokens.end(line.upperBound - 1)].contains {
        $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".")
      }
  }

  private static var reporting: FewWords {
    FewWords("reporting", "correspondent", "reporter", "reports", "by", "editor")
  }
  private static var places: FewWords { FewWords("in", "at", "from") }
}

/// "The columnist", "the paper" below a line that names who wrote or what was printed.
extension NameResolver {
  mutating func named(above mention: Range<Int>, by noun: Int) -> Speaker? {
    let number = Int(tokens.paragraphOf[noun])
    guard mention.lowerBound <= noun, NameLines.isLine(number - 1, tokens),
      case let line = tokens.paragraphs[number - 1].tokens
    else { return nil }
    let people = names.indices(in: line).filter { names.names[$0].kind == .person }
    if Self.writers.contains(tokens.hashes[noun]), people.count == 1, let entity = names.names[people[0]].entity,
      names.names[people[0]].full.lowerBound == line.lowerBound,
      !NameLines.isReporter(names.names[people[0]], tokens)
    {
      var speaker = person(entity, mention)
      if speaker.role == nil { speaker.role = tokens.text(noun) }
      return speaker
    }
    guard Self.papers.contains(tokens.hashes[noun]), people.isEmpty, line.count <= Self.longestPaper,
      line.allSatisfy({
        !tokens.isWord($0) || tokens.shapes[$0].isCapitalised || Self.inPapers.contains(tokens.hashes[$0])
      })
    else { return nil }
    return speaker(mention, tokens.text(withoutArticle(line)), .organisation)
  }

  private static let longestPaper = 6
  private static var inPapers: FewWords { FewWords("of", "and", "the") }
  private static let writers = WordSet(
    "columnist writer author commentator novelist historian academic economist essayist blogger critic")
  private static let papers = WordSet("paper newspaper daily weekly tabloid broadsheet magazine journal title")
}
