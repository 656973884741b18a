/* What the processor can: com.oracle.svm.core.amd64.AMD64LibCHelper. */
#include "amd64cpufeatures.h"

#include <cpuid.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Bits of the register XCR0. */
#define AVX_STATE 0x6
#define AVX512_STATE 0xe6
#define APX_STATE 0x80000

#define OSXSAVE (1u << 27)

typedef struct {
  unsigned eax, ebx, ecx, edx;
} leaf_t;

enum { BASIC, EXTENDED, EXTENDED_1, VENDOR, POWER, LEAVES };

/* Each asked once: under a hypervisor every cpuid leaves the machine. */
static void read_leaves(leaf_t *leaf) {
  static const unsigned numbers[LEAVES][2] = {
      {1, 0}, {7, 0}, {7, 1}, {0x80000001, 0}, {0x80000007, 0}};
  unsigned max[] = {__get_cpuid_max(0, NULL), __get_cpuid_max(0x80000000, NULL)};
  memset(leaf, 0, LEAVES * sizeof *leaf);
  for (int i = 0; i < LEAVES; i++) {
    if (numbers[i][0] <= max[numbers[i][0] >> 31]) {
      __cpuid_count(numbers[i][0], numbers[i][1], leaf[i].eax, leaf[i].ebx, leaf[i].ecx,
                    leaf[i].edx);
    }
  }
}

static unsigned saved_states(const leaf_t *leaf) {
  unsigned low = 0, high;
  if (leaf[BASIC].ecx & OSXSAVE) {
    __asm__("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
  }
  return low;
}

void determineCPUFeatures(CPUFeatures *features) {
  leaf_t leaf[LEAVES];
  read_leaves(leaf);
  unsigned states = saved_states(leaf);
  memset(features, 0, sizeof *features);
#define DETERMINE(name, number, reg, bit, state) \
  features->f##name = (leaf[number].reg >> bit & 1) && (states & (state)) == (state);
  FEATURES(DETERMINE)
#undef DETERMINE
}

/* The bytes of what is required are inverted, so that a missing feature leaves a bit clear. */
int checkCPUFeatures(const char *required) {
  CPUFeatures features;
  determineCPUFeatures(&features);
  const char *present = (const char *)&features;
  for (size_t i = 0; i < sizeof features; i++) {
    if ((unsigned char)(required[i] | present[i]) != 0xff) {
      return 1;
    }
  }
  return 0;
}

int checkCPUFeaturesOrExit(const char *required, const char *message) {
  int missing = checkCPUFeatures(required);
  if (missing) {
    fprintf(stderr, "%s\n", message);
    exit(1);
  }
  return missing;
}
