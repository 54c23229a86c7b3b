// System calls of called code that the sandbox announces (seccomp_unotify(2)).
#pragma once
#include <stdint.h>
#include <sys/types.h>

/// One announced system call; its process waits for the answer.
struct cprocess_notice {
  uint64_t identifier;
  int32_t thread;  // of the process that calls
  int32_t call;
  uint64_t arguments[6];
};

/// What an announced call is about.
enum {
  cprocess_call_unknown,
  cprocess_call_privileged,  // nothing to look at: denied
  cprocess_call_network,
  cprocess_call_signal,      // `target` is the argument that names the process
  cprocess_call_limit,       // `target` is the argument that names the resource
  cprocess_call_path,        // `path` names a file, relative to `folder` unless that is -1
  cprocess_call_descriptor,  // `path` is a descriptor
  cprocess_call_process,     // a new process
  cprocess_call_hiding,      // the process would not be looked into any more
  cprocess_call_object,      // makes an object of System V's IPC: its flags are `target`
  cprocess_call_object_end,  // does something to one: `target` says what
  cprocess_call_owner,       // `target` is the argument that names who gets signals
};

/// The arguments by number; -1 for those that a call has not. `other_…`: of a second file.
struct cprocess_call_shape {
  const char *name;
  int32_t kind;
  int32_t folder, path, other_folder, other_path, target;
};

/// What the call of that number is about.
struct cprocess_call_shape cprocess_shape(int32_t call);

/// The next announced call, which must be there. Returns 0, or -1 with errno set.
int cprocess_receive_notice(int listener, struct cprocess_notice *notice);

/// Lets the call go on (`error` 0) or fail with that errno. Returns 0, or -1 when the caller has gone.
int cprocess_answer_notice(int listener, uint64_t identifier, int error);

/// Whether the caller still waits, so that what was read of it was its own.
int cprocess_is_waiting(int listener, uint64_t identifier);
