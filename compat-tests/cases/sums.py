# Float sums, bit for bit: NumPy's pairwise order. Its bits are the same on every processor.
LENGTHS = [1, 7, 8, 9, 63, 127, 128, 129, 136, 1000, 4099, 8192, 8193, 20000]
for d in INEXACT:
    for n in LENGTHS:
        case("np.sum", A(d, (n,), "unit", n))
for d in ["f4", "f8", "c8"]:
    for n in [9, 129, 1000, 8193]:
        case("np.sum", A(d, (n,), "unit", n)[::-1])
        case("np.sum", A(d, (n,), "unit", n)[::2])
        case("np.mean", A(d, (n,), "unit", n))
    for shape in [(1000, 4), (4, 1000), (300, 7), (7, 300), (50, 16), (20, 30, 40), (5, 6, 7, 8), (3, 1000, 3)]:
        for axis in range(len(shape)):
            case("np.sum", A(d, shape, "unit", 6), axis=axis)
            case("np.sum", A(d, shape, "unit", 6).T, axis=axis)
        # Strided loops that cannot be merged NumPy copies through its buffer, which gives another order.
        case("np.sum", A(d, shape, "unit", 6), layouts=False)
        case("np.sum", A(d, shape, "unit", 6), axis=(0, len(shape) - 1), layouts=False)
for d in ["f4", "f8"]:
    case("np.var", A(d, (1000,), "unit", 5))
case("np.sum", A("f4", (20000,), "unit", 7), dtype=np.dtype("f8"))
case("np.mean", A("f2", (20000,), "unit", 7))
# Sums that lose most of a float32: what pairwise summation is for.
EDGE = V("f4", [1e7, 1e7 + 1] * 500)
case("np.var", EDGE)
case("np.sum", EDGE)
case("np.mean", EDGE)
case("np.sum", V("f4", 0.1).to(100000))
case("np.mean", V("f4", 0.1).to(100000))
# A sum starts at 0, so that it is never -0.
for d in INEXACT:
    case("np.sum", V(d, [-0.0]))
    case("np.sum", V(d, [-0.0, -0.0]))
    case("np.sum", V(d, [[-0.0], [-0.0]]), axis=1)
    case("np.sum", V(d, [[-0.0], [-0.0]]), axis=0)
    case("np.add.reduce", V(d, [-0.0, -0.0]))
    case("np.prod", V(d, [-0.0, 1.0]))
for d in ["f4", "f8"]:
    for n in [7, 17, 1000]:
        case("np.prod", A(d, (n,), "pos", n))
