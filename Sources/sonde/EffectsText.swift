import CLanguage
import Evaluation
import MemoryInspection

/// What a statement did to memory and the heap, for a person at a shell.
enum EffectsText {
  /// One line each, indented below the value.
  static func lines(_ effects: StatementEffects, header: CHeader) -> [String] {
    var lines = (effects.changes ?? []).map { change in
      "  \(change.name): " + sides(of: change, header: header)
    }
    guard let heap = effects.allocations else { return lines }
    for (verb, blocks) in [("allocated", heap.allocated), ("freed", heap.freed)] {
      lines += blocks.prefix(blockLimit).map { "  \(verb) \(text(of: $0))" }
      if blocks.count > blockLimit { lines.append("  \(verb) \(blocks.count - blockLimit) more") }
    }
    if !heap.live.isEmpty {
      let bytes = heap.live.reduce(UInt64(0)) { $0 &+ $1.size }
      lines.append(
        "  not freed: \(heap.live.count) block\(heap.live.count == 1 ? "" : "s"), \(bytes) bytes")
    }
    return lines
  }

  private static let blockLimit = 16

  private static func text(of block: HeapBlock) -> String {
    "0x\(String(block.address, radix: 16)), \(block.size) bytes"
  }

  private static func sides(of change: MemoryChange, header: CHeader) -> String {
    guard let before = change.before, let after = change.after else {
      return "\(change.length) bytes changed"
    }
    return text(of: before, change, header) + " -> " + text(of: after, change, header)
  }

  private static func text(
    of side: ChangedValue, _ change: MemoryChange, _ header: CHeader
  ) -> String {
    switch side {
    case .value(let type, let value): CPrinter(header: header).text(of: value, as: type)
    case .text(let bytes): "\"" + escaped(bytes) + "\""
    case .bytes(let bytes):
      HexText.shortened(bytes, count: Int(clamping: change.length), limit: 16)
    }
  }

  private static func escaped(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self)
      .replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
      .replacing("\t", with: "\\t").replacing("\r", with: "\\r")
  }
}
