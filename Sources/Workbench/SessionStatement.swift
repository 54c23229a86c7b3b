import CLanguage
import ELFModel
package import Evaluation
import MemoryInspection
import ProbeHost
import ProbeWire

/// What stands around a statement: what it did, and the state to go back to.
extension Session {
  package func start(_ statement: String, _ before: Evaluator) {
    presentStatement = statement
    presentHeader = before.header
    deadline = options.timeLimit.map { Deadline(after: $0) }
    traces = CallTraces()
    crash = nil
    endedWhileLoading = false
    hasSnapshot = false
    writtenBytes = 0
    lostStatements = []
    (startsAfresh, hasLostSnapshot) = (false, false)
    allocationsAtStart = allocations.count
    host?.letGo()
    _ = host?.takeDenials()
  }

  package func finish(_ report: inout StatementReport, _ before: Evaluator, _ after: Evaluator) {
    report.crash = crash
    if endedWhileLoading { report.endedWhileLoading = true }
    report.effects.denials = (host?.takeDenials() ?? []).map {
      DeniedAccess(attempt: $0.attempt, option: $0.option)
    }
    report.effects.remarks += lossRemarks(report.outcome)
    report.effects.allocations = allocationReport()
    switch report.outcome {
    case .returned, .declared:
      presentHeader = after.header
      variables = after.variables
      if hasSnapshot, options.tellsChanges, traces.calls > 0 || report.outcome.isValue {
        report.effects.changes = memoryChanges()
        if report.effects.changes == nil, host?.keepsPast == false {
          report.effects.remarks.append(
            "which memory changed is not known: the process that kept the state before has died")
        }
      }
      if traces.calls > 0, !saysGaps {
        saysGaps = true
        report.effects.remarks += sandboxGaps
        report.effects.remarks += OwnAllocator.remarks(of: [image] + options.preloaded)
      }
      if traces.calls > 0, options.snapshotLimit > 0, let process = host?.presentProcess {
        report.effects.remarks += unkept.news(of: process)
      }
      if case .returned(let type, let value) = report.outcome {
        report.functionName = functionName(value, type, after.header)
      }
      report.effects.remarks += overrunRemarks()
      report.effects.stateBytes = writtenBytes
      if host != nil { carriesState = true }
      keep(report.statement, before)
    case .crashed, .timedOut, .interrupted, .exited, .threw, .failed, .planned: break
    }
  }

  /// What of earlier statements is gone.
  private func lossRemarks(_ outcome: StatementOutcome) -> [String] {
    let isLate: Bool
    if case .timedOut = outcome { isLate = true } else { isLate = false }
    if startsAfresh {
      return [
        options.snapshotLimit > 0
          ? "no earlier state could be brought back, for its processes have died as well: the next "
            + "statement loads the library anew, without variables and without what earlier "
            + "statements did"
          : "without snapshots no state is kept: the next statement loads the library anew, without "
            + "variables and without what earlier statements did"
      ]
    }
    return lostStatements.first.map {
      [
        (hasLostSnapshot
          ? "the process that kept the state before had died as well"
          : isLate ? "the process no longer answered" : "the process had died since")
          + "; the state is that before '\($0)'"
      ]
    } ?? []
  }

  /// What a pointer to a function leads to.
  private func functionName(_ value: CValue, _ type: CType, _ header: CHeader) -> String? {
    guard case .pointer(let pointee) = header.resolved(type),
      case .function = header.resolved(pointee.type), case .pointer(let address) = value,
      address != 0
    else { return nil }
    if let name = symbols[address] { return SymbolSearch.readableName(of: name) }
    guard let regions = host?.presentProcess?.regions(),
      let library = LoadedLibraries.placements(in: regions).first(where: {
        $0.range.contains(address)
      })
    else { return nil }
    return libraries.functionName(at: address, in: library).map(SymbolSearch.readableName)
  }

  private func keep(_ statement: String, _ before: Evaluator) {
    guard options.snapshotLimit > 0 else { return }
    states.append(
      KeptState(
        statement: statement, evaluator: before,
        library: hasSnapshot ? library.atSnapshot : library.now,
        allocations: Array(allocations.prefix(allocationsAtStart)), hasSnapshot: hasSnapshot,
        bytes: hasSnapshot ? writtenBytes : 0))
    while states.filter(\.hasSnapshot).count > options.snapshotLimit { states.removeFirst() }
  }

  /// The library that was opened, or one that was loaded with it.
  func isOpened(_ path: String) -> Bool {
    ([image] + options.preloaded).contains {
      $0.path == path || SessionFiles.isSame($0.path, path)
    }
  }

  /// Whether malloc has given a block in that range.
  func hasHeapBlock(in range: Range<UInt64>) -> Bool {
    host?.ledger()?.blocks().contains { range.contains($0.address) } ?? false
  }

  /// The changes of one object, typed where its type is known.
  func changes(
    of object: NamedObject, _ runs: [ChangedRun], _ control: ProbeControl
  ) -> [MemoryChange] {
    if let (name, type) = typed(object), let host,
      let present = host.presentProcess, let past = host.pastProcess
    {
      let size = (try? presentHeader.layout(of: type))?.size ?? 0
      let address = object.range.lowerBound
      if size > 0, size <= object.range.count, size <= 1 << 20,
        let after = present.readWhole(address, count: size),
        let before = past.readWhole(address, count: size)
      {
        let found = TypedChanges.of(
          name, type, at: address, before: before, after: after, header: presentHeader)
        if !found.isEmpty { return found.map(Self.withArrow) }
      }
    }
    if let whole = wholeObject(object) { return [whole] }
    return runs.map { run in
      let offset = run.address - object.range.lowerBound
      return MemoryChange(
        name: offset == 0 ? object.name : "\(object.name)+\(offset)", address: run.address,
        length: UInt64(run.count), before: .bytes(run.before), after: .bytes(run.after))
    }
  }

  /// `(*p).x` as C is written: `p->x`.
  private static func withArrow(_ change: MemoryChange) -> MemoryChange {
    guard change.name.hasPrefix("(*"), let end = change.name.firstIndex(of: ")") else {
      return change
    }
    var renamed = change
    let pointer = change.name[..<end].dropFirst(2)
    let rest = change.name[change.name.index(after: end)...]
    renamed.name = rest.hasPrefix(".") ? pointer + "->" + rest.dropFirst() : "*" + pointer + rest
    return renamed
  }

  /// A variable that fits a register is told whole: parts of a number mean nothing.
  private func wholeObject(_ object: NamedObject) -> MemoryChange? {
    let size = object.range.count
    guard object.kind != .heapBlock, [2, 4, 8].contains(size), let host,
      let after = host.presentProcess?.readWhole(object.range.lowerBound, count: size),
      let before = host.pastProcess?.readWhole(object.range.lowerBound, count: size)
    else { return nil }
    return MemoryChange(
      name: object.name, address: object.range.lowerBound, length: UInt64(size),
      before: .bytes(before), after: .bytes(after))
  }

  /// The name and type of an object: of a variable as it was declared, of a global as a header or
  /// debug information declares it, of a heap block through a variable that points to it.
  private func typed(_ object: NamedObject) -> (name: String, type: CType)? {
    switch object.kind {
    case .variable:
      let variable = variables.first { $0.address == object.range.lowerBound }
      return variable.map { ($0.name, $0.type) }
    case .global:
      guard let declaration = presentHeader.object(named: object.name),
        case .object(let type, _) = declaration.kind
      else { return nil }
      return (object.name, type.type)
    case .heapBlock: return pointee(of: object.range)
    case .ignored: return nil
    }
  }

  /// What a variable of pointer type says of the block that it points to: as many elements as fit.
  private func pointee(of block: Range<UInt64>) -> (name: String, type: CType)? {
    guard let memory = host?.presentProcess else { return nil }
    for variable in variables {
      guard case .pointer(let pointee) = presentHeader.resolved(variable.type),
        let bytes = memory.readWhole(variable.address, count: 8),
        bytes.reversed().reduce(UInt64(0), { $0 << 8 | UInt64($1) }) == block.lowerBound,
        case let size = (try? presentHeader.layout(of: pointee.type))?.size ?? 0, size > 0
      else { continue }
      let count = block.count / size
      if count > 1 { return (variable.name, .array(pointee, count: count)) }
      return ("(*\(variable.name))", pointee.type)
    }
    return nil
  }
}

extension StatementOutcome {
  /// Not a declaration, whose own variables are no change.
  fileprivate var isValue: Bool {
    switch self {
    case .returned: true
    case .declared, .crashed, .timedOut, .interrupted, .exited, .threw, .failed, .planned: false
    }
  }
}
