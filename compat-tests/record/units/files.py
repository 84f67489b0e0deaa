"""Records which files NumPy writes, and what it reads from sound and from broken ones.

Writes ndarray/src/test/resources/org/panarray/io/recorded.tsv.gz. Fields are separated by tabs,
newlines in texts are written as \\n.

  save    dtype  shape  order  hex elements  hex file       what np.save writes
  load    hex file  ok  dtype  shape  order  hex elements   what np.load reads
  load    hex file  error class  text
  npz     hex file  name  dtype  shape  hex elements        one line for each member
  loadtxt text  key=value;...  ok  dtype  shape  hex elements | error class  text
  savetxt dtype  shape  hex elements  key=value;...  ok text | error class  text

Elements are in C order and little-endian.
"""

import io
import pathlib
import random
import struct
import tempfile
import warnings

import numpy as np

from places import resource, write_lines

OUT = resource("ndarray", "io/recorded.tsv.gz")
DTYPES = (
    "bool int8 uint8 int16 uint16 int32 uint32 int64 uint64 "
    "float16 float32 float64 complex64 complex128"
).split()
warnings.simplefilter("ignore")
rng = np.random.default_rng(77)
random.seed(77)
lines = []
temp = pathlib.Path(tempfile.mkdtemp())


def escape(text):
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")


def native(a):
    return a.astype(a.dtype.newbyteorder("<"))


def hexed(a):
    return np.ascontiguousarray(native(a)).tobytes().hex()


def shape_text(a):
    return ",".join(map(str, a.shape))


def sample(dtype, shape):
    n = int(np.prod(shape))
    if dtype == "bool":
        return (rng.random(n) < 0.5).reshape(shape)
    size = np.dtype(dtype).itemsize
    return np.frombuffer(rng.bytes(size * n), dtype).reshape(shape)


def order_of(a):
    return "F" if a.flags.f_contiguous and not a.flags.c_contiguous else "C"


def saved(a, **options):
    buffer = io.BytesIO()
    np.lib.format.write_array(buffer, a, **options)
    return buffer.getvalue()


def load(data):
    path = temp / "a.npy"
    path.write_bytes(data)
    try:
        a = np.load(path)
    except Exception as e:
        lines.append(("load", data.hex(), type(e).__name__, escape(str(e))))
        return
    outcome = ("ok", a.dtype.name, shape_text(a), order_of(a), hexed(a))
    lines.append(("load", data.hex(), *outcome))


def header(text, data=b"", version=(1, 0), length=None):
    encoded = text.encode("latin1")
    length = len(encoded) if length is None else length
    packed = struct.pack("<H" if version == (1, 0) else "<I", length)
    return b"\x93NUMPY" + bytes(version) + packed + encoded + data


def record_files():
    for d in DTYPES:
        for shape in ((), (0,), (1,), (3,), (7,), (2, 3), (3, 0), (2, 3, 4), (1, 1, 2, 1)):
            a = sample(d, shape)
            for b in (a, np.asfortranarray(a)):
                lines.append(("save", d, shape_text(b), order_of(b), hexed(b), saved(b).hex()))
            load(saved(a))
            load(saved(np.asfortranarray(a)))
        big = sample(d, (3, 2)).astype(np.dtype(d).newbyteorder(">"))
        load(saved(big))
        load(saved(np.asfortranarray(big), version=(2, 0)))
        load(saved(sample(d, (5,)), version=(3, 0)))


def record_broken():
    h = "{'descr': '<f8', 'fortran_order': False, 'shape': (3,), }\n"
    eight = b"12345678"
    whole = header(h, eight * 3)
    for n in list(range(0, 12)) + [20, 40, len(whole) - 25, len(whole) - 24, len(whole) - 9, len(whole) - 1]:
        load(whole[:n])
    load(whole + b"more")
    load(b"garbage garbage")
    load(b"\x80\x04\x95\x05\x00\x00\x00\x00\x00\x00\x00]\x94.")
    for version in ((0, 0), (1, 1), (4, 0), (9, 0), (255, 255)):
        load(header(h, eight * 3, version))
    load(header(h, eight * 3, length=500))
    load(header(h + " " * 10100, eight * 3))
    load(header(h, eight * 3, (2, 0), 2**32 - 1))
    for replaced in (
        ("(3,)", "[3]"), ("(3,)", "(3.5,)"), ("(3,)", "3"), ("(3,)", "None"), ("(3,)", "('3',)"),
        ("(3,)", "(1, (2,))"), ("False", "1"), ("False", "None"), ("False", "'False'"),
        ("<f8", "<f7"), ("<f8", "|O"), ("<f8", "O"), ("'<f8'", "3"), ("'<f8'", "None"), ("<f8", ""),
        ("<f8", "nonsense"), ("'descr'", "'desc'"), (", }", ", 'x': 1}"), ("'descr': '<f8', ", ""),
        ("(3,)", "(" + "1," * 70 + ")"), ("(3,)", "(0, 9223372036854775807, 4)"),
        ("'<f8'", "[('a', '<f8'), ('b', '|O')]"),
    ):
        load(header(h.replace(*replaced), eight * 3))
    load(header("[1, 2]"))
    load(header("3"))
    load(header("'text'"))
    load(header("{}"))
    for good in ("f8", "=f8", "float64", "<d", "d", "<i8", "<q", "<c16", "|b1", "?", "|u1", ">u1"):
        size = np.dtype(good).itemsize
        data = b"\1\0\1" if good in ("|b1", "?") else bytes(range(1, 1 + 3 * size))
        load(header(h.replace("<f8", good), data))
    load(header(h.replace("(3,)", "(3L,)"), eight * 3))
    load(header(h.replace("'descr'", '"descr"'), eight * 3))
    load(header(h.replace("(3,)", "(2,3)").replace("False", "True"), bytes(range(48))))
    load(header("{'shape': (3,), 'fortran_order': False, 'descr': '<f8'}", eight * 3))
    load(header("  { 'descr' :'<f8','fortran_order':False,\t'shape':( 3 , )}  \n", eight * 3))


def record_archives():
    for save in (np.savez, np.savez_compressed):
        for members in (
            {"a": np.arange(3), "b": np.asfortranarray(sample("float32", (2, 3)))},
            {"zero": np.array(2.5), "empty": np.zeros((0, 2), "int8"), "x.y": sample("complex64", (2,))},
            {"big": np.arange(4, dtype=">i4"), "long": np.zeros(2000), "flag": np.array([True, False])},
        ):
            buffer = io.BytesIO()
            save(buffer, **members)
            for name, a in members.items():
                file = buffer.getvalue().hex()
                lines.append(("npz", file, name, a.dtype.name, shape_text(a), hexed(a)))


def loadtxt(text, **options):
    table("loadtxt", np.loadtxt, text, options)


def genfromtxt(text, **options):
    table("genfromtxt", np.genfromtxt, text, options)


def table(name, function, text, options):
    shown = {k: v if not isinstance(v, (tuple, list)) else ",".join(map(str, v)) for k, v in options.items()}
    shown = escape(";".join(f"{k}={v}" for k, v in shown.items()))
    try:
        a = function(io.StringIO(text), **options)
    except Exception as e:
        lines.append((name, escape(text), shown, type(e).__name__, escape(str(e))))
        return
    lines.append((name, escape(text), shown, "ok", a.dtype.name, shape_text(a), hexed(a)))


def record_loadtxt():
    for text in (
        "1 2\n3 4\n", "1 2\n3 4", "1\t2\n3\t4", " 1  2 \t3 ", "5", "1 2 3", "1\n2\n3", "", "# only\n",
        "1 2 # c\n\n3 4", "1 2#3", "1 2\n3\n", "1 x\n", "1 2\r\n3 4\r\n", "1\n \n2", "0x10", "1_000",
        "nan inf -inf NaN Infinity -infinity +nan iNf", "+5 -3 .5 5. 1E+5 1e-7 -0 -0.0 1e5",
        "1d5", "1f", "e5", ".", "-", "+", "1e", "1e+", "--1", "1.2.3", "0x1p3", "NaNs", "in",
        "1e400 -1e400 1e-400 4.9e-324 1.7976931348623157e308 1.7976931348623159e308",
        "9007199254740993 9007199254740992.5 0.1 123456789012345678 1e22 1e23 123456789012345e22",
        "0.000000000000000000000000000000000000000000000123456789", "00012 0.10 000", "'a'", 'a"b', "a'\"b",
    ):
        loadtxt(text)
        loadtxt(text, ndmin=1)
        loadtxt(text, ndmin=2)
        loadtxt(text, unpack=True)
    table = "# head\n1,2,3\n4,5,6\n\n7,8,9 # tail\n10,11,12"
    for options in (
        {}, {"usecols": 1}, {"usecols": (2, 0)}, {"usecols": -1}, {"usecols": (0, -3)}, {"usecols": 3},
        {"usecols": (0, -4)}, {"usecols": (1, 1)}, {"skiprows": 1}, {"skiprows": 2}, {"skiprows": 9},
        {"max_rows": 1}, {"max_rows": 3}, {"max_rows": 0}, {"max_rows": 99}, {"unpack": True},
        {"skiprows": 2, "max_rows": 2}, {"dtype": "int64"}, {"dtype": "float32"}, {"dtype": "uint8"},
        {"dtype": "complex128"}, {"dtype": "bool"}, {"dtype": "float16", "usecols": (0, 1)},
        {"usecols": 0, "ndmin": 2}, {"usecols": 0, "ndmin": 2, "unpack": True}, {"comments": "%"},
        {"ndmin": 3}, {"ndmin": -1}, {"max_rows": -1}, {"skiprows": -1}, {"comments": ""},
    ):
        loadtxt(table, delimiter=",", **options)
    loadtxt(table)
    loadtxt(table, delimiter="ab")
    loadtxt(table, delimiter="")
    for text in ("1,,3", "1,2,", ",", " ,1", "1, 2 ,3", " ", "1\n,\n2", "1,2\n3", "1,2\n3,4,5", "1;2"):
        loadtxt(text, delimiter=",")
    loadtxt("1 2 // c\n3 4", comments="//")
    loadtxt("1\t\t2", delimiter="\t")
    loadtxt("1\t2", delimiter="\t")
    for d in DTYPES:
        for text in ("0 1 2", "-1", "127 128", "255 256", "-128 -129", "65535 65536", "32768", "1.5",
                     "2147483648 -2147483648", "4294967295", "9223372036854775807", "9223372036854775808",
                     "-9223372036854775808", "-9223372036854775809", "18446744073709551615",
                     "18446744073709551616", "1e3", "+7", "True", "1+2j", "007", "- 1", "65504 70000 6e-8 1e-9"):
            loadtxt(text, dtype=d)
    for d in ("complex64", "complex128"):
        loadtxt("1+2j 3j (1-2j) 5 1e5j nan+infj -1.5e2-3e-1j (3) (4j)", dtype=d)
        for text in ("j", "1+j", "(1+2j", "1+2j)", "()", "1+2", "1++2j", "1 +2j", "1j2", "1+2jj", "2i", "1+-2j", "1-+2j", "1--2j"):
            loadtxt(text, dtype=d)
    for _ in range(150):
        x = float(rng.normal() * 10.0 ** rng.integers(-12, 12))
        digits = int(rng.integers(1, 22))
        loadtxt("\n".join(("%." + str(digits + i) + random.choice("eg")) % x for i in range(3)))
    for x in np.frombuffer(rng.bytes(8 * 150)):
        loadtxt(repr(float(x)))
        loadtxt(repr(np.float32(x).item()), dtype="float32")
        loadtxt(repr(float(x)), dtype="float16")


def record_genfromtxt():
    comma = {"delimiter": ","}
    for text, options in (
        ("1,2\n3,4", comma), ("1,,3\n4,5,x", comma), ("1,2\n3", comma), ("1,2\n\n3\n5,6\n7,8,9", comma),
        ("h\n# c\n\n1,2\n\n3\n5,6\n7,8,9", comma | {"skip_header": 1}), ("1,x\n3,4", comma | {"dtype": "int64"}),
        ("1.5 2", {"dtype": "int64"}), ("a b\n1 2\n3 4\nend end", {"skip_header": 1, "skip_footer": 1}),
        ("1 2\n3 4", {"usecols": 1}), ("1 2\n3 4", {"usecols": (0, -1)}), ("1 2\n3 4", {"usecols": 5}),
        ("1 2\n3 4", {"unpack": True}), ("1 2\n3 4", {"max_rows": 1}), ("", {}), ("5", {}), ("5", {"ndmin": 2}),
        ("1\n2", {"ndmin": 2}), ("1,,3", comma | {"filling_values": 0}), ("1 N/A 3", {}), (" 1 , 2 ,3 ", comma),
        ("1,,3", comma | {"filling_values": 9, "dtype": "int64"}), ("1 2 # c\n3 4", {}), ("nan inf", {}),
        ("1,2,\n3,4,", comma), ("1 2\n3 4", {"skip_footer": 5}), ("1+2j x", {"dtype": "complex128"}),
        ("1 2\n3 4", {"max_rows": 1, "skip_footer": 1}), ("1 0 x", {"dtype": "bool"}), ("True FALSE true no", {"dtype": "bool"}),
        ("1 2 3\n4 5", {"usecols": (0, 1)}), ("1 2 3\n4", {"usecols": (0, 1)}), ("1,2", comma | {"ndmin": 3}),
    ):
        genfromtxt(text, **options)


def savetxt(a, **options):
    buffer = io.BytesIO()
    shown = escape(";".join(
        f"{k}={v if not isinstance(v, list) else '[' + '|'.join(v) + ']'}" for k, v in options.items()))
    start = ("savetxt", a.dtype.name, shape_text(a), hexed(a), shown)
    try:
        np.savetxt(buffer, a, **options)
    except Exception as e:
        lines.append((*start, type(e).__name__, escape(str(e))))
        return
    lines.append((*start, "ok", escape(buffer.getvalue().decode("latin1"))))


def record_savetxt():
    for d in DTYPES:
        for shape in ((3,), (2, 3), (0,), (0, 3), (2, 0), (), (1, 1, 1)):
            savetxt(sample(d, shape))
        savetxt(sample(d, (2, 2)), fmt="%s", delimiter=",")
        savetxt(sample(d, (2, 2)), fmt="%r")
        savetxt(sample(d, (2, 2)), fmt="%d")
        savetxt(sample(d, (2, 2)), fmt="%x")
    ab = np.arange(6).reshape(2, 3)
    for a in (ab, ab / 7, ab - 2.5, (ab - 3) * 1e10, np.array([[0.5, 1.5, 2.5], [1e-5, 123456, 1234567]])):
        for conversion in "deEfFgGixXosu":
            for before in ("", "5", "12", "-12", "012", "+", " ", "#", "+09", "-+8", "# 7", "010.3", ".0", ".1", ".10", "#.0", "+.3", "8.2"):
                savetxt(a, fmt="%" + before + conversion)
    savetxt(np.array([np.nan, np.inf, -np.inf, -0.0]), fmt="%08.3f")
    savetxt(np.array([np.nan, np.inf, -np.inf, -0.0]), fmt="%+8.3G")
    savetxt(ab / 7, fmt=["%.2f", "%5d", "%g"], delimiter=",")
    savetxt(ab / 7, fmt="%.2f:%5d:%e")
    savetxt(ab, fmt=["%d", "%d"])
    savetxt(ab, fmt="%d %d")
    savetxt(ab, fmt="5")
    savetxt(ab, fmt="%%%d")
    savetxt(ab, fmt="%d", header="a\nb", footer="end", comments="% ", newline="\r\n", delimiter="\t")
    savetxt(ab[:, :1] + 1j, fmt="%.2f")
    savetxt(ab[:, :1] - 1j, fmt="%.2f%+.3fj")


record_files()
record_broken()
record_archives()
record_loadtxt()
record_genfromtxt()
record_savetxt()
write_lines(OUT, lines)
