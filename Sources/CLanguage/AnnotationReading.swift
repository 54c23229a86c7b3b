extension CHeader {
  /// What the annotations of a function say; a malformed one says nothing and is a problem.
  package func annotations(
    of function: CDeclaration
  ) -> (annotations: FunctionAnnotations, problems: [CDiagnostic]) {
    guard case .function(let type) = function.kind else { return (FunctionAnnotations(), []) }
    let all = function.attributes + type.parameters.flatMap(\.attributes)
    var result = FunctionAnnotations()
    result.parameters = Array(repeating: ValueAnnotations(), count: type.parameters.count)
    result.isNoreturn = function.specifiers.contains(.noreturn)
    guard all.contains(where: { $0.scope == "sonde" }) else { return (result, []) }
    let scope = AnnotationScope(of: type, in: self)
    var problems: [CDiagnostic] = []
    for attribute in function.attributes {
      take(attribute, scope, .function, &problems) { annotation throws(AnnotationConflict) in
        try result.take(annotation)
      }
    }
    for (index, parameter) in type.parameters.enumerated() {
      for attribute in parameter.attributes {
        take(attribute, scope, .parameter, &problems) { annotation throws(AnnotationConflict) in
          try result.parameters[index].take(annotation)
        }
      }
      if let problem = misplaced(result.parameters[index], on: parameter) {
        problems.append(problem)
      }
    }
    return (result, problems)
  }

  /// What the annotations of a typedef, struct, union or enumeration say.
  package func annotations(
    ofType declaration: CDeclaration
  ) -> (annotations: TypeAnnotations, problems: [CDiagnostic]) {
    var attributes = declaration.attributes
    var place = Annotation.Place.type
    switch declaration.kind {
    case .enumeration(let name):
      place = .enumeration
      attributes = definition(of: name)?.attributes ?? attributes
    case .record(let name):
      attributes = definition(of: name)?.attributes ?? attributes
    case .typedef(let type):
      if case .enumeration(let name) = resolved(type).type {
        attributes += definition(of: name)?.attributes ?? []
        place = .enumeration
      }
    case .function, .object, .constant, .macro: return (TypeAnnotations(), [])
    }
    var result = TypeAnnotations()
    var problems: [CDiagnostic] = []
    let scope = AnnotationScope(in: self)
    for attribute in attributes where attribute.scope == "sonde" {
      take(attribute, scope, place, &problems) { annotation throws(AnnotationConflict) in
        try result.take(annotation)
      }
    }
    return (result, problems)
  }

  /// What the annotations of a struct's member, or of a variable, say.
  package func annotations(
    ofMember member: CMember, among members: [CMember]
  ) -> (annotations: ValueAnnotations, problems: [CDiagnostic]) {
    values(member.attributes, AnnotationScope(of: members, in: self), .member)
  }

  /// What the annotations of a variable say.
  package func annotations(
    ofObject object: CDeclaration
  ) -> (annotations: ValueAnnotations, problems: [CDiagnostic]) {
    values(object.attributes, AnnotationScope(in: self), .object)
  }

  /// What is wrong with the annotations of this header's own declarations, in their order.
  package var annotationProblems: [CDiagnostic] {
    var problems: [CDiagnostic] = []
    for declaration in declarations {
      switch declaration.kind {
      case .function: problems += annotations(of: declaration).problems
      case .object where declaration.hasAnnotations:
        problems += annotations(ofObject: declaration).problems
      case .typedef where declaration.hasAnnotations, .enumeration:
        problems += annotations(ofType: declaration).problems
      case .record(let name):
        problems += annotations(ofType: declaration).problems
        let members = declaration.isDefinition ? definition(of: name)?.members ?? [] : []
        for member in members where member.attributes.contains(where: { $0.scope == "sonde" }) {
          problems += annotations(ofMember: member, among: members).problems
        }
      case .object, .typedef, .constant, .macro: break
      }
    }
    return problems
  }

  private func values(
    _ attributes: [CAttribute], _ scope: AnnotationScope, _ place: Annotation.Place
  ) -> (annotations: ValueAnnotations, problems: [CDiagnostic]) {
    var result = ValueAnnotations()
    var problems: [CDiagnostic] = []
    for attribute in attributes {
      take(attribute, scope, place, &problems) { annotation throws(AnnotationConflict) in
        try result.take(annotation)
      }
    }
    return (result, problems)
  }

  private func take(
    _ attribute: CAttribute, _ scope: AnnotationScope, _ place: Annotation.Place,
    _ problems: inout [CDiagnostic], _ body: (Annotation) throws(AnnotationConflict) -> Void
  ) {
    do throws(CDiagnostic) {
      let reader = AnnotationReader(scope: scope, place: place)
      guard let annotation = try reader.annotation(attribute) else { return }
      do throws(AnnotationConflict) {
        try body(annotation)
      } catch {
        throw CDiagnostic(
          "'\(attribute.name)' and '\(error.other)' exclude each other",
          attribute.range ?? CSourceRange(start: .start, end: .start))
      }
    } catch {
      problems.append(error)
    }
  }

  /// Sizes and directions are those of what a pointer points to.
  private func misplaced(
    _ annotations: ValueAnnotations, on parameter: CParameter
  ) -> CDiagnostic? {
    let names = ["in", "out", "inout", "bytes", "count", "string", "nullable", "takes", "owned"]
    if case .pointer = resolved(adjustedParameter(parameter.type)).type { return nil }
    // A handle can be a number, which is taken and can be none.
    let isHandle: Set = ["takes", "nullable"]
    guard
      let wrong = parameter.attributes.first(where: {
        $0.scope == "sonde" && names.contains($0.name) && !isHandle.contains($0.name)
      }), let range = wrong.range
    else { return nil }
    let type = CPrinter(header: self).text(of: parameter.type)
    return CDiagnostic("'\(wrong.name)' wants a pointer, and this is '\(type)'", range)
  }
}

/// Two annotations that cannot both hold.
struct AnnotationConflict: Error {
  var other: String
}

extension CDeclaration {
  fileprivate var hasAnnotations: Bool { attributes.contains { $0.scope == "sonde" } }
}

extension ValueAnnotations {
  fileprivate mutating func take(_ annotation: Annotation) throws(AnnotationConflict) {
    switch annotation {
    case .direction(let way):
      if let direction, direction != way { throw AnnotationConflict(other: direction.rawValue) }
      direction = way
    case .bytes(let size):
      if count != nil { throw AnnotationConflict(other: "count") }
      bytes = size
    case .count(let size):
      if bytes != nil { throw AnnotationConflict(other: "bytes") }
      count = size
    case .string: isString = true
    case .encoding(let name): encoding = name
    case .nullable: isNullable = true
    case .owned(let release):
      if isBorrowed { throw AnnotationConflict(other: "borrowed") }
      self.release = release
    case .borrowed:
      if release != nil { throw AnnotationConflict(other: "owned") }
      isBorrowed = true
    case .takes: isTaken = true
    case .userdata(let callback): self.callback = callback
    case .note(let text): notes.append(text)
    case .handle, .create, .destroy, .flags, .success, .error, .blocking, .noreturn, .example:
      break
    }
  }
}

extension FunctionAnnotations {
  fileprivate mutating func take(_ annotation: Annotation) throws(AnnotationConflict) {
    switch annotation {
    case .success(let expression): success = expression
    case .error(let expression): error = expression
    case .blocking: isBlocking = true
    case .noreturn: isNoreturn = true
    case .example(let example): examples.append(example)
    case .direction, .bytes, .count, .string, .encoding, .nullable, .owned, .borrowed, .takes,
      .handle, .create, .destroy, .userdata, .flags, .note:
      try result.take(annotation)
    }
  }
}

extension TypeAnnotations {
  fileprivate mutating func take(_ annotation: Annotation) throws(AnnotationConflict) {
    switch annotation {
    case .handle: isHandle = true
    case .create(let name): creators.append(name)
    case .destroy(let name): destroyers.append(name)
    case .flags: isFlags = true
    case .note(let text): notes.append(text)
    case .direction, .bytes, .count, .string, .encoding, .nullable, .owned, .borrowed, .takes,
      .userdata, .success, .error, .blocking, .noreturn, .example:
      break
    }
  }
}
