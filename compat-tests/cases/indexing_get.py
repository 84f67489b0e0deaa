# Reading by an index: basic indices (views), then advanced ones (copies), then errors.
N = None
X = A("i4", (3, 4, 5), "arange")
BASIC = [0, -1, 2, slice(None), slice(1, 3), slice(None, None, -1), slice(None, None, 2), slice(-2, None), slice(5, 1), slice(10, 20),
         slice(2, None, -1), slice(-1, -10, -2), slice(None, -5), Ellipsis, N, (), (0, 1), (0, 1, 2), (-1, -1, -1), (slice(None), 0), (Ellipsis, 0),
         (0, Ellipsis), (0, Ellipsis, 1), (N, 0), (Ellipsis, N), (slice(None), N, 1), (slice(1, 2), slice(None, None, -1), slice(None, None, 3)),
         (slice(None), slice(None), 0), (Ellipsis, slice(None, None, -2)), (N, N, Ellipsis, N), (1, slice(3, 0, -1)), (slice(0, 0),), (0, slice(1, 1)),
         (slice(None, None, -1),) * 3, (slice(None, None, -3), 2, slice(4, None, -2)), (Ellipsis, 1, slice(None)), (0, N, 1, N, 2)]
for index in BASIC:
    case("getitem", X, index)
    case("getitem", X.T, index)
    case("getitem", X[::-1, ::2, ::-1], index)
    case("getitem", A("f8", (4, 5, 6), "arange")[1:, 1:, 1:], index)
for d in ALL:
    case("getitem", A(d, (3, 4)), (1, 2))
    case("getitem", A(d, (3, 4)), 1)
    case("getitem", A(d, (3, 4)), (slice(None), slice(None, None, -1)))
    case("getitem", A(d, (3, 4)), [2, 0, 2])
    case("getitem", A(d, (3, 4)), A("b1", (3, 4)))
    case("getitem", A(d, (3, 4)), (slice(None), [3, -1]))
    case("getitem", A(d, (5,)), A("i8", (2, 2), "dup"))
I = V("i8", [2, 0, -1])
M3 = V("b1", [True, False, True])
ADVANCED = [[0], [2, 0], [-1, -1, 0], [], [[0, 1], [2, 0]], I, (I, [1, 0, 3]), ([0, 1, 2], [0, 1, 2], [0, 1, 2]), (slice(None), [1, 3]),
            (slice(None), slice(None), [0, 4, -1]), ([0, 2], slice(None), [1, 3]), (slice(None), [0, 1], [2, 3]), ([0, 1], 2), (1, [0, 1]),
            (0, slice(None), [1, 2]), ([0, 1], slice(None), 2), (slice(None), 1, [0, 2]), (N, [0, 1]), ([0, 1], N), ([0, 1], N, [1, 2]),
            (slice(None), [[0], [1]], [2, 3]), ([[0], [1]], [0, 1, 2]), (Ellipsis, [0, 1]), ([0, 1], Ellipsis), ([0, 1], Ellipsis, [0, 1]),
            (slice(None, None, -1), [0, 1]), (slice(None, None, 2), slice(None), [1, 1]), M3, (M3,), (M3, 0), (M3, slice(None), 0), (M3, [0, 1]),
            (slice(None), V("b1", [True, False, True, True])), (Ellipsis, V("b1", [True] * 5)), A("b1", (3, 4), "small", 3),
            (A("b1", (3, 4), "small", 3), 0), A("b1", (3, 4, 5), "small", 4), (slice(None), A("b1", (4, 5), "small", 4)),
            V("b1", [False, False, False]), A("i4", (2,), "zeros"), A("u1", (2, 2), "ones"), (V("i8", 1), V("i8", [0, 1])), True, False,
            (True, 0), (M3, N), V("i8", 2), (V("i8", 2), slice(None)), ([0], [0], [0]), (1, [0, 1], 2), ([1], 0, slice(None, None, -1))]
for index in ADVANCED:
    case("getitem", X, index)
    case("getitem", X[::-1], index)
    case("getitem", X.F, index, layouts=False)
E4 = A("i4", (2, 3, 4, 5), "arange")
for index in [(slice(None), [0, 1], slice(None), [0, 1]), ([0, 1], slice(None), [0, 1]), (0, [0, 1], slice(None), 2), (slice(None), [0], [1, 2]),
              (slice(None), [[0, 1]], [[1], [2]], 0), (Ellipsis, [0, 1], slice(1, 3)), ([0, 1], [1, 2], slice(None), slice(None, None, -2)),
              (slice(None), 0, slice(None), [1]), ([1, 0], N, slice(None), [1, 1]), (N, [1, 0], [0, 1], N, [2, 3])]:
    case("getitem", E4, index)
for index in [3, -4, (0, 4), (0, 0, 5), (0, 0, 0, 0), (0, -5), 1.5, (0, 1.0), [3], [0, -4], (slice(None), [4]), [1.5], ([0, 1], [0, 1, 2]),
              V("b1", [True, False]), V("b1", [True] * 4), A("b1", (3, 3)), (slice(None), A("b1", (3,))), (Ellipsis, Ellipsis), slice(None, None, 0),
              A("b1", (3, 4, 4)), (0, slice(None, None, 0)), A("f8", (2,)), (Ellipsis, 0, 0, 0, 0), ([0], [0], [0], [0]), (0, N, 4), 2**70]:
    case("getitem", X, index)
case("getitem", A("i4", ()), 0)
case("getitem", A("i4", ()), ())
case("getitem", A("i4", ()), Ellipsis)
case("getitem", A("i4", ()), N)
case("getitem", A("i4", ()), True)
case("getitem", A("i4", ()), False)
case("getitem", A("i4", (0,)), 0)
case("getitem", A("i4", (0,)), slice(None, None, -1))
case("getitem", A("i4", (0, 3)), (slice(None), 1))
case("getitem", A("i4", (0, 3)), [])
case("getitem", A("i4", (0, 3)), [0])
case("getitem", A("i4", (3, 0)), ([0, 1], [0, 0]))
for n in [1, 2, 3, 7, 8, 15, 16, 17, 63, 65, 1000]:
    case("getitem", A("i4", (n,), "full"), slice(None, None, -1))
    case("getitem", A("i4", (n,), "full"), slice(1, None, 3))
    case("getitem", A("i4", (n,), "full"), A("i8", (n,), "perm", 2))
    case("getitem", A("f8", (n,), "full"), A("b1", (n,), "small", 2))
for d in SOME + ["i8", "u8", "f2"]:
    case("np.take", A(d, (5,)), [0, 4, -1, 2])
    case("np.take", A(d, (3, 4)), [1, -1], axis=1)
    case("np.take", A(d, (3, 4)), A("i8", (2, 2), "dup"), axis=0)
    case("nd.take", A(d, (3, 4)), [1, 11])
    case("np.compress", [True, False, True], A(d, (3, 4)), axis=0)
    case("nd.compress", A(d, (3, 4)), [0, 1, 1, 0], axis=1)
    case("np.extract", A("b1", (3, 4)), A(d, (3, 4)))
    case("np.choose", A("i8", (4,), "dup"), [A(d, (4,)), A(d, (4,), "small", 2), A(d, (4,), "small", 3)])
    case("np.take_along_axis", A(d, (3, 4)), A("i8", (3, 2), "dup"), axis=1)
    case("np.take_along_axis", A(d, (3, 4)), A("i8", (1, 4), "dup"), 0)
    case("np.select", [A("b1", (4,)), A("b1", (4,), "small", 2)], [A(d, (4,)), A(d, (4,), "small", 2)])
for mode in ["raise", "wrap", "clip"]:
    case("np.take", A("i4", (5,)), [0, 7, -8], mode=mode)
    case("np.choose", V("i8", [0, 3, -1]), [A("i4", (3,)), A("i4", (3,), "small", 2)], mode=mode)
case("np.take", A("i4", (5,)), 3)
case("np.take", A("i4", (0,)), [0])
case("np.take", A("i4", (3, 4)), [0], axis=2)
case("np.take", A("i4", (3, 4)), [0, 1], axis=0, out=A("i4", (2, 4), "zeros"))
case("np.take", A("i4", (3, 4)), [1.5])
case("np.compress", [True] * 5, A("i4", (3,)))
for d in ALL:
    case("np.nonzero", A(d, (3, 4), "dup"))
    case("np.flatnonzero", A(d, (3, 4), "dup"))
    case("np.argwhere", A(d, (3, 4), "dup"))
    case("np.count_nonzero", A(d, (3, 4), "dup"))
    case("nd.nonzero", A(d, (9,), "dup"))
case("np.nonzero", A("f8", (17,), "awk"))
case("np.nonzero", A("i4", ()))
case("np.nonzero", A("i4", (0,)))
case("np.count_nonzero", A("i4", (3, 4), "dup"), axis=0)
case("np.count_nonzero", A("i4", (3, 4), "dup"), axis=1, keepdims=True)
case("np.where", A("i4", (3, 4), "dup"))
case("np.where", A("b1", (3,)), 1, 2)
case("np.where", A("b1", (3,)), A("i4", (3,)), 2.5)
case("np.where", A("b1", (2, 1)), A("i4", (3,)), A("f4", (3,)))
case("np.where", A("f8", (3,), "awk"), A("i4", (3,)), 0)
case("np.where", True, 1, 2)
case("np.where", A("b1", (3,)), A("i4", (4,)), 1)
case("np.where", A("b1", (3,)), A("i1", (3,)), A("u1", (3,)))
for a in ALL:
    for b in ["i1", "u1", "i8", "u8", "f2", "f8", "c8"]:
        case("np.where", A("b1", (5,), "small", 2), A(a, (5,)), A(b, (5,), "small", 3), text=False)
case("np.ix_", [0, 2], [1, 3])
case("np.ix_", A("b1", (3,)), [1, 3])
case("np.diag_indices", 3)
case("np.mask_indices", 3, Fn("sum")) if False else None
case("np.lib.stride_tricks.as_strided", A("i4", (6,)), (2, 3), (4, 8), layouts=False)
# Rules that the sweeps above do not reach.
case("np.take", V("i4", [1, 2, 3]), A("u8", (2,), "ones"))
case("np.take", V("i4", [1, 2, 3]), A("f8", (2,)))
case("np.take", V("i4", [1, 2, 3]), [True, False])
case("np.take", V("i4", [1, 2, 3]), [])
case("np.take", A("i4", ()), 0)
case("np.take", A("i4", ()), [0, 0], axis=0)
case("np.take", A("i4", (0, 3)), [0], axis=0)
case("np.take", A("i4", (0, 3)), [2, 1], axis=1)
case("np.take", V("i4", [1, 2, 3]), [1, 2], out=A("f8", (2,), "zeros"))
case("np.take", V("i4", [1, 2, 3]), [1, 2], out=A("i4", (3,), "zeros"))
case("np.take", V("i4", [1, 2, 3]), [1], mode="x")
case("np.take", V("i4", [1, 2, 3]), [-4], mode="clip")
case("np.take", A("i4", (2, 3, 4)), [[1, 0], [1, 1]], axis=1)
case("np.take_along_axis", A("i4", (2, 3)), A("i8", (5,), "dup"), axis=None)
case("np.take_along_axis", A("i4", (2, 3)), A("i8", (2, 2), "dup"), axis=None)
case("np.take_along_axis", A("i4", (2, 3)), A("i8", (2,), "dup"), axis=0)
case("np.take_along_axis", A("i4", (2, 3)), A("f8", (2, 3)), axis=0)
case("np.take_along_axis", A("i4", (2, 3)), A("i8", (2, 5), "zeros"), axis=1)
case("np.take_along_axis", A("i4", (2, 3)), A("i8", (3, 5), "zeros"), axis=1)
case("np.take_along_axis", A("i4", (2, 3)), A("i8", (2, 2), "dup"))
case("np.choose", [0, 1], [])
case("np.choose", V("f8", [0.5, 1.0]), [A("i4", (2,)), A("i4", (2,))])
case("np.choose", [0, 1], [[1, 2, 3], [4, 5, 6]])
case("np.choose", [[0, 1], [1, 0]], [V("i4", [1, 2]), V("f4", [9.5])])
case("np.choose", 1, [V("i4", [1, 2]), V("i4", [3, 4])])
case("np.compress", [[True]], A("i4", (3,)))
case("np.compress", [True], A("f8", (2, 2)))
case("np.compress", [False, True], A("f8", (2, 3)), axis=1)
case("np.select", [A("b1", (3,))], [A("i4", (3,)), A("i4", (3,))])
case("np.select", [A("i4", (3,))], [A("i4", (3,))])
case("np.select", [A("b1", (3,))], [A("f4", (3,))], 2.5)
case("np.select", [A("b1", (3,)), A("b1", (2, 1))], [A("i1", (3,)), A("u1", (2, 3))], 7)
case("np.ix_", A("i4", (2, 2)), [1])
case("np.ix_", [], [1])
case("np.diag_indices", 2, 3)
case("np.diag_indices_from", A("i4", (3, 3)))
case("np.diag_indices_from", A("i4", (3,)))
case("np.diag_indices_from", A("i4", (2, 3)))
case("np.tril_indices", 3, 0, 4)
case("np.triu_indices", 2, -1, 4)
case("np.tril_indices_from", A("i4", (3,)))
case("np.ravel_multi_index", ([1], [1]), (3,))
case("np.ravel_multi_index", ([1, 2], [1, 0]), (3, 4), order="F")
case("np.ravel_multi_index", (1, 2), (3, 4))
case("np.ravel_multi_index", (V("f8", [1.0]), [1]), (3, 3))
case("np.unravel_index", V("f8", [1.5]), (3,))
case("np.unravel_index", -1, (3,))
case("np.unravel_index", [[1, 2]], (2, 3), order="F")
case("np.indices", (2,), sparse=False) if False else None
case("np.diag", A("f8", (2, 3)), -1)
case("np.diagflat", A("i4", (2, 2)), -1)
case("np.tri", 3, 4, -1)
case("np.tri", 2, dtype=np.dtype("i4"))
case("np.tril", A("c8", (3, 3)), 1)
case("np.triu", A("b1", (3, 4)), -1)
case("np.vander", A("c8", (3,)), 3)
case("np.vander", A("i1", (3,)), 0)
case("np.vander", A("i4", (2, 2)))
case("np.meshgrid", A("i4", (3,)), A("i4", (2,)), indexing="k")
case("np.meshgrid", 1, A("i4", (2,)))
