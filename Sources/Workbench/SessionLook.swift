import CLanguage
import Evaluation

/// A look at the live library, which changes nothing.
package enum SessionLook: Hashable, Sendable {
  case regions
  case bytes(address: UInt64, count: Int)
  case variables
  case values([String])
  /// Where an expression's value points, or where the object that it names stands.
  case place(String)
  /// The first place of some bytes from an address up to another.
  case search([UInt8], from: UInt64, to: UInt64)
}

/// What was seen.
package enum SessionSight: Sendable {
  case regions([MemoryMap.Region])
  /// As many as could be read.
  case bytes(address: UInt64, [UInt8])
  case variables([ObservedValue])
  case values([ObservedValue])
  /// Nil with the reason.
  case place(UInt64?, String)
}

/// What an expression comes to, for showing.
package struct ObservedValue: Hashable, Sendable {
  package var expression: String
  /// As C writes it; empty when there is none.
  package var type: String
  /// As C writes it, or why there is none.
  package var value: String
  package var address: UInt64?
  package var isWrong: Bool
}

extension Session {
  /// Looks.
  package func look(_ look: SessionLook) -> SessionSight {
    switch look {
    case .regions: return .regions(regions)
    case .bytes(let address, let count):
      return .bytes(address: address, readable(at: address, count: count))
    case .variables:
      return .variables(evaluator.variables.map(\.name).sorted().map { observed($0) })
    case .values(let expressions): return .values(expressions.map { observed($0) })
    case .place(let expression): return place(of: expression)
    case .search(let bytes, let start, let end): return search(bytes, from: start, to: end)
    }
  }

  private var regions: [MemoryMap.Region] {
    liveProcess.flatMap { MemoryMap.of($0)?.regions } ?? []
  }

  /// The bytes up to the first that cannot be read.
  private func readable(at address: UInt64, count: Int) -> [UInt8] {
    guard isLive, count > 0 else { return [] }
    if let bytes = try? read(at: address, count: count) { return bytes }
    guard let region = regions.first(where: { $0.start <= address && address < $0.end }),
      let bytes = try? read(at: address, count: min(count, Int(clamping: region.end - address)))
    else { return [] }
    return bytes
  }

  private func observed(_ expression: String) -> ObservedValue {
    let report = peek(expression)
    var observed = ObservedValue(
      expression: expression, type: "", value: "", address: nil, isWrong: false)
    switch report.outcome {
    case .returned(let type, let value):
      let printer = CPrinter(header: header)
      observed.type = printer.text(of: type)
      observed.value = printer.text(of: value, as: type)
      if case .returned(_, .pointer(let address)) = peek("&(\(expression))").outcome {
        observed.address = address
      }
    case .failed(let error):
      observed.isWrong = true
      observed.value = Self.reason(error)
    case .declared, .crashed, .timedOut, .interrupted, .exited, .threw, .planned:
      observed.isWrong = true
      observed.value = "it has no value"
    }
    return observed
  }

  /// An address that the expression gives, or that of the object it names.
  private func place(of expression: String) -> SessionSight {
    let report = peek(expression)
    switch report.outcome {
    case .returned(_, .pointer(let address)), .returned(_, .string(let address, _)):
      return .place(address, "")
    case .returned:
      if case .returned(_, .pointer(let address)) = peek("&(\(expression))").outcome {
        return .place(address, "")
      }
      return .place(nil, "\(expression) is no pointer and has no place")
    case .failed(let error): return .place(nil, Self.reason(error))
    case .declared, .crashed, .timedOut, .interrupted, .exited, .threw, .planned:
      return .place(nil, "\(expression) has no value")
    }
  }

  /// Bytes that are read at once while searching.
  private static let searchStep = 1 << 20

  private func search(_ bytes: [UInt8], from start: UInt64, to end: UInt64) -> SessionSight {
    var address = start
    while address < end, !bytes.isEmpty {
      let count = min(Self.searchStep + bytes.count, Int(clamping: end - address))
      let read = readable(at: address, count: count)
      if let found = read.firstRange(of: bytes) {
        return .place(address &+ UInt64(found.lowerBound), "")
      }
      guard read.count == count else { break }
      address = address &+ UInt64(Self.searchStep)
    }
    return .place(nil, "not found up to the end of the region")
  }

  private static func reason(_ error: StatementError) -> String {
    switch error {
    case .invalid(let diagnostic), .stopped(let diagnostic): diagnostic.message
    case .unavailable(let reason): reason
    }
  }
}
