import IndexDefinition

/// Fills the table of `WordClasses` from the word lists.
struct WordClassesFilling {
  private var keys: [UInt32]
  private var entries: [LexicalEntry]
  private let mask: Int

  init(definition: Definition) {
    let classes = definition.table("word-classes")
    let verbs = definition.table("speech-verbs")
    var capacity = 1024
    while capacity < (classes.count + verbs.count + SpeakerWords.all.count) * 2 { capacity *= 2 }
    mask = capacity - 1
    let unknown = LexicalEntry(partOfSpeech: 0, lemma: 0, strength: .none, isVerb: false, isTitle: false)
    keys = [UInt32](repeating: 0, count: capacity)
    entries = [LexicalEntry](repeating: unknown, count: capacity)
    add(classes)
    add(speechVerbs: verbs)
    for word in SpeakerWords.all {
      update(ByteHash.of(word)) { $0.isTitle = true }
    }
  }

  /// The table with each entry once.
  var arrays: (slots: FixedArray<UInt64>, entries: FixedArray<UInt32>) {
    var numbers: [LexicalEntry: Int] = [:]
    var coded: [UInt32] = []
    let slots = zip(keys, entries).map { key, entry -> UInt64 in
      if key == 0 { return 0 }
      let next = numbers.count
      let number = numbers[entry, default: next]
      if number == next {
        numbers[entry] = next
        coded += [entry.coded.0, entry.coded.1, entry.coded.2]
      }
      return UInt64(key) << 32 | UInt64(number)
    }
    return (FixedArray(slots), FixedArray(coded.isEmpty ? [0, 0, 0] : coded))
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

  /// 0 is a free place.
  @inline(__always)
  static func key(_ hash: UInt32) -> UInt32 { hash == 0 ? 1 : hash }

  private mutating func update(_ hash: UInt32, _ change: (inout LexicalEntry) -> Void) {
    let key = Self.key(hash)
    var slot = Int(key) & mask
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    keys[slot] = key
    change(&entries[slot])
  }
}
