import CLanguage

/// A small deterministic generator (SplitMix64), so that a failure can be repeated by its seed.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Writes C structs and unions of every kind that has a layout of its own.
struct RandomTypes {
  private var generator: SeededGenerator
  private(set) var text = ""
  /// Tags with their keyword, in order.
  private(set) var names: [String] = []
  private var flexible: Set<String> = []
  private let scalars: [String]
  private let fields: [(type: String, bits: Int)]

  init(seed: UInt64, count: Int, target: CTarget = .amd64Linux) {
    generator = SeededGenerator(seed: seed)
    let lacking = Self.lacking(on: target)
    scalars = Self.allScalars.filter { !lacking.contains($0) }
    let longBits = target.width(of: .long)
    fields =
      Self.allFields.filter { !lacking.contains($0.type) }
      + [("long", longBits), ("unsigned long", longBits)]
    text = """
      typedef float v8 __attribute__((vector_size(8)));
      typedef int v16 __attribute__((vector_size(16)));
      typedef double v32 __attribute__((vector_size(32)));
      typedef int loose __attribute__((aligned(2)));
      typedef short tight __attribute__((aligned(16)));
      enum small { SMALL_A, SMALL_B } __attribute__((packed));
      enum plain { PLAIN_A, PLAIN_B = 70000 };
      enum signed_one { SIGNED_A = -1, SIGNED_B };
      enum short_one { SHORT_A, SHORT_B } __attribute__((mode(HI)));
      enum long_one { LONG_A = -1 } __attribute__((mode(DI)));

      """
    for index in 0..<count { addType(index) }
  }

  /// What gcc 12 does not know on the target.
  private static func lacking(on target: CTarget) -> Set<String> {
    var lacking: Set<String> = []
    if !target.hasInt128 { lacking.insert("__int128") }
    if !target.hasFloat128 { lacking.formUnion(["_Float128", "_Float64x"]) }
    if !target.hasDecimal { lacking.formUnion(["_Decimal32", "_Decimal64", "_Decimal128"]) }
    if [.riscv64Linux, .s390xLinux, .ppc64leLinux].contains(target) { lacking.insert("_Float16") }
    return lacking
  }

  private mutating func pick<T>(_ values: [T]) -> T {
    values[Int.random(in: 0..<values.count, using: &generator)]
  }

  private mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &generator) < percent
  }

  private mutating func addType(_ index: Int) {
    let keyword = chance(20) ? "union" : "struct"
    let name = "\(keyword) t\(index)"
    let pack = chance(15) ? pick([1, 2, 4, 8, 16]) : nil
    if let pack { text += "#pragma pack(push, \(pack))\n" }
    var attributes: [String] = []
    if chance(20) { attributes.append("packed") }
    if chance(15) { attributes.append("aligned(\(pick([1, 2, 4, 8, 16, 32])))") }
    let list = attributes.isEmpty ? "" : " __attribute__((\(attributes.joined(separator: ", "))))"
    text += "\(keyword)\(list) t\(index) {\n"
    let count = Int.random(in: chance(3) ? 0...0 : 1...8, using: &generator)
    for member in 0..<count { addMember("m\(member)", depth: 0) }
    if keyword == "struct" && count > 0 && chance(8) {
      text += "  \(pick(scalars.filter { $0 != "tight" })) tail[];\n"
      flexible.insert(name)
    }
    text += "};\n"
    if pack != nil { text += "#pragma pack(pop)\n" }
    names.append(name)
  }

  private static let allScalars = [
    "char", "signed char", "unsigned char", "short", "unsigned short", "int", "unsigned int",
    "long", "unsigned long", "long long", "unsigned long long", "float", "double", "long double",
    "_Bool", "void *", "__int128", "float _Complex", "double _Complex", "long double _Complex",
    "loose", "tight", "enum small", "enum plain", "enum signed_one", "enum short_one",
    "enum long_one", "_Float16",
    "_Decimal32", "_Decimal64", "_Decimal128", "_Float128", "_Float32x", "_Float64x", "v8", "v16",
    "v32", "_Atomic long", "_Atomic char",
    "_Atomic long long", "_Atomic short",
  ]

  private static let allFields: [(type: String, bits: Int)] = [
    ("char", 8), ("signed char", 8), ("unsigned char", 8), ("short", 16), ("unsigned short", 16),
    ("int", 32), ("unsigned int", 32), ("long long", 64), ("unsigned long long", 64),
    ("_Bool", 1), ("enum plain", 32), ("enum small", 8), ("enum signed_one", 32),
    ("enum short_one", 16), ("loose", 32),
    ("__int128", 128),
  ]

  private mutating func addMember(_ name: String, depth: Int) {
    let indent = String(repeating: "  ", count: depth + 1)
    if chance(35) {
      let (type, bits) = pick(fields)
      let width = chance(20) ? bits : Int.random(in: 1...bits, using: &generator)
      if chance(10) { text += "\(indent)\(type) : 0;\n" }
      if chance(10) { text += "\(indent)\(type) : \(width);\n" }
      text += "\(indent)\(type) \(name) : \(width)\(memberAttributes());\n"
    } else if chance(10) && depth < 2 {
      text += "\(indent)\(chance(50) ? "struct" : "union") {\n"
      for inner in 0..<Int.random(in: 1...3, using: &generator) {
        addMember("\(name)_\(inner)", depth: depth + 1)
      }
      text += "\(indent)};\n"
    } else {
      let nested = names.filter { !flexible.contains($0) }
      let type = !nested.isEmpty && chance(15) ? pick(nested) : pick(scalars)
      let canRepeat = type != "tight"
      let bounds =
        canRepeat && chance(20)
        ? "[\(Int.random(in: 0...5, using: &generator))]" + (chance(20) ? "[2]" : "") : ""
      text += "\(indent)\(type) \(name)\(bounds)\(memberAttributes());\n"
    }
  }

  private mutating func memberAttributes() -> String {
    if chance(8) { return " __attribute__((packed))" }
    if chance(8) { return " __attribute__((aligned(\(pick([1, 2, 4, 8, 16, 32])))))" }
    return ""
  }
}
