# shellcheck shell=sh
# Sourced: sets jdk25 to the home of a JDK 25, or says what to install and exits.
jdk25=$(
  set +f
  on_path=$(command -v javac || true)
  [ -z "$on_path" ] || on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
  for home in "${JAVA_HOME:-}" "${JDK25_HOME:-}" "${JAVA25_HOME:-}" "$on_path" \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* /opt/homebrew/opt/openjdk@25 \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/.jdks/* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.asdf/installs/java/* \
    "$HOME"/.local/share/mise/installs/java/* "$HOME"/.jenv/versions/*; do
    if [ -x "$home/bin/javac" ] && grep -q '^JAVA_VERSION="25' "$home/release" 2>/dev/null; then
      echo "$home"
      break
    fi
  done
)
if [ -z "$jdk25" ]; then
  echo "Thaw needs a JDK 25 and found none: install one, such as Temurin 25 from https://adoptium.net, or set JAVA_HOME to it" >&2
  exit 1
fi
