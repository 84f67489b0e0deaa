# .npy, text, raw bytes: what NumPy writes, and what it reads back; files that lie.
import io as _io


def npy(a, version=None):
    f = _io.BytesIO()
    np.lib.format.write_array(f, a, version=version)
    return f.getvalue()


for d in ALL:
    a = A(d, (2, 3))
    case("io.save", a, layouts=False)
    case("io.save", a.F, layouts=False)
    case("io.save", a[:, ::-1], layouts=False)
    case("io.save", A(d, ()), layouts=False)
    case("io.save", A(d, (0, 3)), layouts=False)
    case("io.load", npy(a.build({})))
    case("io.load", npy(a.F.build({})))
    case("io.load", npy(A(d, ()).build({})))
    case("io.load", npy(A(d, (0, 2)).build({})))
    case("io.load", npy(a.build({}), (2, 0)))
    case("io.load", npy(a.build({}), (3, 0)))
    case("io.tofile", a, layouts=False)
    case("io.tofile", a.T, layouts=False)
    if d not in ("b1", "i1", "u1"):
        big = a.build({})
        big = big.astype(big.dtype.newbyteorder(">"))
        case("native.load", npy(big))
        case("native.load", npy(np.asfortranarray(big)))
    case("io.fromfile", a.build({}).tobytes(), dtype=np.dtype(d))
good = npy(np.arange(6, dtype="i4").reshape(2, 3))


def header(text, version=(1, 0), pad=True):
    body = text.encode("latin1")
    total = len(body) + 1 + 10
    body = body + b" " * (-total % 64) + b"\n" if pad else body
    return b"\x93NUMPY" + bytes(version) + len(body).to_bytes(2, "little") + body


BAD = [b"", b"\x93NUM", b"\x93NUMPY", b"\x93NUMPY\x01\x00", good[:20], good[:-3], good[:128], b"\x93NUMPY\x09\x00" + good[8:], b"not a file at all",
       header("{'descr': '<i4', 'fortran_order': False, 'shape': (2, 3)}"), header("{'descr': '<i4', 'fortran_order': False}"),
       header("{'descr': '<i4', 'fortran_order': False, 'shape': (2, 3), 'x': 1}"), header("{'descr': '<i4', 'fortran_order': 3, 'shape': (2,)}"),
       header("{'descr': '<i4', 'fortran_order': False, 'shape': (2, 'a')}"), header("{'descr': '<i4', 'fortran_order': False, 'shape': 5}"),
       header("{'descr': '<q9', 'fortran_order': False, 'shape': (2,)}"), header("[1, 2]"), header("{'descr'"), header("__import__('os')"),
       header("{'descr': '|O', 'fortran_order': False, 'shape': (2,)}"), header("{'descr': '<i4', 'fortran_order': False, 'shape': (-1,)}"),
       header("{'descr': '<i4', 'fortran_order': False, 'shape': (4611686018427387904, 4)}") + b"x" * 16]
for content in BAD:
    case("io.load", content, text=False)
for text in ["1 2 3\n4 5 6\n", "1.5\n2.5\n", "# comment\n1 2\n", "", "1 2\n3\n", "1 x\n", "\n1 2\n\n3 4\n", "1\n", "nan inf -inf\n", "1e3 -2.5E-2\n", " 1  2 \n", "1 2 # c\n"]:
    case("io.loadtxt", text)
case("io.loadtxt", "1,2\n3,4\n", delimiter=",")
case("io.loadtxt", "1,2\n3,4\n", delimiter=",", dtype=np.dtype("i4"))
case("io.loadtxt", "a,b\n1,2\n3,4\n", delimiter=",", skiprows=1)
case("io.loadtxt", "1,2,3\n3,4,5\n", delimiter=",", usecols=(0, 2))
case("io.loadtxt", "1,2,3\n3,4,5\n", delimiter=",", usecols=1)
case("io.loadtxt", "1,2,3\n3,4,5\n", delimiter=",", unpack=True)
case("io.loadtxt", "1 2\n", ndmin=2)
case("io.loadtxt", "5\n", ndmin=1)
case("io.loadtxt", "1 2\n3 4\n5 6\n", max_rows=2)
case("io.loadtxt", "% 1\n1 2\n", comments="%")
case("io.loadtxt", "1.5 2\n", dtype=np.dtype("i4"))
case("io.loadtxt", "(1+2j) 3\n", dtype=np.dtype("c16"))
case("io.loadtxt", "1,2\n3,4\n")
case("io.loadtxt", "1 2\n", usecols=(5,))
for d in ["i4", "f4", "f8", "u1", "b1", "c16"]:
    case("io.savetxt", A(d, (2, 3)))
    case("io.savetxt", A(d, (4,)))
case("io.savetxt", A("f8", (2, 3)), fmt="%.3f", delimiter=",")
case("io.savetxt", A("f8", (2, 3)), fmt="%10.5e", newline="\r\n")
case("io.savetxt", A("i4", (2, 3)), fmt="%d", header="a b c", footer="end")
case("io.savetxt", A("i4", (2, 3)), fmt="%05d", header="x", comments="")
case("io.savetxt", A("f8", (2, 3)), fmt=["%d", "%.1f", "%g"])
case("io.savetxt", A("f8", (17,), "awk"))
case("io.savetxt", A("f8", (2, 2, 2)))
case("io.savetxt", A("f8", (0,)))
case("io.genfromtxt", "1,2,\n4,,6\n", delimiter=",")
case("io.genfromtxt", "1 2 3\n4 5 6\n")
case("io.genfromtxt", "a,b\n1,2\n", delimiter=",", skip_header=1)
case("io.fromfile", bytes(range(8)), dtype=np.dtype("i2"))
case("io.fromfile", bytes(range(7)), dtype=np.dtype("i2"))
case("io.fromfile", bytes(range(8)), dtype=np.dtype("i2"), count=2)
case("np.base_repr", 10)
case("np.base_repr", -255, 16)
case("np.binary_repr", 10)
case("np.binary_repr", -3, width=8)
case("np.binary_repr", 5, width=8)
for d in ALL:
    case("io.savez", A(d, (2, 3)), A("f8", (4,)), A("i4", ()))
    case("io.savez_compressed", A(d, (2, 3)), A(d, (0,)))
    case("io.savez", first=A(d, (2, 3)), second=A("f8", (4,)).T)
    case("io.memmap", A(d, (3, 4)).build({}).tobytes(), dtype=np.dtype(d), mode="r", shape=(3, 4))
    case("io.memmap", A(d, (3, 4)).build({}).tobytes(), dtype=np.dtype(d), mode="r")
    case("io.memmap", A(d, (3, 4)).build({}).tobytes(), dtype=np.dtype(d), mode="r", offset=2 * np.dtype(d).itemsize, shape=(2, 5))
    case("io.memmap", A(d, (3, 4)).build({}).tobytes(), dtype=np.dtype(d), mode="c", shape=(3, 4), order="F")
case("io.memmap", bytes(10), dtype=np.dtype("i4"), mode="r", shape=(3,))
case("io.memmap", bytes(12), dtype=np.dtype("i4"), mode="x", shape=(3,), text=False)
