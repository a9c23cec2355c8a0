import ArticleModel

/// How what was found in an article is stored; see `ArticleCoding.swift` for the rules.

extension Statement.Kind: RecordCodable {
  private static let codes: [Statement.Kind] = [.direct, .mixed, .indirect]
  func encode(to writer: inout RecordWriter) { writer.append(byte: code(in: Self.codes)) }
  init(from reader: inout RecordReader) throws(RecordError) { self = try reader.value(of: Self.codes) }
}

extension Speaker.Kind: RecordCodable {
  private static let codes: [Speaker.Kind] = [.person, .organisation, .place, .group, .anonymous]
  func encode(to writer: inout RecordWriter) { writer.append(byte: code(in: Self.codes)) }
  init(from reader: inout RecordReader) throws(RecordError) { self = try reader.value(of: Self.codes) }
}

extension Speaker: RecordCodable {
  func encode(to writer: inout RecordWriter) {
    mention.encode(to: &writer)
    text.encode(to: &writer)
    name.encode(to: &writer)
    kind.encode(to: &writer)
    role.encode(to: &writer)
  }

  init(from reader: inout RecordReader) throws(RecordError) {
    let mention = try TextSpan?(from: &reader)
    let text = try String(from: &reader)
    let name = try String(from: &reader)
    let kind = try Kind(from: &reader)
    self.init(mention: mention, text: text, name: name, kind: kind, role: try String?(from: &reader))
  }
}

extension StatementDate: RecordCodable {
  func encode(to writer: inout RecordWriter) {
    value.encode(to: &writer)
    inferred.encode(to: &writer)
  }

  init(from reader: inout RecordReader) throws(RecordError) {
    let value = try DateValue(from: &reader)
    self.init(value: value, inferred: try String?(from: &reader))
  }
}

extension Statement: RecordCodable {
  func encode(to writer: inout RecordWriter) {
    number.encode(to: &writer)
    kind.encode(to: &writer)
    spans.encode(to: &writer)
    cue.encode(to: &writer)
    speaker.encode(to: &writer)
    method.encode(to: &writer)
    confidence.encode(to: &writer)
    date.encode(to: &writer)
    regions.encode(to: &writer)
    people.encode(to: &writer)
    organisations.encode(to: &writer)
    segments.encode(to: &writer)
  }

  init(from reader: inout RecordReader) throws(RecordError) {
    let number = try Int(from: &reader)
    let kind = try Kind(from: &reader)
    let spans = try [TextSpan](from: &reader)
    let cue = try TextSpan?(from: &reader)
    let speaker = try Speaker?(from: &reader)
    let method = try String(from: &reader)
    let confidence = try Double(from: &reader)
    let date = try StatementDate?(from: &reader)
    let regions = try [String](from: &reader)
    let people = try [String](from: &reader)
    let organisations = try [String](from: &reader)
    self.init(
      number: number, kind: kind, spans: spans, cue: cue, speaker: speaker, method: method, confidence: confidence,
      date: date, regions: regions, people: people, organisations: organisations, segments: try [Int](from: &reader))
  }
}

extension NameMention: RecordCodable {
  func encode(to writer: inout RecordWriter) {
    span.encode(to: &writer)
    name.encode(to: &writer)
  }

  init(from reader: inout RecordReader) throws(RecordError) {
    let span = try TextSpan(from: &reader)
    self.init(span: span, name: try String(from: &reader))
  }
}

extension RegionMention: RecordCodable {
  func encode(to writer: inout RecordWriter) {
    span.encode(to: &writer)
    region.id.encode(to: &writer)
    region.name.encode(to: &writer)
    region.country.encode(to: &writer)
  }

  init(from reader: inout RecordReader) throws(RecordError) {
    let span = try TextSpan(from: &reader)
    let id = try String(from: &reader)
    let name = try String(from: &reader)
    self.init(span: span, region: Region(id: id, name: name, country: try String(from: &reader)))
  }
}

extension DateMention: RecordCodable {
  func encode(to writer: inout RecordWriter) {
    span.encode(to: &writer)
    value.encode(to: &writer)
    inferred.encode(to: &writer)
  }

  init(from reader: inout RecordReader) throws(RecordError) {
    let span = try TextSpan(from: &reader)
    let value = try DateValue?(from: &reader)
    self.init(span: span, value: value, inferred: try String?(from: &reader))
  }
}

extension AnnotatedArticle: RecordCodable {
  func encode(to writer: inout RecordWriter) {
    article.encode(to: &writer)
    statements.encode(to: &writer)
    people.encode(to: &writer)
    organisations.encode(to: &writer)
    regions.encode(to: &writer)
    dates.encode(to: &writer)
  }

  init(from reader: inout RecordReader) throws(RecordError) {
    let article = try Article(from: &reader)
    let statements = try [Statement](from: &reader)
    let people = try [NameMention](from: &reader)
    let organisations = try [NameMention](from: &reader)
    let regions = try [RegionMention](from: &reader)
    self.init(
      article: article, statements: statements, people: people, organisations: organisations, regions: regions,
      dates: try [DateMention](from: &reader))
  }
}
