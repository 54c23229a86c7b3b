/// What is known of the attributes that gcc and clang document for C.
///
/// An attribute that is in neither list is refused: ignoring one that changes the ABI would make
/// calls silently wrong.
enum CGNUAttributes {
  /// They change a layout or a calling convention in ways that are not supported.
  static let refused: Set<String> = [
    "ext_vector_type", "neon_vector_type", "matrix_type", "ms_abi", "stdcall",
    "fastcall", "thiscall", "regparm", "sseregparm", "vectorcall", "pcs", "preserve_most",
    "preserve_all", "swiftcall", "ms_struct", "scalar_storage_order", "address_space", "bitwidth",
    "interrupt", "naked", "aarch64_vector_pcs", "regcall", "pascal", "far", "near",
  ]

  /// They guide the optimizer, the linker or warnings, and leave values and calls alone.
  static let harmless: Set<String> = [
    "access", "alias", "aligned_accesses", "alloc_align", "alloc_size", "always_inline",
    "artificial", "assume_aligned", "availability", "cdecl", "cleanup", "cold", "common",
    "const", "constructor", "copy", "deprecated", "designated_init", "destructor",
    "diagnose_as_builtin", "diagnose_if", "enable_if", "enum_extensibility", "error",
    "externally_visible", "fallthrough", "fd_arg", "fd_arg_read", "fd_arg_write", "flag_enum",
    "flatten", "force_align_arg_pointer", "format", "format_arg", "gcc_struct", "gnu_inline",
    "guarded_by", "hot", "ifunc", "leaf", "malloc", "may_alias", "mode_switch", "no_address_safety",
    "no_icf", "no_instrument_function", "no_profile_instrument_function", "no_reorder",
    "no_sanitize", "no_sanitize_address", "no_sanitize_thread", "no_sanitize_undefined",
    "no_split_stack", "no_stack_protector", "no_thread_safety_analysis", "nocf_check", "noclone",
    "nocommon", "noescape", "noinit", "noinline", "noipa", "nonnull", "nonstring", "noplt",
    "nothrow", "null_terminated_string_arg", "objc_root_class", "optimize", "overloadable",
    "patchable_function_entry", "persistent", "pure", "reproducible", "retain",
    "returns_nonnull", "returns_twice", "section", "sentinel", "simd", "stack_protect",
    "strict_flex_array", "swift_attr", "swift_name", "symver", "sysv_abi", "target",
    "target_clones", "tls_model", "type_visibility", "unavailable", "uninitialized",
    "unsequenced", "unused", "used", "visibility", "volatile", "warn_unused",
    "warn_unused_result", "warning", "weak", "weak_import", "weakref", "zero_call_used_regs",
    "counted_by", "element_count", "no_dangling", "tainted_args", "nodiscard", "maybe_unused",
    "musttail", "hidden", "noderef", "annotate", "pass_object_size", "callback",
  ]

  /// The integer type of a machine mode on a target.
  static func integer(_ mode: String, isSigned: Bool, _ target: CTarget) -> CIntegerKind? {
    switch mode {
    case "QI", "byte": isSigned ? .signedChar : .unsignedChar
    case "HI": isSigned ? .short : .unsignedShort
    case "SI": isSigned ? .int : .unsignedInt
    case "DI":
      if target.longSize == 8 {
        isSigned ? .long : .unsignedLong
      } else {
        isSigned ? .longLong : .unsignedLongLong
      }
    case "TI": target.hasInt128 ? (isSigned ? .int128 : .unsignedInt128) : nil
    case "word", "pointer", "unwind_word":
      if target.pointerSize == target.longSize {
        isSigned ? .long : .unsignedLong
      } else {
        isSigned ? .int : .unsignedInt
      }
    default: nil
    }
  }

  static let floating: [String: CFloatingKind] = [
    "HF": .float16, "SF": .float, "DF": .double, "XF": .longDouble, "TF": .float128,
    "SD": .decimal32, "DD": .decimal64, "TD": .decimal128,
  ]

  static let complex: [String: CFloatingKind] = [
    "HC": .float16, "SC": .float, "DC": .double, "XC": .longDouble, "TC": .float128,
  ]
}
