"""Inputs of a case: small expressions that NumPy builds here and the Java reader builds from the recorded text.

An input is never stored as numbers when a named generator and a seed describe it: `i4(3,4)small:1`. The generators are
integer arithmetic (a splitmix64 finaliser), so both languages make the same bits.
"""

import numpy as np

MASK = (1 << 64) - 1
BOOL = ["b1"]
SIGNED = ["i1", "i2", "i4", "i8"]
UNSIGNED = ["u1", "u2", "u4", "u8"]
INTS = SIGNED + UNSIGNED
FLOATS = ["f2", "f4", "f8"]
COMPLEX = ["c8", "c16"]
REAL = INTS + FLOATS
INEXACT = FLOATS + COMPLEX
ALL = BOOL + INTS + FLOATS + COMPLEX
SOME = ["b1", "i4", "u1", "f4", "f8", "c16"]


def code(dtype):
    """Our dtype code: b1, i1, ..., c16; V2 (bfloat16); M8[D], m8[15m], M8."""
    dtype = np.dtype(dtype)
    if dtype.kind in "Mm":
        return dtype.str[1:]
    return "b1" if dtype.kind == "b" else dtype.kind + str(dtype.itemsize)


def bits(seed, i):
    z = (((seed << 32) + i) * 0x9E3779B97F4A7C15) & MASK
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
    return z ^ (z >> 31)


def bits2(seed, i):
    return bits(seed, i + 0x40000000)


def awkward(d):
    """The values that break things, per dtype; a generator cycles through them."""
    if d == "b1":
        return [False, True]
    kind = d[0]
    if kind in "iu":
        info = np.iinfo(d)
        if kind == "i":
            return [0, 1, -1, 2, -2, 3, 7, -8, 100, info.max, info.min, info.max - 1, info.min + 1]
        return [0, 1, 2, 3, 7, 8, 100, info.max, info.max - 1, info.max // 2, info.max // 2 + 1, 5]
    if kind == "f":
        info = np.finfo(d)
        big, tiny, least = float(info.max), float(info.tiny), float(info.smallest_subnormal)
        return [0.0, -0.0, 1.0, -1.0, 0.5, -2.5, 3.0, 7.25, 1.0 + float(info.eps), np.nan, np.inf, -np.inf,
                big, -big, tiny, -least, 0.0009765625]
    nan, inf = np.nan, np.inf
    return [0j, complex(1, 0), complex(-1, 0), 1j, complex(0, -1), complex(1, 2), complex(-3, 0.5),
            complex(0.25, -2.5), complex(nan, 0), complex(nan, 1), complex(inf, 0), complex(-inf, 1),
            complex(1, inf), complex(0, -0.0), complex(-0.0, 3), complex(64, -0.125)]


def real_part(gen, d, seed, i, draw=bits):
    """One element of a generator that is computed element by element, for a real dtype."""
    r = draw(seed, i)
    kind = d[0]
    if gen == "small":
        if kind == "b":
            return r & 1
        return r % 19 - 9 if kind == "i" else r % 10 if kind == "u" else (r % 129 - 64) / 8
    if gen == "pos":
        return (r & 1) if kind == "b" else r % 9 + 1 if kind in "iu" else (r % 64 + 1) / 8
    if gen == "unit":
        if kind != "f":
            return real_part("small", d, seed, i, draw)
        p = {"f2": 11, "f4": 24, "f8": 53}[d]
        return (r >> (64 - p)) * 2.0 ** -p
    if gen == "full":
        if kind == "b":
            return r & 1
        if kind == "u":
            return r & ((1 << (8 * int(d[1:]))) - 1)
        if kind == "i":
            n = 8 * int(d[1:])
            v = r & ((1 << n) - 1)
            return v - (1 << n) if v >> (n - 1) else v
        p = {"f2": 10, "f4": 23, "f8": 52}[d]
        s = draw(seed, i + 0x20000000)
        e = (s >> 8) % 17 - 8 if d == "f2" else (s >> 8) % 41 - 20
        return (-1 if s >> 63 else 1) * (1 + (r >> (64 - p)) * 2.0 ** -p) * 2.0 ** e
    if gen == "dup":
        return (r & 1) if kind == "b" else r % 3
    if gen == "nanny":
        v = real_part("small", d, seed, i, draw)
        return np.nan if kind == "f" and (r >> 32) % 4 == 0 else v
    raise KeyError(gen)


def generate(d, shape, gen, seed):
    shape = tuple(shape)
    n = int(np.prod(shape, dtype=np.int64))
    out = np.empty(n, dtype=d)
    half = {"c8": "f4", "c16": "f8"}.get(d)
    if gen == "zeros":
        out[:] = 0
    elif gen == "ones":
        out[:] = 1
    elif gen == "arange":
        for i in range(n):
            out[i] = i % 2 if d == "b1" else complex(i, -0.5 * i) if half else wrap(i, d)
    elif gen == "perm":
        order = list(range(n))
        for i in range(n - 1, 0, -1):
            j = bits(seed, i) % (i + 1)
            order[i], order[j] = order[j], order[i]
        for i in range(n):
            out[i] = order[i] % 2 if d == "b1" else wrap(order[i], d) if not half else order[i]
    elif gen == "awk":
        values = awkward(d)
        for i in range(n):
            out[i] = values[(i + seed) % len(values)]
    elif gen == "spd":
        m = shape[-1]
        g = generate(d, shape, "small", seed)
        out = (g @ np.conj(np.swapaxes(g, -1, -2)) + m * np.eye(m)).astype(d).ravel()
    else:
        for i in range(n):
            if half:
                out[i] = complex(real_part(gen, half, seed, i), real_part("small" if gen == "nanny" else gen, half, seed, i, bits2))
            else:
                out[i] = real_part(gen, d, seed, i)
    return out.reshape(shape)


def wrap(i, d):
    if d[0] not in "iu":
        return i
    n = 8 * int(d[1:])
    v = i & ((1 << n) - 1)
    return v - (1 << n) if d[0] == "i" and v >> (n - 1) else v


class Input:
    """An array in a case. Slicing and transposing it in Python makes a view of it in the case."""

    def __init__(self, parent=None, step=None, make=None):
        self.parent, self.step, self.make = parent, step, make

    @property
    def base(self):
        return self if self.parent is None else self.parent.base

    def build(self, memo, layout=None):
        if id(self) not in memo:
            if self.parent is None:
                array = self.origin()
                memo[id(self)] = array if layout is None else layout(array)
            else:
                memo[id(self)] = self.make(self.parent.build(memo, layout))
        return memo[id(self)]

    def text(self, names):
        if self.parent is None:
            return names.get(id(self)) or self.describe()
        return self.parent.text(names) + self.step

    def __getitem__(self, index):
        return Input(self, "[" + index_text(index) + "]", lambda a: a[index])

    @property
    def T(self):
        return Input(self, ".T", lambda a: a.T)

    @property
    def F(self):
        """The same values in Fortran order."""
        return Input(self, ".F", lambda a: np.asfortranarray(a).copy(order="F"))

    @property
    def ro(self):
        def freeze(a):
            b = a.view()
            b.flags.writeable = False
            return b
        return Input(self, ".ro", freeze)

    def t(self, *axes):
        return Input(self, ".t(" + ",".join(map(str, axes)) + ")", lambda a: a.transpose(axes))

    def to(self, *shape):
        return Input(self, ".to" + shape_text(shape), lambda a: np.broadcast_to(a, shape))


class A(Input):
    """A(dtype, shape, generator, seed)."""

    def __init__(self, dtype="f8", shape=(), gen="small", seed=1):
        super().__init__()
        self.dtype, self.shape, self.gen, self.seed = dtype, shape, gen, seed

    def origin(self):
        return generate(self.dtype, self.shape, self.gen, self.seed)

    def describe(self):
        return f"{self.dtype}{shape_text(self.shape)}{self.gen}:{self.seed}"

    def having(self, dtype, shape):
        return A(dtype if self.dtype is D else self.dtype, shape if self.shape is S else self.shape, self.gen, self.seed)


class V(Input):
    """V(dtype, [values]): an array with its values written out."""

    def __init__(self, dtype, values, shape=None):
        super().__init__()
        array = np.array(values)
        if array.dtype.kind in "iu" and np.dtype(dtype).kind == "u":
            array = np.array(values, dtype=dtype)
        self.array = array.astype(dtype) if shape is None else array.astype(dtype).reshape(shape)

    def origin(self):
        return self.array.copy()

    def describe(self):
        a = self.array.view("i8") if self.array.dtype.kind in "Mm" else self.array
        return code(self.array.dtype) + shape_text(a.shape) + "[" + ",".join(plain(x) for x in a.ravel().tolist()) + "]"


class Rng:
    """A generator in a known state: Rng(seed, ("random", 3), ...) has made the listed calls already."""

    def __init__(self, seed, *calls):
        self.seed, self.calls = seed, calls

    def build(self, memo, layout=None):
        if id(self) not in memo:
            generator = np.random.default_rng(self.seed)
            for name, *args in self.calls:
                getattr(generator, name)(*args)
            memo[id(self)] = generator
        return memo[id(self)]

    def text(self, names):
        seed = "[" + ",".join(map(str, self.seed)) + "]" if isinstance(self.seed, list) else str(self.seed)
        return f"rng({seed})" + "".join(f">{n}(" + ",".join(map(plain, a)) + ")" for n, *a in self.calls)


class Placeholder:
    def __init__(self, name):
        self.name = name


D, S = Placeholder("dtype"), Placeholder("shape")


class Fn:
    """A named function known to both sides (fromfunction, apply_along_axis ...)."""

    known = {
        "add": lambda *a: sum(a[1:], a[0]),
        "mul": lambda *a: a[0] * a[1],
        "sum": lambda a: a.sum(),
        "eq": lambda *a: a[0] == a[1],
    }

    def __init__(self, name):
        self.name = name

    def build(self, memo, layout=None):
        return self.known[self.name]

    def text(self, names):
        return "fn:" + self.name


class Const:
    """A public constant of NumPy that is no value, such as the abstract dtype np.integer."""

    def __init__(self, name):
        self.name = name

    def build(self, memo, layout=None):
        return getattr(np, self.name)

    def text(self, names):
        return "const:" + self.name


def shape_text(shape):
    return "(" + ",".join(map(str, shape)) + ")"


def index_text(index):
    parts = index if isinstance(index, tuple) else (index,)
    words = []
    for p in parts:
        if isinstance(p, slice):
            w = ("" if p.start is None else str(p.start)) + ":" + ("" if p.stop is None else str(p.stop))
            words.append(w if p.step is None else w + ":" + str(p.step))
        elif p is None:
            words.append("None")
        elif p is Ellipsis:
            words.append("...")
        else:
            words.append(str(int(p)))
    return ",".join(words)


def plain(x):
    """A Python scalar as text that Java reads back exactly."""
    if isinstance(x, bool) or x is None:
        return str(x)
    if isinstance(x, complex):
        return f"complex({x.real!r},{x.imag!r})"
    if isinstance(x, str):
        return quote(x)
    return repr(x)


def quote(s):
    return '"' + s.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r") + '"'
