/*
 * The part of libjvm.so that the JDK's own libraries need in an executable. All else that they ask
 * for is listed when they are linked, in jvm_missing.h, and ends the process with its name.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <jni.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#define NANOSECONDS 1000000000ll

/* Called by the executable, so that this library is linked. */
void initialize(void) {}

/* HotSpot's promise: always terminated, and -1 where the text did not fit. */
int jio_vsnprintf(char *text, size_t size, const char *format, va_list arguments) {
  if ((long)size <= 0) {
    return -1;
  }
  int length = vsnprintf(text, size, format, arguments);
  return length >= (long)size ? -1 : length;
}

int jio_snprintf(char *text, size_t size, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  int length = jio_vsnprintf(text, size, format, arguments);
  va_end(arguments);
  return length;
}

int jio_vfprintf(FILE *file, const char *format, va_list arguments) {
  return vfprintf(file, format, arguments);
}

int jio_fprintf(FILE *file, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  int length = vfprintf(file, format, arguments);
  va_end(arguments);
  return length;
}

static jlong now(clockid_t clock) {
  struct timespec time;
  clock_gettime(clock, &time);
  return time.tv_sec * NANOSECONDS + time.tv_nsec;
}

jlong JVM_NanoTime(JNIEnv *env, jclass ignored) { return now(CLOCK_MONOTONIC); }

jlong JVM_CurrentTimeMillis(JNIEnv *env, jclass ignored) { return now(CLOCK_REALTIME) / 1000000; }

jlong JVM_GetNanoTimeAdjustment(JNIEnv *env, jclass ignored, jlong offset) {
  jlong distance = now(CLOCK_REALTIME) / NANOSECONDS - offset;
  if (distance > 1ll << 32 || distance < -(1ll << 32)) {
    return -1;
  }
  return now(CLOCK_REALTIME) - offset * NANOSECONDS;
}

jint JVM_ActiveProcessorCount(void) {
  cpu_set_t processors;
  return sched_getaffinity(0, sizeof processors, &processors) == 0 ? CPU_COUNT(&processors) : 1;
}

void JVM_BeforeHalt(void) {}

void JVM_Halt(jint code) { _exit(code); }

jint JVM_RaiseSignal(jint signal) { return raise(signal) == 0; }

jboolean JVM_IsUseContainerSupport(void) { return JNI_FALSE; }

jboolean JVM_IsContainerized(void) { return JNI_FALSE; }

void *JVM_FindLibraryEntry(void *handle, const char *name) { return dlsym(handle, name); }

char *JVM_NativePath(char *path) { return path; }

void *JVM_RawMonitorCreate(void) {
  pthread_mutex_t *mutex = malloc(sizeof *mutex);
  if (mutex != NULL) {
    pthread_mutex_init(mutex, NULL);
  }
  return mutex;
}

void JVM_RawMonitorDestroy(void *monitor) {
  pthread_mutex_destroy(monitor);
  free(monitor);
}

jint JVM_RawMonitorEnter(void *monitor) { return pthread_mutex_lock(monitor); }

void JVM_RawMonitorExit(void *monitor) { pthread_mutex_unlock(monitor); }

/*
 * An executable looks for JNI_OnLoad_net where a library is built in, and takes no version below 8
 * from it; in a library of its own the function has its plain name.
 */
static jint on_load(const char *library, JavaVM *vm, void *reserved) {
  void *handle = dlopen(library, RTLD_LAZY | RTLD_NOLOAD);
  jint (*plain)(JavaVM *, void *) = NULL;
  if (handle != NULL) {
    plain = (jint(*)(JavaVM *, void *))dlsym(handle, "JNI_OnLoad");
  }
  jint version = plain == NULL ? JNI_VERSION_1_8 : plain(vm, reserved);
  return version > 0 && version < JNI_VERSION_1_8 ? JNI_VERSION_1_8 : version;
}

#define ON_LOAD(library)                                  \
  jint JNI_OnLoad_##library(JavaVM *vm, void *reserved) { \
    return on_load("lib" #library ".so", vm, reserved);   \
  }
ON_LOAD(java)
ON_LOAD(net)
ON_LOAD(nio)
ON_LOAD(zip)
ON_LOAD(extnet)
ON_LOAD(management)
ON_LOAD(management_ext)
ON_LOAD(prefs)

#define MISSING(name)                                                   \
  void name(void) {                                                     \
    fprintf(stderr, #name " is not there in a native executable\n");    \
    abort();                                                            \
  }
#include "jvm_missing.h"
