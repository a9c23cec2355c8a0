import ArticleModel

/// How the values of `ArticleModel` are stored. The order of fields and of codes is the format: it changes only with
/// `IndexSchema.version`. New codes go to the end.

extension CalendarDay: RecordCodable {
  func encode(to writer: inout RecordWriter) { dayNumber.encode(to: &writer) }
  init(from reader: inout RecordReader) throws(RecordError) { self.init(dayNumber: try Int(from: &reader)) }
}

extension DatePrecision: RecordCodable {
  private static let codes: [DatePrecision] = [.day, .week, .month, .quarter, .year, .range]
  func encode(to writer: inout RecordWriter) { writer.append(byte: code(in: Self.codes)) }
  init(from reader: inout RecordReader) throws(RecordError) { self = try reader.value(of: Self.codes) }
}

extension DateValue: RecordCodable {
  func encode(to writer: inout RecordWriter) {
    switch self {
    case .period(let first, let last, let precision):
      writer.append(byte: 0)
      precision.encode(to: &writer)
      first.encode(to: &writer)
      last.encode(to: &writer)
    case .yearless(let month, let day):
      writer.append(byte: 1)
      month.encode(to: &writer)
      day.encode(to: &writer)
    }
  }

  init(from reader: inout RecordReader) throws(RecordError) {
    switch try reader.byte() {
    case 0:
      let precision = try DatePrecision(from: &reader)
      let first = try CalendarDay(from: &reader)
      self = .period(first: first, last: try CalendarDay(from: &reader), precision: precision)
    case 1:
      let month = try Int(from: &reader)
      self = .yearless(month: month, day: try Int?(from: &reader))
    default: throw reader.error("an unknown kind of date")
    }
  }
}

extension PublicationDate: RecordCodable {
  func encode(to writer: inout RecordWriter) {
    value.encode(to: &writer)
    provenance.encode(to: &writer)
  }

  init(from reader: inout RecordReader) throws(RecordError) {
    let value = try DateValue?(from: &reader)
    self.init(value: value, provenance: try Provenance(from: &reader))
  }
}

extension PublicationDate.Provenance: RecordCodable {
  private static let codes: [PublicationDate.Provenance] = [.given, .found, .inferred, .unknown]
  func encode(to writer: inout RecordWriter) { writer.append(byte: code(in: Self.codes)) }
  init(from reader: inout RecordReader) throws(RecordError) { self = try reader.value(of: Self.codes) }
}

extension Block {
  /// By its distance from the end of the block before.
  fileprivate func encode(to writer: inout RecordWriter, _ relation: inout TextRelation) {
    switch kind {
    case .headline: writer.append(byte: 0)
    case .paragraph: writer.append(byte: 1)
    case .caption: writer.append(byte: 2)
    case .boilerplate(let reason):
      writer.append(byte: 3)
      reason.encode(to: &writer)
    }
    relation.write(span, to: &writer)
    if let span { relation.move(to: span.end) }
  }

  fileprivate init(from reader: inout RecordReader, _ relation: inout TextRelation) throws(RecordError) {
    let kind: Kind
    switch try reader.byte() {
    case 0: kind = .headline
    case 1: kind = .paragraph
    case 2: kind = .caption
    case 3: kind = .boilerplate(reason: try String(from: &reader))
    default: throw reader.error("an unknown kind of block")
    }
    let span = try relation.readOptionalSpan(from: &reader)
    if let span { relation.move(to: span.end) }
    self.init(kind: kind, span: span)
  }
}

extension Article: RecordCodable {
  func encode(to writer: inout RecordWriter) {
    id.encode(to: &writer)
    source.encode(to: &writer)
    title.encode(to: &writer)
    byline.encode(to: &writer)
    publisher.encode(to: &writer)
    published.encode(to: &writer)
    language.encode(to: &writer)
    text.encode(to: &writer)
    var relation = TextRelation("")
    writer.append(UInt64(blocks.count))
    for block in blocks { block.encode(to: &writer, &relation) }
  }

  init(from reader: inout RecordReader) throws(RecordError) {
    let id = try String(from: &reader)
    let source = try String(from: &reader)
    let title = try String?(from: &reader)
    let byline = try String?(from: &reader)
    let publisher = try String?(from: &reader)
    let published = try PublicationDate(from: &reader)
    let language = try String(from: &reader)
    let text = try String(from: &reader)
    var relation = TextRelation("")
    let blocks = try [Block](from: &reader) { reader throws(RecordError) in try Block(from: &reader, &relation) }
    self.init(
      id: id, source: source, title: title, byline: byline, publisher: publisher, published: published,
      language: language, text: text, blocks: blocks)
  }
}
