// Compiler builtins about memory that Swift does not have.
#pragma once

/// Asks for the cache line at an address, without waiting for it; any address is allowed.
static inline void cmemory_prefetch(const void *_Nullable address) { __builtin_prefetch(address); }
