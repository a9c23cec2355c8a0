import Synchronization

/// Gives the values of facets their numbers in one index: one allocator for all builders and units.
///
/// Numbers count from 0 in the order in which values come, and never change. Which value gets which number depends on
/// the order in which builders ask, and means nothing.
final class OrdinalAllocator: Sendable {
  private struct Fields {
    var tables: [ByteInterner]
    /// How many values of each field the database holds already.
    var written: [Int]
  }

  private let fields: Mutex<Fields>

  init() {
    let count = FacetField.allCases.count
    fields = Mutex(
      Fields(
        tables: (0..<count).map { _ in ByteInterner(minimumCapacity: 64) }, written: Array(repeating: 0, count: count)))
  }

  /// Adds the numbers of the values to a record.
  func insert(_ values: [(field: FacetField, value: String)], into record: inout FacetRecord) {
    fields.withLock { fields in
      for (field, value) in values {
        record.insert(UInt32(fields.tables[field.dictionary.rawValue].intern(value)), into: field)
      }
    }
  }

  /// Takes over the dictionary of an index: the values of a field in the order of their numbers.
  func load(_ values: [String], of field: FacetField) {
    fields.withLock { fields in
      for value in values { _ = fields.tables[field.rawValue].intern(value) }
      fields.written[field.rawValue] = values.count
    }
  }

  /// The metadata that holds what came since the last call: chunks that are new or longer than before.
  func takeNewChunks() -> [(key: String, value: [UInt8])] {
    fields.withLock { fields in
      var chunks: [(key: String, value: [UInt8])] = []
      for field in FacetField.dictionaries {
        let table = fields.tables[field.rawValue]
        guard table.count > fields.written[field.rawValue] else { continue }
        for index in (fields.written[field.rawValue] / OrdinalChunk.size)...((table.count - 1) / OrdinalChunk.size) {
          let numbers = (index * OrdinalChunk.size)..<min((index + 1) * OrdinalChunk.size, table.count)
          chunks.append((OrdinalChunk.key(field, index), OrdinalChunk.encode(numbers.map(table.text))))
        }
        fields.written[field.rawValue] = table.count
      }
      return chunks
    }
  }
}
