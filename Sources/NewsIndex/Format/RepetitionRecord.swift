import ArticleReading

/// The counts of what publishers repeat, in the order of their names. Paragraphs that were seen but once are left out:
/// they are many, and nearly all of them never come again.
extension RepeatedBlocks {
  func encode() -> [UInt8] {
    var writer = RecordWriter()
    writer.append(UInt64(publishers.count))
    for (name, publisher) in publishers.sorted(by: { $0.key < $1.key }) {
      name.encode(to: &writer)
      publisher.articles.encode(to: &writer)
      let paragraphs = publisher.paragraphs.filter { $0.value > 1 }.sorted { $0.key < $1.key }
      writer.append(UInt64(paragraphs.count))
      for (hash, count) in paragraphs {
        writer.append(fixed: hash)
        count.encode(to: &writer)
      }
    }
    return writer.bytes
  }

  /// No bytes are no counts: an index that was made without them.
  init(decoding bytes: [UInt8]) throws(RecordError) {
    self.init()
    if bytes.isEmpty { return }
    var reader = RecordReader(bytes)
    var publishers: [String: Publisher] = [:]
    for _ in 0..<(try reader.count()) {
      let name = try String(from: &reader)
      var publisher = Publisher(articles: try Int(from: &reader))
      for _ in 0..<(try reader.count()) {
        let hash = try reader.fixed()
        publisher.paragraphs[hash] = try Int(from: &reader)
      }
      publishers[name] = publisher
    }
    try reader.end()
    self.init(publishers)
  }
}
