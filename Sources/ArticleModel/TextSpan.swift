/// A half-open range of UTF-8 byte offsets into an article's text.
///
/// Inside the program every span counts bytes; `ScalarOffsets` turns spans into the Unicode scalar
/// offsets that the JSON output promises.
public struct TextSpan: Hashable, Sendable {
  public var start: Int
  public var end: Int

  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  public var length: Int { end - start }
  public var isEmpty: Bool { end <= start }

  public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }
  public func contains(_ other: TextSpan) -> Bool { start <= other.start && other.end <= end }
  public func overlaps(_ other: TextSpan) -> Bool { start < other.end && other.start < end }
}

extension TextSpan: Comparable {
  /// Reading order: by start, the shorter first.
  public static func < (left: TextSpan, right: TextSpan) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}

extension String {
  /// The text of a span; a span that cuts a scalar or lies outside is repaired or clamped, never a trap.
  public func text(in span: TextSpan) -> String {
    let bytes = utf8
    let start = max(0, min(span.start, bytes.count))
    let end = max(start, min(span.end, bytes.count))
    let from = bytes.index(bytes.startIndex, offsetBy: start)
    let to = bytes.index(from, offsetBy: end - start)
    return String(decoding: bytes[from..<to], as: UTF8.self)
  }
}
