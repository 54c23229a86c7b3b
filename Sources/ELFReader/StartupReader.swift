internal import CElf
internal import ELFModel

/// The functions that run when a library is loaded and unloaded.
struct StartupReader {
  struct Array {
    let origin: StartupFunction.Origin
    let addresses: Range<UInt64>
  }

  /// No real library comes near: large C++ libraries have a few thousand.
  static let mostFunctions = 65_536

  private(set) var constructors: [StartupFunction] = []
  private(set) var destructors: [StartupFunction] = []

  init(
    _ file: ELFFile, _ dynamic: DynamicSection?, _ image: ELFImage, _ relocations: RelocationReader
  ) {
    guard let dynamic else { return }
    var found: [StartupFunction] = []
    for array in Self.arrays(of: dynamic) {
      found += Self.functions(of: array, file, image, relocations)
    }
    for (tag, origin) in [(DT_INIT, StartupFunction.Origin.initFunction), (DT_FINI, .finiFunction)]
    {
      if let address = dynamic.value(tag), address != 0 {
        found.append(StartupFunction(origin: origin, address: address, name: nil))
      }
    }
    let names = Self.names(of: Set(found.map(\.address)), image)
    for index in found.indices where found[index].name == nil {
      found[index].name = names[found[index].address]
    }
    func functions(_ origin: StartupFunction.Origin) -> [StartupFunction] {
      found.filter { $0.origin == origin }
    }
    // In the order of the dynamic linker (System V ABI, "Initialization and Termination").
    constructors = functions(.preinitArray) + functions(.initFunction) + functions(.initArray)
    destructors = functions(.finiArray).reversed() + functions(.finiFunction)
  }

  static func arrays(of dynamic: DynamicSection) -> [Array] {
    let places: [(StartupFunction.Origin, Int32, Int32)] = [
      (.preinitArray, DT_PREINIT_ARRAY, DT_PREINIT_ARRAYSZ),
      (.initArray, DT_INIT_ARRAY, DT_INIT_ARRAYSZ),
      (.finiArray, DT_FINI_ARRAY, DT_FINI_ARRAYSZ),
    ]
    return places.compactMap { origin, address, size in
      guard let start = dynamic.value(address), let size = dynamic.value(size) else { return nil }
      let (end, overflow) = start.addingReportingOverflow(min(size, UInt64(mostFunctions) * 8))
      return overflow ? nil : Array(origin: origin, addresses: start..<end)
    }
  }

  /// The words of an array as they will be when the file is loaded at address 0.
  private static func functions(
    of array: Array, _ file: ELFFile, _ image: ELFImage, _ relocations: RelocationReader
  ) -> [StartupFunction] {
    let bits = file.header.bits
    let word = UInt64(bits / 8)
    let bytes = file.fileOffset(ofAddress: array.addresses.lowerBound).map {
      file.range(offset: $0, size: array.addresses.upperBound - array.addresses.lowerBound)
    }
    let fields = file.fields(in: bytes ?? 0..<0)
    var functions: [StartupFunction] = []
    for index in 0..<(array.addresses.upperBound - array.addresses.lowerBound) / word {
      guard let stored = fields.word(at: Int(index * word), bits: bits) else { break }
      let target = relocations.targets[array.addresses.lowerBound + index * word]
      var address = target?.addend ?? stored
      var name: String?
      if let symbol = target?.symbol, symbol > 0, Int(symbol) <= image.dynsym.symbols.count {
        let entry = image.dynsym.symbols[Int(symbol) - 1]
        address = entry.value &+ (target?.addend ?? 0)
        name = image.dynsym.name(of: entry)
      }
      // Both mark an unused word.
      let minusOne = bits == 64 ? UInt64.max : UInt64(UInt32.max)
      guard name != nil || address != 0 && address != minusOne else { continue }
      functions.append(StartupFunction(origin: array.origin, address: address, name: name))
    }
    return functions
  }

  private static func names(of addresses: Set<UInt64>, _ image: ELFImage) -> [UInt64: String] {
    // The lowest bit says "Thumb" on ARM.
    let mask: UInt64 = image.header.machine == UInt16(EM_ARM) ? ~1 : ~0
    let wanted = Set(addresses.map { $0 & mask })
    var names: [UInt64: String] = [:]
    for table in [image.dynsym, image.symtab] {
      for symbol in table.symbols
      where symbol.type.isCallable && symbol.isDefined && wanted.contains(symbol.value & mask) {
        names[symbol.value & mask] = table.name(of: symbol)
      }
    }
    return addresses.reduce(into: [:]) { $0[$1] = names[$1 & mask] }
  }
}
