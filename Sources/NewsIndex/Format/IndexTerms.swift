import ArticleModel
import TextAnalysis

/// The terms of the index, built the same way for indexing and for asking; `IndexSchema` lists the prefixes.
public enum IndexTerms {
  // MARK: Identity

  /// `K`: the version that a document's words are in; `life` counts how often the version has died in the database
  /// (see `DeadVersions`).
  public static func pointer(_ key: ArticleKey, life: Int = 0) -> String { life == 0 ? "K\(key)" : "K\(key)~\(life)" }
  /// What every `K` of an article begins with: a key begins with the hash of the id.
  public static func pointers(toArticle idHash: UInt64) -> String {
    "K" + ArticleKey(idHash: idHash, contentHash: 0).description.prefix(ArticleKey.length / 2)
  }
  /// The same of all articles with a short hash: so many of its bits as whole digits hold (see `ShortHash`).
  static func pointers(toShort hash: UInt64) -> String { String(pointers(toArticle: hash).prefix(1 + 8)) }
  /// `U`: the number of a statement or segment in its article; with `K` it names one document.
  public static func number(_ number: Int) -> String { "U\(number)" }
  /// `A`: the articles with an id, in `articles`: one that counts, and dead versions.
  public static func article(_ id: String) -> String { bounded("A", id) }
  /// `F`: the file that an article was read from.
  public static func file(_ path: String) -> String { bounded("F", path) }

  // MARK: Words

  /// A word around a statement.
  public static func context(_ word: String) -> String { "C" + word }
  public static func title(_ word: String) -> String { "XT" + word }

  // MARK: Names

  public static func speaker(full name: String) -> String { full("S", name) }
  public static func speaker(part word: String) -> String { bounded("SP", word) }
  public static let noSpeaker = "XNS"
  public static func about(full name: String) -> String { full("N", name) }
  public static func about(part word: String) -> String { bounded("NP", word) }
  public static func organisation(full name: String) -> String { full("O", name) }
  public static func organisation(part word: String) -> String { bounded("OP", word) }
  public static func publisher(full name: String) -> String { full("XP", name) }
  public static func publisher(part word: String) -> String { bounded("XPP", word) }

  /// The words of a name, each once: what `speaker:putin` can ask for.
  public static func parts(ofName name: String) -> [String] {
    var parts: [String] = []
    for word in SearchWords.words(in: name) where !parts.contains(word.term) { parts.append(word.term) }
    return parts
  }

  /// A name as its full term holds it: folded, its words parted by one space. A name without a word (signs only) is
  /// kept as it is folded.
  public static func foldedName(_ name: String) -> String {
    if let plain = foldedPlainName(name) { return plain }
    var (text, folded) = (name, [UInt8]())
    text.withUTF8 { bytes in
      _ = SearchWords.forEachWord(in: bytes) { term, _, _, _, isAlternative in
        if isAlternative { return }
        if !folded.isEmpty { folded.append(0x20) }
        folded.append(contentsOf: term)
      }
    }
    return folded.isEmpty ? Folding.fold(name) : String(decoding: folded, as: UTF8.self)
  }

  /// Words of ASCII letters and digits with one space between them fold by case alone. Most names are such, and a
  /// question about a speaker folds all names of the index.
  private static func foldedPlainName(_ name: String) -> String? {
    guard name.utf8.count <= SearchWords.longestTerm else { return nil }
    var folded: [UInt8] = []
    folded.reserveCapacity(name.utf8.count)
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): folded.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): folded.append(byte)
      case 0x20 where folded.last != nil && folded.last != 0x20: folded.append(byte)
      default: return nil
      }
    }
    guard let last = folded.last, last != 0x20 else { return nil }
    return String(decoding: folded, as: UTF8.self)
  }

  // MARK: Others

  public static func kind(_ kind: Statement.Kind) -> String { "XK" + kind.rawValue }
  public static func kind(_ kind: Segment.Kind) -> String { "XK" + kind.rawValue }
  /// Of a code such as `en` or `pt-BR`; only what stands before the hyphen counts.
  public static func language(_ code: String) -> String { bounded("L", Folding.fold(primary(code))) }
  /// Of an id as it stands in the gazetteer.
  public static func region(_ id: String) -> String { bounded("R", id) }
  public static let noRegion = "RNONE"

  /// The ids at every level: `UA-65` gives itself and `UA`. A city gives itself and its country, where that is known.
  public static func levels(ofRegion id: String, country: String?) -> [String] {
    if let hyphen = id.firstIndex(of: "-") { return [id, String(id[..<hyphen])] }
    guard let country, !country.isEmpty, country != id else { return [id] }
    return [id, country]
  }

  /// `en` of `en-GB`.
  public static func primary(_ language: String) -> String { String(language.prefix { $0 != "-" && $0 != "_" }) }

  // MARK: Bounds

  private static func full(_ prefix: String, _ name: String) -> String { bounded(prefix, foldedName(name)) }

  /// Long texts are cut and told apart by a hash: at most 180 bytes as they are, else 160 and `~` and the hash.
  ///
  /// Xapian takes 245 bytes, and counts a zero byte twice; control characters become spaces.
  static func bounded(_ prefix: String, _ text: String) -> String {
    let bytes = text.utf8
    if bytes.count <= 180, bytes.allSatisfy({ $0 >= 0x20 }) { return prefix + text }
    var head = bytes.prefix(bytes.count <= 180 ? 180 : 160).map { $0 < 0x20 ? 0x20 : $0 }
    if bytes.count <= 180 { return prefix + String(decoding: head, as: UTF8.self) }
    while let last = head.last, last & 0xC0 == 0x80 { head.removeLast() }
    if let last = head.last, last >= 0xC0 { head.removeLast() }
    return prefix + String(decoding: head, as: UTF8.self) + "~" + StableHash.of(text).hexadecimal
  }
}
