import CLanguage
import Marshalling

/// Works out the names and types of statements, and makes closures that carry them out.
///
/// Everything that can be wrong with a statement before it runs is found here; what remains is
/// found by the machine. Nothing is asked of the live library but whether it has a symbol.
///
///     CParser ──▸ CStatement ── Compiler ──▸ closures ── Machine ──▸ EvaluationTarget
final class Compiler {
  /// What can be seen at this place.
  var header: CHeader
  /// The session's names; those of the statement are added as they are read.
  var state: EvaluatorState
  let target: any EvaluationTarget
  let arithmetic: Arithmetic
  /// Locals, innermost scope last.
  var scopes: [[String: Local]] = []
  /// The frame of the function or statement that is being compiled.
  var frame = FrameLayout()
  /// Places of declarations whose address is taken somewhere: those locals live in memory.
  var addressed: Set<Int> = []
  /// Set when `addressed` grew: what was compiled so far took the local for a register.
  var needsAnotherPass = false
  /// Memory that has to be there before the statement runs.
  var pending: [PendingPlace] = []
  /// In `sizeof`, where nothing is evaluated.
  var isUnevaluated = false
  /// What `return` gives; nil outside of a function.
  var resultType: CQualifiedType?
  /// Functions that are being defined, or were with this statement.
  var newFunctions: [String: ConsoleFunction] = [:]
  /// A function that the statement calls and that is no symbol.
  var missing: (name: String, range: CSourceRange)?
  /// Static locals, by the places of their declarations.
  var statics: [Int: StaticPlace] = [:]
  /// Calls of the library in the statement, innermost first.
  var plans: [PlannedCall] = []
  /// The call that is made many times.
  var repeated: (range: CSourceRange, count: UInt64)?
  /// Macros that are being expanded.
  var macros: Set<String> = []
  /// How many macros have been expanded: each can use two others.
  var expansionCount = 0
  private(set) var height = 0

  /// A variable of a block or function.
  struct Local {
    var type: CQualifiedType
    var place: Place
    /// Where its name is declared.
    var declaration: Int

    enum Place {
      case register(Int)
      /// Bytes from the start of the frame.
      case frame(Int)
      case fixed(StaticPlace)
    }
  }

  /// Memory to be allocated, and what stands there at first.
  struct PendingPlace {
    var place: StaticPlace
    var size: Int
    var alignment: Int
    var name: String
    var bytes: [UInt8]?
  }

  init(state: EvaluatorState, header: CHeader, target: any EvaluationTarget) {
    self.state = state
    self.header = header
    self.target = target
    arithmetic = Arithmetic(target: header.target)
  }

  /// What a string literal's memory is called.
  static let literalName = "string literal"

  // MARK: Types

  func resolved(_ type: CQualifiedType) -> CQualifiedType { header.resolved(type) }

  func text(of type: CQualifiedType) -> String {
    CPrinter(header: header, elidesBodies: true).text(of: type)
  }

  func valueClass(of type: CQualifiedType) -> ValueClass {
    switch header.resolved(type).type {
    case .void: .void
    case .bool: .bool
    case .integer(let kind): .integer(kind)
    case .enumeration(let name): .integer(header.underlyingKind(of: name))
    case .floating(.float16), .floating(.float128), .complex(.float16), .complex(.float128):
      .aggregate
    case .floating(let kind) where kind.isDecimal: .aggregate
    case .floating(let kind): .floating(kind)
    case .complex(let kind): .complex(kind)
    case .pointer: .pointer
    case .array, .vector, .bitInt, .record, .function, .typedef: .aggregate
    }
  }

  /// The type that a class of values has by itself.
  func type(of valueClass: ValueClass) -> CQualifiedType {
    switch valueClass {
    case .void: CQualifiedType(.void)
    case .bool: CQualifiedType(.bool)
    case .integer(let kind): CQualifiedType(.integer(kind))
    case .floating(let kind): CQualifiedType(.floating(kind))
    case .complex(let kind): CQualifiedType(.complex(kind))
    case .pointer, .aggregate: CQualifiedType(.pointer(CQualifiedType(.void)))
    }
  }

  func layout(
    of type: CQualifiedType, at range: CSourceRange
  ) throws(CDiagnostic) -> CTypeLayout {
    do { return try header.layout(of: type.type) } catch {
      throw CDiagnostic("type '\(text(of: type))' \(error.reason)", range)
    }
  }

  /// What a pointer points to; nil for what is no pointer.
  func pointee(_ type: CQualifiedType) -> CQualifiedType? {
    guard case .pointer(let pointee) = header.resolved(type).type else { return nil }
    return pointee
  }

  /// The function that a pointer points to, or that the type is.
  func functionType(_ type: CQualifiedType) -> CFunctionType? {
    switch header.resolved(type).type {
    case .function(let function): return function
    case .pointer(let pointee):
      if case .function(let function) = header.resolved(pointee).type { return function }
      return nil
    case .void, .bool, .integer, .floating, .complex, .vector, .bitInt, .array, .record,
      .enumeration,
      .typedef:
      return nil
    }
  }

  /// The zero of a type, which a register holds at first.
  func zero(of type: CQualifiedType) -> CValue {
    switch valueClass(of: type) {
    case .void: .void
    case .bool: .bool(false)
    case .integer(let kind): header.target.isSigned(kind) ? .signed(0) : .unsigned(0)
    case .floating(.longDouble): .longDouble(0)
    case .floating: .floating(0)
    case .complex: .complex(0, 0)
    case .pointer: .pointer(0)
    case .aggregate:
      .aggregate([UInt8](repeating: 0, count: (try? header.layout(of: type.type).size) ?? 0))
    }
  }

  // MARK: Frames

  /// Counts how deep the closures of what is compiled go.
  func nested<Value>(
    _ body: () throws(CDiagnostic) -> Value
  ) throws(CDiagnostic) -> Value {
    height += 1
    defer { height -= 1 }
    frame.height = max(frame.height, height)
    return try body()
  }

  func addRegister(_ type: CQualifiedType) -> Int {
    frame.registers.append(zero(of: type))
    return frame.registers.count - 1
  }

  /// A place in the frame, in bytes from its start.
  func addMemory(_ layout: CTypeLayout) -> Int {
    let alignment = max(1, min(layout.alignment, FrameLayout.alignment))
    let offset = (frame.memorySize + alignment - 1) / alignment * alignment
    frame.memorySize = offset + max(1, layout.size)
    return offset
  }

  func addPlace(_ layout: CTypeLayout, named name: String, bytes: [UInt8]? = nil) -> StaticPlace {
    let place = StaticPlace()
    pending.append(
      PendingPlace(
        place: place, size: layout.size, alignment: layout.alignment, name: name, bytes: bytes))
    return place
  }

  func local(_ name: String) -> Local? {
    for scope in scopes.reversed() {
      if let local = scope[name] { return local }
    }
    return nil
  }

  // MARK: Errors

  /// A closure whose arithmetic can fail, with its place.
  static func placed<Value>(
    _ range: CSourceRange, _ body: () throws(ArithmeticError) -> Value
  ) throws(Stop) -> Value {
    do { return try body() } catch { throw .failed(CDiagnostic(error.reason, range)) }
  }
}
