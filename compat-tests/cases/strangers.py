"""Arguments nobody would give, where NumPy has an answer: what a sweep of such calls found."""

nan = float("nan")
for a, b in [(nan, 2.0), (2.0, nan), (nan, 1.0), (1.0, nan), (nan, 0.5), (0.5, nan), (nan, nan)]:
    case("rng.beta", Rng(1), a, b, 3)
case("rng.beta", Rng(1), [nan, 1.0, 2.0], [1.0, 0.5, nan], tol="u8")
case("rng.beta", Rng(7), [0.5, 0.5, 3.0], [nan, 0.5, 2.0], tol="u8")
LOW, HIGH = -(2**63), 2**63 - 1
for start, stop, step in [(LOW, 0, 2**62), (5, LOW, 1), (0, LOW, 1), (LOW, LOW + 3, 1), (LOW, HIGH, 2**62), (LOW, HIGH, 2**61), (HIGH, LOW, -(2**62)), (HIGH, LOW, LOW), (0, 10, HIGH),
                          (5, HIGH, 2**62), (HIGH, HIGH - 2, -1)]:
    case("np.arange", start, stop, step)
case("np.arange", LOW, HIGH)
for num, width in [(-1, 70), (-2, 64), (-4, 3), (-4, 2), (5, 70), (0, 3), (LOW, 64), (LOW, 65), (LOW, 63)]:
    case("np.binary_repr", num, width)
case("np.base_repr", -5, 2, 3)
for x in (0.01, 1.5, 1e18, 5e-324):
    case("np.format_float_scientific", x, precision=2**31 - 1)
    case("np.format_float_positional", x, precision=2**31 - 1)
    case("np.format_float_positional", x, fractional=False, precision=2**31 - 1)
case("np.sort", [2, 1], kind=None)
case("np.argsort", [2, 1], kind=None)
case("np.isin", [2, 1], [1], kind=None)
