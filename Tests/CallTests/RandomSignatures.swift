/// C functions with random signatures, and the C text that checks calls of them.
///
/// Each function copies what it got to `got_N`, what its callback gave to `given_N`, and returns
/// what stands at `result_N`; the test writes and reads those.
struct RandomSignature {
  var number: Int
  /// Definitions of the types, for both the compiler and the profile.
  var types: String
  /// `RESULT f_N(…)`, without a semicolon.
  var declarator: String
  /// C types of the parameters before `...`; that of a callback is a function pointer.
  var parameters: [String]
  var variadic: [String]
  var result: String
  var callback: Callback?

  struct Callback {
    /// Which parameter it is.
    var index: Int
    var parameters: [String]
    var result: String
  }

  var name: String { "f_\(number)" }
}

extension RandomSignature {
  static let scalars = [
    "_Bool", "char", "signed char", "unsigned char", "short", "unsigned short", "int",
    "unsigned int", "long", "unsigned long", "long long", "unsigned long long", "float", "double",
    "long double", "void *", "__int128", "unsigned __int128", "float _Complex", "double _Complex",
    "long double _Complex", "enum e", "float4", "double2", "int4", "float2",
  ]
  /// What closures cannot pass on.
  static let vectors = ["float4", "double2", "int4", "float2"]
  private static let integers = [
    "char", "short", "int", "unsigned int", "long", "unsigned char", "_Bool", "unsigned long",
  ]
  /// What `...` hands on unchanged.
  private static let promoted = [
    "int", "unsigned int", "long", "unsigned long", "double", "long double", "void *", "__int128",
    "double _Complex", "long double _Complex", "float _Complex",
  ]

  init(number: Int, from random: inout RandomNumbers) {
    self.number = number
    var maker = TypeMaker(prefix: "s\(number)_")
    let count = random.below(13)
    parameters = (0..<count).map { _ in maker.type(&random) }
    result = random.chance(8) ? "void" : maker.type(&random)
    variadic = []
    if random.chance(25), !parameters.isEmpty {
      variadic = (0..<random.below(6)).map { _ in
        random.chance(60) ? random.pick(Self.promoted) : maker.record(&random)
      }
    }
    let isVariadic = !variadic.isEmpty
    if random.chance(30), !parameters.isEmpty {
      callback = Callback(
        index: random.below(parameters.count),
        parameters: (0..<random.below(8)).map { _ in maker.scalarType(&random) },
        result: random.chance(10) ? "void" : maker.scalarType(&random))
    }
    if let callback { parameters[callback.index] = "callback_\(number)" }
    types = maker.definitions
    if let callback {
      let list = callback.parameters.isEmpty ? "void" : callback.parameters.joined(separator: ", ")
      types += "typedef \(callback.result) (*callback_\(number))(\(list));\n"
    }
    var list = parameters.enumerated().map { "\($1) a\($0)" }
    if isVariadic { list.append("...") }
    declarator =
      "\(result) f_\(number)(\(list.isEmpty ? "void" : list.joined(separator: ", ")))"
  }

  /// The types of all arguments, in order.
  var arguments: [String] { parameters + variadic }

  /// The function and what it shares with the test, as C.
  var source: String {
    let (size, count) = (Self.slot, arguments.count)
    var text = types
    text += "unsigned char got_\(number)[\(max(1, count) * size)] __attribute__((aligned(64)));\n"
    text += "unsigned char result_\(number)[\(size)] __attribute__((aligned(64)));\n"
    text += "unsigned char given_\(number)[\(size)] __attribute__((aligned(64)));\n"
    text += "unsigned char sent_\(number)[\(16 * size)] __attribute__((aligned(64)));\n"
    let sizes = arguments.map { "sizeof(\($0)), _Alignof(\($0))" } + ["0"]
    text += "unsigned long sizes_\(number)[] = {\(sizes.joined(separator: ", "))};\n"
    text += declarator + " {\n"
    for index in parameters.indices where index != callback?.index {
      text += "  memcpy(got_\(number) + \(index * size), &a\(index), sizeof a\(index));\n"
    }
    if !variadic.isEmpty {
      text += "  va_list rest; va_start(rest, a\(parameters.count - 1));\n"
      for (index, type) in variadic.enumerated() {
        let place = (parameters.count + index) * size
        text += "  { \(type) v = va_arg(rest, \(type)); "
        text += "memcpy(got_\(number) + \(place), &v, sizeof v); }\n"
      }
      text += "  va_end(rest);\n"
    }
    if let callback { text += call(of: callback) }
    if result != "void" {
      text += "  \(result) r; memcpy(&r, result_\(number), sizeof r); return r;\n"
    }
    return text + "}\n"
  }

  private func call(of callback: Callback) -> String {
    var text = ""
    for (index, type) in callback.parameters.enumerated() {
      text += "  \(type) c\(index); "
      text += "memcpy(&c\(index), sent_\(number) + \(index * Self.slot), sizeof c\(index));\n"
    }
    let list = callback.parameters.indices.map { "c\($0)" }.joined(separator: ", ")
    let call = "a\(callback.index)(\(list))"
    if callback.result == "void" { return text + "  \(call);\n" }
    return text + "  \(callback.result) g = \(call); memcpy(given_\(number), &g, sizeof g);\n"
  }

  /// Bytes between two values in memory; no type is longer.
  static let slot = 256
}

/// Makes up types and remembers their definitions.
private struct TypeMaker {
  let prefix: String
  private(set) var definitions = ""
  private var count = 0
  private var allowsVectors = true

  init(prefix: String) { self.prefix = prefix }

  mutating func type(_ random: inout RandomNumbers) -> String {
    random.chance(50) ? random.pick(RandomSignature.scalars) : record(&random)
  }

  /// A type without a vector in it.
  mutating func scalarType(_ random: inout RandomNumbers) -> String {
    allowsVectors = false
    defer { allowsVectors = true }
    var found = type(&random)
    while RandomSignature.vectors.contains(found) { found = type(&random) }
    return found
  }

  /// A struct or union of at most 96 bytes.
  mutating func record(_ random: inout RandomNumbers, depth: Int = 0) -> String {
    count += 1
    let keyword = random.chance(20) ? "union" : "struct"
    let name = "\(keyword) \(prefix)\(count)"
    // What a member can take at most, so that the whole stays below the limit with its padding.
    var room = depth == 0 ? [8, 16, 16, 24, 64][random.below(5)] : 16
    var members = ""
    let most = random.chance(70) ? 1 + random.below(4) : random.below(9)
    for index in 0..<most where room > 0 {
      let (text, size) = member("m\(index)", room: room, &random, depth: depth)
      members += text
      if keyword == "struct" { room -= size }
    }
    let attribute =
      random.chance(12)
      ? " __attribute__((packed))"
      : random.chance(6)
        ? " __attribute__((aligned(16)))"
        : random.chance(2) ? " __attribute__((aligned(32)))" : ""
    definitions += "\(name) { \(members)}\(attribute);\n"
    return name
  }

  private mutating func member(
    _ name: String, room: Int, _ random: inout RandomNumbers, depth: Int
  ) -> (text: String, size: Int) {
    if random.chance(15), depth < 2 {
      let type = record(&random, depth: depth + 1)
      guard random.chance(30) else { return ("\(type) \(name); ", 24) }
      let length = 1 + random.below(max(1, min(3, room / 24)))
      return ("\(type) \(name)[\(length)]; ", 24 * length)
    }
    if random.chance(15) {
      let type = random.pick(["int", "unsigned int", "long", "unsigned char", "short", "_Bool"])
      let width = type == "_Bool" ? 1 : 1 + random.below(Self.bits(of: type))
      if random.chance(6) { return ("\(type) : 0; ", 8) }
      return ("\(type) \(name) : \(width); ", 8)
    }
    let fitting = RandomSignature.scalars.filter {
      Self.size(of: $0) <= room && (allowsVectors || !RandomSignature.vectors.contains($0))
    }
    guard !fitting.isEmpty else { return ("", room) }
    // Floats and small things come more often: that is where eightbytes are shared.
    let type =
      random.chance(50)
      ? random.pick(
        ["float", "double", "int", "char", "short"].filter { Self.size(of: $0) <= room }
          + ["char"])
      : random.pick(fitting)
    let most = min(4, room / Self.size(of: type))
    guard random.chance(20), most > 0 else { return ("\(type) \(name); ", Self.size(of: type)) }
    if most >= 2, random.chance(25) {
      let length = 1 + random.below(most / 2)
      return ("\(type) \(name)[\(length)][2]; ", Self.size(of: type) * length * 2)
    }
    let length = 1 + random.below(most)
    return ("\(type) \(name)[\(length)]; ", Self.size(of: type) * length)
  }

  private static func bits(of type: String) -> Int { size(of: type) * 8 }

  private static func size(of type: String) -> Int {
    switch type {
    case "_Bool", "char", "signed char", "unsigned char": 1
    case "short", "unsigned short": 2
    case "int", "unsigned int", "float", "enum e": 4
    case "long double", "__int128", "unsigned __int128", "double _Complex", "float4", "double2",
      "int4":
      16
    case "long double _Complex": 32
    default: 8
    }
  }
}
