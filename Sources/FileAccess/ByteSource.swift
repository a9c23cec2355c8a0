import Glibc

/// A file, standard input (`-`), or a gzip file of either, read in chunks.
///
/// gzip is told by its first two bytes, not by the name. Several gzip members behind one another, as in
/// WARC files, read as one. Not `Sendable`: it owns a file descriptor and a decompressor.
public final class ByteSource {
  public let path: String
  private let descriptor: Int32
  private var input = [UInt8](repeating: 0, count: 1 << 16)
  private var inputStart = 0
  private var inputEnd = 0
  private var inflater: Inflater?
  private var atEnd = false
  /// Whether the bytes given last are the end of what could be unpacked of a damaged member.
  private var isDamaged = false

  public init(_ path: String) throws(FileError) {
    self.path = path
    descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError("open", path, code: errno) }
    while inputEnd < 2, try fill() {}
    if inputEnd >= 2, input[0] == 0x1F, input[1] == 0x8B { inflater = Inflater() }
  }

  deinit {
    if descriptor > STDIN_FILENO { close(descriptor) }
  }

  /// Appends the next bytes to `buffer`; `false` at the end.
  public func read(into buffer: inout [UInt8]) throws(FileError) -> Bool {
    guard let inflater else { return try readPlain(into: &buffer) }
    if isDamaged { throw FileError("read", path, reason: "damaged gzip data") }
    while true {
      if inputStart == inputEnd, !inflater.hasMore, !atEnd { _ = try refill() }
      if inputStart == inputEnd, !inflater.hasMore {
        if inflater.isInsideMember { throw FileError("read", path, reason: "the gzip data breaks off") }
        return false
      }
      let before = buffer.count
      let used = inflater.inflate(input[inputStart..<inputEnd], into: &buffer)
      guard let used else {
        isDamaged = true
        if buffer.count > before { return true }
        throw FileError("read", path, reason: "damaged gzip data")
      }
      inputStart += used
      if buffer.count > before { return true }
    }
  }

  /// Passes over the rest of a damaged gzip member; `false` where no other member follows, or nothing is damaged.
  public func skipDamage() throws(FileError) -> Bool {
    guard let inflater, isDamaged else { return false }
    // The damaged member began in what is there, or before.
    inputStart += 1
    while true {
      if let start = Gzip.member(in: input[inputStart..<inputEnd]) {
        inputStart = start
        isDamaged = false
        inflater.endMember()
        return true
      }
      // A header may lie across two chunks.
      let kept = min(Gzip.headerLength - 1, inputEnd - inputStart)
      input.replaceSubrange(0..<kept, with: Array(input[(inputEnd - kept)..<inputEnd]))
      (inputStart, inputEnd) = (0, kept)
      if try !fill() {
        inputStart = inputEnd
        return false
      }
    }
  }

  /// All the rest, at most `limit` bytes: more is an error, so that a small gzip file can't fill the memory.
  public func readAll(limit: Int = .max) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    while try read(into: &bytes) {
      if bytes.count > limit { throw FileError("read", path, reason: "larger than \(limit) bytes") }
    }
    return bytes
  }

  private func readPlain(into buffer: inout [UInt8]) throws(FileError) -> Bool {
    if inputStart < inputEnd {
      buffer.append(contentsOf: input[inputStart..<inputEnd])
      inputStart = inputEnd
      return true
    }
    return try readBehind(&buffer)
  }

  /// Reads to where the bytes are wanted, without a copy.
  private func readBehind(_ buffer: inout [UInt8]) throws(FileError) -> Bool {
    var count = 0
    buffer.append(addingCapacity: input.count) { (span: inout OutputSpan<UInt8>) in
      span.withUnsafeMutableBufferPointer { bytes, initialized in
        count = retrying {
          Glibc.read(descriptor, bytes.baseAddress.map { $0 + initialized }, bytes.count - initialized)
        }
        initialized += max(0, count)
      }
    }
    guard count >= 0 else { throw FileError("read", path, code: errno) }
    if count == 0 { atEnd = true }
    return count > 0
  }

  private func refill() throws(FileError) -> Bool {
    inputStart = 0
    inputEnd = 0
    return try fill()
  }

  /// Reads more behind what is there.
  private func fill() throws(FileError) -> Bool {
    let count = input.withUnsafeMutableBytes { bytes in
      retrying { Glibc.read(descriptor, bytes.baseAddress.map { $0 + inputEnd }, bytes.count - inputEnd) }
    }
    guard count >= 0 else { throw FileError("read", path, code: errno) }
    if count == 0 { atEnd = true }
    inputEnd += count
    return count > 0
  }
}
