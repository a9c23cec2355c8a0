import ArticleModel

/// How what was found in an article is stored: see `ArticleCoding.swift` for the rules, `TextRelation` for places and
/// names.

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

extension Speaker {
  fileprivate func encode(to writer: inout RecordWriter, _ relation: inout TextRelation) {
    relation.write(mention, to: &writer)
    relation.write(text, mostly: relation.text(at: mention), to: &writer)
    relation.write(name, mostly: text, to: &writer)
    kind.encode(to: &writer)
    role.encode(to: &writer)
  }

  fileprivate init(from reader: inout RecordReader, _ relation: inout TextRelation) throws(RecordError) {
    let mention = try relation.readOptionalSpan(from: &reader)
    let text = try relation.readString(mostly: relation.text(at: mention), from: &reader)
    let name = try relation.readString(mostly: text, from: &reader)
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

extension Statement {
  fileprivate func encode(to writer: inout RecordWriter, _ relation: inout TextRelation) {
    number.encode(to: &writer)
    kind.encode(to: &writer)
    writer.append(UInt64(spans.count))
    for span in spans { relation.write(span, to: &writer) }
    relation.write(cue, to: &writer)
    writer.append(byte: speaker == nil ? 0 : 1)
    speaker?.encode(to: &writer, &relation)
    method.encode(to: &writer)
    writer.append(share: confidence)
    date.encode(to: &writer)
    regions.encode(to: &writer)
    people.encode(to: &writer)
    organisations.encode(to: &writer)
    segments.encode(to: &writer)
  }

  fileprivate init(from reader: inout RecordReader, _ relation: inout TextRelation) throws(RecordError) {
    let number = try Int(from: &reader)
    let kind = try Kind(from: &reader)
    let spans = try [TextSpan](from: &reader) { reader throws(RecordError) in try relation.readSpan(from: &reader) }
    let cue = try relation.readOptionalSpan(from: &reader)
    let speaker = try reader.isThere() ? try Speaker(from: &reader, &relation) : nil
    let method = try String(from: &reader)
    let confidence = try reader.share()
    let date = try StatementDate?(from: &reader)
    let regions = try [String](from: &reader)
    let people = try [String](from: &reader)
    let organisations = try [String](from: &reader)
    self.init(
      number: number, kind: kind, spans: spans, cue: cue, speaker: speaker, method: method, confidence: confidence,
      date: date, regions: regions, people: people, organisations: organisations, segments: try [Int](from: &reader))
  }
}

extension NameMention {
  fileprivate func encode(to writer: inout RecordWriter, _ relation: inout TextRelation) {
    relation.write(span, to: &writer)
    relation.write(name, mostly: relation.text(at: span), to: &writer)
  }

  fileprivate init(from reader: inout RecordReader, _ relation: inout TextRelation) throws(RecordError) {
    let span = try relation.readSpan(from: &reader)
    self.init(span: span, name: try relation.readString(mostly: relation.text(at: span), from: &reader))
  }
}

extension RegionMention {
  fileprivate func encode(to writer: inout RecordWriter, _ relation: inout TextRelation) {
    relation.write(span, to: &writer)
    region.id.encode(to: &writer)
    relation.write(region.name, mostly: relation.text(at: span), to: &writer)
    relation.write(region.country, mostly: region.id, to: &writer)
  }

  fileprivate init(from reader: inout RecordReader, _ relation: inout TextRelation) throws(RecordError) {
    let span = try relation.readSpan(from: &reader)
    let id = try String(from: &reader)
    let name = try relation.readString(mostly: relation.text(at: span), from: &reader)
    let country = try relation.readString(mostly: id, from: &reader)
    self.init(span: span, region: Region(id: id, name: name, country: country))
  }
}

extension RegionAllusion {
  fileprivate func encode(to writer: inout RecordWriter, _ relation: inout TextRelation) {
    relation.write(span, to: &writer)
    id.encode(to: &writer)
  }

  fileprivate init(from reader: inout RecordReader, _ relation: inout TextRelation) throws(RecordError) {
    let span = try relation.readSpan(from: &reader)
    self.init(span: span, id: try String(from: &reader))
  }
}

extension DateMention {
  fileprivate func encode(to writer: inout RecordWriter, _ relation: inout TextRelation) {
    relation.write(span, to: &writer)
    value.encode(to: &writer)
    inferred.encode(to: &writer)
  }

  fileprivate init(from reader: inout RecordReader, _ relation: inout TextRelation) throws(RecordError) {
    let span = try relation.readSpan(from: &reader)
    let value = try DateValue?(from: &reader)
    self.init(span: span, value: value, inferred: try String?(from: &reader))
  }
}

extension AnnotatedArticle: RecordCodable {
  func encode(to writer: inout RecordWriter) {
    article.encode(to: &writer)
    var relation = TextRelation(article.text)
    writer.append(UInt64(statements.count))
    for statement in statements { statement.encode(to: &writer, &relation) }
    for names in [people, organisations] {
      relation.move(to: 0)
      writer.append(UInt64(names.count))
      for mention in names { mention.encode(to: &writer, &relation) }
    }
    relation.move(to: 0)
    writer.append(UInt64(regions.count))
    for mention in regions { mention.encode(to: &writer, &relation) }
    relation.move(to: 0)
    writer.append(UInt64(allusions.count))
    for allusion in allusions { allusion.encode(to: &writer, &relation) }
    relation.move(to: 0)
    writer.append(UInt64(dates.count))
    for mention in dates { mention.encode(to: &writer, &relation) }
  }

  init(from reader: inout RecordReader) throws(RecordError) {
    let article = try Article(from: &reader)
    var relation = TextRelation(article.text)
    let statements = try [Statement](from: &reader) { reader throws(RecordError) in
      try Statement(from: &reader, &relation)
    }
    var names: [[NameMention]] = []
    for _ in 0..<2 {
      relation.move(to: 0)
      names.append(
        try [NameMention](from: &reader) { reader throws(RecordError) in
          try NameMention(from: &reader, &relation)
        })
    }
    relation.move(to: 0)
    let regions = try [RegionMention](from: &reader) { reader throws(RecordError) in
      try RegionMention(from: &reader, &relation)
    }
    relation.move(to: 0)
    let allusions = try [RegionAllusion](from: &reader) { reader throws(RecordError) in
      try RegionAllusion(from: &reader, &relation)
    }
    relation.move(to: 0)
    let dates = try [DateMention](from: &reader) { reader throws(RecordError) in
      try DateMention(from: &reader, &relation)
    }
    self.init(
      article: article, statements: statements, people: names[0], organisations: names[1], regions: regions,
      allusions: allusions, dates: dates)
  }
}
