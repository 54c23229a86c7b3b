/* Text in and out: of every width, static and allocated, null, damaged, without an end. */
#pragma once

/* The number of bytes before the terminator: 5 for "hello". Reads a null pointer if given one. */
unsigned long text_length(const char *text);
/* 1 for a null pointer, 0 for any other. */
int text_is_null(const char *text);
/* The sum of the bytes as unsigned numbers: 532 for "hello", 386 for "ÿ" in UTF-8. */
unsigned long text_sum(const char *text);
/* Number of times that byte occurs: 2 for "hello" and 'l'. */
int text_count(const char *text, char byte);
/* Compares like strcmp: -1, 0 or 1. */
int text_compare(const char *a, const char *b);

/* Writes "hello" and its terminator: six bytes. */
void text_fill(char *into);
/* Writes at most size bytes of "hello, world", terminated; returns 12 as snprintf would. */
int text_fill_sized(char *into, unsigned long size);
/* Turns ASCII letters to upper case in place; returns its argument. */
char *text_upper(char *text);
/* Writes to *into the address of a static text, "borrowed"; returns 0. */
int text_out(const char **into);
/* Writes to *into an allocated copy of text; the caller frees it. Returns 0. */
int text_duplicate_out(char **into, const char *text);
/* Joins count texts with commas into an allocated one: {"a", "b"} gives "a,b". */
char *text_join(const char *const *texts, int count);

/* The same static "static text" every time. */
const char *text_static(void);
/* An allocated "allocated text" that the caller frees with text_release or free. */
char *text_allocated(void);
void text_release(char *text);
/* An allocated copy. */
char *text_duplicate(const char *text);
/* A null pointer. */
char *text_null(void);
/* A pointer to the empty string. */
const char *text_empty(void);
/* The bytes 'a' 0xff 0xfe 'b' 0: not UTF-8. */
const char *text_not_utf8(void);
/* "Grüße, 世界 🌍" in UTF-8. */
const char *text_utf8(void);
/* Bytes that would drive a terminal: ESC [ 2 J, a newline, a tab, BEL, and "end". */
const char *text_control(void);
/* Quotes and backslashes: say "hi" \ back */
const char *text_quotes(void);
/* Sixteen 'a' and no terminator; the next byte cannot be read (a page without access). */
const char *text_unterminated(void);
/* 100,000 'x' and a terminator. */
const char *text_long(void);
/* An address that cannot be read: 1. */
const char *text_unreadable(void);
/* A null-terminated array of three texts: "one", "two", "three". */
const char *const *text_list(void);

/* Wide text: L"wide ü 🌍"; wchar_t is int here. */
const int *wide_static(void);
/* The number of elements before the terminator. */
unsigned long wide_length(const int *text);
/* char16_t text: u"sixteen ü 🌍", the last one a surrogate pair. */
const unsigned short *utf16_static(void);
unsigned long utf16_length(const unsigned short *text);
/* A lone high surrogate (0xd83c), then 'x'. */
const unsigned short *utf16_lone_surrogate(void);
/* char32_t text: U"thirty-two 🌍". */
const unsigned int *utf32_static(void);
unsigned long utf32_length(const unsigned int *text);
