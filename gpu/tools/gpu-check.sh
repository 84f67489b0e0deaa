#!/usr/bin/env bash
# gpu-check.sh [quick|full] -- everything to do on a machine with an NVIDIA GPU, Java or not, in one command.
# Bring the repository and the folder .kit that gpu/tools/make-kit.sh wrote, then: bash gpu/tools/gpu-check.sh quick
# It ends within about 580 s. Results: $OUT (default /tmp/panarray-gpu), the last lines are the table.
set -uo pipefail
mode=${1:-quick}
out=${OUT:-/tmp/panarray-gpu}
kit=${KIT:-.kit}
work=${WORK:-/tmp/panarray-work}
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$out" "$work"
say() { printf '== %3ds %s\n' "$SECONDS" "$*"; }

if [ ! -x "$work/rt/bin/java" ]; then
  tar -C "$work" -xJf "$kit/kit.tar.xz" 2>/dev/null || python3 - "$kit/kit.tar.xz" "$work" <<'P'
import sys, tarfile
tarfile.open(sys.argv[1]).extractall(sys.argv[2])
P
fi
java="$work/rt/bin/java"
"$java" -version 2>&1 | head -1 || { echo "the kit does not run here"; exit 90; }

# CUDA's libraries: those of the Python environment, where there is one, and the toolkit's.
site=${SITE:-$(python3 -c 'import sysconfig; print(sysconfig.get_paths()["purelib"])' 2>/dev/null)}
libraries=$(ls -d "$site"/nvidia/*/lib 2>/dev/null | paste -sd:)
if [ -d /usr/local/cuda/lib64 ]; then
  libraries="$libraries:/usr/local/cuda/lib64"
fi
nvidia-smi --query-gpu=name,driver_version,memory.total,clocks.sm --format=csv,noheader 2>/dev/null \
  || say "no nvidia-smi"

# PANARRAY_GPU_REQUIRED=false tries this script out on the stand-in; SHRINK divides the benchmark's sizes.
options=(--add-modules jdk.incubator.vector --enable-native-access=ALL-UNNAMED -Xmx16g
  -Dpanarray.cuda.path="$libraries" -Dpanarray.cuda.cache="$work/kernels"
  -Dpanarray.gpu.required="${PANARRAY_GPU_REQUIRED:-true}" ${PANARRAY_JAVA_OPTIONS:-}
  -cp "$kit/app/*:$work/lib/*")
run() { "$java" "${options[@]}" "$@"; }
status=0

say "1 what is there"
run org.panarray.gpu.DescribeDevices 2>&1 | tee "$out/devices.log"

say "2 tests of the engine against the interpreter"
timeout 240 "$java" "${options[@]}" org.junit.platform.console.ConsoleLauncher execute \
  -p org.panarray.gpu --include-tag=device --fail-if-no-tests --details=summary --disable-banner \
  --disable-ansi-colors --reports-dir="$work/reports" >"$out/tests.log" 2>&1
result=$?
status=$((status | result))
tail -16 "$out/tests.log"
say "tests ended with $result"
tar -C "$work" -cJf "$out/reports.tar.xz" reports 2>/dev/null

say "3 recorded NumPy cases through the public API"
sample=7
if [ "$mode" = full ]; then
  sample=1
fi
timeout 180 "$java" "${options[@]}" org.panarray.compat.Replay ufuncs ufunc_methods reductions \
  indexing_get indexing_set manipulation sorting creation --device=gpu --sample=$sample \
  --out="$out/replay" >"$out/replay.log" 2>&1
cut -c1-160 "$out/replay.log" | tail -12
cat "$out"/replay/*.failures.txt 2>/dev/null | head -40

if [ "$mode" = full ] && command -v compute-sanitizer >/dev/null; then
  for tool in memcheck racecheck; do
    say "4 compute-sanitizer $tool"
    timeout 120 compute-sanitizer --tool $tool --error-exitcode 77 \
      --log-file "$out/sanitizer-$tool.log" "$java" "${options[@]}" \
      org.junit.platform.console.ConsoleLauncher execute -c org.panarray.gpu.LineConformanceTest \
      --details=none --disable-banner >/dev/null 2>&1
    say "$tool ended with $?"
  done
fi

say "5 benchmark: ours, the peers, ours again (to see drift)"
timeout 70 "$java" "${options[@]}" org.panarray.gpu.DeviceBenchmark "$work/ours1.json" "${SHRINK:-1}" 2>&1 | tail -14
timeout 110 python3 "$here/gpu_bench.py" "$work/peers.json" 2>&1 | tail -3
timeout 70 "$java" "${options[@]}" org.panarray.gpu.DeviceBenchmark "$work/ours2.json" "${SHRINK:-1}" >/dev/null 2>&1
python3 - "$work" "$out" <<'P'
import json, os, sys
work, out = sys.argv[1:]
def load(name):
    path = f"{work}/{name}"
    return json.load(open(path)) if os.path.exists(path) else {}
columns = {"panarray": load("ours1.json"), "panarray again": load("ours2.json"), **load("peers.json")}
names = list(dict.fromkeys(k for c in columns.values() for k in c if k != "error"))
def cell(column, name):
    r = column.get(name)
    return f"{r.get('gpu_us', '-')} / {r.get('host_us', '-')}" if isinstance(r, dict) else "-"
rows = [f"{'case':28}" + "".join(f"{c:>24}" for c in columns) + "   (us on the GPU / us of the host)"]
rows += [f"{n:28}" + "".join(f"{cell(c, n):>24}" for c in columns.values()) for n in names]
print("\n".join(rows))
open(f"{out}/bench.txt", "w").write("\n".join(rows) + "\n")
json.dump(columns, open(f"{out}/bench.json", "w"), indent=1)
P
say "done with $status; files: $(ls "$out" | tr '\n' ' ')"
exit $status
