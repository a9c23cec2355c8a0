import IndexDefinition

/// The classes of words, and the words that bring speech, in one hash table: one look-up a token.
///
/// Made once an extractor from `word-classes` and `speech-verbs`. What the lists lack gets a class by its ending, the
/// same way in which `Scripts/build-word-classes` leaves words out.
struct WordClasses: Sendable {
  private var keys: [UInt32]
  private var entries: [LexicalEntry]
  private let mask: Int
  private let endings: WordEndings

  init(definition: Definition) {
    let classes = definition.table("word-classes")
    let verbs = definition.table("speech-verbs")
    var capacity = 1024
    while capacity < (classes.count + verbs.count + SpeakerWords.all.count) * 2 { capacity *= 2 }
    mask = capacity - 1
    let unknown = LexicalEntry(partOfSpeech: 0, lemma: 0, strength: .none, isVerb: false, isTitle: false)
    keys = [UInt32](repeating: 0, count: capacity)
    entries = [LexicalEntry](repeating: unknown, count: capacity)
    endings = WordEndings()
    add(classes)
    add(speechVerbs: verbs)
    for word in SpeakerWords.all {
      update(ByteHash.of(word)) { $0.isTitle = true }
    }
  }

  /// What is known of a token; a word that no list holds is judged by its shape and its ending, a number by its shape.
  @inline(__always)
  func entry(_ table: TokenTable, _ token: Int) -> LexicalEntry {
    if table.shapes[token] != .digits, let slot = find(table.hashes[token]) {
      let entry = entries[slot]
      if entry.partOfSpeech != 0 { return entry }
      var guessed = endings.entry(table, token)
      guessed.isTitle = entry.isTitle
      guessed.lemma = entry.lemma
      guessed.strength = entry.strength
      return guessed
    }
    return endings.entry(table, token)
  }

  private mutating func add(_ classes: LexiconTable) {
    guard let column = classes.column("class") else { return }
    var isVerb: WordMap<Bool> = [:]
    classes.forEachRow { row in
      let tags = row.bytes(column)
      let name = ByteHash.of(tags)
      let verb = isVerb[name] ?? tags.split(separator: UInt8(ascii: "/")).contains { $0.first == UInt8(ascii: "V") }
      isVerb[name] = verb
      update(ByteHash.of(row.bytes(0))) {
        $0.partOfSpeech = name
        $0.isVerb = verb
      }
    }
  }

  private mutating func add(speechVerbs verbs: LexiconTable) {
    guard let lemma = verbs.column("lemma"), let strength = verbs.column("strength") else { return }
    for row in verbs.rows {
      update(ByteHash.of(row.bytes(0))) {
        $0.lemma = ByteHash.of(row.bytes(lemma))
        $0.strength = CueStrength(row.bytes(strength).first)
      }
    }
  }

  private mutating func update(_ hash: UInt32, _ change: (inout LexicalEntry) -> Void) {
    let key = hash == 0 ? 1 : hash
    var slot = Int(key) & mask
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    keys[slot] = key
    change(&entries[slot])
  }

  @inline(__always)
  private func find(_ hash: UInt32) -> Int? {
    let key = hash == 0 ? 1 : hash
    var slot = Int(key) & mask
    while true {
      let found = keys[slot]
      if found == key { return slot }
      if found == 0 { return nil }
      slot = (slot + 1) & mask
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
