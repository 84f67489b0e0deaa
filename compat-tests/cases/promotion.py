# Every cell of the promotion tables: result_type, promote_types, weak scalars, and the result dtype of every ufunc for every pair.
UNARY = ["absolute", "arccos", "arccosh", "arcsin", "arcsinh", "arctan", "arctanh", "bitwise_count", "cbrt", "ceil", "conjugate", "cos", "cosh", "deg2rad", "degrees", "exp",
         "exp2", "expm1", "fabs", "floor", "frexp", "invert", "isfinite", "isinf", "isnan", "log", "log10", "log1p", "log2", "logical_not", "modf", "negative", "positive",
         "rad2deg", "radians", "reciprocal", "rint", "sign", "signbit", "sin", "sinh", "spacing", "sqrt", "square", "tan", "tanh", "trunc"]
BINARY = ["add", "arctan2", "bitwise_and", "bitwise_or", "bitwise_xor", "copysign", "divide", "divmod", "equal", "float_power", "floor_divide", "fmax", "fmin", "fmod", "gcd",
          "greater", "greater_equal", "heaviside", "hypot", "lcm", "ldexp", "left_shift", "less", "less_equal", "logaddexp", "logaddexp2", "logical_and", "logical_or",
          "logical_xor", "maximum", "minimum", "multiply", "nextafter", "not_equal", "power", "remainder", "right_shift", "subtract"]
for d in ALL:
    for e in ALL:
        case("np.result_type", np.dtype(d), np.dtype(e))
        case("np.promote_types", np.dtype(d), np.dtype(e))
        case("np.result_type", A(d, (3,), "ones"), A(e, (), "ones"), layouts=False)
    for s in [True, 1, 1.0, complex(0, 1)]:
        case("np.result_type", np.dtype(d), s)
        case("np.result_type", A(d, (2,), "ones"), s, layouts=False)
    for name in UNARY:
        case("np." + name, A(d, (2,), "ones"), tol="e1e-2n", layouts=False)
    for name in ["sum", "prod", "mean", "std", "var", "max", "min", "any", "all", "cumsum", "cumprod", "argmax", "argmin", "median", "ptp", "average", "nansum", "trace",
                 "diff", "sort", "unique", "clip", "round"]:
        args = [A(d, (2, 2) if name == "trace" else (2,), "ones")]
        case("np." + name, *(args + [0, 1] if name == "clip" else args), tol="e1e-2", layouts=False)
for name in BINARY:
    for d in ALL:
        for e in ALL:
            case("np." + name, A(d, (1,), "ones"), A(e, (1,), "ones"), tol="e1e-2", layouts=False)
for s in [True, 1, 1.0, complex(0, 1)]:
    for t in [True, 1, 1.0, complex(0, 1)]:
        case("np.result_type", s, t)
        case("np.add", s, t)
case("np.result_type", np.dtype("i1"), 300)
case("np.result_type", np.dtype("f4"), 1, 2.0, True)
case("np.result_type", np.dtype("i1"), np.dtype("u1"), np.dtype("f2"))
case("np.result_type")
case("np.min_scalar_type", 10)
case("np.min_scalar_type", -1)
case("np.min_scalar_type", 1e10)
case("np.common_type", A("i4", (2,)), A("f4", (2,)))
