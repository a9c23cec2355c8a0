import IndexDefinition
import TextAnalysis

/// A cheap guess at the language of a text: by its script, or by the small words that every sentence needs.
///
/// It is there to keep English rules off other languages, so English wins unless another language clearly does.
struct LanguageDetector: Sendable {
  private static let sample = 3000
  /// Of most texts their beginning leaves no doubt.
  private static let beginning = 800
  private static let fewestWords = 20
  /// Fewer than those speak only where none is an English one.
  private static let fewestOfNote = 6

  private var languages: [String] = []
  /// The languages of a word as bits, in an open hash table; words shared by several count for each.
  private var words = [(hash: UInt64, languages: UInt64)](repeating: (0, 0), count: 1)

  /// - Parameter table: Columns `word languages`, the codes parted by spaces.
  init(_ table: LexiconTable) {
    guard let column = table.column("languages") else { return }
    var capacity = 1024
    while capacity < table.count * 4 { capacity *= 2 }
    words = [(hash: UInt64, languages: UInt64)](repeating: (0, 0), count: capacity)
    // By their bytes: codes are short.
    var numbers: [UInt64] = []
    table.forEachRow { row in
      var bits: UInt64 = 0
      for code in row.bytes(column).split(separator: UInt8(ascii: " ")) {
        let number = code.reduce(0) { $0 << 8 | UInt64($1) }
        if !numbers.contains(number) {
          numbers.append(number)
          languages.append(String(decoding: code, as: UTF8.self))
        }
        if let index = numbers.firstIndex(of: number), index < 64 { bits |= 1 << UInt64(index) }
      }
      let hash = Self.word(row.bytes(0), at: 0).hash
      words[place(of: hash)] = (hash, bits)
    }
  }

  /// The language that a text is said to be in. Many a page says English because nobody told its program otherwise: then
  /// the text has the last word. Whoever writes JSON means what it says.
  func language(of text: [UInt8], said: String?, by kind: InputRecord.Kind) -> String {
    if let said, said != "en" || kind == .json { return said }
    return language(of: text) ?? "en"
  }

  /// Two letters of ISO 639-1; `nil` where too little of the text speaks for any language.
  func language(of text: [UInt8]) -> String? {
    let sample = text.prefix(Self.sample)
    if let language = Scripts.language(of: sample) {
      return !Self.unspaced.contains(language) && isAroundEnglish(sample) ? "en" : language
    }
    let beginning = sample.prefix(Self.beginning)
    if beginning.count < sample.count {
      let (counts, total) = counts(beginning)
      if isSurelyEnglish(counts, of: total) { return "en" }
    }
    let (counts, total) = counts(sample)
    return winner(counts, of: total)
  }

  /// Written without spaces, so that a sentence counts as one word.
  private static let unspaced: Set<String> = ["zh", "ja", "th", "my", "km"]

  /// Whether the words of another script stand in English sentences, as names and quotations do in a short report.
  private func isAroundEnglish(_ sample: ArraySlice<UInt8>) -> Bool {
    guard let english = languages.firstIndex(of: "en") else { return false }
    let (counts, total) = counts(sample)
    return counts[english] >= 2 && counts[english] * 8 >= total
  }

  /// How many words each language has, and how many there are.
  private func counts(_ sample: ArraySlice<UInt8>) -> (counts: [Int], total: Int) {
    var counts = [Int](repeating: 0, count: languages.count)
    var total = 0
    sample.withUnsafeBufferPointer { sample in
      var start = 0
      while start < sample.count {
        let (hash, end) = Self.word(sample, at: start)
        if end > start {
          // The letters of "U.S." are no words; small words are short.
          let isInitial = end - start == 1 && end < sample.count && sample[end] == UInt8(ascii: ".")
          total += 1
          if end - start <= 16, !isInitial { count(hash, &counts) }
        }
        start = end + 1
      }
    }
    return (counts, total)
  }

  /// As many small words as English prose has, and far more than of any other language.
  private func isSurelyEnglish(_ counts: [Int], of total: Int) -> Bool {
    guard total >= 2 * Self.fewestWords, let english = languages.firstIndex(of: "en"), counts[english] * 8 >= total
    else { return false }
    return languages.indices.allSatisfy { $0 == english || counts[$0] * 2 <= counts[english] }
  }

  @inline(__always)
  private func count(_ hash: UInt64, _ counts: inout [Int]) {
    var bits = words[place(of: hash)].languages
    while bits != 0 {
      counts[bits.trailingZeroBitCount] += 1
      bits &= bits - 1
    }
  }

  private func winner(_ counts: [Int], of total: Int) -> String? {
    guard total >= Self.fewestOfNote, let most = counts.max(), most * 100 >= total * 8 else { return nil }
    let all = languages.indices.filter { counts[$0] == most }.map { languages[$0] }
    let best = all.min()
    let english = languages.firstIndex(of: "en").map { counts[$0] } ?? 0
    if total < Self.fewestWords { return english == 0 && most >= 2 && most * 5 >= total && all.count == 1 ? best : nil }
    return most * 2 > english * 3 ? best : "en"
  }

  /// The hash of a word that begins at an index, letters of ASCII without case, and where it ends.
  @inline(__always)
  private static func word(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> (hash: UInt64, end: Int) {
    var (hash, end): (UInt64, Int) = (0xCBF2_9CE4_8422_2325, start)
    func add(_ value: UInt64) {
      hash = (hash ^ value) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
    }
    while end < text.count {
      let letters = EightBytes.letters(text, at: end)
      if letters.count > 0 { add(letters.lower) }
      end += letters.count
      if letters.count == 8 { continue }
      guard end < text.count, isWordByte(text[end]) else { break }
      add(UInt64(text[end]))
      end += 1
    }
    return (hash, end)
  }

  /// That of a word, or the free one that it would get.
  @inline(__always)
  private func place(of hash: UInt64) -> Int {
    let mask = words.count - 1
    var place = Int(truncatingIfNeeded: hash ^ hash >> 20) & mask
    while words[place].languages != 0, words[place].hash != hash { place = (place + 1) & mask }
    return place
  }
}

/// Scripts that one language, or one among the news, is written in.
enum Scripts {
  static func language(of sample: ArraySlice<UInt8>) -> String? {
    if bytesBeyondASCII(sample) * 4 < sample.count { return nil }
    var counts = [Int](repeating: 0, count: names.count)
    var (letters, marks) = (0, Marks())
    for scalar in String(decoding: sample, as: UTF8.self).unicodeScalars where scalar.value > 0x40 {
      letters += 1
      marks.note(scalar.value)
      if let index = names.firstIndex(where: { $0.range.contains(scalar.value) }) { counts[index] += 1 }
    }
    guard let most = counts.max(), most * 3 > letters, let index = counts.firstIndex(of: most) else { return nil }
    switch names[index].language {
    case "ru": return marks.cyrillic
    case "ar": return marks.persian * 50 > most ? "fa" : "ar"
    case "zh": return marks.kana * 10 > letters ? "ja" : "zh"
    case let language: return language
    }
  }

  /// Eight bytes at a time.
  private static func bytesBeyondASCII(_ sample: ArraySlice<UInt8>) -> Int {
    sample.withUnsafeBytes { bytes in
      var (count, index) = (0, 0)
      while index + 8 <= bytes.count {
        let highest = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) >> 7 & 0x0101_0101_0101_0101
        count += Int(truncatingIfNeeded: (highest &* 0x0101_0101_0101_0101) >> 56)
        index += 8
      }
      return count + bytes[index...].count { $0 >= 0x80 }
    }
  }

  private static let names: [(range: ClosedRange<UInt32>, language: String)] = [
    (0x0400...0x04FF, "ru"), (0x0600...0x06FF, "ar"), (0x4E00...0x9FFF, "zh"), (0x3040...0x30FF, "ja"),
    (0xAC00...0xD7A3, "ko"), (0x0370...0x03FF, "el"), (0x0590...0x05FF, "he"), (0x0E00...0x0E7F, "th"),
    (0x0900...0x097F, "hi"), (0x0980...0x09FF, "bn"), (0x0B80...0x0BFF, "ta"), (0x10A0...0x10FF, "ka"),
    (0x0530...0x058F, "hy"), (0x1200...0x137F, "am"), (0x1000...0x109F, "my"), (0x1780...0x17FF, "km"),
  ]

  /// Letters that tell languages of one script apart.
  private struct Marks {
    var (ukrainian, belarusian, serbian, bulgarianless) = (0, 0, 0, 0)
    var (persian, kana) = (0, 0)

    mutating func note(_ scalar: UInt32) {
      switch scalar {
      case 0x0457, 0x0407, 0x0454, 0x0404, 0x0491: ukrainian += 1  // ї є ґ
      case 0x045E, 0x040E: belarusian += 1  // ў
      case 0x0458, 0x0452, 0x045B, 0x0459, 0x045A: serbian += 1  // ј ђ ћ љ њ
      case 0x044B, 0x042B, 0x044D, 0x042D: bulgarianless += 1  // ы э
      case 0x067E, 0x0686, 0x06AF, 0x06A9, 0x06CC: persian += 1
      case 0x3040...0x30FF: kana += 1
      default: break
      }
    }

    var cyrillic: String {
      if ukrainian > 0, ukrainian >= bulgarianless { return "uk" }
      if belarusian > 0 { return "be" }
      if serbian > 0 { return "sr" }
      return bulgarianless > 0 ? "ru" : "bg"
    }
  }
}
