internal import CDwarf
internal import CLanguage
internal import Glibc

/// Answers questions about one library's debug information.
final class DebugReader {
  let file: DwarfFile
  /// Of all functions, once it was needed.
  private var functionIndex: DebugIndex?
  private var typeIndex: DebugIndex?
  /// Functions by address: numbers of `functionIndex`, sorted.
  private var byAddress: [(address: UInt64, number: Int)] = []
  private var functionsByName: [String: Int] = [:]
  private var sourceFiles: SourceFiles

  init(_ file: DwarfFile) {
    self.file = file
    sourceFiles = SourceFiles(file)
  }

  private var index: DebugIndex {
    if let functionIndex { return functionIndex }
    let index = DebugIndex(file, .functions)
    functionIndex = index
    byAddress = index.functions.indices.map { (index.functions[$0].address, $0) }
    byAddress.sort { $0 < $1 }
    return index
  }

  private var types: DebugIndex {
    if let typeIndex { return typeIndex }
    let index = DebugIndex(file, .typesAndVariables)
    typeIndex = index
    return index
  }

  // MARK: Finding functions

  /// The functions that start at a symbol's address.
  private func candidates(for symbol: FunctionSymbol) -> [DebugIndex.Function] {
    guard let value = symbol.address else { return named(symbol.name) }
    let address = value &+ file.symbolBias
    if functionIndex == nil, let unit = file.unit(at: address) {
      // Tables that lead to the wrong unit are noticed: nothing there starts at the address.
      let found = DebugIndex(unit: unit).functions.filter { $0.address == address }
      if !found.isEmpty { return found }
    }
    let index = index
    return byAddress[firstPlace(of: address)...].prefix { $0.address == address }
      .map { index.functions[$0.number] }
  }

  private func firstPlace(of address: UInt64) -> Int {
    var low = 0
    var high = byAddress.count
    while low < high {
      let middle = (low + high) / 2
      if byAddress[middle].address < address { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func named(_ name: String) -> [DebugIndex.Function] {
    let index = index
    if functionsByName.isEmpty {
      for (number, function) in index.functions.enumerated() where function.isExternal {
        functionsByName[String(cString: function.symbol)] = number
      }
    }
    return functionsByName[name].map { [index.functions[$0]] } ?? []
  }

  /// The functions whose prototype a symbol has: the one of its name, else all that its address is
  /// another name of.
  private func functions(for symbol: FunctionSymbol) -> [DebugIndex.Function] {
    let found = candidates(for: symbol)
    if let own = found.first(where: { equals($0.symbol, symbol.name) }) { return [own] }
    return found
  }

  private static let assemblerRefusal =
    "is written in assembler, of which debug information has no prototypes"

  private func isAssembler(_ symbol: FunctionSymbol) -> Bool {
    guard let value = symbol.address, let unit = file.unit(at: value &+ file.symbolBias) else {
      return false
    }
    return UnitLanguage(unit).isAssembler
  }

  private func equals(_ text: UnsafePointer<CChar>, _ name: String) -> Bool {
    name.withCString { strcmp(text, $0) == 0 }
  }

  // MARK: Prototypes

  func prototypes(of symbols: [FunctionSymbol], others: Bool) -> [DebugPrototype] {
    if symbols.count > 16 || others { _ = index }
    var names = Converters()
    var found: [DebugPrototype] = []
    var seen: Set<String> = []
    for symbol in symbols where !seen.contains(symbol.name) {
      let functions = functions(for: symbol)
      guard !functions.isEmpty else {
        if isAssembler(symbol) {
          seen.insert(symbol.name)
          found.append(DebugPrototype(name: symbol.name, refusal: Self.assemblerRefusal))
        }
        continue
      }
      seen.insert(symbol.name)
      found.append(
        names.prototype(symbol.name, functions, isIndirect: symbol.isIndirect, &sourceFiles))
    }
    if others {
      for function in index.functions where function.isExternal {
        let name = String(cString: function.symbol)
        guard seen.insert(name).inserted else { continue }
        found.append(names.prototype(name, [function], isIndirect: false, &sourceFiles))
      }
    }
    return found.sorted { $0.name < $1.name }
  }

  // MARK: Declarations

  func declaring(
    functions symbols: [FunctionSymbol], over header: CHeader
  ) -> DeclaredFunctions {
    var converter = TypeConverter(over: header, onlyNames: false)
    var refusals: [String: String] = [:]
    var isChanged = false
    for symbol in symbols {
      let functions = functions(for: symbol)
      guard let first = functions.first else {
        if isAssembler(symbol) { refusals[symbol.name] = Self.assemblerRefusal }
        continue
      }
      do throws(Untranslatable) {
        let type = try converter.commonType(of: functions, isIndirect: symbol.isIndirect)
        converter.definePending()
        let place = sourceFiles.origin(of: first.entry)
        converter.header.declareFunction(
          symbol.name, type,
          specifiers: first.entry.integratedFlag(DW_AT_noreturn) ? .noreturn : [],
          at: place)
        isChanged = true
      } catch {
        refusals[symbol.name] = error.reason
      }
    }
    return DeclaredFunctions(
      header: isChanged ? converter.header : header, isChanged: isChanged, refusals: refusals)
  }

  func declaring(variables names: [String], over header: CHeader) -> CHeader {
    var converter = TypeConverter(over: header, onlyNames: false)
    var wanted = Set(names)
    for variable in types.variables {
      let name = String(cString: variable.name)
      guard wanted.contains(name), let type = try? converter.type(of: variable.entry) else {
        continue
      }
      wanted.remove(name)
      try? converter.complete(type.type)
      converter.header.declareObject(name, type, at: sourceFiles.origin(of: variable.entry))
    }
    converter.definePending()
    return wanted.count == names.count ? header : converter.header
  }

  /// What of the debug information could not be read, in sentences for people.
  func notes() -> [String] {
    var notes = file.notes()
    let damaged = max(functionIndex?.damagedUnitCount ?? 0, typeIndex?.damagedUnitCount ?? 0)
    if damaged > 0 {
      notes.append(
        "\(damaged) \(damaged == 1 ? "unit is" : "units are") damaged; what lies behind the damage is "
          + "left out")
    }
    return notes
  }

  func typeNames() -> Set<String> { Set(types.types.map { String(cString: $0.name) }) }

  func declaring(types names: [String]?, over header: CHeader) -> CHeader {
    var converter = TypeConverter(over: header, onlyNames: false)
    let wanted = names.map { Set($0) }
    var isChanged = false
    for type in types.types {
      if let wanted {
        // Names within namespaces are longer than the entry's own.
        guard
          wanted.contains(String(cString: type.name))
            || converter.cName(of: type.entry).map(wanted.contains) == true
        else { continue }
      }
      if (try? converter.type(type.entry)) != nil { isChanged = true }
    }
    converter.definePending()
    return isChanged ? converter.header : header
  }
}

/// Prints prototypes: with names of types alone, and with the types where they decide.
private struct Converters {
  private var names = TypeConverter(over: .standard, onlyNames: true)
  private var types = TypeConverter(over: .standard, onlyNames: false)

  mutating func prototype(
    _ name: String, _ functions: [DebugIndex.Function], isIndirect: Bool,
    _ files: inout SourceFiles
  ) -> DebugPrototype {
    var prototype = DebugPrototype(name: name)
    let origin = functions.first.map { files.origin(of: $0.entry) }
    if let file = origin?.file, let line = origin?.line, line > 0 {
      prototype.source = SourcePlace(file: file, line: line)
    }
    do throws(Untranslatable) {
      prototype.text = try text(name, functions, isIndirect: isIndirect)
    } catch {
      prototype.refusal = error.reason
    }
    return prototype
  }

  private mutating func text(
    _ name: String, _ functions: [DebugIndex.Function], isIndirect: Bool
  ) throws(Untranslatable) -> String {
    do throws(Untranslatable) {
      let type = try names.commonType(of: functions, isIndirect: isIndirect)
      return CPrinter(header: names.header).text(of: type, name: name)
    } catch {
      guard error == .needsTypes else { throw error }
    }
    let type = try types.commonType(of: functions, isIndirect: isIndirect)
    // What has a tag is printed by it.
    types.definePending(onlyAnonymous: true)
    return CPrinter(header: types.header).text(of: type, name: name)
  }
}

extension TypeConverter {
  /// The type of a function under all names that its code has.
  ///
  /// Linkers fold functions of equal code into one: when none has the symbol's name and their
  /// types differ, nobody can tell which is meant.
  mutating func commonType(
    of functions: [DebugIndex.Function], isIndirect: Bool
  ) throws(Untranslatable) -> CFunctionType {
    var common: CFunctionType?
    for function in functions {
      var type = try self.function(function.entry)
      if isIndirect { type = try chosenFunction(by: type) }
      if let common, common.withoutNames != type.withoutNames {
        throw Untranslatable(reason: "shares its code with functions of other types")
      }
      common = common ?? type
    }
    guard let common else { throw Untranslatable(reason: "is not there") }
    return common
  }

  /// A resolver gives back a pointer to the function that is called.
  private func chosenFunction(by resolver: CFunctionType) throws(Untranslatable) -> CFunctionType {
    if case .pointer(let pointee) = header.resolved(resolver.result.type),
      case .function(let chosen) = header.resolved(pointee.type)
    {
      return chosen
    }
    if onlyNames, case .typedef = resolver.result.type { throw .needsTypes }
    throw Untranslatable(
      reason: "is chosen when the library is loaded, by a function that does not say its type")
  }
}

extension CFunctionType {
  /// The same with parameters without names.
  fileprivate var withoutNames: CFunctionType {
    var type = self
    for index in type.parameters.indices { type.parameters[index].name = nil }
    return type
  }
}
