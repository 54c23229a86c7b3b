#define _GNU_SOURCE
#include "CProcess.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

_Static_assert(cprocess_spawn_session == POSIX_SPAWN_SETSID, "see CProcess.h");

int cprocess_pidfd_open(pid_t process) { return (int)syscall(SYS_pidfd_open, process, 0); }

int cprocess_become_subreaper(void) { return prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0); }

int cprocess_socket_pair(int ends[2]) {
  return socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends);
}

int cprocess_pipe(int ends[2]) {
  if (pipe2(ends, O_CLOEXEC) != 0) return -1;
  return cprocess_set_nonblocking(ends[0]);
}

ptrdiff_t cprocess_send(int socket, const void *bytes, size_t size, int descriptor) {
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
  do {
    sent = sendmsg(socket, &message, MSG_NOSIGNAL);
  } while (sent < 0 && errno == EINTR);
  return sent;
}

ptrdiff_t cprocess_receive(int socket, void *buffer, size_t size, int *descriptor) {
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
    count = recvmsg(socket, &message, MSG_CMSG_CLOEXEC | MSG_DONTWAIT);
  } while (count < 0 && errno == EINTR);
  if (count < 0) return count;
  struct cmsghdr *header = CMSG_FIRSTHDR(&message);
  if (header != NULL && header->cmsg_level == SOL_SOCKET && header->cmsg_type == SCM_RIGHTS &&
      header->cmsg_len == CMSG_LEN(sizeof(int))) {
    memcpy(descriptor, CMSG_DATA(header), sizeof(int));
  }
  return count;
}

ptrdiff_t cprocess_read_memory(pid_t process, uint64_t address, void *buffer, size_t size) {
  struct iovec here = {.iov_base = buffer, .iov_len = size};
  struct iovec there = {.iov_base = (void *)(uintptr_t)address, .iov_len = size};
  return process_vm_readv(process, &here, 1, &there, 1, 0);
}

ptrdiff_t cprocess_write_memory(pid_t process, uint64_t address, const void *bytes, size_t size) {
  struct iovec here = {.iov_base = (void *)bytes, .iov_len = size};
  struct iovec there = {.iov_base = (void *)(uintptr_t)address, .iov_len = size};
  return process_vm_writev(process, &here, 1, &there, 1, 0);
}

// One transfer ends at the first page that cannot be read; the rest goes on behind it.
void cprocess_read_pages(pid_t process, const uint64_t *addresses, size_t count, void *pages,
                         uint8_t *is_readable) {
  enum { page_size = 4096, batch = 512 };
  struct iovec there[batch];
  for (size_t done = 0; done < count;) {
    size_t wanted = count - done < batch ? count - done : batch;
    for (size_t i = 0; i < wanted; i++) {
      there[i].iov_base = (void *)(uintptr_t)addresses[done + i];
      there[i].iov_len = page_size;
    }
    struct iovec here = {(char *)pages + done * page_size, wanted * page_size};
    ssize_t got = process_vm_readv(process, &here, 1, there, wanted, 0);
    size_t whole = got < 0 ? 0 : (size_t)got / page_size;
    memset(is_readable + done, 1, whole);
    done += whole;
    if (whole < wanted) is_readable[done++] = 0;
  }
}

int cprocess_duplicate(int descriptor, int lowest) {
  return fcntl(descriptor, F_DUPFD_CLOEXEC, lowest);
}

int cprocess_close_from(posix_spawn_file_actions_t *actions, int lowest) {
  return posix_spawn_file_actions_addclosefrom_np(actions, lowest);
}

int cprocess_open(const char *path) { return open(path, O_RDONLY | O_CLOEXEC); }

int cprocess_set_nonblocking(int descriptor) {
  int flags = fcntl(descriptor, F_GETFL);
  return flags < 0 ? -1 : fcntl(descriptor, F_SETFL, flags | O_NONBLOCK);
}

int cprocess_ending(int wait_status, int *status) {
  *status = WIFEXITED(wait_status) ? WEXITSTATUS(wait_status) : 0;
  return WIFSIGNALED(wait_status) ? WTERMSIG(wait_status) : 0;
}

const char *cprocess_error_name(int number) { return strerrorname_np(number); }

