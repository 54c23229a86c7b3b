/* Functions with "...": arguments are promoted by the caller, and al counts vector registers. */
#pragma once

/* The sum of count ints. */
long sum_ints(int count, ...);
/* The sum of count longs; more than five go on the stack. */
long sum_longs(int count, ...);
/* The sum of count doubles; a float argument arrives as a double. */
double sum_doubles(int count, ...);
/* The sum of count long doubles. */
long double sum_ldoubles(int count, ...);
/* 1*first + 2*second + … with the types that kinds names: i int, l long, d double,
   D long double, s text (its length), p pointer (its address), P struct variadic_point (x + y),
   B struct variadic_big (the sum of its members). */
double weigh_kinds(const char *kinds, ...);
struct variadic_point { int x; double y; };
struct variadic_big { long v[5]; };
/* Like snprintf. */
int format_text(char *into, unsigned long size, const char *format, ...);
/* The number of texts before a null pointer. */
int count_texts(const char *first, ...);
