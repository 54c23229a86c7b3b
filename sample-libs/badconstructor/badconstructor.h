/* A constructor that writes to address 8: SIGSEGV. */
#pragma once

/* 1, if one ever gets here. */
int badconstructor_reached(void);
