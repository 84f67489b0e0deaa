#!/usr/bin/env python3
"""Writes for which functions and keywords the pages hold a telling case: one that NumPy answers otherwise without the keyword.

    python3 compat-tests/record/telling.py

KeywordTest wants one for each keyword that a function of ours takes: a keyword that is taken and ignored then fails the replay.
"""

import os
import warnings

import numpy as np

import record
from encode import encode_result, encode_value, error_text

OUT = os.path.join(record.OUT, "..", "telling-keywords.tsv")


class Page(record.Page):
    """Looks at the cases of a page instead of writing them."""

    def __init__(self, name, told):
        super().__init__(name)
        self.told = told

    def case(self, fn, *args, with_=None, kw_=None, tol="=", text=True, layouts=True, free_order=None, **kw):
        for keyword in kw:
            pair = (public(fn), keyword)
            if pair not in self.told:
                rest = {k: v for k, v in kw.items() if k != keyword}
                if outcome(fn, args, kw, with_) != outcome(fn, args, rest, with_):
                    self.told[pair] = self.name


def public(fn):
    """The name in signatures.tsv of what a case calls."""
    prefix, _, name = fn.partition(".")
    if prefix == "io":
        return "nd.tofile" if name == "tofile" else "np." + name
    if fn == "printing.set":
        return "np.set_printoptions"
    if prefix == "legacy":
        return "np.random." + name
    owner, _, member = fn.rpartition(".")
    if owner.startswith("np.") and isinstance(getattr(np, owner[3:], None), np.ufunc):
        return "ufunc." + member
    return fn


def outcome(fn, args, kw, with_):
    try:
        answer, _, order = record.run(fn, args, kw, with_, None)
    except Exception as e:
        return repr(e)
    after = [(i, encode_value(answer.after[k])) for i, k in enumerate(order) if answer.after.get(k) is not None]
    if answer.error is not None:
        return error_text(answer.error), after, answer.warned
    return encode_result(answer.value, answer.roots, {}), after, answer.warned


def main():
    told = {}
    warnings.simplefilter("ignore")
    for name in sorted(f[:-3] for f in os.listdir(record.CASES) if f.endswith(".py")):
        record.execute(Page(name, told))
    with open(OUT, "w", newline="\n") as f:
        f.write(f"# NumPy {np.__version__}: function, keyword, a page with a case that NumPy answers otherwise without it\n")
        f.writelines("\t".join((*pair, told[pair])) + "\n" for pair in sorted(told))
    print(f"{len(told)} functions and keywords")


if __name__ == "__main__":
    main()
