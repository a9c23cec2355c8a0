import FileAccess

/// The schema file of the output, and as much of JSON Schema as it uses.
struct OutputSchema: Sendable {
  private let definitions: [String: JSONValue]

  static let shared: Result<OutputSchema, any Error> = Result {
    let tests = Files.directory(of: Files.directory(of: Files.directory(of: #filePath)))
    let path = Files.join(Files.directory(of: tests), "Sources/Rendering/Schema/output-schema.json")
    return try OutputSchema(String(decoding: try Files.read(path), as: UTF8.self))
  }

  init(_ text: String) throws {
    guard case .object(let definitions)? = try JSONValue(text)["$defs"] else { throw JSONValue.Malformed(offset: 0) }
    self.definitions = definitions
  }

  var names: [String] { definitions.keys.sorted() }

  /// What is wrong with a value, `$.hits[0].id: no string`; empty where it fits the definition.
  func problems(_ value: JSONValue, _ definition: String) -> [String] {
    guard let schema = definitions[definition] else { return ["no definition \(definition)"] }
    return problems(value, schema, "$")
  }

  private func problems(_ value: JSONValue, _ schema: JSONValue, _ place: String) -> [String] {
    if let reference = schema["$ref"]?.string {
      let name = String(reference.split(separator: "/").last ?? "")
      return definitions[name].map { problems(value, $0, place) } ?? ["no definition \(name)"]
    }
    if let options = schema["anyOf"]?.elements {
      let all = options.map { problems(value, $0, place) }
      return all.contains(where: \.isEmpty) ? [] : all.min { $0.count < $1.count } ?? []
    }
    if let constant = schema["const"] { return constant == value ? [] : ["\(place): not \(constant)"] }
    if let allowed = schema["enum"]?.elements {
      return allowed.contains(value) ? [] : ["\(place): \(value) not allowed"]
    }
    if let wrong = typeProblem(value, schema, place) { return [wrong] }
    switch value {
    case .array(let elements): return arrayProblems(elements, schema, place)
    case .object(let members): return objectProblems(members, schema, place)
    default: return []
    }
  }

  private func typeProblem(_ value: JSONValue, _ schema: JSONValue, _ place: String) -> String? {
    guard let type = schema["type"] else { return nil }
    let names = type.string.map { [$0] } ?? type.elements.compactMap(\.string)
    let fits = names.contains { name in
      switch (name, value) {
      case ("null", .null), ("boolean", .bool), ("number", .number), ("string", .text), ("array", .array),
        ("object", .object):
        return true
      case ("integer", .number): return value.integer != nil
      default: return false
      }
    }
    return fits ? nil : "\(place): no \(names.joined(separator: " or "))"
  }

  private func arrayProblems(_ elements: [JSONValue], _ schema: JSONValue, _ place: String) -> [String] {
    if let least = schema["minItems"]?.integer, elements.count < least { return ["\(place): too short"] }
    if let most = schema["maxItems"]?.integer, elements.count > most { return ["\(place): too long"] }
    guard let items = schema["items"] else { return [] }
    return elements.enumerated().flatMap { problems($1, items, "\(place)[\($0)]") }
  }

  private func objectProblems(_ members: [String: JSONValue], _ schema: JSONValue, _ place: String) -> [String] {
    var wrong: [String] = []
    for key in schema["required"]?.elements.compactMap(\.string) ?? [] where members[key] == nil {
      wrong.append("\(place): no \(key)")
    }
    for (key, value) in members.sorted(by: { $0.key < $1.key }) {
      if let known = schema["properties"]?[key] {
        wrong += problems(value, known, "\(place).\(key)")
      } else if case .object? = schema["additionalProperties"], let any = schema["additionalProperties"] {
        wrong += problems(value, any, "\(place).\(key)")
      } else if schema["additionalProperties"] == .bool(false) {
        wrong.append("\(place): \(key) is not in the schema")
      }
    }
    return wrong
  }
}
