/* Signals, counted until Java's dispatcher fetches them: CSunMiscSignal. */
#include <errno.h>
#include <semaphore.h>
#include <signal.h>
#include <stdatomic.h>

static atomic_int claimed;
static atomic_int pending[NSIG];
static sem_t arrived;

static int in_range(int signal) { return signal >= 0 && signal < NSIG; }

static void count(int signal) {
  int error = errno;
  if (in_range(signal)) {
    atomic_fetch_add(&pending[signal], 1);
    sem_post(&arrived);
  }
  errno = error;
}

int cSunMiscSignal_open(void) {
  int unclaimed = 0;
  if (!atomic_compare_exchange_strong(&claimed, &unclaimed, 1)) {
    return 1;
  }
  for (int i = 0; i < NSIG; i++) {
    atomic_store(&pending[i], 0);
  }
  return sem_init(&arrived, 0, 0);
}

int cSunMiscSignal_close(void) {
  int result = sem_destroy(&arrived);
  atomic_store(&claimed, 0);
  return result;
}

int cSunMiscSignal_awaitSemaphore(void) { return sem_wait(&arrived); }

int cSunMiscSignal_signalSemaphore(void) { return sem_post(&arrived); }

int cSunMiscSignal_signalRangeCheck(int signal) { return in_range(signal); }

int cSunMiscSignal_checkPendingSignal(void) {
  for (int i = 0; i < NSIG; i++) {
    int count = atomic_load(&pending[i]);
    while (count > 0) {
      if (atomic_compare_exchange_weak(&pending[i], &count, count - 1)) {
        return i;
      }
    }
  }
  return -1;
}

void (*cSunMiscSignal_signalHandlerFunctionPointer(void))(int) { return count; }
