// C declarations for sonde; C and C++ compilers take this file too.
#pragma sonde library "libc.so.6"
#include <stdarg.h>
#include <stddef.h>
#if defined __clang__ || (defined __cplusplus && __GNUC__ < 13)
#define _Float32 float
#define _Float32x double
#define _Float64 double
#define _Float64x long double
#define _Float128 __float128
#endif
#ifdef __cplusplus
#define restrict __restrict
#define _Noreturn [[noreturn]]
#endif
#ifndef __cplusplus
typedef unsigned short char16_t;
typedef unsigned int char32_t;
#endif
typedef long __fsword_t;
typedef long __syscall_slong_t;
typedef unsigned long __syscall_ulong_t;
typedef long off_t;
typedef long off64_t;
typedef long ssize_t;
typedef unsigned long ino_t;
typedef unsigned long ino64_t;
typedef unsigned long dev_t;
typedef unsigned int gid_t;
typedef unsigned int mode_t;
typedef unsigned long nlink_t;
typedef unsigned int uid_t;
typedef int pid_t;
typedef unsigned int id_t;
typedef int key_t;
typedef long clock_t;
typedef int clockid_t;
typedef long time_t;
typedef unsigned int useconds_t;
typedef long suseconds_t;
typedef int int32_t;
typedef long fd_mask;
typedef long blksize_t;
typedef long blkcnt_t;
typedef unsigned long fsblkcnt_t;
typedef unsigned long fsfilcnt_t;
typedef long blkcnt64_t;
typedef unsigned long fsblkcnt64_t;
typedef unsigned long fsfilcnt64_t;
typedef unsigned long pthread_t;
typedef unsigned int pthread_key_t;
typedef int pthread_once_t;
typedef volatile int pthread_spinlock_t;
typedef unsigned int wint_t;
typedef unsigned long wctype_t;
typedef unsigned char char8_t;
typedef int error_t;
typedef long intptr_t;
typedef unsigned int socklen_t;
typedef unsigned short __u16;
typedef int __s32;
typedef unsigned int __u32;
typedef long long __s64;
typedef unsigned long long __u64;
typedef long __kernel_long_t;
typedef unsigned long __kernel_ulong_t;
typedef long long greg_t;
typedef unsigned long rlim_t;
typedef unsigned long rlim64_t;
typedef unsigned short sa_family_t;
typedef unsigned char uint8_t;
typedef unsigned short uint16_t;
typedef unsigned int uint32_t;
typedef unsigned long uint64_t;
typedef uint32_t in_addr_t;
typedef uint16_t in_port_t;
typedef unsigned short uint_least16_t;
typedef unsigned int uint_least32_t;
typedef long intmax_t;
typedef unsigned long uintmax_t;
typedef unsigned long nfds_t;
typedef uint64_t eventfd_t;
typedef __syscall_ulong_t shmatt_t;
typedef __syscall_ulong_t msgqnum_t;
typedef __syscall_ulong_t msglen_t;
typedef int nl_item;
typedef unsigned int __re_size_t;
typedef unsigned long __re_long_size_t;
typedef unsigned long reg_syntax_t;
typedef int regoff_t;
typedef unsigned char cc_t;
typedef unsigned int speed_t;
typedef unsigned int tcflag_t;
typedef unsigned long __cpu_mask;
typedef unsigned int tss_t;
typedef unsigned long thrd_t;
typedef long Lmid_t;
typedef int mqd_t;
typedef int __gwchar_t;
typedef struct {
  int __val[2];
} __fsid_t;
typedef void *__timer_t;
typedef struct {
  int __count;
  union {
    unsigned int __wch;
    char __wchb[4];
  } __value;
} __mbstate_t;
struct _G_fpos_t {
  off_t __pos;
  __mbstate_t __state;
};
typedef struct _G_fpos_t __fpos_t;
struct _G_fpos64_t {
  off64_t __pos;
  __mbstate_t __state;
};
typedef struct _G_fpos64_t __fpos64_t;
struct _IO_FILE;
typedef struct _IO_FILE __FILE;
typedef struct _IO_FILE FILE;
struct _IO_marker;
struct _IO_codecvt;
struct _IO_wide_data;
typedef void _IO_lock_t;
struct _IO_FILE {
  int _flags;
  char *_IO_read_ptr;
  char *_IO_read_end;
  char *_IO_read_base;
  char *_IO_write_base;
  char *_IO_write_ptr;
  char *_IO_write_end;
  char *_IO_buf_base;
  char *_IO_buf_end;
  char *_IO_save_base;
  char *_IO_backup_base;
  char *_IO_save_end;
  struct _IO_marker *_markers;
  struct _IO_FILE *_chain;
  int _fileno;
  int _flags2;
  off_t _old_offset;
  unsigned short _cur_column;
  signed char _vtable_offset;
  char _shortbuf[1];
  _IO_lock_t *_lock;
  off64_t _offset;
  struct _IO_codecvt *_codecvt;
  struct _IO_wide_data *_wide_data;
  struct _IO_FILE *_freeres_list;
  void *_freeres_buf;
  size_t __pad5;
  int _mode;
  char _unused2[20];
};
typedef ssize_t cookie_read_function_t(void *__cookie, char *__buf, size_t __nbytes);
typedef ssize_t cookie_write_function_t(void *__cookie, const char *__buf, size_t __nbytes);
typedef int cookie_seek_function_t(void *__cookie, off64_t *__pos, int __w);
typedef int cookie_close_function_t(void *__cookie);
struct _IO_cookie_io_functions_t {
  cookie_read_function_t *read;
  cookie_write_function_t *write;
  cookie_seek_function_t *seek;
  cookie_close_function_t *close;
};
typedef struct _IO_cookie_io_functions_t cookie_io_functions_t;
typedef __fpos_t fpos_t;
typedef __fpos64_t fpos64_t;
extern FILE *stdin;
extern FILE *stdout;
extern FILE *stderr;
int remove(const char *filename);
int rename(const char *old, const char *new_);
int renameat(int oldfd, const char *old, int newfd, const char *new_);
int renameat2(int oldfd, const char *old, int newfd, const char *new_, unsigned int flags);
[[sonde::success("result == 0"), sonde::error("strerror(errno)"), sonde::blocking]]
int fclose([[sonde::takes]] FILE *stream);
FILE *tmpfile(void);
FILE *tmpfile64(void);
char *tmpnam(char[20]);
char *tmpnam_r(char s[20]);
char *tempnam(const char *dir, const char *pfx);
int fflush(FILE *stream);
int fflush_unlocked(FILE *stream);
int fcloseall(void);
[[sonde::owned("fclose"), sonde::nullable, sonde::success("result != 0"),
  sonde::error("strerror(errno)"), sonde::blocking]]
FILE *fopen([[sonde::string]] const char *restrict filename,
    [[sonde::string]] const char *restrict modes);
FILE *freopen(const char *restrict filename, const char *restrict modes, FILE *restrict stream);
FILE *fopen64(const char *restrict filename, const char *restrict modes);
FILE *freopen64(const char *restrict filename, const char *restrict modes, FILE *restrict stream);
FILE *fdopen(int fd, const char *modes);
FILE *fopencookie(void *restrict magic_cookie, const char *restrict modes,
    cookie_io_functions_t io_funcs);
FILE *fmemopen(void *s, size_t len, const char *modes);
FILE *open_memstream(char **bufloc, size_t *sizeloc);
void setbuf(FILE *restrict stream, char *restrict buf);
int setvbuf(FILE *restrict stream, char *restrict buf, int modes, size_t n);
void setbuffer(FILE *restrict stream, char *restrict buf, size_t size);
void setlinebuf(FILE *stream);
int fprintf(FILE *restrict stream, const char *restrict format, ...);
[[sonde::success("result >= 0")]] int printf([[sonde::string]] const char *restrict format, ...);
[[sonde::success("result >= 0")]]
int sprintf([[sonde::out, sonde::string]] char *restrict s,
    [[sonde::string]] const char *restrict format, ...);
int vfprintf(FILE *restrict s, const char *restrict format, va_list arg);
int vprintf(const char *restrict format, va_list arg);
int vsprintf(char *restrict s, const char *restrict format, va_list arg);
[[sonde::success("result >= 0")]]
int snprintf([[sonde::out, sonde::nullable, sonde::bytes("maxlen"), sonde::string]]
    char *restrict s, size_t maxlen, [[sonde::string]] const char *restrict format, ...);
int vsnprintf(char *restrict s, size_t maxlen, const char *restrict format, va_list arg);
int vasprintf(char **restrict ptr, const char *restrict f, va_list arg);
int __asprintf(char **restrict ptr, const char *restrict fmt, ...);
[[sonde::success("result >= 0")]]
int asprintf([[sonde::out, sonde::owned("free")]] char **restrict ptr,
    [[sonde::string]] const char *restrict fmt, ...);
int vdprintf(int fd, const char *restrict fmt, va_list arg);
int dprintf(int fd, const char *restrict fmt, ...);
int fscanf(FILE *restrict stream, const char *restrict format, ...);
int scanf(const char *restrict format, ...);
int sscanf([[sonde::string]] const char *restrict s, [[sonde::string]] const char *restrict format,
    ...);
int vfscanf(FILE *restrict s, const char *restrict format, va_list arg);
int vscanf(const char *restrict format, va_list arg);
int vsscanf(const char *restrict s, const char *restrict format, va_list arg);
int fgetc(FILE *stream);
int getc(FILE *stream);
int getchar(void);
int getc_unlocked(FILE *stream);
int getchar_unlocked(void);
int fgetc_unlocked(FILE *stream);
int fputc(int c, FILE *stream);
int putc(int c, FILE *stream);
int putchar(int c);
int fputc_unlocked(int c, FILE *stream);
int putc_unlocked(int c, FILE *stream);
int putchar_unlocked(int c);
int getw(FILE *stream);
int putw(int w, FILE *stream);
[[sonde::success("result != 0"), sonde::blocking]]
char *fgets([[sonde::out, sonde::bytes("n"), sonde::string]] char *restrict s, int n,
    FILE *restrict stream);
char *fgets_unlocked(char *restrict s, int n, FILE *restrict stream);
ssize_t __getdelim(char **restrict lineptr, size_t *restrict n, int delimiter,
    FILE *restrict stream);
[[sonde::success("result >= 0"), sonde::blocking]]
ssize_t getdelim([[sonde::inout, sonde::owned("free")]] char **restrict lineptr,
    [[sonde::inout]] size_t *restrict n, int delimiter, FILE *restrict stream);
[[sonde::success("result >= 0"), sonde::blocking]]
ssize_t getline([[sonde::inout, sonde::owned("free")]] char **restrict lineptr,
    [[sonde::inout]] size_t *restrict n, FILE *restrict stream);
[[sonde::success("result >= 0"), sonde::blocking]]
int fputs([[sonde::string]] const char *restrict s, FILE *restrict stream);
[[sonde::success("result >= 0")]] int puts([[sonde::string]] const char *s);
int ungetc(int c, FILE *stream);
[[sonde::blocking]]
size_t fread([[sonde::out, sonde::bytes("size * n")]] void *restrict ptr, size_t size, size_t n,
    FILE *restrict stream);
[[sonde::blocking]]
size_t fwrite([[sonde::in, sonde::bytes("size * n")]] const void *restrict ptr, size_t size,
    size_t n, FILE *restrict s);
int fputs_unlocked(const char *restrict s, FILE *restrict stream);
size_t fread_unlocked(void *restrict ptr, size_t size, size_t n, FILE *restrict stream);
size_t fwrite_unlocked(const void *restrict ptr, size_t size, size_t n, FILE *restrict stream);
int fseek(FILE *stream, long off, int whence);
long ftell(FILE *stream);
void rewind(FILE *stream);
int fseeko(FILE *stream, off_t off, int whence);
off_t ftello(FILE *stream);
int fgetpos(FILE *restrict stream, fpos_t *restrict pos);
int fsetpos(FILE *stream, const fpos_t *pos);
int fseeko64(FILE *stream, off64_t off, int whence);
off64_t ftello64(FILE *stream);
int fgetpos64(FILE *restrict stream, fpos64_t *restrict pos);
int fsetpos64(FILE *stream, const fpos64_t *pos);
void clearerr(FILE *stream);
int feof(FILE *stream);
int ferror(FILE *stream);
void clearerr_unlocked(FILE *stream);
int feof_unlocked(FILE *stream);
int ferror_unlocked(FILE *stream);
void perror(const char *s);
int fileno(FILE *stream);
int fileno_unlocked(FILE *stream);
int pclose(FILE *stream);
FILE *popen(const char *command, const char *modes);
char *ctermid(char *s);
char *cuserid(char *s);
struct obstack;
int obstack_printf(struct obstack *restrict obstack, const char *restrict format, ...);
int obstack_vprintf(struct obstack *restrict obstack, const char *restrict format, va_list args);
void flockfile(FILE *stream);
int ftrylockfile(FILE *stream);
void funlockfile(FILE *stream);
int __uflow(FILE *);
int __overflow(FILE *, int);
typedef struct {
  int quot;
  int rem;
} div_t;
typedef struct {
  long quot;
  long rem;
} ldiv_t;
typedef struct {
  long long quot;
  long long rem;
} lldiv_t;
size_t __ctype_get_mb_cur_max(void);
double atof([[sonde::string]] const char *nptr);
[[sonde::example("atoi(\"42\")", "42")]] int atoi([[sonde::string]] const char *nptr);
long atol(const char *nptr);
long long atoll(const char *nptr);
double strtod([[sonde::string]] const char *restrict nptr,
    [[sonde::out, sonde::nullable]] char **restrict endptr);
float strtof([[sonde::string]] const char *restrict nptr,
    [[sonde::out, sonde::nullable]] char **restrict endptr);
long double strtold([[sonde::string]] const char *restrict nptr,
    [[sonde::out, sonde::nullable]] char **restrict endptr);
_Float32 strtof32(const char *restrict nptr, char **restrict endptr);
_Float64 strtof64(const char *restrict nptr, char **restrict endptr);
_Float128 strtof128(const char *restrict nptr, char **restrict endptr);
_Float32x strtof32x(const char *restrict nptr, char **restrict endptr);
_Float64x strtof64x(const char *restrict nptr, char **restrict endptr);
long strtol([[sonde::string]] const char *restrict nptr,
    [[sonde::out, sonde::nullable]] char **restrict endptr, int base);
unsigned long strtoul([[sonde::string]] const char *restrict nptr,
    [[sonde::out, sonde::nullable]] char **restrict endptr, int base);
long long strtoq(const char *restrict nptr, char **restrict endptr, int base);
unsigned long long strtouq(const char *restrict nptr, char **restrict endptr, int base);
long long strtoll([[sonde::string]] const char *restrict nptr,
    [[sonde::out, sonde::nullable]] char **restrict endptr, int base);
unsigned long long strtoull([[sonde::string]] const char *restrict nptr,
    [[sonde::out, sonde::nullable]] char **restrict endptr, int base);
int strfromd(char *dest, size_t size, const char *format, double f);
int strfromf(char *dest, size_t size, const char *format, float f);
int strfroml(char *dest, size_t size, const char *format, long double f);
int strfromf32(char *dest, size_t size, const char *format, _Float32 f);
int strfromf64(char *dest, size_t size, const char *format, _Float64 f);
int strfromf128(char *dest, size_t size, const char *format, _Float128 f);
int strfromf32x(char *dest, size_t size, const char *format, _Float32x f);
int strfromf64x(char *dest, size_t size, const char *format, _Float64x f);
struct __locale_struct {
  struct __locale_data *__locales[13];
  const unsigned short *__ctype_b;
  const int *__ctype_tolower;
  const int *__ctype_toupper;
  const char *__names[13];
};
typedef struct __locale_struct *__locale_t;
typedef __locale_t locale_t;
long strtol_l(const char *restrict nptr, char **restrict endptr, int base, locale_t loc);
unsigned long strtoul_l(const char *restrict nptr, char **restrict endptr, int base, locale_t loc);
long long strtoll_l(const char *restrict nptr, char **restrict endptr, int base, locale_t loc);
unsigned long long strtoull_l(const char *restrict nptr, char **restrict endptr, int base,
    locale_t loc);
double strtod_l(const char *restrict nptr, char **restrict endptr, locale_t loc);
float strtof_l(const char *restrict nptr, char **restrict endptr, locale_t loc);
long double strtold_l(const char *restrict nptr, char **restrict endptr, locale_t loc);
_Float32 strtof32_l(const char *restrict nptr, char **restrict endptr, locale_t loc);
_Float64 strtof64_l(const char *restrict nptr, char **restrict endptr, locale_t loc);
_Float128 strtof128_l(const char *restrict nptr, char **restrict endptr, locale_t loc);
_Float32x strtof32x_l(const char *restrict nptr, char **restrict endptr, locale_t loc);
_Float64x strtof64x_l(const char *restrict nptr, char **restrict endptr, locale_t loc);
char *l64a(long n);
long a64l(const char *s);
typedef __timer_t timer_t;
typedef struct {
  unsigned long __val[16];
} __sigset_t;
typedef __sigset_t sigset_t;
struct timeval {
  time_t tv_sec;
  suseconds_t tv_usec;
};
struct timespec {
  time_t tv_sec;
  __syscall_slong_t tv_nsec;
};
typedef struct {
  fd_mask fds_bits[16];
} fd_set;
int select(int nfds, fd_set *restrict readfds, fd_set *restrict writefds,
    fd_set *restrict exceptfds, struct timeval *restrict timeout);
int pselect(int nfds, fd_set *restrict readfds, fd_set *restrict writefds,
    fd_set *restrict exceptfds, const struct timespec *restrict timeout,
    const __sigset_t *restrict sigmask);
typedef union {
  unsigned long long __value64;
  struct {
    unsigned int __low;
    unsigned int __high;
  } __value32;
} __atomic_wide_counter;
struct __pthread_internal_list {
  struct __pthread_internal_list *__prev;
  struct __pthread_internal_list *__next;
};
typedef struct __pthread_internal_list __pthread_list_t;
struct __pthread_mutex_s {
  int __lock;
  unsigned int __count;
  int __owner;
  unsigned int __nusers;
  int __kind;
  short __spins;
  short __elision;
  __pthread_list_t __list;
};
struct __pthread_rwlock_arch_t {
  unsigned int __readers;
  unsigned int __writers;
  unsigned int __wrphase_futex;
  unsigned int __writers_futex;
  unsigned int __pad3;
  unsigned int __pad4;
  int __cur_writer;
  int __shared;
  signed char __rwelision;
  unsigned char __pad1[7];
  unsigned long __pad2;
  unsigned int __flags;
};
struct __pthread_cond_s {
  __atomic_wide_counter __wseq;
  __atomic_wide_counter __g1_start;
  unsigned int __g_refs[2];
  unsigned int __g_size[2];
  unsigned int __g1_orig_size;
  unsigned int __wrefs;
  unsigned int __g_signals[2];
};
typedef struct {
  int __data;
} __once_flag;
typedef union {
  char __size[4];
  int __align;
} pthread_mutexattr_t;
typedef union {
  char __size[4];
  int __align;
} pthread_condattr_t;
union pthread_attr_t {
  char __size[56];
  long __align;
};
typedef union pthread_attr_t pthread_attr_t;
typedef union {
  struct __pthread_mutex_s __data;
  char __size[40];
  long __align;
} pthread_mutex_t;
typedef union {
  struct __pthread_cond_s __data;
  char __size[48];
  long long __align;
} pthread_cond_t;
typedef union {
  struct __pthread_rwlock_arch_t __data;
  char __size[56];
  long __align;
} pthread_rwlock_t;
typedef union {
  char __size[8];
  long __align;
} pthread_rwlockattr_t;
typedef union {
  char __size[32];
  long __align;
} pthread_barrier_t;
typedef union {
  char __size[4];
  int __align;
} pthread_barrierattr_t;
long random(void);
void srandom(unsigned int seed);
char *initstate(unsigned int seed, char *statebuf, size_t statelen);
char *setstate(char *statebuf);
struct random_data {
  int32_t *fptr;
  int32_t *rptr;
  int32_t *state;
  int rand_type;
  int rand_deg;
  int rand_sep;
  int32_t *end_ptr;
};
int random_r(struct random_data *restrict buf, int32_t *restrict result);
int srandom_r(unsigned int seed, struct random_data *buf);
int initstate_r(unsigned int seed, char *restrict statebuf, size_t statelen,
    struct random_data *restrict buf);
int setstate_r(char *restrict statebuf, struct random_data *restrict buf);
int rand(void);
void srand(unsigned int seed);
int rand_r(unsigned int *seed);
double drand48(void);
double erand48(unsigned short xsubi[3]);
long lrand48(void);
long nrand48(unsigned short xsubi[3]);
long mrand48(void);
long jrand48(unsigned short xsubi[3]);
void srand48(long seedval);
unsigned short *seed48(unsigned short seed16v[3]);
void lcong48(unsigned short param[7]);
struct drand48_data {
  unsigned short __x[3];
  unsigned short __old_x[3];
  unsigned short __c;
  unsigned short __init;
  unsigned long long __a;
};
int drand48_r(struct drand48_data *restrict buffer, double *restrict result);
int erand48_r(unsigned short xsubi[3], struct drand48_data *restrict buffer,
    double *restrict result);
int lrand48_r(struct drand48_data *restrict buffer, long *restrict result);
int nrand48_r(unsigned short xsubi[3], struct drand48_data *restrict buffer, long *restrict result);
int mrand48_r(struct drand48_data *restrict buffer, long *restrict result);
int jrand48_r(unsigned short xsubi[3], struct drand48_data *restrict buffer, long *restrict result);
int srand48_r(long seedval, struct drand48_data *buffer);
int seed48_r(unsigned short seed16v[3], struct drand48_data *buffer);
int lcong48_r(unsigned short param[7], struct drand48_data *buffer);
uint32_t arc4random(void);
void arc4random_buf(void *buf, size_t size);
uint32_t arc4random_uniform(uint32_t upper_bound);
[[sonde::owned("free"), sonde::nullable, sonde::bytes("size")]] void *malloc(size_t size);
[[sonde::owned("free"), sonde::nullable, sonde::bytes("nmemb * size")]]
void *calloc(size_t nmemb, size_t size);
[[sonde::owned("free"), sonde::nullable, sonde::bytes("size")]]
void *realloc([[sonde::takes, sonde::nullable]] void *ptr, size_t size);
void free([[sonde::takes, sonde::nullable]] void *ptr);
void *reallocarray(void *ptr, size_t nmemb, size_t size);
void *valloc(size_t size);
[[sonde::success("result == 0"), sonde::error("strerror(result)")]]
int posix_memalign([[sonde::out, sonde::owned("free")]] void **memptr, size_t alignment,
    size_t size);
[[sonde::owned("free"), sonde::nullable, sonde::bytes("size")]]
void *aligned_alloc(size_t alignment, size_t size);
_Noreturn void abort(void);
int on_exit(void (*func)(int __status, void *__arg), void *arg);
_Noreturn void exit(int status);
_Noreturn void quick_exit(int status);
_Noreturn void _Exit(int status);
[[sonde::borrowed, sonde::nullable, sonde::string]]
char *getenv([[sonde::string]] const char *name);
char *secure_getenv(const char *name);
int putenv(char *string);
[[sonde::success("result == 0"), sonde::error("strerror(errno)")]]
int setenv([[sonde::string]] const char *name, [[sonde::string]] const char *value, int replace);
int unsetenv(const char *name);
int clearenv(void);
char *mktemp(char *template_);
int mkstemp(char *template_);
int mkstemp64(char *template_);
int mkstemps(char *template_, int suffixlen);
int mkstemps64(char *template_, int suffixlen);
char *mkdtemp(char *template_);
int mkostemp(char *template_, int flags);
int mkostemp64(char *template_, int flags);
int mkostemps(char *template_, int suffixlen, int flags);
int mkostemps64(char *template_, int suffixlen, int flags);
int system(const char *command);
char *canonicalize_file_name(const char *name);
[[sonde::owned("free"), sonde::nullable, sonde::string, sonde::error("strerror(errno)"),
  sonde::success("result != 0")]]
char *realpath([[sonde::string]] const char *restrict name,
    [[sonde::out, sonde::nullable]] char *restrict resolved);
typedef int (*__compar_fn_t)(const void *, const void *);
typedef int (*__compar_d_fn_t)(const void *, const void *, void *);
[[sonde::borrowed, sonde::nullable]]
void *bsearch([[sonde::in]] const void *key,
    [[sonde::in, sonde::bytes("nmemb * size")]] const void *base, size_t nmemb, size_t size,
    __compar_fn_t compar);
void qsort([[sonde::inout, sonde::bytes("nmemb * size")]] void *base, size_t nmemb, size_t size,
    __compar_fn_t compar);
void qsort_r([[sonde::inout, sonde::bytes("nmemb * size")]] void *base, size_t nmemb, size_t size,
    __compar_d_fn_t compar, [[sonde::userdata("compar"), sonde::nullable]] void *arg);
[[sonde::example("abs(-3)", "3")]] int abs(int x);
[[sonde::example("labs(-3L)", "3")]] long labs(long x);
long long llabs(long long x);
[[sonde::example("div(7, 2)", "{.quot = 3, .rem = 1}")]] div_t div(int numer, int denom);
ldiv_t ldiv(long numer, long denom);
lldiv_t lldiv(long long numer, long long denom);
char *ecvt(double value, int ndigit, int *restrict decpt, int *restrict sign);
char *fcvt(double value, int ndigit, int *restrict decpt, int *restrict sign);
char *gcvt(double value, int ndigit, char *buf);
char *qecvt(long double value, int ndigit, int *restrict decpt, int *restrict sign);
char *qfcvt(long double value, int ndigit, int *restrict decpt, int *restrict sign);
char *qgcvt(long double value, int ndigit, char *buf);
int ecvt_r(double value, int ndigit, int *restrict decpt, int *restrict sign, char *restrict buf,
    size_t len);
int fcvt_r(double value, int ndigit, int *restrict decpt, int *restrict sign, char *restrict buf,
    size_t len);
int qecvt_r(long double value, int ndigit, int *restrict decpt, int *restrict sign,
    char *restrict buf, size_t len);
int qfcvt_r(long double value, int ndigit, int *restrict decpt, int *restrict sign,
    char *restrict buf, size_t len);
int mblen(const char *s, size_t n);
int mbtowc(wchar_t *restrict pwc, const char *restrict s, size_t n);
int wctomb(char *s, wchar_t wchar);
size_t mbstowcs(wchar_t *restrict pwcs, const char *restrict s, size_t n);
size_t wcstombs(char *restrict s, const wchar_t *restrict pwcs, size_t n);
int rpmatch(const char *response);
int getsubopt(char **restrict optionp, char *const *restrict tokens, char **restrict valuep);
int posix_openpt(int oflag);
int grantpt(int fd);
int unlockpt(int fd);
char *ptsname(int fd);
int ptsname_r(int fd, char *buf, size_t buflen);
int getpt(void);
int getloadavg(double loadavg[], int nelem);
void *memcpy([[sonde::out, sonde::bytes("n")]] void *restrict dest,
    [[sonde::in, sonde::bytes("n")]] const void *restrict src, size_t n);
void *memmove([[sonde::out, sonde::bytes("n")]] void *dest,
    [[sonde::in, sonde::bytes("n")]] const void *src, size_t n);
void *memccpy(void *restrict dest, const void *restrict src, int c, size_t n);
void *memset([[sonde::out, sonde::bytes("n")]] void *s, int c, size_t n);
int memcmp([[sonde::in, sonde::bytes("n")]] const void *s1,
    [[sonde::in, sonde::bytes("n")]] const void *s2, size_t n);
int __memcmpeq(const void *s1, const void *s2, size_t n);
[[sonde::borrowed, sonde::nullable]]
void *memchr([[sonde::in, sonde::bytes("n")]] const void *s, int c, size_t n);
void *rawmemchr(const void *s, int c);
void *memrchr(const void *s, int c, size_t n);
char *strcpy([[sonde::out, sonde::bytes("strlen(src) + 1"), sonde::string]] char *restrict dest,
    [[sonde::string]] const char *restrict src);
char *strncpy([[sonde::out, sonde::bytes("n")]] char *restrict dest,
    [[sonde::string]] const char *restrict src, size_t n);
char *strcat([[sonde::inout, sonde::string]] char *restrict dest,
    [[sonde::string]] const char *restrict src);
char *strncat([[sonde::inout, sonde::string]] char *restrict dest,
    [[sonde::string]] const char *restrict src, size_t n);
[[sonde::example("strcmp(\"a\", \"a\")", "0")]]
int strcmp([[sonde::string]] const char *s1, [[sonde::string]] const char *s2);
int strncmp([[sonde::string]] const char *s1, [[sonde::string]] const char *s2, size_t n);
int strcoll(const char *s1, const char *s2);
size_t strxfrm(char *restrict dest, const char *restrict src, size_t n);
int strcoll_l(const char *s1, const char *s2, locale_t l);
size_t strxfrm_l(char *dest, const char *src, size_t n, locale_t l);
[[sonde::owned("free"), sonde::nullable, sonde::string]]
char *strdup([[sonde::string]] const char *s);
[[sonde::owned("free"), sonde::nullable, sonde::string]]
char *strndup([[sonde::string]] const char *string, size_t n);
[[sonde::borrowed, sonde::nullable]] char *strchr([[sonde::string]] const char *s, int c);
[[sonde::borrowed, sonde::nullable]] char *strrchr([[sonde::string]] const char *s, int c);
char *strchrnul(const char *s, int c);
size_t strcspn([[sonde::string]] const char *s, [[sonde::string]] const char *reject);
size_t strspn([[sonde::string]] const char *s, [[sonde::string]] const char *accept);
[[sonde::borrowed, sonde::nullable]]
char *strpbrk([[sonde::string]] const char *s, [[sonde::string]] const char *accept);
[[sonde::borrowed, sonde::nullable]]
char *strstr([[sonde::string]] const char *haystack, [[sonde::string]] const char *needle);
[[sonde::borrowed, sonde::nullable, sonde::note("keeps its place between calls")]]
char *strtok([[sonde::inout, sonde::nullable, sonde::string]] char *restrict s,
    [[sonde::string]] const char *restrict delim);
char *__strtok_r(char *restrict s, const char *restrict delim, char **restrict save_ptr);
[[sonde::borrowed, sonde::nullable]]
char *strtok_r([[sonde::inout, sonde::nullable, sonde::string]] char *restrict s,
    [[sonde::string]] const char *restrict delim, [[sonde::inout]] char **restrict save_ptr);
char *strcasestr(const char *haystack, const char *needle);
void *memmem(const void *haystack, size_t haystacklen, const void *needle, size_t needlelen);
void *__mempcpy(void *restrict dest, const void *restrict src, size_t n);
void *mempcpy(void *restrict dest, const void *restrict src, size_t n);
[[sonde::example("strlen(\"hello\")", "5")]]
size_t strlen([[sonde::string]] const char *s);
size_t strnlen([[sonde::string]] const char *string, size_t maxlen);
[[sonde::borrowed, sonde::string]] char *strerror(int errnum);
char *strerror_r(int errnum, char *buf, size_t buflen);
const char *strerrordesc_np(int err);
const char *strerrorname_np(int err);
char *strerror_l(int errnum, locale_t l);
int bcmp(const void *s1, const void *s2, size_t n);
void bcopy(const void *src, void *dest, size_t n);
void bzero(void *s, size_t n);
char *index(const char *s, int c);
char *rindex(const char *s, int c);
int ffs(int i);
int ffsl(long l);
int ffsll(long long ll);
int strcasecmp([[sonde::string]] const char *s1, [[sonde::string]] const char *s2);
int strncasecmp(const char *s1, const char *s2, size_t n);
int strcasecmp_l(const char *s1, const char *s2, locale_t loc);
int strncasecmp_l(const char *s1, const char *s2, size_t n, locale_t loc);
void explicit_bzero(void *s, size_t n);
char *strsep(char **restrict stringp, const char *restrict delim);
[[sonde::borrowed, sonde::string]] char *strsignal(int sig);
const char *sigabbrev_np(int sig);
const char *sigdescr_np(int sig);
char *__stpcpy(char *restrict dest, const char *restrict src);
char *stpcpy([[sonde::out, sonde::bytes("strlen(src) + 1"), sonde::string]] char *restrict dest,
    [[sonde::string]] const char *restrict src);
char *__stpncpy(char *restrict dest, const char *restrict src, size_t n);
char *stpncpy(char *restrict dest, const char *restrict src, size_t n);
int strverscmp(const char *s1, const char *s2);
char *strfry(char *string);
void *memfrob(void *s, size_t n);
char *basename(const char *filename);
enum {
  _ISupper = 256,
  _ISlower = 512,
  _ISalpha = 1024,
  _ISdigit = 2048,
  _ISxdigit = 4096,
  _ISspace = 8192,
  _ISprint = 16384,
  _ISgraph = 32768,
  _ISblank = 1,
  _IScntrl = 2,
  _ISpunct = 4,
  _ISalnum = 8,
};
const unsigned short **__ctype_b_loc(void);
const int32_t **__ctype_tolower_loc(void);
const int32_t **__ctype_toupper_loc(void);
int isalnum(int);
int isalpha(int);
int iscntrl(int);
int isdigit(int);
int islower(int);
int isgraph(int);
int isprint(int);
int ispunct(int);
int isspace(int);
int isupper(int);
int isxdigit(int);
int tolower(int c);
[[sonde::example("toupper('a')", "65")]] int toupper(int c);
int isblank(int);
int isctype(int c, int mask);
int isascii(int c);
int toascii(int c);
int _toupper(int);
int _tolower(int);
int isalnum_l(int, locale_t);
int isalpha_l(int, locale_t);
int iscntrl_l(int, locale_t);
int isdigit_l(int, locale_t);
int islower_l(int, locale_t);
int isgraph_l(int, locale_t);
int isprint_l(int, locale_t);
int ispunct_l(int, locale_t);
int isspace_l(int, locale_t);
int isupper_l(int, locale_t);
int isxdigit_l(int, locale_t);
int isblank_l(int, locale_t);
int __tolower_l(int c, locale_t l);
int tolower_l(int c, locale_t l);
int __toupper_l(int c, locale_t l);
int toupper_l(int c, locale_t l);
typedef __mbstate_t mbstate_t;
struct tm;
wchar_t *wcscpy(wchar_t *restrict dest, const wchar_t *restrict src);
wchar_t *wcsncpy(wchar_t *restrict dest, const wchar_t *restrict src, size_t n);
wchar_t *wcscat(wchar_t *restrict dest, const wchar_t *restrict src);
wchar_t *wcsncat(wchar_t *restrict dest, const wchar_t *restrict src, size_t n);
int wcscmp(const wchar_t *s1, const wchar_t *s2);
int wcsncmp(const wchar_t *s1, const wchar_t *s2, size_t n);
int wcscasecmp(const wchar_t *s1, const wchar_t *s2);
int wcsncasecmp(const wchar_t *s1, const wchar_t *s2, size_t n);
int wcscasecmp_l(const wchar_t *s1, const wchar_t *s2, locale_t loc);
int wcsncasecmp_l(const wchar_t *s1, const wchar_t *s2, size_t n, locale_t loc);
int wcscoll(const wchar_t *s1, const wchar_t *s2);
size_t wcsxfrm(wchar_t *restrict s1, const wchar_t *restrict s2, size_t n);
int wcscoll_l(const wchar_t *s1, const wchar_t *s2, locale_t loc);
size_t wcsxfrm_l(wchar_t *s1, const wchar_t *s2, size_t n, locale_t loc);
wchar_t *wcsdup(const wchar_t *s);
wchar_t *wcschr(const wchar_t *wcs, wchar_t wc);
wchar_t *wcsrchr(const wchar_t *wcs, wchar_t wc);
wchar_t *wcschrnul(const wchar_t *s, wchar_t wc);
size_t wcscspn(const wchar_t *wcs, const wchar_t *reject);
size_t wcsspn(const wchar_t *wcs, const wchar_t *accept);
wchar_t *wcspbrk(const wchar_t *wcs, const wchar_t *accept);
wchar_t *wcsstr(const wchar_t *haystack, const wchar_t *needle);
wchar_t *wcstok(wchar_t *restrict s, const wchar_t *restrict delim, wchar_t **restrict ptr);
size_t wcslen(const wchar_t *s);
wchar_t *wcswcs(const wchar_t *haystack, const wchar_t *needle);
size_t wcsnlen(const wchar_t *s, size_t maxlen);
wchar_t *wmemchr(const wchar_t *s, wchar_t c, size_t n);
int wmemcmp(const wchar_t *s1, const wchar_t *s2, size_t n);
wchar_t *wmemcpy(wchar_t *restrict s1, const wchar_t *restrict s2, size_t n);
wchar_t *wmemmove(wchar_t *s1, const wchar_t *s2, size_t n);
wchar_t *wmemset(wchar_t *s, wchar_t c, size_t n);
wchar_t *wmempcpy(wchar_t *restrict s1, const wchar_t *restrict s2, size_t n);
wint_t btowc(int c);
int wctob(wint_t c);
int mbsinit(const mbstate_t *ps);
size_t mbrtowc(wchar_t *restrict pwc, const char *restrict s, size_t n, mbstate_t *restrict p);
size_t wcrtomb(char *restrict s, wchar_t wc, mbstate_t *restrict ps);
size_t __mbrlen(const char *restrict s, size_t n, mbstate_t *restrict ps);
size_t mbrlen(const char *restrict s, size_t n, mbstate_t *restrict ps);
size_t mbsrtowcs(wchar_t *restrict dst, const char **restrict src, size_t len,
    mbstate_t *restrict ps);
size_t wcsrtombs(char *restrict dst, const wchar_t **restrict src, size_t len,
    mbstate_t *restrict ps);
size_t mbsnrtowcs(wchar_t *restrict dst, const char **restrict src, size_t nmc, size_t len,
    mbstate_t *restrict ps);
size_t wcsnrtombs(char *restrict dst, const wchar_t **restrict src, size_t nwc, size_t len,
    mbstate_t *restrict ps);
int wcwidth(wchar_t c);
int wcswidth(const wchar_t *s, size_t n);
double wcstod(const wchar_t *restrict nptr, wchar_t **restrict endptr);
float wcstof(const wchar_t *restrict nptr, wchar_t **restrict endptr);
long double wcstold(const wchar_t *restrict nptr, wchar_t **restrict endptr);
_Float32 wcstof32(const wchar_t *restrict nptr, wchar_t **restrict endptr);
_Float64 wcstof64(const wchar_t *restrict nptr, wchar_t **restrict endptr);
_Float128 wcstof128(const wchar_t *restrict nptr, wchar_t **restrict endptr);
_Float32x wcstof32x(const wchar_t *restrict nptr, wchar_t **restrict endptr);
_Float64x wcstof64x(const wchar_t *restrict nptr, wchar_t **restrict endptr);
long wcstol(const wchar_t *restrict nptr, wchar_t **restrict endptr, int base);
unsigned long wcstoul(const wchar_t *restrict nptr, wchar_t **restrict endptr, int base);
long long wcstoll(const wchar_t *restrict nptr, wchar_t **restrict endptr, int base);
unsigned long long wcstoull(const wchar_t *restrict nptr, wchar_t **restrict endptr, int base);
long long wcstoq(const wchar_t *restrict nptr, wchar_t **restrict endptr, int base);
unsigned long long wcstouq(const wchar_t *restrict nptr, wchar_t **restrict endptr, int base);
long wcstol_l(const wchar_t *restrict nptr, wchar_t **restrict endptr, int base, locale_t loc);
unsigned long wcstoul_l(const wchar_t *restrict nptr, wchar_t **restrict endptr, int base,
    locale_t loc);
long long wcstoll_l(const wchar_t *restrict nptr, wchar_t **restrict endptr, int base,
    locale_t loc);
unsigned long long wcstoull_l(const wchar_t *restrict nptr, wchar_t **restrict endptr, int base,
    locale_t loc);
double wcstod_l(const wchar_t *restrict nptr, wchar_t **restrict endptr, locale_t loc);
float wcstof_l(const wchar_t *restrict nptr, wchar_t **restrict endptr, locale_t loc);
long double wcstold_l(const wchar_t *restrict nptr, wchar_t **restrict endptr, locale_t loc);
_Float32 wcstof32_l(const wchar_t *restrict nptr, wchar_t **restrict endptr, locale_t loc);
_Float64 wcstof64_l(const wchar_t *restrict nptr, wchar_t **restrict endptr, locale_t loc);
_Float128 wcstof128_l(const wchar_t *restrict nptr, wchar_t **restrict endptr, locale_t loc);
_Float32x wcstof32x_l(const wchar_t *restrict nptr, wchar_t **restrict endptr, locale_t loc);
_Float64x wcstof64x_l(const wchar_t *restrict nptr, wchar_t **restrict endptr, locale_t loc);
wchar_t *wcpcpy(wchar_t *restrict dest, const wchar_t *restrict src);
wchar_t *wcpncpy(wchar_t *restrict dest, const wchar_t *restrict src, size_t n);
__FILE *open_wmemstream(wchar_t **bufloc, size_t *sizeloc);
int fwide(__FILE *fp, int mode);
int fwprintf(__FILE *restrict stream, const wchar_t *restrict format, ...);
int wprintf(const wchar_t *restrict format, ...);
int swprintf(wchar_t *restrict s, size_t n, const wchar_t *restrict format, ...);
int vfwprintf(__FILE *restrict s, const wchar_t *restrict format, va_list arg);
int vwprintf(const wchar_t *restrict format, va_list arg);
int vswprintf(wchar_t *restrict s, size_t n, const wchar_t *restrict format, va_list arg);
int fwscanf(__FILE *restrict stream, const wchar_t *restrict format, ...);
int wscanf(const wchar_t *restrict format, ...);
int swscanf(const wchar_t *restrict s, const wchar_t *restrict format, ...);
int vfwscanf(__FILE *restrict s, const wchar_t *restrict format, va_list arg);
int vwscanf(const wchar_t *restrict format, va_list arg);
int vswscanf(const wchar_t *restrict s, const wchar_t *restrict format, va_list arg);
wint_t fgetwc(__FILE *stream);
wint_t getwc(__FILE *stream);
wint_t getwchar(void);
wint_t fputwc(wchar_t wc, __FILE *stream);
wint_t putwc(wchar_t wc, __FILE *stream);
wint_t putwchar(wchar_t wc);
wchar_t *fgetws(wchar_t *restrict ws, int n, __FILE *restrict stream);
int fputws(const wchar_t *restrict ws, __FILE *restrict stream);
wint_t ungetwc(wint_t wc, __FILE *stream);
wint_t getwc_unlocked(__FILE *stream);
wint_t getwchar_unlocked(void);
wint_t fgetwc_unlocked(__FILE *stream);
wint_t fputwc_unlocked(wchar_t wc, __FILE *stream);
wint_t putwc_unlocked(wchar_t wc, __FILE *stream);
wint_t putwchar_unlocked(wchar_t wc);
wchar_t *fgetws_unlocked(wchar_t *restrict ws, int n, __FILE *restrict stream);
int fputws_unlocked(const wchar_t *restrict ws, __FILE *restrict stream);
size_t wcsftime(wchar_t *restrict s, size_t maxsize, const wchar_t *restrict format,
    const struct tm *restrict tp);
size_t wcsftime_l(wchar_t *restrict s, size_t maxsize, const wchar_t *restrict format,
    const struct tm *restrict tp, locale_t loc);
enum {
  __ISwupper = 0,
  __ISwlower = 1,
  __ISwalpha = 2,
  __ISwdigit = 3,
  __ISwxdigit = 4,
  __ISwspace = 5,
  __ISwprint = 6,
  __ISwgraph = 7,
  __ISwblank = 8,
  __ISwcntrl = 9,
  __ISwpunct = 10,
  __ISwalnum = 11,
  _ISwupper = 16777216,
  _ISwlower = 33554432,
  _ISwalpha = 67108864,
  _ISwdigit = 134217728,
  _ISwxdigit = 268435456,
  _ISwspace = 536870912,
  _ISwprint = 1073741824,
  _ISwgraph = -2147483648,
  _ISwblank = 65536,
  _ISwcntrl = 131072,
  _ISwpunct = 262144,
  _ISwalnum = 524288,
};
int iswalnum(wint_t wc);
int iswalpha(wint_t wc);
int iswcntrl(wint_t wc);
int iswdigit(wint_t wc);
int iswgraph(wint_t wc);
int iswlower(wint_t wc);
int iswprint(wint_t wc);
int iswpunct(wint_t wc);
int iswspace(wint_t wc);
int iswupper(wint_t wc);
int iswxdigit(wint_t wc);
int iswblank(wint_t wc);
wctype_t wctype(const char *property);
int iswctype(wint_t wc, wctype_t desc);
wint_t towlower(wint_t wc);
wint_t towupper(wint_t wc);
typedef const int32_t *wctrans_t;
wctrans_t wctrans(const char *property);
wint_t towctrans(wint_t wc, wctrans_t desc);
int iswalnum_l(wint_t wc, locale_t locale);
int iswalpha_l(wint_t wc, locale_t locale);
int iswcntrl_l(wint_t wc, locale_t locale);
int iswdigit_l(wint_t wc, locale_t locale);
int iswgraph_l(wint_t wc, locale_t locale);
int iswlower_l(wint_t wc, locale_t locale);
int iswprint_l(wint_t wc, locale_t locale);
int iswpunct_l(wint_t wc, locale_t locale);
int iswspace_l(wint_t wc, locale_t locale);
int iswupper_l(wint_t wc, locale_t locale);
int iswxdigit_l(wint_t wc, locale_t locale);
int iswblank_l(wint_t wc, locale_t locale);
wctype_t wctype_l(const char *property, locale_t locale);
int iswctype_l(wint_t wc, wctype_t desc, locale_t locale);
wint_t towlower_l(wint_t wc, locale_t locale);
wint_t towupper_l(wint_t wc, locale_t locale);
wctrans_t wctrans_l(const char *property, locale_t locale);
wint_t towctrans_l(wint_t wc, wctrans_t desc, locale_t locale);
size_t mbrtoc8(char8_t *restrict pc8, const char *restrict s, size_t n, mbstate_t *restrict p);
size_t c8rtomb(char *restrict s, char8_t c8, mbstate_t *restrict ps);
size_t mbrtoc16(char16_t *restrict pc16, const char *restrict s, size_t n, mbstate_t *restrict p);
size_t c16rtomb(char *restrict s, char16_t c16, mbstate_t *restrict ps);
size_t mbrtoc32(char32_t *restrict pc32, const char *restrict s, size_t n, mbstate_t *restrict p);
size_t c32rtomb(char *restrict s, char32_t c32, mbstate_t *restrict ps);
struct timex {
  unsigned int modes;
  __syscall_slong_t offset;
  __syscall_slong_t freq;
  __syscall_slong_t maxerror;
  __syscall_slong_t esterror;
  int status;
  __syscall_slong_t constant;
  __syscall_slong_t precision;
  __syscall_slong_t tolerance;
  struct timeval time;
  __syscall_slong_t tick;
  __syscall_slong_t ppsfreq;
  __syscall_slong_t jitter;
  int shift;
  __syscall_slong_t stabil;
  __syscall_slong_t jitcnt;
  __syscall_slong_t calcnt;
  __syscall_slong_t errcnt;
  __syscall_slong_t stbcnt;
  int tai;
  int : 32;
  int : 32;
  int : 32;
  int : 32;
  int : 32;
  int : 32;
  int : 32;
  int : 32;
  int : 32;
  int : 32;
  int : 32;
};
int clock_adjtime(clockid_t clock_id, struct timex *utx);
struct tm {
  int tm_sec;
  int tm_min;
  int tm_hour;
  int tm_mday;
  int tm_mon;
  int tm_year;
  int tm_wday;
  int tm_yday;
  int tm_isdst;
  long tm_gmtoff;
  const char *tm_zone;
};
struct itimerspec {
  struct timespec it_interval;
  struct timespec it_value;
};
struct sigevent;
clock_t clock(void);
time_t time([[sonde::out, sonde::nullable]] time_t *timer);
double difftime(time_t time1, time_t time0);
time_t mktime([[sonde::inout]] struct tm *tp);
[[sonde::success("result > 0")]]
size_t strftime([[sonde::out, sonde::bytes("maxsize"), sonde::string]] char *restrict s,
    size_t maxsize, [[sonde::string]] const char *restrict format,
    [[sonde::in]] const struct tm *restrict tp);
char *strptime(const char *restrict s, const char *restrict fmt, struct tm *tp);
size_t strftime_l(char *restrict s, size_t maxsize, const char *restrict format,
    const struct tm *restrict tp, locale_t loc);
char *strptime_l(const char *restrict s, const char *restrict fmt, struct tm *tp, locale_t loc);
[[sonde::borrowed, sonde::nullable]] struct tm *gmtime([[sonde::in]] const time_t *timer);
[[sonde::borrowed, sonde::nullable]] struct tm *localtime([[sonde::in]] const time_t *timer);
[[sonde::success("result != 0")]]
struct tm *gmtime_r([[sonde::in]] const time_t *restrict timer,
    [[sonde::out]] struct tm *restrict tp);
[[sonde::success("result != 0")]]
struct tm *localtime_r([[sonde::in]] const time_t *restrict timer,
    [[sonde::out]] struct tm *restrict tp);
[[sonde::borrowed, sonde::string]] char *asctime([[sonde::in]] const struct tm *tp);
[[sonde::borrowed, sonde::string]] char *ctime([[sonde::in]] const time_t *timer);
char *asctime_r(const struct tm *restrict tp, char *restrict buf);
char *ctime_r(const time_t *restrict timer, char *restrict buf);
extern char *__tzname[2];
extern int __daylight;
extern long __timezone;
extern char *tzname[2];
void tzset(void);
extern int daylight;
extern long timezone;
time_t timegm(struct tm *tp);
time_t timelocal(struct tm *tp);
int dysize(int year);
[[sonde::success("result == 0"), sonde::blocking]]
int nanosleep([[sonde::in]] const struct timespec *requested_time,
    [[sonde::out, sonde::nullable]] struct timespec *remaining);
int clock_getres(clockid_t clock_id, struct timespec *res);
[[sonde::success("result == 0"), sonde::error("strerror(errno)")]]
int clock_gettime(clockid_t clock_id, [[sonde::out]] struct timespec *tp);
int clock_settime(clockid_t clock_id, const struct timespec *tp);
int clock_nanosleep(clockid_t clock_id, int flags, const struct timespec *req,
    struct timespec *rem);
int clock_getcpuclockid(pid_t pid, clockid_t *clock_id);
int timer_create(clockid_t clock_id, struct sigevent *restrict evp, timer_t *restrict timerid);
int timer_delete(timer_t timerid);
int timer_settime(timer_t timerid, int flags, const struct itimerspec *restrict value,
    struct itimerspec *restrict ovalue);
int timer_gettime(timer_t timerid, struct itimerspec *value);
int timer_getoverrun(timer_t timerid);
int timespec_get(struct timespec *ts, int base);
int timespec_getres(struct timespec *ts, int base);
extern int getdate_err;
struct tm *getdate(const char *string);
int getdate_r(const char *restrict string, struct tm *restrict resbufp);
struct timezone {
  int tz_minuteswest;
  int tz_dsttime;
};
[[sonde::success("result == 0"), sonde::error("strerror(errno)")]]
int gettimeofday([[sonde::out]] struct timeval *restrict tv,
    [[sonde::out, sonde::nullable]] void *restrict tz);
int settimeofday(const struct timeval *tv, const struct timezone *tz);
int adjtime(const struct timeval *delta, struct timeval *olddelta);
enum __itimer_which {
  ITIMER_REAL = 0,
  ITIMER_VIRTUAL = 1,
  ITIMER_PROF = 2,
};
struct itimerval {
  struct timeval it_interval;
  struct timeval it_value;
};
typedef enum __itimer_which __itimer_which_t;
int getitimer(__itimer_which_t which, struct itimerval *value);
int setitimer(__itimer_which_t which, const struct itimerval *restrict new_,
    struct itimerval *restrict old);
int utimes(const char *file, const struct timeval tvp[2]);
int lutimes(const char *file, const struct timeval tvp[2]);
int futimes(int fd, const struct timeval tvp[2]);
int futimesat(int fd, const char *file, const struct timeval tvp[2]);
int *__errno_location(void);
extern char *program_invocation_name;
extern char *program_invocation_short_name;
struct iovec {
  void *iov_base;
  size_t iov_len;
};
enum __pid_type {
  F_OWNER_TID = 0,
  F_OWNER_PID = 1,
  F_OWNER_PGRP = 2,
  F_OWNER_GID = 2,
};
struct file_handle {
  unsigned int handle_bytes;
  int handle_type;
  unsigned char f_handle[0];
};
ssize_t readahead(int fd, off64_t offset, size_t count);
int sync_file_range(int fd, off64_t offset, off64_t count, unsigned int flags);
ssize_t vmsplice(int fdout, const struct iovec *iov, size_t count, unsigned int flags);
ssize_t splice(int fdin, off64_t *offin, int fdout, off64_t *offout, size_t len,
    unsigned int flags);
ssize_t tee(int fdin, int fdout, size_t len, unsigned int flags);
int fallocate(int fd, int mode, off_t offset, off_t len);
int fallocate64(int fd, int mode, off64_t offset, off64_t len);
int name_to_handle_at(int dfd, const char *name, struct file_handle *handle, int *mnt_id,
    int flags);
int open_by_handle_at(int mountdirfd, struct file_handle *handle, int flags);
struct stat {
  dev_t st_dev;
  ino_t st_ino;
  nlink_t st_nlink;
  mode_t st_mode;
  uid_t st_uid;
  gid_t st_gid;
  int __pad0;
  dev_t st_rdev;
  off_t st_size;
  blksize_t st_blksize;
  blkcnt_t st_blocks;
  struct timespec st_atim;
  struct timespec st_mtim;
  struct timespec st_ctim;
  __syscall_slong_t __glibc_reserved[3];
};
struct stat64 {
  dev_t st_dev;
  ino64_t st_ino;
  nlink_t st_nlink;
  mode_t st_mode;
  uid_t st_uid;
  gid_t st_gid;
  int __pad0;
  dev_t st_rdev;
  off_t st_size;
  blksize_t st_blksize;
  blkcnt64_t st_blocks;
  struct timespec st_atim;
  struct timespec st_mtim;
  struct timespec st_ctim;
  __syscall_slong_t __glibc_reserved[3];
};
int fcntl(int fd, int cmd, ...);
int fcntl64(int fd, int cmd, ...);
[[sonde::success("result >= 0"), sonde::error("strerror(errno)"), sonde::blocking]]
int open([[sonde::string]] const char *file, int oflag, ...);
int open64(const char *file, int oflag, ...);
int openat(int fd, const char *file, int oflag, ...);
int openat64(int fd, const char *file, int oflag, ...);
int creat(const char *file, mode_t mode);
int creat64(const char *file, mode_t mode);
int lockf(int fd, int cmd, off_t len);
int lockf64(int fd, int cmd, off64_t len);
int posix_fadvise(int fd, off_t offset, off_t len, int advise);
int posix_fadvise64(int fd, off64_t offset, off64_t len, int advise);
int posix_fallocate(int fd, off_t offset, off_t len);
int posix_fallocate64(int fd, off64_t offset, off64_t len);
int access(const char *name, int type);
int euidaccess(const char *name, int type);
int eaccess(const char *name, int type);
int execveat(int fd, const char *path, char *const argv[], char *const envp[], int flags);
int faccessat(int fd, const char *file, int type, int flag);
off_t lseek(int fd, off_t offset, int whence);
off64_t lseek64(int fd, off64_t offset, int whence);
[[sonde::success("result == 0"), sonde::error("strerror(errno)")]] int close(int fd);
void closefrom(int lowfd);
[[sonde::success("result >= 0"), sonde::error("strerror(errno)"), sonde::blocking]]
ssize_t read(int fd, [[sonde::out, sonde::bytes("nbytes")]] void *buf, size_t nbytes);
[[sonde::success("result >= 0"), sonde::error("strerror(errno)"), sonde::blocking]]
ssize_t write(int fd, [[sonde::in, sonde::bytes("n")]] const void *buf, size_t n);
ssize_t pread(int fd, void *buf, size_t nbytes, off_t offset);
ssize_t pwrite(int fd, const void *buf, size_t n, off_t offset);
ssize_t pread64(int fd, void *buf, size_t nbytes, off64_t offset);
ssize_t pwrite64(int fd, const void *buf, size_t n, off64_t offset);
[[sonde::success("result == 0"), sonde::error("strerror(errno)")]]
int pipe([[sonde::out]] int pipedes[2]);
int pipe2(int pipedes[2], int flags);
unsigned int alarm(unsigned int seconds);
[[sonde::blocking]] unsigned int sleep(unsigned int seconds);
useconds_t ualarm(useconds_t value, useconds_t interval);
[[sonde::blocking]] int usleep(useconds_t useconds);
[[sonde::blocking]] int pause(void);
int chown(const char *file, uid_t owner, gid_t group);
int fchown(int fd, uid_t owner, gid_t group);
int lchown(const char *file, uid_t owner, gid_t group);
int fchownat(int fd, const char *file, uid_t owner, gid_t group, int flag);
int chdir(const char *path);
int fchdir(int fd);
[[sonde::success("result != 0"), sonde::error("strerror(errno)")]]
char *getcwd([[sonde::out, sonde::nullable, sonde::bytes("size"), sonde::string]] char *buf,
    size_t size);
char *get_current_dir_name(void);
char *getwd(char *buf);
int dup(int fd);
int dup2(int fd, int fd2);
int dup3(int fd, int fd2, int flags);
extern char **__environ;
extern char **environ;
int execve(const char *path, char *const argv[], char *const envp[]);
int fexecve(int fd, char *const argv[], char *const envp[]);
int execv(const char *path, char *const argv[]);
int execle(const char *path, const char *arg, ...);
int execl(const char *path, const char *arg, ...);
int execvp(const char *file, char *const argv[]);
int execlp(const char *file, const char *arg, ...);
int execvpe(const char *file, char *const argv[], char *const envp[]);
int nice(int inc);
_Noreturn void _exit(int status);
enum {
  _PC_LINK_MAX = 0,
  _PC_MAX_CANON = 1,
  _PC_MAX_INPUT = 2,
  _PC_NAME_MAX = 3,
  _PC_PATH_MAX = 4,
  _PC_PIPE_BUF = 5,
  _PC_CHOWN_RESTRICTED = 6,
  _PC_NO_TRUNC = 7,
  _PC_VDISABLE = 8,
  _PC_SYNC_IO = 9,
  _PC_ASYNC_IO = 10,
  _PC_PRIO_IO = 11,
  _PC_SOCK_MAXBUF = 12,
  _PC_FILESIZEBITS = 13,
  _PC_REC_INCR_XFER_SIZE = 14,
  _PC_REC_MAX_XFER_SIZE = 15,
  _PC_REC_MIN_XFER_SIZE = 16,
  _PC_REC_XFER_ALIGN = 17,
  _PC_ALLOC_SIZE_MIN = 18,
  _PC_SYMLINK_MAX = 19,
  _PC_2_SYMLINKS = 20,
};
enum {
  _SC_ARG_MAX = 0,
  _SC_CHILD_MAX = 1,
  _SC_CLK_TCK = 2,
  _SC_NGROUPS_MAX = 3,
  _SC_OPEN_MAX = 4,
  _SC_STREAM_MAX = 5,
  _SC_TZNAME_MAX = 6,
  _SC_JOB_CONTROL = 7,
  _SC_SAVED_IDS = 8,
  _SC_REALTIME_SIGNALS = 9,
  _SC_PRIORITY_SCHEDULING = 10,
  _SC_TIMERS = 11,
  _SC_ASYNCHRONOUS_IO = 12,
  _SC_PRIORITIZED_IO = 13,
  _SC_SYNCHRONIZED_IO = 14,
  _SC_FSYNC = 15,
  _SC_MAPPED_FILES = 16,
  _SC_MEMLOCK = 17,
  _SC_MEMLOCK_RANGE = 18,
  _SC_MEMORY_PROTECTION = 19,
  _SC_MESSAGE_PASSING = 20,
  _SC_SEMAPHORES = 21,
  _SC_SHARED_MEMORY_OBJECTS = 22,
  _SC_AIO_LISTIO_MAX = 23,
  _SC_AIO_MAX = 24,
  _SC_AIO_PRIO_DELTA_MAX = 25,
  _SC_DELAYTIMER_MAX = 26,
  _SC_MQ_OPEN_MAX = 27,
  _SC_MQ_PRIO_MAX = 28,
  _SC_VERSION = 29,
  _SC_PAGESIZE = 30,
  _SC_RTSIG_MAX = 31,
  _SC_SEM_NSEMS_MAX = 32,
  _SC_SEM_VALUE_MAX = 33,
  _SC_SIGQUEUE_MAX = 34,
  _SC_TIMER_MAX = 35,
  _SC_BC_BASE_MAX = 36,
  _SC_BC_DIM_MAX = 37,
  _SC_BC_SCALE_MAX = 38,
  _SC_BC_STRING_MAX = 39,
  _SC_COLL_WEIGHTS_MAX = 40,
  _SC_EQUIV_CLASS_MAX = 41,
  _SC_EXPR_NEST_MAX = 42,
  _SC_LINE_MAX = 43,
  _SC_RE_DUP_MAX = 44,
  _SC_CHARCLASS_NAME_MAX = 45,
  _SC_2_VERSION = 46,
  _SC_2_C_BIND = 47,
  _SC_2_C_DEV = 48,
  _SC_2_FORT_DEV = 49,
  _SC_2_FORT_RUN = 50,
  _SC_2_SW_DEV = 51,
  _SC_2_LOCALEDEF = 52,
  _SC_PII = 53,
  _SC_PII_XTI = 54,
  _SC_PII_SOCKET = 55,
  _SC_PII_INTERNET = 56,
  _SC_PII_OSI = 57,
  _SC_POLL = 58,
  _SC_SELECT = 59,
  _SC_UIO_MAXIOV = 60,
  _SC_IOV_MAX = 60,
  _SC_PII_INTERNET_STREAM = 61,
  _SC_PII_INTERNET_DGRAM = 62,
  _SC_PII_OSI_COTS = 63,
  _SC_PII_OSI_CLTS = 64,
  _SC_PII_OSI_M = 65,
  _SC_T_IOV_MAX = 66,
  _SC_THREADS = 67,
  _SC_THREAD_SAFE_FUNCTIONS = 68,
  _SC_GETGR_R_SIZE_MAX = 69,
  _SC_GETPW_R_SIZE_MAX = 70,
  _SC_LOGIN_NAME_MAX = 71,
  _SC_TTY_NAME_MAX = 72,
  _SC_THREAD_DESTRUCTOR_ITERATIONS = 73,
  _SC_THREAD_KEYS_MAX = 74,
  _SC_THREAD_STACK_MIN = 75,
  _SC_THREAD_THREADS_MAX = 76,
  _SC_THREAD_ATTR_STACKADDR = 77,
  _SC_THREAD_ATTR_STACKSIZE = 78,
  _SC_THREAD_PRIORITY_SCHEDULING = 79,
  _SC_THREAD_PRIO_INHERIT = 80,
  _SC_THREAD_PRIO_PROTECT = 81,
  _SC_THREAD_PROCESS_SHARED = 82,
  _SC_NPROCESSORS_CONF = 83,
  _SC_NPROCESSORS_ONLN = 84,
  _SC_PHYS_PAGES = 85,
  _SC_AVPHYS_PAGES = 86,
  _SC_ATEXIT_MAX = 87,
  _SC_PASS_MAX = 88,
  _SC_XOPEN_VERSION = 89,
  _SC_XOPEN_XCU_VERSION = 90,
  _SC_XOPEN_UNIX = 91,
  _SC_XOPEN_CRYPT = 92,
  _SC_XOPEN_ENH_I18N = 93,
  _SC_XOPEN_SHM = 94,
  _SC_2_CHAR_TERM = 95,
  _SC_2_C_VERSION = 96,
  _SC_2_UPE = 97,
  _SC_XOPEN_XPG2 = 98,
  _SC_XOPEN_XPG3 = 99,
  _SC_XOPEN_XPG4 = 100,
  _SC_CHAR_BIT = 101,
  _SC_CHAR_MAX = 102,
  _SC_CHAR_MIN = 103,
  _SC_INT_MAX = 104,
  _SC_INT_MIN = 105,
  _SC_LONG_BIT = 106,
  _SC_WORD_BIT = 107,
  _SC_MB_LEN_MAX = 108,
  _SC_NZERO = 109,
  _SC_SSIZE_MAX = 110,
  _SC_SCHAR_MAX = 111,
  _SC_SCHAR_MIN = 112,
  _SC_SHRT_MAX = 113,
  _SC_SHRT_MIN = 114,
  _SC_UCHAR_MAX = 115,
  _SC_UINT_MAX = 116,
  _SC_ULONG_MAX = 117,
  _SC_USHRT_MAX = 118,
  _SC_NL_ARGMAX = 119,
  _SC_NL_LANGMAX = 120,
  _SC_NL_MSGMAX = 121,
  _SC_NL_NMAX = 122,
  _SC_NL_SETMAX = 123,
  _SC_NL_TEXTMAX = 124,
  _SC_XBS5_ILP32_OFF32 = 125,
  _SC_XBS5_ILP32_OFFBIG = 126,
  _SC_XBS5_LP64_OFF64 = 127,
  _SC_XBS5_LPBIG_OFFBIG = 128,
  _SC_XOPEN_LEGACY = 129,
  _SC_XOPEN_REALTIME = 130,
  _SC_XOPEN_REALTIME_THREADS = 131,
  _SC_ADVISORY_INFO = 132,
  _SC_BARRIERS = 133,
  _SC_BASE = 134,
  _SC_C_LANG_SUPPORT = 135,
  _SC_C_LANG_SUPPORT_R = 136,
  _SC_CLOCK_SELECTION = 137,
  _SC_CPUTIME = 138,
  _SC_THREAD_CPUTIME = 139,
  _SC_DEVICE_IO = 140,
  _SC_DEVICE_SPECIFIC = 141,
  _SC_DEVICE_SPECIFIC_R = 142,
  _SC_FD_MGMT = 143,
  _SC_FIFO = 144,
  _SC_PIPE = 145,
  _SC_FILE_ATTRIBUTES = 146,
  _SC_FILE_LOCKING = 147,
  _SC_FILE_SYSTEM = 148,
  _SC_MONOTONIC_CLOCK = 149,
  _SC_MULTI_PROCESS = 150,
  _SC_SINGLE_PROCESS = 151,
  _SC_NETWORKING = 152,
  _SC_READER_WRITER_LOCKS = 153,
  _SC_SPIN_LOCKS = 154,
  _SC_REGEXP = 155,
  _SC_REGEX_VERSION = 156,
  _SC_SHELL = 157,
  _SC_SIGNALS = 158,
  _SC_SPAWN = 159,
  _SC_SPORADIC_SERVER = 160,
  _SC_THREAD_SPORADIC_SERVER = 161,
  _SC_SYSTEM_DATABASE = 162,
  _SC_SYSTEM_DATABASE_R = 163,
  _SC_TIMEOUTS = 164,
  _SC_TYPED_MEMORY_OBJECTS = 165,
  _SC_USER_GROUPS = 166,
  _SC_USER_GROUPS_R = 167,
  _SC_2_PBS = 168,
  _SC_2_PBS_ACCOUNTING = 169,
  _SC_2_PBS_LOCATE = 170,
  _SC_2_PBS_MESSAGE = 171,
  _SC_2_PBS_TRACK = 172,
  _SC_SYMLOOP_MAX = 173,
  _SC_STREAMS = 174,
  _SC_2_PBS_CHECKPOINT = 175,
  _SC_V6_ILP32_OFF32 = 176,
  _SC_V6_ILP32_OFFBIG = 177,
  _SC_V6_LP64_OFF64 = 178,
  _SC_V6_LPBIG_OFFBIG = 179,
  _SC_HOST_NAME_MAX = 180,
  _SC_TRACE = 181,
  _SC_TRACE_EVENT_FILTER = 182,
  _SC_TRACE_INHERIT = 183,
  _SC_TRACE_LOG = 184,
  _SC_LEVEL1_ICACHE_SIZE = 185,
  _SC_LEVEL1_ICACHE_ASSOC = 186,
  _SC_LEVEL1_ICACHE_LINESIZE = 187,
  _SC_LEVEL1_DCACHE_SIZE = 188,
  _SC_LEVEL1_DCACHE_ASSOC = 189,
  _SC_LEVEL1_DCACHE_LINESIZE = 190,
  _SC_LEVEL2_CACHE_SIZE = 191,
  _SC_LEVEL2_CACHE_ASSOC = 192,
  _SC_LEVEL2_CACHE_LINESIZE = 193,
  _SC_LEVEL3_CACHE_SIZE = 194,
  _SC_LEVEL3_CACHE_ASSOC = 195,
  _SC_LEVEL3_CACHE_LINESIZE = 196,
  _SC_LEVEL4_CACHE_SIZE = 197,
  _SC_LEVEL4_CACHE_ASSOC = 198,
  _SC_LEVEL4_CACHE_LINESIZE = 199,
  _SC_IPV6 = 235,
  _SC_RAW_SOCKETS = 236,
  _SC_V7_ILP32_OFF32 = 237,
  _SC_V7_ILP32_OFFBIG = 238,
  _SC_V7_LP64_OFF64 = 239,
  _SC_V7_LPBIG_OFFBIG = 240,
  _SC_SS_REPL_MAX = 241,
  _SC_TRACE_EVENT_NAME_MAX = 242,
  _SC_TRACE_NAME_MAX = 243,
  _SC_TRACE_SYS_MAX = 244,
  _SC_TRACE_USER_EVENT_MAX = 245,
  _SC_XOPEN_STREAMS = 246,
  _SC_THREAD_ROBUST_PRIO_INHERIT = 247,
  _SC_THREAD_ROBUST_PRIO_PROTECT = 248,
  _SC_MINSIGSTKSZ = 249,
  _SC_SIGSTKSZ = 250,
};
enum {
  _CS_PATH = 0,
  _CS_V6_WIDTH_RESTRICTED_ENVS = 1,
  _CS_GNU_LIBC_VERSION = 2,
  _CS_GNU_LIBPTHREAD_VERSION = 3,
  _CS_V5_WIDTH_RESTRICTED_ENVS = 4,
  _CS_V7_WIDTH_RESTRICTED_ENVS = 5,
  _CS_LFS_CFLAGS = 1000,
  _CS_LFS_LDFLAGS = 1001,
  _CS_LFS_LIBS = 1002,
  _CS_LFS_LINTFLAGS = 1003,
  _CS_LFS64_CFLAGS = 1004,
  _CS_LFS64_LDFLAGS = 1005,
  _CS_LFS64_LIBS = 1006,
  _CS_LFS64_LINTFLAGS = 1007,
  _CS_XBS5_ILP32_OFF32_CFLAGS = 1100,
  _CS_XBS5_ILP32_OFF32_LDFLAGS = 1101,
  _CS_XBS5_ILP32_OFF32_LIBS = 1102,
  _CS_XBS5_ILP32_OFF32_LINTFLAGS = 1103,
  _CS_XBS5_ILP32_OFFBIG_CFLAGS = 1104,
  _CS_XBS5_ILP32_OFFBIG_LDFLAGS = 1105,
  _CS_XBS5_ILP32_OFFBIG_LIBS = 1106,
  _CS_XBS5_ILP32_OFFBIG_LINTFLAGS = 1107,
  _CS_XBS5_LP64_OFF64_CFLAGS = 1108,
  _CS_XBS5_LP64_OFF64_LDFLAGS = 1109,
  _CS_XBS5_LP64_OFF64_LIBS = 1110,
  _CS_XBS5_LP64_OFF64_LINTFLAGS = 1111,
  _CS_XBS5_LPBIG_OFFBIG_CFLAGS = 1112,
  _CS_XBS5_LPBIG_OFFBIG_LDFLAGS = 1113,
  _CS_XBS5_LPBIG_OFFBIG_LIBS = 1114,
  _CS_XBS5_LPBIG_OFFBIG_LINTFLAGS = 1115,
  _CS_POSIX_V6_ILP32_OFF32_CFLAGS = 1116,
  _CS_POSIX_V6_ILP32_OFF32_LDFLAGS = 1117,
  _CS_POSIX_V6_ILP32_OFF32_LIBS = 1118,
  _CS_POSIX_V6_ILP32_OFF32_LINTFLAGS = 1119,
  _CS_POSIX_V6_ILP32_OFFBIG_CFLAGS = 1120,
  _CS_POSIX_V6_ILP32_OFFBIG_LDFLAGS = 1121,
  _CS_POSIX_V6_ILP32_OFFBIG_LIBS = 1122,
  _CS_POSIX_V6_ILP32_OFFBIG_LINTFLAGS = 1123,
  _CS_POSIX_V6_LP64_OFF64_CFLAGS = 1124,
  _CS_POSIX_V6_LP64_OFF64_LDFLAGS = 1125,
  _CS_POSIX_V6_LP64_OFF64_LIBS = 1126,
  _CS_POSIX_V6_LP64_OFF64_LINTFLAGS = 1127,
  _CS_POSIX_V6_LPBIG_OFFBIG_CFLAGS = 1128,
  _CS_POSIX_V6_LPBIG_OFFBIG_LDFLAGS = 1129,
  _CS_POSIX_V6_LPBIG_OFFBIG_LIBS = 1130,
  _CS_POSIX_V6_LPBIG_OFFBIG_LINTFLAGS = 1131,
  _CS_POSIX_V7_ILP32_OFF32_CFLAGS = 1132,
  _CS_POSIX_V7_ILP32_OFF32_LDFLAGS = 1133,
  _CS_POSIX_V7_ILP32_OFF32_LIBS = 1134,
  _CS_POSIX_V7_ILP32_OFF32_LINTFLAGS = 1135,
  _CS_POSIX_V7_ILP32_OFFBIG_CFLAGS = 1136,
  _CS_POSIX_V7_ILP32_OFFBIG_LDFLAGS = 1137,
  _CS_POSIX_V7_ILP32_OFFBIG_LIBS = 1138,
  _CS_POSIX_V7_ILP32_OFFBIG_LINTFLAGS = 1139,
  _CS_POSIX_V7_LP64_OFF64_CFLAGS = 1140,
  _CS_POSIX_V7_LP64_OFF64_LDFLAGS = 1141,
  _CS_POSIX_V7_LP64_OFF64_LIBS = 1142,
  _CS_POSIX_V7_LP64_OFF64_LINTFLAGS = 1143,
  _CS_POSIX_V7_LPBIG_OFFBIG_CFLAGS = 1144,
  _CS_POSIX_V7_LPBIG_OFFBIG_LDFLAGS = 1145,
  _CS_POSIX_V7_LPBIG_OFFBIG_LIBS = 1146,
  _CS_POSIX_V7_LPBIG_OFFBIG_LINTFLAGS = 1147,
  _CS_V6_ENV = 1148,
  _CS_V7_ENV = 1149,
};
long pathconf(const char *path, int name);
long fpathconf(int fd, int name);
long sysconf(int name);
size_t confstr(int name, char *buf, size_t len);
pid_t getpid(void);
pid_t getppid(void);
pid_t getpgrp(void);
pid_t __getpgid(pid_t pid);
pid_t getpgid(pid_t pid);
int setpgid(pid_t pid, pid_t pgid);
int setpgrp(void);
pid_t setsid(void);
pid_t getsid(pid_t pid);
uid_t getuid(void);
uid_t geteuid(void);
gid_t getgid(void);
gid_t getegid(void);
int getgroups(int size, gid_t list[]);
int group_member(gid_t gid);
int setuid(uid_t uid);
int setreuid(uid_t ruid, uid_t euid);
int seteuid(uid_t uid);
int setgid(gid_t gid);
int setregid(gid_t rgid, gid_t egid);
int setegid(gid_t gid);
int getresuid(uid_t *ruid, uid_t *euid, uid_t *suid);
int getresgid(gid_t *rgid, gid_t *egid, gid_t *sgid);
int setresuid(uid_t ruid, uid_t euid, uid_t suid);
int setresgid(gid_t rgid, gid_t egid, gid_t sgid);
pid_t fork(void);
pid_t vfork(void);
pid_t _Fork(void);
char *ttyname(int fd);
int ttyname_r(int fd, char *buf, size_t buflen);
int isatty(int fd);
int ttyslot(void);
int link(const char *from, const char *to);
int linkat(int fromfd, const char *from, int tofd, const char *to, int flags);
int symlink(const char *from, const char *to);
[[sonde::success("result >= 0"), sonde::error("strerror(errno)")]]
ssize_t readlink([[sonde::string]] const char *restrict path,
    [[sonde::out, sonde::bytes("len")]] char *restrict buf, size_t len);
int symlinkat(const char *from, int tofd, const char *to);
ssize_t readlinkat(int fd, const char *restrict path, char *restrict buf, size_t len);
int unlink(const char *name);
int unlinkat(int fd, const char *name, int flag);
int rmdir(const char *path);
pid_t tcgetpgrp(int fd);
int tcsetpgrp(int fd, pid_t pgrp_id);
char *getlogin(void);
int getlogin_r(char *name, size_t name_len);
int setlogin(const char *name);
extern char *optarg;
extern int optind;
extern int opterr;
extern int optopt;
int getopt(int argc, char *const *argv, const char *shortopts);
[[sonde::success("result == 0"), sonde::error("strerror(errno)")]]
int gethostname([[sonde::out, sonde::bytes("len"), sonde::string]] char *name, size_t len);
int sethostname(const char *name, size_t len);
int sethostid(long id);
int getdomainname(char *name, size_t len);
int setdomainname(const char *name, size_t len);
int vhangup(void);
int revoke(const char *file);
int profil(unsigned short *sample_buffer, size_t size, size_t offset, unsigned int scale);
int acct(const char *name);
char *getusershell(void);
void endusershell(void);
void setusershell(void);
int daemon(int nochdir, int noclose);
int chroot(const char *path);
char *getpass(const char *prompt);
int fsync(int fd);
int syncfs(int fd);
long gethostid(void);
void sync(void);
int getpagesize(void);
int getdtablesize(void);
int truncate(const char *file, off_t length);
int truncate64(const char *file, off64_t length);
int ftruncate(int fd, off_t length);
int ftruncate64(int fd, off64_t length);
int brk(void *addr);
void *sbrk(intptr_t delta);
long syscall(long sysno, ...);
ssize_t copy_file_range(int infd, off64_t *pinoff, int outfd, off64_t *poutoff, size_t length,
    unsigned int flags);
int fdatasync(int fildes);
void swab(const void *restrict from, void *restrict to, ssize_t n);
int getentropy(void *buffer, size_t length);
int close_range(unsigned int fd, unsigned int max_fd, int flags);
pid_t gettid(void);
[[sonde::success("result == 0"), sonde::error("strerror(errno)")]]
int stat([[sonde::string]] const char *restrict file, [[sonde::out]] struct stat *restrict buf);
[[sonde::success("result == 0"), sonde::error("strerror(errno)")]]
int fstat(int fd, [[sonde::out]] struct stat *buf);
int stat64(const char *restrict file, struct stat64 *restrict buf);
int fstat64(int fd, struct stat64 *buf);
int fstatat(int fd, const char *restrict file, struct stat *restrict buf, int flag);
int fstatat64(int fd, const char *restrict file, struct stat64 *restrict buf, int flag);
[[sonde::success("result == 0"), sonde::error("strerror(errno)")]]
int lstat([[sonde::string]] const char *restrict file, [[sonde::out]] struct stat *restrict buf);
int lstat64(const char *restrict file, struct stat64 *restrict buf);
int chmod(const char *file, mode_t mode);
int lchmod(const char *file, mode_t mode);
int fchmod(int fd, mode_t mode);
int fchmodat(int fd, const char *file, mode_t mode, int flag);
mode_t umask(mode_t mask);
int mkdir(const char *path, mode_t mode);
int mkdirat(int fd, const char *path, mode_t mode);
int mknod(const char *path, mode_t mode, dev_t dev);
int mknodat(int fd, const char *path, mode_t mode, dev_t dev);
int mkfifo(const char *path, mode_t mode);
int mkfifoat(int fd, const char *path, mode_t mode);
int utimensat(int fd, const char *path, const struct timespec times[2], int flags);
int futimens(int fd, const struct timespec times[2]);
struct statx_timestamp {
  __s64 tv_sec;
  __u32 tv_nsec;
  __s32 __reserved;
};
struct statx {
  __u32 stx_mask;
  __u32 stx_blksize;
  __u64 stx_attributes;
  __u32 stx_nlink;
  __u32 stx_uid;
  __u32 stx_gid;
  __u16 stx_mode;
  __u16 __spare0[1];
  __u64 stx_ino;
  __u64 stx_size;
  __u64 stx_blocks;
  __u64 stx_attributes_mask;
  struct statx_timestamp stx_atime;
  struct statx_timestamp stx_btime;
  struct statx_timestamp stx_ctime;
  struct statx_timestamp stx_mtime;
  __u32 stx_rdev_major;
  __u32 stx_rdev_minor;
  __u32 stx_dev_major;
  __u32 stx_dev_minor;
  __u64 stx_mnt_id;
  __u32 stx_dio_mem_align;
  __u32 stx_dio_offset_align;
  __u64 __spare3[12];
};
int statx(int dirfd, const char *restrict path, int flags, unsigned int mask,
    struct statx *restrict buf);
struct statfs {
  __fsword_t f_type;
  __fsword_t f_bsize;
  fsblkcnt_t f_blocks;
  fsblkcnt_t f_bfree;
  fsblkcnt_t f_bavail;
  fsfilcnt_t f_files;
  fsfilcnt_t f_ffree;
  __fsid_t f_fsid;
  __fsword_t f_namelen;
  __fsword_t f_frsize;
  __fsword_t f_flags;
  __fsword_t f_spare[4];
};
struct statfs64 {
  __fsword_t f_type;
  __fsword_t f_bsize;
  fsblkcnt64_t f_blocks;
  fsblkcnt64_t f_bfree;
  fsblkcnt64_t f_bavail;
  fsfilcnt64_t f_files;
  fsfilcnt64_t f_ffree;
  __fsid_t f_fsid;
  __fsword_t f_namelen;
  __fsword_t f_frsize;
  __fsword_t f_flags;
  __fsword_t f_spare[4];
};
int statfs(const char *file, struct statfs *buf);
int statfs64(const char *file, struct statfs64 *buf);
int fstatfs(int fildes, struct statfs *buf);
int fstatfs64(int fildes, struct statfs64 *buf);
struct statvfs {
  unsigned long f_bsize;
  unsigned long f_frsize;
  fsblkcnt_t f_blocks;
  fsblkcnt_t f_bfree;
  fsblkcnt_t f_bavail;
  fsfilcnt_t f_files;
  fsfilcnt_t f_ffree;
  fsfilcnt_t f_favail;
  unsigned long f_fsid;
  unsigned long f_flag;
  unsigned long f_namemax;
  int __f_spare[6];
};
struct statvfs64 {
  unsigned long f_bsize;
  unsigned long f_frsize;
  fsblkcnt64_t f_blocks;
  fsblkcnt64_t f_bfree;
  fsblkcnt64_t f_bavail;
  fsfilcnt64_t f_files;
  fsfilcnt64_t f_ffree;
  fsfilcnt64_t f_favail;
  unsigned long f_fsid;
  unsigned long f_flag;
  unsigned long f_namemax;
  int __f_spare[6];
};
enum {
  ST_RDONLY = 1,
  ST_NOSUID = 2,
  ST_NODEV = 4,
  ST_NOEXEC = 8,
  ST_SYNCHRONOUS = 16,
  ST_MANDLOCK = 64,
  ST_WRITE = 128,
  ST_APPEND = 256,
  ST_IMMUTABLE = 512,
  ST_NOATIME = 1024,
  ST_NODIRATIME = 2048,
  ST_RELATIME = 4096,
};
int statvfs(const char *restrict file, struct statvfs *restrict buf);
int statvfs64(const char *restrict file, struct statvfs64 *restrict buf);
int fstatvfs(int fildes, struct statvfs *buf);
int fstatvfs64(int fildes, struct statvfs64 *buf);
union sigval {
  int sival_int;
  void *sival_ptr;
};
typedef union sigval __sigval_t;
typedef struct {
  int si_signo;
  int si_errno;
  int si_code;
  int __pad0;
  union {
    int _pad[28];
    struct {
      pid_t si_pid;
      uid_t si_uid;
    } _kill;
    struct {
      int si_tid;
      int si_overrun;
      __sigval_t si_sigval;
    } _timer;
    struct {
      pid_t si_pid;
      uid_t si_uid;
      __sigval_t si_sigval;
    } _rt;
    struct {
      pid_t si_pid;
      uid_t si_uid;
      int si_status;
      clock_t si_utime;
      clock_t si_stime;
    } _sigchld;
    struct {
      void *si_addr;
      short si_addr_lsb;
      union {
        struct {
          void *_lower;
          void *_upper;
        } _addr_bnd;
        uint32_t _pkey;
      } _bounds;
    } _sigfault;
    struct {
      long si_band;
      int si_fd;
    } _sigpoll;
    struct {
      void *_call_addr;
      int _syscall;
      unsigned int _arch;
    } _sigsys;
  } _sifields;
} siginfo_t;
enum {
  SI_ASYNCNL = -60,
  SI_DETHREAD = -7,
  SI_TKILL = -6,
  SI_SIGIO = -5,
  SI_ASYNCIO = -4,
  SI_MESGQ = -3,
  SI_TIMER = -2,
  SI_QUEUE = -1,
  SI_USER = 0,
  SI_KERNEL = 128,
};
enum {
  ILL_ILLOPC = 1,
  ILL_ILLOPN = 2,
  ILL_ILLADR = 3,
  ILL_ILLTRP = 4,
  ILL_PRVOPC = 5,
  ILL_PRVREG = 6,
  ILL_COPROC = 7,
  ILL_BADSTK = 8,
  ILL_BADIADDR = 9,
};
enum {
  FPE_INTDIV = 1,
  FPE_INTOVF = 2,
  FPE_FLTDIV = 3,
  FPE_FLTOVF = 4,
  FPE_FLTUND = 5,
  FPE_FLTRES = 6,
  FPE_FLTINV = 7,
  FPE_FLTSUB = 8,
  FPE_FLTUNK = 14,
  FPE_CONDTRAP = 15,
};
enum {
  SEGV_MAPERR = 1,
  SEGV_ACCERR = 2,
  SEGV_BNDERR = 3,
  SEGV_PKUERR = 4,
  SEGV_ACCADI = 5,
  SEGV_ADIDERR = 6,
  SEGV_ADIPERR = 7,
  SEGV_MTEAERR = 8,
  SEGV_MTESERR = 9,
};
enum {
  BUS_ADRALN = 1,
  BUS_ADRERR = 2,
  BUS_OBJERR = 3,
  BUS_MCEERR_AR = 4,
  BUS_MCEERR_AO = 5,
};
enum {
  TRAP_BRKPT = 1,
  TRAP_TRACE = 2,
  TRAP_BRANCH = 3,
  TRAP_HWBKPT = 4,
  TRAP_UNK = 5,
};
enum {
  CLD_EXITED = 1,
  CLD_KILLED = 2,
  CLD_DUMPED = 3,
  CLD_TRAPPED = 4,
  CLD_STOPPED = 5,
  CLD_CONTINUED = 6,
};
enum {
  POLL_IN = 1,
  POLL_OUT = 2,
  POLL_MSG = 3,
  POLL_ERR = 4,
  POLL_PRI = 5,
  POLL_HUP = 6,
};
struct sigevent {
  __sigval_t sigev_value;
  int sigev_signo;
  int sigev_notify;
  union {
    int _pad[12];
    pid_t _tid;
    struct {
      void (*_function)(__sigval_t);
      pthread_attr_t *_attribute;
    } _sigev_thread;
  } _sigev_un;
};
enum {
  SIGEV_SIGNAL = 0,
  SIGEV_NONE = 1,
  SIGEV_THREAD = 2,
  SIGEV_THREAD_ID = 4,
};
typedef void (*__sighandler_t)(int);
__sighandler_t __sysv_signal(int sig, __sighandler_t handler);
__sighandler_t sysv_signal(int sig, __sighandler_t handler);
__sighandler_t signal(int sig, __sighandler_t handler);
int kill(pid_t pid, int sig);
int killpg(pid_t pgrp, int sig);
int raise(int sig);
__sighandler_t ssignal(int sig, __sighandler_t handler);
int gsignal(int sig);
void psignal(int sig, const char *s);
void psiginfo(const siginfo_t *pinfo, const char *s);
int sigpause(int sig) __asm__("__xpg_sigpause");
int sigblock(int mask);
int sigsetmask(int mask);
int siggetmask(void);
int sigemptyset(sigset_t *set);
int sigfillset(sigset_t *set);
int sigaddset(sigset_t *set, int signo);
int sigdelset(sigset_t *set, int signo);
int sigismember(const sigset_t *set, int signo);
int sigisemptyset(const sigset_t *set);
int sigandset(sigset_t *set, const sigset_t *left, const sigset_t *right);
int sigorset(sigset_t *set, const sigset_t *left, const sigset_t *right);
struct sigaction {
  union {
    __sighandler_t sa_handler;
    void (*sa_sigaction)(int, siginfo_t *, void *);
  } __sigaction_handler;
  __sigset_t sa_mask;
  int sa_flags;
  void (*sa_restorer)(void);
};
int sigprocmask(int how, const sigset_t *restrict set, sigset_t *restrict oset);
int sigsuspend(const sigset_t *set);
int sigaction(int sig, const struct sigaction *restrict act, struct sigaction *restrict oact);
int sigpending(sigset_t *set);
int sigwait(const sigset_t *restrict set, int *restrict sig);
int sigwaitinfo(const sigset_t *restrict set, siginfo_t *restrict info);
int sigtimedwait(const sigset_t *restrict set, siginfo_t *restrict info,
    const struct timespec *restrict timeout);
int sigqueue(pid_t pid, int sig, const union sigval val);
struct _fpxreg {
  unsigned short significand[4];
  unsigned short exponent;
  unsigned short __glibc_reserved1[3];
};
struct _xmmreg {
  uint32_t element[4];
};
struct _fpstate {
  uint16_t cwd;
  uint16_t swd;
  uint16_t ftw;
  uint16_t fop;
  uint64_t rip;
  uint64_t rdp;
  uint32_t mxcsr;
  uint32_t mxcr_mask;
  struct _fpxreg _st[8];
  struct _xmmreg _xmm[16];
  uint32_t __glibc_reserved1[24];
};
struct sigcontext {
  uint64_t r8;
  uint64_t r9;
  uint64_t r10;
  uint64_t r11;
  uint64_t r12;
  uint64_t r13;
  uint64_t r14;
  uint64_t r15;
  uint64_t rdi;
  uint64_t rsi;
  uint64_t rbp;
  uint64_t rbx;
  uint64_t rdx;
  uint64_t rax;
  uint64_t rcx;
  uint64_t rsp;
  uint64_t rip;
  uint64_t eflags;
  unsigned short cs;
  unsigned short gs;
  unsigned short fs;
  unsigned short __pad0;
  uint64_t err;
  uint64_t trapno;
  uint64_t oldmask;
  uint64_t cr2;
  union {
    struct _fpstate *fpstate;
    uint64_t __fpstate_word;
  };
  uint64_t __reserved1[8];
};
int sigreturn(struct sigcontext *scp);
typedef struct {
  void *ss_sp;
  int ss_flags;
  size_t ss_size;
} stack_t;
typedef greg_t gregset_t[23];
enum {
  REG_R8 = 0,
  REG_R9 = 1,
  REG_R10 = 2,
  REG_R11 = 3,
  REG_R12 = 4,
  REG_R13 = 5,
  REG_R14 = 6,
  REG_R15 = 7,
  REG_RDI = 8,
  REG_RSI = 9,
  REG_RBP = 10,
  REG_RBX = 11,
  REG_RDX = 12,
  REG_RAX = 13,
  REG_RCX = 14,
  REG_RSP = 15,
  REG_RIP = 16,
  REG_EFL = 17,
  REG_CSGSFS = 18,
  REG_ERR = 19,
  REG_TRAPNO = 20,
  REG_OLDMASK = 21,
  REG_CR2 = 22,
};
struct _libc_fpxreg {
  unsigned short significand[4];
  unsigned short exponent;
  unsigned short __glibc_reserved1[3];
};
struct _libc_xmmreg {
  uint32_t element[4];
};
struct _libc_fpstate {
  uint16_t cwd;
  uint16_t swd;
  uint16_t ftw;
  uint16_t fop;
  uint64_t rip;
  uint64_t rdp;
  uint32_t mxcsr;
  uint32_t mxcr_mask;
  struct _libc_fpxreg _st[8];
  struct _libc_xmmreg _xmm[16];
  uint32_t __glibc_reserved1[24];
};
typedef struct _libc_fpstate *fpregset_t;
typedef struct {
  gregset_t gregs;
  fpregset_t fpregs;
  unsigned long long __reserved1[8];
} mcontext_t;
struct ucontext_t {
  unsigned long uc_flags;
  struct ucontext_t *uc_link;
  stack_t uc_stack;
  mcontext_t uc_mcontext;
  sigset_t uc_sigmask;
  struct _libc_fpstate __fpregs_mem;
  unsigned long long __ssp[4];
};
typedef struct ucontext_t ucontext_t;
int siginterrupt(int sig, int interrupt);
enum {
  SS_ONSTACK = 1,
  SS_DISABLE = 2,
};
int sigaltstack(const stack_t *restrict ss, stack_t *restrict oss);
struct sigstack {
  void *ss_sp;
  int ss_onstack;
};
int sigstack(struct sigstack *ss, struct sigstack *oss);
int sighold(int sig);
int sigrelse(int sig);
int sigignore(int sig);
__sighandler_t sigset(int sig, __sighandler_t disp);
int pthread_sigmask(int how, const __sigset_t *restrict newmask, __sigset_t *restrict oldmask);
int pthread_kill(pthread_t threadid, int signo);
int pthread_sigqueue(pthread_t threadid, int signo, const union sigval value);
int __libc_current_sigrtmin(void);
int __libc_current_sigrtmax(void);
int tgkill(pid_t tgid, pid_t tid, int signal);
typedef enum {
  P_ALL = 0,
  P_PID = 1,
  P_PGID = 2,
  P_PIDFD = 3,
} idtype_t;
[[sonde::success("result != -1"), sonde::error("strerror(errno)"), sonde::blocking]]
pid_t wait([[sonde::out, sonde::nullable]] int *stat_loc);
pid_t waitpid(pid_t pid, int *stat_loc, int options);
int waitid(idtype_t idtype, id_t id, siginfo_t *infop, int options);
struct rusage;
pid_t wait3(int *stat_loc, int options, struct rusage *usage);
pid_t wait4(pid_t pid, int *stat_loc, int options, struct rusage *usage);
enum __rlimit_resource {
  RLIMIT_CPU = 0,
  RLIMIT_FSIZE = 1,
  RLIMIT_DATA = 2,
  RLIMIT_STACK = 3,
  RLIMIT_CORE = 4,
  __RLIMIT_RSS = 5,
  RLIMIT_NOFILE = 7,
  __RLIMIT_OFILE = 7,
  RLIMIT_AS = 9,
  __RLIMIT_NPROC = 6,
  __RLIMIT_MEMLOCK = 8,
  __RLIMIT_LOCKS = 10,
  __RLIMIT_SIGPENDING = 11,
  __RLIMIT_MSGQUEUE = 12,
  __RLIMIT_NICE = 13,
  __RLIMIT_RTPRIO = 14,
  __RLIMIT_RTTIME = 15,
  __RLIMIT_NLIMITS = 16,
  __RLIM_NLIMITS = 16,
};
struct rlimit {
  rlim_t rlim_cur;
  rlim_t rlim_max;
};
struct rlimit64 {
  rlim64_t rlim_cur;
  rlim64_t rlim_max;
};
enum __rusage_who {
  RUSAGE_SELF = 0,
  RUSAGE_CHILDREN = -1,
  RUSAGE_THREAD = 1,
};
struct rusage {
  struct timeval ru_utime;
  struct timeval ru_stime;
  union {
    long ru_maxrss;
    __syscall_slong_t __ru_maxrss_word;
  };
  union {
    long ru_ixrss;
    __syscall_slong_t __ru_ixrss_word;
  };
  union {
    long ru_idrss;
    __syscall_slong_t __ru_idrss_word;
  };
  union {
    long ru_isrss;
    __syscall_slong_t __ru_isrss_word;
  };
  union {
    long ru_minflt;
    __syscall_slong_t __ru_minflt_word;
  };
  union {
    long ru_majflt;
    __syscall_slong_t __ru_majflt_word;
  };
  union {
    long ru_nswap;
    __syscall_slong_t __ru_nswap_word;
  };
  union {
    long ru_inblock;
    __syscall_slong_t __ru_inblock_word;
  };
  union {
    long ru_oublock;
    __syscall_slong_t __ru_oublock_word;
  };
  union {
    long ru_msgsnd;
    __syscall_slong_t __ru_msgsnd_word;
  };
  union {
    long ru_msgrcv;
    __syscall_slong_t __ru_msgrcv_word;
  };
  union {
    long ru_nsignals;
    __syscall_slong_t __ru_nsignals_word;
  };
  union {
    long ru_nvcsw;
    __syscall_slong_t __ru_nvcsw_word;
  };
  union {
    long ru_nivcsw;
    __syscall_slong_t __ru_nivcsw_word;
  };
};
enum __priority_which {
  PRIO_PROCESS = 0,
  PRIO_PGRP = 1,
  PRIO_USER = 2,
};
int prlimit(pid_t pid, enum __rlimit_resource resource, const struct rlimit *new_limit,
    struct rlimit *old_limit);
int prlimit64(pid_t pid, enum __rlimit_resource resource, const struct rlimit64 *new_limit,
    struct rlimit64 *old_limit);
typedef enum __rlimit_resource __rlimit_resource_t;
typedef enum __rusage_who __rusage_who_t;
typedef enum __priority_which __priority_which_t;
int getrlimit(__rlimit_resource_t resource, struct rlimit *rlimits);
int getrlimit64(__rlimit_resource_t resource, struct rlimit64 *rlimits);
int setrlimit(__rlimit_resource_t resource, const struct rlimit *rlimits);
int setrlimit64(__rlimit_resource_t resource, const struct rlimit64 *rlimits);
int getrusage(__rusage_who_t who, struct rusage *usage);
int getpriority(__priority_which_t which, id_t who);
int setpriority(__priority_which_t which, id_t who, int prio);
int memfd_create(const char *name, unsigned int flags);
int mlock2(const void *addr, size_t length, unsigned int flags);
int pkey_alloc(unsigned int flags, unsigned int access_rights);
int pkey_set(int key, unsigned int access_rights);
int pkey_get(int key);
int pkey_free(int key);
int pkey_mprotect(void *addr, size_t len, int prot, int pkey);
void *mmap(void *addr, size_t len, int prot, int flags, int fd, off_t offset);
void *mmap64(void *addr, size_t len, int prot, int flags, int fd, off64_t offset);
int munmap(void *addr, size_t len);
int mprotect(void *addr, size_t len, int prot);
int msync(void *addr, size_t len, int flags);
int madvise(void *addr, size_t len, int advice);
int posix_madvise(void *addr, size_t len, int advice);
int mlock(const void *addr, size_t len);
int munlock(const void *addr, size_t len);
int mlockall(int flags);
int munlockall(void);
int mincore(void *start, size_t len, unsigned char *vec);
void *mremap(void *addr, size_t old_len, size_t new_len, int flags, ...);
int remap_file_pages(void *start, size_t size, int prot, size_t pgoff, int flags);
int shm_open(const char *name, int oflag, mode_t mode);
int shm_unlink(const char *name);
ssize_t process_madvise(int pid_fd, const struct iovec *iov, size_t count, int advice,
    unsigned int flags);
int process_mrelease(int pidfd, unsigned int flags);
enum __socket_type {
  SOCK_STREAM = 1,
  SOCK_DGRAM = 2,
  SOCK_RAW = 3,
  SOCK_RDM = 4,
  SOCK_SEQPACKET = 5,
  SOCK_DCCP = 6,
  SOCK_PACKET = 10,
  SOCK_CLOEXEC = 524288,
  SOCK_NONBLOCK = 2048,
};
struct sockaddr {
  sa_family_t sa_family;
  char sa_data[14];
};
struct sockaddr_storage {
  sa_family_t ss_family;
  char __ss_padding[118];
  unsigned long __ss_align;
};
enum {
  MSG_OOB = 1,
  MSG_PEEK = 2,
  MSG_DONTROUTE = 4,
  MSG_TRYHARD = 4,
  MSG_CTRUNC = 8,
  MSG_PROXY = 16,
  MSG_TRUNC = 32,
  MSG_DONTWAIT = 64,
  MSG_EOR = 128,
  MSG_WAITALL = 256,
  MSG_FIN = 512,
  MSG_SYN = 1024,
  MSG_CONFIRM = 2048,
  MSG_RST = 4096,
  MSG_ERRQUEUE = 8192,
  MSG_NOSIGNAL = 16384,
  MSG_MORE = 32768,
  MSG_WAITFORONE = 65536,
  MSG_BATCH = 262144,
  MSG_ZEROCOPY = 67108864,
  MSG_FASTOPEN = 536870912,
  MSG_CMSG_CLOEXEC = 1073741824,
};
struct msghdr {
  void *msg_name;
  socklen_t msg_namelen;
  struct iovec *msg_iov;
  size_t msg_iovlen;
  void *msg_control;
  size_t msg_controllen;
  int msg_flags;
};
struct cmsghdr {
  size_t cmsg_len;
  int cmsg_level;
  int cmsg_type;
  unsigned char __cmsg_data[];
};
struct cmsghdr *__cmsg_nxthdr(struct msghdr *mhdr, struct cmsghdr *cmsg);
enum {
  SCM_RIGHTS = 1,
  SCM_CREDENTIALS = 2,
};
enum {
  SHUT_RD = 0,
  SHUT_WR = 1,
  SHUT_RDWR = 2,
};
typedef union {
  struct sockaddr *restrict __sockaddr__;
  struct sockaddr_at *restrict __sockaddr_at__;
  struct sockaddr_ax25 *restrict __sockaddr_ax25__;
  struct sockaddr_dl *restrict __sockaddr_dl__;
  struct sockaddr_eon *restrict __sockaddr_eon__;
  struct sockaddr_in *restrict __sockaddr_in__;
  struct sockaddr_in6 *restrict __sockaddr_in6__;
  struct sockaddr_inarp *restrict __sockaddr_inarp__;
  struct sockaddr_ipx *restrict __sockaddr_ipx__;
  struct sockaddr_iso *restrict __sockaddr_iso__;
  struct sockaddr_ns *restrict __sockaddr_ns__;
  struct sockaddr_un *restrict __sockaddr_un__;
  struct sockaddr_x25 *restrict __sockaddr_x25__;
} __SOCKADDR_ARG;
typedef union {
  const struct sockaddr *restrict __sockaddr__;
  const struct sockaddr_at *restrict __sockaddr_at__;
  const struct sockaddr_ax25 *restrict __sockaddr_ax25__;
  const struct sockaddr_dl *restrict __sockaddr_dl__;
  const struct sockaddr_eon *restrict __sockaddr_eon__;
  const struct sockaddr_in *restrict __sockaddr_in__;
  const struct sockaddr_in6 *restrict __sockaddr_in6__;
  const struct sockaddr_inarp *restrict __sockaddr_inarp__;
  const struct sockaddr_ipx *restrict __sockaddr_ipx__;
  const struct sockaddr_iso *restrict __sockaddr_iso__;
  const struct sockaddr_ns *restrict __sockaddr_ns__;
  const struct sockaddr_un *restrict __sockaddr_un__;
  const struct sockaddr_x25 *restrict __sockaddr_x25__;
} __CONST_SOCKADDR_ARG;
struct mmsghdr {
  struct msghdr msg_hdr;
  unsigned int msg_len;
};
int socket(int domain, int type, int protocol);
int socketpair(int domain, int type, int protocol, int fds[2]);
int bind(int fd, __CONST_SOCKADDR_ARG addr, socklen_t len);
int getsockname(int fd, __SOCKADDR_ARG addr, socklen_t *restrict len);
int connect(int fd, __CONST_SOCKADDR_ARG addr, socklen_t len);
int getpeername(int fd, __SOCKADDR_ARG addr, socklen_t *restrict len);
ssize_t send(int fd, const void *buf, size_t n, int flags);
ssize_t recv(int fd, void *buf, size_t n, int flags);
ssize_t sendto(int fd, const void *buf, size_t n, int flags, __CONST_SOCKADDR_ARG addr,
    socklen_t addr_len);
ssize_t recvfrom(int fd, void *restrict buf, size_t n, int flags, __SOCKADDR_ARG addr,
    socklen_t *restrict addr_len);
ssize_t sendmsg(int fd, const struct msghdr *message, int flags);
int sendmmsg(int fd, struct mmsghdr *vmessages, unsigned int vlen, int flags);
ssize_t recvmsg(int fd, struct msghdr *message, int flags);
int recvmmsg(int fd, struct mmsghdr *vmessages, unsigned int vlen, int flags, struct timespec *tmo);
int getsockopt(int fd, int level, int optname, void *restrict optval, socklen_t *restrict optlen);
int setsockopt(int fd, int level, int optname, const void *optval, socklen_t optlen);
int listen(int fd, int n);
int accept(int fd, __SOCKADDR_ARG addr, socklen_t *restrict addr_len);
int accept4(int fd, __SOCKADDR_ARG addr, socklen_t *restrict addr_len, int flags);
int shutdown(int fd, int how);
int sockatmark(int fd);
int isfdtype(int fd, int fdtype);
struct sockaddr_un {
  sa_family_t sun_family;
  char sun_path[108];
};
struct in_addr {
  in_addr_t s_addr;
};
enum {
  IPPROTO_IP = 0,
  IPPROTO_ICMP = 1,
  IPPROTO_IGMP = 2,
  IPPROTO_IPIP = 4,
  IPPROTO_TCP = 6,
  IPPROTO_EGP = 8,
  IPPROTO_PUP = 12,
  IPPROTO_UDP = 17,
  IPPROTO_IDP = 22,
  IPPROTO_TP = 29,
  IPPROTO_DCCP = 33,
  IPPROTO_IPV6 = 41,
  IPPROTO_RSVP = 46,
  IPPROTO_GRE = 47,
  IPPROTO_ESP = 50,
  IPPROTO_AH = 51,
  IPPROTO_MTP = 92,
  IPPROTO_BEETPH = 94,
  IPPROTO_ENCAP = 98,
  IPPROTO_PIM = 103,
  IPPROTO_COMP = 108,
  IPPROTO_SCTP = 132,
  IPPROTO_UDPLITE = 136,
  IPPROTO_MPLS = 137,
  IPPROTO_ETHERNET = 143,
  IPPROTO_RAW = 255,
  IPPROTO_MPTCP = 262,
  IPPROTO_MAX = 263,
};
enum {
  IPPROTO_HOPOPTS = 0,
  IPPROTO_ROUTING = 43,
  IPPROTO_FRAGMENT = 44,
  IPPROTO_ICMPV6 = 58,
  IPPROTO_NONE = 59,
  IPPROTO_DSTOPTS = 60,
  IPPROTO_MH = 135,
};
enum {
  IPPORT_ECHO = 7,
  IPPORT_DISCARD = 9,
  IPPORT_SYSTAT = 11,
  IPPORT_DAYTIME = 13,
  IPPORT_NETSTAT = 15,
  IPPORT_FTP = 21,
  IPPORT_TELNET = 23,
  IPPORT_SMTP = 25,
  IPPORT_TIMESERVER = 37,
  IPPORT_NAMESERVER = 42,
  IPPORT_WHOIS = 43,
  IPPORT_MTP = 57,
  IPPORT_TFTP = 69,
  IPPORT_RJE = 77,
  IPPORT_FINGER = 79,
  IPPORT_TTYLINK = 87,
  IPPORT_SUPDUP = 95,
  IPPORT_EXECSERVER = 512,
  IPPORT_LOGINSERVER = 513,
  IPPORT_CMDSERVER = 514,
  IPPORT_EFSSERVER = 520,
  IPPORT_BIFFUDP = 512,
  IPPORT_WHOSERVER = 513,
  IPPORT_ROUTESERVER = 520,
  IPPORT_RESERVED = 1024,
  IPPORT_USERRESERVED = 5000,
};
struct in6_addr {
  union {
    uint8_t __u6_addr8[16];
    uint16_t __u6_addr16[8];
    uint32_t __u6_addr32[4];
  } __in6_u;
};
extern const struct in6_addr in6addr_any;
extern const struct in6_addr in6addr_loopback;
struct sockaddr_in {
  sa_family_t sin_family;
  in_port_t sin_port;
  struct in_addr sin_addr;
  unsigned char sin_zero[8];
};
struct sockaddr_in6 {
  sa_family_t sin6_family;
  in_port_t sin6_port;
  uint32_t sin6_flowinfo;
  struct in6_addr sin6_addr;
  uint32_t sin6_scope_id;
};
uint32_t ntohl(uint32_t netlong);
uint16_t ntohs(uint16_t netshort);
uint32_t htonl(uint32_t hostlong);
uint16_t htons(uint16_t hostshort);
int bindresvport(int sockfd, struct sockaddr_in *sock_in);
int inet6_option_space(int nbytes);
int inet6_option_init(void *bp, struct cmsghdr **cmsgp, int type);
int inet6_option_append(struct cmsghdr *cmsg, const uint8_t *typep, int multx, int plusy);
uint8_t *inet6_option_alloc(struct cmsghdr *cmsg, int datalen, int multx, int plusy);
int inet6_option_next(const struct cmsghdr *cmsg, uint8_t **tptrp);
int inet6_option_find(const struct cmsghdr *cmsg, uint8_t **tptrp, int type);
int inet6_opt_init(void *extbuf, socklen_t extlen);
int inet6_opt_append(void *extbuf, socklen_t extlen, int offset, uint8_t type, socklen_t len,
    uint8_t align, void **databufp);
int inet6_opt_finish(void *extbuf, socklen_t extlen, int offset);
int inet6_opt_set_val(void *databuf, int offset, void *val, socklen_t vallen);
int inet6_opt_next(void *extbuf, socklen_t extlen, int offset, uint8_t *typep, socklen_t *lenp,
    void **databufp);
int inet6_opt_find(void *extbuf, socklen_t extlen, int offset, uint8_t type, socklen_t *lenp,
    void **databufp);
int inet6_opt_get_val(void *databuf, int offset, void *val, socklen_t vallen);
socklen_t inet6_rth_space(int type, int segments);
void *inet6_rth_init(void *bp, socklen_t bp_len, int type, int segments);
int inet6_rth_add(void *bp, const struct in6_addr *addr);
int inet6_rth_reverse(const void *in, void *out);
int inet6_rth_segments(const void *bp);
struct in6_addr *inet6_rth_getaddr(const void *bp, int index);
int getipv4sourcefilter(int s, struct in_addr interface_addr, struct in_addr group, uint32_t *fmode,
    uint32_t *numsrc, struct in_addr *slist);
int setipv4sourcefilter(int s, struct in_addr interface_addr, struct in_addr group, uint32_t fmode,
    uint32_t numsrc, const struct in_addr *slist);
int getsourcefilter(int s, uint32_t interface_addr, const struct sockaddr *group,
    socklen_t grouplen, uint32_t *fmode, uint32_t *numsrc, struct sockaddr_storage *slist);
int setsourcefilter(int s, uint32_t interface_addr, const struct sockaddr *group,
    socklen_t grouplen, uint32_t fmode, uint32_t numsrc, const struct sockaddr_storage *slist);
enum {
  TCP_ESTABLISHED = 1,
  TCP_SYN_SENT = 2,
  TCP_SYN_RECV = 3,
  TCP_FIN_WAIT1 = 4,
  TCP_FIN_WAIT2 = 5,
  TCP_TIME_WAIT = 6,
  TCP_CLOSE = 7,
  TCP_CLOSE_WAIT = 8,
  TCP_LAST_ACK = 9,
  TCP_LISTEN = 10,
  TCP_CLOSING = 11,
};
enum tcp_ca_state {
  TCP_CA_Open = 0,
  TCP_CA_Disorder = 1,
  TCP_CA_CWR = 2,
  TCP_CA_Recovery = 3,
  TCP_CA_Loss = 4,
};
enum {
  TCP_NO_QUEUE = 0,
  TCP_RECV_QUEUE = 1,
  TCP_SEND_QUEUE = 2,
  TCP_QUEUES_NR = 3,
};
in_addr_t inet_addr(const char *cp);
in_addr_t inet_lnaof(struct in_addr in);
struct in_addr inet_makeaddr(in_addr_t net, in_addr_t host);
in_addr_t inet_netof(struct in_addr in);
in_addr_t inet_network(const char *cp);
char *inet_ntoa(struct in_addr in);
int inet_pton(int af, const char *restrict cp, void *restrict buf);
const char *inet_ntop(int af, const void *restrict cp, char *restrict buf, socklen_t len);
int inet_aton(const char *cp, struct in_addr *inp);
unsigned int inet_nsap_addr(const char *cp, unsigned char *buf, int len);
char *inet_nsap_ntoa(int len, const unsigned char *cp, char *buf);
struct rpcent {
  char *r_name;
  char **r_aliases;
  int r_number;
};
void setrpcent(int stayopen);
void endrpcent(void);
struct rpcent *getrpcbyname(const char *name);
struct rpcent *getrpcbynumber(int number);
struct rpcent *getrpcent(void);
int getrpcbyname_r(const char *name, struct rpcent *result_buf, char *buffer, size_t buflen,
    struct rpcent **result);
int getrpcbynumber_r(int number, struct rpcent *result_buf, char *buffer, size_t buflen,
    struct rpcent **result);
int getrpcent_r(struct rpcent *result_buf, char *buffer, size_t buflen, struct rpcent **result);
struct netent {
  char *n_name;
  char **n_aliases;
  int n_addrtype;
  uint32_t n_net;
};
int *__h_errno_location(void);
void herror(const char *str);
const char *hstrerror(int err_num);
struct hostent {
  char *h_name;
  char **h_aliases;
  int h_addrtype;
  int h_length;
  char **h_addr_list;
};
void sethostent(int stay_open);
void endhostent(void);
struct hostent *gethostent(void);
struct hostent *gethostbyaddr(const void *addr, socklen_t len, int type);
struct hostent *gethostbyname(const char *name);
struct hostent *gethostbyname2(const char *name, int af);
int gethostent_r(struct hostent *restrict result_buf, char *restrict buf, size_t buflen,
    struct hostent **restrict result, int *restrict h_errnop);
int gethostbyaddr_r(const void *restrict addr, socklen_t len, int type,
    struct hostent *restrict result_buf, char *restrict buf, size_t buflen,
    struct hostent **restrict result, int *restrict h_errnop);
int gethostbyname_r(const char *restrict name, struct hostent *restrict result_buf,
    char *restrict buf, size_t buflen, struct hostent **restrict result, int *restrict h_errnop);
int gethostbyname2_r(const char *restrict name, int af, struct hostent *restrict result_buf,
    char *restrict buf, size_t buflen, struct hostent **restrict result, int *restrict h_errnop);
void setnetent(int stay_open);
void endnetent(void);
struct netent *getnetent(void);
struct netent *getnetbyaddr(uint32_t net, int type);
struct netent *getnetbyname(const char *name);
int getnetent_r(struct netent *restrict result_buf, char *restrict buf, size_t buflen,
    struct netent **restrict result, int *restrict h_errnop);
int getnetbyaddr_r(uint32_t net, int type, struct netent *restrict result_buf, char *restrict buf,
    size_t buflen, struct netent **restrict result, int *restrict h_errnop);
int getnetbyname_r(const char *restrict name, struct netent *restrict result_buf,
    char *restrict buf, size_t buflen, struct netent **restrict result, int *restrict h_errnop);
struct servent {
  char *s_name;
  char **s_aliases;
  int s_port;
  char *s_proto;
};
void setservent(int stay_open);
void endservent(void);
struct servent *getservent(void);
struct servent *getservbyname(const char *name, const char *proto);
struct servent *getservbyport(int port, const char *proto);
int getservent_r(struct servent *restrict result_buf, char *restrict buf, size_t buflen,
    struct servent **restrict result);
int getservbyname_r(const char *restrict name, const char *restrict proto,
    struct servent *restrict result_buf, char *restrict buf, size_t buflen,
    struct servent **restrict result);
int getservbyport_r(int port, const char *restrict proto, struct servent *restrict result_buf,
    char *restrict buf, size_t buflen, struct servent **restrict result);
struct protoent {
  char *p_name;
  char **p_aliases;
  int p_proto;
};
void setprotoent(int stay_open);
void endprotoent(void);
struct protoent *getprotoent(void);
struct protoent *getprotobyname(const char *name);
struct protoent *getprotobynumber(int proto);
int getprotoent_r(struct protoent *restrict result_buf, char *restrict buf, size_t buflen,
    struct protoent **restrict result);
int getprotobyname_r(const char *restrict name, struct protoent *restrict result_buf,
    char *restrict buf, size_t buflen, struct protoent **restrict result);
int getprotobynumber_r(int proto, struct protoent *restrict result_buf, char *restrict buf,
    size_t buflen, struct protoent **restrict result);
int setnetgrent(const char *netgroup);
void endnetgrent(void);
int getnetgrent(char **restrict hostp, char **restrict userp, char **restrict domainp);
int innetgr(const char *netgroup, const char *host, const char *user, const char *domain);
int getnetgrent_r(char **restrict hostp, char **restrict userp, char **restrict domainp,
    char *restrict buffer, size_t buflen);
int rcmd(char **restrict ahost, unsigned short rport, const char *restrict locuser,
    const char *restrict remuser, const char *restrict cmd, int *restrict fd2p);
int rcmd_af(char **restrict ahost, unsigned short rport, const char *restrict locuser,
    const char *restrict remuser, const char *restrict cmd, int *restrict fd2p, sa_family_t af);
int rexec(char **restrict ahost, int rport, const char *restrict name, const char *restrict pass,
    const char *restrict cmd, int *restrict fd2p);
int rexec_af(char **restrict ahost, int rport, const char *restrict name, const char *restrict pass,
    const char *restrict cmd, int *restrict fd2p, sa_family_t af);
int ruserok(const char *rhost, int suser, const char *remuser, const char *locuser);
int ruserok_af(const char *rhost, int suser, const char *remuser, const char *locuser,
    sa_family_t af);
int iruserok(uint32_t raddr, int suser, const char *remuser, const char *locuser);
int iruserok_af(const void *raddr, int suser, const char *remuser, const char *locuser,
    sa_family_t af);
int rresvport(int *alport);
int rresvport_af(int *alport, sa_family_t af);
struct addrinfo {
  int ai_flags;
  int ai_family;
  int ai_socktype;
  int ai_protocol;
  socklen_t ai_addrlen;
  struct sockaddr *ai_addr;
  char *ai_canonname;
  struct addrinfo *ai_next;
};
struct gaicb {
  const char *ar_name;
  const char *ar_service;
  const struct addrinfo *ar_request;
  struct addrinfo *ar_result;
  int __return;
  int __glibc_reserved[5];
};
[[sonde::success("result == 0"), sonde::error("gai_strerror(result)"), sonde::blocking]]
int getaddrinfo([[sonde::nullable, sonde::string]] const char *restrict name,
    [[sonde::nullable, sonde::string]] const char *restrict service,
    [[sonde::in, sonde::nullable]] const struct addrinfo *restrict req,
    [[sonde::out, sonde::owned("freeaddrinfo")]] struct addrinfo **restrict pai);
void freeaddrinfo([[sonde::takes]] struct addrinfo *ai);
[[sonde::borrowed, sonde::string]] const char *gai_strerror(int ecode);
int getnameinfo(const struct sockaddr *restrict sa, socklen_t salen, char *restrict host,
    socklen_t hostlen, char *restrict serv, socklen_t servlen, int flags);
int getaddrinfo_a(int mode, struct gaicb **restrict list, int ent, struct sigevent *restrict sig);
int gai_suspend(const struct gaicb *const list[], int ent, const struct timespec *timeout);
int gai_error(struct gaicb *req);
int gai_cancel(struct gaicb *gaicbp);
struct if_nameindex {
  unsigned int if_index;
  char *if_name;
};
enum {
  IFF_UP = 1,
  IFF_BROADCAST = 2,
  IFF_DEBUG = 4,
  IFF_LOOPBACK = 8,
  IFF_POINTOPOINT = 16,
  IFF_NOTRAILERS = 32,
  IFF_RUNNING = 64,
  IFF_NOARP = 128,
  IFF_PROMISC = 256,
  IFF_ALLMULTI = 512,
  IFF_MASTER = 1024,
  IFF_SLAVE = 2048,
  IFF_MULTICAST = 4096,
  IFF_PORTSEL = 8192,
  IFF_AUTOMEDIA = 16384,
  IFF_DYNAMIC = 32768,
};
unsigned int if_nametoindex(const char *ifname);
char *if_indextoname(unsigned int ifindex, char ifname[16]);
struct if_nameindex *if_nameindex(void);
void if_freenameindex(struct if_nameindex *ptr);
struct ifaddrs {
  struct ifaddrs *ifa_next;
  char *ifa_name;
  unsigned int ifa_flags;
  struct sockaddr *ifa_addr;
  struct sockaddr *ifa_netmask;
  union {
    struct sockaddr *ifu_broadaddr;
    struct sockaddr *ifu_dstaddr;
  } ifa_ifu;
  void *ifa_data;
};
int getifaddrs(struct ifaddrs **ifap);
void freeifaddrs(struct ifaddrs *ifa);
struct pollfd {
  int fd;
  short events;
  short revents;
};
[[sonde::success("result >= 0"), sonde::error("strerror(errno)"), sonde::blocking]]
int poll([[sonde::inout, sonde::count("nfds")]] struct pollfd *fds, nfds_t nfds, int timeout);
int ppoll(struct pollfd *fds, nfds_t nfds, const struct timespec *timeout, const __sigset_t *ss);
enum {
  EPOLL_CLOEXEC = 524288,
};
enum EPOLL_EVENTS {
  EPOLLIN = 1,
  EPOLLPRI = 2,
  EPOLLOUT = 4,
  EPOLLRDNORM = 64,
  EPOLLRDBAND = 128,
  EPOLLWRNORM = 256,
  EPOLLWRBAND = 512,
  EPOLLMSG = 1024,
  EPOLLERR = 8,
  EPOLLHUP = 16,
  EPOLLRDHUP = 8192,
  EPOLLEXCLUSIVE = 268435456,
  EPOLLWAKEUP = 536870912,
  EPOLLONESHOT = 1073741824,
  EPOLLET = 2147483648,
};
union epoll_data {
  void *ptr;
  int fd;
  uint32_t u32;
  uint64_t u64;
};
typedef union epoll_data epoll_data_t;
struct __attribute__((packed)) epoll_event {
  uint32_t events;
  epoll_data_t data;
};
int epoll_create(int size);
int epoll_create1(int flags);
int epoll_ctl(int epfd, int op, int fd, struct epoll_event *event);
int epoll_wait(int epfd, struct epoll_event *events, int maxevents, int timeout);
int epoll_pwait(int epfd, struct epoll_event *events, int maxevents, int timeout,
    const __sigset_t *ss);
int epoll_pwait2(int epfd, struct epoll_event *events, int maxevents,
    const struct timespec *timeout, const __sigset_t *ss);
enum {
  EFD_SEMAPHORE = 1,
  EFD_CLOEXEC = 524288,
  EFD_NONBLOCK = 2048,
};
int eventfd(unsigned int count, int flags);
int eventfd_read(int fd, eventfd_t *value);
int eventfd_write(int fd, eventfd_t value);
enum {
  TFD_CLOEXEC = 524288,
  TFD_NONBLOCK = 2048,
};
enum {
  TFD_TIMER_ABSTIME = 1,
  TFD_TIMER_CANCEL_ON_SET = 2,
};
int timerfd_create(clockid_t clock_id, int flags);
int timerfd_settime(int ufd, int flags, const struct itimerspec *utmr, struct itimerspec *otmr);
int timerfd_gettime(int ufd, struct itimerspec *otmr);
enum {
  SFD_CLOEXEC = 524288,
  SFD_NONBLOCK = 2048,
};
int signalfd(int fd, const sigset_t *mask, int flags);
enum {
  IN_CLOEXEC = 524288,
  IN_NONBLOCK = 2048,
};
int inotify_init(void);
int inotify_init1(int flags);
int inotify_add_watch(int fd, const char *name, uint32_t mask);
int inotify_rm_watch(int fd, int wd);
struct winsize {
  unsigned short ws_row;
  unsigned short ws_col;
  unsigned short ws_xpixel;
  unsigned short ws_ypixel;
};
int ioctl(int fd, unsigned long request, ...);
ssize_t readv(int fd, const struct iovec *iovec, int count);
ssize_t writev(int fd, const struct iovec *iovec, int count);
ssize_t preadv(int fd, const struct iovec *iovec, int count, off_t offset);
ssize_t pwritev(int fd, const struct iovec *iovec, int count, off_t offset);
ssize_t preadv64(int fd, const struct iovec *iovec, int count, off64_t offset);
ssize_t pwritev64(int fd, const struct iovec *iovec, int count, off64_t offset);
ssize_t preadv2(int fp, const struct iovec *iovec, int count, off_t offset, int flags);
ssize_t pwritev2(int fd, const struct iovec *iodev, int count, off_t offset, int flags);
ssize_t preadv64v2(int fp, const struct iovec *iovec, int count, off64_t offset, int flags);
ssize_t pwritev64v2(int fd, const struct iovec *iodev, int count, off64_t offset, int flags);
ssize_t process_vm_readv(pid_t pid, const struct iovec *lvec, unsigned long liovcnt,
    const struct iovec *rvec, unsigned long riovcnt, unsigned long flags);
ssize_t process_vm_writev(pid_t pid, const struct iovec *lvec, unsigned long liovcnt,
    const struct iovec *rvec, unsigned long riovcnt, unsigned long flags);
struct utsname {
  char sysname[65];
  char nodename[65];
  char release[65];
  char version[65];
  char machine[65];
  char domainname[65];
};
[[sonde::success("result == 0"), sonde::error("strerror(errno)")]]
int uname([[sonde::out]] struct utsname *name);
struct sysinfo {
  __kernel_long_t uptime;
  __kernel_ulong_t loads[3];
  __kernel_ulong_t totalram;
  __kernel_ulong_t freeram;
  __kernel_ulong_t sharedram;
  __kernel_ulong_t bufferram;
  __kernel_ulong_t totalswap;
  __kernel_ulong_t freeswap;
  __u16 procs;
  __u16 pad;
  __kernel_ulong_t totalhigh;
  __kernel_ulong_t freehigh;
  __u32 mem_unit;
  char _f[0];
};
int sysinfo(struct sysinfo *info);
int get_nprocs_conf(void);
int get_nprocs(void);
long get_phys_pages(void);
long get_avphys_pages(void);
[[sonde::success("result >= 0"), sonde::error("strerror(errno)")]]
ssize_t getrandom([[sonde::out, sonde::bytes("length")]] void *buffer, size_t length,
    unsigned int flags);
int flock(int fd, int operation);
struct ipc_perm {
  key_t __key;
  uid_t uid;
  gid_t gid;
  uid_t cuid;
  gid_t cgid;
  mode_t mode;
  unsigned short __seq;
  unsigned short __pad2;
  __syscall_ulong_t __glibc_reserved1;
  __syscall_ulong_t __glibc_reserved2;
};
key_t ftok(const char *pathname, int proj_id);
int __getpagesize(void);
struct shmid_ds {
  struct ipc_perm shm_perm;
  size_t shm_segsz;
  time_t shm_atime;
  time_t shm_dtime;
  time_t shm_ctime;
  pid_t shm_cpid;
  pid_t shm_lpid;
  shmatt_t shm_nattch;
  __syscall_ulong_t __glibc_reserved5;
  __syscall_ulong_t __glibc_reserved6;
};
int shmctl(int shmid, int cmd, struct shmid_ds *buf);
int shmget(key_t key, size_t size, int shmflg);
void *shmat(int shmid, const void *shmaddr, int shmflg);
int shmdt(const void *shmaddr);
struct sembuf {
  unsigned short sem_num;
  short sem_op;
  short sem_flg;
};
int semctl(int semid, int semnum, int cmd, ...);
int semget(key_t key, int nsems, int semflg);
int semop(int semid, struct sembuf *sops, size_t nsops);
int semtimedop(int semid, struct sembuf *sops, size_t nsops, const struct timespec *timeout);
struct msqid_ds {
  struct ipc_perm msg_perm;
  time_t msg_stime;
  time_t msg_rtime;
  time_t msg_ctime;
  __syscall_ulong_t __msg_cbytes;
  msgqnum_t msg_qnum;
  msglen_t msg_qbytes;
  pid_t msg_lspid;
  pid_t msg_lrpid;
  __syscall_ulong_t __glibc_reserved4;
  __syscall_ulong_t __glibc_reserved5;
};
int msgctl(int msqid, int cmd, struct msqid_ds *buf);
int msgget(key_t key, int msgflg);
ssize_t msgrcv(int msqid, void *msgp, size_t msgsz, long msgtyp, int msgflg);
int msgsnd(int msqid, const void *msgp, size_t msgsz, int msgflg);
int prctl(int option, ...);
ssize_t sendfile(int out_fd, int in_fd, off_t *offset, size_t count);
ssize_t sendfile64(int out_fd, int in_fd, off64_t *offset, size_t count);
enum {
  XATTR_CREATE = 1,
  XATTR_REPLACE = 2,
};
int setxattr(const char *path, const char *name, const void *value, size_t size, int flags);
int lsetxattr(const char *path, const char *name, const void *value, size_t size, int flags);
int fsetxattr(int fd, const char *name, const void *value, size_t size, int flags);
ssize_t getxattr(const char *path, const char *name, void *value, size_t size);
ssize_t lgetxattr(const char *path, const char *name, void *value, size_t size);
ssize_t fgetxattr(int fd, const char *name, void *value, size_t size);
ssize_t listxattr(const char *path, char *list, size_t size);
ssize_t llistxattr(const char *path, char *list, size_t size);
ssize_t flistxattr(int fd, char *list, size_t size);
int removexattr(const char *path, const char *name);
int lremovexattr(const char *path, const char *name);
int fremovexattr(int fd, const char *name);
struct tms {
  clock_t tms_utime;
  clock_t tms_stime;
  clock_t tms_cutime;
  clock_t tms_cstime;
};
clock_t times(struct tms *buffer);
enum fsconfig_command {
  FSCONFIG_SET_FLAG = 0,
  FSCONFIG_SET_STRING = 1,
  FSCONFIG_SET_BINARY = 2,
  FSCONFIG_SET_PATH = 3,
  FSCONFIG_SET_PATH_EMPTY = 4,
  FSCONFIG_SET_FD = 5,
  FSCONFIG_CMD_CREATE = 6,
  FSCONFIG_CMD_RECONFIGURE = 7,
};
struct mount_attr {
  __u64 attr_set;
  __u64 attr_clr;
  __u64 propagation;
  __u64 userns_fd;
};
enum {
  MS_RDONLY = 1,
  MS_NOSUID = 2,
  MS_NODEV = 4,
  MS_NOEXEC = 8,
  MS_SYNCHRONOUS = 16,
  MS_REMOUNT = 32,
  MS_MANDLOCK = 64,
  MS_DIRSYNC = 128,
  MS_NOSYMFOLLOW = 256,
  MS_NOATIME = 1024,
  MS_NODIRATIME = 2048,
  MS_BIND = 4096,
  MS_MOVE = 8192,
  MS_REC = 16384,
  MS_SILENT = 32768,
  MS_POSIXACL = 65536,
  MS_UNBINDABLE = 131072,
  MS_PRIVATE = 262144,
  MS_SLAVE = 524288,
  MS_SHARED = 1048576,
  MS_RELATIME = 2097152,
  MS_KERNMOUNT = 4194304,
  MS_I_VERSION = 8388608,
  MS_STRICTATIME = 16777216,
  MS_LAZYTIME = 33554432,
  MS_ACTIVE = 1073741824,
  MS_NOUSER = -2147483648,
};
enum {
  MNT_FORCE = 1,
  MNT_DETACH = 2,
  MNT_EXPIRE = 4,
  UMOUNT_NOFOLLOW = 8,
};
int mount(const char *special_file, const char *dir, const char *fstype, unsigned long rwflag,
    const void *data);
int umount(const char *special_file);
int umount2(const char *special_file, int flags);
int fsopen(const char *fs_name, unsigned int flags);
int fsmount(int fd, unsigned int flags, unsigned int ms_flags);
int move_mount(int from_dfd, const char *from_pathname, int to_dfd, const char *to_pathname,
    unsigned int flags);
int fsconfig(int fd, unsigned int cmd, const char *key, const void *value, int aux);
int fspick(int dfd, const char *path, unsigned int flags);
int open_tree(int dfd, const char *filename, unsigned int flags);
int mount_setattr(int dfd, const char *path, unsigned int flags, struct mount_attr *uattr,
    size_t usize);
typedef long __jmp_buf[8];
struct __jmp_buf_tag {
  __jmp_buf __jmpbuf;
  int __mask_was_saved;
  __sigset_t __saved_mask;
};
typedef struct __jmp_buf_tag jmp_buf[1];
int setjmp(jmp_buf env);
int __sigsetjmp(struct __jmp_buf_tag env[1], int savemask);
int _setjmp(struct __jmp_buf_tag env[1]);
_Noreturn void longjmp(struct __jmp_buf_tag env[1], int val);
_Noreturn void _longjmp(struct __jmp_buf_tag env[1], int val);
typedef struct __jmp_buf_tag sigjmp_buf[1];
_Noreturn void siglongjmp(sigjmp_buf env, int val);
struct lconv {
  char *decimal_point;
  char *thousands_sep;
  char *grouping;
  char *int_curr_symbol;
  char *currency_symbol;
  char *mon_decimal_point;
  char *mon_thousands_sep;
  char *mon_grouping;
  char *positive_sign;
  char *negative_sign;
  char int_frac_digits;
  char frac_digits;
  char p_cs_precedes;
  char p_sep_by_space;
  char n_cs_precedes;
  char n_sep_by_space;
  char p_sign_posn;
  char n_sign_posn;
  char int_p_cs_precedes;
  char int_p_sep_by_space;
  char int_n_cs_precedes;
  char int_n_sep_by_space;
  char int_p_sign_posn;
  char int_n_sign_posn;
};
char *setlocale(int category, const char *locale);
struct lconv *localeconv(void);
[[sonde::owned("freelocale"), sonde::success("result != 0"), sonde::error("strerror(errno)")]]
locale_t newlocale(int category_mask, [[sonde::string]] const char *locale,
    [[sonde::nullable]] locale_t base);
locale_t duplocale(locale_t dataset);
void freelocale([[sonde::takes]] locale_t dataset);
locale_t uselocale(locale_t dataset);
typedef void *nl_catd;
nl_catd catopen(const char *cat_name, int flag);
char *catgets(nl_catd catalog, int set, int number, const char *string);
int catclose(nl_catd catalog);
enum {
  ABDAY_1 = 131072,
  ABDAY_2 = 131073,
  ABDAY_3 = 131074,
  ABDAY_4 = 131075,
  ABDAY_5 = 131076,
  ABDAY_6 = 131077,
  ABDAY_7 = 131078,
  DAY_1 = 131079,
  DAY_2 = 131080,
  DAY_3 = 131081,
  DAY_4 = 131082,
  DAY_5 = 131083,
  DAY_6 = 131084,
  DAY_7 = 131085,
  ABMON_1 = 131086,
  ABMON_2 = 131087,
  ABMON_3 = 131088,
  ABMON_4 = 131089,
  ABMON_5 = 131090,
  ABMON_6 = 131091,
  ABMON_7 = 131092,
  ABMON_8 = 131093,
  ABMON_9 = 131094,
  ABMON_10 = 131095,
  ABMON_11 = 131096,
  ABMON_12 = 131097,
  MON_1 = 131098,
  MON_2 = 131099,
  MON_3 = 131100,
  MON_4 = 131101,
  MON_5 = 131102,
  MON_6 = 131103,
  MON_7 = 131104,
  MON_8 = 131105,
  MON_9 = 131106,
  MON_10 = 131107,
  MON_11 = 131108,
  MON_12 = 131109,
  AM_STR = 131110,
  PM_STR = 131111,
  D_T_FMT = 131112,
  D_FMT = 131113,
  T_FMT = 131114,
  T_FMT_AMPM = 131115,
  ERA = 131116,
  __ERA_YEAR = 131117,
  ERA_D_FMT = 131118,
  ALT_DIGITS = 131119,
  ERA_D_T_FMT = 131120,
  ERA_T_FMT = 131121,
  _NL_TIME_ERA_NUM_ENTRIES = 131122,
  _NL_TIME_ERA_ENTRIES = 131123,
  _NL_WABDAY_1 = 131124,
  _NL_WABDAY_2 = 131125,
  _NL_WABDAY_3 = 131126,
  _NL_WABDAY_4 = 131127,
  _NL_WABDAY_5 = 131128,
  _NL_WABDAY_6 = 131129,
  _NL_WABDAY_7 = 131130,
  _NL_WDAY_1 = 131131,
  _NL_WDAY_2 = 131132,
  _NL_WDAY_3 = 131133,
  _NL_WDAY_4 = 131134,
  _NL_WDAY_5 = 131135,
  _NL_WDAY_6 = 131136,
  _NL_WDAY_7 = 131137,
  _NL_WABMON_1 = 131138,
  _NL_WABMON_2 = 131139,
  _NL_WABMON_3 = 131140,
  _NL_WABMON_4 = 131141,
  _NL_WABMON_5 = 131142,
  _NL_WABMON_6 = 131143,
  _NL_WABMON_7 = 131144,
  _NL_WABMON_8 = 131145,
  _NL_WABMON_9 = 131146,
  _NL_WABMON_10 = 131147,
  _NL_WABMON_11 = 131148,
  _NL_WABMON_12 = 131149,
  _NL_WMON_1 = 131150,
  _NL_WMON_2 = 131151,
  _NL_WMON_3 = 131152,
  _NL_WMON_4 = 131153,
  _NL_WMON_5 = 131154,
  _NL_WMON_6 = 131155,
  _NL_WMON_7 = 131156,
  _NL_WMON_8 = 131157,
  _NL_WMON_9 = 131158,
  _NL_WMON_10 = 131159,
  _NL_WMON_11 = 131160,
  _NL_WMON_12 = 131161,
  _NL_WAM_STR = 131162,
  _NL_WPM_STR = 131163,
  _NL_WD_T_FMT = 131164,
  _NL_WD_FMT = 131165,
  _NL_WT_FMT = 131166,
  _NL_WT_FMT_AMPM = 131167,
  _NL_WERA_YEAR = 131168,
  _NL_WERA_D_FMT = 131169,
  _NL_WALT_DIGITS = 131170,
  _NL_WERA_D_T_FMT = 131171,
  _NL_WERA_T_FMT = 131172,
  _NL_TIME_WEEK_NDAYS = 131173,
  _NL_TIME_WEEK_1STDAY = 131174,
  _NL_TIME_WEEK_1STWEEK = 131175,
  _NL_TIME_FIRST_WEEKDAY = 131176,
  _NL_TIME_FIRST_WORKDAY = 131177,
  _NL_TIME_CAL_DIRECTION = 131178,
  _NL_TIME_TIMEZONE = 131179,
  _DATE_FMT = 131180,
  _NL_W_DATE_FMT = 131181,
  _NL_TIME_CODESET = 131182,
  __ALTMON_1 = 131183,
  __ALTMON_2 = 131184,
  __ALTMON_3 = 131185,
  __ALTMON_4 = 131186,
  __ALTMON_5 = 131187,
  __ALTMON_6 = 131188,
  __ALTMON_7 = 131189,
  __ALTMON_8 = 131190,
  __ALTMON_9 = 131191,
  __ALTMON_10 = 131192,
  __ALTMON_11 = 131193,
  __ALTMON_12 = 131194,
  _NL_WALTMON_1 = 131195,
  _NL_WALTMON_2 = 131196,
  _NL_WALTMON_3 = 131197,
  _NL_WALTMON_4 = 131198,
  _NL_WALTMON_5 = 131199,
  _NL_WALTMON_6 = 131200,
  _NL_WALTMON_7 = 131201,
  _NL_WALTMON_8 = 131202,
  _NL_WALTMON_9 = 131203,
  _NL_WALTMON_10 = 131204,
  _NL_WALTMON_11 = 131205,
  _NL_WALTMON_12 = 131206,
  _NL_ABALTMON_1 = 131207,
  _NL_ABALTMON_2 = 131208,
  _NL_ABALTMON_3 = 131209,
  _NL_ABALTMON_4 = 131210,
  _NL_ABALTMON_5 = 131211,
  _NL_ABALTMON_6 = 131212,
  _NL_ABALTMON_7 = 131213,
  _NL_ABALTMON_8 = 131214,
  _NL_ABALTMON_9 = 131215,
  _NL_ABALTMON_10 = 131216,
  _NL_ABALTMON_11 = 131217,
  _NL_ABALTMON_12 = 131218,
  _NL_WABALTMON_1 = 131219,
  _NL_WABALTMON_2 = 131220,
  _NL_WABALTMON_3 = 131221,
  _NL_WABALTMON_4 = 131222,
  _NL_WABALTMON_5 = 131223,
  _NL_WABALTMON_6 = 131224,
  _NL_WABALTMON_7 = 131225,
  _NL_WABALTMON_8 = 131226,
  _NL_WABALTMON_9 = 131227,
  _NL_WABALTMON_10 = 131228,
  _NL_WABALTMON_11 = 131229,
  _NL_WABALTMON_12 = 131230,
  _NL_NUM_LC_TIME = 131231,
  _NL_COLLATE_NRULES = 196608,
  _NL_COLLATE_RULESETS = 196609,
  _NL_COLLATE_TABLEMB = 196610,
  _NL_COLLATE_WEIGHTMB = 196611,
  _NL_COLLATE_EXTRAMB = 196612,
  _NL_COLLATE_INDIRECTMB = 196613,
  _NL_COLLATE_GAP1 = 196614,
  _NL_COLLATE_GAP2 = 196615,
  _NL_COLLATE_GAP3 = 196616,
  _NL_COLLATE_TABLEWC = 196617,
  _NL_COLLATE_WEIGHTWC = 196618,
  _NL_COLLATE_EXTRAWC = 196619,
  _NL_COLLATE_INDIRECTWC = 196620,
  _NL_COLLATE_SYMB_HASH_SIZEMB = 196621,
  _NL_COLLATE_SYMB_TABLEMB = 196622,
  _NL_COLLATE_SYMB_EXTRAMB = 196623,
  _NL_COLLATE_COLLSEQMB = 196624,
  _NL_COLLATE_COLLSEQWC = 196625,
  _NL_COLLATE_CODESET = 196626,
  _NL_NUM_LC_COLLATE = 196627,
  _NL_CTYPE_CLASS = 0,
  _NL_CTYPE_TOUPPER = 1,
  _NL_CTYPE_GAP1 = 2,
  _NL_CTYPE_TOLOWER = 3,
  _NL_CTYPE_GAP2 = 4,
  _NL_CTYPE_CLASS32 = 5,
  _NL_CTYPE_GAP3 = 6,
  _NL_CTYPE_GAP4 = 7,
  _NL_CTYPE_GAP5 = 8,
  _NL_CTYPE_GAP6 = 9,
  _NL_CTYPE_CLASS_NAMES = 10,
  _NL_CTYPE_MAP_NAMES = 11,
  _NL_CTYPE_WIDTH = 12,
  _NL_CTYPE_MB_CUR_MAX = 13,
  _NL_CTYPE_CODESET_NAME = 14,
  CODESET = 14,
  _NL_CTYPE_TOUPPER32 = 15,
  _NL_CTYPE_TOLOWER32 = 16,
  _NL_CTYPE_CLASS_OFFSET = 17,
  _NL_CTYPE_MAP_OFFSET = 18,
  _NL_CTYPE_INDIGITS_MB_LEN = 19,
  _NL_CTYPE_INDIGITS0_MB = 20,
  _NL_CTYPE_INDIGITS1_MB = 21,
  _NL_CTYPE_INDIGITS2_MB = 22,
  _NL_CTYPE_INDIGITS3_MB = 23,
  _NL_CTYPE_INDIGITS4_MB = 24,
  _NL_CTYPE_INDIGITS5_MB = 25,
  _NL_CTYPE_INDIGITS6_MB = 26,
  _NL_CTYPE_INDIGITS7_MB = 27,
  _NL_CTYPE_INDIGITS8_MB = 28,
  _NL_CTYPE_INDIGITS9_MB = 29,
  _NL_CTYPE_INDIGITS_WC_LEN = 30,
  _NL_CTYPE_INDIGITS0_WC = 31,
  _NL_CTYPE_INDIGITS1_WC = 32,
  _NL_CTYPE_INDIGITS2_WC = 33,
  _NL_CTYPE_INDIGITS3_WC = 34,
  _NL_CTYPE_INDIGITS4_WC = 35,
  _NL_CTYPE_INDIGITS5_WC = 36,
  _NL_CTYPE_INDIGITS6_WC = 37,
  _NL_CTYPE_INDIGITS7_WC = 38,
  _NL_CTYPE_INDIGITS8_WC = 39,
  _NL_CTYPE_INDIGITS9_WC = 40,
  _NL_CTYPE_OUTDIGIT0_MB = 41,
  _NL_CTYPE_OUTDIGIT1_MB = 42,
  _NL_CTYPE_OUTDIGIT2_MB = 43,
  _NL_CTYPE_OUTDIGIT3_MB = 44,
  _NL_CTYPE_OUTDIGIT4_MB = 45,
  _NL_CTYPE_OUTDIGIT5_MB = 46,
  _NL_CTYPE_OUTDIGIT6_MB = 47,
  _NL_CTYPE_OUTDIGIT7_MB = 48,
  _NL_CTYPE_OUTDIGIT8_MB = 49,
  _NL_CTYPE_OUTDIGIT9_MB = 50,
  _NL_CTYPE_OUTDIGIT0_WC = 51,
  _NL_CTYPE_OUTDIGIT1_WC = 52,
  _NL_CTYPE_OUTDIGIT2_WC = 53,
  _NL_CTYPE_OUTDIGIT3_WC = 54,
  _NL_CTYPE_OUTDIGIT4_WC = 55,
  _NL_CTYPE_OUTDIGIT5_WC = 56,
  _NL_CTYPE_OUTDIGIT6_WC = 57,
  _NL_CTYPE_OUTDIGIT7_WC = 58,
  _NL_CTYPE_OUTDIGIT8_WC = 59,
  _NL_CTYPE_OUTDIGIT9_WC = 60,
  _NL_CTYPE_TRANSLIT_TAB_SIZE = 61,
  _NL_CTYPE_TRANSLIT_FROM_IDX = 62,
  _NL_CTYPE_TRANSLIT_FROM_TBL = 63,
  _NL_CTYPE_TRANSLIT_TO_IDX = 64,
  _NL_CTYPE_TRANSLIT_TO_TBL = 65,
  _NL_CTYPE_TRANSLIT_DEFAULT_MISSING_LEN = 66,
  _NL_CTYPE_TRANSLIT_DEFAULT_MISSING = 67,
  _NL_CTYPE_TRANSLIT_IGNORE_LEN = 68,
  _NL_CTYPE_TRANSLIT_IGNORE = 69,
  _NL_CTYPE_MAP_TO_NONASCII = 70,
  _NL_CTYPE_NONASCII_CASE = 71,
  _NL_CTYPE_EXTRA_MAP_1 = 72,
  _NL_CTYPE_EXTRA_MAP_2 = 73,
  _NL_CTYPE_EXTRA_MAP_3 = 74,
  _NL_CTYPE_EXTRA_MAP_4 = 75,
  _NL_CTYPE_EXTRA_MAP_5 = 76,
  _NL_CTYPE_EXTRA_MAP_6 = 77,
  _NL_CTYPE_EXTRA_MAP_7 = 78,
  _NL_CTYPE_EXTRA_MAP_8 = 79,
  _NL_CTYPE_EXTRA_MAP_9 = 80,
  _NL_CTYPE_EXTRA_MAP_10 = 81,
  _NL_CTYPE_EXTRA_MAP_11 = 82,
  _NL_CTYPE_EXTRA_MAP_12 = 83,
  _NL_CTYPE_EXTRA_MAP_13 = 84,
  _NL_CTYPE_EXTRA_MAP_14 = 85,
  _NL_NUM_LC_CTYPE = 86,
  __INT_CURR_SYMBOL = 262144,
  __CURRENCY_SYMBOL = 262145,
  __MON_DECIMAL_POINT = 262146,
  __MON_THOUSANDS_SEP = 262147,
  __MON_GROUPING = 262148,
  __POSITIVE_SIGN = 262149,
  __NEGATIVE_SIGN = 262150,
  __INT_FRAC_DIGITS = 262151,
  __FRAC_DIGITS = 262152,
  __P_CS_PRECEDES = 262153,
  __P_SEP_BY_SPACE = 262154,
  __N_CS_PRECEDES = 262155,
  __N_SEP_BY_SPACE = 262156,
  __P_SIGN_POSN = 262157,
  __N_SIGN_POSN = 262158,
  _NL_MONETARY_CRNCYSTR = 262159,
  __INT_P_CS_PRECEDES = 262160,
  __INT_P_SEP_BY_SPACE = 262161,
  __INT_N_CS_PRECEDES = 262162,
  __INT_N_SEP_BY_SPACE = 262163,
  __INT_P_SIGN_POSN = 262164,
  __INT_N_SIGN_POSN = 262165,
  _NL_MONETARY_DUO_INT_CURR_SYMBOL = 262166,
  _NL_MONETARY_DUO_CURRENCY_SYMBOL = 262167,
  _NL_MONETARY_DUO_INT_FRAC_DIGITS = 262168,
  _NL_MONETARY_DUO_FRAC_DIGITS = 262169,
  _NL_MONETARY_DUO_P_CS_PRECEDES = 262170,
  _NL_MONETARY_DUO_P_SEP_BY_SPACE = 262171,
  _NL_MONETARY_DUO_N_CS_PRECEDES = 262172,
  _NL_MONETARY_DUO_N_SEP_BY_SPACE = 262173,
  _NL_MONETARY_DUO_INT_P_CS_PRECEDES = 262174,
  _NL_MONETARY_DUO_INT_P_SEP_BY_SPACE = 262175,
  _NL_MONETARY_DUO_INT_N_CS_PRECEDES = 262176,
  _NL_MONETARY_DUO_INT_N_SEP_BY_SPACE = 262177,
  _NL_MONETARY_DUO_P_SIGN_POSN = 262178,
  _NL_MONETARY_DUO_N_SIGN_POSN = 262179,
  _NL_MONETARY_DUO_INT_P_SIGN_POSN = 262180,
  _NL_MONETARY_DUO_INT_N_SIGN_POSN = 262181,
  _NL_MONETARY_UNO_VALID_FROM = 262182,
  _NL_MONETARY_UNO_VALID_TO = 262183,
  _NL_MONETARY_DUO_VALID_FROM = 262184,
  _NL_MONETARY_DUO_VALID_TO = 262185,
  _NL_MONETARY_CONVERSION_RATE = 262186,
  _NL_MONETARY_DECIMAL_POINT_WC = 262187,
  _NL_MONETARY_THOUSANDS_SEP_WC = 262188,
  _NL_MONETARY_CODESET = 262189,
  _NL_NUM_LC_MONETARY = 262190,
  __DECIMAL_POINT = 65536,
  RADIXCHAR = 65536,
  __THOUSANDS_SEP = 65537,
  THOUSEP = 65537,
  __GROUPING = 65538,
  _NL_NUMERIC_DECIMAL_POINT_WC = 65539,
  _NL_NUMERIC_THOUSANDS_SEP_WC = 65540,
  _NL_NUMERIC_CODESET = 65541,
  _NL_NUM_LC_NUMERIC = 65542,
  __YESEXPR = 327680,
  __NOEXPR = 327681,
  __YESSTR = 327682,
  __NOSTR = 327683,
  _NL_MESSAGES_CODESET = 327684,
  _NL_NUM_LC_MESSAGES = 327685,
  _NL_PAPER_HEIGHT = 458752,
  _NL_PAPER_WIDTH = 458753,
  _NL_PAPER_CODESET = 458754,
  _NL_NUM_LC_PAPER = 458755,
  _NL_NAME_NAME_FMT = 524288,
  _NL_NAME_NAME_GEN = 524289,
  _NL_NAME_NAME_MR = 524290,
  _NL_NAME_NAME_MRS = 524291,
  _NL_NAME_NAME_MISS = 524292,
  _NL_NAME_NAME_MS = 524293,
  _NL_NAME_CODESET = 524294,
  _NL_NUM_LC_NAME = 524295,
  _NL_ADDRESS_POSTAL_FMT = 589824,
  _NL_ADDRESS_COUNTRY_NAME = 589825,
  _NL_ADDRESS_COUNTRY_POST = 589826,
  _NL_ADDRESS_COUNTRY_AB2 = 589827,
  _NL_ADDRESS_COUNTRY_AB3 = 589828,
  _NL_ADDRESS_COUNTRY_CAR = 589829,
  _NL_ADDRESS_COUNTRY_NUM = 589830,
  _NL_ADDRESS_COUNTRY_ISBN = 589831,
  _NL_ADDRESS_LANG_NAME = 589832,
  _NL_ADDRESS_LANG_AB = 589833,
  _NL_ADDRESS_LANG_TERM = 589834,
  _NL_ADDRESS_LANG_LIB = 589835,
  _NL_ADDRESS_CODESET = 589836,
  _NL_NUM_LC_ADDRESS = 589837,
  _NL_TELEPHONE_TEL_INT_FMT = 655360,
  _NL_TELEPHONE_TEL_DOM_FMT = 655361,
  _NL_TELEPHONE_INT_SELECT = 655362,
  _NL_TELEPHONE_INT_PREFIX = 655363,
  _NL_TELEPHONE_CODESET = 655364,
  _NL_NUM_LC_TELEPHONE = 655365,
  _NL_MEASUREMENT_MEASUREMENT = 720896,
  _NL_MEASUREMENT_CODESET = 720897,
  _NL_NUM_LC_MEASUREMENT = 720898,
  _NL_IDENTIFICATION_TITLE = 786432,
  _NL_IDENTIFICATION_SOURCE = 786433,
  _NL_IDENTIFICATION_ADDRESS = 786434,
  _NL_IDENTIFICATION_CONTACT = 786435,
  _NL_IDENTIFICATION_EMAIL = 786436,
  _NL_IDENTIFICATION_TEL = 786437,
  _NL_IDENTIFICATION_FAX = 786438,
  _NL_IDENTIFICATION_LANGUAGE = 786439,
  _NL_IDENTIFICATION_TERRITORY = 786440,
  _NL_IDENTIFICATION_AUDIENCE = 786441,
  _NL_IDENTIFICATION_APPLICATION = 786442,
  _NL_IDENTIFICATION_ABBREVIATION = 786443,
  _NL_IDENTIFICATION_REVISION = 786444,
  _NL_IDENTIFICATION_DATE = 786445,
  _NL_IDENTIFICATION_CATEGORY = 786446,
  _NL_IDENTIFICATION_CODESET = 786447,
  _NL_NUM_LC_IDENTIFICATION = 786448,
  _NL_NUM = 786449,
};
char *nl_langinfo(nl_item item);
char *nl_langinfo_l(nl_item item, locale_t l);
typedef void *iconv_t;
[[sonde::success("result == 0")]] int iconv_close([[sonde::takes]] iconv_t cd);
[[sonde::owned("iconv_close"), sonde::success("(long)result != -1"),
  sonde::error("strerror(errno)")]]
iconv_t iconv_open([[sonde::string]] const char *tocode, [[sonde::string]] const char *fromcode);
size_t iconv(iconv_t cd, char **restrict inbuf, size_t *restrict inbytesleft,
    char **restrict outbuf, size_t *restrict outbytesleft);
char *gettext(const char *msgid);
char *dgettext(const char *domainname, const char *msgid);
char *__dgettext(const char *domainname, const char *msgid);
char *dcgettext(const char *domainname, const char *msgid, int category);
char *__dcgettext(const char *domainname, const char *msgid, int category);
char *ngettext(const char *msgid1, const char *msgid2, unsigned long n);
char *dngettext(const char *domainname, const char *msgid1, const char *msgid2, unsigned long n);
char *dcngettext(const char *domainname, const char *msgid1, const char *msgid2, unsigned long n,
    int category);
char *textdomain(const char *domainname);
char *bindtextdomain(const char *domainname, const char *dirname);
char *bind_textdomain_codeset(const char *domainname, const char *codeset);
struct dirent {
  ino_t d_ino;
  off_t d_off;
  unsigned short d_reclen;
  unsigned char d_type;
  char d_name[256];
};
struct dirent64 {
  ino64_t d_ino;
  off64_t d_off;
  unsigned short d_reclen;
  unsigned char d_type;
  char d_name[256];
};
enum {
  DT_UNKNOWN = 0,
  DT_FIFO = 1,
  DT_CHR = 2,
  DT_DIR = 4,
  DT_BLK = 6,
  DT_REG = 8,
  DT_LNK = 10,
  DT_SOCK = 12,
  DT_WHT = 14,
};
typedef struct __dirstream DIR;
[[sonde::success("result == 0")]] int closedir([[sonde::takes]] DIR *dirp);
[[sonde::owned("closedir"), sonde::nullable, sonde::success("result != 0"),
  sonde::error("strerror(errno)"), sonde::blocking]]
DIR *opendir([[sonde::string]] const char *name);
DIR *fdopendir(int fd);
[[sonde::borrowed, sonde::nullable]] struct dirent *readdir(DIR *dirp);
struct dirent64 *readdir64(DIR *dirp);
int readdir_r(DIR *restrict dirp, struct dirent *restrict entry, struct dirent **restrict result);
int readdir64_r(DIR *restrict dirp, struct dirent64 *restrict entry,
    struct dirent64 **restrict result);
void rewinddir(DIR *dirp);
void seekdir(DIR *dirp, long pos);
long telldir(DIR *dirp);
int dirfd(DIR *dirp);
long __sysconf(int name);
int scandir(const char *restrict dir, struct dirent ***restrict namelist,
    int (*selector)(const struct dirent *), int (*cmp)(const struct dirent **,
    const struct dirent **));
int scandir64(const char *restrict dir, struct dirent64 ***restrict namelist,
    int (*selector)(const struct dirent64 *), int (*cmp)(const struct dirent64 **,
    const struct dirent64 **));
int scandirat(int dfd, const char *restrict dir, struct dirent ***restrict namelist,
    int (*selector)(const struct dirent *), int (*cmp)(const struct dirent **,
    const struct dirent **));
int scandirat64(int dfd, const char *restrict dir, struct dirent64 ***restrict namelist,
    int (*selector)(const struct dirent64 *), int (*cmp)(const struct dirent64 **,
    const struct dirent64 **));
int alphasort(const struct dirent **e1, const struct dirent **e2);
int alphasort64(const struct dirent64 **e1, const struct dirent64 **e2);
ssize_t getdirentries(int fd, char *restrict buf, size_t nbytes, off_t *restrict basep);
ssize_t getdirentries64(int fd, char *restrict buf, size_t nbytes, off64_t *restrict basep);
int versionsort(const struct dirent **e1, const struct dirent **e2);
int versionsort64(const struct dirent64 **e1, const struct dirent64 **e2);
ssize_t getdents64(int fd, void *buffer, size_t length);
enum {
  FTW_F = 0,
  FTW_D = 1,
  FTW_DNR = 2,
  FTW_NS = 3,
  FTW_SL = 4,
  FTW_DP = 5,
  FTW_SLN = 6,
};
enum {
  FTW_PHYS = 1,
  FTW_MOUNT = 2,
  FTW_CHDIR = 4,
  FTW_DEPTH = 8,
  FTW_ACTIONRETVAL = 16,
};
enum {
  FTW_CONTINUE = 0,
  FTW_STOP = 1,
  FTW_SKIP_SUBTREE = 2,
  FTW_SKIP_SIBLINGS = 3,
};
struct FTW {
  int base;
  int level;
};
typedef int (*__ftw_func_t)(const char *__filename, const struct stat *__status, int __flag);
typedef int (*__ftw64_func_t)(const char *__filename, const struct stat64 *__status, int __flag);
typedef int (*__nftw_func_t)(const char *__filename, const struct stat *__status, int __flag,
    struct FTW *__info);
typedef int (*__nftw64_func_t)(const char *__filename, const struct stat64 *__status, int __flag,
    struct FTW *__info);
int ftw(const char *dir, __ftw_func_t func, int descriptors);
int ftw64(const char *dir, __ftw64_func_t func, int descriptors);
int nftw(const char *dir, __nftw_func_t func, int descriptors, int flag);
int nftw64(const char *dir, __nftw64_func_t func, int descriptors, int flag);
typedef struct {
  size_t gl_pathc;
  char **gl_pathv;
  size_t gl_offs;
  int gl_flags;
  void (*gl_closedir)(void *);
  struct dirent *(*gl_readdir)(void *);
  void *(*gl_opendir)(const char *);
  int (*gl_lstat)(const char *restrict, struct stat *restrict);
  int (*gl_stat)(const char *restrict, struct stat *restrict);
} glob_t;
typedef struct {
  size_t gl_pathc;
  char **gl_pathv;
  size_t gl_offs;
  int gl_flags;
  void (*gl_closedir)(void *);
  struct dirent64 *(*gl_readdir)(void *);
  void *(*gl_opendir)(const char *);
  int (*gl_lstat)(const char *restrict, struct stat64 *restrict);
  int (*gl_stat)(const char *restrict, struct stat64 *restrict);
} glob64_t;
int glob(const char *restrict pattern, int flags, int (*errfunc)(const char *, int),
    glob_t *restrict pglob);
void globfree(glob_t *pglob);
int glob64(const char *restrict pattern, int flags, int (*errfunc)(const char *, int),
    glob64_t *restrict pglob);
void globfree64(glob64_t *pglob);
int glob_pattern_p(const char *pattern, int quote);
int fnmatch(const char *pattern, const char *name, int flags);
extern reg_syntax_t re_syntax_options;
struct re_pattern_buffer {
  struct re_dfa_t *buffer;
  __re_long_size_t allocated;
  __re_long_size_t used;
  reg_syntax_t syntax;
  char *fastmap;
  unsigned char *translate;
  size_t re_nsub;
  unsigned int can_be_null : 1;
  unsigned int regs_allocated : 2;
  unsigned int fastmap_accurate : 1;
  unsigned int no_sub : 1;
  unsigned int not_bol : 1;
  unsigned int not_eol : 1;
  unsigned int newline_anchor : 1;
};
typedef struct re_pattern_buffer regex_t;
struct re_registers {
  __re_size_t num_regs;
  regoff_t *start;
  regoff_t *end;
};
typedef struct {
  regoff_t rm_so;
  regoff_t rm_eo;
} regmatch_t;
reg_syntax_t re_set_syntax(reg_syntax_t syntax);
const char *re_compile_pattern(const char *pattern, size_t length,
    struct re_pattern_buffer *buffer);
int re_compile_fastmap(struct re_pattern_buffer *buffer);
regoff_t re_search(struct re_pattern_buffer *buffer, const char *String, regoff_t length,
    regoff_t start, regoff_t range, struct re_registers *regs);
regoff_t re_search_2(struct re_pattern_buffer *buffer, const char *string1, regoff_t length1,
    const char *string2, regoff_t length2, regoff_t start, regoff_t range,
    struct re_registers *regs, regoff_t stop);
regoff_t re_match(struct re_pattern_buffer *buffer, const char *String, regoff_t length,
    regoff_t start, struct re_registers *regs);
regoff_t re_match_2(struct re_pattern_buffer *buffer, const char *string1, regoff_t length1,
    const char *string2, regoff_t length2, regoff_t start, struct re_registers *regs,
    regoff_t stop);
void re_set_registers(struct re_pattern_buffer *buffer, struct re_registers *regs,
    __re_size_t num_regs, regoff_t *starts, regoff_t *ends);
[[sonde::success("result == 0"), sonde::note("preg has to be freed with regfree")]]
int regcomp([[sonde::out]] regex_t *restrict preg, [[sonde::string]] const char *restrict pattern,
    int cflags);
[[sonde::success("result == 0")]]
int regexec([[sonde::in]] const regex_t *restrict preg,
    [[sonde::string]] const char *restrict String, size_t nmatch,
    [[sonde::out, sonde::nullable, sonde::count("nmatch")]] regmatch_t *restrict pmatch,
    int eflags);
size_t regerror(int errcode, [[sonde::in, sonde::nullable]] const regex_t *restrict preg,
    [[sonde::out, sonde::nullable, sonde::bytes("errbuf_size"), sonde::string]]
    char *restrict errbuf, size_t errbuf_size);
void regfree([[sonde::inout]] regex_t *preg);
enum {
  WRDE_DOOFFS = 1,
  WRDE_APPEND = 2,
  WRDE_NOCMD = 4,
  WRDE_REUSE = 8,
  WRDE_SHOWERR = 16,
  WRDE_UNDEF = 32,
  __WRDE_FLAGS = 63,
};
typedef struct {
  size_t we_wordc;
  char **we_wordv;
  size_t we_offs;
} wordexp_t;
enum {
  WRDE_NOSYS = -1,
  WRDE_NOSPACE = 1,
  WRDE_BADCHAR = 2,
  WRDE_BADVAL = 3,
  WRDE_CMDSUB = 4,
  WRDE_SYNTAX = 5,
};
int wordexp(const char *restrict words, wordexp_t *restrict pwordexp, int flags);
void wordfree(wordexp_t *wordexp);
void insque(void *elem, void *prev);
void remque(void *elem);
typedef enum {
  FIND = 0,
  ENTER = 1,
} ACTION;
struct entry {
  char *key;
  void *data;
};
typedef struct entry ENTRY;
struct _ENTRY;
ENTRY *hsearch(ENTRY item, ACTION action);
int hcreate(size_t nel);
void hdestroy(void);
struct hsearch_data {
  struct _ENTRY *table;
  unsigned int size;
  unsigned int filled;
};
int hsearch_r(ENTRY item, ACTION action, ENTRY **retval, struct hsearch_data *htab);
int hcreate_r(size_t nel, struct hsearch_data *htab);
void hdestroy_r(struct hsearch_data *htab);
typedef enum {
  preorder = 0,
  postorder = 1,
  endorder = 2,
  leaf = 3,
} VISIT;
void *tsearch(const void *key, void **rootp, __compar_fn_t compar);
void *tfind(const void *key, void *const *rootp, __compar_fn_t compar);
void *tdelete(const void *restrict key, void **restrict rootp, __compar_fn_t compar);
typedef void (*__action_fn_t)(const void *__nodep, VISIT __value, int __level);
void twalk(const void *root, __action_fn_t action);
void twalk_r(const void *root, void (*)(const void *__nodep, VISIT __value, void *__closure),
    void *closure);
typedef void (*__free_fn_t)(void *__nodep);
void tdestroy(void *root, __free_fn_t freefct);
void *lfind(const void *key, const void *base, size_t *nmemb, size_t size, __compar_fn_t compar);
void *lsearch(const void *key, void *base, size_t *nmemb, size_t size, __compar_fn_t compar);
struct option {
  const char *name;
  int has_arg;
  int *flag;
  int val;
};
int getopt_long(int argc, char *const *argv, const char *shortopts, const struct option *longopts,
    int *longind);
int getopt_long_only(int argc, char *const *argv, const char *shortopts,
    const struct option *longopts, int *longind);
struct argp_option {
  const char *name;
  int key;
  const char *arg;
  int flags;
  const char *doc;
  int group;
};
struct argp;
struct argp_state;
struct argp_child;
typedef error_t (*argp_parser_t)(int __key, char *__arg, struct argp_state *__state);
struct argp {
  const struct argp_option *options;
  argp_parser_t parser;
  const char *args_doc;
  const char *doc;
  const struct argp_child *children;
  char *(*help_filter)(int __key, const char *__text, void *__input);
  const char *argp_domain;
};
struct argp_child {
  const struct argp *argp;
  int flags;
  const char *header;
  int group;
};
struct argp_state {
  const struct argp *root_argp;
  int argc;
  char **argv;
  int next;
  unsigned int flags;
  unsigned int arg_num;
  int quoted;
  void *input;
  void **child_inputs;
  void *hook;
  char *name;
  FILE *err_stream;
  FILE *out_stream;
  void *pstate;
};
error_t argp_parse(const struct argp *restrict argp, int argc, char **restrict argv,
    unsigned int flags, int *restrict arg_index, void *restrict input);
extern const char *argp_program_version;
extern void (*argp_program_version_hook)(FILE *restrict __stream, struct argp_state *restrict __state);
extern const char *argp_program_bug_address;
extern error_t argp_err_exit_status;
void argp_help(const struct argp *restrict argp, FILE *restrict stream, unsigned int flags,
    char *restrict name);
void argp_state_help(const struct argp_state *restrict state, FILE *restrict stream,
    unsigned int flags);
void argp_usage(const struct argp_state *state);
void argp_error(const struct argp_state *restrict state, const char *restrict fmt, ...);
void argp_failure(const struct argp_state *restrict state, int status, int errnum,
    const char *restrict fmt, ...);
error_t argz_create(char *const argv[], char **restrict argz, size_t *restrict len);
error_t argz_create_sep(const char *restrict string, int sep, char **restrict argz,
    size_t *restrict len);
size_t __argz_count(const char *argz, size_t len);
size_t argz_count(const char *argz, size_t len);
void argz_extract(const char *restrict argz, size_t len, char **restrict argv);
void __argz_stringify(char *argz, size_t len, int sep);
void argz_stringify(char *argz, size_t len, int sep);
error_t argz_append(char **restrict argz, size_t *restrict argz_len, const char *restrict buf,
    size_t buf_len);
error_t argz_add(char **restrict argz, size_t *restrict argz_len, const char *restrict str);
error_t argz_add_sep(char **restrict argz, size_t *restrict argz_len, const char *restrict string,
    int delim);
void argz_delete(char **restrict argz, size_t *restrict argz_len, char *restrict entry);
error_t argz_insert(char **restrict argz, size_t *restrict argz_len, char *restrict before,
    const char *restrict entry);
error_t argz_replace(char **restrict argz, size_t *restrict argz_len, const char *restrict str,
    const char *restrict with, unsigned int *restrict replace_count);
char *__argz_next(const char *restrict argz, size_t argz_len, const char *restrict entry);
char *argz_next(const char *restrict argz, size_t argz_len, const char *restrict entry);
char *envz_entry(const char *restrict envz, size_t envz_len, const char *restrict name);
char *envz_get(const char *restrict envz, size_t envz_len, const char *restrict name);
error_t envz_add(char **restrict envz, size_t *restrict envz_len, const char *restrict name,
    const char *restrict value);
error_t envz_merge(char **restrict envz, size_t *restrict envz_len, const char *restrict envz2,
    size_t envz2_len, int override);
void envz_remove(char **restrict envz, size_t *restrict envz_len, const char *restrict name);
void envz_strip(char **restrict envz, size_t *restrict envz_len);
void warn(const char *format, ...);
void vwarn(const char *format, va_list);
void warnx(const char *format, ...);
void vwarnx(const char *format, va_list);
_Noreturn void err(int status, const char *format, ...);
_Noreturn void verr(int status, const char *format, va_list);
_Noreturn void errx(int status, const char *format, ...);
_Noreturn void verrx(int status, const char *, va_list);
void error(int status, int errnum, const char *format, ...);
void error_at_line(int status, int errnum, const char *fname, unsigned int lineno,
    const char *format, ...);
extern void (*error_print_progname)(void);
extern unsigned int error_message_count;
extern int error_one_per_line;
void __error_alias(int status, int errnum, const char *format, ...) __asm__("error");
_Noreturn void __error_noreturn(int status, int errnum, const char *format, ...) __asm__("error");
void __error_at_line_alias(int status, int errnum, const char *fname, unsigned int line,
    const char *format, ...) __asm__("error_at_line");
_Noreturn void __error_at_line_noreturn(int status, int errnum, const char *fname,
    unsigned int line, const char *format, ...) __asm__("error_at_line");
struct _obstack_chunk {
  char *limit;
  struct _obstack_chunk *prev;
  char contents[4];
};
struct obstack {
  long chunk_size;
  struct _obstack_chunk *chunk;
  char *object_base;
  char *next_free;
  char *chunk_limit;
  union {
    long tempint;
    void *tempptr;
  } temp;
  int alignment_mask;
  struct _obstack_chunk *(*chunkfun)(void *, long);
  void (*freefun)(void *, struct _obstack_chunk *);
  void *extra_arg;
  unsigned int use_extra_arg : 1;
  unsigned int maybe_empty_object : 1;
  unsigned int alloc_failed : 1;
};
void _obstack_newchunk(struct obstack *, int);
int _obstack_begin(struct obstack *, int, int, void *(*)(long), void (*)(void *));
int _obstack_begin_1(struct obstack *, int, int, void *(*)(void *, long), void (*)(void *, void *),
    void *);
int _obstack_memory_used(struct obstack *);
void obstack_free(struct obstack *, void *);
extern void (*obstack_alloc_failed_handler)(void);
extern int obstack_exit_failure;
struct printf_info {
  int prec;
  int width;
  wchar_t spec;
  unsigned int is_long_double : 1;
  unsigned int is_short : 1;
  unsigned int is_long : 1;
  unsigned int alt : 1;
  unsigned int space : 1;
  unsigned int left : 1;
  unsigned int showsign : 1;
  unsigned int group : 1;
  unsigned int extra : 1;
  unsigned int is_char : 1;
  unsigned int wide : 1;
  unsigned int i18n : 1;
  unsigned int is_binary128 : 1;
  unsigned int __pad : 3;
  unsigned short user;
  wchar_t pad;
};
typedef int printf_function(FILE *__stream, const struct printf_info *__info,
    const void *const *__args);
typedef int printf_arginfo_size_function(const struct printf_info *__info, size_t __n,
    int *__argtypes, int *__size);
typedef int printf_arginfo_function(const struct printf_info *__info, size_t __n, int *__argtypes);
typedef void printf_va_arg_function(void *__mem, va_list *__ap);
int register_printf_specifier(int spec, printf_function func, printf_arginfo_size_function arginfo);
int register_printf_function(int spec, printf_function func, printf_arginfo_function arginfo);
int register_printf_modifier(const wchar_t *str);
int register_printf_type(printf_va_arg_function fct);
size_t parse_printf_format(const char *restrict fmt, size_t n, int *restrict argtypes);
enum {
  PA_INT = 0,
  PA_CHAR = 1,
  PA_WCHAR = 2,
  PA_STRING = 3,
  PA_WSTRING = 4,
  PA_POINTER = 5,
  PA_FLOAT = 6,
  PA_DOUBLE = 7,
  PA_LAST = 8,
};
int printf_size(FILE *restrict fp, const struct printf_info *info,
    const void *const *restrict args);
int printf_size_info(const struct printf_info *restrict info, size_t n, int *restrict argtypes);
ssize_t strfmon(char *restrict s, size_t maxsize, const char *restrict format, ...);
ssize_t strfmon_l(char *restrict s, size_t maxsize, locale_t loc, const char *restrict format, ...);
struct passwd {
  char *pw_name;
  char *pw_passwd;
  uid_t pw_uid;
  gid_t pw_gid;
  char *pw_gecos;
  char *pw_dir;
  char *pw_shell;
};
void setpwent(void);
void endpwent(void);
struct passwd *getpwent(void);
struct passwd *fgetpwent(FILE *stream);
int putpwent(const struct passwd *restrict p, FILE *restrict f);
[[sonde::borrowed, sonde::nullable]] struct passwd *getpwuid(uid_t uid);
[[sonde::borrowed, sonde::nullable]] struct passwd *getpwnam([[sonde::string]] const char *name);
int getpwent_r(struct passwd *restrict resultbuf, char *restrict buffer, size_t buflen,
    struct passwd **restrict result);
int getpwuid_r(uid_t uid, struct passwd *restrict resultbuf, char *restrict buffer, size_t buflen,
    struct passwd **restrict result);
int getpwnam_r(const char *restrict name, struct passwd *restrict resultbuf, char *restrict buffer,
    size_t buflen, struct passwd **restrict result);
int fgetpwent_r(FILE *restrict stream, struct passwd *restrict resultbuf, char *restrict buffer,
    size_t buflen, struct passwd **restrict result);
int getpw(uid_t uid, char *buffer);
struct group {
  char *gr_name;
  char *gr_passwd;
  gid_t gr_gid;
  char **gr_mem;
};
void setgrent(void);
void endgrent(void);
struct group *getgrent(void);
struct group *fgetgrent(FILE *stream);
int putgrent(const struct group *restrict p, FILE *restrict f);
struct group *getgrgid(gid_t gid);
struct group *getgrnam(const char *name);
int getgrent_r(struct group *restrict resultbuf, char *restrict buffer, size_t buflen,
    struct group **restrict result);
int getgrgid_r(gid_t gid, struct group *restrict resultbuf, char *restrict buffer, size_t buflen,
    struct group **restrict result);
int getgrnam_r(const char *restrict name, struct group *restrict resultbuf, char *restrict buffer,
    size_t buflen, struct group **restrict result);
int fgetgrent_r(FILE *restrict stream, struct group *restrict resultbuf, char *restrict buffer,
    size_t buflen, struct group **restrict result);
int setgroups(size_t n, const gid_t *groups);
int getgrouplist(const char *user, gid_t group, gid_t *groups, int *ngroups);
int initgroups(const char *user, gid_t group);
struct spwd {
  char *sp_namp;
  char *sp_pwdp;
  long sp_lstchg;
  long sp_min;
  long sp_max;
  long sp_warn;
  long sp_inact;
  long sp_expire;
  unsigned long sp_flag;
};
void setspent(void);
void endspent(void);
struct spwd *getspent(void);
struct spwd *getspnam(const char *name);
struct spwd *sgetspent(const char *string);
struct spwd *fgetspent(FILE *stream);
int putspent(const struct spwd *p, FILE *stream);
int getspent_r(struct spwd *result_buf, char *buffer, size_t buflen, struct spwd **result);
int getspnam_r(const char *name, struct spwd *result_buf, char *buffer, size_t buflen,
    struct spwd **result);
int sgetspent_r(const char *string, struct spwd *result_buf, char *buffer, size_t buflen,
    struct spwd **result);
int fgetspent_r(FILE *stream, struct spwd *result_buf, char *buffer, size_t buflen,
    struct spwd **result);
int lckpwdf(void);
int ulckpwdf(void);
struct exit_status {
  short e_termination;
  short e_exit;
};
struct utmp {
  short ut_type;
  pid_t ut_pid;
  char ut_line[32];
  char ut_id[4];
  char ut_user[32];
  char ut_host[256];
  struct exit_status ut_exit;
  int32_t ut_session;
  struct {
    int32_t tv_sec;
    int32_t tv_usec;
  } ut_tv;
  int32_t ut_addr_v6[4];
  char __glibc_reserved[20];
};
int login_tty(int fd);
void login(const struct utmp *entry);
int logout(const char *ut_line);
void logwtmp(const char *ut_line, const char *ut_name, const char *ut_host);
void updwtmp(const char *wtmp_file, const struct utmp *utmp);
int utmpname(const char *file);
struct utmp *getutent(void);
void setutent(void);
void endutent(void);
struct utmp *getutid(const struct utmp *id);
struct utmp *getutline(const struct utmp *line);
struct utmp *pututline(const struct utmp *utmp_ptr);
int getutent_r(struct utmp *buffer, struct utmp **result);
int getutid_r(const struct utmp *id, struct utmp *buffer, struct utmp **result);
int getutline_r(const struct utmp *line, struct utmp *buffer, struct utmp **result);
struct __exit_status {
  short e_termination;
  short e_exit;
};
struct utmpx {
  short ut_type;
  pid_t ut_pid;
  char ut_line[32];
  char ut_id[4];
  char ut_user[32];
  char ut_host[256];
  struct __exit_status ut_exit;
  int32_t ut_session;
  struct {
    int32_t tv_sec;
    int32_t tv_usec;
  } ut_tv;
  int32_t ut_addr_v6[4];
  char __glibc_reserved[20];
};
void setutxent(void);
void endutxent(void);
struct utmpx *getutxent(void);
struct utmpx *getutxid(const struct utmpx *id);
struct utmpx *getutxline(const struct utmpx *line);
struct utmpx *pututxline(const struct utmpx *utmpx);
int utmpxname(const char *file);
void updwtmpx(const char *wtmpx_file, const struct utmpx *utmpx);
void getutmp(const struct utmpx *utmpx, struct utmp *utmp);
void getutmpx(const struct utmp *utmp, struct utmpx *utmpx);
struct utimbuf {
  time_t actime;
  time_t modtime;
};
int utime(const char *file, const struct utimbuf *file_times);
void closelog(void);
void openlog(const char *ident, int option, int facility);
int setlogmask(int mask);
void syslog(int pri, const char *fmt, ...);
void vsyslog(int pri, const char *fmt, va_list ap);
struct termios {
  tcflag_t c_iflag;
  tcflag_t c_oflag;
  tcflag_t c_cflag;
  tcflag_t c_lflag;
  cc_t c_line;
  cc_t c_cc[32];
  speed_t c_ispeed;
  speed_t c_ospeed;
};
speed_t cfgetospeed(const struct termios *termios_p);
speed_t cfgetispeed(const struct termios *termios_p);
int cfsetospeed(struct termios *termios_p, speed_t speed);
int cfsetispeed(struct termios *termios_p, speed_t speed);
int cfsetspeed(struct termios *termios_p, speed_t speed);
int tcgetattr(int fd, struct termios *termios_p);
int tcsetattr(int fd, int optional_actions, const struct termios *termios_p);
void cfmakeraw(struct termios *termios_p);
int tcsendbreak(int fd, int duration);
int tcdrain(int fd);
int tcflush(int fd, int queue_selector);
int tcflow(int fd, int action);
pid_t tcgetsid(int fd);
int openpty(int *amaster, int *aslave, char *name, const struct termios *termp,
    const struct winsize *winp);
int forkpty(int *amaster, char *name, const struct termios *termp, const struct winsize *winp);
struct sched_param {
  int sched_priority;
};
int clone(int (*fn)(void *__arg), void *child_stack, int flags, void *arg, ...);
int unshare(int flags);
int sched_getcpu(void);
int getcpu(unsigned int *, unsigned int *);
int setns(int fd, int nstype);
typedef struct {
  __cpu_mask __bits[16];
} cpu_set_t;
int __sched_cpucount(size_t setsize, const cpu_set_t *setp);
cpu_set_t *__sched_cpualloc(size_t count);
void __sched_cpufree(cpu_set_t *set);
int sched_setparam(pid_t pid, const struct sched_param *param);
int sched_getparam(pid_t pid, struct sched_param *param);
int sched_setscheduler(pid_t pid, int policy, const struct sched_param *param);
int sched_getscheduler(pid_t pid);
int sched_yield(void);
int sched_get_priority_max(int algorithm);
int sched_get_priority_min(int algorithm);
int sched_rr_get_interval(pid_t pid, struct timespec *t);
int sched_setaffinity(pid_t pid, size_t cpusetsize, const cpu_set_t *cpuset);
int sched_getaffinity(pid_t pid, size_t cpusetsize, cpu_set_t *cpuset);
enum {
  PTHREAD_CREATE_JOINABLE = 0,
  PTHREAD_CREATE_DETACHED = 1,
};
enum {
  PTHREAD_MUTEX_TIMED_NP = 0,
  PTHREAD_MUTEX_RECURSIVE_NP = 1,
  PTHREAD_MUTEX_ERRORCHECK_NP = 2,
  PTHREAD_MUTEX_ADAPTIVE_NP = 3,
  PTHREAD_MUTEX_NORMAL = 0,
  PTHREAD_MUTEX_RECURSIVE = 1,
  PTHREAD_MUTEX_ERRORCHECK = 2,
  PTHREAD_MUTEX_DEFAULT = 0,
  PTHREAD_MUTEX_FAST_NP = 0,
};
enum {
  PTHREAD_MUTEX_STALLED = 0,
  PTHREAD_MUTEX_STALLED_NP = 0,
  PTHREAD_MUTEX_ROBUST = 1,
  PTHREAD_MUTEX_ROBUST_NP = 1,
};
enum {
  PTHREAD_PRIO_NONE = 0,
  PTHREAD_PRIO_INHERIT = 1,
  PTHREAD_PRIO_PROTECT = 2,
};
enum {
  PTHREAD_RWLOCK_PREFER_READER_NP = 0,
  PTHREAD_RWLOCK_PREFER_WRITER_NP = 1,
  PTHREAD_RWLOCK_PREFER_WRITER_NONRECURSIVE_NP = 2,
  PTHREAD_RWLOCK_DEFAULT_NP = 0,
};
enum {
  PTHREAD_INHERIT_SCHED = 0,
  PTHREAD_EXPLICIT_SCHED = 1,
};
enum {
  PTHREAD_SCOPE_SYSTEM = 0,
  PTHREAD_SCOPE_PROCESS = 1,
};
enum {
  PTHREAD_PROCESS_PRIVATE = 0,
  PTHREAD_PROCESS_SHARED = 1,
};
enum {
  PTHREAD_CANCEL_ENABLE = 0,
  PTHREAD_CANCEL_DISABLE = 1,
};
enum {
  PTHREAD_CANCEL_DEFERRED = 0,
  PTHREAD_CANCEL_ASYNCHRONOUS = 1,
};
int pthread_create(pthread_t *restrict newthread, const pthread_attr_t *restrict attr,
    void *(*start_routine)(void *), void *restrict arg);
_Noreturn void pthread_exit(void *retval);
int pthread_join(pthread_t th, void **thread_return);
int pthread_tryjoin_np(pthread_t th, void **thread_return);
int pthread_timedjoin_np(pthread_t th, void **thread_return, const struct timespec *abstime);
int pthread_clockjoin_np(pthread_t th, void **thread_return, clockid_t clockid,
    const struct timespec *abstime);
int pthread_detach(pthread_t th);
pthread_t pthread_self(void);
int pthread_equal(pthread_t thread1, pthread_t thread2);
int pthread_attr_init(pthread_attr_t *attr);
int pthread_attr_destroy(pthread_attr_t *attr);
int pthread_attr_getdetachstate(const pthread_attr_t *attr, int *detachstate);
int pthread_attr_setdetachstate(pthread_attr_t *attr, int detachstate);
int pthread_attr_getguardsize(const pthread_attr_t *attr, size_t *guardsize);
int pthread_attr_setguardsize(pthread_attr_t *attr, size_t guardsize);
int pthread_attr_getschedparam(const pthread_attr_t *restrict attr,
    struct sched_param *restrict param);
int pthread_attr_setschedparam(pthread_attr_t *restrict attr,
    const struct sched_param *restrict param);
int pthread_attr_getschedpolicy(const pthread_attr_t *restrict attr, int *restrict policy);
int pthread_attr_setschedpolicy(pthread_attr_t *attr, int policy);
int pthread_attr_getinheritsched(const pthread_attr_t *restrict attr, int *restrict inherit);
int pthread_attr_setinheritsched(pthread_attr_t *attr, int inherit);
int pthread_attr_getscope(const pthread_attr_t *restrict attr, int *restrict scope);
int pthread_attr_setscope(pthread_attr_t *attr, int scope);
int pthread_attr_getstackaddr(const pthread_attr_t *restrict attr, void **restrict stackaddr);
int pthread_attr_setstackaddr(pthread_attr_t *attr, void *stackaddr);
int pthread_attr_getstacksize(const pthread_attr_t *restrict attr, size_t *restrict stacksize);
int pthread_attr_setstacksize(pthread_attr_t *attr, size_t stacksize);
int pthread_attr_getstack(const pthread_attr_t *restrict attr, void **restrict stackaddr,
    size_t *restrict stacksize);
int pthread_attr_setstack(pthread_attr_t *attr, void *stackaddr, size_t stacksize);
int pthread_attr_setaffinity_np(pthread_attr_t *attr, size_t cpusetsize, const cpu_set_t *cpuset);
int pthread_attr_getaffinity_np(const pthread_attr_t *attr, size_t cpusetsize, cpu_set_t *cpuset);
int pthread_getattr_default_np(pthread_attr_t *attr);
int pthread_attr_setsigmask_np(pthread_attr_t *attr, const __sigset_t *sigmask);
int pthread_attr_getsigmask_np(const pthread_attr_t *attr, __sigset_t *sigmask);
int pthread_setattr_default_np(const pthread_attr_t *attr);
int pthread_getattr_np(pthread_t th, pthread_attr_t *attr);
int pthread_setschedparam(pthread_t target_thread, int policy, const struct sched_param *param);
int pthread_getschedparam(pthread_t target_thread, int *restrict policy,
    struct sched_param *restrict param);
int pthread_setschedprio(pthread_t target_thread, int prio);
int pthread_getname_np(pthread_t target_thread, char *buf, size_t buflen);
int pthread_setname_np(pthread_t target_thread, const char *name);
int pthread_getconcurrency(void);
int pthread_setconcurrency(int level);
int pthread_yield(void);
int pthread_setaffinity_np(pthread_t th, size_t cpusetsize, const cpu_set_t *cpuset);
int pthread_getaffinity_np(pthread_t th, size_t cpusetsize, cpu_set_t *cpuset);
int pthread_once(pthread_once_t *once_control, void (*init_routine)(void));
int pthread_setcancelstate(int state, int *oldstate);
int pthread_setcanceltype(int type, int *oldtype);
int pthread_cancel(pthread_t th);
void pthread_testcancel(void);
struct __cancel_jmp_buf_tag {
  __jmp_buf __cancel_jmp_buf;
  int __mask_was_saved;
};
typedef struct {
  struct __cancel_jmp_buf_tag __cancel_jmp_buf[1];
  void *__pad[4];
} __pthread_unwind_buf_t __attribute__((aligned(16)));
void __pthread_register_cancel(__pthread_unwind_buf_t *buf);
void __pthread_unregister_cancel(__pthread_unwind_buf_t *buf);
void __pthread_register_cancel_defer(__pthread_unwind_buf_t *buf);
void __pthread_unregister_cancel_restore(__pthread_unwind_buf_t *buf);
_Noreturn void __pthread_unwind_next(__pthread_unwind_buf_t *buf);
int __sigsetjmp_cancel(struct __cancel_jmp_buf_tag env[1], int savemask) __asm__("__sigsetjmp");
int pthread_mutex_init(pthread_mutex_t *mutex, const pthread_mutexattr_t *mutexattr);
int pthread_mutex_destroy(pthread_mutex_t *mutex);
int pthread_mutex_trylock(pthread_mutex_t *mutex);
int pthread_mutex_lock(pthread_mutex_t *mutex);
int pthread_mutex_timedlock(pthread_mutex_t *restrict mutex,
    const struct timespec *restrict abstime);
int pthread_mutex_clocklock(pthread_mutex_t *restrict mutex, clockid_t clockid,
    const struct timespec *restrict abstime);
int pthread_mutex_unlock(pthread_mutex_t *mutex);
int pthread_mutex_getprioceiling(const pthread_mutex_t *restrict mutex, int *restrict prioceiling);
int pthread_mutex_setprioceiling(pthread_mutex_t *restrict mutex, int prioceiling,
    int *restrict old_ceiling);
int pthread_mutex_consistent(pthread_mutex_t *mutex);
int pthread_mutex_consistent_np(pthread_mutex_t *) __asm__("pthread_mutex_consistent");
int pthread_mutexattr_init(pthread_mutexattr_t *attr);
int pthread_mutexattr_destroy(pthread_mutexattr_t *attr);
int pthread_mutexattr_getpshared(const pthread_mutexattr_t *restrict attr, int *restrict pshared);
int pthread_mutexattr_setpshared(pthread_mutexattr_t *attr, int pshared);
int pthread_mutexattr_gettype(const pthread_mutexattr_t *restrict attr, int *restrict kind);
int pthread_mutexattr_settype(pthread_mutexattr_t *attr, int kind);
int pthread_mutexattr_getprotocol(const pthread_mutexattr_t *restrict attr, int *restrict protocol);
int pthread_mutexattr_setprotocol(pthread_mutexattr_t *attr, int protocol);
int pthread_mutexattr_getprioceiling(const pthread_mutexattr_t *restrict attr,
    int *restrict prioceiling);
int pthread_mutexattr_setprioceiling(pthread_mutexattr_t *attr, int prioceiling);
int pthread_mutexattr_getrobust(const pthread_mutexattr_t *attr, int *robustness);
int pthread_mutexattr_getrobust_np(pthread_mutexattr_t *,
    int *) __asm__("pthread_mutexattr_getrobust");
int pthread_mutexattr_setrobust(pthread_mutexattr_t *attr, int robustness);
int pthread_mutexattr_setrobust_np(pthread_mutexattr_t *,
    int) __asm__("pthread_mutexattr_setrobust");
int pthread_rwlock_init(pthread_rwlock_t *restrict rwlock,
    const pthread_rwlockattr_t *restrict attr);
int pthread_rwlock_destroy(pthread_rwlock_t *rwlock);
int pthread_rwlock_rdlock(pthread_rwlock_t *rwlock);
int pthread_rwlock_tryrdlock(pthread_rwlock_t *rwlock);
int pthread_rwlock_timedrdlock(pthread_rwlock_t *restrict rwlock,
    const struct timespec *restrict abstime);
int pthread_rwlock_clockrdlock(pthread_rwlock_t *restrict rwlock, clockid_t clockid,
    const struct timespec *restrict abstime);
int pthread_rwlock_wrlock(pthread_rwlock_t *rwlock);
int pthread_rwlock_trywrlock(pthread_rwlock_t *rwlock);
int pthread_rwlock_timedwrlock(pthread_rwlock_t *restrict rwlock,
    const struct timespec *restrict abstime);
int pthread_rwlock_clockwrlock(pthread_rwlock_t *restrict rwlock, clockid_t clockid,
    const struct timespec *restrict abstime);
int pthread_rwlock_unlock(pthread_rwlock_t *rwlock);
int pthread_rwlockattr_init(pthread_rwlockattr_t *attr);
int pthread_rwlockattr_destroy(pthread_rwlockattr_t *attr);
int pthread_rwlockattr_getpshared(const pthread_rwlockattr_t *restrict attr, int *restrict pshared);
int pthread_rwlockattr_setpshared(pthread_rwlockattr_t *attr, int pshared);
int pthread_rwlockattr_getkind_np(const pthread_rwlockattr_t *restrict attr, int *restrict pref);
int pthread_rwlockattr_setkind_np(pthread_rwlockattr_t *attr, int pref);
int pthread_cond_init(pthread_cond_t *restrict cond, const pthread_condattr_t *restrict cond_attr);
int pthread_cond_destroy(pthread_cond_t *cond);
int pthread_cond_signal(pthread_cond_t *cond);
int pthread_cond_broadcast(pthread_cond_t *cond);
int pthread_cond_wait(pthread_cond_t *restrict cond, pthread_mutex_t *restrict mutex);
int pthread_cond_timedwait(pthread_cond_t *restrict cond, pthread_mutex_t *restrict mutex,
    const struct timespec *restrict abstime);
int pthread_cond_clockwait(pthread_cond_t *restrict cond, pthread_mutex_t *restrict mutex,
    clockid_t clock_id, const struct timespec *restrict abstime);
int pthread_condattr_init(pthread_condattr_t *attr);
int pthread_condattr_destroy(pthread_condattr_t *attr);
int pthread_condattr_getpshared(const pthread_condattr_t *restrict attr, int *restrict pshared);
int pthread_condattr_setpshared(pthread_condattr_t *attr, int pshared);
int pthread_condattr_getclock(const pthread_condattr_t *restrict attr,
    clockid_t *restrict clock_id);
int pthread_condattr_setclock(pthread_condattr_t *attr, clockid_t clock_id);
int pthread_spin_init(pthread_spinlock_t *lock, int pshared);
int pthread_spin_destroy(pthread_spinlock_t *lock);
int pthread_spin_lock(pthread_spinlock_t *lock);
int pthread_spin_trylock(pthread_spinlock_t *lock);
int pthread_spin_unlock(pthread_spinlock_t *lock);
int pthread_barrier_init(pthread_barrier_t *restrict barrier,
    const pthread_barrierattr_t *restrict attr, unsigned int count);
int pthread_barrier_destroy(pthread_barrier_t *barrier);
int pthread_barrier_wait(pthread_barrier_t *barrier);
int pthread_barrierattr_init(pthread_barrierattr_t *attr);
int pthread_barrierattr_destroy(pthread_barrierattr_t *attr);
int pthread_barrierattr_getpshared(const pthread_barrierattr_t *restrict attr,
    int *restrict pshared);
int pthread_barrierattr_setpshared(pthread_barrierattr_t *attr, int pshared);
int pthread_key_create(pthread_key_t *key, void (*destr_function)(void *));
int pthread_key_delete(pthread_key_t key);
void *pthread_getspecific(pthread_key_t key);
int pthread_setspecific(pthread_key_t key, const void *pointer);
int pthread_getcpuclockid(pthread_t thread_id, clockid_t *clock_id);
int pthread_atfork(void (*prepare)(void), void (*parent)(void), void (*child)(void));
typedef union {
  char __size[32];
  long __align;
} sem_t;
int sem_init(sem_t *sem, int pshared, unsigned int value);
int sem_destroy(sem_t *sem);
sem_t *sem_open(const char *name, int oflag, ...);
int sem_close(sem_t *sem);
int sem_unlink(const char *name);
int sem_wait(sem_t *sem);
int sem_timedwait(sem_t *restrict sem, const struct timespec *restrict abstime);
int sem_clockwait(sem_t *restrict sem, clockid_t clock, const struct timespec *restrict abstime);
int sem_trywait(sem_t *sem);
int sem_post(sem_t *sem);
int sem_getvalue(sem_t *restrict sem, int *restrict sval);
typedef struct {
  short __flags;
  pid_t __pgrp;
  sigset_t __sd;
  sigset_t __ss;
  struct sched_param __sp;
  int __policy;
  int __pad[16];
} posix_spawnattr_t;
typedef struct {
  int __allocated;
  int __used;
  struct __spawn_action *__actions;
  int __pad[16];
} posix_spawn_file_actions_t;
int posix_spawn(pid_t *restrict pid, const char *restrict path,
    const posix_spawn_file_actions_t *restrict file_actions,
    const posix_spawnattr_t *restrict attrp, char *const *restrict argv,
    char *const *restrict envp);
int posix_spawnp(pid_t *pid, const char *file, const posix_spawn_file_actions_t *file_actions,
    const posix_spawnattr_t *attrp, char *const argv[], char *const envp[]);
int posix_spawnattr_init(posix_spawnattr_t *attr);
int posix_spawnattr_destroy(posix_spawnattr_t *attr);
int posix_spawnattr_getsigdefault(const posix_spawnattr_t *restrict attr,
    sigset_t *restrict sigdefault);
int posix_spawnattr_setsigdefault(posix_spawnattr_t *restrict attr,
    const sigset_t *restrict sigdefault);
int posix_spawnattr_getsigmask(const posix_spawnattr_t *restrict attr, sigset_t *restrict sigmask);
int posix_spawnattr_setsigmask(posix_spawnattr_t *restrict attr, const sigset_t *restrict sigmask);
int posix_spawnattr_getflags(const posix_spawnattr_t *restrict attr, short *restrict flags);
int posix_spawnattr_setflags(posix_spawnattr_t *attr, short flags);
int posix_spawnattr_getpgroup(const posix_spawnattr_t *restrict attr, pid_t *restrict pgroup);
int posix_spawnattr_setpgroup(posix_spawnattr_t *attr, pid_t pgroup);
int posix_spawnattr_getschedpolicy(const posix_spawnattr_t *restrict attr,
    int *restrict schedpolicy);
int posix_spawnattr_setschedpolicy(posix_spawnattr_t *attr, int schedpolicy);
int posix_spawnattr_getschedparam(const posix_spawnattr_t *restrict attr,
    struct sched_param *restrict schedparam);
int posix_spawnattr_setschedparam(posix_spawnattr_t *restrict attr,
    const struct sched_param *restrict schedparam);
int posix_spawn_file_actions_init(posix_spawn_file_actions_t *file_actions);
int posix_spawn_file_actions_destroy(posix_spawn_file_actions_t *file_actions);
int posix_spawn_file_actions_addopen(posix_spawn_file_actions_t *restrict file_actions, int fd,
    const char *restrict path, int oflag, mode_t mode);
int posix_spawn_file_actions_addclose(posix_spawn_file_actions_t *file_actions, int fd);
int posix_spawn_file_actions_adddup2(posix_spawn_file_actions_t *file_actions, int fd, int newfd);
int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *restrict actions,
    const char *restrict path);
int posix_spawn_file_actions_addfchdir_np(posix_spawn_file_actions_t *, int fd);
int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *, int from);
int posix_spawn_file_actions_addtcsetpgrp_np(posix_spawn_file_actions_t *, int tcfd);
typedef void (*tss_dtor_t)(void *);
typedef int (*thrd_start_t)(void *);
enum {
  thrd_success = 0,
  thrd_busy = 1,
  thrd_error = 2,
  thrd_nomem = 3,
  thrd_timedout = 4,
};
enum {
  mtx_plain = 0,
  mtx_recursive = 1,
  mtx_timed = 2,
};
typedef __once_flag once_flag;
typedef union {
  char __size[40];
  long __align;
} mtx_t;
typedef union {
  char __size[48];
  long long __align;
} cnd_t;
int thrd_create(thrd_t *thr, thrd_start_t func, void *arg);
int thrd_equal(thrd_t lhs, thrd_t rhs);
thrd_t thrd_current(void);
int thrd_sleep(const struct timespec *time_point, struct timespec *remaining);
_Noreturn void thrd_exit(int res);
int thrd_detach(thrd_t thr);
int thrd_join(thrd_t thr, int *res);
void thrd_yield(void);
int mtx_init(mtx_t *mutex, int type);
int mtx_lock(mtx_t *mutex);
int mtx_timedlock(mtx_t *restrict mutex, const struct timespec *restrict time_point);
int mtx_trylock(mtx_t *mutex);
int mtx_unlock(mtx_t *mutex);
void mtx_destroy(mtx_t *mutex);
void call_once(once_flag *flag, void (*func)(void));
int cnd_init(cnd_t *cond);
int cnd_signal(cnd_t *cond);
int cnd_broadcast(cnd_t *cond);
int cnd_wait(cnd_t *cond, mtx_t *mutex);
int cnd_timedwait(cnd_t *restrict cond, mtx_t *restrict mutex,
    const struct timespec *restrict time_point);
void cnd_destroy(cnd_t *COND);
int tss_create(tss_t *tss_id, tss_dtor_t destructor);
void *tss_get(tss_t tss_id);
int tss_set(tss_t tss_id, void *val);
void tss_delete(tss_t tss_id);
void _dl_mcount_wrapper_check(void *selfpc);
[[sonde::owned("dlclose"), sonde::nullable, sonde::success("result != 0"),
  sonde::error("dlerror()"), sonde::note("runs the constructors of the library")]]
void *dlopen([[sonde::nullable, sonde::string]] const char *file, int mode);
[[sonde::success("result == 0"), sonde::error("dlerror()")]]
int dlclose([[sonde::takes]] void *handle);
[[sonde::nullable]]
void *dlsym([[sonde::nullable]] void *restrict handle, [[sonde::string]] const char *restrict name);
void *dlmopen(Lmid_t nsid, const char *file, int mode);
void *dlvsym(void *restrict handle, const char *restrict name, const char *restrict version);
[[sonde::borrowed, sonde::nullable, sonde::string]] char *dlerror(void);
typedef struct {
  const char *dli_fname;
  void *dli_fbase;
  const char *dli_sname;
  void *dli_saddr;
} Dl_info;
int dladdr(const void *address, Dl_info *info);
int dladdr1(const void *address, Dl_info *info, void **extra_info, int flags);
enum {
  RTLD_DL_SYMENT = 1,
  RTLD_DL_LINKMAP = 2,
};
int dlinfo(void *restrict handle, int request, void *restrict arg);
enum {
  RTLD_DI_LMID = 1,
  RTLD_DI_LINKMAP = 2,
  RTLD_DI_CONFIGADDR = 3,
  RTLD_DI_SERINFO = 4,
  RTLD_DI_SERINFOSIZE = 5,
  RTLD_DI_ORIGIN = 6,
  RTLD_DI_PROFILENAME = 7,
  RTLD_DI_PROFILEOUT = 8,
  RTLD_DI_TLS_MODID = 9,
  RTLD_DI_TLS_DATA = 10,
  RTLD_DI_PHDR = 11,
  RTLD_DI_MAX = 11,
};
struct dl_find_object {
  unsigned long long dlfo_flags;
  void *dlfo_map_start;
  void *dlfo_map_end;
  struct link_map *dlfo_link_map;
  void *dlfo_eh_frame;
  unsigned long long __dflo_reserved[7];
};
int _dl_find_object(void *address, struct dl_find_object *result);
int backtrace(void **array, int size);
char **backtrace_symbols(void *const *array, int size);
void backtrace_symbols_fd(void *const *array, int size, int fd);
void *memalign(size_t alignment, size_t size);
void *pvalloc(size_t size);
struct mallinfo {
  int arena;
  int ordblks;
  int smblks;
  int hblks;
  int hblkhd;
  int usmblks;
  int fsmblks;
  int uordblks;
  int fordblks;
  int keepcost;
};
struct mallinfo2 {
  size_t arena;
  size_t ordblks;
  size_t smblks;
  size_t hblks;
  size_t hblkhd;
  size_t usmblks;
  size_t fsmblks;
  size_t uordblks;
  size_t fordblks;
  size_t keepcost;
};
struct mallinfo mallinfo(void);
struct mallinfo2 mallinfo2(void);
int mallopt(int param, int val);
int malloc_trim(size_t pad);
size_t malloc_usable_size(void *ptr);
void malloc_stats(void);
int malloc_info(int options, FILE *fp);
enum mcheck_status {
  MCHECK_DISABLED = -1,
  MCHECK_OK = 0,
  MCHECK_FREE = 1,
  MCHECK_HEAD = 2,
  MCHECK_TAIL = 3,
};
int mcheck(void (*abortfunc)(enum mcheck_status));
int mcheck_pedantic(void (*abortfunc)(enum mcheck_status));
void mcheck_check_all(void);
enum mcheck_status mprobe(void *ptr);
void mtrace(void);
void muntrace(void);
struct mq_attr {
  __syscall_slong_t mq_flags;
  __syscall_slong_t mq_maxmsg;
  __syscall_slong_t mq_msgsize;
  __syscall_slong_t mq_curmsgs;
  __syscall_slong_t __pad[4];
};
mqd_t mq_open(const char *name, int oflag, ...);
int mq_close(mqd_t mqdes);
int mq_getattr(mqd_t mqdes, struct mq_attr *mqstat);
int mq_setattr(mqd_t mqdes, const struct mq_attr *restrict mqstat,
    struct mq_attr *restrict omqstat);
int mq_unlink(const char *name);
int mq_notify(mqd_t mqdes, const struct sigevent *notification);
ssize_t mq_receive(mqd_t mqdes, char *msg_ptr, size_t msg_len, unsigned int *msg_prio);
int mq_send(mqd_t mqdes, const char *msg_ptr, size_t msg_len, unsigned int msg_prio);
ssize_t mq_timedreceive(mqd_t mqdes, char *restrict msg_ptr, size_t msg_len,
    unsigned int *restrict msg_prio, const struct timespec *restrict abs_timeout);
int mq_timedsend(mqd_t mqdes, const char *msg_ptr, size_t msg_len, unsigned int msg_prio,
    const struct timespec *abs_timeout);
struct aiocb {
  int aio_fildes;
  int aio_lio_opcode;
  int aio_reqprio;
  volatile void *aio_buf;
  size_t aio_nbytes;
  struct sigevent aio_sigevent;
  struct aiocb *__next_prio;
  int __abs_prio;
  int __policy;
  int __error_code;
  ssize_t __return_value;
  off_t aio_offset;
  char __pad[0];
  char __glibc_reserved[32];
};
struct aiocb64 {
  int aio_fildes;
  int aio_lio_opcode;
  int aio_reqprio;
  volatile void *aio_buf;
  size_t aio_nbytes;
  struct sigevent aio_sigevent;
  struct aiocb *__next_prio;
  int __abs_prio;
  int __policy;
  int __error_code;
  ssize_t __return_value;
  off64_t aio_offset;
  char __glibc_reserved[32];
};
struct aioinit {
  int aio_threads;
  int aio_num;
  int aio_locks;
  int aio_usedba;
  int aio_debug;
  int aio_numusers;
  int aio_idle_time;
  int aio_reserved;
};
enum {
  AIO_CANCELED = 0,
  AIO_NOTCANCELED = 1,
  AIO_ALLDONE = 2,
};
enum {
  LIO_READ = 0,
  LIO_WRITE = 1,
  LIO_NOP = 2,
};
enum {
  LIO_WAIT = 0,
  LIO_NOWAIT = 1,
};
void aio_init(const struct aioinit *init);
int aio_read(struct aiocb *aiocbp);
int aio_write(struct aiocb *aiocbp);
int lio_listio(int mode, struct aiocb *const *restrict list, int nent,
    struct sigevent *restrict sig);
int aio_error(const struct aiocb *aiocbp);
ssize_t aio_return(struct aiocb *aiocbp);
int aio_cancel(int fildes, struct aiocb *aiocbp);
int aio_suspend(const struct aiocb *const list[], int nent,
    const struct timespec *restrict timeout);
int aio_fsync(int operation, struct aiocb *aiocbp);
int aio_read64(struct aiocb64 *aiocbp);
int aio_write64(struct aiocb64 *aiocbp);
int lio_listio64(int mode, struct aiocb64 *const *restrict list, int nent,
    struct sigevent *restrict sig);
int aio_error64(const struct aiocb64 *aiocbp);
ssize_t aio_return64(struct aiocb64 *aiocbp);
int aio_cancel64(int fildes, struct aiocb64 *aiocbp);
int aio_suspend64(const struct aiocb64 *const list[], int nent,
    const struct timespec *restrict timeout);
int aio_fsync64(int operation, struct aiocb64 *aiocbp);
typedef struct {
  long quot;
  long rem;
} imaxdiv_t;
intmax_t imaxabs(intmax_t n);
imaxdiv_t imaxdiv(intmax_t numer, intmax_t denom);
intmax_t strtoimax(const char *restrict nptr, char **restrict endptr, int base);
uintmax_t strtoumax(const char *restrict nptr, char **restrict endptr, int base);
intmax_t wcstoimax(const __gwchar_t *restrict nptr, __gwchar_t **restrict endptr, int base);
uintmax_t wcstoumax(const __gwchar_t *restrict nptr, __gwchar_t **restrict endptr, int base);
struct mntent {
  char *mnt_fsname;
  char *mnt_dir;
  char *mnt_type;
  char *mnt_opts;
  int mnt_freq;
  int mnt_passno;
};
FILE *setmntent(const char *file, const char *mode);
struct mntent *getmntent(FILE *stream);
struct mntent *getmntent_r(FILE *restrict stream, struct mntent *restrict result,
    char *restrict buffer, int bufsize);
int addmntent(FILE *restrict stream, const struct mntent *restrict mnt);
int endmntent(FILE *stream);
char *hasmntopt(const struct mntent *mnt, const char *opt);
struct fstab {
  char *fs_spec;
  char *fs_file;
  char *fs_vfstype;
  char *fs_mntops;
  const char *fs_type;
  int fs_freq;
  int fs_passno;
};
struct fstab *getfsent(void);
struct fstab *getfsspec(const char *name);
struct fstab *getfsfile(const char *name);
int setfsent(void);
void endfsent(void);
int getcontext(ucontext_t *ucp);
int setcontext(const ucontext_t *ucp);
int swapcontext(ucontext_t *restrict oucp, const ucontext_t *restrict ucp);
void makecontext(ucontext_t *ucp, void (*func)(void), int argc, ...);
enum {
  FSETLOCKING_QUERY = 0,
  FSETLOCKING_INTERNAL = 1,
  FSETLOCKING_BYCALLER = 2,
};
size_t __fbufsize(FILE *fp);
int __freading(FILE *fp);
int __fwriting(FILE *fp);
int __freadable(FILE *fp);
int __fwritable(FILE *fp);
int __flbf(FILE *fp);
void __fpurge(FILE *fp);
size_t __fpending(FILE *fp);
void _flushlbf(void);
int __fsetlocking(FILE *fp, int type);
const char *gnu_get_libc_release(void);
[[sonde::borrowed, sonde::string]] const char *gnu_get_libc_version(void);
#define linux 1
#define unix 1
#define SEEK_DATA 3
#define SEEK_HOLE 4
#define P_tmpdir "/tmp"
#define L_tmpnam 20
#define TMP_MAX 238328
#define FILENAME_MAX 4096
#define L_ctermid 9
#define L_cuserid 9
#define FOPEN_MAX 16
#define RENAME_NOREPLACE 1
#define RENAME_EXCHANGE 2
#define RENAME_WHITEOUT 4
#define WNOHANG 1
#define WUNTRACED 2
#define WSTOPPED 2
#define WEXITED 4
#define WCONTINUED 8
#define WNOWAIT 16777216
#define RAND_MAX 2147483647
#define MB_CUR_MAX (__ctype_get_mb_cur_max())
#define LITTLE_ENDIAN 1234
#define BIG_ENDIAN 4321
#define PDP_ENDIAN 3412
#define BYTE_ORDER 1234
#define FD_SETSIZE 1024
#define NFDBITS 64
#define WCHAR_MIN (-2147483647 - 1)
#define WCHAR_MAX 2147483647
#define WEOF 4294967295u
#define CLOCKS_PER_SEC 1000000l
#define CLOCK_REALTIME 0
#define CLOCK_MONOTONIC 1
#define CLOCK_PROCESS_CPUTIME_ID 2
#define CLOCK_THREAD_CPUTIME_ID 3
#define CLOCK_MONOTONIC_RAW 4
#define CLOCK_REALTIME_COARSE 5
#define CLOCK_MONOTONIC_COARSE 6
#define CLOCK_BOOTTIME 7
#define CLOCK_REALTIME_ALARM 8
#define CLOCK_BOOTTIME_ALARM 9
#define CLOCK_TAI 11
#define TIMER_ABSTIME 1
#define ADJ_OFFSET 1
#define ADJ_FREQUENCY 2
#define ADJ_MAXERROR 4
#define ADJ_ESTERROR 8
#define ADJ_STATUS 16
#define ADJ_TIMECONST 32
#define ADJ_TAI 128
#define ADJ_SETOFFSET 256
#define ADJ_MICRO 4096
#define ADJ_NANO 8192
#define ADJ_TICK 16384
#define ADJ_OFFSET_SINGLESHOT 32769
#define ADJ_OFFSET_SS_READ 40961
#define MOD_OFFSET 1
#define MOD_FREQUENCY 2
#define MOD_MAXERROR 4
#define MOD_ESTERROR 8
#define MOD_STATUS 16
#define MOD_TIMECONST 32
#define MOD_CLKB 16384
#define MOD_CLKA 32769
#define MOD_TAI 128
#define MOD_MICRO 4096
#define MOD_NANO 8192
#define STA_PLL 1
#define STA_PPSFREQ 2
#define STA_PPSTIME 4
#define STA_FLL 8
#define STA_INS 16
#define STA_DEL 32
#define STA_UNSYNC 64
#define STA_FREQHOLD 128
#define STA_PPSSIGNAL 256
#define STA_PPSJITTER 512
#define STA_PPSWANDER 1024
#define STA_PPSERROR 2048
#define STA_CLOCKERR 4096
#define STA_NANO 8192
#define STA_MODE 16384
#define STA_CLK 32768
#define STA_RONLY 65280
#define TIME_UTC 1
#define EPERM 1
#define ENOENT 2
#define ESRCH 3
#define EINTR 4
#define EIO 5
#define ENXIO 6
#define E2BIG 7
#define ENOEXEC 8
#define EBADF 9
#define ECHILD 10
#define EAGAIN 11
#define ENOMEM 12
#define EACCES 13
#define EFAULT 14
#define ENOTBLK 15
#define EBUSY 16
#define EEXIST 17
#define EXDEV 18
#define ENODEV 19
#define ENOTDIR 20
#define EISDIR 21
#define EINVAL 22
#define ENFILE 23
#define EMFILE 24
#define ENOTTY 25
#define ETXTBSY 26
#define EFBIG 27
#define ENOSPC 28
#define ESPIPE 29
#define EROFS 30
#define EMLINK 31
#define EPIPE 32
#define EDOM 33
#define ERANGE 34
#define EDEADLK 35
#define ENAMETOOLONG 36
#define ENOLCK 37
#define ENOSYS 38
#define ENOTEMPTY 39
#define ELOOP 40
#define EWOULDBLOCK 11
#define ENOMSG 42
#define EIDRM 43
#define ECHRNG 44
#define EL2NSYNC 45
#define EL3HLT 46
#define EL3RST 47
#define ELNRNG 48
#define EUNATCH 49
#define ENOCSI 50
#define EL2HLT 51
#define EBADE 52
#define EBADR 53
#define EXFULL 54
#define ENOANO 55
#define EBADRQC 56
#define EBADSLT 57
#define EDEADLOCK 35
#define EBFONT 59
#define ENOSTR 60
#define ENODATA 61
#define ETIME 62
#define ENOSR 63
#define ENONET 64
#define ENOPKG 65
#define EREMOTE 66
#define ENOLINK 67
#define EADV 68
#define ESRMNT 69
#define ECOMM 70
#define EPROTO 71
#define EMULTIHOP 72
#define EDOTDOT 73
#define EBADMSG 74
#define EOVERFLOW 75
#define ENOTUNIQ 76
#define EBADFD 77
#define EREMCHG 78
#define ELIBACC 79
#define ELIBBAD 80
#define ELIBSCN 81
#define ELIBMAX 82
#define ELIBEXEC 83
#define EILSEQ 84
#define ERESTART 85
#define ESTRPIPE 86
#define EUSERS 87
#define ENOTSOCK 88
#define EDESTADDRREQ 89
#define EMSGSIZE 90
#define EPROTOTYPE 91
#define ENOPROTOOPT 92
#define EPROTONOSUPPORT 93
#define ESOCKTNOSUPPORT 94
#define EOPNOTSUPP 95
#define EPFNOSUPPORT 96
#define EAFNOSUPPORT 97
#define EADDRINUSE 98
#define EADDRNOTAVAIL 99
#define ENETDOWN 100
#define ENETUNREACH 101
#define ENETRESET 102
#define ECONNABORTED 103
#define ECONNRESET 104
#define ENOBUFS 105
#define EISCONN 106
#define ENOTCONN 107
#define ESHUTDOWN 108
#define ETOOMANYREFS 109
#define ETIMEDOUT 110
#define ECONNREFUSED 111
#define EHOSTDOWN 112
#define EHOSTUNREACH 113
#define EALREADY 114
#define EINPROGRESS 115
#define ESTALE 116
#define EUCLEAN 117
#define ENOTNAM 118
#define ENAVAIL 119
#define EISNAM 120
#define EREMOTEIO 121
#define EDQUOT 122
#define ENOMEDIUM 123
#define EMEDIUMTYPE 124
#define ECANCELED 125
#define ENOKEY 126
#define EKEYEXPIRED 127
#define EKEYREVOKED 128
#define EKEYREJECTED 129
#define EOWNERDEAD 130
#define ENOTRECOVERABLE 131
#define ERFKILL 132
#define EHWPOISON 133
#define ENOTSUP 95
#define errno (*__errno_location())
#define F_GETLK64 5
#define F_SETLK64 6
#define F_SETLKW64 7
#define O_ACCMODE 3
#define O_RDONLY 0
#define O_WRONLY 1
#define O_RDWR 2
#define O_CREAT 64
#define O_EXCL 128
#define O_NOCTTY 256
#define O_TRUNC 512
#define O_APPEND 1024
#define O_NONBLOCK 2048
#define O_NDELAY 2048
#define O_SYNC 1052672
#define O_FSYNC 1052672
#define O_ASYNC 8192
#define F_GETLK 5
#define F_SETLK 6
#define F_SETLKW 7
#define F_OFD_GETLK 36
#define F_OFD_SETLK 37
#define F_OFD_SETLKW 38
#define O_LARGEFILE 0
#define O_DIRECTORY 65536
#define O_NOFOLLOW 131072
#define O_CLOEXEC 524288
#define O_DIRECT 16384
#define O_NOATIME 262144
#define O_PATH 2097152
#define O_TMPFILE 4259840
#define O_DSYNC 4096
#define O_RSYNC 1052672
#define F_DUPFD 0
#define F_GETFD 1
#define F_SETFD 2
#define F_GETFL 3
#define F_SETFL 4
#define F_SETOWN 8
#define F_GETOWN 9
#define F_SETSIG 10
#define F_GETSIG 11
#define F_SETOWN_EX 15
#define F_GETOWN_EX 16
#define F_SETLEASE 1024
#define F_GETLEASE 1025
#define F_NOTIFY 1026
#define F_SETPIPE_SZ 1031
#define F_GETPIPE_SZ 1032
#define F_ADD_SEALS 1033
#define F_GET_SEALS 1034
#define F_GET_RW_HINT 1035
#define F_SET_RW_HINT 1036
#define F_GET_FILE_RW_HINT 1037
#define F_SET_FILE_RW_HINT 1038
#define F_DUPFD_CLOEXEC 1030
#define FD_CLOEXEC 1
#define F_RDLCK 0
#define F_WRLCK 1
#define F_UNLCK 2
#define F_EXLCK 4
#define F_SHLCK 8
#define LOCK_MAND 32
#define LOCK_READ 64
#define LOCK_WRITE 128
#define LOCK_RW 192
#define DN_ACCESS 1
#define DN_MODIFY 2
#define DN_CREATE 4
#define DN_DELETE 8
#define DN_RENAME 16
#define DN_ATTRIB 32
#define DN_MULTISHOT 2147483648u
#define F_SEAL_SEAL 1
#define F_SEAL_SHRINK 2
#define F_SEAL_GROW 4
#define F_SEAL_WRITE 8
#define F_SEAL_FUTURE_WRITE 16
#define RWH_WRITE_LIFE_NOT_SET 0
#define RWF_WRITE_LIFE_NOT_SET 0
#define RWH_WRITE_LIFE_NONE 1
#define RWH_WRITE_LIFE_SHORT 2
#define RWH_WRITE_LIFE_MEDIUM 3
#define RWH_WRITE_LIFE_LONG 4
#define RWH_WRITE_LIFE_EXTREME 5
#define FAPPEND 1024
#define FFSYNC 1052672
#define FASYNC 8192
#define FNONBLOCK 2048
#define FNDELAY 2048
#define POSIX_FADV_NORMAL 0
#define POSIX_FADV_RANDOM 1
#define POSIX_FADV_SEQUENTIAL 2
#define POSIX_FADV_WILLNEED 3
#define POSIX_FADV_DONTNEED 4
#define POSIX_FADV_NOREUSE 5
#define SYNC_FILE_RANGE_WAIT_BEFORE 1
#define SYNC_FILE_RANGE_WRITE 2
#define SYNC_FILE_RANGE_WAIT_AFTER 4
#define SYNC_FILE_RANGE_WRITE_AND_WAIT 7
#define SPLICE_F_MOVE 1
#define SPLICE_F_NONBLOCK 2
#define SPLICE_F_MORE 4
#define SPLICE_F_GIFT 8
#define FALLOC_FL_KEEP_SIZE 1
#define FALLOC_FL_PUNCH_HOLE 2
#define FALLOC_FL_NO_HIDE_STALE 4
#define FALLOC_FL_COLLAPSE_RANGE 8
#define FALLOC_FL_ZERO_RANGE 16
#define FALLOC_FL_INSERT_RANGE 32
#define FALLOC_FL_UNSHARE_RANGE 64
#define MAX_HANDLE_SZ 128
#define AT_FDCWD (-100)
#define AT_SYMLINK_NOFOLLOW 256
#define AT_REMOVEDIR 512
#define AT_SYMLINK_FOLLOW 1024
#define AT_NO_AUTOMOUNT 2048
#define AT_EMPTY_PATH 4096
#define AT_STATX_SYNC_TYPE 24576
#define AT_STATX_SYNC_AS_STAT 0
#define AT_STATX_FORCE_SYNC 8192
#define AT_STATX_DONT_SYNC 16384
#define AT_RECURSIVE 32768
#define AT_EACCESS 512
#define UTIME_NOW 1073741823l
#define UTIME_OMIT 1073741822l
#define F_ULOCK 0
#define F_LOCK 1
#define F_TLOCK 2
#define F_TEST 3
#define STDIN_FILENO 0
#define STDOUT_FILENO 1
#define STDERR_FILENO 2
#define R_OK 4
#define W_OK 2
#define X_OK 1
#define F_OK 0
#define L_SET 0
#define L_INCR 1
#define L_XTND 2
#define CLOSE_RANGE_UNSHARE 2u
#define CLOSE_RANGE_CLOEXEC 4u
#define S_IFMT 61440
#define S_IFDIR 16384
#define S_IFCHR 8192
#define S_IFBLK 24576
#define S_IFREG 32768
#define S_IFIFO 4096
#define S_IFLNK 40960
#define S_IFSOCK 49152
#define S_ISUID 2048
#define S_ISGID 1024
#define S_ISVTX 512
#define S_IRUSR 256
#define S_IWUSR 128
#define S_IXUSR 64
#define S_IRWXU 448
#define S_IREAD 256
#define S_IWRITE 128
#define S_IEXEC 64
#define S_IRGRP 32
#define S_IWGRP 16
#define S_IXGRP 8
#define S_IRWXG 56
#define S_IROTH 4
#define S_IWOTH 2
#define S_IXOTH 1
#define S_IRWXO 7
#define ACCESSPERMS 511
#define ALLPERMS 4095
#define DEFFILEMODE 438
#define S_BLKSIZE 512
#define STATX_TYPE 1u
#define STATX_MODE 2u
#define STATX_NLINK 4u
#define STATX_UID 8u
#define STATX_GID 16u
#define STATX_ATIME 32u
#define STATX_MTIME 64u
#define STATX_CTIME 128u
#define STATX_INO 256u
#define STATX_SIZE 512u
#define STATX_BLOCKS 1024u
#define STATX_BASIC_STATS 2047u
#define STATX_BTIME 2048u
#define STATX_MNT_ID 4096u
#define STATX_DIOALIGN 8192u
#define STATX__RESERVED 2147483648u
#define STATX_ALL 4095u
#define STATX_ATTR_COMPRESSED 4
#define STATX_ATTR_IMMUTABLE 16
#define STATX_ATTR_APPEND 32
#define STATX_ATTR_NODUMP 64
#define STATX_ATTR_ENCRYPTED 2048
#define STATX_ATTR_AUTOMOUNT 4096
#define STATX_ATTR_MOUNT_ROOT 8192
#define STATX_ATTR_VERITY 1048576
#define STATX_ATTR_DAX 2097152
#define SIG_ERR ((__sighandler_t)-1)
#define SIG_DFL ((__sighandler_t)0)
#define SIG_IGN ((__sighandler_t)1)
#define SIG_HOLD ((__sighandler_t)2)
#define SIGINT 2
#define SIGILL 4
#define SIGABRT 6
#define SIGFPE 8
#define SIGSEGV 11
#define SIGTERM 15
#define SIGHUP 1
#define SIGQUIT 3
#define SIGTRAP 5
#define SIGKILL 9
#define SIGPIPE 13
#define SIGALRM 14
#define SIGSTKFLT 16
#define SIGPWR 30
#define SIGBUS 7
#define SIGSYS 31
#define SIGURG 23
#define SIGSTOP 19
#define SIGTSTP 20
#define SIGCONT 18
#define SIGCHLD 17
#define SIGTTIN 21
#define SIGTTOU 22
#define SIGPOLL 29
#define SIGXFSZ 25
#define SIGXCPU 24
#define SIGVTALRM 26
#define SIGPROF 27
#define SIGUSR1 10
#define SIGUSR2 12
#define SIGWINCH 28
#define SIGIO 29
#define SIGIOT 6
#define SIGCLD 17
#define NSIG 65
#define SA_NOCLDSTOP 1
#define SA_NOCLDWAIT 2
#define SA_SIGINFO 4
#define SA_ONSTACK 134217728
#define SA_RESTART 268435456
#define SA_NODEFER 1073741824
#define SA_RESETHAND 2147483648u
#define SA_INTERRUPT 536870912
#define SA_NOMASK 1073741824
#define SA_ONESHOT 2147483648u
#define SA_STACK 134217728
#define SIG_BLOCK 0
#define SIG_UNBLOCK 1
#define SIG_SETMASK 2
#define FP_XSTATE_MAGIC1 1179670611u
#define FP_XSTATE_MAGIC2 1179670597u
#define FP_XSTATE_MAGIC2_SIZE 4ul
#define NGREG 23
#define SIGSTKSZ (sysconf(_SC_SIGSTKSZ))
#define MINSIGSTKSZ (sysconf(_SC_SIGSTKSZ))
#define SIGRTMIN (__libc_current_sigrtmin())
#define SIGRTMAX (__libc_current_sigrtmax())
#define WCOREFLAG 128
#define WAIT_ANY (-1)
#define WAIT_MYPGRP 0
#define RLIMIT_RSS 5
#define RLIMIT_OFILE 7
#define RLIMIT_NPROC 6
#define RLIMIT_MEMLOCK 8
#define RLIMIT_LOCKS 10
#define RLIMIT_SIGPENDING 11
#define RLIMIT_MSGQUEUE 12
#define RLIMIT_NICE 13
#define RLIMIT_RTPRIO 14
#define RLIMIT_RTTIME 15
#define RLIMIT_NLIMITS 16
#define RLIM_NLIMITS 16
#define RLIM_INFINITY 18446744073709551615ul
#define RLIM64_INFINITY 18446744073709551615ull
#define RLIM_SAVED_MAX 18446744073709551615ul
#define RLIM_SAVED_CUR 18446744073709551615ul
#define RUSAGE_LWP 1
#define PRIO_MIN (-20)
#define PRIO_MAX 20
#define MAP_32BIT 64
#define MAP_GROWSDOWN 256
#define MAP_DENYWRITE 2048
#define MAP_EXECUTABLE 4096
#define MAP_LOCKED 8192
#define MAP_NORESERVE 16384
#define MAP_POPULATE 32768
#define MAP_NONBLOCK 65536
#define MAP_STACK 131072
#define MAP_HUGETLB 262144
#define MAP_SYNC 524288
#define MAP_FIXED_NOREPLACE 1048576
#define PROT_READ 1
#define PROT_WRITE 2
#define PROT_EXEC 4
#define PROT_NONE 0
#define PROT_GROWSDOWN 16777216
#define PROT_GROWSUP 33554432
#define MAP_SHARED 1
#define MAP_PRIVATE 2
#define MAP_SHARED_VALIDATE 3
#define MAP_TYPE 15
#define MAP_FIXED 16
#define MAP_FILE 0
#define MAP_ANONYMOUS 32
#define MAP_ANON 32
#define MAP_HUGE_SHIFT 26
#define MAP_HUGE_MASK 63
#define MS_ASYNC 1
#define MS_SYNC 4
#define MS_INVALIDATE 2
#define MADV_NORMAL 0
#define MADV_RANDOM 1
#define MADV_SEQUENTIAL 2
#define MADV_WILLNEED 3
#define MADV_DONTNEED 4
#define MADV_FREE 8
#define MADV_REMOVE 9
#define MADV_DONTFORK 10
#define MADV_DOFORK 11
#define MADV_MERGEABLE 12
#define MADV_UNMERGEABLE 13
#define MADV_HUGEPAGE 14
#define MADV_NOHUGEPAGE 15
#define MADV_DONTDUMP 16
#define MADV_DODUMP 17
#define MADV_WIPEONFORK 18
#define MADV_KEEPONFORK 19
#define MADV_COLD 20
#define MADV_PAGEOUT 21
#define MADV_POPULATE_READ 22
#define MADV_POPULATE_WRITE 23
#define MADV_DONTNEED_LOCKED 24
#define MADV_HWPOISON 100
#define POSIX_MADV_NORMAL 0
#define POSIX_MADV_RANDOM 1
#define POSIX_MADV_SEQUENTIAL 2
#define POSIX_MADV_WILLNEED 3
#define POSIX_MADV_DONTNEED 4
#define MCL_CURRENT 1
#define MCL_FUTURE 2
#define MCL_ONFAULT 4
#define MREMAP_MAYMOVE 1
#define MREMAP_FIXED 2
#define MREMAP_DONTUNMAP 4
#define MFD_CLOEXEC 1u
#define MFD_ALLOW_SEALING 2u
#define MFD_HUGETLB 4u
#define MLOCK_ONFAULT 1u
#define PKEY_DISABLE_ACCESS 1
#define PKEY_DISABLE_WRITE 2
#define MAP_FAILED ((void *)-1)
#define PF_UNSPEC 0
#define PF_LOCAL 1
#define PF_UNIX 1
#define PF_FILE 1
#define PF_INET 2
#define PF_AX25 3
#define PF_IPX 4
#define PF_APPLETALK 5
#define PF_NETROM 6
#define PF_BRIDGE 7
#define PF_ATMPVC 8
#define PF_X25 9
#define PF_INET6 10
#define PF_ROSE 11
#define PF_DECnet 12
#define PF_NETBEUI 13
#define PF_SECURITY 14
#define PF_KEY 15
#define PF_NETLINK 16
#define PF_ROUTE 16
#define PF_PACKET 17
#define PF_ASH 18
#define PF_ECONET 19
#define PF_ATMSVC 20
#define PF_RDS 21
#define PF_SNA 22
#define PF_IRDA 23
#define PF_PPPOX 24
#define PF_WANPIPE 25
#define PF_LLC 26
#define PF_IB 27
#define PF_MPLS 28
#define PF_CAN 29
#define PF_TIPC 30
#define PF_BLUETOOTH 31
#define PF_IUCV 32
#define PF_RXRPC 33
#define PF_ISDN 34
#define PF_PHONET 35
#define PF_IEEE802154 36
#define PF_CAIF 37
#define PF_ALG 38
#define PF_NFC 39
#define PF_VSOCK 40
#define PF_KCM 41
#define PF_QIPCRTR 42
#define PF_SMC 43
#define PF_XDP 44
#define PF_MCTP 45
#define PF_MAX 46
#define AF_UNSPEC 0
#define AF_LOCAL 1
#define AF_UNIX 1
#define AF_FILE 1
#define AF_INET 2
#define AF_AX25 3
#define AF_IPX 4
#define AF_APPLETALK 5
#define AF_NETROM 6
#define AF_BRIDGE 7
#define AF_ATMPVC 8
#define AF_X25 9
#define AF_INET6 10
#define AF_ROSE 11
#define AF_DECnet 12
#define AF_NETBEUI 13
#define AF_SECURITY 14
#define AF_KEY 15
#define AF_NETLINK 16
#define AF_ROUTE 16
#define AF_PACKET 17
#define AF_ASH 18
#define AF_ECONET 19
#define AF_ATMSVC 20
#define AF_RDS 21
#define AF_SNA 22
#define AF_IRDA 23
#define AF_PPPOX 24
#define AF_WANPIPE 25
#define AF_LLC 26
#define AF_IB 27
#define AF_MPLS 28
#define AF_CAN 29
#define AF_TIPC 30
#define AF_BLUETOOTH 31
#define AF_IUCV 32
#define AF_RXRPC 33
#define AF_ISDN 34
#define AF_PHONET 35
#define AF_IEEE802154 36
#define AF_CAIF 37
#define AF_ALG 38
#define AF_NFC 39
#define AF_VSOCK 40
#define AF_KCM 41
#define AF_QIPCRTR 42
#define AF_SMC 43
#define AF_XDP 44
#define AF_MCTP 45
#define AF_MAX 46
#define SOL_RAW 255
#define SOL_DECNET 261
#define SOL_X25 262
#define SOL_PACKET 263
#define SOL_ATM 264
#define SOL_AAL 265
#define SOL_IRDA 266
#define SOL_NETBEUI 267
#define SOL_LLC 268
#define SOL_DCCP 269
#define SOL_NETLINK 270
#define SOL_TIPC 271
#define SOL_RXRPC 272
#define SOL_PPPOL2TP 273
#define SOL_BLUETOOTH 274
#define SOL_PNPIPE 275
#define SOL_RDS 276
#define SOL_IUCV 277
#define SOL_CAIF 278
#define SOL_ALG 279
#define SOL_NFC 280
#define SOL_KCM 281
#define SOL_TLS 282
#define SOL_XDP 283
#define SOL_MPTCP 284
#define SOL_MCTP 285
#define SOL_SMC 286
#define SOMAXCONN 4096
#define FIOSETOWN 35073
#define SIOCSPGRP 35074
#define FIOGETOWN 35075
#define SIOCGPGRP 35076
#define SIOCATMARK 35077
#define SIOCGSTAMP_OLD 35078
#define SIOCGSTAMPNS_OLD 35079
#define SOL_SOCKET 1
#define SO_DEBUG 1
#define SO_REUSEADDR 2
#define SO_TYPE 3
#define SO_ERROR 4
#define SO_DONTROUTE 5
#define SO_BROADCAST 6
#define SO_SNDBUF 7
#define SO_RCVBUF 8
#define SO_SNDBUFFORCE 32
#define SO_RCVBUFFORCE 33
#define SO_KEEPALIVE 9
#define SO_OOBINLINE 10
#define SO_NO_CHECK 11
#define SO_PRIORITY 12
#define SO_LINGER 13
#define SO_BSDCOMPAT 14
#define SO_REUSEPORT 15
#define SO_PASSCRED 16
#define SO_PEERCRED 17
#define SO_RCVLOWAT 18
#define SO_SNDLOWAT 19
#define SO_RCVTIMEO_OLD 20
#define SO_SNDTIMEO_OLD 21
#define SO_SECURITY_AUTHENTICATION 22
#define SO_SECURITY_ENCRYPTION_TRANSPORT 23
#define SO_SECURITY_ENCRYPTION_NETWORK 24
#define SO_BINDTODEVICE 25
#define SO_ATTACH_FILTER 26
#define SO_DETACH_FILTER 27
#define SO_GET_FILTER 26
#define SO_PEERNAME 28
#define SO_ACCEPTCONN 30
#define SO_PEERSEC 31
#define SO_PASSSEC 34
#define SO_MARK 36
#define SO_PROTOCOL 38
#define SO_DOMAIN 39
#define SO_RXQ_OVFL 40
#define SO_WIFI_STATUS 41
#define SCM_WIFI_STATUS 41
#define SO_PEEK_OFF 42
#define SO_NOFCS 43
#define SO_LOCK_FILTER 44
#define SO_SELECT_ERR_QUEUE 45
#define SO_BUSY_POLL 46
#define SO_MAX_PACING_RATE 47
#define SO_BPF_EXTENSIONS 48
#define SO_INCOMING_CPU 49
#define SO_ATTACH_BPF 50
#define SO_DETACH_BPF 27
#define SO_ATTACH_REUSEPORT_CBPF 51
#define SO_ATTACH_REUSEPORT_EBPF 52
#define SO_CNX_ADVICE 53
#define SCM_TIMESTAMPING_OPT_STATS 54
#define SO_MEMINFO 55
#define SO_INCOMING_NAPI_ID 56
#define SO_COOKIE 57
#define SCM_TIMESTAMPING_PKTINFO 58
#define SO_PEERGROUPS 59
#define SO_ZEROCOPY 60
#define SO_TXTIME 61
#define SCM_TXTIME 61
#define SO_BINDTOIFINDEX 62
#define SO_TIMESTAMP_OLD 29
#define SO_TIMESTAMPNS_OLD 35
#define SO_TIMESTAMPING_OLD 37
#define SO_TIMESTAMP_NEW 63
#define SO_TIMESTAMPNS_NEW 64
#define SO_TIMESTAMPING_NEW 65
#define SO_RCVTIMEO_NEW 66
#define SO_SNDTIMEO_NEW 67
#define SO_DETACH_REUSEPORT_BPF 68
#define SO_PREFER_BUSY_POLL 69
#define SO_BUSY_POLL_BUDGET 70
#define SO_NETNS_COOKIE 71
#define SO_BUF_LOCK 72
#define SO_RESERVE_MEM 73
#define SO_TXREHASH 74
#define SO_RCVMARK 75
#define SO_TIMESTAMP 29
#define SO_TIMESTAMPNS 35
#define SO_TIMESTAMPING 37
#define SO_RCVTIMEO 20
#define SO_SNDTIMEO 21
#define SCM_TIMESTAMP 29
#define SCM_TIMESTAMPNS 35
#define SCM_TIMESTAMPING 37
#define IP_OPTIONS 4
#define IP_HDRINCL 3
#define IP_TOS 1
#define IP_TTL 2
#define IP_RECVOPTS 6
#define IP_RECVRETOPTS 7
#define IP_RETOPTS 7
#define MCAST_JOIN_GROUP 42
#define MCAST_BLOCK_SOURCE 43
#define MCAST_UNBLOCK_SOURCE 44
#define MCAST_LEAVE_GROUP 45
#define MCAST_JOIN_SOURCE_GROUP 46
#define MCAST_LEAVE_SOURCE_GROUP 47
#define MCAST_MSFILTER 48
#define MCAST_EXCLUDE 0
#define MCAST_INCLUDE 1
#define IP_ROUTER_ALERT 5
#define IP_PKTINFO 8
#define IP_PKTOPTIONS 9
#define IP_PMTUDISC 10
#define IP_MTU_DISCOVER 10
#define IP_RECVERR 11
#define IP_RECVTTL 12
#define IP_RECVTOS 13
#define IP_MTU 14
#define IP_FREEBIND 15
#define IP_IPSEC_POLICY 16
#define IP_XFRM_POLICY 17
#define IP_PASSSEC 18
#define IP_TRANSPARENT 19
#define IP_ORIGDSTADDR 20
#define IP_RECVORIGDSTADDR 20
#define IP_MINTTL 21
#define IP_NODEFRAG 22
#define IP_CHECKSUM 23
#define IP_BIND_ADDRESS_NO_PORT 24
#define IP_RECVFRAGSIZE 25
#define IP_RECVERR_RFC4884 26
#define IP_PMTUDISC_DONT 0
#define IP_PMTUDISC_WANT 1
#define IP_PMTUDISC_DO 2
#define IP_PMTUDISC_PROBE 3
#define IP_PMTUDISC_INTERFACE 4
#define IP_PMTUDISC_OMIT 5
#define IP_MULTICAST_IF 32
#define IP_MULTICAST_TTL 33
#define IP_MULTICAST_LOOP 34
#define IP_ADD_MEMBERSHIP 35
#define IP_DROP_MEMBERSHIP 36
#define IP_UNBLOCK_SOURCE 37
#define IP_BLOCK_SOURCE 38
#define IP_ADD_SOURCE_MEMBERSHIP 39
#define IP_DROP_SOURCE_MEMBERSHIP 40
#define IP_MSFILTER 41
#define IP_MULTICAST_ALL 49
#define IP_UNICAST_IF 50
#define SOL_IP 0
#define IP_DEFAULT_MULTICAST_TTL 1
#define IP_DEFAULT_MULTICAST_LOOP 1
#define IP_MAX_MEMBERSHIPS 20
#define IPV6_ADDRFORM 1
#define IPV6_2292PKTINFO 2
#define IPV6_2292HOPOPTS 3
#define IPV6_2292DSTOPTS 4
#define IPV6_2292RTHDR 5
#define IPV6_2292PKTOPTIONS 6
#define IPV6_CHECKSUM 7
#define IPV6_2292HOPLIMIT 8
#define IPV6_NEXTHOP 9
#define IPV6_AUTHHDR 10
#define IPV6_UNICAST_HOPS 16
#define IPV6_MULTICAST_IF 17
#define IPV6_MULTICAST_HOPS 18
#define IPV6_MULTICAST_LOOP 19
#define IPV6_JOIN_GROUP 20
#define IPV6_LEAVE_GROUP 21
#define IPV6_ROUTER_ALERT 22
#define IPV6_MTU_DISCOVER 23
#define IPV6_MTU 24
#define IPV6_RECVERR 25
#define IPV6_V6ONLY 26
#define IPV6_JOIN_ANYCAST 27
#define IPV6_LEAVE_ANYCAST 28
#define IPV6_MULTICAST_ALL 29
#define IPV6_ROUTER_ALERT_ISOLATE 30
#define IPV6_RECVERR_RFC4884 31
#define IPV6_IPSEC_POLICY 34
#define IPV6_XFRM_POLICY 35
#define IPV6_HDRINCL 36
#define IPV6_RECVPKTINFO 49
#define IPV6_PKTINFO 50
#define IPV6_RECVHOPLIMIT 51
#define IPV6_HOPLIMIT 52
#define IPV6_RECVHOPOPTS 53
#define IPV6_HOPOPTS 54
#define IPV6_RTHDRDSTOPTS 55
#define IPV6_RECVRTHDR 56
#define IPV6_RTHDR 57
#define IPV6_RECVDSTOPTS 58
#define IPV6_DSTOPTS 59
#define IPV6_RECVPATHMTU 60
#define IPV6_PATHMTU 61
#define IPV6_DONTFRAG 62
#define IPV6_RECVTCLASS 66
#define IPV6_TCLASS 67
#define IPV6_AUTOFLOWLABEL 70
#define IPV6_ADDR_PREFERENCES 72
#define IPV6_MINHOPCOUNT 73
#define IPV6_ORIGDSTADDR 74
#define IPV6_RECVORIGDSTADDR 74
#define IPV6_TRANSPARENT 75
#define IPV6_UNICAST_IF 76
#define IPV6_RECVFRAGSIZE 77
#define IPV6_FREEBIND 78
#define IPV6_ADD_MEMBERSHIP 20
#define IPV6_DROP_MEMBERSHIP 21
#define IPV6_RXHOPOPTS 54
#define IPV6_RXDSTOPTS 59
#define IPV6_PMTUDISC_DONT 0
#define IPV6_PMTUDISC_WANT 1
#define IPV6_PMTUDISC_DO 2
#define IPV6_PMTUDISC_PROBE 3
#define IPV6_PMTUDISC_INTERFACE 4
#define IPV6_PMTUDISC_OMIT 5
#define SOL_IPV6 41
#define SOL_ICMPV6 58
#define IPV6_RTHDR_LOOSE 0
#define IPV6_RTHDR_STRICT 1
#define IPV6_RTHDR_TYPE_0 0
#define IN_CLASSA_NET 4278190080u
#define IN_CLASSA_NSHIFT 24
#define IN_CLASSA_HOST 16777215u
#define IN_CLASSA_MAX 128
#define IN_CLASSB_NET 4294901760u
#define IN_CLASSB_NSHIFT 16
#define IN_CLASSB_HOST 65535u
#define IN_CLASSB_MAX 65536
#define IN_CLASSC_NET 4294967040u
#define IN_CLASSC_NSHIFT 8
#define IN_CLASSC_HOST 255u
#define INADDR_ANY 0u
#define INADDR_BROADCAST 4294967295u
#define INADDR_NONE 4294967295u
#define INADDR_DUMMY 3221225480u
#define IN_LOOPBACKNET 127
#define INADDR_LOOPBACK 2130706433u
#define INADDR_UNSPEC_GROUP 3758096384u
#define INADDR_ALLHOSTS_GROUP 3758096385u
#define INADDR_ALLRTRS_GROUP 3758096386u
#define INADDR_ALLSNOOPERS_GROUP 3758096490u
#define INADDR_MAX_LOCAL_GROUP 3758096639u
#define INET_ADDRSTRLEN 16
#define INET6_ADDRSTRLEN 46
#define TCP_NODELAY 1
#define TCP_MAXSEG 2
#define TCP_CORK 3
#define TCP_KEEPIDLE 4
#define TCP_KEEPINTVL 5
#define TCP_KEEPCNT 6
#define TCP_SYNCNT 7
#define TCP_LINGER2 8
#define TCP_DEFER_ACCEPT 9
#define TCP_WINDOW_CLAMP 10
#define TCP_INFO 11
#define TCP_QUICKACK 12
#define TCP_CONGESTION 13
#define TCP_MD5SIG 14
#define TCP_COOKIE_TRANSACTIONS 15
#define TCP_THIN_LINEAR_TIMEOUTS 16
#define TCP_THIN_DUPACK 17
#define TCP_USER_TIMEOUT 18
#define TCP_REPAIR 19
#define TCP_REPAIR_QUEUE 20
#define TCP_QUEUE_SEQ 21
#define TCP_REPAIR_OPTIONS 22
#define TCP_FASTOPEN 23
#define TCP_TIMESTAMP 24
#define TCP_NOTSENT_LOWAT 25
#define TCP_CC_INFO 26
#define TCP_SAVE_SYN 27
#define TCP_SAVED_SYN 28
#define TCP_REPAIR_WINDOW 29
#define TCP_FASTOPEN_CONNECT 30
#define TCP_ULP 31
#define TCP_MD5SIG_EXT 32
#define TCP_FASTOPEN_KEY 33
#define TCP_FASTOPEN_NO_COOKIE 34
#define TCP_ZEROCOPY_RECEIVE 35
#define TCP_INQ 36
#define TCP_CM_INQ 36
#define TCP_TX_DELAY 37
#define TCP_REPAIR_ON 1
#define TCP_REPAIR_OFF 0
#define TCP_REPAIR_OFF_NO_WP (-1)
#define INT_LEAST8_MIN (-128)
#define INT_LEAST16_MIN (-32768)
#define INT_LEAST32_MIN (-2147483647 - 1)
#define INT_LEAST64_MIN (-9223372036854775807l - 1)
#define INT_LEAST8_MAX 127
#define INT_LEAST16_MAX 32767
#define INT_LEAST32_MAX 2147483647
#define INT_LEAST64_MAX 9223372036854775807l
#define UINT_LEAST8_MAX 255
#define UINT_LEAST16_MAX 65535
#define UINT_LEAST32_MAX 4294967295u
#define UINT_LEAST64_MAX 18446744073709551615ul
#define INT_FAST8_MIN (-128)
#define INT_FAST16_MIN (-9223372036854775807l - 1)
#define INT_FAST32_MIN (-9223372036854775807l - 1)
#define INT_FAST64_MIN (-9223372036854775807l - 1)
#define INT_FAST8_MAX 127
#define INT_FAST16_MAX 9223372036854775807l
#define INT_FAST32_MAX 9223372036854775807l
#define INT_FAST64_MAX 9223372036854775807l
#define UINT_FAST8_MAX 255
#define UINT_FAST16_MAX 18446744073709551615ul
#define UINT_FAST32_MAX 18446744073709551615ul
#define UINT_FAST64_MAX 18446744073709551615ul
#define INTPTR_MIN (-9223372036854775807l - 1)
#define INTPTR_MAX 9223372036854775807l
#define UINTPTR_MAX 18446744073709551615ul
#define INTMAX_MIN (-9223372036854775807l - 1)
#define INTMAX_MAX 9223372036854775807l
#define UINTMAX_MAX 18446744073709551615ul
#define PTRDIFF_MIN (-9223372036854775807l - 1)
#define PTRDIFF_MAX 9223372036854775807l
#define SIG_ATOMIC_MIN (-2147483647 - 1)
#define SIG_ATOMIC_MAX 2147483647
#define WINT_MIN 0u
#define WINT_MAX 4294967295u
#define INT8_WIDTH 8
#define UINT8_WIDTH 8
#define INT16_WIDTH 16
#define UINT16_WIDTH 16
#define INT32_WIDTH 32
#define UINT32_WIDTH 32
#define INT64_WIDTH 64
#define UINT64_WIDTH 64
#define INT_LEAST8_WIDTH 8
#define UINT_LEAST8_WIDTH 8
#define INT_LEAST16_WIDTH 16
#define UINT_LEAST16_WIDTH 16
#define INT_LEAST32_WIDTH 32
#define UINT_LEAST32_WIDTH 32
#define INT_LEAST64_WIDTH 64
#define UINT_LEAST64_WIDTH 64
#define INT_FAST8_WIDTH 8
#define UINT_FAST8_WIDTH 8
#define INT_FAST16_WIDTH 64
#define UINT_FAST16_WIDTH 64
#define INT_FAST32_WIDTH 64
#define UINT_FAST32_WIDTH 64
#define INT_FAST64_WIDTH 64
#define UINT_FAST64_WIDTH 64
#define INTPTR_WIDTH 64
#define UINTPTR_WIDTH 64
#define INTMAX_WIDTH 64
#define UINTMAX_WIDTH 64
#define PTRDIFF_WIDTH 64
#define SIG_ATOMIC_WIDTH 32
#define SIZE_WIDTH 64
#define WCHAR_WIDTH 32
#define WINT_WIDTH 32
#define TH_FIN 1
#define TH_SYN 2
#define TH_RST 4
#define TH_PUSH 8
#define TH_ACK 16
#define TH_URG 32
#define TCPOPT_EOL 0
#define TCPOPT_NOP 1
#define TCPOPT_MAXSEG 2
#define TCPOLEN_MAXSEG 4
#define TCPOPT_WINDOW 3
#define TCPOLEN_WINDOW 3
#define TCPOPT_SACK_PERMITTED 4
#define TCPOLEN_SACK_PERMITTED 2
#define TCPOPT_SACK 5
#define TCPOPT_TIMESTAMP 8
#define TCPOLEN_TIMESTAMP 10
#define TCPOLEN_TSTAMP_APPA 12
#define TCPOPT_TSTAMP_HDR 16844810
#define TCP_MSS 512
#define TCP_MAXWIN 65535
#define TCP_MAX_WINSHIFT 14
#define SOL_TCP 6
#define TCPI_OPT_TIMESTAMPS 1
#define TCPI_OPT_SACK 2
#define TCPI_OPT_WSCALE 4
#define TCPI_OPT_ECN 8
#define TCPI_OPT_ECN_SEEN 16
#define TCPI_OPT_SYN_DATA 32
#define TCP_MD5SIG_MAXKEYLEN 80
#define TCP_MD5SIG_FLAG_PREFIX 1
#define TCP_COOKIE_MIN 8
#define TCP_COOKIE_MAX 16
#define TCP_COOKIE_PAIR_SIZE 32
#define TCP_COOKIE_IN_ALWAYS 1
#define TCP_COOKIE_OUT_NEVER 2
#define TCP_S_DATA_IN 4
#define TCP_S_DATA_OUT 8
#define TCP_MSS_DEFAULT 536u
#define TCP_MSS_DESIRED 1220u
#define h_errno (*__h_errno_location())
#define HOST_NOT_FOUND 1
#define TRY_AGAIN 2
#define NO_RECOVERY 3
#define NO_DATA 4
#define NETDB_INTERNAL (-1)
#define NETDB_SUCCESS 0
#define NO_ADDRESS 4
#define SCOPE_DELIMITER 37
#define GAI_WAIT 0
#define GAI_NOWAIT 1
#define AI_PASSIVE 1
#define AI_CANONNAME 2
#define AI_NUMERICHOST 4
#define AI_V4MAPPED 8
#define AI_ALL 16
#define AI_ADDRCONFIG 32
#define AI_IDN 64
#define AI_CANONIDN 128
#define AI_IDN_ALLOW_UNASSIGNED 256
#define AI_IDN_USE_STD3_ASCII_RULES 512
#define AI_NUMERICSERV 1024
#define EAI_BADFLAGS (-1)
#define EAI_NONAME (-2)
#define EAI_AGAIN (-3)
#define EAI_FAIL (-4)
#define EAI_FAMILY (-6)
#define EAI_SOCKTYPE (-7)
#define EAI_SERVICE (-8)
#define EAI_MEMORY (-10)
#define EAI_SYSTEM (-11)
#define EAI_OVERFLOW (-12)
#define EAI_NODATA (-5)
#define EAI_ADDRFAMILY (-9)
#define EAI_INPROGRESS (-100)
#define EAI_CANCELED (-101)
#define EAI_NOTCANCELED (-102)
#define EAI_ALLDONE (-103)
#define EAI_INTR (-104)
#define EAI_IDN_ENCODE (-105)
#define NI_MAXHOST 1025
#define NI_MAXSERV 32
#define NI_NUMERICHOST 1
#define NI_NUMERICSERV 2
#define NI_NOFQDN 4
#define NI_NAMEREQD 8
#define NI_DGRAM 16
#define NI_IDN 32
#define NI_IDN_ALLOW_UNASSIGNED 64
#define NI_IDN_USE_STD3_ASCII_RULES 128
#define IF_NAMESIZE 16
#define IFHWADDRLEN 6
#define IFNAMSIZ 16
#define POLLIN 1
#define POLLPRI 2
#define POLLOUT 4
#define POLLRDNORM 64
#define POLLRDBAND 128
#define POLLWRNORM 256
#define POLLWRBAND 512
#define POLLMSG 1024
#define POLLREMOVE 4096
#define POLLRDHUP 8192
#define POLLERR 8
#define POLLHUP 16
#define POLLNVAL 32
#define EPOLL_CTL_ADD 1
#define EPOLL_CTL_DEL 2
#define EPOLL_CTL_MOD 3
#define IN_ACCESS 1
#define IN_MODIFY 2
#define IN_ATTRIB 4
#define IN_CLOSE_WRITE 8
#define IN_CLOSE_NOWRITE 16
#define IN_OPEN 32
#define IN_MOVED_FROM 64
#define IN_MOVED_TO 128
#define IN_CREATE 256
#define IN_DELETE 512
#define IN_DELETE_SELF 1024
#define IN_MOVE_SELF 2048
#define IN_UNMOUNT 8192
#define IN_Q_OVERFLOW 16384
#define IN_IGNORED 32768
#define IN_CLOSE 24
#define IN_MOVE 192
#define IN_ONLYDIR 16777216
#define IN_DONT_FOLLOW 33554432
#define IN_EXCL_UNLINK 67108864
#define IN_MASK_CREATE 268435456
#define IN_MASK_ADD 536870912
#define IN_ISDIR 1073741824
#define IN_ONESHOT 2147483648u
#define IN_ALL_EVENTS 4095
#define IOC_IN 1073741824u
#define IOC_OUT 2147483648u
#define IOC_INOUT 3221225472u
#define IOCSIZE_MASK 1073676288
#define IOCSIZE_SHIFT 16
#define TCGETS 21505
#define TCSETS 21506
#define TCSETSW 21507
#define TCSETSF 21508
#define TCGETA 21509
#define TCSETA 21510
#define TCSETAW 21511
#define TCSETAF 21512
#define TCSBRK 21513
#define TCXONC 21514
#define TCFLSH 21515
#define TIOCEXCL 21516
#define TIOCNXCL 21517
#define TIOCSCTTY 21518
#define TIOCGPGRP 21519
#define TIOCSPGRP 21520
#define TIOCOUTQ 21521
#define TIOCSTI 21522
#define TIOCGWINSZ 21523
#define TIOCSWINSZ 21524
#define TIOCMGET 21525
#define TIOCMBIS 21526
#define TIOCMBIC 21527
#define TIOCMSET 21528
#define TIOCGSOFTCAR 21529
#define TIOCSSOFTCAR 21530
#define FIONREAD 21531
#define TIOCINQ 21531
#define TIOCLINUX 21532
#define TIOCCONS 21533
#define TIOCGSERIAL 21534
#define TIOCSSERIAL 21535
#define TIOCPKT 21536
#define FIONBIO 21537
#define TIOCNOTTY 21538
#define TIOCSETD 21539
#define TIOCGETD 21540
#define TCSBRKP 21541
#define TIOCSBRK 21543
#define TIOCCBRK 21544
#define TIOCGSID 21545
#define TIOCGRS485 21550
#define TIOCSRS485 21551
#define TIOCGPTN 2147767344ul
#define TIOCSPTLCK 1074025521ul
#define TIOCGDEV 2147767346ul
#define TCGETX 21554
#define TCSETX 21555
#define TCSETXF 21556
#define TCSETXW 21557
#define TIOCSIG 1074025526ul
#define TIOCVHANGUP 21559
#define TIOCGPKT 2147767352ul
#define TIOCGPTLCK 2147767353ul
#define TIOCGEXCL 2147767360ul
#define TIOCGPTPEER 21569u
#define FIONCLEX 21584
#define FIOCLEX 21585
#define FIOASYNC 21586
#define TIOCSERCONFIG 21587
#define TIOCSERGWILD 21588
#define TIOCSERSWILD 21589
#define TIOCGLCKTRMIOS 21590
#define TIOCSLCKTRMIOS 21591
#define TIOCSERGSTRUCT 21592
#define TIOCSERGETLSR 21593
#define TIOCSERGETMULTI 21594
#define TIOCSERSETMULTI 21595
#define TIOCMIWAIT 21596
#define TIOCGICOUNT 21597
#define FIOQSIZE 21600
#define TIOCPKT_DATA 0
#define TIOCPKT_FLUSHREAD 1
#define TIOCPKT_FLUSHWRITE 2
#define TIOCPKT_STOP 4
#define TIOCPKT_START 8
#define TIOCPKT_NOSTOP 16
#define TIOCPKT_DOSTOP 32
#define TIOCPKT_IOCTL 64
#define SIOCADDRT 35083
#define SIOCDELRT 35084
#define SIOCRTMSG 35085
#define SIOCGIFNAME 35088
#define SIOCSIFLINK 35089
#define SIOCGIFCONF 35090
#define SIOCGIFFLAGS 35091
#define SIOCSIFFLAGS 35092
#define SIOCGIFADDR 35093
#define SIOCSIFADDR 35094
#define SIOCGIFDSTADDR 35095
#define SIOCSIFDSTADDR 35096
#define SIOCGIFBRDADDR 35097
#define SIOCSIFBRDADDR 35098
#define SIOCGIFNETMASK 35099
#define SIOCSIFNETMASK 35100
#define SIOCGIFMETRIC 35101
#define SIOCSIFMETRIC 35102
#define SIOCGIFMEM 35103
#define SIOCSIFMEM 35104
#define SIOCGIFMTU 35105
#define SIOCSIFMTU 35106
#define SIOCSIFNAME 35107
#define SIOCSIFHWADDR 35108
#define SIOCGIFENCAP 35109
#define SIOCSIFENCAP 35110
#define SIOCGIFHWADDR 35111
#define SIOCGIFSLAVE 35113
#define SIOCSIFSLAVE 35120
#define SIOCADDMULTI 35121
#define SIOCDELMULTI 35122
#define SIOCGIFINDEX 35123
#define SIOGIFINDEX 35123
#define SIOCSIFPFLAGS 35124
#define SIOCGIFPFLAGS 35125
#define SIOCDIFADDR 35126
#define SIOCSIFHWBROADCAST 35127
#define SIOCGIFCOUNT 35128
#define SIOCGIFBR 35136
#define SIOCSIFBR 35137
#define SIOCGIFTXQLEN 35138
#define SIOCSIFTXQLEN 35139
#define SIOCDARP 35155
#define SIOCGARP 35156
#define SIOCSARP 35157
#define SIOCDRARP 35168
#define SIOCGRARP 35169
#define SIOCSRARP 35170
#define SIOCGIFMAP 35184
#define SIOCSIFMAP 35185
#define SIOCADDDLCI 35200
#define SIOCDELDLCI 35201
#define SIOCDEVPRIVATE 35312
#define SIOCPROTOPRIVATE 35296
#define NCC 8
#define TIOCM_LE 1
#define TIOCM_DTR 2
#define TIOCM_RTS 4
#define TIOCM_ST 8
#define TIOCM_SR 16
#define TIOCM_CTS 32
#define TIOCM_CAR 64
#define TIOCM_RNG 128
#define TIOCM_DSR 256
#define TIOCM_CD 64
#define TIOCM_RI 128
#define N_TTY 0
#define N_SLIP 1
#define N_MOUSE 2
#define N_PPP 3
#define N_STRIP 4
#define N_AX25 5
#define N_X25 6
#define N_6PACK 7
#define N_MASC 8
#define N_R3964 9
#define N_PROFIBUS_FDL 10
#define N_IRDA 11
#define N_SMSBLOCK 12
#define N_HDLC 13
#define N_SYNC_PPP 14
#define N_HCI 15
#define TTYDEF_IFLAG 11554
#define TTYDEF_OFLAG 6149
#define TTYDEF_LFLAG 35355
#define TTYDEF_CFLAG 1440
#define TTYDEF_SPEED 13
#define CEOF 4
#define CEOL 0
#define CERASE 127
#define CINTR 3
#define CSTATUS 0
#define CKILL 21
#define CMIN 1
#define CQUIT 28
#define CSUSP 26
#define CTIME 0
#define CDSUSP 25
#define CSTART 17
#define CSTOP 19
#define CLNEXT 22
#define CDISCARD 15
#define CWERASE 23
#define CREPRINT 18
#define CEOT 4
#define CBRK 0
#define CRPRNT 18
#define CFLUSH 15
#define UIO_MAXIOV 1024
#define RWF_HIPRI 1
#define RWF_DSYNC 2
#define RWF_SYNC 4
#define RWF_NOWAIT 8
#define RWF_APPEND 16
#define RWF_NOAPPEND 32
#define SYS_NMLN 65
#define SI_LOAD_SHIFT 16
#define GRND_NONBLOCK 1
#define GRND_RANDOM 2
#define GRND_INSECURE 4
#define LOCK_SH 1
#define LOCK_EX 2
#define LOCK_UN 8
#define LOCK_NB 4
#define IPC_CREAT 512
#define IPC_EXCL 1024
#define IPC_NOWAIT 2048
#define IPC_RMID 0
#define IPC_SET 1
#define IPC_STAT 2
#define IPC_INFO 3
#define IPC_PRIVATE 0
#define SHMLBA (__getpagesize())
#define SHM_R 256
#define SHM_W 128
#define SHM_RDONLY 4096
#define SHM_RND 8192
#define SHM_REMAP 16384
#define SHM_EXEC 32768
#define SHM_LOCK 11
#define SHM_UNLOCK 12
#define SHM_STAT 13
#define SHM_INFO 14
#define SHM_STAT_ANY 15
#define SHM_DEST 512
#define SHM_LOCKED 1024
#define SHM_HUGETLB 2048
#define SHM_NORESERVE 4096
#define SEM_UNDO 4096
#define GETPID 11
#define GETVAL 12
#define GETALL 13
#define GETNCNT 14
#define GETZCNT 15
#define SETVAL 16
#define SETALL 17
#define SEM_STAT 18
#define SEM_INFO 19
#define SEM_STAT_ANY 20
#define MSG_NOERROR 4096
#define MSG_EXCEPT 8192
#define MSG_COPY 16384
#define MSG_STAT 11
#define MSG_INFO 12
#define MSG_STAT_ANY 13
#define PR_SET_PDEATHSIG 1
#define PR_GET_PDEATHSIG 2
#define PR_GET_DUMPABLE 3
#define PR_SET_DUMPABLE 4
#define PR_GET_UNALIGN 5
#define PR_SET_UNALIGN 6
#define PR_UNALIGN_NOPRINT 1
#define PR_UNALIGN_SIGBUS 2
#define PR_GET_KEEPCAPS 7
#define PR_SET_KEEPCAPS 8
#define PR_GET_FPEMU 9
#define PR_SET_FPEMU 10
#define PR_FPEMU_NOPRINT 1
#define PR_FPEMU_SIGFPE 2
#define PR_GET_FPEXC 11
#define PR_SET_FPEXC 12
#define PR_FP_EXC_SW_ENABLE 128
#define PR_FP_EXC_DIV 65536
#define PR_FP_EXC_OVF 131072
#define PR_FP_EXC_UND 262144
#define PR_FP_EXC_RES 524288
#define PR_FP_EXC_INV 1048576
#define PR_FP_EXC_DISABLED 0
#define PR_FP_EXC_NONRECOV 1
#define PR_FP_EXC_ASYNC 2
#define PR_FP_EXC_PRECISE 3
#define PR_GET_TIMING 13
#define PR_SET_TIMING 14
#define PR_TIMING_STATISTICAL 0
#define PR_TIMING_TIMESTAMP 1
#define PR_SET_NAME 15
#define PR_GET_NAME 16
#define PR_GET_ENDIAN 19
#define PR_SET_ENDIAN 20
#define PR_ENDIAN_BIG 0
#define PR_ENDIAN_LITTLE 1
#define PR_ENDIAN_PPC_LITTLE 2
#define PR_GET_SECCOMP 21
#define PR_SET_SECCOMP 22
#define PR_CAPBSET_READ 23
#define PR_CAPBSET_DROP 24
#define PR_GET_TSC 25
#define PR_SET_TSC 26
#define PR_TSC_ENABLE 1
#define PR_TSC_SIGSEGV 2
#define PR_GET_SECUREBITS 27
#define PR_SET_SECUREBITS 28
#define PR_SET_TIMERSLACK 29
#define PR_GET_TIMERSLACK 30
#define PR_TASK_PERF_EVENTS_DISABLE 31
#define PR_TASK_PERF_EVENTS_ENABLE 32
#define PR_MCE_KILL 33
#define PR_MCE_KILL_CLEAR 0
#define PR_MCE_KILL_SET 1
#define PR_MCE_KILL_LATE 0
#define PR_MCE_KILL_EARLY 1
#define PR_MCE_KILL_DEFAULT 2
#define PR_MCE_KILL_GET 34
#define PR_SET_MM 35
#define PR_SET_MM_START_CODE 1
#define PR_SET_MM_END_CODE 2
#define PR_SET_MM_START_DATA 3
#define PR_SET_MM_END_DATA 4
#define PR_SET_MM_START_STACK 5
#define PR_SET_MM_START_BRK 6
#define PR_SET_MM_BRK 7
#define PR_SET_MM_ARG_START 8
#define PR_SET_MM_ARG_END 9
#define PR_SET_MM_ENV_START 10
#define PR_SET_MM_ENV_END 11
#define PR_SET_MM_AUXV 12
#define PR_SET_MM_EXE_FILE 13
#define PR_SET_MM_MAP 14
#define PR_SET_MM_MAP_SIZE 15
#define PR_SET_PTRACER 1499557217
#define PR_SET_PTRACER_ANY 18446744073709551615ul
#define PR_SET_CHILD_SUBREAPER 36
#define PR_GET_CHILD_SUBREAPER 37
#define PR_SET_NO_NEW_PRIVS 38
#define PR_GET_NO_NEW_PRIVS 39
#define PR_GET_TID_ADDRESS 40
#define PR_SET_THP_DISABLE 41
#define PR_GET_THP_DISABLE 42
#define PR_MPX_ENABLE_MANAGEMENT 43
#define PR_MPX_DISABLE_MANAGEMENT 44
#define PR_SET_FP_MODE 45
#define PR_GET_FP_MODE 46
#define PR_FP_MODE_FR 1
#define PR_FP_MODE_FRE 2
#define PR_CAP_AMBIENT 47
#define PR_CAP_AMBIENT_IS_SET 1
#define PR_CAP_AMBIENT_RAISE 2
#define PR_CAP_AMBIENT_LOWER 3
#define PR_CAP_AMBIENT_CLEAR_ALL 4
#define PR_SVE_SET_VL 50
#define PR_SVE_SET_VL_ONEXEC 262144
#define PR_SVE_GET_VL 51
#define PR_SVE_VL_LEN_MASK 65535
#define PR_SVE_VL_INHERIT 131072
#define PR_GET_SPECULATION_CTRL 52
#define PR_SET_SPECULATION_CTRL 53
#define PR_SPEC_STORE_BYPASS 0
#define PR_SPEC_INDIRECT_BRANCH 1
#define PR_SPEC_L1D_FLUSH 2
#define PR_SPEC_NOT_AFFECTED 0
#define PR_SPEC_PRCTL 1ul
#define PR_SPEC_ENABLE 2ul
#define PR_SPEC_DISABLE 4ul
#define PR_SPEC_FORCE_DISABLE 8ul
#define PR_SPEC_DISABLE_NOEXEC 16ul
#define PR_PAC_RESET_KEYS 54
#define PR_PAC_APIAKEY 1ul
#define PR_PAC_APIBKEY 2ul
#define PR_PAC_APDAKEY 4ul
#define PR_PAC_APDBKEY 8ul
#define PR_PAC_APGAKEY 16ul
#define PR_SET_TAGGED_ADDR_CTRL 55
#define PR_GET_TAGGED_ADDR_CTRL 56
#define PR_TAGGED_ADDR_ENABLE 1ul
#define PR_MTE_TCF_NONE 0ul
#define PR_MTE_TCF_SYNC 2ul
#define PR_MTE_TCF_ASYNC 4ul
#define PR_MTE_TCF_MASK 6ul
#define PR_MTE_TAG_SHIFT 3
#define PR_MTE_TAG_MASK 524280ul
#define PR_MTE_TCF_SHIFT 1
#define PR_SET_IO_FLUSHER 57
#define PR_GET_IO_FLUSHER 58
#define PR_SET_SYSCALL_USER_DISPATCH 59
#define PR_SYS_DISPATCH_OFF 0
#define PR_SYS_DISPATCH_ON 1
#define SYSCALL_DISPATCH_FILTER_ALLOW 0
#define SYSCALL_DISPATCH_FILTER_BLOCK 1
#define PR_PAC_SET_ENABLED_KEYS 60
#define PR_PAC_GET_ENABLED_KEYS 61
#define PR_SCHED_CORE 62
#define PR_SCHED_CORE_GET 0
#define PR_SCHED_CORE_CREATE 1
#define PR_SCHED_CORE_SHARE_TO 2
#define PR_SCHED_CORE_SHARE_FROM 3
#define PR_SCHED_CORE_MAX 4
#define PR_SCHED_CORE_SCOPE_THREAD 0
#define PR_SCHED_CORE_SCOPE_THREAD_GROUP 1
#define PR_SCHED_CORE_SCOPE_PROCESS_GROUP 2
#define PR_SME_SET_VL 63
#define PR_SME_SET_VL_ONEXEC 262144
#define PR_SME_GET_VL 64
#define PR_SME_VL_LEN_MASK 65535
#define PR_SME_VL_INHERIT 131072
#define PR_SET_VMA 1398164801
#define PR_SET_VMA_ANON_NAME 0
#define MS_VERBOSE 32768
#define MS_SUBMOUNT 67108864
#define MS_NOREMOTELOCK 134217728
#define MS_NOSEC 268435456
#define MS_BORN 536870912
#define MOVE_MOUNT__MASK 375
#define BLOCK_SIZE_BITS 10
#define BLOCK_SIZE 1024
#define MS_RMT_MASK 41943121
#define MS_MGC_VAL 3236757504u
#define MS_MGC_MSK 4294901760u
#define BLKROSET 4701u
#define BLKROGET 4702u
#define BLKRRPART 4703u
#define BLKGETSIZE 4704u
#define BLKFLSBUF 4705u
#define BLKRASET 4706u
#define BLKRAGET 4707u
#define BLKFRASET 4708u
#define BLKFRAGET 4709u
#define BLKSECTSET 4710u
#define BLKSECTGET 4711u
#define BLKSSZGET 4712u
#define BLKBSZGET 2148012656ul
#define BLKBSZSET 1074270833ul
#define BLKGETSIZE64 2148012658ul
#define FSMOUNT_CLOEXEC 1
#define MOUNT_ATTR_RDONLY 1
#define MOUNT_ATTR_NOSUID 2
#define MOUNT_ATTR_NODEV 4
#define MOUNT_ATTR_NOEXEC 8
#define MOUNT_ATTR__ATIME 112
#define MOUNT_ATTR_RELATIME 0
#define MOUNT_ATTR_NOATIME 16
#define MOUNT_ATTR_STRICTATIME 32
#define MOUNT_ATTR_NODIRATIME 128
#define MOUNT_ATTR_IDMAP 1048576
#define MOUNT_ATTR_NOSYMFOLLOW 2097152
#define MOUNT_ATTR_SIZE_VER0 32
#define MOVE_MOUNT_F_SYMLINKS 1
#define MOVE_MOUNT_F_AUTOMOUNTS 2
#define MOVE_MOUNT_F_EMPTY_PATH 4
#define MOVE_MOUNT_T_SYMLINKS 16
#define MOVE_MOUNT_T_AUTOMOUNTS 32
#define MOVE_MOUNT_T_EMPTY_PATH 64
#define MOVE_MOUNT_SET_GROUP 256
#define FSPICK_CLOEXEC 1
#define FSPICK_SYMLINK_NOFOLLOW 2
#define FSPICK_NO_AUTOMOUNT 4
#define FSPICK_EMPTY_PATH 8
#define FSOPEN_CLOEXEC 1
#define OPEN_TREE_CLONE 1
#define OPEN_TREE_CLOEXEC 524288
#define LC_CTYPE 0
#define LC_NUMERIC 1
#define LC_TIME 2
#define LC_COLLATE 3
#define LC_MONETARY 4
#define LC_MESSAGES 5
#define LC_ALL 6
#define LC_PAPER 7
#define LC_NAME 8
#define LC_ADDRESS 9
#define LC_TELEPHONE 10
#define LC_MEASUREMENT 11
#define LC_IDENTIFICATION 12
#define LC_CTYPE_MASK 1
#define LC_NUMERIC_MASK 2
#define LC_TIME_MASK 4
#define LC_COLLATE_MASK 8
#define LC_MONETARY_MASK 16
#define LC_MESSAGES_MASK 32
#define LC_PAPER_MASK 128
#define LC_NAME_MASK 256
#define LC_ADDRESS_MASK 512
#define LC_TELEPHONE_MASK 1024
#define LC_MEASUREMENT_MASK 2048
#define LC_IDENTIFICATION_MASK 4096
#define LC_ALL_MASK 8127
#define LC_GLOBAL_LOCALE ((locale_t)-1l)
#define NL_SETD 1
#define NL_CAT_LOCALE 1
#define ERA_YEAR 131117
#define ALTMON_1 131183
#define ALTMON_2 131184
#define ALTMON_3 131185
#define ALTMON_4 131186
#define ALTMON_5 131187
#define ALTMON_6 131188
#define ALTMON_7 131189
#define ALTMON_8 131190
#define ALTMON_9 131191
#define ALTMON_10 131192
#define ALTMON_11 131193
#define ALTMON_12 131194
#define INT_CURR_SYMBOL 262144
#define CURRENCY_SYMBOL 262145
#define MON_DECIMAL_POINT 262146
#define MON_THOUSANDS_SEP 262147
#define MON_GROUPING 262148
#define POSITIVE_SIGN 262149
#define NEGATIVE_SIGN 262150
#define INT_FRAC_DIGITS 262151
#define FRAC_DIGITS 262152
#define P_CS_PRECEDES 262153
#define P_SEP_BY_SPACE 262154
#define N_CS_PRECEDES 262155
#define N_SEP_BY_SPACE 262156
#define P_SIGN_POSN 262157
#define N_SIGN_POSN 262158
#define CRNCYSTR 262159
#define INT_P_CS_PRECEDES 262160
#define INT_P_SEP_BY_SPACE 262161
#define INT_N_CS_PRECEDES 262162
#define INT_N_SEP_BY_SPACE 262163
#define INT_P_SIGN_POSN 262164
#define INT_N_SIGN_POSN 262165
#define DECIMAL_POINT 65536
#define THOUSANDS_SEP 65537
#define GROUPING 65538
#define YESEXPR 327680
#define NOEXPR 327681
#define YESSTR 327682
#define NOSTR 327683
#define NGROUPS_MAX 65536
#define MAX_CANON 255
#define MAX_INPUT 255
#define NAME_MAX 255
#define PATH_MAX 4096
#define PIPE_BUF 4096
#define XATTR_NAME_MAX 255
#define XATTR_SIZE_MAX 65536
#define XATTR_LIST_MAX 65536
#define RTSIG_MAX 32
#define PTHREAD_KEYS_MAX 1024
#define PTHREAD_DESTRUCTOR_ITERATIONS 4
#define AIO_PRIO_DELTA_MAX 20
#define PTHREAD_STACK_MIN (__sysconf(75))
#define DELAYTIMER_MAX 2147483647
#define TTY_NAME_MAX 32
#define LOGIN_NAME_MAX 256
#define HOST_NAME_MAX 64
#define MQ_PRIO_MAX 32768
#define SEM_VALUE_MAX 2147483647
#define SSIZE_MAX 9223372036854775807l
#define MAXNAMLEN 255
#define GLOB_ERR 1
#define GLOB_MARK 2
#define GLOB_NOSORT 4
#define GLOB_DOOFFS 8
#define GLOB_NOCHECK 16
#define GLOB_APPEND 32
#define GLOB_NOESCAPE 64
#define GLOB_PERIOD 128
#define GLOB_MAGCHAR 256
#define GLOB_ALTDIRFUNC 512
#define GLOB_BRACE 1024
#define GLOB_NOMAGIC 2048
#define GLOB_TILDE 4096
#define GLOB_ONLYDIR 8192
#define GLOB_TILDE_CHECK 16384
#define GLOB_NOSPACE 1
#define GLOB_ABORTED 2
#define GLOB_NOMATCH 3
#define GLOB_NOSYS 4
#define GLOB_ABEND 2
#define FNM_PATHNAME 1
#define FNM_NOESCAPE 2
#define FNM_PERIOD 4
#define FNM_FILE_NAME 1
#define FNM_LEADING_DIR 8
#define FNM_CASEFOLD 16
#define FNM_EXTMATCH 32
#define FNM_NOMATCH 1
#define FNM_NOSYS (-1)
#define RE_BACKSLASH_ESCAPE_IN_LISTS 1ul
#define RE_BK_PLUS_QM 2ul
#define RE_CHAR_CLASSES 4ul
#define RE_CONTEXT_INDEP_ANCHORS 8ul
#define RE_CONTEXT_INDEP_OPS 16ul
#define RE_CONTEXT_INVALID_OPS 32ul
#define RE_DOT_NEWLINE 64ul
#define RE_DOT_NOT_NULL 128ul
#define RE_HAT_LISTS_NOT_NEWLINE 256ul
#define RE_INTERVALS 512ul
#define RE_LIMITED_OPS 1024ul
#define RE_NEWLINE_ALT 2048ul
#define RE_NO_BK_BRACES 4096ul
#define RE_NO_BK_PARENS 8192ul
#define RE_NO_BK_REFS 16384ul
#define RE_NO_BK_VBAR 32768ul
#define RE_NO_EMPTY_RANGES 65536ul
#define RE_UNMATCHED_RIGHT_PAREN_ORD 131072ul
#define RE_NO_POSIX_BACKTRACKING 262144ul
#define RE_NO_GNU_OPS 524288ul
#define RE_DEBUG 1048576ul
#define RE_INVALID_INTERVAL_ORD 2097152ul
#define RE_ICASE 4194304ul
#define RE_CARET_ANCHORS_HERE 8388608ul
#define RE_CONTEXT_INVALID_DUP 16777216ul
#define RE_NO_SUB 33554432ul
#define RE_SYNTAX_EMACS 0
#define RE_SYNTAX_AWK 778445ul
#define RE_SYNTAX_GNU_AWK 2339405ul
#define RE_SYNTAX_POSIX_AWK 2863869ul
#define RE_SYNTAX_GREP 68166ul
#define RE_SYNTAX_EGREP 2341468ul
#define RE_SYNTAX_POSIX_EGREP 2341468ul
#define RE_SYNTAX_ED 16843462ul
#define RE_SYNTAX_SED 16843462ul
#define RE_SYNTAX_POSIX_BASIC 16843462ul
#define RE_SYNTAX_POSIX_MINIMAL_BASIC 67268ul
#define RE_SYNTAX_POSIX_EXTENDED 242428ul
#define RE_SYNTAX_POSIX_MINIMAL_EXTENDED 258796ul
#define REG_EXTENDED 1
#define REG_ICASE 2
#define REG_NEWLINE 4
#define REG_NOSUB 8
#define REG_NOTBOL 1
#define REG_NOTEOL 2
#define REG_STARTEND 4
#define REG_ENOSYS (-1)
#define REG_NOERROR 0
#define REG_NOMATCH 1
#define REG_BADPAT 2
#define REG_ECOLLATE 3
#define REG_ECTYPE 4
#define REG_EESCAPE 5
#define REG_ESUBREG 6
#define REG_EBRACK 7
#define REG_EPAREN 8
#define REG_EBRACE 9
#define REG_BADBR 10
#define REG_ERANGE 11
#define REG_ESPACE 12
#define REG_BADRPT 13
#define REG_EEND 14
#define REG_ESIZE 15
#define REG_ERPAREN 16
#define REGS_UNALLOCATED 0
#define REGS_REALLOCATE 1
#define REGS_FIXED 2
#define RE_NREGS 30
#define no_argument 0
#define required_argument 1
#define optional_argument 2
#define MB_LEN_MAX 16
#define CHAR_WIDTH 8
#define SCHAR_WIDTH 8
#define UCHAR_WIDTH 8
#define SHRT_WIDTH 16
#define USHRT_WIDTH 16
#define INT_WIDTH 32
#define UINT_WIDTH 32
#define LONG_WIDTH 64
#define ULONG_WIDTH 64
#define LLONG_WIDTH 64
#define ULLONG_WIDTH 64
#define BOOL_MAX 1
#define BOOL_WIDTH 1
#define BC_BASE_MAX 99
#define BC_DIM_MAX 2048
#define BC_SCALE_MAX 99
#define BC_STRING_MAX 1000
#define COLL_WEIGHTS_MAX 255
#define EXPR_NEST_MAX 32
#define LINE_MAX 2048
#define CHARCLASS_NAME_MAX 2048
#define RE_DUP_MAX 32767
#define IOV_MAX 1024
#define NL_ARGMAX 4096
#define NL_LANGMAX 2048
#define NL_MSGMAX 2147483647
#define NL_NMAX 2147483647
#define NL_SETMAX 2147483647
#define NL_TEXTMAX 2147483647
#define NZERO 20
#define WORD_BIT 32
#define LONG_BIT 64
#define LONG_LONG_MIN (-9223372036854775807ll - 1)
#define LONG_LONG_MAX 9223372036854775807ll
#define ULONG_LONG_MAX 18446744073709551615ull
#define OPTION_ARG_OPTIONAL 1
#define OPTION_HIDDEN 2
#define OPTION_ALIAS 4
#define OPTION_DOC 8
#define OPTION_NO_USAGE 16
#define ARGP_ERR_UNKNOWN 7
#define ARGP_KEY_ARG 0
#define ARGP_KEY_ARGS 16777222
#define ARGP_KEY_END 16777217
#define ARGP_KEY_NO_ARGS 16777218
#define ARGP_KEY_INIT 16777219
#define ARGP_KEY_FINI 16777223
#define ARGP_KEY_SUCCESS 16777220
#define ARGP_KEY_ERROR 16777221
#define ARGP_KEY_HELP_PRE_DOC 33554433
#define ARGP_KEY_HELP_POST_DOC 33554434
#define ARGP_KEY_HELP_HEADER 33554435
#define ARGP_KEY_HELP_EXTRA 33554436
#define ARGP_KEY_HELP_DUP_ARGS_NOTE 33554437
#define ARGP_KEY_HELP_ARGS_DOC 33554438
#define ARGP_PARSE_ARGV0 1
#define ARGP_NO_ERRS 2
#define ARGP_NO_ARGS 4
#define ARGP_IN_ORDER 8
#define ARGP_NO_HELP 16
#define ARGP_NO_EXIT 32
#define ARGP_LONG_ONLY 64
#define ARGP_SILENT 50
#define ARGP_HELP_USAGE 1
#define ARGP_HELP_SHORT_USAGE 2
#define ARGP_HELP_SEE 4
#define ARGP_HELP_LONG 8
#define ARGP_HELP_PRE_DOC 16
#define ARGP_HELP_POST_DOC 32
#define ARGP_HELP_DOC 48
#define ARGP_HELP_BUG_ADDR 64
#define ARGP_HELP_LONG_ONLY 128
#define ARGP_HELP_EXIT_ERR 256
#define ARGP_HELP_EXIT_OK 512
#define ARGP_HELP_STD_ERR 260
#define ARGP_HELP_STD_USAGE 262
#define ARGP_HELP_STD_HELP 634
#define PA_FLAG_MASK 65280
#define PA_FLAG_LONG_LONG 256
#define PA_FLAG_LONG_DOUBLE 256
#define PA_FLAG_LONG 512
#define PA_FLAG_SHORT 1024
#define PA_FLAG_PTR 2048
#define NSS_BUFLEN_PASSWD 1024
#define NSS_BUFLEN_GROUP 1024
#define SHADOW "/etc/shadow"
#define UT_LINESIZE 32
#define UT_NAMESIZE 32
#define UT_HOSTSIZE 256
#define UT_UNKNOWN 0
#define UTMP_FILE "/var/run/utmp"
#define UTMP_FILENAME "/var/run/utmp"
#define WTMP_FILE "/var/log/wtmp"
#define WTMP_FILENAME "/var/log/wtmp"
#define EMPTY 0
#define RUN_LVL 1
#define BOOT_TIME 2
#define NEW_TIME 3
#define OLD_TIME 4
#define INIT_PROCESS 5
#define LOGIN_PROCESS 6
#define USER_PROCESS 7
#define DEAD_PROCESS 8
#define ACCOUNTING 9
#define UTMPX_FILE "/var/run/utmp"
#define UTMPX_FILENAME "/var/run/utmp"
#define WTMPX_FILE "/var/log/wtmp"
#define WTMPX_FILENAME "/var/log/wtmp"
#define LOG_EMERG 0
#define LOG_ALERT 1
#define LOG_CRIT 2
#define LOG_ERR 3
#define LOG_WARNING 4
#define LOG_NOTICE 5
#define LOG_INFO 6
#define LOG_DEBUG 7
#define LOG_PRIMASK 7
#define LOG_KERN 0
#define LOG_USER 8
#define LOG_MAIL 16
#define LOG_DAEMON 24
#define LOG_AUTH 32
#define LOG_SYSLOG 40
#define LOG_LPR 48
#define LOG_NEWS 56
#define LOG_UUCP 64
#define LOG_CRON 72
#define LOG_AUTHPRIV 80
#define LOG_FTP 88
#define LOG_LOCAL0 128
#define LOG_LOCAL1 136
#define LOG_LOCAL2 144
#define LOG_LOCAL3 152
#define LOG_LOCAL4 160
#define LOG_LOCAL5 168
#define LOG_LOCAL6 176
#define LOG_LOCAL7 184
#define LOG_NFACILITIES 24
#define LOG_FACMASK 1016
#define LOG_PID 1
#define LOG_CONS 2
#define LOG_ODELAY 4
#define LOG_NDELAY 8
#define LOG_NOWAIT 16
#define LOG_PERROR 32
#define NCCS 32
#define VINTR 0
#define VQUIT 1
#define VERASE 2
#define VKILL 3
#define VEOF 4
#define VTIME 5
#define VMIN 6
#define VSWTC 7
#define VSTART 8
#define VSTOP 9
#define VSUSP 10
#define VEOL 11
#define VREPRINT 12
#define VDISCARD 13
#define VWERASE 14
#define VLNEXT 15
#define VEOL2 16
#define IGNBRK 1
#define BRKINT 2
#define IGNPAR 4
#define PARMRK 8
#define INPCK 16
#define ISTRIP 32
#define INLCR 64
#define IGNCR 128
#define ICRNL 256
#define IUCLC 512
#define IXON 1024
#define IXANY 2048
#define IXOFF 4096
#define IMAXBEL 8192
#define IUTF8 16384
#define OPOST 1
#define OLCUC 2
#define ONLCR 4
#define OCRNL 8
#define ONOCR 16
#define ONLRET 32
#define OFILL 64
#define OFDEL 128
#define NLDLY 256
#define NL0 0
#define NL1 256
#define CRDLY 1536
#define CR0 0
#define CR1 512
#define CR2 1024
#define CR3 1536
#define TABDLY 6144
#define TAB0 0
#define TAB1 2048
#define TAB2 4096
#define TAB3 6144
#define BSDLY 8192
#define BS0 0
#define BS1 8192
#define FFDLY 32768
#define FF0 0
#define FF1 32768
#define VTDLY 16384
#define VT0 0
#define VT1 16384
#define XTABS 6144
#define B0 0
#define B50 1
#define B75 2
#define B110 3
#define B134 4
#define B150 5
#define B200 6
#define B300 7
#define B600 8
#define B1200 9
#define B1800 10
#define B2400 11
#define B4800 12
#define B9600 13
#define B19200 14
#define B38400 15
#define EXTA 14
#define EXTB 15
#define CBAUD 4111
#define CBAUDEX 4096
#define CIBAUD 269418496
#define CMSPAR 1073741824
#define CRTSCTS 2147483648u
#define B57600 4097
#define B115200 4098
#define B230400 4099
#define B460800 4100
#define B500000 4101
#define B576000 4102
#define B921600 4103
#define B1000000 4104
#define B1152000 4105
#define B1500000 4106
#define B2000000 4107
#define B2500000 4108
#define B3000000 4109
#define B3500000 4110
#define B4000000 4111
#define CSIZE 48
#define CS5 0
#define CS6 16
#define CS7 32
#define CS8 48
#define CSTOPB 64
#define CREAD 128
#define PARENB 256
#define PARODD 512
#define HUPCL 1024
#define CLOCAL 2048
#define ISIG 1
#define ICANON 2
#define XCASE 4
#define ECHO 8
#define ECHOE 16
#define ECHOK 32
#define ECHONL 64
#define NOFLSH 128
#define TOSTOP 256
#define ECHOCTL 512
#define ECHOPRT 1024
#define ECHOKE 2048
#define FLUSHO 4096
#define PENDIN 16384
#define IEXTEN 32768
#define EXTPROC 65536
#define TIOCSER_TEMT 1
#define TCOOFF 0
#define TCOON 1
#define TCIOFF 2
#define TCION 3
#define TCIFLUSH 0
#define TCOFLUSH 1
#define TCIOFLUSH 2
#define TCSANOW 0
#define TCSADRAIN 1
#define TCSAFLUSH 2
#define SCHED_OTHER 0
#define SCHED_FIFO 1
#define SCHED_RR 2
#define SCHED_BATCH 3
#define SCHED_ISO 4
#define SCHED_IDLE 5
#define SCHED_DEADLINE 6
#define SCHED_RESET_ON_FORK 1073741824
#define CSIGNAL 255
#define CLONE_VM 256
#define CLONE_FS 512
#define CLONE_FILES 1024
#define CLONE_SIGHAND 2048
#define CLONE_PIDFD 4096
#define CLONE_PTRACE 8192
#define CLONE_VFORK 16384
#define CLONE_PARENT 32768
#define CLONE_THREAD 65536
#define CLONE_NEWNS 131072
#define CLONE_SYSVSEM 262144
#define CLONE_SETTLS 524288
#define CLONE_PARENT_SETTID 1048576
#define CLONE_CHILD_CLEARTID 2097152
#define CLONE_DETACHED 4194304
#define CLONE_UNTRACED 8388608
#define CLONE_CHILD_SETTID 16777216
#define CLONE_NEWCGROUP 33554432
#define CLONE_NEWUTS 67108864
#define CLONE_NEWIPC 134217728
#define CLONE_NEWUSER 268435456
#define CLONE_NEWPID 536870912
#define CLONE_NEWNET 1073741824
#define CLONE_IO 2147483648u
#define CLONE_NEWTIME 128
#define CPU_SETSIZE 1024
#define PTHREAD_CANCELED ((void *)-1)
#define PTHREAD_ONCE_INIT 0
#define PTHREAD_BARRIER_SERIAL_THREAD (-1)
#define PTHREAD_ATTR_NO_SIGMASK_NP (-1)
#define SEM_FAILED ((sem_t *)0)
#define POSIX_SPAWN_RESETIDS 1
#define POSIX_SPAWN_SETPGROUP 2
#define POSIX_SPAWN_SETSIGDEF 4
#define POSIX_SPAWN_SETSIGMASK 8
#define POSIX_SPAWN_SETSCHEDPARAM 16
#define POSIX_SPAWN_SETSCHEDULER 32
#define POSIX_SPAWN_USEVFORK 64
#define POSIX_SPAWN_SETSID 128
#define TSS_DTOR_ITERATIONS 4
#define RTLD_LAZY 1
#define RTLD_NOW 2
#define RTLD_BINDING_MASK 3
#define RTLD_NOLOAD 4
#define RTLD_DEEPBIND 8
#define RTLD_GLOBAL 256
#define RTLD_LOCAL 0
#define RTLD_NODELETE 4096
#define DLFO_STRUCT_HAS_EH_DBASE 0
#define DLFO_STRUCT_HAS_EH_COUNT 0
#define LM_ID_BASE 0
#define LM_ID_NEWLM (-1)
#define RTLD_NEXT ((void *)-1l)
#define RTLD_DEFAULT ((void *)0)
#define M_MXFAST 1
#define M_NLBLKS 2
#define M_GRAIN 3
#define M_KEEP 4
#define M_TRIM_THRESHOLD (-1)
#define M_TOP_PAD (-2)
#define M_MMAP_THRESHOLD (-3)
#define M_MMAP_MAX (-4)
#define M_CHECK_ACTION (-5)
#define M_PERTURB (-6)
#define M_ARENA_TEST (-7)
#define M_ARENA_MAX (-8)
#define PRId8 "d"
#define PRId16 "d"
#define PRId32 "d"
#define PRId64 "ld"
#define PRIdLEAST8 "d"
#define PRIdLEAST16 "d"
#define PRIdLEAST32 "d"
#define PRIdLEAST64 "ld"
#define PRIdFAST8 "d"
#define PRIdFAST16 "ld"
#define PRIdFAST32 "ld"
#define PRIdFAST64 "ld"
#define PRIi8 "i"
#define PRIi16 "i"
#define PRIi32 "i"
#define PRIi64 "li"
#define PRIiLEAST8 "i"
#define PRIiLEAST16 "i"
#define PRIiLEAST32 "i"
#define PRIiLEAST64 "li"
#define PRIiFAST8 "i"
#define PRIiFAST16 "li"
#define PRIiFAST32 "li"
#define PRIiFAST64 "li"
#define PRIo8 "o"
#define PRIo16 "o"
#define PRIo32 "o"
#define PRIo64 "lo"
#define PRIoLEAST8 "o"
#define PRIoLEAST16 "o"
#define PRIoLEAST32 "o"
#define PRIoLEAST64 "lo"
#define PRIoFAST8 "o"
#define PRIoFAST16 "lo"
#define PRIoFAST32 "lo"
#define PRIoFAST64 "lo"
#define PRIu8 "u"
#define PRIu16 "u"
#define PRIu32 "u"
#define PRIu64 "lu"
#define PRIuLEAST8 "u"
#define PRIuLEAST16 "u"
#define PRIuLEAST32 "u"
#define PRIuLEAST64 "lu"
#define PRIuFAST8 "u"
#define PRIuFAST16 "lu"
#define PRIuFAST32 "lu"
#define PRIuFAST64 "lu"
#define PRIx8 "x"
#define PRIx16 "x"
#define PRIx32 "x"
#define PRIx64 "lx"
#define PRIxLEAST8 "x"
#define PRIxLEAST16 "x"
#define PRIxLEAST32 "x"
#define PRIxLEAST64 "lx"
#define PRIxFAST8 "x"
#define PRIxFAST16 "lx"
#define PRIxFAST32 "lx"
#define PRIxFAST64 "lx"
#define PRIX8 "X"
#define PRIX16 "X"
#define PRIX32 "X"
#define PRIX64 "lX"
#define PRIXLEAST8 "X"
#define PRIXLEAST16 "X"
#define PRIXLEAST32 "X"
#define PRIXLEAST64 "lX"
#define PRIXFAST8 "X"
#define PRIXFAST16 "lX"
#define PRIXFAST32 "lX"
#define PRIXFAST64 "lX"
#define PRIdMAX "ld"
#define PRIiMAX "li"
#define PRIoMAX "lo"
#define PRIuMAX "lu"
#define PRIxMAX "lx"
#define PRIXMAX "lX"
#define PRIdPTR "ld"
#define PRIiPTR "li"
#define PRIoPTR "lo"
#define PRIuPTR "lu"
#define PRIxPTR "lx"
#define PRIXPTR "lX"
#define SCNd8 "hhd"
#define SCNd16 "hd"
#define SCNd32 "d"
#define SCNd64 "ld"
#define SCNdLEAST8 "hhd"
#define SCNdLEAST16 "hd"
#define SCNdLEAST32 "d"
#define SCNdLEAST64 "ld"
#define SCNdFAST8 "hhd"
#define SCNdFAST16 "ld"
#define SCNdFAST32 "ld"
#define SCNdFAST64 "ld"
#define SCNi8 "hhi"
#define SCNi16 "hi"
#define SCNi32 "i"
#define SCNi64 "li"
#define SCNiLEAST8 "hhi"
#define SCNiLEAST16 "hi"
#define SCNiLEAST32 "i"
#define SCNiLEAST64 "li"
#define SCNiFAST8 "hhi"
#define SCNiFAST16 "li"
#define SCNiFAST32 "li"
#define SCNiFAST64 "li"
#define SCNu8 "hhu"
#define SCNu16 "hu"
#define SCNu32 "u"
#define SCNu64 "lu"
#define SCNuLEAST8 "hhu"
#define SCNuLEAST16 "hu"
#define SCNuLEAST32 "u"
#define SCNuLEAST64 "lu"
#define SCNuFAST8 "hhu"
#define SCNuFAST16 "lu"
#define SCNuFAST32 "lu"
#define SCNuFAST64 "lu"
#define SCNo8 "hho"
#define SCNo16 "ho"
#define SCNo32 "o"
#define SCNo64 "lo"
#define SCNoLEAST8 "hho"
#define SCNoLEAST16 "ho"
#define SCNoLEAST32 "o"
#define SCNoLEAST64 "lo"
#define SCNoFAST8 "hho"
#define SCNoFAST16 "lo"
#define SCNoFAST32 "lo"
#define SCNoFAST64 "lo"
#define SCNx8 "hhx"
#define SCNx16 "hx"
#define SCNx32 "x"
#define SCNx64 "lx"
#define SCNxLEAST8 "hhx"
#define SCNxLEAST16 "hx"
#define SCNxLEAST32 "x"
#define SCNxLEAST64 "lx"
#define SCNxFAST8 "hhx"
#define SCNxFAST16 "lx"
#define SCNxFAST32 "lx"
#define SCNxFAST64 "lx"
#define SCNdMAX "ld"
#define SCNiMAX "li"
#define SCNoMAX "lo"
#define SCNuMAX "lu"
#define SCNxMAX "lx"
#define SCNdPTR "ld"
#define SCNiPTR "li"
#define SCNoPTR "lo"
#define SCNuPTR "lu"
#define SCNxPTR "lx"
#define FLT_RADIX 2
#define FLT_MANT_DIG 24
#define DBL_MANT_DIG 53
#define LDBL_MANT_DIG 64
#define FLT_DIG 6
#define DBL_DIG 15
#define LDBL_DIG 18
#define FLT_MIN_EXP (-125)
#define DBL_MIN_EXP (-1021)
#define LDBL_MIN_EXP (-16381)
#define FLT_MIN_10_EXP (-37)
#define DBL_MIN_10_EXP (-307)
#define LDBL_MIN_10_EXP (-4931)
#define FLT_MAX_EXP 128
#define DBL_MAX_EXP 1024
#define LDBL_MAX_EXP 16384
#define FLT_MAX_10_EXP 38
#define DBL_MAX_10_EXP 308
#define LDBL_MAX_10_EXP 4932
#define FLT_MAX 3.40282346638528859811704183484516925e+38f
#define DBL_MAX ((double)1.79769313486231570814527423731704357e+308L)
#define LDBL_MAX 1.18973149535723176502126385303097021e+4932L
#define FLT_EPSILON 1.19209289550781250000000000000000000e-7f
#define DBL_EPSILON ((double)2.22044604925031308084726333618164062e-16L)
#define LDBL_EPSILON 1.08420217248550443400745280086994171e-19L
#define FLT_MIN 1.17549435082228750796873653722224568e-38f
#define DBL_MIN ((double)2.22507385850720138309023271733240406e-308L)
#define LDBL_MIN 3.36210314311209350626267781732175260e-4932L
#define FLT_ROUNDS 1
#define FLT_EVAL_METHOD 0
#define DECIMAL_DIG 21
#define FLT_DECIMAL_DIG 9
#define DBL_DECIMAL_DIG 17
#define LDBL_DECIMAL_DIG 21
#define FLT_HAS_SUBNORM 1
#define DBL_HAS_SUBNORM 1
#define LDBL_HAS_SUBNORM 1
#define FLT_TRUE_MIN 1.40129846432481707092372958328991613e-45f
#define DBL_TRUE_MIN ((double)4.94065645841246544176568792868221372e-324L)
#define LDBL_TRUE_MIN 3.64519953188247460252840593361941982e-4951L
#define MNTTAB "/etc/fstab"
#define MOUNTED "/etc/mtab"
#define MNTTYPE_IGNORE "ignore"
#define MNTTYPE_NFS "nfs"
#define MNTTYPE_SWAP "swap"
#define MNTOPT_DEFAULTS "defaults"
#define MNTOPT_RO "ro"
#define MNTOPT_RW "rw"
#define MNTOPT_SUID "suid"
#define MNTOPT_NOSUID "nosuid"
#define MNTOPT_NOAUTO "noauto"
#define FSTAB "/etc/fstab"
#define FSTAB_RW "rw"
#define FSTAB_RQ "rq"
#define FSTAB_RO "ro"
#define FSTAB_SW "sw"
#define FSTAB_XX "xx"
typedef long int64_t;
typedef uint16_t Elf64_Half;
typedef uint32_t Elf64_Word;
typedef uint64_t Elf64_Xword;
typedef int64_t Elf64_Sxword;
typedef uint64_t Elf64_Addr;
typedef uint64_t Elf64_Off;
typedef struct {
  Elf64_Word p_type;
  Elf64_Word p_flags;
  Elf64_Off p_offset;
  Elf64_Addr p_vaddr;
  Elf64_Addr p_paddr;
  Elf64_Xword p_filesz;
  Elf64_Xword p_memsz;
  Elf64_Xword p_align;
} Elf64_Phdr;
typedef struct {
  Elf64_Sxword d_tag;
  union {
    Elf64_Xword d_val;
    Elf64_Addr d_ptr;
  } d_un;
} Elf64_Dyn;
struct link_map {
  Elf64_Addr l_addr;
  char *l_name;
  Elf64_Dyn *l_ld;
  struct link_map *l_next;
  struct link_map *l_prev;
};
struct dl_phdr_info {
  Elf64_Addr dlpi_addr;
  const char *dlpi_name;
  const Elf64_Phdr *dlpi_phdr;
  Elf64_Half dlpi_phnum;
  unsigned long long dlpi_adds;
  unsigned long long dlpi_subs;
  size_t dlpi_tls_modid;
  void *dlpi_tls_data;
};
int dl_iterate_phdr(int (*callback)(struct dl_phdr_info *, size_t, void *), void *data);
unsigned long getauxval(unsigned long type);
enum __ptrace_request {
  PTRACE_TRACEME = 0,
  PTRACE_PEEKTEXT = 1,
  PTRACE_PEEKDATA = 2,
  PTRACE_PEEKUSER = 3,
  PTRACE_POKETEXT = 4,
  PTRACE_POKEDATA = 5,
  PTRACE_POKEUSER = 6,
  PTRACE_CONT = 7,
  PTRACE_KILL = 8,
  PTRACE_SINGLESTEP = 9,
  PTRACE_GETREGS = 12,
  PTRACE_SETREGS = 13,
  PTRACE_GETFPREGS = 14,
  PTRACE_SETFPREGS = 15,
  PTRACE_ATTACH = 16,
  PTRACE_DETACH = 17,
  PTRACE_GETFPXREGS = 18,
  PTRACE_SETFPXREGS = 19,
  PTRACE_SYSCALL = 24,
  PTRACE_GET_THREAD_AREA = 25,
  PTRACE_SET_THREAD_AREA = 26,
  PTRACE_ARCH_PRCTL = 30,
  PTRACE_SYSEMU = 31,
  PTRACE_SYSEMU_SINGLESTEP = 32,
  PTRACE_SINGLEBLOCK = 33,
  PTRACE_SETOPTIONS = 16896,
  PTRACE_GETEVENTMSG = 16897,
  PTRACE_GETSIGINFO = 16898,
  PTRACE_SETSIGINFO = 16899,
  PTRACE_GETREGSET = 16900,
  PTRACE_SETREGSET = 16901,
  PTRACE_SEIZE = 16902,
  PTRACE_INTERRUPT = 16903,
  PTRACE_LISTEN = 16904,
  PTRACE_PEEKSIGINFO = 16905,
  PTRACE_GETSIGMASK = 16906,
  PTRACE_SETSIGMASK = 16907,
  PTRACE_SECCOMP_GET_FILTER = 16908,
  PTRACE_SECCOMP_GET_METADATA = 16909,
  PTRACE_GET_SYSCALL_INFO = 16910,
  PTRACE_GET_RSEQ_CONFIGURATION = 16911,
};
long ptrace(enum __ptrace_request request, ...);
int personality(unsigned long persona);
int setfsuid(uid_t uid);
int setfsgid(gid_t gid);
int klogctl(int type, char *bufp, int len);
int reboot(int howto);
int swapon(const char *path, int flags);
int swapoff(const char *path);
struct ntptimeval {
  struct timeval time;
  long maxerror;
  long esterror;
  long tai;
  long __glibc_reserved1;
  long __glibc_reserved2;
  long __glibc_reserved3;
  long __glibc_reserved4;
};
int adjtimex(struct timex *ntx);
int ntp_gettimex(struct ntptimeval *ntv);
int ntp_gettime(struct ntptimeval *ntv) __asm__("ntp_gettimex");
int ntp_adjtime(struct timex *tntx);
int ns_name_ntop(const unsigned char *, char *, size_t);
int ns_name_pton(const char *, unsigned char *, size_t);
int ns_name_unpack(const unsigned char *, const unsigned char *, const unsigned char *,
    unsigned char *, size_t);
int ns_name_pack(const unsigned char *, unsigned char *, int, const unsigned char **,
    const unsigned char **);
int ns_name_uncompress(const unsigned char *, const unsigned char *, const unsigned char *, char *,
    size_t);
int ns_name_compress(const char *, unsigned char *, size_t, const unsigned char **,
    const unsigned char **);
int ns_name_skip(const unsigned char **, const unsigned char *);
struct __res_state {
  int retrans;
  int retry;
  unsigned long options;
  int nscount;
  struct sockaddr_in nsaddr_list[3];
  unsigned short id;
  char *dnsrch[7];
  char defdname[256];
  unsigned long pfcode;
  unsigned int ndots : 4;
  unsigned int nsort : 4;
  unsigned int ipv6_unavail : 1;
  unsigned int unused : 23;
  struct {
    struct in_addr addr;
    uint32_t mask;
  } sort_list[10];
  void *__glibc_unused_qhook;
  void *__glibc_unused_rhook;
  int res_h_errno;
  int _vcsock;
  unsigned int _flags;
  union {
    char pad[52];
    struct {
      uint16_t nscount;
      uint16_t nsmap[3];
      int nssocks[3];
      uint16_t nscount6;
      uint16_t nsinit;
      struct sockaddr_in6 *nsaddrs[3];
      unsigned int __glibc_reserved[2];
    } _ext;
  } _u;
};
typedef struct __res_state *res_state;
struct __res_state *__res_state(void);
int __res_init(void);
int res_mkquery(int, const char *, int, int, const unsigned char *, int, const unsigned char *,
    unsigned char *, int);
int res_query(const char *, int, int, unsigned char *, int);
int res_querydomain(const char *, const char *, int, int, unsigned char *, int);
int res_search(const char *, int, int, unsigned char *, int);
int res_send(const unsigned char *, int, unsigned char *, int);
int res_hnok(const char *);
int res_ownok(const char *);
int res_mailok(const char *);
int res_dnok(const char *);
int dn_skipname(const unsigned char *, const unsigned char *);
int dn_comp(const char *, unsigned char *, int, unsigned char **, unsigned char **);
int dn_expand(const unsigned char *, const unsigned char *, const unsigned char *, char *, int);
unsigned int __res_randomid(void);
int __res_ninit(res_state);
int res_nquery(res_state, const char *, int, int, unsigned char *, int);
int res_nsearch(res_state, const char *, int, int, unsigned char *, int);
int res_nquerydomain(res_state, const char *, const char *, int, int, unsigned char *, int);
int res_nmkquery(res_state, int, const char *, int, int, const unsigned char *, int,
    const unsigned char *, unsigned char *, int);
int res_nsend(res_state, const unsigned char *, int, unsigned char *, int);
void __res_nclose(res_state);
struct ttyent {
  char *ty_name;
  char *ty_getty;
  char *ty_type;
  int ty_status;
  char *ty_window;
  char *ty_comment;
};
struct ttyent *getttyent(void);
struct ttyent *getttynam(const char *tty);
int setttyent(void);
int endttyent(void);
