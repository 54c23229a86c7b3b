/* Functions that call back: at once, later, nested, from another thread. */
#pragma once

/* function(value). */
int call_int(int (*function)(int), int value);
/* function(a, b). */
double call_double(double (*function)(double, float), double a, float b);
/* function(a): integers narrower than a register, both ways. */
signed char call_schar(signed char (*function)(signed char), signed char a);
_Bool call_bool(_Bool (*function)(_Bool), _Bool a);
long double call_ldouble(long double (*function)(long double), long double a);
/* function("hello"). */
int call_text(int (*function)(const char *));
/* function(); nothing in, nothing out. */
void call_nothing(void (*function)(void));
/* function(1, 2.0, 3, 4.0, …): ten arguments, the last ones on the stack. */
double call_many(
    double (*function)(int, double, int, double, int, double, int, double, int, double));

/* The sum of function(values[i]) over count values. */
long sum_of(int (*function)(int), const int *values, int count);
/* Sorts in place; compare gives <0, 0, >0 as for qsort. Returns how often it was called. */
int sort_ints(int *values, int count, int (*compare)(const int *, const int *));
/* Calls visit(i, userdata) for i = 0 … count - 1 until it returns something other than 0; returns
   that, or 0. */
int visit_each(int count, int (*visit)(int index, void *userdata), void *userdata);
/* Adds to the int at userdata: a visitor for visit_each. */
int add_index(int index, void *userdata);

/* Structs by value in and out. */
struct pair { int a; double b; };
struct triple { long a, b, c; };
/* function(pair), where the function swaps roles as it likes. */
struct pair call_pair(struct pair (*function)(struct pair), struct pair value);
struct triple call_triple(struct triple (*function)(struct triple), struct triple value);

/* Keeps a function for later; fire(value) calls it, and gives -1 when there is none. */
void register_handler(int (*handler)(int));
int fire(int value);
/* Calls function(value) from a new thread and waits for it. */
int call_from_thread(int (*function)(int), int value);
/* Starts a thread that calls the registered handler after that many milliseconds, and returns. */
void fire_later(int milliseconds, int value);
/* How many times the registered handler was called. */
int fired(void);
/* function calls back in again: depth 3 gives function(function(function(value))). */
int call_nested(int (*function)(int), int value, int depth);

/* '+', '-', '*': a function of two ints; null for anything else. */
typedef int (*binary_operation)(int, int);
binary_operation operation_named(char name);
/* operation(a, b). */
int apply_operation(binary_operation operation, int a, int b);
/* count calls of function(i), their sum modulo 2^64. */
unsigned long call_often(int (*function)(int), long count);
/* Forks a child that exits with function(value), and waits; -1 when it cannot. */
int call_in_child(int (*function)(int), int value);
