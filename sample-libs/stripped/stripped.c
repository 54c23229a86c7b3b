#include "stripped.h"

__attribute__((noinline)) static int hidden_triple(int value) { return 3 * value; }

int stripped_triple(int value) { return hidden_triple(value); }
int stripped_number = 33;
