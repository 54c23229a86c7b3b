/* Thread-local variables, in the two models that a library can use. */
#pragma once

extern _Thread_local int tls_counter;      /* 5 in every thread at first */
extern _Thread_local double tls_array[4];  /* 0.5, 1.5, 2.5, 3.5 */
extern _Thread_local char tls_zeros[64];   /* in .tbss */

/* Adds to the calling thread's tls_counter and returns it. */
int tls_add(int amount);
/* The tls_counter of a new thread: 5, whatever the others hold. */
int tls_of_new_thread(void);
/* The address of the calling thread's tls_counter. */
int *tls_address(void);
/* A counter in the initial-exec model: 7 at first; adds and returns it. */
int tls_static_add(int amount);
