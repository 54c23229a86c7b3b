// System calls that Swift cannot make: variadic ones, macros, and what the Glibc module leaves out.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/futex.h>
#include <poll.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/single_threaded.h>
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
  ssize_t count = -1;
  errno = EAGAIN;
  // The answer to a callback comes within microseconds; to sleep and to be woken takes longer.
  for (int i = 0; i < 100 && count < 0 && errno == EAGAIN; i++) {
    if (i > 0) sched_yield();
    count = recvmsg(socket, &message, MSG_CMSG_CLOEXEC | MSG_DONTWAIT);
  }
  // Not in recvmsg: called code may have told the socket to wait for more bytes than come
  // (SO_RCVLOWAT), or never to wait.
  while (count < 0 && (errno == EINTR || errno == EAGAIN)) {
    struct pollfd watched = {.fd = socket, .events = POLLIN};
    poll(&watched, 1, -1);
    count = recvmsg(socket, &message, MSG_CMSG_CLOEXEC | MSG_DONTWAIT);
  }
  if (count < 0) return count;
  struct cmsghdr *header = CMSG_FIRSTHDR(&message);
  if (header != NULL && header->cmsg_level == SOL_SOCKET && header->cmsg_type == SCM_RIGHTS &&
      header->cmsg_len == CMSG_LEN(sizeof(int))) {
    memcpy(descriptor, CMSG_DATA(header), sizeof(int));
  }
  return count;
}

ptrdiff_t cprobe_send(int socket, const void *bytes, size_t size, int descriptor) {
  union {
    struct cmsghdr header;
    char space[CMSG_SPACE(sizeof(int))];
  } control;
  memset(&control, 0, sizeof control);
  struct iovec part = {.iov_base = (void *)bytes, .iov_len = size};
  struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1};
  if (descriptor >= 0) {
    message.msg_control = control.space;
    message.msg_controllen = sizeof control.space;
    struct cmsghdr *header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof(int));
    memcpy(CMSG_DATA(header), &descriptor, sizeof(int));
  }
  ssize_t sent;
  for (;;) {
    sent = sendmsg(socket, &message, MSG_NOSIGNAL);
    if (sent >= 0 || (errno != EINTR && errno != EAGAIN)) return sent;
    // Called code may have told the socket never to wait.
    struct pollfd watched = {.fd = socket, .events = POLLOUT};
    if (errno == EAGAIN) poll(&watched, 1, -1);
  }
}

// Where glibc keeps the thread's number in its descriptor: the only word there that has that value.
// NULL when that is not certain.
static pid_t *thread_number_place(void) {
  enum { descriptor_size = 1024 };
  static pid_t *place;
  static int is_known;
  if (is_known) return place;
  is_known = 1;
  pid_t own = gettid();
  pid_t *words = (pid_t *)pthread_self();
  for (size_t i = 0; i < descriptor_size / sizeof *words; i++) {
    if (words[i] != own) continue;
    if (place != NULL) return place = NULL;
    place = &words[i];
  }
  return place;
}

// The system call stands in a function of its own, so that the sandbox knows it by its address from
// one that called code makes: copies are not counted as processes of called code.
long cprobe_clone(unsigned long flags, pid_t *number);
#if defined(__x86_64__)
__asm__(
    ".text\n"
    ".globl cprobe_clone\n"
    ".type cprobe_clone, @function\n"
    "cprobe_clone:\n"
    "  mov %rsi, %r10\n"  // the fourth argument: where the copy's number goes
    "  xor %esi, %esi\n"  // its stack: this one
    "  xor %edx, %edx\n"
    "  xor %r8d, %r8d\n"
    "  mov $56, %eax\n"   // SYS_clone
    "  syscall\n"
    ".globl cprobe_clone_return\n"
    "cprobe_clone_return:\n"
    "  ret\n"
    ".size cprobe_clone, . - cprobe_clone\n");
#else
const char cprobe_clone_return[1];
long cprobe_clone(unsigned long flags, pid_t *number) {
  return syscall(SYS_clone, flags, NULL, NULL, NULL, number);
}
#endif

// Likewise the call by which a copy makes itself the one that its lifeline's closing kills: it would
// be announced otherwise, for by it called code could have other processes killed.
long cprobe_own_descriptor(int descriptor, pid_t process);
#if defined(__x86_64__)
__asm__(
    ".text\n"
    ".globl cprobe_own_descriptor\n"
    ".type cprobe_own_descriptor, @function\n"
    "cprobe_own_descriptor:\n"
    "  mov %esi, %edx\n"
    "  mov $8, %esi\n"   // F_SETOWN
    "  mov $72, %eax\n"  // SYS_fcntl
    "  syscall\n"
    ".globl cprobe_own_descriptor_return\n"
    "cprobe_own_descriptor_return:\n"
    "  ret\n"
    ".size cprobe_own_descriptor, . - cprobe_own_descriptor\n");
#else
const char cprobe_own_descriptor_return[1];
long cprobe_own_descriptor(int descriptor, pid_t process) {
  return fcntl(descriptor, F_SETOWN, process);
}
#endif

// A sibling, not a child (CLONE_PARENT): called code that waits for its children never meets it,
// and no handler that called code gave to pthread_atfork runs. Only with one thread: libc's own
// fork is what closes and opens the locks that other threads may hold.
static pid_t fork_sibling(void) {
  pid_t *number = thread_number_place();
  if (number == NULL || !__libc_single_threaded) return -1;
  struct robust_list_head *robust = NULL;
  size_t robust_size = 0;
  syscall(SYS_get_robust_list, 0, &robust, &robust_size);
  unsigned long flags = CLONE_PARENT | CLONE_CHILD_SETTID | CLONE_CHILD_CLEARTID | SIGCHLD;
  pid_t copy = (pid_t)cprobe_clone(flags, number);
  if (copy == 0 && robust != NULL) syscall(SYS_set_robust_list, robust, robust_size);
  return copy;
}

// Forks twice: the middle process ends at once, so its child is adopted by the front (a child
// subreaper). Its SIGCHLD is taken back before called code's handler, if there is one, sees it.
static int fork_orphan(int32_t *process) {
  sigset_t blocked, before;
  sigemptyset(&blocked);
  sigaddset(&blocked, SIGCHLD);
  sigprocmask(SIG_BLOCK, &blocked, &before);
  sigset_t pending_before;
  sigpending(&pending_before);
  // What the middle process says: the copy's number.
  int number[2] = {-1, -1};
  if (pipe2(number, O_CLOEXEC | O_NONBLOCK) != 0) number[0] = number[1] = -1;
  pid_t middle = fork();
  if (middle == 0) {
    pid_t copy = fork();
    if (copy > 0 && write(number[1], &copy, sizeof copy) < 0) _exit(0);
    if (copy != 0) _exit(copy < 0 ? errno : 0);
    close(number[0]);
    close(number[1]);
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
    // ECANCELED: it died, as a handler that called code gave to pthread_atfork has it.
    failure = copied ? 0 : ended > 0 && WIFSIGNALED(status) ? ECANCELED : EAGAIN;
    result = copied ? 0 : -1;
    int32_t told = 0;
    if (copied && read(number[0], &told, sizeof told) == sizeof told) *process = told;
    if (!sigismember(&pending_before, SIGCHLD)) {
      struct timespec now = {0, 0};
      sigtimedwait(&blocked, NULL, &now);
    }
  }
  if (number[0] >= 0) close(number[0]);
  if (number[1] >= 0) close(number[1]);
  sigprocmask(SIG_SETMASK, &before, NULL);
  errno = failure;
  return result;
}

static int lifeline = -1;

// A group can be left (setsid, setpgid; the first probe leads its session and cannot, its copies
// can). So every copy opens the lifeline anew: an open file of its own has an owner of its own.
static void arm_own_lifeline(void) {
  static int inherited = -1;
  if (inherited >= 0) close(inherited);
  inherited = -1;
  char path[32];
  snprintf(path, sizeof path, "/proc/self/fd/%d", lifeline);
  int own = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (own < 0) return;
  int moved = cprobe_move_descriptor(own);
  inherited = moved < 0 ? own : moved;
  cprobe_own_descriptor(inherited, getpid());
  fcntl(inherited, F_SETSIG, SIGKILL);
  fcntl(inherited, F_SETFL, O_ASYNC | O_NONBLOCK);
}

// Signals wait meanwhile: a timer of called code that fires faster than a fork takes would have
// the kernel begin again for ever. Not those of faults, which nothing can hold up: code that libc's
// fork runs (pthread_atfork) would die of them unheard.
int cprobe_fork_snapshot(int32_t *process) {
  static const int faults[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP, SIGSYS};
  sigset_t all, before;
  sigfillset(&all);
  for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) sigdelset(&all, faults[i]);
  sigprocmask(SIG_BLOCK, &all, &before);
  pid_t sibling = fork_sibling();
  *process = sibling > 0 ? sibling : 0;
  int result = sibling > 0 ? 0 : sibling == 0 ? 1 : fork_orphan(process);
  int failure = errno;
  if (result == 1) {
    cprobe_adopt_process();
    arm_own_lifeline();
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
  lifeline = descriptor;
  if (fcntl(descriptor, F_SETOWN, -getpgrp()) != 0) return -1;
  if (fcntl(descriptor, F_SETSIG, SIGKILL) != 0) return -1;
  return fcntl(descriptor, F_SETFL, O_ASYNC);
}

int cprobe_move_descriptor(int descriptor) {
  enum { room = 16, highest = 1024 };
  // Asked for once: called code may lower the limit, but not so far that no half of it would do.
  static int lowest;
  struct rlimit limit;
  if (lowest == 0) {
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return -1;
    rlim_t top = limit.rlim_cur < highest ? limit.rlim_cur : highest;
    lowest = top > 2 * room ? (int)top - room : room;
  }
  int moved = -1;
  for (int place = lowest; moved < 0 && place >= room; place /= 2) {
    moved = fcntl(descriptor, F_DUPFD_CLOEXEC, place);
  }
  if (moved >= 0) close(descriptor);
  return moved;
}

void cprobe_unbuffer_output(void) { setvbuf(stdout, NULL, _IONBF, 0); }

int32_t cprobe_thread(void) { return gettid(); }
