/* A constructor that never returns. */
#pragma once

/* 1, if one ever gets here. */
int hangconstructor_reached(void);
