/* Appends the last COUNT lines of a journal to a new file, BATCH lines a write, each write followed by fdatasync:
   JOURNAL COUNT BATCH TARGET. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

int main(int argumentCount, char **arguments) {
  if (argumentCount != 5) return 64;
  size_t count = strtoul(arguments[2], NULL, 10), batch = strtoul(arguments[3], NULL, 10);
  int file = open(arguments[1], O_RDONLY), target = open(arguments[4], O_WRONLY | O_CREAT | O_TRUNC, 0644);
  struct stat status;
  if (file < 0 || target < 0 || fstat(file, &status) || !count || !batch) return 66;
  const char *bytes = mmap(NULL, status.st_size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0);
  if (bytes == MAP_FAILED) return 74;
  const char *end = bytes + status.st_size, *at = end;
  for (size_t i = 0; i < count && at > bytes; i++) {
    const char *feed = memrchr(bytes, '\n', at - 1 - bytes);
    at = feed ? feed + 1 : bytes;
  }
  size_t size = end - at;
  struct timespec began, ended;
  clock_gettime(CLOCK_MONOTONIC, &began);
  for (size_t written = 0; written < count; written += batch) {
    const char *start = at;
    for (size_t i = 0; i < batch && at < end; i++) at = (const char *)memchr(at, '\n', end - at) + 1;
    if (write(target, start, at - start) != at - start || fdatasync(target)) return 74;
  }
  clock_gettime(CLOCK_MONOTONIC, &ended);
  printf("{\"acts\": %zu, \"bytes\": %zu, \"seconds\": %.6f}\n", count, size,
         (double)(ended.tv_sec - began.tv_sec) + (double)(ended.tv_nsec - began.tv_nsec) / 1e9);
  return 0;
}
