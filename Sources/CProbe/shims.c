#include "include/CProbe.h"
