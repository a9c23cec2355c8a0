internal import CXapian

// Single documents.

extension StoreDatabase {
  /// `docNotFound` if there is none; so in all of these.
  public func data(of document: UInt32) throws(StoreError) -> [UInt8] {
    try ShimList.make(about: name) { cxapian_document_data(handle, document, $0, $1) }.bytes(0)
  }

  /// The data of several documents in one call, in their order.
  public func data(of documents: [UInt32]) throws(StoreError) -> [[UInt8]] {
    let list = try ShimList.make(about: name) { list, error in
      documents.withUnsafeBufferPointer {
        cxapian_documents_data(handle, $0.baseAddress, $0.count, list, error)
      }
    }
    return (0..<list.count).map(list.bytes)
  }

  /// Empty where the document has no value in the slot.
  public func value(slot: Int, of document: UInt32) throws(StoreError) -> [UInt8] {
    try ShimList.make(about: name) {
      cxapian_document_value(handle, document, UInt32(clamping: slot), $0, $1)
    }.bytes(0)
  }

  /// In the order of their bytes, with how often the document counts each.
  public func terms(of document: UInt32) throws(StoreError) -> [(term: String, wdf: Int)] {
    let list = try ShimList.make(about: name) { cxapian_document_terms(handle, document, $0, $1) }
    return (0..<list.count).map { (list.text($0), Int(list.number($0))) }
  }

  /// Its words: the sum of all wdf.
  public func length(of document: UInt32) throws(StoreError) -> Int {
    var length: UInt32 = 0
    try call(about: name) { cxapian_document_length(handle, document, &length, $0) }
    return Int(length)
  }

  /// Ascending; none where the document lacks the term.
  public func positions(of term: String, in document: UInt32) throws(StoreError) -> [UInt32] {
    try ShimList.make(about: name) { list, error in
      withBytes(term) { cxapian_document_positions(handle, document, $0, list, error) }
    }.numbers
  }
}
