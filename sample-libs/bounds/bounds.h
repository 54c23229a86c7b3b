/* Functions that write or read outside what they were given. */
#pragma once

/* Writes size + 1 bytes, all 'b': one too many. */
void write_past_end(char *into, unsigned long size);
/* Writes the byte before into. */
void write_before_start(char *into);
/* Writes exactly size bytes, all 'b'. */
void write_exactly(char *into, unsigned long size);
/* Copies text with its terminator, whatever room there is. */
void copy_text(char *into, const char *text);
/* The sum of size + 1 bytes: reads one too many. */
unsigned long read_past_end(const unsigned char *from, unsigned long size);
/* Writes to memory that was freed: allocates 24 bytes, frees them, writes 'f' to the first. */
void write_after_free(void);
/* Writes a size and that many ints: *count is the room on entry, what was written on return. */
int fill_counted(int *values, unsigned long *count);
