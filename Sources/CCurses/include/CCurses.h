#pragma once

// Wide characters: without this wget_wch and the UTF-8 paths are not declared.
#define NCURSES_WIDECHAR 1
#include <ncurses.h>
#include <stdbool.h>
#include <stddef.h>
#include <term.h>

// stdin, stdout and stdscr are mutable globals, which Swift refuses; newterm instead of initscr,
// because initscr ends the program when it fails. NULL when it fails.
SCREEN *ccurses_newterm(void);
WINDOW *ccurses_stdscr(void);
// COLORS and COLOR_PAIRS: mutable globals.
int ccurses_colors(void);
int ccurses_color_pairs(void);
// cur_term, behind setupterm: 1 found, 0 not known, -1 no database.
int ccurses_setupterm(void);

// Macros with casts.
attr_t ccurses_bold(void);
attr_t ccurses_dim(void);
attr_t ccurses_underline(void);
attr_t ccurses_reverse(void);
// wattr_set takes pairs beyond 32,767 through its void pointer only.
void ccurses_set_style(WINDOW *window, attr_t attributes, int pair);
int ccurses_key_f(int number);

// mmask_t macros with shifts, folded into what sonde tells apart.
enum { CCURSES_MOUSE_NONE, CCURSES_MOUSE_PRESS, CCURSES_MOUSE_UP, CCURSES_MOUSE_DOWN };
void ccurses_mouse_on(void);
// Takes the event behind a KEY_MOUSE; one of CCURSES_MOUSE_….
int ccurses_mouse_event(int *row, int *column);

// The guard puts the terminal back whatever ends the program: a fatal signal, a signal from
// outside, exit(). It is C because a signal handler may not enter the Swift runtime.

// Remembers the terminal's modes as they are now, and what to write at the end. Call before
// curses changes anything.
void ccurses_guard_install(const char *farewell, size_t length);
// Whether the terminal is in curses' hands and so has to be put back.
void ccurses_guard_arm(bool armed);

// Signals that only wake the loop: a pipe is readable after a change of size or a continuation.
int ccurses_wake_descriptor(void);
// Empties the pipe.
void ccurses_wake_clear(void);
// Stops the program as Ctrl-Z does; returns when it is continued.
void ccurses_stop(void);
