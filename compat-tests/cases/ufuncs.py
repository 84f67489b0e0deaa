# Every ufunc over the 14 dtypes at the values that break things (ufuncs.py: values; promotion.py: dtypes of mixed operands).

EXACT_UNARY = ["absolute", "fabs", "negative", "positive", "sign", "rint", "floor", "ceil", "trunc", "square", "sqrt", "reciprocal",
               "isnan", "isinf", "isfinite", "signbit", "logical_not", "invert", "conjugate", "spacing", "bitwise_count"]
MATHS_UNARY = ["exp", "exp2", "expm1", "log", "log2", "log10", "log1p", "sin", "cos", "tan", "arcsin", "arccos", "arctan", "sinh", "cosh",
               "tanh", "arcsinh", "arccosh", "arctanh", "cbrt", "deg2rad", "rad2deg", "degrees", "radians"]
EXACT_BINARY = ["add", "subtract", "multiply", "divide", "floor_divide", "remainder", "fmod", "maximum", "minimum", "fmax", "fmin",
                "equal", "not_equal", "less", "less_equal", "greater", "greater_equal", "logical_and", "logical_or", "logical_xor",
                "bitwise_and", "bitwise_or", "bitwise_xor", "left_shift", "right_shift", "copysign", "nextafter", "gcd", "lcm", "heaviside"]
MATHS_BINARY = ["power", "float_power", "arctan2", "hypot", "logaddexp", "logaddexp2"]


def tolerance(exact):
    def of(d):
        if d in COMPLEX:
            return "e1e-5n" if d == "c8" else "e1e-13n"
        return "=" if exact else "u2" if d in ("f2", "b1", "i1", "u1") else "u4"
    return of


def signless(d):
    return tolerance(True)(d) + "z"


for name in EXACT_UNARY:
    sweep("np." + name, A(D, S, "awk"), dtypes=ALL, shapes=[(17,)], tol=signless if name == "sign" else tolerance(True))
    sweep("np." + name, A(D, S, "small", 3), dtypes=["i4", "f4", "f8", "c16"], shapes=[(), (0,), (2, 3), (65,)], tol=tolerance(True))
for name in MATHS_UNARY:
    sweep("np." + name, A(D, S, "awk"), dtypes=ALL, shapes=[(17,)], tol=tolerance(False))
    sweep("np." + name, A(D, S, "small", 3), dtypes=["i4", "f4", "f8", "c16"], shapes=[(), (0,), (2, 3), (65,)], tol=tolerance(False))
    sweep("np." + name, A(D, S, "unit", 5), dtypes=["f2", "f4", "f8"], shapes=[(63,)], tol=tolerance(False))
    sweep("np." + name, A(D, S, "full", 5), dtypes=["f4", "f8"], shapes=[(63,)], tol=tolerance(False))
for name in EXACT_BINARY:
    for d in ALL:
        n = 12 if d in REAL else 2 if d == "b1" else 9
        loose = "=z" if name in ("maximum", "minimum", "fmax", "fmin") else tolerance(True)(d)
        case("np." + name, A(d, (17 if d in FLOATS else n, 1), "awk"), A(d, (1, 17 if d in FLOATS else n), "awk"), tol=loose)
        case("np." + name, A(d, (65,), "small", 2), A(d, (65,), "pos", 7), tol=loose)
    for shapes in [((), ()), ((0,), (1,)), ((3, 1), (1, 4)), ((2, 3), (3,)), ((2, 1, 3), (4, 1)), ((1,), (16,))]:
        for d in ["i4", "f8"]:
            if d == "f8" and name in ("bitwise_and", "bitwise_or", "bitwise_xor", "left_shift", "right_shift", "gcd", "lcm"):
                continue
            case("np." + name, A(d, shapes[0], "small", 4), A(d, shapes[1], "pos", 5))
for name in MATHS_BINARY:
    for d in ALL:
        if name == "power" and d in SIGNED:
            case("np.power", A(d, (13, 1), "awk"), A(d, (1, 9), "arange"))
        else:
            n = 17 if d in FLOATS else 12 if d in REAL else 2 if d == "b1" else 9
            case("np." + name, A(d, (n, 1), "awk"), A(d, (1, n), "awk"), tol=tolerance(name == "power" and d in INTS)(d))
        case("np." + name, A(d, (65,), "pos", 2), A(d, (65,), "pos", 7), tol=tolerance(False)(d))
    for shapes in [((), ()), ((0,), (1,)), ((3, 1), (1, 4)), ((2, 3), (3,))]:
        case("np." + name, A("f8", shapes[0], "pos", 4), A("f8", shapes[1], "pos", 5), tol="u4")
case("np.power", A("i4", (3,), "small"), A("i4", (3,), "small", 9))
case("np.power", V("i8", [2, 3]), -1)
case("np.power", V("i8", [2, 3]), -1.0, tol="u2")

for d in REAL + BOOL:
    case("np.divmod", A(d, (12, 1), "awk"), A(d, (1, 12), "awk"))
for d in FLOATS + ["i4", "u1"]:
    case("np.modf", A(d, (17,), "awk"))
    case("np.frexp", A(d, (17,), "awk"), tol="=")
for d in FLOATS:
    case("np.ldexp", A(d, (17, 1), "awk"), V("i4", [[-1030, -30, -1, 0, 1, 10, 900]]))
    case("np.clip", A(d, (17,), "awk"), -1.5, 2.0, tol="=z")
for d in REAL:
    case("np.clip", A(d, (13,), "small"), 1, 4)
    case("np.clip", A(d, (2, 7), "small"), A(d, (7,), "zeros"), A(d, (2, 1), "pos"))
case("np.clip", A("f8", (5,)), None, 1.0)
case("np.clip", A("f8", (5,)), -1.0, None)
case("np.clip", A("f8", (5,)), -1.0, 1.0, out=A("f8", (5,), "zeros"))
case("np.clip", A("i4", (5,)), 1.5, 2.5)
for name in ["matmul", "vecdot", "matvec", "vecmat"]:
    for d in ["b1", "i4", "u1", "f4", "f8", "c16"]:
        shapes = {"matmul": ((2, 3), (3, 4)), "vecdot": ((4, 3), (3,)), "matvec": ((4, 3), (3,)), "vecmat": ((3,), (3, 4))}[name]
        case("np." + name, A(d, shapes[0]), A(d, shapes[1], "small", 2), tol="e1e-5" if d == "f4" else "e1e-13")

# out, where, dtype, casting
for name in ["add", "subtract", "multiply", "maximum", "power", "less"]:
    case("np." + name, A("f8", (2, 3)), A("f8", (3,), "pos", 2), out=A("b1" if name == "less" else "f8", (2, 3), "zeros"), tol="u2")
    case("np." + name, A("f4", (3,), "pos"), A("f4", (3,), "pos", 2), out=A("b1" if name == "less" else "f8", (2, 3), "zeros"), tol="e3e-7")
    case("np." + name, A("f8", (2, 3)), A("f8", (3,), "pos", 2), out=A("b1" if name == "less" else "f8", (2, 3), "zeros"), where=A("b1", (2, 3)), tol="u2")
    case("np." + name, A("f8", (2, 3)), 2.0, out=A("b1" if name == "less" else "f8", (2, 3), "zeros"), where=A("b1", (3,)), tol="u2")
    case("np." + name, A("f8", (2, 3)), A("f8", (4,)))
    case("np." + name, A("f8", (2, 3)), A("f8", (3,)), out=A("f8", (3,), "zeros"))
for name in ["sqrt", "negative", "absolute", "floor", "exp", "isnan", "square"]:
    b = name == "isnan"
    case("np." + name, A("f8", (2, 3), "pos"), out=A("b1" if b else "f8", (2, 3), "zeros"), tol="u2")
    case("np." + name, A("f4", (2, 3), "pos"), out=A("b1" if b else "f8", (2, 3), "zeros"), tol="e3e-7")
    case("np." + name, A("f8", (2, 3), "pos"), out=A("b1" if b else "f4", (2, 3), "zeros").T.T, tol="u2")
    case("np." + name, A("f8", (2, 3), "pos"), out=A("f8", (2, 3), "zeros"), where=A("b1", (2, 3), "small", 4), tol="u2")
    case("np." + name, A("f8", (2, 3), "pos"), out=A("f8", (3, 2), "zeros"))
for d in ["f4", "f8", "c8", "c16"]:
    case("np.add", A("f4", (3,)), A("f8", (3,), "small", 2), dtype=np.dtype(d), casting="same_kind")
    case("np.sqrt", A("i2", (3,), "pos"), dtype=np.dtype(d), tol="u1" if d[0] == "f" else "e1e-6")
    case("np.multiply", A("i1", (5,)), 3, dtype=np.dtype(d))
for d in INTS:
    case("np.add", A("i1", (5,), "pos"), A("i1", (5,), "pos", 2), dtype=np.dtype(d))
    case("np.add", A("f8", (5,)), A("i1", (5,)), dtype=np.dtype(d))
    case("np.add", A("f8", (5,)), 1, out=A(d, (5,), "zeros"))
case("np.add", A("f8", (5,)), 1.0, out=A("i4", (5,), "zeros"), casting="unsafe")
case("np.sqrt", A("f8", (5,), "pos"), out=A("i4", (5,), "zeros"))
case("np.divide", A("i4", (5,)), A("i4", (5,), "pos"), out=A("f4", (5,), "zeros"))
case("np.divide", A("i4", (5,)), 2, out=A("i4", (5,), "zeros"))

# overlap: as if the inputs had been copied first
for d in ["i4", "f4", "f8", "c16", "u1"]:
    for n in [2, 5, 17, 65]:
        x = A(d, (n,), "small", n)
        case("np.add", x[:-1], x[1:], out=x[1:])
        case("np.add", x[1:], x[:-1], out=x[:-1])
        case("np.multiply", x, x[::-1], out=x)
        case("np.subtract", x[::-1], x, out=x[::-1])
        case("np.negative", x[::-1], out=x)
        case("np.negative", x[1:], out=x[:-1])
    x = A(d, (4, 4), "small", 2)
    case("np.add", x, x.T, out=x)
    case("np.add", x[0], x, out=x)
    case("np.add", x[:, :1], x, out=x.T)
    case("nd.__iadd__", x, x.T)
    case("nd.__isub__", x[1:], x[:-1])
    case("nd.__imul__", x[:, ::-1], x)
    x = A(d, (9,), "small", 3)
    case("nd.__iadd__", x[1:], x[:-1])
    case("nd.__iadd__", x[:-1], x[1:])
    case("setitem", x, slice(None), x[::-1])
    case("setitem", x, slice(1, None), x[:-1])
    case("setitem", x, slice(None, -1), x[1:])

# output order follows the operands (K)
x = A("f8", (2, 3, 4))
for v in [x, x.T, x.F, x.t(2, 0, 1), x[::-1], x[:, ::-1, ::2], x.t(1, 0, 2)[::-1], x[:, :1], x.to(2, 3, 4)]:
    case("np.sqrt", v, layouts=False, tol="u1")
    case("np.add", v, 1, layouts=False)
    case("np.add", v, v, layouts=False)
    case("np.multiply", v, A("f8", (), "small", 2), layouts=False)
case("np.add", A("f8", (3, 4)).F, A("f8", (3, 4)), layouts=False)
case("np.add", A("f8", (3, 4)).F, A("f8", (3, 4)).F, layouts=False)
case("np.add", A("f8", (3, 4)).F, A("f8", (4,)), layouts=False)
case("np.add", A("f8", (3, 1)).F, A("f8", (1, 4)), layouts=False)
case("np.add", A("f8", (3, 4))[:, ::2], A("f8", (3, 4)).F[:, ::2], layouts=False)

# weak Python scalars
for d in ALL:
    for value in [True, 2, 2.5, complex(1, 2)]:
        for name in ["add", "multiply", "subtract"]:
            case("np." + name, A(d, (3,), "pos"), value)
        case("np.less", A(d, (3,), "pos"), value)
        case("np.equal", value, A(d, (3,), "pos"))
        case("np.divide", A(d, (3,), "pos"), value, tol="e1e-5" if d in ("c8",) else "e1e-14" if value == complex(1, 2) or d in COMPLEX else "=")
for d in INTS:
    for value in [-1, 127, 128, 255, 256, 300, -129, 65535, 65536, 2**31, 2**32, 2**63 - 1, 2**63, 2**64 - 1, -2**63, 2**64]:
        case("np.add", A(d, (2,), "pos"), value, text=abs(value) < 2**63)
        case("np.less", A(d, (2,), "pos"), value)
        case("np.greater_equal", A(d, (2,), "pos"), value)
        case("np.equal", A(d, (2,), "pos"), value)
case("np.greater", V("u8", [2**63, 1]), V("i8", [-1, 1]))
case("np.less", V("u8", [2**63, 1]), V("i8", [-1, 2]))
case("np.equal", V("u8", [2**64 - 1, 1]), V("i8", [-1, 1]))
case("np.floor_divide", V("i8", [-7, 7, -7, 7]), V("i8", [2, -2, -2, 2]))
case("np.remainder", V("i8", [-7, 7, -7, 7]), V("i8", [3, -3, -3, 3]))
case("np.fmod", V("i8", [-7, 7, -7, 7]), V("i8", [3, -3, -3, 3]))
case("np.divide", 1.0, A("f8", (3,), "zeros"))
case("np.left_shift", V("u1", [1, 255]), V("u1", [7, 8]))
case("np.left_shift", V("i8", [1, -1]), V("i8", [64, 200]))
case("np.right_shift", V("i8", [1, -1]), V("i8", [64, 200]))
case("np.left_shift", V("i4", [1, -1]), V("i4", [-1, -33]))
case("np.left_shift", V("b1", [True, False]), 2)
for name in ["subtract", "negative", "positive", "sign"]:
    case("np." + name, *([A("b1", (3,))] * (2 if name == "subtract" else 1)))
for name in ["sin", "add", "bitwise_and", "gcd"]:
    for a in [[1, 2, 3], [1.5, 2.5], True, 3, 2.5, [[1, 2], [3, 4]], [True, False]]:
        case("np." + name, *([a] if name == "sin" else [a, a]), tol="u2", text=False)
for alias in ["abs", "acos", "acosh", "asin", "asinh", "atan", "atanh", "conj"]:
    case("np." + alias, A("f8", (9,), "unit"), tol="u4")
for alias in ["atan2", "mod", "pow", "true_divide", "bitwise_left_shift", "bitwise_right_shift"]:
    case("np." + alias, A("i4" if "shift" in alias else "f8", (9,), "pos"), A("i4" if "shift" in alias else "f8", (9,), "pos", 2), tol="u4")
case("np.bitwise_invert", A("i4", (9,)))
case("np.bitwise_not", A("u1", (9,)))

# operators
BINARY = ["__add__", "__sub__", "__mul__", "__truediv__", "__floordiv__", "__mod__", "__pow__", "__lt__", "__le__", "__gt__", "__ge__", "__eq__",
          "__ne__", "__radd__", "__rsub__", "__rmul__", "__rtruediv__", "__rfloordiv__", "__rmod__", "__rpow__"]
for op in BINARY:
    for d in ["i4", "u1", "f4", "f8"]:
        case("nd." + op, A(d, (2, 3), "pos"), A(d, (3,), "pos", 2), tol="u2")
        case("nd." + op, A(d, (2, 3), "pos"), 2, tol="u2")
        case("nd." + op, A(d, (2, 3), "pos"), 2.0, tol="u2")
    case("nd." + op, A("f8", (2, 3)), A("f8", (4,)))
    case("nd." + op, A("c16", (3,)), complex(0, 1), tol="e1e-13")
for op in ["__and__", "__or__", "__xor__", "__lshift__", "__rshift__", "__rand__", "__ror__", "__rxor__", "__rlshift__", "__rrshift__"]:
    for d in ["b1", "i4", "u1"]:
        case("nd." + op, A(d, (2, 3), "pos"), A(d, (3,), "pos", 2))
        case("nd." + op, A(d, (2, 3), "pos"), True if d == "b1" else 3)
    case("nd." + op, A("f8", (3,)), A("f8", (3,)))
for op in ["__iadd__", "__isub__", "__imul__", "__itruediv__", "__ifloordiv__", "__imod__", "__ipow__"]:
    for d in ["i4", "u1", "f4", "f8", "c16"]:
        case("nd." + op, A(d, (2, 3), "pos"), A(d, (3,), "pos", 2), tol="e1e-6")
        case("nd." + op, A(d, (2, 3), "pos"), 2, tol="e1e-6")
        case("nd." + op, A(d, (2, 3), "pos"), 2.5, tol="e1e-6")
    case("nd." + op, A("f8", (3,)), A("f8", (2, 3)))
for op in ["__iand__", "__ior__", "__ixor__", "__ilshift__", "__irshift__"]:
    case("nd." + op, A("i4", (2, 3), "pos"), A("i4", (3,), "pos", 2))
    case("nd." + op, A("i4", (2, 3), "pos"), 2)
for d in ALL:
    for op in ["__neg__", "__pos__", "__abs__", "__invert__"]:
        case("nd." + op, A(d, (5,), "small"), tol="e1e-6" if d in COMPLEX else "=")
for d in ["i4", "f8", "c16", "b1"]:
    for op in ["__int__", "__float__", "__bool__", "__complex__", "__len__"]:
        case("nd." + op, A(d, (), "pos"), text=op == "__bool__")
        case("nd." + op, A(d, (3,), "pos"), text=op == "__bool__")
        case("nd." + op, A(d, (0, 2), "pos"), text=op == "__bool__")
case("nd.__contains__", A("i4", (3, 4)), 3)
case("nd.__contains__", A("i4", (3, 4)), 77)
case("nd.__contains__", A("f8", (3,), "awk"), 0.5)
case("nd.__matmul__", A("f8", (2, 3)), A("f8", (3, 2)), tol="e1e-13")
case("nd.__matmul__", A("f8", (2, 3)), A("f8", (2, 3)))
case("nd.__rmatmul__", A("f8", (2, 3)), A("f8", (4, 2)), tol="e1e-13")
case("nd.__imatmul__", A("f8", (3, 3)), A("f8", (3, 3), "small", 2), tol="e1e-13")
case("nd.__divmod__", A("i4", (3,)), 3)
case("nd.__rdivmod__", A("i4", (3,), "pos"), 3)

# the error state
for state in ["ignore", "warn", "raise"]:
    case("np.divide", V("f8", [1.0, 0.0]), V("f8", [0.0, 0.0]), with_=("errstate", {"all": state}))
    case("np.log", V("f8", [0.0, 1.0]), with_=("errstate", {"divide": state}))
    case("np.sqrt", V("f8", [-1.0, 1.0]), with_=("errstate", {"invalid": state}))
    case("np.exp", V("f8", [1000.0, 1.0]), with_=("errstate", {"over": state}), tol="u2")
    case("np.floor_divide", V("i4", [1, 2]), V("i4", [0, 1]), with_=("errstate", {"divide": state}))
    case("np.remainder", V("i4", [1, 2]), V("i4", [0, 1]), with_=("errstate", {"divide": state}))
case("np.geterr")
case("np.seterr", all="raise", with_=("errstate", {}))
case("np.seterr", divide="ignore", over="warn", with_=("errstate", {}))
