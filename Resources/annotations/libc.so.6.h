[[sonde::example("strlen(\"hello\")", "5")]]
size_t strlen([[sonde::string]] const char *s);
size_t strnlen([[sonde::string]] const char *string, size_t maxlen);
[[sonde::example("strcmp(\"a\", \"a\")", "0")]]
int strcmp([[sonde::string]] const char *s1, [[sonde::string]] const char *s2);
int strncmp([[sonde::string]] const char *s1, [[sonde::string]] const char *s2, size_t n);
int strcasecmp([[sonde::string]] const char *s1, [[sonde::string]] const char *s2);
char *strcpy([[sonde::out, sonde::bytes("strlen(src) + 1"), sonde::string]] char *restrict dest,
    [[sonde::string]] const char *restrict src);
char *stpcpy([[sonde::out, sonde::bytes("strlen(src) + 1"), sonde::string]] char *restrict dest,
    [[sonde::string]] const char *restrict src);
char *strncpy([[sonde::out, sonde::bytes("n")]] char *restrict dest,
    [[sonde::string]] const char *restrict src, size_t n);
char *strcat([[sonde::inout, sonde::string]] char *restrict dest,
    [[sonde::string]] const char *restrict src);
char *strncat([[sonde::inout, sonde::string]] char *restrict dest,
    [[sonde::string]] const char *restrict src, size_t n);
[[sonde::borrowed, sonde::nullable]] char *strchr([[sonde::string]] const char *s, int c);
[[sonde::borrowed, sonde::nullable]] char *strrchr([[sonde::string]] const char *s, int c);
[[sonde::borrowed, sonde::nullable]]
char *strstr([[sonde::string]] const char *haystack, [[sonde::string]] const char *needle);
[[sonde::borrowed, sonde::nullable]]
char *strpbrk([[sonde::string]] const char *s, [[sonde::string]] const char *accept);
size_t strspn([[sonde::string]] const char *s, [[sonde::string]] const char *accept);
size_t strcspn([[sonde::string]] const char *s, [[sonde::string]] const char *reject);
[[sonde::borrowed, sonde::nullable, sonde::note("keeps its place between calls")]]
char *strtok([[sonde::inout, sonde::nullable, sonde::string]] char *restrict s,
    [[sonde::string]] const char *restrict delim);
[[sonde::borrowed, sonde::nullable]]
char *strtok_r([[sonde::inout, sonde::nullable, sonde::string]] char *restrict s,
    [[sonde::string]] const char *restrict delim, [[sonde::inout]] char **restrict save_ptr);
[[sonde::owned("free"), sonde::nullable, sonde::string]]
char *strdup([[sonde::string]] const char *s);
[[sonde::owned("free"), sonde::nullable, sonde::string]]
char *strndup([[sonde::string]] const char *string, size_t n);
[[sonde::borrowed, sonde::string]] char *strerror(int errnum);
[[sonde::borrowed, sonde::string]] char *strsignal(int sig);
void *memcpy([[sonde::out, sonde::bytes("n")]] void *restrict dest,
    [[sonde::in, sonde::bytes("n")]] const void *restrict src, size_t n);
void *memmove([[sonde::out, sonde::bytes("n")]] void *dest,
    [[sonde::in, sonde::bytes("n")]] const void *src, size_t n);
void *memset([[sonde::out, sonde::bytes("n")]] void *s, int c, size_t n);
int memcmp([[sonde::in, sonde::bytes("n")]] const void *s1,
    [[sonde::in, sonde::bytes("n")]] const void *s2, size_t n);
[[sonde::borrowed, sonde::nullable]]
void *memchr([[sonde::in, sonde::bytes("n")]] const void *s, int c, size_t n);
[[sonde::success("result >= 0")]]
int sprintf([[sonde::out, sonde::string]] char *restrict s,
    [[sonde::string]] const char *restrict format, ...);
[[sonde::success("result >= 0")]]
int snprintf([[sonde::out, sonde::nullable, sonde::bytes("maxlen"), sonde::string]]
    char *restrict s, size_t maxlen, [[sonde::string]] const char *restrict format, ...);
[[sonde::success("result >= 0")]]
int asprintf([[sonde::out, sonde::owned("free")]] char **restrict ptr,
    [[sonde::string]] const char *restrict fmt, ...);
[[sonde::success("result >= 0")]] int puts([[sonde::string]] const char *s);
[[sonde::success("result >= 0")]] int printf([[sonde::string]] const char *restrict format, ...);
int sscanf([[sonde::string]] const char *restrict s, [[sonde::string]] const char *restrict format,
    ...);
[[sonde::example("atoi(\"42\")", "42")]] int atoi([[sonde::string]] const char *nptr);
double atof([[sonde::string]] const char *nptr);
long strtol([[sonde::string]] const char *restrict nptr,
    [[sonde::out, sonde::nullable]] char **restrict endptr, int base);
unsigned long strtoul([[sonde::string]] const char *restrict nptr,
    [[sonde::out, sonde::nullable]] char **restrict endptr, int base);
long long strtoll([[sonde::string]] const char *restrict nptr,
    [[sonde::out, sonde::nullable]] char **restrict endptr, int base);
unsigned long long strtoull([[sonde::string]] const char *restrict nptr,
    [[sonde::out, sonde::nullable]] char **restrict endptr, int base);
double strtod([[sonde::string]] const char *restrict nptr,
    [[sonde::out, sonde::nullable]] char **restrict endptr);
float strtof([[sonde::string]] const char *restrict nptr,
    [[sonde::out, sonde::nullable]] char **restrict endptr);
long double strtold([[sonde::string]] const char *restrict nptr,
    [[sonde::out, sonde::nullable]] char **restrict endptr);
void qsort([[sonde::inout, sonde::bytes("nmemb * size")]] void *base, size_t nmemb, size_t size,
    __compar_fn_t compar);
void qsort_r([[sonde::inout, sonde::bytes("nmemb * size")]] void *base, size_t nmemb, size_t size,
    __compar_d_fn_t compar, [[sonde::userdata("compar"), sonde::nullable]] void *arg);
[[sonde::borrowed, sonde::nullable]]
void *bsearch([[sonde::in]] const void *key,
    [[sonde::in, sonde::bytes("nmemb * size")]] const void *base, size_t nmemb, size_t size,
    __compar_fn_t compar);
[[sonde::owned("free"), sonde::nullable, sonde::bytes("size")]] void *malloc(size_t size);
[[sonde::owned("free"), sonde::nullable, sonde::bytes("nmemb * size")]]
void *calloc(size_t nmemb, size_t size);
[[sonde::owned("free"), sonde::nullable, sonde::bytes("size")]]
void *realloc([[sonde::takes, sonde::nullable]] void *ptr, size_t size);
[[sonde::owned("free"), sonde::nullable, sonde::bytes("size")]]
void *aligned_alloc(size_t alignment, size_t size);
[[sonde::success("result == 0"), sonde::error("strerror(result)")]]
int posix_memalign([[sonde::out, sonde::owned("free")]] void **memptr, size_t alignment,
    size_t size);
void free([[sonde::takes, sonde::nullable]] void *ptr);
[[sonde::borrowed, sonde::nullable, sonde::string]]
char *getenv([[sonde::string]] const char *name);
[[sonde::success("result == 0"), sonde::error("strerror(errno)")]]
int setenv([[sonde::string]] const char *name, [[sonde::string]] const char *value, int replace);
[[sonde::owned("free"), sonde::nullable, sonde::string, sonde::error("strerror(errno)"),
  sonde::success("result != 0")]]
char *realpath([[sonde::string]] const char *restrict name,
    [[sonde::out, sonde::nullable]] char *restrict resolved);
[[sonde::success("result != 0"), sonde::error("strerror(errno)")]]
char *getcwd([[sonde::out, sonde::nullable, sonde::bytes("size"), sonde::string]] char *buf,
    size_t size);
[[sonde::owned("fclose"), sonde::nullable, sonde::success("result != 0"),
  sonde::error("strerror(errno)"), sonde::blocking]]
FILE *fopen([[sonde::string]] const char *restrict filename,
    [[sonde::string]] const char *restrict modes);
[[sonde::success("result == 0"), sonde::error("strerror(errno)"), sonde::blocking]]
int fclose([[sonde::takes]] FILE *stream);
[[sonde::blocking]]
size_t fread([[sonde::out, sonde::bytes("size * n")]] void *restrict ptr, size_t size, size_t n,
    FILE *restrict stream);
[[sonde::blocking]]
size_t fwrite([[sonde::in, sonde::bytes("size * n")]] const void *restrict ptr, size_t size,
    size_t n, FILE *restrict s);
[[sonde::success("result != 0"), sonde::blocking]]
char *fgets([[sonde::out, sonde::bytes("n"), sonde::string]] char *restrict s, int n,
    FILE *restrict stream);
[[sonde::success("result >= 0"), sonde::blocking]]
int fputs([[sonde::string]] const char *restrict s, FILE *restrict stream);
[[sonde::success("result >= 0"), sonde::blocking]]
ssize_t getline([[sonde::inout, sonde::owned("free")]] char **restrict lineptr,
    [[sonde::inout]] size_t *restrict n, FILE *restrict stream);
[[sonde::success("result >= 0"), sonde::blocking]]
ssize_t getdelim([[sonde::inout, sonde::owned("free")]] char **restrict lineptr,
    [[sonde::inout]] size_t *restrict n, int delimiter, FILE *restrict stream);
[[sonde::success("result >= 0"), sonde::error("strerror(errno)"), sonde::blocking]]
int open([[sonde::string]] const char *file, int oflag, ...);
[[sonde::success("result == 0"), sonde::error("strerror(errno)")]] int close(int fd);
[[sonde::success("result >= 0"), sonde::error("strerror(errno)"), sonde::blocking]]
ssize_t read(int fd, [[sonde::out, sonde::bytes("nbytes")]] void *buf, size_t nbytes);
[[sonde::success("result >= 0"), sonde::error("strerror(errno)"), sonde::blocking]]
ssize_t write(int fd, [[sonde::in, sonde::bytes("n")]] const void *buf, size_t n);
[[sonde::success("result == 0"), sonde::error("strerror(errno)")]]
int pipe([[sonde::out]] int pipedes[2]);
[[sonde::success("result == 0"), sonde::error("strerror(errno)")]]
int stat([[sonde::string]] const char *restrict file, [[sonde::out]] struct stat *restrict buf);
[[sonde::success("result == 0"), sonde::error("strerror(errno)")]]
int lstat([[sonde::string]] const char *restrict file, [[sonde::out]] struct stat *restrict buf);
[[sonde::success("result == 0"), sonde::error("strerror(errno)")]]
int fstat(int fd, [[sonde::out]] struct stat *buf);
[[sonde::success("result >= 0"), sonde::error("strerror(errno)")]]
ssize_t readlink([[sonde::string]] const char *restrict path,
    [[sonde::out, sonde::bytes("len")]] char *restrict buf, size_t len);
[[sonde::success("result == 0"), sonde::error("strerror(errno)")]]
int gethostname([[sonde::out, sonde::bytes("len"), sonde::string]] char *name, size_t len);
[[sonde::success("result == 0"), sonde::error("strerror(errno)")]]
int uname([[sonde::out]] struct utsname *name);
time_t time([[sonde::out, sonde::nullable]] time_t *timer);
[[sonde::success("result == 0"), sonde::error("strerror(errno)")]]
int clock_gettime(clockid_t clock_id, [[sonde::out]] struct timespec *tp);
[[sonde::success("result == 0"), sonde::error("strerror(errno)")]]
int gettimeofday([[sonde::out]] struct timeval *restrict tv,
    [[sonde::out, sonde::nullable]] void *restrict tz);
[[sonde::borrowed, sonde::nullable]] struct tm *gmtime([[sonde::in]] const time_t *timer);
[[sonde::borrowed, sonde::nullable]] struct tm *localtime([[sonde::in]] const time_t *timer);
[[sonde::success("result != 0")]]
struct tm *gmtime_r([[sonde::in]] const time_t *restrict timer,
    [[sonde::out]] struct tm *restrict tp);
[[sonde::success("result != 0")]]
struct tm *localtime_r([[sonde::in]] const time_t *restrict timer,
    [[sonde::out]] struct tm *restrict tp);
time_t mktime([[sonde::inout]] struct tm *tp);
[[sonde::borrowed, sonde::string]] char *asctime([[sonde::in]] const struct tm *tp);
[[sonde::borrowed, sonde::string]] char *ctime([[sonde::in]] const time_t *timer);
[[sonde::success("result > 0")]]
size_t strftime([[sonde::out, sonde::bytes("maxsize"), sonde::string]] char *restrict s,
    size_t maxsize, [[sonde::string]] const char *restrict format,
    [[sonde::in]] const struct tm *restrict tp);
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
[[sonde::success("result == 0"), sonde::error("gai_strerror(result)"), sonde::blocking]]
int getaddrinfo([[sonde::nullable, sonde::string]] const char *restrict name,
    [[sonde::nullable, sonde::string]] const char *restrict service,
    [[sonde::in, sonde::nullable]] const struct addrinfo *restrict req,
    [[sonde::out, sonde::owned("freeaddrinfo")]] struct addrinfo **restrict pai);
void freeaddrinfo([[sonde::takes]] struct addrinfo *ai);
[[sonde::borrowed, sonde::string]] const char *gai_strerror(int ecode);
[[sonde::owned("closedir"), sonde::nullable, sonde::success("result != 0"),
  sonde::error("strerror(errno)"), sonde::blocking]]
DIR *opendir([[sonde::string]] const char *name);
[[sonde::borrowed, sonde::nullable]] struct dirent *readdir(DIR *dirp);
[[sonde::success("result == 0")]] int closedir([[sonde::takes]] DIR *dirp);
[[sonde::owned("iconv_close"), sonde::success("(long)result != -1"),
  sonde::error("strerror(errno)")]]
iconv_t iconv_open([[sonde::string]] const char *tocode, [[sonde::string]] const char *fromcode);
[[sonde::success("result == 0")]] int iconv_close([[sonde::takes]] iconv_t cd);
[[sonde::owned("dlclose"), sonde::nullable, sonde::success("result != 0"),
  sonde::error("dlerror()"), sonde::note("runs the constructors of the library")]]
void *dlopen([[sonde::nullable, sonde::string]] const char *file, int mode);
[[sonde::success("result == 0"), sonde::error("dlerror()")]]
int dlclose([[sonde::takes]] void *handle);
[[sonde::nullable]]
void *dlsym([[sonde::nullable]] void *restrict handle, [[sonde::string]] const char *restrict name);
[[sonde::borrowed, sonde::nullable, sonde::string]] char *dlerror(void);
[[sonde::blocking]] unsigned int sleep(unsigned int seconds);
[[sonde::blocking]] int usleep(useconds_t useconds);
[[sonde::success("result == 0"), sonde::blocking]]
int nanosleep([[sonde::in]] const struct timespec *requested_time,
    [[sonde::out, sonde::nullable]] struct timespec *remaining);
[[sonde::blocking]] int pause(void);
[[sonde::success("result >= 0"), sonde::error("strerror(errno)"), sonde::blocking]]
int poll([[sonde::inout, sonde::count("nfds")]] struct pollfd *fds, nfds_t nfds, int timeout);
[[sonde::success("result != -1"), sonde::error("strerror(errno)"), sonde::blocking]]
pid_t wait([[sonde::out, sonde::nullable]] int *stat_loc);
[[sonde::success("result >= 0"), sonde::error("strerror(errno)")]]
ssize_t getrandom([[sonde::out, sonde::bytes("length")]] void *buffer, size_t length,
    unsigned int flags);
[[sonde::borrowed, sonde::nullable]] struct passwd *getpwuid(uid_t uid);
[[sonde::borrowed, sonde::nullable]] struct passwd *getpwnam([[sonde::string]] const char *name);
[[sonde::owned("freelocale"), sonde::success("result != 0"), sonde::error("strerror(errno)")]]
locale_t newlocale(int category_mask, [[sonde::string]] const char *locale,
    [[sonde::nullable]] locale_t base);
void freelocale([[sonde::takes]] locale_t dataset);
[[sonde::borrowed, sonde::string]] const char *gnu_get_libc_version(void);
[[sonde::example("abs(-3)", "3")]] int abs(int x);
[[sonde::example("labs(-3L)", "3")]] long labs(long x);
[[sonde::example("toupper('a')", "65")]] int toupper(int c);
[[sonde::example("div(7, 2)", "{.quot = 3, .rem = 1}")]] div_t div(int numer, int denom);
