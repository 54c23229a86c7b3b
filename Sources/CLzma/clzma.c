#define _GNU_SOURCE
#include "CLzma.h"

#include <errno.h>
#include <lzma.h>
#include <stdbool.h>
#include <sys/mman.h>
#include <unistd.h>

// What decoding may take besides its result; xz's largest preset needs 65 MiB.
enum { MOST_MEMORY = 96 << 20, CHUNK = 64 << 10 };

static bool write_all(int file, const uint8_t *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(file, bytes, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes += written;
    count -= (size_t)written;
  }
  return true;
}

static bool unpack(int file, int64_t offset, uint64_t size, uint64_t limit, int memory) {
  lzma_stream stream = LZMA_STREAM_INIT;
  if (lzma_stream_decoder(&stream, MOST_MEMORY, 0) != LZMA_OK) return false;
  uint8_t in[CHUNK], out[CHUNK];
  lzma_ret status = LZMA_OK;
  bool sound = true;
  while (sound && status == LZMA_OK) {
    if (stream.avail_in == 0 && size > 0) {
      ssize_t count = pread(file, in, size < CHUNK ? size : CHUNK, offset);
      if (count < 0 && errno == EINTR) continue;
      if (count <= 0) break;
      stream.next_in = in;
      stream.avail_in = (size_t)count;
      offset += count;
      size -= (uint64_t)count;
    }
    stream.next_out = out;
    stream.avail_out = CHUNK;
    status = lzma_code(&stream, size == 0 ? LZMA_FINISH : LZMA_RUN);
    size_t count = CHUNK - stream.avail_out;
    sound = count <= limit && write_all(memory, out, count);
    limit -= sound ? count : 0;
  }
  lzma_end(&stream);
  return sound && status == LZMA_STREAM_END;
}

int clzma_unpack(int file, int64_t offset, uint64_t size, uint64_t limit) {
  int memory = memfd_create("debug symbols", MFD_CLOEXEC);
  if (memory < 0) return -1;
  if (unpack(file, offset, size, limit, memory)) return memory;
  close(memory);
  return -1;
}
