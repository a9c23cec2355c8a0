import ArticleModel

/// A line of a dump: one article as JSON Lines input, and what was found in it.
///
///     {"schemaVersion":1,"definition":"9e37...","annotations":"QQ...","id":"...","title":"...","text":"..."}
///
/// Any program that reads JSON Lines can read the article, `index` too. The annotations are the stored record without
/// the text, in base64: so `restore` makes the very same index, also where the definition has changed since, and
/// without the time that extraction takes. Where the record is of another schema, or is not there, `restore` takes the
/// line as input and looks through it anew. The annotations in plain JSON are what `extract --json` prints.
struct DumpLine {
  /// Names the rules by which the annotations were found.
  var definition: UInt64
  var hasMixedDefinitions: Bool
  var annotated: AnnotatedArticle

  func encode() -> [UInt8] {
    var line = Array("{\"schemaVersion\":\(IndexSchema.version),\"definition\":\"\(definition.hexadecimal)\"".utf8)
    if hasMixedDefinitions { line += Array(",\"mixedDefinitions\":\"yes\"".utf8) }
    line += Array(",\"annotations\":\"".utf8)
    var found = annotated
    found.article.text = ""
    Base64.append(ArticleRecord(found).encode(), to: &line)
    line.append(UInt8(ascii: "\""))
    let article = annotated.article
    append("id", article.id, to: &line)
    if let title = article.title { append("title", title, to: &line) }
    if let byline = article.byline { append("byline", byline, to: &line) }
    if let publisher = article.publisher { append("publisher", publisher, to: &line) }
    if let published = article.published.value { append("published", published.description, to: &line) }
    append("language", article.language, to: &line)
    append("text", article.text, to: &line)
    line.append(UInt8(ascii: "}"))
    return line
  }

  /// `nil` where the line is no dump line of this schema; it may be good input all the same.
  init?(decoding bytes: [UInt8]) {
    guard var object = FlatJSON(bytes), object.numbers["schemaVersion"] == "\(IndexSchema.version)",
      let annotations = object.strings["annotations"].flatMap({ Base64.decode($0) }),
      let text = object.strings.removeValue(forKey: "text"),
      let record = try? ArticleRecord(decoding: annotations)
    else { return nil }
    definition = object.text("definition").flatMap { UInt64($0, radix: 16) } ?? 0
    hasMixedDefinitions = object.strings["mixedDefinitions"] != nil
    annotated = record.annotated
    annotated.article.text = String(decoding: text, as: UTF8.self)
  }

  init(definition: UInt64, hasMixedDefinitions: Bool, annotated: AnnotatedArticle) {
    self.definition = definition
    self.hasMixedDefinitions = hasMixedDefinitions
    self.annotated = annotated
  }

  private func append(_ name: String, _ text: String, to line: inout [UInt8]) {
    line += Array(",\"\(name)\":\"".utf8)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): line += [UInt8(ascii: "\\"), byte]
      case 0..<0x20, 0x7F: line += Array("\\u00".utf8) + Array(byte.hexadecimal.utf8)
      default: line.append(byte)
      }
    }
    line.append(UInt8(ascii: "\""))
  }
}

extension UInt8 {
  /// Two hexadecimal digits.
  fileprivate var hexadecimal: String { (self < 16 ? "0" : "") + String(self, radix: 16) }
}
