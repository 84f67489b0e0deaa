"""The methods and the keywords of ufuncs on dates and durations."""

NAT = -2**63
DATES = V("M8[D]", [18266, NAT, -307, 18266])
DAYS = V("M8[D]", [18321, 18262, -307, 5])
DATES2 = V("M8[s]", [[7, 86400, -3], [NAT, 2, 86400]])
LENGTHS = V("m8[h]", [5, NAT, -30, 5])
HOURS = V("m8[h]", [7, 0, -30, 2])
HOURS2 = V("m8[m]", [[90, 0, -61], [7, 120, 90]])
NONE = V("M8[D]", np.zeros((0,), "i8"))
NOTHING = V("m8[D]", np.zeros((0,), "i8"))
MASK = V("b1", [True, False, True, True])
WHOLE = V("i8", [3, -1, 0, 2])
REAL = V("f8", [1.5, -1, 0, 2])
BINARY = ["add", "subtract", "multiply", "divide", "floor_divide", "remainder", "equal", "not_equal", "less", "less_equal", "greater", "greater_equal", "maximum", "minimum", "fmax",
          "fmin", "logical_and", "logical_or", "logical_xor"]

# methods
for op in BINARY + ["power", "hypot"]:
    for a in [DATES, DAYS, LENGTHS, HOURS, DATES2, HOURS2, NONE, NOTHING]:
        case("np." + op + ".reduce", a)
        case("np." + op + ".accumulate", a)
        if a is not NONE and a is not NOTHING:
            case("np." + op + ".reduceat", a, [0, 1] if a is DATES2 or a is HOURS2 else [0, 3, 1])
    for a in [DATES2, HOURS2]:
        case("np." + op + ".reduce", a, axis=1)
        case("np." + op + ".reduce", a, axis=None)
        case("np." + op + ".reduce", a, axis=1, keepdims=True)
        case("np." + op + ".accumulate", a, axis=1)
        case("np." + op + ".reduceat", a, [0, 2, 1], axis=1)
    for a, b in [(HOURS, LENGTHS), (DATES, DAYS), (DATES, HOURS), (HOURS, DATES), (HOURS, WHOLE), (WHOLE, HOURS), (HOURS, REAL), (NONE, DAYS)]:
        case("np." + op + ".outer", a, b)
    for a, b in [(V("m8[h]", [1, 2, NAT, 4]), HOURS[:2]), (V("M8[D]", [1, 2, NAT, 4]), HOURS[:2]), (V("m8[h]", [1, 2, NAT, 4]), 3), (V("M8[D]", [1, 2, NAT, 4]), 3),
                 (V("m8[h]", [1, 2, NAT, 4]), 2.5), (V("M8[D]", [1, 2, NAT, 4]), DAYS[:2]), (V("m8[h]", [1, 2, NAT, 4]), V("m8[m]", [60, 30])), (V("i8", [1, 2, 3, 4]), HOURS[:2]),
                 (V("b1", [True, False, True, True]), HOURS[:2])]:
        case("np." + op + ".at", a, [0, 0], b)
for op in ["negative", "positive", "absolute", "sign", "isnan", "isfinite", "logical_not", "sqrt"]:
    case("np." + op + ".at", V("m8[h]", [1, 2, NAT, -4]), [3, 3, 0])
    case("np." + op + ".at", V("M8[D]", [1, 2, NAT, -4]), [3, 3, 0])
for op in ["add", "maximum", "minimum", "fmax", "fmin", "multiply", "logical_and", "logical_or"]:
    for kw in [dict(where=MASK), dict(initial=V("m8[h]", 9)), dict(initial=V("m8[m]", 9)), dict(initial=9), dict(initial=2.5), dict(initial=V("m8[h]", 9), where=MASK), dict(out=V("m8[h]", 0)),
               dict(out=V("m8[m]", 0)), dict(out=V("m8[D]", 0)), dict(out=V("i8", 0)), dict(dtype=np.dtype("m8[s]")), dict(dtype=np.dtype("m8[D]")), dict(dtype=np.dtype("i8")),
               dict(dtype=np.dtype("f8")), dict(dtype=np.dtype("m8")), dict(initial=None)]:
        case("np." + op + ".reduce", HOURS, **kw)
        case("np." + op + ".reduce", LENGTHS, **kw)
    for kw in [dict(where=MASK), dict(initial=V("M8[D]", 9)), dict(initial=V("M8[h]", 9)), dict(initial=9), dict(initial=V("M8[D]", 9), where=MASK), dict(out=V("M8[D]", 0)),
               dict(out=V("M8[h]", 0)), dict(out=V("i8", 0)), dict(dtype=np.dtype("M8[s]")), dict(dtype=np.dtype("M8[M]")), dict(dtype=np.dtype("i8"))]:
        case("np." + op + ".reduce", DATES, **kw)
    for kw in [dict(dtype=np.dtype("m8[s]")), dict(dtype=np.dtype("i8")), dict(out=V("m8[h]", [0, 0, 0, 0])), dict(out=V("m8[m]", [0, 0, 0, 0])), dict(out=V("i8", [0, 0, 0, 0]))]:
        case("np." + op + ".accumulate", LENGTHS, **kw)
        case("np." + op + ".accumulate", DATES, **kw)
        if "dtype" in kw:
            case("np." + op + ".reduceat", LENGTHS, [0, 2], **kw)
    if op != "multiply":
        case("np." + op + ".reduceat", LENGTHS, [0, 2], out=V("m8[m]", [0, 0]))

# keywords
PAIRS = [(HOURS, LENGTHS), (DATES, DAYS), (DATES, HOURS), (HOURS, WHOLE), (HOURS, REAL), (HOURS, V("m8[s]", [1, 2, 3, 4])), (DAYS, V("M8[s]", [1, 2, 3, 4]))]


def zeros(dtype):
    return V(dtype, [0, 0, 0, 0])


for op in BINARY[:16]:
    for a, b in PAIRS:
        for out in ["m8[h]", "m8[s]", "M8[D]", "i8", "b1"]:
            case("np." + op, a, b, out=zeros(out))
            if out in ("m8[s]", "M8[D]", "b1"):
                case("np." + op, a, b, out=zeros(out), where=MASK)
        for d in ["m8[s]", "M8[Y]", "i8", "b1", "m8"]:
            if d != "m8" or b is not REAL:
                case("np." + op, a, b, dtype=np.dtype(d))
    for casting in ["no", "equiv", "safe", "unsafe"]:
        for a, b in [(HOURS, LENGTHS), (HOURS, V("m8[s]", [1, 2, 3, 4])), (DATES, HOURS), (HOURS, WHOLE), (V("m8[M]", [1, 2]), V("m8[D]", [1, 2])), (DATES, V("m8[s]", [1, 2, 3, 4])),
                     (DATES, V("M8[Y]", [1, 2, 3, 4]))]:
            case("np." + op, a, b, casting=casting)
    case("np." + op, HOURS2, HOURS2.T.T, order="F")
    case("np." + op, HOURS2, V("m8[m]", [1, 2, 3]), order="C")
    for signature in ["mm->?", "MM->?", "qq->q"] if "equal" in op or op in ("less", "greater") else ["mm->m", "MM->M", "qq->q", "dd->d"]:
        case("np." + op, HOURS, LENGTHS, signature=signature)
        case("np." + op, DATES, HOURS, signature=signature)
    case("np." + op, HOURS, LENGTHS, signature=(np.dtype("m8"), None, None))
    case("np." + op, HOURS, LENGTHS, signature=(np.dtype("m8[s]"), None, None))
    case("np." + op, HOURS, WHOLE, signature=(None, None, np.dtype("m8[s]")))
for op in ["negative", "positive", "absolute", "sign", "isnan", "isfinite", "isinf", "isnat"]:
    for a in [LENGTHS, DATES]:
        for out in ["m8[h]", "m8[s]", "m8[D]", "i8", "f8", "b1"] + ([] if op[:2] == "is" else ["M8[D]"]):
            case("np." + op, a, out=zeros(out))
            case("np." + op, a, out=zeros(out), where=MASK)
        for d in ["m8[s]", "M8[s]"] + (["m8", "i8", "b1"] if op[:2] == "is" else ["m8", "i8"] if a is LENGTHS else ["i8"]):
            case("np." + op, a, dtype=np.dtype(d))
        for casting in ["no", "safe", "unsafe"]:
            case("np." + op, a, casting=casting)
    for signature in ["m->?", "M->?"] if op[:2] == "is" else ["m->m", "q->q"]:
        case("np." + op, LENGTHS, signature=signature)
    case("np." + op, HOURS2, order="F")
    case("np." + op, HOURS2, signature=(np.dtype("m8[s]"), None))
for a, b in PAIRS:
    case("np.divmod", a, b, dtype=np.dtype("m8[s]"))
case("np.divmod", HOURS, LENGTHS, out=(zeros("i8"), zeros("m8[h]")))
case("np.divmod", HOURS, LENGTHS, out=(zeros("i8"), zeros("m8[s]")))
case("np.divmod", HOURS, LENGTHS, out=(zeros("f8"), zeros("m8[h]")), where=MASK)
case("np.divmod", HOURS, LENGTHS, out=(zeros("m8[h]"), zeros("m8[h]")))
case("np.divmod", HOURS, LENGTHS, casting="no")
for state in ["ignore", "raise", "warn"]:
    for op in ["divide", "floor_divide", "remainder", "divmod"]:
        case("np." + op, LENGTHS, HOURS, with_=("errstate", dict(all=state)))
    case("np.divide", HOURS, V("f8", [0, 0, 1, np.inf]), with_=("errstate", dict(all=state)))
    case("np.divide", HOURS, WHOLE, with_=("errstate", dict(all=state)))
    case("np.multiply", HOURS, V("f8", [np.nan, np.inf, 1e300, 1]), with_=("errstate", dict(all=state)))
