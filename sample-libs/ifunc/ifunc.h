/* STT_GNU_IFUNC: the dynamic linker calls a resolver to learn the function's address. */
#pragma once

/* a + b; the symbol is an IFUNC, so its value is the resolver, not the function. */
int ifunc_add(int a, int b);
/* The same function under a second name. */
int ifunc_alias(int a, int b);
/* How often the resolver ran: at least 1 once ifunc_add was called. */
int ifunc_resolutions(void);
