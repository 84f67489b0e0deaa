# Values at the edges: NaN, infinities, signs of zero, nothing at all, no axes; and what NumPy refuses there.
nan, inf = np.nan, np.inf
for d in ["f8", "f4", "i4", "u1", "f2"]:
    x = V(d, [3, 2, 1, 0, 4])
    for bins in [[3, 2, 1], [1, 2, 3], [3, 3, 1], [1, 1, 1], [2]]:
        case("np.digitize", x, bins)
        case("np.digitize", x, bins, right=True)
for bins in [[nan, 1], [1, nan], [nan, nan], [1, nan, 3], [nan, 3, 1], [], [inf, 1, -inf], [1, 3, 2]]:
    case("np.digitize", [0.5, 2, nan, inf], V("f8", bins))
    case("np.digitize", [0.5, 2, nan, inf], V("f8", bins), right=True)
case("np.digitize", A("f8", (2, 3)), [3, 2, 1])
case("np.digitize", 2.5, [3, 2, 1])
case("np.digitize", V("f8", []), [3, 2, 1])
# sums and products: where the sign of zero and the infinities go
for d in ["f2", "f4", "f8", "c8", "c16"]:
    zero = V(d, [-0.0, -0.0])
    for f in ["sum", "nansum", "mean", "cumsum", "prod", "max", "min", "median", "average"]:
        case("np." + f, zero, tol="=z" if f == "prod" else "=")
    case("np.sum", zero[:1])
    case("np.sum", zero[:0])
    case("np.sum", V(d, [[-0.0], [-0.0]]), axis=0)
    case("np.sum", V(d, [[-0.0, -0.0]]), axis=0)
    case("np.sum", V(d, [[-0.0, -0.0]] * 9), axis=0)
    case("np.sum", V(d, [[-0.0, -0.0]] * 9), axis=1)
    case("np.sum", V(d, [[-0.0, -0.0]] * 9))
    case("np.sum", V(d, [-0.0] * 20))
    case("np.sum", V(d, -0.0))
    case("np.sum", zero, keepdims=True)
    case("np.sum", zero, where=[True, False])
    case("np.add.reduce", zero)
    case("np.add.reduce", V(d, [[-0.0, -0.0]] * 3))
    case("np.add.accumulate", zero)
    case("np.trace", V(d, [[-0.0, 1], [1, -0.0]]))
    case("np.inner", zero, V(d, [1, 1]))
    case("np.vdot", zero, V(d, [1, 1]))
    case("np.matmul", zero, V(d, [1, 1]))
    case("np.outer", zero, V(d, [1, 1]))
    case("np.tensordot", zero, V(d, [1, 1]), 1)
    for subscripts in ["i->", "i->i", "i,i->", "i,i->i", "i,j->ij", "i,j->", "i,->i", "i,->"]:
        operands = [zero] if "," not in subscripts else [zero, V(d, 1)] if subscripts.startswith("i,-") else [zero, V(d, [1, 1])]
        case("np.einsum", subscripts, *operands)
    for subscripts in ["ij->", "ij->i", "ij->j", "ii->", "ii->i", "ij->ji"]:
        case("np.einsum", subscripts, V(d, [[-0.0, -0.0], [-0.0, -0.0]]))
    if d[0] == "f":
        case("np.einsum", "ij,jk->ik", V(d, [[-0.0, -0.0]] * 2), V(d, [[1, 1]] * 2))
    case("np.convolve", zero, V(d, [1]))
    case("np.correlate", zero, V(d, [1]))
    case("np.ediff1d", zero)
    case("np.cross", V(d, [-0.0, 0, 0]), V(d, [1, 0, 0]))
    case("np.kron", zero, V(d, [1]))
    case("np.trapezoid", zero)
quiet = ("errstate", {"all": "ignore"})
for values in [[complex(inf, -129)], [complex(inf, 1), 2], [complex(0, inf), 1j], [complex(nan, 0), 1], [complex(1, -0.0)], [complex(-0.0, -0.0)], [complex(inf, -129)] * 3]:
    for d in ["c8", "c16"]:
        case("np.prod", V(d, values), with_=quiet)
        case("np.prod", V(d, [values] * 2), axis=0, with_=quiet, tol="=zn")
        case("np.prod", V(d, [values] * 2), axis=1, with_=quiet)
        case("np.cumprod", V(d, values), with_=quiet)
        case("np.multiply.reduce", V(d, values), with_=quiet)
        case("np.nanprod", V(d, values), with_=quiet)
        case("np.sum", V(d, values), with_=quiet)
case("np.prod", V("f8", [-0.0]))
case("np.prod", V("f8", [inf, 0.0]), with_=quiet)
# extrema of nothing
for f in ["max", "min", "ptp", "argmax", "argmin", "nanmax", "nanmin", "nanargmax", "median", "nanmedian", "any", "sum", "maximum.reduce", "logical_or.reduce", "bitwise_and.reduce", "fmax.reduce", "minimum.accumulate"]:
    for shape in [(0,), (0, 0), (0, 3), (3, 0), (2, 0, 3)]:
        for axis in [None, 0, 1, (0, 1), -1]:
            if isinstance(axis, tuple) and f not in ("max", "min", "ptp", "any", "sum", "nanmax", "maximum.reduce", "logical_or.reduce", "median", "nanmedian") or axis == 1 and len(shape) < 2 or "accumulate" in f and axis is None:
                continue
            d = "i4" if f.startswith("bitwise") else "f8"
            case("np." + f, A(d, shape), axis=axis, **({"with_": quiet} if "med" in f else {}))
case("np.max", A("f8", (0, 3)), axis=1, initial=-1)
case("np.max", A("f8", (0, 3)), axis=0, initial=-1)
case("np.max", A("f8", (0, 3)), axis=1, keepdims=True)
case("np.sort", A("f8", (0, 3)), axis=0)
for f in ["partition", "argpartition"]:
    for kth in [0, 1, -1, [], [0], [0, 1], 5]:
        for shape in [(0,), (0, 3), (3, 0), (1,), ()]:
            case("np." + f, A("f8", shape), kth)
    case("np." + f, A("f8", (0, 3)), 0, axis=None)
    case("np." + f, A("f8", (0, 3)), 2, axis=0)
    case("np." + f, A("f8", (0, 3)), 3, axis=1)
    case("np." + f, V("i4", [3, 1, 2]), [])
    case("nd." + f, A("f8", (0,)), 0)
# no axes
case("np.convolve", V("i8", 2), V("i8", 3))
case("np.convolve", 2, [1, 2, 3])
case("np.convolve", [1.0, 2], 3.0, "same")
case("np.convolve", [[1, 2]], [1])
case("np.convolve", [], [1])
case("np.convolve", [1], [])
case("np.correlate", 2, 3)
case("np.correlate", [1, 2], 3)
case("np.correlate", [], [1])
for f in ["cumulative_sum", "cumulative_prod", "cumsum", "cumprod", "nancumsum", "diff", "ediff1d", "sort", "argsort", "flip", "fliplr", "roll", "trim_zeros", "unique", "atleast_1d", "ravel", "squeeze", "nonzero", "argwhere", "cov", "corrcoef", "gradient", "median", "ptp", "bincount", "histogram", "trace", "diagonal", "diag", "triu", "vander", "packbits", "rot90"]:
    more = {"roll": (1,)}.get(f, ())
    case("np." + f, V("i8", 2), *more, with_=quiet)
case("np.cumulative_sum", V("i8", 2), axis=0)
case("np.cumulative_sum", V("i8", 2), include_initial=True)
case("np.cumulative_sum", V("i8", [[1, 2]]))
case("np.cumulative_sum", V("i8", [[1, 2]]), axis=1, include_initial=True)
case("np.squeeze", V("i8", 1), 0)
case("np.squeeze", V("i8", 1), -1)
case("np.squeeze", V("i8", 1), 1)
case("np.squeeze", V("i8", 1), ())
case("np.squeeze", A("i8", (1, 3, 1)), (0, 2))
case("np.squeeze", A("i8", (1, 3, 1)), 1)
case("np.squeeze", A("i8", (1, 3, 1)), (0, 0))
case("nd.squeeze", V("i8", 1), 0)
for f in ["split", "array_split", "hsplit", "vsplit", "dsplit"]:
    case("np." + f, V("i8", 1), 1)
    case("np." + f, V("i8", 1), [0])
    case("np." + f, A("i8", (2,)), 1)
    case("np." + f, A("i8", (2, 2)), 3)
    case("np." + f, A("i8", (2,)), 0)
    case("np." + f, A("i8", (2,)), -1)
for f in ["split", "array_split"]:
    for axis in [0, 1, -1, -2, 2]:
        case("np." + f, V("i8", 1), 1, axis=axis)
        case("np." + f, A("i8", (2,)), 1, axis=axis)
        case("np." + f, A("i8", (2,)), [1], axis=axis)
case("np.add.reduceat", V("i8", 1), [0])
case("np.add.reduceat", V("i8", 1), [])
case("np.add.reduceat", A("i8", (2,)), [])
case("np.add.reduceat", A("i8", (2,)), [0.0])
case("np.add.reduceat", A("i8", (2,)), [0.5])
case("np.add.reduceat", A("i8", (2,)), V("f8", [0]))
case("np.add.reduceat", A("i8", (2,)), [5])
case("np.add.reduceat", A("i8", (2,)), 0)
case("np.add.accumulate", V("i8", 1))
case("np.add.reduce", V("i8", 1))
case("np.add.reduce", V("i8", 1), axis=0)
case("np.add.reduce", V("i8", 1), axis=1)
case("np.diag_indices", 2, -2)
case("np.diag_indices", 2, 0)
case("np.diag_indices", 0)
case("np.diag_indices", -1)
case("np.tri", -1)
case("np.eye", -1)
case("np.eye", 2, -1)
case("np.identity", -1)
case("np.tril_indices", -1)
case("np.tril_indices", 2, -5)
case("np.mask_indices", 2, "x", text=False) if False else None
case("np.indices", ())
case("np.indices", (0, 2))
case("np.vander", [])
case("np.vander", [1.0, 2], -1)
case("np.vander", [1.0, 2], 0)
case("np.linspace", 0, 1, 0)
case("np.linspace", 0, 1, -1)
case("np.hanning", 0)
case("np.hanning", -2)
case("np.repeat", [1], -1)
case("np.tile", [1], -1)
case("np.tile", [1], ())
case("np.roll", A("i8", (2, 3)), (1, 2))
case("np.roll", A("i8", (5,)), (1, 2))
case("np.roll", A("i8", (2, 3)), (1, 2), axis=(0, 1))
case("np.roll", A("i8", (2, 3)), (1, 2), axis=1)
case("np.roll", A("i8", (2, 3)), 1, axis=(0, 1))
case("np.roll", A("i8", (2, 3)), (1, 2), axis=(0, 1, 0))
case("np.roll", A("i8", (2, 3)), (1, 2, 3), axis=(0, 1))
case("np.roll", A("i8", (2, 3)), 1, axis=(0, 0))
case("np.roll", A("i8", (0,)), (1, 2))
case("np.roll", A("i8", (2, 3)), -7)
# trim_zeros
for z in [V("i8", [[0, 0, 0], [0, 1, 0], [0, 0, 0]]), A("f8", (3, 3), "zeros"), A("f8", (2, 3), "zeros"), V("f8", []), V("f8", [0, 0, 1, 0]), V("f8", 0), V("i8", [[[0, 1]], [[0, 0]]]), A("f8", (2, 2), "ones"), V("f8", [[0, nan], [0, 0]])]:
    for trim in ["fb", "f", "b", "bf", "FB"]:
        case("np.trim_zeros", z, trim)
for trim in ["front", "x", "", "ff", "fbf"]:
    case("np.trim_zeros", V("f8", [0, 1, 0]), trim)
# uniqueness and NaN
for rows in [[0, nan, nan], [nan, nan], [nan, 1, nan, 1]]:
    case("np.unique", V("f8", rows), axis=0)
    case("np.unique", V("f8", rows), axis=0, return_counts=True, return_inverse=True, return_index=True)
    case("np.unique", V("f8", rows), axis=0, equal_nan=False)
    case("np.unique", V("f8", [rows, rows]), axis=0)
    case("np.unique", V("f8", [rows, rows]), axis=1)
case("np.unique", V("f4", [[0, nan], [0, nan], [nan, 0]]), axis=0)
case("np.unique", V("f8", [0.0, -0.0]), axis=0)
case("np.unique", V("c16", [complex(0, nan), complex(nan, 0), 1]), axis=0)
case("np.unique", A("f8", (0, 3)), axis=0)
case("np.unique", A("f8", (3, 0)), axis=0)
case("np.unique", A("f8", (3, 0)), axis=1)
# interpolation
for fp in [[complex(inf, 0), 3], [complex(0, inf), 3], [1j, 2j], [complex(nan, 1), 3], [3, complex(inf, 0)], [complex(1, -inf), complex(2, inf)]]:
    case("np.interp", [0.5, 0.0, 1.0, -1.0, 2.0], [0, 1], V("c16", fp), with_=quiet)
for fp in [[inf, 3], [3, inf], [-inf, inf], [nan, 3], [inf, inf], [3, nan]]:
    case("np.interp", [0.5, 0.0, 1.0, -1.0, 2.0, nan, inf], [0, 1], fp, with_=quiet)
case("np.interp", 0.5, [0, 0, 1], [1, 2, 3])
case("np.interp", 0.5, [0, inf], [1, 2], with_=quiet)
case("np.interp", 0.5, [-inf, inf], [1, 2], with_=quiet)
case("np.interp", 0.5, [0, nan], [1, 2], with_=quiet)
case("np.interp", 0.5, [], [])
case("np.interp", 0.5, [1], [2])
case("np.interp", [0.5, 3], [1], V("c16", [2j]))
case("np.interp", V("c16", 0.5), [0, 1], [1, 2])
# coordinates
case("np.ravel_multi_index", (0, 0, 0), (2**30, 2**30, 2**30))
case("np.ravel_multi_index", (0, 0), (0, 3), mode="clip")
case("np.ravel_multi_index", (0, 0), (0, 3), mode="wrap")
case("np.ravel_multi_index", (0, 0), (0, 3))
case("np.ravel_multi_index", (V("i8", []), V("i8", [])), (0, 3), mode="clip")
case("np.ravel_multi_index", (V("i8", []), V("i8", [])), (0, 3))
case("np.ravel_multi_index", ([1.0], [0]), (2, 3))
case("np.ravel_multi_index", ([1], [5]), (2, 3))
case("np.ravel_multi_index", ([1], [-1]), (2, 3))
case("np.ravel_multi_index", ([1],), (2, 3))
case("np.unravel_index", 0, (2**30, 2**30, 2**30))
case("np.unravel_index", 0, (0, 3))
case("np.unravel_index", V("i8", []), (0, 3))
case("np.unravel_index", 1.0, (2, 3))
case("np.unravel_index", -1, (2, 3))
case("np.unravel_index", 0, ())
case("np.unravel_index", [[0, 1]], (2, 3))
# histograms
for kw in [dict(range=(2.0, 1.0)), dict(range=(nan, 1.0)), dict(range=(0.0, inf)), dict(bins=0), dict(bins=-1), dict(bins=[2, 1]), dict(bins=[[1]]), dict(bins="stone"), dict(bins="nope"), dict(bins=1.5), dict(bins=[1]), dict(bins=[1, 1]), dict(bins=[1, nan]), dict(range=(1.0, 1.0)), dict(weights=[1.0, 2.0]), dict(bins=[])]:
    case("np.histogram", V("f8", [1, 2, 4, 7, 8]), **kw)
    case("np.histogram_bin_edges", V("f8", [1, 2, 4, 7, 8]), **kw)
for name in ["auto", "fd", "doane", "scott", "stone", "rice", "sturges", "sqrt"]:
    for x in [V("f8", [1, 2, 4, 7, 8]), A("f8", (40,), "full"), A("i4", (30,)), V("f8", []), V("f8", [3, 3, 3]), V("f8", [2]), A("u1", (100,), "full"), A("f4", (200,), "small")]:
        case("np.histogram_bin_edges", x, bins=name)
        case("np.histogram", x, bins=name)
    case("np.histogram", A("f8", (40,), "full"), bins=name, range=(-1.0, 1.0))
    case("np.histogram", A("f8", (40,), "full"), bins=name, weights=A("f8", (40,), "pos"))
case("np.histogram", V("f8", [1, nan]))
case("np.histogram", V("f8", [1, inf]))
case("np.histogram", A("b1", (5,)))
case("np.histogram2d", [1.0, 2], [1.0])
case("np.histogramdd", A("f8", (3, 2)), bins=[2])
# assignment: leading ones fall away; masks of nothing
x = A("f8", ())
case("setitem", x, Ellipsis, A("f8", (1, 1), "ones"))
case("setitem", x, Ellipsis, A("f8", (1,), "ones"))
case("setitem", x, (), A("f8", (1,), "ones"))
case("setitem", x, (), A("f8", (1, 1), "ones"))
case("setitem", x, Ellipsis, A("f8", (2,), "ones"))
case("setitem", x, Ellipsis, [3.0])
case("setitem", x, Ellipsis, [[3.0]])
case("setitem", x, (), [3.0])
case("setitem", A("f8", (2,)), 0, A("f8", (1,), "ones"))
case("setitem", A("f8", (2,)), 0, A("f8", (1, 1), "ones"))
case("setitem", A("f8", (2,)), 0, [3.0])
case("setitem", A("f8", (2,)), slice(0, 1), [[3.0]])
case("setitem", A("f8", (2,)), [0], [[3.0]])
case("setitem", A("f8", (2, 2)), [0], [[[3.0, 4.0]]])
case("getitem", A("i8", (2, 3)), V("b1", []))
case("getitem", A("i8", (2, 3)), (slice(None), V("b1", [])))
case("getitem", A("i8", (2, 3)), [])
case("getitem", A("i8", (2, 3)), V("f8", []))
case("getitem", A("i8", (2, 3)), V("b1", [True]))
case("getitem", A("i8", (2, 3)), V("b1", [True, False, True]))
case("getitem", A("i8", (2, 3)), V("b1", [], (0, 3)))
case("getitem", A("i8", (2, 3)), V("b1", [], (2, 0)))
case("getitem", A("i8", (2, 3)), V("b1", [], (0, 0)))
case("getitem", A("i8", (0, 3)), V("b1", []))
case("setitem", A("i8", (2, 3)), V("b1", []), 5)
case("setitem", A("i8", (2, 3)), V("b1", []), [5, 6, 7])
case("getitem", A("i8", ()), True)
case("getitem", A("i8", ()), V("b1", True))
case("getitem", A("i8", (2,)), V("b1", False))
# polynomials of nothing, of zeros, of scalars
for f in ["polymul", "polyadd", "polysub", "polydiv"]:
    for p, q in [([], [1.0]), ([1.0], []), ([], []), (2, 3), ([0, 0, 1], [0, 2]), ([0], [0, 0]), ([1, 2], 3), ([1, 2, 3], [1, 1])]:
        if f == "polydiv" and (p == [] or q in ([], [0, 0])):
            continue
        case("np." + f, p, q, with_=quiet)
for p in [[], [0], [0, 0, 1, 2]]:
    case("np.polyval", p, 2)
    case("np.polyder", p)
    case("np.polyint", p)
    case("np.roots", p)
case("np.polyval", [1, 2], [[1.0, 2.0]])
case("np.poly", [])
case("np.polyder", 2)
case("np.polyint", 2)
case("np.polyval", 2, 2)
# errors that are both ValueError and IndexError
for f in ["sum", "max", "sort", "argsort", "cumsum", "flip", "concatenate", "stack", "take", "expand_dims", "squeeze", "swapaxes", "moveaxis", "rollaxis", "roll", "median", "argmax", "unique", "diff", "repeat", "delete", "insert", "append", "apply_along_axis", "count_nonzero", "any", "mean", "std", "partition", "gradient", "cumulative_sum", "unstack", "nansum", "nanmedian", "average", "percentile", "put_along_axis", "take_along_axis", "compress", "packbits", "unpackbits", "searchsorted", "lexsort", "split", "rot90", "trim_zeros", "cross", "vecdot", "linalg.norm"]:
    x = A("f8", (2, 2))
    calls = {"concatenate": ((x, x),), "stack": ((x, x),), "take": (x, [0]), "squeeze": (x,), "swapaxes": (x, 0, 5), "moveaxis": (x, 0, 5), "rollaxis": (x, 5), "roll": (x, 1),
             "repeat": (x, 2), "delete": (x, 0), "insert": (x, 0, 1), "append": (x, x), "partition": (x, 0), "percentile": (x, 50), "take_along_axis": (x, V("i8", [[0]])),
             "compress": ([True], x), "packbits": (V("u1", [[1]]),), "unpackbits": (V("u1", [[1]]),), "lexsort": ((x, x),), "split": (x, 1), "cross": (A("f8", (2, 3)), A("f8", (2, 3))), "vecdot": (x, x)}
    if f in ("apply_along_axis", "put_along_axis", "searchsorted", "rot90", "trim_zeros"):
        continue
    args = calls.get(f, (x,))
    case("np." + f, *args) if f in ("swapaxes", "moveaxis", "rollaxis") else case("np." + f, *args, axis=5)
    if f not in ("swapaxes", "moveaxis", "rollaxis"):
        case("np." + f, *args, axis=-7)
    if f in ("sum", "max", "flip", "median", "expand_dims", "squeeze", "count_nonzero", "any", "mean", "roll", "nanmedian", "percentile"):
        case("np." + f, *args, axis=(0, 0))
        case("np." + f, *args, axis=(0, 5))
# empty views give no bytes
case("nd.tobytes", V("c16", [], (0,)))
case("nd.tobytes", A("f8", (3, 4))[3:, 2:])
case("nd.tolist", A("f8", (3, 4))[3:, 2:])
case("nd.copy", A("f8", (3, 4))[3:, 2:])
case("np.trim_zeros", V("i8", [[0, 0, 0], [0, 1, 0], [0, 0, 0]]), "fb", axis=0)
case("np.trim_zeros", V("i8", [[0, 0, 0], [0, 1, 0], [0, 0, 0]]), "fb", axis=(1,))
case("np.trim_zeros", V("i8", [[0, 0, 0], [0, 1, 0], [0, 0, 0]]), "b", axis=-1)
case("np.trim_zeros", A("i8", (2, 3), "zeros"), "fb", axis=1)
case("np.trim_zeros", A("i8", (2, 3), "zeros"), "fb", axis=2)
case("np.digitize", [0.5, 2], V("f8", [1, 1, 2, 2, 1]))
case("np.roll", V("i8", [1, 2, 3]), [])
