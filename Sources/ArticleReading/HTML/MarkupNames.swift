import CXMLReader

/// The tags that reading a page tells apart. Raw values are places in the sorted list that the parser knows.
///
/// The order is that of the names' bytes; a test holds it so.
enum Tag: Int32, CaseIterable, Sendable {
  case a, abbr, address, ampAd, article, aside, audio, b, base, blockquote, body, br, button, canvas, caption, center,
    cite, code, dd, details, dialog, div, dl, dt, em, embed, fieldset, figcaption, figure, font, footer, form, h1, h2,
    h3, h4, h5, h6, head, header, hgroup, hr, html, i, iframe, img, input, ins, label, li, link, main, map, mark, menu,
    meta, nav, noscript, object, ol, option, p, picture, pre, q, s, script, section, select, small, source, span,
    strong, style, sub, summary, sup, svg, table, tbody, td, template, textarea, tfoot, th, thead, time, title, tr, u,
    ul, video

  var name: String {
    self == .ampAd ? "amp-ad" : "\(self)"
  }
}

/// The attributes that are kept, in the order of their names' bytes.
enum AttributeName: Int32, CaseIterable, Sendable {
  case alt, ariaHidden, `class`, content, datetime, hidden, href, httpEquiv, id, itemprop, itemtype, lang, name,
    placeholder, property, rel, role, style, title, type

  var name: String {
    switch self {
    case .ariaHidden: "aria-hidden"
    case .httpEquiv: "http-equiv"
    default: "\(self)"
    }
  }
}

/// The lists of names as the C side wants them, made once.
///
/// `@unchecked Sendable`: the memory is written in `init` and never again, and lives as long as the process.
final class MarkupNames: @unchecked Sendable {
  static let shared = MarkupNames()

  let names: UnsafePointer<cxmlreader_names>

  private init() {
    let list = UnsafeMutablePointer<cxmlreader_names>.allocate(capacity: 1)
    let tags = Tag.allCases.map(\.name)
    let attributes = AttributeName.allCases.map(\.name)
    list.initialize(
      to: cxmlreader_names(
        tags: Self.cStrings(tags), tag_count: tags.count, attributes: Self.cStrings(attributes),
        attribute_count: attributes.count))
    names = UnsafePointer(list)
  }

  private static func cStrings(_ names: [String]) -> UnsafePointer<UnsafePointer<CChar>?> {
    let list = UnsafeMutablePointer<UnsafePointer<CChar>?>.allocate(capacity: names.count)
    for (index, name) in names.enumerated() {
      let bytes = Array(name.utf8CString)
      let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
      copy.initialize(from: bytes, count: bytes.count)
      list[index] = UnsafePointer(copy)
    }
    return UnsafePointer(list)
  }
}
