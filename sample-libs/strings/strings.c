#define _GNU_SOURCE
#include "strings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <uchar.h>
#include <unistd.h>
#include <wchar.h>

unsigned long text_length(const char *text) {
  unsigned long length = 0;
  while (text[length] != 0) length++;
  return length;
}

int text_is_null(const char *text) { return text == NULL; }

unsigned long text_sum(const char *text) {
  unsigned long sum = 0;
  for (; *text != 0; text++) sum += (unsigned char)*text;
  return sum;
}

int text_count(const char *text, char byte) {
  int count = 0;
  for (; *text != 0; text++) count += *text == byte;
  return count;
}

int text_compare(const char *a, const char *b) {
  int order = strcmp(a, b);
  return (order > 0) - (order < 0);
}

void text_fill(char *into) { memcpy(into, "hello", 6); }
int text_fill_sized(char *into, unsigned long size) {
  return snprintf(into, size, "%s", "hello, world");
}

char *text_upper(char *text) {
  for (char *c = text; *c != 0; c++)
    if (*c >= 'a' && *c <= 'z') *c -= 'a' - 'A';
  return text;
}

int text_out(const char **into) {
  *into = "borrowed";
  return 0;
}

int text_duplicate_out(char **into, const char *text) {
  *into = strdup(text);
  return *into == NULL;
}

char *text_join(const char *const *texts, int count) {
  unsigned long size = 1;
  for (int i = 0; i < count; i++) size += strlen(texts[i]) + 1;
  char *all = calloc(size, 1);
  if (all == NULL) return NULL;
  char *end = all;
  for (int i = 0; i < count; i++) {
    if (i > 0) *end++ = ',';
    end = stpcpy(end, texts[i]);
  }
  return all;
}

const char *text_static(void) { return "static text"; }
char *text_allocated(void) { return strdup("allocated text"); }
void text_release(char *text) { free(text); }
char *text_duplicate(const char *text) { return strdup(text); }
char *text_null(void) { return NULL; }
const char *text_empty(void) { return ""; }
const char *text_not_utf8(void) { return "a\xff\xfe" "b"; }
const char *text_utf8(void) { return "Grüße, 世界 🌍"; }
const char *text_control(void) { return "\x1b[2J\n\t\a" "end"; }
const char *text_quotes(void) { return "say \"hi\" \\ back"; }

const char *text_unterminated(void) {
  static char *end;
  if (end == NULL) {
    unsigned long page = (unsigned long)sysconf(_SC_PAGESIZE);
    char *pages = mmap(NULL, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (pages == MAP_FAILED) return NULL;
    if (mprotect(pages + page, page, PROT_NONE) != 0) return NULL;
    memset(pages + page - 16, 'a', 16);
    end = pages + page;
  }
  return end - 16;
}

const char *text_long(void) {
  static char text[100001];
  memset(text, 'x', sizeof text - 1);
  return text;
}

const char *text_unreadable(void) { return (const char *)1; }

const char *const *text_list(void) {
  static const char *const list[] = {"one", "two", "three", NULL};
  return list;
}

_Static_assert(sizeof(wchar_t) == sizeof(int), "the header says int");

const int *wide_static(void) { return (const int *)L"wide ü 🌍"; }
unsigned long wide_length(const int *text) { return wcslen((const wchar_t *)text); }
const unsigned short *utf16_static(void) { return (const unsigned short *)u"sixteen ü 🌍"; }

unsigned long utf16_length(const unsigned short *text) {
  unsigned long length = 0;
  while (text[length] != 0) length++;
  return length;
}

const unsigned short *utf16_lone_surrogate(void) {
  static const unsigned short text[] = {0xd83c, 'x', 0};
  return text;
}

const unsigned int *utf32_static(void) { return (const unsigned int *)U"thirty-two 🌍"; }

unsigned long utf32_length(const unsigned int *text) {
  unsigned long length = 0;
  while (text[length] != 0) length++;
  return length;
}
