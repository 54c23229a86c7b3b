/* A constructor that calls exit(5). */
#pragma once

/* 1, if one ever gets here. */
int exitconstructor_reached(void);
