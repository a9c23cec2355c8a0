/// gzip data in memory.
public enum Gzip {
  public static func isGzip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

  /// Of a header without the fields that may follow.
  static let headerLength = 10

  /// Where the next member begins that has a header as programs write it.
  static func member(in bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.count >= headerLength else { return nil }
    return (bytes.startIndex...(bytes.endIndex - headerLength)).first { start in
      bytes[start] == 0x1F && bytes[start + 1] == 0x8B && bytes[start + 2] == 8 && bytes[start + 3] & 0xE0 == 0
        && [0, 2, 4].contains(bytes[start + 8]) && (bytes[start + 9] <= 13 || bytes[start + 9] == 255)
    }
  }

  /// The unpacked bytes; `nil` where the data is damaged, breaks off or unpacks to more than `limit` bytes.
  public static func unpacked(_ bytes: [UInt8], limit: Int) -> [UInt8]? {
    guard let beginning = beginning(of: bytes, limit: limit), beginning.isWhole else { return nil }
    return beginning.bytes
  }

  /// What can be unpacked up to the damage, if there is any; `nil` for more than `limit` bytes.
  public static func beginning(of bytes: [UInt8], limit: Int) -> (bytes: [UInt8], isWhole: Bool)? {
    beginning(of: bytes, limit: limit, with: Inflater())
  }

  static func beginning(of bytes: [UInt8], limit: Int, with inflater: Inflater) -> (bytes: [UInt8], isWhole: Bool)? {
    var output: [UInt8] = []
    var rest = bytes[...]
    while !rest.isEmpty || inflater.hasMore {
      let used = inflater.inflate(rest.prefix(1 << 20), into: &output)
      guard output.count <= limit else { return nil }
      guard let used else { return (output, false) }
      rest = rest.dropFirst(used)
    }
    return (output, !inflater.isInsideMember)
  }
}
