import FileAccess
import Glibc
import Testing

@testable import ArticleReading

struct InputStreamTests {
  @Test func foldersAreWalkedAndKindsTold() throws {
    let files: [(String, [UInt8])] = [
      ("a.txt", Array("Plain words.".utf8)), ("b.md", Array("# Words".utf8)),
      ("c.html", Array("<!doctype html><p>Words".utf8)),
      ("d.jsonl", Array("{\"text\":\"x\"}\n\n{\"text\":\"y\"}\n".utf8)),
      ("e.json", Array("{\n \"text\": \"x\"\n}".utf8)),
      ("f/feed.xml", Array("<?xml version=\"1.0\"?><rss></rss>".utf8)),
      ("g.eml", Array("From: a@b\nSubject: x\nDate: y\n\nWords".utf8)), ("page_files/a.css", Array("p {}".utf8)),
      ("t.tsv", Array("a\tb".utf8)), ("unnamed", Array("<html><body>Words</body></html>".utf8)),
    ]
    try inFolder(files) { folder in
      #expect(
        drain([folder], below: folder) == [
          "text a.txt", "markdown b.md", "html c.html", "json d.jsonl:1", "json d.jsonl:3", "json e.json",
          "feed f/feed.xml", "mail g.eml", "skipped: page_files/a.css: no text: part of a page or a media file",
          "skipped: t.tsv: no article by its name", "html unnamed",
        ])
    }
  }

  @Test func whatTheRunWritesIsNoInputOfAFolder() throws {
    let line = Array("{\"text\":\"x\"}\n".utf8)
    try inFolder([("a.jsonl", line), ("b/log.jsonl", line), ("log.jsonl", line)]) { folder in
      var options = ReadingOptions()
      options.output = Files.join(folder, "b/../log.jsonl")
      #expect(drain([folder], below: folder, options: options) == ["json a.jsonl:1", "json b/log.jsonl:1"])
      let named = Files.join(folder, "log.jsonl")
      #expect(drain([named], below: folder, options: options) == ["json log.jsonl:1"])
    }
  }

  @Test func badInputIsNamedAndTheRestRead() throws {
    let files: [(String, [UInt8])] = [
      ("a-empty.txt", []), ("b-binary.dat", [0, 1, 2, 3, 0, 9, 8, 7]), ("c.pdf", Array("%PDF-1.7".utf8)),
      ("d.gz", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 0xFF, 1, 2, 3]), ("z.txt", Array("Words.".utf8)),
    ]
    try inFolder(files) { folder in
      let found = drain([folder, Files.join(folder, "missing.txt")], below: folder)
      #expect(found.count == 6)
      #expect(found[0] == "unreadable: a-empty.txt: empty")
      #expect(found[1] == "unreadable: b-binary.dat: binary data, not text (convert it to text or HTML first)")
      #expect(found[2] == "unreadable: c.pdf: a PDF document, not text (convert it to text or HTML first)")
      #expect(found[3].hasPrefix("unreadable: d.gz: "))
      #expect(found[4] == "text z.txt")
      #expect(found[5] == "unreadable: missing.txt: cannot open: No such file or directory")
    }
  }

  @Test func tooLargeIsNamedAndNotHeld() throws {
    let options = ReadingOptions(limits: ReadingLimits(record: 1 << 20, line: 1 << 20, text: 1 << 20))
    let long = [UInt8](repeating: UInt8(ascii: "x"), count: 3 << 20)
    let lines = Array("{\"text\":\"a\"}\n".utf8) + long + Array("\n{\"text\":\"b\"}\n".utf8)
    try inFolder([("a.txt", long), ("b.jsonl", lines)]) { folder in
      let found = drain([folder], below: folder, options: options)
      #expect(
        found == [
          "unreadable: a.txt: larger than 1 MB (one article a file; many articles go into JSON Lines, one a line)",
          "json b.jsonl:1", "unreadable: b.jsonl:2: longer than 1 MB; line skipped", "json b.jsonl:3",
        ])
    }
  }

  @Test func pipesAndSocketsAreNotOpened() throws {
    try inFolder([("a.txt", Array("Words.".utf8))]) { folder in
      let pipe = Files.join(folder, "pipe")
      #expect(mkfifo(pipe, 0o600) == 0)
      #expect(drain([folder], below: folder) == ["text a.txt"])
      #expect(drain([pipe], below: folder) == ["unreadable: pipe: not a regular file; not read"])
    }
  }

  @Test func gzipIsUnpackedWhateverItsName() throws {
    // "one\n" packed.
    let packed: [UInt8] = [
      0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0xFF, 0xCB, 0xCF, 0x4B, 0xE5, 0x02, 0x00, 0x9F, 0xA8, 0x17,
      0xF8, 0x04, 0x00, 0x00, 0x00,
    ]
    try inFolder([("a.txt.gz", packed), ("b.txt", packed)]) { folder in
      var stream = InputStream(paths: [folder])
      var texts: [String] = []
      while let result = stream.next() { texts.append(String(decoding: try result.get().bytes, as: UTF8.self)) }
      #expect(texts == ["one\n", "one\n"])
    }
  }
}

struct TextDecodingTests {
  private func text(_ bytes: [UInt8], declared: String? = nil) -> String {
    String(decoding: TextDecoding.decode(bytes, declared: declared).bytes, as: UTF8.self)
  }

  @Test func encodingsAreTold() {
    #expect(text([0xEF, 0xBB, 0xBF, 0x61]) == "a")
    #expect(text([0xFF, 0xFE, 0x61, 0, 0xE9, 0]) == "aé")
    #expect(text([0xFE, 0xFF, 0, 0x61, 0, 0xE9]) == "aé")
    #expect(text([0x93, 0x61, 0xE9, 0x94], declared: "iso-8859-1") == "“aé”")
    #expect(text(Array("é".utf8), declared: "iso-8859-1") == "é")
    #expect(text([0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2], declared: "windows-1251") == "Привет")
  }

  @Test func undeclaredBytesAreDetectedAndNoted() {
    let word: [UInt8] = [0xCF, 0xF0, 0xE5, 0xE7, 0xE8, 0xE4, 0xE5, 0xED, 0xF2, 0x20]  // a word in windows-1251
    let decoded = TextDecoding.decode((0..<20).flatMap { _ in word })
    #expect(String(decoding: decoded.bytes.prefix(18), as: UTF8.self) == "Президент")
    #expect(decoded.note == "not UTF-8; read as WINDOWS-1251" || decoded.note == "not UTF-8; read as windows-1251")
  }

  @Test(arguments: 0..<200)
  func anyBytesBecomeUTF8(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let bytes = (0..<Int.random(in: 0...200, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
    let names = [nil, "utf-8", "shift_jis", "no-such-encoding", "utf-16", "gb2312", "koi8-r"]
    let decoded = TextDecoding.decode(bytes, declared: names.randomElement(using: &random) ?? nil)
    #expect(String(validating: decoded.bytes, as: UTF8.self) != nil, "seed \(seed)")
  }
}
