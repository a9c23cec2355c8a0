/// Takes the marks of Markdown off a line. Where a mark could be text it stays.
enum MarkdownMarks {
  /// Links inside links beyond this are text.
  private static let deepest = 8

  /// The line without `>`, list marks, and whether it began a list item.
  static func withoutBlockMarks(_ line: String) -> (content: String, isItem: Bool) {
    var rest = line[...]
    while rest.hasPrefix(">") { rest = rest.dropFirst().drop { $0 == " " } }
    for mark in ["- ", "* ", "+ "] where rest.hasPrefix(mark) && !isRule(String(rest)) {
      return (String(rest.dropFirst(2)).trimming([" "]), true)
    }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    let behind = rest.dropFirst(digits.count)
    if (1...3).contains(digits.count), behind.hasPrefix(". ") || behind.hasPrefix(") ") {
      return (String(behind.dropFirst(2)).trimming([" "]), true)
    }
    return (String(rest), false)
  }

  /// 0 for a line that is no heading.
  static func headingLevel(_ line: String) -> Int {
    let marks = line.prefix { $0 == "#" }.count
    return (1...6).contains(marks) && line.dropFirst(marks).first == " " ? marks : 0
  }

  static func withoutHeading(_ line: String) -> String {
    String(line.drop { $0 == "#" }).trimming([" ", "#"])
  }

  /// `---`, `***`, `===`: a rule, or the line below a heading.
  static func isRule(_ line: String) -> Bool {
    let marks = line.filter { $0 != " " }
    guard marks.utf8.count >= 3, let first = marks.first, "-*_=".contains(first) else { return false }
    return marks.allSatisfy { $0 == first }
  }

  static func unquoted(_ text: String) -> String {
    guard text.count >= 2, let first = text.first, "\"'".contains(first), first == text.last else { return text }
    return String(text.dropFirst().dropLast())
  }

  /// Without emphasis, code marks, links, images and tags; escaped signs stand for themselves.
  static func plain(_ text: String) -> String {
    let line = MarkdownLine(text)
    var output: [Character] = []
    append(line, 0..<line.characters.count, depth: 0, to: &output)
    return String(output)
  }

  private static func append(_ line: MarkdownLine, _ range: Range<Int>, depth: Int, to output: inout [Character]) {
    let characters = line.characters
    var index = range.lowerBound
    while index < range.upperBound {
      let character = characters[index]
      if character == "\\", index + 1 < range.upperBound, characters[index + 1].isPunctuation {
        output.append(characters[index + 1])
        index += 2
      } else if character == "!" || character == "[", depth < deepest, let link = line.link(at: index, in: range) {
        append(line, link.text, depth: depth + 1, to: &output)
        index = link.end
      } else if character == "<", let end = line.tagEnd(index), end <= range.upperBound {
        index = end
      } else if character == "*" || character == "`" || (character == "_" && isEdge(characters, index)) {
        index += 1
      } else {
        output.append(character)
        index += 1
      }
    }
  }

  /// An underscore at the beginning or the end of a word; inside one it is part of a name.
  private static func isEdge(_ characters: [Character], _ index: Int) -> Bool {
    let before = index > 0 && (characters[index - 1].isLetter || characters[index - 1].isNumber)
    let after = index + 1 < characters.count && (characters[index + 1].isLetter || characters[index + 1].isNumber)
    return before != after
  }
}
