# arange of dates and durations; linspace, which makes them only of numbers.
NAT = -2**63


def d(text, unit=None):
    return np.datetime64(text, unit) if unit else np.datetime64(text)


def t(count, unit="generic"):
    return np.timedelta64(count, unit)


def few(start, stop):
    """Whether the answer is of a size that says something."""
    try:
        return np.arange(start, stop).size < 10**4
    except Exception:
        return True


for args in [("2011-01", "2011-02"), ("2011-01", "2011-02", 3), ("2011-01-05", "2011-01-01", -1), ("2011-01-01", 5), ("2011-01-01", 5, 2), ("2011-01-01", "2011-01-09", "2"), ("2011", "2013"),
             ("2011-01-01T05", "2011-01-01T09"), ("x", "y"), ("2011-01-01", "x"), ("NaT", "2011"), ("2011", "NaT"), ("2011-01-01", "2011-01-01"), ("2011-01-01", 1.5), ("2011-01-01", "2011-01-03", 0),
             (0, 5), (2, 5), (2, 5, 2), (0, -5, -2), (5, 0), (1.5, 5.0), (0.0, 5.0), (0.0, 5.0, 0.5), ("2", "5"), ("2", "5", "2"), ("2011-01-01", t(5, "D")), ("2011-01-01", t(2, "M")), ("2011", t(1, "Y"), t(1, "M")),
             (d("2011-01"), d("2011-03")), (d("2011-01-01T05"), d("2011-01-04")), (t(1, "D"), t(3, "D")), (t(1, "D"), 3), (t(36, "h"), t(80, "h")), (d("2011-01-01"), d("2011-01-03"), t(12, "h")), (t(1, "M"), t(3, "M"))]:
    for name in ["M8", "M8[D]", "M8[M]", "M8[h]", "M8[7D]", "m8", "m8[D]", "m8[h]", "m8[15m]"]:
        case("np.arange", *args, dtype=np.dtype(name))
for args in [(5,), (0,), (-3,), (2.5,), (t(5, "D"),), (t(50, "h"),), (t(5),), (t("NaT", "D"),), (d("2011-01-01"),)]:
    for name in [None, "M8[D]", "M8", "m8", "m8[D]", "m8[h]", "m8[M]"]:
        case("np.arange", *args, **({"dtype": np.dtype(name)} if name else {}))

STARTS = [d("2011-01-30"), d("2011-01"), d("2011"), d("2011-01-30T22"), d("NaT"), d("NaT", "D"), t(3, "D"), t(70, "h"), t(2, "Y"), t(20, "M"), t(3), t("NaT"), t(-4, "W"), 2, "2011-01-28", "3"]
STOPS = [d("2011-02-03"), d("2011-03"), d("2012"), d("2011-02-01T05"), d("2011-01-20"), d("NaT"), t(5, "D"), t(75, "h"), t(3, "Y"), t(26, "M"), t(6), t("NaT", "s"), t(-1, "D"), 5, -3, "2011-02-02", "7"]
for start in STARTS:
    for stop in STOPS:
        if isinstance(start, np.generic) or isinstance(stop, np.generic):
            if few(start, stop):
                case("np.arange", start, stop)
STEPS = [2, -1, 0, t(2, "D"), t(36, "h"), t(-1, "D"), t(1, "W"), t(5, "M"), t(1, "Y"), t(2), t(0, "s"), t("NaT"), d("2011"), "2", "x", 1.5, True]
for step in STEPS:
    for start, stop in [(d("2011-01-30"), d("2011-02-10")), (d("2011-01"), d("2011-09")), (d("2011"), d("2014")), (d("2011-01-30"), 7), (d("2011-01-30"), d("2011-01-20")), (d("2011"), 5), (d("2011-01"), t(6, "M")),
                        (t(1, "D"), t(9, "D")), (0, t(9, "D")), (t(1, "D"), 9), (t(9, "h"), t(-40, "h")), (t(1, "Y"), t(50, "M")), (t(1), t(7))]:
        case("np.arange", start, stop, step)
for steps in [("15m", "25m", "10m"), ("7D", "W", "D"), ("100ns", "us", "50ns")]:
    a, b, c = steps
    case("np.arange", V("m8[" + a + "]", 4), V("m8[" + b + "]", 100), V("m8[" + c + "]", 2))
    case("np.arange", V("M8[" + a + "]", 4), V("M8[" + b + "]", 10), V("m8[" + c + "]", 2))
case("np.arange", V("M8[D]", [1, 2]), V("M8[D]", 5))
case("np.arange", V("M8[D]", 1), V("M8[D]", [5]))
case("np.arange", V("m8[D]", [5]))
case("np.arange", "2011", "2012", text=False)
case("np.arange", t(5, "D"), dtype=np.dtype("f8"), text=False)
case("np.arange", t(1, "D"), t(5, "D"), dtype=np.dtype("i8"), text=False)
case("np.arange", d("2011"), d("2012"), dtype=np.dtype("i8"), text=False)
case("np.arange", "2011", "2012", dtype=np.dtype("f8"), text=False)
case("np.arange", V("i8", 5))
case("np.arange", V("i4", 1), V("i2", 5), V("u1", 2))
case("np.arange", V("f4", 1), V("i2", 3), V("f8", 0.5))
case("np.arange", V("b1", True), V("i2", 3))
case("np.arange", 1, V("i8", 5))
case("np.arange", V("i8", 1), 5, dtype=np.dtype("f4"))
case("np.arange", V("i8", [5]))
case("np.arange", d("2011-01-01"), d("2011-01-03"), None)

# linspace
for name in ["m8[s]", "M8[s]", "m8", "M8[D]"]:
    case("np.linspace", 0, 5, 6, dtype=np.dtype(name))
    case("np.linspace", -5, 5, 4, dtype=np.dtype(name))
    case("np.linspace", -5, 5, 4, endpoint=False, dtype=np.dtype(name))
    case("np.linspace", V("f8", [0, -1]), V("f8", [10, 1]), 4, axis=1, dtype=np.dtype(name))
for start, stop in [(d("2011"), d("2012")), (t(1, "D"), t(5, "D")), (t(1, "D"), 5), (0, t(5, "D")), (V("m8[s]", [1, 2]), V("m8[s]", [5, 6]))]:
    for num in [5, 1, 0]:
        case("np.linspace", start, stop, num, text=False)
    case("np.logspace", start, stop, 3, text=False)
