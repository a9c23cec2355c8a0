/// Numbers as decimal text, without a locale.
public enum Decimals {
  /// Rounded to some places, without zeros at the end; `nil` for what is not finite or too large to be written out.
  ///
  ///     text(0.97)  ->  0.97        text(9.10004)  ->  9.1        text(3)  ->  3
  public static func text(_ number: Double, places: Int = 4) -> String? {
    guard let digits = scaled(number, places) else { return nil }
    var (whole, places) = (digits.magnitude, places)
    var fraction: UInt = 0
    var power: UInt = 1
    for _ in 0..<places {
      fraction += whole % 10 * power
      whole /= 10
      power *= 10
    }
    while places > 0, fraction % 10 == 0 {
      fraction /= 10
      places -= 1
    }
    if places == 0 { return sign(digits) + String(whole) }
    let written = String(fraction)
    let zeros = String(repeating: "0", count: max(0, places - written.utf8.count))
    return sign(digits) + String(whole) + "." + zeros + written
  }

  /// Rounded to some places, always with all of them: for columns of numbers.
  public static func fixed(_ number: Double, places: Int) -> String? {
    guard let digits = scaled(number, places) else { return nil }
    let (whole, fraction) = parts(digits, places)
    return sign(digits) + whole + (fraction.isEmpty ? "" : "." + fraction)
  }

  private static func scaled(_ number: Double, _ places: Int) -> Int? {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let digits = (number * scale).rounded()
    return digits.isFinite && abs(digits) < 9e15 ? Int(digits) : nil
  }

  private static func parts(_ digits: Int, _ places: Int) -> (whole: String, fraction: String) {
    let text = String(digits.magnitude)
    let padded = String(repeating: "0", count: max(0, places + 1 - text.utf8.count)) + text
    return (String(padded.dropLast(places)), String(padded.suffix(places)))
  }

  private static func sign(_ digits: Int) -> String { digits < 0 ? "-" : "" }
}
