/* Variables that the library exports, and functions that change them. */
#pragma once

extern int counter;                  /* 0 at first */
extern unsigned char small_number;   /* 200 */
extern short negative_number;        /* -7 */
extern long long big_number;         /* 1234567890123456789 */
extern double real_number;           /* 2.5 */
extern long double extended_number;  /* 0.1L */
extern _Bool flag;                   /* 1 */
extern char letter;                  /* 'g' */
extern char text_buffer[32];         /* "initial" */
extern const char *text_pointer;     /* "pointed at" */
extern int numbers[8];               /* 1, 2, 4, 8, 16, 32, 64, 128 */
extern int table[2][3];              /* {1, 2, 3}, {4, 5, 6} */
extern const int constant_number;    /* 42, in memory that cannot be written */
extern const char constant_text[];   /* "read only" */
extern int *pointer_to_counter;      /* &counter */
extern int zeros[1000];              /* in .bss */
extern _Thread_local int thread_number;  /* 11 */

struct global_state { int count; double ratio; char name[16]; int *target; };
extern struct global_state state;    /* {3, 0.25, "state", &counter} */

/* Adds to counter and returns the new value. */
int counter_add(int amount);
int counter_get(void);
void counter_reset(void);
/* numbers[index] = value; returns the old one. No check of the index. */
int numbers_set(int index, int value);
/* The sum of all eight. */
int numbers_sum(void);
/* Writes three places in one call: counter = 7, numbers[2] = 99, state.ratio = 1.5. */
void change_three(void);
/* Writes what is there already: no byte changes. */
void change_nothing(void);
/* Adds 1 to every element of zeros: 4,000 bytes change. */
void change_many(void);
/* Copies at most 31 bytes and a terminator into text_buffer. */
void text_set(const char *text);
/* Sets the calling thread's thread_number; returns the old one. */
int thread_number_set(int value);
/* Allocates a block of that many bytes, all 0x5a, and keeps it in a hidden variable; returns it. */
void *block_keep(unsigned long size);

/* Writes one byte to each of these places, in order; a place may come twice. Maps a page and writes
   to that too, as code that only just got its memory does. */
void poke_many(const unsigned long *places, const unsigned char *values, unsigned long count);
int *thread_number_place(void);       /* the calling thread's */
void *map_pages(unsigned long size, int is_shared);  /* mmap: zeroes, private or shared */
/* Writes one byte of the kept block. */
void block_poke(unsigned long offset, unsigned char value);
/* The byte of the kept block, or -1 when there is none. */
int block_peek(unsigned long offset);
void block_drop(void);
/* Allocates, frees and leaks one block each: 16 freed, 32 leaked and returned. */
void *allocate_and_leak(void);
