// System calls that Swift cannot make: variadic ones, macros, and what the Glibc module leaves out.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "CProbe.h"

ptrdiff_t cprobe_receive(int socket, void *buffer, size_t size, int *descriptor) {
  union {
    struct cmsghdr header;
    char space[CMSG_SPACE(sizeof(int))];
  } control;
  struct iovec part = {.iov_base = buffer, .iov_len = size};
  struct msghdr message = {.msg_iov = &part,
                           .msg_iovlen = 1,
                           .msg_control = control.space,
                           .msg_controllen = sizeof control.space};
  *descriptor = -1;
  ssize_t count;
  do {
    count = recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
  } while (count < 0 && errno == EINTR);
  if (count < 0) return count;
  struct cmsghdr *header = CMSG_FIRSTHDR(&message);
  if (header != NULL && header->cmsg_level == SOL_SOCKET && header->cmsg_type == SCM_RIGHTS &&
      header->cmsg_len == CMSG_LEN(sizeof(int))) {
    memcpy(descriptor, CMSG_DATA(header), sizeof(int));
  }
  return count;
}

// The middle process ends at once, so its child is adopted by the front (a child subreaper). Its
// SIGCHLD is taken back before called code's handler, if there is one, could see it.
int cprobe_fork_snapshot(void) {
  sigset_t blocked, before;
  sigemptyset(&blocked);
  sigaddset(&blocked, SIGCHLD);
  sigprocmask(SIG_BLOCK, &blocked, &before);
  sigset_t pending_before;
  sigpending(&pending_before);
  pid_t middle = fork();
  if (middle == 0) {
    pid_t copy = fork();
    if (copy != 0) _exit(copy < 0 ? errno : 0);
    sigprocmask(SIG_SETMASK, &before, NULL);
    return 1;
  }
  int result = -1;
  int failure = errno;
  if (middle > 0) {
    int status = 0;
    pid_t ended;
    do {
      ended = waitpid(middle, &status, __WALL);
    } while (ended < 0 && errno == EINTR);
    // ECHILD: called code ignores SIGCHLD and the kernel has reaped it.
    int copied = ended < 0 || (WIFEXITED(status) && WEXITSTATUS(status) == 0);
    failure = copied ? 0 : EAGAIN;
    result = copied ? 0 : -1;
    if (!sigismember(&pending_before, SIGCHLD)) {
      struct timespec now = {0, 0};
      sigtimedwait(&blocked, NULL, &now);
    }
  }
  sigprocmask(SIG_SETMASK, &before, NULL);
  errno = failure;
  return result;
}

ptrdiff_t cprobe_read_memory(uint64_t address, void *buffer, size_t size) {
  struct iovec here = {.iov_base = buffer, .iov_len = size};
  struct iovec there = {.iov_base = (void *)(uintptr_t)address, .iov_len = size};
  return process_vm_readv(getpid(), &here, 1, &there, 1, 0);
}

ptrdiff_t cprobe_write_memory(uint64_t address, const void *bytes, size_t size) {
  struct iovec here = {.iov_base = (void *)bytes, .iov_len = size};
  struct iovec there = {.iov_base = (void *)(uintptr_t)address, .iov_len = size};
  return process_vm_writev(getpid(), &here, 1, &there, 1, 0);
}

int cprobe_arm_lifeline(int descriptor) {
  if (fcntl(descriptor, F_SETOWN, -getpgrp()) != 0) return -1;
  if (fcntl(descriptor, F_SETSIG, SIGKILL) != 0) return -1;
  return fcntl(descriptor, F_SETFL, O_ASYNC);
}

int cprobe_move_descriptor(int descriptor) {
  enum { room = 16, highest = 1024 };
  struct rlimit limit;
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return -1;
  rlim_t top = limit.rlim_cur < highest ? limit.rlim_cur : highest;
  int lowest = top > 2 * room ? (int)top - room : room;
  int moved = fcntl(descriptor, F_DUPFD_CLOEXEC, lowest);
  if (moved >= 0) close(descriptor);
  return moved;
}

// landlock(7), ABI 6. Ptrace across the domain's border is denied by every Landlock domain.
int cprobe_confine(void) {
  struct {
    uint64_t handled_access_fs, handled_access_net, scoped;
  } rules = {.scoped = 1 << 1};  // LANDLOCK_SCOPE_SIGNAL
  int ruleset = (int)syscall(SYS_landlock_create_ruleset, &rules, sizeof rules, 0);
  if (ruleset < 0) return -1;
  int result = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  if (result == 0) result = (int)syscall(SYS_landlock_restrict_self, ruleset, 0);
  int failure = errno;
  close(ruleset);
  errno = failure;
  return result;
}

void cprobe_unbuffer_output(void) { setvbuf(stdout, NULL, _IONBF, 0); }

int32_t cprobe_thread(void) { return gettid(); }
