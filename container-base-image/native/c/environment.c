/* The process's surroundings: com.oracle.svm.core.LibCHelper. */
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define ZONES "/zoneinfo/"

extern char **environ;

char **getEnviron(void) { return environ; }

/*
 * The time zone's name, for the caller to free; null if nobody says. The parameters are those of
 * Windows.
 */
char *SVM_FindJavaTZmd(const char *mappings, int length) {
  (void)mappings;
  (void)length;
  const char *zone = getenv("TZ");
  if (zone != NULL && *zone != '\0') {
    return strdup(*zone == ':' ? zone + 1 : zone);
  }
  char target[PATH_MAX];
  ssize_t size = readlink("/etc/localtime", target, sizeof target - 1);
  if (size > 0) {
    target[size] = '\0';
    char *name = strstr(target, ZONES);
    if (name != NULL) {
      return strdup(name + strlen(ZONES));
    }
  }
  return NULL;
}
