# reduce, accumulate, outer, at, reduceat of the ufuncs.
def close(d):
    return "e1e-2" if d == "f2" else "e1e-5" if d in ("f4", "c8") else "e1e-12" if d in ("f8", "c16") else "="


REDUCING = ["add", "multiply", "maximum", "minimum", "fmax", "fmin", "logical_and", "logical_or", "logical_xor"]
BITS = ["bitwise_and", "bitwise_or", "bitwise_xor", "gcd", "lcm"]
for name in REDUCING + BITS + ["subtract", "divide", "hypot", "logaddexp"]:
    dtypes = INTS + (BOOL if name not in ("gcd", "lcm") else []) if name in BITS else ALL if name in REDUCING else ["i4", "f4", "f8"]
    if name in ("hypot", "logaddexp"):
        dtypes = FLOATS
    for d in dtypes:
        f = "np." + name
        case(f + ".reduce", A(d, (3, 4), "pos"), tol=close(d))
        case(f + ".accumulate", A(d, (7,), "pos"), tol=close(d))
        if d in ("i4", "f8", "b1", "u1"):
            for axis in [1, -1, None, (0, 1)]:
                if axis in (None, (0, 1)) and name in ("subtract", "divide"):
                    continue
                case(f + ".reduce", A(d, (3, 4), "pos", 2), axis=axis, tol=close(d))
                case(f + ".reduce", A(d, (3, 4), "pos", 2), axis=axis, keepdims=True, tol=close(d))
            case(f + ".reduce", A(d, (0, 3)), tol=close(d))
            case(f + ".reduce", A(d, (0, 3)), axis=1, tol=close(d))
            case(f + ".reduce", A(d, (2, 3), "pos"), axis=2)
            case(f + ".accumulate", A(d, (3, 4), "pos"), axis=1, tol=close(d))
            case(f + ".accumulate", A(d, (3, 4), "pos"), axis=0, tol=close(d))
            case(f + ".accumulate", A(d, (3, 4), "pos"), axis=2)
            case(f + ".accumulate", A(d, (), "pos"))
            case(f + ".outer", A(d, (3,), "pos"), A(d, (4,), "pos", 2), tol=close(d))
            case(f + ".outer", A(d, (2, 2), "pos"), A(d, (3,), "pos", 2), tol=close(d))
            case(f + ".outer", A(d, (), "pos"), A(d, (2,), "pos", 2), tol=close(d))
            case(f + ".reduceat", A(d, (8,), "pos"), [0, 4, 1, 5], tol=close(d))
            # an lcm that overflows depends on the order
            case(f + ".reduceat", A(d, (8,), "pos"), [0, 4, 1, 5, 2, 6, 3, 7], tol=close(d), layouts=name != "lcm")
            case(f + ".reduceat", A(d, (4, 4), "pos"), [0, 3, 1, 2, 0], axis=0, tol=close(d))
            case(f + ".reduceat", A(d, (4, 4), "pos"), [0, 2], axis=1, tol=close(d))
            case(f + ".reduceat", A(d, (8,), "pos"), [0, 8])
            case(f + ".at", A(d, (6,), "pos"), [0, 0, 5, -1], A(d, (4,), "pos", 3), tol=close(d))
            case(f + ".at", A(d, (6,), "pos"), [0, 0, 1], 1 if d in ("i4", "u1") else True if d == "b1" else 1.0, tol=close(d))
            case(f + ".at", A(d, (3, 4), "pos"), ([0, 0, 2], [1, 1, 3]), A(d, (3,), "pos", 3), tol=close(d))
            case(f + ".at", A(d, (3, 4), "pos"), [0, 0, 2], A(d, (4,), "pos", 3), tol=close(d))
            case(f + ".at", A(d, (6,), "pos"), [6], 1)
    for d in ["i4", "f8"]:
        if d in dtypes and name not in BITS:
            case(f"np.{name}.reduce", A(d, (3, 4), "pos"), initial=3, tol=close(d))
            case(f"np.{name}.reduce", A(d, (3, 4), "pos"), initial=3, where=A("b1", (3, 4)), tol=close(d))
            case(f"np.{name}.reduce", A(d, (3, 4), "pos"), axis=1, initial=1, where=A("b1", (4,)), tol=close(d))
            case(f"np.{name}.reduce", A(d, (3, 4), "pos"), axis=0, dtype=np.dtype("f4"), tol="e1e-5")
            case(f"np.{name}.reduce", A(d, (3, 4), "pos"), axis=0, out=A("f8", (4,), "zeros"), tol="e1e-12")
            case(f"np.{name}.reduce", A(d, (3, 4), "pos"), axis=0, out=A("f8", (3,), "zeros"), text=False)
for name in ["power", "arctan2", "less", "greater_equal", "equal", "floor_divide", "remainder", "copysign", "left_shift"]:
    for d in (["i4", "u1"] if name == "left_shift" else ["i4", "f8"]):
        case(f"np.{name}.outer", A(d, (3,), "pos"), A(d, (4,), "pos", 2), tol="u4")
for name in ["negative", "sqrt", "square", "logical_not"]:
    case(f"np.{name}.at", A("f8", (5,), "pos"), [0, 0, 3])
    case(f"np.{name}.reduce", A("f8", (5,)))
    case(f"np.{name}.accumulate", A("f8", (5,)))
for name in ["divmod", "less", "equal"]:
    case(f"np.{name}.reduce", A("i4", (5,)))
case("np.less.reduce", A("b1", (5,)))
case("np.logical_and.reduce", A("f8", (3, 4), "dup"), axis=1)
case("np.add.reduce", [1, 2, 3])
case("np.add.reduce", 5)
case("np.multiply.outer", [1, 2], [3.0, 4.0])
case("np.add.accumulate", [1, 2, 3])
case("np.add.reduce", A("f8", (2, 3, 4)), axis=(0, 2), tol="e1e-12")
case("np.add.reduce", A("f8", (2, 3, 4)), axis=(0, 0))
case("np.subtract.reduce", A("f8", (2, 3)), axis=(0, 1))
for n in [0, 1, 2, 3, 7, 8, 15, 16, 17, 63, 65, 1000, 4098]:
    for d in ["f4", "f8", "i4", "u1"]:
        case("np.add.reduce", A(d, (n,), "unit" if d[0] == "f" else "full", n), tol=close(d))
        if n:
            case("np.maximum.reduce", A(d, (n,), "full", n))
            case("np.minimum.reduce", A(d, (n,), "full", n))

# every ufunc that NumPy has, under each of its names, with every method it supports
LOOSE = {"power", "pow", "float_power", "arctan2", "atan2", "logaddexp", "logaddexp2", "hypot", "ldexp", "divide", "true_divide"}
for name in sorted(n for n in dir(np) if isinstance(getattr(np, n), np.ufunc)):
    ufunc = getattr(np, name)
    if ufunc.signature or ufunc.nout != 1:
        continue
    for d in ["i4", "f8", "u1"]:
        if not any(np.can_cast(np.dtype(d), t[0], "safe") for t in ufunc.types if t[0] not in "OmM"):
            continue
        tol = "e1e-11" if d == "f8" else "e2e-4" if d == "u1" and ufunc.nin == 1 else "e1e-11"
        f = "np." + name
        if ufunc.nin == 1:
            case(f + ".at", A("f8" if d == "f8" else d, (5,), "unit" if d == "f8" else "pos"), [0, 3], tol=tol, text=False)
            continue
        second = A("i4" if name == "ldexp" else d, (3,), "dup", 2)
        case(f, A(d, (5,), "pos"), A("i4" if name == "ldexp" else d, (5,), "dup", 3), tol=tol)
        # NumPy 2.4.6 folds arctan2 in another order than it says, and ldexp in one that depends on the dtype
        if name != "ldexp":
            case(f + ".reduce", A(d, (2, 3), "dup", 5), tol=tol, text=False)
        if name not in ("arctan2", "atan2"):
            case(f + ".reduceat", A(d, (6,), "dup", 5), [0, 3, 1], tol=tol, text=False)
        case(f + ".accumulate", A(d, (3,), "dup", 5), tol=tol, text=False)
        case(f + ".outer", A(d, (2,), "pos"), second, tol=tol)
        case(f + ".at", A(d, (4,), "pos"), [0, 2, 1], second, tol=tol, text=False)
for name in ["add", "sqrt", "arctan2", "isnan", "bitwise_and"]:
    for attribute in ["nin", "nout"]:
        case(f"np.{name}.{attribute}")
