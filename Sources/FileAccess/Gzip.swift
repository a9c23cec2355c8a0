/// gzip data in memory.
public enum Gzip {
  public static func isGzip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

  /// The unpacked bytes; `nil` where the data is damaged, breaks off or unpacks to more than `limit` bytes.
  public static func unpacked(_ bytes: [UInt8], limit: Int) -> [UInt8]? {
    let inflater = Inflater()
    var output: [UInt8] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      guard let used = inflater.inflate(rest.prefix(1 << 20), into: &output), output.count <= limit else { return nil }
      rest = rest.dropFirst(used)
    }
    // What is still in the window comes out without further input.
    return inflater.isInsideMember ? nil : output
  }
}
