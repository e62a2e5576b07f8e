#ifndef REGISTRY_CLIBSODIUM_H
#define REGISTRY_CLIBSODIUM_H
#include <sodium.h>
#endif
