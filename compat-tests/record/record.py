#!/usr/bin/env python3
"""Runs compat-tests/cases/*.py under the real NumPy and writes what NumPy answered, one line per case.

    python3 compat-tests/record/record.py [page ...]
    python3 compat-tests/record/record.py --all

With --all whatever the project records from NumPy is recorded anew: the pages, the signatures, and the
tables that single packages are tested with (units/).

Fails where an answer depends on the kernels that the processor chooses (kernels.py).
A case is one line of Python: case("np.sum", A("f8", (3, 4)), axis=1, keepdims=True). README.md describes the written form.
"""

import importlib
import inspect
import io
import os
import re
import subprocess
import sys
import tempfile
import warnings

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)

import numpy as np

import encode
import inputs
import kernels
from encode import encode_result, encode_value, error_text, public_error, same
from inputs import A, D, Fn, Input, Rng, S, V, plain, quote
from layouts import LAYOUTS

CASES = os.path.join(HERE, "..", "cases")
OUT = os.path.join(HERE, "..", "src", "test", "resources", "cases")


class Page:
    """The cases of one page of NumPy's reference, as they are being recorded."""

    # Off where only the answers are wanted.
    layouts = True

    def __init__(self, name):
        self.name, self.lines, self.seen, self.signatures, self.answers = name, [], set(), {}, {}
        self.sources = [f"NumPy {np.__version__}"]

    def needs(self, package):
        """Whose answers the page also records."""
        self.sources.append(f"{package} {importlib.import_module(package).__version__}")

    def case(self, fn, *args, tol="=", text=True, layouts=True, with_=None, free_order=None, **kw):
        """Records one call. tol: '=' exact, 'u4' ulp, 'e1e-6' relative per element, 'r1e-12' relative to the largest element;
        add 'z' where the sign of a zero is free, 'n' where one non-finite complex number is as good as another."""
        answer, arrays, order = run(fn, args, kw, with_, None)
        letters = ""
        if layouts and self.layouts and answer.error is None and arrays and not fn.startswith("io."):
            for letter, layout in LAYOUTS.items():
                try:
                    other, _, _ = run(fn, args, kw, with_, layout)
                except Exception:
                    continue
                if other.error is None and same(answer, other, tol):
                    letters += letter
        encode.exact = tol == "="
        names = {}
        mutated = [k for k in order if answer.after.get(k) is not None]
        shared = shared_bases(args, kw)
        for k in order:
            if k in mutated or k in shared:
                names[k] = "xyzwvu"[len(names)]
        let = "; ".join(f"{names[k]}={arrays[k].describe()}" for k in order if k in names)
        if with_:
            let += ("; " if let else "") + "with " + with_[0] + "(" + words((), with_[1], {}) + ")"
        if free_order is None:
            # NumPy documents no memory order for the result of advanced indexing
            free_order = fn == "getitem" and isinstance(answer.value, np.ndarray) and not any(
                np.shares_memory(answer.value, r) for r in answer.roots.values())
        mode = tol + ("" if text or answer.error is None else " t") + (" o" if free_order else "") + (" " + letters if letters else "")
        after = "; ".join(f"{names[k]}={encode_value(answer.after[k])}" for k in mutated)
        if answer.error is None:
            result = encode_result(answer.value, answer.roots, names)
        else:
            result = "!" + (error_text(answer.error) if text else public_error(answer.error) + ' ""')
        line = "\t".join([fn, let, words(args, kw, names), mode, result, after, answer.warned]).rstrip("\t")
        key = "\t".join([fn, let, words(args, kw, names)])
        if key in self.seen:
            return
        self.seen.add(key)
        if not re.match("io\\.|const|rng|legacy|state|seedsequence|busdaycalendar", fn):
            self.answers[key] = (tol, kernels.essence(answer))
        self.lines.append(line)
        public = fn.replace("legacy.", "np.random.")
        if public not in self.signatures:
            self.signatures[public] = parameters(public)

    def sweep(self, fn, *args, dtypes=("f8",), shapes=((),), **kw):
        """One case per dtype and shape: D and S stand for them in inputs and keywords; tol may be a function of the dtype."""
        for d in dtypes:
            for s in shapes:
                tol = kw.get("tol", "=")
                more = {k: put(v, d, s) for k, v in kw.items() if k != "tol"}
                self.case(fn, *[put(a, d, s) for a in args], tol=tol(d) if callable(tol) else tol, **more)


def put(value, d, s):
    if value is D:
        return np.dtype(d)
    if value is S:
        return s
    if isinstance(value, A):
        return value.having(d, s)
    if isinstance(value, Input) and value.parent is not None:
        return Input(put(value.parent, d, s), value.step, value.make)
    if isinstance(value, list):
        return [put(v, d, s) for v in value]
    if isinstance(value, tuple):
        return tuple(put(v, d, s) for v in value)
    return value


class Answer:
    value = error = None
    warned = ""

    def __init__(self):
        self.after, self.roots = {}, {}


def walk(value, found):
    if isinstance(value, Input):
        if not isinstance(value, (A, V)):
            walk(value.parent, found)
        else:
            found.append(value)
    elif isinstance(value, (list, tuple)):
        for v in value:
            walk(v, found)


def bases(args, kw):
    found = []
    for v in list(args) + list(kw.values()):
        walk(v, found)
    return found


def shared_bases(args, kw):
    found = bases(args, kw)
    ids = [id(b) for b in found]
    return {i for i in ids if ids.count(i) > 1}


def make(value, memo, layout):
    if hasattr(value, "build"):
        return value.build(memo, layout)
    if isinstance(value, list):
        return [make(v, memo, layout) for v in value]
    if isinstance(value, tuple):
        return tuple(make(v, memo, layout) for v in value)
    return value


def words(args, kw, names):
    return ", ".join([word(a, names) for a in args] + [f"{k}={word(v, names)}" for k, v in kw.items()])


def word(v, names):
    if hasattr(v, "text"):
        return v.text(names)
    if isinstance(v, tuple):
        return "(" + ",".join(word(x, names) for x in v) + ("," if len(v) == 1 else "") + ")"
    if isinstance(v, list):
        return "[" + ",".join(word(x, names) for x in v) + "]"
    if isinstance(v, np.dtype) or isinstance(v, type):
        return "@" + inputs.code(v)
    if isinstance(v, slice):
        return f"slice({plain(v.start)},{plain(v.stop)},{plain(v.step)})"
    if v is Ellipsis:
        return "..."
    if isinstance(v, bytes):
        return "bytes:" + v.hex()
    if isinstance(v, np.generic):
        return V(v.dtype, v).describe() + ".s"
    return plain(v)


def run(fn, args, kw, with_, layout):
    memo, answer = {}, Answer()
    built = [make(a, memo, layout) for a in args]
    keywords = {k: make(v, memo, layout) for k, v in kw.items()}
    arrays, order = {}, []
    for b in bases(args, kw):
        if id(b) not in arrays:
            arrays[id(b)] = b
            order.append(id(b))
    before = {k: memo[k].copy() for k in order}
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            with context(with_):
                answer.value = call(fn, built, keywords)
        except Exception as e:
            answer.error = e
    notes = []
    for w in caught:
        text = re.sub(re.escape(tempfile.gettempdir()) + r"/\w+/", "", str(w.message))
        note = w.category.__name__ + " " + quote(text)
        if note not in notes:
            notes.append(note)
    answer.warned = "; ".join(notes)
    answer.roots = {k: v for k, v in memo.items() if isinstance(v, np.ndarray)}
    for k in order:
        if before[k].tobytes() != memo[k].tobytes() or before[k].shape != memo[k].shape:
            answer.after[k] = memo[k].copy()
    return answer, arrays, order


def context(with_):
    if with_ is None:
        return warnings.catch_warnings()
    return getattr(np, with_[0])(**with_[1])


def call(fn, args, kw):
    """The function a case names: np.*, nd.* (method, attribute or operator of the first argument), rng.*, or one of our own words."""
    if fn.startswith("np."):
        f = np
        for part in fn.split(".")[1:]:
            f = getattr(f, part)
        return told(f(*args, **kw)) if callable(f) else f
    if fn.startswith(("nd.", "rng.")):
        f = getattr(args[0], fn.split(".", 1)[1])
        result = f(*args[1:], **kw) if callable(f) else f
        return NotImplemented_error(fn, args) if result is NotImplemented else result
    prefix, _, name = fn.partition(".")
    if prefix == "const":
        return np.dtype(getattr(np, name)) if isinstance(getattr(np, name), type) else getattr(np, name)
    if prefix == "flags":
        return getattr(args[0].flags, name)
    if prefix == "dt":
        value = getattr(args[0], name)
        return np.dtype(value) if isinstance(value, type) else value
    if prefix in ("finfo", "iinfo"):
        of = sys.modules["ml_dtypes"] if args[0].kind == "V" else np
        value = getattr(getattr(of, prefix)(args[0]), name)
        return float(value) if args[0].kind == "V" and isinstance(value, np.generic) else value
    if prefix == "sub":
        return getattr(np, name)[tuple(args) if len(args) != 1 else args[0]]
    if prefix == "legacy":
        return legacy(name)(*args, **kw)
    if prefix == "state":
        return getattr(np.random.RandomState(args[0]), name)(*args[1:], **kw)
    if prefix == "busdaycalendar":
        return business(name, *args, **kw)
    if prefix == "seedsequence":
        return getattr(np.random.SeedSequence(args[0]), name)(*args[1:], **kw)
    return PSEUDO[fn](*args, **kw)


def told(result):
    """Texts, of which there are no arrays in Java, as nested lists."""
    return result.tolist() if isinstance(result, (np.ndarray, np.str_)) and result.dtype.kind == "U" else result


def NotImplemented_error(fn, args):
    raise TypeError("unsupported operand type(s)")


def saved(write):
    with tempfile.TemporaryDirectory() as d:
        path = os.path.join(d, "f")
        write(path)
        names = [os.path.join(d, n) for n in os.listdir(d)]
        with open(names[0], "rb") as f:
            return f.read()


def loaded(read, content, suffix):
    with tempfile.TemporaryDirectory() as d:
        path = os.path.join(d, "f" + suffix)
        with open(path, "wb") as f:
            f.write(content.encode() if isinstance(content, str) else content)
        return read(path)


def assign(a, index, value):
    a[index] = value


def augmented(op):
    def f(a, b):
        return getattr(a, op)(b)
    return f


def resized_in_place(a, index, op, value):
    exec(f"a[index] {op} value", {}, {"a": a, "index": index, "value": value})


def native(a):
    """The same values in this machine's byte order: what a big-endian file becomes in Java."""
    return a.astype(a.dtype.newbyteorder("="))


def legacy(name):
    def f(seed, *args, **kw):
        np.random.seed(seed)
        return getattr(np.random, name)(*args, **kw)
    return f


def archived(save):
    """What is read back from an archive, in the order of the names."""
    def f(*args, **kw):
        with tempfile.TemporaryDirectory() as d:
            path = os.path.join(d, "f.npz")
            save(path, *args, **kw)
            with np.load(path) as archive:
                return tuple((name, archive[name]) for name in sorted(archive.files))
    return f


def business(name, *args, **kw):
    """What a calendar says of itself, or a function that is told of it."""
    if hasattr(np.busdaycalendar, name):
        return getattr(np.busdaycalendar(*args, **kw), name)
    return getattr(np, name)(*args, busdaycal=np.busdaycalendar(**kw))


def printed(a, **options):
    with np.printoptions():
        np.set_printoptions(**options)
        return str(a)


def mapped(content, mode, **kw):
    return loaded(lambda p: np.memmap(p, mode=mode, **kw), content, ".bin").view(np.ndarray)


def owners(a):
    """Whose memory a view of a fresh array sees, and whose the array itself."""
    fresh = a.copy()
    return fresh[1:].base, fresh.base


PSEUDO = {
    "base": owners,
    "printing.set": printed,
    "io.savez": archived(np.savez),
    "io.savez_compressed": archived(np.savez_compressed),
    "io.memmap": mapped,
    "str": str,
    "repr": repr,
    "getitem": lambda a, index: a[index],
    "setitem": assign,
    "update": resized_in_place,
    "iter": lambda a: tuple(a),
    "io.save": lambda a: saved(lambda p: np.save(p, a)),
    "io.savetxt": lambda a, **kw: saved(lambda p: np.savetxt(p, a, **kw)).decode(),
    "io.load": lambda content: loaded(np.load, content, ".npy"),
    "io.loadtxt": lambda content, **kw: loaded(lambda p: np.loadtxt(p, **kw), content, ".txt"),
    "io.genfromtxt": lambda content, **kw: loaded(lambda p: np.genfromtxt(p, **kw), content, ".txt"),
    "io.fromfile": lambda content, **kw: loaded(lambda p: np.fromfile(p, **kw), content, ".bin"),
    "native.load": lambda content: native(loaded(np.load, content, ".npy")),
    "io.tofile": lambda a: saved(lambda p: a.tofile(p)),
}


def parameters(fn):
    """Parameter names in order, for the Java side to turn positions into keywords and back; '*' marks the keyword-only rest."""
    target = None
    if fn.startswith("np."):
        target = np
        for part in fn.split(".")[1:]:
            target = getattr(target, part)
    elif fn.startswith("nd."):
        target = getattr(np.ndarray, fn[3:], None)
    elif fn.startswith("rng."):
        target = getattr(np.random.Generator, fn[4:], None)
    elif fn.startswith("state."):
        target = getattr(np.random.RandomState, fn[6:], None)
    try:
        names = []
        for p in inspect.signature(target).parameters.values():
            if p.kind is p.KEYWORD_ONLY and "*" not in names:
                names.append("*")
            names.append(("*" if p.kind is p.VAR_POSITIONAL else "") + p.name)
        return ",".join(names)
    except (TypeError, ValueError):
        return ""


def execute(page):
    """Runs the cases of a page."""
    scope = {"case": page.case, "sweep": page.sweep, "needs": page.needs, "np": np, "A": A, "V": V, "D": D, "S": S, "Rng": Rng, "Fn": Fn, "Const": inputs.Const}
    scope.update({k: getattr(inputs, k) for k in ("ALL", "BOOL", "SIGNED", "UNSIGNED", "INTS", "FLOATS", "COMPLEX", "REAL", "INEXACT", "SOME")})
    source = os.path.join(CASES, page.name + ".py")
    with open(source) as f:
        exec(compile(f.read(), source, "exec"), scope)


def main():
    os.makedirs(OUT, exist_ok=True)
    kernels.pin()
    wanted = [a for a in sys.argv[1:] if not a.startswith("--")]
    answers = [a.removeprefix("--answers=") for a in sys.argv[1:] if a.startswith("--answers=")]
    Page.layouts = not answers
    signatures, total, size, recorded = {}, 0, 0, {}
    for name in sorted(f[:-3] for f in os.listdir(CASES) if f.endswith(".py")):
        page = Page(name)
        path = os.path.join(OUT, name + ".tsv")
        if wanted and name not in wanted:
            if os.path.exists(path):
                total += sum(1 for _ in open(path)) - 1
            continue
        try:
            execute(page)
        except ModuleNotFoundError as e:
            print(f"{name}: stays as it is; pip install {e.name} to record it", file=sys.stderr)
            continue
        recorded.update({name + ": " + key: value for key, value in page.answers.items()})
        if answers:
            continue
        with open(path, "w", newline="\n") as f:
            f.write(f"# {', '.join(page.sources)}: function, let, arguments, mode, result, after, warnings\n")
            f.writelines(line + "\n" for line in page.lines)
        signatures.update(page.signatures)
        total, size = total + len(page.lines), size + os.path.getsize(path)
        print(f"{name:16} {len(page.lines):6} cases {os.path.getsize(path) / 1024:8.0f} KiB", flush=True)
    if answers:
        kernels.write(answers[0], {key: essence for key, (tol, essence) in recorded.items()})
        return
    path = os.path.join(OUT, "signatures.txt")
    if wanted and os.path.exists(path):
        old = dict(line.rstrip("\n").split("\t") for line in open(path))
        signatures = {**old, **signatures}
    with open(path, "w", newline="\n") as f:
        f.writelines(f"{k}\t{signatures[k]}\n" for k in sorted(signatures))
    print(f"{'total':16} {total:6} cases {size / 1024:8.0f} KiB written, NumPy {np.__version__}")
    lines = kernels.disagreements(wanted, recorded)
    if lines:
        sys.exit("\n".join(lines) + f"\n{len(lines)} answers depend on the kernel: give these cases a tolerance or another question")


def record_the_rest():
    """Everything but the pages, each by its own script."""
    units = os.path.join(HERE, "units")
    names = sorted(f for f in os.listdir(units) if f.endswith(".py") and f != "places.py")
    for script in [os.path.join(units, f) for f in names] + [os.path.join(HERE, f) for f in ("signatures.py", "telling.py")]:
        print(os.path.relpath(script, HERE), flush=True)
        subprocess.run([sys.executable, script], check=True)


if __name__ == "__main__":
    main()
    if "--all" in sys.argv:
        record_the_rest()
