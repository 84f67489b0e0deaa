"""Writes what NumPy and Python do with shapes, strides and indices, as tables for the tests of broadcasting.

Overwrites the *.tsv files in broadcasting/src/test/resources/org/panarray/shape.
Arrays are int8, so that a byte is an element. Lists are written `2,3`, an empty one `-`.
"""

import random

import numpy as np
from numpy.lib.stride_tricks import as_strided

from places import resource

OUT = resource("broadcasting", "shape")
SEED = 20260730
rng = random.Random(SEED)


def write(name, columns, rows):
    unique = list(dict.fromkeys("\t".join(row) for row in rows))
    with open(OUT / name, "w", encoding="utf-8", newline="\n") as file:
        file.write(f"# NumPy {np.__version__}, seed {SEED}: " + ", ".join(columns) + "\n")
        file.write("\n".join(unique) + "\n")
    print(name, len(unique))


def joined(numbers):
    return ",".join(str(int(n)) for n in numbers) or "-"


def outcome(function):
    try:
        return function()
    except Exception as error:  # the class and the words are what is recorded
        return f"{type(error).__name__}: {error}"


def where(view, base):
    """shape, strides and offset of a view of an int8 array."""
    offset = view.__array_interface__["data"][0] - base.__array_interface__["data"][0]
    return [joined(view.shape), joined(view.strides), str(offset)]


def some_shape(most=4, sizes=(0, 1, 1, 2, 2, 3, 3, 4)):
    shape = [rng.choice(sizes) for _ in range(rng.randint(0, most))]
    if rng.random() < 0.7:
        shape = [dim or 2 for dim in shape]
    return tuple(shape)


def some_view(shape=None):
    """An array, and a view of it made by a few random steps."""
    base = np.zeros(some_shape() if shape is None else shape, np.int8, order=rng.choice("CCF"))
    view = base
    for _ in range(rng.randint(0, 3)):
        step = rng.randrange(6)
        if step == 0:
            view = view.transpose(rng.sample(range(view.ndim), view.ndim))
        elif step == 1 and view.ndim:
            axis = rng.randrange(view.ndim)
            cut = slice(rng.randint(0, 1), None, rng.choice([1, 2, -1]))
            view = view[(slice(None),) * axis + (cut,)]
        elif step == 2 and view.ndim < 5:
            view = np.expand_dims(view, rng.randint(0, view.ndim))
        elif step == 3:
            view = view.squeeze()
        elif step == 4 and view.ndim:
            view = np.flip(view, rng.randrange(view.ndim))
        elif step == 5 and view.ndim < 5 and rng.random() < 0.3:
            view = np.broadcast_to(view, (rng.choice([1, 2]),) + view.shape)
    return base, view


def slices():
    bounds = [None, *range(-6, 7)]
    for length in (0, 1, 2, 3, 5):
        for step in (None, 1, 2, 3, 7, -1, -2, -3, -7):
            for start in bounds:
                cells = []
                for stop in bounds:
                    indices = slice(start, stop, step).indices(length)
                    cells.append("/".join(map(str, [*indices, len(range(*indices))])))
                yield [str(length), str(step), str(start), *cells]


def extreme_slices():
    big = [None, 0, 3, -3, 2**63 - 1, -(2**63), 2**62, -(2**62)]
    for length in (0, 5, 2**40):
        for start in big:
            for stop in big:
                for step in (None, 1, -1, 2**63 - 1, -(2**63), 2**62, -(2**62)):
                    # CPython clamps the step of a sequence's slice to -(2**63 - 1)
                    used = None if step is None else max(step, -(2**63) + 1)
                    indices = slice(start, stop, used).indices(length)
                    yield [*map(str, [length, start, stop, step, *indices, len(range(*indices))])]


def factored(size):
    """A random shape with `size` elements."""
    dims = []
    while size > 1:
        divisor = rng.choice([d for d in range(2, size + 1) if size % d == 0])
        dims.append(divisor)
        size //= divisor
    for _ in range(rng.randint(0, 2)):
        dims.insert(rng.randint(0, len(dims)), 1)
    return tuple(dims)


def reshapes():
    while True:
        base, view = some_view()
        to = factored(view.size) if view.size else some_shape(3, (0, 1, 2, 3)) + (0,)
        order = rng.choice("CCF")
        try:
            result = view.reshape(to, order=order, copy=False)
            result = ",".join(map(str, result.strides)) or "-"
        except ValueError:
            result = "copy"
        yield [*where(view, base), joined(to), order, result]


def flags():
    while True:
        base, view = some_view()
        yield [*where(view, base), str(view.flags.c_contiguous), str(view.flags.f_contiguous)]


def likes():
    while True:
        base, view = some_view()
        yield [*where(view, base), joined(np.empty_like(view).strides)]


def unstretched(shape):
    """A shape that broadcasts to `shape`."""
    dims = [1 if rng.random() < 0.2 else dim for dim in shape]
    return tuple(dims[rng.choice([0, 0, 0, 1, len(dims)]):]) if dims else ()


def outputs():
    while True:
        shape = some_shape(4, (0, 1, 2, 3, 4))
        operands = []
        for _ in range(rng.randint(1, 3)):
            dims = unstretched(shape)
            order = rng.sample(range(len(dims)), len(dims))
            base = np.zeros([dims[k] for k in order], np.int8, order=rng.choice("CF"))
            view = base.transpose(np.argsort(order)) if dims else base
            if dims and rng.random() < 0.4:
                view = np.flip(view, rng.randrange(len(dims)))
            operands.append((base, view))
        views = [view for _, view in operands]
        function = {1: np.negative, 2: np.add, 3: np._core.umath.clip}[len(views)]
        result = np.asarray(function(*views))
        cells = [cell for base, view in operands for cell in where(view, base)]
        yield [joined(result.shape), joined(result.strides), *cells]


def some_item(dim):
    """An index item for an axis, as Python has it, and as a test reads it."""
    kind = rng.random()
    near = dim + (1 if rng.random() < 0.03 else 0)
    if kind < 0.2:
        value = rng.randint(-near, max(near - 1, 0)) if dim or near else 0
        return value, str(value)
    if kind < 0.55:
        bounds = [rng.choice([None, rng.randint(-5, 5)]) for _ in range(2)]
        step = rng.choice([None, None, 1, 2, -1, -2])
        text = ":".join("" if b is None else str(b) for b in bounds)
        return slice(*bounds, step), text if step is None else f"{text}:{step}"
    return None


def some_array(dim):
    near = dim + (1 if rng.random() < 0.02 else 0)
    shape = rng.choice([(2,), (2,), (1,), (3,), (2, 1), (1, 2), (0,), (2, 2)])
    if near == 0:
        shape = (0,)
    array = np.array(
        [rng.randint(-near, near - 1) for _ in range(int(np.prod(shape)))], np.int64
    ).reshape(shape)
    return array, f"i[{joined(shape)}][{joined(array.ravel())}]"


def some_mask(dims):
    shape = tuple(d + (1 if rng.random() < 0.05 else 0) for d in dims)
    mask = np.array([rng.random() < 0.5 for _ in range(int(np.prod(shape)))], bool).reshape(shape)
    return mask, f"b[{joined(shape)}][{joined(mask.ravel())}]"


def indices():
    while True:
        shape = some_shape(4, (0, 2, 3, 4))
        base = np.arange(int(np.prod(shape)) * 2, dtype=np.int64)[:: rng.choice([1, 2])]
        base = base[: int(np.prod(shape))].reshape(shape)
        if rng.random() < 0.5:
            base = base.T
        items, texts = [], []
        axis = 0
        limit = base.ndim + (1 if rng.random() < 0.05 else 0)
        arrays = rng.random() < 0.7
        while axis < limit and rng.random() < 0.85:
            dim = base.shape[axis] if axis < base.ndim else 2
            draw = rng.random()
            if draw < 0.08:
                pair = None, "None"
            elif draw < 0.16:
                pair = Ellipsis, "..."
            elif draw < 0.18 and arrays:
                flag = rng.random() < 0.7
                pair = flag, str(flag)
            elif draw < 0.28 and arrays:
                width = rng.randint(1, 2)
                dims = (list(base.shape) + [2, 2])[axis : axis + width]
                pair = some_mask(dims)
                axis += len(dims)
            else:
                pair = some_item(dim)
                if pair is None:
                    pair = some_array(dim) if arrays else (slice(None), ":")
                axis += 1
            items.append(pair[0])
            texts.append(pair[1])
        try:
            result = base[tuple(items)]
            cells = [joined(np.shape(result)), joined(np.ravel(result))]
        except (IndexError, ValueError) as error:
            cells = [f"{type(error).__name__}: {error}", "-"]
        strides = [s // 8 for s in base.strides]
        yield [joined(base.shape), joined(strides), " ; ".join(texts) or "-", *cells]


def empty(shape):
    return np.broadcast_to(np.int8(0), shape)


def texts():
    def case(name, *arguments, call):
        result = outcome(call)
        if isinstance(result, np.ndarray):
            result = joined(result.shape)
        return [name, *arguments, str(result)]

    for _ in range(250):
        first = some_shape(3, (1, 2, 3, 4))
        shapes = [first] + [
            tuple(rng.choice([d, d, d, 1, 2]) for d in unstretched(first))
            for _ in range(rng.randint(1, 3))
        ]
        listed = ";".join(joined(s) for s in shapes)
        arrays = [empty(s) for s in shapes]
        yield case(
            "broadcast", listed,
            call=lambda: np.broadcast(*arrays) and empty(np.broadcast(*arrays).shape),
        )
        if len(arrays) == 2:
            yield case("ufunc", listed, call=lambda: np.asarray(np.add(*arrays)))
        yield case(
            "broadcast_to", joined(shapes[0]), joined(shapes[1]),
            call=lambda: np.broadcast_to(arrays[0], shapes[1]),
        )
        yield case(
            "broadcast_to", joined(shapes[1]), joined(shapes[0]),
            call=lambda: np.broadcast_to(arrays[1], shapes[0]),
        )
    for _ in range(200):
        shape = some_shape(3, (0, 1, 2, 3, 4))
        to = [rng.choice([-1, -1, 0, 1, 2, 2, 3, 4, 6, 2**40]) for _ in range(rng.randint(0, 3))]
        yield case(
            "reshape", joined(shape), joined(to),
            call=lambda: np.zeros(shape, np.int8).reshape(to),
        )
    odd = [(-1,), (2, -3), (2**40, 2**40), (2**40, 0, 2**40), (1,) * 65, (2**32, 2**31)]
    for dims in [*odd, (0,), ()]:
        yield case("shape", joined(dims), call=lambda: np.zeros(dims, np.int8))
    for rank in range(4):
        array = np.zeros((1,) * rank, np.int8)
        for axis in range(-4, 5):
            yield case("sum", str(rank), str(axis), call=lambda: np.asarray(array.sum(axis)))
            yield case("squeeze", str(rank), str(axis), call=lambda: array.squeeze(axis))
            yield case("expand", str(rank), str(axis), call=lambda: np.expand_dims(array, axis))
            yield case("flip", str(rank), str(axis), call=lambda: np.flip(array, axis))
            for other in range(-4, 5):
                yield case(
                    "sum", str(rank), f"{axis},{other}",
                    call=lambda: np.asarray(array.sum((axis, other))),
                )
                yield case(
                    "squeeze", str(rank), f"{axis},{other}",
                    call=lambda: array.squeeze((axis, other)),
                )
                yield case(
                    "expand", str(rank), f"{axis},{other}",
                    call=lambda: np.expand_dims(array, (axis, other)),
                )
                yield case(
                    "transpose", str(rank), f"{axis},{other}",
                    call=lambda: array.transpose(axis, other),
                )
                yield case(
                    "swapaxes", str(rank), f"{axis},{other}",
                    call=lambda: array.swapaxes(axis, other),
                )
                yield case(
                    "diagonal", str(rank), f"{axis},{other}",
                    call=lambda: array.diagonal(0, axis, other),
                )
                yield case(
                    "moveaxis", str(rank), f"{axis}", f"{other}",
                    call=lambda: np.moveaxis(array, axis, other),
                )
    moves = [("0,0", "0,1"), ("0,1", "1,1"), ("0,1", "1"), ("0,2", "2,1"), ("0,-3", "0,1")]
    for source, to in moves:
        pair = [[int(x) for x in text.split(",")] for text in (source, to)]
        yield case(
            "moveaxis", "3", source, to,
            call=lambda: np.moveaxis(np.zeros((2, 3, 4), np.int8), *pair),
        )
    yield case("squeeze", "2,3", "0", call=lambda: np.zeros((2, 3)).squeeze(0))
    yield case("strides", "2", "1,2", call=lambda: as_strided(np.zeros(9, np.int8), (2,), (1, 2)))


def diagonals():
    while True:
        base, view = some_view(tuple(rng.randint(0, 4) for _ in range(rng.randint(2, 3))))
        if view.ndim < 2:
            continue
        a, b = rng.sample(range(view.ndim), 2)
        offset = rng.randint(-4, 4)
        result = view.diagonal(offset, a, b)
        # Where an empty diagonal begins is of no consequence, and not recorded.
        cells = where(result, base)[: 3 if result.size else 2]
        yield [*where(view, base), f"{offset},{a},{b}", *cells]


def bitcasts():
    """Views with another item size, in bytes; strides and offset are multiples of both sizes."""
    sizes = {1: np.int8, 2: np.int16, 4: np.int32, 8: np.int64, 16: np.complex128}
    while True:
        base, view = some_view()
        size, to = rng.sample(list(sizes), 2)
        array = np.zeros(base.size + 1, sizes[size])
        offset = int(where(view, base)[2])
        view = as_strided(array[offset:], view.shape, [s * size for s in view.strides])
        try:
            result = view.view(sizes[to])
            if any(s % to for s in (*result.strides, offset * size)):
                continue
            cells = [joined(result.shape), joined(s // to for s in result.strides)]
        except ValueError as error:
            cells = [f"ValueError: {error}", "-"]
        source = [joined(view.shape), joined(s // size for s in view.strides), str(offset)]
        yield [*source, f"{size},{to}", *cells]


def first(count, rows):
    return [row for row, _ in zip(rows, range(count))]


write(
    "slices.tsv",
    ["length", "step", "start", "start/stop/step/count for stop None, -6..6"],
    slices(),
)
write(
    "extreme_slices.tsv",
    ["length", "start", "stop", "step", "start, stop, step, count"],
    extreme_slices(),
)
write(
    "reshape.tsv",
    ["shape", "strides", "offset", "to", "order", "strides or copy"],
    first(1500, reshapes()),
)
write("flags.tsv", ["shape", "strides", "offset", "C", "F"], first(500, flags()))
write(
    "empty_like.tsv",
    ["shape", "strides", "offset", "strides of empty_like"],
    first(500, likes()),
)
write(
    "outputs.tsv",
    ["shape", "strides of the output", "shape, strides, offset of each input"],
    first(1200, outputs()),
)
write(
    "diagonal.tsv",
    ["shape", "strides", "offset", "offset,axis1,axis2", "shape", "strides", "offset"],
    first(300, diagonals()),
)
write(
    "indices.tsv",
    ["shape", "strides", "items", "result shape or error", "values"],
    first(2500, indices()),
)
write("texts.tsv", ["function", "arguments", "shape or error"], texts())
write(
    "bitcast.tsv",
    ["shape", "strides", "offset", "bytes from,to", "shape or error", "strides"],
    first(400, bitcasts()),
)
