"""How a result is written: dtype, shape, layout and bits; exact, and short enough to diff."""

import hashlib

import numpy as np

from inputs import code, plain, quote, shape_text

# above this many elements an exact answer is its SHA-256; others are written out
DIGEST_ABOVE = 200
exact = True


def element(x, dtype):
    kind = dtype.kind
    if kind == "b":
        return "1" if x else "0"
    if kind in "iu":
        return str(int(x))
    if kind in "fV":  # V: bfloat16
        if x != x:
            return "n"
        width = dtype.itemsize * 2
        text = format(int(x.view(f"u{dtype.itemsize}")), f"0{width}x").rstrip("0")
        return text or "0"
    part = np.dtype(f"f{dtype.itemsize // 2}")
    return element(part.type(x.real), part) + "+" + element(part.type(x.imag), part)


def elements(a):
    if a.dtype.kind in "Mm":
        a = a.view("i8")
    if a.dtype.kind == "b":
        return "".join("1" if x else "0" for x in a.ravel())
    if a.dtype.kind in "iu":
        words = [str(x) for x in a.ravel().tolist()]
    else:
        words = [element(x, a.dtype) for x in a.ravel()]
    return ",".join(words)


def encode_value(a):
    if a.size > DIGEST_ABOVE and (exact or a.size > 20 * DIGEST_ABOVE):
        body = "sha256:" + hashlib.sha256(np.ascontiguousarray(a).astype(a.dtype.newbyteorder("<")).tobytes()).hexdigest()
    else:
        body = elements(a)
    return code(a.dtype) + shape_text(a.shape) + "[" + body + "]"


def encode_result(value, roots, names):
    if isinstance(value, np.ndarray):
        return encode_array(value, roots, names)
    if isinstance(value, np.generic):
        return encode_value(np.asarray(value)) + "s"
    if isinstance(value, np.dtype):
        return "@" + code(value)
    if isinstance(value, type) and issubclass(value, np.generic):
        return "@" + code(value)
    if isinstance(value, bytes):
        return "bytes:" + value.hex()
    if isinstance(value, dict):
        value = tuple(value.values())
    if isinstance(value, (tuple, list)):
        opening, closing = ("(", ")") if isinstance(value, tuple) else ("[", "]")
        comma = "," if isinstance(value, tuple) and len(value) == 1 else ""
        return opening + ",".join(encode_result(v, roots, names) for v in value) + comma + closing
    if isinstance(value, (bool, int, float, complex, str)) or value is None:
        return plain(value)
    if isinstance(value, np.flatiter):
        return encode_result(tuple(value), roots, names)
    if hasattr(value, "_asdict"):
        return encode_result(tuple(value), roots, names)
    raise TypeError(f"a result of {type(value)} cannot be recorded")


def encode_array(a, roots, names):
    """dtype(shape)[bits] then: C F layout flags, /strides in elements when not C, 'w-' read-only, '^x' shares memory with x."""
    flags = ("C" if a.flags.c_contiguous else "") + ("F" if a.flags.f_contiguous else "")
    text = encode_value(a) + (flags or "N")
    if not a.flags.c_contiguous and a.size:
        text += "/" + shape_text([s // a.itemsize if n > 1 else 0 for s, n in zip(a.strides, a.shape)])
    if not a.flags.writeable:
        text += "-"
    if a.size and any(r.size and np.shares_memory(a, r) for r in roots.values()):
        text += "^"
    return text


def public_error(e):
    """The first class of the error that Python or NumPy documents."""
    for c in type(e).__mro__:
        if c.__name__ in ("AxisError", "LinAlgError", "ValueError", "TypeError", "IndexError", "OverflowError", "FloatingPointError",
                          "MemoryError", "ZeroDivisionError", "AttributeError", "KeyError", "NotImplementedError", "OSError", "EOFError"):
            return c.__name__
    return type(e).__name__


def error_text(e):
    return public_error(e) + " " + quote(str(e))


def leaves(value):
    if isinstance(value, (tuple, list)):
        return [x for v in value for x in leaves(v)]
    return [value]


def same(first, second, tol):
    """Whether NumPy's answer in another layout is the same answer (values, dtype, shape; what it wrote; not the flags)."""
    a, b = leaves(first.value), leaves(second.value)
    if len(a) != len(b) or first.after.keys() != second.after.keys():
        return False
    pairs = list(zip(a, b)) + [(first.after[k], second.after[k]) for k in first.after]
    return all(same_leaf(x, y, tol) for x, y in pairs) and first.warned == second.warned


def same_leaf(x, y, tol):
    if isinstance(x, (np.ndarray, np.generic)):
        x, y = np.asarray(x), np.asarray(y)
        if x.dtype != y.dtype or x.shape != y.shape:
            return False
        if tol.startswith("="):
            return encode_value(x) == encode_value(y) or "z" in tol and np.array_equal(x, y, equal_nan=True)
        if x.dtype.kind in "biu":
            return np.array_equal(x, y)
        with np.errstate(all="ignore"):
            limit = {"f2": 1e-2, "V2": 1e-1, "f4": 1e-4, "f8": 1e-9, "c8": 1e-4, "c16": 1e-9}[code(x.dtype)]
            scale = np.max(np.abs(np.where(np.isfinite(x), x, 0)), initial=0)
            return bool(np.allclose(x, y, rtol=limit, atol=limit * scale, equal_nan=True))
    return type(x) is type(y) and (x == y or x != x)
