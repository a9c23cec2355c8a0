import FileAccess
import Glibc
import NewsIndex
import Rendering

/// Where a command prints: data on standard output, everything else on standard error.
///
/// Not `Sendable`: one thread prints.
final class Console {
  var renderer: Renderer
  /// Of standard error.
  let messageStyle: TextStyle
  /// No progress, no suggestions; errors are said all the same.
  let isQuiet: Bool
  private(set) var output: Output
  /// Collects what a pager will show.
  private var paged: [UInt8]?
  /// Whether data were written since the output last changed.
  private(set) var hasWritten = false
  private let standardStyle: TextStyle

  init(_ display: DisplaySettings, pages: Bool = false) {
    let style = Terminal.style(STDOUT_FILENO, colour: display.colour)
    let isTerminal = Terminal.isTerminal(STDOUT_FILENO)
    standardStyle = style
    renderer = Renderer(format: display.format, style: style, isForTerminal: isTerminal)
    messageStyle = Terminal.style(STDERR_FILENO, colour: display.colour)
    isQuiet = display.isQuiet
    output = .standard()
    if pages { beginPage() }
  }

  /// What comes until `finish` goes through the user's pager, where there is one and it is text for a terminal.
  func beginPage() {
    if renderer.isForTerminal, renderer.format == .text, Pager.command != nil { paged = [] }
  }

  /// Data.
  func write(_ bytes: [UInt8]) throws {
    hasWritten = true
    if paged != nil { paged? += bytes } else { try output.write(bytes) }
  }

  func write(_ rendered: RenderedBytes) throws {
    hasWritten = true
    try rendered.withUnsafeBytes { bytes throws(any Error) in
      if paged != nil { paged?.append(contentsOf: bytes) } else { try output.write(bytes) }
    }
  }

  func writeLine(_ text: String) throws { try write(Array(text.utf8) + [UInt8(ascii: "\n")]) }

  /// Brings out what has been written, for somebody who waits for it.
  func flush() throws {
    if paged == nil { try output.flush() }
  }

  /// Brings out everything; the pager runs now, if there is more than a screen.
  func finish() throws {
    if let text = paged {
      paged = nil
      if try Pager.show(text) { return }
      try output.write(text)
    }
    try output.flush()
  }

  /// Data goes there from now on, as a file wants it.
  func redirect(to output: Output, style: TextStyle, isForTerminal: Bool) throws {
    try self.output.flush()
    self.output = output
    hasWritten = false
    renderer.style = style
    renderer.isForTerminal = isForTerminal
  }
}

extension Console {
  func restoreStandardOutput() throws {
    try redirect(to: .standard(), style: standardStyle, isForTerminal: Terminal.isTerminal(STDOUT_FILENO))
  }

  /// A suggestion, a remark: left out where quiet is asked for.
  func note(_ text: String) {
    if !isQuiet { message(messageStyle.wrapped(text)) }
  }

  /// Something about an input that must not be missed.
  func warn(_ text: String) { message(messageStyle.wrapped(text)) }

  /// Names shards that did not answer, each once, and lets the answers that follow name them too.
  func leaveOut(_ missing: [MissingShard]) {
    let new = missing.filter { !renderer.missingShards.contains($0.location) }
    for shard in new {
      let hint = shard.error.hint.map { ["\(messageStyle.paint("hint:", .faint)) \(messageStyle.safeLines($0))"] } ?? []
      let label = messageStyle.paint("left out:", .warning)
      // The message names the place already where it is about it.
      let place = shard.error.message.contains(shard.location) ? "" : "\(shard.location): "
      message(["\(label) \(messageStyle.safeLines(place + shard.error.message))"] + hint)
      renderer.missingShards.append(shard.location)
    }
  }

  var hasLeftOut: Bool { !renderer.missingShards.isEmpty }

  func report(_ failure: Failure) { message(failure.lines(style: messageStyle)) }

  private func message(_ lines: [String]) {
    // What was found stands above what is said about it, also where both go to one screen.
    try? output.flush()
    for line in lines { StandardError.write(line + "\n") }
  }
}

/// How the user wants output to look.
struct DisplaySettings: Hashable, Sendable {
  var format = OutputFormat.text
  var colour = ColourChoice.auto
  var isQuiet = false
}
