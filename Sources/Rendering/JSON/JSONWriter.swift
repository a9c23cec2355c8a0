/// Writes JSON into a buffer of bytes, one value after the other; commas and escapes are its business.
///
/// Nothing is checked twice: the callers pair `begin` with `end` and write a value behind each key, and a test
/// compares what comes out with the schema.
///
///     var json = JSONWriter()
///     json.object { $0.field("total", 3) }      ->  {"total":3}
public struct JSONWriter: Sendable {
  public private(set) var bytes: [UInt8] = []
  /// A value stands before the place of the next one.
  private var needsComma = false
  /// Shards that an answer lacks, by name (see `head`).
  var missingShards: [String] = []

  public init() {}

  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Forgets what was written and keeps the room for more.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    needsComma = false
  }

  mutating func append(byte: UInt8) { bytes.append(byte) }
  mutating func append(_ slice: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: slice) }

  /// Ends a line of JSON Lines: what comes next is a value of its own.
  public mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }
}

// MARK: - Structure

extension JSONWriter {
  public mutating func object(_ body: (inout JSONWriter) -> Void) {
    begin(UInt8(ascii: "{"))
    body(&self)
    end(UInt8(ascii: "}"))
  }

  public mutating func array(_ body: (inout JSONWriter) -> Void) {
    begin(UInt8(ascii: "["))
    body(&self)
    end(UInt8(ascii: "]"))
  }

  public mutating func array<Element>(
    _ elements: some Sequence<Element>, _ body: (inout JSONWriter, Element) -> Void
  ) {
    array { json in
      for element in elements { body(&json, element) }
    }
  }

  /// The name of the value that comes next.
  public mutating func key(_ name: String) {
    separate()
    appendQuoted(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  private mutating func begin(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func end(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }
}

// MARK: - Values

extension JSONWriter {
  public mutating func value(_ text: String) {
    separate()
    appendQuoted(text)
  }

  public mutating func value(_ number: Int) {
    // Offsets of spans are most of what is written.
    guard number >= 0, number < 10_000_000 else { return literal(String(number)) }
    separate()
    var power = 1
    while power * 10 <= number { power *= 10 }
    while power > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / power % 10))
      power /= 10
    }
  }

  public mutating func value(_ truth: Bool) { literal(truth ? "true" : "false") }
  public mutating func null() { literal("null") }

  /// With four digits behind the point at most: enough for scores and confidences, the same on every machine. What is
  /// no number in JSON becomes null.
  public mutating func value(_ number: Double) { literal(Decimals.text(number, places: 4) ?? "null") }

  public mutating func value(_ text: String?) {
    if let text { value(text) } else { null() }
  }

  private mutating func literal(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
  }
}

extension JSONWriter {
  public mutating func field(_ name: String, _ text: String?) {
    key(name)
    value(text)
  }

  public mutating func field(_ name: String, _ number: Int) {
    key(name)
    value(number)
  }

  public mutating func field(_ name: String, _ number: Double) {
    key(name)
    value(number)
  }

  public mutating func field(_ name: String, _ truth: Bool) {
    key(name)
    value(truth)
  }

  public mutating func field(_ name: String, _ texts: [String]) {
    key(name)
    array(texts) { $0.value($1) }
  }
}
