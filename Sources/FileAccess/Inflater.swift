import CInflate

/// Unpacks gzip members, step by step.
final class Inflater {
  private let state: OpaquePointer?
  private var output = [UInt8](repeating: 0, count: 1 << 17)
  private(set) var isInsideMember = true
  /// Whether bytes may come out without further input.
  private(set) var hasMore = false

  /// - Parameter withZlib: whether to leave the faster library alone where it is installed.
  init(withZlib: Bool = false) { state = cinflate_new(withZlib ? 1 : 0) }

  deinit { cinflate_free(state) }

  /// Takes what comes next for the beginning of a member.
  func endMember() { (isInsideMember, hasMore) = (false, false) }

  /// Decompresses one step. The number of input bytes used; `nil` where the data is damaged, behind what could be unpacked.
  func inflate(_ input: ArraySlice<UInt8>, into buffer: inout [UInt8]) -> Int? {
    guard let state else { return nil }
    if !isInsideMember {
      // Zero bytes behind the last member are padding.
      if input.allSatisfy({ $0 == 0 }) { return input.count }
      guard cinflate_restart(state) == 1 else { return nil }
      isInsideMember = true
    }
    var (used, written) = (0, 0)
    let status = input.withUnsafeBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        cinflate_step(state, source.baseAddress, source.count, target.baseAddress, target.count, &used, &written)
      }
    }
    // What came out before the damage counts.
    buffer.append(contentsOf: output[..<written])
    hasMore = status == CINFLATE_MORE && written == output.count
    guard status != CINFLATE_DAMAGED else { return nil }
    if status == CINFLATE_END { isInsideMember = false }
    return used
  }
}
