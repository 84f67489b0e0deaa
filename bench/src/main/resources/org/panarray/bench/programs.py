"""Runs programs and says what they took: reads and writes JSON lines, as peer.py does.

{"command": arguments, one a line}  ->  {"wall": s, "cpu": s, "memory": peak bytes, "output": text}

It stays small, because Linux counts what the parent held into the peak of a child.
"""

import json
import os
import subprocess
import sys
import time

print(json.dumps({"ready": sys.version.split()[0]}), flush=True)
for line in sys.stdin:
    command = json.loads(line)["command"].split("\n")
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    output = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    answer = {
        "wall": wall,
        "cpu": used.ru_utime + used.ru_stime,
        "memory": used.ru_maxrss * 1024,
        "output": output,
    }
    if status != 0:
        answer["error"] = output[-2000:] or f"status {process.returncode}"
    print(json.dumps(answer), flush=True)
