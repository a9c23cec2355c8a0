/// The reporter whom the first words of an article name, as papers of China, Taiwan and Korea do.
///
///     本报讯（记者 林若溪）昨日上午 ...             ->  林若溪
///     〔記者黃以晴／台東報導〕送了 ...              ->  黃以晴
///     [남해=박은서 기자] 섬마을 ...                 ->  박은서
enum OpeningReporter {
  /// In bytes: the names stand in the first paragraph.
  private static let reach = 300
  private static let lengths = 2...4

  private static let opens: Set<Unicode.Scalar> = ["(", "（", "[", "［", "〔", "【", "报", "報", "社", "网", "網", "讯", "訊"]
  private static let closes: Set<Unicode.Scalar> = [
    " ", "\u{3000}", "/", "／", ")", "）", "]", "］", "〕", "】", "|", "｜",
  ]
  private static let reports: [[Unicode.Scalar]] = ["报道", "報導", "報道", "撰文"].map { Array($0.unicodeScalars) }

  /// The names, parted by commas; `nil` where none stands there.
  static func names(_ text: [UInt8]) -> String? {
    let start = text.drop { isSpace($0) }.prefix(reach)
    // Nearly every text is of another script.
    guard start.contains(where: { $0 >= 0xE8 && $0 <= 0xED }) else { return nil }
    let line = start.prefix { $0 != 0x0A }
    let scalars = Array(String(decoding: line, as: UTF8.self).unicodeScalars)
    return chinese(scalars) ?? korean(scalars)
  }

  private static func chinese(_ text: [Unicode.Scalar]) -> String? {
    for index in text.indices.dropLast(3) where text[index + 1] == "者" && (text[index] == "记" || text[index] == "記") {
      guard index == 0 || opens.contains(text[index - 1]) else { continue }
      var rest = text[(index + 2)...].drop { $0 == " " || $0 == "\u{3000}" || $0 == ":" || $0 == "：" }
      var names: [String] = []
      while let name = name(&rest) {
        names.append(name)
        guard rest.first == "、" else { break }
        rest = rest.dropFirst()
      }
      if !names.isEmpty { return names.joined(separator: ", ") }
    }
    return nil
  }

  /// Two to four signs with something behind them that ends a name; takes them away. Who took a picture is no reporter.
  private static func name(_ rest: inout ArraySlice<Unicode.Scalar>) -> String? {
    var run = rest.prefix { (0x3400...0x9FFF).contains($0.value) }
    if let place = run.indices.first(where: { index in reports.contains { run[index...].starts(with: $0) } }) {
      run = run[..<place]
    } else {
      guard let next = rest[run.endIndex...].first, closes.contains(next) || next == "、" else { return nil }
    }
    guard lengths.contains(run.count), run.last != "摄", run.last != "攝" else { return nil }
    rest = rest[run.endIndex...]
    return String(String.UnicodeScalarView(run))
  }

  /// `[남해=박은서 기자]`, `(남해=통신) 박은서 기자 =`
  private static func korean(_ text: [Unicode.Scalar]) -> String? {
    for index in text.indices.dropLast(2)
    where text[index] == " " && text[index + 1] == "기" && text[index + 2] == "자" {
      let behind = text[(index + 3)...].drop { $0 == " " }
      guard behind.isEmpty || ["]", ")", "=", "＝", "］"].contains(behind[behind.startIndex]) else { continue }
      let name = text[..<index].reversed().prefix { (0xAC00...0xD7A3).contains($0.value) }
      guard lengths.contains(name.count),
        text[..<index].prefix(index - name.count).contains(where: { "=[(＝".unicodeScalars.contains($0) })
      else { continue }
      return String(String.UnicodeScalarView(name.reversed()))
    }
    return nil
  }
}
