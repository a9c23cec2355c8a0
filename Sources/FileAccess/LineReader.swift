import Glibc

/// Reads a byte source line by line, holding one chunk and one line at a time.
public struct LineReader {
  public enum Line: Sendable {
    /// Without its line end; a carriage return before it is taken off as well.
    case line([UInt8])
    /// A line longer than the limit: skipped, its number still counts.
    case tooLong
  }

  /// The number of the line last returned, from 1.
  public private(set) var number = 0
  private let source: ByteSource
  private let limit: Int
  private var buffer: [UInt8] = []
  private var start = 0
  private var atEnd = false

  /// - Parameter start: Bytes that were already taken from the source, to tell what it holds.
  public init(_ source: ByteSource, behind start: [UInt8] = [], lineLimit: Int = 1 << 28) {
    self.source = source
    buffer = start
    limit = lineLimit
  }

  public mutating func next() throws(FileError) -> Line? {
    var searched = start
    var skipping = false
    while true {
      if let newline = newline(from: searched) {
        defer { start = newline + 1 }
        number += 1
        return skipping ? .tooLong : .line(line(upTo: newline))
      }
      if atEnd {
        guard skipping || start < buffer.count else { return nil }
        defer { start = buffer.count }
        number += 1
        return skipping ? .tooLong : .line(line(upTo: buffer.count))
      }
      if skipping || buffer.count - start > limit {
        skipping = true
        start = buffer.count
      }
      compact()
      searched = buffer.count
      atEnd = try !source.read(into: &buffer)
    }
  }

  /// Goes on behind damaged gzip data, which counts as a line; `false` where nothing follows it.
  public mutating func skipDamage() throws(FileError) -> Bool {
    guard try source.skipDamage() else { return false }
    (buffer, start) = ([], 0)
    number += 1
    return true
  }

  private func newline(from start: Int) -> Int? {
    buffer.withUnsafeBytes { bytes in
      guard start < bytes.count, let base = bytes.baseAddress else { return nil }
      return memchr(base + start, 0x0A, bytes.count - start).map { UnsafeRawPointer($0) - base }
    }
  }

  private func line(upTo end: Int) -> [UInt8] {
    let hasReturn = end > start && buffer[end - 1] == 0x0D
    let bytes = buffer[start..<(hasReturn ? end - 1 : end)]
    var line: [UInt8] = []
    line.reserveCapacity(bytes.count + Self.roomBehind)
    line.append(contentsOf: bytes)
    return line
  }

  /// The parser of JSON reads so many bytes behind a text; where there is no room for that, it copies the text.
  private static let roomBehind = 64

  private mutating func compact() {
    guard start > 0 else { return }
    buffer.removeSubrange(..<start)
    start = 0
  }
}
