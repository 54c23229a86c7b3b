#include "noisy.h"

#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static void write_all(int descriptor, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(descriptor, bytes, count);
    if (written <= 0) return;
    bytes += written;
    count -= (size_t)written;
  }
}

void print_line(void) { puts("hello from stdout"); }
void print_without_newline(void) { printf("no newline"); }
void print_error(void) { fputs("problem\n", stderr); }

void print_both(int count) {
  for (int i = 0; i < count; i++) {
    puts("out");
    fflush(stdout);
    fputs("err\n", stderr);
  }
}

void write_raw(void) { write_all(1, "raw\n", 4); }

static void write_megabytes(int descriptor, int count) {
  static char block[1 << 20];
  memset(block, 'm', sizeof block);
  for (size_t i = 63; i < sizeof block; i += 64) block[i] = '\n';
  for (int i = 0; i < count; i++) write_all(descriptor, block, sizeof block);
}

void print_megabytes(int count) { write_megabytes(1, count); }
void print_error_megabytes(int count) { write_megabytes(2, count); }

void print_bytes(void) {
  char bytes[256];
  for (int i = 0; i < 256; i++) bytes[i] = (char)i;
  write_all(1, bytes, sizeof bytes);
}

int print_text(const char *text) { return printf("%s", text); }

long read_line(char *into, unsigned long size) {
  if (size == 0 || fgets(into, (int)size, stdin) == NULL) return 0;
  return (long)strlen(into);
}

long read_all(void) {
  char buffer[4096];
  long total = 0;
  ssize_t count;
  while ((count = read(0, buffer, sizeof buffer)) > 0) total += count;
  return total;
}

void print_slowly(int count, int interval) {
  struct timespec wait = {interval / 1000, interval % 1000 * 1000000L};
  for (int i = 0; i < count; i++) {
    write_all(1, "tick\n", 5);
    nanosleep(&wait, NULL);
  }
}
