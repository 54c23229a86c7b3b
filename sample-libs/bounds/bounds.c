#include "bounds.h"

#include <stdlib.h>

// Through volatile, so that the compiler neither sees nor drops the mistake.
void write_past_end(char *into, unsigned long size) {
  volatile char *bytes = into;
  for (unsigned long i = 0; i <= size; i++) bytes[i] = 'b';
}

void write_before_start(char *into) {
  volatile char *bytes = into;
  bytes[-1] = 'b';
}

void write_exactly(char *into, unsigned long size) {
  for (unsigned long i = 0; i < size; i++) into[i] = 'b';
}

void copy_text(char *into, const char *text) {
  while ((*into++ = *text++) != 0) {
  }
}

unsigned long read_past_end(const unsigned char *from, unsigned long size) {
  const volatile unsigned char *bytes = from;
  unsigned long sum = 0;
  for (unsigned long i = 0; i <= size; i++) sum += bytes[i];
  return sum;
}

static char *volatile freed;

void write_after_free(void) {
  freed = malloc(24);
  char *bytes = freed;
  free(freed);
  // The barrier keeps the compiler from following the pointer and warning of what is meant.
  __asm__("" : "+r"(bytes));
  *(volatile char *)bytes = 'f';
}

int fill_counted(int *values, unsigned long *count) {
  unsigned long room = *count;
  unsigned long written = room < 5 ? room : 5;
  for (unsigned long i = 0; i < written; i++) values[i] = (int)(i * i);
  *count = written;
  return room < 5 ? -1 : 0;
}
