/*
 * Functions with a variable number of arguments, which the builder cannot call: the letters say
 * what is passed, a string, an int.
 */
#include <fcntl.h>
#include <stdio.h>

int fprintfSD(FILE *file, const char *format, const char *text, int number) {
  return fprintf(file, format, text, number);
}

int openSII(const char *path, int flags, int mode) { return open(path, flags, mode); }

int openatISII(int directory, const char *path, int flags, int mode) {
  return openat(directory, path, flags, mode);
}
