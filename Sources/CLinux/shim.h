// What Swift's Glibc module leaves out: statfs(2), and syncfs(2), which unistd.h declares for _GNU_SOURCE alone.
#ifndef REGISTRY_CLINUX_H
#define REGISTRY_CLINUX_H
#include <sys/vfs.h>
int syncfs(int descriptor);
#endif
