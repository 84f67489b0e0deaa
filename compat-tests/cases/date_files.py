# Files of dates and durations: npy, npz, raw memory, tables of text.
import io as _io

UNITS = ["Y", "M", "W", "D", "h", "m", "s", "ms", "us", "ns", "ps", "fs", "as"]
NAT = -2**63


def npy(a, version=None):
    f = _io.BytesIO()
    np.lib.format.write_array(f, a, version)
    return f.getvalue()


for unit in ["[" + u + "]" for u in UNITS] + ["[25s]", "[7D]", "[100ns]", ""]:
    for kind in ["M8", "m8"]:
        name = kind + unit
        values = [[NAT, NAT, NAT], [NAT, NAT, NAT]] if name == "M8" else [[1, NAT, -3], [2**62, 0, 5]]
        a = V(name, values)
        case("io.save", a, layouts=False)
        case("io.save", a.F, layouts=False)
        case("io.load", npy(a.build({})))
        case("io.load", npy(a.F.build({})))
        case("native.load", npy(a.build({}).astype(">" + name)))
        case("io.fromfile", a.build({}).tobytes(), dtype=np.dtype(name))
        case("io.memmap", a.build({}).tobytes(), dtype=np.dtype(name), mode="r", shape=(2, 3))
        case("np.frombuffer", a.build({}).tobytes(), np.dtype(name))
for name in ["M8[D]", "m8[15m]"]:
    a = V(name, [[1, NAT, -3], [2**62, 0, 5]])
    for b in [a[:, ::-1], a.T, V(name, 7), V(name, NAT), V(name, np.zeros((0, 3), "i8")), V(name, np.zeros((0,), "i8"))]:
        case("io.save", b, layouts=False)
        case("io.load", npy(np.asarray(b.build({}))))
        case("io.tofile", b, layouts=False)
    case("native.load", npy(np.asfortranarray(a.build({}).astype(">" + name))))
    case("io.load", npy(a.build({}), (2, 0)))
    case("io.load", npy(a.build({}), (3, 0)))
    case("io.tofile", a, layouts=False)
    case("io.savez", a, V("M8[ns]", [NAT, 5]), V("f8", [1.5]))
    case("io.savez_compressed", a, V("m8", [NAT, 5]), a.F)
    case("io.savez", days=a, none=V(name, np.zeros((0,), "i8")))
    content = a.build({}).tobytes()
    case("io.fromfile", content, dtype=np.dtype(name), count=2)
    case("io.fromfile", content, dtype=np.dtype(name), offset=8, count=3)
    case("io.fromfile", content[:-3], dtype=np.dtype(name))
    case("io.memmap", content, dtype=np.dtype(name), mode="r")
    case("io.memmap", content, dtype=np.dtype(name), mode="c", shape=(3, 2), order="F")
    case("io.memmap", content, dtype=np.dtype(name), mode="r", offset=8, shape=(5,))
    case("np.frombuffer", content, np.dtype(name), 2, 8)
    case("np.frombuffer", content[:-3], np.dtype(name))
    case("nd.tobytes", a)
    case("nd.tobytes", a, "F")

# tables
TABLE = "2011-01-01 2011-02-03\nNaT 2012-01-01\n"
for name in ["M8[D]", "M8", "M8[s]", "M8[M]", "M8[25s]"]:
    case("io.loadtxt", TABLE, dtype=np.dtype(name))
for name in ["m8[s]", "m8", "m8[15m]"]:
    case("io.loadtxt", "5 6\nNaT -7\n", dtype=np.dtype(name))
D = np.dtype("M8[D]")
case("io.loadtxt", "2011-01-01,2011-02-03\n", dtype=D, delimiter=",")
case("io.loadtxt", "2011-01-01T05:06,1969-12-31T23\n", dtype=D, delimiter=",")
case("io.loadtxt", "2011-01-01 , 2011-02-03\n", dtype=D, delimiter=",")
case("io.loadtxt", "2011-01-01 # x\n\n2011-01-02\n", dtype=D)
case("io.loadtxt", "a b\n2011-01-01 2011-01-02\n2011-01-03 2011-01-04\n", dtype=D, skiprows=1, usecols=1)
case("io.loadtxt", "2011-01-01 2011-01-02\n2011-01-03 2011-01-04\n", dtype=D, unpack=True)
case("io.loadtxt", "2011-01-01 2011-01-02\n2011-01-03 2011-01-04\n", dtype=D, max_rows=1, ndmin=2)
case("io.loadtxt", "2011-01-01\n", dtype=D)
case("io.loadtxt", "'2011-01-01','2011-02-03'\n", dtype=D, delimiter=",", quotechar="'")
case("io.loadtxt", "x\n", dtype=D)
case("io.loadtxt", "2011-01-01 2011-01-32\n", dtype=D)
case("io.loadtxt", "x\n", dtype=np.dtype("m8[s]"))
case("io.loadtxt", "1.5\n", dtype=np.dtype("m8[s]"))
case("io.loadtxt", "2011-01-01 2011-01-02\n2011-01-03\n", dtype=D)
case("io.savetxt", V("M8[D]", [[1, NAT], [3, 4]]), fmt="%s")
case("io.savetxt", V("M8[D]", [1, NAT]), fmt="%s")
case("io.savetxt", V("M8[us]", [1, NAT]), fmt="%s", delimiter=",", header="when")
case("io.savetxt", V("m8[s]", [1, NAT]), fmt="%s")
case("io.savetxt", V("M8[D]", [[1, NAT], [3, 4]]))
case("io.savetxt", V("m8[s]", [1, 2]))
case("io.savetxt", V("m8[s]", [1, 2]), fmt="%d")
case("io.savetxt", V("M8[D]", [[1, 2]]), fmt="%s,%25s")
