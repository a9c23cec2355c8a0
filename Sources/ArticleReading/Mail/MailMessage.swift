import ArticleModel

extension ArticleParser {
  /// The message of an `.eml` file: its subject is the title, its sender the byline. A page that a browser saved as one
  /// file (`.mhtml`) has the same form, and is read as a page.
  func mail(_ record: InputRecord) -> [Result<Article, ReadingProblem>] {
    guard let message = MailPart(record.bytes), let body = message.body(depth: 0) else {
      return [.failure(record.problem("no text in the mail", .noText))]
    }
    if body.isHTML, message.isSavedPage {
      var page = record
      (page.kind, page.bytes, page.charset) = (.html, body.bytes, body.charset)
      page.url = page.url ?? message.address
      return html(page)
    }
    let decoded = TextDecoding.decode(body.bytes, declared: body.charset)
    var draft = ArticleDraft(record: record, text: decoded.bytes)
    draft.metadata = message.metadata(dates)
    if body.isHTML {
      setText(of: &draft, html: decoded.bytes)
    } else {
      draft.text = MailText.withoutSignature(draft.text)
    }
    return results(draft, note: decoded.note)
  }
}

/// A message, or a part of one (RFC 5322, RFC 2045).
struct MailPart {
  struct Body {
    var bytes: [UInt8]
    var charset: String?
    var isHTML: Bool
  }

  private static let deepest = 8
  private let header: HeaderFields
  private let content: [UInt8]

  /// `nil` where there is no header.
  init?(_ bytes: [UInt8]) {
    var rest = BufferedBytes(bytes)
    // Bytes in memory can't fail to be read.
    guard let header = try? HeaderFields(&rest) else { return nil }
    self.header = header
    content = rest.rest
  }

  func metadata(_ dates: PublishedDates) -> ArticleMetadata {
    var metadata = ArticleMetadata()
    metadata.title = ArticleMetadata.cleaned(header["subject"].map(EncodedWords.decode))
    metadata.byline = header["from"].map(EncodedWords.decode).flatMap(Self.sender)
    metadata.id = ArticleMetadata.cleaned(header["message-id"]?.trimming(["<", ">", " "]))
    metadata.language = ArticleMetadata.languageCode(header["content-language"])
    if let date = header["date"].flatMap(dates.parse) {
      metadata.published = PublicationDate(value: date, provenance: .given)
    }
    return metadata
  }

  /// `Jo Lind` of `"Jo Lind" <jo@example.org>` and of `"Lind, Jo" <jo@example.org>`.
  private static func sender(_ field: String) -> String? {
    let name = String(field.prefix { $0 != "<" }).trimming([" ", "\"", "'"])
    let parts = name.components(by: ", ")
    let isTurned = parts.count == 2 && parts.allSatisfy { (1...2).contains($0.split(separator: " ").count) }
    return ArticleMetadata.cleaned(isTurned ? "\(parts[1]) \(parts[0])" : name)
  }

  /// Whether a browser saved it from the web.
  var isSavedPage: Bool { address != nil || mediaType == "multipart/related" && header["to"] == nil }

  /// Where a saved page came from.
  var address: String? {
    (header["snapshot-content-location"] ?? header["content-location"]).flatMap { JSONArticle.isAddress($0) ? $0 : nil }
  }

  private var type: String { header["content-type"] ?? "text/plain" }
  private var mediaType: String { String(type.prefix { $0 != ";" }).trimming([" "]).lowercased() }

  /// Plain text where there is some, else HTML.
  func body(depth: Int) -> Body? {
    guard depth < Self.deepest else { return nil }
    if mediaType.hasPrefix("multipart/") {
      let bodies = parts.compactMap { $0.body(depth: depth + 1) }
      return bodies.first { !$0.isHTML && !$0.bytes.allSatisfy { isSpace($0) } } ?? bodies.first
    }
    if mediaType == "message/rfc822" { return MailPart(content)?.body(depth: depth + 1) }
    guard mediaType == "text/plain" || mediaType == "text/html",
      header["content-disposition"]?.lowercased().hasPrefix("attachment") != true
    else { return nil }
    return Body(
      bytes: TransferEncoding.decode(content, header["content-transfer-encoding"] ?? ""),
      charset: HeaderFields.parameter("charset", of: type), isHTML: mediaType == "text/html")
  }

  /// The boundary that the content shows where the header names none: a line that begins with two hyphens and has the
  /// header of a part behind it.
  private var shownBoundary: String? {
    let lines = content.split(separator: 0x0A, maxSplits: 2000, omittingEmptySubsequences: false)
    for (line, next) in zip(lines, lines.dropFirst()) {
      let name = next.prefix { $0 != UInt8(ascii: ":") }.map { $0 | 0x20 }
      guard line.starts(with: "--".utf8), (4...200).contains(line.count), name.starts(with: "content-".utf8) else {
        continue
      }
      return String(decoding: line.dropFirst(2), as: UTF8.self).trimming(["\r", " ", "\t"])
    }
    return nil
  }

  private var parts: [MailPart] {
    let named = HeaderFields.parameter("boundary", of: type).flatMap { $0.isEmpty ? nil : $0 }
    guard let boundary = named ?? shownBoundary else { return [] }
    let mark = Array("--\(boundary)".utf8)
    var parts: [MailPart] = []
    var current: [UInt8]?
    for line in content.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let behind = line.dropFirst(mark.count)
      guard line.starts(with: mark), behind.starts(with: "--".utf8) || behind.allSatisfy({ isSpace($0) }) else {
        current?.append(contentsOf: line)
        current?.append(0x0A)
        continue
      }
      if let bytes = current, let part = MailPart(bytes) { parts.append(part) }
      current = []
      if behind.starts(with: "--".utf8) || parts.count >= 100 { return parts }
    }
    if let bytes = current, let part = MailPart(bytes) { parts.append(part) }
    return parts
  }
}

/// The plain text of a mail.
enum MailText {
  /// Without what stands behind the line that begins a signature (RFC 3676), where that is the smaller part.
  static func withoutSignature(_ text: [UInt8]) -> [UInt8] {
    var start = 0
    for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let content = line.last == 0x0D ? line.dropLast() : line
      if content.elementsEqual("-- ".utf8), (text.count - line.startIndex) * 2 < text.count {
        return Array(text[..<start])
      }
      start = line.endIndex + 1
    }
    return text
  }
}
