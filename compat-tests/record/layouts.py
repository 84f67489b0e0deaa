"""The memory layouts a case is also replayed in. The recorder asks NumPy first: only where NumPy's own answer
does not depend on the layout does the case carry that layout's letter."""

import numpy as np


def fortran(a):
    return a.copy(order="F")


def backwards(a):
    if a.ndim == 0:
        return a
    index = (slice(None, None, -1),) * a.ndim
    return a[index].copy()[index]


def step_two(a):
    if a.ndim == 0:
        return a
    wide = np.zeros(tuple(2 * n for n in a.shape), a.dtype)
    view = wide[(slice(None, None, 2),) * a.ndim]
    view[...] = a
    return view


def offset(a):
    wide = np.zeros(tuple(n + 3 for n in a.shape), a.dtype)
    view = wide[tuple(slice(2, n + 2) for n in a.shape)]
    view[...] = a
    return view


def transposed_back(a):
    axes = list(range(a.ndim))
    axes = axes[1:] + axes[:1]
    return a.transpose(axes).copy().transpose(np.argsort(axes))


def zero_stride(a):
    flat = a.ravel()
    if a.size < 2 or flat.tobytes() != flat[:1].tobytes() * a.size:
        return a
    return np.broadcast_to(flat[0].copy(), a.shape)


LAYOUTS = {"F": fortran, "R": backwards, "S": step_two, "O": offset, "T": transposed_back, "Z": zero_stride}
