import BrowserUI
import Workbench

/// Looks at the live library, between the explorer's words and the session's.
extension Look {
  /// What the session is asked.
  var ofSession: SessionLook {
    switch self {
    case .regions: .regions
    case .bytes(let address, let count): .bytes(address: address, count: count)
    case .variables: .variables
    case .values(let expressions): .values(expressions)
    case .place(let expression): .place(expression)
    case .search(let bytes, let start, let end): .search(bytes, from: start, to: end)
    }
  }
}

extension SessionSight {
  /// What the explorer is told.
  var message: BrowserMessage {
    switch self {
    case .regions(let regions):
      .regions(
        regions.map {
          MemoryRegion(
            start: $0.start, end: $0.end, permissions: $0.permissions, name: $0.name)
        })
    case .bytes(let address, let bytes): .bytes(address: address, bytes)
    case .variables(let values): .variables(values.map(\.row))
    case .values(let values): .values(values.map(\.row))
    case .place(let address, let reason): .found(address, reason)
    }
  }
}

extension LearnedPrototype {
  /// What the explorer is told.
  var knowledge: PrototypeKnowledge {
    PrototypeKnowledge(
      declarations: declarations, source: source,
      entries: entries.map { entry in
        let listed = entry.prototype
        let place = listed.file.map { file in
          let short = file.split(separator: "/").last.map(String.init) ?? file
          return short + (listed.line.map { ":\($0)" } ?? "")
        }
        return PrototypeKnowledge.Entry(
          source: listed.source, text: listed.text, place: place, refusal: listed.refusal,
          claim: entry.claim)
      })
  }
}

extension ObservedValue {
  fileprivate var row: VariableRow {
    VariableRow(
      name: expression, type: type, value: value, address: address, isWrong: isWrong)
  }
}
