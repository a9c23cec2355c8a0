import IndexDefinition

/// Which first names are short for which.
struct Nicknames: Sendable {
  private let pairs: Set<UInt64>

  init(definition: Definition) {
    var pairs: Set<UInt64> = []
    for row in definition.table("nicknames").rows {
      let (short, full) = (ByteHash.of(row.key.utf8), ByteHash.of(row[1].utf8))
      pairs.insert(UInt64(min(short, full)) << 32 | UInt64(max(short, full)))
    }
    self.pairs = pairs
  }

  /// Whether two hashes of folded first names can be one person's.
  func join(_ left: UInt32, _ right: UInt32) -> Bool {
    left == right || pairs.contains(UInt64(min(left, right)) << 32 | UInt64(max(left, right)))
  }
}
