// What called code may not do.
#pragma once
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// How far called code is confined.
struct cprobe_policy {
  const char *const *writable;  // folders and files in which files may be made and changed
  int32_t writable_count;
  int32_t allows_network;
  int32_t allows_all;
  int32_t front;             // the process that may not be signalled
  uint64_t memory_limit;     // bytes of RLIMIT_DATA
  uint64_t file_limit;       // bytes of RLIMIT_FSIZE
  uint64_t process_limit;    // RLIMIT_NPROC
  uint64_t mark;             // RLIMIT_MSGQUEUE: marks all that comes from this process
};

/// What the kernel could not confine.
enum {
  cprobe_lacks_files = 1,     // Landlock: the file system is writable as ever
  cprobe_lacks_network = 2,   // seccomp: no filter for sockets
  cprobe_lacks_signals = 4,   // Landlock before ABI 6: other processes can be signalled
  cprobe_lacks_calls = 8,     // seccomp: privileged system calls are not filtered
  cprobe_lacks_reports = 16,  // no user notification: what is denied is not reported
};

/// Confines this process and all that it will start, for good (landlock(7), seccomp(2),
/// capabilities(7), setrlimit(2)).
/// Returns what is lacking, bits of the above; `*listener` is the descriptor on which denied
/// system calls are announced, or -1.
uint32_t cprobe_confine(const struct cprobe_policy *policy, int *listener);

#ifdef __cplusplus
}
#endif
