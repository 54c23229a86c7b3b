// capstone, loaded when it is first asked for.
#pragma once
#include <capstone/capstone.h>

/// The functions of capstone that are used, under their own names.
struct ccapstone_functions {
  unsigned (*_Nonnull version)(int *_Nullable major, int *_Nullable minor);
  cs_err (*_Nonnull open)(cs_arch arch, cs_mode mode, csh *_Nonnull handle);
  cs_err (*_Nonnull close)(csh *_Nonnull handle);
  cs_err (*_Nonnull option)(csh handle, cs_opt_type type, size_t value);
  const char *_Nullable (*_Nonnull strerror)(cs_err code);
  cs_insn *_Nullable (*_Nonnull malloc)(csh handle);
  void (*_Nonnull free)(cs_insn *_Nonnull instruction, size_t count);
  bool (*_Nonnull disasm_iter)(
      csh handle, const uint8_t *_Nullable *_Nonnull code, size_t *_Nonnull size,
      uint64_t *_Nonnull address, cs_insn *_Nonnull instruction);
  cs_err (*_Nonnull regs_access)(
      csh handle, const cs_insn *_Nonnull instruction, uint16_t *_Nonnull read,
      uint8_t *_Nonnull read_count, uint16_t *_Nonnull written, uint8_t *_Nonnull written_count);
};

/// The functions; null when there is no libcapstone.so of the version that the headers describe,
/// with the reason in `why`. Safe to call from any thread.
///
/// Loaded by name because: capstone's tables hold 77,000 words that the dynamic linker has to
/// relocate, and every start of the program would pay for them, linked statically or not.
const struct ccapstone_functions *_Nullable ccapstone_load(const char *_Nullable *_Nonnull why);
