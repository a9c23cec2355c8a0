/// A paragraph of Markdown with the places of the signs that close something, found once: looking for them anew at each sign
/// that opens something would take time without an end on a text of nothing else.
struct MarkdownLine {
  /// In signs.
  private static let longestLink = 2000
  private static let longestTag = 500

  let characters: [Character]
  /// For each square bracket that opens, where it closes.
  private var closing: [Int: Int] = [:]
  /// In order.
  private var places: [Character: [Int]] = [:]

  init(_ text: String) {
    characters = Array(text)
    var open: [Int] = []
    for (index, character) in characters.enumerated() {
      if character == "[" {
        open.append(index)
      } else if character == "]", let start = open.popLast() {
        closing[start] = index
      }
      if character == "]" || character == ")" || character == ">" { places[character, default: []].append(index) }
    }
  }

  /// `[text](address)`, `[text][name]`, and `![text](address)`, which gives nothing.
  func link(at start: Int, in range: Range<Int>) -> (text: Range<Int>, end: Int)? {
    let isImage = characters[start] == "!"
    let open = isImage ? start + 1 : start
    guard let close = closing[open], close - open < Self.longestLink, close + 1 < range.upperBound else { return nil }
    let target: Character
    switch characters[close + 1] {
    case "(": target = ")"
    case "[": target = "]"
    default: return nil
    }
    guard let last = first(target, from: close + 2, within: Self.longestLink), last < range.upperBound else {
      return nil
    }
    return (isImage ? open..<open : (open + 1)..<close, last + 1)
  }

  /// Behind the tag that begins at an offset; `nil` where none does.
  func tagEnd(_ start: Int) -> Int? {
    guard start + 1 < characters.count, characters[start + 1].isLetter || "/!".contains(characters[start + 1]) else {
      return nil
    }
    return first(">", from: start, within: Self.longestTag).map { $0 + 1 }
  }

  private func first(_ sign: Character, from start: Int, within length: Int) -> Int? {
    guard let places = places[sign] else { return nil }
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < start { low = middle + 1 } else { high = middle }
    }
    return low < places.count && places[low] < start + length ? places[low] : nil
  }
}
