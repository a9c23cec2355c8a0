import FileAccess

/// Reads a WARC file (ISO 28500, as web crawlers ship) record by record, holding one record at a time.
///
/// The pages among the responses come out as records; everything else comes as a skipped problem that says what it
/// was. Behind a damaged record, or one whose length is wrong, reading goes on at the next line that begins a record.
struct ArchiveReader {
  private var bytes: BufferedBytes
  private let limit: Int
  private var number = 0
  /// The first line of the next record, where it was found behind a damaged one.
  private var found: [UInt8]?

  init(_ source: ByteSource, behind start: [UInt8], limit: Int) {
    bytes = BufferedBytes(source, start)
    self.limit = limit
  }

  /// Of an archive that lies in memory, unpacked.
  init(_ archive: [UInt8], limit: Int) {
    bytes = BufferedBytes(archive)
    self.limit = limit
  }

  mutating func next(path: String) throws(FileError) -> Result<InputRecord, ReadingProblem>? {
    let before = number
    do throws(FileError) {
      return try nextRecord(path)
    } catch {
      number = before + 1
      // Each record is packed for itself, so one that was cut or overwritten costs no other.
      guard try bytes.skipDamage() else { throw error }
      return .failure(problem(path, "\(error.reason); skipped up to the next member", .unreadable, .malformed))
    }
  }

  private mutating func nextRecord(_ path: String) throws(FileError) -> Result<InputRecord, ReadingProblem>? {
    var first = found
    found = nil
    if first == nil { first = try bytes.line() }
    while let line = first, line.isEmpty { first = try bytes.line() }
    guard let version = first else { return nil }
    number += 1
    guard version.starts(with: "WARC/".utf8), let header = try HeaderFields(&bytes),
      let length = header["content-length"].flatMap({ Int($0) }), length >= 0
    else {
      found = try nextStart()
      let rest = found == nil ? "the rest of the file skipped" : "skipped up to the next one"
      return .failure(problem(path, "not a WARC record; \(rest)", .unreadable, .malformed))
    }
    guard length <= limit else {
      try bytes.skip(length)
      return .failure(problem(path, "a record of more than \(limit >> 20) MB skipped", .unreadable, .tooLarge))
    }
    let type = header["warc-type"]?.lowercased() ?? "untyped"
    guard type == "response" || type == "resource" || type == "conversion" else {
      try bytes.skip(length)
      return .failure(problem(path, "a WARC \(type) record", .skipped))
    }
    guard let content = try bytes.take(length) else {
      try bytes.skip(.max)
      return .failure(problem(path, "the last record breaks off", .unreadable, .malformed))
    }
    return record(path, header, content, isResponse: type == "response")
  }

  /// The next line that begins a record.
  private mutating func nextStart() throws(FileError) -> [UInt8]? {
    while let line = try bytes.line() {
      if line.starts(with: "WARC/1.".utf8), line.count < 12 { return line }
    }
    return nil
  }

  private func problem(
    _ path: String, _ reason: String, _ weight: ReadingProblem.Weight, _ cause: ReadingProblem.Cause = .archiveRecord
  ) -> ReadingProblem {
    ReadingProblem(path: path, line: number, reason: reason, weight: weight, cause: cause)
  }

  private func record(
    _ path: String, _ header: HeaderFields, _ content: [UInt8], isResponse: Bool
  ) -> Result<InputRecord, ReadingProblem> {
    var page = HTTPBody(type: header["content-type"] ?? "", body: content)
    if isResponse {
      switch HTTPBody.response(content, limit: limit) {
      case .success(let body): page = body
      case .failure(let reason):
        guard let cause = reason.cause else { return .failure(problem(path, reason.text, .skipped)) }
        return .failure(problem(path, reason.text, .unreadable, cause))
      }
    }
    // The crawler says so (`length`, `time`, `disconnect`), or the length that the server named does.
    if let reason = header["warc-truncated"], !reason.isEmpty {
      page.cut = "the archive holds only the beginning of the page (\(reason.prefix(40)))"
    }
    guard let kind = page.kind else { return .failure(problem(path, "not a page but \(page.mediaType)", .skipped)) }
    let url = header["warc-target-uri"]?.trimming(["<", ">"])
    // What a crawler reads before it reads a site.
    if url?.hasSuffix("/robots.txt") == true { return .failure(problem(path, "not a page but robots.txt", .skipped)) }
    return .success(
      InputRecord(
        source: path, line: number, kind: kind, bytes: page.body, url: url, charset: page.charset,
        cut: page.cut))
  }
}

/// What a server sent, without its header.
struct HTTPBody {
  struct Refusal: Error {
    var text: String
    /// Of damage; else the response is none that should be read.
    var cause: ReadingProblem.Cause?
  }

  /// The value of `Content-Type`.
  var type: String
  var body: [UInt8]
  /// Why the body is only the beginning of what there was.
  var cut: String?

  var mediaType: String { String(type.prefix { $0 != ";" }).trimming([" "]).lowercased() }

  var charset: String? { HeaderFields.parameter("charset", of: type) }

  var kind: InputRecord.Kind? {
    switch mediaType {
    case "text/html", "application/xhtml+xml": return .html
    case "text/plain": return .text
    case "application/rss+xml", "application/atom+xml": return .feed
    case "": return .html
    default: return nil
    }
  }

  /// Takes an HTTP response apart: status line, header, body with its transfer and content encodings undone.
  static func response(_ content: [UInt8], limit: Int) -> Result<HTTPBody, Refusal> {
    var bytes = BufferedBytes(content)
    // Bytes in memory can't fail to be read.
    guard let status = try? bytes.line(), let header = try? HeaderFields(&bytes) else {
      return .failure(Refusal(text: "not an HTTP response"))
    }
    guard status.starts(with: "HTTP/".utf8) else { return .failure(Refusal(text: "not an HTTP response")) }
    let code = status.split(separator: 0x20).dropFirst().first.map { String(decoding: $0, as: UTF8.self) } ?? "?"
    guard code == "200" else { return .failure(Refusal(text: "HTTP status \(code)")) }
    var body = bytes.rest
    var isCut = header["content-length"].flatMap { Int($0) }.map { $0 > body.count } ?? false
    if header["transfer-encoding"]?.lowercased() == "chunked", let joined = unchunked(body) {
      body = joined.body
      isCut = joined.isCut
    }
    switch header["content-encoding"]?.lowercased() {
    case "gzip", "x-gzip":
      // Some crawlers unpack the body and leave the header as it was.
      guard Gzip.isGzip(body) else { break }
      guard let unpacked = Gzip.beginning(of: body, limit: limit) else {
        return .failure(Refusal(text: "a response of more than \(limit >> 20) MB", cause: .tooLarge))
      }
      guard unpacked.isWhole || !unpacked.bytes.isEmpty else {
        return .failure(Refusal(text: "damaged gzip data in a response", cause: .malformed))
      }
      body = unpacked.bytes
      isCut = isCut || !unpacked.isWhole
    case let name? where !name.isEmpty && name != "identity" && name != "none":
      if body.first(where: { !isSpace($0) }) != UInt8(ascii: "<") {
        return .failure(Refusal(text: "a response packed with \(name.prefix(40))"))
      }
    default: break
    }
    let cut = isCut ? "the page breaks off: the server sent less than it had said" : nil
    return .success(HTTPBody(type: header["content-type"] ?? "", body: body, cut: cut))
  }

  /// `nil` where the body is not in chunks, although the header says so.
  private static func unchunked(_ body: [UInt8]) -> (body: [UInt8], isCut: Bool)? {
    var bytes = BufferedBytes(body)
    var joined: [UInt8] = []
    while let line = try? bytes.line() {
      let size = String(decoding: line.prefix { $0 != UInt8(ascii: ";") }, as: UTF8.self).trimming([" "])
      guard let count = Int(size, radix: 16), count >= 0 else { return nil }
      if count == 0 { return (joined, false) }
      guard let chunk = try? bytes.take(count) else { return (joined + bytes.rest, true) }
      joined.append(contentsOf: chunk)
      _ = try? bytes.line()
    }
    return (joined, true)
  }
}
