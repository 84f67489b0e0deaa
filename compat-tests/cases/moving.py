# Elements moved and small arithmetic: what has a fast way of its own, and where that way must not be seen.
nan, inf = np.nan, np.inf
EDGES = [0.0, -0.0, 1, -1, 2.5, -2.5, inf, -inf, nan, 1e300, -1e300, 5e-324, -5e-324]
# a number as exponent: the function or the loop that NumPy takes instead
for d in ["f8", "f4", "f2"]:
    values = [v for v in EDGES if abs(v) < 1e4 or not np.isfinite(v) or d == "f8"]
    x = V(d, values)
    for exponent in [2, 2.0, 0.5, -1, -1.0, 1, 1.0]:
        case("nd.__pow__", x, exponent)
        case("nd.__ipow__", x, exponent)
        if d != "f2":
            case("np.power", x, exponent)
            case("np.power", x, exponent, out=V(d, [0] * len(values)))
            case("np.power", x, exponent, where=V("b1", [True] * len(values)), out=V(d, [0] * len(values)))
for d in ["i1", "u1", "i2", "u2", "i4", "u4", "i8", "u8"]:
    x = A(d, (40,), "full", 3)
    for exponent in range(0, 9):
        case("nd.__pow__", x, exponent)
    for exponent in [15, 63, 64, 65]:
        case("np.power", x, exponent)
    case("nd.__ipow__", x, 3)
for d in ["i1", "i4", "u1", "i8"]:
    for exponent in [2.0, 0.5, 1.0]:
        case("nd.__pow__", V(d, [0, 1, 2, 3, 7, 11]), exponent)
# divisions that floor, whose quotients are exact or not, small, huge and beyond
for d in ["f8", "f4", "f2", "i1", "u1", "i2", "u2", "i4", "u4", "i8", "u8"]:
    for f in ["np.remainder", "np.floor_divide", "np.fmod", "np.divmod"]:
        if f != "np.divmod":
            case(f + ".outer", A(d, (17,), "awk", 1), A(d, (23,), "awk", 2))
            case(f, A(d, (5, 37), "awk", 1), A(d, (37,), "full", 2))
        case(f, A(d, (199,), "full", 1), A(d, (199,), "full", 2))
        case(f, A(d, (199,), "full", 1), A(d, (199,), "pos", 2))
        case(f, A(d, (199,), "small", 1), A(d, (199,), "small", 2))
        case(f, A(d, (67,), "full", 1), 7)
        case(f, A(d, (67,), "small", 1), 3)
# what does not fit into the integer
for d in ["f8", "f4"]:
    for to in ["i1", "u1", "i2", "u2", "i4", "i8", "u8", "b1"]: # of u4 NumPy's tails differ from its blocks
        case("nd.astype", V(d, EDGES[:-2 if d == "f4" else None] + [2**31, -2**31, 2**31 - 1, -2**31 - 1, 2**63, -2**63, 2**62, 255.9, -0.9, 65535.5, 2**32, 2**32 - 1]) if d == "f8"
             else V(d, [0.0, -0.0, 1, -2.5, inf, -inf, nan, 2**31, -2**31, 2**63, -2**63, 2**62, 255.9, -0.9, 65535.5, 2**32, 3.4e38]), np.dtype(to))
        case("nd.astype", A(d, (77,), "full", 1), np.dtype(to))
# sums of narrow integers, added up several at a time
for d in ["b1", "i1", "u1", "i2", "u2"]:
    for n in [1, 7, 8, 9, 63, 1030, 2100, 9000]:
        case("np.sum", A(d, (n,), "full", 1))
    case("np.sum", A(d, (9000,), "full", 1)[1:])
    case("np.sum", A(d, (5, 1030), "full", 1), axis=1)
    case("np.sum", A(d, (5, 1030), "full", 1), axis=0)
    case("np.sum", A(d, (70000,), "ones", 1))
for d in ["i1", "u1", "i2", "u2"]:
    for value in [np.iinfo(d).max, np.iinfo(d).min]:
        case("np.sum", V(d, [value] * 2500))
# segments of one length and of several
for d in ["f8", "f4", "i4", "b1", "c8", "f2"]:
    for op in ["add", "multiply", "maximum"]:
        x = A(d, (40,), "small", 1)
        tol = "e2e-2" if d == "f2" and op != "maximum" else "e1e-5" if d == "c8" and op == "multiply" else "="
        for indices in [list(range(0, 40, 5)), list(range(0, 40, 7)), [0, 5, 10, 15, 20, 22, 24, 26, 28, 30, 39], [3, 3, 3, 3, 3, 3], [9, 8, 7, 6, 5, 4], [0, 10, 20, 30, 0, 10, 20, 30], list(range(40))]:
            case("np." + op + ".reduceat", x, indices, tol=tol)
    m = A(d, (30, 4), "small", 1)
    case("np.add.reduceat", m, list(range(0, 30, 5)))
    case("np.add.reduceat", m.T, list(range(0, 30, 5)), axis=1)
    case("np.add.reduceat", V(d, [-0.0] * 20 if d[0] in "fc" else [0] * 20), list(range(0, 20, 4)))
case("np.add.reduceat", A("f8", (3000,), "full", 1), list(range(0, 3000, 300)))
case("np.add.reduceat", A("f8", (3, 3000), "full", 1), list(range(0, 3000, 300)), axis=1, tol="r1e-12")  # in Fortran order
case("np.add.reduceat", A("f8", (3000, 3), "full", 1), list(range(0, 3000, 300)), tol="r1e-12")
case("np.add.reduceat", A("f4", (1000,), "full", 1)[::2], list(range(0, 500, 50)))
# many integers by one number
for d in ["i1", "u1", "i2", "u2", "i4", "u4", "i8", "u8"]:
    x = A(d, (1201,), "full", 1)
    for by in [1, 2, 3, 7, 8, 100, 127, -2, -3, -1, 0] if d[0] == "i" else [1, 2, 3, 7, 8, 100, 255, 0]:
        case("nd.__floordiv__", x, by)
        case("nd.__mod__", x, by)
    case("np.floor_divide", x, 16, out=A(d, (1201,), "zeros", 1))
    case("np.remainder", x, 5, where=A("b1", (1201,), "full", 1), out=A(d, (1201,), "zeros", 1))
    case("nd.__floordiv__", A(d, (1201,), "awk", 1), 3)
    case("nd.__mod__", A(d, (1201,), "awk", 1), 3)
case("nd.__floordiv__", A("u2", (70000,), "arange"), 257)
case("nd.__mod__", A("u2", (70000,), "arange"), 251)
case("nd.__floordiv__", A("i4", (1201,), "full", 1), 2**31 - 1)
case("nd.__floordiv__", A("u4", (1201,), "full", 1), 2**32 - 1)
case("nd.__mod__", A("i8", (1201,), "full", 1), 2**62)
case("nd.__floordiv__", A("i8", (1201,), "full", 1), 2**62)
