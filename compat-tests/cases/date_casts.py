# Casts between units of time: extremes, negative counts, multiples, calendar units, memory order. NaT is the least int64.
UNITS = ["Y", "M", "W", "D", "h", "m", "s", "ms", "us", "ns", "ps", "fs", "as"]
NAT = -2**63
LENGTH = dict(zip(["Y", "M", "W", "D", "h", "m", "s", "ms", "us", "ns", "ps", "fs", "as", "generic"],
                  [366 * 86400 * 10**18, 31 * 86400 * 10**18, 7 * 86400 * 10**18, 86400 * 10**18, 3600 * 10**18, 60 * 10**18]
                  + [10**n for n in (18, 15, 12, 9, 6, 3, 0, 0)]))


def edges(u, w):
    """The largest counts whose conversion, with what C computes on the way, fits: beyond them C's overflow is undefined."""
    unit, to = u.lstrip("0123456789"), w.lstrip("0123456789")
    ratio = (146097 if "Y" in u + w or "M" in u + w else 1) * LENGTH[unit] // LENGTH[to] if LENGTH[to] else 1
    # how much NumPy multiplies by before it divides, at most
    most = (2**63 - 2**57) // max(1, ratio) // int(u[:-len(unit)] or 1)
    most //= 4800 if ("Y" in w or "M" in w) and not ("Y" in u or "M" in u) else 1
    return [NAT, most, -most, most - 1, 1 - most, most // 3, -most // 3]


SMALL = [0, 1, -1, 11, 12, 13, -11, -12, -13, 59, 60, -60, -61, 364, 365, 366, -366, 1461, 10956, 10957, 11016, 11017, -719528, -719468, 146097]
for u in UNITS:
    for w in UNITS + ["generic"]:
        if w != "generic":
            case("nd.astype", V("M8[" + u + "]", edges(u, w)), np.dtype("M8[" + w + "]"))
            case("nd.astype", V("m8[" + u + "]", edges(u, w)), np.dtype("m8[" + w + "]"))
        case("nd.astype", V("M8[" + u + "]", SMALL), np.dtype("M8[" + w + "]"))
        case("nd.astype", V("m8[" + u + "]", SMALL), np.dtype("m8[" + w + "]"))
for u, w in [("2Y", "M"), ("3M", "2Y"), ("3M", "7D"), ("7D", "3M"), ("15m", "25s"), ("25s", "15m"), ("100ns", "7us"), ("1000000007s", "h"), ("1000000007s", "1000000009ms"),
             ("2147483647D", "s"), ("7ns", "2147483647ns"), ("generic", "7D"), ("2W", "5D"), ("10Y", "100Y")]:
    for kind in "Mm":
        if kind == "m" or u != "generic":
            case("nd.astype", V(kind + "8[" + u + "]", SMALL), np.dtype(kind + "8[" + w + "]"))
            case("nd.astype", V(kind + "8[" + u + "]", edges(u, w)), np.dtype(kind + "8[" + w + "]"))
for w in ["D", "M", "Y"]:
    case("nd.astype", V("M8[D]", [NAT + 1, NAT + 2, 2**63 - 1, -2**62, 2**62]), np.dtype("M8[" + w + "]"))
case("nd.astype", V("M8", [NAT, NAT]), np.dtype("M8[7D]"))
case("nd.view", V("i8", [NAT, 5]), np.dtype("M8"))
case("nd.astype", V("i8", [5]).T, np.dtype("M8"))
case("nd.astype", V("i8", [NAT, 5]), np.dtype("M8"))

# what a rule forbids
for u, w in [("M8[D]", "M8[M]"), ("M8[s]", "M8[D]"), ("M8[D]", "M8[s]"), ("m8[M]", "m8[D]"), ("m8[D]", "m8[Y]"), ("M8[D]", "m8[D]"), ("m8[D]", "M8[D]"), ("M8[D]", "i8"),
             ("m8[D]", "i8"), ("m8[D]", "f8"), ("m8", "m8[s]"), ("m8[s]", "m8"), ("M8[25s]", "M8[5s]"), ("M8[5s]", "M8[25s]"), ("M8[W]", "M8[D]"), ("i8", "m8[s]"), ("i8", "M8[s]"),
             ("i4", "m8[s]"), ("f8", "m8[s]"), ("b1", "m8[s]"), ("u8", "m8[s]"), ("M8[s]", "b1"), ("m8[s]", "c16")]:
    for rule in ["no", "equiv", "safe", "same_kind", "unsafe"]:
        case("nd.astype", V(u, [5, 0]), np.dtype(w), casting=rule)
        case("nd.astype", V(u, 5), np.dtype(w), casting=rule)

# memory order
M = V("M8[s]", [[1, 2, NAT], [-86401, 86400, 5 * 86400]])
for a in [M, M.F, M.T, M[:, ::-1], M[::2], M.F[:, 1:], V("M8[s]", [[[1, 2]], [[3, 4]], [[5, 6]]]).t(2, 0, 1), V("M8[s]", [5]).to(2, 3), V("M8[s]", 7), V("M8[s]", np.zeros((0, 3), "i8"))]:
    for name in ["M8[D]", "M8[s]", "M8[ms]", "M8[M]", "m8[s]", "i8", "f8"]:
        case("nd.astype", a, np.dtype(name))
        case("nd.astype", a, np.dtype(name), order="C")
        case("nd.astype", a, np.dtype(name), order="F")
    case("nd.astype", a, np.dtype("M8[D]"), copy=False)
    case("nd.astype", a, np.dtype("M8[s]"), copy=False)
case("nd.astype", V("i8", [[1, 2], [3, 4]]).F, np.dtype("M8[D]"))
case("nd.astype", V("i4", [[1, 2], [3, 4]]).F, np.dtype("M8[D]"))
case("nd.astype", V("f8", [[1, 2], [3, np.nan]]).F, np.dtype("m8[D]"))
case("nd.astype", V("u8", [2**63, 2**64 - 1]), np.dtype("m8[D]"))
case("nd.astype", V("f4", [1.5, np.nan, -2.7]), np.dtype("m8[D]"))
case("nd.astype", V("f2", [1.5, np.nan, -2.7]), np.dtype("M8[D]"))
case("nd.astype", V("c16", [1.5, complex(np.nan, 1), -2.7j]), np.dtype("M8[D]"))
for d in BOOL + INTS + FLOATS + COMPLEX:
    if d not in UNSIGNED:
        case("nd.astype", V("M8[D]", [0, 1, -300]), np.dtype(d))
# a dtype without a unit takes the unit of what is cast
for a in [V("M8[D]", [5, NAT]), V("m8[15m]", [5, NAT]), V("M8", [NAT]), V("m8", [3]), V("M8[D]", 5), V("i8", [5])]:
    for name in ["M8", "m8"]:
        case("nd.astype", a, np.dtype(name))
        case("np.array", a, np.dtype(name))
        case("np.asarray", a, np.dtype(name))
        case("np.zeros_like", a, np.dtype(name))
        case("nd.view", a, np.dtype(name))
        case("np.concatenate", (a, a), dtype=np.dtype(name))
case("nd.astype", V("m8[D]", [0, NAT, 1]), np.dtype("b1"))
case("nd.astype", V("m8[D]", [0, NAT, 1]), np.dtype("f8"))
case("nd.astype", V("m8[D]", [0, NAT, 1]), np.dtype("f4"))
case("nd.astype", V("m8[D]", [0, NAT, 1]), np.dtype("c8"))
case("nd.astype", V("m8[D]", [0, NAT, 1]), np.dtype("i4"))
