/* Without .symtab and debug information: only .dynsym is left. */
#pragma once

/* 3 * value, through a function whose name is stripped. */
int stripped_triple(int value);
extern int stripped_number;  /* 33 */
