"""Arrays that are larger than any memory: NumPy's class of error, with the bytes asked for, the shape and the dtype.

Sizes are beyond what a machine has, so that every machine gives the same answer. What computes before it asks
for memory is not here, nor what ends NumPy itself (`np.repeat(np.ones(1000), 2**62)`).
"""

HUGE = [2**45, 2**59, 2**60, 2**62]
for name in ("zeros", "ones", "empty"):
    for size in HUGE:
        case("np." + name, size)
        case("np." + name, size, dtype=np.int8)
        case("np." + name, (size, 2), dtype=np.complex128)
    case("np." + name, 2**63 - 1, dtype=np.int8)
    case("np." + name, (2**40, 2**40))
    case("np." + name, (2**31, 2**31))
    case("np." + name, (2**32, 2**30), dtype=np.int8)
    case("np." + name, 12500000000000)
    case("np." + name, -1)
for size in HUGE:
    case("np.full", size, 1.5)
    case("np.arange", size)
    case("np.linspace", 0, 1, size)
    case("np.bincount", V("i8", [size]))
    case("np.tile", V("f8", [1, 2, 3]), size)
    case("np.zeros_like", A("f4", (3,)), shape=size)
    case("rng.random", Rng(0), size)
    case("rng.standard_normal", Rng(0), (size, 2))
    case("rng.integers", Rng(0), 0, 5, size)
    case("rng.permutation", Rng(0), size)
    case("rng.choice", Rng(0), 5, size)
case("np.arange", 0, 1e18, 1.0)
case("np.arange", 1e30)
case("np.eye", 2**21)
case("np.eye", 2**40)
case("np.identity", 2**33)
case("np.repeat", A("f8", (1000,)), 2**31 - 1)
case("np.repeat", A("i2", (2, 3)), 2**45, axis=1)
case("np.logspace", 0, 1, 2**45)
case("np.geomspace", 1, 2, 2**45)
case("np.hanning", 2**45)
WIDE = V("f8", [1.5]).to(2**22)
case("np.array", V("u1", [0]).to(2**62))
case("nd.copy", V("f8", [1]).to(2**45))
case("np.add", V("f8", [1]).to(2**45), 1)
case("np.sqrt", V("f8", [1]).to(2**45))
case("nd.astype", V("u1", [1]).to(2**45), np.complex64)
case("np.multiply.outer", WIDE, WIDE)
case("np.outer", WIDE, WIDE)
case("np.kron", WIDE, WIDE)
case("np.diag", V("f8", [1]).to(2**25))
case("np.diagflat", V("f8", [1]).to(2**25))
case("np.vander", V("f8", [1]).to(2**20), 2**20)
case("np.meshgrid", WIDE, WIDE)
case("np.concatenate", [V("f8", [1]).to(2**44), V("f8", [1]).to(2**44)])
case("np.stack", [V("f4", [1]).to(2**44), V("f4", [1]).to(2**44)])
case("np.cumsum", V("f8", [1]).to(2**45))
case("np.sort", V("f8", [1]).to(2**45))
case("np.argsort", V("f8", [1]).to(2**45))
case("np.where", V("?", [True]).to(2**45), 1.0, 2.0)
case("np.roll", V("f8", [1]).to(2**45), 1)
case("nd.flatten", V("f8", [1]).to(2**25, 2**20).T)
# Printing touches only what it prints.
for shape in [(2**33,), (2**30, 2**29), (2, 2**40), (2**40, 3), (5, 2**20, 2**20, 2)]:
    for values in [V("f8", [1.5]), V("i2", [-7]), V("c8", [1 + 2j]), V("f4", [float("nan")]), V("b1", [True])]:
        case("str", values.to(*shape))
        case("repr", values.to(*shape))
