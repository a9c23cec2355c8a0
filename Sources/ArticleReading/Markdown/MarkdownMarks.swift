/// Takes the marks of Markdown off a line. Where a mark could be text it stays.
enum MarkdownMarks {
  /// A text with more open brackets that begin no link is no Markdown; looking on would cost time without an end.
  private static let mostFailures = 10_000

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
    var output: [Character] = []
    let characters = Array(text)
    var (index, failures) = (0, 0)
    while index < characters.count {
      let character = characters[index]
      if character == "\\", index + 1 < characters.count, characters[index + 1].isPunctuation {
        output.append(characters[index + 1])
        index += 2
      } else if character == "!" || character == "[", failures < mostFailures, let link = link(characters, index) {
        output.append(contentsOf: plain(link.text))
        index = link.end
      } else if character == "<", let end = tagEnd(characters, index) {
        index = end
      } else if character == "*" || character == "`" || (character == "_" && isEdge(characters, index)) {
        index += 1
      } else {
        if character == "[" { failures += 1 }
        output.append(character)
        index += 1
      }
    }
    return String(output)
  }

  /// `[text](address)`, `[text][name]`, and `![text](address)`, which gives nothing.
  private static func link(_ characters: [Character], _ start: Int) -> (text: String, end: Int)? {
    let isImage = characters[start] == "!"
    let open = isImage ? start + 1 : start
    guard open < characters.count, characters[open] == "[" else { return nil }
    var (depth, index) = (0, open)
    while index < characters.count, index - open < 2000 {
      if characters[index] == "[" { depth += 1 }
      if characters[index] == "]" { depth -= 1 }
      if depth == 0 { break }
      index += 1
    }
    guard depth == 0, index + 1 < characters.count, characters[index + 1] == "(" || characters[index + 1] == "[" else {
      return nil
    }
    let closing: Character = characters[index + 1] == "(" ? ")" : "]"
    guard let end = characters[(index + 2)...].prefix(2000).firstIndex(of: closing) else { return nil }
    return (isImage ? "" : String(characters[(open + 1)..<index]), end + 1)
  }

  private static func tagEnd(_ characters: [Character], _ start: Int) -> Int? {
    guard start + 1 < characters.count, characters[start + 1].isLetter || "/!".contains(characters[start + 1]),
      let end = characters[start...].prefix(500).firstIndex(of: ">")
    else { return nil }
    return end + 1
  }

  /// An underscore at the beginning or the end of a word; inside one it is part of a name.
  private static func isEdge(_ characters: [Character], _ index: Int) -> Bool {
    let before = index > 0 && (characters[index - 1].isLetter || characters[index - 1].isNumber)
    let after = index + 1 < characters.count && (characters[index + 1].isLetter || characters[index + 1].isNumber)
    return before != after
  }
}
