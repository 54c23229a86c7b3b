#include "errnos.h"

#include <errno.h>
#include <fcntl.h>
#include <stddef.h>

int fail_with(int number) {
  errno = number;
  return -1;
}

void *fail_with_null(int number) {
  errno = number;
  return NULL;
}

int succeed_with(int number) {
  errno = number;
  return 0;
}

int succeed(void) { return 0; }
int fail_quietly(void) { return -1; }
int errno_on_entry(void) { return errno; }
int negated(int number) { return -number; }
int open_missing(void) { return open("/this/path/does/not/exist", O_RDONLY); }
