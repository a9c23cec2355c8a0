extension IndexTerms {
  /// The term of the file that an article was read from; `nil` where the source is standard input or a URL.
  static func file(ofSource source: String) -> String? {
    source == "-" || source.contains("://") ? nil : file(source)
  }
}
