"""Writes the tables of NumPy's random streams as data.

The ziggurat tables of NumPy were once computed in double precision and hold the rounding of the
machine that computed them, so no formula gives their last bits; they are read from the static
library that a NumPy wheel carries (numpy/random/lib/libnpyrandom.a; needs ar, nm and objcopy).
RecordedTablesTest checks them against the formula. The file is little-endian:
fi, wi, fe, we as 256 float64 each; ki, ke as 256 uint64; the same again as float32 and uint32; then
126 float64: log(k!).
"""

import pathlib
import subprocess
import tempfile

import numpy as np

from places import resource


def section(object_file: pathlib.Path) -> bytes:
    raw = object_file.with_suffix(".bin")
    subprocess.run(
        ["objcopy", "-O", "binary", "--only-section=.rodata", object_file, raw], check=True
    )
    return raw.read_bytes()


def symbols(object_file: pathlib.Path) -> dict[str, int]:
    lines = subprocess.run(
        ["nm", object_file], check=True, capture_output=True, text=True
    ).stdout.splitlines()
    return {f[2]: int(f[0], 16) for f in map(str.split, lines) if len(f) == 3 and f[1] == "r"}


def main() -> None:
    archive = pathlib.Path(np.random.__file__).parent / "lib" / "libnpyrandom.a"
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["ar", "x", archive], cwd=folder, check=True)
        (ziggurat,) = pathlib.Path(folder).glob("*distributions.c.o")
        (factorials,) = pathlib.Path(folder).glob("*logfactorial.c.o")
        data, where = section(ziggurat), symbols(ziggurat)
        out = b""
        for kind, width in (("double", 8), ("float", 4)):
            for table in ("fi", "wi", "fe", "we", "ki", "ke"):
                start = where[f"{table}_{kind}"]
                out += data[start : start + 256 * width]
        start = symbols(factorials)["logfact"]
        out += section(factorials)[start : start + 126 * 8]
    resource("ndarray", "random/tables.bin", "main").write_bytes(out)


main()
