"""Which of NumPy's answers are its own, and which are the rounding of one kernel.

OpenBLAS and NumPy pick their loops by the processor. An answer that another processor's loops do not give within
the tolerance of its case is no expectation: the case needs a tolerance, or a question that has one answer.
"""

import ctypes
import glob
import os
import pickle
import subprocess
import sys
import tempfile

import numpy as np

from encode import error_text, leaves

AVX512 = "X86_V4 AVX512_ICL AVX512_SPR"
VARIANTS = [{"OPENBLAS_CORETYPE": core} for core in ("Prescott", "Nehalem", "Sandybridge", "Haswell", "Zen", "SkylakeX")]
VARIANTS += [{"NPY_DISABLE_CPU_FEATURES": features} for features in (AVX512, "X86_V3 " + AVX512)]
# What a library calls the kernels that it takes for a core type.
ALIASES = {"Prescott": ("Prescott", "Katmai"), "Zen": ("Zen", "Haswell")}


def pin():
    """Starts over with the kernels that every recording is made with, whatever this machine and shell would choose."""
    if "PANARRAY_KERNELS" not in os.environ:
        os.execve(sys.executable, [sys.executable, *sys.argv], environment({"OPENBLAS_CORETYPE": "Haswell"}))


def environment(variant):
    own = {k: v for k, v in os.environ.items() if not k.startswith(("OPENBLAS_", "NPY_"))}
    return {**own, **variant, "PANARRAY_KERNELS": "chosen"}


def essence(answer):
    """What is compared: the values, what was written, the error and the warnings."""
    values = [v if isinstance(v, (np.ndarray, np.generic, int, float, complex)) else repr(v) for v in leaves(answer.value)]
    return values, list(answer.after.values()), None if answer.error is None else error_text(answer.error), answer.warned


def core():
    """The kernels that OpenBLAS has chosen in this process."""
    found = glob.glob(os.path.join(os.path.dirname(np.__file__), "..", "numpy.libs", "*openblas*"))
    if not found:
        return "unknown"
    name = ctypes.CDLL(found[0]).scipy_openblas_get_corename64_
    name.restype = ctypes.c_char_p
    return name().decode()


def write(path, answers):
    with open(path, "wb") as f:
        pickle.dump((core(), answers), f)


def disagreements(pages, recorded):
    """A line for each case of the pages that some kernel answers otherwise; recorded maps a case to its tolerance and essence."""
    lines = []
    for variant in VARIANTS:
        name, wanted = next(iter(variant.items()))
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "answers")
            subprocess.run([sys.executable, sys.argv[0], "--answers=" + path, *pages], env=environment(variant), check=True)
            with open(path, "rb") as f:
                used, answers = pickle.load(f)
        if name == "OPENBLAS_CORETYPE" and used not in ALIASES.get(wanted, (wanted,)):
            print(f"kernels: this machine or NumPy has no {wanted} kernels (took {used})")
            continue
        lines += [f"{wanted}: {case.replace(chr(9), ' ')} {tol}" for case, (tol, mine) in recorded.items() if not agree(mine, answers[case], tol)]
    return lines


def agree(first, second, tol):
    a, b = first[0] + first[1], second[0] + second[1]
    return first[2:] == second[2:] and len(a) == len(b) and all(near(x, y, tol) for x, y in zip(a, b))


def near(x, y, tol):
    """As the replay judges, see Tolerance.java."""
    if isinstance(x, str) or isinstance(y, str):
        return x == y
    x, y = np.asarray(x), np.asarray(y)
    if x.dtype != y.dtype or x.shape != y.shape:
        return False
    if x.dtype.kind in "Mm":
        return np.array_equal(x.view("i8"), y.view("i8"))
    with np.errstate(all="ignore"):
        ulp = np.spacing(np.abs(x)) if tol[0] == "u" and x.dtype.kind in "fcV" else None
    if x.dtype.kind == "V":  # bfloat16, whose NaN NumPy does not know
        x, y, ulp = x.astype("f8"), y.astype("f8"), None if ulp is None else ulp.astype("f8")
    if x.dtype.kind not in "fc" or tol.startswith("="):
        return np.array_equal(x, y, equal_nan=x.dtype.kind in "fc") and ("z" in tol or x.dtype.kind not in "fc" or same_zeros(x, y))
    kind, limit = tol[0], float(tol[1:].rstrip("zn"))
    finite = np.isfinite(x)
    if "n" in tol and np.any(~finite & np.isfinite(y)) or "n" not in tol and not np.array_equal(x[~finite], y[~finite], equal_nan=True):
        return False
    with np.errstate(all="ignore"):
        x, y = x[finite], y[finite]
        scale = np.max(np.abs(x), initial=0) if kind == "r" else ulp[finite] if kind == "u" else np.abs(x)
        return bool(np.all((x == y) | (np.abs(x - y) <= limit * scale)))


def same_zeros(x, y):
    parts = [(x.real, y.real), (x.imag, y.imag)] if x.dtype.kind == "c" else [(x, y)]
    return all(np.array_equal(np.signbit(p[~np.isnan(p)]), np.signbit(q[~np.isnan(q)])) for p, q in parts)
