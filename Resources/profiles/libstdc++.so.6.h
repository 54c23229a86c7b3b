// C declarations for sonde; C and C++ compilers take this file too.
#pragma sonde library "libstdc++.so.6"
#include <stddef.h>

/* std::string and std::wstring since GCC 5 (bits/basic_string.h): characters that have room in the
   object are in it, and the pointer leads there. Named as debug information names them. */
struct std__basic_string_char_std__char_traits_char_std__allocator_char {
  struct std__basic_string_char_std__char_traits_char_std__allocator_char___Alloc_hider {
    char *_M_p;
  } _M_dataplus;
  unsigned long _M_string_length;
  union {
    char _M_local_buf[16];
    unsigned long _M_allocated_capacity;
  };
};
typedef struct std__basic_string_char_std__char_traits_char_std__allocator_char std__string;

struct std__basic_string_wchar_t_std__char_traits_wchar_t_std__allocator_wchar_t {
  struct std__basic_string_wchar_t_std__char_traits_wchar_t_std__allocator_wchar_t___Alloc_hider {
    wchar_t *_M_p;
  } _M_dataplus;
  unsigned long _M_string_length;
  union {
    wchar_t _M_local_buf[4];
    unsigned long _M_allocated_capacity;
  };
};
typedef struct std__basic_string_wchar_t_std__char_traits_wchar_t_std__allocator_wchar_t std__wstring;

unsigned long _ZNKSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEE4sizeEv(const std__string *self);
unsigned long _ZNKSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEE4findEPKcm(
    const std__string *self, const char *text, unsigned long position);
std__string *_ZNKSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEE6substrEmm(
    std__string *result, const std__string *self, unsigned long position, unsigned long count);
int _ZNKSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEE7compareEPKc(
    const std__string *self, const char *text);
int _ZSt19uncaught_exceptionsv(void);
void _ZSt9terminatev(void);
