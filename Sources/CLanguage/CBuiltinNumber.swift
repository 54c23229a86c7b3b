/// The infinities and NaNs that headers spell as calls of the compiler: `HUGE_VAL` is
/// `(__builtin_huge_val ())` (gcc manual, section 6.59).
package struct CBuiltinNumber: Hashable, Sendable {
  package var kind: CFloatingKind
  package var isNaN: Bool

  /// - Parameters:
  ///   - name: of the function.
  ///   - arguments: none for an infinity, an empty string for a NaN; one with a payload is left to
  ///     the compiler.
  package init?(_ name: String, _ arguments: [CExpression]) {
    guard name.hasPrefix("__builtin_") else { return nil }
    let word = name.dropFirst("__builtin_".count)
    guard let base = ["huge_val", "inf", "nan"].first(where: { word.hasPrefix($0) }),
      let kind = Self.kinds[String(word.dropFirst(base.count))]
    else { return nil }
    isNaN = base == "nan"
    self.kind = kind
    if isNaN {
      guard arguments.count == 1, case .string(let units, .none) = arguments[0].kind,
        units.isEmpty
      else { return nil }
    } else if !arguments.isEmpty {
      return nil
    }
  }

  private static let kinds: [String: CFloatingKind] = [
    "": .double, "f": .float, "l": .longDouble, "f16": .float16, "f32": .float32,
    "f32x": .float32x, "f64": .float64, "f64x": .float64x, "f128": .float128,
  ]
}
