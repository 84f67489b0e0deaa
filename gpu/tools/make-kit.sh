#!/usr/bin/env bash
# make-kit.sh OUTDIR -- what a GPU machine without Java and without a network needs for gpu-check.sh:
#   OUTDIR/kit.tar.xz   a Java runtime and the JUnit console (about 18 MB); built only where it is missing
#   OUTDIR/app/*.jar    our classes and tests, built anew each time
# Build first (./panarray build, or mvn -DskipTests package). CLASSES=FOLDER takes one folder that holds all
# classes and resources instead. JUNIT_CONSOLE names the jar of junit-platform-console-standalone.
#
# jlink without compression on purpose: xz makes an uncompressed image 9 MB smaller than a compressed one.
set -euo pipefail
here=$(cd "$(dirname "$0")/../.." && pwd)
out=$(realpath -m "${1:?the folder to write to}")
java_home=${JAVA_HOME:-$(dirname "$(dirname "$(realpath "$(command -v javac)")")")}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$out/app"

if [ ! -f "$out/kit.tar.xz" ]; then
  modules=java.base,java.logging,java.xml,java.management,jdk.management,jdk.unsupported
  modules=$modules,jdk.incubator.vector,jdk.jfr,jdk.zipfs
  "$java_home/bin/jlink" --add-modules $modules --strip-debug --no-man-pages --no-header-files \
    --compress zip-0 --output "$work/rt" 2>&1 | grep -v incubator || true
  rm -rf "$work/rt/legal"
  if command -v strip >/dev/null; then
    find "$work/rt/lib" -name '*.so' -exec strip --strip-unneeded {} +
  fi
  mkdir -p "$work/lib"
  console=${JUNIT_CONSOLE:-$(find "$HOME/.m2/repository/org/junit" -name \
    'junit-platform-console-standalone-*.jar' 2>/dev/null | sort -V | tail -1)}
  cp "${console:?set JUNIT_CONSOLE to the jar of junit-platform-console-standalone}" "$work/lib/"
  tar -C "$work" --sort=name --owner=0 --group=0 --mtime=@0 -cf - rt lib | nice xz -6 -T1 \
    > "$out/kit.tar.xz"
fi

rm -f "$out"/app/*.jar
if [ -n "${CLASSES:-}" ]; then
  "$java_home/bin/jar" --create --file "$out/app/panarray.jar" -C "$CLASSES" .
else
  for module in broadcasting linalg ndarray gpu compat-tests; do
    for kind in classes test-classes; do
      folder="$here/$module/target/$kind"
      if [ -d "$folder" ]; then
        "$java_home/bin/jar" --create --file "$out/app/$module-$kind.jar" -C "$folder" .
      fi
    done
  done
fi
ls -l "$out/kit.tar.xz" "$out"/app/*.jar
