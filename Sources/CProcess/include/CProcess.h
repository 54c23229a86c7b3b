// The front's system calls that Swift cannot make: macros, variadic functions, and what the Glibc
// module leaves out.
#pragma once
#include <spawn.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "CProcessNotice.h"

/// `pidfd_open(2)`: a descriptor that becomes readable when the process ends, close-on-exec.
/// Returns -1 with errno set.
int cprocess_pidfd_open(pid_t process);

/// Makes this process adopt the orphans below it (`prctl` is variadic). Returns 0, or -1 with
/// errno set.
int cprocess_become_subreaper(void);

/// `socketpair` of connected stream sockets, close-on-exec. Returns 0, or -1 with errno set.
int cprocess_socket_pair(int ends[2]);

/// `pipe2` with O_CLOEXEC; `ends[0]` non-blocking. Returns 0, or -1 with errno set.
int cprocess_pipe(int ends[2]);

/// `sendmsg` of bytes and, when `descriptor` is not -1, that descriptor; no SIGPIPE.
/// Returns the bytes sent, or -1 with errno set.
ptrdiff_t cprocess_send(int socket, const void *bytes, size_t size, int descriptor);

/// `recvmsg` of what is there, bytes and at most one descriptor; `*descriptor` is -1 when none came.
/// Returns what recvmsg returns.
ptrdiff_t cprocess_receive(int socket, void *buffer, size_t size, int *descriptor);

/// `process_vm_readv` and `process_vm_writev` of one piece of another process's memory.
/// Return the bytes transferred, or -1 with errno set.
ptrdiff_t cprocess_read_memory(pid_t process, uint64_t address, void *buffer, size_t size);
ptrdiff_t cprocess_write_memory(pid_t process, uint64_t address, const void *bytes, size_t size);

/// Reads pages of 4096 bytes from anywhere; `is_readable` gets a 1 or 0 for each.
void cprocess_read_pages(pid_t process, const uint64_t *addresses, size_t count, void *pages,
                         uint8_t *is_readable);

/// `fcntl` with F_DUPFD_CLOEXEC at or above `lowest`. Returns -1 with errno set.
int cprocess_duplicate(int descriptor, int lowest);

/// `posix_spawn_file_actions_addclosefrom_np`: the new process keeps no descriptor from `lowest` up.
/// Returns 0, or an error number.
int cprocess_close_from(posix_spawn_file_actions_t *actions, int lowest);

/// POSIX_SPAWN_SETSID, a GNU extension.
enum { cprocess_spawn_session = 0x80 };

/// `open` for reading, close-on-exec (the function is variadic). Returns -1 with errno set.
int cprocess_open(const char *path);

/// Makes reads from a descriptor return at once. Returns 0, or -1 with errno set.
int cprocess_set_nonblocking(int descriptor);

/// How a process ended (the W… macros): the signal, or 0 and `*status` the exit status.
int cprocess_ending(int wait_status, int *status);

/// Name of an error number (`strerrorname_np`), or NULL.
const char *cprocess_error_name(int number);

/// Removes a folder with all that is in it, as far as that goes; links are not followed.
void cprocess_remove_tree(const char *path);
