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
