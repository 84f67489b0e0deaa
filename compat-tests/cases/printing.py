# str, repr and the number formats, byte for byte. Cases without layouts: text does not depend on them and is compared once more reversed.
for d in ALL:
    for shape in [(), (0,), (1,), (5,), (2, 3), (2, 0), (0, 3), (2, 2, 2), (1, 1, 1), (17,)]:
        for f in ["str", "repr"]:
            case(f, A(d, shape, "small", 3))
    for gen in ["awk", "full", "unit", "pos", "nanny"]:
        for f in ["str", "repr"]:
            case(f, A(d, (17,), gen, 2))
            case(f, A(d, (4, 5), gen, 2))
    for shape in [(1001,), (40, 40), (1000,), (11, 10, 10), (2, 3, 200), (4, 1, 300)]:
        case("repr", A(d, shape, "arange"))
        case("str", A(d, shape, "small"))
    case("np.array_repr", A(d, (3,)))
    case("np.array_str", A(d, (3,)))
    case("np.array2string", A(d, (2, 3)))
for values in [[1.0], [0.1], [1e7], [1e8], [99999999.0, 1.0], [1000.0, 1.0], [1001.0, 1.0], [1e-4, 1.0], [1e-5, 1.0], [0.00012345], [1e16, 1.0], [np.nan], [np.inf, 1.0],
               [-np.inf, 1.5], [np.nan, 1e10], [1 / 3, 2 / 3], [1.123456789, 2.0], [1e-320], [5e-324], [1.7976931348623157e308], [0.0, -0.0], [1e100, 1e-100], [123456.789, 0.001],
               [1e5, 1e-3], [12345678.9], [0.5, 100.25], [-1.0, 10.0, -100.0], [1.10000001], [1.00000001], [0.1 + 0.2], [9.9999999999], [3.14159265358979] * 3,
               [1e22], [1e23], [2.5e-7, 0], [1e15], [1e-7], [1234567.8, 1], [0.99999999999]]:
    for f in ["str", "repr"]:
        case(f, V("f8", values))
        case(f, V("f8", values[0]))
        case(f, V("c16", [complex(v, -v) for v in values]))
        if all(v in (np.inf, -np.inf) or not 1e38 < abs(v) for v in values):
            case(f, V("f4", values))
            case(f, V("f4", values[0]))
for x in [0.0, -0.0, 1.0, 1e15, 1e16, 1e-4, 1e-5, 123456789.123, 1 / 3, np.nan, np.inf, -np.inf, 5e-324, 1.7976931348623157e308, 2.0**53, 0.1]:
    for d in ["f8", "f4", "f2"]:
        if d != "f8" and 65000 < abs(x) < np.inf and (d == "f2" or abs(x) > 3e38):
            continue
        case("str", V(d, x))
        case("repr", V(d, x))
    case("np.format_float_positional", x)
    case("np.format_float_positional", x, precision=3)
    case("np.format_float_positional", x, precision=3, unique=False)
    case("np.format_float_positional", x, trim="-")
    case("np.format_float_scientific", x)
    case("np.format_float_scientific", x, precision=3)
    case("np.format_float_scientific", x, exp_digits=3)
OPTIONS = [{"precision": 3}, {"precision": 0}, {"precision": 17}, {"suppress": True}, {"threshold": 5}, {"threshold": 5, "edgeitems": 1}, {"linewidth": 30}, {"sign": "+"},
           {"sign": " "}, {"floatmode": "fixed"}, {"floatmode": "unique"}, {"floatmode": "maxprec_equal"}, {"nanstr": "NA", "infstr": "INF"}, {"precision": 2, "suppress": True},
           {"floatmode": "fixed", "precision": 2}, {"linewidth": 20, "threshold": 4, "edgeitems": 2}]
for option in OPTIONS:
    for a in [A("f8", (7,), "full"), A("f8", (17,), "awk"), A("f8", (4, 6), "small"), A("i4", (30,)), A("c16", (5,)), A("b1", (9,)), A("f4", (5,), "unit"), V("f8", 1 / 3), A("i8", (3, 12), "arange"), V("f8", [1e-10, 1.0])]:
        case("str", a, with_=("printoptions", option))
        case("repr", a, with_=("printoptions", option))
for kw in [{"precision": 2}, {"separator": ", "}, {"suppress_small": True}, {"max_line_width": 20}, {"prefix": "abc"}, {"threshold": 3, "edgeitems": 1}, {"floatmode": "fixed"}, {"sign": "+"}, {"separator": ","}]:
    for a in [A("f8", (2, 4), "full"), A("i4", (12,)), V("f8", [1e-10, 1.0])]:
        case("np.array2string", a, **kw)
case("np.array_repr", A("f8", (3,), "full"), precision=2)
case("np.array_repr", A("f8", (3,), "full"), max_line_width=15)
case("np.array_str", A("f8", (3,), "full"), precision=2)
case("np.array_str", A("f8", (3,), "full"), suppress_small=True)
for d in ALL:
    case("str", np.dtype(d))
    case("repr", np.dtype(d))
case("nd.__str__", A("f8", (3,)))
case("nd.__repr__", A("f8", (3,)))
for view in [A("f8", (3, 4))[::-1], A("f8", (3, 4)).T, A("i4", (50, 50), "arange")[::2, ::-3], A("f8", (3,)).to(2, 3)]:
    case("str", view, layouts=False)
    case("repr", view, layouts=False)
case("np.get_printoptions")
for option in OPTIONS:
    case("printing.set", A("f8", (7,), "full"), **option)
