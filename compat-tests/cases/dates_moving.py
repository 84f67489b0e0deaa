"""Dates and durations that are moved, written, made and read back, not computed with."""

NAT = -2**63
DATES = V("M8[D]", [18266, NAT, -307, 18266])
DAYS = V("M8[D]", [18321, 18262, -307, 5])
DATES2 = V("M8[s]", [[7, 86400, -3], [NAT, 2, 86400]])
LENGTHS = V("m8[h]", [5, NAT, -30, 5])
HOURS2 = V("m8[m]", [[90, 0, -61], [7, 120, 90]])
HOURS = V("m8[h]", [7, 0, -30, 2])
NONE = V("M8[D]", np.zeros((0,), "i8"))
SQUARE = V("M8[ms]", [[1, NAT, 3], [4, 5, 6], [7, 8, 9]])
ARRAYS = [DATES, DATES2, LENGTHS, HOURS2, NONE]
FLAT = [DATES, LENGTHS]
TWO = [DATES2, HOURS2]
MASK = V("b1", [True, False, True, True])
WHOLE = V("i8", [3, -1, 0, 2])


def each(fn, arrays, *args, **kw):
    for a in arrays:
        case(fn, a, *args, **kw)


# the shape
for fn in ["ravel", "transpose", "squeeze", "copy", "atleast_1d", "atleast_2d", "atleast_3d", "flip", "ndim", "shape", "size", "asarray", "asanyarray", "ascontiguousarray",
           "asfortranarray", "require", "array", "isfortran", "column_stack", "vstack", "hstack", "dstack", "trim_zeros", "min_scalar_type", "common_type", "result_type", "unstack"]:
    each("np." + fn, ARRAYS)
each("np.matrix_transpose", TWO)
each("np.permute_dims", TWO)
each("np.swapaxes", TWO, 0, 1)
each("np.moveaxis", TWO, 0, 1)
each("np.rollaxis", TWO, 1)
each("np.expand_dims", ARRAYS, 0)
each("np.reshape", TWO, (3, 2))
each("np.reshape", TWO, (-1,), order="F")
each("np.resize", ARRAYS[:4], (3, 3))
each("np.broadcast_to", FLAT, (2, 4))
case("np.broadcast_arrays", DATES, HOURS2[:, :1])
each("np.rot90", TWO)
each("np.fliplr", TWO)
each("np.flipud", TWO)
each("np.roll", ARRAYS, 1)
each("np.roll", TWO, 1, axis=1)
each("np.repeat", ARRAYS, 2)
each("np.repeat", FLAT, [1, 0, 2, 3])
each("np.repeat", TWO, 2, axis=1)
each("np.tile", ARRAYS, 2)
each("np.tile", FLAT, (2, 1))
each("np.split", FLAT, 2)
each("np.array_split", FLAT, 3)
each("np.hsplit", TWO, 3)
each("np.vsplit", TWO, 2)
each("np.lib.stride_tricks.sliding_window_view", FLAT, 2)
for fn in ["diag", "diagonal", "triu", "tril", "trace"]:
    each("np." + fn, [SQUARE, V("m8[h]", [[1, 2], [3, NAT]])])
each("np.diag", FLAT)
each("np.diagflat", FLAT)
each("np.diag_indices_from", [SQUARE])
each("np.tril_indices_from", [SQUARE])
case("np.fill_diagonal", V("M8[D]", [[1, 2], [3, 4]]), V("M8[D]", 9))
case("np.fill_diagonal", V("M8[D]", [[1, 2], [3, 4]]), "1970-01-02")
case("np.fill_diagonal", V("M8[D]", [[1, 2], [3, 4]]), 7)
case("np.fill_diagonal", V("m8[h]", [[1, 2], [3, 4]]), V("m8[D]", [1, 2]))
case("np.meshgrid", DATES, HOURS)
case("np.meshgrid", DATES, HOURS, indexing="ij", sparse=True)

# joined: the common unit
JOINED = [(DATES, DAYS), (DATES, V("M8[s]", [5])), (LENGTHS, V("m8[s]", [5, NAT])), (V("m8[7D]", [5]), V("m8[2h]", [3])), (V("M8[M]", [5]), V("M8[D]", [5])), (V("m8", [5]), HOURS),
          (HOURS, WHOLE), (WHOLE, HOURS), (V("u1", [1]), HOURS), (V("b1", [True]), HOURS), (NONE, V("M8[s]", [5]))]
for a, b in JOINED:
    case("np.concatenate", (a, b))
    case("np.hstack", (a, b))
    case("np.append", a, b)
    case("np.block", [a, b])
for a, b in [(V("m8[M]", [5]), HOURS), (DATES, HOURS), (DATES, WHOLE), (V("f8", [1]), HOURS), (HOURS, V("c16", [1])), (V("u8", [1]), HOURS), (V("M8[as]", [1]), V("M8[Y]", [1]))]:
    case("np.concatenate", (a, b))
    case("np.result_type", a, b)
case("np.append", DATES, "2020-01-01", text=False)
case("np.append", DATES2, DATES2, axis=1)
case("np.stack", (DATES, DAYS))
case("np.stack", (DATES, V("M8[h]", [1, 2, 3, 4])), axis=1)
case("np.vstack", (HOURS, V("m8[s]", [1, 2, 3, 4])))
case("np.dstack", (HOURS, LENGTHS))
case("np.column_stack", (DATES, DAYS))
case("np.concatenate", (HOURS, HOURS), dtype=np.dtype("m8[s]"))
case("np.concatenate", (HOURS, HOURS), dtype=np.dtype("m8[D]"))
case("np.concatenate", (HOURS, HOURS), dtype=np.dtype("m8[D]"), casting="safe")
case("np.concatenate", (HOURS, HOURS), dtype=np.dtype("i8"), casting="unsafe")
case("np.concatenate", (HOURS, V("m8[s]", [5])), out=V("m8[s]", [0, 0, 0, 0, 0]))
case("np.stack", (DATES, DAYS), dtype=np.dtype("M8[s]"))
case("np.block", [[DATES2], [DATES2]])

# inserted, deleted, padded
case("np.insert", DATES, 1, V("M8[D]", 7))
case("np.insert", DATES, [1, 2], V("M8[h]", [48, 72]))
case("np.insert", DATES, 1, "1970-01-03")
case("np.insert", DATES, 1, 7)
case("np.insert", LENGTHS, 1, 7)
case("np.insert", LENGTHS, [0, 4], V("m8[D]", [1, 2]))
case("np.insert", LENGTHS, 0, V("m8[s]", 5000))
case("np.insert", DATES2, 1, V("M8[s]", [1, 2, 3]), axis=0)
case("np.insert", LENGTHS, 1, 2.5)
case("np.insert", DATES, 1, HOURS[0])
each("np.delete", FLAT, 1)
each("np.delete", FLAT, [0, 2])
each("np.delete", TWO, 1, axis=1)
each("np.delete", FLAT, MASK)
for mode in ["edge", "reflect", "symmetric", "wrap", "empty", "maximum", "minimum", "linear_ramp", "mean", "median"]:
    if mode != "empty":
        each("np.pad", [DATES, DAYS, LENGTHS, HOURS], 1, mode=mode, text=mode != "linear_ramp")
each("np.pad", ARRAYS, 1)
case("np.pad", DATES, 1, constant_values=5)
case("np.pad", HOURS, (1, 2), constant_values=(3, 4))
case("np.pad", HOURS, 1, constant_values=V("m8[h]", 5))

# taken
INDEX = V("i8", [2, 0, -1])
each("np.take", FLAT, INDEX)
each("np.take", TWO, INDEX, axis=1)
each("np.take", FLAT, [5, -7], mode="wrap")
each("np.take", FLAT, [5, -7], mode="clip")
case("np.take", DATES, INDEX, out=V("M8[D]", [0, 0, 0]))
case("np.take", HOURS, INDEX, out=V("m8[s]", [0, 0, 0]))
case("np.take", HOURS, HOURS)
case("np.compress", MASK, DATES)
case("np.compress", [True, False], HOURS2, axis=0)
case("np.compress", MASK, DATES, out=V("M8[D]", [0, 0, 0]))
case("np.extract", MASK, DATES)
case("np.extract", LENGTHS, LENGTHS)
case("np.take_along_axis", DATES2, V("i8", [[2, 0], [1, 1]]), axis=1)
case("np.argwhere", HOURS)
for index in [0, -1, slice(1, None), slice(None, None, -1), Ellipsis, None, MASK, INDEX, (Ellipsis, None)]:
    case("getitem", DATES, index)
    case("getitem", HOURS, index)
case("getitem", DATES2, (1, slice(None)))
case("getitem", DATES2, (V("i8", [1, 0]), V("i8", [2, 2])))
case("getitem", DATES, HOURS, text=False)
for name in ["T", "real", "imag", "shape", "ndim", "size", "itemsize", "nbytes", "dtype", "strides"]:
    each("nd." + name, [DATES, HOURS2])
for name in ["conj", "copy", "flatten", "ravel", "squeeze", "transpose", "nonzero", "tobytes", "max", "min", "argmax", "argmin", "all", "any", "cumsum", "sum", "mean", "std", "var", "round",
             "trace", "prod", "cumprod"]:
    each("nd." + name, [DATES, HOURS2, DATES2])
each("iter", FLAT)

# written
def dates():
    return V("M8[D]", [1, 2, NAT, 4])


def lengths():
    return V("m8[h]", [1, 2, NAT, 4])


VALUES = [V("M8[D]", 9), V("M8[h]", 50), V("M8[D]", NAT), "1970-01-05", "NaT", "1970-01", 9, True, V("m8[D]", 9), V("m8[m]", 200), 2.5, V("i8", 7), V("f8", 7.5), V("f8", np.nan), "", "xx",
          V("u1", 3), V("b1", True), V("M8", NAT), V("m8", 4), V("m8[Y]", 1), V("M8[Y]", 1), "5"]
for value in VALUES:
    for make in [dates, lengths]:
        for index in [1, slice(1, 3), MASK, V("i8", [3, 0])]:
            case("setitem", make(), index, value)
        case("nd.fill", make(), value)
        case("np.put", make(), [0, 3], value)
        case("np.place", make(), MASK, value)
        case("np.putmask", make(), MASK, value)
        if not isinstance(value, str):  # of a dtype of texts, in Python
            case("np.copyto", make(), value)
            case("np.copyto", make(), value, where=MASK)
        case("np.full_like", make(), value)
ROW = [["1970-01-02", "1970-01-03", "NaT", "1971-01-01"], [1, 2, 3, 4]]
for value in ROW + [DATES, HOURS, WHOLE, V("M8[s]", [86400, 5, NAT, 0]), V("m8[s]", [86400, 5, NAT, 0]), V("f8", [1.5, 2, 3, 4]), MASK]:
    for make in [dates, lengths]:
        case("setitem", make(), slice(None), value)
        case("setitem", make(), V("i8", [3, 2, 1, 0]), value)
        case("np.put", make(), [0, 3], value)
        case("np.place", make(), MASK, value)
        case("np.putmask", make(), MASK, value)
        if not isinstance(value, list):
            case("np.copyto", make(), value)
            for casting in ["no", "safe", "unsafe"]:
                case("np.copyto", make(), value, casting=casting)
            case("np.copyto", make(), value, where=MASK)
            case("np.copyto", make(), value, where=MASK, casting="unsafe")
case("np.put_along_axis", V("M8[D]", [[1, 2], [3, 4]]), V("i8", [[0], [1]]), V("M8[D]", 9), 1)
case("np.put_along_axis", V("M8[D]", [[1, 2], [3, 4]]), V("i8", [[0], [1]]), 9, 1)
case("np.put_along_axis", V("m8[h]", [[1, 2], [3, 4]]), V("i8", [[0], [1]]), V("m8[D]", 9), 1)
case("np.copyto", V("i8", [0, 0, 0, 0]), HOURS)
case("np.copyto", V("i8", [0, 0, 0, 0]), HOURS, casting="unsafe")
case("np.copyto", V("f8", [0, 0, 0, 0]), LENGTHS, casting="unsafe")
case("np.copyto", V("b1", [0, 0, 0, 0]), LENGTHS, casting="unsafe")
case("setitem", V("i8", [0, 0, 0, 0]), slice(None), HOURS)
case("setitem", V("f8", [0, 0, 0, 0]), slice(None), LENGTHS)
case("setitem", V("f8", [0, 0, 0, 0]), MASK, DATES[1])

# cast and seen otherwise
for d in ["b1", "i1", "i4", "u1", "u8", "f2", "f8", "c16", "M8[D]", "M8[s]", "m8[h]", "m8[D]", "M8", "m8", "M8[Y]", "m8[Y]"]:
    for a in [DATES, LENGTHS, DAYS, HOURS]:
        if d not in ("u1", "u8", "i1", "f2") or a is HOURS or a is DAYS:
            case("nd.astype", a, np.dtype(d))
        for casting in ["no", "equiv", "safe", "same_kind", "unsafe"]:
            if casting != "unsafe":
                case("nd.astype", a, np.dtype(d), casting=casting)
case("nd.astype", DATES, np.dtype("M8[D]"), copy=False)
case("np.astype", DATES, np.dtype("M8[D]"), copy=False)
case("np.astype", HOURS, np.dtype("i8"))
for d in ["i8", "u8", "f8", "M8[s]", "m8[D]", "m8", "i4", "c16", "u1"]:
    each("nd.view", [DATES, HOURS2], np.dtype(d))
    case("nd.view", V("i8", [1, 2]), np.dtype("M8[" + "D" + "]"))
case("nd.view", V("i4", [1, 2]), np.dtype("M8[s]"))
case("nd.view", V("f8", [1, 2]), np.dtype("m8[s]"))

# made
for d in ["M8[D]", "m8[h]", "M8", "m8"]:
    case("np.zeros", (2, 2), np.dtype(d))
    case("np.ones", 3, np.dtype(d))
    if d != "M8":
        case("np.eye", 2, dtype=np.dtype(d))
        case("np.identity", 2, np.dtype(d))
    for value in [5, "NaT", "1970-01-05", V("M8[D]", 3), V("m8[h]", 3), 2.5, V("M8[s]", 86400), ""]:
        if d[2:] or isinstance(value, (str, int)) and value != "1970-01-05":
            case("np.full", (2,), value, np.dtype(d))
for fn in ["zeros_like", "ones_like"]:
    each("np." + fn, ARRAYS)
    case("np." + fn, WHOLE, dtype=np.dtype("M8[s]"))
    case("np." + fn, HOURS, dtype=np.dtype("i4"))
case("np.full", (2,), V("M8[D]", 3))
case("np.full", (2,), V("m8[D]", [3, 4]))
case("np.full_like", WHOLE, V("m8[D]", 3))
case("np.full_like", WHOLE, 3, dtype=np.dtype("M8[D]"))
case("np.full_like", HOURS, 3, shape=(2, 2))
case("np.fromiter", [1, 2], np.dtype("m8[s]"))
case("np.fromfunction", Fn("add"), (2, 2), dtype=np.dtype("m8[s]"))
case("np.array", [DATES, DAYS])
case("np.array", [DATES, V("M8[s]", [1, 2, 3, 4])])
case("np.array", [[V("m8[h]", 1)], [V("m8[s]", 1)]])
case("np.array", [V("m8[h]", 1), 5])
case("np.array", [HOURS, WHOLE])
case("np.array", DATES, np.dtype("i8"))
case("np.array", HOURS2, ndmin=3)
for a in [DATES, HOURS2, NONE]:
    case("np.array2string", a)
    case("np.array_str", a)
    case("np.array_repr", a)
case("np.isscalar", V("M8[D]", 1))
case("np.may_share_memory", DATES, DATES)
case("np.shares_memory", DATES, DAYS)
