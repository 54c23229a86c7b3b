/// Which value goes where in an initialized object (C11, section 6.7.9).
///
/// Braces, designators and the braces that may be left out are worked out here; what is left is a
/// list of places and values. Bytes that no item names are zero.
package struct CInitializerPlan: Sendable {
  /// One value and its place.
  package struct Item: Sendable {
    /// Bytes from the start of the object.
    package var offset: Int
    package var type: CQualifiedType
    /// Of a bit-field: bits from `offset`, and how many.
    package var bits: (offset: Int, width: Int)?
    package var content: Content
    package var range: CSourceRange
  }

  package enum Content: Sendable {
    case value(CExpression)
    /// An array of characters: so many code units, the terminator as far as there is room.
    case text([UInt32], CStringPrefix)
    /// A part that was given values before begins anew.
    case zero
  }

  package private(set) var items: [Item] = []
  /// Elements that values reach, of an array of unknown length.
  package private(set) var count = 0

  private let header: CHeader
  private var depth = 0

  /// Works out the places.
  ///
  /// - Parameters:
  ///   - type: of the object; an array's length may be missing.
  ///   - initializer: what stands behind `=`.
  ///   - header: where the types' names are declared.
  ///   - range: the place to blame when nothing better is known.
  /// - Throws: a designator that names nothing, more values than there are places.
  package init(
    _ type: CQualifiedType, _ initializer: CInitializer, in header: CHeader, at range: CSourceRange
  ) throws(CDiagnostic) {
    self.header = header
    try place(initializer, in: Place(type: type, offset: 0, bits: nil), at: range, isRoot: true)
  }

  // MARK: Places

  private struct Place {
    var type: CQualifiedType
    var offset: Int
    var bits: (offset: Int, width: Int)?
  }

  /// A list's way through an aggregate: what was entered, and which member or element is next.
  private struct Level {
    var place: Place
    var parts: Parts
    var next = 0
  }

  private enum Parts {
    case array(CQualifiedType, size: Int, count: Int?)
    case members([(name: String?, place: Place)], isUnion: Bool)

    var count: Int? {
      switch self {
      case .array(_, _, let count): count
      case .members(let members, let isUnion): isUnion ? min(1, members.count) : members.count
      }
    }
  }

  private func parts(of place: Place, at range: CSourceRange) throws(CDiagnostic) -> Parts? {
    switch header.resolved(place.type).type {
    case .array(let element, let count):
      let size: Int
      do { size = try header.layout(of: element.type).size } catch {
        throw CDiagnostic(
          "'\(CPrinter(header: header).text(of: element))' \(error.reason)", range)
      }
      return .array(element.adding(place.type.qualifiers), size: size, count: count)
    case .record(let name):
      guard let definition = header.definition(of: name) else {
        throw CDiagnostic(
          "'\(CPrinter(header: header).text(of: place.type))' is not defined", range)
      }
      return .members(members(of: definition, at: place), isUnion: name.keyword == .union)
    case .void, .bool, .integer, .floating, .complex, .vector, .bitInt, .pointer, .function,
      .enumeration,
      .typedef:
      return nil
    }
  }

  /// The members that values go to: not the bit-fields that only fill, nor flexible arrays.
  private func members(
    of definition: CRecordDefinition, at place: Place
  ) -> [(name: String?, place: Place)] {
    zip(definition.members, definition.layout.members).compactMap { member, layout in
      if let width = member.bitWidth {
        guard let name = member.name else { return nil }
        let whole = place.offset + layout.bitOffset / 8
        return (
          name, Place(type: member.type, offset: whole, bits: (layout.bitOffset % 8, width))
        )
      }
      if case .array(_, nil) = header.resolved(member.type).type { return nil }
      return (
        member.name, Place(type: member.type, offset: place.offset + layout.offset, bits: nil)
      )
    }
  }

  private func part(_ index: Int, of level: Level) -> Place {
    switch level.parts {
    case .array(let element, let size, _):
      Place(type: element, offset: level.place.offset + index * size, bits: nil)
    case .members(let members, _): members[index].place
    }
  }

  // MARK: Values

  private mutating func place(
    _ initializer: CInitializer, in place: Place, at range: CSourceRange, isRoot: Bool = false
  ) throws(CDiagnostic) {
    switch initializer {
    case .expression(let expression):
      if let text = text(expression, for: place) {
        try add(text, to: place, at: expression.range)
        if isRoot, case .text(let units, _) = text { count = units.count + 1 }
        return
      }
      items.append(
        Item(
          offset: place.offset, type: place.type, bits: place.bits, content: .value(expression),
          range: expression.range))
    case .list(let list, let listRange):
      try self.place(list, listRange, in: place, isRoot: isRoot)
    }
  }

  private mutating func place(
    _ list: [CInitializerItem], _ range: CSourceRange, in place: Place, isRoot: Bool
  ) throws(CDiagnostic) {
    depth += 1
    defer { depth -= 1 }
    guard depth <= header.limits.nesting else {
      throw CDiagnostic("nested more than \(header.limits.nesting) levels deep", range)
    }
    guard let parts = try parts(of: place, at: range) else {
      // `int x = {5}`; `{}` is zero (C23, section 6.7.11).
      guard list.count <= 1 else {
        throw CDiagnostic("one value is wanted here, \(list.count) are given", range)
      }
      if let only = list.first {
        guard only.designators.isEmpty else {
          throw CDiagnostic("this has no members that could be named", range)
        }
        try self.place(only.value, in: place, at: range)
      }
      return
    }
    if list.count == 1, list[0].designators.isEmpty, case .expression(let only) = list[0].value,
      let text = text(only, for: place)
    {
      try add(text, to: place, at: only.range)
      if isRoot, case .text(let units, _) = text { count = units.count + 1 }
      return
    }
    if !isRoot {
      items.append(
        Item(offset: place.offset, type: place.type, bits: nil, content: .zero, range: range))
    }
    var levels = [Level(place: place, parts: parts)]
    for item in list {
      try self.place(item, through: &levels, at: range)
      if isRoot { count = max(count, levels[0].next) }
    }
  }

  private mutating func place(
    _ item: CInitializerItem, through levels: inout [Level], at range: CSourceRange
  ) throws(CDiagnostic) {
    let range = item.value.range ?? range
    if item.designators.isEmpty {
      while let last = levels.last, let count = last.parts.count, last.next >= count {
        guard levels.count > 1 else {
          throw CDiagnostic(
            "more values than '\(CPrinter(header: header).text(of: last.place.type))' has places",
            range)
        }
        levels.removeLast()
      }
    } else {
      levels.removeLast(levels.count - 1)
      for (position, designator) in item.designators.enumerated() {
        if position > 0 { try descend(&levels, at: range) }
        try select(designator, in: &levels, at: range)
      }
    }
    var target = part(levels[levels.count - 1].next, of: levels[levels.count - 1])
    // Braces that are left out: the value is that of the first part of what stands here.
    if case .expression(let expression) = item.value {
      while try parts(of: target, at: range) != nil, !isWhole(expression, for: target) {
        try descend(&levels, at: range)
        guard levels[levels.count - 1].parts.count != 0 else {
          throw CDiagnostic("there is nothing here that a value could go to", range)
        }
        target = part(0, of: levels[levels.count - 1])
      }
    }
    levels[levels.count - 1].next += 1
    try place(item.value, in: target, at: range)
  }

  /// Enters the part that is next.
  private func descend(_ levels: inout [Level], at range: CSourceRange) throws(CDiagnostic) {
    let last = levels.count - 1
    let place = part(levels[last].next, of: levels[last])
    guard let parts = try parts(of: place, at: range) else {
      throw CDiagnostic(
        "'\(CPrinter(header: header).text(of: place.type))' has no members", range)
    }
    levels[last].next += 1
    levels.append(Level(place: place, parts: parts))
  }

  private func select(
    _ designator: CInitializerItem.Designator, in levels: inout [Level], at range: CSourceRange
  ) throws(CDiagnostic) {
    let last = levels.count - 1
    switch (designator, levels[last].parts) {
    case (.index(let expression), .array(_, _, let count)):
      let value = try CConstantEvaluator(header: header, isDirective: false).value(of: expression)
        .value
      guard value >= 0, value < Int128(count ?? CRecordLayout.largestSize) else {
        throw CDiagnostic("the array has no element \(value)", expression.range)
      }
      levels[last].next = Int(value)
    case (.member(let name), .members(let members, _)):
      if let index = members.firstIndex(where: { $0.name == name }) {
        levels[last].next = index
        return
      }
      // A member of an anonymous member is a member of the whole (C11, 6.7.2.1, paragraph 13).
      for (index, member) in members.enumerated() where member.name == nil {
        guard header.member(name, of: member.place.type.type) != nil else { continue }
        levels[last].next = index
        try descend(&levels, at: range)
        try select(designator, in: &levels, at: range)
        return
      }
      throw CDiagnostic(
        "'\(CPrinter(header: header).text(of: levels[last].place.type))' has no member '\(name)'",
        range)
    case (.index, .members), (.member, .array):
      throw CDiagnostic(
        "the designator does not fit '\(CPrinter(header: header).text(of: levels[last].place.type))'",
        range)
    }
  }

  /// Whether the expression is the value of the whole aggregate: text for characters, or a struct
  /// of the same type.
  private func isWhole(_ expression: CExpression, for place: Place) -> Bool {
    if text(expression, for: place) != nil { return true }
    guard case .record = header.resolved(place.type).type,
      let type = try? header.type(of: expression)
    else { return false }
    return header.resolved(type).type == header.resolved(place.type).type
  }

  private func text(_ expression: CExpression, for place: Place) -> Content? {
    guard case .string(let units, let prefix) = expression.kind,
      case .array(let element, _) = header.resolved(place.type).type
    else { return nil }
    let unit = header.resolved(element).type
    let fits =
      switch prefix {
      case .none, .utf8:
        unit == .integer(.char) || unit == .integer(.signedChar) || unit == .integer(.unsignedChar)
      case .utf16: unit == .integer(.unsignedShort)
      case .utf32: unit == .integer(.unsignedInt)
      case .wide: unit == .integer(.int)
      }
    return fits ? .text(units, prefix) : nil
  }

  private mutating func add(
    _ text: Content, to place: Place, at range: CSourceRange
  ) throws(CDiagnostic) {
    if case .text(let units, _) = text,
      case .array(_, let count?) = header.resolved(place.type).type, units.count > count
    {
      throw CDiagnostic("\(units.count) characters do not fit an array of \(count)", range)
    }
    items.append(
      Item(offset: place.offset, type: place.type, bits: nil, content: text, range: range))
  }
}

extension CInitializer {
  /// Its place.
  package var range: CSourceRange? {
    switch self {
    case .expression(let expression): expression.range
    case .list(_, let range): range
    }
  }
}
