import ArticleReading
import Rendering

extension DirectWords {
  /// The words of `extract`; `nil` where one is not plainly right.
  static func extraction(_ words: some Sequence<String>) -> ExtractionSettings? {
    var (settings, isJSON, format) = (ExtractionSettings(), false, OutputFormat?.none)
    var rest = ArraySlice(words)
    while let word = rest.popFirst() {
      if !word.hasPrefix("-") || word == "-" {
        settings.paths.append(word)
      } else if word == "--json" {
        isJSON = true
      } else if word == "--quiet" || word == "-q" {
        settings.display.isQuiet = true
      } else {
        guard let option = option(word, &rest), set(option.name, option.value, &settings, &format) else { return nil }
      }
    }
    if settings.paths.isEmpty || (isJSON && format ?? .jsonl != .jsonl) { return nil }
    settings.display.format = isJSON ? .jsonl : format ?? .text
    return settings
  }

  private static func set(
    _ name: String, _ value: String, _ settings: inout ExtractionSettings, _ format: inout OutputFormat?
  ) -> Bool {
    switch name {
    case "--format": return choose(&format, value)
    case "--color": return choose(&settings.display.colour, value)
    case "--input-format": return choose(&settings.inputFormat, value)
    case "--definition":
      settings.definition = value
      return true
    case "--jobs":
      settings.jobs = Int(value)
      return settings.jobs.map { $0 >= 1 } ?? false
    default: return false
    }
  }
}
