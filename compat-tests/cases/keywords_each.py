"""For each function and each of its keywords a call that NumPy answers otherwise without the keyword: one that is taken and ignored fails here."""

f2, f4, f8, i1, i4, i8, b1 = (np.dtype(t) for t in ("f2", "f4", "f8", "i1", "i4", "i8", "?"))
X, Y = A("f8", (2, 3), "pos"), A("f8", (2, 3), "pos", 2)
K, L = A("i4", (2, 3), "pos"), A("i4", (2, 3), "pos", 2)
MASK = V("?", [[1, 0, 1], [0, 1, 1]])
WIDE = V("f8", [[9, 9, 9], [9, 9, 9]])

# ufuncs
INTEGER = {"gcd", "lcm", "bitwise_and", "bitwise_or", "bitwise_xor", "bitwise_not", "bitwise_invert", "invert", "left_shift", "right_shift",
           "bitwise_left_shift", "bitwise_right_shift", "bitwise_count"}
CORE = {"matmul", "vecdot", "matvec", "vecmat", "frexp", "modf", "divmod", "isnat"}
SCALED = {"arccos", "acos", "arcsin", "asin", "arctanh", "atanh"}
for name in sorted(n for n in dir(np) if isinstance(getattr(np, n), np.ufunc)):
    ufunc = getattr(np, name)
    if name in CORE or ufunc.nout != 1 or not any(t[-1] in "?bBilfd" and t[0] in "?bilfd" for t in ufunc.types):
        continue
    d = "i4" if name in INTEGER else "f8"
    gen = "unit" if name in SCALED else "pos"
    tol = "u4" if d == "f8" else "="
    args = [A(d, (2, 3), gen, s + 1) for s in range(ufunc.nin)]
    if name == "ldexp":
        args[1] = A("i4", (2, 3), "pos", 2)
    result = ufunc(*[np.ones(1, a.dtype) for a in args])
    kind = result.dtype
    wide = V(kind, np.full((2, 3), 7 if kind != b1 else 1, kind))
    narrow = "l" if name in INTEGER else "f"
    out = next((t for t in ufunc.types if t.startswith(("fi" if name == "ldexp" else narrow * ufunc.nin) + "->")), None)
    fn = "np." + name
    case(fn, *args, order="F", tol=tol)
    case(fn, *args, out=wide, tol=tol)
    case(fn, *args, out=wide, where=MASK, tol=tol)
    case(fn, *args, where=V("?", np.ones((2, 3))), tol=tol)
    if out:
        case(fn, *args, signature=out, tol=tol)
        case(fn, *args, signature=out, casting="no")
    case(fn, *args, dtype=kind if kind.kind == "b" else np.dtype(out[-1]) if out else f4, text=False, tol=tol)
    if kind.kind == "b" or name == "bitwise_count":
        case(fn, *args, dtype=f8)
case("np.float_power", K, L, signature="DD->D", tol="u4")
case("np.float_power", K, L, casting="no")
case("np.add.outer", K, V("i4", [1, 2]), dtype=f8)
case("np.add.outer", K, V("i4", [1, 2]), dtype=f8, casting="no")
case("np.add.outer", K, V("i4", [1, 2]), order="F")
case("np.add.outer", V("f8", [1, 2]), V("f8", [1, 2]), out=V("f8", [[9, 9], [9, 9]]))
case("np.add.outer", V("f8", [1, 2]), V("f8", [1, 2]), out=V("f8", [[9, 9], [9, 9]]), where=V("?", [[1, 0], [0, 1]]))
for name, extra in (("accumulate", ()), ("reduceat", ([0, 1],))):
    case("np.add." + name, K, *extra, dtype=f8)
    case("np.add." + name, X, *extra, axis=1)
    case("np.add." + name, X, *extra, out=WIDE)
for d in ("f8",):
    for fn in ("np.clip", "nd.clip"):
        case(fn, X, 2, 3.0, order="F")
        case(fn, X, 2, 3.0, dtype=f4)
        case(fn, X, 2, 3.0, dtype=f4, casting="no")
        case(fn, X, 2, 3.0, signature="fff->f")
        case(fn, X, 2, 3.0, out=WIDE)
        case(fn, X, 2, 3.0, out=WIDE, where=MASK)

# reductions, as functions and as methods
ROW, ROW1 = V("f8", [7, 7, 7]), V("b1", [0, 0, 0])
for owner in ("np", "nd"):
    for name in ("sum", "prod", "mean", "var", "std", "nansum", "nanprod", "nanmean", "nanvar", "nanstd"):
        fn = f"{owner}.{name}"
        if not hasattr(np.ndarray if owner == "nd" else np, name):
            continue
        case(fn, K, dtype=f4, tol="u4") if "nan" not in name or name in ("nansum", "nanprod") else case(fn, X, dtype=f4, tol="u4")
        case(fn, X, axis=0, tol="u4")
        case(fn, X, keepdims=True, tol="u4")
        case(fn, X, axis=0, out=ROW, tol="u4")
        case(fn, X, where=MASK, tol="u4")
        if "sum" in name or "prod" in name:
            case(fn, X, initial=3, tol="u4")
        if "var" in name or "std" in name:
            case(fn, X, ddof=1, tol="u4")
            case(fn, X, axis=1, mean=V("f8", [[1], [2]]), keepdims=True, tol="u4")
            if owner == "np":
                case(fn, X, correction=1, tol="u4")
    for name in ("max", "min", "amax", "amin", "nanmax", "nanmin", "all", "any", "argmax", "argmin", "nanargmax", "nanargmin", "ptp"):
        fn = f"{owner}.{name}"
        if not hasattr(np.ndarray if owner == "nd" else np, name):
            continue
        array = V("?", [[1, 1, 0], [0, 0, 0]]) if name in ("all", "any") else X
        out = V("i8", [7, 7, 7]) if "arg" in name else ROW1 if name in ("all", "any") else ROW
        case(fn, array, axis=0)
        case(fn, array, keepdims=True)
        case(fn, array, axis=0, out=out)
        if "arg" not in name and name != "ptp":
            truth = V("?", [[1, 1, 0], [0, 0, 0]]) if name == "all" else V("?", [[0, 0, 1], [1, 1, 1]])
            mask = truth if name in ("all", "any") else V("?", [[1, 0, 0], [0, 0, 0]])
            case(fn, array, where=mask, **({} if name in ("all", "any") else {"initial": 3}))
        if "max" in name and "arg" not in name:
            case(fn, X, initial=99)
        if "min" in name and "arg" not in name:
            case(fn, X, initial=-99)
    for name in ("cumsum", "cumprod", "nancumsum", "nancumprod", "cumulative_sum", "cumulative_prod"):
        fn = f"{owner}.{name}"
        if hasattr(np.ndarray if owner == "nd" else np, name):
            case(fn, K, dtype=f8, axis=0)
            case(fn, X, axis=1)
            case(fn, X, axis=0, out=WIDE)
            if "ulative" in name:
                case(fn, X, axis=0, include_initial=True)
case("np.nanmedian", V("f8", [[1, np.nan, 3], [4, 5, 6]]), axis=0, out=ROW)

# sorting
S = V("f8", [[3, 1, 2], [2, 3, 1]])
for owner in ("np", "nd"):
    case(owner + ".argpartition", S, 1, axis=0)
    case(owner + ".partition", S, 1, axis=0)
    for name in ("partition", "argpartition"):
        case(f"{owner}.{name}", S, 1, kind="x")
    for name in ("sort", "argsort"):
        case(f"{owner}.{name}", S, axis=0)
        case(f"{owner}.{name}", S, kind="x")
        case(f"{owner}.{name}", S, stable=True, kind="stable")
    case(owner + ".searchsorted", V("f8", [1, 2, 2, 3]), 2, side="right")
    case(owner + ".searchsorted", V("f8", [3, 1, 2]), 2, sorter=V("i8", [1, 2, 0]))
    case(owner + ".choose", V("i8", [0, 5, 1]), [[1, 2, 3], [4, 5, 6]], mode="clip")
    case(owner + ".choose", V("i8", [0, 0, 1]), [[1, 2, 3], [4, 5, 6]], out=V("i8", [9, 9, 9]))
    case(owner + ".take", S, [0, 1], axis=1)
    case(owner + ".take", S, [0, 9], mode="clip")
    case(owner + ".take", S, [0, 1], out=V("f8", [9, 9]))
    case(owner + ".put", S, [0, 9], [5, 6], mode="clip")
    case(owner + ".trace", V("i8", np.arange(9).reshape(3, 3)), offset=1)
    case(owner + ".trace", A("f8", (2, 3, 4)), axis1=1)
    case(owner + ".trace", A("f8", (2, 3, 4)), axis2=2)
    case(owner + ".trace", K, dtype=f8)
    case(owner + ".trace", K, out=V("f8", 0.0))
    case(owner + ".diagonal", A("f8", (2, 3, 4)), axis1=2)
    case(owner + ".diagonal", A("f8", (2, 3, 4)), axis2=2)
    case(owner + ".diagonal", A("f8", (2, 3)), offset=1)
    case(owner + ".dot", V("f8", [[1, 2], [3, 4]]), V("f8", [[1, 0], [0, 2]]), out=V("f8", [[0, 0], [0, 0]]))
    case(owner + ".round", V("f8", [1.27, 2.5]), decimals=1)
    case(owner + ".round", V("f8", [1.27, 2.5]), out=V("f8", [0, 0]))
case("np.compress", [True, False], X, out=V("f8", [[9], [9]]), axis=1)
case("np.compress", [True, False], X, out=V("f8", [[9, 9, 9]]), axis=0)
case("nd.compress", X, [True, False], out=V("f8", [[9, 9, 9]]), axis=0)
case("np.around", V("f8", [1.27, 2.5]), decimals=1)
case("np.around", V("f8", [1.27, 2.5]), out=V("f8", [0, 0]))

# creation
for fn in ("np.asarray", "np.asanyarray"):
    case(fn, K, dtype=f8)
    case(fn, K, order="F")
    case(fn, X, copy=True)
case("np.asarray_chkfinite", K, dtype=f8)
case("np.asarray_chkfinite", X, order="F")
case("np.ascontiguousarray", K, dtype=f8)
case("np.asfortranarray", K, dtype=f8)
case("np.require", K, dtype=f8)
case("np.full", (2, 3), 1.0, order="F")
for fn, fill in (("np.zeros_like", ()), ("np.ones_like", ()), ("np.full_like", (2,))):
    case(fn, X, *fill, dtype=i4)
    case(fn, X, *fill, order="F")
    case(fn, X, *fill, shape=(2,))
case("np.empty", (0, 3), order="F")
case("np.empty", (0, 3), dtype=i4)
case("np.empty_like", V("f8", np.zeros((0, 3))), dtype=i4)
case("np.empty_like", X, shape=(0,))
case("np.eye", 2, M=3)
case("np.tri", 2, M=3)
case("np.tri", 3, k=1)
for kw in (dict(num=4), dict(endpoint=False), dict(dtype=i8)):
    case("np.geomspace", 1, 100, tol="u4", **kw)
    case("np.logspace", 1, 2, tol="u4", **kw)
case("np.geomspace", [1, 2], [10, 20], num=3, axis=1, tol="u4", free_order=True)
case("np.reshape", A("f8", (2, 3)).T, (6,), copy=False)
case("np.reshape", A("f8", (2, 3)), (6,), copy=True)
case("np.reshape", A("f8", (2, 3)), (6,), order="F")
case("np.fromstring", "1 2 3", sep=" ", count=2)
case("np.meshgrid", V("f8", [1, 2]), V("f8", [3]), copy=False, sparse=True)
case("np.lib.stride_tricks.as_strided", X, (2,), (8,), writeable=False)
case("np.lib.stride_tricks.sliding_window_view", X, (2, 2), writeable=True)

# joining
for fn in ("np.concatenate", "np.concat", "np.stack", "np.vstack", "np.hstack"):
    case(fn, [[1, 2], [3, 4]], dtype=f4)
    case(fn, [[1, 2], [3, 4]], dtype=f4, casting="no")
    if fn in ("np.concatenate", "np.concat"):
        case(fn, [[1, 2], [3, 4]], axis=None)
        case(fn, [X, Y], axis=1)
        case(fn, [[1, 2], [3, 4]], out=V("f8", [0, 0, 0, 0]))

# statistics, sets, comparisons
case("np.average", X, keepdims=True)
OBS = V("f8", [[1, 2, 4, 3], [2, 1, 0, 5]])
for kw in (dict(aweights=[1.0, 2.0, 1.0, 1.0]), dict(fweights=[1, 2, 1, 1]), dict(dtype=f4), dict(bias=True), dict(ddof=0), dict(rowvar=False)):
    case("np.cov", OBS, tol="r1e-6" if "dtype" in kw else "r1e-12", **kw)
for kw in (dict(dtype=f4), dict(rowvar=False)):
    case("np.corrcoef", OBS, tol="r1e-6" if "dtype" in kw else "r1e-12", **kw)
PX, PY = V("f8", [0, 1, 2, 3]), V("f8", [0, 1, 1, 3])
for kw in (dict(bins=2), dict(density=True), dict(range=[[0, 4], [0, 4]]), dict(weights=[1.0, 2.0, 3.0, 4.0])):
    case("np.histogram2d", PX, PY, **kw)
    case("np.histogramdd", V("f8", [[0, 0], [1, 1], [2, 1], [3, 3]]), **({"bins": 3} | kw))
case("np.histogram_bin_edges", PX, bins="auto", weights=[1, 1, 1, 1])
case("np.setxor1d", [1, 1], [2], assume_unique=True)
case("np.intersect1d", [1, 2, 2], [3, 4], assume_unique=True)
case("np.setdiff1d", [1, 2, 2], [3], assume_unique=True)
for kw in (dict(rtol=0.5), dict(atol=1.0), dict(equal_nan=True)):
    case("np.allclose", [1.0, np.nan if "equal_nan" in kw else 1.0], [1.4, np.nan if "equal_nan" in kw else 1.0] if "equal_nan" not in kw else [1.0, np.nan], **kw)
    case("np.isclose", [1.0, np.nan], [1.4, np.nan], **kw)
case("np.unwrap", [0.0, 4.0, 8.0], discont=5)
case("np.fix", V("f8", [1.5, -1.5]), out=V("f8", [0, 0]))
case("np.isposinf", V("f8", [np.inf, 1]), out=V("?", [0, 0]))
case("np.isneginf", V("f8", [-np.inf, 1]), out=V("?", [0, 0]))
case("np.can_cast", f8, f4, casting="unsafe")
case("np.polyfit", [0.0, 1.0, 2.0], [1.0, 2.0, 4.0], 1, rcond=0.9, text=False, tol="r1e-12")

# linear algebra
case("np.cross", A("f8", (3, 2)), A("f8", (3, 2), seed=2), axisa=0, axisb=0)
case("np.cross", A("f8", (3, 3)), A("f8", (3, 3), seed=2), axisb=0)
case("np.linalg.cross", A("f8", (3, 3)), A("f8", (3, 3), seed=2), axis=0)
case("np.linalg.matrix_rank", V("f8", [[0, 1], [0, 0]]), hermitian=True)
case("np.linalg.multi_dot", [V("f8", [[1, 2], [3, 4]]), V("f8", [[1, 0], [0, 2]])], out=V("f8", [[0, 0], [0, 0]]))
case("np.linalg.norm", V("f8", [3, -4]), ord=1)
REGULAR = V("f8", np.arange(16.0).reshape(2, 2, 2, 2) ** 2 % 7 + np.eye(4).reshape(2, 2, 2, 2) * 5)
for axes in ((0, 2), (1,), (2, 0)):
    case("np.linalg.tensorsolve", REGULAR, V("f8", [[1, 2], [3, 4]]), axes=axes, tol="r1e-12")
case("np.linalg.trace", V("i8", np.arange(9).reshape(3, 3)), offset=1)
case("np.linalg.trace", K, dtype=f8)
case("np.linalg.vecdot", X, Y, axis=0)

# random numbers: the same streams with a size, a location, a scale
DRAWS = {
    "beta": (2.0, 3.0), "binomial": (10, 0.5), "chisquare": (3.0,), "dirichlet": ([1.0, 2.0],), "f": (3.0, 4.0), "gamma": (2.5, 1.0), "geometric": (0.3,),
    "hypergeometric": (5, 6, 7), "lognormal": (0.0, 1.0), "logseries": (0.5,), "multinomial": (5, [0.3, 0.7]), "negative_binomial": (5, 0.5),
    "noncentral_chisquare": (3.0, 1.0), "noncentral_f": (3.0, 4.0, 1.0), "pareto": (3.0,), "poisson": (4.0,), "power": (2.0,), "standard_cauchy": (),
    "standard_exponential": (), "standard_gamma": (2.5,), "standard_normal": (), "standard_t": (4.0,), "triangular": (0.0, 1.0, 3.0), "vonmises": (0.5, 2.0),
    "wald": (1.0, 2.0), "weibull": (2.0,), "zipf": (3.0,), "random": (), "random_sample": (), "randint": (10,), "random_integers": (10,), "tomaxint": (),
    "exponential": (), "rayleigh": (), "gumbel": (), "laplace": (), "logistic": (), "normal": (), "uniform": (), "choice": (5,),
    "multivariate_normal": ([0.0, 1.0], [[2.0, 0.5], [0.5, 1.0]]), "multivariate_hypergeometric": ([3, 4, 5], 6),
}
LOCATED = {"gumbel", "laplace", "logistic", "normal"}
for name, args in sorted(DRAWS.items()):
    tol = "r1e-12" if name == "multivariate_normal" else "u8"
    for owner, first, has in (("rng", Rng(3), np.random.Generator), ("state", 3, np.random.RandomState), ("legacy", 3, np.random)):
        if not hasattr(has, name):
            continue
        fn = f"{owner}.{name}"
        case(fn, first, *args, size=3, tol=tol)
        if name in LOCATED:
            case(fn, first, loc=2.0, tol=tol)
        if name in LOCATED or name in ("exponential", "rayleigh"):
            case(fn, first, scale=3.0, tol=tol)
        if name == "uniform":
            case(fn, first, low=-2.0, tol=tol)
            case(fn, first, high=5.0, tol=tol)
        if name == "choice":
            case(fn, first, 4, 4, replace=False)
            case(fn, first, 4, 4, p=[0.1, 0.2, 0.3, 0.4])
        if name == "multivariate_normal":
            case(fn, first, [0.0, 0.0], [[1.0, 2.0], [2.0, 1.0]], check_valid="raise")
        if name == "randint":
            case(fn, first, 100, size=5, dtype=np.dtype("u1"))
for name, args in (("standard_exponential", ()), ("standard_gamma", (2.5,)), ("standard_normal", ()), ("random", ())):
    case("rng." + name, Rng(3), *args, dtype=f4, tol="u4")
    case("rng." + name, Rng(3), *args, out=V("f8", [0, 0, 0]), tol="u4")
case("rng.multivariate_hypergeometric", Rng(3), [3, 4, 5], 6, method="count")
case("rng.multivariate_normal", Rng(3), [0.0, 1.0], [[2.0, 0.5], [0.5, 1.0]], method="cholesky", tol="r1e-12")
case("rng.permuted", Rng(3), A("i4", (4, 3), "arange"), out=V("i4", np.zeros((4, 3))))

# text
case("np.array2string", X, suffix=" " * 70)
case("np.array_repr", V("f8", [1e-9, 1]), suppress_small=True)
case("np.array_str", V("f8", np.arange(30)), max_line_width=30)
for value, kw in ((2.5, dict(sign=True)), (2.5, dict(pad_left=6)), (2.5, dict(pad_right=6)), (2.5, dict(min_digits=4)), (12345.678, dict(precision=3, fractional=False))):
    case("np.format_float_positional", value, **kw)
for value, kw in ((2.5, dict(sign=True)), (2.5, dict(pad_left=6)), (2.5, dict(min_digits=4)), (2.0, dict(trim="-")), (0.1, dict(unique=False, precision=20)), (2.5, dict(exp_digits=4))):
    case("np.format_float_scientific", value, **kw)
for kw in (dict(infstr="INF"), dict(nanstr="NAN")):
    case("printing.set", V("f8", [np.nan, np.inf]), **kw)

# files
case("io.fromfile", np.arange(3.0).tobytes(), offset=8)
case("io.fromfile", "1 2 3", sep=" ")
for text, kw in (("1 2\n3 4\n", dict(dtype=i8)), ("1 2\n3 4\n", dict(max_rows=1)), ("1 2\n3 4\n", dict(skip_footer=1)), ("1 2\n3 4\n", dict(unpack=True)),
                 ("1 2\n3 4\n", dict(usecols=(1,))), ("1 2\n", dict(ndmin=2)), ("1 % 2\n", dict(comments="%")), ("1,,3\n", dict(delimiter=",", filling_values=7.0))):
    case("io.genfromtxt", text, **kw)
