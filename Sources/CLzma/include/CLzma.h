// liblzma (XZ Utils) behind one function.
#pragma once
#include <stddef.h>
#include <stdint.h>

/// Unpacks `size` bytes of xz data at `offset` of an open file into a file that exists in memory
/// only, and returns its descriptor; a negative number when the data is damaged, would unpack to
/// more than `limit` bytes, or there is no memory. The file is read, never mapped.
///
/// Wrapped because: liblzma's stream is initialised by a macro, and memfd_create(2) is variadic to
/// Swift.
int clzma_unpack(int file, int64_t offset, uint64_t size, uint64_t limit);
