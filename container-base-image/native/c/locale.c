/* The locale as the JDK understands it: com.oracle.svm.core.c.locale.LocaleCHelper. */
#include "svm_locale.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

static svm_locale_props_t props;

/* language_COUNTRY.encoding@variant; nobody says anything by "C" and "POSIX". */
static int parse(const char *name, char **language, char **country, char **variant) {
  char *rest = strdup(name == NULL || strcmp(name, "C") == 0 || strcmp(name, "POSIX") == 0 ||
                              strncmp(name, "C.", 2) == 0
                          ? "en"
                          : name);
  if (rest == NULL) {
    return SVM_LOCALE_INITIALIZATION_OUT_OF_MEMORY;
  }
  char *mark = strchr(rest, '@');
  if (mark != NULL) {
    *mark = '\0';
    *variant = mark + 1;
  }
  mark = strchr(rest, '.');
  if (mark != NULL) {
    *mark = '\0';
  }
  mark = strchr(rest, '_');
  if (mark != NULL) {
    *mark = '\0';
    *country = mark + 1;
  }
  *language = rest;
  return SVM_LOCALE_INITIALIZATION_SUCCEEDED;
}

int svm_initialize_locale(void) {
  setlocale(LC_ALL, "");
  int failed = parse(setlocale(LC_MESSAGES, NULL), &props.display_language,
                     &props.display_country, &props.display_variant);
  if (!failed) {
    failed = parse(setlocale(LC_CTYPE, NULL), &props.format_language, &props.format_country,
                   &props.format_variant);
  }
  return failed;
}

svm_locale_props_t *svm_get_locale(void) { return &props; }
