# What the other pages leave: the sign of zero of sums that do not start at 0, orders of masked results, casts of
# einsum's views, medians of nothing.
Z = V("f8", [-0.0, -0.0, -0.0])
for d in INEXACT:
    case("np.sum", V(d, [-0.0, -0.0]), initial=-0.0)
    case("np.sum", V(d, [-0.0, 0.0]), initial=-0.0)
    case("np.sum", V(d, [-0.0, 1.0, -1.0]), initial=-0.0)
    case("np.sum", V(d, [[-0.0, -0.0], [0.0, -0.0]]), axis=0, initial=-0.0)
    case("np.sum", V(d, [[-0.0, -0.0], [0.0, -0.0]]), axis=1, initial=-0.0, keepdims=True)
    case("np.sum", V(d, [-0.0, 3.0]), initial=-0.0, where=V("?", [True, False]))
    case("np.add.reduceat", V(d, [-0.0, -0.0, -0.0]), [0, 2])
    case("np.add.reduceat", V(d, [-0.0, 0.0, -0.0]), [0, 2])
    case("np.add.reduceat", V(d, [[-0.0, -0.0, 0.0], [-0.0, 0.0, -0.0]]), [0, 2], axis=1)
    case("np.add.reduceat", V(d, [[-0.0, -0.0, 0.0], [-0.0, 0.0, -0.0]]), [0, 1, 0], axis=0)
case("np.sum", V("f8", [[-0.0, -0.0], [-0.0, -0.0]]), initial=-0.0)
case("np.sum", V("f8", []), initial=-0.0)
case("np.sum", Z, initial=0.0)
case("np.sum", V("f8", -0.0), initial=-0.0)
case("np.prod", Z, initial=-1.0)
case("np.multiply.reduceat", Z, [0, 2])
for n in [7, 9, 130]:
    for d in ["f4", "f8", "c16"]:
        case("np.add.reduceat", A(d, (n,), "unit", n), [0])
        case("np.add.reduceat", A(d, (n,), "unit", n), [0, 3])
case("np.add.reduceat", A("f8", (9, 3), "unit"), [0, 4], axis=0)
# within rounding: ours adds in another order where the axis is not the one that lies in rows (Fortran order)
case("np.add.reduceat", A("f8", (3, 40), "unit"), [0, 13], axis=1, tol="u4")
case("np.hypot.reduceat", V("f8", [-1.0, -1.0, -1.0]), [0, 2])
case("np.logaddexp.reduceat", V("f8", [-0.0, -0.0, -0.0]), [0, 2])
case("np.multiply.reduceat", V("c16", [complex(float("inf"), 1), 2, 3]), [0, 2])

M = A("f8", (3, 4), "small")
mask = V("?", [[True] * 4] * 3)
for order in ["C", "F", "A", "K"]:
    for x in [M, A("f8", (4, 3), "small").T]:
        case("np.add", x, x, where=mask, order=order)
        case("np.negative", x, where=mask, order=order)
        case("np.add", x, 1, where=V("?", [[True] * 3] * 4).T, order=order)
case("np.add", A("f8", (4, 3), "small").T, A("f8", (4, 3), "small").T, where=mask)
case("np.add", M, A("f8", (4, 3), "small").T, where=V("?", [[True] * 3] * 4).T)

case("np.einsum", "", 2.0, dtype=np.dtype("f4"))
case("np.einsum", "", 2, dtype=np.dtype("f4"))
case("np.einsum", "", V("f8", 2.0), dtype=np.dtype("i4"))
case("np.einsum", "i", A("f8", (3,)), dtype=np.dtype("f4"))
case("np.einsum", "ij->ji", A("f8", (2, 3)), dtype=np.dtype("f4"))
case("np.einsum", "ii->i", A("f8", (3, 3)), dtype=np.dtype("f4"))
case("np.einsum", "i->", A("f8", (3,)), dtype=np.dtype("f4"))
case("np.einsum", ",", 2.0, 3.0, dtype=np.dtype("f4"))
case("np.einsum", "i", A("f4", (3,)), dtype=np.dtype("f8"))

for name in ["np.nanmedian", "np.median", "np.nanmean"]:
    for d in ["i4", "f4", "f8", "c16"]:
        for shape in [(0,), (0, 2), (2, 0), (2, 0, 3)]:
            case(name, A(d, shape))
            case(name, A(d, shape), axis=0)
            case(name, A(d, shape), axis=-1)
            case(name, A(d, shape), axis=0, keepdims=True)
    case(name, A("f8", (2, 0)), axis=(0, 1))
    case(name, A("f8", (2, 0, 3)), axis=(0, 1))
    case(name, A("i4", (2, 0, 3)), axis=(0, 1), keepdims=True)
