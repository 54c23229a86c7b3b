// The sandbox: Landlock for files, TCP and signals, seccomp for system calls, resource limits, and
// no capabilities but those for files.
//
// System calls that would change something outside are announced to the front (seccomp user
// notification), which denies or lets pass and remembers what it denied, so that a person can be
// told which option allows it. Files have a second wall behind that: Landlock decides on the file
// itself, so a path that changes while the front looks gains nothing.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/capability.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "CProbe.h"

// MARK: Landlock

// landlock(7); the header of the build machine may be older than the kernel.
enum {
  access_execute = 1 << 0,
  access_write_file = 1 << 1,
  access_read_file = 1 << 2,
  access_read_dir = 1 << 3,
  access_last_of_abi_1 = 1 << 12,
  access_refer = 1 << 13,     // ABI 2
  access_truncate = 1 << 14,  // ABI 3
  net_bind_and_connect = 3,   // ABI 4
  scope_unix_socket = 1 << 0,
  scope_signal = 1 << 1,      // ABI 6
  create_version = 1,
  rule_path_beneath = 1,
};

struct ruleset {
  uint64_t files, network, scopes;
};

struct path_rule {
  uint64_t access;
  int32_t parent;
} __attribute__((packed));

static int landlock_version(void) {
  long version = syscall(SYS_landlock_create_ruleset, NULL, 0, create_version);
  return version < 0 ? 0 : (int)version;
}

static uint64_t writing_access(int version) {
  uint64_t all = ((uint64_t)access_last_of_abi_1 << 1) - 1;
  all &= ~(uint64_t)(access_execute | access_read_file | access_read_dir);
  if (version >= 2) all |= access_refer;
  if (version >= 3) all |= access_truncate;
  return all;
}

static void permit(int ruleset, const char *path, uint64_t access) {
  struct path_rule rule = {.parent = open(path, O_PATH | O_CLOEXEC)};
  if (rule.parent < 0) return;
  struct stat status;
  // A rule for a file may only speak of what a file can have done to it.
  int is_folder = fstat(rule.parent, &status) == 0 && S_ISDIR(status.st_mode);
  rule.access = is_folder ? access : access & (access_write_file | access_truncate);
  syscall(SYS_landlock_add_rule, ruleset, rule_path_beneath, &rule, 0);
  close(rule.parent);
}

static uint32_t confine_with_landlock(const struct cprobe_policy *policy) {
  static const char *const devices[] = {"/dev/null", "/dev/zero", "/dev/full"};
  int version = landlock_version();
  if (version == 0) return cprobe_lacks_files | cprobe_lacks_signals;
  struct ruleset rules = {.files = writing_access(version)};
  size_t size = sizeof rules.files;
  if (version >= 4) {
    size = offsetof(struct ruleset, scopes);
    if (!policy->allows_network) rules.network = net_bind_and_connect;
  }
  if (version >= 6) {
    size = sizeof rules;
    rules.scopes = scope_unix_socket | scope_signal;
  }
  int ruleset = (int)syscall(SYS_landlock_create_ruleset, &rules, size, 0);
  if (ruleset < 0) return cprobe_lacks_files | cprobe_lacks_signals;
  for (int i = 0; i < policy->writable_count; i++) {
    permit(ruleset, policy->writable[i], rules.files);
  }
  for (size_t i = 0; i < sizeof devices / sizeof *devices; i++) {
    permit(ruleset, devices[i], rules.files);
  }
  long result = syscall(SYS_landlock_restrict_self, ruleset, 0);
  close(ruleset);
  if (result != 0) return cprobe_lacks_files | cprobe_lacks_signals;
  return version < 6 ? cprobe_lacks_signals : 0;
}

// MARK: Capabilities and limits

// Root's called code may read and, where Landlock lets it, write files as root may; nothing else.
static void drop_capabilities(void) {
  const uint32_t kept = 1u << CAP_DAC_OVERRIDE | 1u << CAP_DAC_READ_SEARCH | 1u << CAP_FOWNER |
                        1u << CAP_CHOWN;
  for (int capability = 0; capability <= 63; capability++) {
    if (capability < 32 && (kept >> capability & 1)) continue;
    if (prctl(PR_CAPBSET_DROP, capability, 0, 0, 0) != 0 && errno == EINVAL) break;
  }
  struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3};
  struct __user_cap_data_struct data[2];
  memset(data, 0, sizeof data);
  if (syscall(SYS_capget, &header, data) != 0) return;
  data[0].permitted &= kept;
  data[0].effective &= kept;
  data[0].inheritable = data[1].permitted = data[1].effective = data[1].inheritable = 0;
  syscall(SYS_capset, &header, data);
}

static void limit_resource(int resource, uint64_t value) {
  struct rlimit limit;
  if (getrlimit((__rlimit_resource_t)resource, &limit) != 0) return;
  if (limit.rlim_max > value) limit.rlim_max = value;
  limit.rlim_cur = limit.rlim_max;
  setrlimit((__rlimit_resource_t)resource, &limit);
}

static void set_mark(uint64_t mark) {
  struct rlimit limit = {mark, mark};
  if (mark != 0) setrlimit(RLIMIT_MSGQUEUE, &limit);
}

// MARK: System calls

#if defined(__x86_64__)
#define NATIVE_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define NATIVE_ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

// Newer than the headers of some systems; the numbers are the same on every machine.
#define NUMBER_fchmodat2 452

// Denied whatever their arguments: they are for administrators, or reach into other processes.
static const int privileged[] = {
    SYS_ptrace,        SYS_pidfd_getfd,     SYS_reboot,
    SYS_kexec_load,    SYS_init_module,       SYS_finit_module,    SYS_delete_module,
    SYS_swapon,        SYS_swapoff,           SYS_acct,            SYS_settimeofday,
    SYS_clock_settime, SYS_clock_adjtime,     SYS_adjtimex,        SYS_sethostname,
    SYS_setdomainname, SYS_mount,             SYS_umount2,         SYS_pivot_root,
    SYS_chroot,        SYS_setns,             SYS_unshare,         SYS_bpf,
    SYS_quotactl,      SYS_vhangup,           SYS_syslog,          SYS_move_mount,
    SYS_fsopen,        SYS_perf_event_open,   SYS_add_key,         SYS_keyctl,
    SYS_request_key,   SYS_userfaultfd,       SYS_open_by_handle_at,
#if defined(__x86_64__)
    SYS_iopl,          SYS_ioperm,            SYS_kexec_file_load,
#endif
};

// Announced whatever their arguments; the front looks at the files or processes they name.
static const int looked_at[] = {
    SYS_openat2,   SYS_mkdirat,      SYS_unlinkat,     SYS_renameat2,     SYS_linkat,
    SYS_symlinkat, SYS_mknodat,      SYS_truncate,     SYS_utimensat,     SYS_kill,
    SYS_tkill,     SYS_tgkill,       SYS_rt_sigqueueinfo, SYS_rt_tgsigqueueinfo,
    SYS_shmget,    SYS_semget,       SYS_msgget,       SYS_shmctl,        SYS_semctl,
    SYS_msgctl,
    SYS_pidfd_send_signal, SYS_process_vm_writev,
#ifdef SYS_renameat
    SYS_renameat,
#endif
#if defined(__x86_64__)
    SYS_creat,     SYS_mkdir,        SYS_rmdir,        SYS_unlink,        SYS_rename,
    SYS_link,      SYS_symlink,      SYS_mknod,        SYS_utime,         SYS_utimes,
    SYS_futimesat,
#endif
};

// Landlock has no say in these, so without the front to ask they are denied.
static const int metadata[] = {
    SYS_fchmod,    SYS_fchmodat,     NUMBER_fchmodat2, SYS_fchown,        SYS_fchownat,
    SYS_setxattr,  SYS_lsetxattr,    SYS_fsetxattr,    SYS_removexattr,   SYS_lremovexattr,
    SYS_fremovexattr,
#if defined(__x86_64__)
    SYS_chmod,     SYS_chown,        SYS_lchown,
#endif
};

enum { program_limit = 512, writing_flags = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC };

struct program {
  struct sock_filter steps[program_limit];
  unsigned short count;
};

static void add(struct program *program, uint16_t code, uint8_t if_true, uint8_t if_false,
                uint32_t value) {
  if (program->count == program_limit) return;
  struct sock_filter step = {code, if_true, if_false, value};
  program->steps[program->count++] = step;
}

static void load(struct program *program, size_t offset) {
  add(program, BPF_LD | BPF_W | BPF_ABS, 0, 0, (uint32_t)offset);
}

static void finish(struct program *program, uint32_t action) {
  add(program, BPF_RET | BPF_K, 0, 0, action);
}

static void decide(struct program *program, int call, uint32_t action) {
  add(program, BPF_JMP | BPF_JEQ | BPF_K, 0, 1, (uint32_t)call);
  finish(program, action);
}

// The lower half of an argument; little-endian on every machine that sonde runs on.
static size_t argument(int index) {
  return offsetof(struct seccomp_data, args) + 8 * (size_t)index;
}

// `action` when the argument has one of those bits.
static void decide_on_bits(struct program *program, int call, int index, uint32_t bits,
                           uint32_t action) {
  add(program, BPF_JMP | BPF_JEQ | BPF_K, 0, 4, (uint32_t)call);
  load(program, argument(index));
  add(program, BPF_JMP | BPF_JSET | BPF_K, 0, 1, bits);
  finish(program, action);
  finish(program, SECCOMP_RET_ALLOW);
}

// `action` unless the argument has that value.
static void decide_unless(struct program *program, int call, int index, uint32_t value,
                          uint32_t action) {
  add(program, BPF_JMP | BPF_JEQ | BPF_K, 0, 4, (uint32_t)call);
  load(program, argument(index));
  add(program, BPF_JMP | BPF_JEQ | BPF_K, 1, 0, value);
  finish(program, action);
  finish(program, SECCOMP_RET_ALLOW);
}

// `action` when the argument is one of four values.
static void decide_if(struct program *program, int call, int index, const uint32_t values[4],
                      uint32_t action) {
  add(program, BPF_JMP | BPF_JEQ | BPF_K, 0, 7, (uint32_t)call);
  load(program, argument(index));
  add(program, BPF_JMP | BPF_JEQ | BPF_K, 3, 0, values[0]);
  add(program, BPF_JMP | BPF_JEQ | BPF_K, 2, 0, values[1]);
  add(program, BPF_JMP | BPF_JEQ | BPF_K, 1, 0, values[2]);
  add(program, BPF_JMP | BPF_JEQ | BPF_K, 0, 1, values[3]);
  finish(program, action);
  finish(program, SECCOMP_RET_ALLOW);
}

// `action` unless the argument has one of those bits.
static void decide_unless_bits(struct program *program, int call, int index, uint32_t bits,
                               uint32_t action) {
  add(program, BPF_JMP | BPF_JEQ | BPF_K, 0, 4, (uint32_t)call);
  load(program, argument(index));
  add(program, BPF_JMP | BPF_JSET | BPF_K, 1, 0, bits);
  finish(program, action);
  finish(program, SECCOMP_RET_ALLOW);
}

// A call that returns to one place of the probe's own code is allowed.
#if defined(__x86_64__)
static void permit_from(struct program *program, int call, const char *place) {
  uint64_t own = (uint64_t)(uintptr_t)place;
  add(program, BPF_JMP | BPF_JEQ | BPF_K, 0, 6, (uint32_t)call);
  load(program, offsetof(struct seccomp_data, instruction_pointer));
  add(program, BPF_JMP | BPF_JEQ | BPF_K, 0, 3, (uint32_t)own);
  load(program, offsetof(struct seccomp_data, instruction_pointer) + 4);
  add(program, BPF_JMP | BPF_JEQ | BPF_K, 0, 1, (uint32_t)(own >> 32));
  finish(program, SECCOMP_RET_ALLOW);
  load(program, offsetof(struct seccomp_data, nr));
}
#endif

// A prlimit that sets nothing, as every getrlimit of libc is.
static void permit_asking(struct program *program) {
  add(program, BPF_JMP | BPF_JEQ | BPF_K, 0, 6, SYS_prlimit64);
  load(program, argument(2));
  add(program, BPF_JMP | BPF_JEQ | BPF_K, 0, 3, 0);
  load(program, argument(2) + 4);
  add(program, BPF_JMP | BPF_JEQ | BPF_K, 0, 1, 0);
  finish(program, SECCOMP_RET_ALLOW);
  load(program, offsetof(struct seccomp_data, nr));
}

// New processes are counted by the front; RLIMIT_NPROC does not bind root. Threads are none, and
// neither are the probe's own copies, which come from one place. `clone3` has its flags in memory,
// where a filter cannot see them; libc does without it.
static void count_processes(struct program *program, uint32_t announced) {
  decide(program, SYS_clone3, SECCOMP_RET_ERRNO | ENOSYS);
#if defined(__x86_64__)
  decide(program, SYS_fork, announced);
  decide(program, SYS_vfork, announced);
  permit_from(program, SYS_clone, cprobe_clone_return);
#endif
  decide_unless_bits(program, SYS_clone, 0, CLONE_THREAD, announced);
}

// Who owns a descriptor is sent signals about it, of whatever kind and whoever it is.
static void announce_owners(struct program *program, uint32_t announced) {
  enum { set_owner = 8, set_owner_ex = 15, ioctl_owner = 0x8901, ioctl_group = 0x8902 };
#if defined(__x86_64__)
  permit_from(program, SYS_fcntl, cprobe_own_descriptor_return);
#endif
  static const uint32_t commands[4] = {set_owner, set_owner_ex, set_owner, set_owner_ex};
  decide_if(program, SYS_fcntl, 1, commands, announced);
  static const uint32_t requests[4] = {ioctl_owner, ioctl_group, ioctl_owner, ioctl_group};
  decide_if(program, SYS_ioctl, 1, requests, announced);
}

static void filter_without_front(struct program *program, const struct cprobe_policy *policy,
                                 uint32_t denied) {
  for (size_t i = 0; i < sizeof metadata / sizeof *metadata; i++) {
    if (policy->writable_count <= 1) decide(program, metadata[i], denied);
  }
  // All processes, the own group (the snapshots are in it), and the front.
  static const int signalling[] = {SYS_kill, SYS_tkill, SYS_tgkill};
  for (size_t i = 0; i < sizeof signalling / sizeof *signalling; i++) {
    add(program, BPF_JMP | BPF_JEQ | BPF_K, 0, 6, (uint32_t)signalling[i]);
    load(program, argument(0));
    add(program, BPF_JMP | BPF_JGE | BPF_K, 2, 0, 0x80000000u);
    add(program, BPF_JMP | BPF_JEQ | BPF_K, 1, 0, 0);
    add(program, BPF_JMP | BPF_JEQ | BPF_K, 0, 1, (uint32_t)policy->front);
    finish(program, denied);
    finish(program, SECCOMP_RET_ALLOW);
  }
}

static void filter_with_front(struct program *program, uint32_t announced) {
  decide_on_bits(program, SYS_openat, 2, writing_flags, announced);
#if defined(__x86_64__)
  decide_on_bits(program, SYS_open, 1, writing_flags, announced);
#endif
  for (size_t i = 0; i < sizeof looked_at / sizeof *looked_at; i++) {
    decide(program, looked_at[i], announced);
  }
  for (size_t i = 0; i < sizeof metadata / sizeof *metadata; i++) {
    decide(program, metadata[i], announced);
  }
  static const uint32_t limits[4] = {RLIMIT_NOFILE, RLIMIT_MSGQUEUE, RLIMIT_NPROC, RLIMIT_CPU};
  decide_if(program, SYS_setrlimit, 0, limits, announced);
  permit_asking(program);
  // Of whatever limit: it may be another process's.
  decide(program, SYS_prlimit64, announced);
  announce_owners(program, announced);
  static const uint32_t hiding[4] = {PR_SET_DUMPABLE, PR_SET_DUMPABLE, PR_SET_DUMPABLE,
                                     PR_SET_DUMPABLE};
  decide_if(program, SYS_prctl, 0, hiding, announced);
  count_processes(program, announced);
}

static void write_filter(struct program *program, const struct cprobe_policy *policy,
                         int announces) {
  const uint32_t denied = SECCOMP_RET_ERRNO | EPERM;
  const uint32_t absent = SECCOMP_RET_ERRNO | ENOSYS;
  const uint32_t announced = announces ? SECCOMP_RET_USER_NOTIF : denied;
  program->count = 0;
  load(program, offsetof(struct seccomp_data, arch));
  add(program, BPF_JMP | BPF_JEQ | BPF_K, 1, 0, NATIVE_ARCHITECTURE);
  finish(program, absent);
  load(program, offsetof(struct seccomp_data, nr));
#if defined(__x86_64__)
  // The x32 calls would walk around the numbers below.
  add(program, BPF_JMP | BPF_JGE | BPF_K, 0, 1, 0x40000000u);
  finish(program, absent);
#endif
  // Its operations are not seen by any filter; programs fall back to plain calls.
  decide(program, SYS_io_uring_setup, absent);
  if (!policy->allows_network) decide_unless(program, SYS_socket, 0, AF_UNIX, announced);
  for (size_t i = 0; i < sizeof privileged / sizeof *privileged; i++) {
    decide(program, privileged[i], announced);
  }
  if (announces) {
    filter_with_front(program, announced);
  } else {
    filter_without_front(program, policy, denied);
  }
  finish(program, SECCOMP_RET_ALLOW);
}

static uint32_t confine_with_seccomp(const struct cprobe_policy *policy, int *listener) {
  static struct program program;
  write_filter(&program, policy, 1);
  struct sock_fprog filter = {program.count, program.steps};
  // A signal does not have an announced call begin again and be announced again (Linux 5.19).
  enum { wait_killable = 1 << 5 };
  *listener = (int)syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER,
                           SECCOMP_FILTER_FLAG_NEW_LISTENER | wait_killable, &filter);
  if (*listener < 0) {
    *listener = (int)syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER,
                             SECCOMP_FILTER_FLAG_NEW_LISTENER, &filter);
  }
  if (*listener >= 0) return 0;
  write_filter(&program, policy, 0);
  filter.len = program.count;
  if (syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &filter) == 0) return cprobe_lacks_reports;
  return cprobe_lacks_network | cprobe_lacks_calls | cprobe_lacks_reports;
}

// What neither the limit of memory nor that of files counts (shared mappings, memfd_create) can
// still fill the machine: then the kernel ends these processes first, and no other.
static void be_ended_first(void) {
  int file = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
  if (file < 0) return;
  ssize_t written = write(file, "1000", 4);
  (void)written;
  close(file);
}

uint32_t cprobe_confine(const struct cprobe_policy *policy, int *listener) {
  *listener = -1;
  set_mark(policy->mark);
  be_ended_first();
  limit_resource(RLIMIT_CORE, 0);
  if (policy->allows_all) return 0;
  limit_resource(RLIMIT_DATA, policy->memory_limit);
  limit_resource(RLIMIT_FSIZE, policy->file_limit);
  limit_resource(RLIMIT_NPROC, policy->process_limit);
  // A write that goes beyond RLIMIT_FSIZE fails with EFBIG then, and kills nobody.
  signal(SIGXFSZ, SIG_IGN);
  drop_capabilities();
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) {
    return cprobe_lacks_files | cprobe_lacks_network | cprobe_lacks_signals | cprobe_lacks_calls |
           cprobe_lacks_reports;
  }
  uint32_t lacking = confine_with_landlock(policy);
  return lacking | confine_with_seccomp(policy, listener);
}
