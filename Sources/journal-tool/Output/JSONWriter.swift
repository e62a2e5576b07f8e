import RegistryEvents

/// Writes results for other programs as JSON: the same bytes for the same result.
///
/// Members are sorted by the bytes of their names, as `jq -S` sorts them, and indented by two spaces. Characters that are
/// not `visible` stand as `\u001b`: to a reader of JSON the value is the same, and a terminal sees none of them.
struct JSONWriter {
  /// Where the bytes go.
  let output: ByteOutput

  /// Writes one object with the members and `"schema"`, and a line break; throws `SystemError` and what making an element
  /// throws.
  func write(schema: String, _ members: [String: JSONMember]) throws {
    var members = members
    members["schema"] = .value(.string(schema))
    try write(.object(members), depth: 0)
    try output.write("\n")
  }

  /// Writes a document that has a form of its own, and a line break; throws `SystemError`.
  func write(document: CanonicalValue) throws {
    try write(.value(document), depth: 0)
    try output.write("\n")
  }

  private func write(_ member: JSONMember, depth: Int) throws {
    switch member {
    case .value(let value):
      var text = JSONText()
      text.append(value, depth: depth)
      try output.write(bytes: text.bytes)
    case .elements(let make):
      var isEmpty = true
      try make { element in
        var text = JSONText()
        text.separate("[", isFirst: isEmpty, depth: depth + 1)
        text.append(element, depth: depth + 1)
        try output.write(bytes: text.bytes)
        isEmpty = false
      }
      try close("[", "]", isEmpty: isEmpty, depth: depth)
    case .object(let members):
      for (index, member) in members.sorted(by: { JSONText.precedes($0.key, $1.key) }).enumerated() {
        var text = JSONText()
        text.separate("{", isFirst: index == 0, depth: depth + 1)
        text.append(name: member.key)
        try output.write(bytes: text.bytes)
        try write(member.value, depth: depth + 1)
      }
      try close("{", "}", isEmpty: members.isEmpty, depth: depth)
    }
  }

  private func close(_ open: StaticString, _ close: StaticString, isEmpty: Bool, depth: Int) throws(SystemError) {
    var text = JSONText()
    text.close(open, close, isEmpty: isEmpty, depth: depth)
    try output.write(bytes: text.bytes)
  }
}
