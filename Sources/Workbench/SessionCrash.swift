import CLanguage
import DebugInfo
import ELFModel
import Evaluation
import MemoryInspection
import ProbeHost
import ProbeWire

/// Finding out where and why called code died, from the process that stands where it died.
extension Session {
  /// What the dead process shows; nil when there is none to look at.
  func details(of report: CrashReport) -> CrashDetails? {
    guard let host, let dead = host.deadProcess else { return nil }
    let regions = dead.regions()
    let ledger = host.ledger(ofDead: true)
    let instruction = instruction(report, dead)
    let operand = instruction.flatMap {
      CrashOperand(instruction: $0, registers: report.registers)
    }
    let setting = CrashSetting(
      place: report.faultAddress.flatMap {
        place(of: $0, regions, ledger, stackPointer: report.stackPointer)
      },
      misuse: ledger?.control.misuse.flatMap { misuse($0) }
        ?? ledger?.control.overrun.map { CrashMisuse.overrun($0, by: statement) },
      argument: (report.faultAddress ?? operand?.address).flatMap {
        argument(for: $0, isJump: report.access == .execute)
      },
      operand: operand)
    return CrashDetails(
      explanation: report.explanation(in: setting),
      backtrace: backtrace(of: dead, report, regions),
      instruction: instruction, registers: report.registers)
  }

  // MARK: Where

  private func backtrace(
    of dead: ProcessMemory, _ report: CrashReport, _ regions: [MappedRegion]
  ) -> [CrashFrame] {
    guard let counter = report.programCounter, report.registers.count > 1 else { return [] }
    let registers = StoppedRegisters(
      programCounter: counter, general: Array(report.registers.dropLast()))
    let frames = try? ProcessStack.frames(ofProcess: dead.process, registers: registers)
    return Self.withoutProbe(frames ?? []).map {
      // A library that reaches around a gap does not own it.
      guard regions.region(at: $0.programCounter) != nil else {
        return CrashFrame(address: $0.programCounter)
      }
      return CrashFrame(
        address: $0.programCounter, function: $0.function, library: $0.library, offset: $0.offset,
        file: $0.source?.file, line: $0.source?.line)
    }
  }

  /// The frames up to the one that made the call, which are sonde's own.
  private static func withoutProbe(_ frames: [ProcessStack.Frame]) -> [ProcessStack.Frame] {
    // What every thread begins with here.
    let frames = frames.filter { $0.function != "cprobe_run_thread" }
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
    of address: UInt64, _ regions: [MappedRegion], _ ledger: Ledger?, stackPointer: UInt64?
  ) -> CrashPlace? {
    if address < ProbePage.size { return nil }
    if let ledger {
      if ledger.control.stack.contains(address) { return .stackGuard }
      if ledger.control.scratch.contains(address) {
        if let region = regions.region(at: address), region.isReadable,
          let variable = variable(around: address)
        {
          return .inside(
            of: variable.name, by: address - variable.address, access: region.access)
        }
        if let near = variable(near: address) { return near }
      }
    }
    if let region = regions.region(at: address) {
      // Of a thread of the library: pages of no access, right below where its stack pointer is.
      if region.access == "---", let stackPointer,
        address &- (stackPointer &- Self.reach) < 2 * Self.reach
      {
        return .stackGuard
      }
      return .mapped(access: region.access, owner: region.path)
    }
    if let block = ledger.flatMap({ block(near: address, $0) }) { return block }
    return host?.pastProcess?.regions().region(at: address)?.path.map { .unmapped(owner: $0) }
  }

  private func variable(around address: UInt64) -> NamedAllocation? {
    allocations.first { $0.address <= address && address - $0.address < UInt64($0.size) }
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
  func statement(_ call: UInt32) -> String? {
    call == 0 || call == LedgerBlock.linker ? nil : statements[call] ?? presentStatement
  }

  /// Further from an argument than that, an address has nothing to do with it.
  private static let reach: UInt64 = 1 << 16

  /// The argument of the latest call that points to the address, or nearly; of several the one that
  /// is a function's where it was jumped to.
  private func argument(for address: UInt64, isJump: Bool) -> CrashArgument? {
    guard let call = traces.latest else { return nil }
    let symbol = symbols[call.address]
    let parameters = parameters(of: symbol)
    var best: (index: Int, distance: UInt64)?
    for (index, argument) in call.arguments.enumerated() {
      guard case .value(let type, let bytes) = argument, type.size == 8 else { continue }
      let value = bytes.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      guard address >= value, address - value < Self.reach else { continue }
      // 0 is an argument of its own only where a pointer could be meant.
      if value == 0, type != .pointer { continue }
      let isBetter = best.map { address - value < $0.distance } ?? true
      let isAsGood = best.map { address - value == $0.distance } ?? true
      if isBetter || (isAsGood && isJump && isFunction(index, of: parameters)) {
        best = (index, address - value)
      }
    }
    guard let best else { return nil }
    let name = best.index < parameters.count ? parameters[best.index].name : nil
    return CrashArgument(
      number: best.index + 1, name: name, function: symbol.map(SymbolSearch.readableName))
  }

  private func parameters(of symbol: String?) -> [CParameter] {
    guard let symbol, let declaration = presentHeader.function(named: symbol),
      case .function(let type) = declaration.kind
    else { return [] }
    return type.parameters
  }

  private func isFunction(_ index: Int, of parameters: [CParameter]) -> Bool {
    guard index < parameters.count,
      case .pointer(let pointee) = presentHeader.resolved(parameters[index].type.type),
      case .function = presentHeader.resolved(pointee.type)
    else { return false }
    return true
  }
}

extension CrashMisuse {
  /// A block whose fence was found broken.
  ///
  /// - Parameters:
  ///   - overrun: what was found.
  ///   - statement: which statement made a call.
  /// - Returns: what is said of it.
  static func overrun(_ overrun: HeapOverrun, by statement: (UInt32) -> String?) -> CrashMisuse {
    .overrun(
      address: overrun.block.address, size: overrun.block.size,
      allocatedBy: statement(overrun.block.allocatedBy), others: overrun.count &- 1)
  }
}
