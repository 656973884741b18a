/* Never built for this machine, but the builder measures it: RISCV64LibCHelper.CPUFeatures. */
#ifndef RISCV64_CPU_FEATURES_H
#define RISCV64_CPU_FEATURES_H

typedef struct {
  char fI, fM, fA, fF, fD, fC, fV;
} CPUFeatures;

#endif
