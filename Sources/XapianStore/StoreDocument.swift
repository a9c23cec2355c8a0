internal import CXapian

/// A document in the making: terms, values and data in packed buffers, which go to Xapian in one call.
///
/// Build one, add it, empty it with `removeAll()`, and build the next one in the same memory. The same term may be
/// added several times: frequencies add up, positions join. Mistakes (an empty term, one longer than 245 bytes) show
/// when the document is added to a writer.
///
///     var document = StoreDocument()
///     document.add(term: "harbour", positions: [1, 7])
///     document.addBoolean(term: "Ldeu")
///     document.setValue(slot: 0, [0x20, 0x24])
///     document.data = Array("The harbour".utf8)
public struct StoreDocument: Sendable {
  private var termBytes: [UInt8] = []
  private var terms: [cxapian_term] = []
  private var positions: [UInt32] = []
  private var valueBytes: [UInt8] = []
  private var values: [cxapian_value] = []
  /// Whatever shall come back with the document; Xapian doesn't look into it.
  public var data: [UInt8] = []

  public init() {}

  /// How many terms were added, each time counted.
  public var termCount: Int { terms.count }
  public var isEmpty: Bool { terms.isEmpty && values.isEmpty && data.isEmpty }

  /// Empties the document; its memory stays for the next one.
  public mutating func removeAll() {
    termBytes.removeAll(keepingCapacity: true)
    terms.removeAll(keepingCapacity: true)
    positions.removeAll(keepingCapacity: true)
    valueBytes.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
    data.removeAll(keepingCapacity: true)
  }
}

// MARK: - Terms as strings

extension StoreDocument {
  /// A term without positions that counts `wdf` times towards weight and length.
  public mutating func add(term: String, wdf: Int = 1) {
    withTermBytes(term) { $0.add(term: $1, wdf: UInt32(clamping: wdf)) }
  }

  /// A term at positions, which needn't be sorted; it counts once a position.
  public mutating func add(term: String, positions: [UInt32]) {
    withTermBytes(term) { document, bytes in
      positions.withUnsafeBufferPointer { document.add(term: bytes, positions: $0) }
    }
  }

  /// A term to filter by: it neither weighs nor makes the document longer.
  public mutating func addBoolean(term: String) { add(term: term, wdf: 0) }

  private mutating func withTermBytes(
    _ term: String, _ body: (inout StoreDocument, UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var term = term
    term.withUTF8 { body(&self, $0) }
  }
}

// MARK: - Terms as bytes, for the hot path

extension StoreDocument {
  /// The bytes are UTF-8, copied at once.
  public mutating func add(term: UnsafeBufferPointer<UInt8>, wdf: UInt32 = 1) {
    beginTerm()
    termBytes.append(contentsOf: term)
    endTerm(wdf: wdf)
  }

  /// The term is `prefix` and `term` behind one another.
  public mutating func add(prefix: StaticString, term: UnsafeBufferPointer<UInt8>, wdf: UInt32 = 1) {
    beginTerm()
    append(prefix)
    termBytes.append(contentsOf: term)
    endTerm(wdf: wdf)
  }

  /// It counts `wdf` times; once a position if `wdf` is `nil`.
  public mutating func add(
    term: UnsafeBufferPointer<UInt8>, positions added: UnsafeBufferPointer<UInt32>, wdf: UInt32? = nil
  ) {
    beginTerm()
    termBytes.append(contentsOf: term)
    positions.append(contentsOf: added)
    endTerm(wdf: wdf ?? UInt32(clamping: added.count), positionCount: added.count)
  }

  /// The term is `prefix` and `term` behind one another.
  public mutating func add(
    prefix: StaticString, term: UnsafeBufferPointer<UInt8>, positions added: UnsafeBufferPointer<UInt32>
  ) {
    beginTerm()
    append(prefix)
    termBytes.append(contentsOf: term)
    positions.append(contentsOf: added)
    endTerm(wdf: UInt32(clamping: added.count), positionCount: added.count)
  }

  private mutating func append(_ prefix: StaticString) {
    prefix.withUTF8Buffer { termBytes.append(contentsOf: $0) }
  }

  private mutating func beginTerm() {
    terms.append(
      cxapian_term(
        offset: UInt32(clamping: termBytes.count), length: 0, wdf: 0,
        first_position: UInt32(clamping: positions.count), position_count: 0))
  }

  private mutating func endTerm(wdf: UInt32, positionCount: Int = 0) {
    let last = terms.count - 1
    terms[last].length = UInt32(clamping: termBytes.count) - terms[last].offset
    terms[last].wdf = wdf
    terms[last].position_count = UInt32(clamping: positionCount)
  }
}

// MARK: - Values

extension StoreDocument {
  /// A later value in the same slot replaces the first; an empty one takes it away.
  public mutating func setValue(slot: Int, _ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { setValue(slot: slot, $0) }
  }

  public mutating func setValue(slot: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
    values.append(
      cxapian_value(
        slot: UInt32(clamping: slot), offset: UInt32(clamping: valueBytes.count),
        length: UInt32(clamping: bytes.count)))
    valueBytes.append(contentsOf: bytes)
  }
}

// MARK: - Handing over

extension StoreDocument {
  /// The packed document is valid only during the call.
  func withPacked<Result>(_ body: (UnsafePointer<cxapian_document>) -> Result) -> Result {
    termBytes.withUnsafeBufferPointer { termBytes in
      terms.withUnsafeBufferPointer { terms in
        positions.withUnsafeBufferPointer { positions in
          valueBytes.withUnsafeBufferPointer { valueBytes in
            values.withUnsafeBufferPointer { values in
              withBytes(data) { data in
                var packed = cxapian_document(
                  term_bytes: termBytes.baseAddress, term_byte_count: termBytes.count,
                  terms: terms.baseAddress, term_count: terms.count,
                  positions: positions.baseAddress, position_count: positions.count,
                  value_bytes: valueBytes.baseAddress, value_byte_count: valueBytes.count,
                  values: values.baseAddress, value_count: values.count, data: data)
                return body(&packed)
              }
            }
          }
        }
      }
    }
  }
}
