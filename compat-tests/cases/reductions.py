# Sums, products, means, extremes, logic; nan functions; cumulative functions; order statistics.
def close(d):
    return "e1e-2" if d == "f2" else "e2e-6" if d in ("f4", "c8") else "e1e-13"


def scaled(d):
    return "r1e-2" if d == "f2" else "r1e-6" if d in ("f4", "c8") else "r1e-13" if d[0] in "fc" else "e1e-13"


PLAIN = ["sum", "prod", "max", "min", "all", "any", "mean", "std", "var", "ptp", "argmax", "argmin", "cumsum", "cumprod", "median"]
for name in PLAIN:
    for d in ALL:
        gen = "pos" if name in ("prod", "cumprod") else "small"
        case("np." + name, A(d, (3, 4), gen), tol=scaled(d))
        case("np." + name, A(d, (3, 4), gen, 2), axis=0, tol=scaled(d))
        case("np." + name, A(d, (2, 3, 4), gen, 3), axis=-1, tol=scaled(d))
        case("np." + name, A(d, (17,), gen, 4), tol=scaled(d))
    for d in ["f8", "i4"]:
        f = "np." + name
        if name not in ("cumsum", "cumprod"):
            for axis in [None, 1, -2]:
                case(f, A(d, (2, 3, 4), gen, 3), axis=axis, keepdims=True, tol=scaled(d))
        for axis in [(0, 1), (0, 2), (-1, 0), (), (0, 1, 2)]:
            case(f, A(d, (2, 3, 4), gen, 3), axis=axis, tol=scaled(d), text=name not in ("argmax", "argmin", "cumsum", "cumprod"))
        for axis in [3, -4]:
            case(f, A(d, (2, 3, 4)), axis=axis)
        for shape in [(0,), (0, 3), (3, 0), ()]:
            case(f, A(d, shape), tol=scaled(d))
            if len(shape) == 2:
                case(f, A(d, shape), axis=0, tol=scaled(d))
                case(f, A(d, shape), axis=1, tol=scaled(d))
        case(f, [[1, 2], [3, 4.5]], tol=scaled(d))
        if name != "median":
            method = "nd." + name
            if name != "ptp":
                case(method, A(d, (3, 4), gen), tol=scaled(d))
                case(method, A(d, (3, 4), gen), axis=1, tol=scaled(d))
        out = A("f8" if name in ("mean", "std", "var", "median") or d == "f8" else "i8" if name in ("sum", "prod", "cumsum", "cumprod") else "i4", (4,), "zeros")
        if name in ("argmax", "argmin"):
            out = A("i8", (4,), "zeros")
        if name in ("all", "any"):
            out = A("b1", (4,), "zeros")
        if name not in ("cumsum", "cumprod"):
            case(f, A(d, (3, 4), gen, 5), axis=0, out=out, tol=scaled(d))
            case(f, A(d, (4, 4), gen, 5), axis=0, out=A("f8", (3,), "zeros"), tol=scaled(d), text=False)
    for d in FLOATS + COMPLEX:
        case("np." + name, A(d, (17,), "awk", 3)[:6], tol=scaled(d) + "nz")
        case("np." + name, A(d, (3, 4), "nanny", 3), axis=0, tol=scaled(d) + "n")
        case("np." + name, A(d, (3, 4), "nanny", 3), tol=scaled(d) + "n")
for name in ["sum", "prod", "cumsum", "cumprod", "mean", "std", "var"]:
    for d in ["i4", "u1", "f4", "f8"]:
        for e in ["i2", "i8", "f4", "f8", "c16"]:
            if name in ("std", "var") and e[0] == "i":
                continue
            case("np." + name, A(d, (3, 4), "pos", 6), axis=0, dtype=np.dtype(e), tol=scaled("f4"))
for name in ["sum", "prod", "max", "min"]:
    for d in ["i4", "f8"]:
        case("np." + name, A(d, (3, 4)), initial=2, tol=scaled(d))
        case("np." + name, A(d, (3, 4)), axis=1, initial=2, where=A("b1", (3, 4)), tol=scaled(d))
        case("np." + name, A(d, (3, 4)), where=A("b1", (3, 4)), tol=scaled(d))
        case("np." + name, A(d, (0,)), initial=5, tol=scaled(d))
for name in ["mean", "std", "var", "all", "any"]:
    case("np." + name, A("f8", (3, 4)), where=A("b1", (3, 4)), tol="r1e-13")
    case("np." + name, A("f8", (3, 4)), axis=0, where=A("b1", (3, 1)), tol="r1e-13")
for name in ["std", "var"]:
    for ddof in [0, 1, 2, 3]:
        case("np." + name, A("f8", (3, 4)), axis=0, ddof=ddof, tol="r1e-13")
        case("np." + name, A("f8", (3, 4)), axis=1, ddof=ddof, keepdims=True, tol="r1e-13")
        case("nd." + name, A("f4", (5,)), ddof=ddof, tol="r1e-6")
    case("np." + name, A("f8", (3, 4)), correction=1, tol="r1e-13")
for name in ["nansum", "nanprod", "nanmax", "nanmin", "nanmean", "nanstd", "nanvar", "nanmedian", "nanargmax", "nanargmin", "nancumsum", "nancumprod"]:
    for d in ["f2", "f4", "f8", "i4", "c16"]:
        gen = "nanny"
        case("np." + name, A(d, (3, 4), gen), tol=scaled(d) + "n")
        case("np." + name, A(d, (3, 4), gen), axis=0, tol=scaled(d) + "n")
        case("np." + name, A(d, (5, 4), gen, 4), axis=1, tol=scaled(d) + "n")
        if "cum" not in name:
            case("np." + name, A(d, (5, 4), gen, 4), axis=1, keepdims=True, tol=scaled(d) + "n")
    case("np." + name, V("f8", [np.nan, np.nan]))
    case("np." + name, V("f8", [[np.nan, 1.0], [np.nan, 2.0]]), axis=0)
    case("np." + name, A("f8", (0,)))
for name in ["amax", "amin"]:
    case("np." + name, A("f8", (3, 4)), axis=1)
for n in [1, 2, 3, 7, 8, 15, 16, 17, 63, 65, 127, 129, 1000, 4098]:
    for d in ["f2", "f4", "f8", "i1", "u1", "i8", "c16", "b1"]:
        for name in ["sum", "max", "min", "argmax", "argmin"]:
            case("np." + name, A(d, (n,), "unit" if d[0] in "fc" else "full", n), tol="r2e-2" if d == "f2" and name == "sum" else scaled(d))
    for d in ["f4", "f8"]:
        case("np.mean", A(d, (n, 3), "unit", n), axis=0, tol="r1e-4" if d == "f4" else "r1e-12")
        case("np.cumsum", A(d, (n,), "unit", n) if n <= 1000 else A(d, (1000,), "unit", n), tol="r1e-4" if d == "f4" else "r1e-12")
        case("np.var", A(d, (n,), "unit", n), tol="r1e-4" if d == "f4" else "r1e-12")
case("np.sum", [True, False, True])
case("np.sum", 5)
case("np.max", A("f8", (3, 4), "dup"), axis=1)
case("np.argmax", A("f8", (3, 4), "dup"), axis=1)
case("np.argmax", A("i4", (3, 4), "dup"), axis=0, keepdims=True)
case("np.argmax", A("b1", (17,)))
case("np.argmin", A("f8", (9,), "nanny"))
case("np.sum", A("f8", (2, 3)), axis=(0, 0))
case("np.sum", A("f8", (2, 3)), axis=1.5, text=False)
case("np.max", A("f8", (2, 3)), where=A("b1", (3,)))
case("np.cumsum", A("i4", ()))
case("np.cumsum", A("i1", (9,), "full"))
case("np.cumulative_sum", A("i4", (5,)))
case("np.cumulative_sum", A("i4", (5,)), include_initial=True)
case("np.cumulative_prod", A("f8", (2, 5), "pos"), axis=1)
for name in ["percentile", "nanpercentile"]:
    for q in [0, 25, 50, 99.5, 100, [25, 75]]:
        case("np." + name, A("f8", (9,), "small", 3), q, tol="e1e-13")
        case("np." + name, A("f4", (3, 5), "small", 3), q, axis=1, tol="e1e-6")
for name in ["quantile", "nanquantile"]:
    for q in [0.0, 0.3, 0.5, 1.0, [0.1, 0.9]]:
        case("np." + name, A("f8", (9,), "small", 3), q, tol="e1e-13")
    for method in ["linear", "lower", "higher", "midpoint", "nearest", "inverted_cdf", "hazen", "weibull", "median_unbiased"]:
        case("np." + name, A("f8", (9,), "small", 3), 0.3, method=method, tol="e1e-12")
case("np.percentile", A("f8", (3,)), 101)
case("np.percentile", A("i4", (6,)), 50, keepdims=True)
case("np.median", A("f8", (4, 5)), axis=(0, 1))
case("np.average", A("f8", (5,)), tol="e1e-13")
case("np.average", A("f8", (5,)), weights=A("f8", (5,), "pos"), tol="e1e-13")
case("np.average", A("f8", (2, 3)), axis=1, weights=A("f8", (3,), "pos"), tol="e1e-13")
case("np.average", A("f8", (2, 3)), axis=0, weights=A("f8", (2,), "pos"), returned=True, tol="e1e-13")
case("np.average", A("f8", (3,)), weights=[1, -1, 0])
case("np.average", A("f8", (3,)), weights=[1, 2])
case("np.cov", A("f8", (3, 8)), tol="r1e-12")
case("np.cov", A("f8", (8, 3)), rowvar=False, tol="r1e-12")
case("np.cov", A("f8", (8,)), A("f8", (8,), "small", 2), tol="r1e-12")
case("np.cov", A("f8", (3, 8)), bias=True, tol="r1e-12")
case("np.cov", A("f8", (3, 8)), ddof=0, tol="r1e-12")
case("np.corrcoef", A("f8", (3, 8)), tol="r1e-12")
case("np.corrcoef", A("f8", (8,)), A("f8", (8,), "small", 2), tol="r1e-12")
case("np.bincount", A("i8", (9,), "dup"))
case("np.bincount", A("i8", (9,), "dup"), weights=A("f8", (9,)), tol="r1e-13")
case("np.bincount", A("i8", (9,), "dup"), minlength=6)
case("np.bincount", V("i8", [1, -1]))
case("np.bincount", A("f8", (3,)))
case("np.bincount", A("i8", (0,)))
case("np.histogram", A("f8", (30,), "unit"), tol="e1e-13")
case("np.histogram", A("f8", (30,), "unit"), bins=4, range=(0.0, 1.0), tol="e1e-13")
case("np.histogram", A("f8", (30,), "unit"), bins=[0, 0.25, 0.5, 1], density=True, tol="e1e-13")
case("np.histogram", A("i4", (30,)), bins=5, weights=A("f8", (30,), "pos"), tol="e1e-13")
case("np.histogram2d", A("f8", (30,), "unit"), A("f8", (30,), "unit", 2), bins=3, tol="e1e-13")
case("np.digitize", A("f8", (9,)), [-4, 0, 4])
case("np.digitize", A("f8", (9,)), [-4, 0, 4], right=True)
case("np.digitize", A("f8", (9,)), [4, 0, -4])
case("np.trapezoid", A("f8", (9,)), tol="e1e-13")
case("np.trapezoid", A("f8", (9,)), dx=0.5, tol="e1e-13")
case("np.gradient", A("f8", (9,)), tol="e1e-13")
case("np.gradient", A("f8", (9,)), 2.0, tol="e1e-13")
case("np.gradient", A("f8", (4, 5)), tol="e1e-13")
case("np.interp", [0.5, 1.5, 3.5], [0, 1, 2], [3, 5, 1], tol="e1e-13")
case("np.interp", 2.5, [1, 2, 3], [3, 2, 0], left=-1.0, tol="e1e-13")
case("np.convolve", A("f8", (5,)), A("f8", (3,), "small", 2), tol="r1e-13")
for mode in ["full", "same", "valid"]:
    case("np.convolve", A("f8", (5,)), A("f8", (3,), "small", 2), mode=mode, tol="r1e-13")
    case("np.correlate", A("f8", (5,)), A("f8", (3,), "small", 2), mode=mode, tol="r1e-13")
for d in FLOATS + ["i4"]:
    case("np.nan_to_num", A(d, (17,), "awk"))
    case("np.round", A(d, (17,), "awk"), tol="u1")
    case("np.round", A(d, (17,), "small"), 1, tol="u1")
    case("np.round", A(d, (17,), "full"), -1, tol="u1")
    case("nd.round", A(d, (17,), "small"), 2, tol="u1")
    case("np.around", A(d, (17,), "small"))
    case("np.fix", A(d, (17,), "awk"))
    case("np.isclose", A(d, (17,), "awk"), A(d, (17,), "awk", 1))
    case("np.allclose", A(d, (7,), "small"), A(d, (7,), "small"))
    case("np.isposinf", A(d, (17,), "awk"))
    case("np.isneginf", A(d, (17,), "awk"))
    case("np.unwrap", A(d, (7,), "small"), tol="e1e-3" if d == "f2" else "e1e-6")
    case("np.sinc", A(d, (7,), "small"), tol="r1e-3" if d == "f2" else "r1e-6")
    case("np.i0", A(d, (7,), "unit"), tol="e1e-6") if d != "f2" else None
case("np.isclose", [1.0, np.nan], [1.0 + 1e-9, np.nan], equal_nan=True)
case("np.allclose", [1.0, 2.0], [1.0, 2.1])
case("np.allclose", [1.0, 2.0], [1.0, 2.1], atol=0.2)
case("np.allclose", [1.0, np.nan], [1.0, np.nan])
case("np.real", A("c16", (3,)))
case("np.imag", A("c16", (3,)))
case("np.angle", A("c16", (3,)), tol="e1e-13")
case("np.angle", A("c16", (3,)), deg=True, tol="e1e-13")
case("np.iscomplex", A("c16", (3,)))
case("np.isreal", A("c16", (3,)))
case("np.iscomplexobj", A("c16", (3,)))
case("np.isrealobj", A("f8", (3,)))
case("np.real_if_close", V("c16", [1 + 1e-18j, 2]))
case("np.einsum", "ij,jk->ik", A("f8", (2, 3)), A("f8", (3, 4)), tol="r1e-13")
case("np.apply_along_axis", Fn("sum"), 1, A("i8", (2, 3)))
case("np.histogram_bin_edges", A("f8", (30,), "unit"), tol="e1e-13")
case("np.histogram_bin_edges", A("f8", (30,), "unit"), bins=4, range=(0.0, 1.0), tol="e1e-13")
