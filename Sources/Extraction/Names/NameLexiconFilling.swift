import IndexDefinition

/// Fills the table of `NameLexicon` from the word lists.
struct NameLexiconFilling {
  private(set) var table = WordEntryFilling()
  /// In words.
  private(set) var longestPhrase = 1

  init(definition: Definition) {
    addPlaces(definition)
    addNames(definition)
    addTitles(definition)
    addOrganisations(definition)
    addWords(definition)
  }

  private mutating func add(_ key: UnsafeBufferPointer<UInt8>, _ classes: WordClass, identity: UInt32 = 0) {
    guard classes.rawValue != 0 else { return }
    var words = 1
    var hash = ByteHash()
    for (index, byte) in key.enumerated() {
      // Space and apostrophe stand before the letters; most keys are one word.
      if byte <= UInt8(ascii: "'") {
        // `mcdonald's` is two tokens.
        let isPossessive = byte == UInt8(ascii: "'") && index > 0 && endsInPossessive(key, index)
        if isPossessive || byte == UInt8(ascii: " ") {
          insert(hash.value, .phraseStart, 0)
          words += 1
        }
        if isPossessive { hash.add(UInt8(ascii: " ")) }
      }
      hash.add(byte)
    }
    longestPhrase = max(longestPhrase, words)
    insert(hash.value, classes, identity)
    // Titles and forms of company stand in the lists without their point; in texts they mostly have one.
    if words == 1, classes.hasAny([.title, .legalForm, .suffix]), key.last != UInt8(ascii: ".") {
      hash.add(UInt8(ascii: "."))
      insert(hash.value, classes, identity)
    }
  }

  /// Whether an apostrophe begins `'s`, or ends a word.
  private func endsInPossessive(_ key: UnsafeBufferPointer<UInt8>, _ apostrophe: Int) -> Bool {
    let space = UInt8(ascii: " ")
    if apostrophe + 1 == key.count || key[apostrophe + 1] == space { return true }
    guard key[apostrophe + 1] == UInt8(ascii: "s") else { return false }
    return apostrophe + 2 == key.count || key[apostrophe + 2] == space
  }

  private mutating func insert(_ hash: UInt32, _ classes: WordClass, _ identity: UInt32) {
    table.update(hash) {
      $0.classes.formUnion(classes)
      if identity != 0, $0.identity == 0 { $0.identity = identity }
    }
  }

  /// Takes classes from a word, and says which it had.
  private mutating func remove(_ key: UnsafeBufferPointer<UInt8>, _ classes: WordClass) -> WordClass {
    let hash = ByteHash.of(key)
    let known = table[hash].classes
    if known.hasAny(classes) { table.update(hash) { $0.classes.subtract(classes) } }
    return known
  }

  private mutating func addNames(_ definition: Definition) {
    for list in ["first-names", "first-names-world"] {
      let table = definition.table(list)
      let (genders, weights) = (table.column("gender"), table.column("weight"))
      table.forEachRow { row in
        let gender = genders.flatMap { row.bytes($0).first }
        let isWeak = weights.map { row.bytes($0).first == UInt8(ascii: "w") } ?? false
        var classes: WordClass = isWeak ? [.firstName, .weakFirstName] : .firstName
        if gender == UInt8(ascii: "m") { classes.insert(.firstMale) }
        if gender == UInt8(ascii: "f") { classes.insert(.firstFemale) }
        let known = remove(row.keyBytes, [.firstName, .weakFirstName, .firstMale, .firstFemale])
        if known.hasAny(.state) { classes.insert(.weakFirstName) }
        add(row.keyBytes, classes)
      }
    }
    addAll("name-particles", definition, "use") {
      $0.elementsEqual("suffix".utf8)
        ? .suffix : $0.elementsEqual("lower".utf8) ? .lowerParticle : [.particle, .lowerParticle]
    }
  }

  /// Adds a table whose second column alone tells the class.
  private mutating func addAll(
    _ name: String, _ definition: Definition, _ column: String, _ classes: (UnsafeBufferPointer<UInt8>) -> WordClass
  ) {
    let table = definition.table(name)
    let column = table.column(column)
    let empty = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    table.forEachRow { row in add(row.keyBytes, classes(column.map { row.bytes($0) } ?? empty)) }
  }

  private mutating func addTitles(_ definition: Definition) {
    for list in ["titles", "role-nouns"] {
      let table = definition.table(list)
      let (genders, uses) = (table.column("gender"), table.column("use"))
      for row in table.rows {
        let (gender, use) = (genders.map { row[$0] } ?? "", uses.map { row[$0] } ?? "")
        var classes = Self.titleUses[use] ?? .role
        if gender == "m" { classes.insert(.titleMale) }
        if gender == "f" { classes.insert(.titleFemale) }
        add(row.keyBytes, classes)
      }
    }
  }

  private static let titleUses: [String: WordClass] = [
    "honorific": .honorific, "office": .office, "modifier": .modifier, "role": .role, "kin": [.role, .kin],
  ]

  private mutating func addOrganisations(_ definition: Definition) {
    let table = definition.table("organisations")
    let (names, kinds) = (table.column("name"), table.column("kind"))
    for row in table.rows {
      var classes: WordClass = .organisation
      if kinds.map({ row[$0] }) == "media" { classes.insert(.media) }
      if Self.isInCapitals(row[0]) { classes.insert(.onlyCapitals) }
      add(row.keyBytes, classes, identity: names.map { ByteHash.of(row.bytes($0)) } ?? ByteHash.of(row.keyBytes))
    }
    let uses: [String: WordClass] = [
      "legal": .legalForm, "tail": .organisationTail, "head": .organisationHead, "lead": .leadingBody,
    ]
    addAll("organisation-words", definition, "use") { uses[String(decoding: $0, as: UTF8.self)] ?? [] }
  }

  private static func isInCapitals(_ name: String) -> Bool {
    name.utf8.count <= 6 && !name.utf8.contains { 0x61...0x7A ~= $0 }
  }

  private mutating func addWords(_ definition: Definition) {
    let vetoes: [String: WordClass] = [
      "place": .placeWord, "event": .eventWord, "thing": .thingWord, "people": .peopleWord, "word": .neverName,
    ]
    addAll("not-names", definition, "use") { vetoes[String(decoding: $0, as: UTF8.self)] ?? [] }
    let words: [String: WordClass] = [
      "function": .function, "adverb": [.starter, .adverb], "word": .starter, "calendar": .calendar,
    ]
    addAll("sentence-words", definition, "use") { words[String(decoding: $0, as: UTF8.self)] ?? [] }
    addAll("group-nouns", definition, "use") { $0.elementsEqual("people".utf8) ? .people : .institution }
    addAll("anonymous-sources", definition, "use") {
      $0.elementsEqual("noun".utf8) ? .anonymousNoun : .anonymousPhrase
    }
    addAll("speech-verbs", definition, "strength") { $0.first == UInt8(ascii: "D") ? [] : .speech }
    var known: WordMap<WordClass> = [:]
    addAll("word-classes", definition, "class") { tags in
      let hash = ByteHash.of(tags)
      let classes = known[hash] ?? Self.partsOfSpeech(tags)
      known[hash] = classes
      return classes
    }
  }

  /// From the Penn Treebank tags of a word, parted by a slash.
  private static func partsOfSpeech(_ tags: UnsafeBufferPointer<UInt8>) -> WordClass {
    var classes: WordClass = .commonWord
    for tag in tags.split(separator: UInt8(ascii: "/")) {
      if tag.starts(with: "NNP".utf8) { classes.remove(.commonWord) }
      if tag.starts(with: "NN".utf8) || tag.starts(with: "JJ".utf8) { classes.insert(.nominal) }
      if tag.starts(with: "VB".utf8) || tag.starts(with: "MD".utf8) { classes.insert(.verb) }
    }
    return classes
  }

  private mutating func addPlaces(_ definition: Definition) {
    for list in ["place-names", "place-aliases"] {
      let table = definition.table(list)
      let (kinds, uses) = (table.column("kind"), table.column("use"))
      table.forEachRow { row in
        if let use = uses.map({ row.bytes($0) }), use.elementsEqual("context".utf8) { return }
        // city, subdivision, country, continent, area.
        let kind = kinds.flatMap { row.bytes($0).first }
        let isCity = kind == UInt8(ascii: "c") && kinds.map { row.bytes($0).count } == 4
        add(row.keyBytes, isCity ? .city : kind == UInt8(ascii: "s") ? .subdivision : .country)
      }
    }
    addAll("cities", definition, "population") { $0.count >= Self.largeCityDigits ? .city : [] }
    addAll("demonyms", definition, "id") { _ in .peopleWord }
    addAll("metonyms", definition, "id") { _ in .metonym }
  }

  /// 100,000 people and more: smaller ones share their names with too many people.
  private static let largeCityDigits = 6
}
