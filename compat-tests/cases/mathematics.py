# Products, factorisations and mathematical functions beyond their common calls: every mode, axis and edge.
def tol(d):
    return "r1e-3" if d == "f2" else "r2e-5" if d in ("f4", "c8") else "r1e-11" if d[0] in "fc" else "="


# products
for d in ["b1", "i2", "u1", "f2", "f4", "f8", "c16"]:
    for a, b in [((3,), (3,)), ((2, 3), (3,)), ((3,), (4, 3)), ((2, 1, 3), (4, 3)), ((0, 3), (3,)), ((2, 0), (2, 0))]:
        case("np.vecdot", A(d, a, "small"), A(d, b, "small", 2), tol=tol(d))
    case("np.vecdot", A(d, (3, 2), "small"), A(d, (3, 2), "small", 2), axis=0, tol=tol(d))
    case("np.matvec", A(d, (2, 3), "small"), A(d, (3,), "small", 2), tol=tol(d))
    case("np.matvec", A(d, (5, 2, 3), "small"), A(d, (5, 3), "small", 2), tol=tol(d))
    case("np.vecmat", A(d, (3,), "small"), A(d, (3, 2), "small", 2), tol=tol(d))
    case("np.vecmat", A(d, (4, 3), "small"), A(d, (4, 3, 2), "small", 2), tol=tol(d))
    for a, b in [((2,), (3,)), ((2, 3), (2,)), ((3,), (2, 2)), ((), (3,)), ((2, 2), (1, 3)), ((0,), (2,)), ((2, 1, 3), (2, 2))]:
        case("np.kron", A(d, a, "small"), A(d, b, "small", 2), tol=tol(d), layouts=False)
    for a, b in [((3,), (3,)), ((4, 3), (3,)), ((4, 3), (4, 3)), ((2, 1, 3), (4, 3)), ((0, 3), (3,))]:
        case("np.cross", A(d, a, "small"), A(d, b, "small", 2), tol=tol(d), layouts=False)
    case("np.cross", A(d, (3, 4), "small"), A(d, (3, 4), "small", 2), axis=0, tol=tol(d), layouts=False, free_order=True)
    case("np.cross", A(d, (3, 4), "small"), A(d, (4, 3), "small", 2), axisa=0, axisc=0, tol=tol(d), layouts=False, free_order=True)
    case("np.trace", A(d, (3, 4, 2), "small"), offset=1, axis1=1, axis2=0, tol=tol(d))
    case("np.trace", A(d, (3, 4), "small"), offset=-1, tol=tol(d))
    case("np.diagonal", A(d, (3, 4, 2), "small"), offset=1)
    case("np.diagonal", A(d, (3, 4, 2), "small"), axis1=-1, axis2=0)
    case("nd.diagonal", A(d, (3, 4), "small"))
    case("nd.trace", A(d, (3, 4), "small"), tol=tol(d))
    case("np.inner", A(d, (2, 2, 3), "small"), A(d, (4, 3), "small", 2), tol=tol(d))
    case("np.dot", A(d, (2, 2, 3), "small"), A(d, (4, 3, 2), "small", 2), tol=tol(d))
case("np.kron", 2, A("f4", (3,)))
case("np.kron", 2, 3)
case("np.cross", A("f8", (4,)), A("f8", (3,)))
case("np.vecdot", A("f8", (3,)), A("f8", (2,)))
case("np.vecdot", A("f8", (3,)), 3)
case("np.vecdot", A("f8", (2, 2, 3)), A("f8", (3, 3)))
case("np.matvec", A("f8", (2, 3)), A("f8", (2,)))
case("np.matvec", A("f8", (3,)), A("f8", (3,)))
case("np.vecmat", A("f8", (3,)), A("f8", (2, 3)))
case("np.vdot", A("f8", (4,)), A("f8", (3,)))
case("np.diagonal", A("f8", (3,)))
case("np.diagonal", A("f8", (3, 3)), axis1=0, axis2=0)
case("np.diagonal", A("f8", (3, 3)), axis1=0, axis2=2)
case("np.matmul", A("f8", (3,)), A("f8", (3,), "small", 2), out=A("f8", (), "zeros"), tol="r1e-13")
case("np.matmul", A("f8", (2, 3)), A("f8", (3, 2)), out=A("i4", (2, 2), "zeros"))
case("np.matmul", A("f4", (2, 3)), A("f4", (3, 2)), out=A("f8", (2, 2), "zeros"), tol="r1e-6")
case("np.dot", A("f8", (2, 3)), A("f8", (3, 2)), out=A("f8", (3, 2), "zeros"))
case("np.dot", A("f8", (2, 3)), A("f8", (3, 2)), out=A("f4", (2, 2), "zeros"))
case("np.outer", A("f8", (2,)), A("f8", (3,)), out=A("f8", (2, 3), "zeros"))
for sub, shapes in [("ij,ij->", [(3, 4), (3, 4)]), ("ij,ij->ij", [(1, 4), (3, 4)]), ("ij,ij", [(1, 4), (3, 4)]), ("iij->j", [(3, 3, 2)]), ("iji->j", [(3, 2, 3)]),
                    ("iii->i", [(3, 3, 3)]), ("iii", [(3, 3, 3)]), ("ijj,jk->ik", [(2, 3, 3), (3, 4)]), ("...,...", [(3,), (3,)]), ("...,...->...", [(2, 3), (3,)]),
                    ("i...,i...->...", [(2, 3), (2, 3)]), ("...i,...i->...", [(5, 1, 3), (4, 3)]), ("ij,jk->ki", [(2, 3), (3, 4)]), ("ijk,ilm->jklm", [(2, 3, 4), (2, 2, 3)]),
                    ("ijkl,klmn->ijmn", [(2, 3, 2, 2), (2, 2, 3, 2)]), ("abc,cd,def->abef", [(2, 3, 2), (2, 3), (3, 2, 2)]), ("i,i,i->i", [(3,), (3,), (3,)]),
                    ("i,j,k->ijk", [(2,), (3,), (2,)]), ("bhid,bhjd->bhij", [(2, 2, 3, 4), (2, 2, 5, 4)]), ("bhij,bhjd->bhid", [(2, 2, 3, 5), (2, 2, 5, 4)]),
                    (" i j , j k -> i k ", [(2, 3), (3, 2)]), ("ij->", [(0, 3)]), ("ij,jk->ik", [(2, 0), (0, 3)]), ("Ab,bA", [(3, 2), (2, 3)]), ("bA", [(3, 2)]),
                    ("->", [()]), (",->", [(), ()]), (",i->i", [(), (3,)]), ("ii,i->i", [(3, 3), (3,)]), ("ij,j,k->ik", [(2, 3), (3,), (4,)])]:
    for d in ["f8", "i4", "c8"]:
        case("np.einsum", sub, *[A(d, s, "small", i) for i, s in enumerate(shapes)], tol=tol(d), free_order=True)
for sub, shapes in [("ii", [(3, 2)]), ("ii->i", [(1, 3)]), ("ijk", [(2, 3)]), ("i->i.", [(3,)]), ("...i...", [(3,)]), ("...i->i", [(3, 3)]), ("i-i", [(3,)]), ("i1", [(3, 3)]),
                    ("i,i->", [(3,), (4,)]), ("ijk,k->ij", [(2, 3, 4), (5,)]), ("i", [(3,), (3,)])]:
    case("np.einsum", sub, *[A("f8", s) for s in shapes])
# factorisations: matrices without elements, options
for f in ["svd", "qr", "svdvals", "pinv", "matrix_rank"]:
    for s in [(0, 3), (3, 0), (0, 2, 3), (2, 0, 3)]:
        if not (f in ("svd", "svdvals") and 0 in s[-2:] and False):
            case("np.linalg." + f, A("f8", s), tol="e1e-12")
for s in [(0, 3), (3, 0), (2, 3)]:
    case("np.linalg.qr", A("f8", s), mode="complete", tol="e1e-11")
    case("np.linalg.svd", A("f8", s), full_matrices=False, tol="e1e-11")
case("np.linalg.qr", A("f8", (5, 3)), mode="complete", tol="e1e-11")
case("np.linalg.qr", A("c16", (4, 2)), mode="complete", tol="e1e-11")
for f in ["eig", "eigh", "eigvals", "eigvalsh", "inv", "cholesky", "slogdet", "det"]:
    for s in [(0, 0), (2, 0, 0), (0, 3, 3)]:
        case("np.linalg." + f, A("f8", s))
for a, b in [((0, 3), (0,)), ((3, 0), (3, 2)), ((3, 2), (3, 0)), ((0, 3), (0, 2))]:
    case("np.linalg.lstsq", A("f8", a), A("f8", b), tol="e1e-12")
for a, b in [((2, 2), (2,)), ((3, 2, 2), (2,)), ((3, 2, 2), (2, 4)), ((3, 2, 2), (3, 2, 1)), ((2, 2), (3, 2, 1)), ((0, 2, 2), (2,))]:
    case("np.linalg.solve", A("f8", a, "spd"), A("f8", b, "small", 2), tol="r1e-11")
case("np.linalg.solve", A("f8", (2, 2, 2), "spd"), A("f8", (3, 2, 1)))
case("np.linalg.lstsq", A("f8", (4, 3), "ones"), A("f8", (4,), "small", 2), tol="r1e-11")
case("np.linalg.lstsq", A("f8", (4, 3), "small"), A("f8", (4,), "small", 2), rcond=0.5, tol="r1e-11")
case("np.linalg.lstsq", A("f8", (4, 3), "small"), A("f8", (4,), "small", 2), rcond=-1, tol="r1e-11")
case("np.linalg.lstsq", A("f8", (2, 3, 3)), A("f8", (3,)))
for d in ["f4", "f8", "c16"]:
    t = "r1e-4" if d == "f4" else "r1e-10"
    case("np.linalg.pinv", A(d, (3, 3), "spd"), hermitian=True, tol=t)
    case("np.linalg.pinv", A(d, (3, 3), "ones"), tol=t)
    case("np.linalg.pinv", A(d, (4, 3), "small", 3), rcond=0.5, tol=t)
    case("np.linalg.pinv", A(d, (4, 3), "small", 3), rtol=0.5, tol=t)
    case("np.linalg.matrix_rank", A(d, (3, 3), "spd"), hermitian=True)
    case("np.linalg.matrix_rank", A(d, (2, 4, 3), "small", 3))
    case("np.linalg.matrix_rank", A(d, (4, 3), "small", 3), 5.0)
    case("np.linalg.matrix_rank", A(d, (4, 3), "small", 3), rtol=0.5)
    case("np.linalg.svd", A(d, (3, 3), "spd"), compute_uv=False, hermitian=True, tol=t)
    case("np.linalg.eigvalsh", A(d, (3, 3), "small"), UPLO="U", tol=t)
    case("np.linalg.cond", A(d, (2, 3, 3), "spd"), tol="r1e-3")
    case("np.linalg.cond", A(d, (2, 3, 3), "ones"), 1, tol="r1e-3")
    case("np.linalg.cond", A(d, (4, 3), "small"), tol="r1e-3")
    for o in [0, 1, 2, 3, 0.5, np.inf, -np.inf, -1]:
        case("np.linalg.vector_norm", A(d, (2, 3, 4), "pos"), axis=(0, 2), ord=o, tol=t)
        case("np.linalg.vector_norm", A(d, (2, 3), "pos"), ord=o, keepdims=True, tol=t)
    for o in [1, -1, 2, "nuc", np.inf, "fro"]:
        case("np.linalg.matrix_norm", A(d, (2, 3, 4), "small"), ord=o, keepdims=True, tol=t)
        case("np.linalg.norm", A(d, (3, 2, 4), "small"), o, axis=(2, 0), tol=t)
    case("np.linalg.multi_dot", [A(d, (3,)), A(d, (3, 4), "small", 2), A(d, (4, 2), "small", 3), A(d, (2,), "small", 4)], tol=t)
    case("np.linalg.multi_dot", [A(d, (2, 3)), A(d, (3, 4), "small", 2), A(d, (4, 2), "small", 3), A(d, (2, 5), "small", 4)], tol=t)
    case("np.linalg.matrix_power", A(d, (2, 3, 3), "small"), 5, tol=t)
    case("np.linalg.matrix_power", A(d, (3, 3), "spd"), -3, tol="r1e-2" if d == "f4" else t)
case("np.linalg.multi_dot", [A("f8", (2, 2))])
case("np.linalg.tensorinv", A("f8", (2, 2)), ind=0)
case("np.linalg.tensorinv", A("f8", (6, 2, 3)), ind=1, tol="r1e-9")
case("np.linalg.tensorsolve", A("f8", (2, 3)), A("f8", (2,)))
case("np.linalg.outer", A("f8", (2, 2)), A("f8", (3,)))
case("np.linalg.cross", A("f8", (2,)), A("f8", (3,)))
case("np.linalg.matrix_transpose", A("f8", (3,)))
case("np.linalg.diagonal", A("f8", (3,)))
case("np.linalg.diagonal", A("f8", (2, 3, 4)), offset=-1)
case("np.linalg.cond", A("f8", (0, 3)))
case("np.linalg.cond", A("f8", (2, 3)), 1)
case("np.linalg.pinv", A("f8", (2, 2)), rcond=1.0, rtol=1.0)
case("np.linalg.vector_norm", A("f8", (0,)), ord=np.inf)
case("np.linalg.norm", A("f8", (0, 3)), np.inf)
case("np.linalg.norm", A("f8", (0, 3)), 2)
case("np.linalg.norm", A("f8", ()))
case("np.linalg.norm", A("f2", (3,)), tol="r1e-3")
# mathematical functions
for d in ["b1", "i4", "u1", "f4", "f8", "c16"]:
    t = tol(d)
    for m in ["full", "same", "valid"]:
        for n, k in [(5, 3), (3, 5), (5, 4), (4, 5), (1, 1), (4, 4), (17, 2)]:
            case("np.convolve", A(d, (n,), "small"), A(d, (k,), "small", 2), m, tol=t)
            case("np.correlate", A(d, (n,), "small"), A(d, (k,), "small", 2), m, tol=t)
    case("np.diff", A(d, (3, 5), "small"), prepend=A(d, (3, 1), "small", 2), layouts=False)
    case("np.diff", A(d, (3, 5), "small"), axis=0, append=0, layouts=False)
    case("np.diff", A(d, (1,), "small"))
    case("np.diff", A(d, (0,), "small"))
    if d != "b1":
        case("np.ediff1d", A(d, (5,), "small"), to_begin=A(d, (2,), "small", 2), to_end=A(d, (), "small", 3))
        case("np.trapezoid", A(d, (3, 4), "small"), x=[1.0, 2.0, 4.0, 5.0], tol=t)
        case("np.trapezoid", A(d, (3, 4), "small"), dx=2, axis=0, tol=t)
        case("np.trapezoid", A(d, (3, 4), "small"), x=A("f8", (3, 4), "pos"), tol=t)
    if d not in ("b1", "u1"):
        for e in [1, 2]:
            case("np.gradient", A(d, (7,), "small"), edge_order=e, tol=t)
            case("np.gradient", A(d, (7,), "small"), 2.0, edge_order=e, tol=t)
            case("np.gradient", A(d, (4,), "small"), [0.0, 1.0, 3.0, 4.0], edge_order=e, tol=t)
            case("np.gradient", A(d, (3, 4), "small"), axis=0, edge_order=e, tol=t, layouts=False)
        case("np.gradient", A(d, (3, 4), "small"), 1.0, [0.0, 1.0, 3.0, 4.0], tol=t, layouts=False)
for d in ["i4", "f8"]:
    case("np.unwrap", A(d, (9,), "small"), period=4)
    case("np.unwrap", A(d, (9,), "small"), period=5, tol=tol(d))
    case("np.unwrap", A(d, (3, 9), "small"), axis=0, tol=tol(d))
case("np.unwrap", A("f8", (9,), "small"), discont=5.0, tol="r1e-13")
case("np.gradient", A("f8", (1,)))
case("np.gradient", A("f8", (3,)), V("f8", [1.0, 2.0]))
case("np.gradient", A("f8", (3,)), 1.0, 2.0)
case("np.gradient", A("f8", (3,)), edge_order=3)
case("np.convolve", A("f8", (0,)), A("f8", (1,)))
case("np.convolve", A("f8", (1,)), A("f8", (0,)))
case("np.convolve", A("f8", (3,)), A("f8", (2,)), "bad")
case("np.convolve", A("f8", (3, 1)), A("f8", (2,)))
case("np.correlate", A("f8", (1,)), A("f8", (0,)))
case("np.diff", A("f8", ()))
case("np.ediff1d", A("i4", (4,)), to_end=1.5)
for x in [A("f8", (17,), "small"), A("f8", (2, 3), "small"), A("f8", (17,), "awk"), A("i4", (5,)), 1.5]:
    case("np.interp", x, [-3.0, 0.0, 1.0, 4.0], [1.0, 2.0, -1.0, 0.5], tol="r1e-12")
    case("np.interp", x, [-3.0, 0.0, 1.0, 4.0], [1.0, 2.0, -1.0, 0.5], left=-9.0, right=9.0, tol="r1e-12")
    case("np.interp", x, [2.0], [7.0])
case("np.interp", A("f8", (17,), "small"), [3.0, 0.0, 1.0], [1.0, 2.0, -1.0], period=4.5, tol="r1e-12")
case("np.interp", A("f8", (7,), "small"), [0.0, 1.0], V("c16", [1j, 3]), tol="r1e-12")
case("np.interp", 1.0, [], [])
case("np.interp", 1.0, [1.0, 2.0], [1.0])
case("np.interp", [1.0, 5.0], [1.0, 2.0], [1.0, 3.0], period=0)
for d in ALL:
    for k in [-2, -1, 0, 1, 3]:
        if d != "b1" or k == 0:
            case("np.round", A(d, (17,), "small"), k, tol="u2" if d != "f2" else "u4")
    case("nd.round", A(d, (17,), "small"))
    case("np.isclose", A(d, (7,), "small"), A(d, (7,), "small", 2)) if d != "b1" else None
    case("np.isclose", A(d, (7,), "small"), 1) if d != "b1" else None
    case("np.array_equal", A(d, (7,), "small"), A(d, (7,), "small"))
    case("np.array_equiv", A(d, (1, 7), "small"), A(d, (7,), "small"))
    case("np.isreal", A(d, (7,), "small"))
    case("np.iscomplex", A(d, (7,), "small"))
    case("np.real", A(d, (7,), "small"))
    case("np.imag", A(d, (7,), "small"))
    case("nd.conj", A(d, (7,), "small"))
    case("np.angle", A(d, (7,), "small"), tol="e1e-3" if d == "f2" else "e1e-6") if d != "b1" else None
    case("np.sinc", A(d, (7,), "small"), tol="e1e-2" if d == "f2" else "r1e-6") if d not in ("b1", "f2") else None
    case("np.nan_to_num", A(d, (17,), "awk"), nan=1.0, posinf=2.0, neginf=-3.0) if d[0] in "fc" else None
    case("np.min_scalar_type", A(d, (3,)))
    case("np.common_type", A(d, (3,)))
    case("np.isdtype", np.dtype(d), "numeric")
    case("np.isdtype", np.dtype(d), "signed integer")
for v in [0, 255, 256, -128, -129, 2**40, 2**63, -2**63, True, 1e300, 3.1, 65000.0, 64999.0, 1e39, float("inf"), 1j, 1e39j]:
    case("np.min_scalar_type", v)
case("np.i0", V("f8", [0.0, 0.5, 1.0, 7.9, 8.0, 8.1, 29.9, 30.0, 30.1, 100.0, 700.0, -3.0]), tol="e1e-14")
case("np.i0", V("c16", [1j]))
case("np.isposinf", V("c16", [1j]))
case("np.allclose", V("f8", [np.inf, 1.0]), V("f8", [np.inf, 1.0]))
case("np.allclose", V("f8", [np.inf]), V("f8", [-np.inf]))
case("np.isclose", A("f8", (3, 1), "small"), A("f8", (4,), "small"))
case("np.isclose", 1.0, 1.0 + 1e-9)
case("np.array_equal", A("f8", (2,)), A("f8", (3,)))
case("np.array_equiv", A("f8", (2,)), A("f8", (3,)))
case("np.clip", A("f8", (5,)), None, None)
case("np.clip", A("u1", (5,)), -1, 3)
case("np.isdtype", np.dtype("f4"), "bogus")
case("np.isdtype", np.dtype("f4"), np.dtype("f4"))
case("np.finfo", np.dtype("i4"))
case("np.iinfo", np.dtype("f4"))
