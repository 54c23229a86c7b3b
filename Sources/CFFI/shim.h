// libffi, linked statically: the probe shares its symbol namespace with the library under
// inspection, so a libffi.so of its own would be one library too many.
#pragma once
#include <ffi.h>

// Swift 6 refuses mutable C globals, and libffi's type descriptors are such; each function
// returns the address of one.
static inline ffi_type *cffi_type_void(void) { return &ffi_type_void; }
static inline ffi_type *cffi_type_uint8(void) { return &ffi_type_uint8; }
static inline ffi_type *cffi_type_sint8(void) { return &ffi_type_sint8; }
static inline ffi_type *cffi_type_uint16(void) { return &ffi_type_uint16; }
static inline ffi_type *cffi_type_sint16(void) { return &ffi_type_sint16; }
static inline ffi_type *cffi_type_uint32(void) { return &ffi_type_uint32; }
static inline ffi_type *cffi_type_sint32(void) { return &ffi_type_sint32; }
static inline ffi_type *cffi_type_uint64(void) { return &ffi_type_uint64; }
static inline ffi_type *cffi_type_sint64(void) { return &ffi_type_sint64; }
static inline ffi_type *cffi_type_float(void) { return &ffi_type_float; }
static inline ffi_type *cffi_type_double(void) { return &ffi_type_double; }
static inline ffi_type *cffi_type_longdouble(void) { return &ffi_type_longdouble; }
static inline ffi_type *cffi_type_complex_longdouble(void) { return &ffi_type_complex_longdouble; }
static inline ffi_type *cffi_type_pointer(void) { return &ffi_type_pointer; }

// FFI_DEFAULT_ABI is an enumerator whose value depends on macros Swift does not evaluate.
static inline ffi_abi cffi_default_abi(void) { return FFI_DEFAULT_ABI; }
