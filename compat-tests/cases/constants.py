# Constants, dtypes and their attributes, the subscripted helpers (np.r_ and its kin).
for name in ["pi", "e", "inf", "nan", "euler_gamma", "newaxis", "bool", "bool_", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64",
             "float16", "float32", "float64", "complex64", "complex128", "int_", "intp", "uint", "uintp", "single", "double", "half", "csingle", "cdouble",
             "byte", "ubyte", "short", "ushort", "intc", "uintc", "long", "ulong", "longlong", "ulonglong", "True_", "False_"]:
    case("const." + name)
for d in ALL:
    for name in ["name", "kind", "char", "itemsize", "num", "str", "type", "byteorder", "alignment", "ndim", "shape", "isnative", "hasobject"]:
        case("dt." + name, np.dtype(d))
for d in FLOATS + COMPLEX:
    for name in ["eps", "max", "min", "tiny", "smallest_normal", "smallest_subnormal", "resolution", "precision", "bits", "dtype", "nmant", "nexp", "epsneg", "maxexp", "minexp", "machep"]:
        case("finfo." + name, np.dtype(d))
for d in INTS:
    for name in ["max", "min", "bits", "kind", "dtype"]:
        case("iinfo." + name, np.dtype(d))
for d in ALL:
    for other in ["integer", "signedinteger", "unsignedinteger", "floating", "complexfloating", "inexact", "number", "generic"]:
        pass
case("np.dtype", "float32")
case("np.dtype", "int8")
case("np.dtype", "u1")
case("np.dtype", "nonsense")
case("np.isdtype", np.dtype("f4"), "real floating")
case("np.isdtype", np.dtype("i4"), "integral")
case("np.isdtype", np.dtype("i4"), ("bool", "numeric"))
case("np.issubdtype", np.dtype("f4"), np.dtype("f8"))
case("np.issubdtype", np.dtype("f4"), np.dtype("f4"))
case("sub.r_", A("i4", (3,)), A("i4", (2,)))
case("sub.r_", A("i4", (3,)), 0, 5)
case("sub.r_", slice(1, 5))
case("sub.r_", slice(0, 1, 0.25))
case("sub.r_", slice(0, 1, complex(0, 5)))
case("sub.c_", A("i4", (3,)), A("i4", (3,), "small", 2))
case("sub.c_", A("f8", (2, 3)), A("f8", (2, 1)))
case("sub.mgrid", slice(0, 2), slice(0, 3))
case("sub.mgrid", slice(0, 1, complex(0, 3)))
case("sub.ogrid", slice(0, 2), slice(0, 3))
for d in ALL:
    for other in ["integer", "signedinteger", "unsignedinteger", "floating", "complexfloating", "inexact", "number", "generic"]:
        case("np.issubdtype", np.dtype(d), Const(other))
