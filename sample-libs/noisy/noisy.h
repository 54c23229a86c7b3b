/* Functions that write to standard output and standard error. */
#pragma once

/* "hello from stdout\n" through stdio. */
void print_line(void);
/* "no newline" through stdio: stays in stdio's buffer unless flushed. */
void print_without_newline(void);
/* "problem\n" to standard error. */
void print_error(void);
/* "out\n" and "err\n", in turn, count times. */
void print_both(int count);
/* "raw\n" by write(1), without stdio. */
void write_raw(void);
/* That many mebibytes of 'm' lines (64 bytes each) to standard output; 1024 is a gigabyte. */
void print_megabytes(int count);
/* The same to standard error. */
void print_error_megabytes(int count);
/* All 256 byte values, once each. */
void print_bytes(void);
/* printf("%s", text) and the number of bytes. */
int print_text(const char *text);
/* Reads a line from standard input into the buffer; the number of bytes, 0 at the end. */
long read_line(char *into, unsigned long size);
/* Reads standard input to its end; the number of bytes. */
long read_all(void);
/* Prints "tick\n" every interval milliseconds, count times. */
void print_slowly(int count, int interval);
