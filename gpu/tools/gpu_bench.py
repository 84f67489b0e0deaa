"""gpu_bench.py OUT.json -- the peers' half of the side-by-side benchmark (CuPy and PyTorch, whichever imports).

For each case: gpu_us = median time on the device of one call (events around a batch), host_us = least
time that the caller spends to queue one call. The cases are those of DeviceBenchmark.java.
"""
import json
import statistics
import sys
import time

CASES = [
    ("add_f32_16M", 1 << 24), ("add_f64_1K", 1 << 10), ("exp_f64_16M", 1 << 24), ("sum_f64_16M", 1 << 24),
    ("sum_axis0_f32_4Kx4K", 4096), ("sum_axis1_f32_4Kx4K", 4096), ("transpose_copy_f32_4Kx4K", 4096),
    ("cumsum_f64_16M", 1 << 24), ("sort_f32_16M", 1 << 24), ("take_f32_16M", 1 << 24),
    ("matmul_f32_4K", 4096), ("matmul_f64_2K", 2048), ("arange_f64_16M", 1 << 24),
]


def cases(library, xp):
    cupy = library == "cupy"

    def uniform(*shape, dtype):
        if cupy:
            return xp.random.random(shape).astype(dtype)
        return xp.rand(*shape, device="cuda", dtype=getattr(xp, dtype))

    for name, n in CASES:
        dtype = "float64" if "f64" in name else "float32"
        if name.startswith("add"):
            a, b = uniform(n, dtype=dtype), uniform(n, dtype=dtype)
            yield name, lambda: a + b
        elif name.startswith("exp"):
            a = uniform(n, dtype=dtype)
            yield name, lambda: xp.exp(a)
        elif name.startswith("sum_axis"):
            a, axis = uniform(n, n, dtype=dtype), int(name[8])
            yield name, lambda: a.sum(axis)
        elif name.startswith("sum"):
            a = uniform(n, dtype=dtype)
            yield name, lambda: a.sum()
        elif name.startswith("transpose"):
            a = uniform(n, n, dtype=dtype)
            yield name, (lambda: xp.ascontiguousarray(a.T)) if cupy else (lambda: a.T.contiguous())
        elif name.startswith("cumsum"):
            a = uniform(n, dtype=dtype)
            yield name, lambda: xp.cumsum(a, 0)
        elif name.startswith("sort"):
            a = uniform(n, dtype=dtype)
            yield name, lambda: xp.sort(a)
        elif name.startswith("take"):
            a = uniform(n, dtype=dtype)
            places = xp.random.permutation(n) if cupy else xp.randperm(n, device="cuda")
            yield name, lambda: a[places]
        elif name.startswith("matmul"):
            a, b = uniform(n, n, dtype=dtype), uniform(n, n, dtype=dtype)
            yield name, lambda: a @ b
        elif name.startswith("arange"):
            yield name, (lambda: xp.arange(n, dtype=dtype)) if cupy else (
                lambda: xp.arange(n, dtype=xp.float64, device="cuda"))


def measure(call, event, elapsed, synchronize, budget=1.5):
    for _ in range(5):
        call()
    synchronize()
    start = time.perf_counter()
    call()
    synchronize()
    one = time.perf_counter() - start
    batch = max(1, min(200, int(0.02 / max(one, 1e-6))))
    on_device, host = [], []
    end = time.perf_counter() + budget
    while time.perf_counter() < end and len(on_device) < 30:
        first, last = event(), event()
        first.record()
        start = time.perf_counter()
        for _ in range(batch):
            call()
        host.append((time.perf_counter() - start) / batch * 1e6)
        last.record()
        synchronize()
        on_device.append(elapsed(first, last) / batch * 1e3)
    return {"gpu_us": round(statistics.median(on_device), 2), "gpu_min_us": round(min(on_device), 2),
            "host_us": round(min(host), 2), "n": len(on_device), "batch": batch}


def library(name):
    if name == "cupy":
        import cupy as xp
        return xp, xp.cuda.Event, xp.cuda.get_elapsed_time, xp.cuda.runtime.deviceSynchronize
    import torch as xp
    if not xp.cuda.is_available():
        raise RuntimeError("PyTorch sees no GPU")
    xp.backends.cuda.matmul.allow_tf32 = False
    return (xp, lambda: xp.cuda.Event(enable_timing=True), lambda a, b: a.elapsed_time(b),
            xp.cuda.synchronize)


def main():
    results = {}
    for name in ("cupy", "torch"):
        try:
            xp, event, elapsed, synchronize = library(name)
        except Exception as error:
            results[name] = {"error": repr(error)[:200]}
            continue
        results[name] = {}
        for case, call in cases(name, xp):
            try:
                results[name][case] = measure(call, event, elapsed, synchronize)
            except Exception as error:
                results[name][case] = {"error": repr(error)[:200]}
            json.dump(results, open(sys.argv[1], "w"), indent=1)
    json.dump(results, open(sys.argv[1], "w"), indent=1)


main()
