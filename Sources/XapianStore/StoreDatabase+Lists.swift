internal import CXapian

// Terms, postings, values, synonyms, metadata.

extension StoreDatabase {
  /// How many documents hold the term; the empty term counts all.
  public func termFrequency(_ term: String) throws(StoreError) -> Int {
    var documents: UInt32 = 0
    try call(about: name) { error in withBytes(term) { cxapian_term_frequency(handle, $0, &documents, nil, error) } }
    return Int(documents)
  }

  /// How often all documents together hold the term.
  public func collectionFrequency(_ term: String) throws(StoreError) -> Int {
    var found: (documents: UInt32, occurrences: UInt32) = (0, 0)
    try call(about: name) { error in
      withBytes(term) { cxapian_term_frequency(handle, $0, &found.documents, &found.occurrences, error) }
    }
    return Int(found.occurrences)
  }

  /// At most `limit` terms with a prefix, in the order of their bytes, from `start` (a whole term) on, with how many
  /// documents hold each.
  public func terms(
    prefix: String, from start: String = "", limit: Int = .max
  ) throws(StoreError) -> [(term: String, frequency: Int)] {
    let list = try ShimList.make(about: name) { list, error in
      withBytes(prefix) { prefix in
        withBytes(start) { cxapian_terms(handle, prefix, $0, max(0, limit), list, error) }
      }
    }
    return (0..<list.count).map { (list.text($0), Int(list.number($0))) }
  }

  /// All terms that begin with some bytes, which may be a part of a character.
  public func terms(prefix: [UInt8]) throws(StoreError) -> [(term: String, frequency: Int)] {
    let list = try ShimList.make(about: name) { list, error in
      withBytes(prefix) { prefix in
        withBytes("") { cxapian_terms(handle, prefix, $0, .max, list, error) }
      }
    }
    return (0..<list.count).map { (list.text($0), Int(list.number($0))) }
  }

  /// All documents that hold the term, ascending; the empty term stands for all documents. One call: about 20 ms a
  /// million.
  public func postings(of term: String) throws(StoreError) -> [UInt32] {
    try ShimList.make(about: name) { list, error in
      withBytes(term) { cxapian_postings(handle, $0, list, error) }
    }.numbers
  }

  /// How often each document of `postings(of:)` counts the term, in the same order.
  public func postingFrequencies(of term: String) throws(StoreError) -> [UInt32] {
    try ShimList.make(about: name) { list, error in
      withBytes(term) { cxapian_posting_frequencies(handle, $0, list, error) }
    }.numbers
  }

  public func synonyms(of key: String) throws(StoreError) -> [String] {
    try ShimList.make(about: name) { list, error in
      withBytes(key) { cxapian_synonyms(handle, $0, list, error) }
    }.strings
  }

  public func synonymKeys(prefix: String) throws(StoreError) -> [String] {
    try ShimList.make(about: name) { list, error in
      withBytes(prefix) { cxapian_synonym_keys(handle, $0, list, error) }
    }.strings
  }

  /// Empty where there is no such key. Of several databases only the first is asked.
  public func metadata(_ key: String) throws(StoreError) -> [UInt8] {
    try ShimList.make(about: name) { list, error in
      withBytes(key) { cxapian_metadata(handle, $0, list, error) }
    }.bytes(0)
  }

  /// In the order of their bytes. Of several databases only the first is asked.
  public func metadataKeys(prefix: String) throws(StoreError) -> [String] {
    try ShimList.make(about: name) { list, error in
      withBytes(prefix) { cxapian_metadata_keys(handle, $0, list, error) }
    }.strings
  }
}

// MARK: - Values

extension StoreDatabase {
  /// Calls `body` for every document from `first` on that has a value in the slot, in the order of their numbers. The
  /// bytes are valid only during the call. About 50 ms a million. If it throws, `body` has seen a part.
  public func values(
    slot: Int, from first: UInt32 = 1, _ body: (UInt32, UnsafeRawBufferPointer) -> Void
  ) throws(StoreError) {
    var walk: OpaquePointer?
    try call(about: name) { cxapian_values_open(handle, UInt32(clamping: slot), first, &walk, $0) }
    defer { cxapian_values_free(walk) }
    while true {
      var batch: UnsafePointer<cxapian_list>?
      try call(about: name) { cxapian_values_next(walk, 4096, &batch, $0) }
      guard let list = batch?.pointee, list.count > 0 else { return }
      for index in 0..<list.count { body(list.numbers[index], list.string(index)) }
    }
  }

  /// The same of given documents, which ascend: the first time 1 to 4 µs for one that stands alone, 0.2 µs for one of
  /// many; the newest are remembered.
  public func values(
    slot: Int, of documents: [UInt32], _ body: (UInt32, UnsafeRawBufferPointer) -> Void
  ) throws(StoreError) {
    for start in stride(from: 0, to: documents.count, by: 4096) {
      let part = documents[start..<min(start + 4096, documents.count)]
      let values = try ShimList.make(about: name) { list, error in
        part.withUnsafeBufferPointer {
          cxapian_document_values(handle, UInt32(clamping: slot), $0.baseAddress, $0.count, list, error)
        }
      }
      for index in 0..<values.count { values.withBytes(index) { body(values.number(index), $0) } }
    }
  }

  /// How many documents have a value in the slot, and bounds (not always reached) of the values.
  public func valueStatistics(
    slot: Int
  ) throws(StoreError) -> (documents: Int, lowerBound: [UInt8], upperBound: [UInt8]) {
    let list = try ShimList.make(about: name) {
      cxapian_value_statistics(handle, UInt32(clamping: slot), $0, $1)
    }
    return (Int(list.number(0)), list.bytes(0), list.bytes(1))
  }
}
