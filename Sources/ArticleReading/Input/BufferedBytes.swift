import FileAccess

/// Takes lines and counted stretches from a source, or from bytes in memory.
struct BufferedBytes {
  /// A header line longer than this is none.
  private static let longestLine = 1 << 16

  private let source: ByteSource?
  private var buffer: [UInt8]
  private var start = 0

  init(_ source: ByteSource, _ start: [UInt8]) {
    self.source = source
    buffer = start
  }

  init(_ bytes: [UInt8]) {
    source = nil
    buffer = bytes
  }

  /// All that is in the buffer.
  var rest: [UInt8] { Array(buffer[start...]) }

  /// The next line without its end; `nil` at the end of the source. A line over the limit comes in pieces.
  mutating func line() throws(FileError) -> [UInt8]? {
    var searched = start
    while true {
      if let newline = buffer[searched...].firstIndex(of: 0x0A) {
        defer { start = newline + 1 }
        let end = newline > start && buffer[newline - 1] == 0x0D ? newline - 1 : newline
        return Array(buffer[start..<end])
      }
      if buffer.count - start > Self.longestLine { return try take(Self.longestLine) }
      let offset = buffer.count - start
      guard try fill() else { break }
      searched = start + offset
    }
    guard start < buffer.count else { return nil }
    defer { start = buffer.count }
    return rest
  }

  /// The next `count` bytes; `nil` where there are not so many.
  mutating func take(_ count: Int) throws(FileError) -> [UInt8]? {
    while buffer.count - start < count {
      guard try fill() else { return nil }
    }
    defer { start += count }
    return Array(buffer[start..<start + count])
  }

  /// Passes over `count` bytes, or to the end.
  mutating func skip(_ count: Int) throws(FileError) {
    var left = count
    while left > 0 {
      let here = min(left, buffer.count - start)
      start += here
      left -= here
      if left > 0 {
        guard try fill() else { return }
      }
    }
  }

  /// Goes on behind damaged gzip data; `false` where nothing follows it.
  mutating func skipDamage() throws(FileError) -> Bool {
    guard let source, try source.skipDamage() else { return false }
    (buffer, start) = ([], 0)
    return true
  }

  private mutating func fill() throws(FileError) -> Bool {
    guard let source else { return false }
    if start > 0 {
      buffer.removeSubrange(..<start)
      start = 0
    }
    return try source.read(into: &buffer)
  }
}
