import ArticleModel

/// Reads one article out of a JSON object, by the names that INTERFACE documents and those that scrapers write.
enum JSONArticle {
  private static let text = [
    "text", "maintext", "body", "articleBody", "main_text", "content", "cleaned_text", "raw_text",
  ]
  private static let title = ["title", "headline"]
  private static let byline = ["byline", "author", "authors"]
  private static let publisher = [
    "publisher", "sitename", "site_name", "siteName", "source-hostname", "source_hostname", "hostname",
    "meta_site_name", "source_domain", "domain",
  ]
  private static let published = [
    "published", "date", "date_publish", "publish_date", "publication_date", "published_at", "publishedAt",
    "datePublished", "pub_date", "published_time", "publishedTime",
  ]
  /// `source` is an address as trafilatura writes it; where it is none, it names something else.
  private static let url = ["canonical_link", "canonical_url", "url", "link", "source"]
  private static let language = ["language", "lang", "meta_lang", "inLanguage"]

  /// The text as it stands there; `nil` where no field has one.
  static func text(of object: JSONValue) -> [UInt8]? {
    for name in text {
      if let bytes = object[name]?.utf8, !bytes.allSatisfy({ isSpace($0) }) { return Array(bytes) }
    }
    return nil
  }

  /// A field of the text that is there but blank: a title beside it is an article all the same, of a headline alone.
  static func blankText(of object: JSONValue) -> [UInt8]? {
    for name in text {
      if let bytes = object[name]?.utf8 { return Array(bytes) }
    }
    return nil
  }

  static func metadata(of object: JSONValue, dates: PublishedDates) -> ArticleMetadata {
    var metadata = ArticleMetadata()
    metadata.id = ArticleMetadata.cleaned(object["id"]?.scalarText)
    metadata.url = url.lazy.compactMap { object[$0].flatMap { words($0) } }.first(where: isAddress)
    metadata.title = first(title, in: object)
    metadata.byline = byline.lazy.compactMap { object[$0].flatMap { words($0, withAddresses: false) } }.first
    metadata.publisher = first(publisher, in: object)
    metadata.language = ArticleMetadata.languageCode(first(language, in: object))
    for name in published {
      guard let date = object[name]?.scalarText.flatMap(dates.parse) else { continue }
      metadata.published = PublicationDate(value: date, provenance: .given)
      break
    }
    return metadata
  }

  /// The date that is given and is none, or has two readings; `nil` where there is none or one that can be read.
  static func unreadDate(of object: JSONValue, dates: PublishedDates) -> String? {
    let given = published.lazy.compactMap { object[$0]?.scalarText?.squeezed }.filter { !$0.isEmpty }
    return given.contains { dates.parse($0) != nil } ? nil : given.first
  }

  private static func first(_ names: [String], in object: JSONValue) -> String? {
    for name in names {
      if let text = object[name].flatMap({ words($0) }) { return text }
    }
    return nil
  }

  /// A string, the name of an object, or several of them joined by commas.
  ///
  /// - Parameter withAddresses: Scrapers put the addresses of authors beside their names.
  static func words(_ value: JSONValue, withAddresses: Bool = true) -> String? {
    // As nearly all are.
    if let own = value.string, !own.utf8.contains(UInt8(ascii: ";")) {
      return ArticleMetadata.cleaned(own).flatMap { withAddresses || !isAddress($0) ? $0 : nil }
    }
    let parts = value.elements.compactMap { element -> String? in
      guard let text = ArticleMetadata.cleaned(element.scalarText ?? element["name"]?.string) else { return nil }
      return withAddresses || !isAddress(text) ? text : nil
    }
    if parts.count == 1, !parts[0].utf8.contains(UInt8(ascii: ";")) { return parts[0] }
    // Scrapers part authors by semicolons.
    let joined = parts.joined(separator: ", ").split(separator: ";").map { String($0).squeezed }
    return parts.isEmpty ? nil : joined.joined(separator: ", ")
  }

  static func isAddress(_ text: String) -> Bool {
    text.utf8.count <= 2000 && (text.hasPrefix("http://") || text.hasPrefix("https://"))
  }
}

extension ArticleParser {
  /// A line of JSON Lines, or a document that holds an object or an array of them.
  func json(_ record: InputRecord) -> [Result<Article, ReadingProblem>] {
    var notes: [Result<Article, ReadingProblem>] = []
    let behind = record.line == nil ? "" : "; line skipped"
    do throws(JSONDocument.Malformed) {
      let document = try Self.document(record, &notes)
      let objects = document.root.elements
      let isList = document.root.isArray
      if objects.isEmpty { return [.failure(record.problem("no article in it\(behind)", .noText))] }
      for (index, object) in objects.enumerated() {
        let result = article(object, item: isList ? index + 1 : nil, record, behind)
        if let note = dateNote(object, result, record) { notes.append(.failure(note)) }
        notes.append(result)
      }
      return notes
    } catch {
      return [.failure(record.problem("not JSON: \(error.reason)\(behind)", .malformed))]
    }
  }

  /// Without its date an article is in no answer about a time, which its owner should know.
  private func dateNote(
    _ object: JSONValue, _ result: Result<Article, ReadingProblem>, _ record: InputRecord
  ) -> ReadingProblem? {
    guard case .success(let article) = result, article.published.value == nil,
      let date = JSONArticle.unreadDate(of: object, dates: dates)
    else { return nil }
    let reason = "the date \"\(date.prefix(40))\" is none, or has two readings; read without it"
    return record.problem(reason, .malformed, weight: .note)
  }

  private func article(
    _ object: JSONValue, item: Int?, _ record: InputRecord, _ behind: String
  ) -> Result<Article, ReadingProblem> {
    let place = item.map { "item \($0): " } ?? ""
    guard object.isObject else { return .failure(record.problem("\(place)not a JSON object\(behind)", .malformed)) }
    let metadata = JSONArticle.metadata(of: object, dates: dates)
    let written = JSONArticle.text(of: object)
    guard let text = written ?? (metadata.title == nil ? nil : JSONArticle.blankText(of: object)) else {
      return .failure(record.problem("\(place)no \"text\" field\(behind)", .noText))
    }
    var draft = ArticleDraft(record: record, item: item, text: text)
    draft.metadata = metadata
    draft.isHeadlineAlone = written == nil
    return finished(draft)
  }

  /// Parses the bytes; damaged UTF-8 and halves of surrogate pairs are repaired, and noted.
  private static func document(
    _ record: InputRecord, _ notes: inout [Result<Article, ReadingProblem>]
  ) throws(JSONDocument.Malformed) -> JSONDocument {
    let bytes = record.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(record.bytes[3...]) : record.bytes
    do throws(JSONDocument.Malformed) {
      return try JSONDocument(bytes)
    } catch  where error.isEncoding {
      let decoded = TextDecoding.decode(bytes)
      if let note = decoded.note { notes.append(.failure(record.problem(note, .encoding, weight: .note))) }
      return try JSONDocument(decoded.bytes)
    } catch {
      guard let repaired = SurrogateRepair.repaired(bytes) else { throw error }
      let document = try JSONDocument(repaired)
      notes.append(.failure(record.problem("halves of surrogate pairs became U+FFFD", .encoding, weight: .note)))
      return document
    }
  }
}

/// Replaces `\ud83d` without its other half, as some programs cut it, by `\ufffd`.
enum SurrogateRepair {
  /// `nil` where there is nothing to repair.
  static func repaired(_ bytes: [UInt8]) -> [UInt8]? {
    var result = bytes
    var (index, isChanged) = (0, false)
    while index + 5 < bytes.count {
      guard bytes[index] == UInt8(ascii: "\\") else {
        index += 1
        continue
      }
      guard let first = unit(bytes, index), (0xD800...0xDFFF).contains(first) else {
        index += 2
        continue
      }
      if first < 0xDC00, let second = unit(bytes, index + 6), (0xDC00...0xDFFF).contains(second) {
        index += 12
        continue
      }
      result.replaceSubrange(index + 2..<index + 6, with: Array("fffd".utf8))
      isChanged = true
      index += 6
    }
    return isChanged ? result : nil
  }

  /// The value of `\uXXXX` at an offset.
  private static func unit(_ bytes: [UInt8], _ index: Int) -> Int? {
    guard index + 5 < bytes.count, bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u") else {
      return nil
    }
    return Int(String(decoding: bytes[index + 2..<index + 6], as: UTF8.self), radix: 16)
  }
}
