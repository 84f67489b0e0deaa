# Floating-point faults: where NumPy warns, with which words, and what errstate makes of it.
NAN, INF = np.nan, np.inf
RAISE = ("errstate", {"all": "raise"})
NONE = ("errstate", {"all": "ignore"})
BIG = {"f2": 6e4, "f4": 3e38, "f8": 1.7e308, "c8": 3e38 + 3e38j, "c16": 1.7e308 + 1.7e308j}
ROOT = {"f2": 3e3, "f4": 1e30, "f8": 1e200, "c8": 1e30 + 0j, "c16": 1e200 + 0j}
SMALL = {"f2": 3e-4, "f4": 1e-30, "f8": 1e-200}


def told(f, *args, **kw):
    """In the state of a fresh NumPy, and where every fault is an error."""
    case(f, *args, **kw)
    case(f, *args, with_=RAISE, **kw)


# ---- casts: every float to every integer, and to the narrower floats ----

EDGES = [NAN, INF, -INF, 1e20, -1e20, 2.0**64, 2.0**63, -(2.0**63), 2.0**32, 2.0**31, 2147483647.5, -(2.0**31), -2147483648.5, -2147483649.0, 3e9, 70000.0, 300.0, -1.5, -129.0]
for d in FLOATS:
    values = [v for v in EDGES if d != "f2" or abs(v) < 65504 or abs(v) == INF or v != v]
    for e in INTS:
        if e == "u4":
            # what NumPy gives beyond int64's range, and whether it warns beyond its own, depends on the length of the array
            values = [v for v in values if -(2.0**31) <= v < 2.0**32]
        for v in values:
            case("nd.astype", V(d, [v, 1.0]), np.dtype(e))
        case("nd.astype", V(d, [1.0, NAN]) if e != "u4" else V(d, [1.0, 7.0]), np.dtype(e), with_=RAISE)
        case("nd.astype", V(d, [1.0, 7.0]), np.dtype(e), with_=RAISE)
    case("nd.astype", V(d, [NAN, INF]), np.dtype("b1"), with_=RAISE)
for d, e in [("f8", "f4"), ("f8", "f2"), ("f4", "f2"), ("c16", "c8"), ("c16", "f4"), ("f8", "c8"), ("i4", "f2"), ("i8", "f2"), ("u2", "f2"), ("u8", "f4"), ("i8", "f4")]:
    big = 65535 if d == "u2" else 70000 if d[0] in "iu" else BIG[d]
    told("nd.astype", V(d, [1, big, 2]), np.dtype(e))
    case("nd.astype", V(d, [1, 3, 2]), np.dtype(e), with_=RAISE)
    if d[0] in "fc":
        case("nd.astype", V(d, [INF, NAN, 2]), np.dtype(e), with_=RAISE)
        case("nd.astype", V(d, [1, big, 2, 4])[::2], np.dtype(e), with_=RAISE)
        case("nd.astype", V(d, [[1, big], [2, 4]]).T, np.dtype(e))
for d, e, v in [("f8", "f4", 1e-300), ("f8", "f4", 1e-40), ("f8", "f4", 2.0**-149), ("f4", "f2", 1e-8), ("f8", "f2", 2.0**-24), ("f8", "f2", 2.0**-25), ("f8", "f2", 1e-5)]:
    told("nd.astype", V(d, [1, v, 2]), np.dtype(e))
case("nd.astype", V("c16", [NAN]), np.dtype("i8"))
case("nd.astype", A("f8", (3, 0), "small"), np.dtype("i4"), with_=RAISE)
case("nd.astype", V("f8", [1e300] * 3000), np.dtype("f4"))
case("nd.astype", V("f8", [1.0] * 2999 + [NAN]), np.dtype("i8"))

# ---- values that Python holds ----

told("np.array", [1e300, 1.0], dtype=np.dtype("f4"))
told("np.array", 1e300, dtype=np.dtype("f4"))
told("np.asarray", [70000], dtype=np.dtype("f2"))
told("np.full", 2, 1e300, dtype=np.dtype("f4"))
told("np.full", 2, 70000, dtype=np.dtype("f2"))
told("nd.fill", A("f4", (2,), "zeros"), 1e300)
told("nd.fill", A("f2", (2,), "zeros"), 70000)
for d, v in [("f4", 1e300), ("f2", 70000), ("f2", 1e300), ("f4", 2**200), ("c8", 1e300)]:
    for f in ["np.add", "np.multiply", "np.maximum", "np.power"]:
        told(f, A(d, (3,), "ones"), v)
for f in ["np.less", "np.equal"]:
    told(f, A("f4", (3,), "ones"), 1e300)
    told(f, A("f2", (3,), "ones"), 70000)
told("np.clip", A("f4", (3,), "ones"), 0, 1e300)
told("np.where", V("b1", [True, False]), A("f4", (2,), "ones"), 1e300)
case("np.add", A("f8", (1,), "ones"), 2**2000)
told("np.copyto", A("f4", (2,), "zeros"), 1e300)
told("np.copyto", A("f4", (2,), "zeros"), V("f8", [1e300, 1]))
case("np.copyto", A("f4", (2,), "zeros"), V("f8", [1e300, 1]), where=V("b1", [False, True]), with_=RAISE)
told("np.copyto", A("f4", (2,), "zeros"), V("f8", [1e300, 1]), where=V("b1", [True, False]))
told("np.copyto", A("i8", (2,), "zeros"), V("f8", [NAN, 1]), casting="unsafe")
told("np.concatenate", [A("f4", (2,), "ones"), V("f8", [1e300])], dtype=np.dtype("f4"))
told("np.stack", [V("f8", [1.0]), V("f8", [1e300])], dtype=np.dtype("f4"))
told("setitem", A("f4", (2,), "zeros"), 0, 1e300)
told("setitem", A("f4", (2,), "zeros"), slice(None), 1e300)
told("setitem", A("f4", (2,), "zeros"), slice(None), V("f8", [1e300, 1]))
told("setitem", A("i8", (2,), "zeros"), slice(None), V("f8", [NAN, 1]))
told("setitem", A("i8", (3,), "zeros"), V("i8", [0, 2]), V("f8", [INF, 1]))
told("setitem", A("i8", (2,), "zeros"), V("b1", [True, True]), V("f8", [NAN, 1]))
told("np.put", A("f4", (2,), "zeros"), [0], 1e300)
told("np.putmask", A("f4", (2,), "zeros"), V("b1", [True, False]), 1e300)

# ---- ufuncs: with a dtype, into an array of another, where a mask chooses ----

told("np.add", V("f8", [1e300]), V("f8", [1e300]), dtype=np.dtype("f4"))
told("np.add", V("f8", [1e300, 1]), V("f8", [1e300, 1]), out=A("f4", (2,), "zeros"))
told("np.add", V("f8", [1e300]), V("f8", [1.0]), out=A("i4", (1,), "zeros"), casting="unsafe")
told("np.divide", V("f4", [1.0, 1]), V("f4", [0.0, 1]), out=A("f8", (2,), "zeros"))
told("np.divide", V("f8", [1.0, 0]), V("f8", [0.0, 0]), out=A("f8", (2,), "zeros"), where=V("b1", [False, True]))
told("np.divide", V("f8", [1.0, 0]), V("f8", [0.0, 0]), out=A("f8", (2,), "zeros"), where=V("b1", [True, False]))
told("np.divide", V("f8", [1.0, 0]), V("f8", [0.0, 0]), out=A("f8", (2,), "zeros"), where=V("b1", [False, False]))
told("np.log", V("f8", [-1.0, 0]), out=V("f8", [NAN, INF]), where=V("b1", [False, True]))
told("nd.__iadd__", A("f4", (2,), "ones"), V("f8", [1e300, 1]))
told("nd.__itruediv__", V("f8", [1.0, 0]), V("f8", [0.0, 0]))
told("nd.__imul__", V("f8", [1e300, 1]), 1e300)
for d in INEXACT:
    told("np.add", V(d, [BIG[d], 1]), V(d, [BIG[d], 1]))
    told("np.subtract", V(d, [INF, 1]), V(d, [INF, 1]))
    told("nd.__pow__", V(d, [ROOT[d]]), 2)
    if d in FLOATS:
        told("nd.__pow__", V(d, [ROOT[d]]), 3, tol="e1e-2")
    told("nd.__pow__", V(d, [0]), -1)
    told("np.power", V(d, [ROOT[d]]), 2)
told("nd.__pow__", V("f8", [-1.0]), 0.5)
told("nd.__pow__", V("f8", [1e300]), 2.0)
told("nd.__ipow__", V("f8", [1e300]), 2)
told("nd.__pow__", V("i8", [3, 4]), 2)
for d in ["i4", "u1", "f8"]:
    told("np.divmod", V(d, [1, 0]), V(d, [0, 0]))
told("np.divmod", V("f8", [INF]), 1.0)
told("np.floor_divide", V("i1", [-128]), V("i1", [-1]))
told("nd.__mod__", V("i8", [5]), 0)
told("np.add", V("u1", [200]), V("u1", [100]))
told("np.power", V("i8", [10]), 30)
told("np.absolute", V("i1", [-128]))

# ---- reductions and running results ----

for d in INEXACT:
    for f in ["np.sum", "np.prod", "np.cumsum", "np.cumprod", "np.nansum", "np.nanprod", "np.nancumsum", "np.add.reduce", "np.multiply.accumulate"]:
        tol = "=" if d in FLOATS else "=n"
        told(f, V(d, [BIG[d]] * 4), tol=tol)
        if d in FLOATS or "sum" in f:  # the parts of complex products depend on how they are rounded
            case(f, V(d, [[BIG[d], 1], [BIG[d], 2]]), axis=0)
        case(f, V(d, [[BIG[d], 1], [BIG[d], 2]]), axis=1, with_=RAISE)
        case(f, V(d, [1, 2, 3]), with_=RAISE)
        case(f, V(d, [1, NAN, 3]), with_=RAISE)
        case(f, A(d, (0,), "zeros"), with_=RAISE)
        if d in FLOATS:
            told(f, V(d, [1, INF, 3, -INF]))
            case(f, V(d, [INF, 1, 3]), with_=RAISE)
    if d in FLOATS:
        told("np.mean", V(d, [BIG[d]] * 3))
        told("np.prod", V(d, [0, INF]))
        for f in ["np.max", "np.min", "np.ptp", "np.argmax", "np.sort", "np.maximum.accumulate", "np.fmax.reduce"]:
            case(f, V(d, [1, NAN, 3]), with_=RAISE)
told("np.sum", V("f2", 1.0).to(65520))
told("np.sum", V("f8", 1e304).to(30000))
told("np.sum", V("f8", 1e304).to(3, 30000), axis=1)
told("np.prod", V("f8", 10.0).to(400, 2), axis=0)
told("np.cumprod", V("f8", 10.0).to(400))
told("np.cumsum", V("f8", 1e307).to(30, 70), axis=0, tol="e1e-12")
told("np.cumsum", V("f8", [INF, -INF]))
case("np.sum", V("f8", INF).to(9000), with_=RAISE)
case("np.sum", V("f8", NAN).to(9000), with_=RAISE)
case("np.cumsum", V("f8", NAN).to(9000), with_=RAISE)
told("np.sum", V("f8", [1e200] * 4), dtype=np.dtype("f4"))
told("np.sum", V("f8", [1e308] * 4), out=A("f4", (), "zeros"))
told("np.cumsum", V("f8", [1e200] * 4), dtype=np.dtype("f4"))
told("np.sum", V("f8", [1e308]), initial=1e308)
told("np.sum", V("f8", [1e308, 1e308]), where=V("b1", [True, False]))
told("np.sum", V("f8", [1e308, 1e308]), where=V("b1", [True, True]))
for name in ["divide", "floor_divide", "remainder"]:
    for d in ["f8", "i4"]:
        for method in ["reduce", "accumulate"]:
            told(f"np.{name}.{method}", V(d, [4, 0, 2]))
told("np.hypot.reduce", V("f8", [1.7e308, 1.7e308]))
told("np.power.reduce", V("f8", [10.0, 400]))
told("np.subtract.reduce", V("f8", [-1e308, 1e308]))
told("np.add.reduceat", V("f8", [1e308] * 4), [0, 2])
told("np.add.reduceat", V("f8", [INF, -INF, 1]), [0, 2])
told("np.divide.reduceat", V("f8", [1.0, 0, 1]), [0, 2])
told("np.add.at", V("f8", [1e308, 1]), [0, 0], 1e308)
told("np.add.at", V("f4", [3e38, 1]), [0, 0], V("f4", [3e38, 3e38]))
told("np.add.at", V("f8", [INF, 1]), [0], -INF)
told("np.multiply.at", V("f8", [1e308, 1]), [0, 0], 1e308)
told("np.floor_divide.at", V("i8", [1, 2]), [0], 0)
told("np.sqrt.at", V("f8", [-1.0, 4]), [0, 1])
told("np.mean", V("f8", [1e308] * 4))
told("np.mean", V("f8", [INF, -INF]))
told("np.mean", V("f8", [[1e308] * 2] * 4), axis=0)
for f in ["np.var", "np.std"]:
    told(f, V("f8", [0, 1e200, 2e200, 3e200]))
    told(f, V("c16", [0, 1e200, 2e200, 3e200]))
    told(f, V("f8", [1e308] * 4))
    told(f, V("f8", [INF, 1]))
    told(f, V("f8", [NAN, 1]))
    told(f, V("f8", [1.0]), ddof=1)
    told(f, V("f8", [[1.0, 2]]), axis=0, ddof=1)
    told(f, A("f8", (0,), "zeros"))
    told(f, A("f8", (0, 3), "zeros"), axis=0)
    told(f, V("f8", [300.0, 0]), tol="e1e-9")
    told(f, V("f4", [3e30, 0]))
for f in ["np.nanvar", "np.nanstd"]:
    told(f, V("f8", [NAN, NAN]))
    told(f, V("f8", [[NAN, NAN], [1, 2]]), axis=1)
    told(f, A("f8", (0,), "zeros"))
    told(f, V("f8", [1.0]), ddof=1)
    told(f, V("f8", [NAN, 1e200, -1e200]))
told("np.mean", A("f8", (0,), "zeros"))
told("np.mean", A("f8", (0,), "zeros"), keepdims=True)
told("np.mean", A("f8", (0, 3), "zeros"), axis=0)
told("np.mean", A("f8", (3, 0), "zeros"), axis=0)
told("np.nanmean", V("f8", [NAN, NAN]))
told("np.nanmean", V("f8", [[NAN, NAN], [1, 2]]), axis=1)
told("np.nanmean", A("f8", (0,), "zeros"))
told("np.nanmean", V("f8", [1e308] * 4))
for f in ["np.nanmax", "np.nanmin"]:
    told(f, V("f8", [NAN, NAN]))
    told(f, V("f8", [[NAN, NAN], [1, 2]]), axis=1)
    told(f, V("f8", [NAN]), initial=1.0)
    told(f, A("f8", (0,), "zeros"), initial=1.0)
told("np.nanmedian", V("f8", [NAN, NAN]))
told("np.median", A("f8", (0,), "zeros"))
told("np.cov", V("f8", [[1e200, -1e200], [1, 2]]))
told("np.average", V("f8", [1e308] * 3))

# ---- products and linear algebra ----

for d in INEXACT:
    r = ROOT[d]
    told("np.dot", V(d, [r] * 4), V(d, [r] * 4), tol="=n")
    if d in FLOATS:  # of complex products BLAS makes NaN where another order makes an infinity
        told("np.matmul", V(d, [[r, r], [r, 1]]), V(d, [[r, 1], [1, r]]))
    case("np.matmul", V(d, [[1, 2], [3, 4]]), V(d, [[1, 2], [3, 4]]), with_=RAISE)
for f in ["np.vdot", "np.inner", "np.vecdot"]:
    told(f, V("f8", [1e200] * 4), V("f8", [1e200] * 4))
told("np.dot", V("f8", [INF, 1]), V("f8", [0.0, 1]))
told("np.dot", V("f8", [NAN, 1]), V("f8", [0.0, 1]))
told("np.dot", V("f8", [INF, -INF]), V("f8", [1.0, 1]))
told("np.dot", V("f8", [[1e200] * 2] * 2), V("f8", [1e200] * 2))
told("np.dot", 1e200, V("f8", [1e200] * 2))
told("np.matmul", V("f8", [[INF, 1], [1, 1]]), V("f8", [[0.0, 1], [1, 1]]))
told("np.matmul", V("f8", [[NAN, 1], [1, 1]]), V("f8", [[0.0, 1], [1, 1]]))
told("np.matmul", V("f8", [[[1e200] * 2] * 2] * 3), V("f8", [[1e200] * 2] * 2))
told("np.matmul", V("f8", 1e200).to(20, 20), V("f8", 1e200).to(20, 20))
told("np.matmul", V("f8", [[1e200] * 2] * 2), V("f8", [[1e200] * 2] * 2), out=A("f8", (2, 2), "zeros"))
told("np.matvec", V("f8", [[1e200] * 4] * 2), V("f8", [1e200] * 4))
told("np.vecmat", V("f8", [1e200] * 4), V("f8", [[1e200] * 2] * 4))
told("np.tensordot", V("f8", [[1e200] * 4] * 2), V("f8", [[1e200] * 2] * 4), 1)
told("np.outer", V("f8", [1e200] * 2), V("f8", [1e200] * 2))
told("np.kron", V("f8", [1e200] * 2), V("f8", [1e200] * 2))
told("np.einsum", "i,i->", V("f8", [1e200] * 4), V("f8", [1e200] * 4))
told("np.einsum", "ij,jk->ik", V("f8", [[1e200] * 2] * 2), V("f8", [[1e200] * 2] * 2))
told("np.einsum", "i->", V("f8", [1e308] * 4))
told("np.convolve", V("f8", [1e200] * 4), V("f8", [1e200] * 4))
told("np.trace", V("f8", [[1e308] * 2] * 2))
told("np.linalg.norm", V("f8", [1e200] * 4))
told("np.linalg.norm", V("f8", [[1e200] * 2] * 2))
told("np.linalg.norm", V("f8", [[1e200] * 2] * 2), axis=0)
told("np.linalg.norm", V("f8", [1e200] * 4), 3)
told("np.linalg.norm", V("f8", [1e308] * 4), 1)
told("np.linalg.norm", V("f8", [[1e308] * 2] * 2), 1)
told("np.linalg.norm", V("f8", [INF, -INF]))
told("np.linalg.det", V("f8", [[1e200, 0], [0, 1e200]]))
told("np.linalg.det", V("f8", [[NAN, 1], [1, 2]]))
told("np.linalg.det", V("f8", [[INF, INF], [INF, 2]]))
told("np.linalg.det", V("f8", [[1.0, 2], [2, 4]]))
told("np.linalg.det", V("f4", [[1e30, 0], [0, 1e30]]))
told("np.linalg.slogdet", V("f8", [[1e200, 0], [0, 1e200]]), tol="e1e-12")
told("np.linalg.inv", V("f8", [[1e300, 0], [0, 1]]), tol="e1e-12")
told("np.linalg.matrix_power", V("f8", [[1e200] * 2] * 2), 2)
told("np.linalg.multi_dot", [V("f8", [[1e200] * 2] * 2), V("f8", [[1e200] * 2] * 2), V("f8", [[1.0, 0], [0, 1]])])

# ---- underflow, which is only looked for where the state asks ----

UNDER = ("errstate", {"under": "raise"})
UNDERWARN = ("errstate", {"under": "warn"})
for d in FLOATS:
    s = SMALL[d]
    for with_ in [None, UNDER, UNDERWARN]:
        for f in ["np.multiply", "np.divide"]:
            other = 1 / s if f == "np.divide" else s
            case(f, V(d, [1, s]), V(d, [1, other]), with_=with_)
        case("np.square", V(d, [1, s]), with_=with_)
        case("np.prod", V(d, [s, s, s]), with_=with_)
        case("np.cumprod", V(d, [s, s, s]), with_=with_)
    case("np.add", V(d, [s, 1]), V(d, [s, -1]), with_=UNDER)
case("np.multiply", V("f8", [1e-320, 2.0**-1000]), V("f8", [2.0, 2.0**-60]), with_=UNDER)
case("np.divide", V("f8", [3e-320]), V("f8", [1.0]), with_=UNDER)
case("np.multiply", V("f8", [0.0, 1]), V("f8", [0.0, 0]), with_=UNDER)
for f in ["np.exp", "np.exp2"]:
    for d in FLOATS:
        case(f, V(d, [-2000.0, 1]), with_=UNDER, tol="e1e-2")
    case(f, V("f8", [-INF, 1]), with_=UNDER, tol="e1e-9")
case("np.power", V("f8", [1e-200, 2]), V("f8", [2.0, 2]), with_=UNDER)
case("np.power", V("f8", [0.0]), V("f8", [2.0]), with_=UNDER)
case("np.reciprocal", V("f8", [1.7e308]), with_=UNDER)
case("np.ldexp", V("f8", [1.0]), -1080, with_=UNDER)
case("np.ldexp", V("f8", [1.0]), -1070, with_=UNDER)
case("np.radians", V("f8", [1e-310]), with_=UNDER)
case("np.nextafter", V("f8", [0.0]), V("f8", [1.0]), with_=UNDER)
case("np.dot", V("f8", [1e-200] * 4), V("f8", [1e-200] * 4), with_=UNDER)
case("np.matmul", V("f8", [[1e-200] * 2] * 2), V("f8", [[1e-200] * 2] * 2), with_=UNDER)
case("np.linalg.norm", V("f8", [1e-200] * 4), with_=UNDER)
case("np.linalg.det", V("f8", [[1e-200, 0], [0, 1e-200]]), with_=UNDER)
case("np.var", V("f8", [1e-200, 0]), with_=UNDER)
case("np.sum", V("f8", [1e-310] * 3), with_=UNDER)
case("nd.__imul__", V("f8", [1e-300, 2]), 1e-300, with_=UNDER)

# ---- what a state changes ----

for mode in ["ignore", "warn", "raise"]:
    case("np.sum", V("f8", [1e308] * 4), with_=("errstate", {"over": mode}))
    case("np.sum", V("f8", [INF, -INF]), with_=("errstate", {"invalid": mode}))
    case("np.cumsum", V("f8", [1e308] * 4), with_=("errstate", {"over": mode}))
    case("np.dot", V("f8", [1e200] * 4), V("f8", [1e200] * 4), with_=("errstate", {"over": mode}))
    case("nd.astype", V("f8", [NAN]), np.dtype("i4"), with_=("errstate", {"invalid": mode}))
    case("nd.astype", V("f8", [1e300]), np.dtype("f4"), with_=("errstate", {"over": mode}))
    case("np.add", V("f4", [1.0]), 1e300, with_=("errstate", {"over": mode}))
    case("np.linalg.det", V("f8", [[1e200, 0], [0, 1e200]]), with_=("errstate", {"over": mode}))
