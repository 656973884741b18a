/* Threads and memory: LinuxLibCHelper, CodeSynchronizationOperations. */
#define _GNU_SOURCE
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

int getThreadId(void) { return (int)syscall(SYS_gettid); }

/* Nanoseconds that a thread has spent in user mode; -1 if the system does not say. */
long getThreadUserTimeSlow(int tid) {
  char name[64], line[1024];
  snprintf(name, sizeof name, "/proc/self/task/%d/stat", tid);
  FILE *file = fopen(name, "r");
  if (file == NULL) {
    return -1;
  }
  size_t size = fread(line, 1, sizeof line - 1, file);
  fclose(file);
  line[size] = '\0';
  char *after_name = strrchr(line, ')');
  unsigned long ticks;
  /* From state, the third field, to utime, the fourteenth. */
  if (after_name == NULL ||
      sscanf(after_name + 1, " %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu", &ticks) != 1) {
    return -1;
  }
  return (long)(ticks * (1000000000ul / (unsigned long)sysconf(_SC_CLK_TCK)));
}

void *mremapP(void *old_address, size_t old_size, size_t new_size, int flags, void *new_address) {
  return mremap(old_address, old_size, new_size, flags, new_address);
}

void codeSynchronization_clearCache(long start, long size) {
  __builtin___clear_cache((char *)start, (char *)start + size);
}
