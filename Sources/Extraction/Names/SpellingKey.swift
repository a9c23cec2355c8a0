/// A key that is equal for the usual Latin spellings of one name: Sergei and Sergey, Zelensky, Zelenskyy and Zelenskiy,
/// Mohammed and Muhammad, Aleksandr and Alexander, Haniya and Haniyeh. Used inside one article only, where two people
/// of almost one name are rare.
enum SpellingKey {
  /// Of a folded word. A particle joined to it ("al-", "el-", "d'") is left out.
  static func of(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash = ByteHash()
    var previous: UInt8 = 0
    var index = afterParticle(word)
    let end = word.last == UInt8(ascii: ".") ? word.count - 1 : word.count
    var letters = 0
    while index < end {
      let (letter, length) = isPlain(word[index]) ? (word[index], 1) : sound(word, index, end)
      index += length
      // Written once or twice, with or without a mute h, a vowel before y: all the same.
      guard letter != 0, letter != previous else { continue }
      if index >= end, letters > 2, letter == UInt8(ascii: "h") { break }
      hash.add(letter)
      previous = letter
      letters += 1
    }
    return hash.value
  }

  static func of(_ token: Int, in tokens: TokenTable) -> UInt32 {
    tokens.withFolded(token..<(token + 1)) { of($0) }
  }

  private static func afterParticle(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    for joint in 1...3 where joint + 2 < word.count {
      if word[joint] == UInt8(ascii: "'") && joint == 1 { return word[0] == UInt8(ascii: "d") ? 2 : 0 }
      guard word[joint] == UInt8(ascii: "-"), joint == 2 else { continue }
      let second = word[1]
      let first = word[0]
      let isArticle = (first == UInt8(ascii: "a") || first == UInt8(ascii: "e")) && second != UInt8(ascii: "i")
      return isArticle ? joint + 1 : 0
    }
    return 0
  }

  /// Whether a byte is a letter that sounds the same whatever stands behind it, as most do.
  @inline(__always)
  private static func isPlain(_ byte: UInt8) -> Bool {
    let letter = byte &- UInt8(ascii: "a")
    return letter < 26 && plain >> UInt32(letter) & 1 != 0
  }

  /// By letter of ASCII, from the lowest bit on: all but those of `sound`.
  private static var plain: UInt32 {
    ~(bit("c") | bit("e") | bit("j") | bit("k") | bit("o") | bit("p") | bit("q") | bit("w") | bit("y"))
  }

  @inline(__always)
  private static func bit(_ letter: Unicode.Scalar) -> UInt32 { 1 << UInt32(UInt8(ascii: letter) - UInt8(ascii: "a")) }

  /// The sound at an offset and how many bytes write it; 0 for what is not heard.
  private static func sound(_ word: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int) -> (UInt8, Int) {
    let byte = word[index]
    let next = index + 1 < end ? word[index + 1] : 0
    switch byte {
    case UInt8(ascii: "y"), UInt8(ascii: "j"): return (UInt8(ascii: "i"), 1)
    case UInt8(ascii: "w"): return (UInt8(ascii: "v"), 1)
    case UInt8(ascii: "k") where next == UInt8(ascii: "h"): return (UInt8(ascii: "h"), 2)
    case UInt8(ascii: "k") where next == UInt8(ascii: "s"): return (UInt8(ascii: "x"), 2)
    case UInt8(ascii: "q"): return (UInt8(ascii: "k"), 1)
    case UInt8(ascii: "c") where next == UInt8(ascii: "k"): return (UInt8(ascii: "k"), 2)
    case UInt8(ascii: "p") where next == UInt8(ascii: "h"): return (UInt8(ascii: "f"), 2)
    case UInt8(ascii: "o") where next == UInt8(ascii: "u"), UInt8(ascii: "o") where next == UInt8(ascii: "o"):
      return (UInt8(ascii: "u"), 2)
    case UInt8(ascii: "e") where next == UInt8(ascii: "e"), UInt8(ascii: "e") where next == UInt8(ascii: "i"),
      UInt8(ascii: "e") where next == UInt8(ascii: "y"):
      return (UInt8(ascii: "i"), 2)
    case UInt8(ascii: "y") where next == UInt8(ascii: "e") && index == 0: return (UInt8(ascii: "e"), 2)
    case UInt8(ascii: "'"), UInt8(ascii: "-"): return (0, 1)
    default: return (byte, 1)
    }
  }
}
