// C declarations for sonde; C and C++ compilers take this file too.
#pragma sonde library "libz.so.1"
#include <stdarg.h>
#include <stddef.h>

typedef size_t z_size_t;
typedef unsigned char Byte;
typedef unsigned int uInt;
typedef unsigned long uLong;
typedef Byte Bytef;
typedef uLong uLongf;
typedef unsigned int z_crc_t;
typedef long off_t;
typedef const void *voidpc;
typedef void *voidpf;
typedef void *voidp;
typedef voidpf (*alloc_func)(voidpf opaque, uInt items, uInt size);
typedef void (*free_func)(voidpf opaque, voidpf address);
struct internal_state;
struct z_stream_s {
  Bytef *next_in;
  uInt avail_in;
  uLong total_in;
  Bytef *next_out;
  uInt avail_out;
  uLong total_out;
  char *msg;
  struct internal_state *state;
  alloc_func zalloc;
  free_func zfree;
  voidpf opaque;
  int data_type;
  uLong adler;
  uLong reserved;
};
typedef struct z_stream_s z_stream;
typedef z_stream *z_streamp;
struct gz_header_s {
  int text;
  uLong time;
  int xflags;
  int os;
  Bytef *extra;
  uInt extra_len;
  uInt extra_max;
  Bytef *name;
  uInt name_max;
  Bytef *comment;
  uInt comm_max;
  int hcrc;
  int done;
};
typedef struct gz_header_s gz_header;
typedef gz_header *gz_headerp;
[[sonde::borrowed, sonde::string]] const char *zlibVersion(void);
[[sonde::success("result == Z_OK || result == Z_STREAM_END"), sonde::error("strm->msg")]]
int deflate([[sonde::inout]] z_streamp strm, int flush);
[[sonde::success("result == Z_OK")]]
int deflateEnd([[sonde::inout]] z_streamp strm);
[[sonde::success("result == Z_OK || result == Z_STREAM_END"), sonde::error("strm->msg")]]
int inflate([[sonde::inout]] z_streamp strm, int flush);
[[sonde::success("result == Z_OK")]]
int inflateEnd([[sonde::inout]] z_streamp strm);
int deflateSetDictionary(z_streamp strm, const Bytef *dictionary, uInt dictLength);
int deflateGetDictionary(z_streamp strm, Bytef *dictionary, uInt *dictLength);
int deflateCopy(z_streamp dest, z_streamp source);
int deflateReset(z_streamp strm);
int deflateParams(z_streamp strm, int level, int strategy);
int deflateTune(z_streamp strm, int good_length, int max_lazy, int nice_length, int max_chain);
uLong deflateBound(z_streamp strm, uLong sourceLen);
int deflatePending(z_streamp strm, unsigned int *pending, int *bits);
int deflatePrime(z_streamp strm, int bits, int value);
int deflateSetHeader(z_streamp strm, gz_headerp head);
int inflateSetDictionary(z_streamp strm, const Bytef *dictionary, uInt dictLength);
int inflateGetDictionary(z_streamp strm, Bytef *dictionary, uInt *dictLength);
int inflateSync(z_streamp strm);
int inflateCopy(z_streamp dest, z_streamp source);
int inflateReset(z_streamp strm);
int inflateReset2(z_streamp strm, int windowBits);
int inflatePrime(z_streamp strm, int bits, int value);
long inflateMark(z_streamp strm);
int inflateGetHeader(z_streamp strm, gz_headerp head);
typedef unsigned int (*in_func)(void *, unsigned char **);
typedef int (*out_func)(void *, unsigned char *, unsigned int);
int inflateBack(z_streamp strm, in_func in, void *in_desc, out_func out, void *out_desc);
int inflateBackEnd(z_streamp strm);
uLong zlibCompileFlags(void);
[[sonde::success("result == Z_OK"), sonde::error("zError(result)")]]
int compress([[sonde::out, sonde::bytes("*destLen")]] Bytef *dest,
    [[sonde::inout]] uLongf *destLen, [[sonde::in, sonde::bytes("sourceLen")]] const Bytef *source,
    uLong sourceLen);
[[sonde::success("result == Z_OK"), sonde::error("zError(result)")]]
int compress2([[sonde::out, sonde::bytes("*destLen")]] Bytef *dest,
    [[sonde::inout]] uLongf *destLen, [[sonde::in, sonde::bytes("sourceLen")]] const Bytef *source,
    uLong sourceLen, int level);
[[sonde::note("the most bytes that compress can need for so many"),
  sonde::example("compressBound(100)", "113")]]
uLong compressBound(uLong sourceLen);
[[sonde::success("result == Z_OK"), sonde::error("zError(result)")]]
int uncompress([[sonde::out, sonde::bytes("*destLen")]] Bytef *dest,
    [[sonde::inout]] uLongf *destLen, [[sonde::in, sonde::bytes("sourceLen")]] const Bytef *source,
    uLong sourceLen);
[[sonde::success("result == Z_OK"), sonde::error("zError(result)")]]
int uncompress2([[sonde::out, sonde::bytes("*destLen")]] Bytef *dest,
    [[sonde::inout]] uLongf *destLen, [[sonde::in, sonde::bytes("*sourceLen")]] const Bytef *source,
    [[sonde::inout]] uLong *sourceLen);
[[sonde::handle, sonde::create("gzopen"), sonde::destroy("gzclose")]]
typedef struct gzFile_s *gzFile;
gzFile gzdopen(int fd, const char *mode);
int gzbuffer(gzFile file, unsigned int size);
int gzsetparams(gzFile file, int level, int strategy);
[[sonde::success("result >= 0"), sonde::blocking]]
int gzread(gzFile file, [[sonde::out, sonde::bytes("len")]] voidp buf, unsigned int len);
z_size_t gzfread(voidp buf, z_size_t size, z_size_t nitems, gzFile file);
[[sonde::success("result > 0 || len == 0"), sonde::blocking]]
int gzwrite(gzFile file, [[sonde::in, sonde::bytes("len")]] voidpc buf, unsigned int len);
z_size_t gzfwrite(voidpc buf, z_size_t size, z_size_t nitems, gzFile file);
int gzprintf(gzFile file, const char *format, ...);
[[sonde::success("result >= 0"), sonde::blocking]]
int gzputs(gzFile file, [[sonde::string]] const char *s);
[[sonde::success("result != 0"), sonde::blocking]]
char *gzgets(gzFile file, [[sonde::out, sonde::bytes("len"), sonde::string]] char *buf, int len);
int gzputc(gzFile file, int c);
int gzgetc(gzFile file);
int gzungetc(int c, gzFile file);
int gzflush(gzFile file, int flush);
int gzrewind(gzFile file);
int gzeof(gzFile file);
int gzdirect(gzFile file);
[[sonde::success("result == Z_OK"), sonde::blocking]]
int gzclose([[sonde::takes]] gzFile file);
int gzclose_r(gzFile file);
int gzclose_w(gzFile file);
[[sonde::borrowed, sonde::string]]
const char *gzerror(gzFile file, [[sonde::out, sonde::nullable]] int *errnum);
void gzclearerr(gzFile file);
[[sonde::example("adler32(1, \"hello\", 5)", "103547413")]]
uLong adler32(uLong adler, [[sonde::in, sonde::nullable, sonde::bytes("len")]] const Bytef *buf,
    uInt len);
uLong adler32_z(uLong adler, [[sonde::in, sonde::nullable, sonde::bytes("len")]] const Bytef *buf,
    z_size_t len);
[[sonde::example("crc32(0, \"hello\", 5)", "907060870")]]
uLong crc32(uLong crc, [[sonde::in, sonde::nullable, sonde::bytes("len")]] const Bytef *buf,
    uInt len);
uLong crc32_z(uLong crc, [[sonde::in, sonde::nullable, sonde::bytes("len")]] const Bytef *buf,
    z_size_t len);
uLong crc32_combine_op(uLong crc1, uLong crc2, uLong op);
[[sonde::success("result == Z_OK"), sonde::note("stream_size is sizeof(z_stream)")]]
int deflateInit_([[sonde::inout]] z_streamp strm, int level, [[sonde::string]] const char *version,
    int stream_size);
[[sonde::success("result == Z_OK"), sonde::note("stream_size is sizeof(z_stream)")]]
int inflateInit_([[sonde::inout]] z_streamp strm, [[sonde::string]] const char *version,
    int stream_size);
int deflateInit2_(z_streamp strm, int level, int method, int windowBits, int memLevel, int strategy,
    const char *version, int stream_size);
int inflateInit2_(z_streamp strm, int windowBits, const char *version, int stream_size);
int inflateBackInit_(z_streamp strm, int windowBits, unsigned char *window, const char *version,
    int stream_size);
struct gzFile_s {
  unsigned int have;
  unsigned char *next;
  off_t pos;
};
int gzgetc_(gzFile file);
[[sonde::owned("gzclose"), sonde::success("result != 0"), sonde::blocking]]
gzFile gzopen([[sonde::string]] const char *path, [[sonde::string]] const char *mode);
off_t gzseek(gzFile, off_t, int);
off_t gztell(gzFile);
off_t gzoffset(gzFile);
uLong adler32_combine(uLong, uLong, off_t);
uLong crc32_combine(uLong, uLong, off_t);
uLong crc32_combine_gen(off_t);
[[sonde::borrowed, sonde::string, sonde::example("zError(-3)", "\"data error\"")]]
const char *zError(int err);
int inflateSyncPoint(z_streamp);
const z_crc_t *get_crc_table(void);
int inflateUndermine(z_streamp, int);
int inflateValidate(z_streamp, int);
unsigned long inflateCodesUsed(z_streamp);
int inflateResetKeep(z_streamp);
int deflateResetKeep(z_streamp);
int gzvprintf(gzFile file, const char *format, va_list va);
#define MAX_MEM_LEVEL 9
#define MAX_WBITS 15
#define ZLIB_VERSION "1.2.13"
#define ZLIB_VERNUM 4816
#define ZLIB_VER_MAJOR 1
#define ZLIB_VER_MINOR 2
#define ZLIB_VER_REVISION 13
#define ZLIB_VER_SUBREVISION 0
#define Z_NO_FLUSH 0
#define Z_PARTIAL_FLUSH 1
#define Z_SYNC_FLUSH 2
#define Z_FULL_FLUSH 3
#define Z_FINISH 4
#define Z_BLOCK 5
#define Z_TREES 6
#define Z_OK 0
#define Z_STREAM_END 1
#define Z_NEED_DICT 2
#define Z_ERRNO (-1)
#define Z_STREAM_ERROR (-2)
#define Z_DATA_ERROR (-3)
#define Z_MEM_ERROR (-4)
#define Z_BUF_ERROR (-5)
#define Z_VERSION_ERROR (-6)
#define Z_NO_COMPRESSION 0
#define Z_BEST_SPEED 1
#define Z_BEST_COMPRESSION 9
#define Z_DEFAULT_COMPRESSION (-1)
#define Z_FILTERED 1
#define Z_HUFFMAN_ONLY 2
#define Z_RLE 3
#define Z_FIXED 4
#define Z_DEFAULT_STRATEGY 0
#define Z_BINARY 0
#define Z_TEXT 1
#define Z_ASCII 1
#define Z_UNKNOWN 2
#define Z_DEFLATED 8
#define Z_NULL 0
#define zlib_version (zlibVersion())
