import IndexDefinition
import TextAnalysis

/// The names of one field in one index, by ordinal, as the columns of its articles hold them. Those of organisations
/// stand among the names of everybody.
struct NameList {
  let count: Int
  private let written: NumberColumn
  private let ends: NumberColumn
  private let folded: NumberColumn
  private let starts: NumberColumn
  private let order: NumberColumn
  private let hashes: NumberColumn

  init(_ field: FacetField, _ source: ColumnSource) throws {
    func column(_ part: ColumnKey.Part) throws -> NumberColumn {
      try source.numbers(ColumnKey.of(field.dictionary, part))
    }
    (written, ends) = (try column(.names), try column(.nameEnds))
    (folded, starts) = (try column(.folded), try column(.foldedStarts))
    (order, hashes) = (try column(.order), try column(.hashes))
    count = ends.count
  }

  /// As the first article writes it.
  func written(_ ordinal: Int) -> String { written.text(ordinal == 0 ? 0 : ends[ordinal - 1], ends[ordinal]) }

  /// What the name is compared by.
  func key(_ ordinal: Int) -> UnsafeRawBufferPointer { folded.slice(starts[ordinal] + 1, end(ordinal) - 2) }

  func folded(_ ordinal: Int) -> String { String(decoding: key(ordinal), as: UTF8.self) }

  func hash(_ ordinal: Int) -> LexiconHash { LexiconHash(value: UInt32(truncatingIfNeeded: hashes[ordinal])) }

  /// The ordinal at a place of the order of keys.
  func ordered(_ place: Int) -> Int { min(order[place], max(0, count - 1)) }

  private func end(_ ordinal: Int) -> Int { ordinal + 1 < count ? starts[ordinal + 1] : folded.count }

  /// The ordinals whose key holds a text, ascending; the text is part of `" key \n"`, and longer than a letter.
  func ordinals(holding text: [UInt8]) -> [Int] {
    var found: [Int] = []
    let all = folded.raw
    guard text.count > 1 else { return [] }
    var offset = 0
    while offset + text.count <= all.count {
      // The last letters of words differ more than the space that all of them begin with.
      guard all[offset + text.count - 2] == text[text.count - 2], Self.stands(text, at: offset, in: all) else {
        offset += 1
        continue
      }
      let ordinal = ordinal(at: offset)
      found.append(ordinal)
      offset = max(offset + 1, end(ordinal))
    }
    return found
  }

  private static func stands(_ text: [UInt8], at offset: Int, in all: UnsafeRawBufferPointer) -> Bool {
    for index in text.indices where all[offset + index] != text[index] { return false }
    return true
  }

  /// The name that a byte of the keys belongs to.
  private func ordinal(at offset: Int) -> Int {
    var (low, high) = (0, count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }
}

extension ColumnImage.Builder {
  /// The sections of a field's names.
  mutating func add(names: [String], of field: FacetField) {
    if names.isEmpty { return }
    let field = field.dictionary
    var (written, ends): ([UInt8], [UInt32]) = ([], [])
    var (folded, starts): ([UInt8], [UInt32]) = ([], [])
    var keys: [[UInt8]] = []
    var hashes: [UInt32] = []
    for name in names {
      written.append(contentsOf: name.utf8)
      ends.append(UInt32(written.count))
      let key = Array((field.hasPeople ? IndexTerms.foldedName(name) : name).utf8)
      starts.append(UInt32(folded.count))
      folded.append(0x20)
      folded += key
      folded += [0x20, 0x0A]
      keys.append(key)
      if field.hasPeople { hashes.append(LexiconHash(Folding.fold(name)).value) }
    }
    let order = keys.indices.sorted {
      keys[$0] == keys[$1] ? $0 < $1 : keys[$0].lexicographicallyPrecedes(keys[$1])
    }
    add(ColumnKey.of(field, .names), bytes: written)
    add(ColumnKey.of(field, .nameEnds), ends)
    add(ColumnKey.of(field, .folded), bytes: folded)
    add(ColumnKey.of(field, .foldedStarts), starts)
    add(ColumnKey.of(field, .order), order.map(UInt32.init))
    if !hashes.isEmpty { add(ColumnKey.of(field, .hashes), hashes) }
  }
}

extension FacetField {
  /// Its values are names that are written in several ways.
  var hasPeople: Bool {
    switch self {
    case .speaker, .about, .organisation, .publisher: return true
    case .region, .date, .kind: return false
    }
  }
}
