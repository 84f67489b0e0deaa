"""How long the first call of a function takes in a fresh process; its twin is First.java."""

import sys
import time

import numpy as np

rng = np.random.default_rng(0)
x = rng.standard_normal(1_000_000)
y = rng.standard_normal(1_000_000)
m = x.reshape(1000, 1000)
call = {
    "abs": lambda: np.abs(x),
    "add": lambda: x + y,
    "exp": lambda: np.exp(x),
    "sort": lambda: np.sort(x),
    "sum": lambda: np.sum(x),
    "max": lambda: np.max(x),
    "matmul": lambda: m @ m,
}[sys.argv[1]]
start = time.perf_counter_ns()
result = call()
print(time.perf_counter_ns() - start)
print(result.dtype, result.shape, np.round(np.ravel(result)[:3], 6))
