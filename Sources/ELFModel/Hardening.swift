/// What a file brings against its own exploitation.
package struct Hardening: Hashable, Sendable {
  /// How much is made read-only once relocated.
  package enum RELRO: String, Sendable {
    case none
    case partial
    case full
  }

  package var relro = RELRO.none
  /// All symbols are bound when the file is loaded (`DF_BIND_NOW`, `DF_1_NOW`).
  package var bindsNow = false
  /// The stack is not executable; nil where the file does not decide that.
  package var hasNonExecutableStack: Bool?
  /// Can be loaded at any address.
  package var isPositionIndependent = false
  /// `DT_TEXTREL`: code is patched when loaded.
  package var hasTextRelocations = false
  /// Segments that are both writable and executable.
  package var writableCodeSegments = 0
  /// Stack-smashing protection: `__stack_chk_fail` is called.
  package var hasStackCanary = false
  /// Checked functions in use (`__memcpy_chk`).
  package var fortified: [String] = []
  /// Functions in use that have a checked form, unchecked.
  package var unfortified: [String] = []
  /// Intel CET: indirect branches land on markers; nil for other machines.
  package var hasIndirectBranchTracking: Bool?
  /// Intel CET: return addresses are kept twice; nil for other machines.
  package var hasShadowStack: Bool?
  /// Arm: indirect branches land on markers; nil for other machines.
  package var hasBranchTargetIdentification: Bool?
  /// Arm: return addresses are signed; nil for other machines.
  package var hasPointerAuthentication: Bool?
  /// Library search paths that others could write to, each with the reason.
  package var pathRisks: [String] = []

  package init() {}

  /// Why a library search path is a risk; nil when it is none.
  package static func risk(ofSearchPath path: String) -> String? {
    if path.isEmpty { return "an empty element means the working directory" }
    if path.hasPrefix("$ORIGIN") || path.hasPrefix("${ORIGIN}") { return nil }
    if !path.hasPrefix("/") { return "\(path) is relative to the working directory" }
    for folder in ["/tmp", "/var/tmp", "/dev/shm"]
    where path == folder || path.hasPrefix("\(folder)/") {
      return "\(path) is in a folder that everybody may write to"
    }
    return nil
  }
}
