#!/usr/bin/env python3
"""Writes the parameters of NumPy's functions, with kinds and defaults: what KeywordTest compares Panarray's keywords with.

    python3 compat-tests/record/signatures.py

A line is the function, then `name kind default` for each parameter: p by position only, b both, k by keyword only, v the rest.
"""

import inspect
import os
import re

import numpy as np

OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "src", "test", "resources", "signatures.tsv")
OWNERS = {
    "np": np,
    "np.linalg": np.linalg,
    "np.emath": np.emath,
    "np.fft": np.fft,
    "np.random": np.random,
    "np.lib.stride_tricks": np.lib.stride_tricks,
    "np.lib.format": np.lib.format,
    "nd": np.ndarray,
    "rng": np.random.Generator,
    "state": np.random.RandomState,
    "ufunc": np.ufunc,
}
# written in C without a text signature
WRITTEN = {"np.fromstring": [("string", "p", ""), ("dtype", "b", "float"), ("count", "b", "-1"), ("sep", "k", ""), ("like", "k", "None")]}
KINDS = {"POSITIONAL_ONLY": "p", "POSITIONAL_OR_KEYWORD": "b", "KEYWORD_ONLY": "k", "VAR_POSITIONAL": "v"}


def functions():
    for owner, target in OWNERS.items():
        for name in dir(target):
            value = getattr(target, name, None)
            if not name.startswith("_") and callable(value) and not isinstance(value, type):
                yield owner + "." + name, owner, value


def parameters(name, function):
    if name == "np.printoptions":  # passes everything on
        function = np.set_printoptions
    if name in WRITTEN:
        return WRITTEN[name], False
    found, open_ended = [], False
    for p in inspect.signature(function).parameters.values():
        if p.kind is p.VAR_KEYWORD:
            open_ended = True
        elif p.name != "self":
            found.append((p.name, KINDS[p.kind.name], "" if p.default is p.empty else plain(p.default)))
    return found, open_ended


def plain(value):
    text = repr(value) if not isinstance(value, type) else value.__name__
    return re.sub(r" at 0x[0-9a-f]+", "", text)


def hidden(name, owner, function, known):
    """The keywords behind **kwargs: those of all functions that this one does not refuse by name."""
    calls = {
        "ufunc.outer": [(np.add, 1, 1)],
        "ufunc": [(np.add, np.ones((2, 2)))],
        "nd.clip": [(np.ones((2, 2)), 0, 1)],
        "nd": [(np.ones((2, 2)),)],
        "np.clip": [(np.ones((2, 2)), 0, 1)],
        "np.einsum": [("i", np.ones(2))],
        "np.pad": [(np.ones(2), 1, mode) for mode in ("constant", "linear_ramp", "mean", "reflect")],
    }
    for keyword in sorted(known):
        if any(takes(function, args, keyword) for args in calls.get(name, calls.get(owner, ()))):
            yield keyword, "k", "<no value>"


def takes(function, args, keyword):
    try:
        function(*args, **{keyword: None})
    except Exception as e:
        return not any(f"{mark}{keyword}{mark}" in str(e) for mark in ("'", '"'))
    return True


def main():
    lines, known = {}, {"constant_values", "end_values", "reflect_type", "stat_length"}
    every = list(functions())
    for name, _, function in every:
        lines[name], _ = parameters(name, function)
        known.update(p[0] for p in lines[name])
    for name, owner, function in every:
        if parameters(name, function)[1]:
            has = {p[0] for p in lines[name]}
            lines[name] = lines[name] + [p for p in hidden(name, owner, function, known - has)]
    with open(OUT, "w", newline="\n") as f:
        f.write(f"# NumPy {np.__version__}: function, then name, kind and default of each parameter\n")
        for name in sorted(lines):
            f.write("\t".join([name] + [" ".join(p).rstrip() for p in lines[name]]) + "\n")
    print(f"{len(lines)} functions")


if __name__ == "__main__":
    main()
