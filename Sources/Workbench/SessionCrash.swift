import CLanguage
import DebugInfo
import ELFModel
import Evaluation
import MemoryInspection
package import ProbeHost
import ProbeWire

/// Finding out where and why called code died, from the process that stands where it died.
extension Session {
  /// What the dead process shows; nil when there is none to look at.
  func details(of report: CrashReport) -> CrashDetails? {
    guard let host, let dead = host.deadProcess else { return nil }
    let regions = dead.regions()
    let ledger = host.ledger(ofDead: true)
    let setting = CrashSetting(
      place: report.faultAddress.flatMap { place(of: $0, regions, ledger) },
      misuse: ledger?.control.misuse.flatMap { misuse($0) },
      argument: report.faultAddress.flatMap { argument(for: $0) })
    return CrashDetails(
      explanation: report.explanation(in: setting), backtrace: backtrace(of: dead, report),
      instruction: instruction(report, dead), registers: report.registers)
  }

  /// The dead process, until the next statement: what it holds can be read.
  package var deadMemory: ProcessMemory? { host?.deadProcess }

  /// Lets the dead process go before the next statement does.
  package func letGoOfDead() { host?.letGo() }

  // MARK: Where

  private func backtrace(of dead: ProcessMemory, _ report: CrashReport) -> [CrashFrame] {
    guard let counter = report.programCounter, report.registers.count > 1 else { return [] }
    let registers = StoppedRegisters(
      programCounter: counter, general: Array(report.registers.dropLast()))
    let frames = try? ProcessStack.frames(ofProcess: dead.process, registers: registers)
    return Self.withoutProbe(frames ?? []).map {
      CrashFrame(
        address: $0.programCounter, function: $0.function, library: $0.library, offset: $0.offset,
        file: $0.source?.file, line: $0.source?.line)
    }
  }

  /// The frames up to the one that made the call, which are sonde's own.
  private static func withoutProbe(_ frames: [ProcessStack.Frame]) -> [ProcessStack.Frame] {
    let isOwn = { (frame: ProcessStack.Frame) in
      frame.library?.hasSuffix("/sonde-probe") ?? false
    }
    // From the outside in: what lies beyond the call; the probe's malloc stays where it was called.
    guard let last = frames.lastIndex(where: { !isOwn($0) }) else { return [] }
    guard let first = frames.firstIndex(where: isOwn), first > 0 else {
      return Array(frames[...last])
    }
    // Called code stands before the probe's call; behind it there is only the probe, and the loader.
    let inner = frames.indices.first { index in
      index > 0 && isOwn(frames[index])
        && (frames[index].function.map { $0.contains("perform_call") || $0.hasPrefix("ffi_call") }
          ?? false)
    }
    return Array(frames[..<(inner ?? last + 1)])
  }

  private func instruction(_ report: CrashReport, _ dead: ProcessMemory) -> String? {
    // What was sent came from elsewhere than the instruction.
    guard let counter = report.programCounter, report.code > 0 else { return nil }
    let bytes = dead.read(counter, count: 16)
    guard !bytes.isEmpty,
      let found = try? LiveCode.instructions(bytes, at: counter, most: 1).first
    else { return nil }
    return found.text
  }

  // MARK: Why

  private func place(
    of address: UInt64, _ regions: [MappedRegion], _ ledger: Ledger?
  ) -> CrashPlace? {
    if address < ProbePage.size { return nil }
    if let ledger {
      if ledger.control.stack.contains(address) { return .stackGuard }
      if ledger.control.scratch.contains(address), let near = variable(near: address) {
        return near
      }
    }
    if let region = regions.region(at: address) {
      return .mapped(access: region.access, owner: region.path)
    }
    return ledger.flatMap { block(near: address, $0) }
  }

  private func variable(near address: UInt64) -> CrashPlace? {
    let before = allocations.filter { $0.address <= address }.max { $0.address < $1.address }
    if let before {
      let end = before.address &+ UInt64(before.size)
      if address >= end, address - end < ProbePage.size {
        return .pastEnd(of: before.name, size: UInt64(before.size), by: address - end)
      }
    }
    let after = allocations.filter { $0.address > address }.min { $0.address < $1.address }
    guard let after, after.address - address <= 2 * ProbePage.size else {
      return .pastText
    }
    return .beforeStart(of: after.name, by: after.address - address)
  }

  private func block(near address: UInt64, _ ledger: Ledger) -> CrashPlace? {
    let nearest = ledger.blocks().filter { $0.address <= address }
      .max { $0.address < $1.address }
    guard let nearest else { return nil }
    let distance = address - nearest.address
    if let freedBy = nearest.freedBy, distance < max(nearest.size, 1) {
      return .freedBlock(size: nearest.size, by: statements[freedBy])
    }
    guard nearest.freedBy == nil, distance >= nearest.size,
      distance - nearest.size < 16 * ProbePage.size
    else { return nil }
    return .pastBlock(size: nearest.size, by: distance - nearest.size)
  }

  private func misuse(_ misuse: HeapMisuse) -> CrashMisuse? {
    switch misuse.kind {
    case .doubleFree:
      let block = misuse.block
      return .doubleFree(
        address: misuse.address, size: block?.size ?? 0,
        allocatedBy: block.flatMap { statement($0.allocatedBy) },
        freedBy: block?.freedBy.flatMap { statement($0) })
    case .insideBlock:
      return .inside(
        address: misuse.address, size: misuse.block?.size,
        offset: misuse.block.map { misuse.address &- $0.address } ?? 0)
    case .unknown: return .unknown(address: misuse.address)
    }
  }

  /// The statement that made a call; the present one is not in the list before it has ended.
  private func statement(_ call: UInt32) -> String? {
    call == 0 || call == LedgerBlock.linker ? nil : statements[call] ?? presentStatement
  }

  /// Further from an argument than that, an address has nothing to do with it.
  private static let reach: UInt64 = 1 << 16

  /// The argument of the latest call that points to the address, or nearly.
  private func argument(for address: UInt64) -> CrashArgument? {
    guard let call = traces.latest else { return nil }
    var best: (index: Int, distance: UInt64)?
    for (index, argument) in call.arguments.enumerated() {
      guard case .value(let type, let bytes) = argument, type.size == 8 else { continue }
      let value = bytes.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      guard address >= value, address - value < Self.reach else { continue }
      // 0 is an argument of its own only where a pointer could be meant.
      if value == 0, type != .pointer { continue }
      if best.map({ address - value < $0.distance }) ?? true { best = (index, address - value) }
    }
    guard let best else { return nil }
    var name: String?
    let symbol = symbols[call.address]
    if let symbol, let declaration = presentHeader.function(named: symbol),
      case .function(let type) = declaration.kind, best.index < type.parameters.count
    {
      name = type.parameters[best.index].name
    }
    return CrashArgument(
      number: best.index + 1, name: name, function: symbol.map(SymbolSearch.readableName))
  }
}
