/* One byte a feature, 0 or 1: com.oracle.svm.core.amd64.AMD64LibCHelper.CPUFeatures. */
#ifndef AMD64_CPU_FEATURES_H
#define AMD64_CPU_FEATURES_H

/* name, leaf of cpuid, register and bit, state that the system must save for it */
#define FEATURES(F)                                     \
  F(CX8, BASIC, edx, 8, 0)                              \
  F(CMOV, BASIC, edx, 15, 0)                            \
  F(FXSR, BASIC, edx, 24, 0)                            \
  F(HT, BASIC, edx, 28, 0)                              \
  F(MMX, BASIC, edx, 23, 0)                             \
  F(AMD_3DNOW_PREFETCH, VENDOR, ecx, 8, 0)              \
  F(SSE, BASIC, edx, 25, 0)                             \
  F(SSE2, BASIC, edx, 26, 0)                            \
  F(SSE3, BASIC, ecx, 0, 0)                             \
  F(SSSE3, BASIC, ecx, 9, 0)                            \
  F(SSE4A, VENDOR, ecx, 6, 0)                           \
  F(SSE4_1, BASIC, ecx, 19, 0)                          \
  F(SSE4_2, BASIC, ecx, 20, 0)                          \
  F(POPCNT, BASIC, ecx, 23, 0)                          \
  F(LZCNT, VENDOR, ecx, 5, 0)                           \
  F(TSC, BASIC, edx, 4, 0)                              \
  F(TSCINV, POWER, edx, 8, 0)                           \
  F(TSCINV_BIT, POWER, edx, 8, 0)                       \
  F(AVX, BASIC, ecx, 28, AVX_STATE)                     \
  F(AVX2, EXTENDED, ebx, 5, AVX_STATE)                  \
  F(AES, BASIC, ecx, 25, 0)                             \
  F(ERMS, EXTENDED, ebx, 9, 0)                          \
  F(CLMUL, BASIC, ecx, 1, 0)                            \
  F(BMI1, EXTENDED, ebx, 3, 0)                          \
  F(BMI2, EXTENDED, ebx, 8, 0)                          \
  F(RTM, EXTENDED, ebx, 11, 0)                          \
  F(ADX, EXTENDED, ebx, 19, 0)                          \
  F(AVX512F, EXTENDED, ebx, 16, AVX512_STATE)           \
  F(AVX512DQ, EXTENDED, ebx, 17, AVX512_STATE)          \
  F(AVX512PF, EXTENDED, ebx, 26, AVX512_STATE)          \
  F(AVX512ER, EXTENDED, ebx, 27, AVX512_STATE)          \
  F(AVX512CD, EXTENDED, ebx, 28, AVX512_STATE)          \
  F(AVX512BW, EXTENDED, ebx, 30, AVX512_STATE)          \
  F(AVX512VL, EXTENDED, ebx, 31, AVX512_STATE)          \
  F(SHA, EXTENDED, ebx, 29, 0)                          \
  F(FMA, BASIC, ecx, 12, AVX_STATE)                     \
  F(VZEROUPPER, BASIC, ecx, 28, AVX_STATE)              \
  F(AVX512_VPOPCNTDQ, EXTENDED, ecx, 14, AVX512_STATE)  \
  F(AVX512_VPCLMULQDQ, EXTENDED, ecx, 10, AVX512_STATE) \
  F(AVX512_VAES, EXTENDED, ecx, 9, AVX512_STATE)        \
  F(AVX512_VNNI, EXTENDED, ecx, 11, AVX512_STATE)       \
  F(FLUSH, BASIC, edx, 19, 0)                           \
  F(FLUSHOPT, EXTENDED, ebx, 23, 0)                     \
  F(CLWB, EXTENDED, ebx, 24, 0)                         \
  F(AVX512_VBMI2, EXTENDED, ecx, 6, AVX512_STATE)       \
  F(AVX512_VBMI, EXTENDED, ecx, 1, AVX512_STATE)        \
  F(HV, BASIC, ecx, 31, 0)                              \
  F(SERIALIZE, EXTENDED, edx, 14, 0)                    \
  F(RDTSCP, VENDOR, edx, 27, 0)                         \
  F(RDPID, EXTENDED, ecx, 22, 0)                        \
  F(FSRM, EXTENDED, edx, 4, 0)                          \
  F(GFNI, EXTENDED, ecx, 8, AVX_STATE)                  \
  F(AVX512_BITALG, EXTENDED, ecx, 12, AVX512_STATE)     \
  F(PKU, EXTENDED, ecx, 3, 0)                           \
  F(OSPKE, EXTENDED, ecx, 4, 0)                         \
  F(CET_IBT, EXTENDED, edx, 20, 0)                      \
  F(CET_SS, EXTENDED, ecx, 7, 0)                        \
  F(F16C, BASIC, ecx, 29, AVX_STATE)                    \
  F(AVX512_IFMA, EXTENDED, ebx, 21, AVX512_STATE)       \
  F(AVX_IFMA, EXTENDED_1, eax, 23, AVX_STATE)           \
  F(APX_F, EXTENDED_1, edx, 21, APX_STATE)              \
  F(SHA512, EXTENDED_1, eax, 0, AVX_STATE)              \
  F(AVX512_FP16, EXTENDED, edx, 23, AVX512_STATE)

typedef struct {
#define FIELD(name, leaf, reg, bit, state) char f##name;
  FEATURES(FIELD)
#undef FIELD
  /* Versions of AVX10: never used, for nothing here could try them. */
  char fAVX10_1;
  char fAVX10_2;
} CPUFeatures;

void determineCPUFeatures(CPUFeatures *features);
int checkCPUFeatures(const char *required);
int checkCPUFeaturesOrExit(const char *required, const char *message);

#endif
