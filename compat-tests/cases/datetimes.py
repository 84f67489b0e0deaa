# Dates and durations: datetime64 and timedelta64. Arrays are written as counts, NaT as the least int64.
UNITS = ["Y", "M", "W", "D", "h", "m", "s", "ms", "us", "ns", "ps", "fs", "as"]
NAT = -2**63
D3 = V("M8[D]", ["2020-01-01", "NaT", "1969-02-28"])
E3 = V("M8[D]", ["2020-02-29", "2020-01-01", "1969-02-28"])
H3 = V("m8[h]", [5, NAT, -30])
G3 = V("m8[h]", [7, 2, -30])
I3 = V("i8", [2, -3, 0])

# texts
TEXTS = ["2020", "2020-02", "2020-02-03", "2020-02-03T04", "2020-02-03 04:05", "2020-02-03T04:05:06",
         "2020-02-03T04:05:06.7", "2020-02-03T04:05:06.78901234", "2020-02-03T04:05:06.", "2020-02-03T04:05:06Z",
         "2020-02-03T04:05:06+0100", "2020-02-03T04:05-02:30", "2020-02-03T04+01", "", "NaT", "nat", "-0001-01-01", "-2000", "12000-01-01",
         "+2020", "99", "10000", "20200203", "0001-01-01", "1969-12-31T23:59:59.999999999", "2000-02-29", "1900-02-28",
         "2020-02-30", "2019-02-29", "2020-2-3", "2020-02-03T", "2020-02-03T0405", "now2", "2020-13", "2020-00", "2020-02-03T25",
         "abc", "2020-02-03T04:05:60", "2020-02-03T04:60", "2020-01-01x", "2020-", "2020-W05", "2020-02-03T04:5", "2020-02-03T4",
         "2020-02-03T04:05:06.1234567890123456789", "-", "2020-02-", "2020-02-3"]
for text in TEXTS:
    case("np.datetime64", text)
for u in UNITS + ["15m", "2h", "7D", "100ns", "3M", "10Y"]:
    for text in ["2020-02-03T04:05:06.789", "1969-12-31T23:59:59.5", "1600-03-01", "NaT"]:
        case("np.datetime64", text, u)
    case("np.datetime64", 5, u)
    case("np.datetime64", -70, u)
    case("np.timedelta64", 5, u)
    case("np.timedelta64", "-7", u)
    case("np.timedelta64", "NaT", u)
for args in [(5,), ("2020", "xx"), ("2020-01-01", "generic"), (1.5, "D"), (True, "D"), (None, "D"), ("NaT", "generic")]:
    case("np.datetime64", *args)
for args in [(5,), (1.5, "D"), ("NaT",), ("abc", "D"), (True, "D"), (5, "xx"), (V("m8[D]", 5), "h"), (V("m8[h]", 25), "D"),
             (V("m8[Y]", 5), "M"), (V("m8[Y]", 5), "D")]:
    case("np.timedelta64", *args)

# dtypes
for name in ["M8", "m8", "M8[D]", "m8[15m]", "M8[ns]", "datetime64[15m]", "timedelta64", "M8[D/24]", "M8[h/4]", "m8[s/8]", "M8[generic]", "M", "m",
             "<M8[s]", "=m8[as]", "M8[Y/4]", "M8[2W/7]"]:
    case("np.dtype", name)
    for attribute in ["name", "str", "kind", "char", "num", "itemsize", "alignment", "byteorder", "isnative", "hasobject"]:
        case("dt." + attribute, np.dtype(name))
    case("repr", np.dtype(name))
    case("str", np.dtype(name))
for name in ["M8[xx]", "M4", "M8[]", "M8[-2D]", "M8[D/7]", "M8[as/2]"]:
    case("np.dtype", name)
NAMES = ["?", "i1", "i8", "u8", "u4", "f4", "f8", "c16", "M8", "M8[D]", "M8[M]", "M8[h]", "M8[2D]", "M8[Y]", "m8", "m8[D]", "m8[M]", "m8[h]", "m8[7D]", "m8[90m]"]
for a in NAMES:
    for b in NAMES:
        if "M" in a + b or "m" in a + b:
            for rule in ["no", "equiv", "safe", "same_kind", "unsafe"]:
                case("np.can_cast", np.dtype(a), np.dtype(b), rule)
            case("np.promote_types", np.dtype(a), np.dtype(b))
for a, b in [("M8[as]", "M8[W]"), ("m8[as]", "m8[400W]"), ("m8[25s]", "m8[2m]"), ("M8[2D]", "M8[3D]"), ("m8[Y]", "m8[3M]")]:
    case("np.promote_types", np.dtype(a), np.dtype(b))
case("np.result_type", V("m8[D]", [1]), 5)
case("np.result_type", V("M8[D]", [1]), V("m8[s]", [1]))
for family in ["datetime64", "timedelta64", "generic", "number", "integer", "signedinteger", "floating"]:
    for name in ["M8[D]", "m8[s]", "f8"]:
        case("np.issubdtype", np.dtype(name), Const(family))

# arrays
case("np.array", ["2020-01-01", "NaT", "2021-03"], np.dtype("M8[D]"))
case("np.array", ["2020-01-01", "NaT", "2021-03"], np.dtype("M8"))
case("np.array", [["2020-01-01"], ["2020-01-01T12"]], np.dtype("M8"))
case("np.array", [1, 2], np.dtype("M8[D]"))
case("np.array", [1, 2], np.dtype("M8"))
case("np.array", [1, 2], np.dtype("m8"))
case("np.array", ["3", "NaT"], np.dtype("m8[s]"))
case("np.array", [1.5], np.dtype("m8[D]"))
case("np.array", V("M8[D]", [1, 2]), np.dtype("M8[s]"))
case("np.array", V("m8[D]", [1, 2]))
case("np.zeros", (2,), np.dtype("M8[D]"))
case("np.ones", (2, 2), np.dtype("m8[s]"))
case("np.full", (2,), 5, np.dtype("M8[D]"))
case("np.full", (2,), "2000-01-01", np.dtype("M8[D]"))
case("np.zeros_like", D3)
case("np.full_like", H3, 3)

# printing
for a in [D3, H3, V("M8[D]", 5), V("m8[D]", 5), V("m8[15m]", [30, -2]), V("m8", 5), V("m8", [5, NAT]), V("M8", NAT), V("M8", [NAT]),
          V("M8[Y]", [[50, -5000], [100000, 8000]]), V("M8[M]", [-70]), V("M8[W]", [5, -3]), V("M8[h]", [5]), V("M8[m]", [-5]), V("M8[s]", [-5]),
          V("M8[ms]", [-5]), V("M8[us]", [-5, 7]), V("M8[ns]", [-1]), V("M8[ps]", [5]), V("M8[fs]", [-1]), V("M8[as]", [5, -1]), V("M8[15m]", [5]),
          V("M8[D]", [2**63 - 1, -2**62]), V("M8[D]", np.zeros((0,), "i8")), V("M8[D]", range(1200)), V("m8[ns]", range(3000)), V("m8[Y]", -1)]:
    case("str", a)
    case("repr", a)

# casts
for u in UNITS:
    for w in UNITS + ["15m", "7D"]:
        case("nd.astype", V("M8[" + u + "]", [0, 1, -1, 700, -701, NAT]), np.dtype("M8[" + w + "]"))
        case("nd.astype", V("m8[" + u + "]", [0, 1, -1, 700, -701, NAT]), np.dtype("m8[" + w + "]"))
for d in BOOL + INTS + FLOATS:
    case("nd.astype", V(d, [0, 1, 1]), np.dtype("M8[D]"))
    case("nd.astype", V(d, [0, 1, 1]), np.dtype("m8[s]"))
    if d not in UNSIGNED:
        case("nd.astype", V("m8[s]", [0, 1, -5]), np.dtype(d))
case("nd.astype", V("f8", [1.5, np.nan, -2.7]), np.dtype("M8[D]"))
case("nd.astype", D3, np.dtype("i8"))
case("nd.astype", D3, np.dtype("f8"))
case("nd.astype", D3, np.dtype("m8[D]"))
case("nd.astype", H3, np.dtype("m8[D]"), casting="safe")
case("nd.astype", D3, np.dtype("M8[s]"), casting="safe")
case("nd.view", D3, np.dtype("i8"))
case("nd.view", V("i8", [1, 2]), np.dtype("M8[s]"))
case("nd.astype", V("M8", [NAT]), np.dtype("M8[s]"))

# arithmetic
KINDS = [D3, H3, I3, V("f8", [2.5, 1, 0]), V("b1", [True, False, True]), V("m8[D]", [1, 2, 3]), V("M8[s]", [0, 86400, -1]), V("u1", [1, 2, 3]),
         V("m8", [1, 2, NAT]), V("m8[M]", [1, 2, 3]), V("c16", [1, 2, 3])]
for op in ["add", "subtract", "multiply", "divide", "floor_divide", "remainder", "equal", "not_equal", "less", "less_equal", "greater",
           "greater_equal", "maximum", "minimum", "fmax", "fmin"]:
    for a in KINDS:
        for b in KINDS:
            if isinstance(a, V) and (a.array.dtype.kind in "Mm" or b.array.dtype.kind in "Mm"):
                case("np." + op, a, b)
for op in ["add", "subtract", "multiply", "divide", "floor_divide", "less"]:
    case("np." + op, D3, 2)
    case("np." + op, H3, 2)
    case("np." + op, H3, -2.5)
    case("np." + op, 2, H3)
for op in ["negative", "positive", "absolute", "sign", "isnan", "isfinite", "isinf", "isnat", "sin", "sqrt"]:
    case("np." + op, D3)
    case("np." + op, H3)
case("np.isnat", I3)
case("np.add", D3, G3.t(0)[:, None])
case("nd.__add__", D3, H3)
case("nd.__sub__", D3, E3)
case("nd.__neg__", H3)
case("nd.__lt__", D3, E3)
case("nd.__iadd__", V("M8[s]", [1, 2, NAT]), V("m8[m]", [1, NAT, 3]))

for divisor in [2, -2, 3, V("i8", [2, -2, 3]), V("f8", [2, -2, 3]), V("f4", [2, -2, 3])]:
    for op in ["divide", "floor_divide", "multiply"]:
        case("np." + op, V("m8[s]", [-5, 5, -7]), divisor)
for a, b in [("M8[2M]", "m8[7D]"), ("M8[Y]", "m8[7D]"), ("m8[7D]", "M8[Y]"), ("M8[2D]", "m8[3M]"), ("M8[M]", "M8[7D]")]:
    case("np.promote_types", np.dtype(a), np.dtype(b))

# reductions, order, sets
M6 = V("m8[h]", [[5, 3, -8], [2, 3, 1]])
N6 = V("M8[D]", [[5, NAT, -8], [2, 3, 1]])
for a in [M6, N6, D3, E3, H3, G3]:
    for fn in ["np.max", "np.min", "np.sum", "np.argmax", "np.argmin"]:
        case(fn, a)
        case(fn, a, axis=0)
    case("np.sum", a, axis=-1, keepdims=True)
    case("np.prod", a)
    case("np.sort", a)
    case("np.argsort", a)
    case("np.unique", a)
    case("np.fmax.reduce", a)
    case("np.fmin.reduce", a)
for a in [M6, N6, H3, G3]:
    case("np.diff", a)
    case("np.mean", a)
    case("np.mean", a, axis=0)
case("np.diff", E3, 2)
case("np.mean", M6, axis=1, keepdims=True)
case("np.sort", N6, axis=0)
case("np.lexsort", (D3, I3))
case("nd.sort", V("M8[D]", [3, NAT, 1]))
case("np.unique", V("M8[D]", [3, NAT, 1, NAT, 3]), return_counts=True)
case("np.unique", V("M8[D]", [3, NAT, 1, NAT, 3]), return_inverse=True)
case("np.searchsorted", V("M8[D]", [1, 3, 3, 9, NAT]), V("M8[h]", [0, 72, 24, NAT]))
case("np.searchsorted", V("M8[D]", [1, 3, 3, 9, NAT]), V("M8[D]", [3, NAT]), side="right")

# moving elements
case("getitem", N6, (0, 1))
case("getitem", N6, (slice(None), 1))
case("getitem", N6, V("i8", [1, 0, 1]))
case("getitem", N6, V("b1", [True, False]))
case("setitem", V("M8[D]", [1, 2, 3]), 1, "2020-01-01")
case("setitem", V("M8[D]", [1, 2, 3]), slice(1, None), V("M8[s]", [86400 * 5]))
case("setitem", V("M8[D]", [1, 2, 3]), V("i8", [0, 2]), 77)
case("setitem", V("m8[D]", [1, 2, 3]), V("b1", [True, False, True]), "NaT")
case("np.where", V("b1", [True, False, True]), D3, E3)
case("np.where", V("b1", [True, False, True]), H3, V("m8[m]", [1, 2, 3]))
case("np.where", V("b1", [True, False, True]), H3, 5)
case("np.concatenate", (D3, E3))
case("np.concatenate", (D3, V("M8[s]", [5])))
case("np.concatenate", (H3, V("m8[M]", [5])))
case("np.concatenate", (D3, I3), text=False)
case("np.stack", (D3, E3), axis=1)
case("np.reshape", N6, (3, 2))
case("np.transpose", N6)
case("np.broadcast_to", V("M8[D]", [5]), (2, 3))
case("np.repeat", D3, 2)
case("np.tile", D3, (2, 1))
case("np.take", D3, V("i8", [2, 0]))
case("np.flip", D3)
case("np.roll", D3, 1)
case("np.copy", N6)
case("nd.tobytes", D3)
case("np.frombuffer", D3.array.tobytes(), np.dtype("M8[D]"))

# files
case("io.save", D3)
case("io.save", V("m8[15m]", [[1, NAT], [3, 4]]))
case("io.save", V("m8", [1]))
