# Lengths around the vector width and around a block, for every dtype: what the remainders of a vector loop get wrong.
SIZES = [1, 2, 3, 7, 8, 15, 16, 17, 31, 33, 63, 65, 127, 1000, 4098]
for d in ALL:
    for n in SIZES:
        for name in ["add", "multiply", "maximum", "less", "equal", "logical_and"]:
            tol = "=z" if name == "maximum" else "e1e-5n" if d == "c8" and name == "multiply" else "e1e-13n" if d == "c16" and name == "multiply" else "="
            if d in COMPLEX and name == "multiply" and n > 1000:
                continue
            case("np." + name, A(d, (n,), "full", n), A(d, (n,), "full", n + 1), tol=tol)
        if n in (7, 16, 65, 1000):
            case("np.add", A(d, (n,), "full", n), A(d, (), "full", n + 1))
            case("np.add", A(d, (2, n), "full", n), A(d, (2, 1), "full", n + 1))
            case("np.add", A(d, (3, n), "full", n)[:, ::-1], A(d, (n,), "full", n + 1))
            case("np.add", A(d, (n, 3), "full", n)[:, 1], A(d, (n,), "full", n + 1))
            case("np.add", A(d, (n, 3), "full", n).T, A(d, (3, n), "full", n + 1))
            case("np.where", A("b1", (n,), "small", n), A(d, (n,), "full", n), A(d, (n,), "full", n + 1))
            case("np.add", A(d, (n,), "full", n), A(d, (n,), "full", 3), out=A(d, (n,), "zeros"), where=A("b1", (n,), "small", n))
            case("getitem", A(d, (n,), "full", n), A("i8", (n,), "perm", n))
            case("np.concatenate", [A(d, (n,), "full", n), A(d, (3,), "full", n), A(d, (n,), "full", 2)])
            case("nd.copy", A(d, (n, 3), "full", n).T)
            case("np.cumsum", A(d, (n,), "small", n), tol="r1e-2" if d == "f2" else "=")
            for name in ["sum", "max", "min", "prod", "any", "all", "argmax"]:
                tol = "=" if d[0] in "biu" or name in ("max", "min", "argmax") else "r3e-2n" if d == "f2" else "e2e-5n" if d in ("f4", "c8") else "e1e-12n"
                case("np." + name, A(d, (3, n), "pos" if name == "prod" else "full", n), axis=0, tol=tol)
                case("np." + name, A(d, (n, 3), "dup" if name == "prod" else "unit", n), axis=0, tol=tol)
                case("np." + name, A(d, (n, 3), "dup" if name == "prod" else "unit", n), axis=1, tol=tol)
                case("np." + name, A(d, (3, n), "dup" if name == "prod" else "unit", n)[:, ::-1], axis=1, tol=tol)
    for e in ALL:
        case("nd.astype", A(d, (33,), "small", 3), np.dtype(e))
        case("nd.astype", A(d, (1000,), "pos", 3), np.dtype(e))
        case("np.add", A(d, (33,), "pos", 3), A(e, (33,), "pos", 4), tol="e1e-6")
        case("np.less", A(d, (33,), "small", 3), A(e, (33,), "small", 4))
for d in ["f4", "f8"]:
    for n in [1, 7, 16, 33, 1000]:
        for name in ["exp", "log", "sin", "cos", "tan", "tanh", "sqrt", "expm1", "log1p", "log2", "exp2", "cbrt", "arctan", "sinh", "cosh", "arcsinh"]:
            case("np." + name, A(d, (n,), "unit", n), tol="u4")
            case("np." + name, A(d, (2, n), "unit", n)[:, ::-1], tol="u4")
        for name in ["power", "arctan2", "hypot", "fmod", "remainder", "floor_divide"]:
            case("np." + name, A(d, (n,), "pos", n), A(d, (n,), "pos", n + 1), tol="u4")
    case("np.sin", A(d, (100,), "full", 2) , tol="u4")
    case("np.sin", V(d, [1e5, 1e10, 1e20, -1e15, 3.14159265358979, 6.283185307179586]), tol="u4")
    case("np.cos", V(d, [1e5, 1e10, 1e20, -1e15, 1.5707963267948966, 6.283185307179586]), tol="u4")
    case("np.tan", V(d, [1e5, 1e10, 1e20, -1e15, 1.5707963267948966]), tol="u4")
    case("np.exp", V(d, [88.0, -87.0, -103.0, -745.0, 709.0, 1e-10]), tol="u4")
    case("np.log", V(d, [1e-40, 1e-310, 1e38, 0.999999, 1.000001]), tol="u4")
