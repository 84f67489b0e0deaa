"""Where the recorders of single packages write: the resources of the module that reads them."""

import gzip
import pathlib

import numpy as np

ROOT = pathlib.Path(__file__).resolve().parents[3]


def resource(module, path, kind="test"):
    """A file below a module's src/KIND/resources/org/panarray."""
    return ROOT / module / "src" / kind / "resources" / "org" / "panarray" / path


def write_lines(path, lines):
    """Writes lines of fields, packed, under a header that names NumPy's version."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "wb") as raw, gzip.GzipFile("", "wb", 9, raw, 0) as out:
        out.write(("# numpy " + np.__version__ + "\n").encode())
        for line in lines:
            out.write(("\t".join(line) + "\n").encode())
    print(len(lines), "lines", path.stat().st_size, "bytes")
