import Rendering
import Testing

@Suite struct JSONWriterTests {
  private func written(_ body: (inout JSONWriter) -> Void) -> String {
    var json = JSONWriter()
    body(&json)
    return json.text
  }

  @Test func commasStandBetweenValuesOnly() {
    let text = written { json in
      json.object {
        $0.field("a", 1)
        $0.key("b")
        $0.array([1, 2]) { $0.value($1) }
        $0.key("c")
        $0.object { _ in }
        $0.field("d", [String]())
        $0.field("e", true)
        $0.field("f", String?.none)
      }
    }
    #expect(text == #"{"a":1,"b":[1,2],"c":{},"d":[],"e":true,"f":null}"#)
  }

  @Test func everyLineIsAValueOfItsOwn() {
    let text = written { json in
      for number in 1...2 {
        json.object { $0.field("n", number) }
        json.endLine()
      }
    }
    #expect(text == "{\"n\":1}\n{\"n\":2}\n")
  }

  @Test(arguments: [
    (#"plain "quoted" back\slash"#, #""plain \"quoted\" back\\slash""#),
    ("tab\tline\nreturn\rfeed\u{0C}back\u{08}", #""tab\tline\nreturn\rfeed\fback\b""#),
    ("\0\u{1B}[31m\u{7F}", #""\u0000\u001b[31m\u007f""#),
    // C1 controls and marks of direction are escaped; their neighbours in the tables are not.
    ("\u{80}\u{9B}\u{9F}\u{A0}¡", "\"\\u0080\\u009b\\u009f\u{A0}¡\""),
    ("\u{2027}\u{2028}\u{2029}\u{202A}\u{202E}\u{202F}", "\"\u{2027}\\u2028\\u2029\\u202a\\u202e\u{202F}\""),
    ("\u{2065}\u{2066}\u{2069}\u{206A}\u{200B}", "\"\u{2065}\\u2066\\u2069\u{206A}\u{200B}\""),
    ("Зеленський “Привіт” 👩‍👩‍👧 é", "\"Зеленський “Привіт” 👩‍👩‍👧 é\""),
    ("", "\"\""),
  ])
  func textsAreEscaped(text: String, expected: String) {
    #expect(written { $0.value(text) } == expected)
  }

  /// Eight bytes are looked at together.
  @Test(arguments: ["\"", "\\", "\n", "\u{7F}", "\u{9B}", "\u{2028}", "é", "“", "!", "~", "[", "]", "#"])
  func characterIsWrittenTheSameAtEveryPlace(odd: String) {
    let alone = written { $0.value(odd) }.dropFirst().dropLast()
    for place in 0...20 {
      let (before, behind) = (String(repeating: "a", count: place), String(repeating: "~", count: 20 - place))
      #expect(written { $0.value(before + odd + behind) } == "\"\(before)\(alone)\(behind)\"")
    }
  }

  @Test(arguments: [
    (0.97, "0.97"), (9.100004, "9.1"), (3, "3"), (0, "0"), (-0.5, "-0.5"), (0.00004, "0"), (0.00005, "0.0001"),
    (12.34567, "12.3457"), (1.0 / 3, "0.3333"), (-0.00001, "0"), (.nan, "null"), (.infinity, "null"), (1e300, "null"),
  ])
  func numbersHaveFourPlacesAtMost(number: Double, expected: String) {
    #expect(written { $0.value(number) } == expected)
  }

  @Test func decimalsLoseTheirZeros() {
    let texts = [0, 1, 0.5, 0.05, 0.0001, 0.00004, 0.99996, 9.10004, 12.34, -0.25, -3, 1234.5].map { Decimals.text($0) }
    #expect(
      texts == ["0", "1", "0.5", "0.05", "0.0001", "0", "1", "9.1", "12.34", "-0.25", "-3", "1234.5"])
    #expect(Decimals.text(3.7, places: 0) == "4")
    #expect(Decimals.text(.infinity) == nil)
  }

  @Test func wholeNumbersOfAnySizeAreWritten() {
    var json = JSONWriter()
    json.array([0, 7, 10, 99, 100, 9_999_999, 10_000_000, -1, Int.min, Int.max]) { $0.value($1) }
    #expect(json.text == "[0,7,10,99,100,9999999,10000000,-1,-9223372036854775808,9223372036854775807]")
  }

  @Test func fixedDecimalsKeepTheirZeros() {
    #expect(Decimals.fixed(3, places: 2) == "3.00")
    #expect(Decimals.fixed(0.05, places: 1) == "0.1")
    #expect(Decimals.fixed(41.96, places: 0) == "42")
    #expect(Decimals.fixed(-1.25, places: 2) == "-1.25")
  }
}
