/// Writes JSON into a buffer of bytes, one value after the other; commas and escapes are its business.
///
/// Nothing is checked twice: the callers pair `begin` with `end` and write a value behind each key, and a test
/// compares what comes out with the schema.
///
///     var json = JSONWriter()
///     json.object { $0.field("total", 3) }      ->  {"total":3}
public struct JSONWriter: ~Copyable, Sendable {
  private var buffer = ByteBuffer()
  /// A value stands before the place of the next one.
  private var needsComma = false
  /// Shards that an answer lacks, by name (see `head`).
  var missingShards: [String] = []

  public init() {}

  /// What has been written.
  public var bytes: [UInt8] { buffer.bytes }
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Hands out what has been written, and begins anew.
  public mutating func take() -> RenderedBytes {
    needsComma = false
    return buffer.take()
  }

  /// Makes room for so many bytes more.
  public mutating func reserve(_ bytes: Int) { buffer.reserve(bytes) }

  /// Forgets what was written and keeps the room for more.
  public mutating func removeAll() {
    buffer.removeAll()
    needsComma = false
  }

  mutating func append(byte: UInt8) { buffer.append(byte) }
  @inline(__always)
  mutating func append(atMost most: Int, _ pieces: (inout ByteCursor) -> Void) { buffer.append(atMost: most, pieces) }
  mutating func append(_ slice: UnsafeBufferPointer<UInt8>) { buffer.append(UnsafeRawBufferPointer(slice)) }

  /// What is no JSON, or has been written as such.
  mutating func append(raw bytes: [UInt8]) { bytes.withUnsafeBytes { buffer.append($0) } }

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
  ///
  /// Inlined, like the fields, so that the compiler knows how long the name is.
  @inline(__always)
  public mutating func key(_ name: StaticString) {
    let isBehindValue = needsComma
    needsComma = false
    let name = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    buffer.append(atMost: name.count + 4) { $0.put(key: name, isBehindValue: isBehindValue) }
  }

  /// A name that no source holds.
  public mutating func key(written name: String) {
    separate()
    appendQuoted(name)
    buffer.append(UInt8(ascii: ":"))
    needsComma = false
  }

  private mutating func begin(_ bracket: UInt8) {
    let isBehindValue = needsComma
    needsComma = false
    buffer.append(atMost: 2) { end in
      if isBehindValue { end.put(UInt8(ascii: ",")) }
      end.put(bracket)
    }
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
    separate()
    append(number)
  }

  /// `[1,2]`. Offsets of spans are most of what is written.
  mutating func value(_ first: Int, _ second: Int) {
    guard ByteCursor.numbers.contains(first), ByteCursor.numbers.contains(second) else {
      return array {
        $0.value(first)
        $0.value(second)
      }
    }
    let isBehindValue = needsComma
    needsComma = true
    buffer.append(atMost: 4 + 2 * ByteCursor.numberRoom) { end in
      if isBehindValue { end.put(UInt8(ascii: ",")) }
      end.put(UInt8(ascii: "["))
      end.put(number: first)
      end.put(UInt8(ascii: ","))
      end.put(number: second)
      end.put(UInt8(ascii: "]"))
    }
  }

  /// `"span":[1,2]`
  @inline(__always)
  mutating func field(_ name: StaticString, _ first: Int, _ second: Int) {
    guard ByteCursor.numbers.contains(first), ByteCursor.numbers.contains(second) else {
      key(name)
      return value(first, second)
    }
    let isBehindValue = needsComma
    needsComma = true
    let name = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    buffer.append(atMost: name.count + 7 + 2 * ByteCursor.numberRoom) { end in
      end.put(key: name, isBehindValue: isBehindValue)
      end.put(UInt8(ascii: "["))
      end.put(number: first)
      end.put(UInt8(ascii: ","))
      end.put(number: second)
      end.put(UInt8(ascii: "]"))
    }
  }

  /// `ARTICLE#q3`: the name of a part of an article, of which there are fewer than ten million.
  mutating func value(_ part: PartName, _ number: Int) {
    let isBehindValue = needsComma
    needsComma = true
    part.opening.withUnsafeBufferPointer { opening in
      buffer.append(atMost: opening.count + ByteCursor.numberRoom + 2) { end in
        if isBehindValue { end.put(UInt8(ascii: ",")) }
        end.put(opening)
        end.put(number: number)
        end.put(UInt8(ascii: "\""))
      }
    }
  }

  private mutating func append(_ number: Int) {
    guard ByteCursor.numbers.contains(number) else { return append(String(number)) }
    buffer.append(atMost: ByteCursor.numberRoom) { $0.put(number: number) }
  }

  public mutating func value(_ truth: Bool) { word(truth ? "true" : "false") }
  public mutating func null() { word("null") }

  /// With four digits behind the point at most: enough for scores and confidences, the same on every machine. What is
  /// no number in JSON becomes null.
  public mutating func value(_ number: Double) {
    let digits = (number * 10_000).rounded()
    guard digits >= 0, digits < Double(ByteCursor.numbers.upperBound) else {
      return literal(Decimals.text(number, places: 4) ?? "null")
    }
    separate()
    let (whole, fraction) = Int(digits).quotientAndRemainder(dividingBy: 10_000)
    buffer.append(atMost: 5 + ByteCursor.numberRoom) { end in
      end.put(number: whole)
      if fraction > 0 { end.put(UInt8(ascii: ".")) }
      var (rest, power) = (fraction, 1_000)
      while rest > 0 {
        end.put(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / power))
        (rest, power) = (rest % power, power / 10)
      }
    }
  }

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
    text.withUTF8Buffer { append($0) }
  }
}

extension JSONWriter {
  @inline(__always)
  public mutating func field(_ name: StaticString, _ text: String?) {
    key(name)
    value(text)
  }

  @inline(__always)
  public mutating func field(_ name: StaticString, _ number: Int) {
    key(name)
    value(number)
  }

  @inline(__always)
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

/// What the names of an article's parts begin with, escaped once for all of them.
struct PartName {
  /// `"ARTICLE#q`
  fileprivate let opening: [UInt8]

  init(_ article: String, _ mark: String) {
    var json = JSONWriter()
    json.value(article + mark)
    var bytes = json.bytes
    bytes.removeLast()
    opening = bytes
  }
}
