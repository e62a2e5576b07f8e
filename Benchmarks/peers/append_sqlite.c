/* Appends the last COUNT lines of a journal to a new SQLite database, BATCH rows a transaction, write-ahead log and
   synchronous FULL: JOURNAL COUNT BATCH TARGET. The rows have the line's number as their key and no other index. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static sqlite3 *database;

static void run(const char *sql) {
  if (sqlite3_exec(database, sql, NULL, NULL, NULL) != SQLITE_OK) {
    fprintf(stderr, "%s\n", sqlite3_errmsg(database));
    exit(74);
  }
}

int main(int argumentCount, char **arguments) {
  if (argumentCount != 5) return 64;
  size_t count = strtoul(arguments[2], NULL, 10), batch = strtoul(arguments[3], NULL, 10);
  int file = open(arguments[1], O_RDONLY);
  struct stat status;
  if (file < 0 || fstat(file, &status) || !count || !batch) return 66;
  const char *bytes = mmap(NULL, status.st_size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0);
  if (bytes == MAP_FAILED) return 74;
  const char *end = bytes + status.st_size, *at = end;
  for (size_t i = 0; i < count && at > bytes; i++) {
    const char *feed = memrchr(bytes, '\n', at - 1 - bytes);
    at = feed ? feed + 1 : bytes;
  }
  size_t size = end - at;
  if (unlink(arguments[4]) && access(arguments[4], F_OK) == 0) return 74;
  if (sqlite3_open(arguments[4], &database) != SQLITE_OK) return 74;
  run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE lines (seq INTEGER PRIMARY KEY, line BLOB)");
  sqlite3_stmt *insert;
  if (sqlite3_prepare_v2(database, "INSERT INTO lines (line) VALUES (?)", -1, &insert, NULL) != SQLITE_OK) return 74;
  struct timespec began, ended;
  clock_gettime(CLOCK_MONOTONIC, &began);
  for (size_t written = 0; written < count; written += batch) {
    run("BEGIN");
    for (size_t i = 0; i < batch && at < end; i++) {
      const char *feed = memchr(at, '\n', end - at);
      sqlite3_bind_blob(insert, 1, at, feed - at, SQLITE_STATIC);
      if (sqlite3_step(insert) != SQLITE_DONE || sqlite3_reset(insert) != SQLITE_OK) return 74;
      at = feed + 1;
    }
    run("COMMIT");
  }
  clock_gettime(CLOCK_MONOTONIC, &ended);
  printf("{\"acts\": %zu, \"bytes\": %zu, \"seconds\": %.6f}\n", count, size,
         (double)(ended.tv_sec - began.tv_sec) + (double)(ended.tv_nsec - began.tv_nsec) / 1e9);
  sqlite3_finalize(insert);
  sqlite3_close(database);
  return 0;
}
