/// Writes JSON into a buffer of bytes, one value after the other; commas and escapes are its business.
///
/// Nothing is checked twice: the callers pair `begin` with `end` and write a value behind each key, and a test
/// compares what comes out with the schema.
///
///     var json = JSONWriter()
///     json.object { $0.field("total", 3) }      ->  {"total":3}
public struct JSONWriter: Sendable {
  private var buffer = ByteBuffer()
  /// A value stands before the place of the next one.
  private var needsComma = false
  /// Shards that an answer lacks, by name (see `head`).
  var missingShards: [String] = []

  public init() {}

  /// What has been written.
  public var bytes: [UInt8] { buffer.bytes }
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Forgets what was written and keeps the room for more.
  public mutating func removeAll() {
    buffer.removeAll()
    needsComma = false
  }

  mutating func append(byte: UInt8) { buffer.append(byte) }
  mutating func append(_ slice: UnsafeBufferPointer<UInt8>) { buffer.append(UnsafeRawBufferPointer(slice)) }

  /// Ends a line of JSON Lines: what comes next is a value of its own.
  public mutating func endLine() {
    buffer.append(UInt8(ascii: "\n"))
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

  /// The name of the value that comes next; it holds nothing that JSON would escape.
  public mutating func key(_ name: StaticString) {
    separate()
    buffer.append(UInt8(ascii: "\""))
    buffer.append(name)
    buffer.append(UInt8(ascii: "\""))
    buffer.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// A name that no source holds.
  public mutating func key(written name: String) {
    separate()
    appendQuoted(name)
    buffer.append(UInt8(ascii: ":"))
    needsComma = false
  }

  private mutating func begin(_ bracket: UInt8) {
    separate()
    buffer.append(bracket)
    needsComma = false
  }

  private mutating func end(_ bracket: UInt8) {
    buffer.append(bracket)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { buffer.append(UInt8(ascii: ",")) }
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
    separate()
    append(number)
  }

  /// `ARTICLE#q3`: the name of a part of an article.
  mutating func value(_ article: String, _ mark: StaticString, _ number: Int) {
    separate()
    buffer.append(UInt8(ascii: "\""))
    appendEscaped(article)
    buffer.append(mark)
    append(number)
    buffer.append(UInt8(ascii: "\""))
  }

  private mutating func append(_ number: Int) {
    guard number >= 0, number < 10_000_000 else { return append(String(number)) }
    // The first digit in the lowest byte.
    var digits: UInt64 = 0
    var (rest, count) = (UInt32(truncatingIfNeeded: number), 0)
    repeat {
      digits = digits << 8 | UInt64(UInt32(UInt8(ascii: "0")) + rest % 10)
      rest /= 10
      count += 1
    } while rest > 0
    withUnsafeBytes(of: digits.littleEndian) { buffer.append(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
  }

  public mutating func value(_ truth: Bool) { word(truth ? "true" : "false") }
  public mutating func null() { word("null") }

  /// With four digits behind the point at most: enough for scores and confidences, the same on every machine. What is
  /// no number in JSON becomes null.
  public mutating func value(_ number: Double) { literal(Decimals.text(number, places: 4) ?? "null") }

  public mutating func value(_ text: String?) {
    if let text { value(text) } else { null() }
  }

  private mutating func literal(_ text: String) {
    separate()
    append(text)
  }

  private mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  private mutating func word(_ text: StaticString) {
    separate()
    buffer.append(text)
  }
}

extension JSONWriter {
  public mutating func field(_ name: StaticString, _ text: String?) {
    key(name)
    value(text)
  }

  public mutating func field(_ name: StaticString, _ number: Int) {
    key(name)
    value(number)
  }

  public mutating func field(_ name: StaticString, _ number: Double) {
    key(name)
    value(number)
  }

  public mutating func field(_ name: StaticString, _ truth: Bool) {
    key(name)
    value(truth)
  }

  public mutating func field(_ name: StaticString, _ texts: [String]) {
    key(name)
    array(texts) { $0.value($1) }
  }
}
