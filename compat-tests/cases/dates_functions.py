"""Dates and durations in every function of NumPy, where it takes them and where it does not."""

NAT = -2**63
DATES = V("M8[D]", [18266, NAT, -307, 18266])
DAYS = V("M8[D]", [18321, 18262, -307, 5])
DATES2 = V("M8[s]", [[7, 86400, -3], [NAT, 2, 86400]])
LENGTHS = V("m8[h]", [5, NAT, -30, 5])
HOURS = V("m8[h]", [7, 0, -30, 2])
HOURS2 = V("m8[m]", [[90, 0, -61], [7, 120, 90]])
NONE = V("M8[D]", np.zeros((0,), "i8"))
NOTHING = V("m8[D]", np.zeros((0,), "i8"))
ARRAYS = [DATES, DAYS, DATES2, LENGTHS, HOURS, HOURS2, NONE, NOTHING]
PLAIN = [DATES, DAYS, LENGTHS, HOURS]
FLAT = PLAIN + [NONE, NOTHING]
TWO = [DATES2, HOURS2]
MASK = V("b1", [True, False, True, True])
WHOLE = V("i8", [3, -1, 0, 2])
REAL = V("f8", [1.5, -1, 0, 2])
PAIRS = [(DATES, DAYS), (LENGTHS, HOURS), (HOURS, V("m8[s]", [3600 * 7, 1, 0, 7200])), (DAYS, V("M8[h]", [18321 * 24, 3, 1, 120])), (DATES, HOURS), (HOURS, DATES),
         (HOURS, WHOLE), (WHOLE, HOURS), (DAYS, WHOLE), (HOURS, REAL), (REAL, DAYS), (NONE, DAYS[:1]), (NOTHING, HOURS[:1]), (MASK, HOURS)]


def each(fn, arrays, *args, **kw):
    for a in arrays:
        case(fn, a, *args, **kw)


def pairs(fn, *args, **kw):
    for a, b in PAIRS:
        case(fn, a, b, *args, **kw)


# elementwise, of one input
for fn in ["abs", "acos", "arccosh", "sin", "sqrt", "square", "cbrt", "exp", "log", "log1p", "ceil", "floor", "rint", "trunc", "fix", "conjugate", "deg2rad", "invert",
           "logical_not", "isnan", "isfinite", "isinf", "isnat", "signbit", "sign", "negative", "positive", "absolute", "fabs", "reciprocal", "spacing", "bitwise_count",
           "isneginf", "isposinf", "iscomplex", "iscomplexobj", "isrealobj", "real", "imag", "angle", "real_if_close", "nan_to_num", "round", "around",
           "frexp", "modf", "asarray_chkfinite"]:
    each("np." + fn, ARRAYS)
each("np.sinc", ARRAYS, text=False)
# elementwise, of two
for fn in ["add", "subtract", "multiply", "divide", "true_divide", "floor_divide", "remainder", "mod", "fmod", "divmod", "power", "float_power", "arctan2", "hypot", "logaddexp",
           "copysign", "nextafter", "ldexp", "gcd", "lcm", "heaviside", "bitwise_and", "left_shift", "logical_and", "logical_or", "logical_xor", "equal", "not_equal", "less",
           "less_equal", "greater", "greater_equal", "maximum", "minimum", "fmax", "fmin", "isclose", "allclose", "array_equal", "array_equiv"]:
    pairs("np." + fn)
for fn in ["equal", "not_equal", "less", "maximum", "fmin", "add", "subtract", "multiply", "divide", "floor_divide", "remainder", "divmod"]:
    for other in [5, 2.5, True, "2020-01-05", 0]:
        for a in [DATES, LENGTHS]:
            if not isinstance(other, str) or fn not in ("add", "subtract", "multiply", "divide", "floor_divide", "remainder", "divmod"):
                case("np." + fn, a, other, text=not isinstance(other, str))
                case("np." + fn, other, a, text=not isinstance(other, str))
for name in ["eq", "ne", "lt", "le", "gt", "ge", "add", "radd", "sub", "rsub", "mul", "rmul", "truediv", "rtruediv", "floordiv", "rfloordiv", "mod", "divmod", "pow", "and", "or", "lshift",
             "matmul"]:
    for a, b in [(DATES, DAYS), (LENGTHS, HOURS), (DATES, HOURS), (HOURS, DATES), (DATES, 5), (HOURS, 5), (HOURS, 2.5), (DATES, 2.5), (DATES, WHOLE), (HOURS, REAL), (DATES, MASK),
                 (HOURS, MASK), (DATES, DAYS[:3])]:
        case("nd.__" + name + "__", a, b)
for name in ["iadd", "isub", "imul", "itruediv", "ifloordiv", "imod", "ipow", "iand"]:
    for b in [HOURS, 3, 2.5, DAYS, V("m8[s]", [3600, 7200, 1, 5]), WHOLE]:
        case("nd.__" + name + "__", V("m8[h]", [7, NAT, -30, 2]), b)
        case("nd.__" + name + "__", V("M8[D]", [7, NAT, -30, 2]), b)
for name in ["neg", "pos", "abs", "invert"]:
    each("nd.__" + name + "__", PLAIN)
for name in ["bool", "int", "float", "complex"]:
    for a in [V("M8[D]", 5), V("m8[D]", 5), V("m8[D]", [0]), V("M8[D]", [0]), V("m8[D]", NAT), DATES]:
        case("nd.__" + name + "__", a, text=name == "bool")
each("nd.__len__", ARRAYS)
for item in [DAYS[1], V("M8[h]", 120), 5]:
    case("nd.__contains__", DAYS, item, text=False)
case("nd.__contains__", HOURS, 7)
case("nd.__contains__", HOURS, V("m8[s]", 7200))

# reductions and scans
for fn in ["all", "any", "sum", "prod", "max", "min", "amax", "amin", "ptp", "mean", "std", "var", "median", "argmax", "argmin", "count_nonzero", "nonzero", "argwhere", "flatnonzero",
           "cumsum", "cumprod", "cumulative_sum", "cumulative_prod", "nansum", "nanprod", "nanmax", "nanmin", "nanmean", "nanstd", "nanvar", "nanmedian", "nanargmax", "nanargmin",
           "nancumsum", "nancumprod", "average"]:
    each("np." + fn, ARRAYS)
    if fn not in ("nonzero", "argwhere", "flatnonzero"):
        each("np." + fn, TWO, axis=0)
        each("np." + fn, TWO, axis=1)
    if fn not in ("nonzero", "argwhere", "flatnonzero", "cumsum", "cumprod", "cumulative_sum", "cumulative_prod", "nancumsum", "nancumprod"):
        each("np." + fn, TWO, axis=1, keepdims=True)
for fn in ["sum", "prod", "max", "min", "mean", "std", "var", "all", "any", "nansum", "nanmax", "nanmin", "nanmean"]:
    each("np." + fn, PLAIN, where=MASK)
    if fn not in ("all", "any", "mean", "std", "var", "nanmean"):
        case("np." + fn, HOURS, initial=V("m8[h]", 9))
        case("np." + fn, HOURS, initial=V("m8[m]", 9))
        case("np." + fn, HOURS, initial=9)
        case("np." + fn, DAYS, initial=V("M8[D]", 9))
        case("np." + fn, DAYS, initial=9)
        case("np." + fn, NONE, initial=V("M8[D]", 9))
        case("np." + fn, NOTHING, initial=V("m8[D]", 9))
        case("np." + fn, HOURS, initial=V("m8[h]", 9), where=MASK)
        case("np." + fn, DAYS, initial=V("M8[D]", 9), where=MASK)
for fn in ["sum", "max", "min", "mean"]:
    case("np." + fn, HOURS2, axis=0, out=V("m8[m]", [0, 0, 0]))
    case("np." + fn, HOURS2, axis=0, out=V("m8[s]", [0, 0, 0]))
    case("np." + fn, HOURS2, axis=0, out=V("m8[h]", [0, 0, 0]))
    case("np." + fn, HOURS2, axis=0, out=V("i8", [0, 0, 0]))
    case("np." + fn, HOURS2, axis=0, out=V("f8", [0, 0, 0]))
    case("np." + fn, DATES2, axis=0, out=V("M8[s]", [0, 0, 0]))
    case("np." + fn, DATES2, axis=0, out=V("m8[s]", [0, 0, 0]))
for fn in ["median", "ptp"]:
    case("np." + fn, HOURS2, axis=0, out=V("m8[m]", [0, 0, 0]))
for fn in ["argmax", "argmin", "all", "any"]:
    case("np." + fn, DATES2, axis=1, out=V("i8" if fn[:2] == "ar" else "b1", [0, 0]))
for fn in ["sum", "mean", "std", "prod", "cumsum"]:
    for d in ["i8", "f8", "m8"] + (["m8[s]", "M8[m]"] if fn != "cumsum" else []):
        case("np." + fn, HOURS2, dtype=np.dtype(d))
        case("np." + fn, DATES2, dtype=np.dtype(d))
    if fn != "cumsum":
        case("np." + fn, WHOLE, dtype=np.dtype("m8[s]"))
case("np.std", HOURS, ddof=1)
case("np.var", HOURS, ddof=1)
case("np.std", HOURS2, axis=1, ddof=1, mean=V("m8[m]", [[10], [20]]))
case("np.mean", V("m8[h]", [1, 2]))
case("np.mean", V("m8[h]", [-1, -2]))
case("np.mean", V("m8[s]", [2**60, 2**60 + 1, -7]))
case("np.average", HOURS, weights=[1, 2, 3, 4])
case("np.average", HOURS, weights=V("f8", [0.5, 0.25, 0, 0.25]))
case("np.average", HOURS2, axis=1, weights=[1, 2, 1])
case("np.average", HOURS, weights=[1, 2, 3, 4], returned=True)
case("np.average", HOURS, returned=True)
case("np.average", DAYS, weights=[1, 2, 3, 4], text=False)
case("np.average", WHOLE, weights=HOURS, text=False)
case("np.median", HOURS[:3])
case("np.median", DAYS[:3])
case("np.median", HOURS2, axis=(0, 1))
case("np.nanmedian", LENGTHS[:3])
for fn in ["percentile", "quantile", "nanpercentile", "nanquantile"]:
    q = 30 if "per" in fn else 0.3
    each("np." + fn, ARRAYS, q)
    each("np." + fn, [HOURS, DAYS, LENGTHS], [q, 2 * q])
    each("np." + fn, TWO, q, axis=0)
    for method in ["lower", "higher", "nearest", "midpoint", "inverted_cdf", "averaged_inverted_cdf", "closest_observation", "weibull", "hazen", "median_unbiased"]:
        each("np." + fn, [HOURS, DAYS, LENGTHS, DATES], q, method=method)
    case("np." + fn, HOURS, q, weights=[1, 2, 3, 4], method="inverted_cdf")
    case("np." + fn, DAYS, q, weights=[1, 2, 3, 4], method="inverted_cdf")

# differences
each("np.diff", ARRAYS)
each("np.diff", ARRAYS, n=2)
each("np.diff", TWO, axis=0)
case("np.diff", HOURS, prepend=V("m8[h]", 5), append=V("m8[m]", 5))
case("np.diff", HOURS, prepend=5)
case("np.diff", DAYS, prepend=V("M8[D]", 5))
case("np.diff", DAYS, prepend=V("M8[D]", [5, 6]), append=V("M8[h]", [7]))
each("np.ediff1d", ARRAYS)
case("np.ediff1d", HOURS, to_begin=V("m8[h]", 1), to_end=V("m8[h]", [2, 3]))
case("np.ediff1d", HOURS, to_begin=1)
case("np.ediff1d", HOURS, to_begin=V("m8[m]", 1))
case("np.ediff1d", DAYS, to_begin=V("m8[D]", 1))
case("np.ediff1d", DAYS, to_end=V("m8[D]", 1))
each("np.gradient", ARRAYS)
each("np.gradient", PLAIN, 2)
each("np.gradient", PLAIN, 2.0)
case("np.gradient", HOURS, V("m8[h]", 2))
case("np.gradient", REAL, V("m8[h]", 2))
case("np.gradient", REAL, V("M8[D]", [1, 2, 4, 7]), text=False)
case("np.gradient", HOURS, V("M8[D]", [1, 2, 4, 7]))
case("np.gradient", DAYS, V("M8[D]", [1, 2, 4, 7]))
case("np.gradient", DAYS, V("m8[D]", [1, 2, 4, 7]))
case("np.gradient", DAYS, edge_order=2)
case("np.gradient", HOURS2, axis=1)
each("np.trapezoid", ARRAYS)
case("np.trapezoid", HOURS, dx=2)
case("np.trapezoid", HOURS, dx=0.5)
case("np.trapezoid", REAL, x=HOURS)
case("np.trapezoid", REAL, x=DAYS)
case("np.trapezoid", WHOLE, x=DAYS)
case("np.trapezoid", HOURS, x=DAYS)
case("np.trapezoid", HOURS, x=REAL)
case("np.trapezoid", HOURS, x=HOURS)
case("np.trapezoid", REAL, dx=V("m8[h]", 2))
each("np.unwrap", PLAIN)

# order
for fn in ["sort", "argsort", "unique", "unique_counts", "unique_inverse", "unique_all"]:
    each("np." + fn, ARRAYS)
for fn in ["sort", "argsort"]:
    each("np." + fn, TWO, axis=0)
    each("np." + fn, TWO, axis=None)
    each("np." + fn, PLAIN, kind="stable")
for k in [0, 1, 2, -1]:
    each("np.partition", [HOURS, DAYS], k)
each("np.partition", [V("M8[D]", [3, NAT]), V("m8[D]", [NAT, 3])], 0)
each("np.argpartition", [V("M8[D]", [3, NAT]), V("m8[D]", [NAT, 3])], 0)
for a in [V("M8[D]", [3, NAT, 1, 2]), V("m8[D]", [3, NAT, 1, 2])]:
    case("nd.sort", a)
    case("nd.argsort", a)
case("np.lexsort", (DATES, WHOLE))
case("np.lexsort", (WHOLE, DATES))
case("np.lexsort", (HOURS, DATES, LENGTHS))
case("np.lexsort", DATES2)
for side in ["left", "right"]:
    case("np.searchsorted", V("M8[D]", [1, 3, 3, 9, NAT]), DAYS, side=side)
    case("np.searchsorted", V("m8[D]", [1, 3, 3, 9, NAT]), HOURS, side=side)
    case("np.searchsorted", V("m8[D]", [9, 3, 1]), V("m8[h]", [72, 24, NAT]), side=side, sorter=V("i8", [2, 1, 0]))
    case("np.searchsorted", V("M8[D]", [1, 3, 3, 9]), V("M8[h]", 72), side=side)
case("np.searchsorted", V("M8[D]", [1, 3]), "1970-01-03", text=False)
case("np.searchsorted", V("m8[D]", [1, 3]), 2)
case("np.searchsorted", V("M8[D]", [1, 3]), 2, text=False)
case("np.searchsorted", V("M8[D]", [1, 3]), V("m8[D]", 2), text=False)
case("np.searchsorted", WHOLE, HOURS, text=False)
case("np.searchsorted", NONE, DAYS)
case("np.digitize", DAYS, V("M8[D]", [1, 30]))
case("np.digitize", HOURS, V("m8[h]", [1, 30]))
case("np.digitize", HOURS, V("m8[h]", [30, 1]))
case("np.digitize", HOURS, V("m8[m]", [1, 30]), right=True)
case("np.digitize", DAYS, WHOLE, text=False)
case("np.interp", REAL, V("M8[D]", [1, 2]), [1, 2], text=False)
case("np.interp", V("M8[D]", [1, 2]), V("M8[D]", [1, 2]), [1.0, 2.0])
case("np.interp", V("m8[D]", [1, 2]), V("m8[D]", [1, 2]), [1.0, 2.0])
case("np.interp", [1.5], [1, 2], V("m8[D]", [1, 2]), text=False)
each("np.bincount", FLAT)
case("np.bincount", [1, 2], weights=V("m8[D]", [1, 2]))
each("np.histogram", [HOURS, DAYS, HOURS2, NONE, NOTHING], text=False)
case("np.histogram", DAYS, V("M8[D]", [0, 10, 20000]))
case("np.histogram", HOURS, V("m8[h]", [-40, 0, 5, 10]))
case("np.histogram", HOURS, V("m8[m]", [-4000, 0, 5, 1000]))
case("np.histogram", DAYS, V("M8[D]", [0, 10, 20000]), weights=[1, 2, 3, 4])
case("np.histogram_bin_edges", DAYS, V("M8[D]", [0, 10, 20000]))
case("np.histogram_bin_edges", HOURS, 3, text=False)
case("np.histogram2d", HOURS, HOURS, text=False)

# sets
for fn in ["intersect1d", "union1d", "setdiff1d", "setxor1d", "isin"]:
    for a, b in [(DATES, DAYS), (LENGTHS, HOURS), (HOURS, V("m8[s]", [3600 * 7, 1, 0, 7200])), (DAYS, V("M8[h]", [18321 * 24, 3, 1, 120])), (HOURS, WHOLE), (DATES2, DATES), (NONE, DAYS),
                 (HOURS2, NOTHING), (DATES, V("M8[D]", [NAT])), (LENGTHS, V("m8[h]", [NAT, 5]))]:
        case("np." + fn, a, b)
    for a, b in [(DAYS, WHOLE), (REAL, HOURS)]:
        if fn not in ("isin", "setdiff1d"):
            case("np." + fn, a, b)
for kind in ["sort", "table", None]:
    case("np.isin", DATES, DAYS, kind=kind)
    case("np.isin", LENGTHS, V("m8[h]", [5, 7]), kind=kind)
case("np.isin", DATES, DAYS, invert=True)
case("np.isin", HOURS, 7)
case("np.isin", LENGTHS, HOURS, assume_unique=True)
case("np.intersect1d", DATES, DAYS, return_indices=True)
case("np.intersect1d", DAYS, V("M8[D]", [5, 4, -307]), assume_unique=True)
case("np.setdiff1d", DAYS, V("M8[D]", [5, 4, -307]), assume_unique=True)
case("np.setxor1d", DAYS, V("M8[D]", [5, 4, -307]), assume_unique=True)
for kw in [dict(return_index=True), dict(return_inverse=True), dict(return_counts=True), dict(return_index=True, return_inverse=True, return_counts=True)]:
    each("np.unique", [DATES, LENGTHS, HOURS2, V("M8[D]", [NAT, 3, NAT, 1])], **kw)
case("np.unique", V("M8[D]", [[1, NAT], [1, NAT], [0, 5]]), axis=0)
case("np.unique", V("m8[D]", [[1, 2], [1, 2], [0, 5]]), axis=0, return_index=True)
case("np.unique", V("m8[D]", [[1, 2], [1, 2], [0, 5]]), axis=1)

# closeness and equality
for a, b in PAIRS:
    case("np.array_equal", a, b, equal_nan=True)
    case("np.isclose", a, b, equal_nan=True)
case("np.array_equal", DATES, DATES)
case("np.array_equal", DATES, DATES, equal_nan=True)
case("np.isclose", HOURS, HOURS, atol=V("m8[h]", 1))
case("np.isclose", HOURS, V("m8[h]", [8, 1, -30, 5]), atol=V("m8[h]", 2))
case("np.isclose", HOURS, V("m8[h]", [8, 1, -30, 5]), atol=V("m8[m]", 60), rtol=0)
case("np.isclose", HOURS, V("m8[h]", [8, 1, -30, 5]), atol=1)
case("np.isclose", DAYS, DAYS, atol=V("m8[D]", 1))
case("np.allclose", HOURS, HOURS, atol=V("m8[h]", 1))

# clip, choose, select
for a, low, high in [(HOURS, V("m8[h]", 0), V("m8[h]", 5)), (LENGTHS, V("m8[m]", 0), V("m8[h]", 5)), (DATES, V("M8[D]", 0), V("M8[D]", 9)), (DAYS, V("M8[h]", 0), V("M8[D]", 9)),
                     (HOURS, V("m8[h]", 0), None), (HOURS, None, V("m8[h]", 5)), (HOURS, None, None), (HOURS, 0, 5), (DAYS, 0, 5), (HOURS, V("m8[h]", NAT), V("m8[h]", 5)), (DAYS, HOURS, HOURS),
                     (HOURS2, V("m8[m]", [0, 1, 2]), V("m8[s]", 60 * 100)), (NONE, V("M8[D]", 0), V("M8[D]", 9)), (HOURS, 0.5, 2.5), (HOURS, V("m8[h]", 5), V("m8[h]", 0))]:
    case("np.clip", a, low, high)
    case("nd.clip", a, low, high)
case("np.clip", HOURS, V("m8[h]", 0), V("m8[h]", 5), out=V("m8[h]", [0, 0, 0, 0]))
case("np.clip", HOURS, V("m8[h]", 0), V("m8[h]", 5), out=V("m8[D]", [0, 0, 0, 0]))
for a, b in [(DATES, DAYS), (LENGTHS, V("m8[s]", [1, 2, 3, 4])), (DAYS, V("M8[s]", [1, 2, 3, 4])), (HOURS, WHOLE), (WHOLE, HOURS), (HOURS, 5), (5, HOURS), (DATES, HOURS), (DATES, WHOLE),
             (HOURS, REAL), (HOURS, 2.5), (DATES, 5), (NONE, DAYS[:1])]:
    case("np.where", MASK if a is not NONE else V("b1", np.zeros((0,), "?")), a, b)
    if a is not DATES or b is not HOURS:
        case("np.choose", V("i8", [0, 1, 1, 0]), [a, b])
    if a is not NONE:
        case("np.select", [MASK], [a], b)
each("np.where", ARRAYS)
case("np.select", [MASK, V("b1", [True, True, True, False])], [DATES, DAYS], text=False)
case("np.select", [MASK, V("b1", [True, True, False, False])], [HOURS, V("m8[s]", [1, 2, 3, 4])])
case("np.select", [MASK], [HOURS], V("m8[h]", 7))
case("np.select", [MASK], [HOURS], "NaT", text=False)
for mode in ["wrap", "clip"]:
    case("np.choose", V("i8", [0, 2, -1, 1]), [DATES, DAYS], mode=mode)
case("np.choose", V("i8", [0, 1, 1, 0]), [DATES, DAYS], out=V("M8[D]", [0, 0, 0, 0]))
case("np.choose", HOURS, [HOURS, HOURS], text=False)

# products: NumPy computes some with Python's objects and some without the unit
for fn in ["outer", "kron", "matmul", "vecdot", "cov", "corrcoef"]:
    for a, b in [(HOURS, WHOLE), (DAYS, WHOLE), (HOURS, HOURS), (DAYS, HOURS), (WHOLE, HOURS), (REAL, HOURS)]:
        case("np." + fn, a, b, text=fn[0] != "c")
case("np.trace", HOURS2)
case("np.trace", DATES2)
case("np.apply_along_axis", Fn("sum"), 1, HOURS2)
case("np.apply_along_axis", Fn("sum"), 1, DATES2)
case("np.packbits", HOURS)
case("np.unravel_index", HOURS, (20, 20))
case("np.ix_", HOURS, DAYS)
