// What Swift's Glibc module leaves out: statfs(2).
#ifndef REGISTRY_CLINUX_H
#define REGISTRY_CLINUX_H
#include <sys/vfs.h>
#endif
