import ArticleModel

/// What an input says about its article beside the text. Values are cleaned: squeezed, never empty.
struct ArticleMetadata: Hashable {
  var id: String?
  /// The canonical address.
  var url: String?
  var title: String?
  var byline: String?
  var publisher: String?
  var published = PublicationDate.unknown
  var language: String?

  /// What is missing here is taken from `other`.
  func completed(by other: ArticleMetadata) -> ArticleMetadata {
    var result = self
    result.id = id ?? other.id
    result.url = url ?? other.url
    result.title = title ?? other.title
    result.byline = byline ?? other.byline
    result.publisher = publisher ?? other.publisher
    if published.value == nil { result.published = other.published }
    result.language = language ?? other.language
    return result
  }

  /// `nil` for what is empty or says that nothing is known.
  static func cleaned(_ text: String?) -> String? {
    guard let squeezed = text?.squeezed, !squeezed.isEmpty else { return nil }
    return squeezed.utf8.count <= longestUnknown && unknown.contains(squeezed.lowercased()) ? nil : squeezed
  }

  private static let unknown = ["null", "none", "undefined", "n/a", "nan"]
  private static let longestUnknown = 9

  /// `en` of `en-US`, `eng` or `English`; `nil` for what names no language.
  static func languageCode(_ text: String?) -> String? {
    guard let text = cleaned(text)?.lowercased() else { return nil }
    let first = text.prefix { $0 != "-" && $0 != "_" && $0 != "," && $0 != ";" }
    guard first.utf8.allSatisfy({ $0 &- UInt8(ascii: "a") < 26 }) else { return nil }
    if first.utf8.count == 2 { return String(first) }
    return longCodes[String(first)]
  }

  private static let longCodes = [
    "eng": "en", "english": "en", "deu": "de", "ger": "de", "german": "de", "fra": "fr", "fre": "fr", "french": "fr",
    "spa": "es", "spanish": "es", "rus": "ru", "russian": "ru", "ukr": "uk", "ukrainian": "uk", "ita": "it",
    "italian": "it", "por": "pt", "portuguese": "pt", "zho": "zh", "chi": "zh", "chinese": "zh", "ara": "ar",
    "arabic": "ar", "jpn": "ja", "japanese": "ja", "pol": "pl", "polish": "pl", "nld": "nl", "dut": "nl", "dutch": "nl",
  ]
}
