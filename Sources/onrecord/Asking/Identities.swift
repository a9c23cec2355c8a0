import FileAccess

/// The user's own table of names that mean the same: `identities.tsv` in `$XDG_CONFIG_HOME/onrecord`, a line each of
/// `canonical name TAB other name`. Lines that begin with `#` are comments.
enum Identities {
  static var path: String {
    let folder = Environment.folder("XDG_CONFIG_HOME") ?? Files.join(Environment.home, ".config")
    return Files.join(folder, "onrecord/identities.tsv")
  }

  /// Empty where there is no such file, or it can't be read.
  static func ofUser() -> [(canonical: String, name: String)] {
    guard Files.isRegular(path), let bytes = try? Files.read(path, limit: 1 << 24) else { return [] }
    return parse(String(decoding: bytes, as: UTF8.self))
  }

  static func parse(_ text: String) -> [(canonical: String, name: String)] {
    text.split(whereSeparator: \.isNewline).compactMap { line in
      guard !line.hasPrefix("#") else { return nil }
      let parts = line.split(separator: "\t", maxSplits: 1)
      guard parts.count == 2 else { return nil }
      return (String(parts[0]), String(parts[1]))
    }
  }
}
