/* Every way to hurt the process that calls, and harmless functions to call before and after.

   Whatever a function does to the process, survivor() must still work in the next call, and give
   what it gave before. */
#pragma once

/* Adds 1 to a hidden counter and returns it: 1, 2, 3, … */
int survivor(void);

/* Signals of the processor. */
int read_null(void);                  /* SIGSEGV, reading address 0 */
void write_null(void);                /* SIGSEGV, writing address 0 */
int read_address(unsigned long address);  /* reads an int there */
void write_address(unsigned long address, int value);
void write_read_only(void);           /* SIGSEGV, writing to a constant of the library */
void call_null(void);                 /* SIGSEGV, executing address 0 */
void call_data(void);                 /* SIGSEGV, executing memory that is not executable */
int divide_by(int divisor);           /* SIGFPE for 0; else 100 / divisor */
void illegal_instruction(void);       /* SIGILL */
void breakpoint_trap(void);           /* SIGTRAP */
void bus_error(void);                 /* SIGBUS: a mapping past the end of its file */
int non_canonical(void);              /* SIGSEGV without an address (x86-64: general protection) */

/* Signals sent. */
void call_abort(void);                /* SIGABRT */
void raise_signal(int number);        /* that signal to itself; raise_signal(9) cannot be caught */
void raise_stop(void);                /* SIGSTOP to itself: stands still until continued */
void kill_self(void);                 /* SIGKILL */
void failed_assertion(void);          /* message on standard error, then SIGABRT */

/* The stack and the heap. */
int overflow_stack(int depth);        /* SIGSEGV: recursion without end */
void smash_stack(void);               /* SIGABRT: "stack smashing detected" */
void smash_heap(void);                /* writes 64 bytes past a block of 16; returns */
void *allocate(unsigned long size);   /* malloc; aborts after smash_heap */
void double_free(void);               /* SIGABRT by malloc */
void free_wild(void);                 /* frees an address that malloc never gave: SIGABRT */
void exhaust_memory(void);            /* allocates and writes until malloc fails; returns */

/* Ends. */
void call_exit(int status);           /* exit(): runs atexit handlers and flushes stdio */
void call__exit(int status);          /* _exit(): at once */
void exit_printing(int status);       /* prints "going" without newline, then exit() */
void exit_from_thread(int status);    /* exit() from another thread while this one waits */
void thread_exit(void);               /* pthread_exit from the calling thread */
void exec_true(void);                 /* becomes /bin/true: exit status 0 */
void exec_sleep(void);                /* becomes "sleep 1000" */

/* Endless. */
void loop_busy(void);                 /* spins */
void loop_sleeping(void);             /* sleeps in the kernel */
void loop_blocking_signals(void);     /* blocks every signal, then spins */
void loop_ignoring_signals(void);     /* ignores every signal that can be, then sleeps */
void loop_holding_malloc(void);       /* spins inside malloc's lock, where that can be had */
void read_stdin_forever(void);        /* reads standard input until its end, then sleeps forever */

/* Locks. */
void crash_holding_lock(void);        /* locks a mutex, then reads null: SIGSEGV */
int take_lock(void);                  /* takes the same mutex: 1; hangs if it is still held */
void hang_holding_lock(void);         /* locks the mutex and never returns */

/* Signals and their handlers. */
void install_segv_handler(void);      /* its own handler for SIGSEGV, which calls _exit(33) */
void install_segv_returning(void);    /* a handler that returns: the fault repeats without end */
void reset_handlers(void);            /* every handler back to its default */
void block_signals(void);             /* blocks every signal and returns */
void use_tiny_altstack(void);         /* replaces the alternate signal stack by none */

/* Descriptors. */
void close_descriptors(void);         /* closes all of them, 0 to the limit, and returns */
void garbage_descriptors(void);       /* writes 4096 random bytes to every open one, and returns */
void close_standard(void);            /* closes 0, 1 and 2, and returns */
void dup_over_descriptors(void);      /* /dev/null over every open descriptor, and returns */

/* Processes and threads. */
int fork_and_live(int seconds);       /* the child sleeps that long; returns its process id */
int fork_and_return(void);            /* both return: 0 in the child, its id in the parent */
void daemonise(int seconds);          /* a grandchild in its own session sleeps that long */
void thread_crashes_later(int milliseconds);  /* a thread reads null then; returns at once */
void thread_lives_on(int seconds);    /* a thread sleeps that long; returns at once */
int kill_parent(int number);          /* signals the parent process; kill's result, errno set */
int trace_parent(void);               /* ptrace-attaches to the parent; the result, errno set */

/* Jumps, and state that belongs to the process. */
void jump_out(void);                  /* longjmp to a frame that has gone: undefined */
void change_rounding(void);           /* rounds upward from now on */
double third(void);                   /* 1.0 / 3.0: 0.3333333333333333, upward …37 */
void set_direction_flag(void);        /* sets DF against the ABI and returns (x86-64) */
int change_directory(const char *path);  /* chdir */
void change_locale(void);             /* setlocale(LC_ALL, "") */
int limit_descriptors(int count);     /* setrlimit(RLIMIT_NOFILE) */
void unmap_self(void);                /* unmaps the library's code it runs in: SIGSEGV */
void write_everywhere(void);          /* writes 0xcc over every writable mapping it can find */
long fill_file(const char *path, long megabytes);  /* appends; the bytes written, errno set */
int connect_local(int port);          /* a TCP connection to 127.0.0.1; 0 or -1, errno set */

/* More processes. */
int escape_session(int seconds);      /* "sleep", in a session of its own, without any variable; its id */
int crash_in_child(void);             /* the signal that a forked child died of: SIGSEGV */
int kill_group(int number);           /* signals the whole process group; kill's result, errno set */

/* Much, and precisely placed. */
void print_much(long megabytes);      /* that much of 'x' to standard output */
void fill(char *to, unsigned long count, int value);  /* writes count bytes from there on */
void *hold_block(unsigned long size); /* allocates and remembers */
void free_held(void);                 /* frees what is remembered, without forgetting it */
int read_held(unsigned long offset);  /* reads a byte of it */
int change_mode(const char *path);    /* chmod 0777; 0 or -1, errno set */

/* intrusions.c: limits and mappings. */
int limit_resource(int resource, unsigned long value);  /* setrlimit, never upwards */
int limit_everything(void);           /* every limit to 0; how many could be set */
void unmap_libc(void);                /* unmaps the C library: SIGSEGV */
void unmap_everything(void);          /* all but this library: SIGSEGV that no handler survives */
void protect_everything(int protection);  /* mprotect of all but this library */
int lock_all_memory(void);            /* mlockall; 0 or -1, errno set */

/* The process and the kernel. */
int control_process(int option, unsigned long argument);  /* prctl */
int forbid_calls(void);               /* from now on every system call fails with EPERM */
int forbid_calls_fatally(void);       /* from now on every system call is SIGSYS, uncaught */
int enter_strict_mode(void);          /* from now on all but read, write and exit is SIGKILL */
int new_session(void);                /* setsid; -1 for the leader of one */
int new_group(void);                  /* setpgid(0, 0); -1 for the leader of a session */
int vfork_true(void);                 /* runs /bin/true by vfork: 0 */
int vfork_and_hang(void);             /* the child never ends, so the parent never goes on */
int clone_sharing_memory(void);       /* a process on the same memory lives on; its id */
int make_io_uring(void);              /* -1, errno set, where that is refused */
int make_userfaultfd(void);           /* likewise */
int change_personality(unsigned long persona);
int unshare_everything(void);         /* user, process, file and network namespaces */
int become_user(unsigned int user);   /* setresuid; 0 or -1, errno set */
int fork_bomb(int milliseconds);      /* forks, and so do its children, for that long */
int make_children(int count);         /* so many that never end, each in its own session */
int exec_from_memory(void);           /* becomes a copy of /bin/true that no file holds */
int run_preloaded(void);              /* runs "exit 7" with a LD_PRELOAD that is not there: 1792 */
void kill_everything(int number);     /* kill(-1) */
int queue_signal(int number);         /* sigqueue to itself */

/* Timers, handlers and stacks. */
void alarm_in(int milliseconds);      /* SIGALRM then, which ends the process */
void alarm_often(void);               /* 10,000 ignored signals a second from now on */
void interrupt_often(void);           /* 20,000 handled signals a second from now on */
void survivor_of_signal(int number);
void crash_on_lost_altstack(void);    /* SIGSEGV, and the alternate stack cannot be touched */
int switch_stack(int crashes);        /* goes to another stack, reads null there or comes back: 0 */
void lose_stack_pointer(void);        /* SIGSEGV with a null stack pointer */
void lose_thread_pointer(void);       /* SIGSEGV: thread-local variables are gone */
void crash_in_handler(void);          /* SIGSEGV within its own handler of SIGSEGV */
void loop_in_handler(void);           /* a SIGSEGV whose handler never ends */
void abort_handled(void);             /* abort with a handler of SIGABRT that returns */
void overflow_thread_stack(void);     /* SIGSEGV: endless recursion on another thread */
void exit_hanging(void);              /* exit with a handler of atexit that never ends */

/* The processor. */
void set_alignment_check(void);       /* x86-64: from now on unaligned accesses are SIGBUS */
void set_trap_flag(void);             /* x86-64: SIGTRAP at once */
void trap_floating_point(void);       /* SIGFPE for inexact results from now on */
void fill_x87_stack(void);            /* x86-64: leaves eight numbers on the x87 stack */
int misaligned_vector(void);          /* x86-64: SIGSEGV, movaps of an odd address */

/* Waits without end. */
int open_fifo(const char *folder);    /* opens a fifo that nobody writes to */
long read_zeroes(void);               /* reads /dev/zero to its end, which it has not */
void wait_on_futex(void);

/* Files, pipes and sockets. */
int remove_folder(const char *path);  /* rm -rf; the shell's status */
void stop_with_full_pipe(void);       /* prints 4 MiB and stands still */
int shut_sockets(void);               /* shutdown of every socket */
int forge_answer(void);               /* a well-formed message of an unknown kind on every socket */
int steal_requests(void);             /* threads that read from every socket */

/* What no copy of a process has. */
void thread_writes_on(void);          /* a thread that writes a variable a thousand times a second */
void thread_exits_later(int status);  /* a thread that calls exit a second later */
int map_shared(void);                 /* memory shared with all copies; 1 */
int count_shared(void);               /* counts in it: 1, 2, 3, …, also after going back */

/* Other processes: the front, which is the parent, and its snapshots, which are siblings. */
int kill_siblings(int count, int number);         /* signals the youngest; how many it reached */
int signal_siblings(int process);                 /* SIGKILL through a descriptor's owner; 0 or -1 */
int own_group(void);                              /* the process group, negative */
int front(void);                                  /* the parent's number */
int limit_process(int process, int resource);     /* prlimit to nothing; 0 or -1 */

/* Of the process that the caller shares. */
int never_wait(void);                 /* O_NONBLOCK on every descriptor above 2; how many */
int wait_for_much(void);              /* SO_RCVLOWAT of 100,000 on every socket; how many */
char *long_text(unsigned long length);
void cancelled_later(void);           /* a thread that cancels the caller 20 ms later */
void cancel_itself(void);             /* pthread_cancel of the caller, which goes on */
int wait_a_moment(void);              /* a cancellation point of 100 ms; 0 */
void trouble_at_fork(int kind);       /* pthread_atfork, and a thread: 1 SIGSEGV before a fork, 2 a
                                         hang before it, 3 SIGSEGV in the child */
int make_shared_object(void);         /* shmget; a number, or -1 */
int make_semaphores(void);            /* semget */
int make_queue(void);                 /* msgget */
int remove_shared_object(int number); /* shmctl(IPC_RMID) */
void spin_later(int milliseconds);    /* a timer whose handler never ends */
void pop_too_much(void);              /* x86-64: takes 64 bytes off the caller's stack */
int large_frame(unsigned long size);  /* a local variable of that size; 1 */
int scribble_ledger(void);            /* writes nonsense into the probe's list of blocks; 1 */
