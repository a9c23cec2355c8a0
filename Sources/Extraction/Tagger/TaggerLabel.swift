/// What a token is part of. The order is that of the model file.
enum TaggerLabel: UInt8, Sendable, CaseIterable {
  case outside
  case beginSource, insideSource
  case beginCue, insideCue
  case beginContent, insideContent

  static let count = 7

  var role: Role {
    switch self {
    case .outside: return .outside
    case .beginSource, .insideSource: return .source
    case .beginCue, .insideCue: return .cue
    case .beginContent, .insideContent: return .content
    }
  }

  var begins: Bool { rawValue % 2 == 1 }

  enum Role: UInt8, Sendable {
    case outside, source, cue, content

    var begin: TaggerLabel {
      switch self {
      case .outside: return .outside
      case .source: return .beginSource
      case .cue: return .beginCue
      case .content: return .beginContent
      }
    }

    var inside: TaggerLabel {
      switch self {
      case .outside: return .outside
      case .source: return .insideSource
      case .cue: return .insideCue
      case .content: return .insideContent
      }
    }
  }

  /// The names in the training data.
  var name: String {
    ["O", "B-S", "I-S", "B-C", "I-C", "B-T", "I-T"][Int(rawValue)]
  }
}
