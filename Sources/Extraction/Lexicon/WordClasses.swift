import IndexDefinition

/// The classes of words, and the words that bring speech, in one hash table: one look-up a token.
///
/// Made from `word-classes` and `speech-verbs`; that of the built-in definition lies ready. What the lists lack gets a
/// class by its ending, the same way in which `Scripts/build-word-classes` leaves words out.
struct WordClasses: Sendable {
  /// The hash of a word in the high half, the number of its entry in the low one; 0 for a free place.
  private let slots: FixedArray<UInt64>
  /// `LexicalEntry.coded`, three numbers each: few, for most words share theirs with thousands.
  private let entries: FixedArray<UInt32>
  private let mask: Int
  private let endings = WordEndings()

  init(definition: Definition) {
    if let slots = FixedArray<UInt64>("words", preparedIn: definition),
      let entries = FixedArray<UInt32>("words.entries", preparedIn: definition)
    {
      self.init(slots, entries)
    } else {
      self.init(filledFrom: definition)
    }
  }

  private init(filledFrom definition: Definition) {
    let filled = WordClassesFilling(definition: definition).arrays
    self.init(filled.slots, filled.entries)
  }

  private init(_ slots: FixedArray<UInt64>, _ entries: FixedArray<UInt32>) {
    (self.slots, self.entries) = (slots, entries)
    mask = slots.count - 1
  }

  static func images(of definition: Definition) -> [PreparedTables.Image] {
    let filled = WordClasses(filledFrom: definition)
    return [filled.slots.image("words"), filled.entries.image("words.entries")]
  }

  /// What is known of a token; a word that no list holds is judged by its shape and its ending, a number by its shape.
  @inline(__always)
  func entry(_ table: TokenTable, _ token: Int) -> LexicalEntry {
    if table.shapes[token] != .digits, let entry = find(table.hashes[token]) {
      if entry.partOfSpeech != 0 { return entry }
      var guessed = endings.entry(table, token)
      guessed.isTitle = entry.isTitle
      guessed.lemma = entry.lemma
      guessed.strength = entry.strength
      return guessed
    }
    return endings.entry(table, token)
  }

  @inline(__always)
  private func find(_ hash: UInt32) -> LexicalEntry? {
    let key = WordClassesFilling.key(hash)
    var place = Int(key) & mask
    while true {
      let slot = slots[place]
      if slot == 0 { return nil }
      if UInt32(truncatingIfNeeded: slot >> 32) == key {
        let first = Int(slot & 0xFFFF_FFFF) * 3
        return LexicalEntry(coded: (entries[first], entries[first + 1], entries[first + 2]))
      }
      place = (place + 1) & mask
    }
  }
}

/// Classes for words that stand in no list.
private struct WordEndings: Sendable {
  private let classes: [(ending: [UInt8], entry: LexicalEntry)] = [
    ("ed", "VBD/VBN"), ("ing", "VBG"), ("ly", "RB"), ("ous", "JJ"), ("ful", "JJ"), ("able", "JJ"), ("ible", "JJ"),
    ("less", "JJ"), ("ive", "JJ"), ("al", "JJ"), ("ic", "JJ"), ("s", "NNS"),
  ].map { (Array($0.0.utf8), WordEndings.entry($0.1)) }
  private let noun = WordEndings.entry("NN")
  private let joined = WordEndings.entry("JJ")
  private let name = WordEndings.entry("NNP")
  private let number = WordEndings.entry("CD")
  private let handle = WordEndings.entry("HANDLE")
  private let other = WordEndings.entry("PUNCT")

  private static func entry(_ name: String) -> LexicalEntry {
    LexicalEntry(
      partOfSpeech: ByteHash.of(name.utf8), lemma: 0, strength: .none, isVerb: name.hasPrefix("V"), isTitle: false)
  }

  func entry(_ table: TokenTable, _ token: Int) -> LexicalEntry {
    switch table.shapes[token] {
    case .punctuation, .quotation:
      var entry = other
      entry.partOfSpeech = ByteHash.mix(other.partOfSpeech, table.hashes[token])
      return entry
    case .digits, .numeric: return number
    case .handle: return handle
    case .capitalised, .capitals, .initial: return name
    case .lower: break
    }
    return table.withFolded(token..<(token + 1)) { word in
      if word.contains(UInt8(ascii: "-")) { return joined }
      for (ending, entry) in classes where word.count > ending.count + 1 {
        if ending.elementsEqual(word[(word.count - ending.count)...]) { return entry }
      }
      return noun
    }
  }
}
