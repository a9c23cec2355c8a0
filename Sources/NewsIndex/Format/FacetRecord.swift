import ArticleModel

/// What hits are counted by. The order is part of the format.
public enum FacetField: Int, Hashable, Sendable, CaseIterable {
  case speaker, region, date, publisher, kind, about, organisation

  /// The name in queries, output and metadata keys.
  public var name: String { self == .organisation ? "org" : String(describing: self) }

  public init?(name: String) {
    guard let field = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = field
  }

  /// Dates are their own numbers (see `FacetDate`); the rest are numbers of a dictionary.
  public var hasDictionary: Bool { self != .date }

  /// The field whose dictionary has the values: organisations are some of the names.
  public var dictionary: FacetField { self == .organisation ? .about : self }

  /// Of which a document mostly has one value.
  var isSingle: Bool {
    switch self {
    case .speaker, .date, .publisher, .kind: true
    case .region, .about, .organisation: false
    }
  }

  /// The fields with a dictionary of their own.
  public static var dictionaries: [FacetField] { allCases.filter { $0.hasDictionary && $0.dictionary == $0 } }
}

/// A date as facets hold it: `(year * 16 + month) * 32 + day`, 0 for what is not known.
public enum FacetDate {
  public static func number(_ value: DateValue) -> UInt32? {
    guard let first = value.firstDay, let last = value.lastDay else { return nil }
    if first == last { return number(first.year, first.month, first.day) }
    if first.year == last.year, first.month == last.month { return number(first.year, first.month, 0) }
    return number(first.year, 0, 0)
  }

  public static func number(_ year: Int, _ month: Int, _ day: Int) -> UInt32 { UInt32((year * 16 + month) * 32 + day) }

  /// `month` and `day` are 0 where they are not known.
  public static func parts(_ number: UInt32) -> (year: Int, month: Int, day: Int) {
    (Int(number >> 9), Int(number >> 5 & 15), Int(number & 31))
  }
}

/// The facet values of one document, packed into `ValueSlot.facets`:
///
///     1 byte    a bit for each field in order, set where it has values; the highest where a field that mostly has one
///               value (speaker, date, publisher, kind) has several
///     varints   of each such field the number of values, which those with one value leave out unless the highest bit
///               is set, and the values
///
/// The organisations are the first of the names (`about`), so of them there is only the number. No bytes at all stand
/// for no values.
public struct FacetRecord: Hashable, Sendable {
  /// By the raw value of the field; each list without repeats.
  private var values: [[UInt32]] = Array(repeating: [], count: FacetField.allCases.count)

  public init() {}

  public subscript(field: FacetField) -> [UInt32] {
    get { values[field.rawValue] }
    set { values[field.rawValue] = newValue }
  }

  public mutating func insert(_ value: UInt32, into field: FacetField) {
    if !values[field.rawValue].contains(value) { values[field.rawValue].append(value) }
  }

  public func encode() -> [UInt8] {
    var values = values
    let organisations = values[FacetField.organisation.rawValue]
    let others = values[FacetField.about.rawValue].filter { !organisations.contains($0) }
    values[FacetField.about.rawValue] = organisations + others
    var head: UInt8 = 0
    for field in FacetField.allCases where !values[field.rawValue].isEmpty {
      head |= 1 << field.rawValue
      if field.isSingle, values[field.rawValue].count > 1 { head |= Self.hasCounts }
    }
    if head == 0 { return [] }
    var writer = RecordWriter()
    writer.append(byte: head)
    for field in FacetField.allCases where !values[field.rawValue].isEmpty {
      let list = values[field.rawValue]
      if !field.isSingle || head & Self.hasCounts != 0 { writer.append(UInt64(list.count)) }
      if field == .organisation { continue }
      for value in list { writer.append(UInt64(value)) }
    }
    return writer.bytes
  }

  private static let hasCounts: UInt8 = 0x80

  public init(decoding bytes: [UInt8]) throws(RecordError) {
    let isWhole = bytes.withUnsafeBytes { bytes in
      FacetRecord.scan(bytes) { values[$0.rawValue].append($1) }
    }
    if !isWhole { throw RecordError(offset: 0, reason: "not a list of facet values") }
  }

  /// Calls `body` for each value without allocating, field by field; `false` where the bytes are no facet record.
  ///
  /// A value above 32 bits, a list that breaks off and bytes behind the last field are refused.
  @discardableResult
  public static func scan(_ bytes: UnsafeRawBufferPointer, _ body: (FacetField, UInt32) -> Void) -> Bool {
    if bytes.isEmpty { return true }
    let head = bytes[0]
    var offset = 1
    var names = (start: 0, count: UInt32(0))
    for field in FacetField.allCases where head & (1 << field.rawValue) != 0 {
      var count: UInt32 = 1
      if !field.isSingle || head & hasCounts != 0 {
        guard let known = varint(bytes, &offset) else { return false }
        count = known
      }
      if field == .organisation {
        guard count <= names.count, offset == bytes.count else { return false }
        offset = names.start
        for _ in 0..<count {
          if let value = varint(bytes, &offset) { body(field, value) }
        }
        return true
      }
      if field == .about { names = (offset, count) }
      for _ in 0..<count {
        guard let value = varint(bytes, &offset) else { return false }
        body(field, value)
      }
    }
    return offset == bytes.count
  }

  @inline(__always)
  private static func varint(_ bytes: UnsafeRawBufferPointer, _ offset: inout Int) -> UInt32? {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while offset < bytes.count, shift < 35 {
      let byte = bytes[offset]
      offset += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return UInt32(exactly: value) }
      shift += 7
    }
    return nil
  }
}

/// A piece of a facet dictionary in the metadata: the texts of the numbers `index * size ..< (index + 1) * size`.
///
/// In `articles`, for all units: articles are committed first, so no document of another unit has a number that is not
/// there. Numbers are given in order and never change, so a commit rewrites the last chunk and appends; a reader takes chunks
/// from 0 until one is missing or short.
public enum OrdinalChunk {
  public static let size = 512

  public static func key(_ field: FacetField, _ index: Int) -> String { "ord:\(field.name):\(index)" }

  /// Packed, see `RecordPacking`.
  public static func encode(_ values: some Collection<String>) -> [UInt8] {
    var writer = RecordWriter()
    for value in values { writer.append(value) }
    return RecordPacking().packed(writer.bytes)
  }

  public static func decode(_ bytes: [UInt8]) throws(RecordError) -> [String] {
    var reader = RecordReader(try RecordPacking().unpacked(bytes[...]))
    var values: [String] = []
    while reader.remaining > 0 { values.append(try reader.text()) }
    return values
  }
}
