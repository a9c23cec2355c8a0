import FileAccess
import Glibc
import XapianStore

/// Where an index is that is asked: a folder here, or a server of Xapian's remote protocol elsewhere.
///
///     news                          a folder
///     ssh://desk@host:2222/srv/news ssh runs xapian-progsrv on the databases below /srv/news/current
///     tcp://host:7001               xapian-tcpsrv serves articles at 7001, statements at 7002, segments at 7003
///
/// An index is three databases, and a server of Xapian's serves one: so each remote index has three connections.
public enum ShardLocation: Hashable, Sendable, CustomStringConvertible {
  case folder(String)
  /// `host` may begin with `user@`.
  case ssh(host: String, port: Int?, path: String)
  /// The first of three ports that follow one another.
  case tcp(host: String, port: Int)

  /// Reads what `--index` takes.
  public init(_ text: String) throws(NewsIndexError) {
    if text.isEmpty { throw NewsIndexError(.usage, "an index needs a folder or an address") }
    if text.hasPrefix("ssh://") {
      self = try Self.ssh(text)
    } else if text.hasPrefix("tcp://") {
      self = try Self.tcp(text)
    } else {
      self = .folder(text)
    }
  }

  public var isRemote: Bool {
    if case .folder = self { return false }
    return true
  }

  public var description: String {
    switch self {
    case .folder(let path): return path
    case .ssh(let host, let port, let path): return "ssh://\(host)\(port.map { ":\($0)" } ?? "")\(path)"
    case .tcp(let host, let port): return "tcp://\(host):\(port)"
    }
  }

  // MARK: Reading

  private static func ssh(_ text: String) throws(NewsIndexError) -> ShardLocation {
    let rest = text.dropFirst(6)
    guard let slash = rest.firstIndex(of: "/") else {
      throw NewsIndexError(.usage, "\(text): no path", hint: "ssh://host/folder/of/the/index")
    }
    var host = rest[..<slash]
    var path = rest[slash...]
    var port: Int?
    if let colon = host.lastIndex(of: ":") {
      port = try self.port(host[host.index(after: colon)...], text, most: 65535)
      host = host[..<colon]
    }
    while path.count > 1, path.last == "/" { path.removeLast() }
    let name = host.split(separator: "@", omittingEmptySubsequences: false)
    guard name.count <= 2, name.allSatisfy({ !$0.isEmpty && isHarmless($0, with: "._-") }),
      path.count > 1, isHarmless(path, with: "._@/-"), !path.hasPrefix("/-")
    else { throw unclean(text) }
    return .ssh(host: String(host), port: port, path: String(path))
  }

  private static func tcp(_ text: String) throws(NewsIndexError) -> ShardLocation {
    var rest = text.dropFirst(6)
    if rest.last == "/" { rest.removeLast() }
    guard let colon = rest.lastIndex(of: ":") else {
      throw NewsIndexError(.usage, "\(text): no port", hint: "tcp://host:7001, the first of three ports")
    }
    let host = rest[..<colon]
    guard !host.isEmpty, isHarmless(host, with: "._-") else { throw unclean(text) }
    return .tcp(host: String(host), port: try port(rest[rest.index(after: colon)...], text, most: 65533))
  }

  private static func port(_ digits: Substring, _ text: String, most: Int) throws(NewsIndexError) -> Int {
    guard digits.allSatisfy({ $0.isASCII && $0.isNumber }), let port = Int(digits), port > 0, port <= most else {
      throw NewsIndexError(.usage, "\(text): \(digits.isEmpty ? "no" : "not a") port")
    }
    return port
  }

  private static func unclean(_ text: String) -> NewsIndexError {
    NewsIndexError(.usage, "\(text): host and path may hold only A-Za-z0-9._@/- and not begin with -")
  }

  /// Host and path become words of a command line: nothing but harmless characters gets there, and nothing that the
  /// command would take for an option.
  private static func isHarmless(_ word: Substring, with signs: String) -> Bool {
    word.first != "-"
      && word.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"):
          return true
        default: return signs.utf8.contains(byte)
        }
      }
  }
}

// MARK: - Opening

extension ShardLocation {
  /// How long a server may take for one answer, in seconds: `ONRECORD_REMOTE_TIMEOUT`, else 20.
  static var timeoutSeconds: Double {
    let given = getenv("ONRECORD_REMOTE_TIMEOUT").flatMap { Double(String(cString: $0)) } ?? 20
    return given.isFinite && given > 0 ? min(given, 86_400) : 20
  }

  /// The database of a unit at a remote index.
  func remoteDatabase(_ unit: IndexUnit) -> StoreLocation? {
    switch self {
    case .folder: return nil
    case .ssh:
      return .program("ssh", arguments: sshArguments(unit), timeoutSeconds: Self.timeoutSeconds)
    case .tcp(let host, let port):
      return .tcp(host: host, port: port + unit.portOffset, timeoutSeconds: Self.timeoutSeconds)
    }
  }

  /// Xapian splits them at spaces and starts ssh without a shell; the far shell sees harmless characters only.
  private func sshArguments(_ unit: IndexUnit) -> String {
    guard case .ssh(let host, let port, let path) = self else { return "" }
    let portOption = port.map { "-p \($0) " } ?? ""
    return "-oBatchMode=yes \(portOption)-- \(host) xapian-progsrv \(path)/current/\(unit.databaseName)"
  }

  /// What to try by hand where a server can't be asked.
  func hint(_ unit: IndexUnit) -> String {
    switch self {
    case .folder(let path): return "onrecord verify --index \(path) tells more"
    case .ssh: return "try by hand: ssh \(sshArguments(unit)) (it prints a few signs and waits)"
    case .tcp(_, let port):
      return "is it served there? xapian-tcpsrv --port \(port + unit.portOffset) DIR/current/\(unit.databaseName)"
    }
  }
}

extension IndexUnit {
  /// Which of the three ports of a `tcp://` index serves it.
  var portOffset: Int {
    switch self {
    case .article: return 0
    case .statement: return 1
    case .segment: return 2
    }
  }
}

extension ShardLocation {
  /// The shards of a folder that `index --shards` made, in their order; of anything else, itself.
  var parts: [ShardLocation] {
    guard case .folder(let folder) = self else { return [self] }
    let shards = IndexLayout.shards(of: folder)
    return shards.isEmpty ? [self] : shards.map { .folder($0.directory) }
  }
}
