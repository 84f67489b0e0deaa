# Writing by an index, in-place updates through an index, scatter functions.
N = None
X = A("i4", (3, 4, 5), "arange")
I = V("i8", [2, 0, -1])
M3 = V("b1", [True, False, True])
INDICES = [0, -1, (0, 1), (0, 1, 2), slice(None), slice(1, 3), slice(None, None, -1), (slice(None), 0), (Ellipsis, 0), Ellipsis, (), (slice(None), N, 1),
           slice(5, 1), (slice(None, None, -2), 1, slice(None, None, 3)), [0], [2, 0], [], [[0, 1], [2, 0]], I, (I, [1, 0, 3]),
           (slice(None), [1, 3]), ([0, 2], slice(None), [1, 3]), (slice(None), [0, 1], [2, 3]), (1, [0, 1]), ([0, 1], slice(None), 2),
           (N, [0, 1]), ([0, 1], Ellipsis, [0, 1]), M3, (M3, 0), (M3, slice(None), 0), A("b1", (3, 4), "small", 3), A("b1", (3, 4, 5), "small", 4),
           (slice(None), A("b1", (4, 5), "small", 4)), V("b1", [False] * 3), [0, 0], (Ellipsis, [0, 0, 1])]
for index in INDICES:
    case("setitem", X, index, 7)
    case("setitem", X, index, -1.9)
    case("setitem", A("f8", (3, 4, 5)), index, A("f8", (5,), "small", 9) if index not in (None,) else 1)
    case("setitem", X.T, index, 3)
    case("setitem", X[::-1, :, ::-1], index, A("i4", (1,), "small", 9))
    case("setitem", A("c16", (3, 4, 5)), index, complex(1, -2))
    case("update", X, index, "+=", 10)
    case("update", A("f8", (3, 4, 5)), index, "*=", 2.5)
for d in ALL:
    case("setitem", A(d, (3, 4)), (1, 2), 1)
    case("setitem", A(d, (3, 4)), 1, A(d, (4,), "small", 5))
    case("setitem", A(d, (3, 4)), (slice(None), [0, -1]), A(d, (3, 2), "small", 5))
    case("setitem", A(d, (3, 4)), A("b1", (3, 4), "small", 2), 1)
    case("setitem", A(d, (3, 4)), A("b1", (3, 4), "small", 2), A(d, (int(A("b1", (3, 4), "small", 2).build({}).sum()),), "small", 3))
    case("setitem", A(d, (5,)), [0, 0, 0], A(d, (3,), "small", 6))
    for e in ["b1", "i8", "u8", "f8", "c16"]:
        case("setitem", A(d, (5,)), slice(1, 4), A(e, (3,), "pos", 6))
for d in ["i1", "i4", "u1", "u8"]:
    for value in [300, -1, 2**31, 2**63, 2**64, 1.9, -1.9, float("nan"), float("inf"), True]:
        case("setitem", A(d, (3,)), 0, value, text=not abs(value) >= 2**63)
for value in [A("i4", (3,)), A("i4", (5, 4)), A("i4", (3, 4, 6)), A("i4", (2, 3, 4, 5)), A("i4", (1, 3, 4, 5)), A("i4", (0,))]:
    case("setitem", X, slice(None), value)
    case("setitem", X, [0, 1], value)
    case("setitem", X, M3, value)
    case("setitem", X, A("b1", (3, 4, 5), "small", 4), value)
for index in [3, (0, 4), (0, 0, 0, 0), 1.5, [3], V("b1", [True, False]), A("b1", (3, 3)), (Ellipsis, Ellipsis), slice(None, None, 0), ([0, 1], [0, 1, 2])]:
    case("setitem", X, index, 1)
case("setitem", X.ro, 0, 1)
case("setitem", A("i4", (3,)).to(2, 3), (0, 0), 1)
case("setitem", A("i4", (3,)).ro, [0], 1)
case("update", A("i4", (3,)), 0, "+=", 1.5)
case("update", A("i4", (3,)), slice(None), "+=", 1.5)
case("update", A("i4", (3,)), slice(None), "/=", 2)
case("update", A("i4", (3,)), [0, 0], "+=", 1)
case("update", A("i4", (3,)), slice(None), "**=", 2)
case("update", A("i4", (3,)), slice(None, None, -1), "//=", 2)
case("update", A("u1", (3,)), slice(None), "-=", A("u1", (3,), "small", 2))
x = A("f8", (4, 4))
case("setitem", x, slice(None), x.T)
case("setitem", x, (slice(None), 0), x[0])
case("setitem", x, slice(None, None, -1), x)
case("setitem", x, [0, 1, 2, 3], x[::-1])
case("setitem", x, (slice(None), [3, 2, 1, 0]), x)
case("setitem", A("i4", ()), (), 5)
case("setitem", A("i4", ()), Ellipsis, 5)
case("setitem", A("i4", ()), 0, 5)
case("setitem", A("f8", (2, 3)), 0, [1, 2, 3])
case("setitem", A("f8", (2, 3)), 0, [1, 2])
case("setitem", A("f8", (2, 3)), slice(None), [[1, 2, 3], [4, 5, 6]])
for d in SOME:
    case("np.put", A(d, (5,)), [0, -1], [1, 1])
    case("np.put", A(d, (2, 3)), [0, 5, 2], A(d, (2,), "small", 2))
    case("np.place", A(d, (6,)), A("b1", (6,)), A(d, (2,), "small", 2))
    case("np.putmask", A(d, (6,)), A("b1", (6,)), A(d, (6,), "small", 2))
    case("np.put_along_axis", A(d, (3, 4)), A("i8", (3, 1), "dup"), 1, axis=1)
    case("np.fill_diagonal", A(d, (3, 3)), 1)
    case("nd.put", A(d, (5,)), [0, 2], 1)
    case("nd.fill", A(d, (2, 3)), 1)
case("np.put", A("i4", (5,)), [5], [1])
case("np.put", A("i4", (5,)), [7, -9], [1, 2], mode="clip")
case("np.put", A("i4", (5,)), [7, -9], [1, 2], mode="wrap")
case("np.fill_diagonal", A("i4", (5, 3)), 9)
case("np.fill_diagonal", A("i4", (5, 3)), 9, wrap=True)
case("np.fill_diagonal", A("i4", (3,)), 9)
