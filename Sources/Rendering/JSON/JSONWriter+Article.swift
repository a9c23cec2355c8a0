import ArticleModel

// What the JSON of several commands has in common: spans in Unicode scalars, dates, speakers.

extension JSONWriter {
  /// `[start, end]` in Unicode scalars.
  mutating func span(_ span: TextSpan, _ offsets: ScalarOffsets) {
    let (start, end) = offsets.scalars(span)
    value(start, end)
  }

  /// A name and a span, which together are most of what is written: with one look at the room for them.
  @inline(__always)
  mutating func field(_ name: StaticString, _ span: TextSpan, _ offsets: ScalarOffsets) {
    let (start, end) = offsets.scalars(span)
    field(name, start, end)
  }

  mutating func field(_ name: StaticString, _ span: TextSpan?, _ offsets: ScalarOffsets) {
    key(name)
    if let span { self.span(span, offsets) } else { null() }
  }

  mutating func field(_ name: StaticString, _ spans: [TextSpan], _ offsets: ScalarOffsets) {
    key(name)
    array(spans) { $0.span($1, offsets) }
  }
}

extension JSONWriter {
  /// `{"span":[1,2],"name":"..."}`
  mutating func value(_ mention: NameMention, _ offsets: ScalarOffsets) {
    object {
      $0.field("span", mention.span, offsets)
      $0.field("name", mention.name)
    }
  }

  /// `value` and `precision`, both null for a date that could not be made out.
  mutating func dateFields(_ value: DateValue?) {
    field("value", value?.description)
    field("precision", value?.precision.rawValue)
  }

  mutating func field(_ name: StaticString, _ date: StatementDate?) {
    key(name)
    guard let date else { return null() }
    object {
      $0.dateFields(date.value)
      $0.field("inferred", date.inferred)
    }
  }

  mutating func field(_ name: StaticString, _ published: PublicationDate) {
    key(name)
    object {
      $0.dateFields(published.value)
      $0.field("provenance", published.provenance.rawValue)
    }
  }
}
