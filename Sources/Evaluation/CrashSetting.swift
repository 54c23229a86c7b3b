import ProbeWire

/// What lay around a crash.
package struct CrashSetting: Sendable, Equatable {
  /// What the address belongs to, where that could be found out.
  package var place: CrashPlace?
  /// A block that was freed and could not be.
  package var misuse: CrashMisuse?
  /// The argument that held the address.
  package var argument: CrashArgument?
  /// What the instruction reached for.
  package var operand: CrashOperand?

  package init(
    place: CrashPlace? = nil, misuse: CrashMisuse? = nil, argument: CrashArgument? = nil,
    operand: CrashOperand? = nil
  ) {
    self.place = place
    self.misuse = misuse
    self.argument = argument
    self.operand = operand
  }
}

/// What an address that could not be accessed belongs to.
package enum CrashPlace: Sendable, Equatable {
  /// Behind a variable; the first byte behind it is 0 bytes past its end.
  case pastEnd(of: String, size: UInt64, by: UInt64)
  case beforeStart(of: String, by: UInt64)
  /// Within a variable, whose memory is not for this.
  case inside(of: String, by: UInt64, access: String)
  /// Behind a string of the statement.
  case pastText
  case stackGuard
  /// Memory is there, but not for this; `r-x`, and the file it comes from.
  case mapped(access: String, owner: String?)
  case freedBlock(size: UInt64, by: String?)
  case pastBlock(size: UInt64, by: UInt64)
  /// Nothing is there now; before the call there was memory of that file.
  case unmapped(owner: String)

  func text(_ access: MemoryAccess?) -> String {
    switch self {
    case .pastEnd(let name, let size, let distance):
      "\(Self.distance(distance)) the end of '\(name)', which has \(Self.bytes(size))"
    case .beforeStart(let name, let distance):
      "\(Self.bytes(distance)) before the start of '\(name)'"
    case .inside(let name, let offset, let permissions):
      "\(offset == 0 ? "'\(name)'" : "\(Self.bytes(offset)) into '\(name)'"), "
        + (access == .execute
          ? "a variable, which is not executable (\(permissions))"
          : "which the memory there does not permit (\(permissions))")
    case .pastText: "past the end of a string of the statement"
    case .stackGuard:
      "past the end of the stack: a recursion too deep, or a local variable too large"
    case .mapped(let permissions, let owner):
      Self.mapped(permissions, owner, access)
    case .freedBlock(let size, let statement):
      "in a heap block of \(Self.bytes(size)) that has been freed"
        + (statement.map { " by '\($0)'" } ?? "")
    case .pastBlock(let size, let distance):
      "\(Self.distance(distance)) the end of a heap block of \(Self.bytes(size))"
    case .unmapped(let owner): "in memory of \(owner) that has been unmapped"
    }
  }

  private static func mapped(
    _ permissions: String, _ owner: String?, _ access: MemoryAccess?
  ) -> String {
    let memory = owner.map { "memory of \($0)" } ?? "memory"
    switch access {
    case .execute? where !permissions.hasSuffix("x"):
      return "\(memory) that is not executable (\(permissions))"
    case .write? where permissions.hasPrefix("r-"): return "read-only \(memory) (\(permissions))"
    case .read?, .write?, .execute?, nil:
      return "which the memory there does not permit (\(permissions)"
        + (owner.map { " of \($0))" } ?? ")")
    }
  }

  /// The first byte behind something is called 1 byte past its end.
  private static func distance(_ distance: UInt64) -> String {
    "\(bytes(distance + 1)) past"
  }

  static func bytes(_ count: UInt64) -> String { count == 1 ? "1 byte" : "\(count) bytes" }
}

/// A `free` or `realloc` that cannot be, and writing where nothing was allocated.
package enum CrashMisuse: Sendable, Equatable {
  case doubleFree(address: UInt64, size: UInt64, allocatedBy: String?, freedBy: String?)
  case inside(address: UInt64, size: UInt64?, offset: UInt64)
  case unknown(address: UInt64)
  case overrun(address: UInt64, size: UInt64, allocatedBy: String?, others: UInt64)

  /// A sentence without a full stop.
  package var text: String {
    switch self {
    case .doubleFree(let address, let size, let allocatedBy, let freedBy):
      "double free of 0x\(String(address, radix: 16)), a block of \(CrashPlace.bytes(size))"
        + (allocatedBy.map { " that '\($0)' allocated" } ?? "")
        + (freedBy.map { "; '\($0)' freed it first" } ?? "")
    case .inside(let address, let size?, let offset):
      "free of 0x\(String(address, radix: 16)), \(CrashPlace.bytes(offset)) into a block of "
        + CrashPlace.bytes(size)
    case .inside(let address, nil, _), .unknown(let address):
      "free of 0x\(String(address, radix: 16)), which malloc never gave"
    case .overrun(let address, let size, let allocatedBy, let others):
      "the heap block of \(CrashPlace.bytes(size)) at 0x\(String(address, radix: 16))"
        + (allocatedBy.map { ", which '\($0)' allocated," } ?? "")
        + " has been written past its end"
        + (others > 0 ? ", and so \(others == 1 ? "has 1 more" : "have \(others) more")" : "")
    }
  }
}

/// An argument of the call that crashed.
package struct CrashArgument: Sendable, Equatable {
  /// From 1.
  package var number: Int
  /// The parameter's name.
  package var name: String?
  package var function: String?

  package init(number: Int, name: String? = nil, function: String? = nil) {
    self.number = number
    self.name = name
    self.function = function
  }

  var text: String {
    "argument \(number)" + (name.map { " ('\($0)')" } ?? "")
      + (function.map { " of '\($0)'" } ?? "") + " holds it"
  }
}
