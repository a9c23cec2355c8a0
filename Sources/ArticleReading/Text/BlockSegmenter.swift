import ArticleModel

/// What the layout of a plain text tells.
struct TextLayout: Hashable {
  /// Partition the text; see `Article.blocks`.
  var blocks: [Block] = []
  /// The headline as it stands in the text.
  var title: String?
  var byline: String?
  /// A date that stands above the text or in its dateline.
  var date: DateValue?
}

/// Parts a plain text into headline, paragraphs, captions and boilerplate by its lines.
struct BlockSegmenter: Sendable {
  let patterns: LayoutPatterns
  let lines: HeaderLines

  /// - Parameter title: The title as known from elsewhere; the first line is the headline if it says the same.
  func layout(_ text: [UInt8], title: String?) -> TextLayout {
    let table = LineTable(text)
    var layout = TextLayout()
    var units = ParagraphCutter.units(table, text) { span in
      span.length <= 200
        && (patterns.boilerplate(text, span) != nil || lines.byline(text, span) != nil
          || lines.date(text, span) != nil)
    }
    markPhrases(&units, text)
    lines.mark(&units, text, title: title, into: &layout)
    layout.date = layout.date ?? Dateline.date(text, units, lines.dates)
    layout.blocks = Self.blocks(units, textLength: text.count)
    if let title, layout.title == nil { addOutside(title, to: &layout) }
    return layout
  }

  /// A title that does not stand in the text is a headline all the same.
  private func addOutside(_ title: String, to layout: inout TextLayout) {
    layout.blocks.insert(Block(kind: .headline, span: nil), at: 0)
    layout.title = title
  }

  private func markPhrases(_ units: inout [TextUnit], _ text: [UInt8]) {
    PhraseTokens.withRoom { markPhrases(&units, text, $0) }
  }

  /// - Parameter room: For the words of a line.
  private func markPhrases(_ units: inout [TextUnit], _ text: [UInt8], _ room: UnsafeMutableBufferPointer<UInt64>) {
    let mayHoldData = DataText.mayBeIn(text)
    for index in units.indices where !units[index].isBoilerplate {
      if mayHoldData, DataText(text, units[index].span).isAll {
        units[index].kind = .boilerplate(reason: "data")
        continue
      }
      let role = patterns.role(text, units[index].span, in: room)
      if let pattern = role.boilerplate {
        mark(pattern, at: index, &units, text)
      } else if role.isCaption {
        units[index].kind = .caption
      }
    }
  }

  private func mark(_ pattern: PhrasePattern, at index: Int, _ units: inout [TextUnit], _ text: [UInt8]) {
    let kind = Block.Kind.boilerplate(reason: pattern.reason)
    switch pattern.scope {
    case .line: break
    case .next:
      if index + 1 < units.count, Sentence.wordCount(text, units[index + 1].span) <= 30 { units[index + 1].kind = kind }
    case .teaser: for other in Teasers.beside(index, units, text) { units[other].kind = kind }
    case .rest:
      // Such words stand inside articles too; what is behind them must look like an end.
      let behind = text.count - units[index].span.end
      guard behind * 5 < text.count, index > 0 else { return }
      for other in (index + 1)..<max(index + 1, units.count) { units[other].kind = kind }
    }
    units[index].kind = kind
  }

  /// A block begins where its unit does and owns the white space behind it; the first begins with the text.
  static func blocks(_ units: [TextUnit], textLength: Int) -> [Block] {
    // White space alone: nothing to search, but part of the text.
    if units.isEmpty, textLength > 0 {
      return [Block(kind: .boilerplate(reason: "blank"), span: TextSpan(0, textLength))]
    }
    var blocks: [Block] = []
    // One more for a title outside of the text.
    blocks.reserveCapacity(units.count + 1)
    for (index, unit) in units.enumerated() {
      let start = index == 0 ? 0 : unit.span.start
      let end = index + 1 < units.count ? units[index + 1].span.start : textLength
      blocks.append(Block(kind: unit.kind, span: TextSpan(start, end)))
    }
    return blocks
  }
}
