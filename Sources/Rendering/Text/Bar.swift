/// Horizontal bars of block characters, eight steps to a column.
enum Bar {
  private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

  /// As long beside `longest` as `count` is beside `most`; what is not nothing shows at least a sliver.
  static func text(_ count: Int, most: Int, longest: Int) -> String {
    guard count > 0, most > 0, longest > 0 else { return "" }
    let steps = max(1, (count * longest * 8 + most / 2) / most)
    return String(repeating: "█", count: steps / 8) + eighths[steps % 8]
  }
}
