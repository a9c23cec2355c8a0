internal import CXapian

/// Xapian's stemmers. Not shared between tasks: it keeps its last word.
public final class StoreStemmer {
  private let handle: OpaquePointer

  /// A name or a two-letter code, such as "english" or "en"; `nil` if Xapian has no such stemmer.
  public init?(language: String) {
    var made: OpaquePointer?
    let status = withBytes(language) { cxapian_stemmer_new($0, &made, nil) }
    guard status == CXAPIAN_OK, let made else { return nil }
    handle = made
  }

  deinit { cxapian_stemmer_free(handle) }

  /// The names of all stemmers, sorted.
  public static var languages: [String] {
    let list = try? ShimList.make { cxapian_stemmer_languages($0, $1) }
    return (list?.text(0) ?? "").split(separator: " ").map(String.init).sorted()
  }

  /// The word should be in lower case.
  public func stem(_ word: String) -> String {
    withBytes(word) { withStem($0) { String(decoding: $0, as: UTF8.self) } } ?? word
  }

  /// The stem's bytes are valid only during the call; without memory the word itself is passed.
  public func withStem<Result>(
    of word: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    withStem(cxapian_bytes(bytes: word.baseAddress, length: word.count), body) ?? body(word)
  }

  private func withStem<Result>(
    _ word: cxapian_bytes, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result? {
    var stem = cxapian_bytes()
    guard cxapian_stemmer_stem(handle, word, &stem, nil) == CXAPIAN_OK else { return nil }
    return body(UnsafeBufferPointer(start: stem.bytes?.assumingMemoryBound(to: UInt8.self), count: stem.length))
  }
}

@available(*, unavailable, message: "make a stemmer for each task")
extension StoreStemmer: @unchecked Sendable {}
