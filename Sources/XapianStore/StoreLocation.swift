internal import CXapian

/// Where a database is.
public enum StoreLocation: Hashable, Sendable {
  case local(String)
  /// A program that speaks Xapian's remote protocol on its standard input and output, such as `ssh` running
  /// `xapian-progsrv` elsewhere. The arguments are split at spaces, nothing else; no shell sees them.
  case program(String, arguments: String, timeoutSeconds: Double = 10)
  /// An `xapian-tcpsrv`. The protocol is neither encrypted nor authenticated.
  case tcp(host: String, port: Int, timeoutSeconds: Double = 10)

  public var isRemote: Bool {
    if case .local = self { return false }
    return true
  }

  /// The path, the command or the address; for messages.
  public var name: String {
    switch self {
    case .local(let path): path
    case .program(let program, let arguments, _): "\(program) \(arguments)"
    case .tcp(let host, let port, _): "\(host):\(port)"
    }
  }

  private var arguments: String {
    if case .program(_, let arguments, _) = self { arguments } else { "" }
  }

  private var openedName: String {
    switch self {
    case .local(let path): path
    case .program(let program, _, _): program
    case .tcp(let host, _, _): host
    }
  }

  private func shim(name: cxapian_bytes, arguments: cxapian_bytes) -> cxapian_location {
    var shim = cxapian_location()
    shim.name = name
    shim.arguments = arguments
    var seconds = 0.0
    switch self {
    case .local: shim.kind = CXAPIAN_LOCAL
    case .program(_, _, let timeout):
      shim.kind = CXAPIAN_PROGRAM
      seconds = timeout
    case .tcp(_, let port, let timeout):
      shim.kind = CXAPIAN_TCP
      shim.port = UInt32(clamping: port)
      seconds = timeout
    }
    shim.timeout_milliseconds = UInt32(max(0, min(seconds * 1000, 1e9)))
    shim.connect_timeout_milliseconds = shim.timeout_milliseconds
    return shim
  }

  /// All locations in one array, valid only during the call.
  static func withShim<Result>(
    _ locations: [StoreLocation], _ body: (UnsafeBufferPointer<cxapian_location>) -> Result
  ) -> Result {
    withBytes(ofAll: locations.map(\.openedName)) { names in
      withBytes(ofAll: locations.map(\.arguments)) { arguments in
        let shims = locations.indices.map { locations[$0].shim(name: names[$0], arguments: arguments[$0]) }
        return shims.withUnsafeBufferPointer(body)
      }
    }
  }
}
