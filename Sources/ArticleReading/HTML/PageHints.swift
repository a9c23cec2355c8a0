import IndexDefinition

/// What a word in the class, the id or the role of an element says about it.
enum PageRole: Hashable, Sendable {
  case body, caption, byline, date, headline, standfirst
  /// Outweighs a word beside it that would leave the element out.
  case keep
  /// Left out, for a reason that is one word.
  case drop(String)

  init(_ text: String) {
    switch text {
    case "body": self = .body
    case "caption": self = .caption
    case "byline": self = .byline
    case "date": self = .date
    case "headline": self = .headline
    case "standfirst": self = .standfirst
    case "keep": self = .keep
    default: self = .drop(text)
    }
  }
}

/// The roles that the names of an element's classes suggest.
struct PageHints: Sendable {
  private let roles: [UInt64: PageRole]

  /// - Parameter table: Columns `words role`.
  init(_ table: LexiconTable) {
    var roles: [UInt64: PageRole] = [:]
    let column = table.column("role")
    for row in table.rows {
      guard let column else { break }
      let hash = ClassWords.hashes(Array(row[0].utf8)).reduce(ClassWords.seed) { ClassWords.joined($0, $1) }
      roles[hash] = PageRole(row[column])
    }
    self.roles = roles
  }

  /// In the order found, each once.
  func roles(_ bytes: UnsafeRawBufferPointer) -> [PageRole] {
    // A list of hundreds of classes says nothing, and would cost time.
    guard bytes.count <= 600 else { return [] }
    var found: [PageRole] = []
    for name in bytes.split(whereSeparator: isSpace) {
      // Classes such as `Ff($ff-secondary)` are styles, not names.
      if name.contains(UInt8(ascii: "(")) { continue }
      let words = ClassWords.hashes(Array(name))
      // `has-sidebar`, `tag-advertising`: these say what the page is about, not what the element is.
      guard let first = words.first, words.count == 1 || !Self.qualifiers.contains(first) else { continue }
      for start in words.indices {
        var hash = ClassWords.seed
        for index in start..<min(start + 3, words.count) {
          hash = ClassWords.joined(hash, words[index])
          if let role = roles[hash], !found.contains(role) { found.append(role) }
        }
      }
    }
    return found
  }

  private static let qualifiers = Set(
    ["has", "no", "with", "without", "tag", "category", "cat", "format", "is"].flatMap {
      ClassWords.hashes(Array($0.utf8))
    })
}

/// Cuts `relatedPosts-list` into `related`, `posts`, `list`, as hashes.
enum ClassWords {
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01B3

  static func joined(_ hash: UInt64, _ word: UInt64) -> UInt64 { (hash ^ word) &* prime }

  static func hashes(_ bytes: [UInt8]) -> [UInt64] {
    var words: [UInt64] = []
    var hash = seed
    var (isInside, previous) = (false, UInt8(0))
    for byte in bytes {
      let isUpper = byte &- UInt8(ascii: "A") < 26
      let isLetter = isUpper || byte &- UInt8(ascii: "a") < 26
      let isPart = isLetter || byte &- UInt8(ascii: "0") < 10
      let beginsWord = isUpper && previous &- UInt8(ascii: "a") < 26
      if isInside, !isPart || beginsWord {
        words.append(hash)
        hash = seed
        isInside = false
      }
      if isPart {
        hash = (hash ^ UInt64(isUpper ? byte | 0x20 : byte)) &* prime
        isInside = true
      }
      previous = byte
    }
    if isInside { words.append(hash) }
    return words
  }
}
