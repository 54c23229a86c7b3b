// The front's end of the sandbox: which system calls are announced, and the answers.
#define _GNU_SOURCE
#include "CProcessNotice.h"

#include <errno.h>
#include <linux/seccomp.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/ipc.h>
#include <sys/syscall.h>

// Newer than the headers of some systems; the number is the same on every machine.
#define NUMBER_fchmodat2 452

struct row {
  int32_t call;
  struct cprocess_call_shape shape;
};

#define PRIVILEGED(name) {SYS_##name, {#name, cprocess_call_privileged, -1, -1, -1, -1, -1}}
#define SIGNAL(name, target) {SYS_##name, {#name, cprocess_call_signal, -1, -1, -1, -1, target}}
#define PATH(name, path) {SYS_##name, {#name, cprocess_call_path, -1, path, -1, -1, -1}}
#define PATH_AT(name, path) {SYS_##name, {#name, cprocess_call_path, path - 1, path, -1, -1, -1}}
#define DESCRIPTOR(name) {SYS_##name, {#name, cprocess_call_descriptor, -1, 0, -1, -1, -1}}

#define OBJECT(name, flags) {SYS_##name, {#name, cprocess_call_object, -1, -1, -1, -1, flags}}
#define OBJECT_END(name, what) {SYS_##name, {#name, cprocess_call_object_end, -1, -1, -1, -1, what}}
#define PROCESS(name) {SYS_##name, {#name, cprocess_call_process, -1, -1, -1, -1, -1}}

static const struct row rows[] = {
    {SYS_socket, {"socket", cprocess_call_network, -1, -1, -1, -1, -1}},
    {SYS_setrlimit, {"setrlimit", cprocess_call_limit, -1, -1, -1, -1, 0}},
    {SYS_prlimit64, {"prlimit", cprocess_call_limit, -1, -1, -1, -1, 1}},
    {SYS_fcntl, {"fcntl(F_SETOWN)", cprocess_call_owner, -1, -1, -1, -1, 2}},
    {SYS_ioctl, {"ioctl(FIOSETOWN)", cprocess_call_owner, -1, -1, -1, -1, 2}},
    {SYS_prctl, {"prctl(PR_SET_DUMPABLE)", cprocess_call_hiding, -1, -1, -1, -1, -1}},
    OBJECT(shmget, 2),
    OBJECT(semget, 2),
    OBJECT(msgget, 1),
    OBJECT_END(shmctl, 1),
    OBJECT_END(semctl, 2),
    OBJECT_END(msgctl, 1),
    PROCESS(clone),
#if defined(__x86_64__)
    PROCESS(fork),
    PROCESS(vfork),
#endif
    SIGNAL(kill, 0),
    SIGNAL(tkill, 0),
    SIGNAL(process_vm_writev, 0),
    SIGNAL(tgkill, 0),
    SIGNAL(rt_sigqueueinfo, 0),
    SIGNAL(rt_tgsigqueueinfo, 0),
    PATH_AT(openat, 1),
    PATH_AT(openat2, 1),
    PATH_AT(mkdirat, 1),
    PATH_AT(unlinkat, 1),
    {SYS_renameat2, {"rename", cprocess_call_path, 0, 1, 2, 3, -1}},
    {SYS_linkat, {"link", cprocess_call_path, -1, -1, 2, 3, -1}},
    {SYS_symlinkat, {"symlink", cprocess_call_path, 1, 2, -1, -1, -1}},
    PATH_AT(mknodat, 1),
    PATH(truncate, 0),
    PATH_AT(utimensat, 1),
    DESCRIPTOR(fchmod),
    PATH_AT(fchmodat, 1),
    {NUMBER_fchmodat2, {"fchmodat2", cprocess_call_path, 0, 1, -1, -1, -1}},
    DESCRIPTOR(fchown),
    PATH_AT(fchownat, 1),
    PATH(setxattr, 0),
    PATH(lsetxattr, 0),
    DESCRIPTOR(fsetxattr),
    PATH(removexattr, 0),
    PATH(lremovexattr, 0),
    DESCRIPTOR(fremovexattr),
#ifdef SYS_renameat
    {SYS_renameat, {"rename", cprocess_call_path, 0, 1, 2, 3, -1}},
#endif
#if defined(__x86_64__)
    PATH(open, 0),
    PATH(creat, 0),
    PATH(mkdir, 0),
    PATH(rmdir, 0),
    PATH(unlink, 0),
    {SYS_rename, {"rename", cprocess_call_path, -1, 0, -1, 1, -1}},
    {SYS_link, {"link", cprocess_call_path, -1, -1, -1, 1, -1}},
    PATH(symlink, 1),
    PATH(mknod, 0),
    PATH(utime, 0),
    PATH(utimes, 0),
    PATH_AT(futimesat, 1),
    PATH(chmod, 0),
    PATH(chown, 0),
    PATH(lchown, 0),
    PRIVILEGED(iopl),
    PRIVILEGED(ioperm),
    PRIVILEGED(kexec_file_load),
#endif
    PRIVILEGED(ptrace),
    PRIVILEGED(pidfd_getfd),
    PRIVILEGED(pidfd_send_signal),
    PRIVILEGED(reboot),
    PRIVILEGED(kexec_load),
    PRIVILEGED(init_module),
    PRIVILEGED(finit_module),
    PRIVILEGED(delete_module),
    PRIVILEGED(swapon),
    PRIVILEGED(swapoff),
    PRIVILEGED(acct),
    PRIVILEGED(settimeofday),
    PRIVILEGED(clock_settime),
    PRIVILEGED(clock_adjtime),
    PRIVILEGED(adjtimex),
    PRIVILEGED(sethostname),
    PRIVILEGED(setdomainname),
    PRIVILEGED(mount),
    PRIVILEGED(umount2),
    PRIVILEGED(pivot_root),
    PRIVILEGED(chroot),
    PRIVILEGED(setns),
    PRIVILEGED(unshare),
    PRIVILEGED(bpf),
    PRIVILEGED(quotactl),
    PRIVILEGED(vhangup),
    PRIVILEGED(syslog),
    PRIVILEGED(move_mount),
    PRIVILEGED(fsopen),
    PRIVILEGED(perf_event_open),
    PRIVILEGED(add_key),
    PRIVILEGED(keyctl),
    PRIVILEGED(request_key),
    PRIVILEGED(userfaultfd),
    PRIVILEGED(open_by_handle_at),
};

struct cprocess_call_shape cprocess_shape(int32_t call) {
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    if (rows[i].call == call) return rows[i].shape;
  }
  struct cprocess_call_shape unknown = {"system call", cprocess_call_unknown, -1, -1, -1, -1, -1};
  return unknown;
}

int cprocess_receive_notice(int listener, struct cprocess_notice *notice) {
  struct seccomp_notif received;
  memset(&received, 0, sizeof received);
  if (ioctl(listener, SECCOMP_IOCTL_NOTIF_RECV, &received) != 0) return -1;
  notice->identifier = received.id;
  notice->thread = (int32_t)received.pid;
  notice->call = received.data.nr;
  for (int i = 0; i < 6; i++) notice->arguments[i] = received.data.args[i];
  return 0;
}

int cprocess_answer_notice(int listener, uint64_t identifier, int error) {
  struct seccomp_notif_resp answer = {.id = identifier, .error = -error};
  if (error == 0) answer.flags = SECCOMP_USER_NOTIF_FLAG_CONTINUE;
  return ioctl(listener, SECCOMP_IOCTL_NOTIF_SEND, &answer);
}

int cprocess_is_waiting(int listener, uint64_t identifier) {
  return ioctl(listener, SECCOMP_IOCTL_NOTIF_ID_VALID, &identifier) == 0;
}
