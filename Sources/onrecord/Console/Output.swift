import FileAccess
import Glibc

/// Whoever reads the output has gone: a normal end, as for `head`.
struct ClosedPipe: Error {}

/// A buffered file descriptor for data.
///
/// Not `Sendable`: one thread prints.
final class Output {
  private let descriptor: Int32
  private let name: String
  private let ownsDescriptor: Bool
  private var buffer: [UInt8] = []
  private static let room = 1 << 16

  static func standard() -> Output { Output(STDOUT_FILENO, name: "standard output", owns: false) }

  /// A file, made or emptied.
  static func file(_ path: String) throws(FileError) -> Output {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FileError("write", path, code: errno) }
    return Output(descriptor, name: path, owns: true)
  }

  init(_ descriptor: Int32, name: String, owns: Bool) {
    self.descriptor = descriptor
    self.name = name
    ownsDescriptor = owns
  }

  deinit {
    if ownsDescriptor { close(descriptor) }
  }

  func write(_ bytes: [UInt8]) throws {
    buffer += bytes
    if buffer.count >= Self.room { try flush() }
  }

  /// What would fill the buffer is written as it lies.
  func write(_ bytes: UnsafeRawBufferPointer) throws {
    if bytes.count >= Self.room {
      try flush()
      try bringOut(bytes)
    } else {
      buffer.append(contentsOf: bytes)
      if buffer.count >= Self.room { try flush() }
    }
  }

  func flush() throws {
    guard !buffer.isEmpty else { return }
    defer { buffer.removeAll(keepingCapacity: true) }
    try buffer.withUnsafeBytes { try bringOut($0) }
  }

  private func bringOut(_ bytes: UnsafeRawBufferPointer) throws {
    do throws(FileError) {
      try Files.write(bytes, to: descriptor, path: name)
    } catch {
      if error.code == EPIPE { throw ClosedPipe() }
      throw error
    }
  }
}
