#include "include/CProcess.h"
