#include "globals.h"

#include <sys/mman.h>
#include <stdlib.h>
#include <string.h>

int counter = 0;
unsigned char small_number = 200;
short negative_number = -7;
long long big_number = 1234567890123456789;
double real_number = 2.5;
long double extended_number = 0.1L;
_Bool flag = 1;
char letter = 'g';
char text_buffer[32] = "initial";
const char *text_pointer = "pointed at";
int numbers[8] = {1, 2, 4, 8, 16, 32, 64, 128};
int table[2][3] = {{1, 2, 3}, {4, 5, 6}};
const int constant_number = 42;
const char constant_text[] = "read only";
int *pointer_to_counter = &counter;
int zeros[1000];
_Thread_local int thread_number = 11;
struct global_state state = {3, 0.25, "state", &counter};

static unsigned char *block;

int counter_add(int amount) { return counter += amount; }
int counter_get(void) { return counter; }
void counter_reset(void) { counter = 0; }

int numbers_set(int index, int value) {
  int old = numbers[index];
  numbers[index] = value;
  return old;
}

int numbers_sum(void) {
  int sum = 0;
  for (int i = 0; i < 8; i++) sum += numbers[i];
  return sum;
}

void change_three(void) {
  counter = 7;
  numbers[2] = 99;
  state.ratio = 1.5;
}

void change_nothing(void) {
  volatile int *same = &counter;
  *same = *same;
}

void change_many(void) {
  for (int i = 0; i < 1000; i++) zeros[i]++;
}

void text_set(const char *text) {
  strncpy(text_buffer, text, sizeof text_buffer - 1);
  text_buffer[sizeof text_buffer - 1] = 0;
}

int thread_number_set(int value) {
  int old = thread_number;
  thread_number = value;
  return old;
}

void *block_keep(unsigned long size) {
  block_drop();
  block = malloc(size);
  if (block != NULL) memset(block, 0x5a, size);
  return block;
}

void block_poke(unsigned long offset, unsigned char value) {
  if (block != NULL) block[offset] = value;
}

int block_peek(unsigned long offset) { return block == NULL ? -1 : block[offset]; }

void block_drop(void) {
  free(block);
  block = NULL;
}

void *allocate_and_leak(void) {
  void *volatile freed = malloc(16);
  void *leaked = malloc(32);
  free(freed);
  return leaked;
}

static void *map(unsigned long size, int is_shared) {
  int flags = MAP_ANONYMOUS | (is_shared ? MAP_SHARED : MAP_PRIVATE);
  void *pages = mmap(NULL, size, PROT_READ | PROT_WRITE, flags, -1, 0);
  return pages == MAP_FAILED ? NULL : pages;
}

void *map_pages(unsigned long size, int is_shared) { return map(size, is_shared); }

int *thread_number_place(void) { return &thread_number; }

void poke_many(const unsigned long *places, const unsigned char *values, unsigned long count) {
  for (unsigned long i = 0; i < count; i++) *(volatile unsigned char *)places[i] = values[i];
  volatile char *fresh = map(4096, 0);
  if (fresh != NULL) fresh[100] = 1;
}
