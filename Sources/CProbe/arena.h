// Memory of the probe's own. Safe among threads; not in signal handlers.
#pragma once
#include <stddef.h>
#include <stdint.h>

/// Reserves it. Returns 0, or -1 with errno set.
int cprobe_arena_start(uint64_t *start, uint64_t *end);

/// Takes memory for good, before there are threads; NULL when there is none.
void *cprobe_arena_take(size_t size);

/// malloc, free, malloc_usable_size and memalign; whatever the block's beginning says is checked,
/// since called code can have written over it.
void *cprobe_arena_allocate(size_t size);
void cprobe_arena_release(void *pointer);
size_t cprobe_arena_usable(void *pointer);
void *cprobe_arena_aligned(size_t alignment, size_t size);

/// Whether a pointer is into it.
int cprobe_is_in_arena(const void *pointer);

/// Makes sure that what the probe needs to answer is there, whatever limits called code sets.
void cprobe_arena_keep_reserve(void);

/// A forked child has no other threads that could hold the lock.
void cprobe_arena_open_in_child(void);
