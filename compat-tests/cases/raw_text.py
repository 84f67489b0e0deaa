# Numbers of a text without lines: fromstring and fromfile with a separator. Integers that a dtype does not hold are
# refused here; NumPy takes the nearest that C has, cut to the dtype.
texts = [
    "1 2 3", "1,2,3", "1, 2, 3", " 1 2 ", "1,2,", ",1", "1,,2", "1;2", "1 x", "x", "1.5 2", "1e3 nan inf -inf", "1_0", "0x10", "1  2", "1\t2\n3", "1 , 2", "+1 -1", "1.", ".5", "300 -1",
    "1+2j 3", "(1+2j)", "1::2", "1\u00a02", "1\x1c2", "0 1 2", "True False", "1 2\x00", "1,2 ", "1, 2 ,", "infinity", "1d5", "1f",
]
for text in texts:
    for sep in (" ", ",", ", ", ";", "::", " , ", "\t", "x"):
        for d in (("f8", "i4") if sep in " ," else ("f8",)):
            case("np.fromstring", text, dtype=np.dtype(d), sep=sep)
            case("io.fromfile", text, dtype=np.dtype(d), sep=sep)
    for d in ("f4", "f2", "u1", "i8", "u8", "b1", "c16"):
        case("np.fromstring", text, dtype=np.dtype(d), sep=" ")
    for count in (0, 1, 2, 5, -1, -2):
        if count <= len(text.split()):  # NumPy leaves the rest of the memory as it was
            case("np.fromstring", text, sep=" ", count=count)
        case("io.fromfile", text, sep=" ", count=count)
case("np.fromstring", "1 2", sep="")
case("io.fromfile", b"1 \xff", sep=" ")
for k in [{"count": 3}, {"count": 0}, {"count": -1}, {"offset": 3}, {"offset": 8, "count": 1}, {"offset": 99}, {"offset": -1}, {"sep": " ", "offset": 1}]:
    case("io.fromfile", bytes(range(24)), text=False, **k)
