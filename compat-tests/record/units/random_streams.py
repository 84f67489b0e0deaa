"""Records what NumPy's random streams give, for RecordedStreamsTest.

A line `stream NAME SEED` starts a generator; every other line draws from it:
`operation|arguments|count|hash|first value`, values as the bits of float64, float32 or int64 in hex.
All draws of a stream follow each other on one generator, so kept half words and kept normals are
covered. The hash is h = h * M + bits over all values, modulo 2^64.
"""

import numpy as np

from places import resource

MULTIPLIER = 0x9E3779B97F4A7C15
SIZES = [0, 1, 2, 3, 7, 8, 15, 16, 17, 63, 65, 1000, 4098]
LONG = 1_000_000
MEDIUM = 20_000
INTEGER_TYPES = ["bool", "int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64"]

BOTH = {
    "exponential": [(0.5,), (3.0,)],
    "standard_gamma": [(0.0,), (0.1,), (0.9,), (1.0,), (1.5,), (50.0,)],
    "gamma": [(0.3, 2.0), (4.0, 0.5)],
    "beta": [(0.5, 0.5), (1.0, 1.0), (1e-3, 2e-3), (2.0, 0.5), (3.0, 5.0), (1e-110, 1e-110)],
    "chisquare": [(1.0,), (2.0,), (7.5,)],
    "f": [(3.0, 4.0), (1.0, 10.0)],
    "noncentral_chisquare": [(0.5, 2.0), (3.0, 1.5), (3.0, 0.0), (1.0, 30.0)],
    "noncentral_f": [(3.0, 4.0, 1.0)],
    "standard_cauchy": [()],
    "pareto": [(1.0,), (3.5,)],
    "weibull": [(0.0,), (0.7,), (1.5,)],
    "power": [(0.5,), (5.0,)],
    "laplace": [(0.0, 1.0), (2.0, 3.0)],
    "gumbel": [(0.0, 1.0), (2.0, 3.0)],
    "logistic": [(0.0, 1.0), (2.0, 3.0)],
    "lognormal": [(0.0, 1.0), (1.0, 0.25)],
    "rayleigh": [(1.0,), (4.0,)],
    "standard_t": [(1.0,), (2.5,), (30.0,)],
    "wald": [(1.0, 1.0), (3.0, 0.2), (0.1, 10.0)],
    "triangular": [(0.0, 0.5, 1.0), (-3.0, 0.0, 8.0)],
    "vonmises": [(0.0, 1e-9), (0.5, 1e-6), (0.5, 1.0), (3.0, 4.0), (-2.0, 700.0), (1.0, 1e7)],
    "poisson": [(0.0,), (0.7,), (5.0,), (9.99,), (10.0,), (35.5,), (1e6,), (1e15,)],
    "binomial": [(0, 0.5), (10, 0.0), (10, 0.3), (10, 0.9), (100, 0.4), (100, 0.5), (1000, 0.7),
                 (10**6, 0.01), (10**9, 0.5), (10**9, 1e-8), (45, 1.0)],
    "negative_binomial": [(1.0, 0.1), (10.0, 0.5), (2.5, 0.9)],
    "geometric": [(0.35,), (0.9,), (1.0,), (0.2,), (1e-3,), (1e-12,)],
    "zipf": [(1.1,), (2.0,), (4.5,)],
    "logseries": [(0.1,), (0.6,), (0.999,)],
    "hypergeometric": [(3, 4, 5), (100, 50, 9), (100, 50, 145), (100, 50, 30), (40, 500, 60),
                       (500, 40, 300), (10**6, 10**6, 10**5), (5, 0, 3), (0, 5, 3), (5, 5, 0)],
}


def bits(values):
    values = np.asarray(values).ravel()
    if values.dtype == np.float64:
        return values.view(np.uint64)
    if values.dtype == np.float32:
        return values.view(np.uint32).astype(np.uint64)
    return values.astype(np.int64).view(np.uint64) if values.dtype != np.uint64 else values


def digest(words):
    with np.errstate(over="ignore"):
        powers = np.full(len(words), MULTIPLIER, dtype=np.uint64)
        powers[:1] = 1
        powers = np.cumprod(powers, dtype=np.uint64)[::-1]
        return int(np.sum(words * powers, dtype=np.uint64))


class Recorder:
    def __init__(self, out):
        self.out = out

    def stream(self, name, seed):
        print("stream", name, seed, file=self.out)

    def line(self, operation, arguments, values):
        words = bits(values)
        first = f"{int(words[0]):x}" if len(words) else ""
        text = ",".join(str(a) for a in arguments)
        print(f"{operation}|{text}|{len(words)}|{digest(words):x}|{first}", file=self.out)


def ranges(name):
    if name == "bool":
        return [(0, 1), (0, 2), (1, 2)]
    info = np.iinfo(name)
    low, high = int(info.min), int(info.max)
    spans = [(low, high + 1), (low, high), (0, 1), (0, 10), (5, 105), (0, 64), (1, high)]
    if high > 2**33:
        spans += [(0, 2**32 - 1), (0, 2**32), (0, 2**32 + 1), (3, 2**40 + 7), (0, 3 * 2**61)]
    return spans


def integers(record, draw, name):
    for dtype in INTEGER_TYPES:
        for low, high in ranges(dtype):
            for count in (1, 7, 1001):
                values = draw(low, high, size=count, dtype=dtype)
                record.line(name, (low, high, dtype), values)


def generator(record, rng):
    for count in SIZES:
        record.line("random", (), rng.random(count))
        record.line("random_float", (), rng.random(count, dtype=np.float32))
        record.line("standard_normal", (), rng.standard_normal(count))
        record.line("standard_normal_float", (), rng.standard_normal(count, dtype=np.float32))
        record.line("integers", (0, 10, "int8"), rng.integers(0, 10, count, dtype=np.int8))
        record.line("integers", (0, 10, "int64"), rng.integers(0, 10, count))
    for operation in ("random", "standard_normal", "standard_exponential"):
        draw = getattr(rng, operation)
        record.line(operation, (), draw(LONG))
        record.line(operation + "_float", (), draw(LONG, dtype=np.float32))
    inverse = rng.standard_exponential(MEDIUM, method="inv")
    record.line("standard_exponential_inv", (), inverse)
    inverse = rng.standard_exponential(MEDIUM, dtype=np.float32, method="inv")
    record.line("standard_exponential_inv_float", (), inverse)
    for shape in (0.0, 0.1, 0.9, 1.0, 1.5, 50.0):
        gamma = rng.standard_gamma(shape, MEDIUM, dtype=np.float32)
        record.line("standard_gamma_float", (shape,), gamma)
    record.line("uniform", (-2.0, 5.0), rng.uniform(-2.0, 5.0, MEDIUM))
    record.line("normal", (3.0, 2.5), rng.normal(3.0, 2.5, MEDIUM))
    for operation, cases in BOTH.items():
        for case in cases:
            record.line(operation, case, getattr(rng, operation)(*case, size=MEDIUM))
    integers(record, rng.integers, "integers")
    for count in SIZES:
        record.line("permutation", (count,), rng.permutation(count))
    for population, size in [(0, 0), (1, 1), (10, 3), (10, 10), (5000, 40), (5000, 4000),
                             (20000, 401), (20000, 399), (20000, 20000), (1 << 40, 100)]:
        for shuffle in (True, False):
            sample = rng.choice(population, size, replace=False, shuffle=shuffle)
            record.line("sample", (population, shuffle), sample)
    record.line("raw", (), rng.bit_generator.random_raw(100))


def legacy(record, rng):
    for count in SIZES:
        record.line("random", (), rng.random_sample(count))
        record.line("standard_normal", (), rng.standard_normal(count))
        record.line("randint", (0, 10, "int8"), rng.randint(0, 10, count, dtype=np.int8))
        record.line("randint", (0, 10, "int64"), rng.randint(0, 10, count))
    record.line("random", (), rng.random_sample(LONG))
    record.line("standard_normal", (), rng.standard_normal(LONG))
    record.line("standard_exponential", (), rng.standard_exponential(LONG))
    record.line("uniform", (-2.0, 5.0), rng.uniform(-2.0, 5.0, MEDIUM))
    record.line("normal", (3.0, 2.5), rng.normal(3.0, 2.5, MEDIUM))
    for operation, cases in BOTH.items():
        for case in cases:
            try:
                values = getattr(rng, operation)(*case, size=MEDIUM)
            except ValueError:
                continue  # a range that the legacy functions refuse
            record.line(operation, case, values)
    integers(record, rng.randint, "randint")
    for count in SIZES:
        record.line("permutation", (count,), rng.permutation(count))


def main():
    with open(resource("ndarray", "random/streams.txt"), "w") as out:
        print(f"# NumPy {np.__version__}", file=out)
        record = Recorder(out)
        for name in ("PCG64", "PCG64DXSM", "SFC64", "Philox", "MT19937"):
            for seed in (0, 42, 2**70 + 12345) if name == "PCG64" else (7,):
                record.stream(name, seed)
                generator(record, np.random.Generator(getattr(np.random, name)(seed)))
        for seed in (0, 42, 2**32 - 1):
            record.stream("RandomState", seed)
            legacy(record, np.random.RandomState(seed))
        record.stream("RandomState", "1,2,4294967295")
        record.line("random", (), np.random.RandomState([1, 2, 2**32 - 1]).random_sample(2000))


if __name__ == "__main__":
    main()
