// C declarations for sonde; C and C++ compilers take this file too.
#pragma sonde library "libm.so.6"
#if defined __clang__ || (defined __cplusplus && __GNUC__ < 13)
#define _Float32 float
#define _Float32x double
#define _Float64 double
#define _Float64x long double
#define _Float128 __float128
#endif

typedef long __intmax_t;
typedef unsigned long __uintmax_t;
typedef unsigned short fexcept_t;
enum {
  FP_INT_UPWARD = 0,
  FP_INT_DOWNWARD = 1,
  FP_INT_TOWARDZERO = 2,
  FP_INT_TONEARESTFROMZERO = 3,
  FP_INT_TONEAREST = 4,
};
int __fpclassify(double value);
int __signbit(double value);
int __finite(double value);
int __iseqsig(double x, double y);
int __issignaling(double value);
double acos(double x);
double asin(double x);
double atan(double x);
double atan2(double y, double x);
[[sonde::example("cos(0.0)", "1.0")]] double cos(double x);
double sin(double x);
double tan(double x);
double cosh(double x);
double sinh(double x);
double tanh(double x);
void sincos(double x, [[sonde::out]] double *sinx, [[sonde::out]] double *cosx);
double acosh(double x);
double asinh(double x);
double atanh(double x);
double exp(double x);
double frexp(double x, [[sonde::out]] int *exponent);
double ldexp(double x, int exponent);
double log(double x);
double log10(double x);
double modf(double x, [[sonde::out]] double *iptr);
double exp10(double x);
double expm1(double x);
double log1p(double x);
double logb(double x);
double exp2(double x);
double log2(double x);
[[sonde::example("pow(2.0, 10.0)", "1024.0")]] double pow(double x, double y);
[[sonde::example("sqrt(2.25)", "1.5")]] double sqrt(double x);
double hypot(double x, double y);
double cbrt(double x);
double ceil(double x);
double fabs(double x);
double floor(double x);
double fmod(double x, double y);
int finite(double value);
double drem(double x, double y);
double significand(double x);
double copysign(double x, double y);
double nan([[sonde::string]] const char *tagb);
double j0(double);
double j1(double);
double jn(int, double);
double y0(double);
double y1(double);
double yn(int, double);
double erf(double);
double erfc(double);
double lgamma(double);
double tgamma(double);
double gamma(double);
double lgamma_r(double x, [[sonde::out]] int *signgamp);
double rint(double x);
double nextafter(double x, double y);
double nexttoward(double x, long double y);
double nextdown(double x);
double nextup(double x);
double remainder(double x, double y);
double scalbn(double x, int n);
int ilogb(double x);
long llogb(double x);
double scalbln(double x, long n);
double nearbyint(double x);
double round(double x);
double trunc(double x);
double remquo(double x, double y, [[sonde::out]] int *quo);
long lrint(double x);
long long llrint(double x);
long lround(double x);
long long llround(double x);
double fdim(double x, double y);
double fmax(double x, double y);
double fmin(double x, double y);
double fma(double x, double y, double z);
double roundeven(double x);
__intmax_t fromfp(double x, int round, unsigned int width);
__uintmax_t ufromfp(double x, int round, unsigned int width);
__intmax_t fromfpx(double x, int round, unsigned int width);
__uintmax_t ufromfpx(double x, int round, unsigned int width);
int canonicalize(double *cx, const double *x);
double fmaxmag(double x, double y);
double fminmag(double x, double y);
double fmaximum(double x, double y);
double fminimum(double x, double y);
double fmaximum_num(double x, double y);
double fminimum_num(double x, double y);
double fmaximum_mag(double x, double y);
double fminimum_mag(double x, double y);
double fmaximum_mag_num(double x, double y);
double fminimum_mag_num(double x, double y);
int totalorder(const double *x, const double *y);
int totalordermag(const double *x, const double *y);
double getpayload(const double *x);
int setpayload(double *x, double payload);
int setpayloadsig(double *x, double payload);
double scalb(double x, double n);
int __fpclassifyf(float value);
int __signbitf(float value);
int __finitef(float value);
int __iseqsigf(float x, float y);
int __issignalingf(float value);
float acosf(float x);
float asinf(float x);
float atanf(float x);
float atan2f(float y, float x);
float cosf(float x);
float sinf(float x);
float tanf(float x);
float coshf(float x);
float sinhf(float x);
float tanhf(float x);
void sincosf(float x, [[sonde::out]] float *sinx, [[sonde::out]] float *cosx);
float acoshf(float x);
float asinhf(float x);
float atanhf(float x);
float expf(float x);
float frexpf(float x, [[sonde::out]] int *exponent);
float ldexpf(float x, int exponent);
float logf(float x);
float log10f(float x);
float modff(float x, [[sonde::out]] float *iptr);
float exp10f(float x);
float expm1f(float x);
float log1pf(float x);
float logbf(float x);
float exp2f(float x);
float log2f(float x);
float powf(float x, float y);
float sqrtf(float x);
float hypotf(float x, float y);
float cbrtf(float x);
float ceilf(float x);
float fabsf(float x);
float floorf(float x);
float fmodf(float x, float y);
int finitef(float value);
float dremf(float x, float y);
float significandf(float x);
float copysignf(float x, float y);
float nanf([[sonde::string]] const char *tagb);
float j0f(float);
float j1f(float);
float jnf(int, float);
float y0f(float);
float y1f(float);
float ynf(int, float);
float erff(float);
float erfcf(float);
float lgammaf(float);
float tgammaf(float);
float gammaf(float);
float lgammaf_r(float x, [[sonde::out]] int *signgamp);
float rintf(float x);
float nextafterf(float x, float y);
float nexttowardf(float x, long double y);
float nextdownf(float x);
float nextupf(float x);
float remainderf(float x, float y);
float scalbnf(float x, int n);
int ilogbf(float x);
long llogbf(float x);
float scalblnf(float x, long n);
float nearbyintf(float x);
float roundf(float x);
float truncf(float x);
float remquof(float x, float y, [[sonde::out]] int *quo);
long lrintf(float x);
long long llrintf(float x);
long lroundf(float x);
long long llroundf(float x);
float fdimf(float x, float y);
float fmaxf(float x, float y);
float fminf(float x, float y);
float fmaf(float x, float y, float z);
float roundevenf(float x);
__intmax_t fromfpf(float x, int round, unsigned int width);
__uintmax_t ufromfpf(float x, int round, unsigned int width);
__intmax_t fromfpxf(float x, int round, unsigned int width);
__uintmax_t ufromfpxf(float x, int round, unsigned int width);
int canonicalizef(float *cx, const float *x);
float fmaxmagf(float x, float y);
float fminmagf(float x, float y);
float fmaximumf(float x, float y);
float fminimumf(float x, float y);
float fmaximum_numf(float x, float y);
float fminimum_numf(float x, float y);
float fmaximum_magf(float x, float y);
float fminimum_magf(float x, float y);
float fmaximum_mag_numf(float x, float y);
float fminimum_mag_numf(float x, float y);
int totalorderf(const float *x, const float *y);
int totalordermagf(const float *x, const float *y);
float getpayloadf(const float *x);
int setpayloadf(float *x, float payload);
int setpayloadsigf(float *x, float payload);
float scalbf(float x, float n);
int __fpclassifyl(long double value);
int __signbitl(long double value);
int __finitel(long double value);
int __iseqsigl(long double x, long double y);
int __issignalingl(long double value);
long double acosl(long double x);
long double asinl(long double x);
long double atanl(long double x);
long double atan2l(long double y, long double x);
long double cosl(long double x);
long double sinl(long double x);
long double tanl(long double x);
long double coshl(long double x);
long double sinhl(long double x);
long double tanhl(long double x);
void sincosl(long double x, [[sonde::out]] long double *sinx, [[sonde::out]] long double *cosx);
long double acoshl(long double x);
long double asinhl(long double x);
long double atanhl(long double x);
long double expl(long double x);
long double frexpl(long double x, [[sonde::out]] int *exponent);
long double ldexpl(long double x, int exponent);
long double logl(long double x);
long double log10l(long double x);
long double modfl(long double x, [[sonde::out]] long double *iptr);
long double exp10l(long double x);
long double expm1l(long double x);
long double log1pl(long double x);
long double logbl(long double x);
long double exp2l(long double x);
long double log2l(long double x);
long double powl(long double x, long double y);
long double sqrtl(long double x);
long double hypotl(long double x, long double y);
long double cbrtl(long double x);
long double ceill(long double x);
long double fabsl(long double x);
long double floorl(long double x);
long double fmodl(long double x, long double y);
int finitel(long double value);
long double dreml(long double x, long double y);
long double significandl(long double x);
long double copysignl(long double x, long double y);
long double nanl([[sonde::string]] const char *tagb);
long double j0l(long double);
long double j1l(long double);
long double jnl(int, long double);
long double y0l(long double);
long double y1l(long double);
long double ynl(int, long double);
long double erfl(long double);
long double erfcl(long double);
long double lgammal(long double);
long double tgammal(long double);
long double gammal(long double);
long double lgammal_r(long double x, [[sonde::out]] int *signgamp);
long double rintl(long double x);
long double nextafterl(long double x, long double y);
long double nexttowardl(long double x, long double y);
long double nextdownl(long double x);
long double nextupl(long double x);
long double remainderl(long double x, long double y);
long double scalbnl(long double x, int n);
int ilogbl(long double x);
long llogbl(long double x);
long double scalblnl(long double x, long n);
long double nearbyintl(long double x);
long double roundl(long double x);
long double truncl(long double x);
long double remquol(long double x, long double y, [[sonde::out]] int *quo);
long lrintl(long double x);
long long llrintl(long double x);
long lroundl(long double x);
long long llroundl(long double x);
long double fdiml(long double x, long double y);
long double fmaxl(long double x, long double y);
long double fminl(long double x, long double y);
long double fmal(long double x, long double y, long double z);
long double roundevenl(long double x);
__intmax_t fromfpl(long double x, int round, unsigned int width);
__uintmax_t ufromfpl(long double x, int round, unsigned int width);
__intmax_t fromfpxl(long double x, int round, unsigned int width);
__uintmax_t ufromfpxl(long double x, int round, unsigned int width);
int canonicalizel(long double *cx, const long double *x);
long double fmaxmagl(long double x, long double y);
long double fminmagl(long double x, long double y);
long double fmaximuml(long double x, long double y);
long double fminimuml(long double x, long double y);
long double fmaximum_numl(long double x, long double y);
long double fminimum_numl(long double x, long double y);
long double fmaximum_magl(long double x, long double y);
long double fminimum_magl(long double x, long double y);
long double fmaximum_mag_numl(long double x, long double y);
long double fminimum_mag_numl(long double x, long double y);
int totalorderl(const long double *x, const long double *y);
int totalordermagl(const long double *x, const long double *y);
long double getpayloadl(const long double *x);
int setpayloadl(long double *x, long double payload);
int setpayloadsigl(long double *x, long double payload);
long double scalbl(long double x, long double n);
_Float32 acosf32(_Float32 x);
_Float32 asinf32(_Float32 x);
_Float32 atanf32(_Float32 x);
_Float32 atan2f32(_Float32 y, _Float32 x);
_Float32 cosf32(_Float32 x);
_Float32 sinf32(_Float32 x);
_Float32 tanf32(_Float32 x);
_Float32 coshf32(_Float32 x);
_Float32 sinhf32(_Float32 x);
_Float32 tanhf32(_Float32 x);
void sincosf32(_Float32 x, _Float32 *sinx, _Float32 *cosx);
_Float32 acoshf32(_Float32 x);
_Float32 asinhf32(_Float32 x);
_Float32 atanhf32(_Float32 x);
_Float32 expf32(_Float32 x);
_Float32 frexpf32(_Float32 x, int *exponent);
_Float32 ldexpf32(_Float32 x, int exponent);
_Float32 logf32(_Float32 x);
_Float32 log10f32(_Float32 x);
_Float32 modff32(_Float32 x, _Float32 *iptr);
_Float32 exp10f32(_Float32 x);
_Float32 expm1f32(_Float32 x);
_Float32 log1pf32(_Float32 x);
_Float32 logbf32(_Float32 x);
_Float32 exp2f32(_Float32 x);
_Float32 log2f32(_Float32 x);
_Float32 powf32(_Float32 x, _Float32 y);
_Float32 sqrtf32(_Float32 x);
_Float32 hypotf32(_Float32 x, _Float32 y);
_Float32 cbrtf32(_Float32 x);
_Float32 ceilf32(_Float32 x);
_Float32 fabsf32(_Float32 x);
_Float32 floorf32(_Float32 x);
_Float32 fmodf32(_Float32 x, _Float32 y);
_Float32 copysignf32(_Float32 x, _Float32 y);
_Float32 nanf32(const char *tagb);
_Float32 j0f32(_Float32);
_Float32 j1f32(_Float32);
_Float32 jnf32(int, _Float32);
_Float32 y0f32(_Float32);
_Float32 y1f32(_Float32);
_Float32 ynf32(int, _Float32);
_Float32 erff32(_Float32);
_Float32 erfcf32(_Float32);
_Float32 lgammaf32(_Float32);
_Float32 tgammaf32(_Float32);
_Float32 lgammaf32_r(_Float32, int *signgamp);
_Float32 rintf32(_Float32 x);
_Float32 nextafterf32(_Float32 x, _Float32 y);
_Float32 nextdownf32(_Float32 x);
_Float32 nextupf32(_Float32 x);
_Float32 remainderf32(_Float32 x, _Float32 y);
_Float32 scalbnf32(_Float32 x, int n);
int ilogbf32(_Float32 x);
long llogbf32(_Float32 x);
_Float32 scalblnf32(_Float32 x, long n);
_Float32 nearbyintf32(_Float32 x);
_Float32 roundf32(_Float32 x);
_Float32 truncf32(_Float32 x);
_Float32 remquof32(_Float32 x, _Float32 y, int *quo);
long lrintf32(_Float32 x);
long long llrintf32(_Float32 x);
long lroundf32(_Float32 x);
long long llroundf32(_Float32 x);
_Float32 fdimf32(_Float32 x, _Float32 y);
_Float32 fmaxf32(_Float32 x, _Float32 y);
_Float32 fminf32(_Float32 x, _Float32 y);
_Float32 fmaf32(_Float32 x, _Float32 y, _Float32 z);
_Float32 roundevenf32(_Float32 x);
__intmax_t fromfpf32(_Float32 x, int round, unsigned int width);
__uintmax_t ufromfpf32(_Float32 x, int round, unsigned int width);
__intmax_t fromfpxf32(_Float32 x, int round, unsigned int width);
__uintmax_t ufromfpxf32(_Float32 x, int round, unsigned int width);
int canonicalizef32(_Float32 *cx, const _Float32 *x);
_Float32 fmaxmagf32(_Float32 x, _Float32 y);
_Float32 fminmagf32(_Float32 x, _Float32 y);
_Float32 fmaximumf32(_Float32 x, _Float32 y);
_Float32 fminimumf32(_Float32 x, _Float32 y);
_Float32 fmaximum_numf32(_Float32 x, _Float32 y);
_Float32 fminimum_numf32(_Float32 x, _Float32 y);
_Float32 fmaximum_magf32(_Float32 x, _Float32 y);
_Float32 fminimum_magf32(_Float32 x, _Float32 y);
_Float32 fmaximum_mag_numf32(_Float32 x, _Float32 y);
_Float32 fminimum_mag_numf32(_Float32 x, _Float32 y);
int totalorderf32(const _Float32 *x, const _Float32 *y);
int totalordermagf32(const _Float32 *x, const _Float32 *y);
_Float32 getpayloadf32(const _Float32 *x);
int setpayloadf32(_Float32 *x, _Float32 payload);
int setpayloadsigf32(_Float32 *x, _Float32 payload);
_Float64 acosf64(_Float64 x);
_Float64 asinf64(_Float64 x);
_Float64 atanf64(_Float64 x);
_Float64 atan2f64(_Float64 y, _Float64 x);
_Float64 cosf64(_Float64 x);
_Float64 sinf64(_Float64 x);
_Float64 tanf64(_Float64 x);
_Float64 coshf64(_Float64 x);
_Float64 sinhf64(_Float64 x);
_Float64 tanhf64(_Float64 x);
void sincosf64(_Float64 x, _Float64 *sinx, _Float64 *cosx);
_Float64 acoshf64(_Float64 x);
_Float64 asinhf64(_Float64 x);
_Float64 atanhf64(_Float64 x);
_Float64 expf64(_Float64 x);
_Float64 frexpf64(_Float64 x, int *exponent);
_Float64 ldexpf64(_Float64 x, int exponent);
_Float64 logf64(_Float64 x);
_Float64 log10f64(_Float64 x);
_Float64 modff64(_Float64 x, _Float64 *iptr);
_Float64 exp10f64(_Float64 x);
_Float64 expm1f64(_Float64 x);
_Float64 log1pf64(_Float64 x);
_Float64 logbf64(_Float64 x);
_Float64 exp2f64(_Float64 x);
_Float64 log2f64(_Float64 x);
_Float64 powf64(_Float64 x, _Float64 y);
_Float64 sqrtf64(_Float64 x);
_Float64 hypotf64(_Float64 x, _Float64 y);
_Float64 cbrtf64(_Float64 x);
_Float64 ceilf64(_Float64 x);
_Float64 fabsf64(_Float64 x);
_Float64 floorf64(_Float64 x);
_Float64 fmodf64(_Float64 x, _Float64 y);
_Float64 copysignf64(_Float64 x, _Float64 y);
_Float64 nanf64(const char *tagb);
_Float64 j0f64(_Float64);
_Float64 j1f64(_Float64);
_Float64 jnf64(int, _Float64);
_Float64 y0f64(_Float64);
_Float64 y1f64(_Float64);
_Float64 ynf64(int, _Float64);
_Float64 erff64(_Float64);
_Float64 erfcf64(_Float64);
_Float64 lgammaf64(_Float64);
_Float64 tgammaf64(_Float64);
_Float64 lgammaf64_r(_Float64, int *signgamp);
_Float64 rintf64(_Float64 x);
_Float64 nextafterf64(_Float64 x, _Float64 y);
_Float64 nextdownf64(_Float64 x);
_Float64 nextupf64(_Float64 x);
_Float64 remainderf64(_Float64 x, _Float64 y);
_Float64 scalbnf64(_Float64 x, int n);
int ilogbf64(_Float64 x);
long llogbf64(_Float64 x);
_Float64 scalblnf64(_Float64 x, long n);
_Float64 nearbyintf64(_Float64 x);
_Float64 roundf64(_Float64 x);
_Float64 truncf64(_Float64 x);
_Float64 remquof64(_Float64 x, _Float64 y, int *quo);
long lrintf64(_Float64 x);
long long llrintf64(_Float64 x);
long lroundf64(_Float64 x);
long long llroundf64(_Float64 x);
_Float64 fdimf64(_Float64 x, _Float64 y);
_Float64 fmaxf64(_Float64 x, _Float64 y);
_Float64 fminf64(_Float64 x, _Float64 y);
_Float64 fmaf64(_Float64 x, _Float64 y, _Float64 z);
_Float64 roundevenf64(_Float64 x);
__intmax_t fromfpf64(_Float64 x, int round, unsigned int width);
__uintmax_t ufromfpf64(_Float64 x, int round, unsigned int width);
__intmax_t fromfpxf64(_Float64 x, int round, unsigned int width);
__uintmax_t ufromfpxf64(_Float64 x, int round, unsigned int width);
int canonicalizef64(_Float64 *cx, const _Float64 *x);
_Float64 fmaxmagf64(_Float64 x, _Float64 y);
_Float64 fminmagf64(_Float64 x, _Float64 y);
_Float64 fmaximumf64(_Float64 x, _Float64 y);
_Float64 fminimumf64(_Float64 x, _Float64 y);
_Float64 fmaximum_numf64(_Float64 x, _Float64 y);
_Float64 fminimum_numf64(_Float64 x, _Float64 y);
_Float64 fmaximum_magf64(_Float64 x, _Float64 y);
_Float64 fminimum_magf64(_Float64 x, _Float64 y);
_Float64 fmaximum_mag_numf64(_Float64 x, _Float64 y);
_Float64 fminimum_mag_numf64(_Float64 x, _Float64 y);
int totalorderf64(const _Float64 *x, const _Float64 *y);
int totalordermagf64(const _Float64 *x, const _Float64 *y);
_Float64 getpayloadf64(const _Float64 *x);
int setpayloadf64(_Float64 *x, _Float64 payload);
int setpayloadsigf64(_Float64 *x, _Float64 payload);
int __fpclassifyf128(_Float128 value);
int __signbitf128(_Float128 value);
int __isinff128(_Float128 value);
int __finitef128(_Float128 value);
int __iseqsigf128(_Float128 x, _Float128 y);
int __issignalingf128(_Float128 value);
_Float128 acosf128(_Float128 x);
_Float128 asinf128(_Float128 x);
_Float128 atanf128(_Float128 x);
_Float128 atan2f128(_Float128 y, _Float128 x);
_Float128 cosf128(_Float128 x);
_Float128 sinf128(_Float128 x);
_Float128 tanf128(_Float128 x);
_Float128 coshf128(_Float128 x);
_Float128 sinhf128(_Float128 x);
_Float128 tanhf128(_Float128 x);
void sincosf128(_Float128 x, _Float128 *sinx, _Float128 *cosx);
_Float128 acoshf128(_Float128 x);
_Float128 asinhf128(_Float128 x);
_Float128 atanhf128(_Float128 x);
_Float128 expf128(_Float128 x);
_Float128 frexpf128(_Float128 x, int *exponent);
_Float128 ldexpf128(_Float128 x, int exponent);
_Float128 logf128(_Float128 x);
_Float128 log10f128(_Float128 x);
_Float128 modff128(_Float128 x, _Float128 *iptr);
_Float128 exp10f128(_Float128 x);
_Float128 expm1f128(_Float128 x);
_Float128 log1pf128(_Float128 x);
_Float128 logbf128(_Float128 x);
_Float128 exp2f128(_Float128 x);
_Float128 log2f128(_Float128 x);
_Float128 powf128(_Float128 x, _Float128 y);
_Float128 sqrtf128(_Float128 x);
_Float128 hypotf128(_Float128 x, _Float128 y);
_Float128 cbrtf128(_Float128 x);
_Float128 ceilf128(_Float128 x);
_Float128 fabsf128(_Float128 x);
_Float128 floorf128(_Float128 x);
_Float128 fmodf128(_Float128 x, _Float128 y);
_Float128 copysignf128(_Float128 x, _Float128 y);
_Float128 nanf128(const char *tagb);
_Float128 j0f128(_Float128);
_Float128 j1f128(_Float128);
_Float128 jnf128(int, _Float128);
_Float128 y0f128(_Float128);
_Float128 y1f128(_Float128);
_Float128 ynf128(int, _Float128);
_Float128 erff128(_Float128);
_Float128 erfcf128(_Float128);
_Float128 lgammaf128(_Float128);
_Float128 tgammaf128(_Float128);
_Float128 lgammaf128_r(_Float128, int *signgamp);
_Float128 rintf128(_Float128 x);
_Float128 nextafterf128(_Float128 x, _Float128 y);
_Float128 nextdownf128(_Float128 x);
_Float128 nextupf128(_Float128 x);
_Float128 remainderf128(_Float128 x, _Float128 y);
_Float128 scalbnf128(_Float128 x, int n);
int ilogbf128(_Float128 x);
long llogbf128(_Float128 x);
_Float128 scalblnf128(_Float128 x, long n);
_Float128 nearbyintf128(_Float128 x);
_Float128 roundf128(_Float128 x);
_Float128 truncf128(_Float128 x);
_Float128 remquof128(_Float128 x, _Float128 y, int *quo);
long lrintf128(_Float128 x);
long long llrintf128(_Float128 x);
long lroundf128(_Float128 x);
long long llroundf128(_Float128 x);
_Float128 fdimf128(_Float128 x, _Float128 y);
_Float128 fmaxf128(_Float128 x, _Float128 y);
_Float128 fminf128(_Float128 x, _Float128 y);
_Float128 fmaf128(_Float128 x, _Float128 y, _Float128 z);
_Float128 roundevenf128(_Float128 x);
__intmax_t fromfpf128(_Float128 x, int round, unsigned int width);
__uintmax_t ufromfpf128(_Float128 x, int round, unsigned int width);
__intmax_t fromfpxf128(_Float128 x, int round, unsigned int width);
__uintmax_t ufromfpxf128(_Float128 x, int round, unsigned int width);
int canonicalizef128(_Float128 *cx, const _Float128 *x);
_Float128 fmaxmagf128(_Float128 x, _Float128 y);
_Float128 fminmagf128(_Float128 x, _Float128 y);
_Float128 fmaximumf128(_Float128 x, _Float128 y);
_Float128 fminimumf128(_Float128 x, _Float128 y);
_Float128 fmaximum_numf128(_Float128 x, _Float128 y);
_Float128 fminimum_numf128(_Float128 x, _Float128 y);
_Float128 fmaximum_magf128(_Float128 x, _Float128 y);
_Float128 fminimum_magf128(_Float128 x, _Float128 y);
_Float128 fmaximum_mag_numf128(_Float128 x, _Float128 y);
_Float128 fminimum_mag_numf128(_Float128 x, _Float128 y);
int totalorderf128(const _Float128 *x, const _Float128 *y);
int totalordermagf128(const _Float128 *x, const _Float128 *y);
_Float128 getpayloadf128(const _Float128 *x);
int setpayloadf128(_Float128 *x, _Float128 payload);
int setpayloadsigf128(_Float128 *x, _Float128 payload);
_Float32x acosf32x(_Float32x x);
_Float32x asinf32x(_Float32x x);
_Float32x atanf32x(_Float32x x);
_Float32x atan2f32x(_Float32x y, _Float32x x);
_Float32x cosf32x(_Float32x x);
_Float32x sinf32x(_Float32x x);
_Float32x tanf32x(_Float32x x);
_Float32x coshf32x(_Float32x x);
_Float32x sinhf32x(_Float32x x);
_Float32x tanhf32x(_Float32x x);
void sincosf32x(_Float32x x, _Float32x *sinx, _Float32x *cosx);
_Float32x acoshf32x(_Float32x x);
_Float32x asinhf32x(_Float32x x);
_Float32x atanhf32x(_Float32x x);
_Float32x expf32x(_Float32x x);
_Float32x frexpf32x(_Float32x x, int *exponent);
_Float32x ldexpf32x(_Float32x x, int exponent);
_Float32x logf32x(_Float32x x);
_Float32x log10f32x(_Float32x x);
_Float32x modff32x(_Float32x x, _Float32x *iptr);
_Float32x exp10f32x(_Float32x x);
_Float32x expm1f32x(_Float32x x);
_Float32x log1pf32x(_Float32x x);
_Float32x logbf32x(_Float32x x);
_Float32x exp2f32x(_Float32x x);
_Float32x log2f32x(_Float32x x);
_Float32x powf32x(_Float32x x, _Float32x y);
_Float32x sqrtf32x(_Float32x x);
_Float32x hypotf32x(_Float32x x, _Float32x y);
_Float32x cbrtf32x(_Float32x x);
_Float32x ceilf32x(_Float32x x);
_Float32x fabsf32x(_Float32x x);
_Float32x floorf32x(_Float32x x);
_Float32x fmodf32x(_Float32x x, _Float32x y);
_Float32x copysignf32x(_Float32x x, _Float32x y);
_Float32x nanf32x(const char *tagb);
_Float32x j0f32x(_Float32x);
_Float32x j1f32x(_Float32x);
_Float32x jnf32x(int, _Float32x);
_Float32x y0f32x(_Float32x);
_Float32x y1f32x(_Float32x);
_Float32x ynf32x(int, _Float32x);
_Float32x erff32x(_Float32x);
_Float32x erfcf32x(_Float32x);
_Float32x lgammaf32x(_Float32x);
_Float32x tgammaf32x(_Float32x);
_Float32x lgammaf32x_r(_Float32x, int *signgamp);
_Float32x rintf32x(_Float32x x);
_Float32x nextafterf32x(_Float32x x, _Float32x y);
_Float32x nextdownf32x(_Float32x x);
_Float32x nextupf32x(_Float32x x);
_Float32x remainderf32x(_Float32x x, _Float32x y);
_Float32x scalbnf32x(_Float32x x, int n);
int ilogbf32x(_Float32x x);
long llogbf32x(_Float32x x);
_Float32x scalblnf32x(_Float32x x, long n);
_Float32x nearbyintf32x(_Float32x x);
_Float32x roundf32x(_Float32x x);
_Float32x truncf32x(_Float32x x);
_Float32x remquof32x(_Float32x x, _Float32x y, int *quo);
long lrintf32x(_Float32x x);
long long llrintf32x(_Float32x x);
long lroundf32x(_Float32x x);
long long llroundf32x(_Float32x x);
_Float32x fdimf32x(_Float32x x, _Float32x y);
_Float32x fmaxf32x(_Float32x x, _Float32x y);
_Float32x fminf32x(_Float32x x, _Float32x y);
_Float32x fmaf32x(_Float32x x, _Float32x y, _Float32x z);
_Float32x roundevenf32x(_Float32x x);
__intmax_t fromfpf32x(_Float32x x, int round, unsigned int width);
__uintmax_t ufromfpf32x(_Float32x x, int round, unsigned int width);
__intmax_t fromfpxf32x(_Float32x x, int round, unsigned int width);
__uintmax_t ufromfpxf32x(_Float32x x, int round, unsigned int width);
int canonicalizef32x(_Float32x *cx, const _Float32x *x);
_Float32x fmaxmagf32x(_Float32x x, _Float32x y);
_Float32x fminmagf32x(_Float32x x, _Float32x y);
_Float32x fmaximumf32x(_Float32x x, _Float32x y);
_Float32x fminimumf32x(_Float32x x, _Float32x y);
_Float32x fmaximum_numf32x(_Float32x x, _Float32x y);
_Float32x fminimum_numf32x(_Float32x x, _Float32x y);
_Float32x fmaximum_magf32x(_Float32x x, _Float32x y);
_Float32x fminimum_magf32x(_Float32x x, _Float32x y);
_Float32x fmaximum_mag_numf32x(_Float32x x, _Float32x y);
_Float32x fminimum_mag_numf32x(_Float32x x, _Float32x y);
int totalorderf32x(const _Float32x *x, const _Float32x *y);
int totalordermagf32x(const _Float32x *x, const _Float32x *y);
_Float32x getpayloadf32x(const _Float32x *x);
int setpayloadf32x(_Float32x *x, _Float32x payload);
int setpayloadsigf32x(_Float32x *x, _Float32x payload);
_Float64x acosf64x(_Float64x x);
_Float64x asinf64x(_Float64x x);
_Float64x atanf64x(_Float64x x);
_Float64x atan2f64x(_Float64x y, _Float64x x);
_Float64x cosf64x(_Float64x x);
_Float64x sinf64x(_Float64x x);
_Float64x tanf64x(_Float64x x);
_Float64x coshf64x(_Float64x x);
_Float64x sinhf64x(_Float64x x);
_Float64x tanhf64x(_Float64x x);
void sincosf64x(_Float64x x, _Float64x *sinx, _Float64x *cosx);
_Float64x acoshf64x(_Float64x x);
_Float64x asinhf64x(_Float64x x);
_Float64x atanhf64x(_Float64x x);
_Float64x expf64x(_Float64x x);
_Float64x frexpf64x(_Float64x x, int *exponent);
_Float64x ldexpf64x(_Float64x x, int exponent);
_Float64x logf64x(_Float64x x);
_Float64x log10f64x(_Float64x x);
_Float64x modff64x(_Float64x x, _Float64x *iptr);
_Float64x exp10f64x(_Float64x x);
_Float64x expm1f64x(_Float64x x);
_Float64x log1pf64x(_Float64x x);
_Float64x logbf64x(_Float64x x);
_Float64x exp2f64x(_Float64x x);
_Float64x log2f64x(_Float64x x);
_Float64x powf64x(_Float64x x, _Float64x y);
_Float64x sqrtf64x(_Float64x x);
_Float64x hypotf64x(_Float64x x, _Float64x y);
_Float64x cbrtf64x(_Float64x x);
_Float64x ceilf64x(_Float64x x);
_Float64x fabsf64x(_Float64x x);
_Float64x floorf64x(_Float64x x);
_Float64x fmodf64x(_Float64x x, _Float64x y);
_Float64x copysignf64x(_Float64x x, _Float64x y);
_Float64x nanf64x(const char *tagb);
_Float64x j0f64x(_Float64x);
_Float64x j1f64x(_Float64x);
_Float64x jnf64x(int, _Float64x);
_Float64x y0f64x(_Float64x);
_Float64x y1f64x(_Float64x);
_Float64x ynf64x(int, _Float64x);
_Float64x erff64x(_Float64x);
_Float64x erfcf64x(_Float64x);
_Float64x lgammaf64x(_Float64x);
_Float64x tgammaf64x(_Float64x);
_Float64x lgammaf64x_r(_Float64x, int *signgamp);
_Float64x rintf64x(_Float64x x);
_Float64x nextafterf64x(_Float64x x, _Float64x y);
_Float64x nextdownf64x(_Float64x x);
_Float64x nextupf64x(_Float64x x);
_Float64x remainderf64x(_Float64x x, _Float64x y);
_Float64x scalbnf64x(_Float64x x, int n);
int ilogbf64x(_Float64x x);
long llogbf64x(_Float64x x);
_Float64x scalblnf64x(_Float64x x, long n);
_Float64x nearbyintf64x(_Float64x x);
_Float64x roundf64x(_Float64x x);
_Float64x truncf64x(_Float64x x);
_Float64x remquof64x(_Float64x x, _Float64x y, int *quo);
long lrintf64x(_Float64x x);
long long llrintf64x(_Float64x x);
long lroundf64x(_Float64x x);
long long llroundf64x(_Float64x x);
_Float64x fdimf64x(_Float64x x, _Float64x y);
_Float64x fmaxf64x(_Float64x x, _Float64x y);
_Float64x fminf64x(_Float64x x, _Float64x y);
_Float64x fmaf64x(_Float64x x, _Float64x y, _Float64x z);
_Float64x roundevenf64x(_Float64x x);
__intmax_t fromfpf64x(_Float64x x, int round, unsigned int width);
__uintmax_t ufromfpf64x(_Float64x x, int round, unsigned int width);
__intmax_t fromfpxf64x(_Float64x x, int round, unsigned int width);
__uintmax_t ufromfpxf64x(_Float64x x, int round, unsigned int width);
int canonicalizef64x(_Float64x *cx, const _Float64x *x);
_Float64x fmaxmagf64x(_Float64x x, _Float64x y);
_Float64x fminmagf64x(_Float64x x, _Float64x y);
_Float64x fmaximumf64x(_Float64x x, _Float64x y);
_Float64x fminimumf64x(_Float64x x, _Float64x y);
_Float64x fmaximum_numf64x(_Float64x x, _Float64x y);
_Float64x fminimum_numf64x(_Float64x x, _Float64x y);
_Float64x fmaximum_magf64x(_Float64x x, _Float64x y);
_Float64x fminimum_magf64x(_Float64x x, _Float64x y);
_Float64x fmaximum_mag_numf64x(_Float64x x, _Float64x y);
_Float64x fminimum_mag_numf64x(_Float64x x, _Float64x y);
int totalorderf64x(const _Float64x *x, const _Float64x *y);
int totalordermagf64x(const _Float64x *x, const _Float64x *y);
_Float64x getpayloadf64x(const _Float64x *x);
int setpayloadf64x(_Float64x *x, _Float64x payload);
int setpayloadsigf64x(_Float64x *x, _Float64x payload);
float fadd(double x, double y);
float fdiv(double x, double y);
float ffma(double x, double y, double z);
float fmul(double x, double y);
float fsqrt(double x);
float fsub(double x, double y);
float faddl(long double x, long double y);
float fdivl(long double x, long double y);
float ffmal(long double x, long double y, long double z);
float fmull(long double x, long double y);
float fsqrtl(long double x);
float fsubl(long double x, long double y);
double daddl(long double x, long double y);
double ddivl(long double x, long double y);
double dfmal(long double x, long double y, long double z);
double dmull(long double x, long double y);
double dsqrtl(long double x);
double dsubl(long double x, long double y);
_Float32 f32addf32x(_Float32x x, _Float32x y);
_Float32 f32divf32x(_Float32x x, _Float32x y);
_Float32 f32fmaf32x(_Float32x x, _Float32x y, _Float32x z);
_Float32 f32mulf32x(_Float32x x, _Float32x y);
_Float32 f32sqrtf32x(_Float32x x);
_Float32 f32subf32x(_Float32x x, _Float32x y);
_Float32 f32addf64(_Float64 x, _Float64 y);
_Float32 f32divf64(_Float64 x, _Float64 y);
_Float32 f32fmaf64(_Float64 x, _Float64 y, _Float64 z);
_Float32 f32mulf64(_Float64 x, _Float64 y);
_Float32 f32sqrtf64(_Float64 x);
_Float32 f32subf64(_Float64 x, _Float64 y);
_Float32 f32addf64x(_Float64x x, _Float64x y);
_Float32 f32divf64x(_Float64x x, _Float64x y);
_Float32 f32fmaf64x(_Float64x x, _Float64x y, _Float64x z);
_Float32 f32mulf64x(_Float64x x, _Float64x y);
_Float32 f32sqrtf64x(_Float64x x);
_Float32 f32subf64x(_Float64x x, _Float64x y);
_Float32 f32addf128(_Float128 x, _Float128 y);
_Float32 f32divf128(_Float128 x, _Float128 y);
_Float32 f32fmaf128(_Float128 x, _Float128 y, _Float128 z);
_Float32 f32mulf128(_Float128 x, _Float128 y);
_Float32 f32sqrtf128(_Float128 x);
_Float32 f32subf128(_Float128 x, _Float128 y);
_Float32x f32xaddf64(_Float64 x, _Float64 y);
_Float32x f32xdivf64(_Float64 x, _Float64 y);
_Float32x f32xfmaf64(_Float64 x, _Float64 y, _Float64 z);
_Float32x f32xmulf64(_Float64 x, _Float64 y);
_Float32x f32xsqrtf64(_Float64 x);
_Float32x f32xsubf64(_Float64 x, _Float64 y);
_Float32x f32xaddf64x(_Float64x x, _Float64x y);
_Float32x f32xdivf64x(_Float64x x, _Float64x y);
_Float32x f32xfmaf64x(_Float64x x, _Float64x y, _Float64x z);
_Float32x f32xmulf64x(_Float64x x, _Float64x y);
_Float32x f32xsqrtf64x(_Float64x x);
_Float32x f32xsubf64x(_Float64x x, _Float64x y);
_Float32x f32xaddf128(_Float128 x, _Float128 y);
_Float32x f32xdivf128(_Float128 x, _Float128 y);
_Float32x f32xfmaf128(_Float128 x, _Float128 y, _Float128 z);
_Float32x f32xmulf128(_Float128 x, _Float128 y);
_Float32x f32xsqrtf128(_Float128 x);
_Float32x f32xsubf128(_Float128 x, _Float128 y);
_Float64 f64addf64x(_Float64x x, _Float64x y);
_Float64 f64divf64x(_Float64x x, _Float64x y);
_Float64 f64fmaf64x(_Float64x x, _Float64x y, _Float64x z);
_Float64 f64mulf64x(_Float64x x, _Float64x y);
_Float64 f64sqrtf64x(_Float64x x);
_Float64 f64subf64x(_Float64x x, _Float64x y);
_Float64 f64addf128(_Float128 x, _Float128 y);
_Float64 f64divf128(_Float128 x, _Float128 y);
_Float64 f64fmaf128(_Float128 x, _Float128 y, _Float128 z);
_Float64 f64mulf128(_Float128 x, _Float128 y);
_Float64 f64sqrtf128(_Float128 x);
_Float64 f64subf128(_Float128 x, _Float128 y);
_Float64x f64xaddf128(_Float128 x, _Float128 y);
_Float64x f64xdivf128(_Float128 x, _Float128 y);
_Float64x f64xfmaf128(_Float128 x, _Float128 y, _Float128 z);
_Float64x f64xmulf128(_Float128 x, _Float128 y);
_Float64x f64xsqrtf128(_Float128 x);
_Float64x f64xsubf128(_Float128 x, _Float128 y);
extern int signgam;
enum {
  FP_NAN = 0,
  FP_INFINITE = 1,
  FP_ZERO = 2,
  FP_SUBNORMAL = 3,
  FP_NORMAL = 4,
};
int __iscanonicall(long double x);
double _Complex cacos(double _Complex z);
double _Complex casin(double _Complex z);
double _Complex catan(double _Complex z);
double _Complex ccos(double _Complex z);
double _Complex csin(double _Complex z);
double _Complex ctan(double _Complex z);
double _Complex cacosh(double _Complex z);
double _Complex casinh(double _Complex z);
double _Complex catanh(double _Complex z);
double _Complex ccosh(double _Complex z);
double _Complex csinh(double _Complex z);
double _Complex ctanh(double _Complex z);
double _Complex cexp(double _Complex z);
double _Complex clog(double _Complex z);
double _Complex clog10(double _Complex z);
double _Complex __clog10(double _Complex z);
double _Complex cpow(double _Complex x, double _Complex y);
double _Complex csqrt(double _Complex z);
double cabs(double _Complex z);
double carg(double _Complex z);
double _Complex conj(double _Complex z);
double _Complex cproj(double _Complex z);
double cimag(double _Complex z);
double creal(double _Complex z);
float _Complex cacosf(float _Complex z);
float _Complex casinf(float _Complex z);
float _Complex catanf(float _Complex z);
float _Complex ccosf(float _Complex z);
float _Complex csinf(float _Complex z);
float _Complex ctanf(float _Complex z);
float _Complex cacoshf(float _Complex z);
float _Complex casinhf(float _Complex z);
float _Complex catanhf(float _Complex z);
float _Complex ccoshf(float _Complex z);
float _Complex csinhf(float _Complex z);
float _Complex ctanhf(float _Complex z);
float _Complex cexpf(float _Complex z);
float _Complex clogf(float _Complex z);
float _Complex clog10f(float _Complex z);
float _Complex __clog10f(float _Complex z);
float _Complex cpowf(float _Complex x, float _Complex y);
float _Complex csqrtf(float _Complex z);
float cabsf(float _Complex z);
float cargf(float _Complex z);
float _Complex conjf(float _Complex z);
float _Complex cprojf(float _Complex z);
float cimagf(float _Complex z);
float crealf(float _Complex z);
long double _Complex cacosl(long double _Complex z);
long double _Complex casinl(long double _Complex z);
long double _Complex catanl(long double _Complex z);
long double _Complex ccosl(long double _Complex z);
long double _Complex csinl(long double _Complex z);
long double _Complex ctanl(long double _Complex z);
long double _Complex cacoshl(long double _Complex z);
long double _Complex casinhl(long double _Complex z);
long double _Complex catanhl(long double _Complex z);
long double _Complex ccoshl(long double _Complex z);
long double _Complex csinhl(long double _Complex z);
long double _Complex ctanhl(long double _Complex z);
long double _Complex cexpl(long double _Complex z);
long double _Complex clogl(long double _Complex z);
long double _Complex clog10l(long double _Complex z);
long double _Complex __clog10l(long double _Complex z);
long double _Complex cpowl(long double _Complex x, long double _Complex y);
long double _Complex csqrtl(long double _Complex z);
long double cabsl(long double _Complex z);
long double cargl(long double _Complex z);
long double _Complex conjl(long double _Complex z);
long double _Complex cprojl(long double _Complex z);
long double cimagl(long double _Complex z);
long double creall(long double _Complex z);
_Float32 _Complex cacosf32(_Float32 _Complex z);
_Float32 _Complex casinf32(_Float32 _Complex z);
_Float32 _Complex catanf32(_Float32 _Complex z);
_Float32 _Complex ccosf32(_Float32 _Complex z);
_Float32 _Complex csinf32(_Float32 _Complex z);
_Float32 _Complex ctanf32(_Float32 _Complex z);
_Float32 _Complex cacoshf32(_Float32 _Complex z);
_Float32 _Complex casinhf32(_Float32 _Complex z);
_Float32 _Complex catanhf32(_Float32 _Complex z);
_Float32 _Complex ccoshf32(_Float32 _Complex z);
_Float32 _Complex csinhf32(_Float32 _Complex z);
_Float32 _Complex ctanhf32(_Float32 _Complex z);
_Float32 _Complex cexpf32(_Float32 _Complex z);
_Float32 _Complex clogf32(_Float32 _Complex z);
_Float32 _Complex clog10f32(_Float32 _Complex z);
_Float32 _Complex cpowf32(_Float32 _Complex x, _Float32 _Complex y);
_Float32 _Complex csqrtf32(_Float32 _Complex z);
_Float32 cabsf32(_Float32 _Complex z);
_Float32 cargf32(_Float32 _Complex z);
_Float32 _Complex conjf32(_Float32 _Complex z);
_Float32 _Complex cprojf32(_Float32 _Complex z);
_Float32 cimagf32(_Float32 _Complex z);
_Float32 crealf32(_Float32 _Complex z);
_Float64 _Complex cacosf64(_Float64 _Complex z);
_Float64 _Complex casinf64(_Float64 _Complex z);
_Float64 _Complex catanf64(_Float64 _Complex z);
_Float64 _Complex ccosf64(_Float64 _Complex z);
_Float64 _Complex csinf64(_Float64 _Complex z);
_Float64 _Complex ctanf64(_Float64 _Complex z);
_Float64 _Complex cacoshf64(_Float64 _Complex z);
_Float64 _Complex casinhf64(_Float64 _Complex z);
_Float64 _Complex catanhf64(_Float64 _Complex z);
_Float64 _Complex ccoshf64(_Float64 _Complex z);
_Float64 _Complex csinhf64(_Float64 _Complex z);
_Float64 _Complex ctanhf64(_Float64 _Complex z);
_Float64 _Complex cexpf64(_Float64 _Complex z);
_Float64 _Complex clogf64(_Float64 _Complex z);
_Float64 _Complex clog10f64(_Float64 _Complex z);
_Float64 _Complex cpowf64(_Float64 _Complex x, _Float64 _Complex y);
_Float64 _Complex csqrtf64(_Float64 _Complex z);
_Float64 cabsf64(_Float64 _Complex z);
_Float64 cargf64(_Float64 _Complex z);
_Float64 _Complex conjf64(_Float64 _Complex z);
_Float64 _Complex cprojf64(_Float64 _Complex z);
_Float64 cimagf64(_Float64 _Complex z);
_Float64 crealf64(_Float64 _Complex z);
_Float128 _Complex cacosf128(_Float128 _Complex z);
_Float128 _Complex casinf128(_Float128 _Complex z);
_Float128 _Complex catanf128(_Float128 _Complex z);
_Float128 _Complex ccosf128(_Float128 _Complex z);
_Float128 _Complex csinf128(_Float128 _Complex z);
_Float128 _Complex ctanf128(_Float128 _Complex z);
_Float128 _Complex cacoshf128(_Float128 _Complex z);
_Float128 _Complex casinhf128(_Float128 _Complex z);
_Float128 _Complex catanhf128(_Float128 _Complex z);
_Float128 _Complex ccoshf128(_Float128 _Complex z);
_Float128 _Complex csinhf128(_Float128 _Complex z);
_Float128 _Complex ctanhf128(_Float128 _Complex z);
_Float128 _Complex cexpf128(_Float128 _Complex z);
_Float128 _Complex clogf128(_Float128 _Complex z);
_Float128 _Complex clog10f128(_Float128 _Complex z);
_Float128 _Complex cpowf128(_Float128 _Complex x, _Float128 _Complex y);
_Float128 _Complex csqrtf128(_Float128 _Complex z);
_Float128 cabsf128(_Float128 _Complex z);
_Float128 cargf128(_Float128 _Complex z);
_Float128 _Complex conjf128(_Float128 _Complex z);
_Float128 _Complex cprojf128(_Float128 _Complex z);
_Float128 cimagf128(_Float128 _Complex z);
_Float128 crealf128(_Float128 _Complex z);
_Float32x _Complex cacosf32x(_Float32x _Complex z);
_Float32x _Complex casinf32x(_Float32x _Complex z);
_Float32x _Complex catanf32x(_Float32x _Complex z);
_Float32x _Complex ccosf32x(_Float32x _Complex z);
_Float32x _Complex csinf32x(_Float32x _Complex z);
_Float32x _Complex ctanf32x(_Float32x _Complex z);
_Float32x _Complex cacoshf32x(_Float32x _Complex z);
_Float32x _Complex casinhf32x(_Float32x _Complex z);
_Float32x _Complex catanhf32x(_Float32x _Complex z);
_Float32x _Complex ccoshf32x(_Float32x _Complex z);
_Float32x _Complex csinhf32x(_Float32x _Complex z);
_Float32x _Complex ctanhf32x(_Float32x _Complex z);
_Float32x _Complex cexpf32x(_Float32x _Complex z);
_Float32x _Complex clogf32x(_Float32x _Complex z);
_Float32x _Complex clog10f32x(_Float32x _Complex z);
_Float32x _Complex cpowf32x(_Float32x _Complex x, _Float32x _Complex y);
_Float32x _Complex csqrtf32x(_Float32x _Complex z);
_Float32x cabsf32x(_Float32x _Complex z);
_Float32x cargf32x(_Float32x _Complex z);
_Float32x _Complex conjf32x(_Float32x _Complex z);
_Float32x _Complex cprojf32x(_Float32x _Complex z);
_Float32x cimagf32x(_Float32x _Complex z);
_Float32x crealf32x(_Float32x _Complex z);
_Float64x _Complex cacosf64x(_Float64x _Complex z);
_Float64x _Complex casinf64x(_Float64x _Complex z);
_Float64x _Complex catanf64x(_Float64x _Complex z);
_Float64x _Complex ccosf64x(_Float64x _Complex z);
_Float64x _Complex csinf64x(_Float64x _Complex z);
_Float64x _Complex ctanf64x(_Float64x _Complex z);
_Float64x _Complex cacoshf64x(_Float64x _Complex z);
_Float64x _Complex casinhf64x(_Float64x _Complex z);
_Float64x _Complex catanhf64x(_Float64x _Complex z);
_Float64x _Complex ccoshf64x(_Float64x _Complex z);
_Float64x _Complex csinhf64x(_Float64x _Complex z);
_Float64x _Complex ctanhf64x(_Float64x _Complex z);
_Float64x _Complex cexpf64x(_Float64x _Complex z);
_Float64x _Complex clogf64x(_Float64x _Complex z);
_Float64x _Complex clog10f64x(_Float64x _Complex z);
_Float64x _Complex cpowf64x(_Float64x _Complex x, _Float64x _Complex y);
_Float64x _Complex csqrtf64x(_Float64x _Complex z);
_Float64x cabsf64x(_Float64x _Complex z);
_Float64x cargf64x(_Float64x _Complex z);
_Float64x _Complex conjf64x(_Float64x _Complex z);
_Float64x _Complex cprojf64x(_Float64x _Complex z);
_Float64x cimagf64x(_Float64x _Complex z);
_Float64x crealf64x(_Float64x _Complex z);
enum {
  FE_INVALID = 1,
  __FE_DENORM = 2,
  FE_DIVBYZERO = 4,
  FE_OVERFLOW = 8,
  FE_UNDERFLOW = 16,
  FE_INEXACT = 32,
};
enum {
  FE_TONEAREST = 0,
  FE_DOWNWARD = 1024,
  FE_UPWARD = 2048,
  FE_TOWARDZERO = 3072,
};
typedef struct {
  unsigned short __control_word;
  unsigned short __glibc_reserved1;
  unsigned short __status_word;
  unsigned short __glibc_reserved2;
  unsigned short __tags;
  unsigned short __glibc_reserved3;
  unsigned int __eip;
  unsigned short __cs_selector;
  unsigned int __opcode : 11;
  unsigned int __glibc_reserved4 : 5;
  unsigned int __data_offset;
  unsigned short __data_selector;
  unsigned short __glibc_reserved5;
  unsigned int __mxcsr;
} fenv_t;
typedef struct {
  unsigned short __control_word;
  unsigned short __glibc_reserved;
  unsigned int __mxcsr;
} femode_t;
int feclearexcept(int excepts);
int fegetexceptflag(fexcept_t *flagp, int excepts);
int feraiseexcept(int excepts);
int fesetexcept(int excepts);
int fesetexceptflag(const fexcept_t *flagp, int excepts);
int fetestexcept(int excepts);
int fetestexceptflag(const fexcept_t *flagp, int excepts);
int fegetround(void);
int fesetround(int rounding_direction);
[[sonde::success("result == 0")]] int fegetenv([[sonde::out]] fenv_t *envp);
[[sonde::success("result == 0")]] int feholdexcept([[sonde::out]] fenv_t *envp);
[[sonde::success("result == 0")]] int fesetenv([[sonde::in]] const fenv_t *envp);
int feupdateenv(const fenv_t *envp);
int fegetmode(femode_t *modep);
int fesetmode(const femode_t *modep);
int feenableexcept(int excepts);
int fedisableexcept(int excepts);
int fegetexcept(void);
#define linux 1
#define unix 1
#define HUGE_VAL (__builtin_huge_val())
#define HUGE_VALF (__builtin_huge_valf())
#define HUGE_VALL (__builtin_huge_vall())
#define HUGE_VAL_F32 (__builtin_huge_valf32())
#define HUGE_VAL_F64 (__builtin_huge_valf64())
#define HUGE_VAL_F128 (__builtin_huge_valf128())
#define HUGE_VAL_F32X (__builtin_huge_valf32x())
#define HUGE_VAL_F64X (__builtin_huge_valf64x())
#define INFINITY (__builtin_inff())
#define NAN (__builtin_nanf(""))
#define FP_ILOGB0 (-2147483647 - 1)
#define FP_ILOGBNAN (-2147483647 - 1)
#define FP_LLOGB0 (-9223372036854775807l - 1)
#define FP_LLOGBNAN (-9223372036854775807l - 1)
#define MATH_ERRNO 1
#define MATH_ERREXCEPT 2
#define math_errhandling 3
#define MAXFLOAT 3.40282347e+38f
#define M_E 2.7182818284590452354
#define M_LOG2E 1.4426950408889634074
#define M_LOG10E 0.43429448190325182765
#define M_LN2 0.69314718055994530942
#define M_LN10 2.30258509299404568402
#define M_PI 3.14159265358979323846
#define M_PI_2 1.57079632679489661923
#define M_PI_4 0.78539816339744830962
#define M_1_PI 0.31830988618379067154
#define M_2_PI 0.63661977236758134308
#define M_2_SQRTPI 1.12837916709551257390
#define M_SQRT2 1.41421356237309504880
#define M_SQRT1_2 0.70710678118654752440
#define M_Ef 2.7182818284590452354f
#define M_LOG2Ef 1.4426950408889634074f
#define M_LOG10Ef 0.43429448190325182765f
#define M_LN2f 0.69314718055994530942f
#define M_LN10f 2.30258509299404568402f
#define M_PIf 3.14159265358979323846f
#define M_PI_2f 1.57079632679489661923f
#define M_PI_4f 0.78539816339744830962f
#define M_1_PIf 0.31830988618379067154f
#define M_2_PIf 0.63661977236758134308f
#define M_2_SQRTPIf 1.12837916709551257390f
#define M_SQRT2f 1.41421356237309504880f
#define M_SQRT1_2f 0.70710678118654752440f
#define M_El 2.718281828459045235360287471352662498L
#define M_LOG2El 1.442695040888963407359924681001892137L
#define M_LOG10El 0.434294481903251827651128918916605082L
#define M_LN2l 0.693147180559945309417232121458176568L
#define M_LN10l 2.302585092994045684017991454684364208L
#define M_PIl 3.141592653589793238462643383279502884L
#define M_PI_2l 1.570796326794896619231321691639751442L
#define M_PI_4l 0.785398163397448309615660845819875721L
#define M_1_PIl 0.318309886183790671537767526745028724L
#define M_2_PIl 0.636619772367581343075535053490057448L
#define M_2_SQRTPIl 1.128379167095512573896158903121545172L
#define M_SQRT2l 1.414213562373095048801688724209698079L
#define M_SQRT1_2l 0.707106781186547524400844362104849039L
#define M_Ef32 2.718281828459045235360287471352662498f32
#define M_LOG2Ef32 1.442695040888963407359924681001892137f32
#define M_LOG10Ef32 0.434294481903251827651128918916605082f32
#define M_LN2f32 0.693147180559945309417232121458176568f32
#define M_LN10f32 2.302585092994045684017991454684364208f32
#define M_PIf32 3.141592653589793238462643383279502884f32
#define M_PI_2f32 1.570796326794896619231321691639751442f32
#define M_PI_4f32 0.785398163397448309615660845819875721f32
#define M_1_PIf32 0.318309886183790671537767526745028724f32
#define M_2_PIf32 0.636619772367581343075535053490057448f32
#define M_2_SQRTPIf32 1.128379167095512573896158903121545172f32
#define M_SQRT2f32 1.414213562373095048801688724209698079f32
#define M_SQRT1_2f32 0.707106781186547524400844362104849039f32
#define M_Ef64 2.718281828459045235360287471352662498f64
#define M_LOG2Ef64 1.442695040888963407359924681001892137f64
#define M_LOG10Ef64 0.434294481903251827651128918916605082f64
#define M_LN2f64 0.693147180559945309417232121458176568f64
#define M_LN10f64 2.302585092994045684017991454684364208f64
#define M_PIf64 3.141592653589793238462643383279502884f64
#define M_PI_2f64 1.570796326794896619231321691639751442f64
#define M_PI_4f64 0.785398163397448309615660845819875721f64
#define M_1_PIf64 0.318309886183790671537767526745028724f64
#define M_2_PIf64 0.636619772367581343075535053490057448f64
#define M_2_SQRTPIf64 1.128379167095512573896158903121545172f64
#define M_SQRT2f64 1.414213562373095048801688724209698079f64
#define M_SQRT1_2f64 0.707106781186547524400844362104849039f64
#define M_Ef128 2.718281828459045235360287471352662498f128
#define M_LOG2Ef128 1.442695040888963407359924681001892137f128
#define M_LOG10Ef128 0.434294481903251827651128918916605082f128
#define M_LN2f128 0.693147180559945309417232121458176568f128
#define M_LN10f128 2.302585092994045684017991454684364208f128
#define M_PIf128 3.141592653589793238462643383279502884f128
#define M_PI_2f128 1.570796326794896619231321691639751442f128
#define M_PI_4f128 0.785398163397448309615660845819875721f128
#define M_1_PIf128 0.318309886183790671537767526745028724f128
#define M_2_PIf128 0.636619772367581343075535053490057448f128
#define M_2_SQRTPIf128 1.128379167095512573896158903121545172f128
#define M_SQRT2f128 1.414213562373095048801688724209698079f128
#define M_SQRT1_2f128 0.707106781186547524400844362104849039f128
#define M_Ef32x 2.718281828459045235360287471352662498f32x
#define M_LOG2Ef32x 1.442695040888963407359924681001892137f32x
#define M_LOG10Ef32x 0.434294481903251827651128918916605082f32x
#define M_LN2f32x 0.693147180559945309417232121458176568f32x
#define M_LN10f32x 2.302585092994045684017991454684364208f32x
#define M_PIf32x 3.141592653589793238462643383279502884f32x
#define M_PI_2f32x 1.570796326794896619231321691639751442f32x
#define M_PI_4f32x 0.785398163397448309615660845819875721f32x
#define M_1_PIf32x 0.318309886183790671537767526745028724f32x
#define M_2_PIf32x 0.636619772367581343075535053490057448f32x
#define M_2_SQRTPIf32x 1.128379167095512573896158903121545172f32x
#define M_SQRT2f32x 1.414213562373095048801688724209698079f32x
#define M_SQRT1_2f32x 0.707106781186547524400844362104849039f32x
#define M_Ef64x 2.718281828459045235360287471352662498f64x
#define M_LOG2Ef64x 1.442695040888963407359924681001892137f64x
#define M_LOG10Ef64x 0.434294481903251827651128918916605082f64x
#define M_LN2f64x 0.693147180559945309417232121458176568f64x
#define M_LN10f64x 2.302585092994045684017991454684364208f64x
#define M_PIf64x 3.141592653589793238462643383279502884f64x
#define M_PI_2f64x 1.570796326794896619231321691639751442f64x
#define M_PI_4f64x 0.785398163397448309615660845819875721f64x
#define M_1_PIf64x 0.318309886183790671537767526745028724f64x
#define M_2_PIf64x 0.636619772367581343075535053490057448f64x
#define M_2_SQRTPIf64x 1.128379167095512573896158903121545172f64x
#define M_SQRT2f64x 1.414213562373095048801688724209698079f64x
#define M_SQRT1_2f64x 0.707106781186547524400844362104849039f64x
#define FE_ALL_EXCEPT 61
#define FE_DFL_ENV ((const fenv_t *)-1)
#define FE_NOMASK_ENV ((const fenv_t *)-2)
#define FE_DFL_MODE ((const femode_t *)-1l)
