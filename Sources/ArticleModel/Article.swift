/// One news article as it was read: its text, what is known about it, and how the text is laid out.
public struct Article: Hashable, Sendable {
  /// As given, else the canonical URL, else made from the path. Holds no `#`, space or control character:
  /// they are percent-escaped, because `#` parts the id from the number of a segment.
  public var id: String
  /// The path as found, or the URL.
  public var source: String
  public var title: String?
  public var byline: String?
  public var publisher: String?
  public var published: PublicationDate
  /// BCP 47, in practice the two letters of ISO 639-1; `en` unless known otherwise.
  public var language: String
  public var text: String
  /// In reading order. Those with a span part `text` without gap or overlap.
  public var blocks: [Block]

  public init(
    id: String, source: String, title: String? = nil, byline: String? = nil, publisher: String? = nil,
    published: PublicationDate = .unknown, language: String = "en", text: String, blocks: [Block]
  ) {
    self.id = id
    self.source = source
    self.title = title
    self.byline = byline
    self.publisher = publisher
    self.published = published
    self.language = language
    self.text = text
    self.blocks = blocks
  }
}

/// The day of publication and how it became known.
public struct PublicationDate: Hashable, Sendable {
  public enum Provenance: String, Hashable, Sendable {
    /// In the input's metadata, or said on the command line.
    case given
    /// Printed in the article: page markup, dateline.
    case found
    /// Concluded from the URL or the file name.
    case inferred
    case unknown
  }

  public var value: DateValue?
  public var provenance: Provenance

  public init(value: DateValue?, provenance: Provenance) {
    self.value = value
    self.provenance = provenance
  }

  public static let unknown = PublicationDate(value: nil, provenance: .unknown)
}

/// A stretch of the article's text with one role in its layout.
public struct Block: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case headline, paragraph, caption
    /// Never searched, never a statement; the reason is one word such as `advertisement`.
    case boilerplate(reason: String)
  }

  public var kind: Kind
  /// `nil` for a title that does not stand in the text. A block owns the white space behind it.
  public var span: TextSpan?

  public init(kind: Kind, span: TextSpan?) {
    self.kind = kind
    self.span = span
  }
}

/// A block that can be found: headline, paragraph or caption.
public struct Segment: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable { case headline, paragraph, caption }

  /// Counts from 1 within the article; the id outside is `ARTICLE#number`.
  public var number: Int
  public var kind: Kind
  /// `nil` for a title that does not stand in the text.
  public var span: TextSpan?

  public init(number: Int, kind: Kind, span: TextSpan?) {
    self.number = number
    self.kind = kind
    self.span = span
  }
}

extension Article {
  /// The blocks that can be found, numbered from 1 in reading order.
  public var segments: [Segment] {
    var segments: [Segment] = []
    segments.reserveCapacity(blocks.count)
    for block in blocks {
      guard let kind = Segment.Kind(block.kind) else { continue }
      segments.append(Segment(number: segments.count + 1, kind: kind, span: block.span))
    }
    return segments
  }

  /// The words of a segment without the white space around them: the title where it has no span.
  public func text(of segment: Segment) -> String {
    guard let span = segment.span else { return title ?? "" }
    return text.text(in: trimmed(span))
  }

  /// A span without the ASCII white space at its ends.
  public func trimmed(_ span: TextSpan) -> TextSpan {
    var text = text
    return text.withUTF8 { bytes in
      var (start, end) = (max(0, span.start), min(span.end, bytes.count))
      while start < end, isSpace(bytes[start]) { start += 1 }
      while end > start, isSpace(bytes[end - 1]) { end -= 1 }
      return TextSpan(start, end)
    }
  }
}

private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

extension Segment.Kind {
  /// `nil` for boilerplate.
  public init?(_ kind: Block.Kind) {
    switch kind {
    case .headline: self = .headline
    case .paragraph: self = .paragraph
    case .caption: self = .caption
    case .boilerplate: return nil
    }
  }
}
