// libelf (elfutils). Only what Swift cannot import is wrapped here.
#pragma once
#include <gelf.h>
#include <libelf.h>
