import Glibc

/// A file operation that failed: what was tried, on which path, and what the system said.
public struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
  public var operation: String
  public var path: String
  /// The value of `errno`; 0 where the failure is not the system's, and `reason` tells.
  public var code: Int32
  public var reason: String

  public init(_ operation: String, _ path: String, code: Int32) {
    self.init(operation, path, code: code, reason: FileError.text(of: code))
  }

  public init(_ operation: String, _ path: String, reason: String) {
    self.init(operation, path, code: 0, reason: reason)
  }

  private init(_ operation: String, _ path: String, code: Int32, reason: String) {
    self.operation = operation
    self.path = path
    self.code = code
    self.reason = reason
  }

  public var description: String { "\(path): cannot \(operation): \(reason)" }
  public var isMissing: Bool { code == ENOENT || code == ENOTDIR }

  private static func text(of code: Int32) -> String {
    var buffer = [CChar](repeating: 0, count: 256)
    guard strerror_r(code, &buffer, buffer.count) == 0 else { return "error \(code)" }
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

/// Calls a system function again as long as a signal interrupts it.
func retrying(_ call: () -> Int) -> Int {
  while true {
    let result = call()
    if result >= 0 || errno != EINTR { return result }
  }
}
