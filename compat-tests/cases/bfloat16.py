# The dtype bfloat16, which NumPy has from the package ml_dtypes. Recorded is what ml_dtypes answers where it answers by its
# format; where it lacks a function or takes a wider type (a Python float beside an array, matmul, degrees, sums that round at each
# step, NaN that are not sorted last, texts with six digits) ours does what float16 does, and a Java test says so (Bfloat16Test).
needs("ml_dtypes")

B = np.dtype("bfloat16")
DTYPES = [np.dtype(d) for d in ALL]
EDGES = [0.0, -0.0, 1.0, 1.00390625, 1.0078125, 1.01171875, 1.00390626, 1.003906249, -1.01171875, 255.0, 256.0, 257.0, 258.0, 259.0,
         3.3895313892515355e38, 3.39e38, -3.4e38, 1e-38, 1.1754943508222875e-38, 1.1699e-38, 9.183549615799121e-41, 4.6e-41,
         4.591774807899561e-41, 1e-41, -2e-40, float("inf"), float("-inf"), float("nan"), 3.14159, -2.5, 0.1, 65504.0]
SOME_B = V(B, [3.140625, -2.5, 0.1, 1e38, 1e-40, float("nan"), float("inf"), -0.0, 255.0, 1.0])
X = V(B, [1.0, -2.5, 3.140625, 0.5, 100.0, -0.0])
Y = V(B, [2.0, 0.75, -1.0, 7.0, 0.0078125, 3.0])
M = V(B, list(range(12)), (3, 4))
POSITIVE = V(B, [0.5, 1.0, 2.0, 3.140625, 10.0, 200.0])
UNIT = V(B, [0.0, 0.25, -0.5, 0.75, 0.9921875, -1.0])

# the dtype
for attribute in ["name", "str", "char", "num", "itemsize", "alignment", "byteorder", "isnative", "hasobject"]:
    case("dt." + attribute, B)
for attribute in ["bits", "eps", "epsneg", "iexp", "machep", "max", "maxexp", "min", "minexp", "negep", "nexp", "nmant", "precision",
                  "resolution", "smallest_normal", "smallest_subnormal", "tiny", "dtype"]:
    case("finfo." + attribute, B)
for d in DTYPES:
    for rule in ["no", "equiv", "safe", "same_kind", "unsafe"]:
        if not (d == np.dtype("f2") and rule == "same_kind"):
            case("np.can_cast", B, d, rule)
        if not (d.kind == "c" and rule == "same_kind"):
            case("np.can_cast", d, B, rule)
    if d.name in ("bool", "int8", "uint8", "float32", "float64", "complex64", "complex128"):
        case("np.promote_types", B, d)
        case("np.promote_types", d, B)
        case("np.result_type", B, d)
for value in [1, True, 1j]:
    case("np.add", X, value)
    case("np.multiply", X, value)
    case("np.equal", X, value)

# creation
case("np.array", [1.5, 2.5, 300.0], dtype=B)
case("np.array", 1, dtype=B)
case("np.zeros", (2, 3), dtype=B)
case("np.ones", 3, dtype=B)
case("np.full", 3, 2.5, dtype=B)
case("np.full", 3, 3.14159, dtype=B)
case("np.arange", 7, dtype=B)
case("np.linspace", 0, 1, 9, dtype=B)
case("np.eye", 3, dtype=B)
case("np.zeros_like", X)
case("np.asarray", [[1, 2], [3, 400]], dtype=B)
case("np.concatenate", [X, Y])
case("np.concatenate", [X, V("f4", [1.25])])
case("np.stack", [X, Y])

# casts
for d in ["f2", "f4"]:
    case("nd.astype", V(d, EDGES), B)
case("nd.astype", V("f8", [v for v in EDGES if v == 0 or v != v or abs(v) in (float("inf"),) or float(np.float32(v)) == v]), B)
for d in INTS:
    info = np.iinfo(d)
    case("nd.astype", V(d, [0, 1, 100, 127, info.max, info.max // 2, info.max // 3, info.min, info.min // 2]), B)
case("nd.astype", V("i8", [2**24 + 2**16 + 1, 2**25 + 2**17 + 1, 2**24 + 2**16 - 1, 257, 258, 259, 385, -387]), B)
case("nd.astype", V("b1", [True, False]), B)
FINITE = V(B, [0.0, -0.0, 1.0, -1.5, 2.9921875, 100.0, -128.0])
for d in ALL:
    case("nd.astype", FINITE, np.dtype(d))
for d in ["f4", "f8", "c8", "c16"]:
    case("nd.astype", V(B, EDGES), np.dtype(d))
case("nd.tolist", FINITE)
case("nd.tobytes", V(B, EDGES))
case("nd.item", V(B, 2.5))
case("nd.view", V(B, [1.0, -2.5, 100.0]), np.dtype("u2"))
case("nd.view", V("u2", [0x3f80, 0xc020, 0x7f80, 0x8000, 1]), B)
case("io.save", V(B, [1.0, -2.5, 100.0]))

# ufuncs: float32 rounded once
for name in ["add", "subtract", "multiply", "divide", "true_divide", "maximum", "minimum", "fmax", "fmin", "copysign", "heaviside", "fmod",
             "remainder", "floor_divide", "equal", "not_equal", "less", "less_equal", "greater", "greater_equal", "logical_and",
             "logical_or", "logical_xor", "nextafter", "divmod"]:
    case("np." + name, X, Y)
    divides = name in ("divide", "true_divide", "fmod", "remainder", "floor_divide", "divmod")
    case("np." + name, V(B, [0.0, -0.0, 1.5, -7.0]), V(B, [-3.0, 3.0, 1.5, 2.0] if divides else [-0.0, 0.0, 1.5, 2.0]))
for name in ["hypot", "arctan2", "logaddexp", "logaddexp2"]:
    case("np." + name, X, Y, tol="u1")
case("np.power", POSITIVE, V(B, [2.0, -1.0, 0.5, 3.0, 1.5, 0.0]), tol="u1")
for name in ["negative", "positive", "absolute", "fabs", "square", "sqrt", "rint", "floor", "ceil", "trunc", "isnan", "isinf",
             "isfinite", "signbit", "logical_not", "conjugate", "reciprocal", "modf"]:
    case("np." + name, V(B, [1.0, 2.5, 3.140625, 100.0, 0.0078125]) if name in ("sqrt", "reciprocal") else X)
for name in ["absolute", "negative", "isnan", "isinf", "isfinite", "signbit"]:
    case("np." + name, V(B, [3.140625, -2.5, 0.1, 1e38, 1e-40, float("nan"), float("inf"), 255.0, -1.0]))
case("np.spacing", V(B, [3.140625, -2.5, 0.1, 1e38, 1e-40, float("nan"), 255.0, -1.0]))
case("np.nextafter", SOME_B, V(B, 0.0))
case("np.nextafter", SOME_B, V(B, float("inf")))
case("np.sign", V(B, [3.140625, -2.5, 0.0, float("nan"), float("-inf")]))
case("np.frexp", V(B, [1.0, -2.5, 0.0, 1e-40, 100.0]))
for name in ["exp", "exp2", "expm1", "sin", "cos", "tan", "sinh", "cosh", "tanh", "arctan", "arcsinh", "cbrt", "deg2rad", "rad2deg"]:
    case("np." + name, V(B, [0.5, -1.0, 2.0, 3.140625, -0.25, 0.0]), tol="u1")
for name in ["log", "log2", "log10", "log1p"]:
    case("np." + name, POSITIVE, tol="u1")
for name in ["arcsin", "arccos"]:
    case("np." + name, UNIT, tol="u1")
case("np.arccosh", V(B, [1.0, 1.5, 10.0]), tol="u1")
case("np.arctanh", V(B, [0.0, 0.5, -0.75]), tol="u1")
case("np.add", X, V("f4", [1.25]))
case("np.add", X, V("f8", [1.25]))
case("np.add", X, V("i1", [3]))
case("np.add", X, V("u1", [200]))
case("np.add", X, V("b1", [True]))
case("np.add", X, V("i2", [3]))
case("np.add", X, V("f2", [3.0]))
case("np.add", X, V("i4", [3]))
case("np.add", X, V("c8", [1j]))
case("np.add", X, Y, dtype=np.dtype("f4"))
case("np.add", V("f4", [1.1, 2.2]), V("f4", [3.3, 4.4]), dtype=B, casting="same_kind")

# reductions whose every step is exact, and those that choose
for name in ["sum", "mean", "max", "min", "argmax", "argmin", "any", "all", "prod"]:
    case("np." + name, V(B, [1.0, 2.0, 4.0, 0.5]))
    case("np." + name, V(B, [1.0, 2.0, 4.0, 0.5, 8.0, 2.0], (2, 3)), axis=0)
    case("np." + name, V(B, [1.0, 2.0, 4.0, 0.5, 8.0, 2.0], (2, 3)), axis=1)
for name in ["argmax", "argmin"]:
    case("np." + name, SOME_B)
case("np.nanmax", V(B, [1.0, float("nan"), 7.0]))
case("np.nanargmax", V(B, [1.0, 3.0, 2.0]))
case("np.cumsum", M)
case("np.cumprod", V(B, [1.0, 2.0, 3.0, 0.5]))
case("np.ptp", M)
case("np.sum", X, dtype=np.dtype("f8"))
case("np.count_nonzero", SOME_B)
case("np.nonzero", SOME_B)
case("np.diff", M)
case("np.median", M)

# order
ORDER = V(B, [3.0, -1.0, float("inf"), 2.5, -0.5, 1e-40, float("-inf"), 7.0])
for name in ["sort", "argsort", "unique"]:
    case("np." + name, ORDER)
case("np.sort", M[::-1])
case("np.partition", ORDER, 3, layouts=False)
case("np.searchsorted", V(B, [1.0, 2.0, 4.0]), V(B, [0.5, 2.0, 5.0]))

# products, choice, indexing
case("np.dot", M, M.T)
case("np.dot", V(B, [1.0, 2.0, 3.0]), V(B, [4.0, 5.0, 6.0]))
case("np.inner", M, M)
case("np.outer", V(B, [1.0, 2.0]), V(B, [3.0, 4.0]))
case("np.where", V("b1", [True, False, True]), V(B, [1.0, 2.0, 3.0]), V(B, [4.0, 5.0, 6.0]))
case("np.where", V("b1", [True, False, True]), V(B, [1.0, 2.0, 3.0]), 0)
case("np.where", V("b1", [True, False, True]), V(B, [1.0, 2.0, 3.0]), V("f4", [0.1]))
case("getitem", M, 1)
case("getitem", M, (slice(1, None), slice(None, None, 2)))
case("getitem", M, [0, 2])
case("getitem", M, (0, 1))
case("setitem", M, 1, 3.14159)
case("setitem", M, slice(0, 2), V("f4", [1.00390625, 1.01171875, 3.0, 1e39]))
case("setitem", V("f4", [1.0, 2.0]), 0, V(B, 2.5))
for name in ["roll", "tile"]:
    case("np." + name, V(B, [1.0, 2.0, 3.0]), 2)
case("np.pad", V(B, [1.0, 2.0, 3.0]), 1)
case("np.isclose", M, M)
case("np.array_equal", M, M)
