[[sonde::handle, sonde::create("sqlite3_open"), sonde::create("sqlite3_open_v2"),
  sonde::destroy("sqlite3_close"), sonde::destroy("sqlite3_close_v2")]]
typedef struct sqlite3 sqlite3;
[[sonde::handle, sonde::create("sqlite3_prepare_v2"), sonde::destroy("sqlite3_finalize")]]
typedef struct sqlite3_stmt sqlite3_stmt;
[[sonde::handle, sonde::create("sqlite3_blob_open"), sonde::destroy("sqlite3_blob_close")]]
typedef struct sqlite3_blob sqlite3_blob;
[[sonde::handle, sonde::create("sqlite3_backup_init"), sonde::destroy("sqlite3_backup_finish")]]
typedef struct sqlite3_backup sqlite3_backup;
[[sonde::borrowed, sonde::string]] const char *sqlite3_libversion(void);
[[sonde::borrowed, sonde::string]] const char *sqlite3_sourceid(void);
[[sonde::success("result == SQLITE_OK"), sonde::error("sqlite3_errmsg(*ppDb)"), sonde::blocking,
  sonde::note("the database has to be closed even when opening it failed")]]
int sqlite3_open([[sonde::string]] const char *filename,
    [[sonde::out, sonde::owned("sqlite3_close")]] sqlite3 **ppDb);
[[sonde::success("result == SQLITE_OK"), sonde::error("sqlite3_errmsg(*ppDb)"), sonde::blocking,
  sonde::note("the database has to be closed even when opening it failed")]]
int sqlite3_open_v2([[sonde::string]] const char *filename,
    [[sonde::out, sonde::owned("sqlite3_close")]] sqlite3 **ppDb, int flags,
    [[sonde::nullable, sonde::string]] const char *zVfs);
[[sonde::success("result == SQLITE_OK")]]
int sqlite3_close([[sonde::takes, sonde::nullable]] sqlite3 *db);
[[sonde::success("result == SQLITE_OK")]]
int sqlite3_close_v2([[sonde::takes, sonde::nullable]] sqlite3 *db);
[[sonde::success("result == SQLITE_OK"), sonde::error("sqlite3_errmsg(db)"), sonde::blocking]]
int sqlite3_exec(sqlite3 *db, [[sonde::string]] const char *sql,
    [[sonde::nullable]] int (*callback)(void *, int, char **, char **),
    [[sonde::userdata("callback"), sonde::nullable]] void *arg,
    [[sonde::out, sonde::nullable, sonde::owned("sqlite3_free")]] char **errmsg);
[[sonde::success("result == SQLITE_OK"), sonde::error("sqlite3_errmsg(db)"), sonde::blocking]]
int sqlite3_get_table(sqlite3 *db, [[sonde::string]] const char *zSql,
    [[sonde::out, sonde::owned("sqlite3_free_table")]] char ***pazResult,
    [[sonde::out]] int *pnRow, [[sonde::out]] int *pnColumn,
    [[sonde::out, sonde::nullable, sonde::owned("sqlite3_free")]] char **pzErrmsg);
void sqlite3_free_table([[sonde::takes]] char **result);
[[sonde::success("result == SQLITE_OK"), sonde::error("sqlite3_errmsg(db)")]]
int sqlite3_prepare_v2(sqlite3 *db, [[sonde::string]] const char *zSql, int nByte,
    [[sonde::out, sonde::owned("sqlite3_finalize")]] sqlite3_stmt **ppStmt,
    [[sonde::out, sonde::nullable]] const char **pzTail);
[[sonde::success("result == SQLITE_OK"), sonde::error("sqlite3_errmsg(db)")]]
int sqlite3_prepare_v3(sqlite3 *db, [[sonde::string]] const char *zSql, int nByte,
    unsigned int prepFlags, [[sonde::out, sonde::owned("sqlite3_finalize")]] sqlite3_stmt **ppStmt,
    [[sonde::out, sonde::nullable]] const char **pzTail);
[[sonde::success("result == SQLITE_ROW || result == SQLITE_DONE"),
  sonde::error("sqlite3_errmsg(sqlite3_db_handle(pStmt))"), sonde::blocking]]
int sqlite3_step(sqlite3_stmt *pStmt);
[[sonde::success("result == SQLITE_OK")]]
int sqlite3_reset(sqlite3_stmt *pStmt);
[[sonde::success("result == SQLITE_OK")]]
int sqlite3_finalize([[sonde::takes, sonde::nullable]] sqlite3_stmt *pStmt);
[[sonde::success("result == SQLITE_OK")]]
int sqlite3_bind_blob(sqlite3_stmt *pStmt, int i,
    [[sonde::in, sonde::nullable, sonde::bytes("n")]] const void *value, int n,
    [[sonde::nullable, sonde::note("SQLITE_STATIC is 0, SQLITE_TRANSIENT is -1")]]
    void (*destructor)(void *));
[[sonde::success("result == SQLITE_OK")]]
int sqlite3_bind_text(sqlite3_stmt *pStmt, int i,
    [[sonde::in, sonde::nullable]] const char *value, int n,
    [[sonde::nullable, sonde::note("SQLITE_STATIC is 0, SQLITE_TRANSIENT is -1")]]
    void (*destructor)(void *));
[[sonde::borrowed, sonde::nullable, sonde::bytes("sqlite3_column_bytes(pStmt, iCol)")]]
const void *sqlite3_column_blob(sqlite3_stmt *pStmt, int iCol);
[[sonde::borrowed, sonde::nullable, sonde::string]]
const unsigned char *sqlite3_column_text(sqlite3_stmt *pStmt, int iCol);
[[sonde::borrowed, sonde::nullable, sonde::encoding("UTF-16")]]
const void *sqlite3_column_text16(sqlite3_stmt *pStmt, int iCol);
[[sonde::borrowed, sonde::nullable, sonde::string]]
const char *sqlite3_column_name(sqlite3_stmt *pStmt, int N);
[[sonde::borrowed, sonde::string]] const char *sqlite3_errmsg([[sonde::nullable]] sqlite3 *db);
[[sonde::borrowed, sonde::string]] const char *sqlite3_errstr(int rc);
[[sonde::owned("sqlite3_free"), sonde::nullable]] void *sqlite3_malloc(int n);
[[sonde::owned("sqlite3_free"), sonde::nullable]] void *sqlite3_malloc64(sqlite3_uint64 n);
[[sonde::owned("sqlite3_free"), sonde::nullable]]
void *sqlite3_realloc([[sonde::takes, sonde::nullable]] void *p, int n);
void sqlite3_free([[sonde::takes, sonde::nullable]] void *p);
[[sonde::owned("sqlite3_free"), sonde::nullable, sonde::string]]
char *sqlite3_mprintf([[sonde::string]] const char *format, ...);
[[sonde::string]]
char *sqlite3_snprintf(int n, [[sonde::out, sonde::bytes("n"), sonde::string]] char *buffer,
    [[sonde::string]] const char *format, ...);
int sqlite3_complete([[sonde::string]] const char *sql);
[[sonde::borrowed, sonde::nullable, sonde::string]]
const char *sqlite3_sql(sqlite3_stmt *pStmt);
[[sonde::owned("sqlite3_free"), sonde::nullable, sonde::string]]
char *sqlite3_expanded_sql(sqlite3_stmt *pStmt);
[[sonde::blocking]] int sqlite3_sleep(int ms);
void sqlite3_randomness(int N, [[sonde::out, sonde::bytes("N")]] void *P);
