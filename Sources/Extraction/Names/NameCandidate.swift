/// A piece of a capitalised run before the whole article has been read: what it looks like at its place.
struct NameCandidate: Sendable {
  enum Kind: UInt8, Sendable {
    case person, organisation, place
    /// Two words or more of which nothing is known: a person where something speaks for it.
    case several
    /// One word: a last name, a short form of an organisation, or anything.
    case single
    case other
  }

  struct Evidence: OptionSet, Sendable {
    let rawValue: UInt16

    static let honorific = Evidence(rawValue: 1)
    static let office = Evidence(rawValue: 2)
    /// A role in small letters stands before it: "spokesman".
    static let role = Evidence(rawValue: 4)
    /// A verb of saying stands beside it.
    static let speech = Evidence(rawValue: 8)
    static let apposition = Evidence(rawValue: 16)
    static let firstName = Evidence(rawValue: 32)
    static let weakFirstName = Evidence(rawValue: 64)
    /// An initial in the middle, or Jr. at the end.
    static let form = Evidence(rawValue: 128)
    static let sentenceStart = Evidence(rawValue: 256)
    static let capitals = Evidence(rawValue: 512)
    /// Behind "the".
    static let article = Evidence(rawValue: 1024)
    /// A noun for a body stands beside it: "the newspaper X", "X, a unit of".
    static let body = Evidence(rawValue: 2048)
    /// What stands behind it is said of people only: "X, who", "X, 45,", "X, a farmer".
    static let human = Evidence(rawValue: 4096)

    /// People work there or hold a part of it: "an analyst at X", "X, which".
    static let employer = Evidence(rawValue: 8192)

    /// A word of the language, which names somebody only where the article has a person of that last name.
    static let word = Evidence(rawValue: 16384)

    /// What makes two unknown words a person.
    static let ofPerson: Evidence = [.honorific, .office, .role, .speech, .apposition, .form]
  }

  var tokens: Range<Int>
  var title: Range<Int>
  var kind: Kind
  var gender: Gender
  var evidence: Evidence
  var classes: WordClass
  /// Of an organisation; 0 for anything else.
  var identity: UInt32 = 0

  var isTitled: Bool { evidence.contains(.honorific) || evidence.contains(.office) }
}

/// A bitmap of the hashes of a text's words: says whether a word stands there, wrongly so once in a hundred.
struct WordFilter: Sendable {
  private var words = [UInt64](repeating: 0, count: 1 << 10)

  /// The words in small letters of a text.
  init(_ tokens: TokenTable) {
    let (shapes, hashes) = (tokens.shapes, tokens.hashes)
    words.withUnsafeMutableBufferPointer { words in
      hashes.withUnsafeBufferPointer { hashes in
        for token in shapes.indices where shapes[token] == .lower {
          words[Int(hashes[token] >> 6) & 1023] |= 1 &<< UInt64(hashes[token])
        }
      }
    }
  }

  @inline(__always)
  func contains(_ hash: UInt32) -> Bool { words[Int(hash >> 6) & 1023] & (1 << UInt64(hash & 63)) != 0 }
}
