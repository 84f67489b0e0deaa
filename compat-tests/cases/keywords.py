"""Keywords that were once taken and ignored, or missing: quantiles with weights, copies refused, loops by signature, axes of products."""

CDF = "inverted_cdf"
f4, f8, i4, i8 = (np.dtype(t) for t in ("f4", "f8", "i4", "i8"))
TABLE = V("f8", [[1, 2, 3], [4, 5, 6]])
GAPS = V("f8", [[1, np.nan, 3], [4, 5, 6]])

# weighted quantiles
for fn, q in (("np.quantile", 0.5), ("np.percentile", 50), ("np.nanquantile", 0.5), ("np.nanpercentile", 50)):
    case(fn, [10, 20, 30], q, weights=[1, 1, 3], method=CDF)
    case(fn, TABLE, q, axis=1, weights=[[1, 1, 3], [3, 1, 1]], method=CDF)
    case(fn, TABLE, q, axis=(1, 0), weights=[[1, 2], [1, 2], [1, 5]], method=CDF)
    case(fn, TABLE, q, weights=[[1, 1, 3], [1, 2, 3]], method=CDF)
    case(fn, TABLE, [q / 4, q], axis=0, weights=[[1, 1, 3], [1, 2, 3]], keepdims=True, method=CDF)
    case(fn, A("f4", (5, 7)), q, axis=-1, weights=A("f4", (5, 7), "pos"), method=CDF)
    if "nan" not in fn:  # NumPy looks for the weights of a row at another place
        case(fn, TABLE, q, axis=1, weights=[1, 1, 3], method=CDF)
        case(fn, TABLE, q, axis=0, weights=[1, 3], keepdims=True, method=CDF)
        case(fn, A("f8", (3, 4, 2)), q, axis=(2, 0), weights=A("f8", (2, 3), "pos"), method=CDF)
    case(fn, V("f8", [3, 4]), q, weights=[1, 3], out=V("f8", 0.0), method=CDF)
    case(fn, [10, 20, 30], q, weights=[1, 1, 3])
    case(fn, [10, 20, 30], q, weights=[1, 1, 3], method="hazen")
    case(fn, [10, 20, 30], q, weights=[1, -1, 3], method=CDF)
    case(fn, [10, 20, 30], 200, weights=[1, -1, 3], method=CDF)
    case(fn, [10, 20, 30], q, weights=[1, 1], method=CDF)
    case(fn, TABLE, q, weights=[1, 2, 3], method=CDF)
    case(fn, TABLE, q, weights=[1, 1], axis=1, method=CDF)
    case(fn, TABLE, q, weights=[[1, 1, 3]], axis=1, method=CDF)
    case(fn, [10, 20, 30], q, weights=[0, 0, 0], method=CDF)
    case(fn, [10, 20, 30], q, weights=[1.0, np.nan, 1.0], method=CDF)
for w in ([0, 1, 3], [1, 1, 0], [1, 1, 2], [3, 0, 2]):
    case("np.quantile", [20, 10, 30], [0.0, 0.25, 0.5, 0.75, 1.0], weights=w, method=CDF)
TENTHS = V("f8", np.arange(11) / 10)
for w in (V("f8", [0.1] * 5), V("f8", [0.1, 0.2, 0.3, 0.2, 0.2]), V("f4", [0.1, 0.2, 0.3, 0.2, 0.2]), V("i4", [3, 0, 1, 2, 0])):
    for d in ("i8", "f8", "f4", "u1"):
        case("np.quantile", V(d, [1, 2, 2, 4, 5]), TENTHS, weights=w, method=CDF)
SLIGHTLY_LESS = [1 - 1e-8, 4.0, 5 + 1e-8]
for d in ("f4", "f8", "i4"):
    for tenth in (0.1, V("f4", 0.1), V("f4", [0.1]), V("f8", 0.1), [0.1]):
        case("np.quantile", V(d, [1, 2, 3]), tenth, weights=[1, 4, 5], method=CDF)
        case("np.quantile", V(d, [1, 2, 3]), tenth, weights=SLIGHTLY_LESS, method=CDF)
case("np.quantile", V("?", [1, 0, 1]), 0.5, weights=[1, 1, 3], method=CDF)
case("np.quantile", [10.0, np.nan, 30.0], 0.5, weights=[1, 1, 1], method=CDF)
case("np.nanquantile", [10.0, np.nan, 30.0], 0.5, weights=[1, 5, 1], method=CDF)
case("np.nanquantile", [np.nan, np.nan], 0.5, weights=[1, 1], method=CDF)
case("np.nanquantile", GAPS, 0.5, weights=[[1, 1, 1], [1, 5, 1]], method=CDF)
case("np.nanquantile", GAPS, [0.2, 0.5], axis=0, weights=[[1, 1, 1], [1, 5, 1]], keepdims=True, method=CDF)
case("np.nanpercentile", GAPS, 50, axis=(0, 1), weights=[[1, 1, 1], [1, 5, 1]], keepdims=True, method=CDF)

# copies
for fn in ("np.array", "np.asarray"):
    case(fn, [1.0, 2.0], copy=False)
    case(fn, 1, copy=False)
    for order in "CFAK":
        case(fn, A("f8", (2, 3)), copy=False, order=order, layouts=False)
        case(fn, A("f8", (2, 3)).F, copy=False, order=order, layouts=False)
        case(fn, A("f8", (2, 6))[:, ::2], copy=False, order=order, layouts=False)
        case(fn, A("f8", (2, 3)).F, copy=True, order=order, layouts=False)
        case(fn, A("f8", (2, 3)), order=order, layouts=False)
        case(fn, A("f8", (2, 6))[:, ::2], order=order, layouts=False)
    case(fn, A("f8", (2, 3)), copy=False, dtype=f4)
    case(fn, A("f8", (2, 3)), copy=False, dtype=f8)
    case(fn, A("f8", (2, 3)), copy=True, dtype=f8)
case("np.array", A("f8", (2, 3)), copy=False, ndmin=3)
for kw in (dict(ndmax=1), dict(ndmax=2), dict(ndmax=0), dict(ndmax=-1), dict(ndmax=65), dict(ndmin=2, ndmax=1), dict(ndmax=1, dtype=f8)):
    case("np.array", [[1, 2], [3, 4]], **kw)
case("np.array", A("f8", (2, 3)), ndmax=1)
case("np.array", 1, ndmin=3, ndmax=2)
case("np.array", 1, ndmax=0)
case("np.concatenate", [[1], [2]], out=V("f8", [0, 0]), dtype=f8)
case("np.stack", [[1], [2]], out=V("f8", [[0], [0]]), dtype=f8)
for kw in (dict(cov=False), dict(cov=True), dict(cov="unscaled")):
    case("np.polyfit", [0.0, 1.0, 2.0, 3.0], [1.0, 3.0, 2.0, 5.0], 1, tol="r1e-12", **kw)
case("np.polyfit", [0.0, 1.0], [1.0, 3.0], 1, cov=False, tol="r1e-12")

# loops by their types
I, F, D = V("i4", [1, 2]), V("f4", [1.5, 2.5]), V("f8", [1.5, 2.5])
for a, kw in (
    (I, dict(signature="dd->d")),
    (I, dict(signature="ff->f")),
    (D, dict(signature="ii->i")),
    (D, dict(signature="ii->i", casting="unsafe")),
    (D, dict(signature="ff->f")),
    (D, dict(signature="dd->f")),
    (D, dict(signature="d")),
    (I, dict(signature=(None, None, f8))),
    (I, dict(signature=(f8, None, None))),
    (I, dict(signature=(f4, None, None))),
    (I, dict(signature=(None, None, None))),
    (I, dict(signature=(f8, f8))),
    (I, dict(signature="dd")),
    (I, dict(signature="d->d")),
    (I, dict(signature="")),
    (I, dict(signature="dd->d", dtype=f8)),
    (I, dict(signature="dd->d", out=V("f4", [0, 0]))),
    (I, dict(signature="dd->d", where=V("?", [1, 0]), out=V("f8", [7, 7]))),
):
    case("np.add", a, a, **kw)
case("np.add", I, F, signature=(f4, None, None))
case("np.add", 1, 2, signature="dd->d")
case("np.add.outer", I, I, signature="dd->d")
case("np.less", I, I, signature="dd->?")
case("np.less", I, I, signature="dd->d")
case("np.floor_divide", I, I, signature=(None, f8, None))
case("np.ldexp", D, I, signature="fi->f")
case("np.isnan", F, signature="d->?")
case("np.sin", I, signature="f->f", tol="u2")
case("nd.clip", D, 0.0, 2.0, signature="fff->f")

# ufuncs of two results
ZERO2, ONE2, MASK = V("f8", [0, 0]), V("f8", [1, 1]), V("?", [1, 0])
case("np.frexp", D, signature="f->fi")
case("np.frexp", D, dtype=f8)
case("np.frexp", I, casting="no")
case("np.frexp", D, where=MASK, out=(ZERO2, V("i4", [9, 9])))
case("np.frexp", D, out=(V("f4", [0, 0]), None))
case("np.frexp", D, out=(None, V("i8", [0, 0])))
case("np.frexp", A("f8", (2, 3)), order="F")
case("np.modf", D, dtype=f4)
case("np.modf", I, dtype=f4)
case("np.modf", D, signature="f->ff", casting="unsafe")
case("np.modf", D, out=(ZERO2, None))
case("np.modf", D, out=(ZERO2, ONE2))
case("np.modf", D, where=MASK, out=(ZERO2, ONE2))
case("np.modf", D, out=(V("i4", [0, 0]), None))
case("np.modf", I, casting="no")
case("np.modf", A("f8", (2, 3)), order="F")
case("np.divmod", I, 2, dtype=f8)
case("np.divmod", I, 2, dtype=i8)
case("np.divmod", D, 2, dtype=i8, casting="unsafe")
case("np.divmod", I, 2, signature="dd->dd")
case("np.divmod", I, 2, out=(ZERO2, ONE2))
case("np.divmod", I, 2, out=(None, ONE2))
case("np.divmod", I, 2, out=(ZERO2,))
case("np.divmod", I, 2, where=MASK, out=(ZERO2, ONE2))
case("np.divmod", D, I, casting="no")
case("np.divmod", A("f8", (2, 3)), 2, order="F")
SAME = V("f8", [7, 8])
case("np.divmod", SAME, 3.0, out=(SAME, None))
case("np.modf", SAME, out=(None, SAME))

# products
M, N, X = V("f8", [[0, 1, 2], [3, 4, 5]]), V("f8", [[0, 1], [2, 3], [4, 5]]), V("f8", [0, 1, 2])
T, J = V("f8", np.arange(24).reshape(2, 3, 4)), V("i8", [[0, 1, 2], [3, 4, 5]])
MORE = [(0, 1), (0, 1), (0, 1)]
for a, b, kw in (
    (M, N, dict(axes=MORE)),
    (M, N, dict(axes=[(1, 0), (1, 0), (0, 1)])),
    (M, N, dict(axes=[(1, 0), (1, 0), (1, 0)])),
    (M, N, dict(axes=[(0, 1), (0, 1)])),
    (T, T, dict(axes=[(1, 2), (2, 1), (0, 2)])),
    (M, X, dict(axes=[(0, 1), (0,), (0,)])),
    (X, X, dict(axes=[0, 0, ()])),
    (M, N, dict(axes=[(0, 1), (0, 1), (0,)])),
    (M, N, dict(axes=[(0, 5), (0, 1), (0, 1)])),
    (M, N, dict(axes=[(0, 0), (0, 1), (0, 1)])),
    (M, N, dict(axis=0)),
    (M, N, dict(keepdims=True)),
    (M, N, dict(axes=MORE, axis=0)),
    (M, N, dict(order="F")),
    (M, N, dict(dtype=f4)),
    (M, N, dict(dtype=i8)),
    (M, N, dict(dtype=i8, casting="unsafe")),
    (J, N, dict(casting="no")),
    (M, N, dict(signature="ff->f")),
    (M, N, dict(axes=[(0, 1), (0, 1), (1, 0)], out=V("f8", [[0, 0], [0, 0]]))),
    (M, N, dict(out=V("f4", [[0, 0], [0, 0]]))),
    (M, N, dict(out=V("i8", [[0, 0], [0, 0]]))),
    (M, N, dict(out=V("i8", [[0, 0], [0, 0]]), casting="unsafe")),
):
    case("np.matmul", a, b, **kw)
case("np.matmul", M, N, signature="dd->f", text=False)
for a, b, kw in (
    (M, M, dict(axis=0)),
    (M, M, dict(axis=-2, keepdims=True)),
    (M, M, dict(keepdims=True)),
    (M, M, dict(axes=[0, 0])),
    (M, M, dict(axes=[(0,), (0,), ()])),
    (M, N, dict(axes=[1, 0])),
    (M, M, dict(axes=[1, 1, 0], keepdims=True)),
    (M, M, dict(axes=[1, 1], keepdims=True)),
    (T, T, dict(axes=[1, 1, 0], keepdims=True)),
    (M, M, dict(dtype=f4)),
    (M, M, dict(dtype=f4, casting="no")),
    (M, M, dict(signature="ll->l")),
    (M, M, dict(signature="ll->l", casting="unsafe")),
    (M, M, dict(out=V("f4", [0, 0]))),
    (M, M, dict(out=V("i8", [0, 0]))),
    (M, M, dict(out=V("f8", [[0], [0]]), keepdims=True)),
    (T, T, dict(order="F")),
    (M, M, dict(axis=5)),
):
    case("np.vecdot", a, b, **kw)
for a, b, kw in (
    (M, X, dict(axis=0)),
    (M, X, dict(keepdims=True)),
    (N, X, dict(axes=[(1, 0), 0, 0])),
    (N, X, dict(axes=[(1, 0), (0,)])),
    (T, X, dict(axes=[(2, 1), 0, 0])),
    (T, X, dict(axes=[(2, 1), 0, 1])),
    (M, X, dict(out=V("f4", [0, 0]))),
    (M, X, dict(dtype=f4)),
    (M, X, dict(dtype=i4)),
    (J, X, dict(casting="no")),
    (M, X, dict(signature="ff->f")),
    (A("f8", (2, 3, 3)), X, dict(order="F")),
):
    case("np.matvec", a, b, **kw)
for a, b, kw in (
    (X, N, dict(axes=[0, (0, 1), 0])),
    (X, M, dict(axes=[0, (1, 0), 0])),
    (X, N, dict(axis=0)),
    (X, N, dict(keepdims=True)),
    (X, N, dict(out=V("f4", [0, 0]))),
    (X, N, dict(dtype=f4)),
    (X, N, dict(dtype=i4, casting="unsafe")),
    (X, N, dict(signature="ff->f")),
    (V("i8", [0, 1, 2]), N, dict(casting="no")),
    (X, A("f8", (2, 3, 3)), dict(order="F")),
):
    case("np.vecmat", a, b, **kw)

# forms that were missing
ZEROS = V("f8", [[0, 0, 0], [0, 1, 2], [0, 0, 0]])
for kw in (dict(axis=0), dict(axis=1), dict(axis=(0, 1)), dict(axis=()), dict(axis=5), dict(axis=(0, 0)), dict(trim="f", axis=1), dict(trim="b"), dict(trim="front"), dict(trim="")):
    case("np.trim_zeros", ZEROS, **kw)
    case("np.trim_zeros", V("f8", np.zeros((3, 3))), **kw)
case("np.trim_zeros", V("f8", 0.0))
HOLES = V("f8", [[np.nan, np.inf], [-np.inf, np.nan]])
case("np.nan_to_num", HOLES, nan=[7, 8], posinf=[1, 2], neginf=[[3], [4]])
case("np.nan_to_num", HOLES, nan=V("f4", 2.5), posinf=None, neginf=-1)
case("np.nan_to_num", HOLES, nan=[7.5, 8.5], copy=False)
case("np.nan_to_num", HOLES, nan=V("f8", np.ones((2, 2, 2))), text=False)
case("np.nan_to_num", V("c16", [complex(np.nan, 1), complex(0, np.nan)]), nan=[7, 8])
case("np.nan_to_num", V("i8", [1, 2]), nan=[7, 8])
for kw in (dict(base=[2, 3]), dict(base=[2, 3], axis=-1, free_order=True), dict(base=[[2, 3]], axis=1, free_order=True), dict(base=V("f4", 2.0)), dict(base=V("f4", [2, 3])), dict(base=3, dtype=i8)):
    case("np.logspace", 1, 2, 3, tol="u2", **kw)
case("np.logspace", [1, 2], [3, 4], 3, base=[2, 3], tol="u2")
case("np.logspace", [1, 2], 3, 3, base=[[2], [3]], tol="u2")
case("np.vander", [1, 2, 3], increasing=True)
case("np.vander", [1, 2, 3], increasing=False)
case("np.vander", [1, 2, 3], N=2, increasing=True)
for axis in ((0, 1), (), (0,), (0, 0), (-1, 0), 5):
    case("np.size", A("f8", (2, 3)), axis=axis)
    case("np.flip", A("f8", (2, 3)), axis=axis)
case("np.flip", A("f8", (2, 3)), axis=None)
for shift, axis in (((1, 2), None), ((1, 2), (0, 1)), ((1, 2), (1,)), ((1,), (0, 1)), ((), ()), ((1, 2), (0, 0)), ((1, 2, 3), (0, 1))):
    case("np.roll", A("f8", (2, 3)), shift, axis=axis)
case("np.roll", A("f8", (2, 3)), (1, 2))
case("np.roll", A("f8", (2, 3)), (1, 2), 1)
case("nd.byteswap", V("i2", [1, 256]), inplace=True)
case("nd.byteswap", V("i2", [1, 256]), inplace=False)
case("np.meshgrid")
case("np.indices", (2, 3), dtype=f4)
case("np.indices", (2, 3), sparse=True)
case("np.indices", (2, 3), dtype=f4, sparse=True)
case("np.indices", (), dtype=f4)

E, EE = V("f8", [[0, 1, 2], [3, 4, 5]]), V("f8", [[0, 3], [1, 4], [2, 5]])
for args in (
    (E, [0, 1], [1, 0]),
    (E, [0, 1], EE, [1, 2], [0, 2]),
    (E, [0, 1], EE, [1, 2]),
    (E, [0, 26], [26, 0]),
    (E, [0, ...], [..., 0]),
    (E, [0, 0], [0]),
    (E, [30, 60], [30, 60]),
    (E, [-1, 0], [0, -1]),
    (E, [0, 1], EE, [1, 0], []),
):
    case("np.einsum", *args)
case("np.einsum", "ij,jk,k", E, EE, V("i8", [1, 2]), optimize="greedy")
case("np.einsum", "ij->ij", E, order="F")
case("np.einsum", "ij,jk", E, EE, order="F")
case("np.einsum", "ij,jk", E, EE, dtype=f4, casting="unsafe")
case("np.einsum", "ij,jk", E, EE, dtype=f4, text=False)
case("np.unique", [3.0, 1.0, np.nan, np.nan], equal_nan=False)
case("np.unique", [3.0, 1.0, np.nan, np.nan], equal_nan=True)
case("np.unique", [0.0, np.nan, np.nan], axis=0, equal_nan=False)
case("np.unique", [[0.0, np.nan], [0.0, np.nan]], axis=0)

# a parameter given twice
for fn in ("normal", "laplace", "logistic", "gumbel"):
    for kw in (dict(loc=3), dict(scale=3)):
        case("rng." + fn, Rng(1), 1.0, 2.0, **kw)
        case("state." + fn, 1, 1.0, 2.0, **kw)
for fn in ("exponential", "rayleigh"):
    case("rng." + fn, Rng(1), 1.0, scale=3)
for kw in (dict(low=0), dict(high=3)):
    case("rng.uniform", Rng(1), 1.0, 2.0, **kw)
