[[sonde::borrowed, sonde::string]] const char *zlibVersion(void);
[[sonde::example("crc32(0, \"hello\", 5)", "907060870")]]
uLong crc32(uLong crc, [[sonde::in, sonde::nullable, sonde::bytes("len")]] const Bytef *buf,
    uInt len);
uLong crc32_z(uLong crc, [[sonde::in, sonde::nullable, sonde::bytes("len")]] const Bytef *buf,
    z_size_t len);
[[sonde::example("adler32(1, \"hello\", 5)", "103547413")]]
uLong adler32(uLong adler, [[sonde::in, sonde::nullable, sonde::bytes("len")]] const Bytef *buf,
    uInt len);
uLong adler32_z(uLong adler, [[sonde::in, sonde::nullable, sonde::bytes("len")]] const Bytef *buf,
    z_size_t len);
[[sonde::note("the most bytes that compress can need for so many"),
  sonde::example("compressBound(100)", "113")]]
uLong compressBound(uLong sourceLen);
[[sonde::success("result == Z_OK"), sonde::error("zError(result)")]]
int compress([[sonde::out, sonde::bytes("*destLen")]] Bytef *dest,
    [[sonde::inout]] uLongf *destLen, [[sonde::in, sonde::bytes("sourceLen")]] const Bytef *source,
    uLong sourceLen);
[[sonde::success("result == Z_OK"), sonde::error("zError(result)")]]
int compress2([[sonde::out, sonde::bytes("*destLen")]] Bytef *dest,
    [[sonde::inout]] uLongf *destLen, [[sonde::in, sonde::bytes("sourceLen")]] const Bytef *source,
    uLong sourceLen, int level);
[[sonde::success("result == Z_OK"), sonde::error("zError(result)")]]
int uncompress([[sonde::out, sonde::bytes("*destLen")]] Bytef *dest,
    [[sonde::inout]] uLongf *destLen, [[sonde::in, sonde::bytes("sourceLen")]] const Bytef *source,
    uLong sourceLen);
[[sonde::success("result == Z_OK"), sonde::error("zError(result)")]]
int uncompress2([[sonde::out, sonde::bytes("*destLen")]] Bytef *dest,
    [[sonde::inout]] uLongf *destLen, [[sonde::in, sonde::bytes("*sourceLen")]] const Bytef *source,
    [[sonde::inout]] uLong *sourceLen);
[[sonde::borrowed, sonde::string, sonde::example("zError(-3)", "\"data error\"")]]
const char *zError(int err);
[[sonde::success("result == Z_OK || result == Z_STREAM_END"), sonde::error("strm->msg")]]
int deflate([[sonde::inout]] z_streamp strm, int flush);
[[sonde::success("result == Z_OK || result == Z_STREAM_END"), sonde::error("strm->msg")]]
int inflate([[sonde::inout]] z_streamp strm, int flush);
[[sonde::success("result == Z_OK")]]
int deflateEnd([[sonde::inout]] z_streamp strm);
[[sonde::success("result == Z_OK")]]
int inflateEnd([[sonde::inout]] z_streamp strm);
[[sonde::success("result == Z_OK"), sonde::note("stream_size is sizeof(z_stream)")]]
int deflateInit_([[sonde::inout]] z_streamp strm, int level, [[sonde::string]] const char *version,
    int stream_size);
[[sonde::success("result == Z_OK"), sonde::note("stream_size is sizeof(z_stream)")]]
int inflateInit_([[sonde::inout]] z_streamp strm, [[sonde::string]] const char *version,
    int stream_size);
[[sonde::handle, sonde::create("gzopen"), sonde::destroy("gzclose")]]
typedef struct gzFile_s *gzFile;
[[sonde::owned("gzclose"), sonde::success("result != 0"), sonde::blocking]]
gzFile gzopen([[sonde::string]] const char *path, [[sonde::string]] const char *mode);
[[sonde::success("result == Z_OK"), sonde::blocking]]
int gzclose([[sonde::takes]] gzFile file);
[[sonde::success("result >= 0"), sonde::blocking]]
int gzread(gzFile file, [[sonde::out, sonde::bytes("len")]] voidp buf, unsigned int len);
[[sonde::success("result > 0 || len == 0"), sonde::blocking]]
int gzwrite(gzFile file, [[sonde::in, sonde::bytes("len")]] voidpc buf, unsigned int len);
[[sonde::success("result != 0"), sonde::blocking]]
char *gzgets(gzFile file, [[sonde::out, sonde::bytes("len"), sonde::string]] char *buf, int len);
[[sonde::success("result >= 0"), sonde::blocking]]
int gzputs(gzFile file, [[sonde::string]] const char *s);
[[sonde::borrowed, sonde::string]]
const char *gzerror(gzFile file, [[sonde::out, sonde::nullable]] int *errnum);
