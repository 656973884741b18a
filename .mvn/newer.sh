# shellcheck shell=sh
# Sourced. newer FILE SOURCE...: whether a source is newer than what was built from it, or nothing
# was built yet. A source is a file, or a folder with all in it but what Maven made there.
newer() {
  newer_than=$1
  shift
  [ ! -e "$newer_than" ] || [ -n "$(find "$@" -path '*/target' -prune -o \
    -type f -newer "$newer_than" -print | head -n 1)" ]
}
