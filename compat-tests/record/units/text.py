"""Records how NumPy prints numbers and arrays.

Writes ndarray/src/test/resources/org/panarray/text/recorded.tsv.gz. Fields are separated by tabs, newlines in texts are written as \\n.

  scalar  dtype  hex bytes  str  repr
  pos|sci dtype  hex bytes  key=value;...  text
  array   dtype  shape      data  key=value;...  str|repr|a2s  text

Bytes are little-endian. Array data is hex, `arange`, or `tile:` and hex that is repeated.
"""

import random

import numpy as np

from places import resource, write_lines

OUT = resource("ndarray", "text/recorded.tsv.gz")
DTYPES = (
    "bool int8 uint8 int16 uint16 int32 uint32 int64 uint64 "
    "float16 float32 float64 complex64 complex128"
).split()
FLOATS = ["float16", "float32", "float64"]
rng = np.random.default_rng(20240607)
random.seed(20240607)
lines = []


def escape(text):
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")


def hexed(a):
    return np.ascontiguousarray(a).tobytes().hex()


def scalar(x):
    lines.append(("scalar", x.dtype.name, hexed(x), str(x), repr(x)))


def options(opts):
    return ";".join(f"{k}={v}" for k, v in opts.items())


def number(kind, x, **opts):
    function = np.format_float_positional if kind == "pos" else np.format_float_scientific
    lines.append((kind, x.dtype.name, hexed(x), options(opts), function(x, **opts)))


def array(a, data=None, forms=("str", "repr"), **opts):
    shape = ",".join(map(str, a.shape))
    data = hexed(a) if data is None else data
    for form in forms:
        if form == "a2s":
            text = np.array2string(a, **opts)
        else:
            settings = {k: v for k, v in opts.items() if k not in ("separator", "prefix", "suffix")}
            with np.printoptions(**settings):
                text = str(a) if form == "str" else repr(a)
        lines.append(("array", a.dtype.name, shape, data, options(opts), form, escape(text)))


def bits(dtype, n):
    """Random bit patterns."""
    return np.frombuffer(rng.bytes(np.dtype(dtype).itemsize * n), dtype)


def awkward(dtype):
    t = np.dtype(dtype).type
    info = np.finfo(t)
    with np.errstate(all="ignore"):
        exact = [0, 0.5, 1, 1.5, 2.5, 3, 10, 99, 100, 123, 999, 1000, 1001, 2**53, 2**53 - 1]
        exact += [2.0**53 + 2, 1e15, 1e16, 1e16 + 2, 9999999999999998.0, 1e17, 1e21, 1e22, 1e23]
        exact += [0.1, 0.2, 0.3, 1 / 3, 2 / 3, 0.1 + 0.2, 1e-4, 9.999e-5, 1e-5, 1e-7, 5e-324, 1e-323]
        exact += [1.5e-323, 2e-323, 2.2250738585072014e-308, 2.225073858507201e-308, 1e-45, 1e-38]
        exact += [1.1754944e-38, 16777216.0, 16777215.0, 999999.94, 1e6, 65504, 65519, 0.00006103515625]
        exact += [6e-8, 5.96e-08, 1.2345678901234567, 9007199254740993.0, 4.35, 0.000001, 2e-44]
        exact += [2.0**k for k in range(-140, 128, 7)] + [10.0**k for k in range(-45, 39, 3)]
        values = [t(x) for x in exact] + [t(np.nan), t(np.inf), info.max, info.tiny, info.eps]
        values += [info.smallest_subnormal]
        values += [np.nextafter(x, t(np.inf)) for x in values] + [np.nextafter(x, t(0)) for x in values]
        values += [-x for x in values]
    return np.array(values, dtype)


def record_scalars():
    for d in FLOATS:
        for x in awkward(d):
            scalar(x)
        for x in bits(d, 400):
            scalar(x)
        for x in (rng.normal(size=150) * 10.0 ** rng.integers(-4, 9, 150)).astype(d, casting="unsafe"):
            scalar(x)
    for d in ("complex64", "complex128"):
        part = np.float32 if d == "complex64" else np.float64
        special = [0.0, -0.0, 1.0, -1.5, np.nan, np.inf, -np.inf, 1e16, 1e-5, 1e6, 0.1]
        for re in special:
            for im in special:
                c = np.zeros((), d)
                c.real, c.imag = part(re), part(im)
                scalar(c[()])
        for x in bits(d, 100):
            scalar(x)
    for d in DTYPES:
        if np.dtype(d).kind in "iu":
            for v in (np.iinfo(d).min, np.iinfo(d).max, 0, 1, 7, 100):
                scalar(np.dtype(d).type(v))
    scalar(np.True_)
    scalar(np.False_)


def record_numbers():
    for d in FLOATS:
        pool = list(awkward(d)) + list(bits(d, 400))
        pool += list((rng.normal(size=400) * 10.0 ** rng.integers(-3, 4, 400)).astype(d))
        pool += [np.dtype(d).type(x / 8) for x in range(-20, 40)] + [np.dtype(d).type(x / 1000) for x in range(95)]
        for kind, n in (("pos", 1600), ("sci", 1200)):
            for _ in range(n):
                x = random.choice(pool)
                o = {}
                if random.random() < 0.7:
                    o["precision"] = random.choice([0, 1, 2, 3, 4, 6, 8, 12, 17, 25])
                    if random.random() < 0.4:
                        o["unique"] = False
                if random.random() < 0.3:
                    most = o.get("precision", 12)
                    o["min_digits"] = random.randint(0, most)
                if kind == "pos" and random.random() < 0.3 and o.get("precision") != 0:
                    o["fractional"] = False
                if random.random() < 0.6:
                    o["trim"] = random.choice("k.0-")
                if random.random() < 0.2:
                    o["sign"] = True
                if random.random() < 0.2:
                    o["pad_left"] = random.randint(0, 9)
                if kind == "pos" and random.random() < 0.2:
                    o["pad_right"] = random.randint(0, 9)
                if kind == "sci" and random.random() < 0.2:
                    o["exp_digits"] = random.randint(0, 6)
                if kind == "sci" and o.get("unique") is False:
                    o.pop("min_digits", None)
                number(kind, x, **o)
        for e in range(-24, 16):  # powers of two have an uneven neighbourhood
            for m in (1, 2, 4, 6):
                number("pos", np.dtype(d).type(2.0**e), min_digits=m)
                number("sci", np.dtype(d).type(2.0**e), min_digits=m, precision=m)


def sample(d, shape):
    kind = np.dtype(d).kind
    n = int(np.prod(shape))
    if kind == "b":
        return (rng.random(n) < 0.5).reshape(shape)
    if kind in "iu":
        full = bits(d, n)
        if rng.random() < 0.5:
            full = full % 50
        return full.astype(d).reshape(shape)

    def reals():
        style = rng.integers(0, 7)
        x = rng.normal(size=n)
        if style == 0:
            x = x * 10.0 ** rng.integers(-8, 9, n)
        elif style == 1:
            x = np.round(x * 10, int(rng.integers(0, 4)))
        elif style == 2:
            x = rng.integers(-50, 50, n).astype(float)
        elif style == 3:
            x = np.frombuffer(rng.bytes(8 * n), float)
        elif style == 4:
            x = x * 10.0 ** rng.integers(-6, 20)
        elif style == 5:
            x = abs(x)
        x = x.copy()
        if n and rng.random() < 0.3:
            x[rng.integers(0, n)] = [np.nan, np.inf, -np.inf, 0.0, -0.0][rng.integers(0, 5)]
        return x

    with np.errstate(all="ignore"):
        if kind == "f":
            return reals().astype(d).reshape(shape)
        c = np.zeros(n, "complex128")
        c.real, c.imag = reals(), reals()
        return c.astype(d).reshape(shape)


SHAPES = [(), (0,), (1,), (2,), (3,), (7,), (15,), (17,), (30,), (2, 3), (3, 4), (1, 1), (0, 3), (2, 0)]
SHAPES += [(5, 8), (2, 2, 2), (2, 1, 3), (2, 3, 0), (2, 2, 1, 2), (3, 20), (2, 2, 2, 2)]


def random_options(form):
    o = {}
    if random.random() < 0.5:
        o["precision"] = random.choice([0, 1, 2, 3, 4, 5, 10, 17])
    if random.random() < 0.4:
        o["floatmode"] = random.choice(["fixed", "unique", "maxprec", "maxprec_equal"])
    if random.random() < 0.3:
        o["sign"] = random.choice(["-", "+", " "])
    if random.random() < 0.3:
        o["suppress_small" if form == "a2s" else "suppress"] = True
    if random.random() < 0.3:
        o["threshold"] = random.choice([0, 1, 3, 5, 10])
    if random.random() < 0.3:
        o["edgeitems"] = random.choice([0, 1, 2, 4])
    if random.random() < 0.3:
        o["max_line_width" if form == "a2s" else "linewidth"] = random.choice([1, 10, 20, 40, 75, 120])
    if form != "a2s" and random.random() < 0.2:
        o["nanstr"] = random.choice(["NA", "notanumber", ""])
    if form != "a2s" and random.random() < 0.2:
        o["infstr"] = random.choice(["oo", "Infinity"])
    if form == "a2s":
        if random.random() < 0.5:
            o["separator"] = random.choice([",", ", ", " ", "  ", " | "])
        if random.random() < 0.3:
            o["prefix"] = random.choice(["", "x", "array(", "long prefix "])
        if random.random() < 0.3:
            o["suffix"] = random.choice(["", ")", "long suffix"])
    return o


def record_arrays():
    for d in DTYPES:
        for shape in SHAPES:
            array(sample(d, shape))
        for shape in SHAPES:
            array(sample(d, shape))
        for n in (999, 1000, 1001):
            with np.errstate(all="ignore"):
                array(np.arange(n).astype(d), "arange")
        for shape in ((40, 40), (11, 10, 10), (6, 6, 6, 6), (2, 2, 2, 2, 70), (1, 1001), (1001, 1)):
            tile = sample(d, (7,))
            array(np.resize(tile, shape), "tile:" + hexed(tile))
        floating = np.dtype(d).kind in "fc"
        for _ in range(80 if floating else 20):
            for form in ("str", "repr", "a2s"):
                array(sample(d, random.choice(SHAPES)), forms=(form,), **random_options(form))
    for d in FLOATS:
        for v in awkward(d):
            array(np.array([v]), forms=("str",))
        for pair in ((1, 1000), (1, 1001), (1e-4, 1), (9e-5, 1), (1e8, 1), (99999999, 1), (3, 1e-4)):
            with np.errstate(all="ignore"):
                array(np.array(pair).astype(d))
                array(np.array(pair).astype(d), suppress=True)
        for e in range(-14, 15):
            array(np.array([2.0**e, 1.2345], d), forms=("str",), floatmode="maxprec_equal")


record_scalars()
record_numbers()
record_arrays()
write_lines(OUT, lines)
