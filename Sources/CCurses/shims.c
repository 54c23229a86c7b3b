#include "include/CCurses.h"

SCREEN *ccurses_newterm(void) { return newterm(NULL, stdout, stdin); }
WINDOW *ccurses_stdscr(void) { return stdscr; }
int ccurses_colors(void) { return COLORS; }
int ccurses_color_pairs(void) { return COLOR_PAIRS; }

int ccurses_setupterm(void) {
  int status = -1;
  return setupterm(NULL, 1, &status) == OK ? 1 : status;
}

attr_t ccurses_bold(void) { return A_BOLD; }
attr_t ccurses_dim(void) { return A_DIM; }
attr_t ccurses_underline(void) { return A_UNDERLINE; }
attr_t ccurses_reverse(void) { return A_REVERSE; }

void ccurses_set_style(WINDOW *window, attr_t attributes, int pair) {
  wattr_set(window, attributes, 0, &pair);
}

int ccurses_key_f(int number) { return KEY_F(number); }

void ccurses_mouse_on(void) {
  // Presses at once, instead of clicks after a wait.
  mouseinterval(0);
  mousemask(BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED, NULL);
}

int ccurses_mouse_event(int *row, int *column) {
  MEVENT event;
  if (getmouse(&event) != OK) return CCURSES_MOUSE_NONE;
  *row = event.y;
  *column = event.x;
  if (event.bstate & BUTTON1_PRESSED) return CCURSES_MOUSE_PRESS;
  if (event.bstate & BUTTON4_PRESSED) return CCURSES_MOUSE_UP;
  if (event.bstate & BUTTON5_PRESSED) return CCURSES_MOUSE_DOWN;
  return CCURSES_MOUSE_NONE;
}
