#!/bin/sh
# Where the image starts: its CMD is the handler, as in AWS's own images for Java. On Lambda the
# Runtime API is there; on a developer's machine the base's emulator stands in for it.

if [ $# -ne 1 ]; then
  echo "entrypoint requires the handler name to be the first argument" >&2
  exit 142
fi
export _HANDLER="$1"

[ -n "${AWS_LAMBDA_RUNTIME_API-}" ] && exec /opt/bootstrap

emulator=/usr/local/bin/aws-lambda-rie
if [ ! -x "$emulator" ]; then
  echo "thaw: AWS_LAMBDA_RUNTIME_API is not set, so this is not Lambda, and this image's base has no" \
    "emulator of it. Mount one, such as docker run -v FILE:$emulator, or set AWS_LAMBDA_RUNTIME_API" \
    "to the host and port of a Runtime API." >&2
  exit 1
fi
exec "$emulator" /opt/bootstrap
