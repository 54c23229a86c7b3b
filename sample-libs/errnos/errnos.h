/* What functions do to errno. */
#pragma once

/* errno = number; returns -1. fail_with(2) is ENOENT, fail_with(34) ERANGE. */
int fail_with(int number);
/* errno = number and a null pointer. */
void *fail_with_null(int number);
/* errno = number although it returns 0: success. */
int succeed_with(int number);
/* Leaves errno alone; returns 0. */
int succeed(void);
/* Returns -1 and leaves errno alone. */
int fail_quietly(void);
/* errno as it was on entry: 0 when the caller cleared it. */
int errno_on_entry(void);
/* The negated number, as kernel functions report errors; errno stays. */
int negated(int number);
/* Opens a path that does not exist: -1 and ENOENT (2) from the system itself. */
int open_missing(void);
