/* Never built for this machine, but the builder measures it: AArch64LibCHelper.CPUFeatures. */
#ifndef AARCH64_CPU_FEATURES_H
#define AARCH64_CPU_FEATURES_H

typedef struct {
  char fFP, fASIMD, fEVTSTRM, fAES, fPMULL, fSHA1, fSHA2, fCRC32, fLSE, fDCPOP, fSHA3,
      fSHA512, fSVE, fSVE2, fSTXR_PREFETCH, fA53MAC, fDMB_ATOMICS, fPACA, fSVEBITPERM, fFPHP,
      fASIMDHP;
} CPUFeatures;

#endif
