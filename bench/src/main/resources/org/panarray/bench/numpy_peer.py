"""NumPy's side of the comparison: reads requests as JSON lines, answers with times.

{"prepare": ..., "size": n, "dtype": name, "setup": code, "work": expression}  ->  {"ready": true}
{"sample": nanoseconds}  ->  {"nanos": time of one call, median within about so long}
"""

import json
import statistics
import sys
import time

import numpy as np

namespace = {}
number = 1
code = None


def prepare(request):
    global namespace, code, number
    rng = np.random.default_rng(0)
    x = rng.random(request["size"])
    y = rng.random(request["size"])
    if request["dtype"] != "float64":
        x = (x * 100 + 1).astype(request["dtype"])
        y = (y * 10 + 1).astype(request["dtype"])
    namespace = {"np": np, "x": x, "y": y}
    exec(request["setup"], namespace)
    loop = "def run(number):\n for _ in range(number):\n  r = " + request["work"]
    exec(loop, namespace)
    code = namespace["run"]
    number = 1
    return {"ready": True}


def sample(request):
    global number
    budget = request["sample"]
    while True:
        start = time.perf_counter_ns()
        code(number)
        elapsed = time.perf_counter_ns() - start
        if elapsed > budget / 10 or number > 1 << 24:
            break
        number *= 2
    times = []
    end = time.perf_counter_ns() + budget
    while time.perf_counter_ns() < end or len(times) < 3:
        start = time.perf_counter_ns()
        code(number)
        times.append((time.perf_counter_ns() - start) / number)
    return {"nanos": statistics.median(times)}


print(json.dumps({"numpy": np.__version__, "python": sys.version.split()[0]}), flush=True)
for line in sys.stdin:
    asked = json.loads(line)
    with np.errstate(all="ignore"):
        answer = prepare(asked) if "prepare" in asked else sample(asked)
    print(json.dumps(answer), flush=True)
