/* Splits the lines of a journal, chains their leaf hashes and verifies the Ed25519 signatures of their acts, on THREADS
   cores: JOURNAL THREADS.

   Nothing else is looked at: neither form nor time nor ids nor roles. A key is taken from the line that enrols it,
   wherever it stands. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <openssl/evp.h>
#include <pthread.h>
#include <sodium.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>

typedef struct { const char *at; size_t count; } Text;
typedef struct { char header[160]; unsigned char key[32]; } Key;

enum { run = 512, slots = 1 << 21 };

static Text *lines;
static size_t lineCount;
static unsigned char (*leaves)[32];
static Key **table;
static atomic_size_t next, valid, invalid, unknown, others, broken;

static const char *find(Text text, const char *what) { return memmem(text.at, text.count, what, strlen(what)); }

static size_t base64url(char *target, const unsigned char *bytes, size_t count) {
  static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  char *at = target;
  size_t i = 0;
  for (; i + 2 < count; i += 3) {
    unsigned word = bytes[i] << 16 | bytes[i + 1] << 8 | bytes[i + 2];
    *at++ = digits[word >> 18], *at++ = digits[word >> 12 & 63];
    *at++ = digits[word >> 6 & 63], *at++ = digits[word & 63];
  }
  if (i < count) {
    unsigned word = bytes[i] << 16 | (i + 1 < count ? bytes[i + 1] << 8 : 0);
    *at++ = digits[word >> 18], *at++ = digits[word >> 12 & 63];
    if (i + 1 < count) *at++ = digits[word >> 6 & 63];
  }
  return at - target;
}

static size_t slot(const char *header, size_t count) {
  size_t hash = 14695981039346656037u;
  for (size_t i = 0; i < count; i++) hash = (hash ^ (unsigned char)header[i]) * 1099511628211u;
  return hash % slots;
}

static Key *known(const char *header, size_t count) {
  for (size_t i = slot(header, count); table[i]; i = (i + 1) % slots) {
    if (strlen(table[i]->header) == count && memcmp(table[i]->header, header, count) == 0) return table[i];
  }
  return NULL;
}

/* Remembers a key by the protected header that its signatures have (RFC 7638, RFC 7515). */
static void enrol(const char *x) {
  char jwk[128], header[128], thumbprint[64];
  unsigned char digest[32];
  size_t count = 0;
  Key *key = calloc(1, sizeof *key);
  int failed = sodium_base642bin(key->key, 32, x, 43, NULL, &count, NULL, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  if (failed || count != 32) exit(65);
  int size = snprintf(jwk, sizeof jwk, "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"%.43s\"}", x);
  crypto_hash_sha256(digest, (unsigned char *)jwk, size);
  thumbprint[base64url(thumbprint, digest, 32)] = 0;
  size = snprintf(header, sizeof header, "{\"alg\":\"Ed25519\",\"kid\":\"%s\",\"typ\":\"registry-act+jws\"}",
                  thumbprint);
  count = base64url(key->header, (unsigned char *)header, size);
  if (known(key->header, count)) return;
  size_t i = slot(key->header, count);
  while (table[i]) i = (i + 1) % slots;
  table[i] = key;
}

static void verifyLine(Text line, char *input) {
  const char *actEnd = find(line, ",\"prev\":\""), *signatures = find(line, ",\"signatures\":[");
  if (!actEnd || !signatures) exit(65);
  const unsigned char *act = (const unsigned char *)line.at + 7;
  for (const char *at = signatures + 15; memcmp(at, "{\"protected\":\"", 14) == 0;) {
    const char *header = at + 14, *headerEnd = strchr(header, '"');
    const char *signature = headerEnd + 15, *signatureEnd = strchr(signature, '"');
    Key *key = known(header, headerEnd - header);
    unsigned char bytes[64];
    size_t count = 0;
    at = signatureEnd + 3;
    if (!key) {
      atomic_fetch_add(memcmp(header, "eyJhbGciOiJFZDI1NTE5", 20) == 0 ? &unknown : &others, 1);
      continue;
    }
    size_t size = headerEnd - header;
    memcpy(input, header, size);
    input[size++] = '.';
    size += base64url(input + size, act, actEnd - line.at - 7);
    int failed = sodium_base642bin(bytes, 64, signature, signatureEnd - signature, NULL, &count, NULL,
                                   sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    failed = failed || count != 64 || crypto_sign_verify_detached(bytes, (unsigned char *)input, size, key->key);
    atomic_fetch_add(failed ? &invalid : &valid, 1);
  }
}

static void *work(void *unused) {
  (void)unused;
  EVP_MD *algorithm = EVP_MD_fetch(NULL, "SHA256", NULL);
  EVP_MD_CTX *context = EVP_MD_CTX_new();
  char *input = malloc(1 << 17);
  for (size_t first; (first = atomic_fetch_add(&next, run)) < lineCount;) {
    for (size_t i = first; i < first + run && i < lineCount; i++) {
      if (EVP_DigestInit_ex2(context, algorithm, NULL) != 1 || EVP_DigestUpdate(context, "", 1) != 1 ||
          EVP_DigestUpdate(context, lines[i].at, lines[i].count) != 1 ||
          EVP_DigestFinal_ex(context, leaves[i], NULL) != 1) exit(70);
      verifyLine(lines[i], input);
    }
  }
  return NULL;
}

int main(int count, char **arguments) {
  if (count != 3 || sodium_init() < 0) return 64;
  int file = open(arguments[1], O_RDONLY);
  struct stat status;
  if (file < 0 || fstat(file, &status)) return 66;
  /* The page after the file's last byte is zeros, which end every search. */
  Text journal = {mmap(NULL, status.st_size + 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0), status.st_size};
  if (mmap((void *)journal.at, status.st_size, PROT_READ, MAP_PRIVATE | MAP_FIXED, file, 0) == MAP_FAILED) return 74;

  table = calloc(slots, sizeof *table);
  lines = malloc((status.st_size / 256 + 1) * sizeof *lines);
  for (const char *at = journal.at, *end = at + journal.count; at < end;) {
    const char *feed = memchr(at, '\n', end - at);
    Text line = {at, feed - at};
    lines[lineCount++] = line;
    if (find(line, "\"type\":\"key.enrolled\"") || find(line, "\"type\":\"journal.opened\"")) {
      for (const char *x = at; (x = memmem(x, feed - x, "\"kty\":\"OKP\",\"x\":\"", 17)); x += 17) enrol(x + 17);
    }
    at = feed + 1;
  }

  leaves = malloc(lineCount * sizeof *leaves);
  int threads = atoi(arguments[2]);
  pthread_t others_[64];
  for (int i = 1; i < threads && i < 64; i++) pthread_create(&others_[i], NULL, work, NULL);
  work(NULL);
  for (int i = 1; i < threads && i < 64; i++) pthread_join(others_[i], NULL);
  for (size_t i = 1; i < lineCount; i++) {
    char hex[65];
    sodium_bin2hex(hex, sizeof hex, leaves[i - 1], 32);
    const char *prev = find(lines[i], ",\"prev\":\"");
    if (!prev || memcmp(prev + 9, hex, 64)) atomic_fetch_add(&broken, 1);
  }
  char head[65];
  sodium_bin2hex(head, sizeof head, leaves[lineCount - 1], 32);
  printf("{\"lines\": %zu, \"valid\": %zu, \"invalid\": %zu, \"unknown\": %zu, ", lineCount, valid, invalid, unknown);
  printf("\"others\": %zu, \"broken\": %zu, \"head\": \"%s\"}\n", others, broken, head);
  return 0;
}
