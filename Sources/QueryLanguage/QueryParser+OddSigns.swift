/// Signs that mean something in other query languages: without an error they would be passed over, and the query
/// would find something else than it says.
extension QueryParser {
  typealias Problem = (code: String, at: Int, end: Int, message: String, hint: String)

  func oddSign(_ start: Int, _ end: Int) -> Problem? {
    guard let first = scanner.scalar(at: start), end > start else { return nil }
    let rest = scanner.text(start + 1, end)
    let isFollowed = end > start + 1 || !(scanner.scalar(at: end)?.isSpace ?? true)
    if first == "-" {
      return ("proximity-operand", start, end, "what is excluded can't be near something", "a near/5 b -\(rest)")
    }
    if first == "+", isFollowed {
      return ("odd-sign", start, start + 1, "all words must match anyway", "leave the + out")
    }
    if first == "!" || first.isLongDash, isFollowed {
      return ("odd-sign", start, start + 1, "to exclude a word write a plain -", "-\(rest)")
    }
    if let problem = proximityProblem(start, end) { return problem }
    for offset in start..<end {
      if let problem = inside(offset, start, end) { return problem }
    }
    return nil
  }

  private func inside(_ offset: Int, _ start: Int, _ end: Int) -> Problem? {
    let (scalar, next) = (scanner.scalars[offset], scanner.scalar(at: offset + 1))
    switch scalar {
    case "|": return ("odd-sign", offset, offset + 1, "alternatives are written with or", "a or b")
    case "&" where next == "&": return ("odd-sign", offset, offset + 2, "&& is written and", "a and b")
    case "^" where next?.isDigit == true:
      return ("odd-sign", offset, end, "words have no weights here", "leave \(scanner.text(offset, end)) out")
    case "?" where offset > start && offset + 1 < end && next?.isWord == true:
      return ("bad-wildcard", offset, offset + 1, "? stands for nothing here", "negotiat* or zelensky~1")
    case "~" where offset == end - 1 && offset > start:
      return ("bad-fuzzy", offset, end, "the distance is missing", "\(scanner.text(start, offset))~1")
    default: return nil
    }
  }

  /// `near/x`, `near/0`, `adj/200`; `w/o` is a word.
  private func proximityProblem(_ start: Int, _ end: Int) -> Problem? {
    guard end - start < 40 else { return nil }
    let run = scanner.text(start, end).lowercased()
    guard let slash = run.firstIndex(of: "/") else { return nil }
    let (name, distance) = (run[..<slash], run[run.index(after: slash)...])
    guard ["near", "adj", "w", "pre"].contains(name) else { return nil }
    let isNumber = !distance.isEmpty && distance.unicodeScalars.allSatisfy(\.isDigit)
    guard isNumber || name == "near" || name == "adj" else { return nil }
    let (low, high) = (Self.distances.lowerBound, Self.distances.upperBound)
    return ("bad-distance", start, end, "the distance is a number from \(low) to \(high)", "\(name)/5")
  }
}
