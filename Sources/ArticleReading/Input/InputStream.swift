import FileAccess

/// The records of files, folders and standard input (`-`), one after another, in the order given.
///
/// Holds one record at a time: a JSON Lines file or an archive of any size passes through in small memory. gzip is
/// unpacked on the way, whatever the file is called. What can't be read comes as a problem, and the next call
/// goes on behind it. Not `Sendable`: it owns the open file.
public struct InputStream {
  private enum Open {
    case lines(LineReader, path: String)
    case archive(ArchiveReader, path: String)
  }

  private let options: ReadingOptions
  private var paths: ArraySlice<String>
  private var walk: DirectoryWalk?
  /// Whether `walk` is a folder: what lies in it may be anything, what the user names is meant.
  private var isInsideFolder = false
  private var open: Open?

  public init(paths: [String], options: ReadingOptions = ReadingOptions()) {
    self.paths = paths[...]
    self.options = options
  }

  /// The next record or problem; `nil` at the end.
  public mutating func next() -> Result<InputRecord, ReadingProblem>? {
    while true {
      if open != nil {
        if let result = nextOfOpen() { return result }
        open = nil
      } else if let entry = walk?.next() {
        switch entry {
        case .unreadable(let error): return .failure(ReadingProblem(error))
        case .file(let path) where isOutput(path): continue
        case .file(let path): if let result = start(path) { return result }
        }
      } else if let path = paths.popFirst() {
        if path == "-" {
          isInsideFolder = false
          if let result = start(path) { return result }
        } else {
          isInsideFolder = Files.isDirectory(path)
          walk = DirectoryWalk(path)
        }
      } else {
        return nil
      }
    }
  }

  private func isOutput(_ path: String) -> Bool {
    guard isInsideFolder, let output = options.output, Files.name(of: output) == Files.name(of: path) else {
      return false
    }
    return Files.realPath(output) == Files.realPath(path)
  }

  // MARK: Files

  /// A file that is one record; `nil` where it holds several, or none.
  private mutating func start(_ path: String) -> Result<InputRecord, ReadingProblem>? {
    if path != "-", Files.exists(path), !Files.isRegular(path) {
      return .failure(ReadingProblem(path: path, reason: "not a regular file; not read", cause: .specialFile))
    }
    do throws(FileError) {
      let source = try ByteSource(path)
      var bytes: [UInt8] = []
      var damage: FileError?
      do throws(FileError) {
        while bytes.count < FormatSniffer.window, !isEnough(bytes, of: path), try source.read(into: &bytes) {}
      } catch {
        // What came before damage is read; who goes on reading meets it again.
        if bytes.isEmpty {
          guard try source.skipDamage() else { throw error }
          damage = error
          while bytes.count < FormatSniffer.window, try source.read(into: &bytes) {}
        }
      }
      let result = try start(path, source, bytes)
      guard let damage else { return result }
      // A file of one record has lost its beginning.
      return .failure(open == nil ? ReadingProblem(damage) : skipped(damage, path, line: nil))
    } catch {
      return .failure(ReadingProblem(error))
    }
  }

  /// Whoever writes a line of JSON to standard input may wait for what comes of it before the next.
  private func isEnough(_ bytes: [UInt8], of path: String) -> Bool {
    guard path == "-", bytes.first == UInt8(ascii: "{") else { return false }
    let line = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
    return line.count < bytes.count && line.last == UInt8(ascii: "}")
  }

  private mutating func start(
    _ path: String, _ source: ByteSource, _ start: [UInt8]
  ) throws(FileError) -> Result<InputRecord, ReadingProblem>? {
    let sniffed = FormatSniffer.finding(name: Files.name(of: path), start: Array(start.prefix(FormatSniffer.window)))
    guard !start.isEmpty else { return .failure(ReadingProblem(path: path, reason: "empty", cause: .empty)) }
    switch (options.format, sniffed) {
    case (.auto, .accessory):
      let weight: ReadingProblem.Weight = isInsideFolder ? .skipped : .unreadable
      return .failure(
        ReadingProblem(path: path, reason: "no text: part of a page or a media file", weight: weight, cause: .noArticle)
      )
    case (.auto, .data) where isInsideFolder:
      return .failure(ReadingProblem(path: path, reason: "no article by its name", weight: .skipped, cause: .noArticle))
    case (_, .binary(let kind)):
      return .failure(
        ReadingProblem(
          path: path, reason: "\(kind), not text", hint: "convert it to text or HTML first", cause: .binary))
    case (.auto, .jsonDocument): return try whole(path, source, start, .json)
    case (.jsonl, .jsonDocument) where FormatSniffer.ending(of: path) == "json":
      return try whole(path, source, start, .json)
    case (.auto, .format(.text)) where path == "-" && FormatSniffer.holdsJSONLine(start):
      return try begin(.jsonl, path, source, start)
    case (.auto, .format(let format)): return try begin(format, path, source, start)
    case (let format, _): return try begin(format, path, source, start)
    }
  }

  private mutating func begin(
    _ format: ReadingOptions.Format, _ path: String, _ source: ByteSource, _ start: [UInt8]
  ) throws(FileError) -> Result<InputRecord, ReadingProblem>? {
    switch format {
    case .jsonl:
      if TextDecoding.hasWideMark(start) {
        let hint = "convert it with iconv -f UTF-16 -t UTF-8"
        return .failure(
          ReadingProblem(path: path, reason: "JSON Lines in UTF-16, not UTF-8", hint: hint, cause: .malformed))
      }
      open = .lines(LineReader(source, behind: start, lineLimit: options.limits.line), path: path)
      return nil
    case .warc:
      open = .archive(ArchiveReader(source, behind: start, limit: options.limits.record), path: path)
      return nil
    case .auto, .text: return try whole(path, source, start, .text)
    case .markdown: return try whole(path, source, start, .markdown)
    case .html: return try whole(path, source, start, .html)
    case .feed: return try whole(path, source, start, .feed)
    case .mail: return try whole(path, source, start, .mail)
    }
  }

  private func whole(
    _ path: String, _ source: ByteSource, _ start: [UInt8], _ kind: InputRecord.Kind
  ) throws(FileError) -> Result<InputRecord, ReadingProblem> {
    var bytes = start
    let limit = kind == .text || kind == .markdown ? options.limits.text : options.limits.record
    while bytes.count <= limit {
      guard try source.read(into: &bytes) else {
        return .success(InputRecord(source: path, kind: kind, bytes: bytes))
      }
    }
    let hint = "one article a file; many articles go into JSON Lines, one a line"
    return .failure(ReadingProblem(path: path, reason: "larger than \(limit >> 20) MB", hint: hint, cause: .tooLarge))
  }

  // MARK: Files of several records

  /// `nil` at the end of the open file. After a failure of the file itself nothing more is read from it.
  private mutating func nextOfOpen() -> Result<InputRecord, ReadingProblem>? {
    do throws(FileError) {
      switch takeOpen() {
      case .lines(var reader, let path):
        let result = try nextLine(&reader, path)
        open = .lines(reader, path: path)
        return result
      case .archive(var reader, let path):
        let result = try reader.next(path: path)
        open = .archive(reader, path: path)
        return result
      case nil: return nil
      }
    } catch {
      return .failure(ReadingProblem(error))
    }
  }

  /// Hands the open file out without keeping it: a reader that stood in two places would copy its buffer at every call.
  private mutating func takeOpen() -> Open? {
    defer { open = nil }
    return open
  }

  private func nextLine(
    _ reader: inout LineReader, _ path: String
  ) throws(FileError) -> Result<InputRecord, ReadingProblem>? {
    while true {
      let next: LineReader.Line?
      do throws(FileError) {
        next = try reader.next()
      } catch {
        guard try reader.skipDamage() else { throw error }
        return .failure(skipped(error, path, line: reader.number))
      }
      switch next {
      case nil: return nil
      case .tooLong:
        let reason = "longer than \(options.limits.line >> 20) MB; line skipped"
        return .failure(ReadingProblem(path: path, line: reader.number, reason: reason, cause: .tooLarge))
      case .line(let bytes):
        if bytes.allSatisfy({ isSpace($0) }) { continue }
        return .success(InputRecord(source: path, line: reader.number, kind: .json, bytes: bytes))
      }
    }
  }

  /// What was lost with a damaged gzip member, where others follow.
  private func skipped(_ damage: FileError, _ path: String, line: Int?) -> ReadingProblem {
    let reason = "\(damage.reason); skipped up to the next member"
    return ReadingProblem(path: path, line: line, reason: reason, cause: .malformed)
  }
}
