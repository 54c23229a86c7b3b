import CLanguage
import ELFModel

/// What can be offered for an argument, and what is known of it: from its type and its annotations.
struct ArgumentAssist {
  /// Arguments to pick from; empty where anything goes.
  let proposals: [String]
  /// What the annotations say, in words; empty when there are none.
  let note: String
  /// Which way bytes go: `→` in, `←` out, `↔` both, by the annotation; nil without one.
  let arrow: String?
  /// The text may be left out: sonde allocates the buffer.
  var isOptional: Bool

  init(_ parameter: CParameter, _ annotations: ValueAnnotations, in workspace: Workspace) {
    let header = workspace.header
    proposals = Self.proposals(for: parameter.type.type, annotations, in: workspace)
    note = Self.note(annotations, header)
    switch annotations.direction {
    case .input: arrow = "→"
    case .output: arrow = "←"
    case .both: arrow = "↔"
    case nil: arrow = nil
    }
    isOptional = annotations.direction == .output
  }

  /// The row below a field: the proposals, the one that stands in the field marked.
  func proposalLine(current: String, width: Int) -> Line {
    var line = Line("Ctrl-N ", .dim)
    let start = max(0, (proposals.firstIndex(of: current) ?? 0) - 2)
    for proposal in proposals[start...] {
      guard line.width + proposal.cellWidth + 2 <= width else {
        line.append("…", .dim)
        break
      }
      line.append(proposal, proposal == current ? .match : .code)
      line.append("  ")
    }
    return line.clipped(to: width)
  }

  /// The proposal behind the one that stands in the field.
  func next(after current: String, step: Int) -> String? {
    guard !proposals.isEmpty else { return nil }
    guard let position = proposals.firstIndex(of: current) else {
      return step > 0 ? proposals.first : proposals.last
    }
    return proposals[(position + step + proposals.count) % proposals.count]
  }

  // MARK: Private helpers

  private static func proposals(
    for type: CType, _ annotations: ValueAnnotations, in workspace: Workspace
  ) -> [String] {
    let header = workspace.header
    switch header.resolved(type) {
    case .bool: return ["true", "false"]
    case .enumeration(let name):
      return header.definition(of: name)?.enumerators.map(\.name) ?? []
    case .pointer(let pointee):
      if case .function(let function) = header.resolved(pointee.type) {
        return functions(like: function, in: workspace) + ["NULL"]
      }
      return buffers(for: pointee.type, in: workspace) + (annotations.isNullable ? ["NULL"] : [])
    case .void, .integer, .floating, .complex, .vector, .bitInt, .array, .function, .record,
      .typedef:
      return []
    }
  }

  /// The variables of the console that a pointer can lead to: arrays and pointers of that type, and
  /// the addresses of objects of it; no more than a few.
  private static func buffers(for wanted: CType, in workspace: Workspace) -> [String] {
    let header = workspace.header
    let target = header.resolved(wanted)
    let isByte = [CType.integer(.char), .integer(.signedChar), .integer(.unsignedChar)]
    func fits(_ type: CType) -> Bool {
      let own = header.resolved(type)
      return target == .void || own == target || isByte.contains(own) && isByte.contains(target)
    }
    let names = workspace.variables.compactMap { row -> String? in
      guard case .object(let type, _)? = header.object(named: row.name)?.kind else { return nil }
      switch header.resolved(type.type) {
      case .array(let element, _): return fits(element.type) ? row.name : nil
      case .pointer(let pointee) where fits(pointee.type): return row.name
      case .void, .bool, .integer, .floating, .complex, .vector, .bitInt, .pointer, .function,
        .record,
        .enumeration, .typedef:
        return fits(type.type) ? "&" + row.name : nil
      }
    }
    return Array(names.prefix(20))
  }

  /// The functions of the library that could be called back: those of the same type first, no more
  /// than a few.
  private static func functions(like wanted: CFunctionType, in workspace: Workspace) -> [String] {
    let printer = CPrinter(header: workspace.header)
    let spelled = printer.text(of: wanted, name: "f")
    let names = workspace.header.names(startingWith: "").filter { name in
      guard case .function(let function)? = workspace.header.function(named: name)?.kind else {
        return false
      }
      let unnamed = CFunctionType(
        result: function.result,
        parameters: function.parameters.map { parameter in
          var copy = parameter
          copy.name = nil
          return copy
        }, isVariadic: function.isVariadic)
      var plain = wanted
      for index in plain.parameters.indices { plain.parameters[index].name = nil }
      return printer.text(of: unnamed, name: "f") == spelled
        || printer.text(of: unnamed, name: "f") == printer.text(of: plain, name: "f")
    }
    return Array(names.prefix(50))
  }

  private static func note(_ annotations: ValueAnnotations, _ header: CHeader) -> String {
    var parts: [String] = []
    let printer = CPrinter(header: header)
    switch annotations.direction {
    case .output: parts.append("filled by the call")
    case .both: parts.append("read and changed by the call")
    case .input, nil: break
    }
    if let bytes = annotations.bytes { parts.append(printer.text(of: bytes) + " bytes") }
    if let count = annotations.count { parts.append(printer.text(of: count) + " elements") }
    if annotations.isString { parts.append("text") }
    if let encoding = annotations.encoding { parts.append(encoding) }
    if annotations.isNullable { parts.append("NULL is allowed") }
    if let release = annotations.release { parts.append("to be freed with \(release)") }
    if annotations.isTaken { parts.append("the function keeps it") }
    if let callback = annotations.callback { parts.append("passed on to \(callback)") }
    return (parts + annotations.notes).joined(separator: " · ")
  }
}
