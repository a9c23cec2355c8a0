import Glibc
import XapianStore

/// A folder that goes when the test ends.
final class Scratch {
  let path: String

  init() throws {
    var template = Array("/tmp/xapian-store-tests-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw ScratchError(code: errno) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { Scratch.remove(path) }

  func callAsFunction(_ name: String) -> String { path + "/" + name }

  private static func remove(_ path: String) {
    guard let folder = opendir(path) else {
      unlink(path)
      return
    }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    closedir(folder)
    for name in names { remove(path + "/" + name) }
    rmdir(path)
  }
}

struct ScratchError: Error { let code: Int32 }

extension Scratch {
  /// Overwrites a part of a file; damage on purpose.
  func damage(_ name: String, from offset: Int = 0, count: Int) throws {
    guard let file = fopen(self(name), "r+b") else { throw ScratchError(code: errno) }
    defer { fclose(file) }
    fseek(file, offset, SEEK_SET)
    for _ in 0..<count { fputc(0xA5, file) }
  }

  func write(_ name: String, _ text: String) throws {
    guard let file = fopen(self(name), "wb") else { throw ScratchError(code: errno) }
    defer { fclose(file) }
    fputs(text, file)
  }
}

extension StoreDocument {
  /// Words at positions 1, 2, 3...
  init(_ text: String, boolean: [String] = [], values: [Int: [UInt8]] = [:], data: String = "") {
    self.init()
    for (index, word) in text.split(separator: " ").enumerated() {
      add(term: String(word), positions: [UInt32(index + 1)])
    }
    for term in boolean { addBoolean(term: term) }
    for (slot, value) in values.sorted(by: { $0.key < $1.key }) { setValue(slot: slot, value) }
    self.data = Array(data.utf8)
  }
}

/// A new database of such documents, numbered from 1.
func makeDatabase(_ path: String, _ documents: [StoreDocument]) throws {
  let writer = try StoreWriter(path: path, mode: .create, options: .bulk)
  for document in documents { try writer.add(document) }
  try writer.close()
}

/// The store's error that the call throws; `nil` if it throws nothing.
func failure<Result>(_ body: () throws -> Result) -> StoreError? {
  do {
    _ = try body()
    return nil
  } catch {
    return error as? StoreError
  }
}

func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
