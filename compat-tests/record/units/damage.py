"""Records what NumPy makes of damaged files: `damage.py [count seed file]`.

Writes ndarray/src/test/resources/org/panarray/io/damaged.tsv.gz, or the file that is named. Fields are
separated by tabs:

  npy         hex file  answer
  npz         hex file  answer of the archive, or name=answer for each member
  loadtxt     hex file  answer  key=value;...
  genfromtxt  hex file  answer  key=value;...

An answer is `ok dtype shape order hash` (SHA-1 of the elements in C order, little-endian, shortened), `bytes`
for a member of an archive that is no array, or `! class`. A dtype that is neither one of the fourteen nor of times is `other`.
"""

import gzip
import hashlib
import io
import os
import pathlib
import random
import re
import sys
import tempfile
import warnings
import zipfile
import zlib

import numpy as np

from places import resource

HERE = resource("ndarray", "io/damaged.tsv.gz")
COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 4000
SEED = int(sys.argv[2]) if len(sys.argv) > 2 else 20260430
OUT = pathlib.Path(sys.argv[3]) if len(sys.argv) > 3 else HERE
DTYPES = (
    "bool int8 uint8 int16 uint16 int32 uint32 int64 uint64 "
    "float16 float32 float64 complex64 complex128"
).split()
warnings.simplefilter("ignore")
rng = random.Random(SEED)
TEMP = pathlib.Path(tempfile.mkdtemp())
ALPHABET = b"0123456789(),'{}[]-.+<>|=!OfiucbVUSLej_#\"\\ \n\t\r:"
DESCRIPTORS = (
    "<f8 >f8 =f8 |f8 f8 d <d float64 double float f4 >f4 <f2 e half <f16 g <i8 i q l long int int64 int_ intp p n <i4 >i4 I u4 <u2 "
    "H uint uintp Q L u1 |u1 B ubyte i1 |i1 b byte ? |b1 b1 bool bool_ <c16 >c8 c8 D F complex csingle c c32 G V2 |V8 <V2 S3 |S1 a3 "
    "<U1 U M8 <M8[s] m8[ns] O |O object i3 i16 f1 b2 u9 x {} 1f8 (2,)f8 f8,f8 ,f8 f08 <<f8 !f8 @f8 ^f8 T"
).split() + ["", " f8", "f8 ", "<f8\\n", "\\x3cf8", "i 8"]
SHAPES = (
    "(2, 3)|(3, 2)|(6,)|(6)|6|(6L,)|(2L, 3L)|(2 L,3)|()|(0,)|(1, 6)|(6, 1)|[6]|[2, 3]|(2, 3,)|(2, 3, )|(+2, 3)|(-1,)|(-2, -3)|(-1, 6)"
    "|(2, True, 3)|(False,)|(True,)|(0x6,)|(0b110,)|(0o6,)|(6_,)|(0_6,)|(06,)|(00,)|(6.0,)|(6e0,)|(6j,)|(2*3,)|(2+4,)|(10**9,)|(1_0,)"
    "|(4611686018427387904, 4)|(9223372036854775807,)|(9223372036854775808,)|(0, 9223372036854775807)|(1099511627776,)|('6',)|(None,)"
    "|((6,))|((6,),)|tuple([6])|{6}|(*(6,),)|(2, #c\n3)|(2,\n 3)|(2,\\\n3)|(\t2,3)|(2,,3)|(2 3)|(1, 1, 1, 1, 1, 6)|(--6,)|(~1,)|(5,)|(7,)"
).split("|")
ORDERS = "True|False|true|0|1|None|'True'|not True|(False)|(True,)|bool()|False and True|False # c\n".split("|")
TOKENS = [
    t.encode()
    for t in (
        "1_0 1__0 _1 1_ nan NaN inf -inf infinity +nan 0x10 1e5 1E5 1d5 1e 1e+ 1e400 -1e400 (1+2j) 1+2j j 1J +j (3) ( 1 ) (1 2) # // , ; :: -- + - . "
        "TRUE True false T 9999999999999999999999999 -1 1.5 300 70000 0001 -0 .5 5. 'a' \" \"1\" ' \\ %"
    ).split()
] + [
    b"\xc2\xa0", b"\xc2\x85", b"\xe2\x80\x87", b"\xe2\x80\xaf", b"\xe2\x80\x83", b"\xe3\x80\x80", b"\xef\xbb\xbf", b"\xd9\xa1", b"\xef\xbc\x91",
    b"\xf0\x9d\x9f\x8f", b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xc0\x80", b"\xe9", b"\x00", b"\x0b", b"\x0c", b"\x1c", b"\x1d", b"\x1f", b"\x7f",
    b"\r", b"\r\n", b"\n", b"\n\n", b" ", b"\t", b"\xe2\x88\x92", b"\xe2\x80\xa8", b"\xc2\xad", b"\xe2\x80\x8b",
]


def sample(dtype, shape):
    size = np.dtype(dtype).itemsize * int(np.prod(shape))
    data = bytes(rng.randrange(2 if dtype == "bool" else 256) for _ in range(size))
    return np.frombuffer(data, dtype).reshape(shape)


def npy_bases():
    for dtype in DTYPES:
        for shape in ((2, 3), (6,), ()):
            a = sample(dtype, shape)
            for array in (a, np.asfortranarray(a), a.astype(a.dtype.newbyteorder(">"))):
                for version in ((1, 0), (2, 0), (3, 0)):
                    f = io.BytesIO()
                    np.lib.format.write_array(f, array, version=version)
                    yield f.getvalue()


def npz_bases():
    text = np.array(["ab", "c"])
    for save in (np.savez, np.savez_compressed):
        for members in (
            {"a": np.arange(3), "b": sample("float32", (2, 3))},
            {"x": np.zeros(300), "naïve": sample("int8", (5,)), "empty": np.zeros((0, 2))},
            {"text": text, "o": np.array([1, None]), "n": np.arange(4, dtype=">i4")},
            {"one": sample("complex64", (2, 2)).T},
        ):
            f = io.BytesIO()
            save(f, **members)
            yield f.getvalue()
    f = io.BytesIO()
    with zipfile.ZipFile(f, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("notes.txt", "no array")
        g = io.BytesIO()
        np.save(g, np.arange(5))
        z.writestr("plain", g.getvalue())
        z.writestr("dir/a.npy", g.getvalue())
    yield f.getvalue()


TEXTS = [
    ("1 2 3\n4 5 6\n", {}), ("# head\n1.5 -2.5e3\nnan inf # c\n", {}), ("1,2,3\n4,5,6\n\n7,8,9\n", {"delimiter": ","}),
    ("1,2\n3,4\n", {"delimiter": ",", "dtype": "int64"}), ("1;2\n3;255\n", {"delimiter": ";", "dtype": "uint8"}),
    ("1 2\n-3 4\n", {"dtype": "int32"}), ("1+2j (3-4j)\n5j 6\n", {"dtype": "complex128"}), ("0.1 0.2\n1e5 7\n", {"dtype": "float32"}),
    ("1\t2\n3\t4\n", {"delimiter": "\t", "unpack": True}), ("h\n1 2 3\n4 5 6\n", {"usecols": (2, 0)}), ("1 2\n3 4\n", {"max_rows": 1}),
    ("5\n", {"ndmin": 2}), ("1 0 1\n0 1 1\n", {"dtype": "bool"}), ("18446744073709551615 1\n", {"dtype": "uint64"}),
    ("0.5 65504\n", {"dtype": "float16"}),
]
LOADTXT = [("a b\n1 2\n3 4\n", {"skiprows": 1}), ("1 % c\n2 %% d\n", {"comments": "%"}), ('"1","2"\n3,"4"\n', {"delimiter": ",", "quotechar": '"'})]
GENFROMTXT = [
    ("1,,3\n4,x,6\n", {"delimiter": ","}), ("a\n1 2\n3 4\nend of it\n", {"skip_header": 1, "skip_footer": 1}), ("1,,3\n", {"delimiter": ",", "filling_values": 7}),
    ("True,False\nTRUE,x\n", {"delimiter": ",", "dtype": "bool"}), ("1::2\n3::4\n", {"delimiter": "::"}), (" 1 2 3\n 4 567\n", {"delimiter": 2}),
    ("1,2\n3\n4,5\n", {"delimiter": ",", "invalid_raise": False}), ("1,N/A\n3,4\n", {"delimiter": ",", "missing_values": "N/A", "loose": False}),
]


def flip(data):
    for _ in range(rng.choice((1, 1, 1, 2, 4))):
        at = rng.randrange(len(data))
        data[at] ^= 1 << rng.randrange(8)


def put(data):
    for _ in range(rng.choice((1, 1, 2))):
        at = rng.randrange(min(len(data), rng.choice((100, len(data)))))
        data[at] = rng.choice(ALPHABET) if rng.random() < 0.7 else rng.randrange(256)


def cut(data):
    del data[rng.randrange(len(data)) :]


def remove(data):
    at = rng.randrange(len(data))
    del data[at : at + rng.choice((1, 1, 2, 5, 20))]


def insert(data):
    at = rng.randrange(len(data) + 1)
    piece = bytes(rng.choice(ALPHABET) for _ in range(rng.choice((1, 1, 2, 8))))
    data[at:at] = piece if rng.random() < 0.7 else data[at : at + rng.randrange(1, 30)]


def fill(data):
    at = rng.randrange(len(data))
    count = rng.randrange(1, 12)
    data[at : at + count] = bytes([rng.choice(b"9\xff\x00")]) * len(data[at : at + count])


def edit_header(data):
    if len(data) < 12 or data[:6] != b"\x93NUMPY":
        return
    wide = data[6] > 1
    start = 12 if wide else 10
    end = start + int.from_bytes(data[8:start], "little")
    text = data[start:end].decode("latin1")
    which = rng.randrange(6)
    if which == 0:
        text = re.sub(r"'descr': '[^']*'", lambda _: "'descr': '" + rng.choice(DESCRIPTORS) + "'", text)
    elif which in (1, 2):
        text = re.sub(r"'shape': \([^)]*\)", lambda _: "'shape': " + rng.choice(SHAPES), text)
    elif which == 3:
        text = re.sub(r"(True|False)", lambda _: rng.choice(ORDERS), text)
    elif which == 4:
        before, after = rng.choice(
            (
                ("'", '"'), ("{", "dict{"), ("'descr'", "u'descr'"), ("'descr'", "b'descr'"), ("'descr'", "r'descr'"), ("'descr'", "'de' 'scr'"),
                ("'descr'", "'''descr'''"), ("'descr'", "'d\\x65scr'"), ("'descr'", "'descr\\\n'"), ("{", "{ # c\n"), ("{", " \t{"), ("{", "\n{"), ("{", "\n {"),
                ("{", "({"), ("}", "})"), ("}", "},"), ("}", "}, }"), ("}", "'x': 1}"), (", }", "}"), (", }", ",, }"), ("}", "} # c"), ("}", "};"), ("}", "}\x0c"),
                ("}", "'descr': '<i2'}"), ("'shape'", "'shap'"), ("'shape':", "'shape' :"), ("}", "} 1"), ("{", "\xa0{"), ("'fortran_order'", "'fortran_\\157rder'"),
                ("}", "**{}}"), ("}", "}\x00"), ("{", "\ufeff{"), (" ", "\x0b"), (": ", ":\\\n"), ("}", "}\n\n"), ("}", "}\r\n"),
            )
        )
        text = text.replace(before, after, rng.choice((1, 1, -1)))
    else:
        text = text.rstrip() + " " * rng.randrange(3) + rng.choice(("\n", "", "\n\n", "\n "))
    body = text.encode("utf8" if data[6] == 3 else "latin1", "replace")
    width = 4 if wide else 2
    length = len(body) if rng.random() < 0.95 else rng.choice((0, 1, 65535, len(body) + 7, max(0, len(body) - 3)))
    data[8:end] = length.to_bytes(width, "little") + body


def resum(data):
    """Damages data, and makes the archive agree with that."""
    for _ in range(rng.choice((1, 2))):
        at = rng.randrange(len(data))
        data[at] = rng.choice(ALPHABET)
    try:
        with zipfile.ZipFile(io.BytesIO(bytes(data))) as z:
            for info in z.infolist():
                local = info.header_offset
                start = local + 30 + int.from_bytes(data[local + 26 : local + 28], "little") + int.from_bytes(data[local + 28 : local + 30], "little")
                body = bytes(data[start : start + info.compress_size])
                plain = body if info.compress_type == 0 else zlib.decompress(body, -15)
                at = data.find(info.CRC.to_bytes(4, "little"), start + info.compress_size)
                if at >= 0:
                    data[at : at + 4] = zlib.crc32(plain).to_bytes(4, "little")
    except Exception:
        pass


def zip_field(data):
    signatures = [m.start() for m in re.finditer(rb"PK(\x01\x02|\x03\x04|\x05\x06)", bytes(data))]
    if signatures:
        at = rng.choice(signatures) + rng.randrange(4, 46)
        width = rng.choice((1, 2, 4))
        old = int.from_bytes(data[at : at + width], "little")
        new = rng.choice((0, 1, 0xFFFFFFFF, old + 1, old - 1, old * 2, 8, 12, rng.getrandbits(16))) % (1 << 8 * width)
        data[at : at + width] = new.to_bytes(width, "little")


def around(data):
    extra = bytes(rng.randrange(256) for _ in range(rng.randrange(1, 40)))
    data[:] = data + extra if rng.random() < 0.6 else extra + data


def token(data):
    for _ in range(rng.choice((1, 1, 2, 3))):
        at = rng.randrange(len(data) + 1)
        data[at : at + rng.choice((0, 0, 1, 2))] = rng.choice(TOKENS)


COMMON = [flip, put, cut, remove, insert, fill]
DAMAGE = {
    "npy": COMMON + [edit_header] * 6,
    "npz": COMMON + [resum, resum, zip_field, zip_field, zip_field, around],
    "loadtxt": COMMON + [token] * 8,
    "genfromtxt": COMMON + [token] * 8,
}


def answer(value):
    if isinstance(value, bytes):
        return "bytes"
    if value.dtype.newbyteorder("=").name not in DTYPES and value.dtype.kind not in "mM":
        return "other"
    order = "F" if value.flags.f_contiguous and not value.flags.c_contiguous else "C"
    little = np.ascontiguousarray(value.astype(value.dtype.newbyteorder("<"), copy=False))
    if value.dtype.kind in "fc":
        little = canonical(little) if OPTIONS is not None else little
    digest = hashlib.sha1(little.tobytes()).hexdigest()[:12]
    shape = ",".join(map(str, value.shape))
    return f"ok {value.dtype.name} ({shape}) {order if value.ndim > 1 else 'C'} {digest}"


def canonical(a):
    """All NaN alike: those of texts have no bits of their own."""
    parts = a.copy().reshape(-1).view(a.real.dtype)
    parts[np.isnan(parts)] = np.nan
    return parts


def attempt(read):
    try:
        return answer(read())
    except Exception as e:
        return "! " + type(e).__name__


def npz(path):
    try:
        z = np.load(path)
        if isinstance(z, np.ndarray):
            return "! npy"
    except Exception as e:
        return "! " + type(e).__name__
    with z:
        return ";".join(f"{name.encode().hex()}={attempt(lambda name=name: z[name])}" for name in z.files)


def encoded(options):
    shown = {k: v if not isinstance(v, tuple) else ",".join(map(str, v)) for k, v in options.items()}
    return ";".join(f"{k}={v}" for k, v in shown.items()).replace("\t", "\\t")


BASES = {
    "npy": [(b, None) for b in npy_bases()],
    "npz": [(b, None) for b in npz_bases()],
    "loadtxt": [(t.encode(), o) for t, o in TEXTS + LOADTXT],
    "genfromtxt": [(t.encode(), o) for t, o in TEXTS + GENFROMTXT],
}
SHARES = ["npy"] * 4 + ["npz"] * 3 + ["loadtxt"] * 3 + ["genfromtxt"] * 3
OPTIONS = None
path = str(TEMP / "damaged")
lines = 0
seen = set()
with open(OUT, "wb") as raw, gzip.GzipFile("", "wb", 9, raw, 0) as out:
    out.write(f"# numpy {np.__version__}, python {sys.version.split()[0]}, seed {SEED}\n".encode())
    while lines < COUNT:
        kind = rng.choice(SHARES)
        base, OPTIONS = rng.choice(BASES[kind])
        data = bytearray(base)
        for _ in range(rng.choice((1, 1, 1, 2))):
            if data:
                rng.choice(DAMAGE[kind])(data)
        if (kind, bytes(data), str(OPTIONS)) in seen:
            continue
        seen.add((kind, bytes(data), str(OPTIONS)))
        with open(path, "wb") as f:
            f.write(data)
        fields = [kind, data.hex()]
        if kind == "npy":
            fields.append("! zip" if data[:2] == b"PK" else attempt(lambda: np.load(path)))
        elif kind == "npz":
            fields.append(npz(path))
        else:
            function = np.loadtxt if kind == "loadtxt" else np.genfromtxt
            fields.append(attempt(lambda: function(path, **OPTIONS)))
            fields.append(encoded(OPTIONS))
        out.write(("\t".join(fields) + "\n").encode())
        lines += 1
os.unlink(path)
print(lines, "files of seed", SEED, "in", OUT, OUT.stat().st_size, "bytes")
