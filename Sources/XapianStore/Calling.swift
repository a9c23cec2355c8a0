// How Swift calls the shim: one place that turns statuses into errors, and lists into arrays.

internal import CXapian

/// Calls a function of the shim and throws what it reports. `about` is named where Xapian names nothing.
func call(
  about: @autoclosure () -> String? = nil, _ function: (UnsafeMutablePointer<OpaquePointer?>) -> cxapian_status
) throws(StoreError) {
  var failure: OpaquePointer?
  let status = function(&failure)
  guard status != CXAPIAN_OK else { return }
  defer { cxapian_error_free(failure) }
  throw StoreError(status, failure, about: about())
}

extension StoreError {
  init(_ status: cxapian_status, _ error: OpaquePointer?, about: String?) {
    guard let error else {
      self.init(StoreErrorCode(status), status == CXAPIAN_MEMORY ? "out of memory" : "unknown error", context: about)
      return
    }
    self.init(
      StoreErrorCode(status), String(cString: cxapian_error_message(error)),
      context: cxapian_error_context(error).map { String(cString: $0) } ?? about,
      systemError: cxapian_error_system(error).map { String(cString: $0) })
  }
}

/// A list that the shim handed out; freed with the object.
final class ShimList {
  private let list: UnsafePointer<cxapian_list>

  init(owning list: UnsafePointer<cxapian_list>) { self.list = list }

  deinit { cxapian_list_free(list) }

  /// Calls a function that hands out a list.
  static func make(
    about: @autoclosure () -> String? = nil,
    _ function: (
      UnsafeMutablePointer<UnsafePointer<cxapian_list>?>, UnsafeMutablePointer<OpaquePointer?>
    ) -> cxapian_status
  ) throws(StoreError) -> ShimList {
    var list: UnsafePointer<cxapian_list>?
    try call(about: about()) { error in function(&list, error) }
    guard let list else { throw StoreError(.internalError, "the call gave no list") }
    return ShimList(owning: list)
  }

  var count: Int { list.pointee.count }
  var strings: [String] { list.pointee.strings }
  var numbers: [UInt32] { Array(UnsafeBufferPointer(start: list.pointee.numbers, count: count)) }
  var weights: [Double] { Array(UnsafeBufferPointer(start: list.pointee.weights, count: count)) }
  func withBytes(_ index: Int, _ body: (UnsafeRawBufferPointer) -> Void) { body(list.pointee.string(index)) }
  func bytes(_ index: Int) -> [UInt8] { Array(list.pointee.string(index)) }
  func text(_ index: Int) -> String { String(decoding: list.pointee.string(index), as: UTF8.self) }
  func number(_ index: Int) -> UInt32 { list.pointee.numbers[index] }
}

extension cxapian_list {
  /// The bytes belong to the list.
  func string(_ index: Int) -> UnsafeRawBufferPointer {
    let start = index == 0 ? 0 : ends[index - 1]
    return UnsafeRawBufferPointer(start: bytes.map { $0 + start }, count: ends[index] - start)
  }

  var strings: [String] { (0..<count).map { String(decoding: string($0), as: UTF8.self) } }
}

/// The bytes are valid only during the call.
func withBytes<Result>(_ string: String, _ body: (cxapian_bytes) -> Result) -> Result {
  var string = string
  return string.withUTF8 { body(cxapian_bytes(bytes: $0.baseAddress, length: $0.count)) }
}

func withBytes<Result>(_ bytes: [UInt8], _ body: (cxapian_bytes) -> Result) -> Result {
  bytes.withUnsafeBufferPointer { body(cxapian_bytes(bytes: $0.baseAddress, length: $0.count)) }
}

/// All strings at once; the bytes are valid only during the call.
func withBytes<Result>(ofAll strings: [String], _ body: ([cxapian_bytes]) -> Result) -> Result {
  let joined = strings.flatMap(\.utf8)
  return joined.withUnsafeBufferPointer { joined in
    var start = 0
    let pieces = strings.map { string in
      defer { start += string.utf8.count }
      return cxapian_bytes(bytes: joined.baseAddress.map { $0 + start }, length: string.utf8.count)
    }
    return body(pieces)
  }
}
