#include "versions.h"

// Each version of a symbol is a function of its own, given its public name by .symver; see
// "VERSION Command" in the manual of ld.
int versioned_old(void);
int versioned_new(void);
int retired_old(void);
extern int number_old;
extern int number_new;

__asm__(".symver versioned_old, versioned@VERSIONS_1.0");
__asm__(".symver versioned_new, versioned@@VERSIONS_2.0");
__asm__(".symver retired_old, retired@VERSIONS_1.0");
__asm__(".symver number_old, versioned_number@VERSIONS_1.0");
__asm__(".symver number_new, versioned_number@@VERSIONS_2.0");

int versioned_old(void) { return 1; }
int versioned_new(void) { return 2; }
int retired_old(void) { return 10; }
int since_two(void) { return 22; }
int steady(void) { return 11; }
int number_old = 100;
int number_new = 200;
